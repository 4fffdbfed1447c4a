"""The map by people: fetched when asked for, and everything that works on land works on it."""

from __future__ import annotations

import gzip
import re
import urllib.request

import pytest

from footprint.content.grounds import AS_LARGE
from tests.browser.until import until

LONDON = (-0.1, 51.9)
"""A place in the sea of Hertfordshire's fields on land, and in London by people."""

WHERE = "footprints.arcs.map(arc => arc.map(({lat, lng}) => [lat, lng]))"


def switched(visit, word: str) -> None:
    """Press Land or People, and wait until the areas are there."""
    old = visit.stamp()
    visit.page.get_by_role("radio", name=word, exact=True).click()
    visit.repainted(old)
    arrived(visit)


def arrived(visit) -> None:
    """Wait until the areas have flowed to where they belong."""
    until(
        visit.frame,
        """() => {
          const places = footprints.grounds[footprints.ground];
          const off = footprints.arcs.flat().map(({lat, lng}, n) =>
            Math.abs(lat - places[2 * n]) + Math.abs(lng - places[2 * n + 1]));
          return places && Math.max(...off) < 1e-9;
        }""",
    )


def fetched(visit) -> list[str]:
    return [url for url in visit.requests if re.search(r"/people\.[0-9a-f]{12}\.json$", url)]


def test_the_arcs_by_people_are_fetched_once_and_only_when_asked_for(visit):
    visit.open()
    assert fetched(visit) == []
    switched(visit, "People")
    assert visit.query() == "?map=people"
    switched(visit, "Land")
    assert visit.query() == ""
    switched(visit, "People")
    visit.page.get_by_role("link", name="Money").click()
    visit.page.get_by_role("heading", name="Money", exact=True).wait_for()
    visit.stamp()
    arrived(visit)
    (address,) = fetched(visit)
    with urllib.request.urlopen(address, timeout=10) as answer:
        assert len(gzip.compress(answer.read())) < 100_000
    assert (visit.elsewhere, visit.complaints) == ([], [])


def test_areas_flow_to_where_people_are_and_back_to_the_very_places(visit):
    visit.open()
    land = visit.frame.evaluate(WHERE)
    visit.frame.evaluate(
        """() => {
          const one = footprints.arcs[100][0], seen = [];
          const watch = () => { seen.push(one.lat); requestAnimationFrame(watch); };
          window.seen = seen;
          watch();
        }"""
    )
    switched(visit, "People")
    between = visit.frame.evaluate("new Set(seen).size")
    assert between > 2
    people = visit.frame.evaluate(WHERE)
    assert list(map(len, people)) == list(map(len, land))
    assert people != land
    switched(visit, "Land")
    assert visit.frame.evaluate(WHERE) == land


def test_reduced_motion_is_there_at_once(browser, app):
    from tests.browser.conftest import Visit

    context = browser.new_context(reduced_motion="reduce")
    visit = Visit(context, app).open()
    visit.frame.evaluate(
        """() => {
          const one = footprints.arcs[100][0], seen = new Set();
          const watch = () => { seen.add(one.lat); requestAnimationFrame(watch); };
          window.seen = seen;
          watch();
        }"""
    )
    switched(visit, "People")
    assert visit.frame.evaluate("seen.size") <= 2
    context.close()


def test_the_scale_bar_gives_way_to_what_sizes_mean(visit):
    visit.open("/?map=people")
    arrived(visit)
    assert visit.frame.locator(".footprint-sizes").inner_text() == AS_LARGE
    assert visit.frame.locator(".leaflet-control-scale").count() == 0
    assert AS_LARGE in visit.frame.locator("#map_div").get_attribute("aria-label")
    switched(visit, "Land")
    assert visit.frame.locator(".footprint-sizes").count() == 0
    assert visit.frame.locator(".leaflet-control-scale").count() == 1


def test_pointing_and_pressing_find_the_area_that_is_there_by_people(visit):
    visit.open("/?icbs=icb-2023&map=people")
    arrived(visit)
    x, y = visit.frame.evaluate(
        "([lng, lat]) => { const p = map_div.latLngToContainerPoint([lat, lng]);"
        " return [p.x, p.y]; }",
        list(LONDON),
    )
    visit.frame.locator("#map_div").hover(position={"x": x, "y": y})
    tip = visit.frame.locator(".footprint-tip")
    tip.wait_for()
    assert "London" in tip.inner_text()
    visit.click_on(LONDON)
    until(visit.page, "location.search.includes('area=')")
    visit.page.get_by_role("heading", name=re.compile("London$")).first.wait_for()


def test_london_is_named_on_its_own_ground_by_people_and_in_an_inset_on_land(visit):
    visit.open("/?icbs=icb-2023")
    names = """[...document.querySelectorAll('.footprint-name')]
      .filter(name => !name.closest('.footprint-inset')).map(name => name.textContent)"""
    inset = visit.frame.locator(".footprint-inset")
    assert inset.is_visible()
    assert not any("London" in name for name in visit.frame.evaluate(names))
    switched(visit, "People")
    assert not inset.is_visible()
    assert sum("London" in name for name in visit.frame.evaluate(names)) >= 3
    switched(visit, "Land")
    assert inset.is_visible()


def test_the_map_goes_to_what_is_selected_on_the_ground_it_is_on(visit):
    visit.open("/?icbs=icb-2023&area=QMJ")
    switched(visit, "People")
    visit.page.wait_for_timeout(900)
    inside = visit.frame.evaluate(
        """() => {
          const [west, south, east, north] = [...footprints.blocks]
            .filter((_, n) => footprints.owner[n] === footprints.selected)
            .map(block => block.getBounds())
            .reduce(([w, s, e, n], b) => [Math.min(w, b.getWest()), Math.min(s, b.getSouth()),
              Math.max(e, b.getEast()), Math.max(n, b.getNorth())], [9, 99, -9, 0]);
          const seen = map_div.getBounds();
          return seen.contains([[south, west], [north, east]]) && (north - south)
            / (seen.getNorth() - seen.getSouth());
        }"""
    )
    assert inside > 0.5


@pytest.mark.parametrize(
    "page", ["Clusters", "Criteria", "Money", "Local_authorities", "Draw_an_option"]
)
def test_every_page_with_a_map_has_the_switch(visit, page):
    visit.open(f"/{page}?map=people")
    arrived(visit)
    assert visit.frame.evaluate("footprints.ground") == "people"
    switched(visit, "Land")
    assert "map=" not in visit.query()
    assert visit.complaints == []


def test_both_maps_of_a_comparison_stand_on_the_same_ground(visit):
    visit.open("/Compare?map=people")
    assert visit.frame.evaluate("[footprints.left.ground, footprints.right.ground]") == [
        "people",
        "people",
    ]
    assert visit.frame.evaluate(
        "[footprints.left, footprints.right].every(half => half.arcs.every((arc, n) =>"
        " arc.every((point, k) => point.lat === footprints.left.arcs[n][k].lat)))"
    )
    assert visit.complaints == []


def test_beside_the_map_by_people_the_land_lights_up_what_is_pointed_at(visit):
    visit.open("/?map=people")
    arrived(visit)
    dark = """() => {
      const sheet = document.querySelector('.footprint-land');
      const {data} = sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4) count += data[i + 3] > 200 && data[i] < 60;
      return count;
    }"""
    assert visit.frame.evaluate(dark) == 0
    visit.frame.evaluate("footprints._lift(footprints.areas.findIndex(a => a.id === 'QT6'))")
    assert visit.frame.evaluate(dark) > 20
    visit.frame.evaluate("footprints._out()")
    assert visit.frame.evaluate(dark) == 0
    switched(visit, "Land")
    assert visit.frame.locator(".footprint-land").count() == 0
