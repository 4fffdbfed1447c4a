"""Charts on paper: a chart on a sheet of its own, as lines, shapes and words of the sheet's own.

It is drawn as SVG first, as for a web page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from matplotlib.figure import Figure

from footprint.charts.flow import Flow
from footprint.charts.vega import Chart, height
from footprint.ink import blocks, drawings, editable, pages
from footprint.ink.blocks import Block
from footprint.ink.drawings import close_row, least_wide, parted, setting
from footprint.ink.pages import Page
from footprint.ink.tags import Sheet as Drawn
from footprint.ink.vectors import Vector
from footprint.ink.words import MM
from footprint.maps.membership import COLOURS
from footprint.maps.palette import QUIET_INK
from footprint.papers.box import Box
from footprint.papers.paper import SLIDE, Paper, Sheet
from footprint.print.redrawn import Colour, draw, grey
from footprint.print.sheet import MARGIN, foot, head

# Pixels of a row, roomy first, and of a chart's width; letters are never smaller than these points.
_ROWS, _WIDEST = (23, 20, 17, 14), 1500
_READABLE, _LARGEST = 7.5, 10.0
# The largest letters of a chart that has a sheet to itself, the roomiest of its rows, and how much
# of the sheet it is stretched over.
_LARGEST_ALONE, _ROOMIEST, _OF_SHEET = 13.0, 90, 0.95
_LEAST_ON_SLIDE = 9.0
# The largest letters of charts that share a sheet, in points: smaller where one more fits so.
_SHARED = (10.0, 9.5, 9.0, 8.5, 8.0)
# Millimetres between two charts on one sheet, and of a column of words beside one.
_APART, _ASIDE = 6.0, 58.0


def figures(paper: Paper, sheet: Sheet, *, monochrome: bool = False) -> Iterator[Figure]:
    """Draw the charts of a paper, those that are short below each other on one sheet."""
    for charts in _together(paper, sheet):
        if len(charts) == 1:
            yield figure(paper, charts[0], sheet, monochrome=monochrome)
        else:
            yield _shared(paper, charts, sheet, grey if monochrome else str)


def sheets_needed(paper: Paper, sheet: Sheet) -> int:
    """How many sheets the charts of a paper take."""
    return len(_together(paper, sheet))


def figure(
    paper: Paper, chart: Chart, sheet: Sheet, *, monochrome: bool = False, alone: bool = False
) -> Drawn:
    """Draw one chart of a paper on a sheet; `alone` with what is otherwise said beside the map."""
    page, body = _begun(paper, chart.heading, sheet)
    body = _caveated(page, paper, chart, body) if alone else body
    key = _key(chart, body)
    with page.tagged("Figure", chart.words):
        room = _room(chart, body)
        drawn = _drawn(page, chart, room, grey if monochrome else str, _alone(chart, room))
    blocks.draw(page, key, body.left, drawn.bottom + 2, body.width, {})
    return page.figure


def png(paper: Paper, chart: Chart, sheet: Sheet, *, monochrome: bool = False) -> bytes:
    """Return one chart of a paper, alone, as a picture."""
    return pages.png(figure(paper, chart, sheet, monochrome=monochrome, alone=True), sheet.dots)


def svg(
    paper: Paper, chart: Chart, sheet: Sheet, *, monochrome: bool = False, live: bool = False
) -> bytes:
    """Return one chart of a paper, alone, as a drawing, its words as outlines or `live`."""
    write = editable.svg if live else pages.svg
    drawn = figure(paper, chart, sheet, monochrome=monochrome, alone=True)
    return write(drawn, f"{paper.title}: {chart.heading}", chart.words)


def _shared(paper: Paper, charts: Sequence[Chart], sheet: Sheet, colour: Colour) -> Figure:
    """Draw several charts on one sheet, each under its heading, their letters alike."""
    _, alone = _begun(paper, charts[0].heading, sheet)
    page, body = _begun(paper, "", sheet)
    top, letters = body.top, _letters_of(charts, alone)
    for chart in charts:
        under = blocks.draw(page, _heading(chart, body), body.left, top, body.width, {}) + 2
        room = replace(_room(chart, alone), top=under)
        with page.tagged("Figure", chart.words):
            drawn = _drawn(page, chart, room, colour, _fitted(chart, room, letters))
        top = blocks.draw(page, _key(chart, body), body.left, drawn.bottom + 2, body.width, {})
        top += _APART
    return page.figure


def _together(paper: Paper, sheet: Sheet) -> list[list[Chart]]:
    """The charts of each sheet, in their order."""
    sheets: list[list[Chart]] = []
    for chart in _charts(paper, sheet):
        _, body = _begun(paper, chart.heading, sheet)
        if sheets and _letters_of([*sheets[-1], chart], body):
            sheets[-1].append(chart)
        else:
            sheets.append([chart])
    return sheets


def _charts(paper: Paper, sheet: Sheet) -> Iterator[Chart]:
    """The charts of a paper, a flow in several parts where it would be too small for a slide."""
    for chart in paper.charts:
        room = _room(chart, _begun(paper, chart.heading, sheet)[1])
        least = _LEAST_ON_SLIDE if sheet.key == SLIDE else 0.0
        yield from parted(chart, room.width, room.height, least)


def _letters_of(charts: Sequence[Chart], body: Box) -> float:
    """The largest letters with which charts have room below each other; 0 where none do."""
    return next((size for size in _SHARED if _tall(charts, body, size) <= body.height), 0.0)


def _tall(charts: Sequence[Chart], body: Box, size: float) -> float:
    """What charts take of a sheet they share, with their headings and what their marks mean."""
    tall = -_APART
    for chart in charts:
        row, scale = _fitted(chart, _room(chart, body), size)
        words = blocks.height([*_heading(chart, body), *_key(chart, body)])
        tall += words + height(chart, row) * scale + 4 + _APART
    return tall


def _begun(paper: Paper, subtitle: str, sheet: Sheet) -> tuple[Page, Box]:
    """A sheet with its head and its foot, and what they leave."""
    page = Page(sheet.width, sheet.height)
    inner = Box(0, 0, sheet.width, sheet.height).grown(-MARGIN)
    # What the map shows is told on its own sheet.
    told = replace(paper, subtitle=subtitle)
    return page, foot(page, told, head(page, told, inner, bare=False), sheet.small, bare=False)


def _heading(chart: Chart, body: Box) -> Block:
    return blocks.heading(chart.heading, body.width, 10.5)


def _key(chart: Chart, body: Box) -> Block:
    return blocks.paragraph(chart.key, body.width, 8, colour=QUIET_INK)


def _caveated(page: Page, paper: Paper, chart: Chart, body: Box) -> Box:
    """Write what is to be known of a chart's figures, and return what is left for the chart.

    It stands at the foot, or beside the chart where that leaves larger letters.
    """
    wide, narrow = (_caveats(paper, width) for width in (body.width, _ASIDE))
    if not wide:
        return body
    over = replace(body, height=body.height - blocks.height(wide) - 2)
    left = replace(body, width=body.width - _ASIDE - _APART)
    fits = blocks.height(narrow) <= body.height
    if fits and _letters(chart, left) > _letters(chart, over):
        blocks.draw(page, narrow, left.right + _APART, body.top, _ASIDE, {})
        return left
    blocks.draw(page, wide, body.left, over.bottom + 2, body.width, {})
    return over


def _caveats(paper: Paper, wide: float) -> Block:
    """Set what a paper says of its figures beside its map, but for what is of colours alone."""
    told = [note for note in paper.every_note if not note.startswith(COLOURS)]
    paragraphs = [blocks.paragraph(note, wide, 7, colour=QUIET_INK) for note in told]
    return [replace(line, gap=line.begins * 1.0) for one in paragraphs for line in one]


def _letters(chart: Chart, body: Box) -> float:
    """How large the letters of a chart become, in millimetres."""
    row, scale = _fitted(chart, _room(chart, body), _LARGEST_ALONE)
    return scale * setting(0, row).letters


def _room(chart: Chart, body: Box) -> Box:
    return replace(body, height=body.height - blocks.height(_key(chart, body)) - 2)


def vectors(chart: Chart, wide: float, tall: float, *, monochrome: bool = False) -> list[Vector]:
    """A chart as shapes, lines and words in so many millimetres.

    The bands of a flow are named.
    """
    page = Page(wide, tall)
    row = close_row(chart)
    across = max(round(height(chart, row) * wide / tall), least_wide(chart, row))
    drawing = drawings.svg(chart, width=across, row=row)
    draw(page, drawing, Box(0, 0, wide, tall), grey if monochrome else str, chart)
    return page.figure.vectors


def _drawn(page: Page, chart: Chart, room: Box, colour: Colour, fitted: tuple[int, float]) -> Box:
    row, scale = fitted
    wide = int(min(room.width / scale, _WIDEST))
    box = Box(room.left, room.top, wide * scale, height(chart, row) * scale)
    draw(page, drawings.svg(chart, width=wide, row=row), box, colour)
    return box


def _alone(chart: Chart, room: Box) -> tuple[int, float]:
    """Rows and millimetres to a pixel on a sheet of its own, which a small chart is to fill."""
    row, scale = _fitted(chart, room, _LARGEST_ALONE)
    most = _OF_SHEET * room.height / scale
    roomy = range(_ROOMIEST, row, -1) if row == _ROWS[0] else ()
    return next((one for one in roomy if height(chart, one) <= most), row), scale


def _fitted(chart: Chart, room: Box, largest: float = _LARGEST) -> tuple[int, float]:
    """The roomiest rows whose letters can be read, and millimetres to a pixel."""
    tried: list[tuple[float, int, float]] = []
    # The names of what was cut over several sheets are on one line each, at their bars.
    cut = isinstance(chart, Flow) and chart.share < 1
    for row in _ROWS[-1:] if cut else _ROWS:
        wide = least_wide(chart, row)
        letters = setting(0, row).letters
        most = largest * MM / letters
        scale = min(room.height / height(chart, row), room.width / wide, most)
        tried.append((scale * letters / MM, row, scale))
        if tried[-1][0] >= _READABLE:
            break
    # Where nothing can be read so well, a flow is as wide as its names whatever its rows are.
    _, row, scale = max(tried) if isinstance(chart, Flow) else tried[-1]
    return row, scale
