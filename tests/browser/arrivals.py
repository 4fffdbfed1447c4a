"""Arrivals: a page in a browser that keeps what it fetched, and what jumped while it came."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

from tests.browser.until import until

PAINTED = "[data-painted]"
WINDOWS = {"desk": (1440, 900), "phone": (390, 844)}
MOST_SHIFT, MOST_SCREENS = 0.05, 4
MAPLESS = ("Board_papers", "Data_and_sources", "Help")

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, startTime } of list.getEntries())
    if (!hadRecentInput) window.shifts.push([value, Math.round(startTime)]);
}).observe({ type: "layout-shift", buffered: true });
"""
_ARRIVED = "() => !document.documentElement.classList.contains('arriving')"


def arrived(window: BrowserContext, app: str, place: str = "") -> Page:
    """A page that has been shown, and has stood still for a moment."""
    page = window.new_page()
    page.goto(f"{app}/{place}")
    if place not in MAPLESS:
        page.frame_locator("iframe").first.locator(PAINTED).first.wait_for()
    until(page, _ARRIVED)
    page.locator("[data-test-script-state=notRunning]").first.wait_for()
    page.wait_for_timeout(300)
    return page


def shift(page: Page) -> float:
    """How much moved on a page as it arrived: the sum of all its layout shifts."""
    return sum(value for value, _ in page.evaluate("window.shifts"))


def screens(page: Page) -> float:
    """How many times as high as its window a page is."""
    return page.evaluate(
        "document.querySelector('[data-testid=stMain]').scrollHeight / window.innerHeight"
    )
