"""Files the map's frame fetches from the app itself, so that it asks nobody else."""

from __future__ import annotations

import tempfile
from pathlib import Path

import streamlit.components.v1 as components
import xstatic.pkg.leaflet

from footprint.folium_map import Assets
from footprint.shapes import content_name

_BROWSER = Path(__file__).resolve().parent.parent / "footprint" / "browser"


def publish(geometry: bytes) -> Assets:
    """Put the map's files where the server gives them out, and return their addresses.

    Addresses are relative to the map's frame, so they hold under any base path. Our own files
    are named after their content, so no browser keeps an old one.
    """
    folder = Path(tempfile.mkdtemp(prefix="icb-footprints-"))
    components.declare_component("leaflet", path=xstatic.pkg.leaflet.BASE_DIR)
    components.declare_component("drawing", path=str(folder))
    return Assets(
        leaflet_js=f"../{__name__}.leaflet/leaflet.js",
        leaflet_css=f"../{__name__}.leaflet/leaflet.css",
        engine_js=_write(folder, "footprint_map", "js"),
        engine_css=_write(folder, "footprint_map", "css"),
        geometry=_place(folder, content_name(geometry, "blocks", "json"), geometry),
        pair_js=_write(folder, "footprint_pair", "js"),
    )


def _write(folder: Path, stem: str, suffix: str) -> str:
    content = (_BROWSER / f"{stem}.{suffix}").read_bytes()
    return _place(folder, content_name(content, stem, suffix), content)


def _place(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return f"../{__name__}.drawing/{name}"
