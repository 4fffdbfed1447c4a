"""Sheets of packs: which views share one, and what is said of a pack that was saved."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from footprint.content.values import Page
from footprint.papers.contents import OWN, SELECTED, WHOLE
from footprint.papers.front import Front
from footprint.papers.pack import Item, Pack, PackError, added
from footprint.papers.sheets import (
    _whose,
    paper_of,
    parts_of,
    picture_of,
    sheets_of,
    since_saved,
    up_to_date,
)
from footprint.view import View
from tests.shared_workspace import WORK

NORTH = Item("Clusters", (("plan", "east-model-a"),), "First.")
MIDDLE = Item("Clusters", (("plan", "east-model-b"),), "Second.", beside=True)
MONEY = Item("Money", (), "Third.")


def pack(*items: Item) -> Pack:
    made = Pack("Board")
    for item in items:
        made = added(made, item)
    return made


def test_a_view_beside_another_shares_its_sheet_and_their_captions_follow_each_other() -> None:
    both, money = sheets_of(WORK, pack(NORTH, MIDDLE, MONEY), "")
    assert len(both.panels) == 2
    assert both.caption == "First. Second."
    assert both.title == paper_of(WORK, NORTH, "").title
    assert len(money.panels) == 1
    assert money.caption == "Third."


def test_the_first_view_begins_a_sheet_whatever_it_asks_for() -> None:
    first, second = sheets_of(WORK, pack(MIDDLE, NORTH), "")
    assert (first.caption, second.caption) == ("Second.", "First.")


def test_words_that_have_no_room_are_refused_with_how_many_are_too_many() -> None:
    fits = replace(NORTH, caption="c" * 600, title="t" * 300)
    assert sheets_of(WORK, pack(fits), "")[0].caption == fits.caption
    long = replace(NORTH, caption="c" * 1_801)
    with pytest.raises(PackError) as refused:
        sheets_of(WORK, pack(fits, long, replace(NORTH, title="t" * 301)), "")
    assert str(refused.value) == (
        "The caption of view 2 is 1,201 characters too long: it has 1,801, and at most 600 fit. "
        "Shorten it before the pack is made. "
        "The title of view 3 is 1 character too long: it has 301, and at most 300 fit. "
        "Shorten it before the pack is made."
    )


def test_words_of_a_cover_that_have_no_room_are_refused_too() -> None:
    front = Front(meeting="m" * 300, day="d" * 320, item="i", author="a" * 301)
    with pytest.raises(PackError) as refused:
        sheets_of(WORK, replace(pack(NORTH), title="t" * 302, front=front), "")
    assert str(refused.value) == (
        "The title of the pack is 2 characters too long: it has 302, and at most 300 fit. "
        "Shorten it before the pack is made. "
        "The date of the meeting on the cover is 20 characters too long: it has 320, and at most "
        "300 fit. Shorten it before the pack is made. "
        "The author on the cover is 1 character too long: it has 301, and at most 300 fit. "
        "Shorten it before the pack is made."
    )


def test_a_view_has_its_own_title_unless_it_was_given_one() -> None:
    own = paper_of(WORK, NORTH, "").title
    assert paper_of(WORK, replace(NORTH, title="For the board"), "").title == "For the board"
    assert own and own != "For the board"


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(PackError, match="no page “Nowhere”"):
        paper_of(WORK, Item("Nowhere"), "")


def test_a_pack_as_it_is_now_has_nothing_to_tell() -> None:
    now = up_to_date(WORK, pack(NORTH, MONEY), "")
    assert now.data_version == WORK.manifest.data_version
    assert all(now.figures)
    assert since_saved(WORK, now, "") == [
        "“Board” is open: 2 views.",
        "Every figure is as it was when the pack was saved.",
    ]


def test_what_is_not_as_it_was_is_told_view_by_view_and_the_data_version_last() -> None:
    now = up_to_date(WORK, pack(NORTH, MONEY), "")
    was = replace(now.figures[0], digest="0" * 16, rows=(("Nowhere", *now.figures[0].rows[0][1:]),))
    old = replace(now, figures=(was, now.figures[1]), data_version="older")
    told = since_saved(WORK, old, "")
    title = paper_of(WORK, NORTH, "").title
    assert told[0] == "“Board” is open: 2 views."
    assert f"1. {title}: Nowhere is no longer in the table." in told
    assert not [sentence for sentence in told if sentence.startswith("2. ")]
    assert told[-1] == (
        f"It was saved on data version older; this is {WORK.manifest.data_version}."
    )
    assert "Every figure is as it was when the pack was saved." not in told


def test_a_view_that_cannot_be_made_any_more_is_told_and_the_others_are_looked_at() -> None:
    gone = Item("Nowhere")
    told = since_saved(WORK, Pack("Board", (gone, NORTH), figures=(None, None)), "")
    assert told == ["“Board” is open: 2 views.", "1. There is no page “Nowhere” here."]


def test_a_view_that_asks_for_what_is_not_there_is_told_with_its_title() -> None:
    asks = Item("Clusters", (("plan", "nowhere"),))
    told = since_saved(WORK, Pack("Board", (asks,), figures=(None,)), "")
    assert len(told) == 2
    assert told[1].startswith("1. ")
    assert "nowhere" in told[1]


def _told(
    *texts: str, chapters: tuple[str, ...] = (), scope: tuple[int, ...] = (), selected: str = "W"
) -> str:
    plan = SimpleNamespace(by_id={"W": SimpleNamespace(name="West")})
    picture = SimpleNamespace(plans=(plan,), selected=selected, chapters=chapters)
    figures = tuple(("Label", text) for text in texts)
    return _whose(picture, SimpleNamespace(scope=scope, figures=figures))


def test_key_figures_of_one_area_on_a_map_of_england_say_whose_they_are() -> None:
    said = "Key figures of West, map of England."
    assert _told("West", "1,200") == _told("1,200", "West") == said
    assert _told("1,200", chapters=("In five lines",)) == said
    # Figures of all of England, of a map of the area alone, and of nothing that is chosen.
    assert _told("1,200") == _told() == ""
    assert _told("West", scope=(1,)) == ""
    assert _told("West", selected="") == ""


def test_a_page_without_a_picture_cannot_be_taken_away() -> None:
    with pytest.raises(PackError, match="^There is no map on the page “Help”.$"):
        picture_of(WORK, Page("pages/Help.py", "Help"), View())


def test_the_parts_of_an_item_are_those_of_its_view() -> None:
    item = Item("Clusters", (("plan", "east-model-a"), ("area", "E07000008")))
    assert list(parts_of(WORK, item))[:3] == [OWN, WHOLE, SELECTED]
    with pytest.raises(PackError):
        parts_of(WORK, Item("Nowhere"))
