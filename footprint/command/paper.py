"""Paper: one view as one file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from footprint.command import files
from footprint.command.parsers import CommandError, Parser, chosen
from footprint.command.views import (
    about_papers,
    about_templates,
    narrowed,
    paper_of,
    shown,
    workspace,
)
from footprint.export.make import make
from footprint.export.orders import Order
from footprint.papers.front import Front, House
from footprint.papers.paper import Paper

# On a template a single view is bound without a cover, and its table follows it.
ALONE = Front(cover=False)


def main(arguments: Sequence[str]) -> int:
    """Write a view in the format that the file's ending names."""
    asked = _parser().parse_args(arguments)
    file = Path(asked.output)
    kind = files.kind_of(file, files.single() if asked.chart is None else files.drawn())
    files.check_room_for(file)
    house = files.house_of(asked.template, kind, House())
    work = workspace()
    one, part = narrowed(work, shown(work, asked.view), asked.part)
    made = replace(paper_of(work, one, asked, part), brief=not asked.all_slides)
    chart = 0 if asked.chart is None else _chart_of(made, asked.chart)
    order = Order(kind, (made,), asked.sheet, asked.monochrome, chart=chart)
    files.write(file, make(files.on_template(order, made.title, ALONE, house), tell))
    print(f"{file}: {': '.join(filter(None, (order.heading, made.title)))}")
    return 0


def _chart_of(made: Paper, words: str) -> int:
    """The number of the chart of a paper that words name, by its heading; the first for none."""
    headings = [chart.heading for chart in made.charts]
    if not headings:
        raise CommandError("There is no chart in this view.")
    return headings.index(chosen("chart", words, headings)) + 1 if words else 1


def _parser() -> Parser:
    parser = Parser("paper", "Write one view as a file: its ending says in which format.")
    about_papers(parser)
    told = "england, selected, own, or an NHS region, footprint, ICB or authority by its name"
    parser.add_argument("--part", help=told)
    told = "not the map but the chart of the view; of several the one with this heading"
    parser.add_argument("--chart", nargs="?", const="", metavar="HEADING", help=told)
    told = "of My ICB as PowerPoint every slide, and not only the one with the whole answer"
    parser.add_argument("--all-slides", action="store_true", help=told)
    about_templates(parser)
    return parser


def tell(done: int, count: int) -> None:
    """Say how far it is, where somebody is watching."""
    if sys.stderr.isatty():
        print(f"{done + 1} of {count}", file=sys.stderr)
