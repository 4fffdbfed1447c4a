"""The press: files made out of the app's own process, in turn, and stopped when asked."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from footprint.export import press
from footprint.export.make import make
from footprint.export.orders import FORMATS, Order
from footprint.export.press import Press, PressError
from footprint.export.turns import UNKNOWN, Asker
from footprint.export.workers import Workers
from footprint.facts.manifest import ROOT
from tests import paper_samples

STUB = Path(__file__).with_name("stub_worker.py")


def order(kind: str = "csv", count: int = 1) -> Order:
    return Order(kind, (paper_samples.envelope(),) * count)


def small(kind: str, count: int = 1) -> Order:
    """An order of maps with few names to find a place for."""
    return Order(kind, (paper_samples.one_icb(),) * count)


def stubbed(
    count: int = 1, seconds: float = 0.0, *last_words: str, whose: Asker = UNKNOWN
) -> Press:
    """A press whose worker only takes its time."""
    worker = (sys.executable, "-I", "-S", str(STUB), str(count), str(seconds), *last_words)
    return Press(Order("csv", ()), Workers(worker), whose=whose).start()


def begun(made: Press) -> Press:
    """The same press, once its worker is at work."""
    while not made.count:
        assert not made.finished
        time.sleep(0.01)
    return made


def test_a_process_that_goes_away_makes_the_same_bytes_as_whoever_makes_an_order_here() -> None:
    made = Press(small("pdf")).start()
    assert made.result() == make(small("pdf"), lambda *_: None)
    assert made.finished
    assert made._process.poll() == 0


def test_a_worker_is_sent_the_order_as_it_is() -> None:
    sent = Order("zip", (), sheet="slide", monochrome=True, title="Board, 3 December")
    worker = (sys.executable, "-I", "-S", str(STUB), "1", "0")
    assert pickle.loads(Press(sent, Workers(worker)).start().result()) == sent


def test_progress_is_told_step_by_step() -> None:
    made = stubbed(2, 0.2)
    seen = set()
    while not made.finished:
        seen.add((made.done, made.count))
        time.sleep(0.01)
    assert made.result()
    assert {(0, 2), (1, 2)} <= seen


def test_stopping_ends_the_process_and_says_so() -> None:
    made = begun(stubbed(1, 60))
    made.stop()
    with pytest.raises(PressError, match="You stopped this"):
        made.result()
    assert made._process.wait(5) != 0


def test_an_order_stopped_while_it_waits_is_never_begun() -> None:
    first = [begun(stubbed(1, 60)) for _ in range(press.AT_ONCE)]
    waiting = stubbed()
    assert waiting.waiting
    waiting.stop()
    for one in first:
        one.stop()
    with pytest.raises(PressError, match="You stopped this"):
        waiting.result()
    assert waiting._process is None


def test_the_place_in_the_queue_is_known_and_moves_up_when_another_is_stopped() -> None:
    first = [begun(stubbed(1, 60)) for _ in range(press.AT_ONCE)]
    waiting = [stubbed(), stubbed()]
    assert [one.place for one in (*first, *waiting)] == [0] * press.AT_ONCE + [1, 2]
    waiting[0].stop()
    assert [one.place for one in waiting] == [0, 1]
    for one in first:
        one.stop()
    assert waiting[1].result()
    assert waiting[1].place == 0


def test_whoever_has_too_many_in_the_queue_is_told_and_starts_nothing() -> None:
    mine = [stubbed(1, 60, whose=Asker("me")) for _ in range(6)]
    refused, other = stubbed(whose=Asker("me")), stubbed(whose=Asker("you"))
    assert refused.finished
    with pytest.raises(PressError, match="You have 6 in the queue already"):
        refused.result()
    assert refused._process is None
    for one in mine:
        one.stop()
    assert other.result()


def test_what_cannot_be_made_is_said_in_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(PressError, match="could not be made"):
        Press(Order("no such format", ())).start().result()
    assert "KeyError" in caplog.text


def test_what_a_worker_says_last_is_kept_for_whoever_runs_the_app(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(PressError, match="could not be made"):
        stubbed(1, 0, "There is no paper left.").result()
    assert "The press, at csv: There is no paper left." in caplog.text
    assert "step" not in caplog.text


def test_an_order_that_cannot_be_sent_is_told_and_starts_nothing() -> None:
    unsent = Press(Order("csv", (lambda: None,)))
    with pytest.raises(PressError, match="could not be made"):
        unsent.start().result()
    assert unsent._process is None


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Press, "longest", 0.2)
    with pytest.raises(PressError, match="could not be made"):
        stubbed(1, 60).result()


def test_no_more_are_made_at_once_than_leave_a_core_for_the_maps() -> None:
    many = [stubbed(1, 0.1) for _ in range(press.AT_ONCE + 3)]
    most = 0
    while not all(one.finished for one in many):
        most = max(most, sum(_runs(one) for one in many))
        time.sleep(0.01)
    assert most == press.AT_ONCE
    assert len({one.result() for one in many}) == 1


def _runs(made: Press) -> bool:
    return made._process is not None and made._process.poll() is None


def test_the_app_itself_never_loads_what_only_papers_need() -> None:
    code = (
        "import sys, ui.papers.export, ui.papers.pack;"
        "print({'pptx', 'docx', 'matplotlib', 'footprint.print.sheet'} & {*sys.modules})"
    )
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_has_a_writer(kind: str) -> None:
    heard: list[tuple[int, int]] = []
    count = 2 if FORMATS[kind].several else 1
    assert len(make(small(kind, count), lambda *step: heard.append(step))) > 500
    if kind in ("pdf", "pptx", "docx", "zip"):
        assert heard == [(0, 2), (1, 2)]


def test_a_file_is_called_after_its_paper_or_its_pack() -> None:
    assert order("png").file_name.startswith("running-cost-allowance")
    assert Order("zip", order().papers, title="Board, 3 December").file_name == (
        "board-3-december.zip"
    )


def test_one_map_waits_for_no_pack_of_maps() -> None:
    worker = (sys.executable, "-I", "-S", str(STUB), "1", "60")
    packs = [Press(order(count=2), Workers(worker)).start() for _ in range(press.AT_ONCE + 1)]
    one = stubbed()
    assert one.result()
    assert [pack.place for pack in packs] == [0] * press.AT_ONCE + [1]
    assert press.waiting() == 1
    for pack in packs:
        pack.stop()
