"""Workbooks: numbers are numbers, names are names, and nothing is a formula."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from footprint.charts.dots import Dots
from footprint.maps.layer import ATTRIBUTION
from footprint.office import workbooks
from footprint.papers.words import legal
from tests.office_reading import NAMES, PAPERS
from tests.paper_samples import LINK, envelope, membership

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def opened(*papers):
    return openpyxl.load_workbook(io.BytesIO(workbooks.xlsx(papers)))


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xml")
        }


def test_figures_are_numbers_with_the_format_they_are_shown_in():
    sheet = opened(envelope()).worksheets[0]
    head = [cell.value for cell in sheet[1]]
    assert head == [
        "Footprint",
        "Running cost allowance 2025/26, £ million",
        "Running cost allowance 2025/26, £ million: worked out by share",
        "IMD score",
    ]
    cell = sheet["B2"]
    assert (cell.value, cell.data_type) == (26.1, "n")
    assert cell.number_format == '"£"#,##0.0"m";\\-"£"#,##0.0"m"'


def test_no_figure_is_said_and_never_nought():
    paper = membership()
    rows = (("Nowhere", None, float("nan")),)
    sheet = opened(replace(paper, table=replace(paper.table, rows=rows))).worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["Nowhere", "no figure", "no figure"]


@pytest.mark.parametrize("name", PAPERS)
def test_a_sheet_can_be_read_and_filtered(name):
    sheet = opened(PAPERS[name]()).worksheets[0]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.print_title_rows == "$1:$1"
    assert all(kept.width >= 8 for kept in sheet.column_dimensions.values())


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_a_formula(name):
    content = workbooks.xlsx([PAPERS[name]()])
    sheets = [tree for path, tree in parts(content).items() if "/worksheets/" in path]
    assert len(sheets) == 3
    assert not [cell for tree in sheets for cell in tree.iter(f"{S}f")]
    assert not [cell for tree in sheets for cell in tree.iter(f"{S}c") if cell.get("t") == "e"]


def test_text_that_looks_like_a_formula_stays_text_when_it_is_edited():
    sheet = opened(PAPERS["awkward"]()).worksheets[0]
    cells = {cell.value: cell for (cell,) in sheet.iter_rows(min_row=2, max_col=1)}
    for name in ("formula", "at", "plus", "minus"):
        assert cells[NAMES[name]].data_type == "s"
        assert cells[NAMES[name]].quotePrefix
    assert cells["TRUE"].data_type == cells["0012"].data_type == "s"


def test_text_that_looks_like_markup_stays_text():
    paper = replace(membership(), lists=(("<r><t>bold</t></r>", "<r>"),))
    assert [cell.value for cell in opened(paper)["Areas"][2]][1:] == ["<r><t>bold</t></r>", "<r>"]


def test_sources_and_areas_have_their_own_sheets():
    paper = envelope()
    book = opened(paper)
    assert book.sheetnames[1:] == ["Sources", "Areas"]
    said = {row[1].value: row[2] for row in book["Sources"].iter_rows(min_row=2)}
    assert said["Title"].value == paper.title
    assert said["Licence"].value == ATTRIBUTION
    assert said["Date"].value.date() == paper.day
    assert said["Link"].hyperlink.target == LINK
    notes = [row[2].value for row in book["Sources"].iter_rows(min_row=2)]
    assert {*paper.every_note, *paper.sources} <= set(notes)
    areas = [tuple(cell.value for cell in row[1:]) for row in book["Areas"].iter_rows(min_row=2)]
    assert areas == [(legal(name), legal(words)) for name, words in paper.lists]


def test_a_link_too_long_for_excel_is_text():
    paper = replace(membership(), link=f"http://localhost/?option={'x' * 3000}")
    said = {row[1].value: row[2] for row in opened(paper)["Sources"].iter_rows(min_row=2)}
    assert said["Link"].value == paper.link
    assert said["Link"].hyperlink is None


@given(st.lists(st.text(max_size=60), max_size=12))
def test_sheets_have_names_that_excel_takes(titles):
    names = workbooks.sheet_names(titles)
    assert len(names) == len(titles)
    assert len({name.lower() for name in (*names, "Sources", "Areas", "History")}) == len(names) + 3
    for name in names:
        assert name.strip(" '") == name
        assert 0 < len(name.encode("utf-16-le")) / 2 <= 31
        assert not set(name) & set("[]:*?/\\")


def test_papers_of_one_title_have_sheets_of_their_own():
    book = opened(membership(), membership(), envelope())
    assert book.sheetnames[:3] == [
        "Who joins whom 26 leadership",
        "Who joins whom 26 (2)",
        "Running cost allowance 2025-26",
    ]


def test_same_input_same_bytes():
    assert workbooks.xlsx([envelope()]) == workbooks.xlsx([envelope()])


def test_figures_that_are_dots_on_paper_are_a_chart_of_the_very_cells_beside_them():
    paper = envelope()
    title, unit = paper.table.columns[1].heading, paper.table.columns[1].unit
    dots = Dots(title=title, unit=unit, rows=())
    charts = {
        name: content
        for name, content in parts(workbooks.xlsx([replace(paper, charts=(dots,))])).items()
        if name.startswith("xl/charts/")
    }
    (drawn,) = charts.values()
    last = len(paper.table.rows) + 1
    cells = [one.text.rpartition("!")[2] for one in drawn.iter("{*}f")]
    assert f"$B$2:$B${last}" in cells
    assert f"$A$2:$A${last}" in cells
    without = parts(workbooks.xlsx([replace(paper, charts=(replace(dots, title="Else"),))]))
    assert not [name for name in without if name.startswith("xl/charts/")]
