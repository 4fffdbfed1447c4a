"""Words: text that somebody typed, shown as it stands and never as markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

import streamlit as st

# What Markdown reads as a mark, anywhere or at the start of a line. Tags are no marks: Streamlit
# shows them as text.
_MARKS = re.compile(r"([\\`*_\[\]$~|]|^[-+=#>]|&(?=#?\w+;))")
_NUMBERED = re.compile(r"^(\d+)([.)])")
# What becomes a link, an icon or an arrow even where it is escaped, unless something comes between.
_JOINED = re.compile(
    r"(?<=:)(?=[A-Za-z+/-]|\d+:)|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=-)(?=[->])|(?<=<)(?=-)"
)
_NOTHING_SEEN = "\u2060"


def literal(text: str) -> str:
    """Text for a place that reads Markdown, so that it shows as it was typed, on one line."""
    said = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _JOINED.sub(_NOTHING_SEEN, _NUMBERED.sub(r"\1\\\2", said))


def listed(heading: str, sentences: Iterable[str]) -> None:
    """Show sentences under a heading, one to a line, safe whatever names they hold."""
    rows = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in sentences)
    st.html(f'<div class="told"><p><b>{html.escape(heading)}</b></p><ul>{rows}</ul></div>')


def line(text: str) -> None:
    """Show one line of text, safe whatever names it holds."""
    st.html(f"<p>{html.escape(text)}</p>")
