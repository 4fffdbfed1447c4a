"""Pages: a paper as one file that any browser opens, with its maps alive and no network."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path

import pandas as pd

from footprint.facts.anchors import Anchor, anchors
from footprint.facts.shapes import Shapes, bounds
from footprint.facts.topojson import encode
from footprint.maps.layer import Layer
from footprint.papers.paper import Panel, Paper
from footprint.web import files, markup
from footprint.web.grounds import Standing
from footprint.web.map import HOME, message

# Taken away as soon as the maps are painted.
_WITHOUT = "The map needs a browser that runs JavaScript. The table holds the same figures."
_OURS = Path(__file__).with_name("browser")


def html(paper: Paper, shapes: Shapes) -> bytes:
    """Write a paper as one web page that holds all it needs.

    It opens from a disk, and forbids the browser to ask anybody for anything.
    """
    style = lines(read_only_style() + b"\n" + files.bare((_OURS / "web_page.css").read_bytes()))
    script = lines(read_only_script() + b"\n" + files.bare((_OURS / "web_page.js").read_bytes()))
    maps = len(paper.panels)
    written = (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="generator" content="ICB Footprints"><link rel="icon" href="data:,">'
        f"<title>{escape(paper.title)}</title><style>{style}</style></head>\n"
        f'<body><a class="skip" href="#table">Skip the map</a><div class="page maps-{maps}">'
        f"{markup.heading(paper)}\n<main>{_maps(paper)}"
        f'<div class="beside">{markup.legend(paper)}{markup.figures(paper)}</div>\n'
        f"{markup.charts(paper)}\n{markup.table(paper.table)}\n{markup.lists(paper)}</main>\n"
        f"{markup.footer(paper)}</div>\n{_data(paper, shapes)}"
        f"<script>{script}</script></body></html>\n"
    )
    return written.encode()


def read_only_style() -> bytes:
    """How maps look on a page that stands on its own."""
    # Leaflet names pictures that such a page never shows and could not fetch.
    return re.sub(rb"url\([^)]*\)", b"none", files.style())


def read_only_script() -> bytes:
    """What draws maps on a page that stands on its own."""
    return re.sub(rb"//# sourceMappingURL=.*", b"", files.script(read_only=True))


def lines(written: bytes) -> str:
    """A style or a script as a browser reads it, which takes the digest of what it reads."""
    return written.decode().replace("\r\n", "\n")


def policy(style: str, script: str) -> str:
    """Forbid everything but this very style and this very script."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _maps(paper: Paper) -> str:
    """Boxes for the maps: one that both maps of a pair share, or one for each map."""
    readers = [_reader(number, bar) for number, bar in enumerate(_bars(paper), 1)]
    boxes = [f'<div id="map-{number}" class="map"></div>' for number in range(1, len(readers) + 1)]
    if len(readers) == 2:
        maps = f'<div class="both">{boxes[0]}</div>{"".join(readers)}'
    else:
        maps = "".join(
            f'<div class="one">{bar}{box}{reader}</div>'
            for bar, box, reader in zip(_above(paper), boxes, readers, strict=True)
        )
    return (
        f'<section class="maps" aria-label="{"Maps" if len(readers) > 1 else "Map"}">'
        f'<p class="without">{_WITHOUT}</p>{maps}</section>'
    )


def _bars(paper: Paper) -> list[str]:
    """What stands above each map; one map alone needs nothing above it."""
    if len(paper.panels) == 1:
        return [paper.panels[0].heading]
    return [panel.heading or panel.layer.title for panel in paper.panels]


def _above(paper: Paper) -> list[str]:
    return [f'<h2 class="bar" dir="auto">{escape(bar)}</h2>' if bar else "" for bar in _bars(paper)]


def _reader(number: int, bar: str) -> str:
    """A box that finds an area by its name, and the words about the one that was chosen."""
    which = f" on “{escape(bar)}”" if bar else " by name"
    return (
        f'<div class="reader" data-bar="{escape(bar)}" hidden>'
        f'<label for="find-{number}">Find an area{which}</label> '
        f'<select id="find-{number}"><option value="-1">None chosen</option></select>'
        f'<p role="status">Press an area, or find it by name, to read about it here.</p></div>'
    )


def _data(paper: Paper, shapes: Shapes) -> str:
    focus = _focus(paper, shapes)
    messages = (
        message(
            panel.layer,
            _anchors(panel, shapes),
            selected=panel.selected,
            focus=focus,
            standing=Standing(paper.ground),
            frames=_frames(panel.layer, shapes),
        )
        for panel in paper.panels
    )
    paints = "".join(
        f'<script type="application/json" class="paint">{one}</script>\n' for one in messages
    )
    geometry = encode(shapes).decode().replace("<", "\\u003c")
    return f'{paints}<script type="application/json" id="geometry">{geometry}</script>\n'


def _focus(paper: Paper, shapes: Shapes) -> tuple[float, float, float, float]:
    if not paper.scope:
        return HOME
    return bounds(shapes, shapes.blocks.index[list(paper.scope)])


def _frames(layer: Layer, shapes: Shapes) -> tuple[Anchor, ...]:
    """Where the names of footprints go on a map of authorities; nowhere on others."""
    if not layer.footprint_names:
        return ()
    found = anchors(shapes, pd.Series(layer.footprint_of_block, index=shapes.blocks.index))
    return tuple(found[number] for number in range(len(layer.footprint_names)))


def _anchors(panel: Panel, shapes: Shapes) -> dict[str, Anchor]:
    """Where the names of a map go, for those of its areas that are named on it."""
    areas = panel.layer.areas
    named = [
        areas[place].id if areas[place].labelled else None for place in panel.layer.area_of_block
    ]
    return anchors(shapes, pd.Series(named, index=shapes.blocks.index, dtype=object))
