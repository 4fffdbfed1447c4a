"""Files the map's frame fetches from the app itself, so that it asks nobody else."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import streamlit.components.v1 as components

from footprint.facts.topojson import encode
from footprint.web import files
from footprint.web.map import Assets
from ui.shell.workspace import workspace


@cache
def published() -> Assets:
    """Put the map's files where the server gives them out, once, and return their addresses.

    Addresses are relative to the map's frame, so they hold under any base path. Files are
    named after their content, so no browser keeps an old one.
    """
    work = workspace()
    blocks = work.atlas.blocks
    geometry = encode(work.shapes, {"icb": blocks["icb"], "lad": blocks["lad"]})
    folder = Path(tempfile.mkdtemp(prefix="icb-footprints-"))
    components.declare_component("drawing", path=str(folder))
    return Assets(
        script=_place(folder, files.script(), "map", "js"),
        style=_place(folder, files.style(), "map", "css"),
        geometry=_place(folder, geometry, "blocks", "json"),
    )


def _place(folder: Path, content: bytes, stem: str, suffix: str) -> str:
    name = files.content_name(content, stem, suffix)
    (folder / name).write_bytes(content)
    return f"../{__name__}.drawing/{name}"
