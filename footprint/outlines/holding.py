"""Holding: how many people of each block live in each of some areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
import shapely

from footprint.facts.homes import Homes

NEAR_M = 1_000
"""A point stands for about this much land, and coasts of maps are drawn as coarsely."""
NOWHERE = ""
SHARED = "\0"


@dataclass(frozen=True, eq=False)
class Held:
    """People of mid-2022 by block and area.

    `people` has a row for each block and a column for each area, one for NOWHERE, and one for
    those who live in several areas at once, if any do.
    """

    people: pd.DataFrame

    @cached_property
    def area_of(self) -> pd.Series:
        """The area that holds most of each block, NOWHERE where most of it is in none.

        People who live in two areas at once speak for neither.
        """
        alone = self.people.drop(columns=SHARED, errors="ignore")
        return alone.idxmax(axis="columns").where(alone.max(axis="columns") > 0, NOWHERE)

    @cached_property
    def shares(self) -> pd.DataFrame:
        """The same as shares of each block's people."""
        return self.people.div(self.people.sum(axis="columns"), axis="index")

    @property
    def taken(self) -> pd.Series:
        """The area of each block that goes to one."""
        return self.area_of[self.area_of != NOWHERE]

    @cached_property
    def astray(self) -> pd.Series:
        """People of each block who live elsewhere than in the area it goes to."""
        place = self.people.columns.get_indexer(self.area_of)
        own = self.people.to_numpy()[np.arange(len(place)), place]
        return self.people.sum(axis="columns") - own

    @property
    def people_taken(self) -> int:
        """Everybody who lives in a block that goes to an area."""
        return int(self.people.loc[self.taken.index].to_numpy().sum())

    @property
    def doubt(self) -> int:
        """Everybody who lives on another side of a line than their block goes to."""
        return int(self.astray.sum())

    @cached_property
    def doubt_of(self) -> pd.Series:
        """Everybody in doubt once: by the area they live in, else by the one their block goes to.

        Who lives in no area or in several, in a block that goes to none, is of no one area.
        """
        alone = self.people.drop(columns=[NOWHERE, SHARED], errors="ignore")
        lived = alone.where(alone.columns.to_numpy() != self.area_of.to_numpy()[:, None], 0).sum()
        rest = self.people.sum(axis="columns") - alone.sum(axis="columns")
        gone = rest.groupby(self.area_of).sum().reindex(alone.columns, fill_value=0)
        return lived + gone

    @property
    def twice(self) -> int:
        """Everybody who lives in several areas at once."""
        return int(self.people[SHARED].sum()) if SHARED in self.people else 0


def held(homes: Homes, shapes: np.ndarray, names: Sequence[str]) -> Held:
    """Count the people of each block by area; shapes of one name are one area.

    `shapes` are on the National Grid. Where areas hold half of a block or more, those of its
    people who are in none are in the nearest one within NEAR_M: a coast may be drawn as coarsely.
    """
    named = np.asarray(names, dtype=object)
    area = _inside(shapes, homes, named)
    inside = homes.people.where(area != NOWHERE, 0).groupby(homes.blocks).transform("sum")
    mostly = 2 * inside >= homes.people.groupby(homes.blocks).transform("sum")
    lost = np.flatnonzero((area == NOWHERE) & mostly)
    tree = shapely.STRtree(shapes)
    point, shape = tree.query_nearest(homes.points[lost], max_distance=NEAR_M, all_matches=False)
    area[lost[point]] = named[shape]
    people = homes.people.groupby([homes.blocks, area]).sum().unstack(fill_value=0)
    columns = [*dict.fromkeys(names), NOWHERE, *people.columns.intersection([SHARED])]
    return Held(people.reindex(columns=columns, fill_value=0))


def _inside(shapes: np.ndarray, homes: Homes, named: np.ndarray) -> np.ndarray:
    """The area that each point is in, SHARED where there are several."""
    # What asks is prepared, and what stands in the tree is not: an area of many corners asks.
    shape, point = shapely.STRtree(homes.points).query(shapes, predicate="intersects")
    found = pd.DataFrame({"point": point, "area": named[shape]}).drop_duplicates()
    several = found["point"].duplicated(keep=False)
    area = np.full(len(homes.points), NOWHERE, dtype=object)
    area[found["point"]] = found["area"].where(~several, SHARED)
    return area
