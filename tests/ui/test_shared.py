"""What everybody shares stays, whatever one visitor's messages ask."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from footprint.facts.topojson import encode, encode_arcs
from footprint.web.files import content_name
from footprint.workspace.workspace import Workspace
from tests.browser.conftest import serving
from tests.ui.visitor import visitor

# What a process holds, told as a page would tell it.
PAGE = """
from pathlib import Path
from tempfile import gettempdir

import streamlit as st

from ui.shell.assets import published
from ui.shell.workspace import workspace

published()
st.text(f"{id(workspace())} {id(workspace().shapes)}")
st.text(len(list(Path(gettempdir()).glob("icb-footprints-*"))))
"""


def test_a_message_that_clears_streamlits_caches_takes_nothing_from_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    script = tmp_path / "page.py"
    script.write_text(PAGE, encoding="utf-8")
    with serving(script) as address, visitor(address) as one, visitor(address) as other:
        before = other.sees()
        for _ in range(3):
            one.sends(clear_cache=True)
            one.sees()
        assert other.sees() == before
        assert before.endswith("\n1")
    assert not list(tmp_path.glob("icb-footprints-*"))


def test_a_process_that_has_drawn_no_page_yet_gives_out_every_file_of_the_map() -> None:
    work = Workspace()
    wanted = [
        "streamlit_folium.st_folium/index.html",
        f"ui.shell.assets.drawing/{content_name(encode(work.shapes), 'blocks', 'json')}",
        f"ui.shell.assets.drawing/{content_name(encode_arcs(work.people), 'people', 'json')}",
    ]
    with serving() as address:
        for path in wanted:
            assert _given_out(f"{address}/component/{path}")


def _given_out(address: str) -> bool:
    """Whether a file is there, now or as soon as the server has made it."""
    for _ in range(300):
        with suppress(HTTPError), urlopen(address) as answer:
            return answer.status == 200
        time.sleep(0.1)
    return False
