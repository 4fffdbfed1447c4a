"""Errands: how long they may take, where they stand in the queue, and what a stopped one says."""

from __future__ import annotations

import os
import pickle

import pytest

from footprint.export import batches, searches
from footprint.export.batches import Batch
from footprint.export.errands import Errand, ErrandError
from footprint.export.orders import Order
from footprint.export.press import PressError, step_of
from footprint.export.searches import Search, SearchError
from footprint.export.turns import UNKNOWN, Asker, Turns
from footprint.export.workers import READY, Workers
from footprint.optimum.answer import Refused
from footprint.optimum.asked import Asked, Sought
from footprint.plans.plan import Plan

NOBODY = Workers(("no such worker",))


def errand(turns: Turns, whose: Asker = UNKNOWN) -> Errand:
    return Errand("work", NOBODY, turns, whose)


def batch(count: int, at_once: int) -> Batch:
    return Batch([Order("csv", (), title=f"{number}") for number in range(count)], at_once)


def test_orders_are_dealt_out_evenly_and_no_worker_is_idle() -> None:
    shares = [[order.title for order in hand.order.orders] for hand in batch(7, 3)._hands]
    assert shares == [["0", "3", "6"], ["1", "4"], ["2", "5"]]
    assert len(batch(2, 5)._hands) == 2
    many = [Order("csv", ())] * 99
    assert len(Batch(many)._hands) == min(99, os.cpu_count())


def test_a_share_has_half_a_minute_for_each_file_and_five_minutes_at_least() -> None:
    assert [hand.longest for hand in batch(11, 1)._hands] == [330]
    assert [hand.longest for hand in batch(10, 1)._hands] == [300]
    assert [hand.longest for hand in batch(2, 1)._hands] == [300]


def test_a_share_hears_its_steps_and_forgets_none() -> None:
    (hand,) = batch(3, 1)._hands
    assert not hand.hear("There is no ink left.")
    assert hand.done == 0
    assert hand.hear("step 2/3")
    assert hand.hear(READY)
    assert not hand.hear("step by step")
    assert hand.done == 2


def test_a_batch_is_as_far_as_all_of_its_shares_and_finished_with_the_last() -> None:
    made = batch(4, 2)
    first, second = made._hands
    first.hear("step 2/2")
    second.hear("step 1/2")
    assert (made.done, made.count) == (3, 4)
    first._finished.set()
    assert not made.finished
    second._finished.set()
    assert made.finished


def test_files_of_shares_are_put_back_into_the_order_they_were_asked_for() -> None:
    made = batch(5, 2)
    for hand in made._hands:
        hand._sent = pickle.dumps([order.title.encode() for order in hand.order.orders])
        hand._finished.set()
    assert made.files() == [b"0", b"1", b"2", b"3", b"4"]


@pytest.mark.parametrize(
    ("words", "step"),
    [("step 2/14", (2, 14)), ("step 2/", None), ("a step 2/14", None), ("ready", None)],
)
def test_a_step_is_how_many_are_made_and_of_how_many(
    words: str, step: tuple[int, int] | None
) -> None:
    assert step_of(words) == step


def test_an_errand_waits_from_the_beginning_until_it_is_finished() -> None:
    one = errand(Turns(1))
    assert (one.waiting, one.finished, one.place, one.seconds) == (True, False, 0, 0.0)
    one._finished.set()
    assert not one.waiting


def test_an_errand_says_why_there_is_nothing() -> None:
    one = errand(Turns(1))
    one._finished.set()
    with pytest.raises(ErrandError, match="This could not be done. Try again."):
        one.result()
    one.stop()
    with pytest.raises(ErrandError, match="You stopped this before it was finished."):
        one.result()
    one._sent = b""
    # A file without a byte is a file.
    assert one.result() == b""


def test_where_no_more_can_wait_it_is_said_at_once() -> None:
    full = Turns(0, most=0)
    one = errand(full).start()
    assert one.finished
    with pytest.raises(ErrandError, match="0 others are waiting already"):
        one.result()


def test_only_an_errand_that_waits_gives_its_place_up() -> None:
    turns = Turns(1)
    one, other = errand(turns), errand(turns)
    one._turn, other._turn = turns.queue(), turns.queue()
    assert (one.place, other.place) == (0, 1)
    one.give_up_waiting()
    other.give_up_waiting()
    assert one._turn.has_come
    assert turns.waiting == 0


def sought(plan: Plan, seconds: float = 10.0) -> Sought:
    return Sought(Asked(plan.seen_as("bodies"), least=1_000_000), seconds=seconds)


class Ending:
    """A process that was ended, or told to come to an end."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def terminate(self) -> None:
        self.heard.append("terminate")

    def kill(self) -> None:
        self.heard.append("kill")


def test_a_search_has_40_seconds_more_than_it_was_given(shipped: dict[str, Plan]) -> None:
    plan = shipped["merged-2026-04"]
    assert Search(sought(plan, 10.0), ("x",)).longest == 50
    assert Search(sought(plan, 60.0), ("x",)).longest == 100


def test_a_stopped_search_is_asked_to_end_and_ended_a_while_later(
    shipped: dict[str, Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[float, object]] = []

    class Timer:
        def __init__(self, seconds: float, what: object) -> None:
            begun.append((seconds, what))

        def start(self) -> None:
            begun.append((0, "started"))

    monkeypatch.setattr(searches.threading, "Timer", Timer)
    search = Search(sought(shipped["merged-2026-04"]), ("x",))
    search.stop()
    assert begun == []
    search._process = process = Ending()
    search.stop()
    assert process.heard == ["terminate"]
    assert begun == [(15, process.kill), (0, "started")]


def test_an_answer_that_was_not_proved_is_sought_again(
    shipped: dict[str, Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searches, "_PROVED", {})
    search = Search(sought(shipped["merged-2026-04"]), ("x",))
    search._finished.set()
    search._sent = pickle.dumps(Refused("Ask for something else."))
    with pytest.raises(SearchError, match="Ask for something else."):
        search.answer()
    assert searches._PROVED == {}


def test_progress_stays_until_there_is_more_to_say(shipped: dict[str, Plan]) -> None:
    search = Search(sought(shipped["merged-2026-04"]), ("x",))
    assert not search.hear("There is no memory left.")
    search.progress = before = object()
    assert not search.hear("There is no memory left.")
    assert search.progress is before


def test_a_file_of_a_batch_that_failed_stops_all_others() -> None:
    made = batch(2, 2)
    first, second = made._hands
    first._finished.set()
    with pytest.raises(PressError, match="The files could not be made"):
        made.files()
    assert second._stopped.is_set()
    assert batches.WORKER[1:] == ("-m", "footprint.export.make")
