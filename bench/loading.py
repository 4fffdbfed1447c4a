"""Loading: from the menu to another page's map, what jumps on the way, and the other ground."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.clock import turn_about
from bench.naive_pages import MEASURES
from bench.promises import SHIFT, Promise, Ratio, Size
from bench.screens import NAIVE, NAIVE_SHOWS, OURS_SHOW, THEIRS, WHOLE, both, repainting
from bench.windows import Site, Window
from footprint.measures.catalogue import BY_KEY
from footprint.pages import my_icb
from footprint.pages.catalogue import BY_ADDRESS, PAGES
from footprint.view import GROUNDS
from tests.browser import chromium
from tests.browser.arrivals import MAPLESS, MOST_SHIFT, WATCH, WINDOWS, arrived, shift
from tests.browser.conftest import FLAGS, ROOT

ROUNDS = 3
# Our map stays while its page changes, and another page's is painted where it looks different. The
# naive one may look the same on two pages, so there it counts too that its frame was opened since.
_ANEW = (
    f"d => {{ const shown = ({NAIVE_SHOWS})(d);"
    " return shown && shown + d.defaultView.performance.timeOrigin; }"
)
APP = Site(ROOT / "app.py", OURS_SHOW)
NAIVE_PAGES = Site(Path(__file__).with_name("naive_pages.py"), _ANEW)
# The last is where a visit begins, so that every step leads to another page; and the two that show
# the same map, the first page and My ICB, stand apart, so that every step leads to another map.
_OTHERS = [page.label for page in PAGES[1:] if page.address not in (*MAPLESS, my_icb.PAGE.address)]
_MAPPED = [*_OTHERS[:-1], my_icb.PAGE.label, _OTHERS[-1], PAGES[0].label]


def promises() -> list[Promise]:
    """Everything promised of how soon and how still a page is there."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        with both(APP, NAIVE_PAGES) as (ours, theirs):
            changes = _changes(browser, ours, theirs)
            moved = max(_shifts(browser, ours))
        with both(WHOLE, THEIRS) as (ours, theirs):
            ground = _grounds(browser, ours, theirs)
    return [*changes, Size("What jumps, at most on any page", moved, MOST_SHIFT, SHIFT), ground]


def _changes(browser: Browser, ours: str, theirs: str) -> list[Ratio]:
    """From the menu to the map, page by page, beside two pages of naive maps."""
    our_window, their_window = (
        Window.alone(browser, APP, ours),
        Window.alone(browser, NAIVE_PAGES, theirs),
    )
    taken: dict[str, list[float]] = {label: [] for label in _MAPPED}
    naive: list[float] = []
    titles = cycle(BY_KEY[key].label for key in reversed(MEASURES))
    for _ in range(1 + ROUNDS):
        for place, label in enumerate(_MAPPED):
            taken[label].append(_gone_to(our_window, label))
            if place % 2:
                naive.append(_gone_to(their_window, next(titles)))
    our_window.close()
    their_window.close()
    pages = {label: statistics.median(times[1:]) for label, times in taken.items()}
    usual, plain = statistics.median(pages.values()), statistics.median(naive[2:])
    slowest = max(pages, key=pages.__getitem__)
    worst = pages[slowest]
    print("From the menu to the map: " + ", ".join(_told(pages)) + ".\n")
    return [
        Ratio("Menu to map, median page", "ms", usual, NAIVE, plain, usual / plain, 0.75),
        Ratio("Menu to map, slowest page", "ms", worst, "our median", usual, worst / usual, 1.75),
    ]


def _told(pages: dict[str, float]) -> Iterator[str]:
    return (f"{label} {taken:,.0f} ms" for label, taken in pages.items())


def _gone_to(window: Window, label: str) -> float:
    seen = window.settled()
    return window.press(window.page.get_by_role("link", name=label, exact=True).first, seen)


def _shifts(browser: Browser, app: str) -> Iterator[float]:
    for width, height in WINDOWS.values():
        context = browser.new_context(viewport={"width": width, "height": height})
        context.add_init_script(WATCH)
        for place in BY_ADDRESS:
            page = arrived(context, app, place)
            yield shift(page)
            page.close()
        context.close()


def _grounds(browser: Browser, ours: str, theirs: str) -> Ratio:
    """From land to people and back on the whole opening page, beside a naive repaint."""
    our_window, their_window = (
        Window.alone(browser, WHOLE, ours),
        Window.alone(browser, THEIRS, theirs),
    )
    words = cycle((GROUNDS["people"], GROUNDS["land"]))

    def switch() -> float:
        seen = our_window.settled()
        return our_window.press(our_window.page.get_by_text(next(words), exact=True), seen)

    pairs = turn_about(switch, repainting(their_window), 4, warming=2)
    our_window.close()
    their_window.close()
    return pairs.promise("Land to people, whole page", f"a repaint of {NAIVE}", 1)
