"""Orders: which formats hold one paper or several, which have a sheet, and names of files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.export.orders import FORMATS, Order, file_name
from footprint.papers.paper import PICTURES, SHEETS
from footprint.print.plain import without
from tests import paper_samples


def test_what_a_format_holds_and_whether_it_has_a_sheet_of_the_readers_choice() -> None:
    assert {key for key, one in FORMATS.items() if one.sized} == {"png", "pdf", "svg", "zip"}
    assert set(FORMATS) - {key for key, one in FORMATS.items() if one.single} == {"zip"}
    several = {key for key, one in FORMATS.items() if one.several}
    assert several == {"pdf", "pptx", "docx", "xlsx", "zip"}


def test_an_order_is_in_colour_on_a_landscape_sheet_unless_it_says_otherwise() -> None:
    order = Order("pdf", (paper_samples.membership(),))
    assert (order.sheet, order.monochrome, order.title) == ("a4-landscape", False, "")


def test_a_file_is_called_after_its_title_and_ends_as_its_format_does() -> None:
    assert file_name("html", "Board, 3 December") == "board-3-december.html"
    paper = paper_samples.membership()
    assert Order("pptx", (paper,)).file_name == file_name("pptx", paper.title)
    assert Order("pptx", (paper,), title="Ours").file_name == "ours.pptx"


def test_a_file_of_a_chart_says_so_and_which_one_in_its_name() -> None:
    assert file_name("svg", "Board, 3 December", "Staff: West") == (
        "board-3-december-chart-staff-west.svg"
    )
    paper = paper_samples.dotted()
    order = Order("png", (paper,), chart=1)
    assert (order.heading, order.charted) == (paper.charts[0].heading, (paper, paper.charts[0]))
    assert order.file_name == file_name("png", paper.title, paper.charts[0].heading)
    assert Order("png", (paper,)).heading == ""
    assert {key for key, one in FORMATS.items() if one.drawn} == {"png", "svg"}


@pytest.mark.parametrize(
    ("key", "dots"), [("map-screen", (1920, 1080)), ("map-column", (1890, 1417))]
)
def test_a_map_alone_has_the_size_it_is_called_by(key, dots):
    sheet = PICTURES[key]
    assert tuple(round(side / 25.4 * sheet.dots) for side in (sheet.width, sheet.height)) == dots


def test_a_column_is_as_tall_as_a_page_allows_where_a_map_has_many_names_to_hold() -> None:
    paper = paper_samples.membership()
    assert paper.crowd > 20
    tall = Order("png", (paper,), "map-column").size
    assert (tall.width, tall.height) == (160, 190)
    # A part has room for its names, a sheet around a map is as it is called, and so is half a page.
    part = Order("png", (replace(paper, scope=(1, 2)),), "map-column").size
    assert part == PICTURES["map-column"]
    assert Order("png", (paper,), "map-half-page").size == PICTURES["map-half-page"]
    # A chart has no names of a map to hold.
    assert Order("png", (paper,), "map-column", chart=1).size == PICTURES["map-column"]
    assert Order("png", (paper,)).size == SHEETS["a4-landscape"]


def test_only_what_is_left_out_is_missing_from_a_map_alone():
    paper = paper_samples.envelope()
    assert without(paper, ()).key == paper.key
    no_legend = without(paper, ["legend"]).key
    assert (no_legend.legend, no_legend.attribution) == ((), paper.key.attribution)
    assert without(paper, ["sources"]).key.attribution == ""
