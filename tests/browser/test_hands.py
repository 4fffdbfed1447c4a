"""Hands and keys: wheel, fingers, presses, arrows, and what is said of them."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, Visit
from tests.browser.until import until

CORNWALL, SUSSEX, CUMBRIA = (-4.7, 50.4), (-0.2, 51.0), (-2.8, 54.6)
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"
ZOOM = "map_div.getZoom()"
MIDDLE = "[map_div.getCenter().lng, map_div.getCenter().lat]"


def point(visit: Visit, place: tuple[float, float]) -> dict[str, float]:
    """Where a longitude and latitude are in the frame."""
    return visit.frame.evaluate(
        "([lng, lat]) => { const {x, y} = map_div.latLngToContainerPoint([lat, lng]);"
        " return {x, y}; }",
        list(place),
    )


def onto(visit: Visit, place: tuple[float, float]) -> None:
    """Put the pointer on a longitude and latitude."""
    visit.frame.locator("#map_div").hover(position=point(visit, place))


def said(visit: Visit) -> str:
    """What the map last said aloud."""
    return visit.frame.locator("[role=status]").inner_text().strip()


def test_the_wheel_scrolls_the_page_and_zooms_only_with_the_key_that_the_map_names(visit):
    visit.open()
    before = visit.frame.evaluate(ZOOM)
    onto(visit, CUMBRIA)
    visit.page.mouse.wheel(0, 150)
    until(visit.page, f"{SCROLLED} > 100")
    hint = visit.frame.locator(".footprint-hint.shown")
    assert hint.inner_text() == "Hold Ctrl and turn the wheel to zoom the map"
    assert visit.frame.evaluate(ZOOM) == before
    visit.page.keyboard.down("Control")
    visit.page.mouse.wheel(0, -150)
    until(visit.frame, f"before => {ZOOM} > before + 0.3", arg=before)
    visit.page.keyboard.up("Control")
    hint.wait_for(state="detached")


def test_plus_and_minus_step_by_a_whole_level_and_england_stays_in_sight(visit):
    visit.open()
    before = visit.frame.evaluate(ZOOM)
    visit.frame.get_by_role("button", name="Zoom in").click()
    until(visit.frame, f"before => Math.abs({ZOOM} - before - 1) < 0.001", arg=before)
    visit.page.wait_for_timeout(400)  # While it zooms a map hears no other button.
    visit.frame.get_by_role("button", name="Zoom out").click()
    until(visit.frame, f"before => Math.abs({ZOOM} - before) < 0.001", arg=before)
    x, y = (side / 2 for side in visit.frame.evaluate("[innerWidth, innerHeight]"))
    box = visit.page.locator("iframe").first.bounding_box()
    for _ in range(3):
        visit.page.mouse.move(box["x"] + x, box["y"] + y)
        visit.page.mouse.down()
        visit.page.mouse.move(box["x"] + x + 400, box["y"] + y + 250, steps=5)
        visit.page.mouse.up()
    visit.frame.evaluate("() => { map_div.panBy([4000, 2500], {animate: false}); }")
    west, south, east, north = visit.frame.evaluate("footprints.home")
    until(
        visit.frame,
        f"([w, s, e, n]) => {{ const [x, y] = {MIDDLE};"
        " return w - 0.1 < x && x < e + 0.1 && s - 0.1 < y && y < n + 0.1; }",
        arg=[west, south, east, north],
    )
    assert visit.complaints == []


def test_a_double_click_zooms_and_chooses_nothing(visit):
    visit.open()
    before = visit.frame.evaluate(ZOOM)
    visit.frame.locator("#map_div").dblclick(position=point(visit, SUSSEX))
    until(visit.frame, f"before => {ZOOM} > before + 0.9", arg=before)
    visit.page.wait_for_timeout(500)
    assert visit.query() == ""
    assert visit.frame.evaluate("footprints.drawn.chosen.getLatLngs().length") == 0


def test_a_press_leaves_the_zoom_alone_and_one_more_goes_there(visit):
    visit.open()
    before, closer = visit.frame.evaluate(ZOOM), visit.frame.get_by_text("Zoom to it")
    assert closer.is_hidden()
    visit.click_on(CORNWALL)
    visit.awaits("?area=QT6")
    closer.wait_for()
    assert visit.frame.evaluate(ZOOM) == before
    assert closer.get_attribute("aria-label") == "Zoom to it: Cornwall and the Isles of Scilly"
    closer.click()
    until(visit.frame, f"before => {ZOOM} > before + 1", arg=before)


def test_two_areas_pressed_at_once_after_each_other_are_both_heard(visit):
    visit.open()
    visit.frame.evaluate(
        "window.told = []; footprints._tell = block => told.push(footprints.owner["
        "footprints.ids.indexOf(block)]);"
        "const [one, other] = [0, 1].map(area => footprints.ids[footprints.owner.indexOf(area)]);"
        "footprints._press(one); footprints._press(other);"
    )
    until(visit.frame, "told.length > 1")
    assert visit.frame.evaluate("told") == [0, 1]


@pytest.mark.parametrize("place", [(-1.75, 55.5), (1.6, 52.6), CORNWALL])
def test_a_tooltip_is_whole_in_the_frame_and_goes_on_escape(visit, place):
    visit.open("/Clusters")
    onto(visit, place)
    tip = visit.frame.locator(".footprint-tip")
    tip.wait_for()
    left, top, right, bottom = tip.evaluate(
        "e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; }"
    )
    width, height = visit.frame.evaluate("[innerWidth, innerHeight]")
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    lines = tip.locator("strong, span").all_inner_texts()
    assert len(lines) == len(set(lines)) >= 3
    assert sum("Residents: " in line for line in lines) == 1
    visit.page.keyboard.press("Escape")
    tip.wait_for(state="detached")


def test_arrows_go_to_the_neighbour_that_way_and_enter_chooses(visit):
    visit.open("/?area=QJK")
    box = visit.frame.locator("#map_div")
    box.focus()
    heard = []
    for key in ("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowRight"):
        visit.page.keyboard.press(key)
        heard.append(said(visit))
    assert heard[0].startswith("Devon. ICB. Residents: 1,2")
    assert heard[1].startswith("Cornwall and the Isles of Scilly. ICB. Residents: 5")
    assert heard[2] == "Nothing lies further that way."
    assert heard[3].startswith("Devon.")
    visit.page.keyboard.press("ArrowLeft")
    assert visit.frame.locator(".footprint-tip strong").inner_text().startswith("Cornwall")
    visit.page.keyboard.press("Enter")
    visit.awaits("?area=QT6")
    until(visit.frame, "document.querySelector('[role=status]').textContent.match(/Ch/)")
    assert said(visit).endswith("Chosen.")
    assert box.evaluate("box => box === document.activeElement")


def test_every_area_can_be_reached_by_arrows(visit):
    visit.open("/?icbs=icb-2023&area=QT6")
    found = visit.frame.evaluate(
        """() => {
          const {keys, owner, areas} = footprints;
          const ways = [[0, -1], [0, 1], [-1, 0], [1, 0]];
          const seen = new Set([footprints.chosen]), next = [footprints.chosen];
          while (next.length) {
            const here = next.pop();
            const found = ways.map(way => keys._next(here, way));
            found.filter(a => a >= 0 && !seen.has(a)).forEach(a => {
              seen.add(a); next.push(a);
            });
          }
          return [seen.size, areas.length];
        }"""
    )
    assert found == [42, 42]


def test_what_changes_is_said_once_in_a_sentence(visit):
    visit.open()
    assert visit.frame.locator("[role=status]").count() == 0
    visit.choose("What the map shows", "Area")
    visit.frame.locator("[role=status]").wait_for(state="attached")
    assert said(visit).startswith("Area: 36 ICBs under 25 teams (October 2026). ")
    visit.frame.evaluate(
        "window.times = 0; new MutationObserver(() => times += 1).observe("
        "document.querySelector('[role=status]'), {childList: true, characterData: true});"
    )
    visit.click_on(CORNWALL)
    until(visit.frame, "window.times > 0")
    assert said(visit).startswith("Cornwall and the Isles of Scilly. ICB. Area: ")
    visit.page.wait_for_timeout(800)
    assert visit.frame.evaluate("times") == 1


def test_a_tap_tells_one_finger_scrolls_the_page_and_two_move_the_map(browser, app):
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, has_touch=True, is_mobile=True
    )
    visit = Visit(context, app, PHONE).open()
    devtools = context.new_cdp_session(visit.page)

    def drag(fingers: list[tuple[float, float]], by: tuple[float, float]) -> None:
        for kind, share in [("touchStart", 0), *(("touchMove", n / 8) for n in range(1, 9))]:
            at = [{"x": a + share * by[0], "y": b + share * by[1]} for a, b in fingers]
            devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
            visit.page.wait_for_timeout(30)
        devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    spot, box = point(visit, CUMBRIA), visit.page.locator("iframe").first.bounding_box()
    visit.page.touchscreen.tap(box["x"] + spot["x"], box["y"] + spot["y"])
    visit.page.get_by_role("heading", name="North East and North Cumbria", exact=True).wait_for()
    told = visit.frame.locator(".footprint-tip").inner_text().splitlines()
    assert told == ["North East and North Cumbria", "ICB", "Residents: 3,088,726"]
    before = visit.frame.evaluate(MIDDLE)
    x, y = box["x"] + box["width"] / 2, PHONE[1] - 60
    drag([(x, y)], (0, -120))
    until(visit.page, f"{SCROLLED} > 40")
    assert visit.frame.evaluate(MIDDLE) == before
    assert visit.frame.locator(".footprint-hint").inner_text() == "Use two fingers to move the map"
    box = visit.page.locator("iframe").first.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    drag([(x - 40, y), (x + 40, y)], (60, 40))
    until(
        visit.frame, f"([x, y]) => Math.hypot({MIDDLE}[0] - x, {MIDDLE}[1] - y) > 0.2", arg=before
    )
    context.close()
