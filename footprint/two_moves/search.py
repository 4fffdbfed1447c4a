"""Search: what would put a miss right, by one move or else by two."""

from __future__ import annotations

import time
from dataclasses import replace

from footprint.criteria.case import Case
from footprint.criteria.program import fewest
from footprint.criteria.proposals import Desk, Reassignment, reassigned
from footprint.criteria.remedies import Remedy, districts, remedy, unfinished
from footprint.two_moves.goals import PAIRS
from footprint.two_moves.pair import Pair, Sets

_SECONDS = 8.0
_NONE = "No two moves would put it right either."


def remedy_of_two(case: Case, criterion: str, footprint: str) -> Remedy | None:
    """Find the smallest change for a miss; where no single move does it, the smallest two.

    None where nothing is missed. Where a whole neighbour may be joined, that is told besides.
    """
    found = remedy(case, criterion, footprint)
    if not found or not found.exact or criterion not in PAIRS:
        return found
    if found.smallest and not found.smallest.merges:
        return found
    desk = Desk(case)
    two, bound = _smallest(desk, criterion, footprint)
    if two:
        return _told(desk, found, two, bound)
    if bound is None:
        return replace(found, sentences=(*found.sentences, _NONE))
    said = (
        "No two moves were found before the search was stopped: at least "
        f"{bound:,} people would have to move."
    )
    return replace(found, exact=False, sentences=(*found.sentences, said))


def _smallest(desk: Desk, criterion: str, footprint: str) -> tuple[Reassignment | None, int | None]:
    """The two moves of fewest residents, and the least number where that is all that is known."""
    end = time.monotonic() + _SECONDS
    best: Reassignment | None = None
    bounds: list[int] = []
    for pair in PAIRS[criterion](desk.goals, footprint):
        below = best.residents_moved if best else float("inf")
        came = fewest(
            pair,
            lambda some, pair=pair: desk.meets(_made(desk, pair, some), criterion, footprint),
            below=below,
            seconds=end - time.monotonic(),
        )
        if came.moved:
            best = _made(desk, pair, came.moved)
        bounds += [] if came.exact else [came.at_least]
    bounds = [bound for bound in bounds if not best or bound < best.residents_moved]
    return (desk.with_breaks(best) if best else None), min(bounds, default=None)


def _made(desk: Desk, pair: Pair, moved: Sets) -> Reassignment:
    moves = tuple(
        move
        for way, some in zip(pair.ways, moved, strict=True)
        for move in desk.proposal(some, way.to).moves
    )
    return Reassignment(moves, reassigned(desk.plan, moves), merges=False)


def _told(desk: Desk, found: Remedy, two: Reassignment, bound: int | None) -> Remedy:
    """The remedy by two moves, with the whole neighbour that might be joined instead."""
    sure = "the smallest two moves" if bound is None else "the smallest two moves found"
    sentences = [
        f"{_instruction(desk, two)}: no single move does it, and these are {sure} that do."
    ]
    if bound is not None:
        sentences.append(unfinished(bound))
    if two.breaks:
        sentences.append(f"But they break something else. {' '.join(two.breaks)}")
    else:
        sentences.append(" ".join(["They break nothing else.", *two.besides]))
    joined = found.smallest
    if joined:
        sentences += ["Or join whole footprints.", *found.sentences]
    harmless = two if not two.breaks else joined if joined and not joined.breaks else None
    return replace(
        found,
        smallest=two,
        harmless=harmless,
        exact=bound is None,
        at_least=two.residents_moved if bound is None else bound,
        sentences=tuple(sentences),
    )


def _instruction(desk: Desk, two: Reassignment) -> str:
    said = []
    for way in dict.fromkeys((move.origin, move.to) for move in two.moves):
        moves = tuple(move for move in two.moves if (move.origin, move.to) == way)
        part = replace(two, moves=moves)
        origin, to = (desk.plan.by_id[one].name for one in way)
        people = f"{part.residents_moved:,} people"
        said.append(f"{districts(desk, part)} ({people}) from {origin} to {to}")
    return f"Move {said[0]}, and {said[1]}"
