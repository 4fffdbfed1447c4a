"""Councils: whom an ICB works with, and how few people outside make an authority a split one."""

from __future__ import annotations

from footprint.brief.chapter import NOW, bodies_of
from footprint.brief.councils import councils, services
from footprint.facts.guidance import TOLERANCE
from footprint.plans.fits import fit_sentence
from footprint.workspace import authorities
from footprint.workspace.published import REST
from tests.shared_workspace import WORK

THAMES_VALLEY, LANCASHIRE, WARWICKSHIRE = "S0E4D", "QE1", "QWU"


def test_an_authority_with_hardly_anybody_elsewhere_is_not_split() -> None:
    told = councils(WORK, THAMES_VALLEY)
    # 98.7% of Buckinghamshire and 99.1% of Oxfordshire live here; one in a hundred is the line.
    assert told.sentences[:2] == (
        "It works with 8 upper-tier councils: the 5th highest of 36, with 2 others; the average is "
        "4.4. One of them lies in another ICB as well; 4 of England’s 153 are split.",
        "Buckinghamshire is split: 98.7% of its residents are in Thames Valley and 1.3% in Central "
        "East.",
    )
    assert told.table is not None
    assert told.table.texts()[:2] == (
        ("Oxfordshire", "731,584", "99.1%", "17th largest of 153"),
        ("Buckinghamshire", "553,149", "98.7%", "28th largest of 153"),
    )


def test_a_council_with_hardly_anybody_here_is_not_worked_with() -> None:
    told = councils(WORK, LANCASHIRE)
    # 6,197 people of North Yorkshire live here, one in a hundred of its people.
    assert told.sentences[0].startswith("It works with 5 upper-tier councils: the ")
    assert "2 of them lie in other ICBs as well;" in told.sentences[0]
    assert told.table is not None
    assert [row[0] for row in told.table.rows] == [
        "Lancashire",
        "Westmorland and Furness",
        "Blackburn with Darwen",
        "Blackpool",
        "Cumberland",
    ]


def test_councils_that_are_all_whole_are_told_as_whole() -> None:
    told = councils(WORK, WARWICKSHIRE)
    assert "It covers all of each;" in told.sentences[0]
    assert told.sentences[1].startswith("Strategic authorities. Not coterminous. West Midlands ")


def test_a_part_in_an_authority_is_told_by_its_name_and_the_people_in_none() -> None:
    assert (
        "Devon and Torbay Combined County Authority: 965,798 of its people (78%); 266,862 in none."
    ) in councils(WORK, "QJK").sentences[-2]
    assert "North East Mayoral Strategic Authority: " in councils(WORK, "QHM").sentences[-2]


def test_less_than_half_of_an_authority_is_never_said_to_be_most_of_it() -> None:
    fits = authorities.fits(WORK, NOW, REST, "sa", TOLERANCE)
    tier, now = WORK.tiers["sa"], bodies_of(WORK)
    said = {body: fit_sentence(fit, tier, now) for body, fit in fits.items()}
    assert said[WARWICKSHIRE].startswith(
        "Not coterminous: 355,600 people here belong to the West Midlands Combined Authority, "
        "shared with Birmingham and Solihull (47%) and the Black Country (41%); and "
    )
    assert "York and North Yorkshire Combined Authority, most of which is in" in said[LANCASHIRE]


def test_a_service_is_told_with_how_many_other_icbs_it_serves() -> None:
    assert services(WORK, THAMES_VALLEY).sentences == (
        "Ambulance trusts (1 of England’s 11): South Central Ambulance Service NHS Foundation "
        "Trust, which also serves 2 other ICBs.",
        "Police force areas (1 of England’s 39): Thames Valley, which also serves one other ICB.",
        "Fire and rescue authorities (3 of England’s 44): Royal Berkshire, Oxfordshire, "
        "Buckinghamshire & Milton Keynes. Buckinghamshire & Milton Keynes also serves one other "
        "ICB.",
        "Local resilience forums (1 of England’s 38): Thames Valley, which also serves one other "
        "ICB.",
    )
    # Again hardly anybody of North Yorkshire; Lancashire has the more people, and is its own.
    assert services(WORK, LANCASHIRE).sentences[1] == (
        "Police force areas (2 of England’s 39): Lancashire, Cumbria. Cumbria also serves one "
        "other ICB."
    )


def test_two_authorities_are_never_told_as_one() -> None:
    assert services(WORK, "QT6").sentences[2] == (
        "Fire and rescue authorities (2 of England’s 44): Cornwall, Isles of Scilly."
    )


def test_one_council_alone_that_is_covered_is_told_as_one() -> None:
    said = councils(WORK, "QSL").sentences
    assert said[0].startswith("It works with one upper-tier council: the fewest of 36, with 2 ")
    assert "It covers all of it;" in said[0]
    assert "None of its people live in one, as in 12 other ICBs; in England 65% do." in said[1]
