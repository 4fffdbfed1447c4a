"""Columns: names along both shores, on the sea, with leaders in nobody's way."""

from dataclasses import replace
from datetime import date
from itertools import combinations, permutations
from math import inf

import numpy as np
import pytest
import shapely
from matplotlib.text import Text

from footprint.ink.pages import polygon
from footprint.ink.words import MM, width
from footprint.labels import columns
from footprint.labels.columns import in_columns
from footprint.labels.ground import Ground
from footprint.labels.leaders import outside
from footprint.labels.names import LEADING, Label, Name, forms, low_forms, poles
from footprint.labels.rasters import SEA, raster
from footprint.labels.search import FURTHEST
from footprint.office import document_pages, documents
from footprint.pages.catalogue import BY_ADDRESS
from footprint.papers.box import Box
from footprint.papers.contents import paper
from footprint.papers.paper import SHEETS, Paper
from footprint.papers.sheets import picture_of
from footprint.print.sheet import figure
from footprint.print.sheet import placed as placed_on
from footprint.slides import slides
from footprint.view import View
from tests.paper_samples import WORK

FRAME, SIZE, BOUNDS = Box(0, 0, 160, 110), 7.0, (FURTHEST, inf)
# Twenty squares of land, four abreast, in the middle of the sea.
AREAS = {
    n: shapely.box(68 + n % 4 * 6, -85 + n // 4 * 12, 74 + n % 4 * 6, -73 + n // 4 * 12)
    for n in range(20)
}
NAMES = [Name(n, f"Area of number {n}", f"{n},000") for n in AREAS]
GRID = raster(FRAME, AREAS)
CLEAR = np.ones_like(GRID.cells, dtype=bool)


def placed(names: list[Name] = NAMES, taken: tuple[Box, ...] = ()) -> list[Label]:
    return in_columns(names, poles(names, GRID, CLEAR), GRID, taken, SIZE, BOUNDS)


def test_every_name_finds_room_where_there_is_enough():
    labels = placed()
    assert sorted(label.name.area for label in labels) == list(AREAS)
    middle = FRAME.width / 2
    assert sum(label.box.right < middle for label in labels) == 10


def test_words_stand_on_the_sea_and_not_on_each_other():
    land = shapely.union_all(list(AREAS.values()))
    boxes = [polygon(label.box) for label in placed()]
    assert not [box for box in boxes if box.intersects(land) or not polygon(FRAME).contains(box)]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]


def test_no_leader_crosses_another_or_runs_over_words():
    labels = placed()
    lines = {label.name.area: shapely.LineString(label.leader) for label in labels}
    boxes = {label.name.area: polygon(label.box) for label in labels}
    pairs = list(permutations(lines, 2))
    assert not [(a, b) for a, b in pairs if lines[a].intersects(lines[b])]
    assert not [(a, b) for a, b in pairs if lines[a].intersects(boxes[b])]


def test_a_leader_runs_from_the_area_to_the_side_of_its_words_that_faces_it():
    for label in placed():
        (x, y), (to, level) = label.leader
        assert AREAS[label.name.area].contains(shapely.Point(x, y))
        assert to == pytest.approx(label.box.right if to < x else label.box.left)
        assert level == pytest.approx(-(label.box.top + label.box.bottom) / 2)
        assert np.hypot(x - to, y - level) < FURTHEST


def test_leaders_keep_off_those_already_there_and_off_where_others_begin():
    there = ((80.0, -55.0), (20.0, -55.0))
    other = Label(Name(99, "There"), ("There",), SIZE, Box(2, 53, 18, 4), there)
    labels = in_columns(NAMES, poles(NAMES, GRID, CLEAR), GRID, (), SIZE, BOUNDS, [other])
    lines = {label.name.area: shapely.LineString(label.leader) for label in labels}
    assert len(lines) > 15
    assert not [area for area, line in lines.items() if line.intersects(shapely.LineString(there))]
    assert not [one for one in labels if polygon(one.box).intersects(shapely.LineString(there))]
    begun = {label.name.area: shapely.Point(label.leader[0]) for label in labels}
    assert min(lines[a].distance(begun[b]) for a, b in permutations(lines, 2)) > 0.89


def test_names_keep_as_far_from_words_that_are_there_as_from_each_other():
    there = Label(Name(99, "There"), ("There",), SIZE, Box(30, 50, 33, 3))
    labels = in_columns(NAMES, poles(NAMES, GRID, CLEAR), GRID, (), SIZE, BOUNDS, [there])
    near = [one.box for one in labels if one.box.left < 63 and one.box.right > 30]
    assert near
    assert not [box for box in near if box.meets(Box(30, 49.2, 33, 4.6))]


def test_a_leader_that_runs_along_its_own_words_counts_for_more():
    form = forms(Name(0, "Lancashire and South Cumbria"), SIZE)[1]
    assert len(form.lines) == 2
    steep, level = (1.0, 40.0), (20.0, 5.0)
    assert columns._along_own_words(np.array([steep, level]), form).tolist() == [True, False]


def test_what_is_taken_stays_free_of_words_and_leaders():
    taken = Box(0, 0, 60, 70)
    labels = placed(taken=(taken,))
    assert labels
    assert not [one for one in labels if one.box.meets(taken)]
    assert not [one for one in labels if shapely.LineString(one.leader).intersects(polygon(taken))]


def test_who_has_no_room_is_left_out_and_nobody_else():
    labels = placed(taken=(Box(0, 0, 160, 14), Box(0, 40, 160, 70)))
    assert 0 < len(labels) < len(NAMES)
    assert not [one for one in labels if one.box.top < 14 or one.box.bottom > 40]


def test_a_name_further_off_than_a_leader_may_be_is_left_out():
    alone = [NAMES[0]]
    assert in_columns(alone, poles(alone, GRID, CLEAR), GRID, (), SIZE, (2.0, inf)) == []


def test_names_that_cannot_be_set_have_no_place():
    assert placed([Name(0, "long " * 40)]) == []


def test_the_value_stands_at_the_end_of_the_last_line_where_rows_are_dear():
    name = Name(0, "Bristol, North Somerset and Gloucestershire", "£24.7m")
    high, low = forms(name, 7), low_forms(name, 7)
    assert [form.lines for form in low] == [form.lines[:-1] for form in high]
    saved = {round(a.height - b.height, 6) for a, b in zip(high, low, strict=True)}
    assert saved == {round(LEADING * 7 * MM, 6)}
    for form in low:
        last = width(form.lines[-1], 7) + width("£24.7m", 7, bold=True)
        assert form.width > last
        assert form.abreast
    plain = Name(0, "Devon")
    assert low_forms(plain, 7) == forms(plain, 7)


def test_numbers_give_way_to_columns_but_not_where_names_have_to_stay_near():
    ground = Ground(GRID, (), (), (8.0, SIZE), plates=False)
    assert not [label for label in outside(NAMES, ground) if label.number]
    near = Ground(GRID, (), (), (8.0, SIZE), plates=False, furthest=10.0)
    assert [label for label in outside(NAMES, near) if label.number]


def test_a_map_without_sea_has_no_columns():
    whole = raster(FRAME, {0: polygon(FRAME.grown(5))})
    assert not (whole.cells == SEA).any()
    name = [Name(0, "Whole")]
    assert in_columns(name, {0: (80.0, -55.0)}, whole, (), SIZE, BOUNDS) == []


@pytest.mark.parametrize("sheet", ["a4-landscape", "a4-portrait", "slide"])
@pytest.mark.parametrize("plan", ["", "icb-2023"])
def test_every_icb_of_england_is_named_on_a_sheet(plan, sheet):
    view = View(plan=plan) if plan else View()
    _, (plot,) = placed_on(told_of("", view), SHEETS[sheet], WORK.shapes)
    assert len(plot.labels) + len(plot.inset.labels) >= (42 if plan else 36)
    assert plot.numbers == plot.inset.numbers == 0


@pytest.mark.parametrize("plan", ["in-force-2026-10", "icb-2023", "agreed-2025-09"])
@pytest.mark.parametrize("size", ["slide", "document"])
def test_every_icb_is_named_on_a_slide_and_in_a_document_in_letters_that_can_be_read(plan, size):
    told = replace(told_of("", View(plan=plan)), sources=())
    sheet = {
        "slide": slides.picture_of(slides.deck(""), told),
        "document": document_pages.picture_of(documents.blank("", ""), told, alone=False),
    }[size]
    drawn = figure(told, sheet, WORK.shapes, bare=True)
    words = {text.get_text(): text.get_fontsize() for text in drawn.findobj(Text)}
    # In a document some have no room but for a number, which the same picture says.
    numbers = {f"{n}" for n in range(1, 43)} & set(words)
    assert len(numbers) <= (0 if size == "slide" or plan == "in-force-2026-10" else 9)
    assert ("Numbers on the map" in words) == bool(numbers)
    short = {area.short for area in told.panels[0].layer.areas}
    assert sheet.least == 9
    assert min(points for name, points in words.items() if name in short) >= 9


def told_of(page: str, view: View) -> Paper:
    shown = BY_ADDRESS[page]
    return paper(WORK, picture_of(WORK, shown, view), "", link="", day=date(2026, 11, 29))


def test_a_leader_goes_to_the_shore_from_which_it_crosses_less_of_others_land():
    _, (plot,) = placed_on(told_of("Money", View()), SHEETS["a4-portrait"], WORK.shapes)
    (essex,) = [label for label in plot.labels if label.name.words == "Essex"]
    others = [shape for area, shape in plot.shapes.items() if area != essex.name.area]
    line = shapely.LineString(essex.leader)
    assert sum(line.intersection(shape).length for shape in others) < 0.1 * line.length
