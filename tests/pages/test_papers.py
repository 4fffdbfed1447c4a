"""Papers of every page: what stands on paper is what stands on the screen, to the last digit."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from lxml import etree

from footprint.charts.dots import Dots
from footprint.content.values import Picture
from footprint.export.make import make
from footprint.export.orders import Order
from footprint.measures.units import MILLIONS
from footprint.pages.addresses import read
from footprint.pages.catalogue import PAGES as EVERY_PAGE
from footprint.papers import contents
from footprint.papers.paper import Paper
from tests.pages.test_pages import shown, words
from tests.shared_workspace import WORK

DAY = date(2026, 11, 22)
BY_SCRIPT = {page.script: page for page in EVERY_PAGE}
PAGES = [page.script for page in EVERY_PAGE if page.content]
NUMBER = re.compile(r"£?\d[\d,]*(?:\.\d+)?(?:m|%| km²)?")


def picture(page: str, **asked: str) -> Picture:
    return BY_SCRIPT[page].content(WORK, read(WORK, asked)[0]).picture


def paper(page: str, part: str = "", **asked: str) -> Paper:
    return contents.paper(WORK, picture(page, **asked), part, link="http://here/", day=DAY)


def screen(page: str, **asked: str) -> str:
    app = shown("" if page == "app.py" else page, **asked)
    told = " ".join(frame.value.to_csv() for frame in app.get("arrow_data_frame"))
    return html.unescape(re.sub(r"<[^>]+>", " ", f"{words(app)} {told}"))


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_of_the_paper_is_on_the_screen(page: str) -> None:
    shown = screen(page)
    for row in paper(page).table.texts():
        for cell in row:
            for number in NUMBER.findall(cell):
                assert number in shown, (page, row)


@pytest.mark.parametrize("page", ["app.py", "pages/Clusters.py"])
@pytest.mark.parametrize("measure", ["imd", "envelope", "density"])
def test_a_measure_says_the_same_in_table_map_and_paper(page: str, measure: str) -> None:
    shown, made = screen(page, measure=measure), paper(page, measure=measure)
    drawn = {area.name: area.value.removesuffix(" by share") for area in made.panels[0].layer.areas}
    for name, _, value, *_ in made.table.texts():
        said = value.removesuffix(" (worked out by share)")
        assert drawn[name] == said
        assert said in shown


@pytest.mark.parametrize("page", PAGES)
def test_every_paper_has_its_words_sources_and_link(page: str) -> None:
    made = paper(page)
    assert made.title and made.summary and made.subtitle and made.figures
    assert made.link == "http://here/"
    assert made.sources and made.data_version == WORK.manifest.data_version
    assert made.table.rows
    assert "**" not in f"{made.title}{made.subtitle}{made.summary}{made.notes}"


def test_the_areas_in_words_name_every_district_once() -> None:
    told = " ".join(words for _, words in paper("pages/Clusters.py").lists)
    for name in WORK.atlas.authorities["lad_name"]:
        assert name in told


def test_a_regional_option_is_framed_by_its_own_footprints() -> None:
    asked = {"plan": "east-model-a"}
    parts = contents.parts(WORK, picture("pages/Clusters.py", **asked))
    assert next(iter(parts)) == contents.OWN
    made = paper("pages/Clusters.py", contents.OWN, **asked)
    assert len(made.scope) == 52
    assert [row[0] for row in made.table.rows] == [
        "Norfolk, Suffolk, Cambridgeshire and Peterborough",
        "Hertfordshire, Bedfordshire, Luton and Milton Keynes",
        "Essex",
    ]


def test_a_regional_paper_says_the_same_of_its_region_in_words_figures_and_legend() -> None:
    made = paper("pages/Money.py", contents.OWN, plan="east-model-a")
    figures = dict(made.figures)
    values = [row[2] for row in made.table.rows]
    label = "Envelope at £18.76 (worked out), £ million"
    total = MILLIONS.text(sum(values))
    assert figures["ICBs"] == "3"
    assert figures[f"{label}: East of England"] == total
    assert f"The East of England in all: {total}" in made.summary
    assert "Shropshire" not in made.summary
    counts = {row.words: row.count for row in made.key.legend}
    assert counts.pop("Outside the East of England") == 36
    assert sum(counts.values()) == 3


def test_a_region_of_a_national_plan_is_told_by_what_lies_there() -> None:
    made = paper("app.py", "London")
    assert "London in all: 9,089,736." in made.summary
    own = paper("pages/Clusters.py", contents.OWN, plan="east-model-c")
    assert ("Outside the East of England", 36) in [(row.words, row.count) for row in own.key.legend]


def test_one_footprint_or_one_region_can_be_the_whole_picture() -> None:
    asked = {"area": "QHM"}
    parts = contents.parts(WORK, picture("app.py", **asked))
    assert parts[contents.SELECTED] == "North East and North Cumbria"
    assert parts["London"] == "NHS region: London"
    made = paper("app.py", contents.SELECTED, **asked)
    assert [row[0] for row in made.table.rows] == ["North East and North Cumbria"]
    outside = "Outside North East and North Cumbria"
    rows = [row for row in made.key.legend if row.words != outside]
    assert [row.count for row in rows if row.count] == [1]
    assert len(paper("app.py", "London").scope) == 33


def test_the_selected_footprint_is_outlined_and_its_figures_are_the_key_ones() -> None:
    made = paper("app.py", area="QHM", measure="imd")
    assert made.panels[0].selected == "QHM"
    assert ("Deprivation score (IMD 2025)", "27.9") in made.figures


def test_a_comparison_has_two_maps_under_one_legend() -> None:
    made = paper("pages/Compare.py")
    assert [panel.heading[:2] for panel in made.panels] == ["A:", "B:"]
    assert all(row.counted for row in made.key.legend)
    assert len(paper("pages/Compare.py", show="moves").panels) == 1


def test_a_part_of_a_map_by_the_users_assumptions_is_told_by_them_alone() -> None:
    part = paper("pages/Money.py", "London", cap="20")
    assert "London in all: £207.7m." in part.summary
    assert "people)" not in part.summary
    assert ("Envelope at your £20.00 (yours), £ million: London", "£207.7m") in part.figures
    staff = paper("pages/Money.py", "London", cap="20", measure="staff")
    assert "London in all" in staff.summary


def test_money_by_the_users_assumptions_says_so_on_paper() -> None:
    made = paper("pages/Money.py", cap="20")
    assert "assumptions somebody typed" in made.subtitle
    assert ("Cap", "£20.00 per weighted head") in made.figures


CHARTED = {
    "app.py": {},
    "pages/My_ICB.py": {"area": "QJK"},
    "pages/Clusters.py": {},
    "pages/Money.py": {"area": "QHM"},
    "pages/Compare.py": {},
    "pages/Every_option.py": {},
}


@pytest.mark.parametrize(("page", "asked"), CHARTED.items(), ids=CHARTED)
def test_every_chart_of_a_page_is_a_drawing_of_its_own_with_the_very_figures(
    page: str, asked: dict[str, str]
) -> None:
    made = paper(page, **asked)
    offered = contents.charts_of(WORK, picture(page, **asked), "")
    assert [chart.heading for chart in offered] == [chart.heading for chart in made.charts]
    assert offered
    for number, chart in enumerate(offered, start=1):
        order = Order("svg", (made,), editable=True, chart=number)
        assert "-chart-" in order.file_name
        drawn = etree.fromstring(make(order, lambda *_: None))
        said = " ".join(" ".join(drawn.itertext()).split())
        for told in (made.title, chart.heading, "Source: Office for National Statistics"):
            assert told in said
        for row in chart.rows if isinstance(chart, Dots) else ():
            # What a figure is besides, its mark says, and the key says what marks are.
            assert row.text.partition(" (")[0] in said and chart.key in said
        assert made.sources[-1] in said
