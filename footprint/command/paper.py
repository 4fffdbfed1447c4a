"""Paper: one view as one file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from footprint.command import files
from footprint.command.parsers import Parser
from footprint.command.views import about_papers, paper_of, shown, workspace
from footprint.export.make import make
from footprint.export.orders import Order


def main(arguments: Sequence[str]) -> int:
    """Write a view in the format that the file's ending names."""
    asked = _parser().parse_args(arguments)
    file = Path(asked.output)
    kind = files.kind_of(file, files.single())
    files.check_room_for(file)
    work = workspace()
    made = paper_of(work, shown(work, asked.view), asked, asked.part)
    order = Order(kind, (made,), asked.sheet, asked.monochrome)
    files.write(file, make(order, tell))
    print(f"{file}: {made.title}")
    return 0


def _parser() -> Parser:
    parser = Parser("paper", "Write one view as a file: its ending says in which format.")
    about_papers(parser)
    parser.add_argument("--part", help="england, selected, own, or an NHS region such as London")
    return parser


def tell(done: int, count: int) -> None:
    """Say how far it is, where somebody is watching."""
    if sys.stderr.isatty():
        print(f"{done + 1} of {count}", file=sys.stderr)
