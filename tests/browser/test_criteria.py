"""The page on criteria in a real browser."""

from __future__ import annotations

from tests.browser.conftest import PHONE

SHREWSBURY = (-2.75, 52.7)


def hatched(visit):
    return visit.frame.evaluate(
        "footprints.areas.filter(area => area.hatch).map(area => area.name).sort()"
    )


def test_what_misses_is_hatched_and_a_new_criterion_repaints_in_place(visit):
    visit.open("/Criteria?plan=icb-2023")
    assert len(hatched(visit)) == 11
    visit.frame.evaluate("window.visited = 1")
    old = visit.stamp()
    visit.choose("Criterion on the map", "More than one acute trust")
    visit.repainted(old)
    visit.awaits("?plan=icb-2023&criterion=trusts")
    assert len(hatched(visit)) == 8
    assert visit.frame.evaluate("window.visited") == 1


def test_a_click_tells_every_verdict_and_a_remedy(visit):
    visit.open("/Criteria?plan=icb-2023")
    visit.look_at(52.7, -2.75, 8)
    visit.click_on(SHREWSBURY)
    visit.page.get_by_role("heading", name="Shropshire, Telford and Wrekin").wait_for()
    visit.page.get_by_text("528,407 residents, 471,593 short of 1,000,000.").first.wait_for()
    visit.page.get_by_text("the smallest single move that does it").first.wait_for()
    assert visit.complaints == []
    assert visit.elsewhere == []


def test_the_list_of_misses_selects_as_the_map_does(visit):
    visit.open("/Criteria?plan=icb-2023")
    visit.page.get_by_role("button", name="Gloucestershire", exact=True).click()
    visit.awaits("?plan=icb-2023&area=QR1")
    visit.page.get_by_role("heading", name="Gloucestershire", exact=True).wait_for()
    visit.page.get_by_text("What would put it right").first.wait_for()


def test_pointing_says_the_verdict_in_words(standing):
    visit = standing("/Criteria?plan=icb-2023")
    x, y = visit.frame.evaluate(
        "(() => { const p = map_div.latLngToContainerPoint([52.7, -2.75]); return [p.x, p.y]; })()"
    )
    visit.frame.locator("#map_div").hover(position={"x": x, "y": y})
    tip = visit.frame.locator(".footprint-tip")
    tip.wait_for()
    assert "Misses: At least 1 million people" in tip.inner_text()


def test_a_phone_shows_the_page_without_sideways_scrolling(standing):
    phone = standing("/Criteria?plan=icb-2023&area=QOC", PHONE)
    phone.page.get_by_text("What would put it right").first.wait_for()
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert phone.complaints == []


def test_what_leads_to_draw_looks_like_a_link_and_the_menu_like_a_menu(standing):
    visit = standing("/Criteria?plan=icb-2023&area=QOC")
    look = "line => getComputedStyle(line).textDecorationLine"
    leads = visit.page.get_by_text("Try this in Draw")
    leads.wait_for()
    assert leads.evaluate(look) == "underline"
    assert visit.page.locator(".st-key-masthead a p").first.evaluate(look) == "none"
