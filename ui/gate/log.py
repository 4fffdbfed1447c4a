"""The access log: one line of JSON for each request, with nothing in it of people or their options.

What was asked for is told by its kind or its page. Addresses of people, queries and names of files
are left out, because a query holds drawings and searches.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import UTC, datetime
from typing import TextIO

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from footprint.pages.catalogue import BY_ADDRESS

SETTING = "ICB_FOOTPRINTS_ACCESS_LOG"
# By what stands in a path, the first that fits.
_KINDS = {
    "/_stcore/stream": "session",
    "/_stcore/upload_file": "upload",
    "/_stcore/": "server",
    "/media/": "download",
    "/component/": "component",
    "/static/": "script",
}


def kind(path: str) -> str:
    """What a path asks for: a page by its address, or the kind of anything else."""
    for mark, said in _KINDS.items():
        if mark in path:
            return said
    last = path.rstrip("/").rsplit("/", 1)[-1]
    if last == "ready":
        return "ready"
    return f"page {last or 'first'}" if last in BY_ADDRESS else "other"


class AccessLog:
    """Writes a line where the environment asks for it, once a request is answered."""

    def __init__(self, app: ASGIApp, out: TextIO | None = None) -> None:
        self._app = app
        self._out = out or sys.stdout
        self._on = bool(os.environ.get(SETTING))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request and write how that went."""
        if not self._on or scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        begun, heard = time.perf_counter(), {"status": 0, "bytes": 0}

        async def hear(message: Message) -> None:
            heard["status"] = message.get("status", heard["status"])
            heard["bytes"] += len(message.get("body") or message.get("bytes") or b"")
            await send(message)

        try:
            await self._app(scope, receive, hear)
        finally:
            self._write(scope, heard, time.perf_counter() - begun)

    def _write(self, scope: Scope, heard: dict[str, int], seconds: float) -> None:
        told = {
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": scope.get("method", "websocket"),
            "what": kind(scope["path"]),
            **heard,
            "seconds": round(seconds, 3),
        }
        print(json.dumps(told), file=self._out, flush=True)
