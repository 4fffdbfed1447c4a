"""The toy country’s people, half of each block in its west and half in its east."""

import json
from collections.abc import Callable, Mapping

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from footprint.facts.atlas import Atlas
from footprint.facts.homes import Homes
from footprint.facts.shapes import NATIONAL_GRID
from footprint.intake.uploads import Upload
from footprint.options.option import Option, begin
from footprint.outlines import reading
from footprint.outlines.reading import Known
from footprint.plans.plan import Plan

WEST, SOUTH, KM = 400_000, 300_000, 1_000
NAMES = {"W": "West", "M": "Middle", "E": "East"}
Reading = Callable[..., Upload]


@pytest.fixture(scope="session")
def toy_known(toy: Atlas) -> Known:
    corners = {"A-1": (0, 10), "A-2": (0, 0), "B-1": (10, 10), "B-3": (10, 0)}
    corners |= {"C-4": (20, 0), "D-4": (40, 0)}
    rows = [
        (block, WEST + (x + half) * KM, SOUTH + (y + 5) * KM, people // 2)
        for block, (x, y) in corners.items()
        for half in (2, 8)
        for people in [int(toy.blocks.at[block, "residents_2022"])]
    ]
    table = pd.DataFrame(rows, columns=["block", "easting_m", "northing_m", "residents_2022"])
    return Known(toy, NAMES, Homes(table))


@pytest.fixture(scope="session")
def begun(today: Plan) -> Option:
    return begin(today, "icb-2023")


@pytest.fixture(scope="session")
def toy_reading(begun: Option, toy_known: Known) -> Reading:
    """A function that reads a file of the toy country."""
    return lambda content, *answers: reading.read(content, begun, toy_known, answers)


def box(west: float, south: float, east: float, north: float) -> shapely.Polygon:
    """A rectangle of the toy country, in its kilometres."""
    return shapely.box(
        *(WEST + west * KM, SOUTH + south * KM, WEST + east * KM, SOUTH + north * KM)
    )


def frame(areas: Mapping[str, shapely.Geometry], heading: str = "name") -> gpd.GeoDataFrame:
    """Areas by name, in metres."""
    return gpd.GeoDataFrame(
        {heading: list(areas)}, geometry=list(areas.values()), crs=NATIONAL_GRID
    )


def geojson(areas: Mapping[str, shapely.Geometry], heading: str = "name", **more: object) -> bytes:
    """Areas by name, as GeoJSON in longitude and latitude."""
    written = json.loads(frame(areas, heading).to_crs("EPSG:4326").to_json(drop_id=True))
    written.pop("crs", None)
    return json.dumps({**written, **more}).encode()


def given(upload: Upload) -> dict[str, str]:
    """The name of the footprint of each block."""
    assert upload.option, [one.sentence for one in upload.problems]
    by_id = upload.option.plan.by_id
    return {block: by_id[one].name for block, one in upload.option.plan.assignment}


def said(upload: Upload) -> str:
    """Everything an upload says."""
    return "\n".join([*upload.taken, *(one.sentence for one in upload.problems)])
