"""Tables as they come: each is read as what it says, or refused with what, where and what to do."""

import io
from collections.abc import Iterable

import openpyxl
import pytest

from footprint.facts.atlas import Atlas
from footprint.intake.uploads import Upload
from footprint.spreadsheets import csv_bytes
from tests.intake.conftest import Reading

Rows = list[list[object]]

# Each footprint of an expected reading, with codes of the areas in it: blocks are looked up by
# whichever of their columns has the code.
KENT, SUSSEX, SURREY, FRIMLEY, HIOW, BOB = "QKS", "QNX", "QXU", "QNQ", "QRL", "QU9"
SOUTH = {"South": [KENT, SUSSEX], "West": [HIOW, BOB]}
BY_ICB: Rows = [
    ["NHS Kent and Medway ICB", "South"],
    ["NHS Sussex ICB", "South"],
    ["NHS Hampshire and Isle of Wight ICB", "West"],
    ["NHS Buckinghamshire, Oxfordshire and Berkshire West ICB", "West"],
]
LADS = {"North": ["E06000010", "E06000011"], "South": ["E06000012", "E06000013"]}
HUMBER: Rows = [
    ["E06000010", "Kingston upon Hull, City of", "North"],
    ["E06000011", "East Riding of Yorkshire", "North"],
    ["E06000012", "North East Lincolnshire", "South"],
    ["E06000013", "North Lincolnshire", "South"],
]
NAMES: Rows = [row[1:] for row in HUMBER]
CODES: Rows = [[row[0], row[2]] for row in HUMBER]


def book(*sheets: tuple[str, Rows], hidden: Iterable[str] = ()) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def text(rows: Rows, mark: str = ",") -> bytes:
    return "\n".join(mark.join(map(str, row)) for row in rows).encode()


README: Rows = [["About this workbook"], ["Prepared by the strategy team, July 2026"], ["Draft"]]
NOTES: Rows = [["Version", "Date"], ["1", "July"], ["2", "August"]]

ORDINARY: dict[str, tuple[bytes, dict[str, list[str]]]] = {
    "icb and cluster by name": (csv_bytes([["ICB", "Cluster"], *BY_ICB]), SOUTH),
    "icbs headed name": (csv_bytes([["Name", "Footprint"], *BY_ICB]), SOUTH),
    "footprints before icbs headed name": (
        csv_bytes([["Footprint", "Name"], *(row[::-1] for row in BY_ICB)]),
        SOUTH,
    ),
    "districts headed name": (csv_bytes([["Name", "Cluster"], *NAMES]), LADS),
    "icb and footprint by ods code": (
        text(
            [
                ["icb", "footprint"],
                [KENT, "South"],
                [SUSSEX, "South"],
                [HIOW, "West"],
                [BOB, "West"],
            ]
        ),
        SOUTH,
    ),
    "short names of icbs": (
        text(
            [
                ["ICB", "Cluster"],
                ["Kent and Medway", "South"],
                ["Sussex", "South"],
                ["HIOW ICB", "West"],
                ["BOB", "West"],
            ]
        ),
        SOUTH,
    ),
    "ICB25CD and ICB25NM": (
        csv_bytes(
            [
                ["ICB25CD", "ICB25NM", "Cluster"],
                ["E54000032", "NHS Kent and Medway Integrated Care Board", "South"],
                ["E54000064", "NHS Sussex Integrated Care Board", "South"],
                ["E54000042", "NHS Hampshire and Isle of Wight Integrated Care Board", "West"],
                [
                    "E54000044",
                    "NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board",
                    "West",
                ],
            ]
        ),
        SOUTH,
    ),
    "icbs of 2026 by name": (
        text([["ICB", "Cluster"], ["Surrey and Sussex", "South"], ["Thames Valley", "West"]]),
        {"South": ["E54000069"], "West": ["E54000070"]},
    ),
    "ICB26CD": (
        text([["ICB26CD", "Cluster"], ["E54000069", "South"], ["E54000070", "West"]]),
        {"South": ["E54000069"], "West": ["E54000070"]},
    ),
    "district and footprint by code": (text([["lad", "footprint"], *CODES]), LADS),
    "LAD25CD, LAD25NM and cluster": (csv_bytes([["LAD25CD", "LAD25NM", "Cluster"], *HUMBER]), LADS),
    "LAD24NM only": (csv_bytes([["LAD24NM", "Option A"], *NAMES]), LADS),
    "local authority and proposed icb": (
        csv_bytes([["Local authority", "Proposed ICB"], *NAMES]),
        LADS,
    ),
    "council and new footprint": (csv_bytes([["Council", "New footprint"], *NAMES]), LADS),
    "LTLA23CD": (text([["LTLA23CD", "goes to"], *CODES]), LADS),
    "the footprint first": (text([["Cluster", "District"], *[[b, a] for a, b in CODES]]), LADS),
    "headings nobody has heard of": (csv_bytes([["Where", "Which"], *NAMES]), LADS),
    "name beside the code of a district": (
        csv_bytes([["lad_code", "name", "cluster"], *HUMBER]),
        LADS,
    ),
    "population, region and notes beside": (
        csv_bytes(
            [
                ["LAD25CD", "LAD25NM", "Region", "Population", "Cluster", "Notes"],
                *[[a, b, "Yorkshire", "270,000", c, "to be agreed"] for a, b, c in HUMBER],
            ]
        ),
        LADS,
    ),
    "title rows above": (
        csv_bytes(
            [["Humber, two footprints"], ["Draft of July 2026"], [], ["LAD25CD", "Cluster"], *CODES]
        ),
        LADS,
    ),
    "a title with commas and semicolons": (
        text([["Humber; two footprints; a draft"], [""], ["LAD25CD", "Cluster"], *CODES]),
        LADS,
    ),
    "semicolons": (text([["LAD25CD", "Cluster"], *CODES], ";"), LADS),
    "tabs": (text([["LAD25NM", "Cluster"], *NAMES], "\t"), LADS),
    "utf-16": (
        "\n".join("\t".join(map(str, row)) for row in [["LAD25NM", "Cluster"], *NAMES]).encode(
            "utf-16"
        ),
        LADS,
    ),
    "empty rows between": (csv_bytes([["LAD25CD", "Cluster"], CODES[0], [], *CODES[1:], []]), LADS),
    "empty columns before": (
        csv_bytes([["", "", "LAD25CD", "Cluster"], *[["", "", *row] for row in CODES]]),
        LADS,
    ),
    "headings repeated on each page": (
        csv_bytes([["LAD25CD", "Cluster"], *CODES[:2], ["LAD25CD", "Cluster"], *CODES[2:]]),
        LADS,
    ),
    "everyday names": (
        text(
            [
                ["District", "Cluster"],
                ["Hull", "North"],
                ["East Riding of Yorkshire", "North"],
                ["North East Lincolnshire", "South"],
                ["North Lincolnshire", "South"],
            ]
        ),
        LADS,
    ),
    "names of councils": (
        text(
            [
                ["Council", "Cluster"],
                ["Hull City Council", "North"],
                ["East Riding of Yorkshire Council", "North"],
                ["North East Lincolnshire Council", "South"],
                ["North Lincolnshire Council", "South"],
            ]
        ),
        LADS,
    ),
    "capitals and stray spaces": (
        csv_bytes([["LAD25NM", "CLUSTER"], *[[f" {str(a).upper()} ", b] for a, b in NAMES]]),
        LADS,
    ),
    "hyphens and ampersands left as they fall": (
        csv_bytes(
            [
                ["District", "Cluster"],
                ["Stoke on Trent", "A"],
                ["Brighton & Hove", "A"],
                ["St. Helens", "B"],
                ["Bournemouth, Christchurch & Poole", "B"],
            ]
        ),
        {"A": ["E06000021", "E06000043"], "B": ["E08000013", "E06000058"]},
    ),
    "codes of 2018": (
        text(
            [
                ["LAD18CD", "Cluster"],
                ["E07000026", "A"],
                ["E07000028", "A"],
                ["E07000029", "A"],
                ["E08000016", "B"],
            ]
        ),
        {"A": ["E06000063"], "B": ["E08000038"]},
    ),
    "codes of 2021 with names beside them, and districts of today": (
        text(
            [
                ["LAD21CD", "LAD21NM", "Proposed footprint"],
                ["E07000026", "Allerdale", "A"],
                ["E07000028", "Carlisle", "A"],
                ["E07000029", "Copeland", "A"],
                ["E07000105", "Ashford", "B"],
            ]
        ),
        {"A": ["E06000063"], "B": ["E07000105"]},
    ),
    "codes of 2021 with names beside them alone": (
        text(
            [
                ["LAD21CD", "LAD21NM", "Proposed footprint"],
                ["E07000026", "Allerdale", "A"],
                ["E07000028", "Carlisle", "A"],
                ["E07000029", "Copeland", "A"],
            ]
        ),
        {"A": ["E06000063"]},
    ),
    "names of 2018": (
        text(
            [
                ["LAD18NM", "Cluster"],
                ["Bournemouth", "A"],
                ["Poole", "A"],
                ["Christchurch", "A"],
                ["Forest Heath", "B"],
                ["St Edmundsbury", "B"],
            ]
        ),
        {"A": ["E06000058"], "B": ["E07000245"]},
    ),
    "Somerset of 2021": (
        text(
            [
                ["LAD21NM", "Cluster"],
                ["Mendip", "A"],
                ["Sedgemoor", "A"],
                ["South Somerset", "A"],
                ["Somerset West and Taunton", "A"],
            ]
        ),
        {"A": ["E06000066"]},
    ),
    "Somerset of 2018": (
        text(
            [
                ["LAD18NM", "Cluster"],
                ["Mendip", "A"],
                ["Sedgemoor", "A"],
                ["South Somerset", "A"],
                ["West Somerset", "A"],
                ["Taunton Deane", "A"],
            ]
        ),
        {"A": ["E06000066"]},
    ),
    "sub-ICB locations by code": (
        text([["SICBL24CD", "Cluster"], ["E38000237", "A"], ["E38000265", "B"]]),
        {"A": ["E38000237"], "B": ["E38000265"]},
    ),
    "sub-ICB locations by ODS code": (
        text([["Sub ICB location", "Cluster"], ["91Q", "A"], ["09D", "B"]]),
        {"A": ["E38000237"], "B": ["E38000021"]},
    ),
    "blocks": (
        text([["block", "footprint"], ["E06000010-E38000085", "A"], ["E06000035-E38000237", "B"]]),
        {"A": ["E06000010-E38000085"], "B": ["E06000035-E38000237"]},
    ),
    "an icb and a district taken out of it": (
        text([["icb", "lad", "footprint"], [KENT, "", "A"], [KENT, "E07000105", "B"]]),
        {"B": ["E07000105"]},
    ),
    "an ONS lookup with a cluster": (
        csv_bytes(
            [
                ["LAD25CD", "LAD25NM", "ICB25CD", "ICB25NM", "Cluster"],
                [
                    "E07000105",
                    "Ashford",
                    "E54000032",
                    "NHS Kent and Medway Integrated Care Board",
                    "A",
                ],
                [
                    "E07000106",
                    "Canterbury",
                    "E54000032",
                    "NHS Kent and Medway Integrated Care Board",
                    "B",
                ],
            ]
        ),
        {"A": ["E07000105"], "B": ["E07000106"]},
    ),
    "one column for each footprint": (
        csv_bytes(
            [
                ["North", "South"],
                ["Hull", "North Lincolnshire"],
                ["East Riding of Yorkshire", "North East Lincolnshire"],
            ]
        ),
        LADS,
    ),
    "one column for each footprint, of unlike length": (
        csv_bytes(
            [
                ["East", "West"],
                ["Kent and Medway", "BOB"],
                ["Sussex", ""],
                ["Surrey Heartlands", ""],
            ]
        ),
        {"East": [KENT, SUSSEX, SURREY], "West": [BOB]},
    ),
    "crosses": (
        csv_bytes(
            [
                ["District", "North", "South"],
                *[[a, "x" if b == "North" else "", "x" if b == "South" else ""] for a, b in NAMES],
            ]
        ),
        LADS,
    ),
    "ones and noughts": (
        text(
            [
                ["LAD25CD", "North", "South"],
                *[[a, int(b == "North"), int(b == "South")] for a, b in CODES],
            ]
        ),
        LADS,
    ),
    "a list of members in one cell": (
        csv_bytes(
            [
                ["Cluster", "Members"],
                ["South", "Kent and Medway; Sussex"],
                ["West", "HIOW ICB; BOB"],
            ]
        ),
        SOUTH,
    ),
    "a list with line breaks": (
        csv_bytes(
            [["Cluster", "ICBs"], ["South", "Kent and Medway\nSussex"], ["West", "HIOW ICB\nBOB"]]
        ),
        SOUTH,
    ),
    "a workbook with a README first": (
        book(("README", README), ("Option", [["LAD25CD", "Cluster"], *CODES])),
        LADS,
    ),
    "a workbook with notes after": (
        book(("Option", [["LAD25CD", "Cluster"], *CODES]), ("Notes", NOTES)),
        LADS,
    ),
    "a workbook with a hidden draft": (
        book(
            ("Old", [["LAD25CD", "Cluster"], ["E06000010", "Z"]]),
            ("New", [["LAD25CD", "Cluster"], *CODES]),
            hidden=["Old"],
        ),
        LADS,
    ),
    "a workbook with titles above": (
        book(("Option", [["Humber"], [None], ["LAD25CD", "Cluster"], *CODES])),
        LADS,
    ),
}


@pytest.mark.parametrize("what", ORDINARY)
def test_an_ordinary_table_is_read_as_what_it_says(
    reading: Reading, england: Atlas, what: str
) -> None:
    content, expected = ORDINARY[what]
    read = reading(content)
    assert [one.sentence for one in read.problems if one.row] == []
    plan = read.option.plan
    ids = {one.name: one.id for one in plan.footprints}
    for name, codes in expected.items():
        blocks = england.blocks.reset_index()
        among = blocks[["block", "lad", "sicbl", "icb", "icb_2026"]]
        wanted = set(blocks["block"][among.isin(codes).any(axis=1)])
        assert set(plan.blocks_of(ids[name])) == wanted, name


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("headings nobody has heard of", "The column “Which” was read as the footprints."),
        ("icbs of 2026 by name", "The ICBs were read as those of April 2026."),
        ("crosses", "Each column with crosses was read as a footprint."),
        (
            "one column for each footprint",
            "Each column was read as a footprint with its districts.",
        ),
        ("a workbook with a README first", "The sheet “Option” was read."),
        (
            "codes of 2018",
            "Row 2: “E07000026”, Allerdale, was taken for its part of Cumberland today.",
        ),
        ("codes of 2018", "Row 5: “E08000016” was taken for Barnsley."),
        ("everyday names", "Row 2: “Hull” was taken for Kingston upon Hull."),
    ],
)
def test_what_was_taken_for_what_is_said(reading: Reading, what: str, said: str) -> None:
    assert said in reading(ORDINARY[what][0]).taken


def test_a_table_in_the_apps_own_words_takes_nothing_for_anything(reading: Reading) -> None:
    assert reading(ORDINARY["district and footprint by code"][0]).taken == ()


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ([["E07000089", "Hart", "X"], ["E07000092", "Rushmoor", "Y"]], "districts"),
        (
            [["QOC", "Shropshire, Telford and Wrekin", "X"], ["QKS", "Kent and Medway", "Y"]],
            "ICBs of 2023",
        ),
        ([["E10000014", "Hampshire", "X"], ["E06000046", "Isle of Wight", "Y"]], "upper"),
    ],
)
def test_a_column_headed_code_is_known_by_its_codes_and_name_beside_it_names_the_same(
    rows: Rows, what: str, reading: Reading
) -> None:
    read = reading(csv_bytes([["code", "name", "footprint"], *rows]))
    assert read.taken[0].startswith(f"The column “code” was read as {what}")
    assert read.problems == ()
    assert {"X", "Y"} <= {one.name for one in read.option.plan.footprints}


def test_of_upper_tier_codes_the_counties_come_whole(reading: Reading, england: Atlas) -> None:
    read = reading(b"code,footprint\nE10000014,X\nE06000046,X\n")
    lads = england.authorities.index[england.authorities["utla"].isin(["E10000014", "E06000046"])]
    blocks = set(england.blocks.index[england.blocks["lad"].isin(lads)])
    assert set(read.option.plan.blocks_of("X")) == blocks


@pytest.mark.parametrize(
    ("rows", "footprints"),
    [
        ([["E07000089", "Hart", "X"], ["E07000226", "Hastings", "Y"]], {"X"}),
        ([["E07000089", "Hastings", "X"], ["E07000226", "Hart", "Y"]], set()),
        ([["QKS", "Kent and Medway", "X"], ["QNX", "Frimley", "Y"]], {"X"}),
    ],
)
def test_a_name_of_another_area_beside_a_code_is_told_with_its_row_and_neither_is_read(
    rows: Rows, footprints: set[str], reading: Reading
) -> None:
    read = reading(csv_of_codes(rows))
    told = [one.sentence for one in read.problems if one.row]
    assert told[-1] in {
        "Row 3: “E07000226” is Crawley, and “Hastings” stands beside it; correct the one that is "
        "wrong.",
        "Row 3: “E07000226” is Crawley, and “Hart” stands beside it; correct the one that is "
        "wrong.",
        "Row 3: “QNX” is Sussex, and “Frimley” stands beside it; correct the one that is wrong.",
    }
    names = {one.name for one in read.option.plan.footprints} if read.option else set()
    assert names & {"X", "Y", "Hart", "Hastings"} == footprints


def csv_of_codes(rows: Rows) -> bytes:
    """A table whose headings say nothing of what its codes are of."""
    return csv_bytes([["code", "name", "footprint"], *rows])


def test_a_name_that_nothing_has_beside_a_code_is_said_and_the_code_is_read(
    reading: Reading,
) -> None:
    rows: Rows = [["E07000089", "Hart", "X"], ["E07000092", "Rushmoor", "X"]]
    read = reading(csv_of_codes([*rows, ["E07000226", "Crawlie", "X"]]))
    assert len(read.option.plan.blocks_of("X")) == 4
    (told,) = [one.sentence for one in read.problems]
    assert told == (
        "Row 4: “Crawlie” names none of the districts; the row was read by “E07000226”, Crawley."
    )
    assert told in read.marked.decode()


HULL: Rows = [
    ["E06000010", "North", "Hull"],
    ["E06000011", "North", "Leicester"],
    ["E06000012", "South", "North East Lincolnshire"],
]
DIFFERS = (
    "Row 3: “E06000011” is East Riding of Yorkshire, and “Leicester” stands beside it; "
    "correct the one that is wrong."
)


@pytest.mark.parametrize("heading", ["Name", "LAD24NM", "Area", "District name"])
@pytest.mark.parametrize("rows", [HULL, HULL[:2]])
def test_a_name_of_another_area_is_told_with_its_row_wherever_its_column_stands(
    heading: str, rows: Rows, reading: Reading, england: Atlas
) -> None:
    read = reading(csv_bytes([["LAD24CD", "Footprint", heading], *rows]))
    assert DIFFERS in [one.sentence for one in read.problems]
    assert read.question is None
    assert DIFFERS in read.marked.decode()
    assert codes(read, "North", england) == {"E06000010"}


def codes(read: Upload, name: str, england: Atlas) -> set[str]:
    """The codes of the districts in the footprint of a name."""
    (one,) = (one.id for one in read.option.plan.footprints if one.name == name)
    return set(england.blocks["lad"][list(read.option.plan.blocks_of(one))])


@pytest.mark.parametrize("aims", [["1", "1", "2"], ["North", "South", "West"]])
def test_names_of_areas_are_told_from_those_of_footprints_by_what_is_beside_them(
    aims: list[str], reading: Reading
) -> None:
    rows = [[code, aim, name] for (code, _, name), aim in zip(HULL, aims, strict=True)]
    read = reading(csv_bytes([["LAD24CD", "Footprint", "Name"], *rows]))
    assert [one.sentence for one in read.problems] == [DIFFERS]
    assert "Hull" not in {one.name for one in read.option.plan.footprints}


@pytest.mark.parametrize("heading", ["Name", "LAD24NM", "Area"])
def test_a_name_that_says_nothing_is_told_and_the_code_read_wherever_its_column_stands(
    heading: str, reading: Reading, england: Atlas
) -> None:
    rows = [HULL[0], ["E06000011", "North", "x"], HULL[2]]
    read = reading(csv_bytes([["LAD24CD", "Footprint", heading], *rows]))
    assert [one.sentence for one in read.problems] == [
        "Row 3: “x” names none of the districts; the row was read by “E06000011”, East Riding of "
        "Yorkshire."
    ]
    assert codes(read, "North", england) == {"E06000010", "E06000011"}


NAMED = [["E06000010", "Hull CC"], ["E06000011", "ERYC"], ["E06000012", "NELC"]]
GROUPS = ["Humber", "Humber", "Lincs"]
AS_OWN = "The column “Name” was read as the areas’ own names."


@pytest.mark.parametrize(
    ("code", "aim"),
    [
        ("LAD25CD", "New ICB"),
        ("LAD25CD", "Footprint"),
        ("Code", "Footprint"),
        ("Code", "Proposed cluster"),
    ],
)
def test_a_name_of_its_own_beside_each_code_names_no_footprint(
    reading: Reading, code: str, aim: str
) -> None:
    rows = [[*row, to] for row, to in zip(NAMED, GROUPS, strict=True)]
    read = reading(csv_bytes([[code, "Name", aim], *rows]))
    assert read.option
    names = {one.name for one in read.option.plan.footprints}
    assert {"Humber", "Lincs"} <= names
    assert names.isdisjoint(name for _, name in NAMED)
    assert AS_OWN in read.taken
    assert read.problems == ()


def test_short_names_of_icbs_name_no_footprint(reading: Reading) -> None:
    rows = [[KENT, "K&M"], [SUSSEX, "Sx"], [SURREY, "Surrey H"]]
    heading = ["ICB code", "Name", "Proposed cluster"]
    read = reading(csv_bytes([heading, *([*row, "South East"] for row in rows)]))
    assert read.option
    assert "South East" in {one.name for one in read.option.plan.footprints}
    assert AS_OWN in read.taken


@pytest.mark.parametrize(
    ("aims", "asked"),
    [
        ([["New ICB"], ["Humber"], ["Hull and coast"], ["Lincs"]], ["Name", "New ICB"]),
        ([["Footprint"], ["Humber"], ["Coast"], ["Lincs"]], ["Name", "Footprint"]),
        ([["Where"], ["Orchard"], ["Orchard"], ["Meadow"]], ["Name", "Where"]),
        (
            [["Model A", "Model B"], ["Humber", "N"], ["Humber", "N"], ["Lincs", "N"]],
            ["Model A", "Model B"],
        ),
    ],
)
@pytest.mark.parametrize("above", [[], [["", "", "Proposal", "Proposal"]]])
def test_where_a_name_may_be_of_either_it_is_asked(
    reading: Reading, aims: Rows, asked: list[str], above: Rows
) -> None:
    rows = [[*row, *to] for row, to in zip([["Code", "Name"], *NAMED], aims, strict=True)]
    read = reading(csv_bytes([*above, *rows]))
    assert read.option is None
    assert read.question
    said = [one.words.removesuffix(" names the footprints") for one in read.question.readings]
    assert said == [f"“{one}”" for one in asked]


def test_names_that_repeat_beside_a_proposal_are_asked_about(reading: Reading) -> None:
    rows = [[row[0], to, "North"] for row, to in zip(NAMED, GROUPS, strict=True)]
    assert reading(csv_bytes([["LAD25CD", "Name", "Proposed cluster"], *rows])).question


def test_a_footprint_with_its_code_keeps_its_name(reading: Reading) -> None:
    rows = [[row[0], to[0], to] for row, to in zip(NAMED, GROUPS, strict=True)]
    read = reading(csv_bytes([["LAD25CD", "Footprint", "Name"], *rows]))
    assert read.option
    assert {"Humber", "Lincs"} <= {one.name for one in read.option.plan.footprints}


def test_no_column_that_may_say_where_areas_go_is_left_unread_without_a_word(
    reading: Reading,
) -> None:
    rows = [[row[0], to, "North"] for row, to in zip(NAMED, GROUPS, strict=True)]
    for heading in ("Proposed cluster", "Team", "Orchard"):
        read = reading(csv_bytes([["LAD25CD", "Footprint", heading], *rows]))
        assert read.taken == (f"The column “{heading}” was not read.",)


@pytest.mark.parametrize(
    "rows",
    [
        (["East", "Team B", "West"], ["Norfolk", "Kent", "Devon"], ["Essex", "Surrey", "Herefs"]),
        (["East", "Team B", "West"], ["Norfolk; Essex", "Kent; Surrey", "Devon; Herefordshire"]),
        (
            ["East", "Team B", "West"],
            ["Norfolk County Council", "Kent County Council", "Devon County Council"],
            ["Essex", "Surrey", "Herefordshire Council"],
        ),
    ],
)
def test_counties_below_the_footprint_of_each_column_come_whole(
    reading: Reading, england: Atlas, rows: tuple[list[str], ...]
) -> None:
    read = reading(text(list(rows), "\t"))
    assert read.problems == ()
    assert "Each column was read as a footprint with its upper-tier authorities." in read.taken
    upper = england.blocks["lad"].map(england.authorities["utla_name"])
    owner = {one.name: one.id for one in read.option.plan.footprints}
    for name, counties in (
        ("East", {"Norfolk", "Essex"}),
        ("Team B", {"Kent", "Surrey"}),
        ("West", {"Devon", "Herefordshire"}),
    ):
        here = set(read.option.plan.blocks_of(owner[name]))
        assert here == set(upper.index[upper.isin(counties)])


def test_a_county_in_two_columns_is_no_list_of_a_footprint(reading: Reading) -> None:
    assert reading(text([["One", "Two"], ["Norfolk", "Kent"], ["Kent", "Devon"]])).option is None


@pytest.mark.parametrize(
    "cells",
    [
        ("• Kent and Medway\n• Sussex\n• Devon", "• BOB"),
        ("- Kent and Medway\n- Sussex\n- Devon", "- BOB"),
        ("Kent and Medway; Sussex and Devon", "BOB"),
        ("Kent and Medway / Sussex / Devon", "BOB"),
        ("Kent and Medway + Sussex + Devon", "BOB"),
        ("Kent and Medway*; Sussex [1]; Devon (a)", "BOB†"),
        ("NHS Kent and Medway ICB1; NHS Sussex ICB2; Devon³", "BOB‡"),
    ],
)
def test_lists_and_footnotes_as_people_write_them_are_read(
    reading: Reading, england: Atlas, cells: tuple[str, str]
) -> None:
    read = reading(csv_bytes([["Cluster", "ICBs"], ["South", cells[0]], ["West", cells[1]]]))
    assert read.problems == ()
    owner = {one.name: one.id for one in read.option.plan.footprints}
    for name, icbs in (("South", {"QKS", "QNX", "QJK"}), ("West", {"QU9"})):
        here = list(read.option.plan.blocks_of(owner[name]))
        assert set(england.blocks["icb"][here]) == icbs


def test_a_footprint_called_by_two_areas_is_no_list_of_them(reading: Reading) -> None:
    rows = [["Medway", "Devon and Dorset"], ["Exeter", "Devon and Dorset"]]
    read = reading(text([["Place", "Patch"], *rows]))
    assert "Devon and Dorset" in [one.name for one in read.option.plan.footprints]
