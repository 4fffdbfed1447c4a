"""The page: what is packed and the scripts that draw it, in one file that asks for nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from footprint.maps.layer import ATTRIBUTION
from footprint.web.files import bare
from footprint.web.page import lines, policy, read_only_script, read_only_style

_OURS = Path(__file__).with_name("browser")
_SCRIPTS = ("data", "parts", "lines", "dots", "view", "maps", "finder", "pages")
_WITHOUT = "The atlas needs a browser that runs JavaScript."
_OPENING = "The atlas is being unpacked. This takes a second or two."
_UNABLE = (
    "This browser cannot unpack the atlas. Open this file in Edge, Chrome, Firefox or Safari of "
    "2023 or later."
)


def page(held: Mapping[str, str], version: str) -> bytes:
    """Write the page around what it holds: packed parts by their names."""
    style = lines(read_only_style() + b"\n" + bare((_OURS / "atlas.css").read_bytes()))
    script = lines(read_only_script() + b"\n" + _ours())
    data = "".join(
        f'<script type="text/plain" id="held-{escape(name)}">{packed}</script>\n'
        for name, packed in held.items()
    )
    written = (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="generator" content="ICB Footprints"><link rel="icon" href="data:,">'
        f"<title>ICB Footprints</title><style>{style}</style></head>\n"
        f"<body>{_body(version)}\n{data}<script>{script}</script></body></html>\n"
    )
    return written.encode()


def _ours() -> bytes:
    names = (*(f"atlas_{part}.js" for part in _SCRIPTS), "atlas.js")
    return b"\n".join(bare((_OURS / name).read_bytes()) for name in names)


def _body(version: str) -> str:
    return (
        '<a class="skip" href="#/">Skip to the map</a>'
        '<div class="masthead"><nav aria-label="Pages"><strong>ICB Footprints</strong>'
        '<ul id="menu"></ul></nav></div>'
        f'<p id="opening" role="status" data-unable="{_UNABLE}">{_OPENING}</p>'
        f"<noscript><p>{_WITHOUT}</p></noscript>"
        '<div id="page" hidden><main><div class="head"><h1 id="title" tabindex="-1"></h1>'
        '<div class="finder" role="search"><label for="find">Find a place</label>'
        '<input id="find" type="search" autocomplete="off" spellcheck="false" '
        'placeholder="Town, council, postcode, hospital or ICB">'
        '<ul id="found" aria-label="Places found"></ul><p id="counted" role="status"></p>'
        "</div></div>"
        '<div id="introduction"></div><div id="warnings" role="alert"></div>'
        '<nav class="timeline" aria-label="Step through time"><ul id="steps"></ul></nav>'
        '<div id="pickers"></div><p id="chosen" class="chosen"></p>'
        '<p id="said" class="small"></p><p id="sentence"></p>'
        '<div class="beside"><section id="maps" aria-label="Map">'
        '<div class="one"><div id="map-1" class="map"></div></div>'
        '<div class="both"><div id="map-2" class="map"></div></div>'
        '<div id="legend"></div><div id="under"></div></section>'
        '<div id="side"></div></div><div id="below"></div></main>'
        f"<footer><p>{escape(ATTRIBUTION)}</p><p>This file holds the whole atlas and asks nobody "
        f"for anything. Data version {escape(version)}. Drawing options, trying other caps and "
        "costs, and counting every option need the app.</p></footer></div>"
    )
