"""Versions: while one takes over from another, every process gives out the files of both.

A page that came from one version asks for its scripts by names that hold a digest of what is in
them, and another version may answer. So each process puts what it gives out under such names into
one folder, before it answers anybody, and gives out whatever lies there.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import streamlit
from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from footprint.facts import manifest
from ui.shell import assets
from ui.shell.workspace import workspace

# As those that browsers keep for good, and letters and pictures as well.
_LASTING = re.compile(r"/static/.+\.[\w-]{8}\.\w+$|/component/.+\.[0-9a-f]{8,}\.(js|css|json)$")
_CODE = (Path(manifest.__file__).parents[1], Path(__file__).parents[1])


@cache
def version() -> str:
    """What this process runs, as a digest of its code and of the published files.

    Taken once, because the files of a process that runs may be replaced by newer ones.
    """
    root = workspace().root
    folders = (*_CODE, root / "pages")
    files = [root / "app.py", *(file for folder in folders for file in folder.rglob("*"))]
    digest = hashlib.sha256(workspace().manifest.data_version.encode())
    for file in sorted(files):
        if file.suffix in (".py", ".js", ".css"):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def hand_down() -> None:
    """Put what this version gives out where the next one finds it, if there is such a place."""
    if shared := assets.shared():
        for path, file in _lasting():
            target = shared / path.removeprefix("/")
            if not target.exists():
                assets.place(target, file.read_bytes())


def _lasting() -> Iterator[tuple[str, Path]]:
    """Streamlit's own files and those of the map's frame, by their paths."""
    # Loads the map, which declares its component.
    from ui.parts.leaflet import frame

    name, folder = frame()
    roots = {"": Path(streamlit.__file__).parent / "static", f"/component/{name}": folder}
    for prefix, root in roots.items():
        for file in root.rglob("*"):
            path = f"{prefix}/{file.relative_to(root).as_posix()}"
            if _LASTING.fullmatch(path):
                yield path, file


class Versions:
    """Stands before Streamlit's server, and gives out what any version has left for all."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._shared = assets.shared()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        file = self._file(scope)
        answer = FileResponse(file) if file and file.is_file() else self._app
        await answer(scope, receive, send)

    def _file(self, scope: Scope) -> Path | None:
        if not self._shared or scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        found = _LASTING.search(scope["path"])
        if not found or ".." in found[0] or "\\" in found[0]:
            return None
        return self._shared / os.fsdecode(found[0].removeprefix("/"))
