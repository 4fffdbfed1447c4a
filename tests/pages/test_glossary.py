"""Words of the field: each page explains those it uses, and spells out ICB."""

from __future__ import annotations

import lxml.html
import pytest

from footprint.content.glossary import GLOSSARY, ICB, words_of
from footprint.content.values import About, Sentence
from footprint.pages import clusters, money
from footprint.pages.catalogue import PAGES
from footprint.view import View
from tests.pages.test_pages import shown, words
from tests.shared_workspace import WORK


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


def test_each_word_of_a_page_opens_its_meaning_and_leads_to_the_page_of_help() -> None:
    (line,) = (
        lxml.html.fromstring(element.proto.body)
        for element in shown("pages/Money.py").get("html")
        if "popovertarget" in element.proto.body
    )
    opened = [button.get("popovertarget") for button in line.iter("button")]
    boxes = {box.get("id"): box for box in line.iter("span")}
    assert "word-weighted-head" in opened
    assert list(boxes) == opened
    for box in boxes.values():
        assert box.get("popover") == "auto"
        assert [link.get("href") for link in box.iter("a")] == ["Help"]


def test_the_page_of_help_has_every_word_and_every_key() -> None:
    said = words(shown("pages/Help.py"))
    assert all(word.meaning in said for word in GLOSSARY)
    assert "How to read the maps" in said
    assert "Shift and arrows" in said
