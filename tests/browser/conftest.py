"""A real server and a real Chromium, shut off from every address but the server's own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Frame,
    Locator,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser import chromium
from tests.browser.arrivals import MAPLESS, PAINTED, WATCH
from tests.browser.runs import Runs
from tests.browser.until import until

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters as wide as on a screen: without a window they are otherwise fitted to whole pixels.
    "--font-render-hinting=none",
    # Nobody but the app can be reached. A route would do this too, but turn the cache off.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
# In a test hardly a line of a page runs often enough for what it costs to compile it for speed.
_UNCOMPILED = [*FLAGS, "--js-flags=--no-turbofan --no-maglev"]
DESKTOP, PHONE = (1440, 900), (390, 844)


def free_port() -> int:
    """Return a port nobody is using."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def serving(
    script: Path = ROOT / "app.py", *options: str, base: str = "", port: int = 0
) -> Iterator[str]:
    """Run the app on a port of its own until the block ends, and give its address."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [f"--server.port={port}", "--server.headless=true", *options]
    command += [f"--server.baseUrlPath={base}"] if base else []
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}" + (f"/{base}" if base else "")
    try:
        _await_health(f"{address}/_stcore/health")
        yield address
    finally:
        server.terminate()
        server.wait(10)


# Past any proxy, and not the one opener that all of the process would share from then on.
_STRAIGHT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def _await_health(address: str) -> None:
    until = time.monotonic() + 180
    while time.monotonic() < until:
        try:
            with _STRAIGHT.open(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError(f"The app did not answer at {address} within three minutes.")


@pytest.fixture(scope="package")
def play() -> Iterator[Playwright]:
    """What drives browsers."""
    expect.set_options(timeout=60_000)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def installed() -> Path:
    """Where Chromium is."""
    path = chromium.find()
    assert path, chromium.HOW
    return Path(path)


@pytest.fixture(scope="package")
def browser(play: Playwright, installed: Path) -> Iterator[Browser]:
    """A Chromium for those who come for the first time."""
    started = play.chromium.launch(executable_path=installed, args=_UNCOMPILED)
    yield started
    started.close()


@pytest.fixture(scope="package")
def app() -> Iterator[str]:
    """The address of a running app."""
    with serving() as address:
        yield address


_STILL = """() => document.getAnimations().every((one) =>
  one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity)"""


class Visit:
    """One window of a browser, in which nobody but the app can be reached."""

    def __init__(
        self,
        context: BrowserContext,
        address: str,
        size: tuple[int, int] | None = None,
        page: Page | None = None,
    ) -> None:
        self.context = context
        self.address = address
        self.origin = "/".join(address.split("/")[:3])
        self.page: Page = page or context.new_page()
        self.page.set_default_timeout(60_000)
        if size:
            self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.requests: list[str] = []
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        self._runs = Runs()
        self._hears = {
            "websocket": self._runs.on,
            "request": self._asked,
            "console": self._heard,
            "pageerror": lambda error: self.complaints.append(str(error)),
        }
        for event, hears in self._hears.items():
            self.page.on(event, hears)

    def left(self) -> Page:
        """Leave the page as good as new for the next who comes, and return it."""
        for event, hears in self._hears.items():
            self.page.remove_listener(event, hears)
        # Where nothing runs that could still keep something for this window.
        self.page.goto(self.address + "/_stcore/health")
        self.page.evaluate("sessionStorage.clear()")
        self.page.emulate_media(media="null")
        self.page.mouse.move(0, 0)
        return self.page

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.elsewhere.append(request.url)

    def _heard(self, message) -> None:
        where = message.location.get("url", "")
        # Below a page's own address Streamlit first asks for its health there, and is told no.
        if message.type == "error" and "/_stcore/" not in where:
            self.complaints.append(f"{message.text} {where}")

    def open(self, path: str = "/") -> Visit:
        """Go to a path of the app and wait until its map is painted and the page stands still."""
        self.page.goto(self.address + path)
        self.stamp()
        self.settled()
        return self

    @property
    def frame(self) -> Frame:
        """The map's own frame."""
        self.page.frame_locator("iframe").first.locator(PAINTED).first.wait_for(
            state="attached", timeout=60_000
        )
        return next(frame for frame in self.page.frames if "streamlit_folium" in frame.url)

    def stamp(self) -> str:
        """Wait for a painted map and return the mark of what it shows."""
        return self.frame.locator(PAINTED).first.get_attribute("data-painted")

    def repainted(self, old: str) -> str:
        """Wait until the map shows something else, and return its mark."""
        frame = self.frame
        until(
            frame,
            "old => document.querySelector('[data-painted]').dataset.painted !== old",
            arg=old,
        )
        return self.stamp()

    def settled(self) -> None:
        """Wait until the page has run to its end, shows itself and no longer moves.

        What is pressed in a panel that is still unfolding goes to whatever has come to lie there.
        """
        self.page.locator("[data-test-script-state=notRunning]").first.wait_for()
        self.page.locator("html:not(.arriving)").wait_for(state="attached")
        until(self.page, _STILL)

    @contextmanager
    def rerun(self) -> Iterator[None]:
        """Wait until what is done meanwhile has made the page run, and run to its end."""
        self._runs.listen()
        yield
        self._runs.ended(self.page)
        self.settled()

    def choose(self, label: str, option: str) -> None:
        """Choose an option of a select box by its words.

        A list closes where the page is drawn anew under it, and is then opened once more.
        """
        offered = self.page.get_by_role("option", name=option, exact=True)
        self._choose(label, offered, typed="")

    def pick(self, label: str, words: str) -> None:
        """Choose from a list so long that it shows only some of its lines, by typing."""
        offered = self.page.get_by_role("option", name=words).first
        self._choose(label, offered, typed=words)

    def _choose(self, label: str, offered: Locator, typed: str) -> None:
        for longest in (10_000, 60_000):
            self.page.get_by_label(label, exact=bool(typed)).click()
            self.page.keyboard.type(typed)
            try:
                offered.click(timeout=longest)
            except TookTooLong:
                if longest == 60_000:
                    raise
            else:
                return

    def finds(self, typed: str) -> Locator:
        """Type into the box that finds an ICB, and return what can be chosen when it is found."""
        box = self.page.get_by_label("Find your ICB")
        box.click()
        box.fill("")
        box.press_sequentially(typed, delay=20)
        self.page.locator(f'.found-for[data-for="{typed.strip()}"]').wait_for()
        return self.page.locator(".st-key-found :is(a, button)")

    def look_at(self, latitude: float, longitude: float, zoom: float) -> None:
        """Move the map at once."""
        self.frame.evaluate(
            "([lat, lng, zoom]) => { map_div.setView([lat, lng], zoom, {animate: false}); }",
            [latitude, longitude, zoom],
        )

    def click_on(self, place: tuple[float, float]) -> None:
        """Click the map at a longitude and latitude."""
        frame = self.frame
        x, y = frame.evaluate(
            "([lng, lat]) => { const p = map_div.latLngToContainerPoint([lat, lng]);"
            " return [p.x, p.y]; }",
            list(place),
        )
        frame.locator("#map_div").click(position={"x": x, "y": y})

    def query(self) -> str:
        """The query string of the address bar."""
        return self.page.evaluate("location.search")

    def awaits(self, query: str) -> None:
        """Wait until the address bar's query string is this one."""
        until(self.page, "wanted => location.search === wanted", arg=query)


@pytest.fixture(scope="package")
def profile(
    play: Playwright, installed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """What one person's browser keeps from visit to visit, above all the app's own files."""
    kept = tmp_path_factory.mktemp("profile")
    context = play.chromium.launch_persistent_context(
        kept, executable_path=installed, args=_UNCOMPILED
    )
    yield context
    context.close()


# Each is one more page for Chromium to hold.
_MOST_STANDING = 16


class Windows:
    """Windows of somebody who has been here before, each used by one visit after another.

    A page loads at three quarters of the cost where one of the app was before.
    """

    def __init__(self, profile: BrowserContext) -> None:
        self._profile, self._free = profile, []

    @contextmanager
    def open(self, address: str) -> Iterator[Callable[..., Visit]]:
        """A function that opens one of a size on an app; all of them are free after the block."""
        opened: list[Visit] = []

        def one(size: tuple[int, int] = DESKTOP) -> Visit:
            page = self._free.pop() if self._free else None
            opened.append(Visit(self._profile, address, size, page))
            return opened[-1]

        try:
            yield one
        except BaseException:
            for visit in opened:
                visit.page.close()
            raise
        self._free += [visit.left() for visit in opened if not visit.page.is_closed()]


@pytest.fixture(scope="package")
def windows(profile: BrowserContext) -> Windows:
    """The windows of somebody who has been here before."""
    return Windows(profile)


@pytest.fixture(scope="package")
def standing(profile: BrowserContext, app: str) -> Iterator[Callable[..., Visit]]:
    """A function that gives a page as it arrived, opened once for all who only look at it.

    Whoever presses, types or zooms opens a window of their own.
    """
    opened: dict[tuple[str, tuple[int, int]], Visit] = {}

    def look(path: str = "/", size: tuple[int, int] = DESKTOP) -> Visit:
        if (path, size) not in opened:
            if len(opened) >= _MOST_STANDING:
                opened.pop(next(iter(opened))).page.close()
            opened[path, size] = _arrived(Visit(profile, app, size), path)
        return opened[path, size]

    yield look
    for visit in opened.values():
        visit.page.close()


def _arrived(visit: Visit, path: str) -> Visit:
    visit.page.add_init_script(WATCH)
    visit.page.goto(visit.address + path)
    if path.lstrip("/") not in MAPLESS:
        visit.stamp()
    visit.settled()
    visit.page.wait_for_timeout(400)
    return visit


@pytest.fixture
def window(windows: Windows, app: str) -> Iterator[Callable[..., Visit]]:
    """A function that opens a window of a size, of somebody who has been here before."""
    with windows.open(app) as open_one:
        yield open_one


@pytest.fixture
def visit(window: Callable[..., Visit]) -> Visit:
    """A visitor with a desktop window."""
    return window()


@pytest.fixture
def phone(window: Callable[..., Visit]) -> Visit:
    """A visitor with a phone's window."""
    return window(PHONE)
