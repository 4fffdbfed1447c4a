"""The print map: a paper drawn on one sheet, for people who will hold it in their hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import shapely

from footprint.facts.shapes import Shapes
from footprint.ink import blocks, pages, tagged
from footprint.ink.blocks import Block, Entry, height
from footprint.ink.marks import bar_room, paints
from footprint.ink.pages import Page
from footprint.ink.shapes import Coverage, bounds, coverage, window
from footprint.ink.tags import Sheet as DrawnSheet
from footprint.labels.names import SMALLEST, Name
from footprint.maps.palette import HOUSE_BLUE, INK, QUIET_INK, RULE
from footprint.papers.box import Box
from footprint.papers.paper import Panel, Paper, Sheet
from footprint.print.keys import agreed, entry_of
from footprint.print.layouts import (
    LEGIBLE,
    SEA,
    SEA_OF_LARGE,
    WORTH,
    Layout,
    Setting,
    arranged,
    refilled,
)
from footprint.print.panels import draw
from footprint.print.pictures import pictured
from footprint.print.plots import INSET_MOST, LONDON, Plot, Wishes, plotted, unnamed, with_inset

MARGIN = 12.0
_GAP = 4.0
_AROUND, _SHORE = 0.07, 4000.0
_LARGE, _SMALL = (10, 9, 8, 7.5, 7, 6.5), (8, 7.5, 7, 6.5)
# How much larger than the least letters of a map alone others may be.
_LARGER = (2, 1, 0.5, 0)
_ALONE = "Each map is on a sheet of its own after this one, with every footprint’s name."
_NOTED = (
    "Each map is on a sheet of its own after this one, with its notes and every footprint’s name."
)
# So many maps stand beside each other with all that is said of them.
_ABREAST = 2
# What can be read on a sheet where names may be left out.
_LEGIBLE = (9, 8.5, 8)
_INSET_LEAST, _INSET_HEAD = 36.0, 6.0
# Letters of what leads a paper, no smaller than any below it, and how much of a sheet it may take.
_LEADING, _MOST_LED = (11, 10.5, 10), 0.45
# How small the land may stand for its names to have room; where that leaves a few numbers, with an
# inset of so many millimetres, and then smaller still, if that leaves none.
_EASES, _SMALLER, _A_FEW, _INSET = (1.0, 0.93), (0.87, 0.79), 6, 46.0
# How far a name may stand from its area, of the width of a map, where there are several.
_NEAR = 0.4


def figure(
    paper: Paper, sheet: Sheet, shapes: Shapes, *, monochrome: bool = False, bare: bool = False
) -> DrawnSheet:
    """Draw a paper on a sheet.

    `monochrome` uses greys that a black-and-white printer keeps apart. `bare` leaves out all
    words but the legend and the source line, for documents that have their own.
    """
    return next(_laid(paper, sheet, shapes, monochrome=monochrome, bare=bare).drawn())


def figures(
    paper: Paper, sheet: Sheet, shapes: Shapes, *, monochrome: bool = False
) -> Iterator[DrawnSheet]:
    """Draw a paper on a sheet, and on further ones what has no room there."""
    for one in laid(paper, sheet, shapes, monochrome=monochrome):
        yield from one.drawn()


def laid(
    paper: Paper, sheet: Sheet, shapes: Shapes, *, monochrome: bool = False
) -> tuple[Laid, ...]:
    """Lay out the sheets of a paper, which says how many they are before any is drawn.

    Of several maps each follows alone, with the names that had no room beside the others.
    """
    lay = partial(_laid, sheet=sheet, shapes=shapes, monochrome=monochrome)
    if not paper.apart:
        return (lay(paper),)
    told, *others = _told_apart(paper)
    return (lay(told, apart=True), *map(lay, others))


def _told_apart(paper: Paper) -> list[Paper]:
    """Several maps beside each other, then each alone; of more than two each has its own note."""
    if len(paper.panels) <= _ABREAST:
        return [replace(paper.overview, notes=(_ALONE, *paper.notes)), *paper.apart]
    own = [panel.note for panel in paper.panels]
    alone = _NOTED if any(own) else _ALONE
    singles = zip(paper.apart, own, strict=True)
    return [
        replace(paper.overview.noted_apart, notes=(alone, *paper.notes)),
        *(replace(single, notes=(note,)) for single, note in singles),
    ]


@dataclass(frozen=True)
class Laid:
    """A sheet whose every map and line has its place, with its head and its foot on a page."""

    paper: Paper
    sheet: Sheet
    page: Page
    layout: Layout
    plots: Sequence[Plot]
    cut: Coverage
    monochrome: bool

    @property
    def count(self) -> int:
        """How many sheets it takes, for lines that have no room need another."""
        return 2 if self.layout.rest else 1

    def drawn(self) -> Iterator[DrawnSheet]:
        """Draw it, and then the lines that had no room."""
        paper, page = self.paper, self.page
        for column in self.layout.columns:
            key = paints(paper.key, paper.key, monochrome=self.monochrome)
            blocks.draw(page, column.lines, column.left, column.top, column.width, key)
        for plot, panel in zip(self.plots, paper.panels, strict=True):
            box = plot.window.box
            lines = blocks.heading(panel.heading, box.width, 9)
            blocks.draw(page, lines, box.left, box.top - height(lines) - 1, box.width, {})
            inks = paints(panel.layer, paper.key, monochrome=self.monochrome)
            with page.tagged("Figure", paper.description):
                draw(page, plot, self.cut, inks, part=paper.scope)
        yield page.figure
        if self.layout.rest:
            yield _rest(paper, self.sheet, self.layout)


def _laid(
    paper: Paper,
    sheet: Sheet,
    shapes: Shapes,
    *,
    monochrome: bool,
    bare: bool = False,
    apart: bool = False,
) -> Laid:
    page = Page(sheet.width, sheet.height)
    inner = Box(0, 0, sheet.width, sheet.height).grown(-(4.0 if bare else MARGIN))
    body = foot(page, paper, head(page, paper, inner, bare=bare), sheet.small, bare=bare)
    body = body if bare else _led(page, paper, body)
    names = _Names(_letters(paper, sheet, bare, apart), numbers=not (bare or apart))
    return Laid(paper, sheet, page, *_settled(paper, body, shapes, bare, names), monochrome)


def _rest(paper: Paper, sheet: Sheet, layout: Layout) -> DrawnSheet:
    """Draw the lines that had no room, in columns as wide as theirs."""
    page = Page(sheet.width, sheet.height)
    inner = Box(0, 0, sheet.width, sheet.height).grown(-MARGIN)
    body = foot(page, paper, head(page, paper, inner, bare=False), sheet.small, bare=False)
    wide, left, top = layout.columns[0].width, body.left, body.top
    for line in layout.rest:
        if top + height([line]) > body.bottom:
            left, top = left + wide + _GAP, body.top
        top = blocks.draw(page, [line], left, top, wide, {})
    return page.figure


def placed(paper: Paper, sheet: Sheet, shapes: Shapes) -> tuple[Layout, Sequence[Plot]]:
    """Where everything on a sheet goes, without drawing it."""
    one = _laid(paper, sheet, shapes, monochrome=False)
    return one.layout, one.plots


def head(page: Page, paper: Paper, inner: Box, *, bare: bool) -> Box:
    """Write the title, the subtitle and the blue rule, and return what is left below."""
    if bare:
        return inner
    title = _title(paper.title, inner.width)
    under = blocks.paragraph(paper.subtitle, inner.width, 9, colour=QUIET_INK)
    if under:
        under[0] = replace(under[0], gap=0.8)
    top = blocks.draw(page, [*title, *under], inner.left, inner.top - 1.5, inner.width, {})
    page.box(Box(inner.left, top + 1.3, inner.width, 0.7), fill=HOUSE_BLUE)
    start = top + 2.0 + _GAP
    return replace(inner, top=start, height=inner.bottom - start)


def _title(words: str, wide: float) -> Block:
    """Set a title in one line if it can be large, else in two, else smaller."""
    for most, size in ((1, 20), (1, 18), (1, 17), (1, 16), (2, 18), (2, 16), (3, 14)):
        lines = blocks.paragraph(words, wide, size, bold=True)
        if len(lines) <= most:
            return lines
    return blocks.paragraph(words, wide, 12, bold=True)


def _led(page: Page, paper: Paper, body: Box) -> Box:
    """Write what leads a paper above its maps, and return what is left below."""
    tries = [blocks.lead(paper, body.width, size) for size in _LEADING]
    lines = next((one for one in tries if height(one) <= _MOST_LED * body.height), tries[-1])
    if not lines:
        return body
    start = blocks.draw(page, lines, body.left, body.top - 1, body.width, {}) + _GAP
    return replace(body, top=start, height=body.bottom - start)


def foot(page: Page, paper: Paper, inner: Box, small: float, *, bare: bool) -> Box:
    """Write the source line, the date and the link, in so many points, and return what is left."""
    lines = blocks.small_print(paper, inner.width, small)
    if not bare:
        lines = [*lines, *blocks.made(paper, inner.width, small)]
    tall = height(lines)
    top = inner.bottom - tall
    blocks.draw(page, lines, inner.left, top, inner.width, {}, late=True)
    if not bare:
        page.box(Box(inner.left, top - 1.35, inner.width, 0.15), fill=RULE)
    end = top - (1.5 if bare else _GAP)
    return replace(inner, height=end - inner.top)


@dataclass(frozen=True)
class _Names:
    """The sizes of names in points, the largest first.

    `numbers` says whether those without room on one of several maps become numbers. A picture in
    a document has no room for a list of half a hundred; where each map has a sheet of its own as
    well, nobody needs it.
    """

    letters: tuple[float, ...]
    numbers: bool = True


def _letters(
    paper: Paper, sheet: Sheet, bare: bool = False, apart: bool = False
) -> tuple[float, ...]:
    """The sizes in points that names may have, the largest first."""
    if bare:
        return tuple(sheet.least + more for more in _LARGER)
    if apart:
        return _LEGIBLE
    return _LARGE if paper.scope and len(paper.panels) == 1 else _SMALL


def _settled(
    paper: Paper, body: Box, shapes: Shapes, bare: bool, names: _Names
) -> tuple[Layout, list[Plot], Coverage]:
    """Lay out the sheet, again where numbers on the map need a list beside it."""
    known: dict[tuple[object, ...], tuple[list[Plot], Coverage]] = {}

    def there(layout: Layout) -> tuple[list[Plot], Coverage]:
        aside = _aside(paper, layout) is not None
        laid = layout.maps, _kept(layout), layout.across, aside
        if laid not in known:
            known[laid] = _plots(paper, layout, shapes, names, aside=aside)
        return known[laid]

    def place(layout: Layout) -> list[Plot]:
        (plots, cut), aside = there(layout), _aside(paper, layout)
        return [with_inset(plot, aside, cut, names.letters) for plot in plots] if aside else plots

    found = _picture(paper, body, shapes, place) if bare and len(paper.panels) == 1 else None
    layout, plots = found or agreed(
        lambda listed: _layout(paper, body, shapes, bare, listed),
        place,
        lambda layout, listed: refilled(
            layout, _setting(paper, bare, listed), _below_words(_aside(paper, layout))
        ),
    )
    return layout, plots, there(layout)[1]


def _kept(layout: Layout) -> tuple[Box, ...]:
    """What words on the sea keep from all that is on the map."""
    if not layout.over:
        return ()
    return tuple(
        Box(one.left - _GAP, one.top, one.width + _GAP, one.room + _GAP) for one in layout.columns
    )


def _below_words(aside: Box | None) -> float:
    """What an inset of London takes at the foot of a column, with its heading."""
    return aside.height + _INSET_HEAD if aside else 0.0


def _extent(paper: Paper, shapes: Shapes) -> tuple[float, float, float, float]:
    """Return west, south, east and north of what the maps show, with some room around."""
    west, south, east, north = bounds(shapes, paper.scope)
    edge = _AROUND * max(east - west, north - south) if paper.scope else _SHORE
    return (west - edge, south - edge, east + edge, north + edge)


def _layout(paper: Paper, body: Box, shapes: Shapes, bare: bool, listed: Sequence[Entry]) -> Layout:
    west, south, east, north = _extent(paper, shapes)

    def above(wide: float) -> float:
        headings = [blocks.heading(panel.heading, wide, 9) for panel in paper.panels]
        return max(height(lines) + 1 if lines else 0.0 for lines in headings)

    aspect, setting = (east - west) / (north - south), _setting(paper, bare, listed)
    worth = LEGIBLE if bare else WORTH
    # Names of a part stand on the land around it.
    named = any(area.labelled for panel in paper.panels for area in panel.layer.areas)
    sea = (0.0, 0.0) if paper.scope or not named else SEA_OF_LARGE if bare else SEA
    return arranged(body, len(paper.panels), aspect, setting, above, worth, sea)


def _picture(
    paper: Paper, body: Box, shapes: Shapes, place: Callable[[Layout], list[Plot]]
) -> tuple[Layout, list[Plot]] | None:
    """Lay out one map without the words of a sheet."""
    west, south, east, north = extent = _extent(paper, shapes)
    clear = None if paper.scope else partial(_at_sea, shapes, extent)
    settings = partial(_setting, paper, True)
    aspect = (east - west) / (north - south)
    return pictured(body, aspect, settings, _every(paper), place, clear)


def _every(paper: Paper) -> list[Entry]:
    """What a list of numbers holds where every name that must be on a map is one."""
    layer = paper.panels[0].layer
    areas, frames = layer.area_of_block, layer.footprint_of_block
    named = [(n, layer.areas[n]) for n in sorted(_must(paper, areas))]
    names = [Name(n, one.short, one.value) for n, one in named if one.labelled]
    over = sorted(_must(paper, frames))
    names += [Name(n, layer.footprint_names[n], frame=True) for n in over]
    names += unnamed(layer, _must(paper, areas)) if paper.scope else []
    return [entry_of(name) for name in names]


def _at_sea(shapes: Shapes, extent: Sequence[float], one: Box, words: Box, across: float) -> bool:
    """Whether words on a map keep off the land."""
    drawn, around = window(one, extent, across=across), words.grown(_GAP / 2)
    west, south = drawn.west, drawn.south
    sea = shapely.box(
        west + (around.left - one.left) / drawn.scale,
        south + (one.bottom - around.bottom) / drawn.scale,
        west + (around.right - one.left) / drawn.scale,
        south + (one.bottom - around.top) / drawn.scale,
    )
    return not shapes.grid.intersects(sea).any()


def _setting(paper: Paper, bare: bool, listed: Sequence[Entry]) -> Setting:
    return partial(_blocks, paper, bare=bare, numbered=listed)


def _plots(
    paper: Paper,
    layout: Layout,
    shapes: Shapes,
    names: _Names,
    *,
    aside: bool,
) -> tuple[list[Plot], Coverage]:
    """Find the place of every name, with more sea around England where the sea is too narrow."""
    extent, maps, kept = _extent(paper, shapes), layout.maps, _kept(layout)
    cut = coverage(shapes, window(maps[0], extent).scale)
    wishes = [
        replace(_wishes(paper, panel, names, aside=aside, first=n == 0), kept=kept)
        for n, panel in enumerate(paper.panels)
    ]

    def eased(ease: float, inset: float = INSET_MOST) -> list[Plot]:
        windows = [window(box, extent, across=layout.across, ease=ease) for box in maps]
        wanted = zip(paper.panels, windows, wishes, strict=True)
        return [
            plotted(panel, one, cut, replace(asked, inset=inset)) for panel, one, asked in wanted
        ]

    alone = not paper.scope and len(maps) == 1
    best = _least_numbered(eased, _EASES if alone else _EASES[:1])
    if alone and paper.ground == "land" and 0 < _numbers(best) <= _A_FEW:
        closer = partial(eased, inset=_INSET)
        tries = ((closer, _EASES), (eased, _SMALLER), (closer, _SMALLER))
        smaller = (_least_numbered(*one) for one in tries)
        best = next((one for one in smaller if not _numbers(one)), best)
    if wishes[0].bar and best[0].bar is None:
        return _with_bar_below(paper, layout, extent, cut, wishes), cut
    return best, cut


def _least_numbered(eased: Callable[[float], list[Plot]], eases: Sequence[float]) -> list[Plot]:
    """The maps with the fewest numbers of some that are ever smaller, up to one without any."""
    tries: list[list[Plot]] = []
    for ease in eases:
        tries.append(eased(ease))
        if not _numbers(tries[-1]):
            break
    return min(tries, key=_numbers)


def _with_bar_below(
    paper: Paper,
    layout: Layout,
    extent: Sequence[float],
    cut: Coverage,
    wishes: Sequence[Wishes],
) -> list[Plot]:
    """Place what is on maps that have no sea for a scale bar, which stands under the first."""
    _, tall = bar_room(1.0, 1.0)
    boxes = [replace(box, height=box.height - tall) for box in layout.maps]
    windows = [window(box, extent, across=layout.across) for box in boxes]
    wanted = zip(paper.panels, windows, wishes, strict=True)
    first, *others = [
        plotted(panel, one, cut, replace(asked, bar=False)) for panel, one, asked in wanted
    ]
    wide, _ = bar_room(first.window.scale, boxes[0].width)
    bar = Box(boxes[0].right - wide, boxes[0].bottom, wide, tall)
    return [replace(first, bar=bar), *others]


def _numbers(plots: Sequence[Plot]) -> int:
    return sum(plot.numbers for plot in plots)


def _wishes(
    paper: Paper,
    panel: Panel,
    names: _Names,
    *,
    aside: bool,
    first: bool,
) -> Wishes:
    return Wishes(
        must=_must(paper, panel.layer.area_of_block),
        frames=_must(paper, panel.layer.footprint_of_block),
        sizes=names.letters,
        bar=first and paper.ground == "land",
        london=_inset(paper),
        aside=aside,
        plates=bool(paper.scope),
        near=_NEAR if _many(paper) else 0.0,
        numbers=names.numbers or not _many(paper),
        alike=_many(paper),
    )


def _many(paper: Paper) -> bool:
    """Whether a sheet has several maps of all England."""
    return len(paper.panels) > 1 and not paper.scope


def _inset(paper: Paper) -> bool:
    """Whether London is too small to be seen: on maps of all the land, but not by people."""
    return not paper.scope and paper.ground == "land"


def _aside(paper: Paper, layout: Layout) -> Box | None:
    """Return the foot of a column for the inset of London, if it is tall enough."""
    spare = layout.spare if _inset(paper) and len(paper.panels) == 1 else None
    if spare is None:
        return None
    west, south, east, north = LONDON
    wide = min(spare.width, (spare.height - _INSET_HEAD) * (east - west) / (north - south))
    if wide < _INSET_LEAST:
        return None
    tall = wide * (north - south) / (east - west)
    return Box(spare.left, spare.bottom - tall, wide, tall)


def _must(paper: Paper, area_of_block: Sequence[int]) -> frozenset[int]:
    """Areas whose names may not be left out: those with land in the scope."""
    if not area_of_block:
        return frozenset()
    return frozenset(area_of_block[block] for block in paper.scope) or frozenset(area_of_block)


def _blocks(
    paper: Paper, wide: float, size: float, *, bare: bool, numbered: Sequence[Entry]
) -> list[Block]:
    key = blocks.legend(paper, wide, size)
    # In a picture the list is as legible as the names on it.
    small = size if bare else max(size - 0.5, SMALLEST)
    list_ = blocks.numbers(numbered, wide, small, close=bare)
    sizes = blocks.paragraph(paper.sizes, wide, size, colour=INK)
    if bare:
        return [sizes, key, list_]
    notes = [
        line
        for note in paper.every_note
        for line in blocks.paragraph(note, wide, max(size - 1, SMALLEST), colour=QUIET_INK)
    ]
    # What leads a paper says all of its summary, and more.
    said = "" if paper.leading else paper.summary
    return [
        blocks.paragraph(said, wide, size + 0.5, colour=INK),
        sizes,
        key,
        blocks.figures(paper, wide, size),
        blocks.paragraph(paper.caption, wide, size, colour=INK),
        list_,
        notes,
    ]


def png(
    paper: Paper, sheet: Sheet, shapes: Shapes, *, monochrome: bool = False, bare: bool = False
) -> bytes:
    """Return a paper as a picture, of as many dots to an inch as its sheet has."""
    return pages.png(figure(paper, sheet, shapes, monochrome=monochrome, bare=bare), sheet.dots)


def svg(
    paper: Paper, sheet: Sheet, shapes: Shapes, *, monochrome: bool = False, bare: bool = False
) -> bytes:
    """Return a paper as a drawing that every program opens alike, its words as outlines."""
    one = figure(paper, sheet, shapes, monochrome=monochrome, bare=bare)
    return pages.svg(one, paper.title, paper.description)


def pdf(
    papers: Sequence[Paper],
    sheet: Sheet,
    shapes: Shapes,
    *,
    monochrome: bool = False,
) -> bytes:
    """Return papers as one document, with its fonts in it."""
    drawn = (
        one for paper in papers for one in figures(paper, sheet, shapes, monochrome=monochrome)
    )
    return tagged.pdf(drawn, papers[0].title, papers[0].day)
