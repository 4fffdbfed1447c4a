"""Reading the shelf for pages that must not wait: what is on it now, or why it cannot be told."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from footprint.shelf.values import KeptPack, PackReading, WantedPacks
from footprint.store.reader import Reader
from footprint.store.revisions import SETTING, StoreError
from footprint.workspace.workspace import Workspace, kept

if TYPE_CHECKING:
    from footprint.shelf.shelf import Shelf

_NEWEST = WantedPacks()


@dataclass(frozen=True)
class Packs:
    """Some packs by a revision of each, or a sentence on what is wrong.

    `more` is whether there are others after the last of them.
    """

    found: tuple[KeptPack, ...] = ()
    problem: str = ""
    more: bool = False


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

    def history(self, pack: str) -> Packs:
        """Every revision of one pack, newest first."""
        try:
            return Packs(self._soon(lambda: self.store().history(pack)))
        except StoreError as problem:
            return Packs(problem=str(problem))

    def pack(self, pack: str, number: int) -> PackReading:
        """One revision with its content; raises StoreError where there is none."""
        return self._soon(lambda: self.store().read(pack, number))


def shelf_of(work: Workspace) -> ShelfReader:
    """The shelf in the store that the settings name now."""
    return _shelf(work, os.environ.get(SETTING, ""))


@kept(20)
def _shelf(work: Workspace, address: str) -> ShelfReader:
    del work
    # A page that never reads the store does not wait for what reads it.
    from footprint.shelf.shelf import Shelf
    from footprint.store.database import default_url

    return ShelfReader(lambda: Shelf(default_url({SETTING: address})))
