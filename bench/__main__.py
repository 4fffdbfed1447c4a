"""Print what the app takes beside plain ways to do the same; fail where a promise does not hold."""

from __future__ import annotations

import logging
import sys

from bench import counts, figures, loading, one_file, optima, papers, screens, throttled
from bench.promises import Promise, table

ROOMS = (screens, loading, throttled, figures, counts, optima, papers, one_file)
_HOW = """\
No promise is an absolute time. Each time is held against what it says it is measured against, in
this same run, turn about; times are medians, and a ratio is the median over the pairs. Only sizes
are absolute, and how much jumps as a page arrives.
"""


def main() -> int:
    """Measure, print, and hold the promises."""
    print(_HOW)
    promises = _measured()
    print(table(promises))
    broken = [promise.name for promise in promises if not promise.holds]
    if broken:
        print(f"\nNot as promised: {', '.join(broken)}.")
    return 1 if broken else 0


def _measured() -> list[Promise]:
    logging.disable(logging.WARNING)
    try:
        return [promise for room in ROOMS for promise in room.promises()]
    finally:
        logging.disable(logging.NOTSET)


if __name__ == "__main__":
    sys.exit(main())
