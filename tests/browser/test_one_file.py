"""The whole atlas in one file, opened from a disk where nothing else can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page

from footprint.charts.setting import scale_of
from footprint.content.answers import answers
from footprint.content.flows import flow_of
from footprint.english import short_name
from footprint.one_file.write import write_atlas
from footprint.pages import clusters, compare, my_icb, today
from footprint.plans.plan import Plan
from footprint.view import TODAY, View
from footprint.workspace.workspace import Workspace
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.until import until
from tests.finder.test_typed import TYPED
from tests.one_file import views
from tests.one_file.views import Seen
from tests.sampled import THOROUGH

MOST = 3_000_000
SEED, COUNT = 2027, 200 if THOROUGH else 20
KEPT = (
    *("icb-2023", "agreed-2025-09", "merged-2026-04"),
    *("in-force-2026-10", "planned-2027-04", "east-model-a"),
)
SHOWN = "wanted => document.documentElement.dataset.shown === wanted"
READ = """async () => {
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  await new Promise((done) => setTimeout(done));
  const texts = (found) => [...found].map((one) => one.textContent);
  const seen = (one) => !one.closest("[hidden]");
  const side = [...document.querySelectorAll("#side .card > :not(.table)")];
  const lines = side.length ? side : [...document.querySelectorAll(".five #side > p")];
  const under = [...document.querySelectorAll("#under > p:not([id])")];
  const where = under.filter((one) => one.querySelector("b"));
  return {
    sentence: document.getElementById("sentence").textContent,
    legend: [...document.querySelectorAll("#legend li")].filter(seen).map((row) =>
      [row.querySelector("rect")?.getAttribute("fill") ?? "", row.textContent]),
    maps: AtlasMaps.drawn().map((map) => ({
      fills: map.blocks.map((block) => block.options.fillColor),
      areas: map.areas.map((area) => [area.name, area.value, ...area.lines]),
      selected: map.chosen,
      place: map.blocks.map((_, n) => n).filter((n) => map.placed.has(n)),
      ground: map.ground,
      named: map.areas.filter((area) => area.at).map((area) => area.name).sort(),
      frames: map.frames.map(({ name, at, room }) => [name, at.lng, at.lat, room]),
    })),
    tables: [...document.querySelectorAll("table")].filter(seen).map((table) => [
      table.caption.textContent,
      texts(table.tHead.rows[0].cells),
      [...table.tBodies[0].rows].map((row) => texts(row.cells)),
    ]),
    card: texts(lines.length ? lines : where).filter((line) => !line.startsWith("Clear")),
  };
}"""


class Fewer(Workspace):
    """Some plans of England and one of a region: all take minutes, and the bench writes those."""

    @property
    def plans(self) -> dict[str, Plan]:
        every = super().plans
        return {key: one for key, one in every.items() if key in KEPT}


FEWER = Fewer()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("atlas") / "atlas.html"
    write_atlas(path, FEWER)
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Page]:
    """The file as its reader opens it, who is told of everything that goes wrong."""
    context = browser.new_context(offline=True, reduced_motion="reduce")
    page = context.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{file.as_uri()}#/")
    until(page, SHOWN, "#/")
    yield page
    context.close()
    assert {url.partition("#")[0] for url in asked if not url.startswith(("data:", "blob:"))} == {
        file.as_uri()
    }
    assert complaints == []


def go(page: Page, address: str) -> None:
    page.evaluate("address => { location.hash = address; }", address)
    until(page, SHOWN, address)


def test_the_file_can_go_with_a_letter(file: Path) -> None:
    assert file.stat().st_size <= MOST
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_views_drawn_by_lot_say_what_the_app_says(opened: Page) -> None:
    opened.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    for asked in views.some(FEWER, COUNT, SEED):
        go(opened, asked.address)
        seen = Seen(**opened.evaluate(READ))
        assert not different(views.told(FEWER, asked), seen), asked.address


def different(told: Seen, seen: Seen) -> list[object]:
    """Whatever is not the same on both sides; titles that only the screen has are left out."""
    titled = [
        [title if expected[0] else "", *rest]
        for expected, (title, *rest) in zip(told.tables, seen.tables, strict=True)
    ]
    # An authority that is whole is told in the words of its map, after its name.
    card = seen.card[: len(told.card)]
    pairs = (
        (told.sentence, seen.sentence),
        (told.legend, seen.legend),
        *zip(told.maps, seen.maps, strict=True),
        *zip(told.tables, titled, strict=True),
        (told.card, card),
    )
    return [(one, other) for one, other in pairs if one != other]


def test_no_page_is_longer_than_four_screens(opened: Page) -> None:
    opened.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    links = opened.get_by_role("navigation", name="Pages").get_by_role("link").all()
    addresses = [link.get_attribute("href") for link in links]
    # Of this ICB most is published, and this one works with the most councils.
    for address in (*addresses, "#/My_ICB?area=QWO", "#/My_ICB?area=QHM"):
        go(opened, address)
        assert opened.evaluate("document.scrollingElement.scrollHeight") <= 4 * DESKTOP[1], address


def test_on_a_phone_a_place_is_found_and_nothing_is_wider_than_the_window(opened: Page) -> None:
    opened.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    opened.get_by_label("Find a place").fill("cornwall")
    opened.get_by_role("link", name="Cornwall, council").click()
    until(opened, SHOWN, "#/?area=E06000052")
    assert opened.locator(".card p").first.inner_text() == (
        "Cornwall (district) is in Cornwall and the Isles of Scilly."
    )
    assert opened.locator("#found a").count() == 0
    for _, label, _ in opened.evaluate("AtlasData.tree('front').then((front) => front.pages)"):
        opened.get_by_role("navigation", name="Pages").get_by_role("link", name=label).click()
        until(opened, "label => document.title.includes(label)", arg=label)
        until(opened, "document.scrollingElement.scrollWidth <= 390")
        assert "area=E06000052" in opened.url
        links = opened.locator("a:visible, select:visible, summary:visible").all()
        assert all(one.bounding_box()["height"] >= 24 for one in links)


def test_what_people_type_is_found_in_the_icbs_that_the_app_says(opened: Page) -> None:
    bodies = FEWER.plans[TODAY].bodies.by_id
    opened.get_by_label("Find a place").press_sequentially("candem")
    opened.get_by_role("link", name="Camden, council").wait_for()
    for typed, icbs in TYPED[::6]:
        found = opened.evaluate("typed => AtlasFinder.find(typed, [])", typed)
        named = [bodies[code].name for code, _ in found["places"][0]["icbs"]]
        assert (sorted(named), found["said"]) == (sorted(icbs.split(";")), ""), typed


def test_a_place_in_several_icbs_offers_each_and_nothing_found_offers_the_nearest(
    opened: Page,
) -> None:
    opened.get_by_label("Find a place").fill("frimley")
    first = opened.locator("#found > li").first
    first.get_by_text("In 3 ICBs:").wait_for()
    (answer, *_) = answers(FEWER, "frimley").places
    links = first.get_by_role("link").all_inner_texts()
    assert links == [f"{answer.name}, {answer.kind}", *(one.words for one in answer.choices)]
    opened.keyboard.press("Enter")
    opened.keyboard.press("ArrowDown")
    assert opened.evaluate("document.activeElement.textContent") == links[1]
    opened.keyboard.press("Enter")
    code = answer.choices[0].body
    until(opened, "code => location.hash.includes(`area=${code}`)", arg=code)
    opened.get_by_label("Find a place").fill("xqzt")
    opened.get_by_text("Nothing here is like “xqzt”.").first.wait_for()
    assert opened.locator("#found a").count() == 3


def test_the_keyboard_alone_goes_from_page_to_map_and_chooses(opened: Page) -> None:
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    opened.keyboard.press("ArrowUp")
    said = opened.locator(".footprint-said").inner_text()
    opened.keyboard.press("Enter")
    until(opened, "location.hash.includes('area=')")
    until(opened, "document.documentElement.dataset.shown === location.hash")
    name = opened.locator(".card h2").inner_text()
    assert said.startswith(name)
    opened.get_by_label("What the map shows").press("ArrowDown")
    until(opened, "location.hash.includes('measure=')")
    assert opened.evaluate("document.activeElement.name") == "measure"
    assert opened.locator(".card h2").inner_text() == name


def test_what_an_address_asks_and_the_file_has_not_is_said(opened: Page) -> None:
    go(opened, "#/Clusters?plan=nowhere&cap=20")
    assert opened.locator("#warnings p").all_inner_texts() == [
        "“nowhere” is not in this file. It was left out.",
        "This file does not hold “cap”. It was left out.",
    ]
    go(opened, "#/Money")
    assert opened.locator("#warnings").inner_text().startswith("This file has no page “Money”.")
    # What every object of a browser has is no plan of the file's, and half a sign is no page.
    go(opened, "#/Clusters?plan=constructor&area=__proto__&toString=length")
    assert opened.locator("#warnings p").all_inner_texts() == [
        "“constructor” is not in this file. It was left out.",
        "“__proto__” is not in this file. It was left out.",
        "This file does not hold “toString”. It was left out.",
    ]
    go(opened, "#/%?plan=icb-2023")
    assert opened.locator("#warnings").inner_text().startswith("This file has no page “%”.")
    go(opened, "#/")
    assert opened.locator("#warnings").inner_text() == ""


def test_a_print_is_as_wide_as_paper_and_the_window_is_as_it_was(opened: Page) -> None:
    width = "document.getElementById('map-1').clientWidth"
    before = opened.evaluate(width)
    go(opened, "#/Local_authorities")
    opened.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    # Paper does not wait: every footprint is named by now, 3 of them in London.
    frames = "AtlasMaps.drawn()[0].frames.map(({ name }) => name)"
    named = opened.locator(".map").first.inner_text().replace("\n", " ")
    missing = [name for name in opened.evaluate(frames) if name not in named]
    assert opened.evaluate(frames) and missing == []
    opened.evaluate("window.dispatchEvent(new Event('afterprint'))")
    go(opened, "#/")
    opened.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert opened.evaluate(width) <= 690
    # Paper is narrower than the window, and London was drawn for the width it has in this.
    window, inset = opened.viewport_size, "document.querySelector('.footprint-inset').offsetWidth"
    opened.set_viewport_size({"width": 718, "height": 900})
    assert opened.evaluate(inset) == 252
    opened.set_viewport_size(window)
    assert opened.evaluate(inset) == 252
    opened.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.evaluate(width) == before
    assert opened.pdf(format="A4").startswith(b"%PDF")


# The names that stand nowhere on a map, of those it has to show.
UNNAMED = """() => AtlasMaps.drawn().map(({ map, areas }) => {
  const written = map.getContainer().innerText.replace(/\\s+/g, " ");
  return areas.filter((area) => area.at && !written.includes(area.short)).map((area) => area.name);
})"""
LOOKS = "() => AtlasMaps.drawn().map(({ map }) => [map.getZoom(), map.getCenter(), map.getSize()])"


@pytest.mark.parametrize("show", ["", "&show=moves"])
def test_every_footprint_of_a_comparison_is_named_on_paper(opened: Page, show: str) -> None:
    go(opened, f"#/Compare?other=icb-2023&plan=merged-2026-04{show}")
    before = opened.evaluate(LOOKS)
    for _ in range(2):
        opened.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert opened.evaluate(UNNAMED) == ([[]] if show else [[], []])
        if not show:
            # Below each other, as wide as one alone, with London in each.
            boxes = [
                opened.locator(f".both .leaflet-container[style*='column: {n}']") for n in (1, 2)
            ]
            one, other = (box.bounding_box() for box in boxes)
            assert one["width"] == other["width"] > 680
            assert one["y"] + one["height"] <= other["y"]
            assert opened.locator(".both .footprint-inset:visible").count() == 2
        opened.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert opened.evaluate(LOOKS) == before


def test_a_browser_that_cannot_unpack_it_says_so(browser: Browser, file: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(file.as_uri())
    page.get_by_text("This browser cannot unpack the atlas.").wait_for()
    context.close()


DOTS = """() => [...document.querySelectorAll(".dots li")].map((row) => {
  const [name, track, figure] = row.children;
  const dot = track.firstChild;
  const [here, along] = [dot && dot.getBoundingClientRect(), track.getBoundingClientRect()];
  const at = dot && (here.left + here.width / 2 - along.left) / along.width;
  return [name.textContent, figure.textContent, at, row.className];
})"""


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize(
    ("address", "page", "asked"),
    [
        ("#/?measure=imd", today, View(measure="imd")),
        ("#/?area=QWU", today, View(area="QWU")),
        ("#/Clusters?measure=envelope", clusters, View(measure="envelope")),
        (
            "#/Clusters?measure=staff&plan=icb-2023",
            clusters,
            View(plan="icb-2023", measure="staff"),
        ),
    ],
)
def test_dots_have_the_places_and_the_digits_of_the_app(
    opened: Page, size: tuple[int, int], address: str, page: ModuleType, asked: View
) -> None:
    opened.set_viewport_size({"width": size[0], "height": size[1]})
    go(opened, address)
    (dots,) = page.content(FEWER, asked).picture.charts
    values = [dot.value for dot in dots.known]
    scale = scale_of([*values, *(line.value for line in dots.drawn_lines)], dots.unit)
    seen = opened.evaluate(DOTS)
    assert [[name, figure] for name, figure, *_ in seen] == [
        [short_name(dot.name), dot.text.partition(" (")[0]] for dot in dots.rows
    ]
    for (*_, at, look), dot in zip(seen, dots.rows, strict=True):
        along = dot.value and (dot.value - scale.low) / (scale.high - scale.low)
        assert at == (pytest.approx(along, abs=0.01) if along is not None else None)
        assert (look == "chosen") == (dot.id == dots.selected)
    words = opened.locator(".dots ol").get_attribute("aria-label")
    assert words == dots.words
    across = opened.locator(".dots .rule").all_inner_texts()
    assert across == [line.words for line in dots.drawn_lines]


def test_a_press_on_a_name_among_the_dots_chooses_it(opened: Page) -> None:
    opened.locator(".dots").get_by_role("link", name="Devon", exact=True).click()
    until(opened, SHOWN, "#/?area=QJK")
    assert opened.locator(".dots li.chosen a").inner_text() == "Devon"
    assert "Chosen: Devon" in opened.locator(".dots ol").get_attribute("aria-label")


def test_everybodys_way_is_a_picture_with_words_and_a_table(opened: Page) -> None:
    go(opened, "#/Clusters")
    picture = opened.locator("img.picture")
    assert picture.get_attribute("alt") == flow_of(FEWER).words
    assert picture.evaluate("one => one.complete && one.naturalWidth > 0")
    assert picture.bounding_box()["width"] > 300
    assert opened.get_by_text("Where everybody goes, as a table").count() == 1


def test_compare_and_my_icb_draw_the_charts_of_the_app(opened: Page) -> None:
    drawn = "[...document.querySelectorAll('.lines')].map((one) => one.getAttribute('aria-label'))"
    go(opened, "#/Compare?other=merged-2026-04")
    slope, strip = compare.content(FEWER, View(other="merged-2026-04")).picture.charts
    heading, *spreads = opened.evaluate(drawn)
    assert heading == slope.heading
    told = [strip.told(row).replace(": least", ": Least") for row in strip.rows]
    assert spreads == [f"{one}." for one in told]
    changes = opened.locator(".charted ol li").all_inner_texts()
    assert changes == [
        f"{leg.names[0]}, {leg.texts[0]}, becomes {leg.names[1]}, {leg.texts[1]}."
        for leg in slope.named
    ]
    figures = [sum(len(row.known) + 1 for row in strip.rows), 2 * len(slope.named)]
    marks = "name => document.querySelectorAll(name).length"
    across = len(strip.rows) * (1 + len(strip.lines))
    assert opened.evaluate(marks, ".strips line") == figures[0] + across
    assert opened.evaluate(marks, ".columns circle[fill='#005eb8']") == figures[1]
    go(opened, "#/My_ICB?area=QWU")
    staff, residents = my_icb.content(FEWER, View(area="QWU")).picture.charts
    assert opened.evaluate(drawn) == [f"{staff.heading}. Its figures are in the table above."]
    opened.get_by_text(f"{residents.heading}: all 36 ICBs").click()
    assert opened.locator(".dots li.chosen a").inner_text() == "Coventry and Warwickshire"
    assert opened.locator(".dots ol").get_attribute("aria-label") == residents.words
