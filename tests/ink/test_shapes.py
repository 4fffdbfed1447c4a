"""Shapes for paper: which lines stand round some blocks, and where a map stands on its page."""

from __future__ import annotations

import numpy as np
import pytest

from footprint.facts.topology import COAST
from footprint.ink.shapes import Coverage, window
from footprint.maps.layer import Area, Layer
from footprint.maps.marks import Mark
from footprint.papers.box import Box

LINES = tuple(np.array([(n, 0.0), (n, 1.0)]) for n in range(4))


def test_the_boundary_of_some_blocks_is_their_own_coast_and_what_parts_them_from_others() -> None:
    # Block 0 has a coast, written either way round; 0 and 1 meet, and 1 and 2.
    sides = ((0, COAST), (COAST, 2), (0, 1), (1, 2))
    blocks = Coverage(np.array([]), LINES, sides)
    assert blocks.boundary([True, True, False]) == ([LINES[3]], [LINES[0]])
    assert blocks.boundary([False, False, True]) == ([LINES[3]], [LINES[1]])
    assert blocks.boundary([True, False, True]) == ([LINES[2], LINES[3]], [LINES[0], LINES[1]])
    assert blocks.boundary([False, False, False]) == ([], [])


def test_lines_are_coast_clusters_footprints_and_bodies_inside_a_cluster() -> None:
    # Four blocks in a row: two bodies of one cluster, the second of two blocks, then another.
    sides = ((0, COAST), (0, 1), (1, 2), (2, 3))
    blocks = Coverage(np.array([]), LINES, sides)
    bodies = _layer((0, 1, 1, 2), clusters_of_block=(1, 1, 1, 0))
    sets = blocks.boundaries(bodies)
    assert {kind: [_number(arc) for arc in arcs] for kind, arcs in sets.items()} == {
        "coast": [0],
        "fine": [],
        "outer": [1],
        "cluster": [3],
    }
    assert blocks.inner(bodies) == {}
    teams = _layer((0, 0, 0, 1), mark=Mark.STILL_IN_FORCE, bodies_of_block=(0, 1, 1, 2))
    assert [_number(arc) for arc in blocks.boundaries(teams)["outer"]] == [3]
    assert [_number(arc) for arc in blocks.inner(teams)[0]] == [1]


def _number(arc: np.ndarray) -> int:
    return next(n for n, line in enumerate(LINES) if line is arc)


def _layer(owners: tuple[int, ...], mark: Mark = Mark.NONE, **others: tuple[int, ...]) -> Layer:
    areas = tuple(
        Area(id=str(n), name=str(n), fill="#ffffff", marks=mark) for n in sorted(set(owners))
    )
    return Layer("", "", areas, owners, "", (), **others)


@pytest.mark.parametrize(
    ("across", "west"), [(0.0, 1_000.0), (0.5, 1_000.0 - 50.0), (1.0, 1_000.0 - 100.0)]
)
def test_a_map_stands_in_its_rectangle_to_scale_with_what_is_spare_on_one_side_or_both(
    across: float, west: float
) -> None:
    # 100 by 100 metres in 40 by 20 mm: a fifth of a millimetre for a metre, 100 metres to spare.
    shown = window(Box(5, 7, 40, 20), (1_000.0, 2_000.0, 1_100.0, 2_100.0), across=across)
    assert shown.scale == pytest.approx(0.2)
    assert (shown.west, shown.south) == pytest.approx((west, 2_000.0))
    (corner,) = shown.placed(np.array([(west, 2_000.0)]))
    assert corner == pytest.approx((5, -27))


def test_a_map_with_room_round_it_stays_in_the_middle() -> None:
    shown = window(Box(0, 0, 10, 10), (0.0, 0.0, 100.0, 100.0), ease=0.5)
    (low, high) = shown.placed(np.array([(0.0, 0.0), (100.0, 100.0)]))
    assert low == pytest.approx((2.5, -7.5))
    assert high == pytest.approx((7.5, -2.5))
