"""Shapes: outlines that fit together, and what they dissolve into."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.facts.manifest import ROOT, checksum
from footprint.facts.shapes import (
    NATIONAL_GRID,
    ShapeError,
    Shapes,
    bounds,
    dissolved,
    read_shapes,
)
from footprint.plans.plan import Plan
from geo.manifest import sealed

MakePlan = Callable[..., Plan]
OWNERS = st.lists(st.sampled_from("pqrst"), min_size=6, max_size=6)


@given(owners=OWNERS)
def test_dissolving_keeps_all_land_and_invents_none(
    toy_shapes: Shapes, make_plan: MakePlan, owners: list[str]
) -> None:
    drawn = dissolved(toy_shapes, make_plan(*owners).footprint_of)
    assert drawn.area.sum() == pytest.approx(toy_shapes.grid.area.sum())
    assert drawn.is_valid.all()
    assert drawn.crs == NATIONAL_GRID


def test_bounds_enclose_the_blocks_asked_for(toy_shapes: Shapes) -> None:
    west, south, east, north = bounds(toy_shapes, ["B-1", "B-3"])
    assert (west, south) == tuple(toy_shapes.blocks["B-3"].bounds[:2])
    assert (east, north) == pytest.approx(toy_shapes.blocks["B-1"].bounds[2:], abs=0.003)


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
    described = sealed(described.replace(ours, checksum(wrong)))
    Path(manifest).write_text(described, encoding="utf-8")
    with pytest.raises(ShapeError, match="^geo/blocks.geojson has gaps or overlaps."):
        read_shapes(tmp_path)
