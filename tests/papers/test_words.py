"""Words of files: text that any file may hold, and what every file says alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.content.values import Column, Table
from footprint.measures.units import PEOPLE
from footprint.papers import words
from tests import paper_samples


def paper(**changes: object):
    return replace(paper_samples.membership(), **changes)


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("plain", "plain"),
        ("two\nlines", "two lines"),
        (" \t a \r\n b ", " a b "),
        ("bell\x07", "bell\ufffd"),
        ("lone\ud800", "lone\ufffd"),
        ("\ufffe", "\ufffd"),
        ("~ \xa0 é 🗺", "~ \xa0 é 🗺"),
        ("\x7f\x80", "\ufffd\ufffd"),
    ],
)
def test_what_no_file_may_hold_shows_as_a_mark(text: str, legal: str) -> None:
    assert words.legal(text) == legal


def test_estimates_are_explained_once_and_only_where_there_are_any() -> None:
    table = Table("", (Column("Footprint"), Column("Residents", PEOPLE)), (("North", 1.0),))
    some = replace(table, estimated=frozenset({(0, 1)}))
    assert words.footnotes(paper(table=table, notes=("A note.", ""))) == ("A note.",)
    assert words.footnotes(paper(table=some, notes=("A note.",))) == (
        "A note.",
        words.ESTIMATED_MEANING,
    )
    told = "What is marked (worked out by share) is shared."
    assert words.footnotes(paper(table=some, notes=(told,))) == (told,)
    assert words.footnotes(paper(table=some, notes=("One.", told))) == ("One.", told)


def test_sources_are_one_line_with_the_licence_last() -> None:
    line = words.source_line(paper(sources=("One.", "Two, 2025")))
    assert line.startswith("Sources: One; Two, 2025. Source: Office for National Statistics")
    assert not words.source_line(paper(sources=())).startswith("Sources: ")


def test_a_caption_stands_for_the_title() -> None:
    assert words.figure_title(paper(title="Title", caption="")) == "Title"
    assert words.figure_title(paper(title="Title", caption="Caption")) == "Caption"


def test_a_property_holds_two_hundred_and_fifty_five_letters() -> None:
    assert words.property_title(paper(title="x" * 255)) == "x" * 255
    assert words.property_title(paper(title="x" * 256)) == "x" * 254 + "…"


def test_areas_are_a_line_for_each() -> None:
    lists = (("North", "All of Hart."), ("South", "Part of\nHart."))
    assert words.areas_in_words(paper(lists=lists)) == (
        "North: All of Hart.\nSouth: Part of Hart.\n"
    )


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://here/", True),
        ("http://here/", True),
        ("javascript:alert(1)", False),
        ("", False),
        ("https://" + "x" * 1_992, True),
        ("https://" + "x" * 1_993, False),
        ("https://here/\x07", False),
    ],
)
def test_a_link_can_be_clicked_if_it_is_one_that_excel_takes(link: str, opens: bool) -> None:
    assert words.opens(link) == opens


@pytest.mark.parametrize(
    ("link", "read", "done"),
    [
        ("", words.NO_ADDRESS, "Whoever runs the app can set it as ICB_FOOTPRINTS_ADDRESS."),
        (
            f"https://a.example/?{'x' * 4_000}",
            words.LONG_LINK,
            "Save the option in the app, and its link is short.",
        ),
    ],
)
def test_who_makes_a_paper_reads_what_would_give_it_a_link_and_a_board_only_why_it_has_none(
    link: str, read: str, done: str
) -> None:
    assert words.unshared(link) == read
    assert words.without_link(link) == f"{read} {done}"


def test_a_link_that_opens_needs_nothing_done() -> None:
    assert words.without_link("https://a.example/Clusters") == ""


@pytest.mark.parametrize(
    ("text", "so"),
    [("", False), ("123 !", False), ("abc שלום", False), ("123 שלום abc", True), ("أهلا", True)],
)
def test_the_first_letter_says_which_way_text_reads(text: str, so: bool) -> None:
    assert words.right_to_left(text) == so


def test_text_is_cut_where_its_direction_changes_and_nowhere_else() -> None:
    assert words.stretches("Kent (شمال) 7") == (("Kent (", False), ("شمال) 7", True))
    assert words.stretches("شمال Kent") == (("شمال ", True), ("Kent", False))
    assert words.stretches("Kent 7") == (("Kent 7", False),)
    assert words.stretches("7 شمال") == (("7 شمال", True),)
    assert words.stretches("") == ()
