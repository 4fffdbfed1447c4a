"""The page that stands on its own, as somebody meets it who was sent the file."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from footprint.content.grounds import AS_LARGE
from footprint.papers.paper import Paper
from tests import paper_samples
from tests.browser.test_colours import commonest
from tests.browser.until import until
from tests.web.test_page import ATTACK, written

DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
INK = """[...document.querySelectorAll('.leaflet-fills-pane canvas')].map(canvas => {
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let i = 3; i < pixels.data.length; i += 4) inked += pixels.data[i] > 0;
  return inked / (pixels.data.length / 4); })"""


def pair() -> Paper:
    """Two models side by side."""
    east = paper_samples.east()
    return replace(east, panels=(east.panels[0], east.panels[2]))


PAPERS = {**paper_samples.SAMPLES, "pair": pair}
Opened = Callable[..., Page]
MAPS = ".leaflet-container:not(.footprint-inset)"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opened]:
    """Opens a paper's page from the disk, where nothing but the file itself may be asked for."""
    contexts, asked, complaints = [], [], []

    def open_page(paper: Paper, **options: object) -> Page:
        file = folder / "page.html"
        file.write_text(written(paper), encoding="utf-8", newline="\n")
        contexts.append(browser.new_context(viewport=DESKTOP, offline=True, **options))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri())
        if options.get("java_script_enabled", True):
            page.locator("[data-painted]").first.wait_for(timeout=10_000)
            page.locator(".reader").first.wait_for()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert {url for url in asked if not url.startswith("data:")} == {
        (folder / "page.html").as_uri()
    }
    assert complaints == []


def point(page: Page, box: str, place: tuple[float, float]) -> None:
    """Move the pointer to a longitude and latitude on a map that shows part of the East."""
    area = page.locator(box).bounding_box()
    page.mouse.move(area["x"] + area["width"] * place[0], area["y"] + area["height"] * place[1])


@pytest.mark.parametrize("name", PAPERS)
def test_every_map_is_painted_and_fits_a_phone(opened: Opened, name: str) -> None:
    paper = PAPERS[name]()
    page = opened(paper)
    until(
        page,
        "many => document.querySelectorAll('[data-painted]').length === many",
        arg=len(paper.panels),
    )
    # What is painted is on the canvas a frame later.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    inked = page.evaluate(INK)
    assert len(inked) == len(paper.panels)
    assert min(inked) > 0.05
    assert page.locator(".footprint-name").count() > 0
    assert page.locator(".reader:visible").count() == len(paper.panels)
    assert page.locator(".without").count() == 0
    page.set_viewport_size(PHONE)
    until(page, "document.scrollingElement.scrollWidth <= 390")
    boxes = [one.bounding_box() for one in page.locator(MAPS).all() if one.is_visible()]
    # Of a pair a phone shows one at a time.
    assert len(boxes) == (1 if name == "pair" else len(paper.panels))
    assert all(box["width"] > 340 and box["height"] > 300 for box in boxes)
    assert [box["y"] for box in boxes] == sorted({box["y"] for box in boxes})
    assert all(box.bounding_box()["height"] >= 44 for box in page.locator("select").all())


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_forced_colours_keep_the_swatches_of_the_legend(opened: Opened, scheme: str) -> None:
    paper = paper_samples.envelope()
    page = opened(paper, forced_colors="active", color_scheme=scheme)
    swatches = page.locator(".legend svg").all()
    assert [commonest(swatch) for swatch in swatches] == [row.fill for row in paper.key.legend]


def test_pointing_says_the_name_and_the_figure(opened: Opened) -> None:
    paper = paper_samples.envelope()
    page = opened(paper)
    point(page, "#map-1", (0.42, 0.18))
    tip = page.locator(".footprint-tip")
    tip.wait_for()
    said = tip.inner_text()
    area = next(one for one in paper.key.areas if one.name == "North East and North Cumbria")
    assert area.name in said
    assert [line for line in area.tooltip if line not in said] == []
    assert "£" in said


def test_pressing_an_area_says_it_under_the_map_and_the_sea_clears_it(opened: Opened) -> None:
    page = opened(paper_samples.envelope())
    area = page.locator("#map-1").bounding_box()
    place = area["x"] + area["width"] * 0.42, area["y"] + area["height"] * 0.18
    page.mouse.click(*place)
    words = page.locator(".reader p")
    words.filter(has_text="North East and North Cumbria: ICB on its own; Running cost").wait_for()
    chosen = page.evaluate("document.querySelector('select').selectedOptions[0].textContent")
    assert chosen == "North East and North Cumbria"
    page.mouse.click(area["x"] + area["width"] * 0.9, area["y"] + area["height"] * 0.7)
    words.filter(has_text="Press an area").wait_for()


def test_the_keyboard_alone_reaches_an_area_and_comes_home(opened: Opened) -> None:
    page = opened(paper_samples.membership())
    reached = []
    while "find-1" not in reached and len(reached) < 10:
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.id || document.activeElement.className")
        )
    assert reached[0] == "skip"
    assert "find-1" in reached
    before = page.locator(".leaflet-control-scale-line").first.inner_text()
    page.keyboard.type("Devon")
    assert page.locator(".reader p").inner_text().startswith("Devon, Cornwall and the Isles")
    until(
        page,
        "old => document.querySelector('.leaflet-control-scale-line').textContent !== old",
        arg=before,
    )
    page.locator("select").select_option("-1")
    until(
        page,
        "old => document.querySelector('.leaflet-control-scale-line').textContent === old",
        arg=before,
    )
    assert page.locator(".reader p").inner_text().startswith("Press an area")


def test_a_pair_points_and_chooses_in_step(opened: Opened) -> None:
    page = opened(pair())
    point(page, "#map-1", (0.6, 0.2))
    page.locator(".footprint-tip").nth(1).wait_for()
    said = [tip.inner_text().split("\n")[0] for tip in page.locator(".footprint-tip").all()]
    assert said == ["Norfolk, Suffolk, Cambridgeshire and Peterborough", "Norfolk and Suffolk"]
    page.locator("#find-2").select_option(label="Essex")
    told = page.locator(".reader p")
    assert told.nth(0).inner_text().startswith("Essex: Merger")
    assert told.nth(1).inner_text().startswith("Essex: Merger")
    scales = page.locator(".leaflet-control-scale-line:first-child")
    page.wait_for_timeout(800)
    assert scales.nth(0).inner_text() == scales.nth(1).inner_text()
    assert page.locator(".footprint-bar").all_inner_texts() == [
        "East of England model A",
        "East of England model C (chosen)",
    ]


def test_what_is_selected_is_told_at_once(opened: Opened) -> None:
    paper = paper_samples.one_icb()
    page = opened(paper)
    chosen = paper.key.areas[paper.key.position(paper.panels[0].selected)]
    assert page.locator(".reader p").inner_text().startswith(f"{chosen.name}: ")


def test_hostile_names_stay_words(opened: Opened) -> None:
    paper = paper_samples.hostile()
    layer = paper.key
    named = replace(layer, areas=(replace(layer.areas[0], name=ATTACK), *layer.areas[1:]))
    page = opened(replace(paper, panels=(replace(paper.panels[0], layer=named, heading=ATTACK),)))
    assert page.evaluate("window.stolen") is None
    assert page.locator("img, h1 b").count() == 0
    assert page.locator("h1").text_content() == paper.title
    page.locator("select").select_option(label=ATTACK)
    assert page.locator(".reader p").inner_text().startswith(ATTACK)
    assert page.evaluate("window.stolen") is None


def test_the_browser_itself_refuses_scripts_and_requests(browser: Browser, folder: Path) -> None:
    file = folder / "closed.html"
    file.write_text(written(paper_samples.membership()), encoding="utf-8", newline="\n")
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("[data-painted]").wait_for()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.5)
        refused = page.evaluate(
            """async (address) => {
              const script = document.createElement("script");
              script.textContent = "window.stolen = 1";
              document.body.append(script);
              const picture = new Image();
              const failed = new Promise((done) => picture.addEventListener("error", done));
              picture.src = address + "x.png";
              document.body.append(picture);
              await failed;
              const said = await fetch(address).catch((problem) => problem.name);
              return [window.stolen, said];
            }""",
            f"http://127.0.0.1:{listener.getsockname()[1]}/",
        )
        with pytest.raises(TimeoutError):
            listener.accept()
    context.close()
    assert refused == [None, "TypeError"]


def test_a_print_is_as_wide_as_paper_and_the_window_is_as_it_was(opened: Opened) -> None:
    page = opened(paper_samples.membership())
    before = page.evaluate("[document.querySelector('#map-1').clientWidth, scrollY]")
    names = page.locator(".footprint-name").all_inner_texts()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#map-1").bounding_box()["width"] <= 690
    assert page.evaluate(INK)[0] > 0.05
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("[document.querySelector('#map-1').clientWidth, scrollY]") == before
    assert page.locator(".footprint-name").all_inner_texts() == names
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_without_scripts_the_words_and_the_table_are_there(opened: Opened) -> None:
    paper = paper_samples.membership()
    page = opened(paper, java_script_enabled=False)
    assert page.locator("tbody tr").count() == len(paper.table.rows)
    assert page.get_by_text("The map needs a browser that runs JavaScript.").is_visible()
    assert page.locator(".reader:visible").count() == 0


def test_a_page_by_people_says_what_sizes_mean_and_has_no_scale_bar(opened: Opened) -> None:
    page = opened(replace(paper_samples.membership(), ground="people"))
    assert page.locator(".footprint-sizes").inner_text() == AS_LARGE
    assert page.locator(".leaflet-control-scale").count() == 0
