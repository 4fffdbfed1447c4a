"""The finder: what it understands, in which order, and what it says when it finds nothing."""

import pytest

from footprint.facts.gazetteer import ICB, Named
from footprint.finder.find import NEAREST, Finder
from footprint.finder.fold import bare, folded, initials, outcode

NAMES = (
    Named("West", ICB, (("A-1", 0.5), ("B-1", 0.5)), "W", "West"),
    Named("Ash", "council", (("A-1", 1.0),), "A", "Ash"),
    Named("Ash City Council", "council", (("A-1", 1.0),), "A", "Ash"),
    Named("Ashford", "town", (("A-1", 1.0),), size=900),
    Named("Ashford", "village", (("C-4", 1.0),), size=50),
    Named("Ashford Common", "suburb", (("C-4", 1.0),), size=300),
    Named("St Mary's", "hospital or clinic", (("B-1", 1.0),)),
    Named("University Hospitals Cedar NHS Trust", "NHS trust", (("C-4", 1.0),)),
    Named("CE1", "postcode district", (("C-4", 0.9), ("D-4", 0.1))),
    Named("CE12", "postcode district", (("D-4", 1.0),)),
    Named("16C", "sub-ICB location", (("A-1", 1.0),), "16C"),
    Named("Cedarville and Dune", "county", (("C-4", 0.5), ("D-4", 0.5))),
)
FINDER = Finder(NAMES)


def found(typed: str) -> list[tuple[str, str]]:
    return [(one.name, one.kind) for one in FINDER.find(typed).places]


@pytest.mark.parametrize(
    ("typed", "as_meant"),
    [
        ("NHS West Integrated Care Board", "west"),
        ("St. Mary’s", "st marys"),
        ("Saint Mary's", "st marys"),
        ("Cedarville & Dune", "cedarville and dune"),
        ("  Bury   St-Edmunds ", "bury st edmunds"),
        ("Zoë", "zoe"),
        ("East Herts", "east hertfordshire"),
        ("NHS", "nhs"),
        ("Ash, County of", "county of ash"),
        ("Ash , city of", "city of ash"),
        ("Ash, Birch", "ash birch"),
    ],
)
def test_what_is_typed_is_folded_to_what_is_meant(typed: str, as_meant: str) -> None:
    assert folded(typed) == as_meant


def test_a_council_or_hospital_is_bare_without_the_words_of_its_kind() -> None:
    assert bare("city of ash council") == "ash"
    assert bare("the ash hospital") == "ash"


@pytest.mark.parametrize(
    ("typed", "district"), [("ce1 2ab", "ce1"), ("ce12ab", "ce1"), ("ce1 2", "ce1"), ("ce1", "")]
)
def test_a_postcode_is_read_as_its_district(typed: str, district: str) -> None:
    assert outcode(typed) == district


def test_a_trust_is_known_by_its_initials() -> None:
    assert "uhc" in initials("university hospitals cedar trust")
    assert found("UHC")[0] == ("University Hospitals Cedar NHS Trust", "NHS trust")


def test_the_town_comes_before_the_village_of_its_name_and_both_are_offered() -> None:
    assert found("Ashford")[0] == ("Ashford", "town")
    assert ("Ashford", "village") in found("Ashford")


def test_an_area_is_offered_once_whatever_its_names() -> None:
    assert found("Ash")[0] == ("Ash", "council")
    assert ("Ash City Council", "council") not in found("Ash")


def test_a_kind_of_council_that_is_not_quite_its_own_still_finds_it() -> None:
    assert found("Ash Borough Council")[0][1] == "council"


def test_the_order_of_words_does_not_matter() -> None:
    assert found("Dune and Cedarville") == [("Cedarville and Dune", "county")]


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert found("Ashfrod")[0] == ("Ashford", "town")


@pytest.mark.parametrize(
    ("typed", "first"),
    # Two letters changed for each other that do not touch, and a single wrong one in a short name.
    [("Cadervilde and Dune", "Cedarville and Dune"), ("Asfhodr", "Ashford"), ("Wezt", "West")],
)
def test_two_slips_are_forgiven_in_a_long_name_and_one_in_a_short(typed: str, first: str) -> None:
    slip = FINDER.find(typed)
    assert slip.sure and slip.places[0].name == first


def test_letters_that_stand_for_a_name_are_not_taken_for_a_slip_of_another() -> None:
    short = Named("Elmx", ICB, (("A-1", 1.0),), "W", "West")
    town = Named("Elms", "town", (("A-1", 1.0),))
    assert Finder((short, town)).find("Elmy").places == (town,)


def test_the_at_the_beginning_is_left_out_where_no_name_has_it() -> None:
    assert found("The Ashford")[0] == ("Ashford", "town")


def test_a_council_is_among_the_answers_beside_an_icb_of_its_name() -> None:
    names = (
        Named("Elm", ICB, (("A-1", 1.0),), "W", "Elm"),
        Named("Elm", "county council", (("A-1", 1.0),), "E", "Elm"),
        Named("Elm", "county", (("A-1", 0.9), ("B-1", 0.1))),
    )
    kinds = [one.kind for one in Finder(names).find("Elm").places]
    assert kinds == [ICB, "county council"]


def test_a_whole_postcode_finds_its_district_alone_and_half_a_one_longer_ones_too() -> None:
    assert found("CE1 9ZZ") == [("CE1", "postcode district")]
    assert found("CE1") == [("CE1", "postcode district"), ("CE12", "postcode district")]


def test_a_code_is_found_only_whole() -> None:
    assert found("16C") == [("16C", "sub-ICB location")]
    assert FINDER.find("16").sure is False


def test_nothing_found_offers_the_nearest_and_says_that_it_is_not_sure() -> None:
    nearest = FINDER.find("Ashford Camp")
    assert (nearest.sure, nearest.near, len(nearest.places)) == (False, True, NEAREST)
    assert nearest.places[0].name == "Ashford Common"


def test_where_no_name_is_like_it_three_that_begin_alike_are_examples() -> None:
    far = FINDER.find("Cedxyzzyq")
    assert (far.sure, far.near, len(far.places)) == (False, False, NEAREST)
    assert far.places[0].name == "Cedarville and Dune"
    # No code and no initials stand for a name here.
    none = FINDER.find("16xyz")
    assert [one.name for one in none.places] == ["West", "Ash City Council", "Ashford"]


def test_nothing_typed_finds_nothing() -> None:
    assert FINDER.find("  ").places == ()


def test_a_place_is_known_again_by_its_exact_name() -> None:
    assert FINDER.named("ash city council") == NAMES[2]
    assert FINDER.named("Nowhere") is None


@pytest.mark.parametrize("typed", ["LB Ash", "MB of Ash", "Ash, County of", "RB Ash", "Ash MDC"])
def test_a_council_is_found_by_any_word_for_what_it_is(typed: str) -> None:
    assert found(typed)[0] == ("Ash", "council")


def test_a_hospital_is_found_with_the_town_it_is_in_and_no_other_of_its_name() -> None:
    names = (
        *NAMES,
        Named("St Mary's Hospital", "hospital or clinic", (("A-1", 1.0),)),
        Named("St Mary's Hospital", "hospital or clinic", (("C-4", 1.0),)),
        Named("Elm Infirmary", "hospital or clinic", (("D-4", 1.0),)),
    )
    finder = Finder(names)
    (ash,) = finder.find("St Mary's Hospital, Ash").places
    assert ash.shares == (("A-1", 1.0),)
    # It is the only one of its name, and stands beside the place that was typed.
    assert [one.name for one in finder.find("Elm Infirmary Ash").places] == ["Elm Infirmary"]
    assert not finder.find("St Mary's Hospital Nowhere").sure


def test_what_tells_hospitals_of_one_name_apart_makes_none_of_them_the_only_one() -> None:
    names = (
        *NAMES,
        Named("St Anne's", "hospital or clinic", (("D-4", 1.0),)),
        Named("St Anne's Hospital (Dune)", "hospital or clinic", (("C-4", 1.0),)),
    )
    found = Finder(names).find("St Anne's Ash")
    assert found.slip or not found.sure
