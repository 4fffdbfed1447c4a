"""The page on local authorities in a real browser."""

from __future__ import annotations

import pytest

from footprint.workspace.authorities import authority_layer
from tests.browser.conftest import DESKTOP, PHONE
from tests.shared_workspace import WORK

HART = (-0.9, 51.28)
# Each name of a footprint, and whether its words lie over a hatched block; leaders may.
NAMED = """() => {
  const words = document.querySelectorAll(
    ".footprint-name > div:not(.within), .footprint-label:not(.within)");
  const from = footprints.map.getContainer().getBoundingClientRect();
  const hatched = footprints.blocks.filter((_, n) => footprints.areas[footprints.owner[n]].hatch);
  return [...words].map((one) => {
    const box = one.getBoundingClientRect();
    const [across, down] = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) =>
      [box.left - from.left + part * box.width, box.top - from.top + part * box.height]
    ).reduce(([xs, ys], [x, y]) => [[...xs, x], [...ys, y]], [[], []]);
    const inside = !one.closest(".footprint-inset") && across.some((x) => down.some((y) => {
      const spot = footprints.map.containerPointToLayerPoint([x, y]);
      return hatched.some((block) => block._containsPoint(spot));
    }));
    return [[...one.children].map((row) => row.textContent).join(" ").trim(), inside];
  });
}"""


# Each leader with the names that its line runs over, of footprints and of authorities.
RUN_OVER = """() => {
  const from = footprints.map.getContainer().getBoundingClientRect();
  const rows = "#map_div .footprint-name > div > *, #map_div .footprint-label > *";
  const words = [...document.querySelectorAll(rows)]
    .filter((one) => !one.closest(".footprint-inset"))
    .map((one) => [one.textContent, one.getBoundingClientRect()]);
  const steps = Array.from({ length: 101 }, (_, n) => n / 100);
  const within = ({ left, top, right, bottom }, x, y) =>
    x > left + 1 && x < right - 1 && y > top + 2 && y < bottom - 2;
  return footprints.beside.map(({ area, leader: [a, b] }) => [area.short, words
    .filter(([, box]) => steps.some((part) =>
      within(box, from.left + a.x + (b.x - a.x) * part, from.top + a.y + (b.y - a.y) * part)))
    .map(([name]) => name)]);
}"""


@pytest.mark.parametrize(
    ("path", "size", "least"),
    [
        ("/Local_authorities?plan=icb-2023", DESKTOP, 40),
        ("/Local_authorities?plan=merged-2026-04", DESKTOP, 25),
        ("/Local_authorities?tier=utla&plan=icb-2023", (820, 900), 25),
        ("/Local_authorities?area=E07000089&plan=icb-2023", PHONE, 0),
    ],
)
def test_no_leader_runs_over_a_name_of_either_level(standing, path, size, least):
    leaders = standing(path, size).frame.evaluate(RUN_OVER)
    assert len(leaders) >= least
    assert [one for one in leaders if one[1]] == []


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


def test_footprints_are_named_as_on_paper_and_no_name_lies_on_a_hatched_authority(standing):
    visit = standing("/Local_authorities?plan=icb-2023")
    named = visit.frame.evaluate(NAMED)
    layer = authority_layer(WORK, "icb-2023", "icb-2023", "lad", 0.01)
    assert sorted(name for name, _ in named) == sorted(layer.footprint_names)
    assert [name for name, marked in named if marked] == []


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
