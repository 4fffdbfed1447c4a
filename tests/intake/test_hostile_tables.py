"""Hostile tables: nothing in them is taken for what it is not, and each is told what to do."""

import pytest

from footprint.facts.atlas import Atlas
from footprint.intake.uploads import none_of
from footprint.spreadsheets import LARGEST, csv_bytes
from tests.intake.conftest import Reading
from tests.intake.test_tables import BY_ICB, CODES, HUMBER, NAMES, NOTES, README, book, text

NO_COLUMNS = "does not say enough: a table needs a column of areas, headed ICB, District"

REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "The file is empty."),
    "empty sheets": (book(("a", []), ("b", [])), "The file is empty."),
    "too large": (b"x" * (LARGEST + 1), "larger than 1 MB"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Save it as .xlsx or as CSV"),
    "a damaged workbook": (b"PK\x03\x04 and more", "not a workbook Excel could open"),
    "a picture": (
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "This is a picture. Send the table in it as .xlsx or as CSV.",
    ),
    "a web page": (
        b"<html><body>\nICBs\n</body></html>",
        "This is a web page. Send the table in it as .xlsx or as CSV.",
    ),
    "a letter": (b"Dear colleague,\nplease find our option below.\n", NO_COLUMNS),
    "notes alone": (book(("README", README)), NO_COLUMNS),
    "another table": (csv_bytes(NOTES), NO_COLUMNS),
    "areas without a footprint": (text([["LAD25CD"], *[row[:1] for row in CODES]]), NO_COLUMNS),
    "a lookup without a footprint": (
        csv_bytes([["LAD25CD", "LAD25NM"], *[row[:2] for row in HUMBER]]),
        NO_COLUMNS,
    ),
    "footprints without areas": (text([["footprint", "kind"], ["North", "merger"]]), NO_COLUMNS),
    "no row of headings": (
        csv_bytes(NAMES),
        "Row 1: “Kingston upon Hull, City of, North” is no row of headings; write one above it",
    ),
    "two models side by side": (
        csv_bytes([["LAD25CD", "Model A", "Model B"], *[[a, c, b] for a, b, c in HUMBER]]),
        "Row 1: any of the columns “Model A” and “Model B” may name the footprints; head the",
    ),
    "two columns nobody has heard of": (
        csv_bytes([["District", "This", "That"], *[[b, c, "z"] for _, b, c in HUMBER]]),
        "Row 1: any of the columns “This” and “That” may name the footprints",
    ),
    "two footprint columns that differ": (
        text([["lad", "footprint", "footprint"], ["E06000010", "North", "South"]]),
        "Row 1: “footprint” is the heading of two columns that differ; leave one of them",
    ),
    "two columns of icbs": (
        text([["ICB", "ICB", "Cluster"], ["QKS", "QNX", "A"], ["QU9", "QRL", "B"]]),
        "Row 1: “ICB” and “ICB” both hold ICBs of 2023; if one says where each goes, head it",
    ),
    "from one icb to another": (
        text([["From", "To", "Team"], ["Frimley", "Sussex", "A"], ["BOB", "HIOW ICB", "B"]]),
        "Row 1: “From” and “To” both hold ICBs of 2023",
    ),
    "districts and the icbs they are in, or are to be in": (
        text([["District", "ICB"], ["Hart", "Frimley"], ["Crawley", "Sussex"]]),
        "Row 1: “District” holds districts and “ICB” ICBs of 2023, and nothing says which is where "
        "the other goes; head that one footprint.",
    ),
    "icbs then and now": (
        text(
            [["ICB23NM", "ICB26NM"], ["Frimley", "Thames Valley"], ["Sussex", "Surrey and Sussex"]]
        ),
        "Row 1: “ICB23NM” holds ICBs of 2023 and “ICB26NM” ICBs of 2026, and nothing says",
    ),
    "icbs of two years": (
        text([["ICB", "Cluster"], ["Frimley", "A"], ["Surrey and Sussex", "A"]]),
        "is the heading of ICBs of 2023, such as Frimley, and of 2026, such as Surrey and Sussex",
    ),
    "names of districts and of icbs": (
        text([["Area", "Cluster"], ["Somerset", "A"], ["North Northamptonshire", "A"]]).replace(
            b"North Northamptonshire", b"Dorset"
        ),
        "Row 1: “Area” is the heading of what may be ICBs of 2023 or districts; change that "
        "heading to “icb” or “lad”",
    ),
    "districts under the heading of icbs": (
        csv_bytes([["ICB", "Cluster"], ["Hart", "A"], ["Crawley", "A"]]),
        "Row 1: “ICB” is the heading of a column of districts; change that heading to “lad”",
    ),
    "icbs under the heading of districts": (
        csv_bytes([["LAD25NM", "Cluster"], *BY_ICB]),
        "Row 1: “LAD25NM” is the heading of a column of ICBs of 2023; change that heading to “icb”",
    ),
    "two sheets that can be read": (
        book(("Model A", [["lad", "Cluster"], *CODES]), ("Model B", [["lad", "Cluster"], *CODES])),
        "The sheets “Model A” and “Model B” can each be read; send the one that is meant",
    ),
    "nothing but codes that a spreadsheet changed": (
        text([["block", "footprint"], ["1.0E+05", "A"], ["#REF!", "A"]]),
        "Row 2: “1.0E+05” is no block; a spreadsheet seems to have changed the code",
    ),
    "codes of Wales": (
        text([["LAD25CD", "Cluster"], ["W06000001", "A"], ["W06000002", "A"]]),
        "Row 2: “W06000001” is no district.",
    ),
    "counties": (
        text([["Local authority", "Cluster"], ["Cumbria", "A"], ["Humberside", "A"]]),
        "Row 2: “Cumbria” is no district: it names a county; put it in a column headed County to",
    ),
    "small areas": (
        text([["LSOA21CD", "Cluster"], ["E01000001", "A"], ["E01000002", "B"]]),
        NO_COLUMNS,
    ),
    "headings alone": (
        b"icb,footprint\n",
        "No row below the headings names an area, so nothing was changed; write a row for each",
    ),
    "wide, with the same districts in each column": (
        text([["This", "That"], ["Hart", "Hart"], ["Crawley", "Crawley"]]),
        NO_COLUMNS,
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_table_that_cannot_be_read_says_what_to_do(reading: Reading, what: str) -> None:
    content, said = REFUSED[what]
    read = reading(content)
    assert read.option is None
    assert bool(read.marked) <= any(one.row for one in read.problems)
    assert said in "\n".join(one.sentence for one in read.problems)


# Here good rows are read; of each table what is told, and the districts that footprint A has.
IN_PART: dict[str, tuple[bytes, str, set[str]]] = {
    "a code nobody has": (
        text([["lad", "Cluster"], ["E06000010", "A"], ["E07000999", "A"]]),
        "Row 3: “E07000999” is no district.",
        {"E06000010"},
    ),
    "one district twice": (
        text([["lad", "Cluster"], ["E06000010", "A"], ["Hull", "B"]]),
        "Row 3: “Kingston upon Hull” was given to “A” in row 2, which was kept.",
        {"E06000010"},
    ),
    "a cross in two columns": (
        text([["District", "A", "B"], ["Hull", "x", "x"], ["Hart", "x", ""]]),
        "Row 2: “Hull” has a cross under “A” and “B”; it needs one.",
        {"E07000089"},
    ),
    "a row without a cross": (
        text([["District", "A", "B"], ["Hull", "x", ""], ["Hart", "", ""], ["Crawley", "", "x"]]),
        "Row 3: “Hart” has a cross under no footprint; it needs one.",
        {"E06000010"},
    ),
    "one district in two columns": (
        text([["A", "B"], ["Hull", "Hart"], ["Hart", "Crawley"]]),
        "Row 3: “Hart” was given to “B” in row 2, which was kept.",
        {"E06000010"},
    ),
    "a footprint below the first rows that are without one": (
        text([["Cluster", "District"], ["", "Hart"], ["A", "Hull"]]),
        "Row 2: “Hart” has no footprint; write one in its row.",
        {"E06000010"},
    ),
    "a code and a name that differ": (
        text(
            [
                ["LAD25CD", "LAD25NM", "Cluster"],
                *[
                    ["E06000010", "Hull", "A"],
                    ["E07000089", "Hart", "A"],
                    ["E07000226", "Hastings", "B"],
                ],
            ]
        ),
        "Row 4: “E07000226” is Crawley, and “Hastings” stands beside it; correct the one that is "
        "wrong.",
        {"E06000010", "E07000089"},
    ),
    "a slip in the first row": (
        text([["Place", "Team"], ["Hrat", "A"], ["Hull", "A"]]),
        "Row 2: “Hrat” is no district",
        {"E06000010"},
    ),
    "a slip in the first list": (
        text([["Team", "Members"], ["A", "Hull; Ashfrod"], ["B", "Hart"]], "\t"),
        "Row 2: “Ashfrod” is no district",
        {"E06000010"},
    ),
    "a misspelt place that may be two": (
        text([["District", "Cluster"], ["Hull", "A"], ["Bodton", "A"]]),
        "Row 3: “Bodton” is no district.",
        {"E06000010"},
    ),
    "Bristol misspelt": (
        text([["District", "Cluster"], ["Hull", "A"], ["Bostol", "A"]]),
        "Row 3: “Bostol” is no district.",
        {"E06000010"},
    ),
    "a town": (
        text([["District", "Cluster"], ["Hull", "A"], ["Barnes", "A"]]),
        "Row 3: “Barnes” is no district: it names a suburb.",
        {"E06000010"},
    ),
    "a district in an icb it is not in": (
        text([["icb", "lad", "footprint"], ["QOQ", "E06000010", "A"], ["QKS", "E07000089", "A"]]),
        "Row 3: “Hart with Kent and Medway” do not meet; the nearest is",
        {"E06000010"},
    ),
    "a part of what is one district today": (
        text(
            [
                ["LAD18NM", "Cluster"],
                ["Kingston upon Hull", "A"],
                ["Allerdale", "A"],
            ]
        ),
        "Row 3: “Allerdale” became Cumberland, as did Carlisle and Copeland",
        {"E06000010"},
    ),
    "formulas": (
        text([["District", "Cluster"], ["Hull", "A"], ["=HYPERLINK(1)", "A"]]),
        "Row 3: “=HYPERLINK(1)” is no district.",
        {"E06000010"},
    ),
    "markup": (
        text([["District", "Cluster"], ["Hull", "A"], ["<script>alert(1)</script>", "A"]]),
        "Row 3: “<script>alert(1)</script>” is no district.",
        {"E06000010"},
    ),
    "a name without a letter that can be seen": (
        text([["District", "Cluster"], ["Hull", "A"], ["Hart", "\u200b"]]),
        "Row 3: “\u200b” cannot be a footprint: a footprint needs a name that can be seen.",
        {"E06000010"},
    ),
    "more rows than are read": (
        text([["lad", "Cluster"], ["E06000010", "A"], *[["", ""]] * 2_000, ["E07000089", "A"]]),
        "Only the first 2,000 rows were read.",
        {"E06000010"},
    ),
    "a list of thousands": (
        csv_bytes(
            [["Cluster", "Members"], ["A", "Hull; " + "; ".join(["Hull"] * 12_000)], ["B", "Hart"]]
        ),
        "Only the first 10,000 areas were read.",
        {"E06000010"},
    ),
}


@pytest.mark.parametrize("what", IN_PART)
def test_of_a_table_with_faults_only_the_good_rows_are_read(
    reading: Reading, england: Atlas, what: str
) -> None:
    content, said, districts = IN_PART[what]
    read = reading(content)
    assert said in "\n".join(one.sentence for one in read.problems)
    (owner,) = (one.id for one in read.option.plan.footprints if one.name == "A")
    assert set(england.blocks["lad"][list(read.option.plan.blocks_of(owner))]) == districts


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"\x89PNG\r\n\x1a\n", "a picture"), (b"%PDF-1.7", "a PDF")],
)
def test_what_is_neither_table_nor_areas_is_told_what_to_send(content: bytes, what: str) -> None:
    (problem,) = none_of(content).problems
    assert problem.sentence == (
        f"This is {what}; send a table as CSV, XLSX or ODS, or areas as GeoJSON, a GeoPackage or a "
        "zipped shapefile."
    )
    assert none_of(b"lad,footprint\nHart,A\n") is None
