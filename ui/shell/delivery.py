"""Delivery: what leaves the server leaves it small, and browsers keep what can never change.

Streamlit sends its own scripts uncompressed, because it would compress them anew for every
visitor, and lets no browser keep what a component gives out. A file with a hash of its content in
its name is the same for ever, so here it is compressed once and kept, by the server and by
browsers.
"""

from __future__ import annotations

import asyncio
import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass
from posixpath import normpath

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.shell.document import framed, furnished

LASTING = re.compile(r"/static/.+\.[\w-]{8}\.(js|css)$|/component/.+\.[0-9a-f]{8,}\.(js|css|json)$")
"""Paths of files named after their content: Streamlit's own, and those of components."""

FOR_A_YEAR = "public, max-age=31536000, immutable"
FOR_A_WHILE = "public, max-age=300"
"""For the document of a component, which is the same until the app is installed anew."""

_FRAME = re.compile(r"/component/[^/]+/index\.html$")
_PLAIN = "text/html"
# What makes an answer depend on what a browser has already, or can read.
_CONDITIONS = (b"accept-encoding", b"range", b"if-")


@dataclass(frozen=True)
class _Answer:
    """One whole answer, as it can be given again."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    async def __call__(self, send: Send) -> None:
        headers = [*self.headers, (b"content-length", str(len(self.body)).encode())]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})

    @property
    def kind(self) -> str:
        """What the body is, as a media type."""
        return Headers(raw=list(self.headers)).get("content-type", "")

    def said(self, body: bytes, cache: str) -> _Answer:
        """The same kind of answer with another body, compressed."""
        headers = {
            "content-type": self.kind,
            "cache-control": cache,
            "content-encoding": "gzip",
            "vary": "Accept-Encoding",
        }
        coded = ((name.encode(), words.encode()) for name, words in headers.items())
        return _Answer(self.status, tuple(coded), gzip.compress(body, 6))


class Delivery:
    """Stands before Streamlit's server, and lets through all that is neither file nor document."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, _Answer] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and _is_misspelt(scope["path"]):
            await PlainTextResponse("Not found", 404)(scope, receive, send)
            return
        answer = None
        if scope["type"] == "http" and scope["method"] == "GET":
            wanted = Headers(scope=scope)
            if "gzip" in wanted.get("accept-encoding", "") and "range" not in wanted:
                answer = await self._ours(scope, wanted)
        await (answer(send) if answer else self._app(scope, receive, send))

    async def _ours(self, scope: Scope, wanted: Headers) -> _Answer | None:
        path = scope["path"]
        if LASTING.search(path):
            return self._kept.get(path) or await self._keeping(scope, FOR_A_YEAR)
        if _FRAME.search(path):
            return self._kept.get(path) or await self._keeping(scope, FOR_A_WHILE)
        if _PLAIN in wanted.get("accept", ""):
            return await self._document(scope)
        return None

    async def _keeping(self, scope: Scope, cache: str) -> _Answer:
        path, answer = scope["path"], await self._asked(scope)
        # A script that is not there any more is answered with the app's document.
        frame = bool(_FRAME.search(path))
        strayed = answer.kind.startswith(_PLAIN) and not frame
        if answer.status != 200 or strayed:
            return answer
        body = framed(answer.body) if frame else answer.body
        small = await asyncio.to_thread(answer.said, body, cache)
        return self._kept.setdefault(path, small)

    async def _document(self, scope: Scope) -> _Answer:
        answer = await self._asked(scope)
        if answer.status != 200 or not answer.kind.startswith(_PLAIN):
            return answer
        return answer.said(furnished(answer.body), "no-cache")

    async def _asked(self, scope: Scope) -> _Answer:
        """What Streamlit answers to somebody who has nothing yet and reads plain text alone."""
        status, headers, parts = 500, [], []

        async def hear(message: Message) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status, headers = message["status"], _without_length(message["headers"])
            else:
                parts.append(message.get("body", b""))

        await self._app(_unconditional(scope), _patient(), hear)
        return _Answer(status, tuple(headers), b"".join(parts))


def _is_misspelt(path: str) -> bool:
    """Whether a file is asked for by another name than its own, of which it has any number.

    Each would be kept, or be given out without what belongs into it.
    """
    own = normpath(f"/{path.lstrip('/')}")
    return path != own and bool(LASTING.search(own) or _FRAME.search(own))


def _patient() -> Receive:
    """Somebody who asks and stays: a browser that goes away must not cut short what is kept."""
    asked = asyncio.Event()

    async def receive() -> Message:
        if asked.is_set():
            await asyncio.Future()
        asked.set()
        return {"type": "http.request", "body": b"", "more_body": False}

    return receive


def _unconditional(scope: Scope) -> Scope:
    kept = [pair for pair in scope["headers"] if not pair[0].startswith(_CONDITIONS)]
    return {**scope, "headers": kept, "extensions": {}}


def _without_length(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [pair for pair in headers if pair[0] != b"content-length"]
