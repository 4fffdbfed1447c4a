"""Tables as CSV: plain numbers in the unit said, and nothing a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest

from footprint.content.values import Column, Table
from footprint.export.csv import csv as written
from footprint.measures.units import COUNT, MILLIONS, PEOPLE, SHARE
from footprint.papers.typed_tables import number_format, typed
from footprint.papers.words import REPLACED, areas_in_words, footnotes
from tests.office_reading import NAMES, PAPERS, awkward
from tests.paper_samples import envelope, membership


def read(content):
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return head, rows


def paper_of(columns, rows, estimated=()):
    return replace(membership(), table=Table("T", columns, rows, frozenset(estimated)))


def test_the_heading_names_the_unit_once():
    columns = (
        Column("Footprint"),
        Column("Residents", PEOPLE),
        Column("Cost, £ million", MILLIONS),
    )
    head, _ = read(written(paper_of(columns, ())))
    assert head == ["Footprint", "Residents (people)", "Cost, £ million"]


def test_numbers_are_plain_and_have_the_digits_shown():
    columns = (Column("F"), Column("A", PEOPLE), Column("B", MILLIONS), Column("C", SHARE))
    rows = (("x", 1234567.0, 26_149_999.0, 0.12345), ("y", None, float("nan"), 0.0))
    _, found = read(written(paper_of(columns, rows)))
    assert found == [["x", "1234567", "26.1", "12.3"], ["y", "no figure", "no figure", "0.0"]]


def test_estimates_have_a_column_of_their_own():
    head, rows = read(written(envelope()))
    place = head.index("Running cost allowance 2025/26, £ million: worked out by share")
    texts = envelope().table.texts()
    assert [row[place] == "worked out by share" for row in rows] == [
        row[1].endswith("(worked out by share)") for row in texts
    ]
    assert any(row[place] for row in rows)


@pytest.mark.parametrize("name", PAPERS)
def test_every_figure_is_the_one_shown(name):
    table = PAPERS[name]().table
    plain = replace(table, estimated=frozenset())
    for column, shown, cells in zip(
        table.columns, zip(*plain.texts(), strict=True), typed(plain), strict=False
    ):
        for text, cell in zip(shown, cells.cells, strict=True):
            if isinstance(cell, (int, float)):
                said = f"{cell:{',' * column.unit.commas}.{column.unit.decimals}f}"
                assert f"{column.unit.prefix}{said}{column.unit.suffix}" == text


def test_what_a_spreadsheet_would_run_is_made_inert():
    _, rows = read(written(awkward()))
    names = [row[0] for row in rows]
    assert [name[0] for name in names[:4]] == ["'"] * 4
    assert names[6] == f"bell{REPLACED} tab line escape{REPLACED} lone{REPLACED} last{REPLACED}"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_same_input_same_bytes():
    assert written(envelope()) == written(envelope())


def test_areas_are_a_line_for_each_footprint():
    paper = replace(awkward(), lists=(("North", "A, B and C"), (NAMES["control"], "D")))
    lines = areas_in_words(paper).split("\n")
    assert lines[0] == "North: A, B and C"
    assert lines[1].startswith("bell")
    assert lines[2:] == [""]


def test_what_an_estimate_is_is_said_once():
    paper = replace(envelope(), notes=())
    assert len(footnotes(paper)) == 1
    assert footnotes(envelope()) == envelope().every_note
    assert footnotes(membership()) == membership().every_note


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (COUNT, "#,##0;\\-#,##0"),
        (MILLIONS, '"£"#,##0.0"m";\\-"£"#,##0.0"m"'),
        (SHARE, '0.0"%";\\-0.0"%"'),
    ],
)
def test_a_unit_is_a_number_format_of_spreadsheets(unit, said):
    assert number_format(unit) == said


def test_a_figure_that_is_said_as_nothing_is_written_without_a_sign():
    columns = (Column("F"), Column("A", MILLIONS), Column("B", PEOPLE))
    _, found = read(written(paper_of(columns, (("x", -40_000.0, -0.4),))))
    assert found == [["x", "0.0", "0"]]
