"""Grouped: a footprint, or an ICB, written once above the rows that it is meant for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from footprint.intake.layouts import Layout
from footprint.intake.notes import in_rows
from footprint.intake.questions import BELOW, UnclearError
from footprint.options.files import Table
from footprint.readings import Reading, chosen_of, first_rows, short

_ABOVE, _NONE = "above", "none"
_READINGS: Mapping[str, str] = {
    _ABOVE: "An empty cell means the footprint above it",
    _NONE: "An empty cell names no footprint, and its area stays where it is",
}


def filled(read: Layout, answers: Collection[str] = ()) -> Layout:
    """The layout with what is written above read in the empty cells below it, which is said.

    Raises UnclearError where an empty cell may as well say nothing.
    """
    if read.spread:
        return read
    read = _ids(_icbs(read))
    places = [read.given[role].place for role in ("footprint", "name") if role in read.given]
    gaps = _gaps(read, places, _areas(read))
    answer, written = chosen_of(BELOW, answers), _written(read, places)
    if not gaps or _is_forgotten(written, gaps):
        return read
    if answer not in _READINGS and not _is_grouped(written, gaps):
        raise _unclear(read, places, gaps)
    heading = short(read.table[read.top][places[-1]])
    if answer == _NONE:
        rows = [[] if at in gaps else row for at, row in enumerate(read.table)]
        said = f"Where “{heading}” is empty, the area was left out: in {_rows(gaps)}."
    else:
        rows = _without_leads(read, _read_down(read.table, places, gaps), gaps)
        said = f"Where “{heading}” is empty, the footprint above was read: in {_rows(gaps)}."
    return replace(read, table=rows, said=(*read.said, said))


def _icbs(read: Layout) -> Layout:
    """The layout with an ICB read down where districts beside it have none."""
    whole = next((read.keys[one] for one in ("sicbl", "icb", "icb_2026") if one in read.keys), ())
    if not whole or "lad" not in read.keys:
        return read
    places = [one.place for one in whole]
    gaps = _gaps(read, places, {"lad": [one.place for one in read.keys["lad"]]})
    if not gaps:
        return read
    said = f"Where “{short(whole[0].heading)}” is empty, the one above was read: in"
    rows = _read_down(read.table, places, gaps)
    return replace(read, table=rows, said=(*read.said, f"{said} {_rows(gaps)}."))


def _ids(read: Layout) -> Layout:
    """The layout with an id read down where the name beside it is that of the row above."""
    if not {"footprint", "name"} <= set(read.given):
        return read
    code, name = (read.given[role].place for role in ("footprint", "name"))
    above, gaps, others = 0, {}, {}
    for at, row in enumerate(read.table[read.top + 1 :], start=read.top + 1):
        called = _cell(row, name)
        if _cell(row, code):
            above = at
        elif above and called and called == _cell(read.table[above], name):
            gaps[at] = above
        elif above and called and _cell(read.table[above], name):
            others.setdefault(called, (at, _cell(read.table[above], code)))
    said = [_another(called, *one) for called, one in others.items()]
    table = _read_down(read.table, [code], gaps) if gaps else read.table
    return replace(read, table=_without_leads(read, table, gaps), said=(*read.said, *said))


def _another(called: str, at: int, code: str) -> str:
    """Say that a name without an id, below a footprint that has one, was read as another."""
    above = f"“{short(code)}”"
    return (
        f"Row {at + 1}: “{short(called)}” has no id, so it was read as another footprint "
        f"than {above} above it. If it belongs to that one, write {above} in its row."
    )


def _without_leads(read: Layout, table: Table, gaps: Mapping[int, int]) -> Table:
    """The table without the rows that name a footprint for those below them, and no area."""
    areas = [place for some in _areas(read).values() for place in some]
    leads = {at for at in gaps.values() if not any(_cell(table[at], place) for place in areas)}
    return [[] if at in leads else row for at, row in enumerate(table)]


def _areas(read: Layout) -> dict[str, list[int]]:
    return {kind: [one.place for one in read.across or group] for kind, group in read.keys.items()}


def _gaps(
    read: Layout, places: Sequence[int], areas: Mapping[str, Sequence[int]]
) -> dict[int, int]:
    """The rows that name an area and nothing in some places, with the row above that does."""
    above, gaps = 0, {}
    for at, row in enumerate(read.table[read.top + 1 :], start=read.top + 1):
        if row == read.table[read.top]:
            continue
        if any(_cell(row, place) for place in places):
            above = at
        elif above and any(
            read.reader.code(kind, part)
            for kind, some in areas.items()
            for place in some
            for part in read.reader.parts(kind, _cell(row, place))
        ):
            gaps[at] = above
    return gaps


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _read_down(table: Table, places: Sequence[int], gaps: Mapping[int, int]) -> Table:
    wide = max(map(len, table))
    rows = list(table)
    for at, above in gaps.items():
        row = [*table[at], *[""] * (wide - len(table[at]))]
        for place in places:
            row[place] = _cell(table[above], place)
        rows[at] = row
    return rows


def _written(read: Layout, places: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """What stands in some places, by row, where anything does."""
    below = enumerate(read.table[read.top + 1 :], start=read.top + 1)
    cells = {
        at: tuple(_cell(row, place) for place in places)
        for at, row in below
        if row != read.table[read.top]
    }
    return {at: some for at, some in cells.items() if any(some)}


def _is_grouped(written: Mapping[int, tuple[str, ...]], gaps: Mapping[int, int]) -> bool:
    """Whether each footprint is written once, and most of them above others of its rows."""
    return len(set(written.values())) == len(written) <= 2 * len(set(gaps.values()))


def _is_forgotten(written: Mapping[int, tuple[str, ...]], gaps: Mapping[int, int]) -> bool:
    """Whether each gap is below a footprint that is written out, row by row."""
    before = dict(pairwise(reversed(written)))
    return all(
        above in before and written[before[above]] == written[above] for above in gaps.values()
    )


def _unclear(read: Layout, places: Sequence[int], gaps: Mapping[int, int]) -> UnclearError:
    heading, first = read.table[read.top], min(gaps)
    around = [heading, *read.table[gaps[first] :]]
    tables = {_ABOVE: [heading, *_read_down(read.table, places, gaps)[gaps[first] :]]}
    fault = (
        f"is empty in {_rows(gaps)}, and the footprints of other rows are written out; write "
        "the footprint in each row"
    )
    readings = [
        Reading(f"{BELOW}:{answer}", words, first_rows(tables.get(answer, around)))
        for answer, words in _READINGS.items()
    ]
    return UnclearError(read.top + 1, _cell(heading, places[-1]), fault, readings)


def _rows(gaps: Collection[int]) -> str:
    return in_rows(at + 1 for at in gaps)
