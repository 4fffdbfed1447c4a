"""Exports: an order made, whatever its format.

Run as a script it loads all it needs, takes one pickled order on its standard input, tells how far
it is on standard error, and writes the file on standard output. Its input comes from the app that
started it, never from a reader.
"""

from __future__ import annotations

import gc
import io
import json
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, count
from pathlib import Path

from matplotlib.figure import Figure

from footprint.binding import codes, houses, tables
from footprint.binding import documents as bound_documents
from footprint.binding import pdf as binding
from footprint.binding import slides as bound_slides
from footprint.binding.book import Tabled, book
from footprint.binding.shapes import Drawing, drawing
from footprint.export import csv, gis
from footprint.export.orders import CODE, HOUSE, Order, Share
from footprint.export.workers import READY
from footprint.facts.people import Ground, read_people
from footprint.facts.shapes import Shapes, read_shapes
from footprint.ink import editable, pages, tagged
from footprint.ink.tags import Sheet as Drawn
from footprint.office import document_pages, document_parts, documents, workbooks
from footprint.office.template_files import DOCUMENT, SLIDES, Template
from footprint.papers import words
from footprint.papers.front import Front
from footprint.papers.pack_files import zipped
from footprint.papers.paper import SHEETS, Paper, Sheet, file_stem
from footprint.print import chapters, charts
from footprint.print import sheet as print_map
from footprint.print.plain import thinned, without
from footprint.slides import decks, slides
from footprint.web import page

Tell = Callable[[int, int], None]
# The size of a paper's map, which may be a single one that stands alone.
Size = Callable[[Paper, bool], Sheet]


def make(order: Order, tell: Tell) -> bytes:
    """Write an order; `tell` hears how many steps are done, and of how many."""
    if order.format != HOUSE:
        houses.checked(order.house)
    return _WRITERS[order.format](order, tell)


def make_all(share: Share, tell: Tell) -> bytes:
    """Write several orders, and return their files as one pickled list."""
    count, made = len(share.orders), []
    for done, order in enumerate(share.orders, start=1):
        made.append(make(order, lambda *_: None))
        tell(done, count)
    return pickle.dumps(made)


@cache
def _shapes(ground: Ground) -> Shapes:
    return read_people(_shapes("land")) if ground == "people" else read_shapes()


def _picture(paper: Paper, sheet: Sheet, order: Order, *, bare: bool = False) -> bytes:
    return print_map.png(
        paper, sheet, _shapes(paper.ground), monochrome=order.monochrome, bare=bare
    )


def _pictures(order: Order, sheet: Sheet, tell: Tell) -> list[bytes]:
    drawn = []
    for done, paper in enumerate(order.papers):
        tell(done, len(order.papers))
        drawn.append(_picture(paper, sheet, order))
    return drawn


def _bare(order: Order, tell: Tell) -> Iterator[tuple[Paper, bool]]:
    """What is drawn for slides and documents, which have a place of their own for the sources.

    After each paper come its single maps, for which it is said that they are that. As narrow as
    the lines of a document not even two maps side by side have room for their names.
    """
    for done, paper in enumerate(order.papers):
        tell(done, len(order.papers))
        narrow = order.format == "docx" and paper.singles
        yield replace(paper.unnamed if narrow else paper.overview, sources=()), False
        for single in paper.singles:
            yield replace(single, sources=()), True


def _embedded(order: Order, size: Size, tell: Tell) -> list[bytes]:
    """The maps of slides or documents as pictures, each in a size of its own."""
    sized = ((paper, size(paper, alone)) for paper, alone in _bare(order, tell))
    return [
        pages.light_png(_figure(paper, sheet, order, bare=True), sheet.dots)
        for paper, sheet in sized
    ]


def _figure(paper: Paper, sheet: Sheet, order: Order, *, bare: bool) -> Drawn:
    return print_map.figure(
        paper, sheet, _shapes(paper.ground), monochrome=order.monochrome, bare=bare
    )


def _maps(order: Order, template: Template, tell: Tell) -> Sequence[bytes | Drawing]:
    """The maps of slides, as pictures or, to be edited there, as shapes."""
    deck = decks.deck("", template)
    if not order.editable:
        return _embedded(order, lambda paper, _: slides.picture_of(deck, paper), tell)
    drawn = (
        _figure(paper, slides.picture_of(deck, paper), order, bare=True)
        for paper, _ in _bare(order, tell)
    )
    return [drawing(figure.vectors) for figure in drawn]


def _png(order: Order, _: Tell) -> bytes:
    if order.chart:
        paper, chart = order.charted
        return charts.png(paper, chart, order.size, monochrome=order.monochrome)
    return _picture(_shown(order), order.size, order, bare=order.alone)


def _shown(order: Order) -> Paper:
    """The one paper of an order, without what a map alone leaves out."""
    (paper,) = order.papers
    return thinned(without(paper, order.left_out), order.size) if order.alone else paper


def _svg(order: Order, _: Tell) -> bytes:
    if order.chart:
        paper, chart = order.charted
        look = {"monochrome": order.monochrome, "live": order.editable}
        return charts.svg(paper, chart, order.size, **look)
    paper = _shown(order)
    if order.editable:
        drawn = _figure(paper, order.size, order, bare=order.alone)
        return editable.svg(drawn, paper.title, paper.description)
    return print_map.svg(
        paper, order.size, _shapes(paper.ground), monochrome=order.monochrome, bare=order.alone
    )


def _pdf(order: Order, tell: Tell) -> bytes:
    first = order.papers[0]
    if order.front:
        return _bound_pdf(order, order.front, tell)
    sheets = binding.counted([*_pages(order, tell)])
    return tagged.pdf(sheets, order.title or first.title, first.day)


def _bound_pdf(order: Order, front: Front, tell: Tell) -> bytes:
    steps, views = count(), len(order.papers)

    def lay(paper: Paper) -> binding.Laid:
        tell(next(steps) // 2, views)
        return replace(found := _laid(order, paper), sheets=drawn(found.sheets))

    def drawn(sheets: Iterator[Figure]) -> Iterator[Figure]:
        tell(next(steps) // 2, views)
        yield from sheets

    bound = book(order.title, order.papers, front)
    return binding.pdf(bound, SHEETS[order.sheet], lay, order.house.logo)


def _pages(order: Order, tell: Tell) -> Iterator[Figure]:
    for done, paper in enumerate(order.papers):
        tell(done, len(order.papers))
        yield from _laid(order, paper).sheets
        if paper.tabled:
            tabled = Tabled(0, done + 1, paper.title, paper.table)
            yield from (page.figure for page in tables.pages((tabled,), SHEETS[order.sheet]))


def _laid(order: Order, paper: Paper) -> binding.Laid:
    """Lay out the sheets of a paper: the map, and then its charts and what is to be read."""
    sheet, look = SHEETS[order.sheet], {"monochrome": order.monochrome}
    told = chapters.sourced_last(paper, sheet)
    maps = print_map.laid(told, sheet, _shapes(paper.ground), **look)
    # A brief is on two sheets, the second of which holds its charts as well.
    after = chapters if paper.chapters else charts
    needed = sum(one.count for one in maps) + after.sheets_needed(paper, sheet)
    drawn = chain.from_iterable(one.drawn() for one in maps)
    return binding.Laid(needed, chain(drawn, after.figures(paper, sheet, **look)))


def _pptx(order: Order, tell: Tell) -> bytes:
    if order.front:
        own = order.house.slides
        drawn = _maps(order, _template(own, SLIDES), tell)
        bound = book(order.title, order.papers, order.front)
        blank, logo = _template(own, SLIDES), order.house.logo
        return bound_slides.pptx(bound, drawn, blank, logo, _shapes_of_charts(order))
    drawn = _maps(order, SLIDES, tell)
    return slides.pptx(order.papers, drawn, _shapes_of_charts(order))


def _shapes_of_charts(order: Order) -> slides.Shapes:
    """What draws charts as shapes that no office program has a kind of its own for."""
    return lambda chart, wide, tall: drawing(
        charts.vectors(chart, wide, tall, monochrome=order.monochrome)
    )


def _template(own: bytes, usual: Path) -> Template:
    """A board's own template, or the usual one."""
    return io.BytesIO(own) if own else usual


def _docx(order: Order, tell: Tell) -> bytes:
    if order.front:
        own = order.house.document
        drawn = _document_maps(order, _template(own, DOCUMENT), tell)
        bound = book(order.title, order.papers, order.front)
        return bound_documents.docx(bound, drawn, _template(own, DOCUMENT), order.house.logo)
    drawn = _document_maps(order, DOCUMENT, tell)
    # In a pack the lists of areas would be most of its pages.
    several = len(order.papers) > 1
    papers = [replace(paper, lists=()) if several else paper for paper in order.papers]
    return documents.docx(papers, drawn)


def _document_maps(order: Order, template: Template, tell: Tell) -> list[bytes]:
    blank = document_parts.blank("", "", template)
    return _embedded(
        order, lambda paper, alone: document_pages.picture_of(blank, paper, alone=alone), tell
    )


def _zip(order: Order, tell: Tell) -> bytes:
    files: dict[str, bytes] = {}
    pictures = _pictures(order, SHEETS[order.sheet], tell)
    for number, (paper, picture) in enumerate(zip(order.papers, pictures, strict=True), start=1):
        stem = f"{number:02d}-{paper.stem}"
        files[f"{stem}.png"] = picture
        files[f"{stem}.csv"] = csv.csv(paper)
        for which, chart in enumerate(paper.charts, start=1):
            drawn = charts.png(paper, chart, SHEETS[order.sheet], monochrome=order.monochrome)
            files[f"{number:02d}-chart-{which}-{file_stem(chart.heading)}.png"] = drawn
        files[f"{number:02d}-areas-{paper.stem}.txt"] = words.areas_in_words(paper).encode()
    return zipped(files, order.papers[0].day)


def _html(order: Order, _: Tell) -> bytes:
    paper = order.papers[0]
    return page.html(paper, _shapes(paper.ground))


_WRITERS: Mapping[str, Callable[[Order, Tell], bytes]] = {
    "png": _png,
    "pdf": _pdf,
    "pptx": _pptx,
    "docx": _docx,
    "xlsx": lambda order, _: workbooks.xlsx(order.papers),
    "svg": _svg,
    "csv": lambda order, _: csv.csv(order.papers[0]),
    "html": _html,
    "geojson": lambda order, _: gis.geojson(order.papers[0], _shapes("land")),
    "gpkg": lambda order, _: gis.geopackage(order.papers[0], _shapes("land")),
    "zip": _zip,
    CODE: lambda order, _: codes.png(order.papers[0].link),
    # No file to take away: what is wrong with a board's own templates, as JSON.
    HOUSE: lambda order, _: json.dumps(houses.problems(order.house)).encode(),
}


def _tell(done: int, count: int) -> None:
    print(f"step {done}/{count}", file=sys.stderr, flush=True)


def load() -> None:
    """Have everything at hand that every map is drawn with."""
    _shapes("land")
    # What is loaded stays, and need not be looked through for garbage at every sheet.
    gc.collect()
    gc.freeze()


def main() -> None:
    """Make one order, as soon as it comes."""
    load()
    print(READY, file=sys.stderr, flush=True)
    # Nothing comes where no order was given after all.
    if sent := sys.stdin.buffer.read():
        order: Order | Share = pickle.loads(sent)
        write = make_all if isinstance(order, Share) else make
        sys.stdout.buffer.write(write(order, _tell))


if __name__ == "__main__":
    main()
