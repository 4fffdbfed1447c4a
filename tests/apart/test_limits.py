"""Limits of a process: what the system is told, number by number."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from footprint.apart import frames, limits

resource = pytest.importorskip("resource")


def test_a_process_is_held_to_two_seconds_and_a_hundred_megabytes_beyond_what_it_has(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", told.__setitem__)
    spent = SimpleNamespace(ru_utime=3.4, ru_stime=1.7)
    monkeypatch.setattr(resource, "getrusage", lambda _: spent)
    # Pages in all, resident, shared, text, library, data and changed.
    (tmp_path / "statm").write_text("90 80 70 60 0 50 0\n")
    monkeypatch.setattr(limits, "_STATM", tmp_path / "statm")
    limits.hold_to(limits.A_FILE)
    memory = 50 * os.sysconf("SC_PAGE_SIZE") + 104_857_600
    assert told == {
        resource.RLIMIT_CPU: (7, 8),
        resource.RLIMIT_DATA: (memory, memory),
        resource.RLIMIT_FSIZE: (67_108_864, 67_108_864),
        resource.RLIMIT_CORE: (0, 0),
    }


def test_where_nobody_says_how_much_memory_a_process_has_it_is_taken_for_a_gigabyte(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(limits, "_STATM", tmp_path / "none")
    assert limits._memory() == 1_073_741_824


class Claiming:
    """A stream whose frame claims to be so long, and is."""

    def __init__(self, length: int) -> None:
        self.length, self.begun = length, False

    def read(self, count: int) -> object:
        if self.begun:
            return range(count)
        self.begun = True
        assert count == 8
        return self.length.to_bytes(8, "big")


def test_a_frame_of_thirty_two_megabytes_is_received_and_none_that_is_longer() -> None:
    assert frames.receive(Claiming(33_554_432)) == range(33_554_432)
    assert frames.receive(Claiming(33_554_433)) is None
