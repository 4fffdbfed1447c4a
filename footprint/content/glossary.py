"""Glossary: the words of this field that a page uses, each in one sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

import pandas as pd

from footprint.content.values import MapContent
from footprint.maps.layer import Layer
from footprint.plans.plan import Plan


@dataclass(frozen=True)
class Word:
    """One word of the field: what it means, and `said`, how it is told that a text uses it."""

    word: str
    meaning: str
    said: re.Pattern[str]

    @property
    def anchor(self) -> str:
        """What the word is called in an address."""
        return self.word.lower().replace(" ", "-")


def _word(word: str, meaning: str, said: str = "") -> Word:
    return Word(word, meaning, re.compile(rf"\b(?:{said or f'{word}s?'})\b", re.IGNORECASE))


ICB = _word(
    "ICB",
    "Integrated care board: the NHS body that plans and pays for most health services in one part "
    "of England.",
)
GLOSSARY: tuple[Word, ...] = (
    ICB,
    _word(
        "Body",
        "An ICB as the law has it, with a boundary, a board, money and duties of its own.",
        "bod(?:y|ies)",
    ),
    _word(
        "Team",
        "The chair, chief executive and executives who lead one ICB, or several together.",
    ),
    _word(
        "Cluster",
        "Several ICBs under one leadership team that stay separate bodies, each with its own "
        "boundary, money and duties.",
        "cluster(?:s|ed|ing)?",
    ),
    _word(
        "Merger",
        "One ICB in law where there were several, or made of parts of them.",
        "merg(?:ers?|ed?|ing)",
    ),
    _word("Footprint", "The area that an ICB covers, or that a leadership team covers."),
    _word(
        "Weighted head",
        "One patient counted by need, so that an older or poorer population counts for more than "
        "its number.",
        "weighted (?:heads?|population|people)",
    ),
    _word(
        "Cap",
        "The most an ICB may spend a year on running itself and on the pay of its programmes, so "
        "much for each weighted head.",
    ),
    _word("Envelope", "The cap times the weighted population: worked out here for every area."),
    _word(
        "Target",
        "What an ICB was told to come down to, published or implied: another figure than its "
        "envelope, and what savings are counted to.",
    ),
    _word(
        "Published",
        "Given by an ICB, NHS England, the ONS, a council or the press; “second-hand” where it was "
        "read in somebody else’s account.",
        "published|second-hand",
    ),
    _word(
        "Worked out",
        "Reckoned here from published figures; “by share” where a plan splits an ICB and its "
        "figure is shared by residents.",
        "worked out",
    ),
    _word(
        "Implied",
        "Published by nobody: it follows from published figures by the formula shown.",
        "implied",
    ),
    _word("Yours", "A figure that you typed or handed in, or that follows from one.", "yours"),
    _word(
        "Coterminous",
        "Sharing its borders: a footprint made of whole authorities and nothing else.",
    ),
    _word(
        "Split",
        "Said of an authority when its people live in more than one footprint.",
        "split(?:s|ting)?",
    ),
    _word(
        "Block",
        "One of the 327 pieces into which England is cut here, and of which every footprint is "
        "made.",
    ),
)


def words_of(content: object) -> tuple[Word, ...]:
    """The words of the glossary that a page's content uses; ICB stands on every page."""
    said = "\n".join(_texts(content))
    return tuple(word for word in GLOSSARY if word is ICB or word.said.search(said))


@dataclass(frozen=True)
class Piece:
    """A piece of a text; one that uses a word of the glossary for the first time names the word."""

    text: str
    word: Word | None = None


def first_uses(text: str, known: Collection[Word] = ()) -> tuple[Piece, ...]:
    """A text in pieces, so that each word is met once; those that are known are not met again."""
    found = [
        (match.start(), match.end(), word)
        for word in GLOSSARY
        if word not in known and (match := word.said.search(text))
    ]
    pieces, end = [], 0
    for start, stop, word in sorted(found, key=lambda one: one[:2]):
        # Of two words in the same place the first stands.
        if start >= end:
            pieces += [Piece(text[end:start]), Piece(text[start:stop], word)]
            end = stop
    return tuple(piece for piece in (*pieces, Piece(text[end:])) if piece.text)


# What is drawn has names of places in it, thousands of them, and no word that its legend lacks.
_DRAWN = (MapContent, Layer, Plan, pd.Series, type)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in _parts(value):
            yield from _texts(part)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, _DRAWN):
        return ()
    if isinstance(value, pd.DataFrame):
        return value.columns
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, (tuple, list)) else ()
