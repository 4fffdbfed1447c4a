"""The workspace itself: published facts read once, and a place to keep what follows from them."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Collection, Hashable, Iterator
from concurrent.futures import Future
from dataclasses import is_dataclass
from functools import partial, wraps
from pathlib import Path
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

import pandas as pd
from cachetools import LRUCache

from footprint.criteria.catalogue import Quote, read_quotes
from footprint.facts.atlas import Atlas, load_atlas
from footprint.facts.manifest import ROOT, Manifest, problems, read_manifest
from footprint.facts.other_names import OtherNames, read_other_names
from footprint.facts.people import PeopleShapes, read_people
from footprint.facts.shapes import Shapes, read_shapes
from footprint.facts.statements import Statement, read_statements
from footprint.measures.catalogue import tabulate
from footprint.money.cost_icbs import cost_names
from footprint.money.fact import Fact
from footprint.money.published import facts
from footprint.plans import checks
from footprint.plans.asked import Asked, read_asked
from footprint.plans.plan import Plan, england, read_plans
from footprint.plans.tiers import Tier, tiers
from footprint.rights.person import Person
from footprint.store.reader import Reader
from footprint.store.revisions import SETTING, StoreError

ACCESS_SECONDS = 1.0
"""How long it is remembered that somebody may see an option."""

_KEY = re.compile(r"saved-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


class Keeper:
    """What functions returned, by what they were asked; the least used goes first.

    Of several threads that ask the same, one works it out and the others wait for its answer. An
    error is told to all of them and not kept.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._answers: dict[Hashable, LRUCache[Hashable, Future]] = {}

    def once(
        self, what: Hashable, asked: Hashable, most: int, work_out: Callable[[], _Answer]
    ) -> _Answer:
        """Return what is kept, or else work it out; at most `most` answers are kept of `what`."""
        answer, mine = self._claimed(what, asked, most)
        if mine:
            try:
                answer.set_result(work_out())
            except BaseException as problem:
                self._forget(what, asked)
                answer.set_exception(problem)
        return answer.result()

    def _claimed(self, what: Hashable, asked: Hashable, most: int) -> tuple[Future, bool]:
        with self._lock:
            answers = self._answers.setdefault(what, LRUCache(most))
            answer = answers.get(asked)
            if answer is not None:
                return answer, False
            answers[asked] = answer = Future()
            return answer, True

    def _forget(self, what: Hashable, asked: Hashable) -> None:
        with self._lock:
            self._answers[what].pop(asked, None)


VIEWS = 10
"""Of how many views at once each page keeps what it says: under a megabyte a view."""


def kept(
    most: int = 500,
) -> Callable[
    [Callable[Concatenate[Workspace, _Asked], _Answer]],
    Callable[Concatenate[Workspace, _Asked], _Answer],
]:
    """Keep in the workspace what a function of it returns, for at most so many questions.

    What is asked must be hashable, and what is returned a value that nobody changes. What follows
    from a saved option is kept for everybody, and given only to whoever may see that option: for
    anybody else it is worked out anew, which ends where the store refuses to read the option.
    """

    def keeping(
        function: Callable[Concatenate[Workspace, _Asked], _Answer],
    ) -> Callable[Concatenate[Workspace, _Asked], _Answer]:
        @wraps(function)
        def ask(work: Workspace, *asked: _Asked.args, **named: _Asked.kwargs) -> _Answer:
            if work.person is not None and work.hides(asked, named.values()):
                return function(work, *asked, **named)
            question = (asked, tuple(sorted(named.items())))
            work_out = partial(function, work, *asked, **named)
            return work.keeper.once(function, question, most, work_out)

        return ask

    return keeping


class Workspace:
    """The published facts of one folder, and whatever has been worked out from them.

    `person` is who looks at them, where people sign in.
    """

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.keeper = Keeper()
        self.person: Person | None = None
        self._seen: dict[str, float] = {}

    def seen_by(self, person: Person) -> Workspace:
        """The same facts and answers, without the saved options that somebody may not see."""
        theirs = Workspace(self.root)
        theirs.keeper, theirs.person = self.keeper, person
        return theirs

    def hides(self, *asked: object) -> bool:
        """Whether something names a saved option that the person may not see, or cannot now."""
        return not all(map(self._may_see, set(_options(asked))))

    def _may_see(self, option: str) -> bool:
        now = time.monotonic()
        if now - self._seen.get(option, float("-inf")) < ACCESS_SECONDS:
            return True
        try:
            self.reader.access(option)
        except StoreError:
            return False
        self._seen[option] = now
        return True

    @property
    @kept(1)
    def file_problems(self) -> tuple[str, ...]:
        """What is wrong with the published files, if anything."""
        return tuple(problems(self.root))

    @property
    @kept(1)
    def manifest(self) -> Manifest:
        """The list of published files."""
        return read_manifest(self.root)

    @property
    @kept(1)
    def atlas(self) -> Atlas:
        """Every published fact."""
        return load_atlas(self.root)

    @property
    @kept(1)
    def plans(self) -> dict[str, Plan]:
        """Every shipped plan, in order; regional ones not yet completed."""
        return read_plans(self.atlas, self.root)

    @property
    @kept(1)
    def shapes(self) -> Shapes:
        """The blocks' outlines."""
        return read_shapes(self.root)

    @property
    @kept(1)
    def people(self) -> PeopleShapes:
        """The blocks' outlines with each block as large as its residents are many."""
        return read_people(self.shapes, self.root)

    def drawn_on(self, ground: str) -> Shapes:
        """The blocks' outlines on one of the two grounds."""
        return self.people if ground == "people" else self.shapes

    @property
    @kept(1)
    def tiers(self) -> dict[str, Tier]:
        """Every kind of authority, by key."""
        return tiers(self.atlas)

    @property
    @kept(1)
    def quotes(self) -> dict[str, tuple[Quote, ...]]:
        """What was asked of ICB areas, in whose words, by criterion."""
        return read_quotes(self.root)

    @property
    @kept(1)
    def checks(self) -> list[tuple[checks.Check, str]]:
        """Every check on the published files, with what was found."""
        return checks.run(checks.Published(self.atlas, self.plans, self.shapes))

    @property
    @kept(1)
    def published_costs(self) -> tuple[Fact, ...]:
        """What is published of cost, target, reduction, staff and deficit, and what follows."""
        return facts(self.atlas)

    @property
    @kept(1)
    def statements(self) -> tuple[Statement, ...]:
        """What the sources say that is no number, in one list."""
        return read_statements(self.root)

    @property
    @kept(1)
    def asked(self) -> dict[str, Asked]:
        """What is asked for April 2027, by body of that plan."""
        return read_asked(self.root)

    @property
    @kept(1)
    def england(self) -> pd.Series:
        """Every measure of England as a whole."""
        return tabulate(self.atlas, england(self.atlas)).loc["england"]

    @property
    @kept(1)
    def icb_names(self) -> dict[str, str]:
        """The name of every ICB of 2023, by its code."""
        return {code: icb.name for code, icb in self.plans["icb-2023"].by_id.items()}

    @property
    @kept(1)
    def cost_names(self) -> dict[str, str]:
        """The name of every ICB that may have a cost of the user's, by its code."""
        return cost_names(self.atlas, self.icb_names)

    @property
    @kept(1)
    def other_names(self) -> OtherNames:
        """What files of other people may call a district or an ICB."""
        return read_other_names(self.root)

    @property
    def residents(self) -> pd.Series:
        """People of each block in mid-2024."""
        return self.atlas.blocks["residents_2024"]

    @property
    def reader(self) -> Reader:
        """The store of options, to be read without waiting for it."""
        address = os.environ.get(SETTING, "")
        if self.person is None:
            return _reader(self, address)
        return _reader_of(self, self.person, address)


@kept(20)
def _reader(work: Workspace, address: str) -> Reader:
    del work
    # A page that never reads the store does not wait for what reads it.
    from footprint.store.database import default_url
    from footprint.store.store import OptionStore

    return Reader(lambda: OptionStore(default_url({SETTING: address})))


@kept(500)
def _reader_of(work: Workspace, person: Person, address: str) -> Reader:
    return _reader(work, address).seen_by(person)


def _options(asked: object, deep: int = 3) -> Iterator[str]:
    """Every saved option that something names: a key alone, in a text, or in a view or a pack."""
    if isinstance(asked, str):
        if "saved-" in asked:
            yield from (found[1] for found in _KEY.finditer(asked))
    elif isinstance(asked, Collection) and not isinstance(asked, (bytes, pd.Series, pd.DataFrame)):
        for one in asked:
            yield from _options(one, deep)
    elif deep and is_dataclass(asked):
        yield from _options(tuple(vars(asked).values()), deep - 1)
