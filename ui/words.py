"""Words: text that somebody typed, shown as it stands and never as markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

import streamlit as st

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")


def literal(text: str) -> str:
    """Text for a place that reads Markdown, so that it shows as it was typed."""
    return _MARKS.sub(r"\\\1", text)


def listed(heading: str, sentences: Iterable[str]) -> None:
    """Show sentences under a heading, one to a line, safe whatever names they hold."""
    rows = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in sentences)
    st.html(f'<div class="told"><p><b>{html.escape(heading)}</b></p><ul>{rows}</ul></div>')


def line(text: str) -> None:
    """Show one line of text, safe whatever names it holds."""
    st.html(f"<p>{html.escape(text)}</p>")
