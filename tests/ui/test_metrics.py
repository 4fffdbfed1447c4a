"""Metrics: numbers that Prometheus reads, for the machine alone, of nobody and of no option."""

from __future__ import annotations

import asyncio
import logging
import re

import pytest
from starlette.responses import PlainTextResponse
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from footprint.export.turns import Turns
from footprint.store.failures import explained
from footprint.store.revisions import StoreError
from tests.browser.conftest import ROOT
from ui.gate import messages, metrics
from ui.gate.messages import Messages
from ui.gate.metrics import Counts, Metrics, nearby, written

_NUMBER = re.compile(r'([a-z_]+)(?:\{((?:[a-z]+="[^"\\\n]*",?)+)\})? (-?\d+(?:\.\d+)?(?:e-?\d+)?)')
HERE = {"type": "http", "method": "GET", "client": ("127.0.0.1", 1), "headers": []}


def read(text: str) -> dict[str, float]:
    """Metrics as Prometheus reads them, or a failure: each is told of before its numbers."""
    found, told = {}, set()
    assert text.endswith("\n")
    for line in text.splitlines():
        if line.startswith("#"):
            told.add(re.fullmatch(r"# (?:HELP|TYPE) (icb_footprints_[a-z_]+) .+", line)[1])
            continue
        name, labels, number = _NUMBER.fullmatch(line).groups()
        assert re.sub("_(bucket|sum|count)$", "", name) in told
        found[name.removeprefix("icb_footprints_") + (f"{{{labels}}}" if labels else "")] = float(
            number
        )
    return found


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    """A count of nothing yet."""
    made = Counts()
    monkeypatch.setattr(metrics, "counts", lambda: made)
    return made


def numbers(counts: Counts) -> dict[str, float]:
    return read(written(counts.families()))


def asked(path: str, app: object, **more: object) -> list[dict]:
    said = []

    async def send(message: dict) -> None:
        said.append(message)

    async def receive() -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    asyncio.run(Metrics(app)({**HERE, "path": path, **more}, receive, send))
    return said


def test_requests_are_counted_by_kind_and_status_without_a_name_in_them(counts: Counts) -> None:
    for path in ("/maps/Money", "/maps/Money", "/Ada-Lovelace"):
        asked(path, PlainTextResponse("", 418))
    found = numbers(counts)
    assert found['requests_total{what="page Money",status="418"}'] == 2
    assert found['requests_total{what="other",status="418"}'] == 1
    assert "Ada" not in written(counts.families())


def _run(counts: Counts, *told: ForwardMsg, asks: BackMsg) -> dict[str, float]:
    """One session in which something is asked, and some messages come back."""
    during = {}

    async def page(_scope: dict, receive: object, send: object) -> None:
        await receive()
        for one in told:
            await send({"type": "websocket.send", "bytes": one.SerializeToString()})
        during.update(numbers(counts))

    async def receive() -> dict:
        return {"type": "websocket.receive", "bytes": asks.SerializeToString()}

    async def send(_message: dict) -> None:
        pass

    asyncio.run(
        Metrics(Messages(page, ran=counts.ran))(
            {**HERE, "type": "websocket", "path": "/x"}, receive, send
        )
    )
    return during


def test_a_run_is_timed_from_what_asks_for_it_to_its_end(counts: Counts) -> None:
    rerun = BackMsg(rerun_script={"query_string": "a=b"})
    early = ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)
    ended = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
    found = _run(counts, early, ended, ended, asks=rerun)
    assert found["sessions"] == 1
    assert found["run_seconds_count"] == 1
    assert found['run_seconds_bucket{le="+Inf"}'] == 1
    assert 0 < found["run_seconds_sum"] < 60
    # What asks for no run, or is no message at all, is nothing to time.
    found = _run(counts, ended, asks=BackMsg(app_heartbeat=True))
    assert found["run_seconds_count"] == 1
    assert messages.asked(b"\xff\xff\xff").kind == ""
    assert numbers(counts)["sessions"] == 0


def test_the_buckets_of_a_histogram_count_all_that_is_below_them(counts: Counts) -> None:
    for seconds in (0.01, 0.05, 0.3, 99.0):
        counts.ran(seconds)
    found = numbers(counts)
    buckets = [found[f'run_seconds_bucket{{le="{bound}"}}'] for bound in (0.05, 0.1, 0.5, 10.0)]
    assert buckets == [2, 2, 3, 3]
    assert found['run_seconds_bucket{le="+Inf"}'] == found["run_seconds_count"] == 4


def test_each_failure_of_the_store_is_counted(counts: Counts) -> None:
    logger = logging.getLogger(metrics._STORE)
    logger.addFilter(counts.heard)
    try:
        with pytest.raises(StoreError), explained("/a/place"):
            raise OSError("no space left")
    finally:
        logger.removeFilter(counts.heard)
    assert numbers(counts)["store_failures_total"] == 1


def test_files_that_wait_for_their_turn_are_counted() -> None:
    turns = Turns(1)
    first, second = turns.queue(), turns.queue()
    assert turns.waiting == 1
    first.leave()
    assert turns.waiting == 0
    second.leave()


@pytest.mark.parametrize(
    ("scope", "near"),
    [
        ({}, True),
        ({"client": ("::1", 1)}, True),
        ({"client": ("192.0.2.7", 1)}, False),
        ({"client": None}, False),
        ({"headers": [(b"x-forwarded-proto", b"https")]}, False),
        ({"headers": [(b"x-forwarded-for", b"127.0.0.1")]}, False),
    ],
)
def test_only_a_program_on_the_machine_is_told_the_numbers(scope: dict, near: bool) -> None:
    assert nearby({**HERE, **scope}) is near
    # Those of the server itself, which anybody may ask for otherwise, are kept as well.
    (first, *_) = asked("/maps/_stcore/metrics", PlainTextResponse("numbers"), **scope)
    assert first["status"] == (200 if near else 404)


def test_every_metric_that_is_told_is_in_the_documents() -> None:
    names = {name for name, *_ in [*Counts().families(), *metrics._now()]}
    said = (ROOT / "deploy" / "README.md").read_text("utf-8")
    assert names == set(re.findall(r"^\| `icb_footprints_([a-z_]+)` \|", said, re.MULTILINE))
