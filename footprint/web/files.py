"""What a browser needs to draw the map: Leaflet and our own drawing, one script and one style."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import xstatic.pkg.leaflet

_LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
_OURS = Path(__file__).with_name("browser")
_PARTS = (
    *("shapes", "said", "hands", "tip", "keys", "letters"),
    *("names", "frames", "inset", "land", "map", "pair"),
)
# Where somebody draws, areas are taken and files dropped; a page on its own is only read.
_DRAWING = ("drop", "take")


def script(*, read_only: bool = False) -> bytes:
    """Leaflet and the drawing of one map or more, as one file, so that a map asks but once."""
    parts = _PARTS if read_only else (*_PARTS, *_DRAWING)
    ours = (bare((_OURS / f"footprint_{part}.js").read_bytes()) for part in parts)
    return b"\n".join([(_LEAFLET / "leaflet.js").read_bytes(), *ours])


def style() -> bytes:
    """How the map and its controls look; Leaflet's pictures are left out, for none is used."""
    ours = bare((_OURS / "footprint_map.css").read_bytes())
    return b"\n".join([(_LEAFLET / "leaflet.css").read_bytes(), ours])


def bare(written: bytes) -> bytes:
    """Leave out of a script or style of ours what only its readers need: comments, indents."""
    without = re.sub(rb"/\*.*?\*/", b"", written, flags=re.DOTALL)
    return re.sub(rb"^\s*(//[^\n]*)?", b"", without, flags=re.MULTILINE)


def content_name(content: bytes, stem: str, suffix: str) -> str:
    """Name a file after what is in it, so that a browser never keeps an old one."""
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
