"""Answers: what the finder says, with the ICBs of each place, and what it says of nothing."""

import pytest

from footprint.content.answers import answers, lookup_sentence
from footprint.view import View
from tests.shared_workspace import WORK


def test_a_place_in_one_icb_is_one_choice() -> None:
    first, *_ = answers(WORK, "Kettering").places
    assert (first.name, first.kind) == ("Kettering", "town or village in North Northamptonshire")
    assert [choice.words for choice in first.choices] == ["Northamptonshire ICB"]
    assert first.area == "E06000061"


def test_a_place_in_several_icbs_says_so_and_how_much_of_it() -> None:
    first, *_ = answers(WORK, "Craven").places
    assert first.words == "Craven, former council in North Yorkshire: in 2 ICBs"
    assert [choice.words for choice in first.choices] == [
        "West Yorkshire ICB (88%)",
        "Lancashire and South Cumbria ICB (12%)",
    ]
    assert first.area == ""


def test_a_county_and_a_council_that_was_one_lead_to_their_icbs_and_to_no_district() -> None:
    for typed, kind in (
        ("Hampshire", "county"),
        ("Bedfordshire", "county"),
        ("Northamptonshire County Council", "former council"),
    ):
        found = answers(WORK, typed).places
        told = next(one for one in found if one.kind.startswith(kind) and not one.area)
        assert len(told.choices) == 1
    cumbria = next(one for one in answers(WORK, "Cumbria").places if one.kind == "county")
    assert [choice.body for choice in cumbria.choices] == ["QHM", "QE1"]


def test_a_point_in_a_divided_district_is_told_by_its_block() -> None:
    first, *_ = answers(WORK, "Skipton").places
    assert first.area == "E06000065-E38000232"


def test_only_a_place_that_was_meant_and_lies_in_one_icb_is_sure() -> None:
    assert answers(WORK, "Kettering").sure
    assert not answers(WORK, "Craven").sure
    nearest = answers(WORK, "Xyzzyq")
    assert (nearest.sure, len(nearest.places[0].choices)) == (False, 1)


def test_an_everyday_name_is_answered_with_the_official_one() -> None:
    first, *_ = answers(WORK, "BOB").places
    assert first.name == "Buckinghamshire, Oxfordshire and Berkshire West"
    assert first.kind == "ICB to March 2026"
    (stoke, *_) = answers(WORK, "Stoke").places
    assert stoke.name == "Stoke-on-Trent"


def test_nothing_found_is_said_with_the_nearest_three() -> None:
    found = answers(WORK, "Ashford Camp")
    assert found.problem == "Nothing here is called “Ashford Camp”. The nearest names are:"
    assert len(found.places) == 3


@pytest.mark.parametrize("typed", ["CF10", "cf10 1aa", "BT1", "TD1", "Edinburgh", "Glasgow"])
def test_what_is_outside_england_is_said_to_be(typed: str) -> None:
    found = answers(WORK, typed)
    assert found.problem == (
        f"“{typed}” is not in England, and the app covers England only. The nearest names are:"
    )
    assert found.places and not found.sure


def test_what_is_called_so_in_england_is_no_place_outside_it() -> None:
    for typed in ("Newport", "NP16", "NP16 7AA", "SY1"):
        assert not answers(WORK, typed).problem


def test_a_place_with_an_everyday_name_is_offered_once() -> None:
    names = [one.name for one in answers(WORK, "West Brom").places]
    assert names[0] == "West Bromwich" and len(set(names)) == len(names)


def test_a_region_of_the_nhs_offers_each_of_its_icbs() -> None:
    first = answers(WORK, "NHS Midlands").places[0]
    assert (first.name, len(first.choices)) == ("Midlands", 11)


def test_what_is_like_nothing_is_said_to_be_with_what_can_be_typed_and_three_examples() -> None:
    found = answers(WORK, "zzzz qqq")
    assert found.problem == (
        "Nothing here is like “zzzz qqq”. Type a town, council, postcode district, hospital or "
        "ICB, for example:"
    )
    assert len(found.places) == 3
    assert [one.name[0] for one in found.places[:2]] == ["Z", "Z"]
    assert not found.sure


def test_footprints_of_a_plan_are_found_where_its_map_is_shown() -> None:
    cluster = "Staffordshire, Stoke-on-Trent, Shropshire, Telford and Wrekin"
    typed = "Staffordshire, Stoke-on-Trent, Shropshire"
    assert cluster not in [one.name for one in answers(WORK, typed).places]
    assert answers(WORK, typed, View()).places[0].name == cluster


def test_what_was_looked_for_is_told_only_where_it_is_true() -> None:
    said = lookup_sentence(WORK, "Kettering", "QPM")
    assert said == (
        "Kettering (town or village in North Northamptonshire) is in Northamptonshire ICB."
    )
    assert lookup_sentence(WORK, "Kettering", "QWU") == ""
    assert lookup_sentence(WORK, "<b>Nowhere</b>", "QPM") == ""
    assert lookup_sentence(WORK, "Northamptonshire", "QPM") == ""


def test_words_too_long_for_a_name_are_cut() -> None:
    assert len(answers(WORK, "x" * 1_000).typed) == 60


def test_what_has_neither_letters_nor_numbers_is_told_what_to_type() -> None:
    for typed in ("", " ", "?!", "—"):
        found = answers(WORK, typed)
        assert found.places == () and not found.sure
        assert found.problem == "Type letters or numbers, for example Kettering or CV1."


def test_what_is_only_spelt_nearly_so_is_not_said_to_be_found():
    slip, guess, named = (answers(WORK, one) for one in ("Kettring", "Tessex", "Kettering"))
    assert slip.note == "Nothing here is called “Kettring”. Spelt nearly so:"
    assert slip.places[0].name == "Kettering" and slip.sure
    assert guess.note.startswith("Nothing here is called “Tessex”.") and not guess.sure
    assert not named.note and named.sure


def test_sixty_letters_are_looked_for() -> None:
    assert answers(WORK, f" {'x' * 60} ").typed == "x" * 60
    assert answers(WORK, "x" * 61).typed == "x" * 60


@pytest.mark.parametrize(
    ("typed", "tier", "words", "area"),
    [
        ("Metropolitan Police", "police", "Metropolitan Police, police force area", "E23000001"),
        ("Thames Valley", "police", "Thames Valley, police force area", "E23000029"),
        ("Kent", "fire", "Kent, fire and rescue authority", "E31000022"),
    ],
)
def test_authorities_of_the_kind_looked_at_come_first(
    typed: str, tier: str, words: str, area: str
) -> None:
    first, *_ = answers(WORK, typed, View(tier=tier), tier).places
    assert (f"{first.name}, {first.kind}", first.area) == (words, area)
    assert first.area not in {one.area for one in answers(WORK, typed).places}


def test_a_council_is_called_by_what_it_is_on_every_page() -> None:
    known = answers(WORK, "Camden").places
    assert answers(WORK, "Camden", View(), "lad").places == known
    assert answers(WORK, "Camdem", View(), "lad").note
