"""Homes: where the people of each block live, as points that stand for a square kilometre."""

import geopandas as gpd
import pandas as pd

CELL_M = 1_000
"""One point stands for everybody of one block in one cell this wide."""

COLUMNS = ["block", "easting_m", "northing_m", "residents_2022"]


def homes(areas: pd.DataFrame, shapes: gpd.GeoSeries) -> pd.DataFrame:
    """Points in each block, on the National Grid, with the residents of mid-2022 they stand for.

    `shapes` are those of the LSOAs, by code. A point lies in one of the LSOAs of its cell, and so
    in its block: in the one nearest to the middle of the cell's people.
    """
    table = _placed(areas, shapes)
    people = table["residents_2022"]
    cell = [table["block"], table["easting_m"] // CELL_M, table["northing_m"] // CELL_M]
    table["residents_2022"] = people.groupby(cell).transform("sum")
    table["away"] = 0.0
    for axis in ("easting_m", "northing_m"):
        middle = (table[axis] * people).groupby(cell).transform("sum") / table["residents_2022"]
        table["away"] += (table[axis] - middle) ** 2
    # The code decides where two LSOAs are as near, so that the same one is always taken.
    nearest = table.sort_values(["away", "lsoa"]).index
    cells = pd.concat(cell, axis=1).loc[nearest]
    one_each = table.loc[cells.index[~cells.duplicated()], COLUMNS]
    return one_each.sort_values(COLUMNS[:3], ignore_index=True)


def _placed(areas: pd.DataFrame, shapes: gpd.GeoSeries) -> pd.DataFrame:
    """The LSOAs with a point inside each, in whole metres."""
    points = shapes.loc[areas["lsoa"]].representative_point()
    table = areas[["lsoa", "block", "residents_2022"]].copy()
    table["easting_m"] = points.x.round().astype(int).to_numpy()
    table["northing_m"] = points.y.round().astype(int).to_numpy()
    return table
