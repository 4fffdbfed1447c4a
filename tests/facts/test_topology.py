"""Topology: each arc is stored once, and the blocks can be rebuilt from the arcs exactly."""

import itertools
from collections import Counter

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.facts.shapes import LONGITUDE_LATITUDE, Shapes
from footprint.facts.topology import COAST, STEPS, Topology, topology_of


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


def walk(topology: Topology, numbers: tuple[int, ...]) -> list[tuple[int, int]]:
    """Put a ring together from its arcs, as the browser does."""
    ring: list[tuple[int, int]] = []
    for n in numbers:
        arc = topology.arcs[n] if n >= 0 else topology.arcs[~n][::-1]
        assert not ring or ring[-1] == arc[0]
        ring += arc if not ring else arc[1:]
    assert ring[0] == ring[-1]
    return ring


def rebuilt(topology: Topology) -> list[shapely.Geometry]:
    return [
        shapely.MultiPolygon(
            [
                (np.array(outer) / STEPS, [np.array(hole) / STEPS for hole in holes])
                for outer, *holes in (
                    [walk(topology, numbers) for numbers in polygon] for polygon in polygons
                )
            ]
        )
        for polygons in topology.rings
    ]


def same(one: shapely.Geometry, other: shapely.Geometry) -> bool:
    """Whether two shapes have the very same rings, wherever each ring starts."""
    whole = [
        shapely.normalize(shapely.MultiPolygon(list(shapely.get_parts(s)))) for s in (one, other)
    ]
    return bool(shapely.equals_exact(*whole, tolerance=1e-9))


def uses(topology: Topology) -> Counter[int]:
    """How often the rings walk each arc, in either direction."""
    rings = itertools.chain.from_iterable(itertools.chain.from_iterable(topology.rings))
    return Counter(n if n >= 0 else ~n for ring in rings for n in ring)


def holds_together(blocks: gpd.GeoSeries) -> Topology:
    """Every arc once, a shared one walked from both sides, every block rebuilt exactly."""
    topology = topology_of(blocks)
    undirected = {min(arc, arc[::-1]) for arc in topology.arcs}
    assert len(undirected) == len(topology.arcs) == len(topology.sides)
    walked = uses(topology)
    for n, (one, other) in enumerate(topology.sides):
        assert one != COAST
        assert one != other
        assert walked[n] == (1 if other == COAST else 2)
    assert all(same(ours, given) for ours, given in zip(rebuilt(topology), blocks, strict=True))
    return topology


def test_the_toy_country_has_each_border_once(toy: Atlas, toy_shapes: Shapes) -> None:
    topology = holds_together(toy_shapes.blocks)
    names = list(toy_shapes.blocks.index)
    shared = {frozenset(names[i] for i in pair) for pair in topology.sides if COAST not in pair}
    assert shared == {
        frozenset(pair) for pair in zip(toy.borders["block_a"], toy.borders["block_b"], strict=True)
    }
    assert len([pair for pair in topology.sides if COAST not in pair]) == 5


def test_the_toy_island_is_one_arc_of_coast(toy_shapes: Shapes) -> None:
    topology = toy_shapes.topology
    island = list(toy_shapes.blocks.index).index("D-4")
    (((number,),),) = topology.rings[island]
    assert topology.sides[number] == (island, COAST)
    assert len(topology.arcs[number]) == 5


def test_a_filled_hole_an_empty_hole_and_an_islet_are_rebuilt(lake: gpd.GeoSeries) -> None:
    topology = holds_together(lake)
    ring, full, twin, gap = range(4)
    between = Counter(frozenset(pair) for pair in topology.sides)
    assert between[frozenset({ring, full})] == 1
    assert between[frozenset({ring, twin})] == 1
    assert between[frozenset({full, COAST})] == 0
    assert between[frozenset({ring, gap})] == 0
    assert between[frozenset({gap, COAST})] == 2


def test_a_filled_hole_is_one_arc_walked_both_ways_wherever_its_rings_start() -> None:
    corners = [(0.3, 0.3), (0.6, 0.3), (0.6, 0.6), (0.3, 0.6)]
    for turn in range(4):
        turned = corners[turn:] + corners[:turn]
        blocks = coverage(
            outer=shapely.Polygon([(0, 0), (1, 0), (1, 1), (0, 1)], [corners]),
            inner=shapely.Polygon(turned),
        )
        assert len(holds_together(blocks).arcs) == 2


def test_arcs_end_where_three_blocks_meet() -> None:
    blocks = coverage(
        left=shapely.Polygon([(0, 0), (0, 2), (1, 2), (1, 1), (1, 0)]),
        low=shapely.Polygon([(1, 0), (1, 1), (2, 1), (2, 0)]),
        high=shapely.Polygon([(1, 1), (1, 2), (2, 2), (2, 1)]),
    )
    topology = holds_together(blocks)
    assert sum(COAST not in pair for pair in topology.sides) == 3
    assert all((STEPS, STEPS) not in arc[1:-1] for arc in topology.arcs)


@given(corner=st.integers(0, 3), wide=st.integers(1, 40), high=st.integers(1, 40))
def test_two_rectangles_share_one_arc_however_their_rings_turn(
    corner: int, wide: int, high: int
) -> None:
    x, y = wide / 100, high / 100
    left = [(0.0, 0.0), (x, 0.0), (x, y), (0.0, y)]
    right = shapely.Polygon([(x, 0), (2 * x, 0), (2 * x, y), (x, y)])
    for ring in (left[corner:] + left[:corner], (left[corner:] + left[:corner])[::-1]):
        topology = holds_together(coverage(left=shapely.Polygon(ring), right=right))
        assert sum(COAST not in pair for pair in topology.sides) == 1


def test_the_committed_blocks_are_rebuilt_from_their_arcs(england_shapes: Shapes) -> None:
    holds_together(england_shapes.blocks)
