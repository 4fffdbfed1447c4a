"""Paper: one view as one file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from footprint.command import files
from footprint.command.parsers import CommandError, Parser, chosen
from footprint.command.views import (
    A4,
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
from footprint.papers.paper import MAP_ONLY, PICTURES, Paper
from footprint.print.plain import LEFT_OUT

# On a template a single view is bound without a cover, and its table follows it.
ALONE = Front(cover=False)
_SIZES = {key.removeprefix("map-"): key for key in PICTURES}


def main(arguments: Sequence[str]) -> int:
    """Write a view in the format that the file's ending names."""
    asked = _parser().parse_args(arguments)
    file = Path(asked.output)
    drawn = asked.chart is not None or asked.map_only
    kind = files.kind_of(file, files.drawn() if drawn else files.single())
    sheet = _sheet(asked)
    files.check_room_for(file)
    house = files.house_of(asked.template, kind, House())
    work = workspace()
    one, part = narrowed(work, shown(work, asked.view), asked.part)
    made = replace(paper_of(work, one, asked, part), brief=not asked.all_slides)
    chart = 0 if asked.chart is None else _chart_of(made, asked.chart)
    left_out = tuple(asked.leave_out)
    order = Order(kind, (made,), sheet, asked.monochrome, chart=chart, left_out=left_out)
    files.write(file, make(files.on_template(order, made.title, ALONE, house), tell))
    print(f"{file}: {': '.join(filter(None, (order.heading, made.title)))}")
    return 0


def _sheet(asked: argparse.Namespace) -> str:
    """The sheet, or the size of the map alone; refuses what goes with one of them only."""
    if not asked.map_only:
        if asked.leave_out:
            raise CommandError("--leave-out is for --map-only, and for nothing else.")
        return asked.sheet
    if asked.sheet != A4:
        raise CommandError("A map alone has no sheet; give --map-only or --sheet, and not both.")
    return _SIZES[asked.map_only]


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
    whole = parser.add_mutually_exclusive_group()
    whole.add_argument("--chart", nargs="?", const="", metavar="HEADING", help=told)
    sizes = "; ".join(f"{size}: {PICTURES[key].label}" for size, key in _SIZES.items())
    told = sizes.replace(MAP_ONLY, "")
    whole.add_argument("--map-only", choices=tuple(_SIZES), help=f"the map alone. {told}")
    told = "of a map alone the legend, or the source line, which you then name beside the map"
    parser.add_argument(
        "--leave-out", action="append", default=[], choices=tuple(LEFT_OUT), help=told
    )
    told = "of My ICB as PowerPoint every slide, and not only the one with the whole answer"
    parser.add_argument("--all-slides", action="store_true", help=told)
    about_templates(parser)
    return parser


def tell(done: int, count: int) -> None:
    """Say how far it is, where somebody is watching."""
    if sys.stderr.isatty():
        print(f"{done + 1} of {count}", file=sys.stderr)
