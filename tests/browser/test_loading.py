"""There at once: nothing jumps as a page arrives, and a browser fetches nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from footprint.pages.catalogue import BY_ADDRESS
from tests.browser.arrivals import (
    MOST_SCREENS,
    MOST_SHIFT,
    PAINTED,
    WINDOWS,
    arrived,
    screens,
    shift,
)
from tests.browser.conftest import Visit
from tests.sampled import sampled

# Parts of Streamlit that are large: the data grid, what colours code, and what draws charts.
HEAVY = ("DataFrame", "SyntaxHighlighter", "VegaLite")
_FETCHED = """
() => performance.getEntriesByType("resource")
  .map(({ name, transferSize, decodedBodySize }) =>
    ({ name, sent: transferSize, whole: decodedBodySize }))
"""


# Every third, so that both sizes are among them.
@pytest.mark.parametrize(
    ("place", "size"), sampled(product(sorted(BY_ADDRESS), WINDOWS.values()), 3)
)
def test_a_page_arrives_still_and_short_and_without_what_is_not_seen(
    standing: Callable[..., Visit], place: str, size: tuple[int, int]
) -> None:
    page = standing(f"/{place}", size).page
    fetched = page.evaluate(_FETCHED)
    assert shift(page) <= MOST_SHIFT, page.evaluate("window.shifts")
    names = [one["name"] for one in fetched]
    assert any("ButtonGroup" in name or "Markdown" in name for name in names)
    assert not [name for name in names if any(part in name for part in HEAVY)]
    if size == WINDOWS["desk"]:
        assert screens(page) <= MOST_SCREENS


# Where most is told: a place chosen that misses much, or that four plans have alike.
_LONGEST = (
    "Criteria?plan=icb-2023&area=QOC",
    "Criteria?plan=icb-2023&area=QNQ",
    "Criteria?plan=icb-2023&area=QOX",
    "Criteria?plan=icb-2023&criterion=strategic&area=QE1",
    "Compare?plan=merged-2026-04&other=icb-2023&also=east-model-b_east-model-c&area=QK1",
    "Compare?plan=merged-2026-04&other=icb-2023&also=east-model-b_east-model-c&area=E07000089",
)


@pytest.mark.parametrize("asked", sampled(_LONGEST, 2))
def test_a_page_where_most_is_told_is_no_longer_than_any(
    standing: Callable[..., Visit], asked: str
) -> None:
    assert screens(standing(f"/{asked}").page) <= MOST_SCREENS


def _ours(page: Page, after: tuple[int, int] = (0, 0)) -> list[dict[str, int]]:
    """What of ours a page and the frame of its map have fetched, after so many things each."""
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    used = [*page.evaluate(_FETCHED)[after[0] :], *frame.evaluate(_FETCHED)[after[1] :]]
    return [one for one in used if "ui.shell.assets" in one["name"]]


def test_a_change_of_page_fetches_nothing_of_ours_again(browser: Browser, app: str) -> None:
    context = browser.new_context()
    page = arrived(context, app)
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    before = len(page.evaluate(_FETCHED)), len(frame.evaluate(_FETCHED))
    assert len(_ours(page)) >= 3
    _go(page, "Clusters")
    assert _ours(page, before) == []
    # Where there was no map its frame is opened anew, and finds what it needs in the browser.
    _go(page, "Help")
    page.locator("iframe").first.wait_for(state="detached")
    before = len(page.evaluate(_FETCHED)), 0
    _go(page, "Clusters")
    page.frame_locator("iframe").first.locator(PAINTED).first.wait_for()
    ours = _ours(page, before)
    context.close()
    assert len(ours) >= 2
    assert [one for one in ours if one["sent"]] == []


def _go(page: Page, label: str) -> None:
    page.get_by_role("link", name=label, exact=True).first.click()
    page.get_by_role("heading", name=label, level=1).wait_for()


def test_a_page_asks_its_own_server_alone_and_who_comes_again_is_connected_at_once(
    browser: Browser, app: str
) -> None:
    context = browser.new_context()
    asked: list[tuple[int, str]] = []
    context.on("response", lambda answer: asked.append((answer.status, answer.url)))
    first = arrived(context, app, "Clusters")
    assert first.evaluate("window.__streamlit") == {"BACKEND_BASE_URL": f"{app}/"}
    again = arrived(context, app, "Clusters")
    (origin,) = again.evaluate("window.__streamlit.HOST_CONFIG.allowedOrigins")
    context.close()
    assert [url for status, url in asked if status == 404] == []
    assert sum(url.endswith("/_stcore/health") for _, url in asked) == 2
    # Pages of other sites may send this one messages where they have this origin, which none has.
    assert origin.endswith(".invalid")


def test_the_scripts_of_a_first_visit_are_compressed(browser: Browser, app: str) -> None:
    context = browser.new_context()
    fetched = arrived(context, app).evaluate(_FETCHED)
    context.close()
    scripts = [one for one in fetched if one["name"].endswith(".js")]
    assert len(scripts) > 50
    sent, whole = (sum(one[size] for one in scripts) for size in ("sent", "whole"))
    assert sent < whole / 2
