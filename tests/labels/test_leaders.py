"""Leaders: which place beside an area is best, how long a search goes on, and what is kept free."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely

from footprint.ink.pages import polygon
from footprint.labels import ground as grounds
from footprint.labels import leaders, numbers, search
from footprint.labels.ground import Ground
from footprint.labels.leaders import outside
from footprint.labels.names import Form, Label, Name
from footprint.labels.rasters import CELL, SEA, Raster, raster, under_line
from footprint.labels.search import FURTHEST, strain
from footprint.papers.box import Box

FRAME = Box(0, 0, 120, 80)
SPECK = {0: shapely.box(58, -42, 62, -38)}
SPOT = Box(50, 30, 10, 3)


def ground(areas=SPECK, **more: object) -> Ground:
    told = {"placed": (), "taken": (), "sizes": (8.0, 7.0), "plates": False} | more
    return Ground(raster(FRAME, areas), **told)


def label(area: int, *, long: float = 0.0, number: int = 0, wide: float = 10) -> Label:
    # Each in a column of its own, in nobody's way.
    left = 200.0 * area
    leader = ((left, 0.0), (left, long)) if long else ()
    box = Box(left, 0, wide, 3)
    return Label(Name(area, f"Name {area}"), ("Name",), 8, box, leader, False, number)


def rounds(
    monkeypatch: pytest.MonkeyPatch, made: list[list[Label]], **more: object
) -> tuple[list[Label], list[list[int]]]:
    """What is kept of some rounds, and in which order names chose in each."""
    orders: list[list[int]] = []

    def in_order(_: object, names: list[Name]) -> list[Label]:
        orders.append([name.area for name in names])
        return made[min(len(orders), len(made)) - 1]

    monkeypatch.setattr(leaders._Crowd, "in_order", in_order)
    areas = {n: shapely.box(10 + 9 * n, -42, 14 + 9 * n, -38) for n in range(len(made[0]))}
    names = [one.name for one in made[0]]
    return outside(names, ground(areas, **more)), orders


def test_three_rounds_are_enough_where_nobody_has_become_a_number(monkeypatch) -> None:
    _, orders = rounds(monkeypatch, [[label(0, long=9), label(1, long=3)]])
    assert len(orders) == 3


def test_there_are_five_rounds_where_somebody_has_and_columns_are_none_of_it(monkeypatch) -> None:
    numbers = [[label(0, number=1), label(1, long=3)]]
    _, orders = rounds(monkeypatch, numbers, plates=True)
    assert len(orders) == 5


def test_columns_take_over_after_three_rounds_and_at_once_where_there_are_many_numbers(
    monkeypatch,
) -> None:
    stacked: list[float] = []

    def tried(names: list[Name], *more: float, **_: object) -> list[Label]:
        stacked.append(more[3])
        return [label(name.area, number=1) for name in names]

    monkeypatch.setattr(leaders, "in_columns", tried)
    _, orders = rounds(monkeypatch, [[label(0, number=1), label(1, long=3)]])
    assert (len(orders), stacked) == (3, [8, 7])
    _, orders = rounds(monkeypatch, [[label(n, number=1) for n in range(4)]])
    assert len(orders) == 1


def test_where_names_may_not_stand_far_off_numbers_are_no_reason_to_go_on(monkeypatch) -> None:
    numbers = [[label(0, number=1), label(1, long=3)]]
    _, orders = rounds(monkeypatch, numbers, furthest=FURTHEST - 1)
    assert len(orders) == 3


def test_whoever_came_off_worst_chooses_first_in_the_next_round(monkeypatch) -> None:
    _, orders = rounds(
        monkeypatch, [[label(0, long=3), label(1, long=9), label(2, number=1)]], plates=True
    )
    assert orders[0] == [0, 1, 2]
    assert orders[1:] == [[2, 1, 0]] * 4


def test_a_number_is_blamed_more_than_the_longest_leader(monkeypatch) -> None:
    _, orders = rounds(monkeypatch, [[label(0, long=FURTHEST), label(1, number=1)]])
    assert orders[1] == [1, 0]


def test_the_best_round_is_kept_in_the_order_of_the_areas(monkeypatch) -> None:
    bad = [label(1, long=9), label(0, long=9)]
    good = [label(1, long=2), label(0, long=4)]
    kept, _ = rounds(monkeypatch, [bad, good, bad])
    assert kept == [good[1], good[0]]


def test_nobody_has_no_leader() -> None:
    assert outside([], ground()) == []


@pytest.mark.parametrize(
    ("form", "more"),
    [
        (Form(("x",), 8, 27, 3), 0.0),
        (Form(("x",), 8, 37, 3), 3.5),
        (Form(("x",) * 4, 8, 20, 12), 0.0),
        (Form(("x",) * 6, 8, 20, 18), 3.0),
        (Form(("x",) * 5, 8, 29, 18), 0.7 + 1.5),
    ],
)
def test_words_that_are_wide_or_tall_are_worth_a_longer_leader(form: Form, more: float) -> None:
    assert search._awkward(form) == pytest.approx(more)
    told = Label(Name(0, "x"), form.lines, 8, Box(0, 0, form.width, 3), ((0, 0), (3, 4)))
    assert strain(told) == pytest.approx(5 + more)


def test_words_over_other_areas_are_15_mm_worse_and_a_number_as_bad_as_can_be() -> None:
    leader = ((0.0, 0.0), (3.0, 4.0))
    told = Label(Name(0, "x"), ("x",), 8, Box(0, 0, 9, 3), leader, plate=True)
    assert strain(told) == 20
    assert strain(label(0, long=3, number=1)) == FURTHEST == 52
    assert strain(Label(Name(0, "x"), ("x",), 8, Box(0, 0, 9, 3))) == 0


def test_a_name_beside_a_speck_in_the_sea_stands_right_beside_it() -> None:
    (told,) = outside([Name(0, "Speck")], ground())
    (x, y), end = told.leader
    assert (x, y) == pytest.approx((60, -40), abs=CELL)
    assert told.lines == ("Speck",)
    # As near as words may stand to land, and no further than the largest letters need.
    assert math.dist((x, y), end) < 2 + 0.9 + 3 * CELL
    assert (told.size, told.plate, told.number) == (8, False, 0)
    assert not told.box.meets(Box(58, 38, 4, 4))


def test_a_name_takes_the_side_that_is_free() -> None:
    taken = (Box(0, 0, 57, 80), Box(0, 0, 120, 36), Box(0, 44, 120, 36))
    (told,) = outside([Name(0, "Speck")], ground(taken=taken))
    assert told.box.left > 62
    assert 36 <= told.box.top < told.box.bottom <= 44


def test_a_name_with_no_room_on_the_sea_is_a_number_or_on_a_plate() -> None:
    land = {0: SPECK[0], 1: shapely.box(0, -80, 120, 0).difference(SPECK[0])}
    (number,) = outside([Name(0, "Speck")], ground(land))
    assert number.number and number.lines == () and number.plate
    (plate,) = outside([Name(0, "Speck")], ground(land, plates=True))
    assert plate.plate and not plate.number and plate.lines == ("Speck",)
    assert plate.size == 7


def test_plates_keep_off_land_that_others_are_named_on() -> None:
    left, right = shapely.box(0, -80, 60, 0), shapely.box(60, -80, 120, 0)
    land = {0: SPECK[0], 1: left.difference(SPECK[0]), 2: right.difference(SPECK[0])}
    there = Label(Name(1, "Left"), ("Left",), 8, Box(5, 5, 9, 3))
    (told,) = outside([Name(0, "Speck")], ground(land, plates=True, placed=(there,)))
    assert told.plate and told.box.left > 60
    unneeded = Label(Name(1, "Left", must=False), ("Left",), 8, Box(100, 38, 9, 3))
    (freer,) = outside([Name(0, "Speck")], ground(land, plates=True, placed=(unneeded,)))
    assert freer.plate and strain(freer) <= strain(told)


def test_no_leader_is_longer_than_it_may_be() -> None:
    speck = shapely.box(30, -42, 34, -38)
    land = {0: speck, 1: shapely.box(14, -80, 120, 0).difference(speck)}
    (reached,) = outside([Name(0, "Speck")], ground(land))
    assert not reached.number and reached.box.right < 14
    # Nineteen millimetres, which count for more because they run over other land.
    assert 18 < strain(reached) < 20
    (number,) = outside([Name(0, "Speck")], ground(land, furthest=20.0))
    assert number.number


def test_a_number_stands_on_its_spot_without_a_leader_where_it_can() -> None:
    land = {0: shapely.box(20, -80, 100, 0)}
    (told,) = outside([Name(0, "very long " * 20)], ground(land))
    assert told.number == 1 and told.leader == ()
    middle = told.box.left + told.box.width / 2, told.box.top + told.box.height / 2
    assert middle == pytest.approx((60, 40), abs=1.5)
    assert told.box.height == pytest.approx(1.16 * 7 * 25.4 / 72)


def test_a_number_that_has_to_stand_off_its_spot_has_a_leader_to_its_middle() -> None:
    speck = {0: shapely.box(59.5, -42, 61.5, -38)}
    taken = (Box(50, 30, 8.7, 20), Box(62.3, 30, 9, 20))
    (told,) = outside([Name(0, "very long " * 20)], ground(speck, taken=taken))
    (x, y), end = told.leader
    assert (x, y) == pytest.approx((60.5, -40), abs=1.5)
    assert end == pytest.approx(
        (told.box.left + told.box.width / 2, -told.box.top - told.box.height / 2)
    )
    assert not [box for box in taken if told.box.meets(box)]


def test_a_leader_begins_where_nothing_stands_on_its_area() -> None:
    land = {0: shapely.box(20, -80, 100, 0)}
    (told,) = outside([Name(0, "very long " * 20)], ground(land, taken=(Box(20, 0, 50, 80),)))
    assert told.leader == () and told.box.left > 70


def test_a_number_covers_its_own_land_and_no_other_or_has_a_leader_one_can_see() -> None:
    left, speck = shapely.box(20, -80, 60, 0), shapely.box(79, -41, 81, -39)
    land = {0: left, 1: speck, 2: shapely.box(60, -80, 100, 0).difference(speck)}
    names = [Name(n, "very long " * 20) for n in land]
    told = {one.name.area: one for one in outside(names, ground(land))}
    for area in (0, 2):
        assert told[area].leader == ()
        assert land[area].contains(polygon(told[area].box))
    (spot, end) = told[1].leader
    assert speck.contains(shapely.Point(spot)) and 2 < math.dist(spot, end) < 8
    assert not polygon(told[1].box.grown(1)).contains(shapely.Point(spot))


def test_a_name_whose_leader_takes_the_room_of_a_number_becomes_one_too() -> None:
    thin = shapely.box(40, -44, 80, -36)
    far = shapely.box(58, -80, 62, -44)
    land = {0: thin, 1: far, 2: shapely.box(0, -36, 120, -30)}
    names = [Name(0, "very long " * 20), Name(1, "Far")]
    through = Label(names[1], ("Far",), 8, Box(57, 1, 6, 3), ((60.0, -60.0), (60.0, -4.0)))
    around = Box(0, 0, 56, 60), Box(64, 0, 56, 60), Box(56, 0, 8, 36), Box(56, 44, 8, 16)
    asked = ground(land, taken=around)
    beside = Label(names[0], (), 7, Box(0, 0, 6, 3), number=1)
    told = leaders._homed([beside, through], asked)
    assert [bool(one.number) for one in sorted(told, key=lambda one: one.name.area)] == [True] * 2
    # One that is in nobody's way stays a name.
    aside = replace(through, box=Box(57, 77, 6, 3), leader=((60.0, -60.0), (60.0, -77.0)))
    kept = {one.name.area: one for one in leaders._homed([beside, aside], asked)}
    assert kept[1] == aside and kept[0].leader == ()


def test_no_leader_runs_over_more_than_a_quarter_of_the_land_of_others() -> None:
    speck = shapely.box(100, -42, 104, -38)
    land = {0: speck, 1: shapely.box(20, -80, 110, 0).difference(speck)}
    assert ground(land).abroad == pytest.approx(22.5, abs=CELL)
    assert ground(land, plates=True).abroad == math.inf
    west = ground(land, taken=(Box(105, 0, 15, 80),), furthest=FURTHEST)
    (told,) = outside([Name(0, "Speck")], west)
    assert told.number


def test_who_is_over_another_name_or_leader_is_astray() -> None:
    there = Label(Name(9, "There"), ("There",), 8, Box(40, 30, 10, 3), ((45.0, -50.0), (45.0, -33)))
    over = ((20.0, -31.5), (60.0, -31.5))
    across, under, beside = (
        replace(label(n), leader=leader, box=Box(90, 10 * n, 5, 3))
        for n, leader in enumerate((over, ((20.0, -40.0), (60.0, -40.0)), ((0.0, 0.0), (9.0, 0.0))))
    )
    assert search.astray([across, under, beside], [there]) == {0, 1}
    assert search.astray([across, under, beside], []) == frozenset()
    # What is run over is entangled as well, and what is by itself is not.
    assert search.entangled([across, under, beside, there]) == [across, under, there]
    assert search.entangled([across, under, beside]) == []


def test_a_number_with_no_way_from_the_middle_is_led_to_from_elsewhere_on_its_area() -> None:
    # Too thin for a number, with others' land above and below.
    land = {1: shapely.box(0, -60, 120, -20), 0: shapely.box(20, -41, 60, -39)}
    grid = raster(FRAME, land)
    free, passable = cells(grid)
    free[: int(60 / CELL)] = False
    passable[:, int(30 / CELL) :] = False
    looking = search.Search(Name(0, "x"), (40.0, -40.0), grid, passable, FURTHEST)
    told = numbers.number(looking, free, free, 7)
    (x, y), end = told.leader
    assert 20 < x < 30 and -41 < y < -39 and end[1] > -20
    shut = search.Search(Name(0, "x"), (40.0, -40.0), grid, passable & False, FURTHEST)
    assert numbers.number(shut, free, free, 7).leader[0] == (40.0, -40.0)
    assert numbers.number(shut, free & False, free & False, 7).leader == ()


def test_a_number_without_any_good_place_covers_no_other_while_there_is_room() -> None:
    there = Label(Name(1, "y"), (), 7, Box(36, 38, 8, 4), number=1)
    crowd = leaders._Crowd(ground(placed=(there,)), {0: (40.0, -40.0)})
    shut = np.zeros_like(crowd.ground.grid.cells, dtype=bool)
    told = crowd._place(Name(0, "x"), shut, shut, ())
    assert told.number and not told.box.grown(0.3).meets(there.box.grown(0.3))
    later = crowd._place(Name(0, "x"), shut, shut, (told,))
    for one in (there, told):
        assert later.number and not later.box.grown(0.3).meets(one.box.grown(0.3))


def test_no_leader_over_the_sea_is_longer_than_two_fifths_of_its_map() -> None:
    assert ground().limit == pytest.approx(48)
    assert ground(furthest=20.0).limit == 20
    assert ground(plates=True).limit == FURTHEST


EMPTY = Raster(FRAME, np.full((200, 300), SEA, dtype=np.int32))


def cells(grid: Raster = EMPTY) -> tuple[np.ndarray, np.ndarray]:
    return np.ones_like(grid.cells, dtype=bool), np.ones_like(grid.cells, dtype=bool)


def test_words_are_kept_further_off_a_rectangle_than_leaders_are() -> None:
    free, passable = cells()
    grounds.take(EMPTY, SPOT, free, passable)
    rows, columns = np.nonzero(~free)
    edges = [n * CELL for n in (columns.min(), columns.max() + 1)]
    assert edges == pytest.approx([50 - 0.9, 60 + 0.9], abs=CELL)
    foot = [80 - n * CELL for n in (rows.max() + 1, rows.min())]
    assert foot == pytest.approx([30 - 0.9, 33 + 0.9], abs=CELL)
    _, across = np.nonzero(~passable)
    assert [n * CELL for n in (across.min(), across.max() + 1)] == pytest.approx(
        [50 - 0.4, 60 + 0.4], abs=1e-9
    )


def test_a_leader_closes_the_cells_it_runs_over_and_those_beside_them() -> None:
    free, passable = cells()
    grounds.close(EMPTY, ((10.2, -40.2), (30.2, -40.2)), free, passable)
    rows, columns = np.nonzero(~passable)
    assert sorted({*rows.tolist()}) == [98, 99, 100]
    assert (columns.min(), columns.max()) == (24, 76)
    assert len(rows) == 3 * 53
    assert (free == passable).all()


def test_nothing_is_closed_without_a_leader_and_no_cell_beyond_the_edge() -> None:
    free, passable = cells()
    grounds.close(EMPTY, (), free, passable)
    assert free.all() and passable.all()
    grounds.close(EMPTY, ((0.1, -79.9), (0.1, -70.0)), free, passable)
    rows, columns = np.nonzero(~free)
    assert {*columns.tolist()} == {0, 1} and rows.min() == 0


def test_the_cells_under_a_line_are_no_further_apart_than_a_step() -> None:
    ends = np.array([(20.2, -40.2), (10.2, -36.2)])
    rows, columns = under_line(EMPTY, (10.2, -40.2), ends, CELL)
    assert columns[0].tolist() == rows[0].tolist()[:0] + [25, 25]
    assert rows[0].tolist() == [99, 99]
    assert (columns[-1].tolist(), rows[-1].tolist()) == ([50, 25], [99, 109])
    assert np.abs(np.diff(columns[:, 0])).max() <= 1
    assert columns.shape == (27, 2)


def test_the_nearest_within_a_limit_come_first_and_no_more_than_500() -> None:
    far = np.array([5.0, 1.0, 9.0, 1.0, 3.0])
    assert search._nearest(far, 9.0).tolist() == [1, 3, 4, 0]
    assert search._nearest(far, 9.1).tolist() == [1, 3, 4, 0, 2]
    many = np.arange(900.0)[::-1]
    assert search._nearest(many, np.inf).tolist() == [*range(899, 399, -1)]


@pytest.mark.parametrize(
    ("ahead", "side", "within", "reached"),
    [(40.0, 8.0, 8.0, (30, 62)), (2.0, 8.0, 8.0, (0, 14)), (-30.0, 4.0, 8.0, (0, 0))],
)
def test_only_steps_are_tried_from_which_a_leader_reaches_the_words(
    ahead: float, side: float, within: float, reached: tuple[int, int]
) -> None:
    found = search._reached(ahead, side, within)
    assert (found.start, found.stop) == reached


def test_a_leader_over_other_areas_counts_for_more_and_one_with_something_in_its_way_never() -> (
    None
):
    grid = raster(FRAME, {1: shapely.box(70, -80, 80, 0)})
    passable = np.ones_like(grid.cells, dtype=bool)
    looking = search.Search(Name(0, "x"), (60.0, -40.0), grid, passable, FURTHEST)
    ends = np.array([(90.0, -40.0), (60.0, -10.0)])
    over, free = looking._lengths(ends)
    assert free == 30
    assert over == pytest.approx(30 * (1 + 0.6 / 3), rel=0.01)
    passable[:, 160] = False
    barred, still = looking._lengths(ends)
    assert math.isinf(barred) and still == 30
    assert looking._open(ends, CELL).tolist() == [False, True]
    assert looking._open(ends[:0], CELL).tolist() == []


def test_the_shortest_leader_is_found_or_none_where_none_is_free() -> None:
    passable = np.ones_like(EMPTY.cells, dtype=bool)
    looking = search.Search(Name(0, "x"), (60.0, -40.0), EMPTY, passable, FURTHEST)
    ends = np.array([(90.0, -40.0), (60.0, -30.0), (60.0, -20.0)])
    assert looking.shortest(ends, np.inf) == 1
    assert looking.shortest(ends, 10.0) is None
    passable[110:] = False
    assert looking.shortest(ends, np.inf) == 0
