"""Proposals: districts moved from one footprint to another, and what that breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from footprint.criteria.case import MEETS, MISSES, Case
from footprint.criteria.catalogue import BY_KEY, scorecard
from footprint.criteria.criterion import label_of
from footprint.criteria.goals import Goals
from footprint.criteria.program import pieces_of
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
class Change:
    """Moves made together, the plan they make, and in sentences what they break."""

    moves: tuple[Move, ...]
    plan: Plan
    breaks: tuple[str, ...]
    merges: bool = False

    @property
    def residents(self) -> int:
        """People who change footprint."""
        return sum(move.residents for move in self.moves)


def moved(plan: Plan, moves: Iterable[Move]) -> Plan:
    """The plan with some moves made; a footprint left without blocks is gone."""
    owner = dict(plan.assignment)
    for move in moves:
        owner |= dict.fromkeys(move.blocks, move.to)
    left = set(owner.values())
    return replace(
        plan,
        footprints=tuple(one for one in plan.footprints if one.id in left),
        assignment=tuple(sorted(owner.items())),
        drawn=plan.drawn & left,
    )


class Desk:
    """One case, judged, with what every proposal for it is held against."""

    def __init__(self, case: Case) -> None:
        self.case, self.plan = case, case.plan
        card = scorecard(case)
        self.verdicts = _verdicts(card)
        self.reasons = dict(zip(self.verdicts, card["reason"], strict=True))
        self.pieces = pieces_of(case.atlas, case.plan)
        self.goals = Goals(case, self.pieces, card)

    def proposal(self, some: Iterable[int], to: str) -> Change:
        """The change that moves some pieces to a footprint, not yet judged for what it breaks."""
        pieces = self.pieces
        ordered = sorted(some, key=lambda n: (-pieces.residents[n], n))
        moves = tuple(
            Move(pieces.lads[n], pieces.blocks[n], pieces.owners[n], to, pieces.residents[n])
            for n in ordered
        )
        plan = moved(self.plan, moves)
        merges = len(plan.footprints) < len(self.plan.footprints)
        return Change(moves, _joined(plan, self.plan, moves) if merges else plan, (), merges)

    def judged(self, change: Change) -> Case:
        """The case of the plan a change makes; what a part of a footprint costs is not known."""
        touched = {move.origin for move in change.moves} | {move.to for move in change.moves}
        costs = {f: cost for f, cost in self.case.costs.items() if f not in touched}
        if change.merges and touched <= set(self.case.costs):
            costs[change.moves[0].to] = sum(self.case.costs[f] for f in touched)
        return replace(self.case, plan=change.plan, costs=costs)

    def meets(self, change: Change, criterion: str, footprint: str) -> bool:
        """Whether the footprint, or the one it joined, meets the criterion after a change."""
        where = change.moves[0].to if change.merges else footprint
        judgements = BY_KEY[criterion].judge(self.judged(change))
        return any(j.footprint == where and j.verdict == MEETS for j in judgements)

    def with_breaks(self, change: Change) -> Change:
        """The change with a sentence for each verdict and authority it breaks."""
        after = self.judged(change)
        card = scorecard(after)
        split = self._newly_split(after)
        said = [f"{self._named(after, code)}." for code in split]
        reasons = dict(zip(_verdicts(card), card["reason"], strict=True))
        said += [
            f"{change.plan.by_id[footprint].name if footprint else 'The plan'} would miss "
            f"“{label_of(BY_KEY[criterion], after.thresholds)}”: {reasons[criterion, footprint]}"
            for (criterion, footprint), verdict in _verdicts(card).items()
            if verdict == MISSES
            and self._met(change, criterion, footprint)
            and not (BY_KEY[criterion].mend.splits and _held(after, footprint) & set(split))
        ]
        return replace(change, breaks=tuple(said))

    def still_split(self, change: Change) -> list[str]:
        """Names of authorities that a change moves people of, and that stay split all the same."""
        after = self.judged(change)
        moving = {block for move in change.moves for block in move.blocks}
        people = after.tier.people
        touched = people[people["block"].isin(list(moving))]["authority"].unique()
        split = after.authorities["split"]
        return [plain_name(after.tier.names[code]) for code in touched if split[code]]

    def _met(self, change: Change, criterion: str, footprint: str) -> bool:
        move = change.moves[0]
        before = {footprint, move.origin} if change.merges and footprint == move.to else {footprint}
        return any(self.verdicts.get((criterion, one)) == MEETS for one in before)

    def _newly_split(self, after: Case) -> list[str]:
        was, now = self.case.authorities["split"], after.authorities["split"]
        return [code for code in now.index[now] if not was[code]]

    def _named(self, after: Case, code: str) -> str:
        rows = after.pieces[after.pieces["authority"] == code]
        where = [f"part in {after.plan.by_id[footprint].name}" for footprint in rows["footprint"]]
        return f"{plain_name(after.tier.names[code])} would be split: {', '.join(where)}"


def _verdicts(card: pd.DataFrame) -> dict[tuple[str, str], str]:
    keys = zip(card["criterion"], card["footprint"], strict=True)
    return dict(zip(keys, card["verdict"], strict=True))


def _held(case: Case, footprint: str) -> set[str]:
    return set(case.pieces.loc[case.pieces["footprint"] == footprint, "authority"])


def _joined(plan: Plan, before: Plan, moves: tuple[Move, ...]) -> Plan:
    origin, to = before.by_id[moves[0].origin], before.by_id[moves[0].to]
    both = replace(to, name=f"{to.name} with {origin.name}", kind="cluster")
    return replace(plan, footprints=tuple(both if f.id == to.id else f for f in plan.footprints))


def plain_name(name: str) -> str:
    """Say a name as people do: the City of Bristol's is written "Bristol, City of"."""
    first, comma, rest = name.partition(", ")
    return f"{rest} {first}" if comma else name
