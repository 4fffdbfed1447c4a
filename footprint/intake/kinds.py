"""Kinds: which kind of areas each column of a table names, and which ones name it together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from footprint.english import listed_few
from footprint.intake.columns import KINDS, TARGET, UPPER, WORDS, Column, kinds_in
from footprint.intake.questions import UnclearError, as_footprint, as_kind
from footprint.readings import short

_NUMBERED = re.compile(r"[\s_.\-]*\d+$")
_ID = re.compile(r"\S*\d\S*|[A-Z]{1,4}|[a-z_-]+")


def by_kind(
    found: Sequence[Column], top: int
) -> tuple[dict[str, tuple[Column, ...]], list[Column]]:
    """Columns of areas, by kind, and the others."""
    kinds = {one.place: _kind(one, top) for one in found}
    surely = {kinds[one.place] for one in found if _fits(one, kinds[one.place])}
    keys: dict[str, tuple[Column, ...]] = {}
    others = []
    for one in found:
        kind = kinds[one.place]
        # A heading alone says little where another column holds what it says it does.
        if not kind or (one.words and not one.shares[kind] and surely):
            others.append(one)
        else:
            keys[kind] = (*keys.get(kind, ()), one)
    return keys, others


def upper(found: Sequence[Column]) -> dict[str, tuple[Column, ...]]:
    """Columns of upper-tier authorities, where no other column names areas."""
    named = [one for one in found if one.upper]
    fit = tuple(one for one in named if any(one.reader.names(UPPER, word) for word in one.words))
    return {UPPER: fit} if fit else {}


def with_counties(
    keys: Mapping[str, tuple[Column, ...]],
    others: Sequence[Column],
    counties: Mapping[str, tuple[Column, ...]],
) -> tuple[Mapping[str, tuple[Column, ...]], Sequence[Column]]:
    """Take upper-tier authorities for the areas where no other column names any."""
    if not counties or any(one.shares[kind] for kind, group in keys.items() for one in group):
        return keys or counties, others
    return counties, [*others, *(one for group in keys.values() for one in group)]


def _fits(column: Column, kind: str) -> bool:
    return bool(kind) and column.shares[kind] > 0


def _kind(column: Column, top: int) -> str:
    if column.place in column.reader.meant:
        return column.reader.meant[column.place]
    role = column.role
    if role == TARGET:
        return ""
    if role in ("block", "lad", "sicbl", "icb_2026") and (column.shares[role] or not column.words):
        return role
    if role == "icb" and (column.shares["icb"] or column.shares["icb_2026"]):
        return _vintage(column, top)
    kinds = kinds_in(column.shares)
    if role:
        return _as_headed(column, kinds, top)
    if "icb" in kinds or "icb_2026" in kinds:
        kinds = [_vintage(column, top), *(one for one in kinds if one in ("lad", "block"))]
    if len(kinds) > 1:
        fault = (
            f"is the heading of what may be {KINDS[kinds[0]]} or {KINDS[kinds[1]]}; "
            f"head it {kinds[0]} or {kinds[1]}"
        )
        raise UnclearError(top + 1, column.heading, fault, as_kind(column, kinds))
    return kinds[0] if kinds else ""


def _as_headed(column: Column, kinds: Sequence[str], top: int) -> str:
    """What the heading of a column says, in which nothing is of that kind."""
    if kinds and column.shares[kinds[0]] == 1 and len(column.words) > 1:
        fault = f"is the heading of {KINDS[kinds[0]]}; head them {kinds[0]}"
        raise UnclearError(top + 1, column.heading, fault)
    return column.role


def _vintage(column: Column, top: int) -> str:
    """Whether the ICBs of a column are those of 2023 or of 2026."""
    names = column.reader.names
    old = {word for word in column.words if names("icb", word)}
    new = {word for word in column.words if names("icb_2026", word)}
    if old - new and len(old) == len(new) and old != new:
        fault = (
            f"is the heading of ICBs of 2023, such as {min(old - new)}, and of 2026, such as "
            f"{min(new - old)}; name those of one year"
        )
        raise UnclearError(top + 1, column.heading, fault)
    return "icb_2026" if len(new) > len(old) else "icb"


def across(keys: Mapping[str, tuple[Column, ...]], found: Sequence[Column]) -> tuple[Column, ...]:
    """Columns that are numbered, or headed together, in which a row lists areas of one kind.

    One that holds nothing but slips is among them, so that they are told.
    """
    if len(keys) > 1:
        return ()
    ((kind, group),) = keys.items()
    first, *rest = (one.heading.strip() for one in group)
    if rest and first and not any(rest):
        return group
    stem = _NUMBERED.sub("", first)
    alike = [one for one in found if one.words and _NUMBERED.sub("", one.heading.strip()) == stem]
    numbered = stem != first and len({one.heading for one in alike}) == len(alike) > 1
    # Columns of two years that name the same area in each row are numbered too.
    same = any(repeats(one, alike[0], kind) for one in alike[1:])
    return tuple(alike) if numbered and not same else ()


def repeats(one: Column, other: Column, kind: str) -> bool:
    """Whether two columns name the same areas, and not only none that the other names too."""
    pairs = zip(one.cells, other.cells, strict=True)
    both = any(one.reader.code(kind, a) and one.reader.code(kind, b) for a, b in pairs)
    return both and one.agrees(other, kind)


def check_pairs(keys: Mapping[str, tuple[Column, ...]], found: Sequence[Column], top: int) -> None:
    """Refuse columns of one kind that name different areas in a row; raises UnclearError."""
    for kind, (first, *others) in keys.items():
        for one in others:
            if not one.agrees(first, kind):
                fault = (
                    f"and “{short(one.heading)}” both hold {WORDS[kind]}; if one says where each "
                    "goes, head it footprint"
                )
                readings = as_footprint((one, first), found)
                raise UnclearError(top + 1, first.heading, fault, readings)


def may_aim(keys: Mapping[str, tuple[Column, ...]], found: Sequence[Column]) -> list[Column]:
    """The columns beside the areas that group them, and so may say where they go."""
    areas = {group[0].place for group in list(keys.values())[:1]}
    return [
        one
        for one in found
        if areas and one.place not in areas and one.heading
        if not one.numbers and one.role not in ("kind", "colour")
        if 1 < len(list(filter(None, one.cells))) > len(one.words)
    ]


def check_labels(
    name: Column, keys: Mapping[str, tuple[Column, ...]], found: Sequence[Column], top: int
) -> None:
    """Raise UnclearError where a column headed name names its areas, and another groups them.

    The name of an area is hardly that of a footprint, where something else may be.
    """
    if not any(name.repeats(group[0], kind) for kind, group in keys.items()):
        return
    aims = [one for one in may_aim(keys, found) if one.place != name.place]
    if aims:
        names = listed_few((f"“{short(one.heading)}”" for one in (*aims, name)), most=6)
        fault = f"any of the columns {names} may name the footprints; head that one footprint"
        raise UnclearError(top + 1, "", fault, as_footprint((*aims, name), found))


def own_names(
    name: Column,
    aims: Sequence[Column],
    keys: Mapping[str, tuple[Column, ...]],
    found: Sequence[Column],
    top: int,
) -> bool:
    """Whether a column headed name has the names of the areas, of which `aims` say the footprint.

    It has where it is never the same and one of those groups its rows. Raises UnclearError where
    either may name the footprints.
    """
    if name.heading.strip().lower() != "name" or not aims or _ids(aims[0]):
        return False
    areas = zip(*(one.cells for group in keys.values() for one in group), strict=True)
    rows = [place for place, row in enumerate(areas) if any(row)]
    said = [cell for place in rows if (cell := name.cells[place]) not in ("", name.heading)]
    once = 0 < len(said) == len(set(said))
    groups = [one for one in aims if once and _groups(one, name, rows)]
    headed = [one for one in aims if one.role in ("footprint", TARGET)]
    if any(one in headed for one in groups):
        return True
    if said and (once or (headed and aims[0].role == TARGET)):
        names = listed_few((f"“{short(one.heading)}”" for one in (name, *aims)), most=6)
        fault = f"any of the columns {names} may name the footprints; leave the one that does"
        raise UnclearError(top + 1, "", fault, as_footprint((name, *aims), found))
    return False


def _ids(column: Column) -> bool:
    """Whether a column headed footprint has codes of them, which a name beside is that of."""
    return column.role == "footprint" and all(map(_ID.fullmatch, column.words))


def turned(areas: Column, aim: Column) -> bool:
    """Whether a column read as areas groups where they go, which is never the same."""
    said = [cell for cell in aim.cells if cell not in ("", aim.heading)]
    return len(set(said)) == len(said) and _groups(areas, aim, range(len(aim.cells)))


def _groups(column: Column, name: Column, rows: Sequence[int]) -> bool:
    """Whether a column is the same for two names, by itself or by what is written above."""
    said = list(accumulate(column.cells, lambda above, cell: cell or above))
    pairs = {(said[place], name.cells[place]) for place in rows if name.cells[place]}
    return len({aim for aim, _ in pairs if aim}) < len([aim for aim, _ in pairs if aim])
