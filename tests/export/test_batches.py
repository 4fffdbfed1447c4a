"""Batches: many orders of one person, dealt out to workers and put together again in order."""

from __future__ import annotations

import pickle
import sys
import time

import pytest

from footprint.export import batches
from footprint.export.batches import Batch
from footprint.export.make import make_all
from footprint.export.orders import Order, Share
from footprint.export.press import PressError
from tests import paper_samples

# It answers each order with its title and its own number; one called "sleep" takes for ever. It
# loads nothing of ours.
_ANSWERS = """
import os, pickle, sys, time
class Read(pickle.Unpickler):
    def find_class(self, module, name):
        return type(name, (), {})
share = Read(sys.stdin.buffer).load()
made = []
for done, order in enumerate(share.orders, start=1):
    if order.title == "fail":
        sys.exit("There is no ink left.")
    time.sleep(60 if order.title == "sleep" else 0)
    made.append(f"{order.title} {os.getpid()}".encode())
    print(f"step {done}/{len(share.orders)}", file=sys.stderr, flush=True)
sys.stdout.buffer.write(pickle.dumps(made))
"""


@pytest.fixture(autouse=True)
def stubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "WORKER", (sys.executable, "-I", "-S", "-c", _ANSWERS))


def orders(*titles: str) -> list[Order]:
    return [Order("csv", (), title=title) for title in titles]


def test_files_come_back_in_the_order_they_were_asked_for_from_as_many_workers_as_may_be() -> None:
    batch = Batch(orders(*"abcdefg"), at_once=3).start()
    files = [file.decode().split() for file in batch.files()]
    assert [title for title, _ in files] == [*"abcdefg"]
    assert len({worker for _, worker in files}) == 3
    assert (batch.done, batch.count) == (7, 7)


def test_no_more_workers_are_begun_than_there_are_orders() -> None:
    files = [file.decode().split() for file in Batch(orders("a"), at_once=4).start().files()]
    assert len(files) == 1


def test_one_that_fails_stops_the_others_and_is_said() -> None:
    batch = Batch(orders("fail", "sleep"), at_once=2).start()
    with pytest.raises(PressError, match="could not be made"):
        batch.files()
    assert all(hand._finished.wait(5) for hand in batch._hands)


def test_a_batch_can_be_stopped() -> None:
    batch = Batch(orders("a", "b", "sleep", "sleep"), at_once=2).start()
    while batch.done < 2:
        assert not batch.finished
        time.sleep(0.01)
    batch.stop()
    with pytest.raises(PressError, match="You stopped this"):
        batch.files()


def test_a_worker_makes_its_share_one_after_the_other() -> None:
    heard: list[tuple[int, int]] = []
    paper = paper_samples.envelope()
    share = Share((Order("csv", (paper,)), Order("xlsx", (paper,))))
    first, second = pickle.loads(make_all(share, lambda *step: heard.append(step)))
    assert first.startswith(b"\xef\xbb\xbf")
    assert second.startswith(b"PK")
    assert heard == [(1, 2), (2, 2)]
