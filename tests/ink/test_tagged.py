"""Tagged PDF: what a screen reader is given of a sheet, read from the file itself."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest
import shapely

from footprint.ink import tagged
from footprint.ink.pages import Page

DAY = date(2026, 11, 28)


def drawn() -> Page:
    page = Page(100, 80)
    with page.tagged("P", late=True):
        page.words(5, 75, "Made on 28 November 2026.", 6)
    with page.tagged("H1"):
        page.words(5, 10, "The title", 14, bold=True)
    with page.tagged("Figure", "Map. Two squares."):
        page.shape(shapely.box(10, -60, 40, -30), "#336699")
        with page.tagged("P"):
            page.words(12, 50, "West", 7)
    with page.tagged("Table"), page.tagged("TR"), page.tagged("TH"):
        page.words(50, 50, "Residents", 7, url="https://example.org/here")
    page.lines([[(5, -20), (95, -20)]], "#000000", 0.5)
    return page


@pytest.fixture(scope="module")
def written() -> pikepdf.Pdf:
    marks = [tagged.Bookmark("The title", 0)]
    made = tagged.pdf([drawn().figure, drawn().figure], "Two sheets", DAY, marks)
    return pikepdf.open(io.BytesIO(made))


def kinds(element: pikepdf.Object) -> list:
    inner = [kinds(one) for one in element.K if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    return [str(element.S), *inner]


def test_a_document_says_its_language_and_title_and_that_it_is_tagged(written) -> None:
    assert written.Root.Lang == "en-GB"
    assert written.Root.MarkInfo.Marked
    assert written.Root.ViewerPreferences.DisplayDocTitle
    with written.open_metadata() as about:
        assert (about["dc:title"], about["pdfuaid:part"]) == ("Two sheets", "1")


def test_elements_stand_in_reading_order_and_small_print_comes_last(written) -> None:
    (document,) = written.Root.StructTreeRoot.K
    one = [["/H1"], ["/Figure"], ["/Table", ["/TR", ["/TH"]]], ["/P"]]
    assert kinds(document) == ["/Document", *one, *one, ["/Link"], ["/Link"]]


def test_a_figure_says_what_it_shows_and_where_it_is(written) -> None:
    figure = written.Root.StructTreeRoot.K[0].K[1]
    assert figure.Alt == "Map. Two squares."
    assert len(figure.A.BBox) == 4
    assert len(figure.K) == 2, "its shape and its name are parts of it"


def test_everything_drawn_is_a_part_of_an_element_or_ornament(written) -> None:
    for page in written.pages:
        depth, drawn_outside = 0, 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            drawn_outside += depth == 0 and operator in ("f", "S", "B", "Tj", "TJ")
            assert depth in (0, 1)
        assert (depth, drawn_outside) == (0, 0)


def test_every_mark_on_a_page_leads_to_its_element(written) -> None:
    numbers = list(written.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in written.pages:
        marks = [
            int(instruction.operands[1].MCID)
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "BDC"
        ]
        assert marks == list(range(len(parents[int(page.StructParents)])))
        (link,) = page.Annots
        assert parents[int(link.StructParent)].S == "/Link"


def test_bookmarks_open_their_pages(written) -> None:
    with written.open_outline() as outline:
        assert [one.title for one in outline.root] == ["The title"]


def test_an_address_says_where_it_leads_and_is_printed_with_the_sheet(written) -> None:
    for page in written.pages:
        (link,) = page.Annots
        assert str(link.Contents) == "Opens https://example.org/here"
        # The third of its flags alone, which says that it is printed.
        assert int(link.F) == 0b100
