"""Taking maps away in a browser: one file from any page, and a pack of several."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import threading
import urllib.request
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Download, expect

from footprint.papers import pack_files
from footprint.papers.front import MOST_OF_HOUSE, House
from footprint.papers.pack import Item, Pack, added
from tests.browser.conftest import Visit
from tests.browser.until import until

PANEL = "Take this map away"
_FIRST_BYTES = """async () => {
  const [copied] = await navigator.clipboard.read();
  const picture = await copied.getType("image/png");
  return [...new Uint8Array(await picture.slice(0, 8).arrayBuffer())];
}"""


def open_panel(visit: Visit, path: str) -> Visit:
    visit.open(path)
    visit.page.get_by_text(PANEL).click()
    visit.page.get_by_role("button", name="Make and download").wait_for()
    visit.settled()
    return visit


def made(visit: Visit, label: str = "") -> Download:
    if label:
        with visit.rerun():
            visit.choose("Format", label)
    with visit.page.expect_download(timeout=60_000) as started:
        visit.page.get_by_role("button", name="Make and download").click()
    return started.value


def shown_table(visit: Visit) -> list[list[str]]:
    rows = visit.page.locator(".plain tbody tr").all()
    return [row.locator("td,th").all_inner_texts() for row in rows]


def test_the_figures_of_a_pdf_are_those_of_the_screen(visit: Visit, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: poppler-utils).")
    open_panel(visit, "/Clusters?measure=envelope")
    stamp = visit.stamp()
    file = tmp_path / "map.pdf"
    made(visit, "PDF").save_as(file)
    said = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True)
    words = re.sub(r"\s+", " ", said.stdout)
    for _, _, value, _ in shown_table(visit):
        assert value.removesuffix(" (worked out by share)") in words
    assert "Envelope at £18.76" in words
    # A link to this very computer would lead nobody else anywhere.
    assert "localhost" not in words
    assert "No link: the address of this app is not set." in words
    assert visit.stamp() == stamp


def test_a_workbook_holds_the_numbers_of_the_screen(visit: Visit, tmp_path: Path) -> None:
    open_panel(visit, "/?measure=imd")
    file = tmp_path / "map.xlsx"
    made(visit, "Excel").save_as(file)
    sheet = openpyxl.load_workbook(file).worksheets[0]
    texts = {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row}
    for name, _, score, people in shown_table(visit):
        assert {name, score.rstrip("0").rstrip("."), people.partition(" ")[0].replace(",", "")} <= {
            *texts,
            *(text.removesuffix(".0") for text in texts),
        }


def test_a_chart_is_a_drawing_of_its_own_with_the_figures_of_the_screen(
    visit: Visit, tmp_path: Path
) -> None:
    open_panel(visit, "/?measure=imd")
    with visit.rerun():
        visit.choose("Map or chart", "Chart: Deprivation score (IMD 2025), largest first")
    with visit.rerun():
        visit.choose("Format", "Drawing (SVG)")
    with visit.rerun():
        visit.page.get_by_text("Words to edit").click()
    with visit.page.expect_download(timeout=60_000) as started:
        visit.page.get_by_role("button", name="Make and download").click()
    name = started.value.suggested_filename
    assert re.fullmatch(r"deprivation.*-chart-deprivation-score-imd-2025-largest-first\.svg", name)
    started.value.save_as(tmp_path / name)
    said = (tmp_path / name).read_text("utf-8")
    for _, _, score, _ in shown_table(visit):
        assert f">{score}<" in said


def test_the_areas_of_each_footprint_can_be_copied_in_words(visit: Visit) -> None:
    open_panel(visit, "/Clusters")
    visit.page.get_by_text("Show the areas of each footprint in words").click()
    told = visit.page.get_by_label("The areas of each footprint, to copy")
    areas = "South Yorkshire: All of Barnsley, Doncaster, Rotherham and Sheffield."
    expect(told).to_have_value(re.compile(re.escape(areas)))


def test_the_picture_can_be_copied(visit: Visit) -> None:
    open_panel(visit, "/Clusters")
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.get_by_role("button", name="Make a picture to copy").click()
    visit.page.get_by_role("button", name="Copy the picture").click()
    visit.page.get_by_text("Copied. Paste it where you need it.").wait_for()
    begins = visit.page.evaluate(_FIRST_BYTES)
    visit.context.clear_permissions()
    assert bytes(begins) == b"\x89PNG\r\n\x1a\n"
    assert not visit.complaints


def test_a_pack_is_collected_previewed_made_kept_and_opened_again(
    visit: Visit, tmp_path: Path
) -> None:
    open_panel(visit, "/Clusters?plan=east-model-a")
    visit.page.get_by_role("button", name="Add to board papers").click()
    visit.page.get_by_text("which now has 1 view.").wait_for()
    visit.pick("Plan or option", "East of England model B")
    visit.page.get_by_role("button", name="Add to board papers (1 there)").click()
    visit.page.get_by_text("which now has 2 views.").wait_for()
    visit.settled()
    visit.page.get_by_role("link", name="Board papers").click()
    visit.page.get_by_text("2 views in this pack").wait_for()
    visit.page.get_by_text("On one sheet with the view above").click()
    visit.page.get_by_label("Caption").first.fill("For decision on 3 December")
    visit.page.keyboard.press("Tab")
    visit.page.locator("[data-testid=stImage] img").wait_for(timeout=60_000)
    visit.page.get_by_text("In words: Map. A: East of England model A").wait_for(timeout=60_000)
    kept = tmp_path / "board.pack.json"
    with visit.page.expect_download() as saved:
        visit.page.get_by_role("button", name="Save the pack as a file").click()
    saved.value.save_as(kept)
    visit.choose("Format", "Pictures and tables (ZIP)")
    file, downloads = tmp_path / "pack.zip", []
    visit.page.on("download", lambda one: downloads.append(one))
    # One press: the file is saved once it is made, and no second time unless it is asked for.
    with visit.page.expect_download(timeout=60_000) as taken:
        visit.page.get_by_role("button", name="Make the pack").click()
    taken.value.save_as(file)
    expect(visit.page.locator("body > [role=status]")).to_contain_text("The file is made")
    with visit.rerun():
        visit.choose("Format", "PDF")
    visit.settled()
    assert len(downloads) == 1
    with visit.page.expect_download() as again:
        visit.page.get_by_role("button", name=re.compile("Download .*zip")).click()
    assert again.value.suggested_filename == taken.value.suggested_filename
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as pack:
        assert [Path(name).suffix for name in pack.namelist()] == [".png", ".csv", ".txt"]
    visit.page.reload()
    # The tab keeps what is not saved.
    visit.page.get_by_text("2 views in this pack").wait_for()
    expect(visit.page.get_by_label("Caption").first).to_have_value("For decision on 3 December")
    visit.page.get_by_role("button", name="Empty the pack").click()
    visit.page.get_by_text("The pack is empty.").wait_for()
    visit.page.locator("input[type=file]").set_input_files(kept)
    visit.page.get_by_text("2 views in this pack").wait_for()
    visit.page.get_by_text("Every figure is as it was when the pack was saved.").wait_for()
    expect(visit.page.get_by_label("Caption").first).to_have_value("For decision on 3 December")


def test_a_file_that_is_no_pack_is_told(visit: Visit, tmp_path: Path) -> None:
    visit.page.goto(f"{visit.address}/Board_papers")
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]")
    visit.page.locator("input[type=file]").set_input_files(wrong)
    visit.page.get_by_text("wrong.json was not opened. This file is not a pack").wait_for()


def test_making_files_does_not_stop_the_maps_of_others(visit: Visit, app: str) -> None:
    open_panel(visit, "/")
    stamp, made = visit.stamp(), []
    visit.page.on("download", lambda file: made.append(file))
    with visit.page.expect_download(timeout=60_000):
        visit.page.get_by_role("button", name="Make and download").click()
        visit.pick("What the map shows", "People per km²")
        visit.repainted(stamp)
        assert not made
    with urllib.request.urlopen(f"{app}/_stcore/health", timeout=2) as answer:
        assert answer.status == 200
    assert threading.active_count() < 50


KEPT_WHEN_SAID = """() => {
  new MutationObserver(() => {
    if (window.keptWhenSaid === undefined && document.querySelector("[data-testid=stToast]"))
      window.keptWhenSaid = sessionStorage.getItem("icb-footprints-pack") || "nothing";
  }).observe(document.body, {childList: true, subtree: true});
}"""


def test_the_tab_keeps_a_view_before_it_is_said_to_be_added(visit: Visit) -> None:
    open_panel(visit, "/Clusters")
    visit.page.evaluate(KEPT_WHEN_SAID)
    visit.page.get_by_role("button", name="Add to board papers").click()
    until(visit.page, "window.keptWhenSaid !== undefined")
    assert visit.page.evaluate("window.keptWhenSaid") != "nothing"


def test_a_caption_that_is_typed_while_runs_are_on_their_way_outlasts_a_reload(
    visit: Visit, tmp_path: Path
) -> None:
    typed = "The board is asked to note the boundaries of councils. " * 11
    with_a_pack(visit, tmp_path, House())
    visit.settled()
    visit.page.get_by_text("Safe for black-and-white printing").click()
    caption = visit.page.get_by_label("Caption")
    caption.fill(typed)
    # It says that it is sent, and goes on.
    visit.page.keyboard.press("Control+Enter")
    visit.page.keyboard.type("And to agree.")
    visit.page.keyboard.press("Tab")
    visit.settled()
    expect(caption).to_have_value(f"{typed}And to agree.")
    visit.page.reload()
    expect(visit.page.get_by_label("Caption")).to_have_value(f"{typed}And to agree.")
    visit.page.close()


def with_a_template(visit: Visit, folder: Path) -> None:
    """A pack of one view with a template of 3 MB, opened on the page."""
    template = random.Random(1).randbytes(MOST_OF_HOUSE["slides"])
    with_a_pack(visit, folder, House(slides=template))


def with_a_pack(visit: Visit, folder: Path, house: House) -> None:
    """A pack of one view, opened from its file."""
    pack = replace(added(Pack("Board"), Item("Clusters")), house=house)
    (file := folder / "pack.json").write_bytes(pack_files.write(pack))
    visit.page.goto(f"{visit.address}/Board_papers")
    visit.page.locator("input[type=file]").set_input_files(file)
    visit.page.get_by_text("1 view in this pack").wait_for()


def test_a_large_template_outlasts_a_reload(visit: Visit, tmp_path: Path) -> None:
    with_a_template(visit, tmp_path)
    # The field stays until the browser has said that it keeps the file.
    expect(visit.page.locator(".st-key-tab-answer")).to_have_count(0)
    for _ in range(2):
        visit.page.reload()
        visit.page.get_by_text("1 view in this pack").wait_for()
        visit.page.get_by_text("Your own templates and logo").click()
        # What comes back is held to its digest before it is taken.
        visit.page.get_by_role("button", name="Do without: PowerPoint template").wait_for()
    assert not visit.complaints


def test_a_template_that_the_browser_cannot_keep_is_told(visit: Visit, tmp_path: Path) -> None:
    visit.page.add_init_script("IDBObjectStore.prototype.put = () => { throw new Error('full') }")
    with_a_template(visit, tmp_path)
    told = "This browser could not keep the templates and logo, so a reload takes them away"
    visit.page.get_by_text(told).wait_for()
    visit.page.reload()
    visit.page.get_by_text("did not come back with the reload. Hand them in again.").wait_for()
    visit.page.get_by_text("1 view in this pack").wait_for()
    visit.page.close()


def test_a_phone_shows_the_pack_without_sideways_scrolling(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    open_panel(visit, "/Clusters")
    visit.page.get_by_role("button", name="Add to board papers").click()
    visit.page.get_by_text("which now has 1 view.").wait_for()
    visit.page.goto(f"{visit.address}/Board_papers")
    visit.page.get_by_role("heading", name="1 view in this pack").wait_for()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
