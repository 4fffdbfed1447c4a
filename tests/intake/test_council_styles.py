"""Council styles: an area is known by what its council is called, and is never another’s."""

import pytest

from footprint.facts.atlas import Atlas
from footprint.facts.other_names import OtherNames
from footprint.finder.fold import folded, in_full
from footprint.intake.names import Lexicon, lexicons, superseded
from tests.intake.conftest import Reading

STYLES = (
    *("{} Council", "The {} Council", "{} City Council", "{} City", "{} CC", "City of {}"),
    *("{}, City of", "City of {} Council", "City and County of {}", "City & County of {}"),
    *("LB {}", "LB of {}", "L.B. {}", "LBC {}", "{} LB", "{} LBC", "{} (LB)", "RB {}", "RB of {}"),
    *("London Borough of {}", "The London Borough of {}", "Royal Borough of {}", "Borough of {}"),
    *("{} London Boro", "{} BC", "{} B.C.", "{} Borough", "{} Borough Council", "{} (B)"),
    *("{} DC", "{} District", "{} District Council", "{} Dist.", "District of {}"),
    *("{} District (B)", "{} MBC", "{} MDC", "{} MB", "{} Met Borough", "City of {} MDC"),
    *("{} Metropolitan Borough Council", "City of {} Metropolitan District Council"),
    *("{} UA", "{} (UA)", "{} Unitary", "{} Unitary Authority", "{} City & District Council"),
)


@pytest.fixture(scope="module")
def known(england: Atlas, icb_names: dict[str, str], other_names: OtherNames) -> dict[str, Lexicon]:
    return lexicons(england, icb_names, other_names)


@pytest.mark.parametrize("style", STYLES)
def test_every_district_is_known_in_every_style_and_told_what_it_was_taken_for(
    england: Atlas, known: dict[str, Lexicon], style: str
) -> None:
    lads, official = known["lad"], set(england.authorities["lad_official_name"])
    for code, name in lads.names.items():
        # Both say what they are in their names, and the city of one was a district.
        if name not in ("City of London", "County Durham"):
            text = style.format(name)
            assert lads.find(text) == code, text
            assert lads.taken(text) or text in official


@pytest.mark.parametrize("style", (*STYLES, "County of {}", "{} County", "Co. {}"))
def test_no_style_makes_a_name_one_of_a_place_in_another_county(
    england: Atlas,
    known: dict[str, Lexicon],
    icb_names: dict[str, str],
    other_names: OtherNames,
    style: str,
) -> None:
    upper = england.blocks["lad"].map(england.authorities["utla"])
    lads = england.authorities["utla"].to_dict()
    gone = superseded(other_names.former)
    places = [(one.name, frozenset(upper[list(one.blocks)])) for one in other_names.former]
    places += [(england.authorities["lad_name"][lad], {lads[lad]}) for lad in lads]
    places += [(name, set(upper[england.blocks["icb"] == c])) for c, name in icb_names.items()]
    for name, counties in places:
        text = style.format(name)
        if found := known["lad"].find(text):
            assert lads[found] in counties, text
        elif former := gone.find(text):
            assert not counties.isdisjoint(upper[list(former.blocks)]), text
        if found := known["utla"].find(text):
            assert found in counties, text


def test_no_name_holds_letters_that_stand_for_a_kind_of_council(
    known: dict[str, Lexicon], other_names: OtherNames
) -> None:
    names = [*known["lad"].names.values(), *known["utla"].names.values()]
    for name in [*names, *(one.name for one in other_names.former)]:
        assert in_full(folded(name)) == folded(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hull CC", "Kingston upon Hull"),
        ("BCP Council", "Bournemouth, Christchurch and Poole"),
        ("Newcastle City Council", "Newcastle upon Tyne"),
        ("Newcastle-under-Lyme BC", "Newcastle-under-Lyme"),
        ("Kings Lynn & W Norfolk BC", "King's Lynn and West Norfolk"),
        ("NE Lincs", "North East Lincolnshire"),
        ("Cheshire W & Chester", "Cheshire West and Chester"),
        ("Central Beds UA", "Central Bedfordshire"),
        ("Co. Durham", "County Durham"),
        ("County of Herefordshire", "Herefordshire"),
        ("County of Cornwall", "Cornwall"),
    ],
)
def test_short_forms_are_written_out(known: dict[str, Lexicon], text: str, name: str) -> None:
    assert known["lad"].names[known["lad"].find(text)] == name


@pytest.mark.parametrize(
    "text",
    [
        # Staffordshire’s borough is called so too.
        "Newcastle BC",
        # The old names of counties.
        *("County of York", "County of Oxford", "York County"),
        # A county, its city, or the district that ended in 2009.
        *("Durham CC", "County of Durham", "Durham Council"),
        *("Kingston LB", "Norfolk BC", "LB", "City of", "Borough Council"),
    ],
)
def test_what_may_be_two_places_or_none_is_taken_for_neither(
    known: dict[str, Lexicon], other_names: OtherNames, text: str
) -> None:
    assert known["lad"].find(text) == ""
    assert superseded(other_names.former).find(text) is None


def test_superseded_districts_and_county_councils_are_known_by_their_letters(
    reading: Reading,
) -> None:
    rows = ("Allerdale BC,A", "Carlisle City Council,A", "Copeland BC,A", "Kent CC,B")
    read = reading("\n".join(("council,cluster", *rows)).encode())
    assert not read.problems
    assert read.taken[1:] == (
        "Row 5: “Kent CC” was taken for Kent.",
        "Row 2: “Allerdale BC”, Allerdale, was taken for its part of Cumberland today.",
        "Row 3: “Carlisle City Council”, Carlisle, was taken for its part of Cumberland today.",
        "Row 4: “Copeland BC”, Copeland, was taken for its part of Cumberland today.",
    )
