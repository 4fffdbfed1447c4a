"""Words: text shown as it stands, and the few marks that the app itself puts around it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import LiteralString

import streamlit as st

# What Markdown reads as a mark, anywhere or at the start of a line. Tags are no marks: Streamlit
# shows them as text.
_MARKS = re.compile(r"([\\`*_\[\]$~|]|^[-+=#>]|&(?=#?\w+;))")
_NUMBERED = re.compile(r"^(\d+)([.)])")
# What becomes a link, an icon or an arrow even where it is escaped, unless something comes between.
_JOINED = re.compile(
    r"(?<=:)(?=[A-Za-z+/-]|\d+:)|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=-)(?=[->])"
    r"|(?<=<)(?=-|[A-Za-z][\w+.-]*:)"
)
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")
_NOTHING_SEEN = "\u2060"
MET = "words-met"
"""Where a session keeps which words of the field its page has explained so far."""


class Marked(str):
    """Markdown of the app's own, in which every word from elsewhere is literal."""

    __slots__ = ()


def literal(text: str) -> Marked:
    """Text for a place that reads Markdown, so that it shows as it was typed, on one line.

    What is Marked already stays as it is.
    """
    if isinstance(text, Marked):
        return text
    said = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return Marked(_JOINED.sub(_NOTHING_SEEN, _NUMBERED.sub(r"\1\\\2", said)))


def marked(pattern: LiteralString, *said: object) -> Marked:
    """Markdown written out in the code, with whatever is said put literally into its braces."""
    shown = (literal(one if isinstance(one, str) else str(one)) for one in said)
    return Marked(pattern.format(*shown))


def bullets(lines: Iterable[str]) -> Marked:
    """A list of lines, each as it stands unless it is Marked."""
    return Marked("\n".join(f"- {literal(line)}" for line in lines))


def paragraphs(told: Iterable[str]) -> Marked:
    """Paragraphs, each as it stands unless it is Marked."""
    return Marked("\n\n".join(map(literal, told)))


def joined(parts: Iterable[str], by: LiteralString = "; ") -> Marked:
    """Parts on one line, each as it stands unless it is Marked."""
    return Marked(by.join(map(literal, parts)))


def link(title: str, url: str) -> Marked:
    """A link to a published source, or its title alone where it has no address."""
    safe = _ADDRESS.fullmatch(url)
    return Marked(f"[{literal(title)}](<{url}>)") if safe else literal(title)


def listed(heading: str, sentences: Iterable[str]) -> None:
    """Show sentences under a heading, one to a line, safe whatever names they hold."""
    rows = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in sentences)
    st.html(f'<div class="told"><p><b>{html.escape(heading)}</b></p><ul>{rows}</ul></div>')


def listed_within(heading: str, sentences: Iterable[str]) -> None:
    """Show sentences under a heading in a place no higher than its style allows.

    The list can have the focus, so that it is scrolled by keyboard in every browser.
    """
    rows = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in sentences)
    said = html.escape(heading)
    st.html(
        f'<div class="told within" role="group" tabindex="0" aria-label="{said}">'
        f"<p><b>{said}</b></p><ul>{rows}</ul></div>"
    )


def within(label: str, sentences: Iterable[str]) -> None:
    """Show sentences in a low place that is scrolled, of which only those who hear it are told."""
    rows = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in sentences)
    said = html.escape(label)
    st.html(
        f'<div class="told within low" role="group" tabindex="0" aria-label="{said}">'
        f"<ul>{rows}</ul></div>"
    )


def line(text: str) -> None:
    """Show one line of text, safe whatever names it holds."""
    st.html(f"<p>{html.escape(text)}</p>")
