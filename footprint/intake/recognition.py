"""Recognition: where in a file its table is, and which of its columns says what."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from footprint.english import listed, listed_few
from footprint.intake.columns import (
    GIVEN,
    HALF,
    ICBS,
    IGNORED,
    KINDS,
    TARGET,
    UPPER,
    WORDS,
    Column,
    Reader,
    columns,
    headed,
    role_of,
)
from footprint.intake.grouped import filled
from footprint.intake.kinds import (
    across,
    areas_by_name,
    by_kind,
    check_labels,
    check_pairs,
    clashing,
    labels_of,
    may_aim,
    own_names,
    repeats,
    turned,
    upper,
    with_counties,
    with_names,
    year_of,
)
from footprint.intake.layouts import Layout
from footprint.intake.questions import FOOTPRINT, OPTION, SHEET, UnclearError, as_footprint
from footprint.intake.stacked import says_option, stacked
from footprint.options.files import Table
from footprint.readings import Reading, chosen_of, first_rows, short
from footprint.spreadsheets import Sheet

_LOOKED_FOR_HEADINGS = 40
_NO_COLUMNS = (
    "does not say enough: a table needs a column of areas, headed ICB, District or County, and one "
    "that says where each of them goes, headed Footprint"
)


def chosen(
    sheets: Sequence[Sheet], reader: Reader, answers: Collection[str] = ()
) -> tuple[Layout, Sheet]:
    """The only sheet that can be read, and how; raises UnclearError for none or several.

    `answers` choose between the readings of an earlier UnclearError.
    """
    found: list[tuple[Layout, Sheet]] = []
    faults: list[UnclearError] = []
    wanted = chosen_of(SHEET, answers)
    for sheet in [one for one in sheets if one.name == wanted] or sheets:
        try:
            found.append((layout(sheet.rows, reader, answers), sheet))
        except UnclearError as fault:
            faults.append(fault)
    if len(found) == 1:
        return found[0]
    if not found:
        raise next((one for one in faults if str(one) != _NO_COLUMNS), faults[0])
    names = listed(f"“{short(sheet.name)}”" for _, sheet in found)
    raise UnclearError(
        0,
        "",
        f"the sheets {names} can each be read; send the one that is meant",
        [_of_sheet(*one) for one in found],
    )


def _of_sheet(read: Layout, sheet: Sheet) -> Reading:
    rows = first_rows(sheet.rows[read.top :])
    return Reading(f"{SHEET}:{sheet.name}", f"The sheet “{short(sheet.name)}”", rows)


def layout(table: Table, reader: Reader, answers: Collection[str] = ()) -> Layout:
    """How one table is read; raises UnclearError where that is not clear."""
    top = _top(table, reader)
    found = areas_by_name(columns(table, top, reader))
    if not (stack := stacked(found, top)):
        return _told(filled(_layout(table, top, reader, found, answers), answers), found)
    rows, said = stack.chosen(table, top, chosen_of(OPTION, answers))
    if stack.goes_to is not None:
        answers = [*answers, f"{FOOTPRINT}:{stack.goes_to}"]
    found = areas_by_name(stack.beside(columns(rows, top, reader)))
    read = _told(filled(_layout(rows, top, reader, found, answers), answers), found)
    return replace(read, said=(*filter(None, [said]), *read.said))


def _told(read: Layout, found: Sequence[Column]) -> Layout:
    """The layout with a word on each column that may say where areas go and was not read."""
    groups = (*read.keys.values(), read.spread, read.across, tuple(read.given.values()))
    seen = {one.place for group in groups for one in group}
    left = [
        one
        for one in found
        if one.place not in seen and one.heading and one.role in ("", TARGET, *read.keys)
        if one.words and not (one.numbers or one.upper)
    ]
    return replace(
        read,
        said=(*read.said, *(f"The column “{short(one.heading)}” was not read." for one in left)),
    )


def _layout(
    table: Table,
    top: int,
    reader: Reader,
    found: Sequence[Column],
    answers: Collection[str],
) -> Layout:
    """How a table of one option is read, by what its columns hold."""
    if (wanted := chosen_of(FOOTPRINT, answers)).isdecimal():
        return _as_chosen(table, top, reader, found, int(wanted))
    given = _given(found, top)
    rest = [one for one in found if one.role not in (*GIVEN, IGNORED) and not one.upper]
    crosses = [one for one in rest if one.crosses and one.role not in KINDS]
    crosses = crosses if len(crosses) > 1 and not _names(given) else []
    keys, others = by_kind([one for one in rest if one not in crosses], top)
    keys, others = with_counties(*with_names(keys, others), upper(found))
    if not given and (lists := _of_counties(found)):
        return Layout(table, top, reader, {UPPER: lists}, {}, lists)
    if keys and crosses and not any(one.words for one in others):
        return Layout(table, top, reader, keys, given, tuple(crosses))
    targets = _targets(others)
    if not keys or not (_names(given) or targets):
        # What a row says of a footprint is of no use without its name.
        return _wide(table, top, reader, () if given else rest, upper(found) | keys, found)
    if "footprint" not in given and not targets:
        check_labels(given["name"], keys, found, top)
    label = labels_of(given, keys, targets)
    said = () if label else _of_areas(given, targets, keys, found, top)
    label = label or (clashing(given["name"], keys) if said else {})
    given = {role: one for role, one in given.items() if not ((label or said) and role == "name")}
    if listed_across := across(keys, found):
        keys = dict.fromkeys(keys, listed_across)
    else:
        check_pairs(keys, found, top)
    if not _names(given):
        given = given | {"name": _only(targets, keys, found, top)}
    labelled = {kind: (*group, *label.get(kind, ())) for kind, group in keys.items()}
    return Layout(table, top, reader, labelled, given, across=listed_across, said=said)


def _of_areas(
    given: Mapping[str, Column],
    targets: Sequence[Column],
    keys: Mapping[str, tuple[Column, ...]],
    found: Sequence[Column],
    top: int,
) -> tuple[str, ...]:
    """Say that the column `name` names areas, where it does in words that nobody knows."""
    aims = [given["footprint"]] if "footprint" in given else targets
    if "name" not in given or not own_names(given["name"], aims, keys, found, top):
        return ()
    heading = short(given["name"].heading)
    return (f"The column “{heading}” was read as the areas’ own names.",)


def _targets(others: Sequence[Column]) -> list[Column]:
    """The columns that may name footprints: those whose headings say so, if any do."""
    words = [one for one in others if one.words and not one.numbers]
    aims = [one for one in others if one.role == TARGET and one.words]
    # What an option is called, the same in every row, names no footprint surely.
    if all(says_option(one.heading) and len(one.words) == 1 for one in aims):
        return words or aims
    return aims


def _as_chosen(
    table: Table, top: int, reader: Reader, found: Sequence[Column], place: int
) -> Layout:
    """How a table is read of which somebody said which column names the footprints."""
    if not (names := [one for one in found if one.place == place]):
        raise UnclearError(top + 1, _said(table[top]), _NO_COLUMNS)
    beside = [one for one in found if one.place != place]
    rest = [one for one in beside if one.role not in (*GIVEN, IGNORED) and not one.upper]
    keys, _ = by_kind(rest, top)
    keys = keys or upper(beside)
    if not keys:
        raise UnclearError(top + 1, _said(table[top]), _NO_COLUMNS)
    check_pairs(keys, rest, top)
    told = {one.role: one for one in reversed(found) if one.role in ("kind", "colour")}
    return Layout(table, top, reader, keys, told | {"name": names[0]})


def _names(given: Mapping[str, Column]) -> bool:
    return "footprint" in given or "name" in given


def _top(table: Table, reader: Reader) -> int:
    """The row of headings: one that says so, or the one above the first that names an area."""
    rows = [number for number, row in enumerate(table) if any(row)][:_LOOKED_FOR_HEADINGS]
    for number in rows:
        if headed(table[number]):
            return number
    for number in rows:
        for place, cell in enumerate(table[number]):
            if cell and _begins(table, number, place, reader):
                above = [one for one in rows if one < number]
                if not above:
                    fault = "is no row of headings; write one above it, such as ICB and Footprint"
                    raise UnclearError(number + 1, _said(table[number]), fault)
                # A first row with a slip in it names no area, and is no row of headings for that.
                said = [one for one in above if any(map(role_of, table[one]))]
                return (said or above)[-1]
    return rows[0]


def _begins(table: Table, number: int, place: int, reader: Reader) -> bool:
    kinds = [kind for kind in WORDS if reader.names(kind, table[number][place])]
    if not kinds:
        return False
    below = tuple(row[place] for row in table[number:] if place < len(row))
    column = Column(place, "", below, reader)
    return column.upper or any(column.shares.get(kind, 0) >= HALF for kind in kinds)


def _given(found: Sequence[Column], top: int) -> dict[str, Column]:
    given: dict[str, Column] = {}
    for one in found:
        if one.role in GIVEN and given.setdefault(one.role, one).cells != one.cells:
            raise UnclearError(
                top + 1,
                one.heading,
                "is the heading of two columns that differ; leave one of them",
                as_footprint((given[one.role], one), found) if one.role in GIVEN[:2] else (),
            )
    return given


def _wide(
    table: Table,
    top: int,
    reader: Reader,
    rest: Sequence[Column],
    keys: Mapping[str, tuple[Column, ...]],
    found: Sequence[Column],
) -> Layout:
    """A table in which each column lists the areas of the footprint it is headed by."""
    spread = [one for one in rest if one.heading and one.words and one.role not in KINDS]
    kinds = [kind for kind in KINDS if all(one.shares[kind] >= HALF for one in spread)]
    if len(spread) < 2 or not kinds:
        raise _without_footprint(table, top, keys, found)
    total = {kind: sum(one.shares[kind] for one in spread) for kind in kinds}
    if set(ICBS) <= total.keys():
        year = year_of(spread, top)
        total = {kind: share for kind, share in total.items() if kind == year or kind not in ICBS}
    kind = max(total, key=total.__getitem__)
    tied = [one for one in total if total[one] == total[kind]]
    if len(tied) > 1 and "lad" in tied:
        words = " or ".join(KINDS[one] for one in tied)
        raise UnclearError(top + 1, _said(table[top]), f"are headings of what may be {words}")
    if all(repeats(one, spread[0], kind) for one in spread[1:]):
        raise UnclearError(top + 1, _said(table[top]), _NO_COLUMNS)
    return Layout(table, top, reader, {kind: tuple(spread)}, {}, tuple(spread))


def _of_counties(found: Sequence[Column]) -> tuple[Column, ...]:
    """Columns that each list the counties of the footprint they are headed by, or none.

    No county is in two of them, nor are they as much of another kind of area.
    """
    lists = [one for one in found if one.words]
    plain = all(one.heading and one.role in ("", TARGET) for one in lists)
    over = [one.share_of(UPPER) - max(HALF, *one.shares.values()) for one in lists]
    if len(lists) < 2 or not plain or min(over) < 0 or max(over) == 0:
        return ()
    parts = [
        one.reader.code(UPPER, part)
        for one in lists
        for cell in filter(None, one.cells)
        for part in one.reader.parts(UPPER, cell)
    ]
    known = list(filter(None, parts))
    return tuple(lists) if len(set(known)) == len(known) else ()


def _without_footprint(
    table: Table, top: int, keys: Mapping[str, tuple[Column, ...]], found: Sequence[Column]
) -> UnclearError:
    """Say that no column names footprints, or which of several may name them."""
    if len(keys) < 2 and not (aims := may_aim(keys, found)):
        return UnclearError(top + 1, _said(table[top]), _NO_COLUMNS)
    if len(keys) < 2:
        ((kind, (first, *_)),) = keys.items()
        fault = f"holds {WORDS[kind]}, and no heading says where they go; head the one that does"
        return UnclearError(top + 1, first.heading, f"{fault} footprint", as_footprint(aims, found))
    (kind, (first, *more)), *others = keys.items()
    beside = [(kind, one) for kind, group in others for one in group]
    also = listed(f"“{short(one.heading)}” {WORDS[kind]}" for kind, one in beside)
    joined, left = (",", "others go") if len(beside) > 1 else (" and", "other goes")
    fault = (
        f"holds {WORDS[kind]}{joined} {also}, and nothing says which is where the {left}; "
        "head that one footprint"
    )
    every = [*(one for _, one in beside), *more, first]
    return UnclearError(top + 1, first.heading, fault, as_footprint(every, every))


def _only(
    targets: Sequence[Column],
    keys: Mapping[str, tuple[Column, ...]],
    found: Sequence[Column],
    top: int,
) -> Column:
    """The column of footprints; raises UnclearError where it may be another one."""
    aims = list(targets)
    if len(aims) == 1 and not aims[0].role and len(keys) == 1:
        # What differs in each row is an area of its own sooner than where areas go.
        aims += [one for group in keys.values() for one in group if turned(one, aims[0])]
    if len(aims) == 1:
        return aims[0]
    names = listed_few((f"“{short(one.heading)}”" for one in aims), most=6)
    fault = f"any of the columns {names} may name the footprints; head the one that does footprint"
    raise UnclearError(top + 1, "", fault, as_footprint(aims, found))


def _said(row: Sequence[str]) -> str:
    return ", ".join(row[:6])
