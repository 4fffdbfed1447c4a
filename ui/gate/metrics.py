"""Metrics: how the app fares, as numbers that Prometheus reads, and nothing of people or options.

Only a program on the same machine is told, and nobody whom a proxy has led here. A run of a page
is timed as a person waits for it: from the message that asks for it to the one that says it ended,
by whoever reads messages.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from threading import Lock

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from footprint.export import press, searches
from ui.gate.log import kind
from ui.gate.ready import watch

KIND = "text/plain; version=0.0.4; charset=utf-8"
BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds of a run of a page."""
_STORE = "footprint.store.failures"
_LED = ("forwarded", "x-forwarded-for", "x-forwarded-proto", "x-real-ip", "via")
_OTHERS = "/_stcore/metrics"
_STATM = Path("/proc/self/statm")
_PAGE_BYTES = 4096
Line = tuple[str, float]


class Counts:
    """What is counted of this process; the store's log tells it of each failure."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._runs = [0] * (len(BOUNDS) + 1)
        self._seconds = 0.0
        self._failures = self.sessions = 0

    def heard(self, record: logging.LogRecord) -> bool:
        """Count a failure of the store, and let it be logged."""
        self._failures += record.levelno >= logging.ERROR
        return True

    def answered(self, what: str, status: int) -> None:
        """Count a request."""
        with self._lock:
            self._requests[what, status] += 1

    def ran(self, seconds: float) -> None:
        """Count a run of a page."""
        with self._lock:
            self._runs[bisect_left(BOUNDS, seconds)] += 1
            self._seconds += seconds

    def families(self) -> Iterator[tuple[str, str, str, Iterable[Line]]]:
        """Each metric: its name, its type, what it is, and its lines."""
        with self._lock:
            requests, runs = dict(self._requests), list(self._runs)
        yield "sessions", "gauge", "People who have a page open.", [("", self.sessions)]
        lines = [
            (f'{{what="{what}",status="{status}"}}', count)
            for (what, status), count in sorted(requests.items())
        ]
        yield "requests_total", "counter", "Requests answered, by what for and status.", lines
        yield "run_seconds", "histogram", "Runs of a page, asked to ended.", self._histogram(runs)
        said = "Times that the store refused or failed."
        yield "store_failures_total", "counter", said, [("", self._failures)]

    def _histogram(self, runs: list[int]) -> Iterator[Line]:
        below = 0
        for bound, count in zip((*map(str, BOUNDS), "+Inf"), runs, strict=True):
            below += count
            yield f'_bucket{{le="{bound}"}}', below
        yield "_sum", self._seconds
        yield "_count", below


@cache
def counts() -> Counts:
    """The one count of this process."""
    found = Counts()
    logging.getLogger(_STORE).addFilter(found.heard)
    return found


class Metrics:
    """Counts what is answered, and keeps the numbers from whoever is not on this machine."""

    def __init__(self, app: ASGIApp) -> None:
        self._app, self._counts = app, counts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request and count it."""
        if scope["type"] == "websocket":
            await self._session(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = 0

        async def hear(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        hidden = scope["path"].endswith(_OTHERS) and not nearby(scope)
        try:
            await (Response(status_code=404) if hidden else self._app)(scope, receive, hear)
        finally:
            self._counts.answered(kind(scope["path"]), status)

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._counts.sessions += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._counts.sessions -= 1


def nearby(scope: Scope) -> bool:
    """Whether a program on this machine asks, and not somebody whom a proxy has led here."""
    headers = Headers(scope=scope)
    if any(name in headers for name in _LED) or not scope.get("client"):
        return False
    try:
        found = ipaddress.ip_address(scope["client"][0])
    except ValueError:
        return False
    # A server that listens for both kinds of address tells those of the old kind in the new.
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


async def answer(request: Request) -> Response:
    """Tell a machine how the app fares, or anybody else that there is nothing here."""
    if not nearby(request.scope):
        return Response(status_code=404)
    text = await asyncio.to_thread(lambda: written([*counts().families(), *_now()]))
    return PlainTextResponse(text, headers={"Content-Type": KIND})


def _now() -> Iterator[tuple[str, str, str, Iterable[Line]]]:
    checks = watch().look().held.items()
    lines = [(f'{{check="{name}"}}', float(held)) for name, held in checks]
    yield "ready", "gauge", "What the app stands on, 1 where it holds.", lines
    waiting = [('{kind="file"}', press.waiting()), ('{kind="search"}', searches.waiting())]
    yield "exports_waiting", "gauge", "Files and searches that wait for their turn.", waiting
    if _STATM.exists():
        pages = int(_STATM.read_text().split()[1])
        yield "memory_bytes", "gauge", "Memory of this process.", [("", pages * _PAGE_BYTES)]
    said = "Time of processors that this process has used."
    yield "processor_seconds_total", "counter", said, [("", time.process_time())]


def written(families: Iterable[tuple[str, str, str, Iterable[Line]]]) -> str:
    """Metrics as Prometheus reads them."""
    lines = []
    for name, form, said, numbers in families:
        name = f"icb_footprints_{name}"
        lines += [f"# HELP {name} {said}", f"# TYPE {name} {form}"]
        lines += [f"{name}{rest} {number}" for rest, number in numbers]
    return "\n".join(lines) + "\n"
