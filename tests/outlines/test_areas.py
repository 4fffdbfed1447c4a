"""Areas that somebody drew elsewhere: each block goes where most of its people live."""

import json

import pytest
import shapely

from tests.outlines.conftest import SOUTH, WEST, Reading, box, frame, geojson, given, said

HALVES = {"North": box(0, 10, 20, 20), "South": box(0, 0, 50, 10)}
NORTH = {"A-1", "B-1"}


def test_each_block_goes_to_the_area_that_holds_its_people(toy_reading: Reading) -> None:
    read = toy_reading(geojson(HALVES))
    assert given(read) == {
        block: "North" if block in NORTH else "South"
        for block in ("A-1", "A-2", "B-1", "B-3", "C-4", "D-4")
    }
    assert not read.problems
    assert read.taken[1] == "The areas were named by the property “name”."


def test_blocks_in_no_area_stay_as_they_were_and_are_named(toy_reading: Reading) -> None:
    read = toy_reading(geojson({"North": HALVES["North"]}))
    assert given(read) == {
        **{"A-1": "North", "B-1": "North"},
        **{"A-2": "West", "B-3": "Middle", "C-4": "East", "D-4": "East"},
    }
    assert not read.problems
    assert read.notes == (
        "No area of the file holds most of 4 areas, which stay as in the plan you began from: in "
        "Ash, Birch, Cedar, Dune.",
    )


def test_a_hole_in_an_area_is_not_in_it(toy_reading: Reading) -> None:
    ring = {"Ring": box(0, 0, 50, 20) - box(20, 0, 30, 10), "Hole": box(20, 0, 30, 10)}
    assert [block for block, one in given(toy_reading(geojson(ring))).items() if one == "Hole"] == [
        "C-4"
    ]


def test_pieces_of_one_name_are_one_footprint(toy_reading: Reading) -> None:
    parts = geojson({"A": box(0, 0, 10, 20), "B": box(10, 0, 30, 20), "C": box(40, 0, 50, 10)})
    whole = parts.replace(b'"C"', b'"A"')
    assert {block for block, one in given(toy_reading(whole)).items() if one == "A"} == {
        *("A-1", "A-2", "D-4")
    }


def test_a_block_that_is_cut_is_told_with_its_shares_and_a_small_doubt_is_taken(
    toy_reading: Reading,
) -> None:
    # Half of A-1, 25 of the country’s 1,050 people, is on the other side.
    tongue = box(0, 10, 4, 20)
    read = toy_reading(
        geojson({"North": HALVES["North"] - tongue, "South": HALVES["South"] | tongue})
    )
    assert said(read).splitlines()[2:] == [
        "25 people of 1,050 (2%) live on another side of a line than most of their block, "
        "and went with it.",
        "“Ash” is cut: it went to “North”, where 50% of its people live; 50% live in “South”.",
    ]


def test_areas_that_follow_no_blocks_are_refused_with_the_people_in_doubt(
    toy_reading: Reading,
) -> None:
    read = toy_reading(geojson({"Left": box(0, 0, 25, 20), "Right": box(25, 0, 50, 20)}))
    assert read.option is None
    assert said(read) == (
        "The areas follow neither districts nor sub-ICB locations: 12% of the people in them (125) "
        "live on another side of a line than most of their block, and at most 5% may, so nothing "
        "was changed. Furthest from those lines is “Right” (125 people in doubt). Draw the areas "
        "along the lines of districts, or hand in a table of districts with the footprint of each."
    )


def test_areas_that_overlap_are_refused_where_many_live_in_both(toy_reading: Reading) -> None:
    read = toy_reading(geojson({**HALVES, "Again": box(0, 0, 10, 10)}))
    assert read.option is None
    assert "(150, 150 of them in several areas at once)" in said(read)
    assert "along the lines of districts, none over another, or hand in a table" in said(read)
    assert "Furthest" not in said(read)


def test_people_a_little_off_the_coast_of_an_area_are_in_it(toy_reading: Reading) -> None:
    # The island is drawn so coarsely that the people in its east are 0.9 km out at sea.
    islands = {"Main": box(0, 0, 30, 20), "Island": box(40, 0, 47.1, 10)}
    read = toy_reading(geojson(islands))
    assert given(read)["D-4"] == "Island"
    assert not read.problems


def test_an_area_nobody_lives_in_is_left_out_and_named(toy_reading: Reading) -> None:
    read = toy_reading(geojson({**HALVES, "Sea": box(32, 0, 38, 5)}))
    assert "Nobody in England lives in “Sea”, so that was left out." in said(read)


def test_a_file_of_another_country_changes_nothing(toy_reading: Reading) -> None:
    read = toy_reading(geojson({"Abroad": box(0, -200, 50, -100)}))
    assert read.option is None
    assert "no area holds most of the people of any block" in said(read).lower()


def test_areas_that_cross_themselves_are_mended(toy_reading: Reading) -> None:
    corners = ((0, -200), (50, 220), (50, -200), (0, 220))
    bow = shapely.Polygon([(WEST + x * 1_000, SOUTH + y * 1_000) for x, y in corners])
    assert not bow.is_valid
    assert set(given(toy_reading(geojson({"Bow": bow}))).values()) == {"Bow"}


@pytest.mark.parametrize("crs", ["EPSG:27700", "EPSG:3857", "EPSG:4326", "EPSG:4258"])
def test_coordinates_are_read_as_the_file_says(toy_reading: Reading, crs: str) -> None:
    written = frame(HALVES).to_crs(crs).to_json(drop_id=True)
    told = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:{crs.replace(':', '::')}"}}
    read = toy_reading(json.dumps({**json.loads(written), "crs": told}).encode())
    assert set(given(read).values()) == {"North", "South"}
    assert len(read.taken) == 2


def test_metres_that_are_not_said_to_be_so_are_known_and_told(toy_reading: Reading) -> None:
    read = toy_reading(json.dumps({**json.loads(frame(HALVES).to_json()), "crs": None}).encode())
    assert set(given(read).values()) == {"North", "South"}
    assert read.taken[-1] == (
        "The coordinates were taken for metres of the British National Grid (EPSG:27700); "
        "the file does not say so."
    )


def test_an_area_that_has_the_name_or_the_code_of_a_footprint_is_that_footprint(
    toy_reading: Reading,
) -> None:
    areas = {"NHS West Integrated Care Board": HALVES["North"], "Other": HALVES["South"]}
    read = toy_reading(geojson(areas, "ICB23NM"))
    assert read.option
    assert dict(read.option.plan.assignment)["A-1"] == "W"
    assert given(read)["A-1"] == "West"


def test_several_properties_that_may_name_the_footprints_are_asked_about(
    toy_reading: Reading,
) -> None:
    whole = json.loads(geojson(HALVES, "LAD25NM"))
    for feature, other in zip(whole["features"], ("One", "Two"), strict=True):
        feature["properties"] |= {"ICB25NM": other, "OBJECTID": 7}
    read = toy_reading(json.dumps(whole).encode())
    assert read.option is None
    assert read.question
    assert [one.words for one in read.question.readings] == ["By “LAD25NM”", "By “ICB25NM”"]
    assert read.question.readings[1].rows == (("ICB25NM",), ("One",), ("Two",))
    chosen = toy_reading(json.dumps(whole).encode(), read.question.readings[1].answer)
    assert set(given(chosen).values()) == {"One", "Two"}


def test_areas_without_a_name_are_numbered(toy_reading: Reading) -> None:
    whole = json.loads(geojson(HALVES))
    for feature in whole["features"]:
        feature["properties"] = None
    read = toy_reading(json.dumps(whole).encode())
    assert set(given(read).values()) == {"Area 1", "Area 2"}
    assert "The areas have no names, so they were numbered." in read.taken


REFUSED = {
    "cut short": (b'{"type": "FeatureCollection", "features": [', "is not GeoJSON"),
    "TopoJSON": (b'{"type": "Topology", "objects": {}}', "Save it as GeoJSON"),
    "no features": (
        b'{"type": "FeatureCollection", "features": []}',
        "The GeoJSON holds no areas.",
    ),
    "an object of something else": (b'{"a": 1}', "The file holds no features."),
    "nested too deep": (b'{"a":' * 30_000 + b"1" + b"}" * 30_000, "is not GeoJSON"),
    "points": (
        b'{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[0,51]}}',
        "The file holds no areas.",
    ),
    "a ring of two corners": (
        b'{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,51],[1,52]]]}}',
        "is not GeoJSON",
    ),
    "a coordinate system nobody knows": (
        geojson(HALVES, crs={"type": "name", "properties": {"name": "EPSG:999999"}}),
        "The file’s coordinate system is not one that can be read.",
    ),
    "a coordinate system that is a path": (
        geojson(HALVES, crs={"type": "name", "properties": {"name": "/etc/passwd"}}),
        "The file’s coordinate system is not one that can be read.",
    ),
    "coordinates from nowhere": (
        frame({"A": shapely.box(9e6, 9e6, 9.1e6, 9.1e6)})
        .to_json()
        .replace("27700", "4326")
        .encode(),
        "they are neither longitude and latitude in Britain nor metres of the National Grid.",
    ),
    "too large": (b"{" + b" " * 5_000_001, "larger than 5 MB"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_file_of_areas_is_refused_in_one_sentence(
    toy_reading: Reading, name: str
) -> None:
    content, words = REFUSED[name]
    read = toy_reading(content)
    assert read.option is None
    assert len(read.problems) == 1
    assert words in read.problems[0].sentence


def test_an_area_named_nearly_as_another_or_as_a_footprint_is_told(toy_reading: Reading) -> None:
    read = toy_reading(geojson({"Northern": box(0, 10, 50, 20), "Nothern": box(0, 0, 50, 10)}))
    assert read.notes[0] == (
        "“Nothern” was read as a footprint of its own. If you mean “Northern”, write that name in "
        "the file."
    )
