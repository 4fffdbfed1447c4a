"""Everyday names: what tables call districts and counties, and what each of them is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from footprint.facts.atlas import Atlas
from footprint.facts.other_names import OtherNames
from footprint.intake.names import Lexicon, lexicons
from footprint.intake.rows import Keys, UnusableRowError
from footprint.spreadsheets import csv_bytes
from tests.intake.conftest import Reading

DISTRICTS = {
    "Hull": "Kingston upon Hull",
    "Bristol": "Bristol",
    "Brighton": "Brighton and Hove",
    "Stoke": "Stoke-on-Trent",
    "Wirral": "Wirral",
    "Durham": "County Durham",
    "Scilly": "Isles of Scilly",
    "B&NES": "Bath and North East Somerset",
    "Bath": "Bath and North East Somerset",
    "BCP": "Bournemouth, Christchurch and Poole",
    "K&C": "Kensington and Chelsea",
    "Kensington": "Kensington and Chelsea",
    "H&F": "Hammersmith and Fulham",
    "Hammersmith": "Hammersmith and Fulham",
    "LBTH": "Tower Hamlets",
    "Barking": "Barking and Dagenham",
    "King's Lynn": "King's Lynn and West Norfolk",
    "Kings Lynn": "King's Lynn and West Norfolk",
    "King’s Lynn": "King's Lynn and West Norfolk",
    "W Norfolk": "King's Lynn and West Norfolk",
    "Telford": "Telford and Wrekin",
    "Redcar": "Redcar and Cleveland",
    "Stockton": "Stockton-on-Tees",
    "Blackburn": "Blackburn with Darwen",
    "Windsor": "Windsor and Maidenhead",
    "RBWM": "Windsor and Maidenhead",
    "Bracknell": "Bracknell Forest",
    "North Northants": "North Northamptonshire",
    "West Northants": "West Northamptonshire",
    "Herefs": "Herefordshire",
    "Shrops": "Shropshire",
    "St Albans": "St Albans",
    "Saint Albans": "St Albans",
    "St Helens": "St. Helens",
    "Folkestone": "Folkestone and Hythe",
    "Southend": "Southend-on-Sea",
    "Cheshire West": "Cheshire West and Chester",
    "CWAC": "Cheshire West and Chester",
    "Cheshire W&C": "Cheshire West and Chester",
    "East Riding": "East Riding of Yorkshire",
    "NE Lincs": "North East Lincolnshire",
    "N Lincs": "North Lincolnshire",
    "S Glos": "South Gloucestershire",
    "N Somerset": "North Somerset",
    "IOW": "Isle of Wight",
    "MK": "Milton Keynes",
    "Central Beds": "Central Bedfordshire",
    "West Berks": "West Berkshire",
    "W&F": "Westmorland and Furness",
    "Westmorland": "Westmorland and Furness",
    "Gt Yarmouth": "Great Yarmouth",
    "Cotswolds": "Cotswold",
    "Malvern": "Malvern Hills",
    "Gravesend": "Gravesham",
    "Epping": "Epping Forest",
    "Welwyn": "Welwyn Hatfield",
    "Reigate": "Reigate and Banstead",
    "Epsom": "Epsom and Ewell",
    "Basingstoke": "Basingstoke and Deane",
    "Tonbridge": "Tonbridge and Malling",
    "Nuneaton": "Nuneaton and Bedworth",
    "Hinckley": "Hinckley and Bosworth",
    "Oadby": "Oadby and Wigston",
    "Newark": "Newark and Sherwood",
    "Stratford": "Stratford-on-Avon",
    "Newcastle City Council": "Newcastle upon Tyne",
}
COUNTIES = {
    "Southend": "Southend-on-Sea",
    "Telford": "Telford and Wrekin",
    "Lincs": "Lincolnshire",
    "Cambs": "Cambridgeshire",
    "Herts": "Hertfordshire",
    "Hants": "Hampshire",
    "Notts": "Nottinghamshire",
    "Derbys": "Derbyshire",
    "Glos": "Gloucestershire",
    "Leics": "Leicestershire",
    "Beds": "Bedfordshire",
    "Northants": "Northamptonshire",
    "Bucks": "Buckinghamshire",
}
IN_DOUBT = {
    "Newcastle": "may be Newcastle upon Tyne or Newcastle-under-Lyme; write which",
    "Kingston": "may be Kingston upon Thames or Kingston upon Hull; write which",
    # A part of a district of today is not all of it.
    "Stamford": "is no district: it names a town",
}


@pytest.fixture(scope="module")
def known(england: Atlas, icb_names: dict[str, str], other_names: OtherNames) -> dict[str, Lexicon]:
    return lexicons(england, icb_names, other_names)


@pytest.mark.parametrize(
    ("kind", "said", "name"),
    [
        *(("lad", said, name) for said, name in DISTRICTS.items()),
        *(("utla", said, name) for said, name in COUNTIES.items()),
    ],
)
def test_an_everyday_name_is_known(
    known: Mapping[str, Lexicon], kind: str, said: str, name: str
) -> None:
    found = known[kind].find(said)
    assert known[kind].names.get(found) == name


@pytest.mark.parametrize("said", IN_DOUBT)
def test_a_name_of_two_places_or_of_a_part_is_taken_for_none(
    england: Atlas, icb_names: dict[str, str], other_names: OtherNames, said: str
) -> None:
    with pytest.raises(UnusableRowError, match=IN_DOUBT[said]):
        Keys(england, icb_names, other_names).form(("lad",))(2, {"lad": said})


def test_what_a_superseded_district_was_called_is_not_what_took_it_in(
    known: Mapping[str, Lexicon],
) -> None:
    assert known["lad"].find("Bournemouth") == known["lad"].find("Poole") == ""


def test_a_county_of_several_councils_is_said_once_to_be_taken_for_them(reading: Reading) -> None:
    read = reading(csv_bytes([["County", "Footprint"], ["Beds", "A"]]))
    assert [one for one in read.taken if "Beds" in one] == [
        "Row 2: “Beds” was taken for Bedford, Central Bedfordshire and Luton."
    ]
