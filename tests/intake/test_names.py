"""Names: what people write for one area comes to the same letters, and what names none says why."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from footprint.facts.atlas import Atlas
from footprint.facts.other_names import OtherNames
from footprint.intake.names import Lexicon, _councils, bare, districts, folded, lexicons, spelled

KENT = Lexicon(
    one="district",
    words={"kent": "E1", "e1": "E1", "ashford": "E2", "old kent": "E1"},
    names={"E1": "Kent", "E2": "Ashford"},
    everyday=frozenset({"old kent"}),
    kinds={"essex": "ICB", "thanet": "ward"},
)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("NHS Kent and Medway Integrated Care Board", "kent and medway"),
        ("Kent & Medway ICB", "kent and medway"),
        ("King’s Lynn", "king's lynn"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("St. Albans", "st albans"),
        ("“", "“"),
        ("'E1'", "e1"),
        ("7.0", "7"),
        ("St Helens.0", "st helens"),
        ("Bristol,  City of", "bristol city of"),
        ("nhs", "nhs"),
    ],
)
def test_signs_and_what_every_name_has_in_common_are_left_out(text: str, letters: str) -> None:
    assert folded(text) == letters


def test_a_name_is_found_by_any_of_its_words_and_told_where_none_is_official() -> None:
    assert [KENT.find(text) for text in ("KENT", "E1", "Old Kent", "Surrey")] == [
        "E1",
        "E1",
        "E1",
        "",
    ]
    assert KENT.taken("Old  Kent")
    assert not KENT.taken("Kent")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Essex", "is no district: it names an ICB"),
        ("Thanet", "is no district: it names a ward"),
        ("Surrey", "is no district"),
        ("1.2E+08", "is no district; a spreadsheet seems to have changed the code"),
        ("#REF!", "is no district; a spreadsheet seems to have changed the code"),
        ("01-Feb-26", "is no district; a spreadsheet seems to have changed the code"),
    ],
)
def test_what_names_nothing_says_why(text: str, why: str) -> None:
    assert KENT.why(text) == why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("City of York", "York"),
        ("City of York Council", "York"),
        ("Birmingham City Council", "Birmingham"),
        ("Metropolitan Borough of Wigan", "Wigan"),
        ("Royal Borough of Greenwich", "Greenwich"),
        ("County of Herefordshire", "Herefordshire"),
        ("City of London", "City of London"),
    ],
)
def test_a_district_is_known_by_what_its_council_is_called(
    england: Atlas, other_names: OtherNames, text: str, name: str
) -> None:
    found = districts(england, other_names)
    assert found.names[found.find(text)] == name
    assert found.taken(text) == (text != "City of London")


def test_a_word_that_begins_two_names_is_taken_for_neither(
    england: Atlas, other_names: OtherNames
) -> None:
    found = districts(england, other_names)
    assert found.find("Newcastle") == ""
    assert (
        found.why("Newcastle") == "may be Newcastle upon Tyne or Newcastle-under-Lyme; write which"
    )
    assert found.names[found.find("Newcastle City Council")] == "Newcastle upon Tyne"


@pytest.mark.parametrize("text", ["City of Durham", "Leicester County", "York", "Kent County"])
def test_what_may_be_a_county_or_a_superseded_district_is_taken_for_no_council(
    england: Atlas, other_names: OtherNames, text: str
) -> None:
    found = districts(england, other_names)
    assert not found.councils.get("durham")
    assert found.find(text) == ("E06000014" if text == "York" else "")
    assert not found.taken(text)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Newcastle-under-Lyme", "Newcastle upon Tyne", "York"), {}),
        (("Gateshead", "Newcastle upon Tyne", "York"), {"newcastle": "E2"}),
    ],
)
def test_a_short_name_is_taken_unless_another_district_begins_with_it(
    names: tuple[str, ...], found: dict[str, str]
) -> None:
    codes = ("E1", "E2", "E3")
    more = SimpleNamespace(former=(), districts={"Newcastle": "E2", "Elsewhere": "E9"})
    full = dict(zip(map(bare, map(spelled, names)), codes, strict=True))
    assert _councils(dict(zip(codes, names, strict=True)), more) == {**full, **found}


def test_a_name_is_told_as_the_largest_place_that_has_it_and_a_district_as_one(
    england: Atlas, icb_names: dict[str, str], other_names: OtherNames
) -> None:
    kinds = {name: other_names.places[name] for name in ("Cambridge", "Gillingham", "Southend")}
    assert kinds == {"Cambridge": "city", "Gillingham": "town", "Southend": "town or village"}
    assert other_names.towns["Gillingham"] == {"E06000035", "E06000059"}
    found = lexicons(england, icb_names, other_names)
    assert found["icb"].why("Cambridge") == "is no ICB of 2023: it names a district"
    assert found["icb"].why("Barnes") == "is no ICB of 2023: it names a suburb"
    assert found["lad"].why("Cumbria") == "is no district: it names a county"
