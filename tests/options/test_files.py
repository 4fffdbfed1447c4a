"""Option files: what is downloaded uploads as it was, and a bad file is told all its faults."""

import csv
import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.intake import uploads
from footprint.options import files
from footprint.options import option as options
from footprint.options.option import begin, rename, split_off
from footprint.plans.plan import check_complete
from footprint.spreadsheets import csv_bytes, xlsx_bytes
from tests.drawn import HOSTILE, drawn

NAMES = {"W": "West", "M": "Middle", "E": "East"}


@pytest.fixture(scope="session")
def begun(today):
    return begin(today, "icb-2023")


@pytest.fixture(scope="session")
def reading(begun, toy):
    """A function that reads a file of the toy country."""
    return lambda content: uploads.read(content, begun, toy, NAMES)


def sentences(read):
    return [problem.sentence for problem in read.problems]


def as_file(text):
    return "\n".join(text).encode()


def sheet(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def upload(write, option, begun, atlas):
    return uploads.read(write(option, atlas), begun, atlas, NAMES)


@given(data=st.data())
def test_an_upload_of_the_download_is_the_option(begun, toy, data):
    option = replace(data.draw(drawn(begun)), locked=frozenset())
    for write in (files.as_csv, files.as_xlsx):
        read = upload(write, option, begun, toy)
        assert read.problems == ()
        assert read.option == option


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("write", [files.as_csv, files.as_xlsx])
def test_a_hostile_name_survives_the_file(begun, toy, name, write):
    option = rename(begun, "W", name)
    read = upload(write, option, begun, toy)
    assert read.option == option


def test_no_cell_of_a_download_begins_as_a_formula(begun, toy):
    for n, name in enumerate(HOSTILE):
        option = rename(begun, "WME"[n % 3], name)
        cells = [cell for row in sheet(files.as_csv(option, toy)) for cell in row]
        book = openpyxl.load_workbook(io.BytesIO(files.as_xlsx(option, toy)))
        typed = [cell for row in book.active.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
        assert not [cell for cell in typed if cell.data_type == "f"]


def test_a_download_has_the_fewest_rules(begun, toy):
    option = options.move(begun, ["B-1"], "M")
    assert files.table(option, toy) == [
        ["icb", "lad", "footprint", "name", "kind"],
        ["W", "", "W", "West", "icb"],
        ["M", "", "M", "Middle", "icb"],
        ["W", "B", "M", "Middle", "icb"],
        ["E", "", "E", "East", "icb"],
    ]


def test_where_rules_cannot_say_it_blocks_do(begun, toy):
    option = split_off(begun, ["A-1"], "North Ash")
    # The toy country's Ash has two blocks in West, so no rule about Ash can part them.
    table = files.table(option, toy)
    assert table[0] == ["block", "footprint", "name", "kind"]
    assert len(table) == 7


def test_the_shipped_plans_survive_both_files(completed, england):
    names = {one.id: one.name for one in completed["icb-2023"].footprints}
    first = begin(completed["icb-2023"], "icb-2023")
    for plan in completed.values():
        for write in (files.as_csv, files.as_xlsx):
            read = uploads.read(write(begin(plan, ""), england), first, england, names)
            assert read.problems == ()
            assert read.option.plan.assignment == plan.assignment
            assert read.option.plan.footprints == plan.footprints


def test_rules_districts_and_blocks_are_all_read(reading):
    by_rules = reading(
        as_file(["icb,lad,footprint,name,kind", "W,B,M,,", "W,,W,,", "M,,M,,", "E,,E,,"])
    )
    by_district = reading(as_file(["district;footprint", "Ash;W", "birch;Middle", "C;E", "dune;E"]))
    by_block = reading(
        as_file(["block\tfootprint", "A-1\tW", "A-2\tW", "B-1\tM", "b-3\tM", "C-4\tE", "D-4\tE"])
    )
    for read in (by_rules, by_district, by_block):
        assert sentences(read) == []
        assert dict(read.option.plan.assignment)["B-1"] == "M"
        assert [one.name for one in read.option.plan.footprints] == ["Middle", "West", "East"] or [
            one.name for one in read.option.plan.footprints
        ] == ["West", "Middle", "East"]


def test_a_file_may_name_footprints_without_ids(reading):
    read = reading(
        as_file(["lad,name,kind", "A,Ashland,cluster", "B,ashland,", "C,East,", "D,East,"])
    )
    assert dict(read.option.plan.assignment)["B-1"] == "o1"
    assert read.option.merged == frozenset()
    assert read.option.plan.by_id["E"].name == "East"


def test_every_fault_is_told_at_once_with_its_row_and_none_by_a_name_like_it(reading):
    read = reading(
        as_file(
            [
                "icb,lad,footprint,name,kind",
                "W,,W,West,icb",
                "W,,M,Middle,icb",
                "Midle,,M,Middle,icb",
                "E,Cedr,C,Cedar Land,clustr",
                "E,Ash,C,Cedar Land,merger",
                "1.0E+05,,X,X,icb",
                "E,D,D,Dune,trst",
                "E,D,D,Dune,merger",
                "E,,,,",
                ",,Q,Q,icb",
                "M,,\u200b,\u200b,icb",
            ]
        )
    )
    said = "\n".join(sentences(read))
    assert "Row 3: “West” was given to “West” in row 2, which was kept." in said
    assert "Row 4: “Midle” is no ICB of 2023." in said
    assert "Row 5: “Cedr” is no district; did you mean Cedar?" in said
    assert (
        "Row 6: “Ash with East” do not meet; the nearest is West, where that district is." in said
    )
    assert (
        "Row 7: “1.0E+05” is no ICB of 2023; a spreadsheet seems to have changed the code" in said
    )
    assert "Row 8: “trst” is no kind, so “cluster” was used" in said
    assert "Row 9: “Dune with East” is said already in row 8." in said
    assert "Row 10" in said
    assert "Row 11: no ICB of 2023 is named." in said
    assert "Row 12: “\u200b” cannot be a footprint: a footprint needs a name that" in said
    assert read.notes == (
        "No row that could be read names 2 areas, which stay as in the plan you began from: in "
        "Birch, Cedar.",
    )
    assert dict(read.option.plan.assignment)["D-4"] == "D"
    assert dict(read.option.plan.assignment)["B-3"] == "M"


def test_what_a_slip_may_have_meant_is_not_mentioned_and_nothing_is_replaced(reading):
    read = reading(
        as_file(["icb,lad,footprint,name,kind", "W,,W,,", "Midle,,W,,", "E,Cedr,C,Cedar,clustr"])
    )
    assert sentences(read)[0] == "Row 3: “Midle” is no ICB of 2023."
    again = reading(read.marked)
    assert sentences(again) == sentences(read)
    assert again.option.plan == read.option.plan
    assert dict(read.option.plan.assignment)["B-3"] == "M"


def test_one_footprint_with_two_names_keeps_the_first(reading):
    read = reading(as_file(["icb,footprint,name,kind", "W,x,One,icb", "M,x,Two,cluster", "E,E,,"]))
    assert sentences(read) == [
        "Row 3: “Two” is called “One” in an earlier row.",
        "Row 3: “cluster” is “icb” in an earlier row.",
    ]
    assert read.option.plan.by_id["x"].name == "One"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_separators_and_encodings_are_found_out(reading, mark, encoding):
    lines = ["icb,footprint,name", "W,w,Café", "M,w,", "E,w,"]
    read = reading("\r\n".join(lines).replace(",", mark).encode(encoding))
    assert read.problems == ()
    assert read.option.plan.by_id["w"].name == "Café"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"x" * 1_000_001, "The file is larger than 1 MB."),
        (b"PK\x03\x04 no workbook", "not a workbook"),
        (b"\xd0\xcf\x11\xe0 old", "old Excel file"),
        (
            b"p,q\nr,s",
            "Row 1: “p, q” does not say enough: a table needs a column of areas, headed ICB",
        ),
        (b"a,b\n1,2", "Row 1: “a, b” is no row of headings; write one above it"),
        (b"\n\nicb,kind\nE,icb", "Row 3: “icb, kind” does not say enough"),
        (b"icb,footprint\n", "No row below the headings names an area, so nothing was changed;"),
        (
            b"icb,footprint\nzz,W\n",
            "No row could be used, so nothing was changed; put right what is said of the rows.",
        ),
    ],
)
def test_a_file_that_is_no_option_says_why(reading, content, said):
    read = reading(content)
    assert read.option is None
    assert said in " ".join(sentences(read))


@given(
    content=st.binary(max_size=300) | st.binary(max_size=100).map(b"icb,lad,footprint\n".__add__)
)
def test_no_bytes_stop_the_reading(reading, content):
    read = reading(content)
    assert read.option or read.problems
    assert all(sentence.endswith(".") for sentence in sentences(read))


CELL = st.sampled_from(["", "W", "M", "E", "A", "B", "C", "D", "A-1", "x", *HOSTILE]) | st.text(
    max_size=12
)
HEAD = st.sampled_from(["icb", "lad", "block", "footprint", "name", "kind", "colour", "", "icb"])


@given(
    table=st.tuples(
        st.lists(HEAD, min_size=1, max_size=7), st.lists(st.lists(CELL, max_size=8), max_size=8)
    )
)
def test_no_table_stops_the_reading_and_good_rows_make_a_whole_plan(reading, toy, table):
    head, body = table
    read = reading(csv_bytes([head, *body]))
    assert all(problem.row <= len(body) + 1 for problem in read.problems)
    if read.option:
        check_complete(read.option.plan, toy)
        assert len(read.option.plan.by_id) == len(read.option.plan.footprints)
    assert bool(read.marked) <= any(one.row for one in read.problems)


def test_two_thousand_bad_rows_are_told_quickly(completed, england):
    names = {one.id: one.name for one in completed["icb-2023"].footprints}
    rows = [["lad", "footprint"], *([f"nowhere {n}", "x"] for n in range(1_990)), ["Hart", "x"]]
    first = begin(completed["icb-2023"], "icb-2023")
    read = uploads.read(xlsx_bytes(rows, title="t"), first, england, names)
    assert len(read.problems) == 1_990
    assert {england.blocks.at[block, "lad"] for block in read.option.plan.blocks_of("x")} == {
        "E07000089"
    }
