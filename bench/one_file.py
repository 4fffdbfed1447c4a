"""One file: the whole atlas, its size, and how soon it is open beside the page of one map."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, sync_playwright

from bench.clock import Pairs, turn_about
from bench.promises import Promise, Size
from footprint.one_file.write import write_atlas
from footprint.web.page import html
from tests import paper_samples
from tests.browser import chromium
from tests.browser.conftest import FLAGS, PAINTED
from tests.paper_samples import WORK

ROUNDS = 5


def promises() -> list[Promise]:
    """Everything promised of the whole atlas in one file."""
    with TemporaryDirectory() as folder:
        whole, one = Path(folder) / "atlas.html", Path(folder) / "one.html"
        write_atlas(whole, WORK)
        one.write_bytes(html(paper_samples.envelope(), WORK.shapes))
        size = whole.stat().st_size
        opening = _openings(whole, one)
    return [
        Size("The whole atlas in one file", size, 3_000_000),
        opening.promise("Opening the whole atlas", "the web page of one map", 4),
    ]


def _openings(whole: Path, one: Path) -> Pairs:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        context = browser.new_context(offline=True)
        return turn_about(partial(_opened, context, whole), partial(_opened, context, one), ROUNDS)


def _opened(context: BrowserContext, file: Path) -> float:
    """Milliseconds from asking for a file to a painted map."""
    page = context.new_page()
    start = time.perf_counter()
    page.goto(file.as_uri())
    page.locator(PAINTED).first.wait_for(state="attached")
    taken = 1000 * (time.perf_counter() - start)
    page.close()
    return taken
