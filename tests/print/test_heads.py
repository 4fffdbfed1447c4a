"""Heads: what stands above and below the maps of a sheet, and what each map is asked to have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.content.values import Chapter
from footprint.ink.blocks import Entry
from footprint.ink.pages import Page
from footprint.ink.shapes import Window, bounds
from footprint.ink.vectors import Framed, Written
from footprint.ink.words import line_height, width
from footprint.maps.palette import HOUSE_BLUE, RULE
from footprint.papers.box import Box
from footprint.papers.paper import SHEETS, Paper
from footprint.print import sheet
from footprint.print.layouts import Column, Layout
from footprint.print.plots import LONDON, Plot, Wishes
from tests.paper_samples import membership
from tests.shared_workspace import WORK

POINT = 25.4 / 72
PAPER = replace(membership(), title="Clusters", subtitle="Of England", link="", sources=())
TWO = replace(PAPER, panels=PAPER.panels * 2)
PART = replace(PAPER, scope=(0, 1))
INNER = Box(12, 12, 273, 186)


def words(page: Page) -> list[Written]:
    return [one for one in page.figure.vectors if isinstance(one, Written)]


def frames(page: Page) -> list[Framed]:
    return [one for one in page.figure.vectors if isinstance(one, Framed)]


def test_a_rule_stands_below_title_and_subtitle_and_the_rest_below_that() -> None:
    page = Page(297, 210)
    left = sheet.head(page, PAPER, INNER, bare=False)
    title, under = words(page)
    assert (title.words, title.size, title.bold) == ("Clusters", 20, True)
    assert title.baseline == pytest.approx(12 - 1.5 + 0.98 * 20 * POINT)
    top = 12 - 1.5 + line_height(20) + 0.8
    assert under.baseline == pytest.approx(top + 0.98 * 9 * POINT)
    (rule,) = frames(page)
    end = top + line_height(9)
    assert (rule.box.left, rule.box.width, rule.box.height) == (12, 273, 0.7)
    assert rule.box.top == pytest.approx(end + 1.3) and rule.fill == HOUSE_BLUE
    assert left.top == pytest.approx(end + 2 + 4)
    assert left.bottom == pytest.approx(INNER.bottom)
    assert (left.left, left.width) == (12, 273)


def test_a_bare_map_has_no_head_and_one_without_a_subtitle_begins_higher() -> None:
    page = Page(297, 210)
    assert sheet.head(page, PAPER, INNER, bare=True) == INNER
    assert words(page) == []
    less = sheet.head(page, replace(PAPER, subtitle=""), INNER, bare=False)
    more = sheet.head(Page(297, 210), PAPER, INNER, bare=False)
    assert more.top - less.top == pytest.approx(line_height(9) + 0.8)


@pytest.mark.parametrize("size", [20, 18, 17, 16])
def test_a_title_is_on_one_line_in_the_largest_letters_that_allow_it(size: int) -> None:
    words = "Clusters in England"
    (line,) = sheet._title(words, width(words, size, bold=True) + 0.01)
    assert (line.words, line.size, line.bold) == (words, size, True)


@pytest.mark.parametrize(
    ("count", "fits", "size", "rows"),
    [(4, 18, 18, 2), (4, 16, 16, 2), (5, 14, 14, 3), (9, 14, 12, 5)],
)
def test_a_long_title_is_on_two_lines_or_in_smaller_letters_on_three(
    count: int, fits: float, size: float, rows: int
) -> None:
    """Two words stand on a line in letters that fit, and one in larger ones."""
    wide = width("Footprint Footprint", fits, bold=True) + 0.01
    lines = sheet._title(" ".join(["Footprint"] * count), wide)
    assert ({line.size for line in lines}, len(lines)) == ({size}, rows)
    assert all(line.bold for line in lines)


def test_a_rule_stands_above_what_is_said_at_the_foot_of_a_sheet() -> None:
    page = Page(297, 210)
    left = sheet.foot(page, PAPER, INNER, 6.5, bare=False)
    (rule,) = frames(page)
    first, *_, last = words(page)
    rows = len({round(one.baseline, 3) for one in words(page)})
    top = 198 - rows * line_height(6.5)
    assert first.baseline == pytest.approx(top + 0.98 * 6.5 * POINT)
    assert (rule.box.left, rule.box.width) == (12, 273) and rule.fill == RULE
    assert (rule.box.top, rule.box.height) == pytest.approx((top - 1.35, 0.15))
    assert left.bottom == pytest.approx(top - 4)
    assert left.top == 12
    assert any(PAPER.dated in one.words for one in (first, last))


def test_a_bare_map_says_only_its_sources_at_its_foot() -> None:
    page = Page(297, 210)
    left = sheet.foot(page, PAPER, INNER, 6.5, bare=True)
    assert frames(page) == []
    assert not any(PAPER.dated in one.words for one in words(page))
    top = 198 - len(words(page)) * line_height(6.5)
    assert left.bottom == pytest.approx(top - 1.5)


LED = Chapter("In five lines", (), lines=(("The legal body", "NHS Ash."),))


def led(*, body: Box = INNER, said: str = "NHS Ash.") -> tuple[Box, list]:
    page = Page(297, 210)
    paper = replace(PART, chapters=(replace(LED, lines=(("The legal body", said),)),))
    return sheet._led(page, paper, body), words(page)


def test_what_leads_a_paper_stands_above_its_maps() -> None:
    left, said = led()
    assert any("NHS Ash." in one.words for one in said)
    assert min(one.baseline for one in said) > 11
    assert left.top > max(one.baseline for one in said) + 3
    assert left.bottom == pytest.approx(INNER.bottom)
    assert sheet._led(Page(297, 210), PART, INNER) == INNER


def test_what_leads_a_paper_is_smaller_where_it_would_take_too_much() -> None:
    _, few = led()
    assert {one.size for one in few} == {11}
    _, many = led(body=replace(INNER, height=20), said="NHS Ash. " * 60)
    assert {one.size for one in many} == {10}


def test_a_part_of_england_has_room_round_it_and_all_of_it_four_kilometres() -> None:
    west, south, east, north = bounds(WORK.shapes, ())
    assert sheet._extent(PAPER, WORK.shapes) == (
        west - 4_000,
        south - 4_000,
        east + 4_000,
        north + 4_000,
    )
    w, s, e, n = bounds(WORK.shapes, (0, 1))
    edge = 0.07 * max(e - w, n - s)
    assert sheet._extent(PART, WORK.shapes) == pytest.approx(
        (w - edge, s - edge, e + edge, n + edge)
    )


def wishes(paper: Paper, *, bare: bool = False, first: bool = True, aside: bool = False) -> Wishes:
    names = sheet._Names(sheet._letters(paper, SHEETS["slide"], bare), numbers=not bare)
    return sheet._wishes(paper, paper.panels[0], names, aside=aside, first=first)


def test_only_the_first_map_of_land_has_a_scale_bar() -> None:
    assert wishes(PAPER).bar
    assert not wishes(PAPER, first=False).bar
    assert not wishes(replace(PAPER, ground="people")).bar


def test_london_has_an_inset_on_maps_of_all_the_land() -> None:
    assert wishes(PAPER).london
    assert not wishes(PART).london
    assert not wishes(replace(PAPER, ground="people")).london
    assert (wishes(PAPER).aside, wishes(PAPER, aside=True).aside) == (False, True)


def test_names_of_one_part_are_larger_and_those_in_a_picture_are_read_from_afar() -> None:
    assert wishes(PART).sizes[0] == 10
    assert wishes(PAPER).sizes[0] == 8
    assert wishes(replace(TWO, scope=(0,))).sizes[0] == 8
    assert wishes(PAPER, bare=True).sizes[0] == wishes(PART, bare=True).sizes[0] == 11
    smaller = replace(SHEETS["slide"], least=8.0)
    assert sheet._letters(PAPER, smaller, bare=True) == (10, 9, 8.5, 8)
    assert sheet._letters(PAPER, smaller, bare=False)[0] == 8
    assert sheet._letters(TWO, smaller, apart=True) == (9, 8.5, 8)
    assert min(wishes(PAPER).sizes) == 6.5 and min(wishes(PAPER, bare=True).sizes) == 9


def test_where_there_are_several_maps_names_stand_near_and_pictures_have_no_numbers() -> None:
    assert (wishes(PAPER).near, wishes(TWO).near) == (0, 0.4)
    assert wishes(replace(TWO, scope=(0,))).near == 0
    assert wishes(TWO).numbers and wishes(PAPER, bare=True).numbers
    assert not wishes(TWO, bare=True).numbers
    assert (wishes(PAPER).plates, wishes(PART).plates) == (False, True)


def test_names_that_may_not_be_left_out_are_those_with_land_in_the_part() -> None:
    areas = PAPER.panels[0].layer.area_of_block
    assert wishes(PAPER).must == {*areas}
    assert wishes(PART).must == {areas[0], areas[1]}
    assert wishes(PAPER).frames == frozenset()
    assert sheet._must(PART, ()) == frozenset()


def laid(spare: Box | None) -> Layout:
    return Layout((Box(12, 30, 190, 150),), (Column(212, 30, 70, 150, []),), 9, spare)


ASPECT = (LONDON[2] - LONDON[0]) / (LONDON[3] - LONDON[1])


def test_london_stands_at_the_foot_of_a_column_as_wide_as_it_where_that_is_tall_enough() -> None:
    box = sheet._aside(PAPER, laid(Box(212, 80, 70, 100)))
    assert (box.left, box.width, box.bottom) == (212, 70, 180)
    assert box.height == pytest.approx(70 / ASPECT)
    assert sheet._below_words(box) == pytest.approx(box.height + 6)
    assert sheet._below_words(None) == 0


def test_london_is_smaller_where_a_column_is_low_and_left_out_where_it_is_lower_still() -> None:
    box = sheet._aside(PAPER, laid(Box(212, 130, 70, 50)))
    assert box.height == pytest.approx(50 - 6)
    assert box.width == pytest.approx(44 * ASPECT)
    least = 36 / ASPECT + 6
    assert sheet._aside(PAPER, laid(Box(212, 100, 70, least + 0.01)))
    assert sheet._aside(PAPER, laid(Box(212, 100, 70, least - 0.01))) is None


def test_london_is_aside_of_one_map_of_all_england_alone() -> None:
    spare = Box(212, 80, 70, 100)
    assert sheet._aside(PAPER, laid(None)) is None
    assert sheet._aside(TWO, laid(spare)) is None
    assert sheet._aside(PART, laid(spare)) is None


def plot(numbers: int) -> Plot:
    class Numbered(Plot):
        numbers = 0

    made = Numbered(PAPER.panels[0], Window(Box(0, 0, 9, 9), 0, 0, 1), {}, ())
    object.__setattr__(made, "numbers", numbers)
    return made


def settled(
    monkeypatch: pytest.MonkeyPatch, paper: Paper, found: list[int]
) -> tuple[list[Plot], list[float]]:
    """The plots that are taken of some that need so many numbers, and how each was looked for."""
    eased: list[float] = []
    counts = iter(found)

    def window(box: Box, _: object, ease: float = 1.0, **__: float) -> Window:
        eased.append(ease)
        return Window(box, 0, 0, 1)

    monkeypatch.setattr(sheet, "window", window)
    monkeypatch.setattr(sheet, "coverage", lambda *_: None)
    monkeypatch.setattr(sheet, "plotted", lambda *_: replace_bar(next(counts)))
    maps = [Box(0, 0, 100, 100)] * len(paper.panels)
    laid = Layout(tuple(maps), (), 9)
    plots, _ = sheet._plots(paper, laid, WORK.shapes, sheet._Names((8.0, 7.0)), aside=False)
    return plots, eased[1:]


def replace_bar(numbers: int) -> Plot:
    made = plot(numbers)
    object.__setattr__(made, "bar", Box(0, 0, 9, 9))
    return made


def test_more_sea_is_looked_for_only_where_a_name_has_become_a_number(monkeypatch) -> None:
    (kept,), eased = settled(monkeypatch, PAPER, [0])
    assert (kept.numbers, eased) == (0, [1.0])
    (kept,), eased = settled(monkeypatch, PAPER, [18, 16])
    assert (kept.numbers, eased) == (16, [1.0, 0.93])
    (kept,), _ = settled(monkeypatch, PAPER, [16, 17])
    assert kept.numbers == 16


def test_the_land_is_smaller_still_where_that_leaves_none_of_a_few_numbers(monkeypatch) -> None:
    # First with less room for London.
    large, small = [1.0, 0.93], [0.87, 0.79]
    (kept,), eased = settled(monkeypatch, PAPER, [9, 5, 0])
    assert (kept.numbers, eased) == (0, [*large, 1.0])
    (kept,), eased = settled(monkeypatch, PAPER, [9, 5, 2, 1, 0])
    assert (kept.numbers, eased) == (0, [*large, *large, 0.87])
    (kept,), eased = settled(monkeypatch, PAPER, [9, 5, 2, 1, 1, 2, 3, 0])
    assert (kept.numbers, eased) == (0, [*large, *large, *small, *small])
    # A smaller map with a number is worse than a larger one with a few.
    (kept,), eased = settled(monkeypatch, PAPER, [9, 3, *[1] * 6])
    assert (kept.numbers, eased) == (3, [*large, *large, *small, *small])
    people = replace(PAPER, ground="people")
    (kept,), eased = settled(monkeypatch, people, [9, 3])
    assert (kept.numbers, eased) == (3, [1.0, 0.93])


def test_a_part_and_several_maps_are_as_large_as_they_can_be(monkeypatch) -> None:
    assert settled(monkeypatch, PART, [3])[1] == [1.0]
    assert settled(monkeypatch, TWO, [3, 3])[1] == [1.0, 1.0]


def test_a_bar_for_which_there_is_no_sea_stands_under_the_first_map(monkeypatch) -> None:
    asked: list[tuple[float, bool]] = []

    def plotted(_: object, window: Window, __: object, wish: Wishes) -> Plot:
        asked.append((window.box.height, wish.bar))
        return Plot(PAPER.panels[0], window, {}, ())

    monkeypatch.setattr(sheet, "plotted", plotted)
    monkeypatch.setattr(sheet, "window", lambda box, *_, **__: Window(box, 0, 0, 0.001))
    maps = [Box(10, 20, 100, 80), Box(120, 20, 100, 80)]
    laid = Layout(tuple(maps), (), 9)
    first, second = sheet._with_bar_below(TWO, laid, (), None, [wishes(TWO), wishes(TWO)])
    assert asked == [(71, False)] * 2
    assert second.bar is None
    assert first.bar.right == pytest.approx(110)
    assert (first.bar.top, first.bar.height) == (91, 9)


def test_letters_of_a_sheet_are_of_one_size_but_for_lists_notes_and_the_summary() -> None:
    paper = replace(PART, notes=("A note.",), summary="A summary.", caption="A caption.")
    said, _, key, _, caption, listed, notes = sheet._blocks(
        paper, 80, 9, bare=False, numbered=[Entry("West")]
    )
    assert [block[0].size for block in (said, key, caption, listed, notes)] == [9.5, 9, 9, 8.5, 8]
    _, _, bare_list = sheet._blocks(paper, 80, 9, bare=True, numbered=[Entry("West")])
    assert bare_list[0].size == 9
    small = sheet._blocks(paper, 80, 6.5, bare=False, numbered=[Entry("West")])
    assert small[-1][0].size == small[-2][0].size == 6.5
    leading = replace(paper, chapters=(LED,))
    assert sheet._blocks(leading, 80, 9, bare=False, numbered=[])[0] == []
