"""Glossary: a word is met where a text uses it first, and nothing of the text is lost."""

from __future__ import annotations

import pytest

from footprint.content.glossary import GLOSSARY, ICB, Piece, first_uses, words_of


def told(text: str, *known: str) -> list[tuple[str, bool]]:
    """The pieces of a text, and of each whether it is met there."""
    met = [word for word in GLOSSARY if word.word in known]
    return [(piece.text, piece.word is not None) for piece in first_uses(text, met)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("Nothing of it", [("Nothing of it", False)]),
        # At its beginning, at its end, in the middle, and again.
        ("ICB", [("ICB", True)]),
        ("ICB by ICB", [("ICB", True), (" by ICB", False)]),
        ("Of one ICB", [("Of one ", False), ("ICB", True)]),
        ("An ICB, here", [("An ", False), ("ICB", True), (", here", False)]),
    ],
)
def test_a_word_is_met_once_wherever_it_stands(text: str, pieces: list[tuple[str, bool]]) -> None:
    assert told(text) == pieces


def test_words_are_met_in_the_order_of_the_text_and_known_ones_not_again() -> None:
    text = "A footprint of an ICB, a cluster of ICBs and another footprint"
    met = [piece for piece in first_uses(text) if piece.word]
    assert "".join(piece.text for piece in first_uses(text)) == text
    assert [text.index(piece.text) for piece in met] == sorted(text.index(p.text) for p in met)
    assert len({piece.word.word for piece in met if piece.word}) == len(met) > 1
    assert first_uses("An ICB", (ICB,)) == (Piece("An ICB"),)


def test_of_all_that_a_page_says_the_words_are_told_and_icb_always() -> None:
    assert words_of(()) == (ICB,)
    said = words_of({"a": ["a footprint", 3, None], "b": ("and a cluster",)})
    assert ICB in said and len(said) == 3
