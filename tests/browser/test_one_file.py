"""The whole atlas in one file, opened from a disk where nothing else can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from footprint.one_file.write import write_atlas
from tests.browser.conftest import DESKTOP
from tests.one_file import views
from tests.one_file.views import Seen
from tests.paper_samples import WORK

MOST = 3_000_000
SEED, COUNT = 2027, 200
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
      [row.querySelector("rect").getAttribute("fill"), row.textContent]),
    maps: AtlasMaps.drawn().map((map) => ({
      fills: map.blocks.map((block) => block.options.fillColor),
      areas: map.areas.map((area) => [area.name, area.value, ...area.lines]),
      selected: map.chosen,
      place: map.blocks.map((_, n) => n).filter((n) => map.placed.has(n)),
      ground: map.ground,
      named: map.areas.filter((area) => area.at).map((area) => area.name).sort(),
    })),
    tables: [...document.querySelectorAll("table")].filter(seen).map((table) => [
      table.caption.textContent,
      texts(table.tHead.rows[0].cells),
      [...table.tBodies[0].rows].map((row) => texts(row.cells)),
    ]),
    card: texts(lines.length ? lines : where).filter((line) => !line.startsWith("Clear")),
  };
}"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("atlas") / "atlas.html"
    write_atlas(path, WORK)
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
    page.wait_for_function(SHOWN, arg="#/")
    yield page
    context.close()
    assert {url.partition("#")[0] for url in asked if not url.startswith(("data:", "blob:"))} == {
        file.as_uri()
    }
    assert complaints == []


def go(page: Page, address: str) -> None:
    page.evaluate("address => { location.hash = address; }", address)
    page.wait_for_function(SHOWN, arg=address)


def test_the_file_can_go_with_a_letter(file: Path) -> None:
    assert file.stat().st_size <= MOST
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_two_hundred_views_say_what_the_app_says(opened: Page) -> None:
    opened.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    for asked in views.some(WORK, COUNT, SEED):
        go(opened, asked.address)
        seen = Seen(**opened.evaluate(READ))
        assert not different(views.told(WORK, asked), seen), asked.address


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
