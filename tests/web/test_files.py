"""The files a browser keeps: named after what is in them."""

from pathlib import Path

import xstatic.pkg.leaflet

from footprint.facts.manifest import ROOT
from footprint.web import files
from footprint.web.files import content_name

LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
OURS = ROOT / "footprint" / "web" / "browser" / "footprint_map.css"


def test_a_files_name_changes_with_what_is_in_it() -> None:
    names = {content_name(content, "blocks", "json") for content in (b"", b"a", b"b")}
    assert len(names) == 3
    assert content_name(b"a", "blocks", "json") == "blocks.ca978112ca1b.json"


def test_the_style_is_leaflets_and_then_ours_without_what_only_readers_need() -> None:
    leaflet, ours = files.style().split(b"\n" + files.bare(OURS.read_bytes()))
    assert b".leaflet-container" in leaflet and ours == b""
    assert files.bare(b"/* why */\n  a { b: c }\n\t// so\n d\n") == b"a { b: c }\n\nd\n"


def test_a_page_that_is_only_read_has_all_but_what_draws() -> None:
    read_only, whole = files.script(read_only=True), files.script()
    assert whole.startswith(read_only) and len(whole) > len(read_only)
    assert read_only.startswith((LEAFLET / "leaflet.js").read_bytes())
