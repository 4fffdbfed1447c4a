"""TopoJSON: what the browser fetches is the committed blocks, to anybody who reads TopoJSON."""

import gzip
import json
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from footprint.facts.atlas import Atlas
from footprint.facts.manifest import ROOT
from footprint.facts.shapes import Shapes
from footprint.facts.topojson import encode


@pytest.fixture
def sent(england_shapes: Shapes) -> bytes:
    """What the browser fetches for England."""
    return encode(england_shapes)


def bracketed(content: bytes) -> dict:
    """The content with brackets put back round each point of an arc, and nothing else done."""
    topology = json.loads(content)
    topology["arcs"] = [list(zip(row[::2], row[1::2], strict=True)) for row in topology["arcs"]]
    return topology


def read_by_gdal(content: bytes, folder: Path) -> gpd.GeoDataFrame:
    """The blocks as an independent reader finds them, rounded to the decimals that are sent."""
    path = folder / "blocks.topojson"
    path.write_text(json.dumps(bracketed(content)), encoding="utf-8")
    read = gpd.read_file(path, layer="blocks").set_index("id")
    read.geometry = shapely.transform(read.geometry.to_numpy(), lambda xy: xy.round(4))
    return read


def plain(shape: shapely.Geometry) -> shapely.Geometry:
    """The shape in the one form that all shapes with the same rings have."""
    return shapely.normalize(shapely.MultiPolygon(list(shapely.get_parts(shape))))


def test_an_independent_reader_finds_the_committed_polygons_exactly(
    sent: bytes, tmp_path: Path
) -> None:
    features = json.loads((ROOT / "geo" / "blocks.geojson").read_text(encoding="utf-8"))["features"]
    read = read_by_gdal(sent, tmp_path)
    assert list(read.index) == sorted(one["properties"]["block"] for one in features)
    for one in features:
        ours = shapely.from_geojson(json.dumps(one["geometry"]))
        found = read.geometry[one["properties"]["block"]]
        assert plain(found).equals_exact(plain(ours), tolerance=0), one["properties"]


def test_what_is_sent_has_the_members_that_topojson_asks_for(toy_shapes: Shapes) -> None:
    topology = json.loads(encode(toy_shapes))
    assert topology["type"] == "Topology"
    assert topology["transform"] == {"scale": [0.0001, 0.0001], "translate": [0, 0]}
    (blocks,) = topology["objects"].values()
    assert blocks["type"] == "GeometryCollection"
    assert [one["id"] for one in blocks["geometries"]] == list(toy_shapes.blocks.index)


def test_a_shared_border_is_sent_once(toy: Atlas, toy_shapes: Shapes) -> None:
    topology = bracketed(encode(toy_shapes))
    blocks = topology["objects"]["blocks"]["geometries"]
    walked = [n for one in blocks for polygon in one["arcs"] for ring in polygon for n in ring]
    assert len(walked) == len(set(walked))
    assert {n if n >= 0 else ~n for n in walked} == set(range(len(topology["arcs"])))
    assert sum(n < 0 for n in walked) == len(toy.borders)


def test_encoding_is_the_same_each_time(toy_shapes: Shapes) -> None:
    again = Shapes(toy_shapes.blocks.copy())
    assert encode(toy_shapes) == encode(again)


def test_what_is_sent_is_small(sent: bytes) -> None:
    assert len(gzip.compress(sent)) <= 99_000
