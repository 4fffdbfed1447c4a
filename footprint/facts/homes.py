"""Homes: where the people of each block live, as points on the National Grid."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from footprint.facts.manifest import ROOT, read_table


@dataclass(frozen=True, eq=False)
class Homes:
    """Points, each for everybody of one block in about a square kilometre.

    `table` has block, easting_m, northing_m (EPSG:27700) and residents_2022 of each point.
    """

    table: pd.DataFrame

    @property
    def blocks(self) -> pd.Series:
        """The block of each point."""
        return self.table["block"]

    @property
    def people(self) -> pd.Series:
        """The residents of mid-2022 each point stands for."""
        return self.table["residents_2022"]

    @cached_property
    def points(self) -> np.ndarray:
        """Where the points are, as shapes in metres on the National Grid."""
        return shapely.points(self.table["easting_m"], self.table["northing_m"])


def read_homes(root: Path = ROOT) -> Homes:
    """Read where people live."""
    return Homes(read_table("data/homes.csv", root))
