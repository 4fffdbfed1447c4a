"""Shapes: each edge is stored once, and the blocks can be rebuilt from the edges exactly."""

import gzip
import itertools
import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.facts.manifest import ROOT, checksum
from footprint.facts.shapes import (
    COAST,
    LONGITUDE_LATITUDE,
    NATIONAL_GRID,
    Edges,
    ShapeError,
    Shapes,
    anchors,
    bounds,
    content_name,
    cut_edges,
    encode,
    outlines,
    read_shapes,
)
from footprint.plans.plan import Plan

MakePlan = Callable[..., Plan]
OWNERS = st.lists(st.sampled_from("pqrst"), min_size=6, max_size=6)


def coverage(**shapes: shapely.Geometry) -> gpd.GeoSeries:
    return gpd.GeoSeries(shapes, crs=LONGITUDE_LATITUDE)


@pytest.fixture
def lake() -> gpd.GeoSeries:
    """A square with a hole, a block that fills the hole, one with an islet, and a real hole.

    ring holds the hole; full fills it; twin is a square beside ring and an islet far away; gap
    touches ring at one corner only and has an empty hole of its own.
    """
    hole = [(0.3, 0.3), (0.3, 0.6), (0.6, 0.6), (0.6, 0.3)]
    return coverage(
        ring=shapely.Polygon([(0, 0), (0, 1), (1, 1), (1, 0)], [hole]),
        full=shapely.Polygon(hole),
        twin=shapely.MultiPolygon([shapely.box(1, 0, 2, 1), shapely.box(3, 3, 3.5, 3.5)]),
        gap=shapely.Polygon(
            [(0, 1), (-1, 1), (-1, 2), (0, 2)], [[(-0.6, 1.4), (-0.4, 1.4), (-0.4, 1.6)]]
        ),
    )


def walk(edges: Edges, numbers: tuple[int, ...]) -> list[tuple[int, int]]:
    """Put a ring together from its lines, as the browser does."""
    ring: list[tuple[int, int]] = []
    for n in numbers:
        line = edges.lines[n] if n >= 0 else edges.lines[~n][::-1]
        assert not ring or ring[-1] == line[0]
        ring += line if not ring else line[1:]
    assert ring[0] == ring[-1]
    return ring


def rebuilt(edges: Edges) -> list[shapely.Geometry]:
    return [
        shapely.MultiPolygon(
            [
                (np.array(outer) / 10_000, [np.array(hole) / 10_000 for hole in holes])
                for outer, *holes in (
                    [walk(edges, numbers) for numbers in polygon] for polygon in polygons
                )
            ]
        )
        for polygons in edges.rings
    ]


def same(one: shapely.Geometry, other: shapely.Geometry) -> bool:
    """Whether two shapes have the very same rings, wherever each ring starts."""
    whole = [
        shapely.normalize(shapely.MultiPolygon(list(shapely.get_parts(s)))) for s in (one, other)
    ]
    return bool(shapely.equals_exact(*whole, tolerance=1e-9))


def uses(edges: Edges) -> Counter[int]:
    """How often the rings walk each line, in either direction."""
    rings = itertools.chain.from_iterable(itertools.chain.from_iterable(edges.rings))
    return Counter(n if n >= 0 else ~n for ring in rings for n in ring)


def holds_together(blocks: gpd.GeoSeries) -> Edges:
    """Every line once, a shared one walked from both sides, every block rebuilt exactly."""
    edges = cut_edges(blocks)
    undirected = {min(line, line[::-1]) for line in edges.lines}
    assert len(undirected) == len(edges.lines) == len(edges.sides)
    walked = uses(edges)
    for n, (one, other) in enumerate(edges.sides):
        assert one != COAST
        assert one != other
        assert walked[n] == (1 if other == COAST else 2)
    assert all(same(ours, given) for ours, given in zip(rebuilt(edges), blocks, strict=True))
    return edges


def test_the_toy_country_has_each_border_once(toy: Atlas, toy_shapes: Shapes) -> None:
    edges = holds_together(toy_shapes.blocks)
    names = list(toy_shapes.blocks.index)
    shared = {frozenset(names[i] for i in pair) for pair in edges.sides if COAST not in pair}
    assert shared == {
        frozenset(pair) for pair in zip(toy.borders["block_a"], toy.borders["block_b"], strict=True)
    }
    assert len([pair for pair in edges.sides if COAST not in pair]) == 5


def test_the_toy_island_is_one_line_of_coast(toy_shapes: Shapes) -> None:
    edges = toy_shapes.edges
    island = list(toy_shapes.blocks.index).index("D-4")
    (((number,),),) = edges.rings[island]
    assert edges.sides[number] == (island, COAST)
    assert len(edges.lines[number]) == 5


def test_a_filled_hole_an_empty_hole_and_an_islet_are_rebuilt(lake: gpd.GeoSeries) -> None:
    edges = holds_together(lake)
    ring, full, twin, gap = range(4)
    between = Counter(frozenset(pair) for pair in edges.sides)
    assert between[frozenset({ring, full})] == 1
    assert between[frozenset({ring, twin})] == 1
    assert between[frozenset({full, COAST})] == 0
    assert between[frozenset({ring, gap})] == 0
    assert between[frozenset({gap, COAST})] == 2


def test_a_filled_hole_is_one_line_walked_both_ways_wherever_its_rings_start() -> None:
    corners = [(0.3, 0.3), (0.6, 0.3), (0.6, 0.6), (0.3, 0.6)]
    for turn in range(4):
        turned = corners[turn:] + corners[:turn]
        blocks = coverage(
            outer=shapely.Polygon([(0, 0), (1, 0), (1, 1), (0, 1)], [corners]),
            inner=shapely.Polygon(turned),
        )
        assert len(holds_together(blocks).lines) == 2


def test_lines_end_where_three_blocks_meet() -> None:
    blocks = coverage(
        left=shapely.Polygon([(0, 0), (0, 2), (1, 2), (1, 1), (1, 0)]),
        low=shapely.Polygon([(1, 0), (1, 1), (2, 1), (2, 0)]),
        high=shapely.Polygon([(1, 1), (1, 2), (2, 2), (2, 1)]),
    )
    edges = holds_together(blocks)
    assert sum(COAST not in pair for pair in edges.sides) == 3
    assert all((10_000, 10_000) not in line[1:-1] for line in edges.lines)


@given(corner=st.integers(0, 3), wide=st.integers(1, 40), high=st.integers(1, 40))
def test_two_rectangles_share_one_line_however_their_rings_turn(
    corner: int, wide: int, high: int
) -> None:
    x, y = wide / 100, high / 100
    left = [(0.0, 0.0), (x, 0.0), (x, y), (0.0, y)]
    right = shapely.Polygon([(x, 0), (2 * x, 0), (2 * x, y), (x, y)])
    for ring in (left[corner:] + left[:corner], (left[corner:] + left[:corner])[::-1]):
        edges = holds_together(coverage(left=shapely.Polygon(ring), right=right))
        assert sum(COAST not in pair for pair in edges.sides) == 1


def decoded(content: bytes) -> list[list[tuple[int, int]]]:
    lines = json.loads(content)["lines"]
    return [
        [tuple(point) for point in np.cumsum(np.reshape(steps, (-1, 2)), axis=0).tolist()]
        for steps in lines
    ]


def test_the_browsers_file_decodes_to_the_same_points(toy: Atlas, toy_shapes: Shapes) -> None:
    content = encode(toy_shapes, {"icb": toy.blocks["icb"]})
    read = json.loads(content)
    assert decoded(content) == [list(line) for line in toy_shapes.edges.lines]
    assert read["sides"] == [list(pair) for pair in toy_shapes.edges.sides]
    assert read["blocks"] == list(toy_shapes.blocks.index)
    assert read["scale"] == 10_000


def test_groups_say_which_blocks_belong_together(toy: Atlas, toy_shapes: Shapes) -> None:
    shuffled = toy.blocks["icb"].sample(frac=1, random_state=1)
    groups = json.loads(encode(toy_shapes, {"icb": shuffled}))["groups"]
    assert groups == {"icb": [2, 2, 2, 1, 0, 0]}


def test_encoding_is_the_same_each_time(toy: Atlas, toy_shapes: Shapes) -> None:
    again = Shapes(toy_shapes.blocks.copy())
    groups = {"icb": toy.blocks["icb"], "lad": toy.blocks["lad"]}
    assert encode(toy_shapes, groups) == encode(again, groups)


def test_a_files_name_changes_with_what_is_in_it() -> None:
    names = {content_name(content, "blocks", "json") for content in (b"", b"a", b"b")}
    assert len(names) == 3
    assert content_name(b"a", "blocks", "json") == "blocks.ca978112ca1b.json"


@given(owners=OWNERS)
def test_dissolving_keeps_all_land_and_invents_none(
    toy_shapes: Shapes, make_plan: MakePlan, owners: list[str]
) -> None:
    drawn = outlines(toy_shapes, make_plan(*owners).footprint_of)
    assert drawn.area.sum() == pytest.approx(toy_shapes.grid.area.sum())
    assert drawn.is_valid.all()
    assert drawn.crs == NATIONAL_GRID


@given(owners=OWNERS)
def test_a_name_stands_inside_its_footprint(
    toy_shapes: Shapes, make_plan: MakePlan, owners: list[str]
) -> None:
    inside(toy_shapes, make_plan(*owners))


def inside(shapes: Shapes, plan: Plan) -> None:
    drawn, placed = outlines(shapes, plan.footprint_of), anchors(shapes, plan.footprint_of)
    assert set(placed) == set(plan.by_id)
    points = gpd.GeoSeries(
        {key: shapely.Point(a.longitude, a.latitude) for key, a in placed.items()},
        crs=LONGITUDE_LATITUDE,
    ).to_crs(NATIONAL_GRID)
    for footprint, shape in drawn.items():
        assert shape.contains(points[footprint]), (plan.key, footprint)
        # The circle is fitted to a shape simplified by up to 500 m.
        assert placed[footprint].room <= shape.boundary.distance(points[footprint]) + 600


def test_the_middle_of_a_square_has_five_kilometres_of_room(
    toy_shapes: Shapes, today: Plan
) -> None:
    anchor = anchors(toy_shapes, today.footprint_of)["M"]
    assert anchor.room == pytest.approx(5_000, abs=60)


def test_bounds_enclose_the_blocks_asked_for(toy_shapes: Shapes) -> None:
    west, south, east, north = bounds(toy_shapes, ["B-1", "B-3"])
    assert (west, south) == tuple(toy_shapes.blocks["B-3"].bounds[:2])
    assert (east, north) == pytest.approx(toy_shapes.blocks["B-1"].bounds[2:], abs=0.003)


def test_the_committed_blocks_are_rebuilt_from_their_edges(england_shapes: Shapes) -> None:
    holds_together(england_shapes.blocks)


def test_the_committed_file_for_the_browser_is_small(
    england: Atlas, england_shapes: Shapes
) -> None:
    content = encode(england_shapes, {"icb": england.blocks["icb"], "lad": england.blocks["lad"]})
    assert decoded(content) == [list(line) for line in england_shapes.edges.lines]
    assert len(gzip.compress(content)) <= 300_000


def test_every_name_stands_inside_its_footprint_in_every_shipped_plan(
    england_shapes: Shapes, completed: dict[str, Plan]
) -> None:
    for plan in completed.values():
        inside(england_shapes, plan)


def test_the_shapes_are_the_blocks_of_the_atlas(england: Atlas, england_shapes: Shapes) -> None:
    pd.testing.assert_index_equal(england_shapes.blocks.index, england.blocks.index)


def test_an_overlap_in_the_committed_file_would_be_refused(tmp_path: Path) -> None:
    (tmp_path / "geo").mkdir()
    (tmp_path / "data").mkdir()
    features = [
        {"properties": {"block": name}, "geometry": json.loads(shapely.to_geojson(shape))}
        for name, shape in (("a", shapely.box(0, 0, 1, 1)), ("b", shapely.box(0.5, 0, 2, 1)))
    ]
    wrong = tmp_path / "geo" / "blocks.geojson"
    wrong.write_text(json.dumps({"features": features}), encoding="utf-8")
    manifest = shutil.copy(ROOT / "data" / "sources.toml", tmp_path / "data")
    described = Path(manifest).read_text(encoding="utf-8")
    ours = checksum(ROOT / "geo" / "blocks.geojson")
    assert ours in described
    Path(manifest).write_text(described.replace(ours, checksum(wrong)), encoding="utf-8")
    with pytest.raises(ShapeError, match="^geo/blocks.geojson has gaps or overlaps."):
        read_shapes(tmp_path)
