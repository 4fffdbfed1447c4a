"""Glossary: words explained where they are used, and all of them on the page of help."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from itertools import zip_longest

from footprint.content.glossary import Word, first_uses, words_of
from footprint.content.values import About
from ui.parts import headings
from ui.parts.once import once
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.words import MET

_CLOSING = re.compile("[,.;:)”’]*")


def explained(text: str) -> str:
    """A text as HTML; where a page first uses a word of the field, the word opens its meaning.

    What it means stands in the line of `words_here`, which every page has that explains words.
    """
    met: dict[Word, None] = st.session_state.setdefault(MET, {})
    told, pieces, taken = [], list(first_uses(text, met)), 0
    for piece, after in zip_longest(pieces, pieces[1:]):
        if not piece.word:
            told.append(html.escape(piece.text[taken:]))
            continue
        met[piece.word] = None
        closing = _CLOSING.match(after.text)[0] if after else ""
        told.append(_kept(_opener(piece.word, html.escape(piece.text)), closing))
        taken = len(closing)
    return "".join(told)


def _kept(opener: str, closing: str) -> str:
    """A word with what closes after it, for a browser may break a line beside any button."""
    return f'<span class="kept">{opener}{closing}</span>' if closing else opener


def words_here(told: object) -> None:
    """Hold what the words mean that a page uses, and offer those on a line that it has not opened.

    Each opens over the page and moves nothing.
    """
    met = frozenset(st.session_state.get(MET, {}))
    with st.container(key="glossary"):
        st.html(_line(told, met))


@once
def _line(told: object, met: frozenset[Word]) -> str:
    used = words_of(told)
    boxes = "".join(_box(word) for word in (*used, *(one for one in met if one not in used)))
    rest = " ".join(_opener(word, html.escape(word.word)) for word in used if word not in met)
    more = f" {'More words' if met else 'Words'} on this page: {rest}" if rest else ""
    return f"<p>An ICB is an integrated care board.{more}</p>{boxes}"


def _opener(word: Word, said: str) -> str:
    """A word that opens its meaning by pointer and keyboard; its meaning is spoken with it."""
    box = f"word-{word.anchor}"
    return (
        f'<button type="button" class="word" popovertarget="{box}" aria-describedby="{box}">'
        f"{said}</button>"
    )


def _box(word: Word) -> str:
    said, meaning = html.escape(word.word), html.escape(word.meaning)
    return (
        f'<span popover="auto" id="word-{word.anchor}"><b>{said}</b>: {meaning} '
        f'<a href="Help" target="_self">More in Help</a></span>'
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
