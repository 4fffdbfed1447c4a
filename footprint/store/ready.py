"""Whether the store can be read and written to now, asked without leaving anything in it."""

from __future__ import annotations

from sqlalchemy import URL

from footprint.store.database import Database


def check(address: str | URL) -> None:
    """Read the store and take its turn to write; raises StoreError where either is refused.

    A file that was not there yet is made, as a first save would make it.
    """
    database = Database(address)
    with database.reading():
        pass
    with database.writing():
        pass
