"""Goals: what a move has to achieve for a criterion, as constraints of a program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from footprint.criteria.case import MEETS, STRATEGIC, Case
from footprint.criteria.parts import Parts
from footprint.criteria.program import Transfer
from footprint.plans.tiers import Tier

# An authority is split when more than the tolerance lives outside, so "just" is not split.
_HAIR = 1e-6


class Goals:
    """The goals of one case, with what they need counted by part."""

    def __init__(self, case: Case, parts: Parts, card: pd.DataFrame) -> None:
        self.case, self.parts = case, parts
        blocks = case.atlas.blocks
        self.people_2022 = _by_part(parts, blocks["residents_2022"])
        regions = blocks["nhs_region"].to_dict()
        self.regions = [frozenset(regions[block] for block in some) for some in parts.blocks]
        self.trusts_here = _trusts(parts, case.atlas.trust_sites)
        met = card.loc[card["verdict"] == MEETS, ["criterion", "footprint"]]
        self.met = set(met.itertuples(index=False, name=None))
        self.home = {tier.key: _home(tier, parts) for tier in (case.tier, case.tiers[STRATEGIC])}

    def people(self, transfer: Transfer) -> None:
        """Ask that the receiver comes to have enough people, and that the giver keeps them."""
        least = self.case.thresholds.least
        transfer.require(self._residents(transfer.to) + transfer.residents_moved >= least)
        self.keep_people(transfer)

    def keep_people(self, transfer: Transfer) -> None:
        """Ask that a giver who has enough people still has."""
        has, least = self._residents(transfer.origin), self.case.thresholds.least
        if has >= least:
            transfer.require(has - transfer.residents_moved >= least)

    def authorities(self, transfer: Transfer, footprint: str, tier: Tier | None = None) -> None:
        """Ask that a footprint comes to hold no part of a split authority."""
        for authority in self._authorities(transfer, tier or self.case.tier):
            if footprint == transfer.origin:
                authority.whole_or_gone()
            else:
                authority.whole_or_absent()

    def strategic(self, transfer: Transfer, footprint: str) -> None:
        """Ask that a footprint is made of whole strategic authorities and nothing else."""
        tier = self.case.tiers[STRATEGIC]
        self.authorities(transfer, footprint, tier)
        home, tolerance = self.home[tier.key], self.case.thresholds.tolerance
        # People in no strategic authority, beyond the share of everybody that may be.
        excess = {
            n: people * ((n not in home) - tolerance) for n, people in enumerate(self.people_2022)
        }
        now = sum(excess[n] for n in self.parts.of(footprint))
        moved = transfer.moving({n: excess[n] for n in transfer.members})
        after = now - moved if footprint == transfer.origin else now + moved
        transfer.require(after <= _HAIR)

    def trusts(self, transfer: Transfer) -> bool:
        """Ask that main hospitals of enough acute trusts come; False where there are too few."""
        here = frozenset().union(*(self.trusts_here[n] for n in self.parts.of(transfer.to)))
        short = self.case.thresholds.trusts - len(here)
        coming: dict[str, dict[int, float]] = defaultdict(dict)
        for n in sorted(transfer.members):
            for trust in sorted(self.trusts_here[n] - here):
                coming[trust][n] = 1.0
        if len(coming) < short:
            return False
        come = {trust: transfer.choice() for trust in coming}
        transfer.require(*(come[trust] <= transfer.moving(coming[trust]) for trust in coming))
        transfer.require(sum(come.values()) >= short)
        return True

    def region(self, transfer: Transfer, region: str) -> None:
        """Ask that all that is not in a region leaves."""
        for n, move in transfer.moves.items():
            if self.regions[n] != {region}:
                transfer.require(move >= 1)

    def harmless(self, transfer: Transfer) -> None:
        """Ask that what both footprints met, and every whole authority, stays so."""
        self.keep_people(transfer)
        for authority in self._authorities(transfer, self.case.tier):
            if authority.is_whole:
                authority.stay_whole()
        for footprint in (transfer.origin, transfer.to):
            if ("authorities", footprint) in self.met:
                self.authorities(transfer, footprint)
        if ("region", transfer.to) in self.met:
            self._keep_region(transfer)

    def _keep_region(self, transfer: Transfer) -> None:
        here = frozenset().union(*(self.regions[n] for n in self.parts.of(transfer.to)))
        for n, move in transfer.moves.items():
            if not self.regions[n] <= here:
                transfer.require(move <= 0)

    def _residents(self, footprint: str) -> int:
        return self.parts.people(self.parts.of(footprint))

    def _authorities(self, transfer: Transfer, tier: Tier) -> list[_Authority]:
        """The authorities that have people in the giver or the receiver."""
        tolerance = self.case.thresholds.tolerance
        people: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
        for n, authority in self.home[tier.key].items():
            people[authority][self.parts.footprints[n]][n] = float(self.people_2022[n])
        return [
            _Authority(transfer, by_footprint, tolerance)
            for by_footprint in people.values()
            if by_footprint.keys() & {transfer.origin, transfer.to}
        ]


class _Authority:
    """One authority under one transfer, its people counted where they are and where they go.

    It is whole if the receiver comes to have `enough` more, or if at most `spare` go.
    """

    def __init__(
        self, transfer: Transfer, people: Mapping[str, Mapping[int, float]], tolerance: float
    ) -> None:
        self.transfer = transfer
        self.moved = transfer.moving(people.get(transfer.origin, {}))
        held = {footprint: sum(by_part.values()) for footprint, by_part in people.items()}
        needed = (1 - tolerance) * sum(held.values()) - _HAIR
        self.here, self.there = held.get(transfer.origin, 0.0), held.get(transfer.to, 0.0)
        self.enough, self.spare = needed - self.there, self.here - needed
        self.is_whole = max(held.values()) >= needed
        third = (held[one] for one in held if one not in (transfer.origin, transfer.to))
        self.whole_elsewhere = max(third, default=0.0) >= needed

    def stay_whole(self) -> None:
        """Ask that it is whole, in the receiver or in the giver."""
        self._either(self.enough, self.spare)

    def whole_or_gone(self) -> None:
        """Ask that it is whole, or that none of it stays with the giver."""
        self._either(min(self.enough, self.here), self.spare)

    def whole_or_absent(self) -> None:
        """Ask that it is whole, or that none of it comes to be with the receiver."""
        self._either(self.enough, self.spare if self.there else max(self.spare, 0.0))

    def _either(self, many: float, few: float) -> None:
        """Ask that at least so many of its people move, or at most so few."""
        if self.whole_elsewhere:
            return
        chosen = self.transfer.choice()
        self.transfer.require(
            self.moved >= many * chosen,
            self.moved <= few + max(self.here - few, 0.0) * chosen,
        )


def _by_part(parts: Parts, column: pd.Series) -> list[int]:
    figure = column.to_dict()
    return [sum(figure[block] for block in some) for some in parts.blocks]


def _trusts(parts: Parts, sites: pd.DataFrame) -> list[frozenset[str]]:
    held = sites.groupby("block")["trust"].agg(frozenset).to_dict()
    return [frozenset().union(*(held.get(block, ()) for block in some)) for some in parts.blocks]


def _home(tier: Tier, parts: Parts) -> dict[int, str]:
    main = tier.main_of_block.to_dict()
    return {n: main[some[0]] for n, some in enumerate(parts.blocks) if some[0] in main}
