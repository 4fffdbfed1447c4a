"""What a browser needs to draw the map: Leaflet and our own drawing, one script and one style."""

from __future__ import annotations

import hashlib
from pathlib import Path

import xstatic.pkg.leaflet

_LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
_OURS = Path(__file__).with_name("browser")


def script() -> bytes:
    """Leaflet and the drawing of one map or two, as one file, so that a map asks but once."""
    return _joined(_LEAFLET / "leaflet.js", _OURS / "footprint_map.js", _OURS / "footprint_pair.js")


def style() -> bytes:
    """How the map and its controls look; Leaflet's pictures are left out, for none is used."""
    return _joined(_LEAFLET / "leaflet.css", _OURS / "footprint_map.css")


def content_name(content: bytes, stem: str, suffix: str) -> str:
    """Name a file after what is in it, so that a browser never keeps an old one."""
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"


def _joined(*files: Path) -> bytes:
    return b"\n".join(file.read_bytes() for file in files)
