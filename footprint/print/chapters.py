"""Chapters on paper: sentences, small tables and charts in columns, on sheets of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product, zip_longest

from matplotlib.figure import Figure

from footprint.charts.dot_marks import FOLDED
from footprint.charts.dots import Dots
from footprint.charts.vega import Chart
from footprint.charts.vega import height as charts_height
from footprint.content.values import Chapter, Table
from footprint.english import short_name
from footprint.ink import blocks
from footprint.ink.blocks import Block, Line, height
from footprint.ink.drawings import setting, svg
from footprint.ink.pages import Page
from footprint.ink.words import MM, clean, line_height, width, wrap
from footprint.ink.words import whole as whole_words
from footprint.labels.names import SMALLEST
from footprint.maps.palette import HOUSE_BLUE, QUIET_INK
from footprint.papers.box import Box
from footprint.papers.paper import SLIDE, Paper, Sheet
from footprint.print.charts import Colour, draw, grey

_MARGIN, _GUTTER, _GAP = 12.0, 7.0, 4.0
_SIZES = (9, 8.5, 8, 7.5, 7, SMALLEST)
# On a slide letters are never smaller than these points, those of tables' heads neither, which are
# a point smaller than the words: there more sheets are better.
_LEAST_ON_SLIDE = 9.0
_FEWEST, _WIDE, _NARROWEST = 2, 80.0, 70.0
_LATER = "their sources are on a later page"
# Rows of a table that is not torn.
_FEW_ROWS = 4
# Between the columns of a table, the share of it that names have at least, and parts that the
# other columns may get of what they would like.
_APART, _NAMES = 3.0, 0.18
_PARTS = tuple(eighths / 8 for eighths in range(9))
# Pixels of a chart's width and of its rows, so that its letters are as small as those beside it.
_PIXELS, _ROW, _FOLDED_ROW = 410, 12, 24
# Dots that a column has room for, and how many stand on either side of the one chosen: fewer where
# that leaves room for all charts.
_MOST_DOTS, _ABOUT = 14, (3, 2, 1)


@dataclass(frozen=True)
class Charted(Line):
    """A chart that stands in a column as a line as high as the chart is."""

    chart: Chart | None = None
    letters: float = 0.0


def figures(paper: Paper, sheet: Sheet, *, monochrome: bool = False) -> Iterator[Figure]:
    """Draw a paper's chapters after its map: on one sheet if letters of any size allow it.

    Its charts stand after them, in the same columns.
    """
    paper = _after(paper)
    if not paper.chapters:
        return
    inner = Box(0, 0, sheet.width, sheet.height).grown(-_MARGIN)
    head, foot = _head(paper, inner.width), _foot(paper, sheet, inner.width)
    body = _body(inner, head, foot)
    count, sheets = _settled_on(sheet, paper, body)
    for sheetful in sheets:
        page = _headed(sheet, inner, head)
        for place, column in enumerate(sheetful):
            left, wide = _column_at(body, place, count)
            _fill(page, column, Box(left, body.top, wide, body.height), grey if monochrome else str)
        blocks.draw(page, foot, inner.left, inner.bottom - height(foot), inner.width, {})
        yield page.figure


def sheets_needed(paper: Paper, sheet: Sheet) -> int:
    """How many sheets a paper's chapters take."""
    paper = _after(paper)
    inner = Box(0, 0, sheet.width, sheet.height).grown(-_MARGIN)
    body = _body(inner, _head(paper, inner.width), _foot(paper, sheet, inner.width))
    return len(_settled_on(sheet, paper, body)[1]) if paper.chapters else 0


def sourced_last(paper: Paper, sheet: Sheet) -> Paper:
    """A paper whose maps leave its sources to slides after them, where there is room."""
    after = _after(paper).chapters if paper.chapters else paper.charts
    if sheet.key != SLIDE or not paper.sources or not after:
        return paper
    return replace(paper, sources=(_LATER,))


def _after(paper: Paper) -> Paper:
    """A paper without what leads it, which stands before its maps."""
    return replace(paper, chapters=tuple(one for one in paper.chapters if one not in paper.leading))


def _body(inner: Box, head: Block, foot: Block) -> Box:
    """What the head and the foot of a sheet leave."""
    tall = inner.height - height(head) - height(foot) - 2 * _GAP
    return replace(inner, top=inner.top + height(head) + _GAP, height=tall)


def _abreast(inner: Box) -> int:
    """How many columns stand on a sheet."""
    return max(_FEWEST, int(inner.width // _WIDE))


def _settled_on(sheet: Sheet, paper: Paper, body: Box) -> tuple[int, list[list[Block]]]:
    """How many columns stand on a sheet of a kind, and those of each."""
    if sheet.key != SLIDE:
        return _settled(paper, body, _abreast(body))
    size = _LEAST_ON_SLIDE + 1
    told = replace(paper, charts=tuple(_near(one, _ABOUT[0]) for one in paper.charts))

    def laid(count: int) -> list[list[Block]]:
        lines = _lines(told, _column_wide(body, count), size)
        return _sheets_of(_columns(lines, body.height), count)

    # The fewest sheets, and of those as wide columns as can be.
    counts = range(_FEWEST, _abreast(body) + 1)
    tries = ((count, laid(count)) for count in counts)
    count, sheets = min(tries, key=lambda one: (len(one[1]), one[0]))
    return count, _cited(paper, sheets, body, count)


def _settled(paper: Paper, body: Box, usual: int) -> tuple[int, list[list[Block]]]:
    """How many columns stand on a sheet, and those of each: in the largest letters that need one.

    Where there is no room for all charts on one sheet, columns become narrower, then many dots
    fewer, and then the first chart goes before the others. Where there is room for none the tables
    say what it would.
    """
    narrower = [usual + 1] if _column_wide(body, usual + 1) >= _NARROWEST else []
    whole, *fewer = (tuple(_near(one, about) for one in paper.charts) for about in _ABOUT)
    fewer = [charts for charts in fewer if charts != whole]
    for charts in (whole, *fewer, whole[:1], ()):
        for count, size in product((usual, *narrower), _SIZES):
            lines = _lines(replace(paper, charts=charts), _column_wide(body, count), size)
            columns = _columns(lines, body.height)
            if len(columns) <= count:
                return count, [columns]
    lines = _lines(replace(paper, charts=whole[:1]), _column_wide(body, usual), _SIZES[-1])
    columns = _columns(lines, body.height)
    return usual, _sheets_of(columns, usual)


def _sheets_of(columns: list[Block], count: int) -> list[list[Block]]:
    return [columns[first : first + count] for first in range(0, len(columns), count)]


def _columns(pieces: list[Block], tall: float) -> list[Block]:
    """Fill one column after another with pieces that stay whole."""
    columns: list[Block] = [[]]
    for piece in pieces:
        if columns[-1] and height(columns[-1]) + height(piece) > tall:
            columns.append([])
        columns[-1] += piece if columns[-1] else [replace(piece[0], gap=0), *piece[1:]]
    return columns


def _lines(paper: Paper, wide: float, size: float) -> list[Block]:
    """Every chapter as pieces that are not torn, a heading with what it stands above."""
    told = [piece for chapter in paper.chapters for piece in _chapter(chapter, wide, size)]
    return [*told, *(_charted(chart, wide, size) for chart in paper.charts)]


def _cited(paper: Paper, sheets: list[list[Block]], body: Box, count: int) -> list[list[Block]]:
    """Slides with what all of them were taken from: after the last column, or on a slide more."""
    if not paper.sources:
        return sheets
    cited = Chapter("Sources", tuple(f"{one.rstrip('.')}." for one in paper.sources))
    told = _columns(_chapter(cited, _column_wide(body, count), _LEAST_ON_SLIDE), body.height)
    *before, last = sheets
    room = len(last) + len(told) <= count
    return [*before, [*last, *told]] if room else [*sheets, *_sheets_of(told, count)]


def _near(chart: Chart, about: int) -> Chart:
    """Dots that are too many for a column: the first, the last, and so many about one chosen."""
    if not isinstance(chart, Dots) or len(chart.rows) <= _MOST_DOTS:
        return chart
    ids = [dot.id for dot in chart.rows]
    at = ids.index(chart.selected) if chart.selected in ids else 0
    first = min(max(at - about, 1), len(ids) - 2 * about - 2)
    near = [ids[0], *ids[first : first + 2 * about + 1], ids[-1]]
    title = f"{chart.spoken or chart.title} ({len(near)} of {len(ids)})"
    return replace(chart.of(near), spoken=title)


def _row_of(chart: Chart) -> int:
    """Pixels of a row, with room for a second line where a name needs one."""
    names = [short_name(dot.name) for dot in chart.rows] if isinstance(chart, Dots) else []
    return _FOLDED_ROW if any(len(name) > FOLDED for name in names) else _ROW


def _across(wide: float, size: float) -> int:
    """Pixels across a chart in a column: fewer where its letters are as large as on slides."""
    if size <= _SIZES[0]:
        return _PIXELS
    return min(_PIXELS, int(wide * setting(0, _ROW).letters / (_LEAST_ON_SLIDE * MM)))


def _charted(chart: Chart, wide: float, size: float) -> Block:
    """A chart under its heading, with what its marks mean below."""
    tall = charts_height(chart, _row_of(chart)) * wide / _across(wide, size)
    title = blocks.paragraph(chart.heading, wide, size + 1.5, bold=True, colour=HOUSE_BLUE)
    drawn = Charted("", tall / line_height(1), gap=1.0, chart=chart, letters=size)
    key = blocks.paragraph(chart.key, wide, _less(size, 1), colour=QUIET_INK)
    return [*_spaced(title, 3.5), drawn, *_spaced(key, 0.8)]


def _chapter(chapter: Chapter, wide: float, size: float) -> list[Block]:
    pieces = [_spaced(blocks.paragraph(said, wide, size), 1.0) for said in chapter.said]
    if chapter.table:
        pieces += _rows(chapter.table, wide, size)
    title = blocks.paragraph(chapter.heading, wide, size + 1.5, bold=True, colour=HOUSE_BLUE)
    first, *others = pieces
    return [[*_spaced(title, 3.5), *first], *others]


def _rows(table: Table, wide: float, size: float) -> list[Block]:
    """A table in columns of its own, or where those have no room with two cells on a line."""
    if not table.rows:
        return []
    if widths := _widths(table, wide, size):
        return _grid(table, widths, size)
    title = _spaced(blocks.paragraph(_heads(table), wide, _less(size, 0.5), bold=True), 1.6)
    first, *others = [_row(table, cells, wide, size) for cells in table.texts()]
    return [[*title, *first], *others]


def _widths(table: Table, wide: float, size: float) -> tuple[float, ...]:
    """How wide each column of a table is, so that it has the fewest lines; none without room."""
    right = _figures_of(table)
    names, *others = zip(_headings(table), *table.texts(), strict=True)
    needed = [_needed(cells, size, place in right) for place, cells in enumerate(others, start=1)]
    # A heading is broken once, and what stands under it in every row.
    bare = [(least, most) for least, most, _ in needed]
    headed = [(least, max(most, head)) for least, most, head in needed]
    found = [_shared_out(wishes, wide, part) for wishes in (headed, bare) for part in _PARTS]
    least = max(width(word, size) for name in names for word in clean(name).split(" "))
    fitting = [widths for widths in found if widths[0] >= max(_NAMES * wide, least)]
    return min(fitting, key=lambda widths: _depth(table, widths, size), default=())


def _needed(cells: Sequence[str], size: float, figures: bool) -> tuple[float, float, float]:
    """The least width of a column, that of each cell on one line, and that of its heading.

    Figures are not broken, but what is said of them in brackets may be.
    """
    head, *said = map(clean, cells)
    small = _less(size, 0.5)
    whole = max(width(cell, size, bold=True) for cell in said)
    parts = [part for cell in said for part in (_figure(cell) if figures else whole_words(cell))]
    broken = max(width(part, size, bold=figures) for part in parts)
    least = max(broken, *(width(word, small) for word in head.split(" ")))
    return least, max(whole, least), width(head, small)


def _figure(cell: str) -> list[str]:
    """A figure, and each word in brackets after it."""
    figure, bracket, note = cell.partition(" (")
    return [figure, *f"({note}".split(" ")] if bracket else [figure]


def _shared_out(
    wishes: Sequence[tuple[float, float]], wide: float, part: float
) -> tuple[float, ...]:
    """The width of each column where all but the first get a part of what they would like."""
    taken = [least + part * (most - least) for least, most in wishes]
    return (wide - sum(taken) - _APART * len(taken), *taken)


def _depth(table: Table, widths: Sequence[float], size: float) -> int:
    """How many lines a table takes."""
    return sum(
        max(len(wrap(cell, wide, size)) for cell, wide in zip(row, widths, strict=True))
        for row in (_headings(table), *table.texts())
    )


def _figures_of(table: Table) -> list[int]:
    """The columns of a table that hold figures."""
    return [place for place, cell in enumerate(table.rows[0]) if not isinstance(cell, str)]


def _grid(table: Table, widths: Sequence[float], size: float) -> list[Block]:
    """A table as a head and rows, its figures to the right and the first of them in bold."""
    title = _spaced(blocks.paragraph(table.title, sum(widths), size, bold=True), 1.6)
    right = _figures_of(table)
    look = Line("", _less(size, 0.5), colour=QUIET_INK)
    head = _abreast_of(_headings(table), widths, right, look)
    rows = [_abreast_of(cells, widths, right, Line("", size), bold=1) for cells in table.texts()]
    spaced = [_spaced(row, 0.6) for row in rows]
    # No row stands alone at the foot of a column or at the head of one.
    cuts = [0, *range(2, len(spaced) - 1), len(spaced)] if len(spaced) > _FEW_ROWS else [0, None]
    first, *others = [
        [line for row in spaced[begin:end] for line in row]
        for begin, end in zip(cuts, cuts[1:], strict=False)
    ]
    return [[*title, *_spaced(head, 0.6), *first], *others]


def _abreast_of(
    cells: Sequence[str],
    widths: Sequence[float],
    right: Collection[int],
    look: Line,
    bold: int | None = None,
) -> Block:
    """Cells beside each other, each in its own width and so broken into lines."""
    starts = [sum(widths[:place]) + _APART * place for place in range(len(widths))]
    made = []
    broken = [
        wrap(cell, wide, look.size, bold=place == bold)
        for place, (cell, wide) in enumerate(zip(cells, widths, strict=True))
    ]
    for words in zip_longest(*broken, fillvalue=""):
        joined: Line | None = None
        for place in reversed(range(len(words))):
            strong = place == bold
            taken = width(words[place], look.size, bold=strong)
            off = widths[place] - taken if place in right else 0.0
            told = replace(look, words=words[place], bold=strong, at=starts[place] + off)
            joined = replace(told, beside=joined)
        made.append(joined)
    return made


def _heads(table: Table) -> str:
    first, second, *_ = _headings(table)
    return f"{table.title}: {first}, {second}"


def _headings(table: Table) -> list[str]:
    return [column.heading for column in table.columns]


def _row(table: Table, cells: tuple[str, ...], wide: float, size: float) -> Block:
    name, figure, *others = map(clean, cells)
    lines = _spaced(blocks.figure(name, figure, wide, size), 0.8)
    heads = _headings(table)[2:]
    rest = "; ".join(f"{head}: {cell}" for head, cell in zip(heads, others, strict=True))
    return [*lines, *blocks.paragraph(rest, wide, _less(size, 1), colour=QUIET_INK)]


def _less(size: float, points: float) -> float:
    """A smaller size, which can still be read."""
    return max(size - points, SMALLEST)


def _spaced(lines: Block, gap: float) -> Block:
    """Lines with room above them, of so many millimetres for the largest letters."""
    if not lines:
        return []
    first, *others = lines
    return [replace(first, gap=gap * min(first.size / _SIZES[0], 1.0)), *others]


def _head(paper: Paper, wide: float) -> Block:
    title = blocks.paragraph(paper.title, wide, 16, bold=True)
    return [*title, *blocks.paragraph(paper.subtitle, wide, 9, colour=QUIET_INK)]


def _foot(paper: Paper, sheet: Sheet, wide: float) -> Block:
    return blocks.made(paper, wide, _LEAST_ON_SLIDE if sheet.key == SLIDE else 6.5)


def _headed(sheet: Sheet, inner: Box, head: Block) -> Page:
    """A sheet with its head, and room for columns below."""
    page = Page(sheet.width, sheet.height)
    under = blocks.draw(page, head, inner.left, inner.top - 1.5, inner.width, {})
    page.box(Box(inner.left, under + 1, inner.width, 0.7), fill=HOUSE_BLUE)
    return page


def _column_at(body: Box, place: int, count: int) -> tuple[float, float]:
    """Where a column begins, and how wide it is."""
    wide = _column_wide(body, count)
    return body.left + place * (wide + _GUTTER), wide


def _column_wide(body: Box, count: int) -> float:
    return (body.width - _GUTTER * (count - 1)) / count


def _fill(page: Page, column: Block, box: Box, colour: Colour) -> None:
    """Write a column, and draw the charts that stand in it."""
    top, words = box.top, []
    for line in column:
        if not isinstance(line, Charted) or line.chart is None:
            words.append(line)
            continue
        top = blocks.draw(page, words, box.left, top, box.width, {}) + line.gap
        words = []
        tall = height([line]) - line.gap
        with page.tagged("Figure", line.chart.words):
            pixels = _across(box.width, line.letters)
            drawing = svg(line.chart, width=pixels, row=_row_of(line.chart))
            draw(page, drawing, Box(box.left, top, box.width, tall), colour)
        top += tall
    blocks.draw(page, words, box.left, top, box.width, {})
