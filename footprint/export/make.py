"""Exports: an order made, whatever its format.

Run as a script it takes one pickled order on its standard input, tells how far it is on standard
error, and writes the file on standard output. Its input comes from the app that started it,
never from a reader.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from matplotlib.figure import Figure

from footprint.export import csv, gis
from footprint.export.orders import Order
from footprint.facts.people import Ground, read_people
from footprint.facts.shapes import Shapes, read_shapes
from footprint.ink import pages
from footprint.office import documents, slides, workbooks
from footprint.papers import words
from footprint.papers.pack_files import zipped
from footprint.papers.paper import SHEETS, Paper, Sheet
from footprint.print import chapters, charts
from footprint.print import sheet as print_map
from footprint.web import page

Tell = Callable[[int, int], None]
_NICER = 10


def make(order: Order, tell: Tell) -> bytes:
    """Write an order; `tell` hears how many steps are done, and of how many."""
    return _WRITERS[order.format](order, tell)


@cache
def _shapes(ground: Ground) -> Shapes:
    return read_people(_shapes("land")) if ground == "people" else read_shapes()


def _picture(paper: Paper, sheet: Sheet, order: Order, *, bare: bool = False) -> bytes:
    return print_map.png(
        paper, sheet, _shapes(paper.ground), monochrome=order.monochrome, bare=bare
    )


def _pictures(order: Order, sheet: Sheet, tell: Tell, *, bare: bool) -> list[bytes]:
    drawn = []
    for done, paper in enumerate(order.papers):
        tell(done, len(order.papers))
        # Slides and documents have a place of their own for the sources.
        shown = replace(paper, sources=()) if bare else paper
        drawn.append(_picture(shown, sheet, order, bare=bare))
    return drawn


def _png(order: Order, _: Tell) -> bytes:
    return _picture(order.papers[0], SHEETS[order.sheet], order)


def _svg(order: Order, _: Tell) -> bytes:
    paper, sheet = order.papers[0], SHEETS[order.sheet]
    return print_map.svg(paper, sheet, _shapes(paper.ground), monochrome=order.monochrome)


def _pdf(order: Order, tell: Tell) -> bytes:
    first = order.papers[0]
    return pages.pdf(_pages(order, tell), order.title or first.title, first.day)


def _pages(order: Order, tell: Tell) -> Iterator[Figure]:
    for done, paper in enumerate(order.papers):
        tell(done, len(order.papers))
        sheet = SHEETS[order.sheet]
        drawn = _shapes(paper.ground)
        yield from print_map.figures(paper, sheet, drawn, monochrome=order.monochrome)
        # A brief is on two sheets, whose tables have every figure of its charts.
        for chart in () if paper.chapters else paper.charts:
            yield charts.figure(paper, chart, sheet, monochrome=order.monochrome)
        yield from chapters.figures(paper, sheet)


def _pptx(order: Order, tell: Tell) -> bytes:
    return slides.pptx(order.papers, _pictures(order, slides.PICTURE, tell, bare=True))


def _docx(order: Order, tell: Tell) -> bytes:
    drawn = _pictures(order, documents.PICTURE, tell, bare=True)
    # In a pack the lists of areas would be most of its pages.
    several = len(order.papers) > 1
    papers = [replace(paper, lists=()) if several else paper for paper in order.papers]
    return documents.docx(papers, drawn)


def _zip(order: Order, tell: Tell) -> bytes:
    files: dict[str, bytes] = {}
    pictures = _pictures(order, SHEETS[order.sheet], tell, bare=False)
    for number, (paper, picture) in enumerate(zip(order.papers, pictures, strict=True), start=1):
        stem = f"{number:02d}-{paper.stem}"
        files[f"{stem}.png"] = picture
        files[f"{stem}.csv"] = csv.csv(paper)
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
}


def _tell(done: int, count: int) -> None:
    print(f"step {done}/{count}", file=sys.stderr, flush=True)


def main() -> None:
    """Make one order, with less claim to the machine than the maps on screen have."""
    if hasattr(os, "nice"):
        os.nice(_NICER)
    order = pickle.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(make(order, _tell))


if __name__ == "__main__":
    main()
