"""Office files as another program opens them: nothing lost, nothing on top of anything."""

import csv
import re
from dataclasses import replace
from itertools import combinations

import pytest

from footprint.content.values import Column, Table
from footprint.maps.layer import ATTRIBUTION
from footprint.measures import units
from footprint.measures.catalogue import MEASURES
from footprint.office import document_pages, documents, workbooks
from footprint.papers.words import legal
from footprint.slides import decks, slides
from tests.office_reading import (
    EVERY_SHEET,
    NAMES,
    PAPERS,
    converted,
    drawn,
    marked,
    needs_office,
    picture,
    said,
    sizes,
    words,
)
from tests.paper_samples import membership

pytestmark = needs_office

PACK = ("envelope", "short_table", "bare")
UNITS = {
    replace(unit, name=""): unit
    for unit in (
        *(measure.unit for measure in MEASURES),
        units.Unit("£ per weighted head", 2, "£", " per weighted head"),
        units.Unit("posts", suffix=" posts"),
        units.Unit("points", 2, suffix=" points", commas=False),
        units.Unit("no words", 3, commas=False),
    )
}
VALUES = (
    0.0,
    0.005,
    0.05,
    0.125,
    0.135,
    0.25,
    0.35,
    0.5,
    0.999,
    1.005,
    1.5,
    2.5,
    18.755,
    999.5,
    1234.5,
    26_149_999.0,
    26_150_000.0,
    26_250_000.0,
    58_620_101.0,
    -0.625,
    -1.5,
    -2_650_000.0,
)


def written(name, papers):
    return {
        f"{name}.slides.pptx": slides.pptx(papers, [picture(slides.PICTURE)] * len(papers)),
        f"{name}.document.docx": documents.docx(
            papers, [picture(document_pages.PICTURE)] * len(papers)
        ),
    }


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory):
    files = {}
    for name, make in PAPERS.items():
        files |= written(name, [make()])
    files |= written("pack", [PAPERS[name]() for name in PACK])
    return converted(files, "pdf", tmp_path_factory.mktemp("pdfs"))


def numbers():
    """A paper with every unit there is, and figures that are hard to round."""
    columns = (Column("Value"), *(Column(unit.name, unit) for unit in UNITS.values()))
    rows = tuple((str(value), *(value * unit.per for unit in UNITS.values())) for value in VALUES)
    return replace(membership(), title="Numbers", table=Table("Numbers", columns, rows))


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    files = {f"{name}.xlsx": workbooks.xlsx([make()]) for name, make in PAPERS.items()}
    files["numbers.xlsx"] = workbooks.xlsx([numbers()])
    made = converted(files, EVERY_SHEET, tmp_path_factory.mktemp("sheets"))
    found = {}
    for path in made.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as opened:
            name, _, sheet = path.stem.partition("-")
            kind = sheet if sheet in ("Sources", "Areas") else "Figures"
            found[name, kind] = list(csv.reader(opened))
    return found


def plain(text):
    """Words as they come out of a PDF, up to the first that its fonts or its order change."""
    return " ".join(re.split(r"[^\x20-\u024f\u2013-\u201d£²]", legal(text))[0].split())


@pytest.mark.parametrize("kind", ["slides", "document"])
@pytest.mark.parametrize("name", PAPERS)
def test_every_name_and_figure_is_on_the_page(pdfs, name, kind):
    paper, whole = PAPERS[name](), said(pdfs / f"{name}.{kind}.pdf")
    cells = [cell for row in paper.table.texts() for cell in row]
    titles = (paper.title, paper.subtitle, paper.summary, paper.dated)
    for text in (*titles, *cells, *(text for _, text in paper.figures)):
        assert plain(text) in whole
    assert set(ATTRIBUTION.split()) <= set(whole.split())


@pytest.mark.parametrize("name", PAPERS)
def test_a_slide_is_a_page_and_no_page_is_blank(pdfs, name):
    for kind in ("slides", "document"):
        pages = drawn(pdfs / f"{name}.{kind}.pdf")
        # One line more than the foot that every page has.
        assert all(marked(page) > 0.005 for page in pages)
        # The picture is on the first page, or across the second; nothing else is as large.
        across = [page for page in pages[:2] if page.width > page.height]
        assert marked((across or pages)[0]) > 0.3
    wide = drawn(pdfs / f"{name}.slides.pdf")[0]
    assert wide.width / wide.height == pytest.approx(16 / 9, rel=0.02)


@pytest.mark.parametrize("name", [*PAPERS, "pack"])
def test_no_words_stand_on_others_or_leave_the_page(pdfs, name):
    for kind in ("slides", "document"):
        pdf = pdfs / f"{name}.{kind}.pdf"
        for page, (width, height) in zip(words(pdf), sizes(pdf), strict=True):
            assert all(word.left > 5 and word.right < width - 5 for word in page)
            assert all(word.top > 2 and word.bottom < height - 2 for word in page)
            written = [word for word in page if re.search(r"\w", word.text)]
            assert [pair for pair in combinations(written, 2) if on_another(*pair)] == []


def on_another(one, other):
    """Whether a word lies on another by more than the blank above and below letters."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    lower = min(one.bottom - one.top, other.bottom - other.top)
    return wide > 0.5 and high > 0.4 * lower


@pytest.mark.parametrize("name", PAPERS)
def test_the_words_of_a_slide_keep_off_its_map(pdfs, name):
    kept = decks.room(decks.layout(decks.deck(""), decks.MAP), "Map").box
    for word in words(pdfs / f"{name}.slides.pdf")[0]:
        beside = word.left > kept.right
        assert beside or word.bottom < kept.top + 0.5 or word.top > kept.bottom


def test_the_head_of_a_long_table_stands_on_each_of_its_pages(pdfs):
    for kind in ("slides", "document"):
        pages = words(pdfs / f"long_table.{kind}.pdf")
        with_rows = [page for page in pages if sum(word.text == "Kent" for word in page) > 0]
        heads = [page for page in pages if "IMD" in [word.text for word in page]]
        assert len(heads) >= 3
        assert len(with_rows) >= 3


def test_a_pack_has_the_pages_of_its_papers(pdfs):
    for kind in ("slides", "document"):
        alone = sum(len(words(pdfs / f"{name}.{kind}.pdf")) for name in PACK)
        assert len(words(pdfs / f"pack.{kind}.pdf")) == alone
    whole = said(pdfs / "pack.document.pdf")
    assert all(f"Figure {number}:" in whole for number in (1, 2, 3))


@pytest.mark.parametrize("name", PAPERS)
def test_a_sheet_shows_what_the_screen_shows(sheets, name):
    paper = PAPERS[name]()
    _, *rows = sheets[name, "Figures"]
    marks = [
        place
        for place in range(1, len(paper.table.columns))
        if any(where == place for _, where in paper.table.estimated)
    ]
    for line, (row, shown) in enumerate(
        zip(rows, replace(paper.table, estimated=frozenset()).texts(), strict=True)
    ):
        for place in reversed(marks):
            mark = row.pop(place + 1)
            assert mark == ("worked out by share" if (line, place) in paper.table.estimated else "")
        assert row == [legal(cell) for cell in shown]


def test_every_unit_shows_the_digits_the_screen_shows(sheets):
    _, *rows = sheets["numbers", "Figures"]
    assert rows == [list(row) for row in numbers().table.texts()]


def test_names_that_break_files_are_shown_as_they_are(sheets):
    shown = [row[0] for row in sheets["awkward", "Figures"][1:]]
    assert shown == [legal(name) for name in NAMES.values()]
    areas = [row[1] for row in sheets["awkward", "Areas"][1:]]
    assert areas == shown


@pytest.mark.parametrize("name", PAPERS)
def test_sources_are_in_the_workbook(sheets, name):
    paper = PAPERS[name]()
    texts = [row[2] for row in sheets[name, "Sources"]]
    for text in (paper.title, paper.summary, paper.dated, ATTRIBUTION, *paper.sources):
        assert legal(text) in texts
