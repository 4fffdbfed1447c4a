"""Kinds: which kind of areas each column of a table names, and which ones name it together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from footprint.english import listed_few
from footprint.intake.columns import (
    HALF,
    ICBS,
    KINDS,
    TARGET,
    UPPER,
    WORDS,
    Column,
    code_or_name,
    kinds_in,
    says_year,
)
from footprint.intake.questions import UnclearError, as_footprint, as_kind
from footprint.readings import short

_DESCRIBES = ("kind", "colour")
_NUMBERED = re.compile(r"[\s_.\-]*\d+$")
_ID = re.compile(r"\S*\d\S*|[A-Z]{1,4}|[a-z_-]+")


def by_kind(
    found: Sequence[Column], top: int
) -> tuple[dict[str, tuple[Column, ...]], list[Column]]:
    """Columns of areas, by kind, and the others."""
    kinds = _settled({one.place: _kind(one, top) for one in found}, found, top)
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


def areas_by_name(found: Sequence[Column]) -> list[Column]:
    """The columns, one headed name among them for areas where no other names any.

    Another has to say where they go; else a name may be that of the footprint.
    """
    named = [one for one in found if one.heading.strip().lower() == "name"]
    aims = [one for one in found if one.role in ("footprint", TARGET) and one.words]
    if len(named) != 1 or not aims:
        return list(found)
    (name,) = named
    rest = [one for one in found if one not in (name, *aims) and one.role not in _DESCRIBES]
    others = (one.role in WORDS or one.upper or max(one.shares.values()) >= HALF for one in rest)
    most = max(*name.shares.values(), name.share_of(UPPER))
    if most < HALF or any(others):
        return list(found)
    return [replace(one, plain=True) if one is name else one for one in found]


def with_names(
    keys: Mapping[str, tuple[Column, ...]], others: Sequence[Column]
) -> tuple[dict[str, tuple[Column, ...]], list[Column]]:
    """Take a column headed as names of areas whose codes are read for those, whatever is in it."""
    beside = [
        one
        for one in others
        if one.words and code_or_name(one.heading) == "name"
        if any(code_or_name(area.heading) == "code" for area in keys.get(one.role, ()))
    ]
    read = {
        kind: (*group, *(one for one in beside if one.role == kind)) for kind, group in keys.items()
    }
    return read, [one for one in others if one not in beside]


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
    if role in ("block", "lad", "sicbl") and (column.shares[role] or not column.words):
        return role
    if role in ICBS and any(column.shares[year] for year in ICBS):
        headed = says_year(column.heading) and not any(_of_one_year([column]))
        return role if headed else year_of([column], top)
    kinds = kinds_in(column.shares)
    if role:
        return _as_headed(column, kinds, top)
    if "icb" in kinds or "icb_2026" in kinds:
        kinds = [year_of([column], top), *(one for one in kinds if one in ("lad", "block"))]
    if len(kinds) > 1:
        fault = (
            f"is the heading of what may be {KINDS[kinds[0]]} or {KINDS[kinds[1]]}; "
            f"change that heading to “{kinds[0]}” or “{kinds[1]}”"
        )
        raise UnclearError(
            top + 1, column.heading, fault, as_kind([column], dict.fromkeys(kinds, ()))
        )
    return kinds[0] if kinds else ""


def _as_headed(column: Column, kinds: Sequence[str], top: int) -> str:
    """What the heading of a column says, in which nothing is of that kind."""
    if kinds and column.shares[kinds[0]] == 1 and len(column.words) > 1:
        fault = (
            f"is the heading of a column of {KINDS[kinds[0]]}; change that heading to “{kinds[0]}”"
        )
        raise UnclearError(top + 1, column.heading, fault)
    return column.role


def year_of(columns: Sequence[Column], top: int) -> str:
    """Whether the ICBs of some columns are those of 2023 or of 2026: the year that has all.

    Raises UnclearError where neither has. Of those that both have, it is those of 2023.
    """
    answered = {one.reader.meant[one.place] for one in columns if one.place in one.reader.meant}
    if len(answered) == 1:
        return answered.pop()
    old, new = _of_one_year(columns)
    if old and new:
        said = "is the heading of" if len(columns) == 1 else "the columns hold"
        fault = (
            f"{said} ICBs of 2023, such as {min(old)}, and of 2026, such as {min(new)}; "
            "name those of one year"
        )
        heading = columns[0].heading if len(columns) == 1 else ""
        readings = as_kind(columns, {"icb": new, "icb_2026": old})
        raise UnclearError(top + 1, heading, fault, readings)
    return "icb_2026" if new else "icb"


def _of_one_year(columns: Iterable[Column]) -> tuple[set[str], set[str]]:
    """The names of ICBs in some columns that there were only in 2023, and only in 2026."""
    old, new = (_named(columns, year) for year in ICBS)
    return old - new, new - old


def _named(columns: Iterable[Column], kind: str) -> set[str]:
    """What some columns say, part by part, that names an area of a kind."""
    return {
        part
        for one in columns
        for word in one.words
        for part in one.reader.parts(kind, word)
        if one.reader.code(kind, part)
    }


def _settled(kinds: Mapping[int, str], found: Sequence[Column], top: int) -> dict[int, str]:
    """The kinds of columns, where those of names of either year are of that of the others.

    Raises UnclearError where such a name is of another area in each year and nothing says which.
    """
    columns = [one for one in found if kinds[one.place] in ICBS]
    either = [one for one in columns if _of_either_year(one)]
    sure = {kinds[one.place] for one in columns if one not in either}
    settled = dict(kinds)
    # Our own tables, and the plans, say ICBs of 2023 by this heading.
    own = {"icb", "lad"} <= {one.heading for one in found}
    for one in either if not own else ():
        moved = {name for name in _named([one], "icb") if one.reader.moves(name)}
        if len(sure) == 1 and (moved or any(_numbered_as(one, o) for o in columns if o != one)):
            settled[one.place] = next(iter(sure))
        elif moved:
            fault = (
                f"is the heading of ICBs of 2023 or of 2026, and {min(moved)} covers a different "
                "area in each; change that heading to “ICB of 2023” or “ICB of 2026”"
            )
            readings = as_kind([one], dict.fromkeys(ICBS, ()))
            raise UnclearError(top + 1, one.heading, fault, readings)
    return settled


def _of_either_year(column: Column) -> bool:
    """Whether all ICBs in a column may be of either year, and nothing says which."""
    told = column.place in column.reader.meant or says_year(column.heading)
    return not told and not any(_of_one_year([column]))


def _numbered_as(one: Column, other: Column) -> bool:
    """Whether two headings differ by nothing but a number at their end."""
    return _stem(one.heading) == _stem(other.heading)


def _stem(heading: str) -> str:
    return _NUMBERED.sub("", heading.strip())


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
    stem = _stem(first)
    alike = [one for one in found if one.words and _stem(one.heading) == stem]
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
    """Refuse columns of one kind that name different areas in a row; raises UnclearError.

    A code beside a name, or a code where a footprint has its own column, is none by their
    headings: of those each row is told that differs.
    """
    for kind, (first, *others) in keys.items():
        for one in others:
            said = {code_or_name(first.heading), code_or_name(one.heading)}
            goes = "name" in said or any(column.role == "footprint" for column in found)
            if not ("code" in said and goes) and not one.agrees(first, kind):
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


def labels_of(
    given: Mapping[str, Column],
    keys: Mapping[str, tuple[Column, ...]],
    targets: Sequence[Column],
) -> dict[str, tuple[Column, ...]]:
    """The column `name`, by kind, where it names the area of its row and no footprint.

    It does beside a column that says where areas go, and beside a footprint where the heading of
    the areas says nothing, such as code, or where the footprint has no one name.
    """
    if not (name := given.get("name")):
        return {}
    bare = not any(one.role for group in keys.values() for one in group)
    labels = targets if "footprint" not in given else bare or _apart(name, given["footprint"], keys)
    if not labels:
        return {}
    return next(({kind: (name,)} for kind in keys if 2 * name.share_of(kind) > 1), {})


def _apart(name: Column, footprint: Column, keys: Mapping[str, tuple[Column, ...]]) -> bool:
    """Whether names are those of areas sooner than of the footprints beside them.

    They are where they differ within a footprint, or where each footprint has one area and is
    written in words.
    """
    if name.heading.strip().lower() != "name":
        return False
    said = accumulate(footprint.cells, lambda above, cell: cell or above)
    names: dict[str, list[str]] = {}
    for aim, word in zip(said, name.cells, strict=True):
        if word:
            names.setdefault(aim, []).append(word)
    differ = any(len(set(some)) > 1 for some in names.values())
    if _ids(footprint):
        once = all(len(set(some)) == len(some) for some in names.values())
        return differ and once and any(name.repeats(of[0], kind) for kind, of in keys.items())
    return differ or all(len(some) == 1 for some in names.values())


def clashing(name: Column, keys: Mapping[str, tuple[Column, ...]]) -> dict[str, tuple[Column, ...]]:
    """The names of areas, by kind, where one of them is that of another area than its row’s."""
    for kind, (first, *_) in keys.items():
        pairs = zip(first.cells, name.cells, strict=True)
        if any(first.reader.differ(kind, area, word) for area, word in pairs):
            return {kind: (name,)}
    return {}


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
