"""Atlas: every published plan on every page, as one web page that opens without a server."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from footprint.command import files
from footprint.command.paper import tell
from footprint.command.parsers import CommandError, Parser
from footprint.command.views import workspace
from footprint.one_file.write import atlas

_ENDINGS = (".html", ".htm")


def main(arguments: Sequence[str]) -> int:
    """Write the whole atlas, which takes about a minute."""
    file = Path(_parser().parse_args(arguments).output)
    if file.suffix.lower() not in _ENDINGS:
        raise CommandError(f"{file} is to be a web page; end its name in .html.")
    files.check_room_for(file)
    made = atlas(workspace(), tell)
    files.write(file, made)
    print(f"{file}: the whole atlas, {len(made) / 1e6:.1f} MB")
    return 0


def _parser() -> Parser:
    parser = Parser("atlas", "Write every published plan on every page as one web page.")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where to write it")
    return parser
