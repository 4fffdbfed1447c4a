"""Words of the field: each page explains those it uses, and spells out ICB."""

from __future__ import annotations

from unittest.mock import patch

import lxml.html
import pytest

from footprint.content.glossary import GLOSSARY, ICB, first_uses, words_of
from footprint.content.values import About, Sentence
from footprint.pages import clusters, money
from footprint.pages.catalogue import PAGES
from footprint.view import View
from tests.pages.test_pages import shown, words
from tests.shared_workspace import WORK
from ui.parts.glossary import explained


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("Nothing of the field.", []),
        ("Seven mergers, and Clusters of two.", ["Cluster", "Merger"]),
        ("It is merged; nobody is clustered.", ["Cluster", "Merger"]),
        ("£18.76 for each weighted head.", ["Weighted head"]),
        ("Statutory bodies under teams.", ["Body", "Team"]),
        ("Nobody implied what is yours.", ["Implied", "Yours"]),
        ("£3m (worked out by share), £4m published.", ["Published", "Worked out"]),
        ("Somebody steamed and blockaded the splitter.", []),
    ],
)
def test_a_text_uses_the_words_it_has_and_no_others(said: str, used: list[str]) -> None:
    content = (Sentence(said), {"more": [About("Heading", (said,))]})
    assert [word.word for word in words_of(content)] == ["ICB", *used]


def test_words_are_found_in_what_a_page_says_and_not_in_what_it_draws() -> None:
    assert "Weighted head" in {word.word for word in words_of(money.content(WORK, View()))}
    told = clusters.content(WORK, View())
    assert {"Cluster", "Footprint"} <= {word.word for word in words_of(told)}
    assert words_of(told.picture.maps) == (ICB,)


def test_every_meaning_is_one_sentence() -> None:
    for word in GLOSSARY:
        assert word.meaning.endswith(".")
        assert word.meaning.count(".") == 1
        assert len(word.meaning) < 140
    assert len({word.anchor for word in GLOSSARY}) == len(GLOSSARY)


@pytest.mark.parametrize("page", [one.script for one in PAGES])
def test_every_page_spells_out_what_an_icb_is(page: str) -> None:
    said = words(shown("" if page == "app.py" else page))
    assert "integrated care board" in said.lower()


def drawn(page: str) -> list[lxml.html.HtmlElement]:
    """What a page shows as HTML, in its order."""
    bodies = (element.proto.body for element in shown(page).get("html"))
    return [lxml.html.fromstring(body) for body in bodies if body.startswith("<p>")]


@pytest.mark.parametrize("page", ["pages/Money.py", "pages/Clusters.py", "pages/Criteria.py"])
def test_each_word_opens_its_meaning_where_a_page_first_uses_it(page: str) -> None:
    *others, line = [one for one in drawn(page) if list(one.iter("button"))]
    buttons = [button for one in (*others, line) for button in one.iter("button")]
    opened = [button.get("popovertarget") for button in buttons]
    boxes = {box.get("id"): box for box in line.iter("span")}
    assert len(opened) == len(set(opened))
    assert set(opened) == set(boxes)
    assert [button.get("aria-describedby") for button in buttons] == opened
    assert [button.text for button in others[0].iter("button")]
    for box in boxes.values():
        assert box.get("popover") == "auto"
        assert [link.get("href") for link in box.iter("a")] == ["Help"]


def test_a_word_is_marked_at_its_first_use_and_not_again() -> None:
    pieces = first_uses("Two teams lead ICBs; an ICB has a team.")
    assert "".join(piece.text for piece in pieces) == "Two teams lead ICBs; an ICB has a team."
    met = [(piece.text, piece.word.word) for piece in pieces if piece.word]
    assert met == [("teams", "Team"), ("ICBs", "ICB")]
    rest = first_uses("An ICB has a team, or a cluster.", [piece.word for piece in pieces])
    assert [piece.text for piece in rest if piece.word] == ["cluster"]


def test_of_two_words_in_one_place_the_first_stands() -> None:
    (before, word, after) = first_uses("It was worked out by us.")
    assert (before.text, word.text, after.text) == ("It was ", "worked out", " by us.")


def test_what_a_stranger_called_a_plan_stays_a_text() -> None:
    with patch("ui.parts.glossary.st") as drawing:
        drawing.session_state = {}
        said = explained("<b>My</b> plan has 3 ICBs & teams.")
    assert "&lt;b&gt;My&lt;/b&gt; plan has 3 <button" in said
    assert '&amp; <span class="kept"><button' in said


@pytest.mark.parametrize(
    ("said", "kept"),
    [("By the cap, it is so.", ["cap,"]), ("By the cap it is so.", []), ("(The cap).", ["cap)."])],
)
def test_no_line_begins_with_what_closes_a_word(said: str, kept: list[str]) -> None:
    with patch("ui.parts.glossary.st") as drawing:
        drawing.session_state = {}
        told = lxml.html.fromstring(f"<p>{explained(said)}</p>")
    assert [one.text_content() for one in told.iter("span")] == kept
    assert len(list(told.iter("button"))) == 1


def test_the_page_of_help_has_every_word_and_every_key() -> None:
    said = words(shown("pages/Help.py"))
    assert all(word.meaning in said for word in GLOSSARY)
    assert "How to read the maps" in said
    assert "Shift and arrows" in said
