"""Make every fault for real, and write the table in `docs/trust.md`: `python -m tests.faults`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.faults import servers
from tests.faults.table import DOCUMENT, FAULTS, row, with_table


def main() -> None:
    """Make the faults, and write what they came to."""
    rows = []
    try:
        for fault in FAULTS:
            with tempfile.TemporaryDirectory() as folder:
                rows.append(row(fault, fault.outcome(Path(folder))))
            print(rows[-1], file=sys.stderr, flush=True)
    finally:
        servers.end()
    written = with_table(DOCUMENT.read_text(encoding="utf-8"), rows)
    DOCUMENT.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
