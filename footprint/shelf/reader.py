"""Reading the shelf for pages that must not wait: what is on it now, or why it cannot be told."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from footprint.rights.person import Person
from footprint.rights.policy import Access
from footprint.shelf.values import KeptPack, ListedPack, PackReading, WantedPacks
from footprint.store.reader import Reader
from footprint.store.revisions import SETTING, StoreError
from footprint.workspace.workspace import Workspace, kept

if TYPE_CHECKING:
    from footprint.shelf.shelf import Shelf

_NEWEST = WantedPacks()


@dataclass(frozen=True)
class Packs:
    """A page of packs by their newest revisions, or a sentence on what is wrong.

    `more` is whether there are others after the last of them.
    """

    found: tuple[ListedPack, ...] = ()
    problem: str = ""
    more: bool = False


@dataclass(frozen=True)
class PackPast:
    """Every revision of one pack, newest first, and whose it is, or what is wrong."""

    found: tuple[KeptPack, ...] = ()
    problem: str = ""
    access: Access = Access()


class ShelfReader(Reader):
    """One shelf, asked in the background like the store it stands in."""

    if TYPE_CHECKING:

        def store(self) -> Shelf:
            """The shelf itself, to write to."""

    def packs(self, wanted: WantedPacks = _NEWEST) -> Packs:
        """A page of the packs that are wanted, last saved first."""
        one_more = replace(wanted, most=wanted.most + 1)
        try:
            found = self._soon(lambda: self.store().packs(one_more))
        except StoreError as problem:
            return Packs(problem=str(problem))
        return Packs(found[: wanted.most], more=len(found) > wanted.most)

    def history(self, pack: str) -> PackPast:
        """Every revision of one pack, newest first."""
        try:
            return self._soon(lambda: _past(self.store(), pack))
        except StoreError as problem:
            return PackPast(problem=str(problem))

    def pack(self, pack: str, number: int) -> PackReading:
        """One revision with its content; raises StoreError where there is none."""
        return self._soon(lambda: self.store().read(pack, number))


def shelf_of(work: Workspace) -> ShelfReader:
    """The shelf in the store that the settings name now, as whoever looks may see it."""
    address = os.environ.get(SETTING, "")
    if work.person is None:
        return _shelf(work, address)
    return _shelf_of(work, work.person, address)


def _past(shelf: Shelf, pack: str) -> PackPast:
    return PackPast(shelf.history(pack), access=shelf.access(pack))


@kept(20)
def _shelf(work: Workspace, address: str) -> ShelfReader:
    del work
    # A page that never reads the store does not wait for what reads it.
    from footprint.shelf.shelf import Shelf
    from footprint.store.database import default_url

    return ShelfReader(lambda: Shelf(default_url({SETTING: address})))


@kept(500)
def _shelf_of(work: Workspace, person: Person, address: str) -> ShelfReader:
    return _shelf(work, address).seen_by(person)
