"""What every fault is told by, and how a store is asked whether all is well again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from footprint.store.revisions import Draft, StoreError
from footprint.store.store import OptionStore

DRAFT = Draft(name="Kent alone", content="a", base="icb-2023", data_version="v1", author="Ada")
NOTHING_LOST = "everything acknowledged"


@dataclass(frozen=True)
class Outcome:
    """What a fault came to: the sentence a person sees, what is kept, and when all is well."""

    seen: str
    kept: str
    well: str


@dataclass(frozen=True)
class Fault:
    """One fault by its name, how it is made, and what makes it and tells the outcome."""

    name: str
    made: str
    outcome: Callable[[Path], Outcome]


def sentence(ask: Callable[[], object]) -> str:
    """What a person is told where something cannot be done."""
    try:
        ask()
    except StoreError as problem:
        return str(problem)
    raise AssertionError("It was done all the same.")


class Kept:
    """A store with options in it, and all that it has acknowledged."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.store = OptionStore(address)
        self.options = [self.store.save(DRAFT).option for _ in range(3)]

    @property
    def file(self) -> Path:
        """Where a store in a file is."""
        return Path(self.address.removeprefix("sqlite:///"))

    def save(self) -> object:
        """Save one more."""
        return self.store.save(DRAFT)

    def readable(self) -> bool:
        """Whether all of it can be read at this moment."""
        try:
            return self.all_there(self.store)
        except StoreError:
            return False

    def all_there(self, store: OptionStore) -> bool:
        """Whether everything acknowledged is in a store, and as it was saved."""
        return all(store.read(one).content == DRAFT.content for one in self.options)

    def kept(self) -> str:
        """What is kept once the fault is over; fails where anything acknowledged is not."""
        assert self.all_there(OptionStore(self.address)), "Something acknowledged is lost."
        return NOTHING_LOST

    def well(self, cause: str) -> str:
        """When the same process saves again, once the cause is gone."""
        try:
            self.save()
        except StoreError:
            OptionStore(self.address).save(DRAFT)
            return f"after a restart, once {cause}"
        return f"at the next save, once {cause}"


def put_in(file: Path) -> None:
    """Put what still stands in a store's log of changes into its file."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
