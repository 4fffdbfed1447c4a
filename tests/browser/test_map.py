"""The map as a person meets it: painted, repainted, pointed at, clicked."""

from __future__ import annotations

import re

from tests.browser.until import until

CORNWALL = (-4.7, 50.4)
SEA = (-5.2, 52.5)


def test_the_map_is_painted_with_everything_but_the_app_blocked(standing):
    visit = standing()
    assert visit.elsewhere == []
    colours = visit.frame.evaluate(
        "new Set(footprints.blocks.map(block => block.options.fillColor)).size"
    )
    assert colours == 5
    assert visit.frame.evaluate("footprints.blocks.length") == 327


PUT_IN = """() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.body.append(script);
  document.body.insertAdjacentHTML("beforeend", "<img src=nowhere onerror='window.ran = true'>");
  const picture = document.body.lastElementChild;
  return new Promise((done) => picture.addEventListener("error", () => done(window.ran || false)));
}"""


def test_no_script_that_is_put_into_a_page_runs(standing):
    assert standing().page.evaluate(PUT_IN) is False


def test_the_canvas_really_has_ink_on_it(standing):
    visit = standing()
    inked = visit.frame.evaluate(
        """() => {
          const canvas = document.querySelector('.leaflet-fills-pane canvas');
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let inked = 0;
          for (let i = 3; i < pixels.data.length; i += 4) inked += pixels.data[i] > 0;
          return inked / (pixels.data.length / 4);
        }"""
    )
    assert 0.05 < inked < 0.6


def test_the_browser_finds_the_same_blocks_beside_each_arc(standing, england_shapes):
    visit = standing()
    sides = visit.frame.evaluate("footprints.sides")
    assert [tuple(pair) for pair in sides] == list(england_shapes.topology.sides)


SHAPES = """() => {
  // The same pixel twice in a row is one point.
  const once = (row) => row.map(String).filter((spot, n, all) => spot !== all[n - 1]);
  const parts = (shape) =>
    JSON.stringify([shape._parts.map(once), shape._pxBounds, shape.getBounds()]);
  const twin = (shape) => {
    const Plain = shape instanceof L.Polygon ? L.Polygon : L.Polyline;
    const { renderer, pane, smoothFactor, weight, interactive } = shape.options;
    return new Plain(shape.getLatLngs(), { renderer, pane, smoothFactor, weight, interactive });
  };
  return footprints._everything().map((shape) => {
    const plain = twin(shape).addTo(map_div);
    const [ours, theirs, drawn] = [parts(shape), parts(plain), plain._parts.length];
    plain.remove();
    return [ours === theirs, drawn];
  });
}"""


def test_shapes_are_drawn_to_the_pixel_as_leaflet_draws_its_own(visit):
    visit.open()
    for place in (None, (51.5, -0.1, 9.5), (54.5, -2.4, 11)):
        if place:
            visit.look_at(*place)
        shapes = visit.frame.evaluate(SHAPES)
        assert sum(drawn > 0 for _, drawn in shapes) >= 3
        assert [n for n, (same, _) in enumerate(shapes) if not same] == []


def test_a_new_measure_repaints_in_place_and_keeps_zoom_and_centre(visit):
    visit.open()
    visit.frame.evaluate("window.visited = 1")
    visit.look_at(52.2, -1.1, 8)
    old = visit.stamp()
    visit.choose("What the map shows", "Area")
    visit.repainted(old)
    after = visit.frame.evaluate(
        "[window.visited, map_div.getZoom(), map_div.getCenter().lat, map_div.getCenter().lng]"
    )
    assert after[:2] == [1, 8]
    assert abs(after[2] - 52.2) < 0.01
    assert abs(after[3] + 1.1) < 0.01


def test_the_geometry_is_fetched_once_over_three_pages(visit):
    visit.open()
    for page in ("Clusters", "Find your ICB", "Clusters"):
        visit.page.get_by_role("link", name=page).click()
        visit.page.get_by_role("heading", name=page, exact=True).wait_for()
        visit.stamp()
    fetched = [url for url in visit.requests if re.search(r"/blocks\.[0-9a-f]{12}\.json$", url)]
    assert len(fetched) == 1


def test_a_click_selects_and_a_second_click_on_the_same_place_still_does(visit):
    visit.open("/?icbs=icb-2023")
    visit.click_on(CORNWALL)
    visit.awaits("?icbs=icb-2023&area=QT6")
    visit.page.get_by_role("heading", name="Cornwall and the Isles of Scilly").wait_for()
    visit.settled()
    visit.page.get_by_role("button", name="Clear the selection").click()
    visit.awaits("?icbs=icb-2023")
    visit.page.get_by_role("heading", name="England", exact=True).wait_for()
    visit.page.wait_for_timeout(800)
    visit.look_at(50.9, -3, 7)
    visit.click_on(CORNWALL)
    visit.awaits("?icbs=icb-2023&area=QT6")
    visit.click_on(CORNWALL)
    visit.page.wait_for_timeout(800)
    assert visit.query() == "?icbs=icb-2023&area=QT6"


def test_a_click_does_not_move_the_map_but_a_name_does(visit):
    visit.open()
    before = visit.frame.evaluate("map_div.getZoom()")
    visit.click_on(CORNWALL)
    visit.awaits("?area=QT6")
    visit.page.wait_for_timeout(800)
    assert visit.frame.evaluate("map_div.getZoom()") == before
    old = visit.stamp()
    visit.open("/Clusters?layer=bodies&area=QT6")
    old = visit.stamp()
    visit.finds("Thames Val").first.click()
    visit.repainted(old)
    until(visit.frame, "zoom => map_div.getZoom() > zoom + 1", arg=before)


def test_a_click_on_the_sea_clears_the_selection(visit):
    visit.open("/?area=QT6")
    visit.look_at(52.5, -3, 6)
    visit.click_on(SEA)
    visit.awaits("")


def test_pointing_lifts_the_whole_footprint_and_says_what_it_is(standing):
    visit = standing("/?icbs=icb-2023")
    point = visit.frame.evaluate(
        "(() => { const p = map_div.latLngToContainerPoint([50.4, -4.7]); return [p.x, p.y]; })()"
    )
    visit.frame.locator("#map_div").hover(position={"x": point[0], "y": point[1]})
    tip = visit.frame.locator(".footprint-tip")
    tip.wait_for()
    assert "Cornwall and the Isles of Scilly" in tip.inner_text()
    assert "Residents" in tip.inner_text()
    assert visit.frame.evaluate("footprints.drawn.hoverCoast.getLatLngs().length") > 0


def test_the_home_button_shows_the_whole_of_england_again(visit):
    visit.open("/?area=QT6")
    visit.frame.get_by_role("button", name="Show England").click()
    until(visit.frame, "map_div.getBounds().contains([[50.2, -5.2], [55.7, 1.6]])")


def test_the_map_has_a_name_a_scale_and_a_summary_for_those_who_cannot_see_it(standing):
    visit = standing()
    title = visit.page.locator("iframe").first.get_attribute("title")
    assert title == "Residents: 36 ICBs under 25 teams (October 2026)"
    label = visit.frame.locator("#map_div").get_attribute("aria-label")
    assert "fewer than 1 million residents" in label
    assert visit.frame.locator(".leaflet-control-scale-line").count() == 2


def test_a_cluster_is_told_from_a_merger_by_more_than_colour(visit):
    visit.open("/Clusters")
    assert visit.frame.evaluate("footprints.drawn.inner.getLatLngs().length") > 20
    visit.open("/Clusters?plan=merged-2026-04")
    assert visit.frame.evaluate("footprints.drawn.inner.getLatLngs().length") == 0


def test_names_stand_on_the_map_and_never_on_top_of_each_other(standing):
    visit = standing("/Clusters")
    boxes = visit.frame.evaluate(
        """[...document.querySelectorAll('.footprint-name > div')].map(e => {
             const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"""
    )
    assert len(boxes) >= 8
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = (
                one[2] <= other[0] + 3
                or other[2] <= one[0] + 3
                or one[3] <= other[1] + 3
                or other[3] <= one[1] + 3
            )
            assert apart


def test_no_name_is_cut_by_the_edge_of_a_small_map(visit):
    visit.open("/My_ICB?area=QHG")
    visit.settled()
    maps = visit.frame.evaluate(
        """() => {
          const edges = (e) => {
            const b = e.getBoundingClientRect();
            return [b.left, b.top, b.right, b.bottom];
          };
          return [...document.querySelectorAll(".leaflet-container")]
            .filter((map) => map.querySelector(".footprint-name"))
            .map((map) => {
              const names = map.querySelectorAll(".footprint-name > div > *");
              return [edges(map), [...names].map(edges)];
            });
        }"""
    )
    assert len(maps) == 2
    for frame, names in maps:
        assert names
        cut = [
            name
            for name in names
            if name[0] < frame[0] or name[1] < frame[1] or name[2] > frame[2] or name[3] > frame[3]
        ]
        assert cut == []


def test_neighbours_of_which_a_part_is_in_sight_are_named_on_that_part(visit):
    visit.open("/Clusters?area=tv")
    visit.settled()
    names = visit.frame.evaluate(
        """[...document.querySelectorAll('.leaflet-container .footprint-name')].map(name => {
          const { left, top, right, bottom } = name.firstChild.getBoundingClientRect();
          const spot = [(left + right) / 2, (top + bottom) / 2];
          const middle = map_div.containerPointToLayerPoint(spot);
          const on = footprints.blocks.findIndex(block => block._containsPoint(middle));
          const covering = [...document.querySelectorAll('.leaflet-control')]
            .map(one => one.getBoundingClientRect()).filter(box => box.width &&
              left < box.right && box.left < right && top < box.bottom && box.top < bottom);
          return [name.innerText.replaceAll('\\n', ' '),
                  footprints.areas[footprints.owner[on]]?.short, covering.length];
        })"""
    )
    assert {"Thames Valley", "Surrey and Sussex", "West and North London"} <= {
        name for name, _, _ in names
    }
    assert [one for one in names if one[0] != one[1] or one[2]] == []


def test_a_repaint_is_not_lost_where_names_are_written_before_it_comes(visit):
    visit.open("/Clusters")
    visit.settled()
    visit.frame.evaluate(
        """async () => {
          const painted = footprints.paint({...footprints.asked, stamp: "another"});
          footprints.map.fire("zoomend");
          await painted;
        }"""
    )
    assert visit.stamp() == "another"


def test_the_frame_does_what_the_page_around_it_says_and_no_other_window(visit):
    visit.open("/Clusters")
    visit.frame.evaluate("window.heard = []")
    visit.page.evaluate("document.body.append(document.createElement('iframe'))")
    other = visit.page.frames[-1]
    tell = """([place, name]) => place.postMessage({type: "streamlit:render", args: {
      script: "", html: "", header: "", default: {}, js_links: [], css_links: [],
      returned_objects: [], layer_control: `heard.push("${name}")`}}, "*")"""
    frame = "top.document.querySelector('iframe').contentWindow"
    other.evaluate(f"({tell})([{frame}, 'another'])")
    visit.page.evaluate(f"({tell})([{frame}, 'the page'])")
    until(visit.frame, "window.heard.length")
    assert visit.frame.evaluate("window.heard") == ["the page"]
