"""The page on local authorities in a real browser."""

from __future__ import annotations

from tests.browser.conftest import PHONE

HART = (-0.9, 51.28)


def test_split_authorities_are_hatched_and_named(visit):
    visit.open("/Local_authorities?plan=icb-2023")
    hatched = visit.frame.evaluate(
        "footprints.areas.filter(area => area.hatch).map(area => area.name).sort()"
    )
    assert len(hatched) == 12
    assert "Hart" in hatched
    visit.look_at(51.2, -0.7, 9)
    named = visit.frame.locator(".footprint-name").all_inner_texts()
    assert any("Waverley" in words for words in named)


def test_footprint_lines_run_over_authority_lines(standing):
    visit = standing("/Local_authorities?plan=icb-2023")
    thick, thin = visit.frame.evaluate(
        "[footprints.drawn.outer, footprints.drawn.fine].map(line => line.getLatLngs().length)"
    )
    assert thick > 100
    assert thin > 100


def test_a_click_tells_an_authority_and_a_new_plan_repaints(visit):
    visit.open("/Local_authorities?plan=icb-2023")
    visit.frame.evaluate("window.visited = 1")
    visit.look_at(51.28, -0.9, 9)
    visit.click_on(HART)
    visit.page.get_by_role("heading", name="Hart", exact=True).wait_for()
    visit.page.get_by_text("Hart is split: 75% of its residents are in Frimley").wait_for()
    old = visit.stamp()
    visit.page.get_by_role("radio", name="April 2026").click()
    visit.repainted(old)
    visit.page.get_by_text("Hart is whole").wait_for()
    assert visit.frame.evaluate("window.visited") == 1


def test_a_phone_shows_the_page_without_sideways_scrolling(standing):
    phone = standing("/Local_authorities?area=E07000089&plan=icb-2023", PHONE)
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert phone.complaints == []
