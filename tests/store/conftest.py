"""Stores to test: an empty one in a SQLite file, and one in a real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from footprint.store.store import OptionStore
from tests import postgres_server

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_server.Server]:
    """A PostgreSQL server, where one is installed."""
    if postgres_server.binaries() is None:
        pytest.skip(postgres_server.MISSING)
    with postgres_server.running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store in which nothing was ever saved."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/options.sqlite3"
    return request.getfixturevalue("postgres").new_schema()


@pytest.fixture
def store(url: str) -> OptionStore:
    """A store in which nothing was ever saved."""
    return OptionStore(url)
