"""Headings: what the parts of a page are called, below the page's own name."""

from __future__ import annotations

from ui.shell import drawing as st


def part(said: str, anchor: str = "") -> None:
    """Head a part of the page, as its words stand; an anchor is what a link leads to it by."""
    st.header(said, anchor=anchor or False)


def under(said: str) -> None:
    """Head a smaller piece of the part above it, as its words stand."""
    st.subheader(said, anchor=False)
