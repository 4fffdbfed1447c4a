"""The page on money in a browser: assumptions change figures, and the map stays where it is."""

from __future__ import annotations

import pytest

from tests.browser.arrivals import MOST_SCREENS, screens
from tests.browser.conftest import PHONE
from tests.browser.until import until


def cap(visit):
    return visit.page.get_by_label("Cap, £ per weighted head")


def test_changing_the_cap_changes_address_and_table_and_leaves_the_map_in_place(visit):
    visit.open("/Money")
    visit.frame.evaluate("window.visited = 1")
    old = visit.stamp()
    cap(visit).fill("21.50")
    cap(visit).press("Enter")
    visit.awaits("?cap=21.5")
    visit.repainted(old)
    assert visit.frame.evaluate("window.visited") == 1
    visit.page.get_by_text("£21.50 × weighted population").first.wait_for()
    visit.page.get_by_text("your cap of £21.50 for each weighted head", exact=False).wait_for()
    title = visit.page.locator("iframe").first.get_attribute("title")
    assert title.startswith("Envelope at your £21.50")


def test_back_takes_an_assumption_back(visit):
    visit.open("/Money")
    first = visit.stamp()
    cap(visit).fill("25")
    cap(visit).press("Enter")
    visit.awaits("?cap=25")
    second = visit.repainted(first)
    visit.page.go_back()
    visit.awaits("")
    assert visit.repainted(second) == first
    assert cap(visit).input_value() == "18.76"


def test_a_cost_is_typed_for_the_chosen_icb(visit):
    visit.open("/Money?plan=icb-2023&area=QWO")
    visit.page.get_by_text("Give your own costs before the cut").click()
    box = visit.page.get_by_label("West Yorkshire, £ million")
    box.fill("80.5")
    box.press("Enter")
    until(visit.page, "location.search.includes('QWO')")
    visit.page.get_by_text("£80.5m (yours)", exact=False).first.wait_for()


def test_the_template_is_downloaded_and_uploaded(visit, tmp_path):
    visit.open("/Money?baseline=QF7:61.7")
    visit.page.get_by_text("Give your own costs before the cut").click()
    with visit.page.expect_download() as coming:
        visit.page.get_by_role("button", name="Template (XLSX)").click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    remove = visit.page.get_by_role("button", name="Remove all your figures")
    remove.click()
    remove.wait_for(state="detached")
    assert visit.query() == ""
    visit.page.locator("input[type=file]").first.set_input_files(file)
    until(visit.page, "location.search.includes('QF7')")
    assert visit.complaints == []


@pytest.mark.parametrize("path", ["/Money", "/Money?area=lnr&cap=20&baseline=QF7:61.7,QWO:80"])
def test_a_phone_shows_the_page_without_sideways_scrolling(standing, path):
    phone = standing(path, PHONE)
    phone.page.get_by_role("heading", name="What ICBs have published").wait_for()
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert phone.page.locator("iframe").first.bounding_box()["width"] <= 390


def test_nothing_is_said_in_the_console_and_nobody_else_is_asked(standing):
    visit = standing("/Money?area=lnr&baseline=QF7:61.7")
    visit.page.get_by_role("heading", name="What ICBs have published").wait_for()
    visit.page.wait_for_timeout(500)
    assert visit.complaints == []
    assert visit.elsewhere == []


def test_the_page_of_an_icb_that_published_much_is_no_longer_than_four_screens(standing):
    assert screens(standing("/Money?plan=icb-2023&area=QF7").page) <= MOST_SCREENS
