"""There at once: nothing jumps as a page arrives, and a browser fetches nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from footprint.pages.catalogue import BY_ADDRESS
from tests.browser.conftest import PAINTED

MOST_SHIFT = 0.05
MAPLESS = {"Board_papers", "Data_and_sources"}
WINDOWS = {"desk": (1440, 900), "phone": (390, 844)}

_WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, startTime } of list.getEntries())
    if (!hadRecentInput) window.shifts.push([value, Math.round(startTime)]);
}).observe({ type: "layout-shift", buffered: true });
"""
_ARRIVED = "() => !document.documentElement.classList.contains('arriving')"
_FETCHED = """
() => performance.getEntriesByType("resource")
  .map(({ name, transferSize, encodedBodySize, decodedBodySize }) =>
    ({ name, sent: transferSize, small: encodedBodySize, whole: decodedBodySize }))
"""


@pytest.fixture(scope="module", params=WINDOWS.values(), ids=WINDOWS)
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A window of a browser that keeps what it has fetched, as readers' browsers do."""
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(_WATCH)
    yield context
    context.close()


def loaded(window: BrowserContext, address: str, *, mapped: bool = True) -> Page:
    """A page that has been shown, and has stood still for a moment."""
    page = window.new_page()
    page.goto(address)
    if mapped:
        page.frame_locator("iframe").first.locator(PAINTED).first.wait_for()
    page.wait_for_function(_ARRIVED)
    page.locator("[data-test-script-state=notRunning]").first.wait_for()
    page.wait_for_timeout(300)
    return page


@pytest.mark.parametrize("place", sorted(BY_ADDRESS))
def test_nothing_jumps_as_a_page_arrives(window: BrowserContext, app: str, place: str) -> None:
    page = loaded(window, f"{app}/{place}", mapped=place not in MAPLESS)
    shifts = page.evaluate("window.shifts")
    page.close()
    assert sum(value for value, _ in shifts) <= MOST_SHIFT, shifts


def test_a_change_of_page_fetches_nothing_of_ours_again(browser: Browser, app: str) -> None:
    context = browser.new_context()
    page = loaded(context, app)
    before = len(page.evaluate(_FETCHED))
    page.get_by_role("link", name="Clusters").first.click()
    page.get_by_role("heading", name="Clusters", level=1).wait_for()
    page.frame_locator("iframe").first.locator(PAINTED).first.wait_for()
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    used = [*page.evaluate(_FETCHED)[before:], *frame.evaluate(_FETCHED)]
    ours = [one for one in used if "ui.shell.assets" in one["name"]]
    context.close()
    assert len(ours) >= 2
    assert [one for one in ours if one["sent"]] == []


def test_the_scripts_of_a_first_visit_are_compressed(browser: Browser, app: str) -> None:
    context = browser.new_context()
    fetched = loaded(context, app).evaluate(_FETCHED)
    context.close()
    scripts = [one for one in fetched if one["name"].endswith(".js")]
    assert len(scripts) > 50
    sent, whole = (sum(one[size] for one in scripts) for size in ("sent", "whole"))
    assert sent < whole / 2
