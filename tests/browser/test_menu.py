"""From page to page: the map stays in its place, and nothing but what it shows changes."""

from __future__ import annotations

from tests.browser.conftest import PHONE, Visit
from tests.browser.until import until

WEST_YORKSHIRE = (-1.75, 53.75)
# In every frame that is drawn: where the map is, its page's sentence, and which page it says it is.
WATCH = """() => {
  window.seen = [];
  const look = () => {
    const frame = document.querySelector("iframe");
    const place = frame ? frame.getBoundingClientRect() : null;
    const said = Boolean(document.querySelector(".st-key-sentence p"));
    window.seen.push([place && Math.round(place.top), place && Math.round(place.width), said]);
    requestAnimationFrame(look);
  };
  look();
}"""


def gone_to(visit: Visit, label: str) -> None:
    """Go to another page, by the menu, and wait until its map is painted and it stands still."""
    old = visit.stamp()
    visit.page.get_by_role("link", name=label, exact=True).first.click()
    visit.page.get_by_role("heading", name=label, level=1).wait_for()
    visit.repainted(old)
    visit.settled()


def test_a_map_is_there_in_every_frame_while_its_page_changes(visit: Visit) -> None:
    visit.open("/Clusters")
    visit.frame.evaluate("window.visited = true")
    for label in ("Money", "Compare", "Draw an option", "Every option", "Find your ICB"):
        visit.page.evaluate(WATCH)
        gone_to(visit, label)
        seen = visit.page.evaluate("window.seen")
        assert len(seen) > 5
        assert [one for one in seen if one[0] is None or not one[2]] == []
    assert visit.frame.evaluate("window.visited") is True
    assert visit.complaints == []


def test_a_map_is_nowhere_but_where_the_one_page_and_the_other_have_it(visit: Visit) -> None:
    visit.open("/Local_authorities")
    gone_to(visit, "Clusters")
    visit.page.evaluate(WATCH)
    gone_to(visit, "Local authorities")
    places = [(top, wide) for top, wide, _ in visit.page.evaluate("window.seen")]
    assert set(places) == {places[0], places[-1]}


def test_nothing_of_the_page_of_drawing_is_left_on_the_next(visit: Visit) -> None:
    visit.open("/Draw_an_option")
    lasso = visit.frame.get_by_role("button", name="Lasso", exact=True)
    lasso.click()
    gone_to(visit, "Clusters")
    assert not lasso.is_visible()
    assert visit.frame.evaluate("footprints.take") is None
    assert visit.frame.evaluate("footprints.map.dragging.enabled()") is True
    assert "lasso" not in visit.frame.locator("#map_div").get_attribute("aria-label")
    visit.click_on(WEST_YORKSHIRE)
    until(visit.page, "location.search.includes('area=QWO')")
    gone_to(visit, "Draw an option")
    assert lasso.is_visible()
    assert lasso.get_attribute("aria-pressed") == "false"


def test_maps_that_were_compared_leave_the_frame_to_the_next_alone(visit: Visit) -> None:
    visit.open("/Clusters")
    shown = visit.frame.evaluate("[footprints.map.getSize().x, footprints.inset.hidden]")
    gone_to(visit, "Compare")
    halves = "footprints.halves.map(half => half.map.getSize().x)"
    left, right = visit.frame.evaluate(halves)
    assert abs(left - right) <= 1
    assert 1.9 * left < visit.page.locator("iframe").first.bounding_box()["width"] < 2.1 * left
    assert visit.frame.locator(".footprint-inset").is_hidden()
    gone_to(visit, "Clusters")
    now = "[footprints.map.getSize().x, footprints.inset.hidden]"
    until(visit.frame, f"String({now}) === '{shown[0]},false'")
    assert shown[1] is False
    assert visit.frame.locator(".footprint-bar").first.is_hidden()
    assert visit.frame.locator(".leaflet-container.second").is_hidden()


def test_on_a_phone_the_map_stays_as_well(window) -> None:
    visit = window(PHONE).open("/Money")
    visit.frame.evaluate("window.visited = true")
    gone_to(visit, "Compare")
    assert visit.frame.get_by_role("button", name="B:", exact=False).is_visible()
    gone_to(visit, "Criteria")
    assert visit.frame.evaluate("window.visited") is True
    assert visit.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
