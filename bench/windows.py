"""Windows: a page in a browser, timed by the page's own clock.

That leaves out what it costs to drive a browser: a map is timed from the start of the visit, or
from the press of a button, to the first frame after it shows something, or something else.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from tests.browser.until import until

_WATCH_FIRST = """
if (window === window.top) {
  window.timed = new Promise(done => {
    const look = () => {
      const inside = document.querySelector('iframe')?.contentDocument;
      if (inside && (%s)(inside)) requestAnimationFrame(() => done(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}
"""
_WATCH = """
(seen) => new Promise(done => {
  let pressed = null;
  document.addEventListener('pointerdown', () => { pressed = performance.now(); },
                            {once: true, capture: true});
  const look = () => {
    const inside = document.querySelector('iframe')?.contentDocument;
    const now = inside && (%s)(inside);
    if (pressed && now && now !== seen)
      requestAnimationFrame(() => done(performance.now() - pressed));
    else requestAnimationFrame(look);
  };
  look();
})
"""
_SHOWN = """
() => {
  const inside = document.querySelector('iframe')?.contentDocument;
  return inside && (%s)(inside);
}
"""
# Seconds without a word from the server after which nothing more is to come.
_STILL = 1.5
_LATE, _TIMES = 100, 50
# Milliseconds; a server starts slowly on a machine that is busy with other things.
_LONGEST = 180_000


@dataclass(frozen=True)
class Site:
    """A script that Streamlit serves, and how its map tells what it shows.

    `shows` is JavaScript: given the document of the map's frame it returns something that is
    false until there is a map, and another text whenever the map looks different.
    """

    script: Path
    shows: str
    path: str = "/"


class Window:
    """One visit to a site, and the sizes of the map messages that its last step brought."""

    def __init__(self, page: Page, site: Site, address: str) -> None:
        self.site = site
        self.page = page
        self.page.set_default_timeout(_LONGEST)
        self._heard: list[int] = []
        self._last = time.monotonic()
        self.page.add_init_script(_WATCH_FIRST % site.shows)
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._hear))
        self.page.goto(address + site.path)

    @classmethod
    def alone(cls, browser: Browser, site: Site, address: str) -> Window:
        """A visit by somebody who was never here before."""
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        return cls(context.new_page(), site, address)

    def _hear(self, message: bytes | str) -> None:
        self._last = time.monotonic()
        if isinstance(message, bytes) and b"L.map(" in message:
            self._heard.append(len(message))

    def message(self) -> int:
        """Bytes of the largest map message since the last press."""
        # On a busy machine we hear of a message later than the page that drew it.
        for _ in range(_TIMES):
            if not self._heard:
                self.page.wait_for_timeout(_LATE)
        return max(self._heard, default=0)

    def first_map(self) -> float:
        """Milliseconds from the start of the visit to the first frame with a map."""
        return self.page.evaluate("window.timed")

    def settled(self) -> str:
        """Wait for a map, and until its server has long said nothing; return what it shows.

        A page may draw a map and then be run again, which would slow whatever is timed next.
        """
        until(self.page, _SHOWN % self.site.shows)
        while time.monotonic() < self._last + _STILL:
            self.page.wait_for_timeout(_LATE)
        return until(self.page, _SHOWN % self.site.shows)

    def press(self, control: Locator, seen: str) -> float:
        """Milliseconds from the press of a control to the first frame of another map."""
        self.page.evaluate(
            f"seen => {{ window.timed = ({_WATCH % self.site.shows})(seen); }}", seen
        )
        self._heard.clear()
        control.click()
        return self.page.evaluate("window.timed")

    def close(self) -> None:
        """Leave the site."""
        self.page.context.close()
