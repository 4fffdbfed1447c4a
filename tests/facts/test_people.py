"""The blocks by people as the app reads them: over England, and point for point the land's."""

import gzip
import json
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely

from footprint.facts.anchors import anchors
from footprint.facts.atlas import Atlas
from footprint.facts.manifest import ROOT, checksum
from footprint.facts.people import PeopleShapes, read_people
from footprint.facts.shapes import ShapeError, Shapes, bounds, dissolved
from footprint.facts.topojson import encode, encode_arcs
from geo.manifest import sealed


@pytest.fixture(scope="module")
def people(england_shapes: Shapes) -> PeopleShapes:
    return read_people(england_shapes)


def mercator(latitude: float) -> float:
    return float(np.arcsinh(np.tan(np.radians(latitude))))


def test_every_point_of_an_arc_lies_in_the_blocks_the_land_says(
    people: PeopleShapes, england_shapes: Shapes
) -> None:
    here, there = people.topology, england_shapes.topology
    assert (here.sides, here.rings) == (there.sides, there.rings)
    assert list(map(len, here.arcs)) == list(map(len, there.arcs))
    longest = max(range(len(here.arcs)), key=lambda n: len(here.arcs[n]))
    one = max(here.sides[longest])
    corners = shapely.get_coordinates(people.blocks.iloc[one])
    assert set(here.arcs[longest]) <= {(round(x * 1e4), round(y * 1e4)) for x, y in corners}


def test_a_web_map_shows_the_plane_to_one_scale_and_as_tall_as_the_land(
    people: PeopleShapes, england_shapes: Shapes
) -> None:
    west, south, east, north = people.blocks.total_bounds
    left, bottom, right, top = people.grid.total_bounds
    assert (south, north) == pytest.approx(england_shapes.blocks.total_bounds[[1, 3]])
    across = np.radians(east - west) / (right - left)
    along = (mercator(north) - mercator(south)) / (top - bottom)
    assert across == pytest.approx(along)


def test_areas_dissolve_on_the_plane_and_keep_their_share(
    people: PeopleShapes, england: Atlas
) -> None:
    drawn = dissolved(people, england.blocks["icb"])
    residents = england.blocks.groupby("icb")["residents_2024"].sum()
    assert drawn.crs is None
    shares = drawn.area / drawn.area.sum()
    pd.testing.assert_series_equal(
        shares, residents / residents.sum(), rtol=1e-4, check_names=False, check_index_type=False
    )


def test_a_name_stands_in_its_own_area(people: PeopleShapes, england: Atlas) -> None:
    owner = england.blocks["icb"]
    found = anchors(people, owner)
    assert len(found) == 42
    for icb, anchor in found.items():
        west, south, east, north = bounds(people, owner.index[owner == icb])
        assert west < anchor.longitude < east
        assert south < anchor.latitude < north


def test_what_is_sent_for_people_is_the_arcs_alone_and_small(people: PeopleShapes) -> None:
    sent = encode_arcs(people)
    assert set(json.loads(sent)) == {"transform", "arcs"}
    assert json.loads(sent)["arcs"] == json.loads(encode(people))["arcs"]
    assert len(gzip.compress(sent)) <= 95_000


def test_blocks_by_people_that_are_not_the_lands_are_refused(
    tmp_path: Path, england_shapes: Shapes
) -> None:
    for folder in ("geo", "data"):
        (tmp_path / folder).mkdir()
    held = json.loads((ROOT / "geo" / "people.geojson").read_text(encoding="utf-8"))
    held["features"] = held["features"][1:]
    wrong = tmp_path / "geo" / "people.geojson"
    wrong.write_text(json.dumps(held), encoding="utf-8")
    manifest = Path(shutil.copy(ROOT / "data" / "sources.toml", tmp_path / "data"))
    described = manifest.read_text(encoding="utf-8")
    ours = checksum(ROOT / "geo" / "people.geojson")
    assert ours in described
    manifest.write_text(sealed(described.replace(ours, checksum(wrong))), encoding="utf-8")
    with pytest.raises(ShapeError, match="^geo/people.geojson is not drawn from"):
        read_people(england_shapes, tmp_path)
