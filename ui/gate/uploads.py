"""Uploads: how many files the server keeps of one visitor, and of everybody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

MOST_FILES = 12
MOST_BYTES = 32_000_000
"""Of one visitor; a page keeps one file for each of its uploaders, of which there are six."""
MOST_IN_ALL = 400_000_000
_LARGEST = 10 * 2**20
_UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/([^/]+)$")
_MINE = "You have sent too many files. Reload the page, which forgets them, and send the last one."
_ALL = "Too many files are being kept just now. Try again in a few minutes."

Kept = Mapping[str, Iterable[int]]


def kept() -> Kept:
    """How large the files are that Streamlit keeps, by session."""
    manager = Runtime.instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        return {}
    return {
        session: [len(file.data) for file in list(files.values())]
        for session, files in list(manager.file_storage.items())
    }


class Uploads:
    """Stands before Streamlit's server, and refuses a file where too much is kept already.

    Streamlit holds each file to its size, but takes any number of them, and keeps them in memory
    until the visitor leaves.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._coming: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        found = _UPLOAD.search(scope["path"]) if _is_upload(scope) else None
        if not found:
            await self._app(scope, receive, send)
            return
        session = found[1]
        if problem := self._problem(session):
            await PlainTextResponse(problem, status_code=413)(scope, receive, send)
            return
        self._coming[session] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._coming[session] -= 1
            self._coming += Counter()

    def _problem(self, session: str) -> str:
        """Why one more file cannot be taken, or ""; those on their way count as the largest."""
        held = {one: list(sizes) for one, sizes in kept().items()}
        mine = held.get(session, [])
        coming = self._coming[session] + 1
        if len(mine) + coming > MOST_FILES or sum(mine) + coming * _LARGEST > MOST_BYTES:
            return _MINE
        everybody = sum(map(sum, held.values())) + (self._coming.total() + 1) * _LARGEST
        return _ALL if everybody > MOST_IN_ALL else ""


def _is_upload(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] == "PUT"
