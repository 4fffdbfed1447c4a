"""Grounds: what the browser is told of a map by people, and nothing more on land."""

import json

import pytest

from footprint.content.grounds import AS_LARGE
from footprint.facts.atlas import Atlas
from footprint.facts.people import read_people
from footprint.facts.shapes import Shapes, bounds
from footprint.maps.layer import Area, Layer
from footprint.web.grounds import LONDON_BY_PEOPLE, ON_LAND, Standing
from footprint.web.map import LONDON, message

LAYER = Layer(
    title="Toy",
    areas=(Area(id="W", name="West", fill="#ffffff", tooltip=("100 people",)),),
    area_of_block=(0, 0),
    legend=(),
    legend_title="Toy",
    summary="One area.",
)


def told(standing: Standing) -> dict:
    return json.loads(message(LAYER, {}, standing=standing))


def test_on_land_nothing_is_said_of_the_ground() -> None:
    said = told(ON_LAND)
    assert not {"ground", "arcs", "sizes"} & set(said)
    assert said["london"] == list(LONDON)
    assert said["summary"] == "One area."


def test_by_people_the_message_says_what_sizes_mean_and_where_the_arcs_are() -> None:
    said = told(Standing("people", "../people.json"))
    assert (said["ground"], said["arcs"], said["sizes"]) == ("people", "../people.json", AS_LARGE)
    assert said["summary"] == f"One area. {AS_LARGE}"
    assert said["stamp"] != told(ON_LAND)["stamp"]


def test_london_by_people_is_shown_whole(england: Atlas, england_shapes: Shapes) -> None:
    region = england.blocks["region"]
    found = bounds(read_people(england_shapes), region.index[region == "London"])
    assert found == pytest.approx(LONDON_BY_PEOPLE, abs=0.05)
    west, south, east, north = LONDON_BY_PEOPLE
    assert west < found[0] < found[2] < east
    assert south < found[1] < found[3] < north
