"""Glossary: words explained where they are used, and all of them on the page of help."""

from __future__ import annotations

import html
from collections.abc import Iterable

from footprint.content.glossary import Word, words_of
from footprint.content.values import About
from ui.parts import headings
from ui.parts.once import once
from ui.shell import drawing as st
from ui.shell import words


def words_here(told: object) -> None:
    """Offer the words that a page uses on one line, each to open over the page and move nothing."""
    with st.container(key="glossary"):
        st.html(_line(told))


@once
def _line(told: object) -> str:
    shown = "".join(map(_popover, words_of(told)))
    return f"<p>An ICB is an integrated care board. Words on this page: {shown}</p>"


def _popover(word: Word) -> str:
    said, meaning = html.escape(word.word), html.escape(word.meaning)
    box = f"word-{word.anchor}"
    return (
        f'<button type="button" popovertarget="{box}">{said}</button>'
        f'<span popover="auto" id="{box}"><b>{said}</b>: {meaning} '
        f'<a href="Help" target="_self">More in Help</a></span> '
    )


def all_words(shown: Iterable[Word]) -> None:
    """Show words with what they mean."""
    rows = (
        f'<dt id="{word.anchor}">{html.escape(word.word)}</dt><dd>{html.escape(word.meaning)}</dd>'
        for word in shown
    )
    st.html(f'<dl class="words">{"".join(rows)}</dl>')


def paragraphs(told: About) -> None:
    """Show something to read under its heading."""
    headings.part(told.heading)
    st.markdown(words.paragraphs(told.paragraphs))
