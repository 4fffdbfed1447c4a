"""The finder in a browser: typed, chosen by mouse and keyboard, on every page."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, Visit


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        ("Coventry", "QWU"),
        ("Hart", "QRL"),
        ("Northampton", "QPM"),
        ("Carlisle", "QHM"),
        ("Camden", "Z9B2Z"),
    ],
)
def test_enter_leads_from_the_first_page_to_the_five_lines(
    visit: Visit, typed: str, body: str
) -> None:
    visit.open()
    visit.finds(typed)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"**/My_ICB?area={body}&find={typed}")
    lines = visit.page.locator(".st-key-five-lines p")
    lines.first.wait_for()
    assert lines.count() == 5


def test_enter_before_anything_is_found_is_not_lost(visit: Visit) -> None:
    visit.open()
    box = visit.page.get_by_label("Find your ICB")
    box.fill("Kettering")
    box.press("Enter")
    visit.page.wait_for_url("**/My_ICB?area=QPM&find=Kettering")


def test_the_arrows_walk_through_what_is_found_and_escape_comes_back(visit: Visit) -> None:
    visit.open()
    visit.finds("Ashford")
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("ArrowDown")
    second = visit.page.evaluate("document.activeElement.textContent")
    assert "Spelthorne" in second
    visit.page.keyboard.press("Escape")
    assert visit.page.evaluate("document.activeElement.tagName") == "INPUT"


def test_a_place_in_several_icbs_offers_each(visit: Visit) -> None:
    visit.open()
    offered = visit.finds("Frimley").all_text_contents()
    assert offered[:2] == ["Thames Valley ICB (57%)", "Hampshire and Isle of Wight ICB (23%)"]
    assert offered[2].startswith("Surrey and Sussex ICB")


def test_nothing_found_says_so_and_offers_the_nearest(visit: Visit) -> None:
    visit.open()
    assert visit.finds("Qwrtzy").count() >= 3
    assert visit.page.get_by_text("Nothing here is like “Qwrtzy”").is_visible()


def test_what_is_found_moves_nothing_on_the_page(visit: Visit) -> None:
    visit.open()
    before = visit.page.locator(".st-key-map").bounding_box()
    visit.finds("Bath")
    assert visit.page.locator(".st-key-map").bounding_box() == before


def test_a_page_with_a_map_shows_the_place_on_it(visit: Visit) -> None:
    visit.open("/Clusters")
    old = visit.stamp()
    visit.finds("Kettering").first.click()
    visit.repainted(old)
    assert "area=E06000061" in visit.query()


def test_what_is_found_lies_within_the_window_of_a_phone(window) -> None:
    phone = window(PHONE)
    phone.open()
    phone.finds("Ashford")
    found = phone.page.locator(".st-key-found").bounding_box()
    assert found["x"] >= 0
    assert found["x"] + found["width"] <= PHONE[0]
    assert found["width"] > 300


def test_the_page_without_an_icb_offers_all_of_them(visit: Visit) -> None:
    visit.open("/My_ICB")
    visit.settled()
    assert visit.page.locator('[class*="st-key-region-"] button').count() == 36
    visit.page.get_by_role("button", name="Devon", exact=True).click()
    visit.awaits("?area=QJK")
