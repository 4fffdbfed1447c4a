"""A process that nobody has needed for a while ends by itself, where it is set to."""

from __future__ import annotations

import asyncio
import time
import urllib.error
import urllib.request

import pytest

from tests.browser.conftest import serving
from tests.ui.visitor import visitor
from ui.process import fresh


@pytest.mark.parametrize(
    ("told", "port", "waits"),
    [
        ("15", 8504, 900.0),
        (" 15 ", 8505, 930.0),
        ("0.5", 8511, 37.0),
        ("", 8501, None),
        ("  ", 8501, None),
    ],
)
def test_neighbours_wait_for_so_many_minutes_and_never_end_together(
    told: str, port: int, waits: float | None
) -> None:
    assert fresh.patience({fresh.SETTING: told}, port) == pytest.approx(waits)
    assert fresh.patience({}, port) is None


@pytest.mark.parametrize("told", ["soon", "0", "-5", "nan", "inf"])
def test_what_is_no_number_of_minutes_is_told_and_ends_nothing(
    told: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert fresh.patience({fresh.SETTING: told}, 8501) is None
    assert f"such as 15, and not “{told}”" in caplog.text


def test_a_process_waits_for_somebody_and_then_for_nobody_all_the_while() -> None:
    there = iter([False] * 30 + [True] + [False] * 2 + [True])
    looked = 0

    def anybody() -> bool:
        nonlocal looked
        looked += 1
        return next(there, False)

    asyncio.run(fresh.left_alone(anybody, waits=5 / 1024, pause=1 / 1024))
    assert looked == 34 + 5


def test_it_ends_when_the_last_has_left_and_not_before_anybody_came(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(fresh.SETTING, "0.02")
    with serving() as address:
        time.sleep(2)
        with visitor(address) as one:
            one.sees()
            time.sleep(2)
            assert _answers(address)
        for _ in range(600):
            if not _answers(address):
                return
            time.sleep(0.1)
    pytest.fail("A minute after the last had left it still answered.")


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}/_stcore/health", timeout=5).close()
    except urllib.error.URLError:
        return False
    return True
