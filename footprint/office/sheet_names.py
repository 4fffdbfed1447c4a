"""Sheet names: what the sheets of a workbook are called, in names that Excel takes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from footprint.papers.words import legal

SOURCES, AREAS = "Sources", "Areas"


# "History" is a name Excel keeps for itself.
_TAKEN = (SOURCES, AREAS, "History")


_LONGEST = 31


_LOOSE = "' ,;("


_BARRED = re.compile(r"[\[\]:*?/\\]")


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return a name Excel takes for each title, no two alike and none that we use ourselves."""
    taken = {name.lower() for name in _TAKEN}
    names = []
    for title in titles:
        plain = _allowed(title)
        name, count = _shortened(plain, ""), 1
        while name.lower() in taken:
            count += 1
            name = _shortened(plain, f" ({count})")
        taken.add(name.lower())
        names.append(name)
    return tuple(names)


def _allowed(title: str) -> str:
    words = _BARRED.sub(" ", legal(title).replace("/", "-")).split()
    return " ".join(words).strip("' ") or "Figures"


def _shortened(words: str, end: str) -> str:
    """As many whole words as fit, or a piece of the first; Excel counts an emoji as two."""
    room = _LONGEST - len(end)
    kept = words
    while len(kept.encode("utf-16-le")) > 2 * room:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return (kept.strip(_LOOSE) or "Figures") + end
