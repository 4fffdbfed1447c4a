"""Two maps in one frame, as a person meets them: painted, in step, pointed at, clicked."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, Visit
from tests.browser.until import until

FLEET = (-0.833, 51.284)  # In the part of Hart that Frimley had.
PAGE = "/Compare"
VIEWS = """[footprints.left, footprints.right].map(half => {
  const { lat, lng } = half.map.getCenter(); return [lat, lng, half.map.getZoom()]; })"""
FILLS = """[footprints.left, footprints.right].map(half =>
  [...new Set(half.blocks.map(block => block.options.fillColor))].sort())"""


def in_step(visit: Visit) -> bool:
    """Whether both maps show the same place, to within a pixel or two."""
    left, right = visit.frame.evaluate(VIEWS)
    near = 3 * 360 / 256 / 2 ** left[2]
    return left[2] == right[2] and abs(left[0] - right[0]) < near and abs(left[1] - right[1]) < near


def point_of(visit: Visit, place: tuple[float, float], half: str) -> tuple[float, float]:
    """Where a longitude and latitude stand on one of the maps, in pixels of its box."""
    x, y = visit.frame.evaluate(
        f"([lng, lat]) => {{ const p = footprints.{half}.map.latLngToContainerPoint([lat, lng]);"
        " return [p.x, p.y]; }",
        list(place),
    )
    return x, y


def box(visit: Visit, half: str):
    return visit.frame.locator("#map_div" if half == "left" else ".second")


def test_two_maps_are_painted_side_by_side_with_their_plans_names(standing):
    visit = standing(PAGE)
    frame = visit.frame
    assert frame.evaluate("[footprints.left, footprints.right].map(h => h.areas.length)") == [
        42,
        25,
    ]
    assert frame.locator(".footprint-bar").all_inner_texts() == [
        "A: 42 ICBs (to March 2026)\n42 leadership teams: from 528,407 to 3,088,726 residents",
        "B: 25 leadership teams (October 2026)\n"
        "25 leadership teams: from 1,430,623 to 3,617,796 residents",
    ]
    left, right = (box(visit, half).bounding_box() for half in ("left", "right"))
    assert abs(left["y"] - right["y"]) < 2
    assert right["x"] >= left["x"] + left["width"]
    assert abs(left["width"] - right["width"]) < 2
    assert in_step(visit)
    assert visit.elsewhere == []
    assert visit.complaints == []


def test_both_canvases_really_have_ink_on_them(standing):
    visit = standing(f"{PAGE}?other=east-model-a&plan=east-model-c")
    visit.page.wait_for_timeout(500)
    inked = visit.frame.evaluate(
        """[...document.querySelectorAll('.leaflet-fills-pane canvas')].map(canvas => {
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let inked = 0;
          for (let i = 3; i < pixels.data.length; i += 4) inked += pixels.data[i] > 0;
          return inked / (pixels.data.length / 4);
        })"""
    )
    assert len(inked) == 2
    assert abs(inked[0] - inked[1]) < 0.02
    assert inked[0] > 0.3
    assert visit.frame.evaluate("footprints.right.map.getBounds().contains([52.6, 1.2])")


@pytest.mark.parametrize("half", ["left", "right"])
def test_a_wheel_and_a_drag_on_either_map_move_both(visit, half):
    visit.open(PAGE)
    started = visit.frame.evaluate(VIEWS)[0]
    x, y = point_of(visit, (-1.5, 52.5), half)
    box(visit, half).hover(position={"x": x, "y": y})
    visit.page.keyboard.down("Control")
    visit.page.mouse.wheel(0, -300)
    visit.page.keyboard.up("Control")
    visit.page.wait_for_timeout(900)
    zoomed = visit.frame.evaluate(VIEWS)[0]
    assert zoomed[2] > started[2]
    assert in_step(visit)
    visit.page.mouse.down()
    at = box(visit, half).bounding_box()
    visit.page.mouse.move(at["x"] + x - 60, at["y"] + y - 40, steps=6)
    visit.page.wait_for_timeout(200)
    visit.page.mouse.up()
    visit.page.wait_for_timeout(900)
    assert visit.frame.evaluate(VIEWS)[0][:2] != zoomed[:2]
    assert in_step(visit)
    assert visit.complaints == []


def test_buttons_of_either_map_move_both(visit):
    visit.open(PAGE)
    visit.frame.get_by_role("button", name="Show London").last.click()
    visit.page.wait_for_timeout(1_200)
    assert visit.frame.evaluate("footprints.left.map.getZoom()") > 8
    assert in_step(visit)


@pytest.mark.parametrize("half", ["left", "right"])
def test_pointing_at_one_map_lifts_the_same_place_on_the_other(visit, half):
    visit.open(f"{PAGE}?plan=merged-2026-04")
    visit.look_at(51.28, -0.83, 8)
    x, y = point_of(visit, FLEET, half)
    box(visit, half).hover(position={"x": x, "y": y})
    visit.frame.locator(".footprint-tip").nth(1).wait_for()
    said = [
        visit.frame.locator(f"{one} .footprint-tip").inner_text() for one in ("#map_div", ".second")
    ]
    assert said[0].startswith("Frimley")
    assert said[1].startswith("Hampshire and Isle of Wight")
    lifted = "[footprints.left, footprints.right].map(h => h.drawn.hover.getLatLngs().length > 0)"
    assert visit.frame.evaluate(lifted) == [True, True]
    visit.page.mouse.move(5, 5)
    until(visit.frame, f"!({lifted}).some(Boolean)")


@pytest.mark.parametrize("half", ["left", "right"])
def test_a_click_on_either_map_selects_the_place_on_both(visit, half):
    visit.open(f"{PAGE}?plan=merged-2026-04")
    visit.look_at(51.28, -0.83, 8)
    x, y = point_of(visit, FLEET, half)
    before = visit.frame.evaluate(VIEWS)
    box(visit, half).click(position={"x": x, "y": y})
    visit.awaits("?plan=merged-2026-04&area=E07000089")
    visit.page.get_by_text("Its people are in Frimley (75%)").wait_for()
    chosen = visit.frame.evaluate(
        "[footprints.left, footprints.right].map(h => h.areas[h.selected].name)"
    )
    assert chosen == ["Frimley", "Hampshire and Isle of Wight"]
    visit.page.wait_for_timeout(600)
    assert visit.frame.evaluate(VIEWS) == before


def test_a_new_measure_repaints_both_in_one_scale_without_starting_anew(visit):
    visit.open(PAGE)
    visit.frame.evaluate("window.visited = 1")
    old = visit.stamp()
    visit.choose("What the map shows", "Residents")
    visit.repainted(old)
    assert visit.frame.evaluate("window.visited") == 1
    left, right = visit.frame.evaluate(FILLS)
    assert len(set(left) | set(right)) == 5
    assert visit.page.locator(".legend").count() == 1
    assert "(A 11, B 0)" in visit.page.locator(".legend").inner_text()
    fetched = [url for url in visit.requests if "/blocks." in url]
    assert len(fetched) == 1


def test_a_change_of_plan_repaints_the_pair_and_keeps_the_place(visit):
    visit.open(PAGE)
    visit.frame.evaluate("window.visited = 1")
    visit.look_at(52.2, -1.1, 8)
    old = visit.stamp()
    visit.choose("To: B", "36 ICBs (April 2026)")
    visit.repainted(old)
    assert visit.frame.evaluate("[window.visited, footprints.right.areas.length]") == [1, 36]
    assert visit.frame.evaluate("map_div.getZoom()") == 8
    assert in_step(visit)


def test_the_switch_shows_one_map_of_what_changes_hands_and_back(visit):
    visit.open(PAGE)
    visit.frame.evaluate("window.visited = 1")
    old = visit.stamp()
    visit.page.get_by_role("radio", name="What joins, divides and moves").click()
    old = visit.repainted(old)
    visit.awaits("?show=moves")
    assert not box(visit, "right").is_visible()
    london = visit.frame.locator(".footprint-inset")
    london.wait_for()
    assert visit.frame.evaluate("footprints.left.areas.filter(area => area.hatch).length") == 4
    assert visit.frame.evaluate("footprints.left.areas.filter(area => area.dotted).length") == 31
    x, y = point_of(visit, (-4.7, 50.4), "left")
    box(visit, "left").hover(position={"x": x, "y": y})
    tip = visit.frame.locator("#map_div .footprint-tip")
    tip.wait_for()
    assert tip.inner_text().startswith("Cornwall and the Isles of Scilly joins Devon, Cornwall")
    assert "Residents: 585,655" in tip.inner_text()
    visit.page.get_by_role("radio", name="A map of each plan").click()
    visit.repainted(old)
    assert box(visit, "right").is_visible()
    assert not london.is_visible()
    assert visit.frame.evaluate("window.visited") == 1
    assert in_step(visit)
    assert visit.complaints == []


def test_a_deep_link_to_what_changes_hands_can_be_switched_to_two_maps(visit):
    visit.open(f"{PAGE}?show=moves&other=east-model-a&plan=east-model-c")
    visit.look_at(52.2, 0.3, 9)
    old = visit.stamp()
    visit.page.get_by_role("radio", name="A map of each plan").click()
    visit.repainted(old)
    assert box(visit, "right").is_visible()
    assert visit.frame.evaluate("footprints.right.seen !== null")
    assert visit.frame.evaluate("map_div.getZoom()") == 9
    assert in_step(visit)


def test_the_frame_and_both_maps_have_names_for_those_who_cannot_see_them(standing):
    visit = standing(PAGE)
    title = visit.page.locator("iframe").first.get_attribute("title")
    assert "42 ICBs" in title
    assert "25 leadership teams" in title
    labels = [box(visit, half).get_attribute("aria-label") for half in ("left", "right")]
    assert "42 ICBs" in labels[0]
    assert "25 leadership teams" in labels[1]


def test_a_phone_shows_one_map_at_a_time_and_never_scrolls_sideways(phone):
    phone.open(f"{PAGE}?area=E07000089")
    frame = phone.page.locator("iframe").first.bounding_box()
    assert frame["height"] <= 0.6 * PHONE[1]
    a, b = (phone.frame.locator(f".footprint-bar.{side}") for side in ("left", "right"))
    assert [bar.get_attribute("aria-pressed") for bar in (a, b)] == ["true", "false"]
    assert [box(phone, half).is_visible() for half in ("left", "right")] == [True, False]
    b.click()
    assert [bar.get_attribute("aria-pressed") for bar in (a, b)] == ["false", "true"]
    assert [box(phone, half).is_visible() for half in ("left", "right")] == [False, True]
    assert box(phone, "right").bounding_box()["width"] > 300
    assert in_step(phone)
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert phone.complaints == []


EAST = f"{PAGE}?other=east-model-a&plan=merged-2026-04&also=east-model-b_east-model-c"


def test_four_plans_of_one_region_stand_in_step_above_the_scorecard_on_one_screen(visit):
    visit.page.set_viewport_size({"width": 1440, "height": 900})
    visit.open(EAST)
    letters = [text[0] for text in visit.frame.locator(".footprint-bar").all_inner_texts()]
    assert letters == ["A", "B", "C", "D"]
    frame = visit.page.locator("iframe").first.bounding_box()
    assert frame["y"] + frame["height"] <= 900
    views = visit.frame.evaluate(
        """footprints.halves.map(({ map }) => {
          const { lat, lng } = map.getCenter();
          return [lat.toFixed(2), lng.toFixed(2), map.getZoom()];
        })"""
    )
    assert len(views) == 4
    assert all(view == views[0] for view in views)
    visit.look_at(52.2, 0.1, 9)
    assert visit.frame.evaluate("footprints.halves.map(({ map }) => map.getZoom())") == [9] * 4
    assert visit.complaints == []


ONE_REGION = f"{PAGE}?other=merged-2026-04&plan=east-model-a"


@pytest.mark.parametrize(
    "path",
    [
        ONE_REGION,
        f"{ONE_REGION}&also=east-model-b",
        f"{ONE_REGION}&also=east-model-b_east-model-c",
        f"{ONE_REGION}&also=east-model-b_east-model-c&measure=residents",
        f"{ONE_REGION}&also=east-model-b_east-model-c&show=moves",
        f"{PAGE}?other=agreed-2025-09&plan=greater-lincolnshire-alt",
    ],
)
def test_maps_and_their_legend_are_whole_on_one_screen_below_any_sentence(standing, path):
    visit = standing(path)
    frame, legend = (
        visit.page.locator(one).bounding_box() for one in ("iframe", ".st-key-first-screen .legend")
    )
    assert frame["height"] >= 400
    assert frame["y"] + frame["height"] <= legend["y"]
    assert legend["y"] + legend["height"] <= 900


def zoom(visit: Visit) -> float:
    return visit.frame.evaluate("map_div.getZoom()")


def test_one_map_instead_of_four_fits_its_frame_unless_the_reader_moved_them(visit):
    visit.page.set_viewport_size({"width": 1440, "height": 900})
    visit.open(f"{ONE_REGION}&also=east-model-b_east-model-c")
    visit.page.wait_for_timeout(800)
    of_four, old = zoom(visit), visit.stamp()
    visit.page.get_by_role("radio", name="What joins, divides and moves").click()
    old = visit.repainted(old)
    visit.page.wait_for_timeout(800)
    assert zoom(visit) > of_four + 0.2
    visit.page.get_by_role("radio", name="A map of each plan").click()
    old = visit.repainted(old)
    visit.page.wait_for_timeout(800)
    assert zoom(visit) == of_four
    visit.look_at(52.2, 0.1, 9)
    visit.page.get_by_role("radio", name="What joins, divides and moves").click()
    visit.repainted(old)
    visit.page.wait_for_timeout(800)
    assert zoom(visit) == 9


def test_all_of_england_is_one_press_away_and_so_is_the_way_back(visit):
    visit.page.set_viewport_size({"width": 1440, "height": 900})
    visit.open(EAST)
    stamp = visit.stamp()
    visit.page.get_by_text("In the East of England: still 3 statutory bodies").wait_for()
    visit.page.get_by_role("button", name="All of England").click()
    visit.page.get_by_text("39 statutory bodies become 36").wait_for()
    stamp = visit.repainted(stamp)
    visit.page.get_by_role("button", name="Back to the East of England").click()
    visit.page.get_by_text("In the East of England: still 3 statutory bodies").wait_for()
    visit.repainted(stamp)


def test_a_phone_chooses_among_four_maps_by_their_bars(phone):
    phone.open(EAST)
    bars = phone.frame.locator(".footprint-bar")
    shown = "footprints.halves.map(({ map }) => getComputedStyle(map.getContainer()).visibility)"
    for place in range(4):
        bars.nth(place).click()
        seen = phone.frame.evaluate(shown)
        assert [one == "visible" for one in seen] == [n == place for n in range(4)]
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") <= 390
