"""Links that a code on paper may open: public ones, short enough for a telephone to read."""

from __future__ import annotations

from urllib.parse import urlsplit

from footprint.papers.words import opens

# A longer address makes dots too small for a telephone to tell apart on paper.
LONGEST = 600
# What a machine calls itself.
_OWN = ("localhost", "127.0.0.1", "::1", None)


def coded(link: str) -> bool:
    """Whether an address is public and short enough for a code; the reader's own is not public."""
    return opens(link) and len(link) <= LONGEST and urlsplit(link).hostname not in _OWN
