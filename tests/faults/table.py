"""The table of faults in `docs/trust.md`: one row for each, in the words of its last outcome."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.facts.manifest import ROOT
from tests.faults import files, processes, servers
from tests.faults.fault import Fault, Outcome

DOCUMENT = ROOT / "docs" / "trust.md"
FAULTS = (*files.FAULTS, *servers.FAULTS, *processes.FAULTS)
_HEAD = (
    "| fault | how it was made | what a person is told | what is kept | when all is well |",
    "|---|---|---|---|---|",
)


def row(fault: Fault, outcome: Outcome) -> str:
    """One line of the table."""
    cells = (fault.name, fault.made, outcome.seen, outcome.kept, outcome.well)
    return f"| {' | '.join(cells)} |"


def with_table(document: str, rows: Iterable[str]) -> str:
    """A document with these rows in place of those it has."""
    lines = document.splitlines()
    start = lines.index(_HEAD[0])
    end = next(place for place in range(start, len(lines)) if not lines[place].startswith("|"))
    return "\n".join([*lines[:start], *_HEAD, *rows, *lines[end:]]) + "\n"
