"""Turns: a program solved again and again until its plan hangs together, or time is up."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from footprint.criteria.solver import Status
from footprint.frontier.diagram import TooWideError
from footprint.optimum.answer import Part, Progress, State
from footprint.optimum.joined import Areas, joined
from footprint.optimum.problem import Owner, Problem, held, sound, value_of
from footprint.optimum.program import Program
from footprint.optimum.separators import Separator, alike, separators
from footprint.optimum.start import evened, repaired, start

IDLE = 6
OFTEN = 0.5
"""Seconds between what is told while the solver is at work."""
_DONE = (Status.kOptimal, Status.kInfeasible)


Tell = Callable[[Progress], None]
Cancelled = Callable[[], bool]


def _in_order(one: Separator) -> tuple[str, int, list[int]]:
    """Sets have no order, and the same question should be solved in the same way."""
    return one.footprint, one.unit, sorted(one.through)


class Search:
    """One problem, its program, and the best plan known up to now."""

    def __init__(self, problem: Problem, tell: Tell, cancelled: Cancelled) -> None:
        self.problem, self.tell, self.cancelled = problem, tell, cancelled
        self.begun = self.end = time.monotonic()
        self.best: Owner = {}
        for begin in (start, joined):
            if not self.best or self.value:
                self.begin_with(begin(problem))
        self.bound = 0
        self.known: set[Separator] = set()
        self.turn = 0
        self.heard, self.told_at = 0, 0.0

    def begin_with(self, owner: Owner) -> None:
        """Keep a plan, and what it is when made even, if it is better than what there was."""
        self.offer(owner)
        if self.problem.aim == "even" and owner:
            self.offer(evened(self.problem, owner))

    def run(self, seconds: float) -> Part:
        """Solve until a plan is proved, none is possible, or time is up."""
        self.begun = time.monotonic()
        self.end = self.begun + seconds
        if not self.possible():
            return self.part("impossible")
        if self.problem.aim == "even" and self.problem.one_piece:
            state = self.look_through()
            if state is not None:
                return self.part(state, counted=True)
        self.program = Program(self.problem, self.on_the_way)
        if not self.tighten():
            return self.part("impossible")
        self.program.in_whole_units()
        while not self.late:
            state = self.improve()
            if state is not None:
                return self.part(state)
        if self.proved:
            return self.part("proved")
        return self.part("found" if self.best else "unknown")

    def possible(self) -> bool:
        """Whether every unit may go somewhere, and every footprint that stays keeps its own."""
        may = self.problem.may
        held = frozenset().union(*may.values())
        kept = all(unit in may[footprint] for footprint, unit in self.problem.heart.items())
        return kept and self.problem.some <= held

    @property
    def proved(self) -> bool:
        """Whether there is a plan than which none can be better."""
        return bool(self.best) and self.value <= self.bound

    @property
    def late(self) -> bool:
        """Whether time is up or the search was cancelled."""
        return time.monotonic() >= self.end or self.cancelled()

    def on_the_way(self, bound: float) -> bool:
        """Tell how far the solver itself is; say whether it has to stop."""
        known = math.ceil(bound - 1e-3) if math.isfinite(bound) else 0
        if known > self.heard and time.monotonic() >= self.told_at + OFTEN:
            self.heard = known
            self.say()
        return self.late

    def look_through(self) -> State | None:
        """Look for the most even plan among all there are; None where these are too many."""
        areas = Areas(self.problem, [frozenset({unit}) for unit in sorted(self.problem.some)])
        if self.best:
            areas.spread = self.value
        try:
            for grouping in areas.evener():
                if grouping is not None:
                    self.offer(areas.named(grouping))
                    self.say()
                if self.late:
                    return None
        except TooWideError:
            return None
        if areas.spread > areas.everybody:
            return "impossible"
        self.bound = areas.spread
        return "proved" if self.best and self.value == areas.spread else None

    def tighten(self) -> bool:
        """Add separators while units may be shared; say whether shares at least are possible."""
        idle = 0
        while idle < IDLE:
            before = self.bound
            status = self.program.solve(self.end - time.monotonic())
            if status == Status.kInfeasible:
                return False
            if status != Status.kOptimal or self.late:
                break
            self.learn(self.program.model.getInfo().objective_function_value)
            idle = 0 if self.bound > before else idle + 1
            if not self.separate():
                break
        return True

    def improve(self) -> State | None:
        """Solve once in whole units; say how it ends, or None where it goes on."""
        if self.proved:
            return "proved"
        if self.best:
            self.program.begin_from(self.best)
        status = self.program.solve(self.end - time.monotonic())
        if status == Status.kInfeasible:
            return "impossible"
        self.learn(self.program.bound)
        if status not in _DONE:
            return None
        owner = self.program.owner()
        self.offer(owner)
        self.offer(repaired(self.problem, owner))
        if not self.separate() and not self.fill(owner):
            return "proved"
        return None

    def offer(self, owner: Owner) -> None:
        """Keep a plan that is better than the best one and meets every test."""
        meets = bool(owner) and sound(self.problem, owner)
        if meets and (not self.best or value_of(self.problem, owner) < self.value):
            self.best = dict(owner)

    def separate(self) -> int:
        """Add every separator that the last solution breaks, and count them."""
        if not self.problem.one_piece:
            return 0
        broken = {
            separator
            for footprint in self.problem.may
            for separator in separators(self.problem, footprint, self.program.values(footprint))
        }
        if self.program.whole:
            broken |= {more for one in broken for more in alike(self.problem, one)}
        found = broken - self.known
        self.known |= found
        self.program.separate(sorted(found, key=_in_order))
        return len(found)

    def fill(self, owner: Owner) -> int:
        """Ask for more where rounding let a footprint be too small, and count these."""
        some = held(owner)
        small = [f for f in some if self.problem.units.people(some[f]) < self.problem.least]
        for footprint in small:
            self.program.fill(footprint, some[footprint])
        return len(small)

    def learn(self, bound: float) -> None:
        """Take note of what no plan can be below, and tell how far the search is."""
        if math.isfinite(bound):
            self.bound = max(self.bound, math.ceil(bound - 1e-3))
        self.turn += 1
        self.say()

    def say(self) -> None:
        """Tell how far the search is, by what is proved and by what the solver says on its way."""
        self.told_at = time.monotonic()
        best = self.value if self.best else None
        bound = max(self.bound, self.heard if best is None else min(self.heard, best))
        took = self.told_at - self.begun
        self.tell(Progress(self.problem.name, self.turn, bound, best, took))

    @property
    def value(self) -> int:
        """What the aim comes to in the best plan known."""
        return value_of(self.problem, self.best)

    def part(self, state: State, *, counted: bool = False) -> Part:
        """What the search came to; `counted` where every way was looked through."""
        took = time.monotonic() - self.begun
        if state == "impossible":
            return Part(self.problem.name, state, None, None, took, counted=counted)
        if state == "unknown":
            return Part(self.problem.name, state, None, self.bound, took)
        blocks = self.problem.units.blocks
        pairs = tuple((block, f) for unit, f in self.best.items() for block in blocks[unit])
        return Part(self.problem.name, state, self.value, self.bound, took, pairs, counted)
