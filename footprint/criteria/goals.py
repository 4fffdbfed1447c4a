"""Goals: what a move has to achieve for a criterion, as rows of a program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from footprint.criteria.case import MEETS, STRATEGIC, Case
from footprint.criteria.program import Pieces, Transfer
from footprint.plans.tiers import Tier

# An authority is split when more than the tolerance lives outside, so "just" is not split.
_HAIR = 1e-6


class Goals:
    """The goals of one case, with what they need counted by piece."""

    def __init__(self, case: Case, pieces: Pieces, card: pd.DataFrame) -> None:
        self.case, self.pieces = case, pieces
        blocks = case.atlas.blocks
        self.people_2022 = _by_piece(pieces, blocks["residents_2022"])
        regions = blocks["nhs_region"].to_dict()
        self.regions = [frozenset(regions[block] for block in some) for some in pieces.blocks]
        met = card.loc[card["verdict"] == MEETS, ["criterion", "footprint"]]
        self.met = set(met.itertuples(index=False, name=None))
        self.home = {tier.key: _home(tier, pieces) for tier in (case.tier, case.tiers[STRATEGIC])}

    def people(self, transfer: Transfer) -> None:
        """Ask that the receiver comes to have enough people, and that the giver keeps them."""
        short = self.case.thresholds.least - self._residents(transfer.to)
        transfer.program.add(transfer.row(self._weights(transfer), low=short))
        self.keep_people(transfer)

    def keep_people(self, transfer: Transfer) -> None:
        """Ask that a giver who has enough people still has."""
        spare = self._residents(transfer.origin) - self.case.thresholds.least
        if spare >= 0:
            transfer.program.add(transfer.row(self._weights(transfer), high=spare))

    def authorities(self, transfer: Transfer, footprint: str, tier: Tier | None = None) -> None:
        """Ask that a footprint comes to hold no part of a split authority."""
        tier = tier or self.case.tier
        for counted in self._authorities(transfer, tier):
            if footprint == transfer.origin:
                counted.either(up=min(counted.here, counted.enough), down=counted.keep)
            else:
                none = 0.0 if counted.there == 0 else -1.0
                counted.either(up=counted.enough, down=max(counted.keep, none))

    def strategic(self, transfer: Transfer, footprint: str) -> None:
        """Ask that a footprint is made of whole strategic authorities and nothing else."""
        tier = self.case.tiers[STRATEGIC]
        self.authorities(transfer, footprint, tier)
        home, share = self.home[tier.key], self.case.thresholds.tolerance
        sign = -1 if footprint == transfer.origin else 1
        inside = self.pieces.of(footprint)
        outside = sum(self.people_2022[n] for n in inside if n not in home)
        spare = share * sum(self.people_2022[n] for n in inside) - outside
        weights = {
            n: sign * self.people_2022[n] * ((n not in home) - share) for n in transfer.members
        }
        transfer.program.add(transfer.row(weights, high=spare + _HAIR))

    def region(self, transfer: Transfer, region: str) -> None:
        """Ask that all that is not in a region leaves."""
        away = {n: 1.0 for n in transfer.members if self.regions[n] != {region}}
        transfer.program.add(transfer.row(away, low=len(away)))

    def harmless(self, transfer: Transfer) -> None:
        """Ask that what both footprints met, and every whole authority, stays so."""
        self.keep_people(transfer)
        for counted in self._authorities(transfer, self.case.tier):
            if counted.whole:
                counted.either(up=counted.enough, down=counted.keep)
        for footprint in (transfer.origin, transfer.to):
            if ("authorities", footprint) in self.met:
                self.authorities(transfer, footprint)
        if ("region", transfer.to) in self.met:
            here = frozenset().union(*(self.regions[n] for n in self.pieces.of(transfer.to)))
            away = {n: 1.0 for n in transfer.members if not self.regions[n] <= here}
            transfer.program.add(transfer.row(away, high=0))

    def _weights(self, transfer: Transfer) -> dict[int, float]:
        return {n: float(self.pieces.residents[n]) for n in transfer.members}

    def _residents(self, footprint: str) -> int:
        return self.pieces.people(self.pieces.of(footprint))

    def _authorities(self, transfer: Transfer, tier: Tier) -> list[_Counted]:
        home, tolerance = self.home[tier.key], self.case.thresholds.tolerance
        inside: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
        for n, authority in home.items():
            inside[authority][self.pieces.owners[n]][n] = float(self.people_2022[n])
        return [
            _Counted(transfer, by_owner, tolerance)
            for by_owner in inside.values()
            if transfer.origin in by_owner or transfer.to in by_owner
        ]


class _Counted:
    """One authority under one transfer: whose people could move, and what keeps it whole.

    It is whole if the receiver comes to have `enough` more, or if at most `keep` go.
    """

    def __init__(
        self, transfer: Transfer, by_owner: Mapping[str, Mapping[int, float]], tolerance: float
    ) -> None:
        self.transfer = transfer
        self.movable = by_owner.get(transfer.origin, {})
        sums = {owner: sum(people.values()) for owner, people in by_owner.items()}
        needed = (1 - tolerance) * sum(sums.values()) - _HAIR
        self.here, self.there = sums.get(transfer.origin, 0.0), sums.get(transfer.to, 0.0)
        self.enough, self.keep = needed - self.there, self.here - needed
        self.whole = max(sums.values()) >= needed
        elsewhere = [n for owner, n in sums.items() if owner not in (transfer.origin, transfer.to)]
        self.safe = max(elsewhere, default=0.0) >= needed

    def either(self, *, up: float, down: float) -> None:
        """Ask that at least so many of its people move, or at most so many."""
        if self.safe:
            return
        program = self.transfer.program
        row = self.transfer.row(self.movable)
        case = program.switch()
        program.add(row._replace(weights={**row.weights, case: -up}, low=0.0))
        top = max(self.here - down, 0.0)
        program.add(row._replace(weights={**row.weights, case: -top}, high=down))


def _by_piece(pieces: Pieces, column: pd.Series) -> list[float]:
    figure = column.to_dict()
    return [sum(figure[block] for block in some) for some in pieces.blocks]


def _home(tier: Tier, pieces: Pieces) -> dict[int, str]:
    main = tier.main_of_block.to_dict()
    return {n: main[some[0]] for n, some in enumerate(pieces.blocks) if some[0] in main}
