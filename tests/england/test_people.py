"""The blocks by people: one coverage, each block as large as its residents are many."""

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan, Seen
from geo.flow import CELLS, Edges, carried, covered
from geo.people import by_people, corrected, mesh_of, settled
from geo.shapes import GRID, ShapeError, borders

ROOT = Path(__file__).resolve().parents[2]


def read(name: str) -> gpd.GeoSeries:
    features = json.loads((ROOT / "geo" / f"{name}.geojson").read_text(encoding="utf-8"))
    keys = [feature["properties"]["block"] for feature in features["features"]]
    shapes = [json.dumps(feature["geometry"]) for feature in features["features"]]
    return gpd.GeoSeries(shapely.from_geojson(shapes), index=keys)


@pytest.fixture(scope="module")
def land() -> gpd.GeoSeries:
    return read("blocks")


@pytest.fixture(scope="module")
def people() -> gpd.GeoSeries:
    return read("people")


@pytest.fixture(scope="module")
def residents(england: Atlas) -> pd.Series:
    return england.blocks["residents_2024"]


def strayed(people: gpd.GeoSeries, residents: pd.Series) -> pd.Series:
    """By how much each area differs from its share, as a part of that share."""
    return ((people.area / people.area.sum()) / (residents / residents.sum()) - 1).abs()


def test_all_327_blocks_are_one_coverage(people: gpd.GeoSeries, england: Atlas) -> None:
    assert list(people.index) == list(england.blocks.index)
    assert people.is_valid.all()
    assert shapely.coverage_is_valid(people.to_numpy())


def test_every_block_is_as_large_as_its_residents_are_many(
    people: gpd.GeoSeries, residents: pd.Series
) -> None:
    found = strayed(people, residents)
    assert found.max() < 0.001
    assert found[residents >= 20_000].max() < 0.0001


@pytest.mark.parametrize("layer", ["bodies", "teams"])
def test_every_footprint_of_every_shipped_plan_has_its_share(
    layer: Seen, people: gpd.GeoSeries, residents: pd.Series, completed: dict[str, Plan]
) -> None:
    for plan in completed.values():
        owner = plan.seen_as(layer).footprint_of
        areas = people.area.groupby(owner).sum()
        shares = residents.groupby(owner).sum() / residents.sum()
        assert ((areas / people.area.sum()) / shares - 1).abs().max() < 0.0001, plan.key


def test_vertices_correspond_one_to_one_with_those_of_the_land(
    people: gpd.GeoSeries, land: gpd.GeoSeries
) -> None:
    there, here = (shapely.get_coordinates(drawn.to_numpy()) for drawn in (land, people))
    assert len(there) == len(here)
    assert len(np.unique(np.hstack([there, here]), axis=0)) == len(np.unique(there, axis=0))
    assert len(np.unique(here, axis=0)) == len(np.unique(there, axis=0))
    assert list(map(structure, people)) == list(map(structure, land))


def structure(shape: shapely.Geometry) -> list[list[int]]:
    """How many corners each ring of each polygon has."""
    return [
        [shapely.get_num_coordinates(ring) for ring in shapely.get_rings(polygon)]
        for polygon in shapely.get_parts(shape)
    ]


def test_blocks_have_the_neighbours_they_have_on_land(
    people: gpd.GeoSeries, land: gpd.GeoSeries
) -> None:
    there, here = (
        set(zip(*(borders(named(drawn))[end] for end in ("block_a", "block_b")), strict=True))
        for drawn in (land, people)
    )
    assert len(there) > 800
    assert here == there


def named(blocks: gpd.GeoSeries) -> gpd.GeoSeries:
    return blocks.rename_axis("block")


def test_england_is_as_large_as_on_land_and_lies_about_where_it_did(
    people: gpd.GeoSeries, land: gpd.GeoSeries
) -> None:
    grid = land.set_crs("EPSG:4326").to_crs(GRID)
    assert people.area.sum() == pytest.approx(grid.area.sum(), rel=1e-6)
    assert np.abs(people.total_bounds - grid.total_bounds).max() < 20_000


def row_of_squares(*lefts: float) -> gpd.GeoSeries:
    """Squares of 0.1 degrees side by side; the rings run clockwise."""
    drawn = [shapely.box(left, 52, left + 0.1, 52.1, ccw=False) for left in lefts]
    return gpd.GeoSeries(drawn, index=list("abc"[: len(drawn)]), crs="EPSG:4326")


def test_a_square_with_three_times_the_people_becomes_three_times_as_large() -> None:
    drawn = by_people(row_of_squares(0, 0.1), pd.Series({"a": 300, "b": 100}))
    assert drawn.area["a"] == pytest.approx(3 * drawn.area["b"], rel=0.001)
    assert drawn["a"].intersection(drawn["b"]).length > 0


def test_where_people_live_alike_nothing_moves() -> None:
    blocks = row_of_squares(0, 0.1)
    areas = blocks.to_crs(GRID).area
    drawn = by_people(blocks, areas)
    moved = shapely.get_coordinates(drawn.to_numpy()) - shapely.get_coordinates(
        blocks.to_crs(GRID).to_numpy()
    )
    assert np.abs(moved).max() <= 1


def test_a_cell_gets_exactly_what_a_polygon_covers_of_it() -> None:
    corners = np.array([[10.5, 20.25], [13.0, 20.25], [13.0, 22.0], [10.5, 22.0]])
    edges = Edges(corners, np.roll(corners, -1, axis=0))
    found = covered(edges, np.full(4, 2.0))
    assert found.sum() == pytest.approx(2 * 2.5 * 1.75)
    assert found[20, 10] == pytest.approx(2 * 0.5 * 0.75)
    assert found[21, 12] == pytest.approx(2)
    assert found[21, 13] == pytest.approx(0)


def test_a_flow_carries_points_away_from_where_people_live_densely() -> None:
    density = np.ones((CELLS, CELLS))
    density[206:306, 206:306] = 4
    east, west, far = carried(np.array([[306.0, 256.0], [206.0, 256.0], [0.0, 0.0]]), density)
    assert east[0] > 326
    assert west[0] == pytest.approx(512 - east[0])
    assert far == pytest.approx([0, 0])


def test_edges_that_cross_are_smoothed_until_they_do_not() -> None:
    blocks = row_of_squares(0)
    notched = shapely.Polygon([(0, 0), (0, 40), (19, 40), (20, 10), (21, 40), (40, 40), (40, 0)])
    mesh = mesh_of(gpd.GeoSeries([notched], index=blocks.index))
    points = np.unique(shapely.get_coordinates(notched), axis=0)
    crossed = points.copy()
    crossed[(points == (19, 40)).all(axis=1)] = (23, 40)
    assert len(mesh.tangled(crossed))
    found = settled(mesh, crossed, np.array([1500.0]))
    assert not len(mesh.tangled(found))
    assert mesh.areas(found) == pytest.approx([1500], abs=1)


def test_areas_that_no_small_correction_reaches_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("geo.people.MOST_CORRECTIONS", 1)
    land = row_of_squares(0, 0.1)
    points = np.unique(shapely.get_coordinates(land.to_numpy()), axis=0)
    with pytest.raises(ShapeError, match="small corrections"):
        corrected(mesh_of(land), points, np.array([3000.0, 3000.0]))
