"""Marks: no place is ever replaced by another, and what is in doubt stays as it stood."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice

import pytest

from footprint.facts.atlas import Atlas
from footprint.facts.other_names import OtherNames
from footprint.intake.names import Lexicon, folded, lexicons
from footprint.intake.rows import Keys, UnusableRowError
from footprint.spreadsheets import rows, xlsx_bytes
from tests.intake.conftest import Reading

LETTERS = "aeirst"
TONBRIDGE = "Row 3: “Tonbridge and Maling” is no district; did you mean Tonbridge and Malling?"


@pytest.fixture(scope="module")
def known(england: Atlas, icb_names: dict[str, str], other_names: OtherNames) -> dict[str, Lexicon]:
    return lexicons(england, icb_names, other_names)


@pytest.fixture(scope="module")
def places(england: Atlas, icb_names: dict[str, str], other_names: OtherNames) -> list[str]:
    """The name of every district, ICB and superseded district."""
    lads = england.authorities
    found = [one.name for one in other_names.former]
    return [*found, *lads["lad_name"], *lads["lad_official_name"], *icb_names.values()]


def changed(name: str) -> Iterator[str]:
    """A name, and it with one letter changed, left out, doubled or turned round."""
    yield name
    for at, letter in enumerate(name):
        other = LETTERS[(at + ord(letter)) % len(LETTERS)]
        yield name[:at] + other + name[at + 1 :]
        yield name[:at] + name[at + 1 :]
        yield name[:at] + letter + name[at:]
        yield name[:at] + name[at + 1 : at + 2] + letter + name[at + 2 :]


@pytest.mark.parametrize("kind", ["lad", "utla", "icb", "icb_2026", "sicbl"])
def test_no_place_is_ever_replaced_by_one_in_another_county_nor_named_for_it(
    england: Atlas,
    icb_names: Mapping[str, str],
    other_names: OtherNames,
    places: list[str],
    kind: str,
) -> None:
    keys = Keys(england, icb_names, other_names)
    form, known = keys.form((kind,)), keys.lexicons[kind]
    every = {name.lower() for one in keys.lexicons.values() for name in one.names.values()}
    refused = 0
    for name in places:
        for text in islice(changed(name), len(name) % 9, None, 9):
            if known.find(text) or keys.former.find(text):
                continue
            with pytest.raises(UnusableRowError) as raised:
                form(2, {kind: text})
            problem, refused = raised.value.problem, refused + 1
            about = problem.fault.lower().replace(known.one.lower(), "")
            assert problem.nearest == ""
            assert not [one for one in every if f" {one} " in f" {about} "], (text, problem)
    assert refused > 500


@pytest.mark.parametrize("kind", ["lad", "icb", "sicbl", "block"])
def test_a_code_that_there_is_not_is_taken_for_no_other(
    known: Mapping[str, Lexicon], kind: str
) -> None:
    for code in known[kind].names:
        for text in (code[:-1] + "X", code[:-1], code + "0", "X" + code[1:]):
            found = known[kind].find(text)
            assert not found or known[kind].words[folded(text)] == found


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("E07000999", "“E07000999” is no district."),
        (
            "Cumbria",
            "“Cumbria” is no district: it names a county; put it in a column headed County to give "
            "all of it.",
        ),
        ("Barnes", "“Barnes” is no district: it names a suburb."),
        (
            "Newcastle",
            "“Newcastle” may be Newcastle upon Tyne or Newcastle-under-Lyme; write which.",
        ),
        (
            "Richmond",
            "“Richmond” may be Richmond upon Thames or the town in North Yorkshire; write which.",
        ),
        (
            "London Borough of Richmond",
            "“London Borough of Richmond” may be Richmond upon Thames or the town in North "
            "Yorkshire; write which.",
        ),
        (
            "Kingston",
            "“Kingston” may be Kingston upon Thames or Kingston upon Hull; write which.",
        ),
        ("Gillingham", "“Gillingham” is no district: it names a town."),
        ("Wells", "“Wells” is no district: it names a city."),
        ("Newport", "“Newport” is no district: it names a town."),
        ("Harlaw", "“Harlaw” is no district."),
        # Gosport is a slip away, and so is Gosforth, which is no district.
        ("Gosfort", "“Gosfort” is no district."),
        ("Bostol", "“Bostol” is no district."),
        ("Cheshire Wast", "“Cheshire Wast” is no district."),
        ("Frimley", "“Frimley” is no district: it names an ICB of 2023."),
    ],
)
def test_a_row_in_doubt_stays_as_it_was_and_is_marked(
    reading: Reading, text: str, fault: str
) -> None:
    read = reading(f"lad,footprint\n{text},X\nTonbridge and Maling,X\nHart,X\n".encode())
    assert read.problems[0].sentence == f"Row 2: {fault}"
    assert table_of(read.marked) == [
        ["lad", "footprint", "What is wrong"],
        [text, "X", f"Row 2: {fault}"],
        ["Tonbridge and Maling", "X", TONBRIDGE],
        ["Hart", "X", ""],
    ]
    assert {block[:9] for block in read.option.plan.blocks_of("X")} == {"E07000089"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *[(one, one) for one in ("Ashford", "Sutton", "Barnet", "Bury", "Cambridge")],
        ("St Helens", "St. Helens"),
        ("Hull", "Kingston upon Hull"),
        ("Durham", "County Durham"),
        ("Southend", "Southend-on-Sea"),
    ],
)
def test_an_everyday_name_of_one_district_is_taken_for_it_and_in_other_columns_called_one(
    known: Mapping[str, Lexicon], text: str, name: str
) -> None:
    assert known["lad"].names[known["lad"].find(text)] == name
    assert known["icb"].why(text) == "is no ICB of 2023: it names a district"


@pytest.mark.parametrize("text", ["Richmond", "Newcastle", "Kingston"])
def test_a_name_of_two_is_of_a_district_all_the_same(
    known: Mapping[str, Lexicon], text: str
) -> None:
    assert known["lad"].find(text) == ""
    assert known["icb"].why(text) == "is no ICB of 2023: it names a district"


def test_a_county_is_taken_no_more_than_a_district_for_a_town_elsewhere(
    known: Mapping[str, Lexicon],
) -> None:
    said = "may be Richmond upon Thames or the town in North Yorkshire; write which"
    assert known["utla"].find("Richmond") == ""
    assert known["utla"].why("Richmond") == said


def table_of(marked: bytes) -> list[list[str]]:
    """The rows of a table that is handed back."""
    return list(csv.reader(io.StringIO(marked.decode("utf-8-sig"))))


def test_the_faults_stand_right_beside_the_table_of_a_workbook(reading: Reading) -> None:
    written = xlsx_bytes(
        [("District", "Cluster", ""), ("Hart", "A", ""), ("Nowhereton", "A", "")], title="One"
    )
    read = reading(written)
    assert [row[:2] for row in table_of(read.marked)] == [
        ["District", "Cluster"],
        ["Hart", "A"],
        ["Nowhereton", "A"],
    ]
    assert [row[2:] for row in table_of(read.marked)] == [
        ["What is wrong"],
        [""],
        ["Row 3: “Nowhereton” is no district."],
    ]


def test_a_table_without_a_fault_in_a_row_is_not_handed_back(reading: Reading) -> None:
    assert reading(b"lad,footprint\nHart,X\nBristol,X\n").marked == b""


@pytest.mark.parametrize(
    "content",
    [
        b"District,Cluster,Kind\nHart,X,clustr\nTonbrige and Malling,X,\nAshfrod,Y,\n",
        b"Cluster,Members\nX,Hart; Ashfrod; Crawley\n,Dover\n",
        b"A title\n\nlad,icb,footprint\nHrat,QKS,X\n,Kent and Medwy,X\nE07000105,QKS,Y\n",
        "District;Cluster\nHart;=1+1\nAshfrod;–\n".encode(),
    ],
)
def test_no_cell_of_a_table_that_is_handed_back_is_another(
    reading: Reading, content: bytes
) -> None:
    read = reading(content)
    marked = [[cell.removeprefix("'") for cell in row[:-1]] for row in table_of(read.marked)]
    wide = max(map(len, rows(content)))
    assert marked == [[*row, *[""] * (wide - len(row))] for row in rows(content)]


def test_a_marked_table_is_read_as_the_one_it_was_made_of_and_marked_as_often(
    reading: Reading,
) -> None:
    read = reading(b"lad,footprint\nHart,X\nTonbridge and Maling,X\nCumbria,X\n")
    again = reading(read.marked)
    assert again.problems == read.problems
    assert again.option.plan == read.option.plan
    assert again.marked == read.marked


def test_names_of_everyday_and_of_the_past_are_the_places_they_are(reading: Reading) -> None:
    read = reading(
        b"lad,footprint\nBristol,X\nHull,X\nScilly,X\nHerefordshire,X\nAllerdale,X\nCarlisle,X\n"
        b"E07000029,X\nE08000016,X\n"
    )
    assert [one for one in read.problems if one.row] == []
    lads = {block.split("-")[0] for block in read.option.plan.blocks_of("X")}
    assert lads == {
        *("E06000023", "E06000010", "E06000053", "E06000019", "E06000063", "E08000038"),
    }
    assert read.taken == (
        "Row 3: “Hull” was taken for Kingston upon Hull.",
        "Row 4: “Scilly” was taken for Isles of Scilly.",
        "Row 9: “E08000016” was taken for Barnsley.",
        "Row 6: “Allerdale” was taken for its part of Cumberland today.",
        "Row 7: “Carlisle” was taken for its part of Cumberland today.",
        "Row 8: “E07000029”, Copeland, was taken for its part of Cumberland today.",
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("Allerdale,X\nCarlisle,X", "as did Copeland, which no row names"),
        ("Allerdale,X\nCarlisle,X\nCopeland,Y", "as did Copeland, which another footprint"),
        (
            "Allerdale,X\nCumberland,X",
            "“Allerdale” became Cumberland, which another row",
        ),
        ("Selby,X\nHambleton,X", "became North Yorkshire, as did Ryedale"),
        ("Mendip,X\nMendip,Y", "“Mendip” was given to “X” in row 3, which was kept"),
    ],
)
def test_a_former_district_that_today_cannot_be_parted_from_others_is_refused(
    reading: Reading, rows: str, said: str
) -> None:
    read = reading(f"lad,footprint\nHart,X\n{rows}\n".encode())
    assert said in "\n".join(one.sentence for one in read.problems)
    lads = {block.split("-")[0] for block in read.option.plan.blocks_of("X")}
    assert lads - {"E06000063"} == {"E07000089"}
    assert ("E06000063" in lads) == ("Cumberland,X" in rows)
    assert "Y" not in read.option.plan.by_id
