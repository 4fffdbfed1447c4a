"""Faults of PostgreSQL: stopped, frozen before it is asked and in the middle, and back again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest

from footprint.store import database, failures
from footprint.store.reader import REST_SECONDS, WAIT_SECONDS, Reader
from footprint.store.store import OptionStore
from tests import postgres_server
from tests.faults.fault import DRAFT, Fault, Kept, Outcome, sentence
from tests.postgres_server import Server

_LEEWAY = 20
"""Seconds that a crowded machine may take beside what is waited for; a hang is longer."""


@cache
def _started() -> tuple[Server, Callable[[], None]]:
    running = postgres_server.running()
    return running.__enter__(), lambda: running.__exit__(None, None, None)


def end() -> None:
    """Stop the server that these faults share, if any of them was made."""
    if _started.cache_info().currsize:
        _started()[1]()
        _started.cache_clear()


def _server() -> Server:
    if postgres_server.binaries() is None:
        pytest.skip(postgres_server.MISSING)
    return _started()[0]


def schema() -> str:
    """The address of an empty store in the server."""
    return _server().new_schema()


def stopped(_folder: Path) -> Outcome:
    """Stop the server, look and save, and start it again."""
    server = _server()
    kept = Kept(server.new_schema())
    reader = _reader(kept)
    server.stop()
    said = sentence(kept.save)
    assert reader.newest().problem == said
    server.start()
    return Outcome(said, kept.kept(), kept.well("the server is back"))


def frozen(_folder: Path) -> Outcome:
    """Freeze the server, save, and let it go on."""
    server = _server()
    kept = Kept(f"{server.new_schema()}&connect_timeout=2")
    with server.frozen(), _at_most(2):
        said = sentence(kept.save)
    return Outcome(said, kept.kept(), kept.well("the server goes on"))


def frozen_while_looked_at(_folder: Path) -> Outcome:
    """Freeze the server while a page that shows saved options is drawn again and again."""
    server = _server()
    kept = Kept(server.new_schema())
    reader = _reader(kept)
    with server.frozen(), _at_most(2 * WAIT_SECONDS):
        said = {reader.newest().problem for _ in range(20)}
    (told,) = said
    reader._rested -= REST_SECONDS
    assert reader.newest().options
    return Outcome(told, kept.kept(), f"within {REST_SECONDS:.0f} seconds of the server going on")


def frozen_in_the_middle(_folder: Path) -> Outcome:
    """Freeze the server in the middle of a save."""
    server = _server()
    kept = Kept(server.new_schema())

    def save() -> None:
        with patch.object(database, "_begin_postgresql", _freezing(server, frozen)):
            OptionStore(kept.address).save(DRAFT)

    frozen: list = []
    try:
        with patch.object(failures, "ANSWER_SECONDS", 1), _at_most(3):
            said = sentence(save)
    finally:
        for one in frozen:
            one.__exit__(None, None, None)
    return Outcome(said, kept.kept(), kept.well("the server goes on"))


def _freezing(server: Server, frozen: list) -> Callable[[object], None]:
    begin, times = database._begin_postgresql, iter(range(10))

    def begin_and_freeze(connection: object) -> None:
        begin(connection)
        # A store is looked at when it is opened, and the save comes next.
        if next(times) == 1:
            frozen.append(server.frozen())
            frozen[-1].__enter__()

    return begin_and_freeze


def _reader(kept: Kept) -> Reader:
    reader = Reader(lambda: kept.store, wait=WAIT_SECONDS)
    assert reader.newest().options
    return reader


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < seconds + _LEEWAY, "It took too long to say so."


FAULTS = (
    Fault("PostgreSQL stopped, and back", "the server ended and started again", stopped),
    Fault("PostgreSQL frozen, saving", "the server stopped by SIGSTOP before a save", frozen),
    Fault(
        "PostgreSQL frozen in a save",
        "the server stopped by SIGSTOP after a save has begun",
        frozen_in_the_middle,
    ),
    Fault(
        "PostgreSQL frozen, looking",
        "the server stopped by SIGSTOP before a page is drawn",
        frozen_while_looked_at,
    ),
)
