"""Papers: what a picture is called, and what is said to those who cannot see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from footprint.content.values import Chapter
from footprint.papers.paper import SHEETS, file_stem
from tests import paper_samples


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("Board, 3 December", "board-3-december"),
        ("Münster & Cie.", "munster-cie"),
        ("", "map"),
        ("…", "map"),
        ("x" * 111, "x" * 110),
        ("x" * 109 + " y", "x" * 109),
    ],
)
def test_a_file_has_a_short_plain_name(words: str, stem: str) -> None:
    assert file_stem(words) == stem


def test_a_day_is_said_in_words() -> None:
    assert replace(paper_samples.membership(), day=date(2026, 3, 1)).dated == "1 March 2026"


def test_those_who_cannot_see_the_maps_are_told_titles_summary_and_colours() -> None:
    paper = paper_samples.membership()
    (panel,) = paper.panels
    layer = panel.layer
    first, *rest = layer.legend
    key = replace(layer, legend=(first, *(replace(row, counted="A 1, B 2") for row in rest)))
    panels = (panel, replace(panel, heading="Later"))
    said = replace(paper, panels=panels, key=key, summary="In short.").description
    assert said.startswith(f"Map. {layer.title}; Later. In short. {layer.legend_title}: ")
    assert f"{first.words} ({first.count})" in said
    assert "(A 1, B 2)" in said


@pytest.mark.parametrize(
    ("key", "size"),
    [("a4-landscape", (297, 210)), ("a4-portrait", (210, 297)), ("square", (210, 210))],
)
def test_sheets_are_found_by_their_keys(key: str, size: tuple[int, int]) -> None:
    assert (SHEETS[key].width, SHEETS[key].height) == size
    assert SHEETS[key].key == key


def test_a_slide_is_sixteen_by_nine() -> None:
    assert SHEETS["slide"].width / SHEETS["slide"].height == pytest.approx(16 / 9, rel=1e-4)


def test_each_map_of_england_beside_another_has_a_sheet_of_its_own_but_not_in_a_brief() -> None:
    paper = paper_samples.membership()
    (panel,) = paper.panels
    two = replace(paper, panels=(replace(panel, heading="Before"), replace(panel, heading="")))
    assert paper.singles == paper.apart == ()
    first, second = two.apart
    assert (first.title, second.title) == ("Before", panel.layer.title)
    assert first.subtitle == two.title
    assert [one.heading for one in (*first.panels, *second.panels)] == ["", ""]
    for one in (first, second):
        assert one.figures == one.lists == one.every_note == one.table.rows == one.charts == ()
        assert one.table.columns == two.table.columns and one.caption == ""
        assert (one.key, one.summary) == (panel.layer, panel.layer.summary)
    assert replace(two, scope=(1, 2)).apart == ()
    brief = replace(two, chapters=(Chapter("Money", ("So.",)),))
    assert brief.apart == () and len(brief.singles) == 2


@pytest.mark.parametrize(("count", "named"), [(2, True), (3, False), (4, False)])
def test_more_than_two_maps_leave_their_names_to_the_sheets_of_their_own(
    count: int, named: bool
) -> None:
    paper = paper_samples.membership()
    several = replace(paper, panels=paper.panels * count)
    shown = [area for panel in several.overview.panels for area in panel.layer.areas]
    assert any(area.labelled for area in shown) == named
    assert all(one.overview == one and one.crowd for one in several.singles)
    # Two of a part have room for their names beside each other.
    part = replace(several, scope=(1, 2))
    assert len(part.apart) == (0 if named else count)
    assert part.overview == (part if named else part.unnamed)
    assert all(one.scope == part.scope and not one.summary for one in part.apart)


def test_names_crowd_one_map_of_england_and_no_part_of_it() -> None:
    paper = paper_samples.membership()
    (panel,) = paper.panels
    named = sum(area.labelled for area in panel.layer.areas) + len(panel.layer.footprint_names)
    assert paper.crowd == named >= 26
    assert replace(paper, panels=(panel, panel)).crowd == 0
    assert replace(paper, scope=(3,)).crowd == 0
