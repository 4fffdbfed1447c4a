"""Units: the whole bodies that options are made of, their people, and which lie side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from footprint.facts.atlas import Atlas
from footprint.frontier.watched import Split, Unfitting
from footprint.measures.formulas import add_up, residents, weighted_population
from footprint.plans.contiguity import adjacency
from footprint.plans.plan import Plan
from footprint.plans.splits import overlap
from footprint.plans.tiers import Tier


@dataclass(frozen=True)
class Authority:
    """One authority that several units share, and how many of its people live in each.

    pieces: units by position with the people of mid-2022 there, in order of position; half
    persons are possible where a body's people were shared out by neighbourhood.
    """

    code: str
    name: str
    pieces: tuple[tuple[int, float], ...]
    whole_units: frozenset[int]
    """Units all of whose people are the authority's, to within nobody."""


@dataclass(frozen=True)
class Units:
    """Bodies that stay whole: codes, names, people, NHS regions and neighbours, by position.

    residents and weighted are of today, residents_2022 those that authorities are counted in.
    regions: the NHS regions that a body has land in. edges: pairs of positions, the lower first,
    joined by land or by a declared crossing.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    residents: tuple[int, ...]
    weighted: tuple[int, ...]
    residents_2022: tuple[int, ...]
    regions: tuple[frozenset[str], ...]
    edges: frozenset[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def place(self) -> dict[str, int]:
        """The position of each code."""
        return {code: number for number, code in enumerate(self.codes)}

    @cached_property
    def neighbours(self) -> tuple[frozenset[int], ...]:
        """For each unit those it is joined to."""
        found: list[set[int]] = [set() for _ in self.codes]
        for one, other in self.edges:
            found[one].add(other)
            found[other].add(one)
        return tuple(map(frozenset, found))

    def only(self, places: Collection[int]) -> Units:
        """Some of the units, in the same order, with the borders among them."""
        kept = sorted(places)
        new = {old: number for number, old in enumerate(kept)}
        columns = (
            *(self.codes, self.names, self.residents, self.weighted, self.residents_2022),
            self.regions,
        )
        return Units(
            *(tuple(column[place] for place in kept) for column in columns),
            frozenset((new[a], new[b]) for a, b in self.edges if a in new and b in new),
        )


def units_of(atlas: Atlas, plan: Plan, *, by_home: bool = False) -> Units:
    """The footprints of a plan as units, in order of their codes.

    Authorities may have land in several NHS regions; `by_home` they count in the one that most of
    their people live in alone.
    """
    codes = tuple(sorted(plan.by_id))
    place = {code: number for number, code in enumerate(codes)}
    owner = dict(plan.assignment)
    regions = _regions(atlas, owner, by_home=by_home)
    people, weighted = residents(atlas, plan), weighted_population(atlas, plan)
    counted = add_up(atlas.blocks["residents_2022"], plan)
    return Units(
        codes,
        tuple(plan.by_id[code].name for code in codes),
        tuple(int(people[code]) for code in codes),
        tuple(round(float(weighted[code])) for code in codes),
        tuple(int(counted[code]) for code in codes),
        tuple(regions[code] for code in codes),
        _edges((place[owner[one]], place[owner[other]]) for one, other in adjacency(atlas)),
    )


def _regions(atlas: Atlas, owner: Mapping[str, str], *, by_home: bool) -> dict[str, frozenset[str]]:
    found: dict[str, Counter[str]] = {}
    blocks = atlas.blocks
    for block, region, people in zip(
        blocks.index, blocks["nhs_region"], blocks["residents_2024"], strict=True
    ):
        found.setdefault(owner[block], Counter())[region] += int(people)
    most = 1 if by_home else None
    return {one: frozenset(dict(many.most_common(most))) for one, many in found.items()}


def _edges(pairs: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    return frozenset((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])


def shared_authorities(plan: Plan, tier: Tier, units: Units) -> tuple[Authority, ...]:
    """The authorities of a tier that lie in more than one of the units, by code.

    `units` may be some of the plan's footprints only; then an authority's people elsewhere are
    left out, as an option there cannot do anything about them.
    """
    pieces = overlap(plan, tier)
    found = []
    for code, rows in pieces[pieces["footprint"].isin(units.codes)].groupby("authority"):
        held = sorted(
            (units.place[unit], count)
            for unit, count in zip(rows["footprint"], rows["residents"].tolist(), strict=True)
        )
        if len(held) > 1:
            whole = frozenset(place for place, n in held if units.residents_2022[place] == n)
            found.append(Authority(str(code), tier.names[code], tuple(held), whole))
    return tuple(found)


def split(authority: Authority, tolerance: Fraction, *, refused: bool = False) -> Split:
    """Watch whether an authority is split."""
    places, people = _pieces(authority)
    return Split(places, people, tolerance, refused)


def unfitting(authority: Authority, units: Units, tolerance: Fraction) -> Unfitting:
    """Watch whether an authority is kept whole, or at least made of whole footprints."""
    places, people = _pieces(authority)
    inside = set(places)
    parted = inside != authority.whole_units
    out = frozenset(edge for edge in units.edges if len(inside & set(edge)) == 1)
    return Unfitting(places, people, tolerance, frozenset() if parted else out, parted)


def _pieces(authority: Authority) -> tuple[tuple[int, ...], tuple[Fraction, ...]]:
    places, people = zip(*authority.pieces, strict=True)
    return places, tuple(Fraction(count) for count in people)
