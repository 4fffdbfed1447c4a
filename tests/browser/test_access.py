"""The app by keyboard, on a phone, under a base path, and without a word in the console."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager

import pytest

from tests.browser.conftest import PHONE, Visit, free_port, serving

PAGES = ("/", "/Clusters", "/Clusters?plan=east-model-a&measure=residents", "/?area=E07000089")


def test_the_keyboard_alone_reaches_a_chosen_icb(visit):
    visit.open()
    for _ in range(40):
        visit.page.keyboard.press("Tab")
        label = visit.page.evaluate("document.activeElement?.getAttribute('aria-label') || ''")
        if label == "Find your ICB":
            break
    else:
        pytest.fail("Tab did not reach the box that finds an ICB.")
    visit.page.keyboard.type("Devon")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/My_ICB?area=QJK&find=Devon")
    visit.page.get_by_text("NHS Devon Integrated Care Board").first.wait_for()


def test_no_block_is_a_stop_on_the_way_with_tab(standing):
    visit = standing()
    stops = visit.frame.evaluate(
        "[...document.querySelectorAll('[tabindex=\"0\"], a, button')].map(e => e.tagName)"
    )
    assert len(stops) <= 6


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_the_page_without_sideways_scrolling(standing, path):
    phone = standing(path, PHONE)
    wide = phone.page.evaluate("document.scrollingElement.scrollWidth")
    assert wide <= 390
    frame = phone.page.locator("iframe").first.bounding_box()
    assert frame["width"] <= 390
    assert frame["y"] < 844


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_said_in_the_console(standing, path):
    visit = standing(path)
    visit.page.wait_for_timeout(500)
    assert visit.complaints == []


def test_the_sources_page_shows_every_check_holding(visit):
    visit.page.goto(visit.address + "/Data_and_sources")
    visit.page.get_by_role("heading", name="Files").wait_for()
    assert visit.page.get_by_text("19 of 19 checks hold.").count() == 1
    assert visit.complaints == []
    assert visit.elsewhere == []


@contextmanager
def proxy(to: int):
    """A reverse proxy on another port that hands everything to the app and back."""
    port, loop = free_port(), asyncio.new_event_loop()

    async def pump(reader, writer):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()

    async def joined(reader, writer):
        onward_reader, onward_writer = await asyncio.open_connection("localhost", to)
        await asyncio.gather(
            pump(reader, onward_writer), pump(onward_reader, writer), return_exceptions=True
        )

    async def start():
        await asyncio.start_server(joined, "localhost", port)

    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    yield port
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)


def test_the_map_is_painted_under_a_base_path_and_behind_a_proxy(browser):
    with serving(base="tools/footprints") as address:
        port = int(address.split(":")[2].split("/")[0])
        with proxy(port) as front:
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            visit = Visit(context, f"http://localhost:{front}/tools/footprints")
            visit.open("/Clusters?area=tv")
            visit.page.get_by_role("heading", name="Thames Valley").wait_for()
            assert visit.elsewhere == []
            visit.page.get_by_role("link", name="Find your ICB").click()
            visit.page.get_by_role("heading", name="Find your ICB").wait_for()
            visit.stamp()
            context.close()


def test_a_table_is_sorted_by_mouse_and_by_keyboard_and_says_so(visit):
    visit.open()
    visit.settled()
    table = visit.page.get_by_role("group", name="Residents")
    names = table.locator("tbody th")
    assert names.first.inner_text() == "West and North London"
    table.get_by_role("button", name="Residents").click()
    table.get_by_role("button", name="Residents").click()
    assert names.first.inner_text() == "Shropshire, Telford and Wrekin"
    assert table.locator("[aria-sort=ascending]").inner_text().startswith("Residents")
    head = table.get_by_role("button", name="Footprint")
    head.focus()
    visit.page.keyboard.press("Enter")
    assert names.first.inner_text() == "Bath and North East Somerset, Swindon and Wiltshire"
    assert table.locator("[aria-sort]").count() == 1
