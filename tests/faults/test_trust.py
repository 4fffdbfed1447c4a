"""Each fault, made for real, comes to what the table in `docs/trust.md` says of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import processes, servers
from tests.faults.fault import Fault
from tests.faults.table import DOCUMENT, FAULTS, row, with_table
from tests.store.test_store import needs_fork

ROWS = DOCUMENT.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module", autouse=True)
def _server() -> Iterator[None]:
    yield
    servers.end()


@needs_fork
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_comes_to_what_the_table_says(
    fault: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # `python -m tests.faults` kills as often as the table says, and so do tests/store.
    monkeypatch.setattr(processes, "KILLS", 2)
    assert row(fault, fault.outcome(tmp_path)) in ROWS


def test_the_table_holds_every_fault_once_and_no_other() -> None:
    names = [line.split(" | ")[0].removeprefix("| ") for line in ROWS if line.startswith("| ")]
    start = names.index("fault") + 1
    assert names[start : start + len(FAULTS)] == [fault.name for fault in FAULTS]


def test_a_table_takes_the_place_of_the_one_before() -> None:
    before = DOCUMENT.read_text(encoding="utf-8")
    written = with_table(before, ["| one |"])
    assert "| one |" in written
    assert written.splitlines()[-1] == before.splitlines()[-1]
    assert with_table(written, [line for line in ROWS if line.count(" | ") == 4][1:]) == before
