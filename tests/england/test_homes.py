"""Where people live: in the blocks they are counted in, and all of them."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from footprint.facts.atlas import Atlas
from footprint.facts.homes import Homes, read_homes
from footprint.facts.shapes import Shapes
from geo.homes import CELL_M, homes


@pytest.fixture(scope="module")
def committed() -> Homes:
    return read_homes()


def test_the_points_of_each_block_stand_for_all_its_residents(
    committed: Homes, england: Atlas
) -> None:
    people = committed.people.groupby(committed.blocks).sum()
    assert people.to_dict() == england.blocks["residents_2022"].to_dict()


def test_nearly_all_people_live_in_the_outline_of_their_block(
    committed: Homes, england_shapes: Shapes
) -> None:
    # The outlines that are drawn leave out up to 200 metres.
    drawn = england_shapes.grid.loc[committed.blocks].to_numpy()
    astray = ~shapely.intersects(drawn, committed.points)
    assert committed.people[astray].sum() < 0.0005 * committed.people.sum()
    assert shapely.distance(drawn, committed.points).max() < 400


def test_one_point_stands_for_each_square_kilometre_and_lies_in_one_of_its_small_areas() -> None:
    areas = pd.DataFrame(
        {
            "lsoa": ["L1", "L2", "L3", "L4"],
            "block": ["A", "A", "A", "B"],
            "residents_2022": [100, 10, 5, 7],
        }
    )
    middles = [(200, 200), (600, 600), (1_500, 200), (300, 300)]
    squares = [shapely.box(x - 10, y - 10, x + 10, y + 10) for x, y in middles]
    made = homes(areas, gpd.GeoSeries(squares, index=areas["lsoa"].to_list()))
    assert made.to_numpy().tolist() == [
        ["A", 200, 200, 110],
        ["A", 1_500, 200, 5],
        ["B", 300, 300, 7],
    ]
    assert CELL_M == 1_000
