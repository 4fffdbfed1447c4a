"""Files the map's frame fetches from the app itself, so that it asks nobody else."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from threading import Lock

import streamlit.components.v1 as components

from footprint.facts.people import Ground
from footprint.facts.topojson import encode, encode_arcs
from footprint.web import files
from footprint.web.grounds import ON_LAND, Standing
from footprint.web.map import Assets
from ui.shell.workspace import workspace

_TURN = Lock()


@cache
def published() -> Assets:
    """Put the map's files where the server gives them out, once, and return their addresses.

    Addresses are relative to the map's frame, so they hold under any base path. Files are
    named after their content, so no browser keeps an old one.
    """
    return Assets(
        script=_place(files.script(), "map", "js"),
        style=_place(files.style(), "map", "css"),
        geometry=_place(encode(workspace().shapes), "blocks", "json"),
    )


def standing(ground: Ground) -> Standing:
    """A ground with the address of what it needs, which is put there when first asked for."""
    return ON_LAND if ground == "land" else Standing(ground, _people())


@cache
def _people() -> str:
    return _place(encode_arcs(workspace().people), "people", "json")


def _folder() -> Path:
    # Two visitors at once must not make two folders, of which one would be given out.
    with _TURN:
        return _given_out()


@cache
def _given_out() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="icb-footprints-"))
    components.declare_component("drawing", path=str(folder))
    return folder


def _place(content: bytes, stem: str, suffix: str) -> str:
    name = files.content_name(content, stem, suffix)
    (_folder() / name).write_bytes(content)
    return f"../{__name__}.drawing/{name}"
