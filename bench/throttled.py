"""Throttled: the opening page on a slow laptop behind a slow line, and whose bytes it waits for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bench.loading import APP
from bench.promises import Promise, Ratio, Size
from bench.screens import NAIVE, THEIRS, both
from bench.windows import Site, Window
from tests.browser import chromium
from tests.browser.conftest import FLAGS

SLOWER = 4
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
OURS, FOLIUM, STREAMLIT = "ours", "streamlit-folium’s", "Streamlit’s"


@dataclass(frozen=True)
class Load:
    """Milliseconds from the start of a visit to its map, and the bytes fetched, by owner."""

    taken: float
    sent: Counter[str]


def promises() -> list[Promise]:
    """What a first and a second visit fetch, and how they stand to each other and to theirs."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        with both(APP, THEIRS) as (ours, theirs):
            _visited(browser, ours, theirs)
            cold, warm = _twice(browser, APP, ours)
            their_cold, _ = _twice(browser, THEIRS, theirs)
    _tell(cold, warm)
    ours_to_theirs, warm_to_cold = cold.taken / their_cold.taken, warm.taken / cold.taken
    name, again = "Throttled, first visit", "Throttled, second visit"
    return [
        Ratio(name, "ms", cold.taken, NAIVE, their_cold.taken, ours_to_theirs, 0.7),
        Ratio(again, "ms", warm.taken, "our first", cold.taken, warm_to_cold, 0.8),
        Size("Files of ours, first visit", cold.sent[OURS], 200_000),
        Size("Files of Streamlit’s, first visit", cold.sent[STREAMLIT], 1_400_000),
        Size("All files, second visit", warm.sent.total(), 20_000),
    ]


def _visited(browser: Browser, ours: str, theirs: str) -> None:
    """A visit to each at full speed, after which the servers have loaded what they need."""
    for site, address in ((APP, ours), (THEIRS, theirs)):
        window = Window.alone(browser, site, address)
        window.settled()
        window.close()


def _twice(browser: Browser, site: Site, address: str) -> tuple[Load, Load]:
    """A visit with an empty cache, and one after it."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    loads = _load(context, site, address), _load(context, site, address)
    context.close()
    return loads


def _load(context: BrowserContext, site: Site, address: str) -> Load:
    sent, owners = Counter(), {}
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", LINE)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def answered(event: dict) -> None:
        owners[event["requestId"]] = _owner(event["response"]["url"])

    def finished(event: dict) -> None:
        # Streamlit's websocket is no file, and is not slowed either.
        if owner := owners.get(event["requestId"]):
            sent[owner] += int(event["encodedDataLength"])

    tools.on("Network.responseReceived", answered)
    tools.on("Network.loadingFinished", finished)
    window = Window(page, site, address)
    taken = window.first_map()
    window.settled()
    page.close()
    return Load(taken, sent)


def _owner(url: str) -> str:
    if "/component/ui.shell.assets." in url:
        return OURS
    return FOLIUM if "/component/" in url else STREAMLIT


def _tell(cold: Load, warm: Load) -> None:
    loads = {"first": cold, "second": warm}
    told = "; ".join(
        f"{name} visit {load.taken:,.0f} ms, {_bytes(load.sent)}" for name, load in loads.items()
    )
    print(
        f"For information, the opening page with {SLOWER} times less processor, 1.6 Mbit/s and "
        f"150 ms: {told}.\n"
    )


def _bytes(sent: Counter[str]) -> str:
    return ", ".join(f"{owner} {size:,}" for owner, size in sent.most_common()) + " bytes"
