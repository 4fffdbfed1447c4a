"""The bench: every time is held against another of the same run, taken turn about."""

import time
import types
from collections.abc import Iterator

import pytest

from bench import __main__ as bench
from bench.clock import Pairs, timed, turn_about
from bench.promises import SHIFT, Promise, Ratio, Size, sizes, table


def clock(*times: float) -> Iterator[float]:
    return iter(times)


def test_the_two_are_timed_turn_about_and_the_first_rounds_are_left_out() -> None:
    order: list[str] = []

    def told(name: str, taken: float) -> float:
        order.append(name)
        return taken

    ours, theirs = clock(9, 1, 2), clock(9, 10, 10)
    pairs = turn_about(
        lambda: told("ours", next(ours)), lambda: told("theirs", next(theirs)), 2, warming=1
    )
    assert order == ["ours", "theirs"] * 3
    assert pairs.times == ((1, 10), (2, 10))


def test_a_ratio_is_the_median_over_pairs_so_that_a_slow_hour_slows_both() -> None:
    steady = Pairs(((1, 10), (1, 10), (1, 10)))
    disturbed = Pairs(((1, 10), (8, 80), (50, 500)))
    assert steady.ratio == disturbed.ratio == pytest.approx(0.1)
    assert (disturbed.ours, disturbed.theirs) == (8, 80)


def test_one_stray_pair_does_not_break_a_promise() -> None:
    pairs = Pairs(((1, 10), (1, 10), (90, 10)))
    assert pairs.promise("A thing", "a plain thing", 1 / 5).holds


def test_a_timing_tells_milliseconds() -> None:
    assert timed(lambda: time.sleep(0.05))() >= 50


def test_what_is_soon_over_is_done_several_times_and_its_mean_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[int] = []
    ticks = clock(10.0, 10.5)
    monkeypatch.setattr("bench.clock.time.perf_counter", lambda: next(ticks))
    assert timed(lambda: done.append(1), times=5)() == pytest.approx(100)
    assert len(done) == 5


@pytest.mark.parametrize(("ours", "holds"), [(19, True), (20, True), (21, False)])
def test_a_ratio_holds_up_to_what_is_promised(ours: int, holds: bool) -> None:
    assert sizes("A message", ours, "the naive page", 100, 1 / 5).holds is holds


@pytest.mark.parametrize(("ours", "holds"), [(300, True), (301, False)])
def test_a_size_holds_up_to_what_is_promised(ours: int, holds: bool) -> None:
    assert Size("Geometry", ours, 300).holds is holds


def test_the_table_says_what_each_is_measured_against() -> None:
    said = table(
        [
            Ratio("A map", "ms", 230.0, "the naive page", 1957.0, 0.1175, 1 / 5),
            Ratio("Measures", "ms", 42.04, "a groupby", 5.0, 8.4, 15),
            Size("Geometry", 96_442, 300_000),
            Size("What jumps", 0.0088, 0.05, SHIFT),
        ]
    ).splitlines()
    assert said[0].index("measured against") == said[1].index("the naive page")
    assert "230 ms" in said[1] and "the naive page" in said[1]
    assert "ratio 1/8.5" in said[1] and "at most 1/5.0" in said[1]
    assert "42.0 ms" in said[2] and "ratio 8.4" in said[2] and "at most 15.0" in said[2]
    assert "0.009 of the window" in said[4] and "at most 0.050 of the window" in said[4]
    assert "96,442 bytes" in said[3] and "at most 300,000 bytes" in said[3]
    assert all(line.endswith("holds") for line in said[1:])


def bench_with(monkeypatch: pytest.MonkeyPatch, *promises: Promise) -> int:
    room = types.SimpleNamespace(promises=lambda: list(promises))
    monkeypatch.setattr(bench, "ROOMS", (room,))
    return bench.main()


def test_the_bench_fails_where_a_promise_does_not_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, broken = (sizes(name, 1, "x", 2, most) for name, most in (("Kept", 1), ("Broken", 0.1)))
    assert bench_with(monkeypatch, kept) == 0
    assert "DOES NOT HOLD" not in capsys.readouterr().out
    assert bench_with(monkeypatch, kept, broken) == 1
    said = capsys.readouterr().out
    assert said.endswith("Not as promised: Broken.\n")
    assert "No promise is an absolute time." in said


def test_a_time_can_only_be_promised_against_another() -> None:
    promise = Pairs(((2, 10),)).promise("A thing", "a plain thing", 1 / 4)
    assert isinstance(promise, Ratio)
    assert (promise.unit, promise.ratio, promise.most) == ("ms", 0.2, 1 / 4)
    assert "ms" not in Size("Geometry", 1, 2).found
