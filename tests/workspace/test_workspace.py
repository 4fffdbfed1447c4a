"""The workspace: what follows from the facts is worked out once, whoever asks and from wherever."""

from __future__ import annotations

import threading
import time

import pytest

from footprint.workspace.workspace import Workspace, kept

calls: list[object] = []


@pytest.fixture(autouse=True)
def nothing_called_yet() -> None:
    calls.clear()


@kept(2)
def doubled(_: Workspace, number: int) -> int:
    calls.append(number)
    return 2 * number


@kept(2)
def refused(_: Workspace, number: int) -> int:
    calls.append(number)
    raise ValueError(f"not {number}")


@kept(2)
def slow(_: Workspace, number: int) -> object:
    calls.append(number)
    time.sleep(0.05)
    return object()


def test_an_answer_is_worked_out_once_and_kept() -> None:
    work = Workspace()
    assert [doubled(work, 3), doubled(work, 3)] == [6, 6]
    assert calls == [3]


def test_a_question_is_the_same_in_whatever_order_it_is_put() -> None:
    work = Workspace()
    asked: list[int] = []

    @kept(3)
    def told(_: Workspace, *, one: int, two: int) -> int:
        asked.append(one)
        return one + two

    assert told(work, one=1, two=2) == told(work, two=2, one=1) == 3
    assert asked == [1]


def test_each_workspace_keeps_its_own() -> None:
    assert doubled(Workspace(), 3) == doubled(Workspace(), 3)
    assert calls == [3, 3]


def test_the_answer_used_longest_ago_goes_first() -> None:
    work = Workspace()
    for number in (1, 2, 1, 3, 1, 2):
        doubled(work, number)
    assert calls == [1, 2, 3, 2]


def test_an_error_is_told_to_whoever_asks_and_never_kept() -> None:
    work = Workspace()
    for _ in range(2):
        with pytest.raises(ValueError, match="not 7"):
            refused(work, 7)
    assert calls == [7, 7]


def test_many_who_ask_at_once_wait_for_one_answer() -> None:
    work, answers = Workspace(), []
    threads = [threading.Thread(target=lambda: answers.append(slow(work, 5))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert calls == [5]
    assert len(answers) == 20
    assert len({id(answer) for answer in answers}) == 1


def test_an_error_reaches_everybody_who_waited_for_it() -> None:
    work, problems = Workspace(), []
    started = threading.Event()

    @kept(1)
    def failing(_: Workspace) -> None:
        started.wait(1)
        raise ValueError("no")

    def ask() -> None:
        try:
            failing(work)
        except ValueError as problem:
            problems.append(str(problem))

    threads = [threading.Thread(target=ask) for _ in range(5)]
    for thread in threads:
        thread.start()
    started.set()
    for thread in threads:
        thread.join()
    assert problems == ["no"] * 5


def test_one_answer_may_need_another_of_the_same_function() -> None:
    @kept(50)
    def counted(work: Workspace, number: int) -> int:
        return number + (counted(work, number - 1) if number else 0)

    assert counted(Workspace(), 10) == 55


def test_facts_are_read_when_they_are_first_asked_for_and_not_again() -> None:
    work = Workspace()
    assert work.atlas is work.atlas
    assert work.plans is work.plans
    assert work.tiers.keys() >= {"lad", "utla", "sa"}
