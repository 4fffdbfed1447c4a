"""Screens: our map beside a map drawn the usual way, on equally bare pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from streamlit.testing.v1 import AppTest

from bench import moving
from bench.clock import Pairs, Timing, timed, turn_about
from bench.promises import Ratio, sizes
from bench.windows import Site, Window
from footprint.measures.catalogue import BY_KEY
from tests.browser import chromium
from tests.browser.conftest import FLAGS, ROOT, serving

NAIVE = "the naive page"
ROUNDS = 7

OURS_SHOW = "d => d.querySelector('[data-painted]')?.dataset.painted"
NAIVE_SHOWS = (
    "d => { const p = [...d.querySelectorAll('path.leaflet-interactive')];"
    " return p.length >= 42 && p.map(e => e.getAttribute('fill')).join(); }"
)
# A move changes the shape of two footprints and the colour of none.
_NAIVE_MOVES_SHOW = (
    "d => { const p = [...d.querySelectorAll('path.leaflet-interactive')];"
    " return p.length >= 26 && p.map(e => e.getAttribute('d').length).join(); }"
)
_HERE = Path(__file__)
OURS, THEIRS = (
    Site(_HERE.with_name("ours.py"), OURS_SHOW),
    Site(_HERE.with_name("naive.py"), NAIVE_SHOWS),
)
OUR_MOVES, THEIR_MOVES = (
    Site(_HERE.with_name("ours_moving.py"), OURS_SHOW),
    Site(_HERE.with_name("naive_moving.py"), _NAIVE_MOVES_SHOW),
)
WHOLE = Site(ROOT / "app.py", OURS_SHOW, "/?icbs=icb-2023")
# Measures that do not look alike, so that each repaints the map.
_ASKED = (
    *("area", "imd", "weighted_population", "compactness", "density", "most_deprived_tenth"),
    *("core_allocation_per_resident", "staff_per_100_000", "running_cost_allowance_per_resident"),
)


@dataclass(frozen=True)
class Steps:
    """What one kind of step cost on our page and on theirs: times, and bytes of map messages."""

    times: Pairs
    our_bytes: int
    their_bytes: int


def promises() -> list[Ratio]:
    """Everything promised of maps on screen; also says what the whole opening page takes."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        with both(OURS, THEIRS) as (ours, theirs):
            first = _first_maps(browser, ours, theirs)
            repaint = _repaints(browser, ours, theirs)
        with both(OUR_MOVES, THEIR_MOVES) as (ours, theirs):
            move = _moves(browser, ours, theirs)
        _tell_of_the_whole_page(browser)
    return [
        sizes("Map message on repaint", repaint.our_bytes, NAIVE, repaint.their_bytes, 1 / 80),
        sizes("Map message on first view", first.our_bytes, NAIVE, first.their_bytes, 0.7),
        server().promise("Server time to draw the map", NAIVE, 1 / 20),
        repaint.times.promise("Click to painted", NAIVE, 1 / 5),
        first.times.promise("First map", NAIVE, 0.7),
        move.times.promise("A move: click to painted", NAIVE, 1 / 5),
        sizes("A move: map message", move.our_bytes, NAIVE, move.their_bytes, 1 / 80),
    ]


@contextmanager
def both(ours: Site, theirs: Site) -> Iterator[tuple[str, str]]:
    """Serve two sites at the same time, and give their addresses."""
    with serving(ours.script) as our_address, serving(theirs.script) as their_address:
        yield our_address, their_address


def _first_maps(browser: Browser, ours: str, theirs: str) -> Steps:
    largest = {OURS: 0, THEIRS: 0}

    def visit(site: Site, address: str) -> float:
        window = Window.alone(browser, site, address)
        taken = window.first_map()
        window.settled()
        largest[site] = window.message()
        window.close()
        return taken

    times = turn_about(lambda: visit(OURS, ours), lambda: visit(THEIRS, theirs), ROUNDS)
    return Steps(times, largest[OURS], largest[THEIRS])


def _repaints(browser: Browser, ours: str, theirs: str) -> Steps:
    windows = Window.alone(browser, OURS, ours), Window.alone(browser, THEIRS, theirs)
    return _alternating(windows, tuple(map(repainting, windows)), ROUNDS)


def repainting(window: Window) -> Timing:
    """A step that asks for another measure each time, for one seen before may not be sent again."""
    labels = (BY_KEY[key].label for key in _ASKED)

    def step() -> float:
        seen, label = window.settled(), next(labels)
        window.page.get_by_label("What the map shows").fill(label)
        option = window.page.get_by_role("option", name=label, exact=True)
        option.wait_for()
        return window.press(option, seen)

    return step


def _moves(browser: Browser, ours: str, theirs: str) -> Steps:
    windows = Window.alone(browser, OUR_MOVES, ours), Window.alone(browser, THEIR_MOVES, theirs)
    return _alternating(windows, tuple(map(_moving, windows)), len(moving.DISTRICTS) - 2)


def _moving(window: Window) -> Timing:
    """A step that moves one district more each time."""

    def step() -> float:
        seen = window.settled()
        return window.press(window.page.get_by_role("button", name=moving.MOVE), seen)

    return step


def _alternating(
    windows: tuple[Window, Window], steps: tuple[Timing, Timing], rounds: int
) -> Steps:
    """Take steps in two windows, turn about, and close them."""
    heard: dict[Window, list[int]] = {window: [] for window in windows}

    def heeded(window: Window, step: Timing) -> float:
        taken = step()
        window.settled()
        heard[window].append(window.message())
        return taken

    (ours, theirs), (our_step, their_step) = windows, steps
    times = turn_about(
        lambda: heeded(ours, our_step), lambda: heeded(theirs, their_step), rounds, warming=2
    )
    ours.close()
    theirs.close()
    return Steps(times, max(heard[ours][2:]), max(heard[theirs][2:]))


def _tell_of_the_whole_page(browser: Browser) -> None:
    with serving(WHOLE.script) as address:
        Window.alone(browser, WHOLE, address).close()
        window = Window.alone(browser, WHOLE, address)
        first, step = window.first_map(), repainting(window)
        repaints = sorted(step() for _ in range(3))
        window.close()
    print(
        f"For information, the whole opening page with all its parts: first map {first:,.0f} ms, "
        f"click to painted {repaints[1]:,.0f} ms.\n"
    )


def server() -> Pairs:
    """What the server takes to draw a map, without a browser."""
    ours, theirs = (
        AppTest.from_function(draw, default_timeout=60) for draw in (_draw_ours, _draw_naive)
    )
    return turn_about(timed(ours.run), timed(theirs.run), ROUNDS, warming=2)


def _draw_naive() -> None:
    from bench.naive import draw

    draw("area")


def _draw_ours() -> None:
    from bench.ours import draw

    draw("area")
