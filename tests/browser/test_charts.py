"""Charts in a browser: drawn once they are in sight, and a press on a dot chooses its area."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator

from tests.browser.until import until

CHART = ".stVegaLiteChart svg.marks"
RUNS = """() => {
  const root = document.querySelector("[data-test-script-state]");
  window.ranAgain = 0;
  const watch = new MutationObserver(() => (window.ranAgain += 1));
  watch.observe(root, {attributeFilter: ["data-test-script-state"]});
}"""
BOLD = f'{CHART} text[font-weight="bold"]'


def chart(visit) -> Locator:
    """The first chart of a page, once it has been scrolled to."""
    visit.settled()
    visit.page.locator(".st-key-chart-1").scroll_into_view_if_needed()
    drawn = visit.page.locator(CHART)
    drawn.wait_for()
    return drawn


def press(visit, name: str) -> None:
    """Press the row of somebody, right of the name."""
    words = visit.page.locator(f"{CHART} text").get_by_text(name, exact=True)
    words.scroll_into_view_if_needed()
    row, whole = words.bounding_box(), visit.page.locator(CHART).bounding_box()
    visit.page.mouse.click(whole["x"] + whole["width"] / 2, row["y"] + row["height"] / 2)


def bold(visit, name: str) -> None:
    """Wait until it is this name that stands out."""
    visit.page.locator(BOLD).get_by_text(name, exact=True).first.wait_for()


def test_a_chart_is_fetched_once_it_is_seen_and_nothing_moves(visit):
    visit.open("/")
    visit.settled()
    assert not [one for one in visit.requests if "VegaLite" in one]
    place = visit.page.locator(".st-key-chart-1")
    before = place.bounding_box()["height"]
    chart(visit)
    assert [one for one in visit.requests if "VegaLite" in one]
    assert place.bounding_box()["height"] == pytest.approx(before, abs=1)
    assert visit.elsewhere == []
    assert visit.complaints == []


def test_a_press_on_a_dot_chooses_its_area_as_often_as_it_is_pressed(visit):
    visit.open("/")
    chart(visit)
    for name, code in (("Devon", "QJK"), ("Dorset", "QVV"), ("Devon", "QJK")):
        press(visit, name)
        visit.awaits(f"?area={code}")
        bold(visit, name)
    visit.page.go_back()
    visit.awaits("?area=QVV")
    bold(visit, "Dorset")
    press(visit, "Devon")
    visit.awaits("?area=QJK")


def test_what_is_chosen_on_the_map_stands_out_among_the_dots(visit):
    visit.open("/?area=QF7")
    chart(visit)
    bold(visit, "South Yorkshire")


def test_pointing_at_a_dot_lights_its_area_and_at_an_area_its_dot_and_nothing_is_asked(visit):
    visit.open("/")
    drawn = chart(visit)
    asked = "() => footprints.areas[footprints.hovered]?.id || ''"
    row = visit.page.locator(f"{CHART} text").get_by_text("Devon", exact=True).bounding_box()
    middle = drawn.bounding_box()["x"] + drawn.bounding_box()["width"] / 2
    visit.page.evaluate(RUNS)
    visit.page.mouse.move(middle, row["y"] + row["height"] / 2)
    until(visit.frame, f"({asked})() === 'QJK'")
    assert visit.page.locator(f"{CHART} .pointed").count() == 1
    visit.page.mouse.move(4, 4)
    until(visit.frame, f"({asked})() === ''")
    # As a pointer over it, or an arrow key, would.
    visit.frame.evaluate("() => footprints._lift(footprints.areas.findIndex(a => a.id === 'QVV'))")
    lit = visit.page.locator(f"{CHART} .pointed")
    assert lit.evaluate_all("rows => rows.map(row => row.__data__.datum.id)") == ["QVV"]
    assert visit.page.evaluate("() => window.ranAgain") == 0


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
def test_every_dot_is_beside_the_map_on_the_first_screen_and_answers_as_its_area(window, size):
    visit = window(size)
    visit.open("/Clusters?measure=residents&layer=bodies")
    visit.settled()
    box = visit.page.locator(".small-dots").bounding_box()
    frame = visit.page.locator(".st-key-map iframe").bounding_box()
    assert frame["x"] + frame["width"] <= box["x"]
    assert box["y"] + box["height"] <= size[1]
    assert visit.page.locator(".small-dots [data-id]").count() == 36
    dot = visit.page.locator('.small-dots [data-id="QJK"]')
    dot.hover()
    until(visit.frame, "() => footprints.areas[footprints.hovered]?.id === 'QJK'")
    dot.click()
    visit.awaits("?measure=residents&layer=bodies&area=QJK")
    visit.page.locator('.small-dots [data-id="QJK"].chosen').wait_for()
    assert not [one for one in visit.requests if "VegaLite" in one]


def test_a_phone_has_room_for_names_dots_and_figures(phone):
    phone.open("/?plan=agreed-2025-09&measure=running_cost_allowance&layer=teams")
    drawn = chart(phone)
    box = drawn.bounding_box()
    rows = phone.page.locator(f"{CHART} .role-axis-label text")
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert rows.count() > 20
    dots = [dot.bounding_box() for dot in phone.page.locator(f"{CHART} .mark-symbol path").all()]
    assert max(dot["x"] for dot in dots) - min(dot["x"] for dot in dots) > 50


def test_a_press_on_a_bar_of_the_flow_chooses_it_and_traces_its_people(visit):
    visit.open("/Clusters")
    chart(visit)
    name = visit.page.locator(f"{CHART} text").get_by_text("West Yorkshire", exact=True).first
    name.scroll_into_view_if_needed()
    box = name.bounding_box()
    visit.page.mouse.click(box["x"] + box["width"] + 12, box["y"] + box["height"] / 2)
    visit.awaits("?area=QWO")
    bold(visit, "West Yorkshire")


def test_a_chart_that_was_not_seen_leaves_no_hole_on_paper_and_one_that_was_is_printed(visit):
    visit.open("/")
    visit.settled()
    visit.page.emulate_media(media="print")
    assert not visit.page.locator(".st-key-picture-1").is_visible()
    visit.page.emulate_media(media="screen")
    chart(visit)
    visit.page.emulate_media(media="print")
    assert visit.page.locator(CHART).is_visible()


@pytest.mark.parametrize("address", ["/Clusters", "/Clusters?area=QWU"])
def test_the_whole_flow_and_the_whole_map_are_on_the_first_screen(visit, address):
    visit.page.set_viewport_size({"width": 1440, "height": 900})
    visit.open(address)
    visit.settled()
    for part in (".small-flow", ".st-key-map iframe"):
        box = visit.page.locator(part).first.bounding_box()
        assert box["width"] > 380, part
        assert box["y"] + box["height"] <= 900, part
    assert not [one for one in visit.requests if "VegaLite" in one]
    visit.page.locator(".small-flow").click()
    visit.page.locator(CHART).first.wait_for()
