"""Notes: what a file leaves open that is no fault: like names, totals and remarks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from footprint.english import listed, listed_few
from footprint.finder.slips import a_slip_apart
from footprint.intake.names import folded
from footprint.plans.assignment import Footprint
from footprint.readings import is_total, short

_REMARK = re.compile(
    r"(?:sources?|notes?|n\.?b\.?|key|caveats?)\b.*|[*†‡§].*|\(?\d{1,2}[.):]? .*", re.I
)
_LONGEST_NAME = 90
_MOST = 6
_SHORT = 2
_NUMBER = re.compile(r"\d")


def near_names(made: Iterable[Footprint], known: Iterable[Footprint]) -> Iterator[str]:
    """Say of each footprint that a file makes which other one it may be, by a slip or by case.

    `known` are those of the plan. Nothing is changed: it may well be a footprint of its own.
    """
    plan = list(known)
    ids = {one.id for one in plan}
    before: list[Footprint] = []
    for one in made:
        if one.id in ids:
            continue
        if near := next((other for other in (*plan, *before) if _near(one.name, other.name)), None):
            of = ", which the plan has" if near.id in ids else ""
            yield (
                f"“{short(one.name)}” was read as a footprint of its own. If you mean "
                f"“{short(near.name)}”{of}, write that name in the file."
            )
        before.append(one)


def same_names(made: Collection[Footprint], rows_of: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Say which footprints that a file makes have one name under several ids, and in which rows."""
    alike: dict[str, list[str]] = {}
    for one in made:
        alike.setdefault(folded(one.name), []).append(one.id)
    names = {one.id: one.name for one in made}
    for ids in alike.values():
        if len(ids) > 1:
            where = [f"“{short(one)}” in {in_rows(rows_of.get(one, ()))}" for one in ids]
            yield (
                f"“{short(names[ids[0]])}” is the name of {len(ids)} footprints: {listed(where)}. "
                "If they are one, write one id in all these rows; if not, give each its own name."
            )


def in_rows(numbers: Iterable[int]) -> str:
    """Some rows of a file by their numbers, the first of too many."""
    named = list(map(str, sorted(numbers)))
    return f"row {named[0]}" if len(named) == 1 else f"rows {listed_few(named, _MOST)}"


def _near(name: str, other: str) -> bool:
    """Whether two names that differ may be one: “Model 2” is not “Model 1”, nor “Group B” “A”."""
    if name == other:
        return False
    one, two = folded(name), folded(other)
    if one == two:
        return True
    if abs(len(one) - len(two)) > 1:
        return False
    apart = set(one.split()) ^ set(two.split())
    told_apart = any(len(word) <= _SHORT or _NUMBER.search(word) for word in apart)
    return not told_apart and a_slip_apart(one, two)


def is_beside(cells: Mapping[str, str]) -> bool:
    """Whether a row that names no known area is a total, or a remark without a footprint."""
    said = {role: " ".join(text.split()) for role, text in cells.items() if text.strip()}
    if any(map(is_total, said.values())):
        return True
    if {"footprint", "name"} & said.keys():
        return False
    return any(_REMARK.fullmatch(text) or len(text) > _LONGEST_NAME for text in said.values())


def left_out(rows: Iterable[tuple[int, str]]) -> list[str]:
    """Say which rows were left out as totals and remarks, by number and words, if any."""
    named = [f"row {number}, “{short(text)}”" for number, text in rows]
    if not named:
        return []
    return [f"Left out, as totals or remarks: {listed_few(named, _MOST)}."]
