"""Folding: what is typed and what is written come to the same letters."""

from __future__ import annotations

import pytest

from footprint.finder.fold import (
    bare,
    council_named,
    county_named,
    folded,
    in_any_order,
    initials,
    outcode,
    says_council,
    says_hospital,
    says_lower_tier,
    spelled_out,
)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("King’s Lynn & West Norfolk", "kings lynn and west norfolk"),
        ("Saint Albans", "st albans"),
        ("St. Albans", "st albans"),
        ("Herts", "hertfordshire"),
        ("Hértfordshire", "hertfordshire"),
        ("NHS Kent and Medway ICB", "kent and medway"),
        ("NHS Kent Integrated Care Board", "kent"),
        ("NHS", "nhs"),
        ("  two\twords  ", "two words"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("icbert", "icbert"),
        ("?!", ""),
    ],
)
def test_letters_are_small_plain_and_in_full(text: str, letters: str) -> None:
    assert folded(text) == letters


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("cv1 2ab", "cv1"),
        ("cv12ab", "cv1"),
        ("sw1a 1aa", "sw1a"),
        ("cv1 2", "cv1"),
        ("cv1 2a", "cv1"),
        ("cv1", ""),
        ("kettering", ""),
        ("cv1 2abc", ""),
    ],
)
def test_a_postcode_whole_or_half_is_told_by_its_district(typed: str, district: str) -> None:
    assert outcode(typed) == district


def test_a_name_without_what_says_its_kind_is_in_any_order() -> None:
    assert in_any_order("west and north london") == "and london north west"
    assert bare("city of bristol council") == "bristol"
    assert bare("royal borough of windsor and maidenhead") == "and maidenhead windsor"
    # Of a hospital, “royal” and “county” are its name.
    assert bare("the royal county hospital") == "county royal"


@pytest.mark.parametrize(
    ("words", "city_or_council", "county"),
    [
        ("lb camden", "camden", ""),
        ("city and county of bristol", "bristol", ""),
        ("wigan unitary authority", "wigan", ""),
        ("kent county council", "", ""),
        ("herefordshire county of", "", "herefordshire"),
        ("camden", "", ""),
    ],
)
def test_a_style_is_told_from_the_name_that_bears_it(
    words: str, city_or_council: str, county: str
) -> None:
    assert council_named(words) == city_or_council
    assert county_named(words) == county


def test_points_of_the_compass_are_written_out_and_the_kind_of_a_district_is_told() -> None:
    assert spelled_out("ne lincolnshire") == "north east lincolnshire"
    assert says_lower_tier("wyre dc")
    assert not says_lower_tier("kent council")


def test_a_council_or_hospital_is_asked_for_by_that_word_alone() -> None:
    assert says_council("kent council")
    assert not says_council("councillor kent")
    assert says_hospital("kent hospital")
    assert says_hospital("kent hospitals trust")
    assert not says_hospital("hospitality")


def test_a_trust_may_be_shortened_to_its_letters() -> None:
    assert initials("university hospitals coventry and warwickshire") == {"uhcw", "uhcwt", "uhcwft"}
    assert initials("guys and st thomas nhs foundation trust") == {"gstn", "gstnt", "gstnft"}
    assert initials("the kent trust") == set()
    assert initials("kent and medway") == set()
    assert initials("east kent hospital university") == {"eku", "ekut", "ekuft"}
