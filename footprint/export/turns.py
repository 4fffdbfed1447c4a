"""Turns: who is next where only a few can be served at once, fair between people."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

MOST_WAITING, MOST_OF_VISITOR, MOST_EACH = 40, 20, 6
_FULL = "{} others are waiting already. Try again in a few minutes."
_NEAR = "{} others at your address are waiting already. Try again in a few minutes."
_YOURS = "You have {} in the queue already. Stop one, or wait until one is finished."


class FullError(RuntimeError):
    """Nobody else can wait; says so in one sentence."""


@dataclass(frozen=True)
class Asker:
    """Who asks for a turn: one tab of a browser, and the address it is at; "" if not known."""

    tab: str = ""
    visitor: str = ""


UNKNOWN = Asker()


@dataclass(eq=False)
class Ticket:
    """One place in the queue: of whom, and with which number it came."""

    whose: Asker
    number: int
    called: threading.Event = field(default_factory=threading.Event)


class Turns:
    """A queue with a bound, of which so many are served at once.

    Addresses take turns, and so do the tabs of each: whoever was served longest ago is next,
    however many places others have. At most so many places are given out, at most so many to one
    tab that is known, and at most so many to one address.
    """

    def __init__(
        self,
        at_once: int,
        most: int = MOST_WAITING,
        most_each: int = MOST_EACH,
        most_of_visitor: int = MOST_OF_VISITOR,
    ) -> None:
        self._free, self._most, self._most_each = at_once, most, most_each
        self._most_of_visitor = most_of_visitor
        self._lock = threading.Lock()
        self._waiting: list[Ticket] = []
        self._serving: set[Ticket] = set()
        # When each address and each of its tabs was served last, counted in turns.
        self._served: dict[str | Asker, int] = {}
        self._given = self._turn = 0

    @property
    def waiting(self) -> int:
        """How many wait."""
        with self._lock:
            return len(self._waiting)

    def queue(self, whose: Asker = UNKNOWN) -> Turn:
        """Take a place at the end; raises FullError where there is none."""
        with self._lock:
            self._make_sure_of_room(whose)
            self._given += 1
            ticket = Ticket(whose, self._given)
            self._waiting.append(ticket)
            self._call()
        return Turn(self, ticket)

    def _make_sure_of_room(self, whose: Asker) -> None:
        if len(self._waiting) >= self._most:
            raise FullError(_FULL.format(self._most))
        here = [one.whose for one in (*self._waiting, *self._serving)]
        if whose.tab and here.count(whose) >= self._most_each:
            raise FullError(_YOURS.format(self._most_each))
        near = [one.visitor for one in here]
        if whose.visitor and near.count(whose.visitor) >= self._most_of_visitor:
            raise FullError(_NEAR.format(self._most_of_visitor))

    def place(self, ticket: Ticket) -> int:
        """Which one will be served next is 1, the one after it 2; 0 is one that does not wait."""
        with self._lock:
            order = list(in_order(self._waiting, self._served))
        return order.index(ticket) + 1 if ticket in order else 0

    def leave(self, ticket: Ticket) -> None:
        """Give a place up, or end being served."""
        with self._lock:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            elif ticket in self._serving:
                self._serving.remove(ticket)
                self._free += 1
            here = [one.whose for one in (*self._waiting, *self._serving)]
            known = {*here, *(one.visitor for one in here)}
            self._served = {one: turn for one, turn in self._served.items() if one in known}
            self._call()
        ticket.called.set()

    def serving(self, ticket: Ticket) -> bool:
        """Whether it is its turn."""
        with self._lock:
            return ticket in self._serving

    def _call(self) -> None:
        while self._free and self._waiting:
            ticket = next(in_order(self._waiting, self._served))
            self._waiting.remove(ticket)
            self._serving.add(ticket)
            self._free -= 1
            self._turn += 1
            self._served[ticket.whose] = self._served[ticket.whose.visitor] = self._turn
            ticket.called.set()


class Turn:
    """A place in a queue as its owner holds it: a turn begins as one enters, and ends."""

    def __init__(self, turns: Turns, ticket: Ticket) -> None:
        self._turns, self._ticket = turns, ticket

    def __enter__(self) -> Self:
        """Wait for it; it may have been given up meanwhile."""
        self._ticket.called.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def leave(self) -> None:
        """Give it up, or end it."""
        self._turns.leave(self._ticket)

    @property
    def has_come(self) -> bool:
        """Whether it is this one's turn."""
        return self._turns.serving(self._ticket)

    @property
    def place(self) -> int:
        """Its place in the queue, 1 for the next; 0 where it does not wait."""
        return self._turns.place(self._ticket)


def in_order(waiting: Sequence[Ticket], served: Mapping[str | Asker, int]) -> Iterator[Ticket]:
    """Those who wait in the order they will be served, if nobody else comes.

    `served` says when each address and each tab was served last, counted in turns.
    """
    left, last = list(waiting), dict(served)
    turn = max(last.values(), default=0)
    while left:
        ticket = min(left, key=lambda one: (*_served_last(one.whose, last), one.number))
        turn += 1
        last[ticket.whose] = last[ticket.whose.visitor] = turn
        left.remove(ticket)
        yield ticket


def _served_last(whose: Asker, served: Mapping[str | Asker, int]) -> tuple[int, int]:
    return served.get(whose.visitor, 0), served.get(whose, 0)
