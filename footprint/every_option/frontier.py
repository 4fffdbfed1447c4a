"""Frontier: every grouping of units into footprints in one piece, as one diagram.

Units are taken up one after another. All that matters of what was decided before is told by those
still in hand: which of them share a footprint, which hang together already, and what each open
footprint carries. Decisions that leave the same behind are one state, so that ever so many
options are few states. A diagram keeps the states of every turn and what follows from each choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from footprint.every_option.carried import Bundle, Held
from footprint.every_option.order import Watched, best_order, width
from footprint.every_option.watched import Watch

MOST_STATES = 300_000
NEW = -1


class TooWideError(ValueError):
    """More states are needed than can be kept."""


@dataclass(frozen=True, slots=True)
class Step:
    """One choice for the unit whose turn it is.

    joins: a unit whose footprint is joined, or NEW. to: the state it leads to. gain: what
    footprints closed and groups judged by it add to the measures.
    """

    joins: int
    to: int
    gain: int


@dataclass(frozen=True)
class Diagram:
    """All options as paths: the order of units, and the steps out of every state of each turn."""

    order: tuple[int, ...]
    turns: tuple[tuple[tuple[Step, ...], ...], ...]
    width: int

    @property
    def states(self) -> int:
        """The most states at any one turn."""
        return max(map(len, self.turns), default=1)


# Of each unit in hand the number of its footprint, and of its piece (-1: nothing more joins it
# here, it is only watched); of each footprint what it carries (None: it is closed); and, as bits,
# the watches one of whose borders lies inside a footprint.
State = tuple[tuple[int, ...], tuple[int, ...], tuple[Held | None, ...], int]
_EMPTY: State = ((), (), (), 0)


@dataclass(frozen=True)
class _Turn:
    """What is known before any state of a turn: who is in hand, who leaves, what is judged."""

    unit: int
    hand: tuple[int, ...]
    near: tuple[int, ...]
    crossings: tuple[tuple[int, int], ...]
    settled: frozenset[int]
    judged: tuple[tuple[Watch, int, tuple[int, ...], int], ...]
    staying: tuple[int, ...]


def diagram(
    neighbours: Sequence[frozenset[int]],
    bundle: Bundle,
    watches: Sequence[tuple[Watch, int]],
    most_states: int = MOST_STATES,
) -> Diagram:
    """Draw up the diagram of all options that neither a carrier nor a watch refuses.

    Each watch comes with the stride by which its gains are kept apart. Raises TooWideError, with
    how many units are in hand at once, where a turn has more states than may be kept.
    """
    watched: Watched = tuple(frozenset(watch.units) for watch, _ in watches)
    order = best_order(neighbours, watched)
    widest = width(order, neighbours, watched)
    turns: list[tuple[tuple[Step, ...], ...]] = []
    states: dict[State, int] = {_EMPTY: 0}
    for turn in _turns(order, neighbours, watches):
        after: dict[State, int] = {}
        turns.append(tuple(tuple(_steps(state, turn, bundle, after)) for state in states))
        if len(after) > most_states:
            raise TooWideError(
                f"As many as {widest} of the {len(order)} areas have to be kept in mind at once, "
                f"which gives more than {most_states:,} different situations to count. "
                "Ask for fewer areas or fewer conditions."
            )
        states = after
    return Diagram(order, tuple(turns), widest)


def _turns(
    order: Sequence[int],
    neighbours: Sequence[frozenset[int]],
    watches: Sequence[tuple[Watch, int]],
) -> Iterator[_Turn]:
    at = {unit: number for number, unit in enumerate(order)}
    settled_at = {u: max(at[v] for v in (u, *neighbours[u])) for u in order}
    judged_at = [
        max(at[unit] for unit in (*watch.units, *chain.from_iterable(watch.borders)))
        for watch, _ in watches
    ]
    gone_at = dict(settled_at)
    for (watch, _), turn in zip(watches, judged_at, strict=True):
        for unit in watch.units:
            gone_at[unit] = max(gone_at[unit], turn)
    hand: list[int] = []
    for number, unit in enumerate(order):
        before, hand = hand, [*hand, unit]
        slot = {one: place for place, one in enumerate(hand)}
        yield _Turn(
            unit,
            tuple(before),
            tuple(slot[one] for one in before if one in neighbours[unit]),
            tuple(
                (slot[one], 1 << bit)
                for one in before
                for bit, (watch, _) in enumerate(watches)
                if (min(one, unit), max(one, unit)) in watch.borders
            ),
            frozenset(slot[one] for one in hand if settled_at[one] <= number),
            tuple(
                (watch, stride, tuple(slot[one] for one in watch.units), 1 << bit)
                for bit, ((watch, stride), turn) in enumerate(zip(watches, judged_at, strict=True))
                if turn == number
            ),
            tuple(slot[one] for one in hand if gone_at[one] > number),
        )
        hand = [one for one in hand if gone_at[one] > number]


def _steps(state: State, turn: _Turn, bundle: Bundle, after: dict[State, int]) -> Iterator[Step]:
    """The steps out of one state; states that are new are given a number in `after`."""
    for joins, joined in _choices(state, turn, bundle):
        settled = _settled(joined, turn, bundle)
        if settled is not None:
            gain, (labels, pieces, held, crossed) = settled
            for watch, stride, slots, bit in turn.judged:
                more = watch.judge([labels[slot] for slot in slots], bool(crossed & bit))
                if more is None:
                    break
                gain += more * stride
                crossed &= ~bit
            else:
                left = (*_canonical(labels, pieces, held, turn.staying), crossed)
                yield Step(joins, after.setdefault(left, len(after)), gain)


def _choices(state: State, turn: _Turn, bundle: Bundle) -> Iterator[tuple[int, State]]:
    """Every footprint the unit can go to: a new one, or one that is still open."""
    labels, pieces, held, crossed = state
    own = max(pieces, default=-1) + 1
    started = bundle.start(turn.unit)
    if started is not None:
        yield NEW, ((*labels, len(held)), (*pieces, own), (*held, started), crossed)
    for label, carried in enumerate(held):
        more = None if carried is None else bundle.join(carried, turn.unit)
        if more is not None:
            touched = {pieces[slot] for slot in turn.near if labels[slot] == label}
            merged = tuple(own if piece in touched else piece for piece in pieces)
            over = crossed
            for slot, bit in turn.crossings:
                over |= bit if labels[slot] == label else 0
            carried_on = (*held[:label], more, *held[label + 1 :])
            joins = turn.hand[labels.index(label)]
            yield joins, ((*labels, label), (*merged, own), carried_on, over)


def _settled(state: State, turn: _Turn, bundle: Bundle) -> tuple[int, State] | None:
    """Close what nothing can join any more; None where a footprint would stay in pieces."""
    labels, pieces, held, crossed = state
    if not turn.settled:
        return 0, state
    growing = tuple(-1 if slot in turn.settled else p for slot, p in enumerate(pieces))
    lost = {pieces[slot] for slot in turn.settled} - {-1} - set(growing)
    if not lost:
        return 0, (labels, growing, held, crossed)
    gain, closed = 0, list(held)
    for label in {labels[pieces.index(piece)] for piece in lost}:
        of_label = {p for p, one in zip(pieces, labels, strict=True) if one == label and p >= 0}
        more = bundle.close(held[label]) if len(of_label) == 1 else None
        if more is None:
            return None
        gain += more
        closed[label] = None
    return gain, (labels, growing, tuple(closed), crossed)


def _canonical(
    labels: Sequence[int],
    pieces: Sequence[int],
    held: Sequence[Held | None],
    staying: Sequence[int],
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[Held | None, ...]]:
    """The units that stay in hand, with footprints and pieces numbered as they come."""
    label_of: dict[int, int] = {}
    piece_of: dict[int, int] = {-1: -1}
    kept = []
    for slot in staying:
        label = labels[slot]
        if label not in label_of:
            label_of[label] = len(label_of)
            kept.append(held[label])
        piece_of.setdefault(pieces[slot], len(piece_of) - 1)
    return (
        tuple(label_of[labels[slot]] for slot in staying),
        tuple(piece_of[pieces[slot]] for slot in staying),
        tuple(kept),
    )
