"""Tables of upper-tier authorities: counties and unitaries, known by their heading."""

import pytest

from footprint.facts.atlas import Atlas
from footprint.facts.other_names import OtherNames
from footprint.intake.rows import Keys
from footprint.intake.uploads import Upload
from tests.intake.conftest import Asking, Reading
from tests.intake.test_tables import text

ROWS = [["Kent", "The South"], ["Medway", "The South"], ["E10000030", "Surrey alone"]]


def blocks_of(read: Upload, name: str) -> set[str]:
    """The blocks of a footprint by its name."""
    assert read.option, [one.sentence for one in read.problems]
    (found,) = [one.id for one in read.option.plan.footprints if one.name == name]
    return set(read.option.plan.blocks_of(found))


def upper(england: Atlas, *names: str) -> set[str]:
    """The blocks of upper-tier authorities by name."""
    of = england.blocks["lad"].map(england.authorities["utla_name"])
    return set(of.index[of.isin(names)])


@pytest.mark.parametrize("heading", ["County", "CTYUA23NM", "utla", "UTLA23CD", "Upper tier"])
def test_a_table_of_upper_tier_authorities_is_read_with_all_their_districts(
    reading: Reading, england: Atlas, heading: str
) -> None:
    read = reading(text([[heading, "Cluster"], *ROWS]))
    assert blocks_of(read, "The South") == upper(england, "Kent", "Medway")
    assert blocks_of(read, "Surrey alone") == upper(england, "Surrey")


def test_where_districts_are_named_the_county_beside_them_says_nothing(
    reading: Reading, england: Atlas
) -> None:
    read = reading(text([["County", "District", "Cluster"], ["Kent", "Ashford", "A"]]))
    lads = england.blocks["lad"].map(england.authorities["lad_name"])
    assert blocks_of(read, "A") == set(lads.index[lads == "Ashford"])


def test_two_columns_of_counties_that_differ_are_asked_about(
    asking: Asking, england: Atlas
) -> None:
    content = text(
        [["County", "UTLA23NM", "Team"], ["Kent", "Surrey", "A"], ["Essex", "Surrey", "A"]]
    )
    question = asking(content).question
    assert question
    assert "both hold upper-tier authorities" in question.words
    read = asking(content, question.readings[0].answer)
    assert blocks_of(read, "Surrey") == upper(england, "Kent", "Essex")


def test_a_county_that_is_none_is_told(reading: Reading) -> None:
    read = reading(text([["County", "Cluster"], *ROWS, ["Middlesex", "The South"]]))
    told = [one.sentence for one in read.problems]
    assert any("Row 5: “Middlesex” is no upper-tier authority" in one for one in told)


def test_county_councils_and_city_councils_are_taken_for_their_areas_and_said(
    reading: Reading, england: Atlas
) -> None:
    rows = [["Kent County Council", "A"], ["City of York", "A"], ["London Borough of Camden", "A"]]
    read = reading(text([["County", "Cluster"], *rows]))
    assert blocks_of(read, "A") == upper(england, "Kent", "York", "Camden")
    assert "Row 2: “Kent County Council” was taken for Kent." in read.taken
    assert "Row 3: “City of York” was taken for York." in read.taken


def test_among_districts_a_county_council_is_all_of_its_districts_without_rows_of_their_own(
    reading: Reading, england: Atlas
) -> None:
    rows = [["Ashford", "A"], ["Kent County Council", "B"], ["Kent", "C"], ["Hart", "A"]]
    read = reading(text([["Council", "Cluster"], *rows]))
    lads = england.blocks["lad"].map(england.authorities["lad_name"])
    assert blocks_of(read, "B") == upper(england, "Kent") - set(lads.index[lads == "Ashford"])
    assert "Row 3: “Kent County Council” was taken for Kent." in read.taken
    assert [one.row for one in read.problems] == [4]


def test_a_county_of_several_authorities_is_taken_for_its_councils_and_said(
    reading: Reading, england: Atlas
) -> None:
    read = reading(b"County,Team\nBedfordshire,A\nBerkshire,A\nLuton,B\n")
    councils = ("Bedford", "Central Bedfordshire", "Reading", "Slough", "West Berkshire")
    more = ("Windsor and Maidenhead", "Wokingham", "Bracknell Forest")
    # Of a county a council with a row of its own goes where that says.
    assert blocks_of(read, "A") == upper(england, *councils, *more)
    assert blocks_of(read, "B") == upper(england, "Luton")
    assert (
        "Row 2: “Bedfordshire” was taken for Bedford, Central Bedfordshire and Luton." in read.taken
    )


def test_no_district_is_in_two_counties_that_are_no_authority_of_their_own(
    england: Atlas, icb_names: dict[str, str], other_names: OtherNames
) -> None:
    keys = Keys(england, icb_names, other_names)
    known = keys.lexicons["utla"].names
    lads = [lad for county, some in other_names.shires.items() if county in known for lad in some]
    assert len(lads) == len(set(lads)) > 50
    assert set(lads) <= set(england.authorities.index)


@pytest.mark.parametrize("heading", ["Council", "Local authority", "Authority", "Area", "Members"])
def test_a_column_of_counties_and_unitaries_is_known_by_what_is_in_it(
    reading: Reading, england: Atlas, heading: str
) -> None:
    rows = [["Kent", "The South"], ["Medway", "The South"], ["Norfolk", "The East"]]
    read = reading(text([[heading, "ICB"], *rows]))
    assert read.problems == ()
    assert blocks_of(read, "The South") == upper(england, "Kent", "Medway")
    assert blocks_of(read, "The East") == upper(england, "Norfolk")
    assert f"The column “{heading}” was read as upper-tier authorities." in read.taken
    assert "The column “ICB” was read as the footprints." in read.taken


def test_among_districts_a_county_is_told_with_the_heading_to_give_it(reading: Reading) -> None:
    read = reading(b"District,Cluster\nAshford,A\nHart,A\nKent,A\n")
    assert [one.sentence for one in read.problems] == [
        "Row 4: “Kent” is no district: it names a county; put it in a column headed County to give "
        "all of it."
    ]


def test_counties_and_the_icbs_of_today_are_asked_about(asking: Asking, england: Atlas) -> None:
    content = b"County,ICB\nKent,Sussex\nSurrey,Sussex\n"
    question = asking(content).question
    assert question
    assert question.words == (
        "“County” holds upper-tier authorities and “ICB” ICBs of 2023, and nothing says which is "
        "where the other goes"
    )
    read = asking(content, question.readings[0].answer)
    assert upper(england, "Kent", "Surrey") < blocks_of(read, "Sussex")
