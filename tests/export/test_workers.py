"""Workers: one is ready before it is needed, serves once, and is let go where nobody comes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from footprint.export.errands import Errand
from footprint.export.orders import Order
from footprint.export.press import Press
from footprint.export.turns import Turns
from footprint.export.workers import READY, Workers

# It says that it is ready, and answers with its own number and what it was asked.
_ANSWERS = f"""
import os, sys
print("{READY}", file=sys.stderr, flush=True)
asked = sys.stdin.buffer.read()
sys.stdout.buffer.write(str(os.getpid()).encode())
"""
_COMMAND = (sys.executable, "-I", "-S", "-c", _ANSWERS)


class Asked(Errand):
    """An errand of which nothing is told."""

    def hear(self, words: str) -> bool:
        """Only that it is ready."""
        return words == READY


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(_COMMAND, 1)
    yield made
    made.dismiss()


def waiting(workers: Workers) -> list[int]:
    return [one.pid for one in workers._ready if one.poll() is None]


def soon(holds: Callable[[], bool]) -> bool:
    """Wait until something holds, which a test that fails waits for in vain."""
    for _ in range(1_000):
        if holds():
            return True
        time.sleep(0.01)
    return False


def test_what_is_expected_is_started_once_and_taken_by_one(workers: Workers) -> None:
    workers.expect()
    (ready,) = waiting(workers)
    workers.expect()
    assert waiting(workers) == [ready]
    turns = Turns(2)
    first, second = (Asked("", workers, turns).start() for _ in range(2))
    served = {int(first.result()), int(second.result())}
    assert ready in served
    assert len(served) == 2


def test_each_serves_one_errand_and_another_takes_its_place(workers: Workers) -> None:
    turns = Turns(1)
    served = []
    for _ in range(3):
        errand = Asked("", workers, turns).start()
        served.append(int(errand.result()))
        assert errand._process.poll() == 0
        assert soon(lambda: len(waiting(workers)) == 1)
    assert len({*served, *waiting(workers)}) == 4


def test_one_that_died_while_it_waited_is_not_taken(workers: Workers) -> None:
    workers.expect()
    (dead,) = workers._ready
    dead.kill()
    dead.communicate()
    assert int(Asked("", workers, Turns(1)).start().result()) != dead.pid


def test_what_nobody_needs_is_let_go() -> None:
    workers = Workers(_COMMAND, 1, idle=0.05)
    workers.expect()
    (process,) = workers._ready
    assert soon(lambda: process.poll() is not None)
    assert not waiting(workers)


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="there are no priorities here")
def test_a_worker_gives_way_to_what_is_on_screen(workers: Workers) -> None:
    workers.expect()
    (process,) = workers._ready
    mine = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, process.pid) == min(19, mine + 10)


def test_a_press_of_which_nothing_came_ends_without_a_word() -> None:
    press = Press(Order("csv", ()))
    process = press._workers.take()
    assert process.stderr.readline().strip() == READY.encode()
    said, told = process.communicate()
    assert (said, told, process.returncode) == (b"", b"", 0)
