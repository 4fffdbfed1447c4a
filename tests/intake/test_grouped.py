"""Grouped: a footprint written once above its rows is read down, and no row is lost."""

import pytest

from footprint.intake.uploads import Upload
from tests.intake.conftest import Asking
from tests.intake.test_tables import book, text

ABOVE = [["Cluster", "District"], ["A", "Ashford"], ["", "Medway"], ["B", "Crawley"], ["", "Hart"]]
GROUPED: dict[str, bytes] = {
    "the footprint first": text(ABOVE),
    "the footprint last": text([[area, to] for to, area in ABOVE]),
    "rows that end before the footprint": (
        b"Who goes where\nDistrict,Cluster\nAshford,A\nMedway\nCrawley,B\nHart\n"
    ),
    "a workbook with merged cells": book(("Option", [[to or None, one] for to, one in ABOVE])),
    "codes and names": text(
        [["footprint", "name", "lad"], *[[to.lower(), to, area] for to, area in ABOVE[1:]]]
    ),
    "ids written once beside names in each row": text(
        [
            ["footprint", "name", "lad"],
            *(["north patch", "A", "Ashford"], ["", "A", "Medway"]),
            *(["south patch", "B", "Crawley"], ["", "B", "Hart"]),
        ]
    ),
    "ids written once beside names that are those of districts": text(
        [
            ["footprint", "name", "lad"],
            *(["north patch", "Ashford", "Ashford"], ["", "Ashford", "Medway"]),
            *(["south patch", "Crawley", "Crawley"], ["", "Crawley", "Hart"]),
        ]
    ),
    "headings repeated": text([*ABOVE[:3], ABOVE[0], *ABOVE[3:]]),
}
MIXED = b"District,Cluster\nAshford,A\nHart,\nCrawley,B\nMedway,A\n"


def districts(read: Upload, name: str) -> set[str]:
    """The codes of the districts of a footprint."""
    assert read.option, [one.sentence for one in read.problems]
    (found,) = [one.id for one in read.option.plan.footprints if one.name == name]
    return {block.split("-")[0] for block in read.option.plan.blocks_of(found)}


def test_footprints_of_one_name_stay_two_where_each_has_an_id_above_its_rows(
    asking: Asking,
) -> None:
    own_rows = [["f1", "A", ""], ["", "A", "Ashford"], ["f2", "A", ""], ["", "A", "Crawley"]]
    for rows in (own_rows, [["f1", "A", "Ashford"], ["", "A", "Medway"], ["f2", "A", "Crawley"]]):
        read = asking(text([["footprint", "name", "lad"], *rows]))
        plan = read.option.plan
        names = [one.name for one in plan.footprints if one.id in ("f1", "f2")]
        assert names == ["A", "A"]
        assert {block.split("-")[0] for block in plan.blocks_of("f2")} == {"E07000226"}


@pytest.mark.parametrize("what", GROUPED)
def test_a_footprint_written_once_is_that_of_the_rows_below_it(asking: Asking, what: str) -> None:
    read = asking(GROUPED[what])
    assert read.problems == ()
    first, second = ("Ashford", "Crawley") if what.endswith("of districts") else ("A", "B")
    assert districts(read, first) == {"E07000105", "E06000035"}
    assert districts(read, second) == {"E07000226", "E07000089"}


def test_the_rows_that_were_read_down_are_said(asking: Asking) -> None:
    assert asking(text(ABOVE)).taken[-1] == (
        "Where “Cluster” is empty, the footprint above was read: in rows 3 and 5."
    )


def test_an_icb_written_once_above_its_districts_is_read_down(asking: Asking) -> None:
    read = asking(
        b"Cluster,ICB,District\nA,Kent and Medway,Ashford\n,,Medway\n,Sussex,Crawley\n"
        b"B,Frimley,Hart\n"
    )
    assert read.problems == ()
    assert districts(read, "A") == {"E07000105", "E06000035", "E07000226"}
    assert "Where “ICB” is empty, the one above was read: in row 3." in read.taken


def test_a_gap_below_a_footprint_that_is_written_out_is_told(asking: Asking) -> None:
    read = asking(b"District,Cluster\nAshford,A\nMedway,A\nHart,\nCrawley,B\n")
    assert [one.sentence for one in read.problems] == [
        "Row 4: “Hart” has no footprint; write one in its row."
    ]


def test_a_gap_that_may_be_either_is_asked_about(asking: Asking) -> None:
    first = asking(MIXED)
    assert first.option is None
    assert first.question
    above, none = first.question.readings
    assert above.rows[2] == ("Hart", "A")
    assert none.rows[2] == ("Hart", "")
    assert "E07000089" in districts(asking(MIXED, above.answer), "A")
    left = asking(MIXED, none.answer)
    assert "E07000089" not in districts(left, "A") | districts(left, "B")
    assert "Where “Cluster” is empty, the area was left out: in row 3." in left.taken
    assert first.problems[0].sentence.endswith("write the footprint in each row.")


def test_a_row_that_names_no_area_is_no_gap(asking: Asking) -> None:
    read = asking(b"District,Cluster\nAshford,A\nMedway,A\nTotal,\n")
    assert read.problems == ()
    assert read.notes[0] == "Left out, as totals or remarks: row 4, “Total”."


def test_many_gaps_are_not_listed_one_by_one(asking: Asking) -> None:
    names = ["Medway", "Crawley", "Hart", "Dover", "Swale", "Thanet", "Maidstone", "Dartford"]
    read = asking(text([["Cluster", "District"], ["A", "Ashford"], *[["", one] for one in names]]))
    assert read.taken[-1].endswith("in rows 3, 4, 5, 6, 7 and 3 others.")


OWN_ROWS = b"footprint,name,lad\nF1,{},\n,{},Ashford\n,{},Medway\nF2,{},\n,{},Hart\n"


@pytest.mark.parametrize("names", [("North", "South"), ("", "")])
def test_an_id_on_a_row_of_its_own_is_no_fault(asking: Asking, names: tuple[str, str]) -> None:
    north, south = names
    rows = [("F1", north, ""), ("", north, "Ashford"), ("", north, "Medway")]
    rows += [("F2", south, ""), ("", south, "Hart")]
    read = asking(text([["footprint", "name", "lad"], *map(list, rows)]))
    assert not read.problems
    called = {one.name for one in read.option.plan.footprints}
    assert {north or "F1", south or "F2"} <= called


def test_two_ids_with_one_name_are_told_with_their_rows(asking: Asking) -> None:
    rows = [["F1", "London", "Ashford"], ["", "London", "Medway"], ["F2", "London", "Hart"]]
    read = asking(text([["footprint", "name", "lad"], *rows]))
    assert read.notes[0] == (
        "“London” is the name of 2 footprints: “F1” in rows 2 and 3, and “F2” in row 4. If they "
        "are one, write one id in all these rows; if not, give each its own name."
    )


def test_a_second_name_without_an_id_is_told_as_another_footprint(asking: Asking) -> None:
    rows = [["F1", "North", "Ashford"], ["", "North", "Medway"], ["", "South", "Hart"]]
    read = asking(text([["footprint", "name", "lad"], *rows]))
    assert read.taken == (
        "Row 4: “South” has no id, so it was read as another footprint than “F1” above it. If it "
        "belongs to that one, write “F1” in its row.",
    )
    assert not read.problems
