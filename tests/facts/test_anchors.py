"""Anchors: a name stands inside its footprint, at the centre of the circle inscribed there."""

from collections.abc import Callable

import geopandas as gpd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.anchors import anchors
from footprint.facts.shapes import LONGITUDE_LATITUDE, NATIONAL_GRID, Shapes, dissolved
from footprint.plans.plan import Plan

MakePlan = Callable[..., Plan]
OWNERS = st.lists(st.sampled_from("pqrst"), min_size=6, max_size=6)


@given(owners=OWNERS)
def test_a_name_stands_inside_its_footprint(
    toy_shapes: Shapes, make_plan: MakePlan, owners: list[str]
) -> None:
    inside(toy_shapes, make_plan(*owners))


def inside(shapes: Shapes, plan: Plan) -> None:
    drawn, placed = dissolved(shapes, plan.footprint_of), anchors(shapes, plan.footprint_of)
    assert set(placed) == set(plan.by_id)
    points = gpd.GeoSeries(
        {key: shapely.Point(a.longitude, a.latitude) for key, a in placed.items()},
        crs=LONGITUDE_LATITUDE,
    ).to_crs(NATIONAL_GRID)
    for footprint, shape in drawn.items():
        assert shape.contains(points[footprint]), (plan.key, footprint)
        # The circle is fitted to a shape simplified by up to 500 m.
        assert placed[footprint].radius <= shape.boundary.distance(points[footprint]) + 600


def test_the_middle_of_a_square_has_an_inscribed_circle_of_five_kilometres(
    toy_shapes: Shapes, today: Plan
) -> None:
    anchor = anchors(toy_shapes, today.footprint_of)["M"]
    assert anchor.radius == pytest.approx(5_000, abs=60)


def test_every_name_stands_inside_its_footprint_in_every_shipped_plan(
    england_shapes: Shapes, completed: dict[str, Plan]
) -> None:
    for plan in completed.values():
        inside(england_shapes, plan)


def test_places_are_said_to_about_ten_metres_and_radii_to_a_metre(
    toy_shapes: Shapes, today: Plan
) -> None:
    for anchor in anchors(toy_shapes, today.footprint_of).values():
        for degrees in (anchor.longitude, anchor.latitude):
            assert round(degrees, 4) == degrees
        assert anchor.radius == int(anchor.radius)


def test_of_an_area_in_pieces_the_largest_has_the_name(
    toy_shapes: Shapes, make_plan: MakePlan
) -> None:
    # Five blocks of the mainland and the island, which lies furthest east.
    both = anchors(toy_shapes, make_plan(*"pppppp").footprint_of)["p"]
    island = anchors(toy_shapes, make_plan(*"pppppq").footprint_of)["q"]
    assert both.longitude < island.longitude - 0.1
