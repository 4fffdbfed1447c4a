"""The frame: England large in it, every footprint named, London beside it, nothing to scroll."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from tests.browser.conftest import PHONE, Visit
from tests.browser.test_every_reader import SPACED

WINDOWS = {"1440": (1440, 900), "1024": (1024, 768)}
ENGLAND = """() => {
  const {map, blocks} = footprints;
  const tops = blocks.map(b => map.latLngToContainerPoint(b.getBounds().getNorthWest()).y);
  const bottoms = blocks.map(b => map.latLngToContainerPoint(b.getBounds().getSouthEast()).y);
  return [Math.min(...tops), Math.max(...bottoms), map.getSize().y];
}"""
LABELS = """() => [...document.querySelectorAll(
  '.footprint-name > div, .footprint-label')].map(e => {
  const words = [...e.querySelectorAll('span')].map(s => s.firstChild).filter(
    n => n && n.nodeType === Node.TEXT_NODE).map(n => n.textContent.trim()).filter(Boolean);
  const value = e.querySelector('b');
  return {name: words.join(' '), value: value && value.textContent};
})"""
LEADERS = "footprints.beside.map(({leader: [a, b]}) => [a.x, a.y, b.x, b.y])"
NAMES = """[...document.querySelectorAll('.footprint-name > div, .footprint-label')].map(e => {
  const words = document.createRange();
  words.selectNodeContents(e);
  const { left, top, right, bottom } = words.getBoundingClientRect();
  return [e.textContent, left, top, right, bottom, e.closest('.footprint-inset') ? 1 : 0];
})"""
PLANS = {
    "/?layer=teams": 25,
    "/": 36,
    "/?icbs=icb-2023": 42,
}


@pytest.fixture(
    scope="module",
    params=[(size, path) for size in WINDOWS.values() for path in PLANS],
    ids=[f"{name}-{path}" for name in WINDOWS for path in PLANS],
)
def seen(request, windows, app) -> Iterator[Visit]:
    """A plan in a large or a small window, opened once for every look at it."""
    size, path = request.param
    with windows.open(app) as window:
        yield settled(window(size).open(path))


def counted(visit: Visit) -> int:
    """How many footprints the plan that is looked at has."""
    return PLANS[visit.page.url.removeprefix(visit.address)]


def settled(visit: Visit) -> Visit:
    """Wait until the names have been set for the frame as it is in the end."""
    visit.settled()
    visit.page.wait_for_timeout(400)
    return visit


def edges(visit: Visit, selector: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of something on the page, in its window."""
    box = visit.page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def crosses(one: list[float], other: list[float]) -> bool:
    """Whether two straight lines, each from x, y to x, y, run over each other."""

    def side(line: list[float], x: float, y: float) -> bool:
        return (line[2] - line[0]) * (y - line[1]) > (line[3] - line[1]) * (x - line[0])

    return side(one, *other[:2]) != side(one, *other[2:]) and side(other, *one[:2]) != side(
        other, *one[2:]
    )


def test_sentence_map_and_legend_are_seen_without_scrolling(seen):
    width, height = seen.page.viewport_size["width"], seen.page.viewport_size["height"]
    for part in (".st-key-sentence", ".st-key-legend", "iframe"):
        left, top, right, bottom = edges(seen, part)
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height


@pytest.mark.parametrize("page", ["Clusters", "Money", "Criteria", "Local_authorities"])
def test_other_pages_too_are_seen_without_scrolling(visit, page):
    visit.open(f"/{page}")
    for width, height in WINDOWS.values():
        visit.page.set_viewport_size({"width": width, "height": height})
        settled(visit)
        for part in (".st-key-sentence", ".st-key-legend", "iframe"):
            left, top, right, bottom = edges(visit, part)
            assert left >= 0 and top >= 0 and right <= width
            assert bottom <= height, (part, width)


def test_england_fills_the_height_of_the_frame(seen):
    top, bottom, height = seen.frame.evaluate(ENGLAND)
    assert top >= 0
    assert bottom <= height
    assert bottom - top >= 0.92 * height


def test_every_footprint_is_named_once(seen):
    names = [label["name"] for label in seen.frame.evaluate(LABELS)]
    wanted = seen.frame.evaluate("footprints.areas.map(area => area.short)")
    assert sorted(names) == sorted(wanted)
    assert len(names) == counted(seen)


def test_every_name_has_its_value_in_a_large_window_and_nine_in_ten_in_a_small_one(seen):
    valued = sum(bool(label["value"]) for label in seen.frame.evaluate(LABELS))
    large = seen.page.viewport_size["width"] == WINDOWS["1440"][0]
    assert valued >= (counted(seen) if large else 0.9 * counted(seen))


def test_leaders_never_cross(seen):
    leaders = seen.frame.evaluate(LEADERS)
    assert len(leaders) >= 10
    assert not [pair for pair in combinations(leaders, 2) if crosses(*pair)]


def test_names_beside_the_land_lie_in_the_frame_and_on_nothing(seen):
    width, height = seen.frame.evaluate("[innerWidth, innerHeight]")
    boxes = seen.frame.evaluate(
        """[...document.querySelectorAll('.footprint-label, .footprint-inset, .leaflet-control')]
           .map(e => e.getBoundingClientRect()).filter(b => b.width)
           .map(b => [b.left, b.top, b.right, b.bottom])"""
    )
    frame, legend = edges(seen, "iframe"), edges(seen, ".st-key-legend")
    boxes.append([legend[n] - frame[n % 2] for n in range(4)])
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] + 1 or other[2] <= one[0] + 1
        assert apart or one[3] <= other[1] + 1 or other[3] <= one[1] + 1


def test_names_spaced_out_are_all_there_in_the_frame_and_on_no_other(seen):
    style = seen.frame.add_style_tag(content=SPACED)
    seen.page.wait_for_timeout(400)
    names = seen.frame.evaluate(NAMES)
    width, height = seen.frame.evaluate("[innerWidth, innerHeight]")
    style.evaluate("style => style.remove()")
    for _, left, top, right, bottom, _ in names:
        assert left >= -1 and top >= -1 and right <= width + 1 and bottom <= height + 1
    for one, other in combinations(names, 2):
        across = min(one[3], other[3]) - max(one[1], other[1])
        down = min(one[4], other[4]) - max(one[2], other[2])
        assert one[5] != other[5] or across <= 2 or down <= 3, (one[0], other[0])
    large = seen.page.viewport_size["width"] == WINDOWS["1440"][0]
    assert len(names) >= (counted(seen) if large else 0.75 * counted(seen))


def test_names_go_back_on_their_own_land_when_the_map_is_closer(visit):
    settled(visit.open())
    visit.look_at(52.9, -1.3, 9)
    visit.page.wait_for_timeout(300)
    assert visit.frame.locator(".footprint-label").count() == 0
    assert visit.frame.locator(".footprint-name").count() >= 5


def test_both_halves_of_a_comparison_name_every_footprint(standing):
    visit = standing("/Compare")
    named = visit.frame.evaluate(
        """[footprints.left, footprints.right].map(half => {
             const box = half.map.getContainer();
             return [box.querySelectorAll('.footprint-name > div, .footprint-label').length,
                     half.areas.filter(area => area.at).length]; })"""
    )
    assert named == [[42, 42], [25, 25]]


def test_a_click_in_the_inset_selects_what_is_pointed_at(visit):
    settled(visit.open("/?icbs=icb-2023"))
    x, y = visit.frame.evaluate(
        """(() => { const {map} = footprints.inset;
             const p = map.latLngToContainerPoint([51.42, -0.02]); return [p.x, p.y]; })()"""
    )
    inset = visit.frame.locator(".footprint-inset")
    inset.hover(position={"x": x, "y": y})
    tip = visit.frame.locator(".footprint-tip")
    tip.wait_for()
    assert "South East London" in tip.inner_text()
    assert visit.frame.evaluate("footprints.drawn.hover.getLatLngs().length") > 0
    inset.click(position={"x": x, "y": y})
    visit.awaits("?icbs=icb-2023&area=QKK")


def test_the_inset_has_the_colours_of_the_map_and_a_new_measure_repaints_it(visit):
    settled(visit.open())
    alike = (
        "footprints.inset.blocks.every("
        "([one, twin]) => one.options.fillColor === twin.options.fillColor)"
    )
    fills = "footprints.inset.blocks.map(([, twin]) => twin.options.fillColor)"
    before = visit.frame.evaluate(fills)
    assert len(before) > 33
    assert visit.frame.evaluate(alike)
    old = visit.stamp()
    visit.choose("What the map shows", "Deprivation score (IMD 2025)")
    visit.repainted(old)
    after = visit.frame.evaluate(fills)
    assert after != before
    assert visit.frame.evaluate(alike)


def test_the_inset_goes_where_the_map_itself_is_that_close(visit):
    settled(visit.open())
    inset = visit.frame.locator(".footprint-inset")
    assert inset.is_visible()
    visit.look_at(51.5, -0.1, 9)
    inset.wait_for(state="hidden")
    visit.frame.get_by_role("button", name="Show England").click()
    inset.wait_for()


def test_a_phone_shows_a_small_map_below_the_box_that_finds_an_icb(standing):
    phone = standing("/", PHONE)
    find, frame = edges(phone, ".st-key-finder"), edges(phone, "iframe")
    assert find[3] <= frame[1]
    assert frame[3] - frame[1] <= 0.6 * PHONE[1]
    assert frame[1] < PHONE[1]
    assert phone.frame.locator(".footprint-inset").is_hidden()


def test_the_menu_of_a_phone_takes_one_line_and_the_page_does_not_move_sideways(standing):
    phone = standing("/", PHONE)
    links = phone.page.locator(".st-key-masthead a").all()
    tops = {round(link.bounding_box()["y"]) for link in links}
    assert len(links) >= 9
    assert len(tops) == 1
    assert phone.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    scrolled = phone.page.locator(".st-key-masthead").evaluate("e => e.scrollWidth > e.clientWidth")
    assert scrolled
