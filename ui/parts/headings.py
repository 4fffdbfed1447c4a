"""Headings: what the parts of a page are called, below the page's own name."""

from __future__ import annotations

from ui.shell import drawing as st


def part(said: str) -> None:
    """Head a part of the page, as its words stand."""
    st.header(said, anchor=False)


def under(said: str) -> None:
    """Head a smaller piece of the part above it, as its words stand."""
    st.subheader(said, anchor=False)
