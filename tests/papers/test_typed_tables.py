"""Typed tables: numbers as they are shown, and formats that show them so."""

from __future__ import annotations

import math
import pickle
import re
from dataclasses import replace

import pytest

from footprint.content.values import Column, Table
from footprint.measures.said import Said, noted
from footprint.measures.units import COUNT, MILLIONS, PEOPLE, PER_CENT, SHARE, Unit
from footprint.pages.catalogue import BY_ADDRESS
from footprint.papers.contents import WHOLE, paper
from footprint.papers.sheets import picture_of
from footprint.papers.typed_tables import number_format, rows, typed, typed_of
from footprint.parts.codes import Codes
from footprint.view import View
from tests import paper_samples
from tests.shared_workspace import WORK

TABLE = Table(
    "Both",
    (Column("Footprint"), Column("Residents", PEOPLE), Column("Allowance, £ million", MILLIONS)),
    (("North", 1_234.6, 26_149_999.0), ("South", None, math.nan)),
    estimated=frozenset({(1, 1), (0, 2)}),
)


def test_a_column_of_estimates_is_followed_by_which_they_are() -> None:
    found = typed(TABLE)
    assert [column.heading for column in found] == [
        "Footprint",
        f"Residents ({PEOPLE.name})" if PEOPLE.name.lower() not in "residents" else "Residents",
        "Residents: worked out by share",
        "Allowance, £ million",
        "Allowance, £ million: worked out by share",
    ]
    assert rows(found) == (
        ("North", 1_235, "", 26.1, "worked out by share"),
        ("South", "no figure", "worked out by share", "no figure", ""),
    )


def test_a_whole_number_is_whole_and_words_have_no_format() -> None:
    words, people, *_ = typed(TABLE)
    assert isinstance(people.cells[0], int)
    assert words.format == ""
    assert people.format == number_format(PEOPLE)


def test_a_heading_names_its_unit_once() -> None:
    unit = Unit("posts", suffix=" posts")
    columns = (Column("Footprint"), Column("Staff", unit), Column("Posts", unit))
    headings = [column.heading for column in typed(Table("", columns, (("North", 1.0, 2.0),)))]
    assert headings == ["Footprint", "Staff (posts)", "Posts"]


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        (Unit("people"), "#,##0;\\-#,##0"),
        (Unit("£ each", 2, "£"), '"£"#,##0.00;\\-"£"#,##0.00'),
        (Unit("%", 1, suffix="%"), '#,##0.0"%";\\-#,##0.0"%"'),
        (Unit("score", 3, commas=False), "0.000;\\-0.000"),
        (Unit("year", commas=False), "0;\\-0"),
    ],
)
def test_a_format_has_the_digits_and_words_of_its_unit(unit: Unit, shown: str) -> None:
    assert number_format(unit) == shown


def test_figures_of_several_units_are_numbers_with_the_digits_and_signs_that_are_said() -> None:
    cells = (
        Said(1_430_623, PEOPLE),
        Said(-4_900_000.0, MILLIONS, signed=True),
        Said(3.0, COUNT, signed=True),
        Said(24.0, PER_CENT),
        Said(-0.051, SHARE, signed=True),
        *("no figure", "9 of 153", "\u22125 to 3"),
    )
    table = Table(
        "Said", (Column(""), Column("A")), tuple((f"r{n}", c) for n, c in enumerate(cells))
    )
    assert [row[1] for row in table.texts()] == [
        *("1,430,623", "\u2212\u00a34.9m", "+3", "24%", "\u22125.1 points"),
        *("no figure", "9 of 153", "\u22125 to 3"),
    ]
    first, unit, figures = typed(table)
    assert first.heading == "Said"
    assert figures.cells == (1_430_623, -4.9, 3, 24, -5.1, "no figure", "9 of 153", "-5 to 3")
    assert figures.heading == "A"
    assert unit.cells == ("", "\u00a3 million", "", "%", "percentage points", "", "", "")
    assert figures.formats[1] == '"\u00a3"#,##0.0"m";\\-"\u00a3"#,##0.0"m"'
    assert figures.formats[2] == "+#,##0;\\-#,##0"
    assert figures.formats[5:] == ("", "", "")


def test_a_column_said_in_one_unit_has_it_in_its_heading_and_its_estimates_beside_it() -> None:
    columns = (Column("Footprint"), Column("Envelope"))
    table = Table(
        "Said",
        columns,
        (("North", Said(60e6, MILLIONS, estimated=True)), ("South", Said(31.5e6, MILLIONS))),
    )
    assert table.texts()[0][1] == "\u00a360.0m (worked out by share)"
    _, envelopes, marks = typed(table)
    assert envelopes.heading == "Envelope (\u00a3 million)"
    assert envelopes.cells == (60.0, 31.5)
    assert marks.cells == ("worked out by share", "")


def test_what_is_noted_of_a_figure_stands_beside_it_in_a_file() -> None:
    cells = (
        Said(60e6, MILLIONS, notes=("published",)),
        Said(31.5e6, MILLIONS, notes=("from £1.0m to £2.0m", "\u2212£0.3m; ✓ better")),
        "no figure",
    )
    table = Table("", (Column("Footprint"), Column("Cost")), tuple(("North", one) for one in cells))
    assert table.texts()[0][1] == "£60.0m (published)"
    assert table.texts()[1][1] == "£31.5m (from £1.0m to £2.0m) (\u2212£0.3m; ✓ better)"
    _, costs, notes = typed(table)
    assert costs.cells == (60.0, 31.5, "no figure")
    assert notes.heading == "Cost: note"
    assert notes.cells == ("published", "from £1.0m to £2.0m; -£0.3m; ✓ better", "")


def test_no_figure_is_read_from_words() -> None:
    columns = (Column("Footprint"), Column("Note"))
    _, note = typed(Table("", columns, (("North", "2023"), ("South", "1,000"))))
    assert note.cells == ("2023", "1,000")


def test_names_stay_words_whatever_they_look_like() -> None:
    (first,) = typed(Table("", (Column("Footprint"),), (("2023",),)))
    assert first.cells == ("2023",)


@pytest.mark.parametrize(
    ("names", "columns"), [(("North", "South"), 2), (("North", "England"), 1), ((), 1)]
)
def test_codes_stand_in_a_table_only_where_every_row_has_some(
    names: tuple[str, ...], columns: int
) -> None:
    codes = tuple(Codes(name, name, ons=f"E{name}") for name in ("North", "South"))
    table = Table("", (Column("Footprint"),), tuple((name,) for name in names))
    told = typed_of(replace(paper_samples.membership(), table=table, codes=(codes,)))
    assert len(told) == columns
    if columns == 2:
        assert told[1].heading == "ONS code"
        assert told[1].cells == ("ENorth", "ESouth")


def test_a_row_of_all_together_leaves_its_codes_empty() -> None:
    codes = tuple(Codes(name, name, ons=f"E{name}") for name in ("North", "South"))
    rows = tuple((name,) for name in ("North", "South", "England"))
    table = Table("", (Column("Footprint"),), rows, whole=frozenset({2}))
    _, told = typed_of(replace(paper_samples.membership(), table=table, codes=(codes,)))
    assert told.cells == ("ENorth", "ESouth", "")


_FIGURE = re.compile(r"[−-]?£?[\d,]+(\.\d+)?(m|%)?")


@pytest.mark.parametrize(
    ("address", "view"),
    [
        ("Clusters", View()),
        ("Money", View(cap=20.0)),
        ("Local_authorities", View()),
        ("Compare", View()),
        ("My_ICB", View(area="QOP")),
        ("Every_option", View(bodies="icb-2023", footprints=26, keep=("utla",), tolerance=0.0)),
        ("Draw_an_option", View()),
    ],
)
def test_figures_of_every_page_are_numbers_in_files(address: str, view: View) -> None:
    picture = picture_of(WORK, BY_ADDRESS[address], view)
    made = paper(WORK, picture, WHOLE, link="", day=paper_samples.DAY)
    tables = [made.table, *(one.table for one in made.chapters if one.table)]
    columns = [column for table in tables for column in typed(table)[1:]]
    words = [cell for column in columns for cell in column.cells if isinstance(cell, str)]
    assert columns and not [cell for cell in words if _FIGURE.fullmatch(cell)]


def test_words_with_a_verdict_have_it_in_the_column_of_notes_as_figures_do() -> None:
    cells = (noted(Said(3), "✓ better; \u22121"), noted("1 of 13", "✓ better; \u22121"))
    table = Table("Said", (Column("Plan"), Column("C: three")), (("a", cells[0]), ("b", cells[1])))
    assert [row[1] for row in table.texts()] == [
        "3 (✓ better; \u22121)",
        "1 of 13 (✓ better; \u22121)",
    ]
    _, figures, notes = typed(table)
    assert figures.cells == (3, "1 of 13")
    assert notes.cells == ("✓ better; -1", "✓ better; -1")
    assert pickle.loads(pickle.dumps(cells[1])).notes == cells[1].notes
