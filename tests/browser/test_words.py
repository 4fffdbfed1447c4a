"""Words in a real browser: meanings that open over a page, an introduction, and a tab's title."""

from __future__ import annotations

import re

from tests.browser.conftest import PHONE
from tests.browser.until import until

OFFER = "New here? Read this first"


def _top(visit) -> float:
    return visit.page.locator("iframe").first.bounding_box()["y"]


def test_a_meaning_opens_over_the_page_from_the_keyboard_and_moves_nothing(visit):
    visit.open("/Clusters")
    # Where the sentence first uses it.
    cluster = visit.page.locator(".st-key-sentence").get_by_role("button", name="clusters")
    cluster.focus()
    before = _top(visit)
    visit.page.keyboard.press("Enter")
    meaning = visit.page.locator("#word-cluster")
    assert meaning.is_visible()
    assert "one leadership team" in meaning.inner_text()
    assert _top(visit) == before
    visit.page.keyboard.press("Escape")
    assert meaning.is_hidden()


def test_the_words_of_a_page_stand_below_its_map(standing):
    visit = standing("/Money")
    frame = visit.page.locator("iframe").first.bounding_box()
    assert visit.page.locator(".st-key-glossary").bounding_box()["y"] > frame["y"] + frame["height"]


def test_the_introduction_is_offered_until_it_is_dismissed_for_good(visit):
    visit.open("/")
    before = _top(visit)
    visit.page.get_by_role("button", name=OFFER).click()
    assert visit.page.get_by_text("Integrated care boards (ICBs) are").is_visible()
    assert _top(visit) == before
    visit.page.get_by_role("button", name="Don’t offer this again").click()
    assert visit.page.get_by_text("Integrated care boards (ICBs) are").is_hidden()
    assert visit.page.get_by_role("button", name=OFFER).is_hidden()
    visit.open("/")
    assert visit.page.get_by_role("button", name=OFFER).is_hidden()
    assert _top(visit) == before


def test_on_a_phone_the_offer_covers_neither_the_heading_nor_the_dates(phone):
    phone.open("/")
    # Whoever came before may have said that once was enough.
    phone.page.evaluate("localStorage.clear()")
    phone.open("/")
    phone.settled()
    offer, heading, dates = (
        phone.page.locator(name).first.bounding_box()
        for name in (".st-key-introduction button", ".st-key-heading h1", ".st-key-when-and-layer")
    )
    assert heading["y"] + heading["height"] <= offer["y"] + 1
    assert offer["y"] + offer["height"] <= dates["y"]
    assert 0 <= offer["x"] < offer["x"] + offer["width"] <= PHONE[0]


def test_the_offer_of_an_introduction_scrolls_with_its_page(visit):
    visit.open("/")
    visit.page.evaluate("localStorage.clear()")
    visit.open("/")
    visit.settled()
    offer = visit.page.locator(".st-key-introduction button").first
    before = offer.bounding_box()["y"]
    visit.page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 300)")
    visit.page.wait_for_timeout(200)
    assert offer.bounding_box()["y"] == before - 300


def test_the_tab_names_the_area_and_the_measure_and_follows_a_choice(visit):
    visit.open("/Clusters?area=QKS&measure=residents")
    title = "Kent and Medway, Residents – Clusters – ICB Footprints"
    until(visit.page, f"document.title === '{title}'")
    visit.page.get_by_role("button", name="Clear the selection").click()
    until(visit.page, "document.title === 'Residents – Clusters – ICB Footprints'")


def test_the_menu_fits_a_window_of_1024(window):
    visit = window((1024, 768))
    visit.open("/Clusters")
    menu = visit.page.locator(".st-key-masthead")
    assert menu.evaluate("menu => menu.scrollWidth <= menu.clientWidth")
    assert re.search("Help$", menu.inner_text())
