"""Views: which parts of a map can be named, and by which words."""

from __future__ import annotations

import argparse
from datetime import date

import pytest

from footprint.command.parsers import CommandError
from footprint.command.views import (
    Shown,
    _day,
    named_parts,
    narrowed,
    part_of,
    shown,
    view_of,
)
from footprint.content.values import Picture
from footprint.pages.catalogue import BY_ADDRESS
from footprint.papers.contents import WHOLE, parts
from footprint.papers.sheets import picture_of
from tests.shared_workspace import WORK

ADDRESS = "https://icb.example/Clusters?plan=merged-2026-04"


@pytest.fixture(scope="module")
def one() -> Shown:
    return shown(WORK, ADDRESS)


@pytest.fixture(scope="module")
def picture(one: Shown) -> Picture:
    return picture_of(WORK, one.page, one.view)


def test_a_part_is_named_by_its_region_or_by_its_code_in_any_letters(picture: Picture) -> None:
    named = named_parts(WORK, picture)
    for key, label in parts(WORK, picture).items():
        assert named[label.removeprefix("NHS region: ").casefold()] == key
        assert key == WHOLE or named[key.casefold()] == key
    assert named["england"] == WHOLE
    assert "" not in named or named[""] == WHOLE
    assert not any(name.startswith("nhs region") for name in named)


def test_a_part_that_is_named_is_taken_and_any_other_is_refused(picture: Picture) -> None:
    keys = parts(WORK, picture)
    region = next(key for key, label in keys.items() if label == "NHS region: South West")
    assert part_of(WORK, picture, "south west") == region
    assert part_of(WORK, picture, "England") == WHOLE
    assert part_of(WORK, picture, None) == next(iter(keys))
    with pytest.raises(CommandError, match="part"):
        part_of(WORK, picture, "south weest of nowhere at all")


def test_what_a_view_offers_is_shown_there_and_a_footprint_where_it_is_chosen(one: Shown) -> None:
    assert narrowed(WORK, one, None) == (one, None)
    assert narrowed(WORK, one, "South West") == (one, "South West")
    there, part = narrowed(WORK, one, "Hampshire and Isle of Wight")
    assert there.view != one.view
    assert part != WHOLE


def test_an_address_is_a_page_with_its_view_whole_or_from_the_name_on(one: Shown) -> None:
    assert one.page is BY_ADDRESS["Clusters"]
    assert one.view.plan == "merged-2026-04"
    assert shown(WORK, "Clusters?plan=merged-2026-04") == one
    assert shown(WORK, "https://icb.example/").page is BY_ADDRESS[""]
    assert shown(WORK, "/Find_your_ICB?plan=icb-2023") == shown(WORK, "/?plan=icb-2023")
    with pytest.raises(CommandError, match="Clusters"):
        shown(WORK, "https://icb.example/Custers")


def test_what_would_have_to_be_put_right_is_refused_in_one_sentence() -> None:
    with pytest.raises(CommandError) as refused:
        view_of(WORK, {"plan": "no-such-plan"}, BY_ADDRESS["Clusters"].fields)
    said = str(refused.value)
    assert said.endswith(".") and ". " not in said and ".." not in said


@pytest.mark.parametrize(
    ("query", "whose", "said"),
    [
        ({"scope": "ZZ"}, "You ask", "You ask for a part of England “ZZ” that does not exist."),
        (
            {"scope": "ZZ"},
            "The link asks",
            "The link asks for a part of England “ZZ” that does not exist.",
        ),
        ({"base": "b" * 5_000}, "The link asks", "characters, and at most 4,000 are read."),
    ],
)
def test_what_is_refused_is_not_said_to_be_left_out(query: dict, whose: str, said: str) -> None:
    with pytest.raises(CommandError) as refused:
        view_of(WORK, query, BY_ADDRESS["Compare"].fields, whose=whose)
    assert str(refused.value).endswith(said)
    assert "left out" not in str(refused.value)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"plan": "agreed-2025"}, "does not exist; did you mean “agreed-2025-09”?"),
        ({"tier": "polise"}, "does not exist; did you mean “police”?"),
        ({"teir": "police"}, "“teir”, which this page does not know; did you mean “tier”?"),
        (
            {"q": "1"},
            "does not know; there are: plan, layer, lines, map, base, measure, area, scheme,"
            " classes, cuts, other, tier, tolerance, cap, least, whole, trusts, show, scope, also.",
        ),
        ({"layer": "x"}, "does not exist; there are: bodies, teams."),
        ({"also": "icb-2032"}, "does not exist; did you mean “icb-2023”?"),
        ({"area": "E09000099"}, "an area “E09000099” that does not exist."),
    ],
)
def test_a_slip_in_an_address_is_asked_after(query: dict[str, str], said: str) -> None:
    with pytest.raises(CommandError) as refused:
        view_of(WORK, query, [*BY_ADDRESS["Compare"].fields, "tier"])
    assert str(refused.value).endswith(said)


def test_a_day_is_written_as_a_date() -> None:
    assert _day("2026-12-01") == date(2026, 12, 1)
    with pytest.raises(argparse.ArgumentTypeError, match="“1 December” is no date"):
        _day("1 December")
