"""Reading the store for pages that must not wait: what there is now, or why it cannot be told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Self, TypeVar

from footprint.rights.person import Person
from footprint.rights.policy import Access
from footprint.store.remarks import Remark
from footprint.store.revisions import Listed, Reading, Revision, StoreError, Wanted

if TYPE_CHECKING:
    from footprint.store.store import OptionStore


WAIT_SECONDS = 1.0
REST_SECONDS = 20.0
_SLOW = "The store of options is slow to answer. Try again in a minute."
_NEWEST = Wanted()
_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class Listing:
    """A page of options by their newest revisions, or a sentence on what is wrong.

    `more` is whether there are others after the last of them.
    """

    options: tuple[Listed, ...] = ()
    problem: str = ""
    more: bool = False


@dataclass(frozen=True)
class Past:
    """Every revision of one option, newest first, and every remark on it, or what is wrong.

    `access` is whose the option is, and who may see it.
    """

    revisions: tuple[Revision, ...] = ()
    remarks: tuple[Remark, ...] = ()
    problem: str = ""
    access: Access = Access()


@dataclass
class Reader:
    """One store, asked in the background; `opened` opens it, which may take long or fail.

    A store that has not answered within `wait` seconds is left alone for `rest` seconds, so
    that a page is held up once and not at every step.
    """

    opened: Callable[[], OptionStore]
    wait: float = WAIT_SECONDS
    rest: float = REST_SECONDS
    _store: OptionStore | None = None
    _rested: float = field(default=float("-inf"))

    def seen_by(self, person: Person) -> Self:
        """A reader of what somebody who is signed in may see, in the same store."""
        return type(self)(lambda: self.store().seen_by(person), self.wait, self.rest)

    def store(self) -> OptionStore:
        """The store itself, to write to; raises StoreError where it cannot be opened."""
        self._store = self._store or self.opened()
        return self._store

    def newest(self, wanted: Wanted = _NEWEST) -> Listing:
        """A page of the options that are wanted, last saved first."""
        one_more = replace(wanted, most=wanted.most + 1)
        try:
            found = self._soon(lambda: self.store().list_options(one_more))
        except StoreError as problem:
            return Listing(problem=str(problem))
        return Listing(found[: wanted.most], more=len(found) > wanted.most)

    def past(self, option: str) -> Past:
        """What became of one option, and what was said of it."""
        try:
            return self._soon(lambda: _past(self.store(), option))
        except StoreError as problem:
            return Past(problem=str(problem))

    def read(self, option: str, revision: int) -> Reading:
        """One revision with its content; raises StoreError where there is none."""
        return self._soon(lambda: self.store().read(option, revision))

    def access(self, option: str) -> Access:
        """Whose an option is; raises StoreError where it may not be seen, or is not there."""
        return self._soon(lambda: self.store().access(option))

    def _soon(self, ask: Callable[[], _Answer]) -> _Answer:
        if time.monotonic() < self._rested:
            raise StoreError(_SLOW)
        box: SimpleQueue[_Answer | Exception] = SimpleQueue()
        # A thread that ends with the app: a server may never answer.
        threading.Thread(target=lambda: box.put(_attempt(ask)), daemon=True).start()
        try:
            answer = box.get(timeout=self.wait)
        except Empty:
            self._rested = time.monotonic() + self.rest
            raise StoreError(_SLOW) from None
        if isinstance(answer, Exception):
            raise answer
        return answer


def _past(store: OptionStore, option: str) -> Past:
    return Past(store.history(option), store.remarks(option), access=store.access(option))


def _attempt(ask: Callable[[], _Answer]) -> _Answer | Exception:
    try:
        return ask()
    except Exception as problem:  # told to whoever asked, in their own thread
        return problem
