"""Papers: sheets and a pack, beside the plainest picture of as large a sheet.

A sheet is made here, once everything is loaded; what the press and a batch make goes from the order
to the last byte, in processes of their own, which start anew but where one is said to wait.
"""

from __future__ import annotations

import subprocess
from functools import partial

from bench import plain
from bench.clock import Pairs, timed, turn_about
from bench.promises import Promise, Size
from footprint.export.batches import Batch
from footprint.export.make import make
from footprint.export.orders import Order
from footprint.export.press import WORKER, Press
from footprint.export.workers import Workers
from footprint.facts.shapes import dissolved
from footprint.papers.paper import SHEETS
from footprint.workspace.plans import plan
from tests import paper_samples
from tests.paper_samples import WORK

ROUNDS, MANY = 5, 26
PLAN = "merged-2026-04"
_PLOT = "a plain plot of the 36 ICBs, as {}"


def promises() -> list[Promise]:
    """Everything promised of files."""
    return [
        _against_a_plot("png").promise("A4 picture, 300 dpi", _PLOT.format("PNG"), 12),
        _against_a_plot("pdf").promise("A4 PDF of one map", _PLOT.format("PDF"), 50),
        _pack().promise("PDF of six maps, by the press", "a PDF of one map, by the press", 5),
        _waiting().promise("A picture, by a worker that waits", "by one that starts anew", 1 / 1.5),
        _batch().promise("26 pictures, as a batch on two", "one, by a worker that waits", 14),
        Size("A4 picture, 300 dpi", len(_sheet("png")), 1_500_000),
        Size("A4 PDF of one map", len(_sheet("pdf")), 1_000_000),
    ]


def _sheet(kind: str) -> bytes:
    return make(Order(kind, (paper_samples.envelope(),)), _unheard)


def _unheard(done: int, count: int) -> None:
    """Progress that nobody watches."""


def _against_a_plot(kind: str) -> Pairs:
    areas = dissolved(WORK.shapes, plan(WORK, PLAN).footprint_of)
    plot = partial(plain.plotted, areas, SHEETS["a4-landscape"], kind)
    return turn_about(timed(lambda: _sheet(kind)), timed(plot), ROUNDS)


def _pack() -> Pairs:
    paper = paper_samples.envelope()
    six, one = (timed(partial(_pressed, Order("pdf", (paper,) * count))) for count in (6, 1))
    return turn_about(six, one, 3, warming=0)


def _pressed(order: Order) -> bytes:
    return Press(order, Workers(WORKER)).start().result()


class _Ready(Workers):
    """One worker that has said it waits for its order."""

    def __init__(self) -> None:
        super().__init__(WORKER)
        self._waits = super().take()
        self._waits.stderr.readline()

    def take(self) -> subprocess.Popen[bytes]:
        return self._waits


def _by_one_that_waits() -> float:
    workers = _Ready()
    return timed(lambda: Press(_picture(), workers).start().result())()


def _picture() -> Order:
    return Order("png", (paper_samples.envelope(),))


def _waiting() -> Pairs:
    return turn_about(_by_one_that_waits, timed(lambda: _pressed(_picture())), 3)


def _batch() -> Pairs:
    many = timed(lambda: Batch([_picture()] * MANY, at_once=2).start().files())
    return turn_about(many, _by_one_that_waits, 3, warming=0)
