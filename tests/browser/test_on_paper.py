"""What a browser prints: a page of paper with the words, the map and its table, and no controls."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from tests.browser.conftest import Visit

PAGES = (
    "/?area=QJK",
    "/Clusters",
    "/Money?area=tv",
    "/Criteria?plan=icb-2023",
    "/Local_authorities?area=E07000089&plan=icb-2023",
    "/Compare?measure=residents&area=QJK",
    "/Draw_an_option",
)
# The width of an A4 sheet less its margins, in the pixels of a style sheet.
SHEET = 703
# A word of the glossary is a part of its sentence, and on paper nothing more.
CONTROLS = (
    "button:not(.word), input, select, textarea, summary, [role=combobox], [role=slider], nav a"
)
PARTS = (
    "h1, .st-key-sentence, :is(.st-key-map, .st-key-maps) iframe, .st-key-card, "
    ".plain:not(.st-key-card *), .legend:not(.st-key-map *)"
)
SEEN = "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML)"
BOXES = """(parts) => parts.filter((part) => part.checkVisibility()).map((part) => {
  const { left, right, top, bottom } = part.getBoundingClientRect();
  return [left, right, top, bottom];
})"""


def name(path: str) -> str:
    """A page's own part of its address."""
    return path.split("?")[0]


@pytest.fixture(scope="module", params=PAGES, ids=name)
def visit(request, windows, app) -> Iterator[Visit]:
    """A page to be printed, loaded once for every look at it."""
    with windows.open(app) as window:
        yield window().open(request.param)


def printed(visit: Visit, file: Path) -> str:
    """Print a page on A4, and return its words."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: poppler-utils).")
    visit.page.pdf(path=file, format="A4", print_background=True)
    said = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True)
    return re.sub(r"\s+", " ", said.stdout)


def test_the_paper_has_name_sentence_legend_table_and_source(visit, tmp_path):
    words = printed(visit, tmp_path / "page.pdf")
    page = visit.page
    heading = page.locator("h1").inner_text()
    legend = page.locator(".legend b").first.inner_text()
    table = page.locator(".plain caption").first.inner_text()
    sentence = page.locator(".st-key-sentence").inner_text()[:40]
    for said in (heading, legend, table, sentence, "Source: Office for National Statistics"):
        assert said in words
    for control in ("Plan or option", "Find an", "Take this map away", "Leadership teams Land"):
        assert control not in words


def test_on_paper_there_is_no_control_and_nothing_lies_on_anything(visit):
    page = visit.page
    try:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": SHEET, "height": 1032})
        page.wait_for_timeout(300)
        assert page.locator(CONTROLS).evaluate_all(SEEN) == []
        # The bars above the maps of Compare say which is which.
        in_frame = visit.frame.locator("button:not(.footprint-bar), .leaflet-control-zoom a")
        assert not any(one.is_visible() for one in in_frame.all())
        boxes = page.locator(PARTS).evaluate_all(BOXES)
        for left, right, top, bottom in boxes:
            assert 0 <= left < right <= SHEET + 1 and top < bottom
        for one, other in combinations(boxes, 2):
            across = min(one[1], other[1]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[2], other[2])
            assert across <= 0 or down <= 0, (one, other)
    finally:
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1440, "height": 900})


def test_a_long_table_says_its_headings_on_every_sheet(window, tmp_path):
    visit = window().open("/?plan=icb-2023")
    visit.settled()
    words = printed(visit, tmp_path / "page.pdf")
    sheets = subprocess.run(["pdfinfo", tmp_path / "page.pdf"], capture_output=True, text=True)
    assert "(A4)" in sheets.stdout
    assert words.count("What it is") > 1
    assert words.count("Devon ICB") == 1


def test_from_a_phone_the_legend_stands_beside_the_map(phone):
    visit = phone.open("/")
    visit.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    visit.page.emulate_media(media="print")
    visit.page.set_viewport_size({"width": SHEET, "height": 1032})
    legend = visit.page.locator(".legend").bounding_box()
    frame = visit.page.locator(".st-key-map iframe").bounding_box()
    assert legend["y"] + legend["height"] <= frame["y"] + 1
    assert frame["width"] == pytest.approx(358, abs=1)
