"""Remedies: the smallest change that turns a miss into a pass, and what it breaks.

A single move takes connected district parts from one footprint to one neighbour; where none will
do, one footprint may join one neighbour whole. What hung together still does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from footprint.criteria.case import INSIDE, MISSES, Case
from footprint.criteria.catalogue import BY_KEY
from footprint.criteria.program import Transfer, fewest
from footprint.criteria.proposals import Desk, Reassignment
from footprint.english import listed, listed_few

_MOST_NAMED = 6
_SECONDS = 8.0


@dataclass(frozen=True)
class Remedy:
    """What would put one miss right.

    smallest: the change of fewest residents, whatever else it breaks, or None where no single
    change will do. harmless: the smallest that breaks nothing else. exact says whether the
    search was complete; where it was not, at least `at_least` residents would have to move.
    sentences: what a reader is told, a sentence or a few to each of its entries.
    """

    criterion: str
    footprint: str
    smallest: Reassignment | None
    harmless: Reassignment | None
    exact: bool
    at_least: int
    sentences: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """All that a reader is told, in one go."""
        return " ".join(self.sentences)


MENDABLE = (MISSES, INSIDE)


def remedy(case: Case, criterion: str, footprint: str) -> Remedy | None:
    """Find the smallest change for a footprint that misses a criterion; None if it does not.

    One that lies inside a single authority does not miss it, and may still come to share its
    borders.
    """
    desk = Desk(case)
    if desk.verdicts.get((criterion, footprint)) not in MENDABLE:
        return None
    smallest, bound = _best(desk, criterion, footprint, harmless=False)
    harmless, harmless_bound = smallest, None
    if smallest and smallest.breaks:
        harmless, harmless_bound = _best(desk, criterion, footprint, harmless=True)
        if (
            harmless
            and not harmless.merges
            and harmless.residents_moved == smallest.residents_moved
        ):
            smallest = harmless
    found = Remedy(
        criterion,
        footprint,
        smallest,
        harmless,
        exact=bound is None and harmless_bound is None,
        at_least=smallest.residents_moved if smallest and bound is None else bound or 0,
    )
    return replace(found, sentences=_sentences(desk, found))


def _best(
    desk: Desk, criterion: str, footprint: str, *, harmless: bool
) -> tuple[Reassignment | None, int | None]:
    """The best change, and the least number of movers where that is all that is known."""
    end = time.monotonic() + _SECONDS
    best: Reassignment | None = None
    bounds: list[int] = []
    for transfer in _transfers(desk, criterion, footprint):
        if harmless:
            desk.goals.harmless(transfer)
        found = fewest(
            transfer,
            _accepts(desk, criterion, footprint, transfer.to, harmless=harmless),
            below=best.residents_moved if best else float("inf"),
            seconds=end - time.monotonic(),
        )
        if found.moved:
            best = desk.with_breaks(desk.proposal(found.moved, transfer.to))
        bounds += [] if found.exact else [found.at_least]
    bounds = [bound for bound in bounds if not best or bound < best.residents_moved]
    if best or bounds:
        return best, min(bounds, default=None)
    return _merger(desk, criterion, footprint, harmless=harmless), None


def _accepts(
    desk: Desk, criterion: str, footprint: str, to: str, *, harmless: bool
) -> Callable[[frozenset[int]], bool]:
    def accept(some: frozenset[int]) -> bool:
        change = desk.proposal(some, to)
        if not desk.meets(change, criterion, footprint):
            return False
        return not harmless or not desk.with_breaks(change).breaks

    return accept


def _transfers(desk: Desk, criterion: str, footprint: str) -> Iterator[Transfer]:
    """Every single move that might do it, as a program still to be solved."""
    mend = BY_KEY[criterion].mend
    if not mend.whole_only:
        for other in desk.parts.neighbours(footprint):
            yield from mend.moves(desk.goals, footprint, other)


def _merger(desk: Desk, criterion: str, footprint: str, *, harmless: bool) -> Reassignment | None:
    """The neighbour to join whole: the one that breaks least, then the smallest."""
    whole = desk.parts.of(footprint)
    joined = [desk.proposal(whole, other) for other in desk.parts.neighbours(footprint)]
    judged = [desk.with_breaks(one) for one in joined if desk.meets(one, criterion, footprint)]
    size = desk.case.residents
    ordered = sorted(judged, key=lambda one: (len(one.breaks), size[one.moves[0].to]))
    return next((one for one in ordered if not harmless or not one.breaks), None)


def unfinished(at_least: int) -> str:
    """Say that a search was not finished, and what it had found to be the least, if anything."""
    if not at_least:
        return "The search was not finished in its time, so there may be a smaller one."
    return f"The search was not finished: at least {at_least:,} people would have to move."


def _sentences(desk: Desk, found: Remedy) -> tuple[str, ...]:
    if not found.smallest:
        return (_no_remedy(desk, found),)
    sentences = [f"{_instruction(desk, found.smallest)}: {_how_good(found)}."]
    if not found.exact:
        sentences.append(unfinished(found.at_least))
    if still := desk.still_split(found.smallest):
        sentences.append(f"It does not mend {listed(still)}, which would stay split elsewhere.")
    if not found.smallest.breaks:
        nothing = f"{sentences[-1]} It breaks nothing else."
        return (*sentences[:-1], " ".join([nothing, *found.smallest.besides]))
    sentences.append(f"But it breaks something else. {' '.join(found.smallest.breaks)}")
    if found.harmless:
        harmless = _instruction(desk, found.harmless)
        said = f"The smallest that breaks nothing else: {harmless}."
        sentences.append(" ".join([said, *found.harmless.besides]))
    else:
        sentences.append("No single change does it without breaking something.")
    return tuple(sentences)


def _how_good(found: Remedy) -> str:
    if not found.smallest or not found.smallest.merges:
        found_so_far = "" if found.exact else " found"
        return f"the smallest single move{found_so_far} that does it"
    if BY_KEY[found.criterion].mend.whole_only:
        return "only a whole neighbour can be judged, and this one does it"
    return "no single move of part of a footprint does it, but this does"


def _no_remedy(desk: Desk, found: Remedy) -> str:
    if not found.exact:
        least = f": at least {found.at_least:,} people would have to move" if found.at_least else ""
        return f"No single move was found before the search was stopped{least}."
    if whole_only := BY_KEY[found.criterion].mend.whole_only:
        return f"No single move would put this right: {whole_only}."
    return f"No single move would put this right. {desk.reasons[found.criterion, found.footprint]}"


def _instruction(desk: Desk, change: Reassignment) -> str:
    move, people = change.moves[0], f"{change.residents_moved:,} people"
    origin, to = desk.plan.by_id[move.origin].name, desk.plan.by_id[move.to].name
    if change.merges:
        return f"Join {origin} ({people}) to {to}"
    return f"Move {districts(desk, change)} ({people}) from {origin} to {to}"


def districts(desk: Desk, change: Reassignment) -> str:
    """Name the districts that move, or the county where all of it does."""
    lads = desk.case.atlas.authorities
    moving = {block for move in change.moves for block in move.blocks}
    home = desk.case.atlas.blocks["lad"]
    stay = set(home[~home.index.isin(list(moving))])
    counties = set(lads["utla"]) - set(lads["utla"].reindex(list(stay)))
    named = dict.fromkeys(
        lads.at[move.area, "utla_name"]
        if lads.at[move.area, "utla"] in counties
        else lads.at[move.area, "lad_name"]
        if move.area not in stay
        else f"part of {lads.at[move.area, 'lad_name']}"
        for move in change.moves
    )
    return listed_few(named, _MOST_NAMED, "more")
