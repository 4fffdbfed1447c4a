"""The print map: a paper drawn on one sheet, for people who will hold it in their hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from footprint.facts.shapes import Shapes
from footprint.ink import blocks, pages, tagged
from footprint.ink.blocks import Block, height
from footprint.ink.marks import paints
from footprint.ink.pages import Page
from footprint.ink.shapes import Coverage, bounds, coverage, window
from footprint.ink.tags import Sheet as DrawnSheet
from footprint.maps.palette import HOUSE_BLUE, INK, QUIET_INK, RULE
from footprint.papers.box import Box
from footprint.papers.paper import Panel, Paper, Sheet
from footprint.print.labels import SMALLEST
from footprint.print.layouts import Layout, arranged
from footprint.print.panels import draw
from footprint.print.plots import LONDON, Plot, Wishes, numbered, plotted, with_inset

MARGIN = 12.0
_GAP = 4.0
_AROUND, _SHORE = 0.07, 4000.0
_LARGE, _SMALL = (10, 9, 8, 7.5, 7, 6.5), (8, 7.5, 7, 6.5)
_INSET_LEAST = 36.0
_EASES = (1.0, 0.93)
_TOO_SMALL = "Names that have no room on maps this small are in the table of each plan."


def figure(
    paper: Paper, sheet: Sheet, shapes: Shapes, *, monochrome: bool = False, bare: bool = False
) -> DrawnSheet:
    """Draw a paper on a sheet.

    `monochrome` uses greys that a black-and-white printer keeps apart. `bare` leaves out all
    words but the legend and the source line, for documents that have their own.
    """
    page = Page(sheet.width, sheet.height)
    inner = Box(0, 0, sheet.width, sheet.height).grown(-(4.0 if bare else MARGIN))
    body = foot(page, paper, head(page, paper, inner, bare=bare), bare=bare)
    layout, plots, cut = _settled(paper, body, shapes, bare)
    for column in layout.columns:
        key = paints(paper.key, paper.key, monochrome=monochrome)
        blocks.draw(page, column.lines, column.left, column.top, column.width, key)
    for plot, panel in zip(plots, paper.panels, strict=True):
        box = plot.window.box
        lines = blocks.heading(panel.heading, box.width, 9)
        blocks.draw(page, lines, box.left, box.top - height(lines) - 1, box.width, {})
        inks = paints(panel.layer, paper.key, monochrome=monochrome)
        with page.tagged("Figure", paper.description):
            draw(page, plot, cut, inks, framed=bool(paper.scope))
    return page.figure


def head(page: Page, paper: Paper, inner: Box, *, bare: bool) -> Box:
    """Write the title, the subtitle and the blue rule, and return what is left below."""
    if bare:
        return inner
    title = _title(paper.title, inner.width)
    under = blocks.paragraph(paper.subtitle, inner.width, 9, colour=QUIET_INK, most=2)
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
    return blocks.paragraph(words, wide, 12, bold=True, most=3)


def foot(page: Page, paper: Paper, inner: Box, *, bare: bool) -> Box:
    """Write the source line, the date and the link, and return what is left above."""
    small = 6.5
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


def _settled(
    paper: Paper, body: Box, shapes: Shapes, bare: bool
) -> tuple[Layout, list[Plot], Coverage]:
    """Lay out the sheet, again where numbers on the map need a list beside it."""
    listed: list[str] = []
    known: dict[tuple[tuple[Box, ...], bool], tuple[list[Plot], Coverage]] = {}
    while True:
        layout = _layout(paper, body, shapes, bare, listed)
        aside = _aside(layout.spare) if _inset(paper) else None
        laid = layout.maps, aside is not None
        if laid not in known:
            known[laid] = _plots(paper, layout.maps, shapes, aside is not None)
        plots, cut = known[laid]
        if aside:
            plots = [with_inset(plot, aside, cut, _SMALL) for plot in plots]
        fresh, used = numbered(plots, [])
        plots, every = numbered(plots, listed)
        if used == listed:
            return layout, fresh, cut
        # The list only grows, so this comes to an end; then what is no longer on a map goes.
        if every == listed:
            tidy = _layout(paper, body, shapes, bare, used)
            fits = tidy.maps == layout.maps and (aside is None or tidy.spare == layout.spare)
            return (tidy, fresh, cut) if fits else (layout, plots, cut)
        listed = every


def _extent(paper: Paper, shapes: Shapes) -> tuple[float, float, float, float]:
    """Return west, south, east and north of what the maps show, with some room around."""
    west, south, east, north = bounds(shapes, paper.scope)
    edge = _AROUND * max(east - west, north - south) if paper.scope else _SHORE
    return (west - edge, south - edge, east + edge, north + edge)


def _layout(paper: Paper, body: Box, shapes: Shapes, bare: bool, listed: Sequence[str]) -> Layout:
    west, south, east, north = _extent(paper, shapes)

    def setting(wide: float, size: float) -> list[Block]:
        return _blocks(paper, wide, size, bare, listed)

    def above(wide: float) -> float:
        headings = [blocks.heading(panel.heading, wide, 9) for panel in paper.panels]
        return max(height(lines) + 1 if lines else 0.0 for lines in headings)

    return arranged(body, len(paper.panels), (east - west) / (north - south), setting, above)


def _plots(
    paper: Paper, maps: Sequence[Box], shapes: Shapes, aside: bool
) -> tuple[list[Plot], Coverage]:
    """Find the place of every name, with more sea around England where the sea is too narrow."""
    extent = _extent(paper, shapes)
    cut = coverage(shapes, window(maps[0], extent).scale)
    tries: list[list[Plot]] = []
    for ease in (1.0,) if paper.scope else _EASES:
        tries.append(
            [
                plotted(
                    panel, window(box, extent, ease=ease), cut, _wishes(paper, panel, aside, n == 0)
                )
                for n, (panel, box) in enumerate(zip(paper.panels, maps, strict=True))
            ]
        )
        if not _numbers(tries[-1]):
            break
    return min(tries, key=_numbers), cut


def _numbers(plots: Sequence[Plot]) -> int:
    return sum(plot.numbers for plot in plots)


def _wishes(paper: Paper, panel: Panel, aside: bool, first: bool) -> Wishes:
    return Wishes(
        must=_must(paper, panel.layer.area_of_block),
        sizes=_LARGE if paper.scope and len(paper.panels) == 1 else _SMALL,
        bar=first and paper.ground == "land",
        london=_inset(paper),
        aside=aside,
        plates=bool(paper.scope),
        numbers=not _many(paper),
    )


def _inset(paper: Paper) -> bool:
    """Whether London is too small to be seen: on one map of all the land, but not by people."""
    return not paper.scope and len(paper.panels) == 1 and paper.ground == "land"


def _aside(spare: Box | None) -> Box | None:
    """Return the foot of a column for the inset of London, if it is tall enough."""
    if spare is None:
        return None
    west, south, east, north = LONDON
    wide = min(spare.width, (spare.height - 6) * (east - west) / (north - south))
    if wide < _INSET_LEAST:
        return None
    tall = wide * (north - south) / (east - west)
    return Box(spare.left, spare.bottom - tall, wide, tall)


def _must(paper: Paper, area_of_block: Sequence[int]) -> frozenset[int]:
    """Areas whose names may not be left out: those with land in the scope."""
    return frozenset(area_of_block[block] for block in paper.scope) or frozenset(area_of_block)


def _many(paper: Paper) -> bool:
    """Several maps of all England are too small for every name, and a line says so."""
    return not paper.scope and len(paper.panels) > 1


def _blocks(
    paper: Paper, wide: float, size: float, bare: bool, numbered: Sequence[str]
) -> list[Block]:
    key = blocks.legend(paper, wide, size)
    list_ = blocks.numbers(numbered, wide, max(size - 0.5, SMALLEST))
    sizes = blocks.paragraph(paper.sizes, wide, size, colour=INK)
    if bare:
        return [sizes, key, list_]
    notes = [
        line
        for note in (*paper.notes, *([_TOO_SMALL] if _many(paper) else []))
        for line in blocks.paragraph(note, wide, max(size - 1, SMALLEST), colour=QUIET_INK)
    ]
    return [
        blocks.paragraph(paper.summary, wide, size + 0.5, colour=INK),
        sizes,
        key,
        blocks.figures(paper, wide, size),
        blocks.paragraph(paper.caption, wide, size, colour=INK, most=6),
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
    bare: bool = False,
) -> bytes:
    """Return papers as one document, a page each, with its fonts in it."""
    figures = (figure(one, sheet, shapes, monochrome=monochrome, bare=bare) for one in papers)
    return tagged.pdf(figures, papers[0].title, papers[0].day)
