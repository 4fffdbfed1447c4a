"""The page on every option, in a real browser: its four questions asked by mouse."""

from __future__ import annotations

import re

from playwright.sync_api import expect

QUESTION = "/Every_option?bodies=icb-2023&footprints=26"


def test_the_four_questions_are_answered_one_after_another(visit):
    visit.open(QUESTION)
    visit.settled()
    page = visit.page
    assert "38.9 trillion ways" in page.locator(".st-key-sentence").inner_text()

    old = visit.stamp()
    page.get_by_role("button", name="Fewest split upper-tier authorities").click()
    page.wait_for_url(re.compile("plan=every-icb-2023-[a-z]{26}"))
    visit.repainted(old)
    page.get_by_text("there are no split upper-tier authorities").wait_for()

    page.locator(".st-key-every-least").get_by_role("radio", name="1.5 million").click()
    page.get_by_text("There are 2 million ways").first.wait_for()
    page.get_by_text("It is not one of these: it does not meet what is asked for.").first.wait_for()

    old = visit.stamp()
    page.get_by_role("button", name="Any one").click()
    visit.repainted(old)
    page.get_by_text(re.compile(r"Number [\d,]+ of 1,999,878 with 26 footprints")).first.wait_for()
    assert visit.complaints == []
    assert visit.elsewhere == []


def test_a_dot_of_the_trade_draws_an_option_with_those_figures(visit):
    visit.open(QUESTION)
    visit.settled()
    page = visit.page
    page.locator(".st-key-chart-3").scroll_into_view_if_needed()
    drawn = page.locator(".st-key-chart-3 .stVegaLiteChart svg.marks")
    drawn.wait_for()
    # The unseen dots that are pressed are drawn last; the first of them has the least of both.
    dots = drawn.locator(".mark-symbol").last.locator("path")
    assert dots.count() > 20
    dot = dots.first
    dot.scroll_into_view_if_needed()
    old, box = visit.stamp(), dot.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile("plan=every-icb-2023-"))
    visit.repainted(old)


def test_few_options_are_drawn_side_by_side_and_each_can_be_made_large(visit):
    visit.open(f"{QUESTION}&keep=utla&tolerance=0")
    visit.settled()
    page = visit.page
    small = page.locator("img.small-map")
    small.nth(5).wait_for()
    assert small.count() == 6
    drawn = small.evaluate_all("maps => maps.map(map => map.naturalWidth * map.complete)")
    assert all(wide > 100 for wide in drawn)
    assert len(set(small.evaluate_all("maps => maps.map(map => map.src)"))) == 6
    old = visit.stamp()
    page.get_by_role("button", name="Show option 2").click()
    visit.repainted(old)
    page.get_by_text("Number 2 of 6 with 26 footprints.").first.wait_for()


def test_the_fewest_who_must_move_are_found_by_mouse_and_led_to_in_draw(visit):
    visit.open("/Every_option?region=South+West&footprints=3")
    visit.settled()
    page = visit.page
    page.get_by_role("button", name="Find the plan").click()
    page.get_by_text("1,843,363 people would have to move; no plan does it with fewer.").wait_for()
    movers = page.get_by_role("group", name="Who would move").get_by_role("row")
    expect(movers).to_have_count(5)
    assert visit.complaints == []
    page.get_by_role("link", name="Open this plan in Draw").click()
    page.wait_for_url(re.compile("Draw_an_option.*option="))
    page.get_by_text("33 ICBs").first.wait_for()
    assert visit.elsewhere == []
