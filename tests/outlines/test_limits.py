"""Limits: how much a file of areas may hold, to the last area, corner and letter."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely

from footprint.facts.shapes import LONGITUDE_LATITUDE, NATIONAL_GRID
from footprint.outlines import drawings
from footprint.outlines.drawings import Drawing, on_grid
from footprint.outlines.geojson import as_text, geojson
from footprint.spreadsheets import UploadError
from tests.outlines.conftest import Reading, box, given
from tests.outlines.conftest import geojson as written

SQUARE = box(0, 0, 10, 10)


def drawing(*shapes: shapely.Geometry, crs: str = NATIONAL_GRID) -> Drawing:
    texts = {"name": tuple(f"Area {n}" for n in range(len(shapes)))}
    return Drawing("areas", crs, np.array(shapes, dtype=object), texts)


def features(count: int, **told: object) -> bytes:
    one = {"type": "Feature", "geometry": None, "properties": told}
    return json.dumps({"type": "FeatureCollection", "features": [one] * count}).encode()


def test_two_thousand_areas_are_read_and_no_more() -> None:
    assert len(geojson(features(2_000)).shapes) == 2_000
    assert len(on_grid(drawing(*[box(n, 0, n + 1, 1) for n in range(2_000)])).shapes) == 2_000
    said = "^The file holds more than 2,000 areas. Merge them first.$"
    with pytest.raises(UploadError, match=said):
        geojson(features(2_001))
    with pytest.raises(UploadError, match=said):
        on_grid(drawing(*[SQUARE] * 2_001))


def test_four_hundred_thousand_corners_are_taken_and_no_more() -> None:
    corners = np.linspace(0, 1, 199_999)
    upper, lower = np.c_[corners, corners * 0 + 1], np.c_[corners[::-1], corners * 0]
    ring = np.vstack([upper, lower, upper[:1]])
    most = drawing(shapely.Polygon(np.vstack([ring, ring[-1:]])))
    assert shapely.get_num_coordinates(most.shapes).sum() == 400_000
    assert drawings._areas_only(most) is most
    with pytest.raises(UploadError, match="^The areas have more than 400,000 corners. Simplify"):
        drawings._areas_only(drawing(*most.shapes, shapely.Point(0, 0)))


def test_areas_may_lie_over_each_other_three_times_and_not_four() -> None:
    assert len(on_grid(drawing(*[SQUARE] * 3)).shapes) == 3
    with pytest.raises(UploadError, match="^The areas lie over each other many times. Send those"):
        on_grid(drawing(*[SQUARE] * 4))


def test_lines_and_points_are_left_out_and_counted_and_their_words_with_them() -> None:
    line = shapely.LineString([(0, 0), (1, 1)])
    read = on_grid(drawing(shapely.Point(0, 0), SQUARE, line, shapely.Polygon()))
    assert read.texts == {"name": ("Area 1",)}
    assert len(read.shapes) == 1
    assert read.told == ("What is no area was left out: 3 lines or points.",)
    one = on_grid(drawing(SQUARE, line))
    assert one.told == ("What is no area was left out: 1 line or point.",)
    with pytest.raises(UploadError, match="^The file holds no areas. Send polygons"):
        on_grid(drawing(line))


def test_of_what_mending_makes_of_an_area_only_areas_are_kept() -> None:
    # A square with a spike, which is mended into a square and a line.
    spike = shapely.Polygon([(0, 0), (10, 0), (10, 10), (5, 10), (5, 20), (5, 10), (0, 10)])
    (shape,) = on_grid(drawing(spike)).shapes
    assert shape.equals(shapely.box(0, 0, 10, 10))
    assert shapely.get_dimensions(shape) == 2


def test_an_area_that_crosses_itself_a_few_times_is_mended_and_a_tangle_is_refused() -> None:
    bow = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    (mended,) = on_grid(drawing(bow)).shapes
    assert mended.is_valid and mended.area == pytest.approx(50)
    corners = np.random.default_rng(1).uniform(0, 1000, (800, 2))
    with pytest.raises(UploadError, match="^The areas cross themselves in more ways than can be"):
        on_grid(drawing(shapely.Polygon(np.vstack([corners, corners[:1]]))))


@pytest.mark.parametrize(
    ("west", "south", "crs"),
    [
        (-6.4, 49.85, LONGITUDE_LATITUDE),
        (-8.7, 57.8, LONGITUDE_LATITUDE),
        (1.7, 52.4, LONGITUDE_LATITUDE),
        (-0.9, 60.8, LONGITUDE_LATITUDE),
        (-9.0, 49.5, LONGITUDE_LATITUDE),
        (83_000, 5_000, NATIONAL_GRID),
        (460_000, 1_219_000, NATIONAL_GRID),
        (655_000, 293_000, NATIONAL_GRID),
        (-100_000, -10_000, NATIONAL_GRID),
    ],
)
def test_coordinates_are_taken_for_those_in_which_they_lie_in_britain(
    west: float, south: float, crs: str
) -> None:
    found, said = drawings._coordinates(
        drawing(shapely.box(west, south, west + 0.1, south + 0.1), crs="")
    )
    assert found == crs
    assert said == (
        f"The coordinates were taken for {drawings._SAID[crs]}; the file does not say so.",
    )


@pytest.mark.parametrize(
    ("west", "south"), [(-120_000, 5), (0, -30_000), (710_000, 5), (0, 1_310_000)]
)
def test_coordinates_that_lie_nowhere_in_britain_are_refused(west: float, south: float) -> None:
    with pytest.raises(UploadError, match="^The file does not say what its coordinates are in"):
        drawings._coordinates(drawing(shapely.box(west, south, west + 0.1, south + 0.1), crs=""))


def test_what_a_file_says_of_its_coordinates_holds_unless_they_are_no_degrees() -> None:
    metres = drawing(SQUARE, crs=LONGITUDE_LATITUDE)
    assert drawings._coordinates(metres)[0] == NATIONAL_GRID
    edge = drawing(shapely.box(-360, -90, 360, 90), crs=LONGITUDE_LATITUDE)
    assert drawings._coordinates(edge) == (LONGITUDE_LATITUDE, ())
    assert drawings._coordinates(drawing(SQUARE, crs="EPSG:3857")) == ("EPSG:3857", ())
    with pytest.raises(UploadError, match="^Some coordinates of the file are no numbers."):
        drawings._coordinates(drawing(shapely.Point(np.inf, 0)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (2.5, "2.5"),
        (-4.0, "-4"),
        (999_999_999_999_999.0, "999999999999999"),
        (1e15, "1000000000000000.0"),
        (-1e15, "-1000000000000000.0"),
        (10**20, "1" + "0" * 20),
        (True, ""),
        (None, ""),
        ({"a": 1}, ""),
        ("  a \n b ", "a b"),
        ("x" * 401, "x" * 400),
    ],
)
def test_a_property_is_said_as_people_write_it(value: object, text: str) -> None:
    assert as_text(value) == text


def test_sixty_properties_are_kept() -> None:
    told = {f"p{n}": n for n in range(61)}
    assert list(geojson(features(1, **told)).texts) == [f"p{n}" for n in range(60)]


def test_a_file_of_several_maps_is_asked_about_and_each_is_read_alone(
    toy_reading: Reading,
) -> None:
    whole = json.loads(written({"A": box(0, 0, 20, 20), "B": box(20, 0, 50, 20)}))
    maps = [
        {**one, "properties": {**one["properties"], "map": name}}
        for name in ("Now", "Then")
        for one in whole["features"]
    ]
    content = json.dumps({**whole, "features": maps}).encode()
    question = toy_reading(content).question
    assert question and [one.answer for one in question.readings] == ["layer:Now", "layer:Then"]
    assert set(given(toy_reading(content, "layer:Then")).values()) == {"A", "B"}
    alone = json.dumps({**whole, "features": maps[:2]}).encode()
    assert set(given(toy_reading(alone)).values()) == {"A", "B"}
