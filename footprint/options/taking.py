"""Taking: the areas that somebody has chosen to move, at whichever size they are taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from footprint.english import listed, plural

_EACH = 6
"""So many areas have a line each; more are told by county."""


@dataclass(frozen=True, eq=False)
class Areas:
    """What may be taken at one size: the area of each block, "" where there is none, and names.

    `one` is what such an area is called. `counties` gives the areas that together are a county, by
    its code, and `shires` its name.
    """

    one: str
    of: pd.Series
    names: Mapping[str, str]
    counties: Mapping[str, Sequence[str]]
    shires: Mapping[str, str]

    def blocks(self, chosen: Iterable[str]) -> list[str]:
        """The blocks of some areas, and of all areas of some counties."""
        return list(self.of.index[self.of.isin(self.one_by_one(chosen))])

    def one_by_one(self, chosen: Iterable[str]) -> list[str]:
        """The same areas with those of each county in its place."""
        found = (self.counties.get(one, [one]) for one in chosen)
        return list(dict.fromkeys(area for some in found for area in some))

    def held(self, blocks: Collection[str]) -> tuple[list[str], list[str]]:
        """The areas that some blocks hold all of, and the blocks in none of these."""
        inside = self.of.index.isin(blocks)
        partly = {"", *self.of[~inside]}
        whole = [code for code in dict.fromkeys(self.of[inside]) if code not in partly]
        return whole, list(self.of.index[inside & ~self.of.isin(whole)])

    def by_county(self, areas: Sequence[str]) -> list[str]:
        """The same areas with each county that all of are among them in their place."""
        whole = [county for county, some in self.counties.items() if set(some) <= set(areas)]
        inside = set(self.one_by_one(whole))
        return [*whole, *(one for one in areas if one not in inside)]

    @cached_property
    def county_of(self) -> dict[str, str]:
        """The code of the county that each area is in, where it is one of several."""
        return {area: county for county, some in self.counties.items() for area in some}


@dataclass(frozen=True, eq=False)
class Taken:
    """Blocks that are chosen, as they are told: of areas, of smaller ones, and with their people.

    `smaller` are the districts and parts of them that are no whole area of the size looked at, and
    `size` is the one at which they are taken.
    """

    areas: Areas
    whole: Sequence[str]
    smaller: Sequence[str]
    size: str
    people: pd.Series
    blocks: Sequence[str]

    @property
    def count(self) -> str:
        """How many areas are chosen, and how many people live there."""
        number = plural(len(self.whole) + len(self.smaller), "area", "areas")
        return f"Chosen: {number}, {self.people[list(self.blocks)].sum():,} people."

    @property
    def lines(self) -> list[str]:
        """Every area that is chosen, with its people: by county, where there are many."""
        said = []
        if self.smaller:
            kept = f"Also chosen, as smaller areas: {listed(sorted(self.smaller))}"
            said.append(f"{kept}. To leave one of them out, take by “{self.size}” again.")
        if len(self.whole) > _EACH:
            return [*said, *self._grouped()]
        by_name = sorted(self.whole, key=self.areas.names.__getitem__)
        return [*said, *(self._line(self.areas.names[one], [one]) for one in by_name)]

    def _grouped(self) -> Iterable[str]:
        groups: dict[str, list[str]] = {}
        for one in self.whole:
            groups.setdefault(self.areas.county_of.get(one, ""), []).append(one)
        others = groups.pop("", [])
        for county, some in sorted(groups.items(), key=lambda one: self.areas.shires[one[0]]):
            yield self._line(self._of_county(county, some), some)
        if others:
            yield self._line(listed(sorted(map(self.areas.names.__getitem__, others))), others)

    def _of_county(self, county: str, some: Sequence[str]) -> str:
        shire, every = self.areas.shires[county], self.areas.counties[county]
        if len(some) == len(every):
            return f"{shire}, all {len(every)} {self.areas.one}s"
        names = listed(sorted(map(self.areas.names.__getitem__, some)))
        return f"{names} in {shire}"

    def _line(self, words: str, some: Sequence[str]) -> str:
        return f"{words}: {self.people[self.areas.blocks(some)].sum():,} people"
