"""The book: what stands before and behind a pack's sheets, and which addresses have a code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from footprint.binding.book import book
from footprint.binding.links import coded
from footprint.content.values import Chapter
from footprint.maps.layer import ATTRIBUTION
from footprint.papers.front import Front
from footprint.papers.words import NO_ADDRESS
from tests import paper_samples

PAPER = paper_samples.membership()
FIRST = replace(PAPER, title="First", sources=("One.", "Two"), link="https://a.example/x")
SECOND = replace(PAPER, title="Second", sources=("Two.", "Three"), link="")


def test_sources_are_said_once_for_all_with_the_licence_last() -> None:
    made = book("Board", (FIRST, SECOND), Front())
    assert made.sources == ("One", "Two", "Three", ATTRIBUTION)
    assert {paper.sources for paper in made.papers} == {()}
    assert made.again == (("First", "https://a.example/x"),)


def test_what_is_true_of_all_views_is_said_once_behind_them() -> None:
    told = [
        replace(one, notes=("Its own.",), unlinked=NO_ADDRESS, data_version="abc")
        for one in (FIRST, SECOND)
    ]
    made = book("Board", told, Front())
    assert made.last == (f"Made on {PAPER.dated} from data version abc.", NO_ADDRESS)
    assert {paper.every_note for paper in made.papers} == {("Its own.",)}
    assert {paper.data_version for paper in made.papers} == {""}
    assert book("Board", (FIRST,), Front()).last == (f"Made on {PAPER.dated}.",)


def test_a_table_is_in_the_annex_once_and_by_the_number_of_its_view() -> None:
    bare = replace(FIRST, table=replace(PAPER.table, rows=()))
    told = replace(FIRST, chapters=(Chapter("In figures", (), PAPER.table),))
    made = book("Board", (bare, told, SECOND), Front())
    assert [(one.number, one.view, one.of) for one in made.annex] == [(1, 3, "Second")]
    (one,) = made.annex
    assert one.title == f"Annex 1: {PAPER.table.title} (view 3)"
    untitled = replace(one, table=replace(one.table, title="", spoken=""))
    assert untitled.title == "Annex 1: Second (view 3)"
    assert replace(one, number=0).title == PAPER.table.title
    assert book("Board", (SECOND,), Front(annex=False)).annex == ()


def test_what_has_no_room_on_maps_is_said_without_an_annex_too() -> None:
    made = book("Board", (FIRST, replace(SECOND, tabled=True)), Front(annex=False))
    assert [(one.number, one.view, one.table) for one in made.annex] == [(1, 2, SECOND.table)]


def test_it_is_made_on_the_last_day_of_its_papers() -> None:
    papers = (replace(FIRST, day=date(2026, 9, 7)), replace(SECOND, day=date(2026, 8, 30)))
    made = book("Board", papers, Front(meeting="Public"))
    assert made.dated == "7 September 2026"
    assert made.details == (("Meeting", "Public"), ("Made on", "7 September 2026"))


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("https://a.example/x", True),
        ("http://a.example/x", True),
        (f"https://a.example/{'x' * (600 - 18)}", True),
        (f"https://a.example/{'x' * (600 - 17)}", False),
        ("http://localhost:8501/x", False),
        ("http://127.0.0.1/x", False),
        ("http://[::1]/x", False),
        ("https://", False),
        ("/Clusters", False),
        ("", False),
    ],
)
def test_only_a_short_address_that_others_can_open_has_a_code(link: str, code: bool) -> None:
    assert coded(link) == code
