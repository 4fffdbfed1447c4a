"""Proposals: districts moved from one footprint to another, and what that breaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from footprint.criteria.case import MEETS, MISSES, Case
from footprint.criteria.catalogue import BY_KEY, NEITHER, scorecard
from footprint.criteria.criterion import label_of
from footprint.criteria.goals import Goals
from footprint.criteria.parts import parts_of
from footprint.english import listed
from footprint.plans.assignment import Assignment
from footprint.plans.plan import Plan


@dataclass(frozen=True)
class Move:
    """One district, or the part of it that moves, from one footprint to another."""

    area: str
    blocks: tuple[str, ...]
    origin: str
    to: str
    residents: int


@dataclass(frozen=True)
class Reassignment:
    """Moves made together, the plan they make, and what they break in sentences.

    merges: whether a whole footprint joins another.
    besides: what is missed afterwards and was neither met nor missed before, which breaks nothing.
    """

    moves: tuple[Move, ...]
    plan: Plan
    merges: bool
    breaks: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()

    @property
    def residents_moved(self) -> int:
        """People who change footprint."""
        return sum(move.residents for move in self.moves)


def reassigned(plan: Plan, moves: Iterable[Move]) -> Plan:
    """The plan with some moves made; a footprint left without blocks is gone."""
    footprint_of = dict(plan.assignment)
    for move in moves:
        footprint_of |= dict.fromkeys(move.blocks, move.to)
    left = set(footprint_of.values())
    footprints = tuple(one for one in plan.footprints if one.id in left)
    pairs = tuple(sorted(footprint_of.items()))
    return plan.with_assigned(Assignment(footprints, pairs, plan.drawn & left))


class Desk:
    """One case, judged, with what every proposal for it is held against."""

    def __init__(self, case: Case) -> None:
        self.case, self.plan = case, case.plan
        card = scorecard(case)
        self.verdicts = _verdicts(card)
        self.reasons = dict(zip(self.verdicts, card["reason"], strict=True))
        self.parts = parts_of(case.atlas, case.plan)
        self.goals = Goals(case, self.parts, card)

    def proposal(self, some: Iterable[int], to: str) -> Reassignment:
        """The change that moves some parts to a footprint, not yet judged for what it breaks."""
        parts = self.parts
        ordered = sorted(some, key=lambda n: (-parts.residents[n], n))
        moves = tuple(
            Move(parts.lads[n], parts.blocks[n], parts.footprints[n], to, parts.residents[n])
            for n in ordered
        )
        plan = reassigned(self.plan, moves)
        merges = len(plan.footprints) < len(self.plan.footprints)
        return Reassignment(moves, _joined(plan, self.plan, moves) if merges else plan, merges)

    def case_after(self, change: Reassignment) -> Case:
        """The case of the plan a change makes; what a part of a footprint costs is not known."""
        costs, to_come = (_after(known, change) for known in (self.case.costs, self.case.to_come))
        return replace(self.case, plan=change.plan, costs=costs, to_come=to_come)

    def meets(self, change: Reassignment, criterion: str, footprint: str) -> bool:
        """Whether the footprint, or the one it joined, meets the criterion after a change."""
        where = change.moves[0].to if change.merges else footprint
        judgements = BY_KEY[criterion].judge(self.case_after(change))
        return any(j.footprint == where and j.verdict == MEETS for j in judgements)

    def with_breaks(self, change: Reassignment) -> Reassignment:
        """The change with a sentence for each verdict and authority it breaks."""
        after = self.case_after(change)
        card = scorecard(after)
        split = self._newly_split(after)
        sentences = [self._newly_split_sentence(after, code) for code in split]
        reasons = dict(zip(_verdicts(card), card["reason"], strict=True))
        sentences += [
            f"{change.plan.by_id[footprint].name if footprint else 'The plan'} would miss "
            f"“{label_of(BY_KEY[criterion], after.thresholds)}”: {reasons[criterion, footprint]}"
            for (criterion, footprint), verdict in _verdicts(card).items()
            if verdict == MISSES
            and self._met(change, criterion, footprint)
            and not (
                BY_KEY[criterion].mend.splits and _authorities_in(after, footprint) & set(split)
            )
        ]
        return replace(change, breaks=tuple(sentences), besides=self._besides(change, card))

    def _besides(self, change: Reassignment, card: pd.DataFrame) -> tuple[str, ...]:
        """A sentence for each miss of a footprint that had neither a pass nor a miss before."""
        missed = [key for key, verdict in _verdicts(card).items() if verdict == MISSES]
        return tuple(
            f"{self.plan.by_id[footprint].name} had no verdict on “{BY_KEY[criterion].label}” and "
            "would miss it."
            for criterion, footprint in missed
            if self.verdicts.get((criterion, footprint)) in NEITHER
            and not self._met(change, criterion, footprint)
        )

    def still_split(self, change: Reassignment) -> list[str]:
        """Names of split authorities that a change moves people of, and that stay split."""
        after = self.case_after(change)
        moving = {block for move in change.moves for block in move.blocks}
        people = after.tier.people
        touched = people[people["block"].isin(list(moving))]["authority"].unique()
        was, now = self.case.authorities["split"], after.authorities["split"]
        return [after.tier.names[code] for code in touched if was[code] and now[code]]

    def _met(self, change: Reassignment, criterion: str, footprint: str) -> bool:
        move = change.moves[0]
        before = {footprint, move.origin} if change.merges and footprint == move.to else {footprint}
        return any(self.verdicts.get((criterion, one)) == MEETS for one in before)

    def _newly_split(self, after: Case) -> list[str]:
        was, now = self.case.authorities["split"], after.authorities["split"]
        return [code for code in now.index[now] if not was[code]]

    def _newly_split_sentence(self, after: Case, code: str) -> str:
        rows = after.pieces[after.pieces["authority"] == code]
        where = [f"part in {after.plan.by_id[footprint].name}" for footprint in rows["footprint"]]
        return f"{after.tier.names[code]} would be split: {listed(where)}."


def _after(known: Mapping[str, float], change: Reassignment) -> dict[str, float]:
    touched = {move.origin for move in change.moves} | {move.to for move in change.moves}
    costs = {f: cost for f, cost in known.items() if f not in touched}
    if change.merges and touched <= set(known):
        costs[change.moves[0].to] = sum(known[f] for f in touched)
    return costs


def _verdicts(card: pd.DataFrame) -> dict[tuple[str, str], str]:
    keys = zip(card["criterion"], card["footprint"], strict=True)
    return dict(zip(keys, card["verdict"], strict=True))


def _authorities_in(case: Case, footprint: str) -> set[str]:
    return set(case.pieces.loc[case.pieces["footprint"] == footprint, "authority"])


def _joined(plan: Plan, before: Plan, moves: tuple[Move, ...]) -> Plan:
    origin, to = before.by_id[moves[0].origin], before.by_id[moves[0].to]
    both = replace(to, name=f"{to.name} with {origin.name}")
    footprints = tuple(both if f.id == to.id else f for f in plan.footprints)
    return plan.with_assigned(replace(plan.assigned, footprints=footprints))
