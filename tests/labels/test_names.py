"""Names on paper: never on top of each other, on their area or with a leader to it."""

from itertools import combinations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.ink.marks import bar_length, bar_words, contrast, ink_on
from footprint.ink.pages import polygon
from footprint.ink.words import balanced, clean, width, wrap
from footprint.labels.leaders import Ground, outside
from footprint.labels.names import SMALLEST, Label, Name, forms, inside, pole
from footprint.labels.rasters import CELL, SEA, Raster, raster, room, summed_area
from footprint.papers.box import Box

FRAME = Box(10, 20, 120, 90)
SIZES = (8, 7, 6.5)
TAKEN = Box(12, 99, 30, 9)
words = st.text(min_size=1, max_size=60)


@st.composite
def countries(draw):
    """Squares of land side by side in a sea, some too small for any name."""
    sides = draw(st.lists(st.integers(2, 28), min_size=1, max_size=12))
    names = [draw(words) for _ in sides]
    areas, x = {}, 45.0
    for number, side in enumerate(sides):
        low = -90 + (number % 3) * 12
        areas[number] = shapely.box(x, low, x + side / 3, low + side)
        x += side / 3
    return areas, [
        Name(n, name, draw(st.sampled_from(["", "£1.5m"]))) for n, name in enumerate(names)
    ]


def labelled(areas: dict, names: list[Name], *, plates: bool = False) -> list[Label]:
    grid = raster(FRAME, areas)
    within = [inside(name, grid, SIZES) for name in names]
    left = [name for name, label in zip(names, within, strict=True) if label is None]
    placed = [label for label in within if label]
    return [*placed, *outside(left, Ground(grid, tuple(placed), (TAKEN,), SIZES[-2:], plates))]


@settings(max_examples=40, deadline=None)
@given(countries(), st.booleans())
def test_no_name_is_lost_or_on_top_of_another(country, plates):
    areas, names = country
    labels = labelled(areas, names, plates=plates)
    assert sorted(label.name.area for label in labels) == sorted(areas)
    spoken = [label for label in labels if not label.number]
    assert not [pair for pair in combinations(spoken, 2) if pair[0].box.meets(pair[1].box)]


@settings(max_examples=40, deadline=None)
@given(countries())
def test_a_name_stands_on_its_area_or_has_a_leader_from_it(country):
    areas, names = country
    for label in labelled(areas, names):
        own = areas[label.name.area].buffer(CELL)
        if label.leader:
            assert own.contains(shapely.Point(label.leader[0]))
            assert label.number or polygon(label.box.grown(0.01)).covers(
                shapely.Point(label.leader[1])
            )
        elif not label.number:
            assert own.contains(polygon(label.box))


@settings(max_examples=30, deadline=None)
@given(countries())
def test_names_stay_in_the_frame_and_off_what_is_taken_and_can_be_read(country):
    areas, names = country
    for label in labelled(areas, names):
        assert label.size >= SMALLEST
        assert polygon(FRAME).buffer(CELL).contains(polygon(label.box))
        assert label.number or not label.box.meets(TAKEN)


def test_leaders_do_not_cross():
    areas = {n: shapely.box(60 + 4 * n, -70, 63 + 4 * n, -66) for n in range(6)}
    names = [Name(n, f"Footprint number {n}") for n in areas]
    leaders = [shapely.LineString(one.leader) for one in labelled(areas, names) if one.leader]
    assert len(leaders) >= 4
    assert not [pair for pair in combinations(leaders, 2) if pair[0].crosses(pair[1])]


@settings(max_examples=40, deadline=None)
@given(countries(), st.booleans())
def test_no_leader_runs_over_a_name_or_a_number(country, plates):
    areas, names = country
    labels = labelled(areas, names, plates=plates)
    run_over = [
        (one.name.words, other.name.words)
        for one in labels
        for other in labels
        if one.leader
        and one is not other
        and shapely.LineString(one.leader).intersects(polygon(other.box))
    ]
    assert run_over == []


def test_where_there_is_no_sea_a_small_area_gets_a_number():
    whole = polygon(FRAME.grown(5))
    speck = shapely.box(60, -70, 62, -68)
    labels = labelled({0: whole.difference(speck), 1: speck}, [Name(0, "Whole"), Name(1, "Speck")])
    assert [(label.name.words, bool(label.number)) for label in labels] == [
        ("Whole", False),
        ("Speck", True),
    ]


def test_a_name_is_set_in_every_number_of_lines_but_never_and_alone():
    found = forms(Name(0, "Bristol, North Somerset and Gloucestershire", "£24.7m"), 7)
    assert all(form.lines[-1] == "£24.7m" for form in found)
    assert len({len(form.lines) for form in found}) > 2
    assert not [form for form in found if "and" in form.lines]


def test_the_anchor_is_the_middle_of_the_widest_part():
    grid = raster(FRAME, {3: shapely.box(50, -80, 70, -60)})
    assert pole(3, grid, grid.cells == 3) == pytest.approx((60, -70), abs=2 * CELL)


@given(st.lists(st.booleans(), min_size=20, max_size=20), st.integers(1, 4), st.integers(1, 4))
def test_room_is_found_exactly_where_all_cells_are_free(cells, tall, wide):
    free = np.array(cells).reshape(4, 5)
    found = room(summed_area(free), wide * CELL, tall * CELL)
    wanted = [
        (row, column)
        for row in range(4 - tall + 1)
        for column in range(5 - wide + 1)
        if free[row : row + tall, column : column + wide].all()
    ]
    assert [tuple(place) for place in np.argwhere(found)] == wanted


def test_a_cell_belongs_to_the_area_under_its_middle():
    grid: Raster = raster(Box(0, 0, 4 * CELL, CELL), {7: shapely.box(0, -CELL, 2 * CELL, 0)})
    assert grid.cells.tolist() == [[7, 7, SEA, SEA]]


@given(st.text(max_size=300), st.floats(8, 100))
def test_wrapped_lines_fit_and_lose_nothing(text, wide):
    lines = wrap(text, wide, 8)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    assert all(width(line, 8) <= wide or len(line) == 1 for line in lines)


def test_a_name_too_long_for_a_map_becomes_a_number():
    areas = {0: shapely.box(40, -80, 100, -40)}
    (label,) = labelled(areas, [Name(0, "very long " * 30)])
    assert label.number


def test_what_the_font_lacks_is_a_visible_box():
    assert clean("a\n b\t🗺️ c\x00") == "a b □ c"
    assert clean("أهلا שלום") == "أهلا שלום"


def test_balanced_lines_are_about_as_long():
    assert balanced(["aa", "bb", "cc", "dd"], [2, 2, 2, 2], 1, 2) == ["aa bb", "cc dd"]


@given(st.floats(1e-5, 0.1), st.floats(12, 60))
def test_a_scale_bar_is_a_round_number_and_fits(scale, most):
    metres = bar_length(scale, most)
    assert most / 2.6 <= metres * scale <= most * (1 + 1e-9)
    assert f"{metres:.0e}"[0] in "125"


def test_a_scale_bar_says_kilometres():
    assert [bar_words(metres) for metres in (500, 1000, 50_000)] == ["500 m", "1 km", "50 km"]


@given(st.integers(0, 0xFFFFFF))
def test_words_can_be_read_on_every_colour(number):
    fill = f"#{number:06x}"
    assert contrast(ink_on(fill), fill) >= 4.5
