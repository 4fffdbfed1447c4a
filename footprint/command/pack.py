"""Pack: a saved pack of board papers, made from the newest facts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from footprint.command import files
from footprint.command.paper import tell
from footprint.command.parsers import CommandError, Parser
from footprint.command.views import about_links, about_templates, workspace
from footprint.english import plural
from footprint.export.make import make
from footprint.export.orders import Order
from footprint.papers import pack_files
from footprint.papers.sheets import sheets_of, since_saved, up_to_date


def main(arguments: Sequence[str]) -> int:
    """Write a pack as one file, and say what its views did not say when it was saved."""
    asked = _parser().parse_args(arguments)
    saved, file = Path(asked.pack), Path(asked.output)
    kind = files.kind_of(file, files.several())
    files.check_room_for(file)
    pack = pack_files.read(files.content_of(saved))
    if not pack.items:
        raise CommandError(f"{saved} is a pack without a view.")
    house = files.house_of(asked.template, kind, pack.house)
    work, home = workspace(), asked.home.rstrip("/")
    papers, told = sheets_of(work, pack, home), since_saved(work, pack, home)
    bound = (pack.title, pack.front, house)
    files.write(file, make(Order(kind, papers, pack.sheet, pack.monochrome, *bound), tell))
    if asked.remember:
        files.write(saved, pack_files.write(up_to_date(work, pack, home)))
    # The first line is for somebody who opens it on screen.
    count = plural(len(papers), "sheet", "sheets")
    print("\n".join([f"{file}: {pack.title}, {count}", *told[1:]]))
    return 0


def _parser() -> Parser:
    parser = Parser("pack", "Write a pack that was saved on the page Board papers as one file.")
    parser.add_argument("pack", metavar="FILE.json", help="the pack")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where to write it")
    parser.add_argument(
        "--remember",
        action="store_true",
        help="keep in the pack what its views say now, so that next time tells what has changed",
    )
    about_templates(parser)
    about_links(parser)
    return parser
