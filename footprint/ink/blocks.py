"""Blocks of words on paper: legend, figures and notes, broken into lines and measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

import numpy as np

from footprint.ink.marks import CHANGED_DASHES, Paint, draw_patterns, patterns_of
from footprint.ink.pages import Page, point, polygon
from footprint.ink.words import MM, clean, line_height, width, wrap
from footprint.maps.layer import NAME_OF_FOOTPRINT, LegendRow
from footprint.maps.marks import Mark
from footprint.maps.palette import CHOSEN_LINE, HOUSE_BLUE, INK, QUIET_INK
from footprint.papers.box import Box
from footprint.papers.paper import Paper

_SWATCH = (6.0, 3.4)
_INDENT, _NUMBER_INDENT, _NUMBER_GAP = 8.0, 5.5, 0.5
# The same for each point of the letters, and the gap, where room is dear.
_CLOSE = (0.7, 0.2)
# Letters of so many points are a title's; the smaller bold ones are headings below it.
_TITLE = 12
_SHORTEST, _ROOM_FOR_ONE, _BETWEEN = 4, 47.0, 3.0
# Beside and above each line that leads a paper.
_AFTER, _APART = 5.0, 0.9
# Nobody types more of a link than that.
_MOST_OF_A_LINK = 3
_LONG_LINK = (
    "The link that opens this view again is too long to print: press here in the PDF, or take it "
    "from the Word, PowerPoint or Excel file."
)


@dataclass(frozen=True)
class Line:
    """One line as it is set: size in points, the rest in millimetres.

    `left` and `right` stand at the ends in bold; `swatch`, or the line of a `boundary` still in
    force, before the words; `gap` is the room above. A paragraph `begins` with its first line.
    `beside` is a line to its right, which begins `at` so many millimetres from the column's edge.
    """

    words: str
    size: float
    bold: bool = False
    colour: str = INK
    indent: float = 0.0
    left: str = ""
    right: str = ""
    swatch: LegendRow | None = None
    boundary: bool = False
    gap: float = 0.0
    url: str = ""
    begins: bool = False
    at: float = 0.0
    beside: Line | None = None


Block = list[Line]


@dataclass(frozen=True)
class Entry:
    """What a number on a map stands for; footprints over authorities are as `bold` as there."""

    words: str
    bold: bool = False


def height(lines: Iterable[Line]) -> float:
    """Return the millimetres some lines take from top to bottom."""
    return sum(line.gap + line_height(line.size) for line in lines)


def paragraph(
    words: str, wide: float, size: float, *, bold: bool = False, colour: str = INK
) -> Block:
    """Set a paragraph in a column of so many millimetres."""
    if not words.strip():
        return []
    rows = wrap(words, wide, size, bold=bold)
    return [Line(row, size, bold=bold, colour=colour, begins=row is rows[0]) for row in rows]


def legend(paper: Paper, wide: float, size: float) -> Block:
    """Set the legend: its title, then each mark with its meaning and how many there are."""
    lines = paragraph(paper.key.legend_title, wide, size, bold=True)
    for row in paper.key.legend:
        lines += _legend_row(row, wide, size)
    return lines + _line_meanings(paper, wide, size) + _name_meanings(paper, wide, size)


def _legend_row(row: LegendRow, wide: float, size: float) -> Block:
    first, *others = _meaning(f"{row.words} ({row.counted or row.count})", wide, size)
    return [replace(first, swatch=row), *others]


def _meaning(words: str, wide: float, size: float) -> Block:
    """Set what a mark means, with room before it for the mark."""
    first, *others = [Line(row, size, indent=_INDENT) for row in wrap(words, wide - _INDENT, size)]
    return [replace(first, gap=1.1), *others]


def _line_meanings(paper: Paper, wide: float, size: float) -> Block:
    """Explain the dashed lines where the legend's own marks do not."""
    areas = (area for panel in paper.panels for area in panel.layer.areas)
    in_force = any(Mark.STILL_IN_FORCE in area.marks for area in areas)
    if not in_force or any(Mark.STILL_IN_FORCE in row.marks for row in paper.key.legend):
        return []
    first, *others = _meaning("Boundary of an ICB inside a cluster", wide, size)
    return [replace(first, boundary=True), *others]


def _name_meanings(paper: Paper, wide: float, size: float) -> Block:
    """Say whose names are bold, where footprints are named over authorities."""
    if not any(panel.layer.footprint_names for panel in paper.panels):
        return []
    first, *others = _meaning(NAME_OF_FOOTPRINT, wide, size)
    return [replace(first, left="Abc"), *others]


def figures(paper: Paper, wide: float, size: float) -> Block:
    """Set the key figures, each with its label before it."""
    lines: Block = []
    for label, text in paper.figures:
        lines += figure(clean(label), clean(text), wide, size)
    return [Line("Key figures", size, bold=True), *lines] if lines else []


def figure(label: str, text: str, wide: float, size: float) -> Block:
    """Set a figure after its label, on lines of its own where it would meet it."""
    taken = width(text, size, bold=True)
    if taken > 0.55 * wide:
        # Figures end at one edge, those that need a line of their own too.
        below = [Line("", size, right=words) for words in wrap(text, wide, size, bold=True)]
        return [*(replace(line, gap=0.6) for line in paragraph(label, wide, size)), *below]
    rows = wrap(label, wide - taken - 2, size)
    lines = [Line(words, size) for words in rows]
    return [replace(lines[0], gap=0.6), *lines[1:-1], replace(lines[-1], right=text)][-len(rows) :]


def lead(paper: Paper, wide: float, size: float) -> Block:
    """Set what leads a paper, each label in bold before its sentence; none where nothing does."""
    told = [line for part in paper.leading for line in part.lines]
    taken = max((width(label, size, bold=True) for label, _ in told), default=0.0) + _AFTER
    lines: Block = []
    for label, said in told:
        first, *others = paragraph(said, wide - taken, size)
        lines += [replace(first, left=label, gap=_APART), *others]
    return [replace(line, indent=taken) for line in lines]


def numbers(entries: Sequence[Entry], wide: float, size: float, *, close: bool = False) -> Block:
    """List what the numbers on the map stand for, a long list in columns side by side.

    What stands `close` takes no more room than it must.
    """
    abreast = max(1, min(int(wide / _ROOM_FOR_ONE), len(entries) // _SHORTEST))
    step = (wide + _BETWEEN) / abreast
    indent, gap = (_CLOSE[0] * size, _CLOSE[1]) if close else (_NUMBER_INDENT, _NUMBER_GAP)
    told = [
        _numbered(*one, step - _BETWEEN, size, indent, gap) for one in enumerate(entries, start=1)
    ]
    down = -(-len(told) // abreast)
    columns = [told[first : first + down] for first in range(0, len(told), down or 1)]
    lines = [
        line
        for row in zip_longest(*columns, fillvalue=[])
        for line in _side_by_side(row, step, size)
    ]
    return [Line("Numbers on the map", size, bold=True), *lines] if lines else []


def _numbered(
    number: int, entry: Entry, wide: float, size: float, indent: float, gap: float
) -> Block:
    rows = wrap(entry.words, wide - indent, size, bold=entry.bold)
    first, *others = [Line(row, size, bold=entry.bold, indent=indent) for row in rows]
    return [replace(first, left=str(number), gap=gap), *others]


def _side_by_side(row: Sequence[Block], step: float, size: float) -> Block:
    """Some blocks of one size with their lines beside each other, so many millimetres apart."""
    made = []
    for lines in zip_longest(*row):
        joined: Line | None = None
        for place, line in reversed([*enumerate(lines)]):
            told = line or Line("", size, indent=_NUMBER_INDENT)
            joined = replace(told, at=place * step, beside=joined)
        made.append(replace(joined, gap=max(line.gap for line in lines if line)))
    return made


def draw(
    page: Page,
    lines: Iterable[Line],
    left: float,
    top: float,
    wide: float,
    paints: Mapping[str, Paint],
    *,
    late: bool = False,
) -> float:
    """Write lines downwards from a corner and return where they end.

    What is `late` is read out after all else on the sheet.
    """
    for together in _paragraphs(lines):
        with page.tagged(_kind(together[0]), late=late):
            for line in together:
                top += line.gap
                _line(page, line, left, top, wide, paints)
                top += line_height(line.size)
    return top


def _paragraphs(lines: Iterable[Line]) -> list[Block]:
    """Lines that are read out together: until there is room between them, or another look."""
    found: list[Block] = []
    for line in lines:
        before = found[-1][-1] if found else None
        if before and not line.gap and not line.begins and _look(before) == _look(line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _look(line: Line) -> tuple[float, bool, str]:
    return line.size, line.bold, line.colour


def _kind(first: Line) -> str:
    # What a number stands for is no heading, however bold.
    if not first.bold or first.left:
        return "P"
    return "H1" if first.size >= _TITLE else "H2"


def _line(
    page: Page, line: Line, left: float, top: float, wide: float, paints: Mapping[str, Paint]
) -> None:
    base = top + 0.98 * line.size * MM
    for one in _abreast(line):
        _write(page, one, left + one.at, base)
    if line.right:
        page.words(left + wide, base, line.right, line.size, bold=True, side="right")
    mark = Box(left, base - 0.36 * line.size * MM - _SWATCH[1] / 2, *_SWATCH)
    with page.tagged(""):
        if line.swatch:
            _swatch(page, mark, line.swatch, paints)
        if line.boundary:
            _boundary(page, mark)


def _abreast(line: Line) -> Iterator[Line]:
    yield line
    if line.beside:
        yield from _abreast(line.beside)


def _write(page: Page, line: Line, left: float, base: float) -> None:
    if line.left:
        page.words(left, base, line.left, line.size, bold=True)
    page.words(
        left + line.indent,
        base,
        line.words,
        line.size,
        bold=line.bold,
        colour=line.colour,
        url=line.url,
    )


def _swatch(page: Page, box: Box, row: LegendRow, paints: Mapping[str, Paint]) -> None:
    paint = paints[row.swatch_fill]
    page.box(box, fill=paint.fill)
    shape, names = polygon(box), patterns_of(row.marks, paint)
    draw_patterns(page, shape, names, fill=paint.fill, spared=shape.boundary, clip=box)
    if Mark.STILL_IN_FORCE in row.marks:
        _boundary(page, box)
    if Mark.CLUSTER_BOUNDARY in row.marks:
        _cluster_boundary(page, box)
    if Mark.CHANGED in row.marks:
        page.lines([_across(box)], CHOSEN_LINE, 1.6, dashes=CHANGED_DASHES, butt=True)
    page.box(box, edge=INK, weight=0.6)


def _boundary(page: Page, box: Box) -> None:
    page.lines([_across(box)], INK, 0.7, dashes=(2.6, 1.8), butt=True)


def _cluster_boundary(page: Page, box: Box) -> None:
    page.lines([_across(box)], INK, 1.5, butt=True)


def _across(box: Box) -> np.ndarray:
    middle = box.top + box.height / 2
    return np.array([point(box.left, middle), point(box.right, middle)])


def heading(words: str, wide: float, size: float) -> Block:
    """Set what stands above a map."""
    return paragraph(words, wide, size, bold=True, colour=HOUSE_BLUE)


def small_print(paper: Paper, wide: float, size: float) -> Block:
    """Set the source and licence line, and what the figures were taken from."""
    words = " ".join([paper.key.attribution, *([_sources(paper)] if paper.sources else [])])
    return paragraph(words, wide, size, colour=QUIET_INK)


def _sources(paper: Paper) -> str:
    return f"Figures: {'; '.join(paper.sources)}."


def made(paper: Paper, wide: float, size: float) -> Block:
    """Say when it was made and where the view opens; a web address can be clicked."""
    rows = wrap(f"{paper.made} {paper.link}", wide, size)
    if len(rows) > _MOST_OF_A_LINK:
        rows = wrap(f"{paper.made} {_LONG_LINK}", wide, size)
    url = paper.link if paper.link.startswith(("http://", "https://")) else ""
    return [Line(row, size, colour=QUIET_INK, url=url) for row in rows]
