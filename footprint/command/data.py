"""Data: whether the published files are those that are described, and hold what they must."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.command.columns import print_columns
from footprint.command.parsers import Parser
from footprint.command.views import workspace
from footprint.english import plural

FAULTY = 1


def main(arguments: Sequence[str]) -> int:
    """Check every digest and every total; 0 where all is as it must be, 1 where it is not."""
    _parser().parse_args(arguments)
    work = workspace()
    if problems := work.file_problems:
        print("\n".join(problems))
        return FAULTY
    print(f"Data version {work.manifest.data_version}")
    print(f"{plural(len(work.manifest.sources), 'file', 'files')}, each as it is described\n")
    rows = [
        (check.claim, found, check.expected, "holds" if found == check.expected else "DIFFERS")
        for check, found in work.checks
    ]
    print_columns(("What must hold", "found", "official", ""), rows, (False, True, True, False))
    return 0 if all(row[-1] == "holds" for row in rows) else FAULTY


def _parser() -> Parser:
    parser = Parser("data", "Check the published files: their digests, and totals against others.")
    parser.add_argument("what", metavar="check", choices=("check",), help="what is to be done")
    return parser
