"""Former districts: rows about them, turned into blocks of today where no people are guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from footprint.english import listed
from footprint.facts.other_names import Former
from footprint.intake.names import folded
from footprint.intake.rows import Problem


class Asked(NamedTuple):
    """A row that gives a former district to a footprint."""

    row: int
    text: str
    district: Former
    footprint: str


def settled(
    asked: Sequence[Asked], former: Sequence[Former], now: Mapping[str, str]
) -> tuple[dict[str, str], list[Problem], list[str]]:
    """The footprint of each block, the rows that cannot be used, and what was taken for what.

    A block that was in several former districts is taken only where all of them are named and go
    to one footprint. `now` is the name of the district that each block is in today.
    """
    faults: dict[Asked, str] = {}
    while True:
        fresh = {
            one: fault
            for one in asked
            if one not in faults and (fault := _fault(one, asked, former, now, faults))
        }
        if not fresh:
            break
        faults |= fresh
    good = [one for one in asked if one not in faults]
    given = {block: one.footprint for one in good for block in one.district.blocks}
    problems = [Problem(one.row, one.text, fault) for one, fault in faults.items()]
    return given, problems, [_taken(one, now) for one in good]


def _fault(
    one: Asked,
    rows: Sequence[Asked],
    former: Sequence[Former],
    now: Mapping[str, str],
    faults: Mapping[Asked, str],
) -> str:
    for block in sorted(one.district.blocks):
        here = [other for other in rows if block in other.district.blocks]
        missing = _missing(block, [other.district for other in here], former)
        into = f"became {now[block]}, as did"
        if missing:
            return f"{into} {listed(missing)}, which no row names; name {now[block]}"
        if apart := [o.district.name for o in here if o.footprint != one.footprint]:
            return f"{into} {listed(apart)}, which another footprint is given"
        if broken := [o.district.name for o in here if o != one and o in faults]:
            return f"{into} {listed(broken)}, whose row could not be used"
    return ""


def _missing(block: str, named: Sequence[Former], former: Sequence[Former]) -> list[str]:
    """Who else was in a block on the day that the fewest are missing of."""
    days = sorted({one.ended for one in named})
    lacking = [
        [o.name for o in former if block in o.blocks and o.stood(day) and o not in named]
        for day in days
    ]
    return min(lacking, key=len)


def _taken(one: Asked, now: Mapping[str, str]) -> str:
    into = listed(sorted({now[block] for block in one.district.blocks}))
    name = one.district.name
    called = f", {name}," if folded(one.text) != folded(name) else ""
    return f"Row {one.row}: “{one.text}”{called} was taken for its part of {into} today."
