"""The page that draws an option in a browser: by mouse, by keyboard alone, undone and shared."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import TimeoutError as TookTooLong
from playwright.sync_api import expect

from footprint.options.option import DRAWN_WORDS
from tests.browser.conftest import Visit
from tests.browser.until import until

PATH = "/Draw_an_option"
HART = (-0.90, 51.28)
FIFTEEN = (
    *("Hart", "Rushmoor", "Dover", "Ashford", "Adur", "Derby", "Exeter", "Medway", "Cheltenham"),
    *("Luton", "Ipswich", "Lincoln", "Oldham", "Tameside", "Wirral"),
)
# What has the focus, as a reader of the screen would hear it.
FOCUSED = """() => {
  const e = document.activeElement;
  return [e.getAttribute('aria-label'), e.labels?.[0]?.textContent, e.textContent]
    .filter(Boolean).join(' ').slice(0, 200);
}"""


def option_of(visit: Visit) -> str:
    return visit.page.evaluate("new URLSearchParams(location.search).get('option') || ''")


def await_option(visit: Visit, old: str) -> str:
    until(
        visit.page,
        "old => (new URLSearchParams(location.search).get('option') || '') !== old",
        arg=old,
    )
    return option_of(visit)


def await_start(visit: Visit) -> None:
    """Wait until nothing is drawn; what was undone may still stand in the address."""
    until(visit.page, "!new URLSearchParams(location.search).get('option')")


def tab_to(visit: Visit, words: str) -> None:
    """Press Tab until what has the focus says these words."""
    for _ in range(80):
        visit.page.keyboard.press("Tab")
        if words in visit.page.evaluate(FOCUSED):
            return
    raise AssertionError(f"Tab never reached “{words}”.")


def preview(visit: Visit, words: str) -> None:
    visit.page.locator(".st-key-draw-preview-move").get_by_text(words).first.wait_for()


def test_move_stays_on_the_screen_however_much_is_taken_and_told(visit):
    visit.page.set_viewport_size({"width": 1440, "height": 900})
    visit.open(PATH)
    take = visit.page.get_by_role("combobox", name=re.compile("Areas to move"))
    for name in FIFTEEN:
        take.fill(name)
        take.press("Enter")
    visit.page.get_by_text("Chosen: 15 areas").wait_for()
    visit.page.keyboard.press("Escape")
    weighed = visit.page.locator(".st-key-draw-preview-move").get_by_text("Residents change in")
    # What is chosen while the page still answers what was taken may have to be chosen again.
    for longest in (15_000, 60_000):
        visit.settled()
        visit.choose("Move to", "Surrey and Sussex")
        try:
            weighed.first.wait_for(timeout=longest)
            break
        except TookTooLong:
            if longest == 60_000:
                raise
    told = visit.page.locator(".st-key-draw-preview-move .within")
    place = visit.page.get_by_role("button", name="Move", exact=True).bounding_box()
    assert place["y"] + place["height"] <= 900
    assert visit.page.evaluate("scrollY") == 0
    assert told.evaluate("e => e.scrollHeight > e.clientHeight")
    told.focus()
    visit.page.keyboard.press("End")
    until(visit.page, "e => e.scrollTop > 0", arg=told.element_handle())


def test_an_option_is_drawn_by_mouse_and_the_map_stays(visit):
    visit.open(PATH)
    visit.frame.evaluate("window.visited = 1")
    first = visit.stamp()
    visit.look_at(51.3, -0.9, 9)
    visit.click_on(HART)
    chosen = visit.repainted(first)
    visit.page.get_by_text("Hart", exact=True).first.wait_for()
    visit.choose("Move to", "Surrey and Sussex")
    preview(visit, "Surrey and Sussex: from 3,008,438 to 3,111,600 residents")
    visit.page.get_by_role("button", name="Move", exact=True).click()
    visit.repainted(chosen)
    await_option(visit, "")
    preview(visit, "Newly split upper-tier authorities: Hampshire.")
    moved = visit.stamp()
    visit.page.get_by_role("button", name="Undo").click()
    await_start(visit)
    assert visit.repainted(moved) == first
    visit.page.get_by_role("button", name="Redo").click()
    assert visit.repainted(first) == moved
    assert visit.frame.evaluate("window.visited") == 1
    assert visit.frame.evaluate("map_div.getZoom()") == 9
    assert visit.complaints == []
    assert visit.elsewhere == []


def test_a_footprint_that_is_renamed_stays_the_one_that_is_changed(visit):
    visit.open(PATH)
    visit.page.get_by_text("Change a footprint: join").click()
    visit.pick("Footprint", "Kent and Medway")
    name = visit.page.get_by_label("Name (Enter to keep)")
    expect(name).to_have_value("Kent and Medway")
    name.fill("Garden of England")
    name.press("Enter")
    renamed = await_option(visit, "")
    visit.settled()
    expect(name).to_have_value("Garden of England")
    visit.choose("What it is", DRAWN_WORDS["merger"])
    await_option(visit, renamed)
    visit.settled()
    expect(name).to_have_value("Garden of England")
    rows = visit.page.get_by_role("row")
    expect(rows.filter(has_text="Garden of England")).to_have_count(1)
    expect(rows.filter(has_text="Bath and North East Somerset, Swindon")).to_have_count(1)


def test_ctrl_z_and_ctrl_y_undo_and_redo_but_not_while_one_types(visit):
    visit.open(PATH)
    first, keys = visit.stamp(), visit.page.keyboard
    visit.look_at(51.3, -0.9, 9)
    visit.click_on(HART)
    chosen = visit.repainted(first)
    visit.choose("Move to", "Surrey and Sussex")
    visit.page.get_by_role("button", name="Move", exact=True).click()
    moved = await_option(visit, "")
    shown = visit.repainted(chosen)
    visit.settled()
    keys.press("Control+z")
    await_start(visit)
    assert visit.repainted(shown) == first
    visit.settled()
    keys.press("Control+y")
    assert await_option(visit, "") == moved
    visit.repainted(first)
    visit.settled()
    visit.frame.locator('.leaflet-container[tabindex="0"]').focus()
    keys.press("Meta+z")
    await_start(visit)
    visit.settled()
    keys.press("Meta+Shift+z")
    assert await_option(visit, "") == moved
    visit.settled()
    box = visit.page.get_by_label("Name of the option")
    box.click()
    keys.type("Hart")
    keys.press("Control+z")
    expect(box).to_have_value("")
    visit.page.wait_for_timeout(1_000)
    assert option_of(visit) == moved


def test_a_second_click_leaves_an_area_out_again(visit):
    visit.open(PATH)
    first = visit.stamp()
    visit.look_at(51.3, -0.9, 9)
    visit.click_on(HART)
    chosen = visit.repainted(first)
    visit.click_on(HART)
    assert visit.repainted(chosen) == first


def test_an_option_is_drawn_by_keyboard_alone(visit):
    visit.open(PATH)
    visit.frame.evaluate("window.visited = 1")
    first, keys = visit.stamp(), visit.page.keyboard
    tab_to(visit, "Areas to move")
    keys.type("Rushmoor", delay=20)
    visit.page.get_by_role("option", name="Rushmoor").wait_for()
    keys.press("Enter")
    chosen = visit.repainted(first)
    keys.press("Escape")
    tab_to(visit, "Move to")
    keys.type("A new", delay=20)
    visit.page.get_by_role("option", name="A new footprint").wait_for()
    keys.press("Enter")
    visit.page.get_by_label("Name of the new footprint").wait_for()
    tab_to(visit, "Name of the new footprint")
    keys.type("Blackwater")
    keys.press("Enter")
    preview(visit, "Blackwater begins with 105,751 residents.")
    tab_to(visit, "Move")
    keys.press("Enter")
    visit.repainted(chosen)
    drawn = await_option(visit, "")
    tab_to(visit, "Undo")
    keys.press("Enter")
    await_start(visit)
    tab_to(visit, "Redo")
    keys.press("Enter")
    assert await_option(visit, "") == drawn
    assert visit.frame.evaluate("window.visited") == 1


def test_back_undoes_and_a_copied_link_opens_the_same_option(visit, browser, app):
    visit.open(PATH)
    first = visit.stamp()
    visit.page.get_by_text("Whole ICB", exact=True).click()
    # The page begins to run anew a moment after the press, and then offers other areas.
    visit.page.wait_for_timeout(500)
    visit.settled()
    first = visit.repainted(first)
    visit.page.get_by_label("Areas to move").click()
    visit.page.keyboard.type("Kent")
    visit.page.get_by_role("option", name="Kent and Medway").click()
    visit.page.keyboard.press("Escape")
    chosen = visit.repainted(first)
    visit.choose("Move to", "Surrey and Sussex")
    preview(visit, "Kent and Medway keeps no area and goes.")
    visit.page.get_by_role("button", name="Move", exact=True).click()
    option, painted = await_option(visit, ""), visit.repainted(chosen)
    moved = visit.frame.evaluate("footprints.owner")
    visit.page.get_by_text("Copy this link").click()
    address = visit.page.get_by_label("The address, to copy")
    expect(address).to_have_value(re.compile(re.escape(f"?option={option}") + "$"))
    link = address.input_value()
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    other = Visit(context, app).open(link.removeprefix(app))
    assert other.frame.evaluate("footprints.owner") == moved
    assert option_of(other) == option
    other.page.get_by_role("button", name="Undo").click()
    await_start(other)
    context.close()
    visit.page.go_back()
    await_start(visit)
    assert visit.repainted(painted) == first


def test_a_damaged_link_is_told_and_the_map_is_of_the_plan(visit):
    visit.open(f"{PATH}?option=1damaged")
    visit.page.get_by_text("damaged or was changed by hand").wait_for()
    visit.page.get_by_text("25 leadership teams").first.wait_for()


def test_a_file_is_uploaded_and_downloaded(visit, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("lad,footprint,name\nHart,x,<b>My</b> place\nHrat,x,\n", encoding="utf-8")
    visit.open(PATH)
    # The link beside the map opens what is folded, and a file that is no option is told what is.
    visit.page.get_by_role("link", name="Upload or download").click()
    picture = tmp_path / "mine.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    visit.page.locator("input[type=file]").set_input_files(picture)
    visit.page.get_by_text("mine.png: This is a picture; send a table as CSV, XLSX").wait_for()
    visit.page.locator("input[type=file]").set_input_files(file)
    slip = "Row 3: “Hrat” is no district; did you mean Hart?"
    visit.page.get_by_text(slip, exact=True).wait_for()
    visit.page.get_by_text(
        "mine.csv: It was read and is on the map, in the place of what was drawn. "
        f"Undo takes it back. {slip}"
    ).wait_for()
    visit.page.get_by_text("<b>My</b> place").first.wait_for()
    with visit.page.expect_download() as coming:
        visit.page.get_by_role("button", name="Download the option (CSV)").click()
    kept = tmp_path / "option.csv"
    coming.value.save_as(kept)
    assert "<b>My</b> place" in kept.read_text(encoding="utf-8-sig")
    assert visit.complaints == []


@pytest.mark.parametrize(
    ("link", "to"),
    [("Save", "Name of the option"), ("All saved options", "Find by name, note, author")],
)
def test_saving_and_what_is_saved_are_one_press_from_the_map(visit, link, to):
    visit.page.set_viewport_size({"width": 1440, "height": 900})
    visit.open(PATH)
    leads = visit.page.get_by_role("link", name=link, exact=True)
    assert leads.bounding_box()["y"] < visit.page.locator("iframe").first.bounding_box()["y"]
    visit.page.evaluate("window.stayed = 1")
    leads.click()
    expect(visit.page.get_by_label(to)).to_be_in_viewport()
    assert visit.page.evaluate("window.stayed") == 1
    assert visit.complaints == []


def test_a_phone_shows_the_page_without_sideways_scrolling(phone):
    phone.open(PATH)
    for words in ("Change a footprint", "Copy this link", "Files: download or upload"):
        phone.page.get_by_text(words).click()
    phone.page.get_by_role("button", name="Download the option (XLSX)").wait_for()
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert phone.page.locator("iframe").first.bounding_box()["width"] <= 390


KENT = (51.25, 0.6, 9)
ROUND_KENT = ((51.5, 0.2), (51.5, 1.5), (51.0, 1.5), (51.0, 0.15))


def stroke(visit: Visit, way: str, places: tuple[tuple[float, float], ...]) -> None:
    """Press, drag from place to place, and let go, with the map's brush or lasso."""
    visit.frame.get_by_role("button", name=way).click()
    box = visit.frame.locator("#map_div").bounding_box()
    points = visit.frame.evaluate(
        "places => places.map(place => {"
        " const p = map_div.latLngToContainerPoint(place); return [p.x, p.y]; })",
        [list(place) for place in places],
    )
    mouse = visit.page.mouse
    for step, (x, y) in enumerate(points):
        mouse.move(box["x"] + x, box["y"] + y, steps=1 if step == 0 else 10)
        if step == 0:
            mouse.down()
    mouse.up()


def test_a_lasso_takes_many_districts_in_two_presses_and_one_more_moves_them(visit):
    visit.open(PATH)
    first = visit.stamp()
    visit.look_at(*KENT)
    before = visit.frame.evaluate("map_div.getCenter().lng")
    stroke(visit, "Lasso", ROUND_KENT)
    visit.page.get_by_text("Chosen: 12 areas, 1,808,936 people.").wait_for()
    taken = visit.repainted(first)
    assert visit.frame.evaluate("map_div.getCenter().lng") == before
    at_once = visit.page.locator(".st-key-draw-at-once").get_by_role("button")
    assert at_once.all_inner_texts() == ["Surrey and Sussex", "South East and South West London"]
    at_once.first.click()
    visit.repainted(taken)
    await_option(visit, "")
    preview(visit, "4,817,374 residents")
    # Where the lasso is at hand still, a press takes what it is on.
    visit.settled()
    visit.click_on((0.18, 51.27))
    visit.page.get_by_text("Sevenoaks", exact=True).first.wait_for()
    assert visit.complaints == []


def test_a_brush_takes_what_it_goes_over_and_a_press_leaves_one_out_again(visit):
    visit.open(PATH)
    first = visit.stamp()
    visit.look_at(*KENT)
    stroke(visit, "Brush", ((51.27, 0.5), (51.27, 0.9)))
    visit.page.get_by_text("Chosen: 2 areas, ").wait_for()
    second = visit.repainted(first)
    visit.frame.get_by_role("button", name="One").click()
    visit.click_on((0.9, 51.27))
    visit.page.get_by_text("Chosen: 1 area, ").wait_for()
    visit.repainted(second)


def test_the_map_is_brushed_and_what_is_taken_is_moved_by_keyboard_alone(visit):
    visit.open(PATH)
    first = visit.stamp()
    visit.look_at(*KENT)
    keys, map_of_england = visit.page.keyboard, visit.frame.locator("#map_div")
    map_of_england.focus()
    assert "Space takes one" in map_of_england.get_attribute("aria-label")
    keys.press("ArrowRight")
    said = visit.frame.locator(".footprint-said")
    assert said.inner_text().strip() == "Maidstone. Residents: 187,767. In Kent and Medway."
    keys.press("Shift+ArrowRight")
    keys.press("Shift+ArrowRight")
    count = visit.page.locator(".st-key-draw-count")
    count.get_by_text("Chosen: 3 areas, ").wait_for()
    assert count.get_attribute("role") == "status"
    taken = visit.repainted(first)
    map_of_england.focus()
    keys.press("Space")
    count.get_by_text("Chosen: 2 areas, ").wait_for()
    visit.settled()
    map_of_england.focus()
    keys.press("m")
    until(visit.page, f"({FOCUSED})().includes('Move to')")
    keys.type("Surrey", delay=20)
    visit.page.get_by_role("option", name="Surrey and Sussex").first.wait_for()
    keys.press("Enter")
    preview(visit, "Surrey and Sussex: from ")
    visit.settled()
    visit.frame.locator("#map_div").focus()
    keys.press("m")
    await_option(visit, "")
    assert visit.repainted(taken) != first
    assert visit.complaints == []


def test_a_lasso_is_laid_closed_and_dropped_by_keyboard_alone(visit):
    visit.open(PATH)
    first = visit.stamp()
    visit.look_at(*KENT)
    keys, map_of_england = visit.page.keyboard, visit.frame.locator("#map_div")
    said = visit.frame.locator(".footprint-said")
    corners = "footprints.take.corners.length"

    def says(words: str) -> None:
        expect(said).to_have_text(re.compile(f"^{re.escape(words)}\\s*$"))

    map_of_england.focus()
    assert "L is a lasso" in map_of_england.get_attribute("aria-label")
    keys.press("l")
    expect(said).to_contain_text("Space marks a corner")
    keys.press("Space")
    says("Go to an area with the arrow keys first.")
    keys.press("ArrowRight")
    keys.press("Space")
    says("Corner 1: Maidstone.")
    keys.press("Enter")
    says("A lasso needs 3 corners or more. Corners: 1.")
    keys.press("ArrowRight")
    keys.press("Space")
    keys.press("Backspace")
    says("Swale is no longer a corner. Corners: 1.")
    keys.press("Escape")
    says("The corners of the lasso are dropped.")
    assert visit.frame.evaluate(corners) == 0
    # By way of Folkestone and Hythe, and of Thanet, which are no corners.
    around = {
        "Tonbridge and Malling": ["ArrowLeft", "ArrowLeft"],
        "Tunbridge Wells": ["ArrowDown"],
        "Dover": ["ArrowRight", "ArrowRight", "ArrowRight"],
        "Tendring": ["ArrowUp", "ArrowUp"],
    }
    for number, (corner, arrows) in enumerate(around.items(), 1):
        for arrow in arrows:
            keys.press(arrow)
        keys.press("Space")
        says(f"Corner {number}: {corner}.")
    keys.press("Enter")
    says("Taken with the lasso: 9 areas.")
    visit.page.get_by_text("Chosen: 9 areas, 1,519,231 people.").wait_for()
    visit.repainted(first)
    chosen = visit.page.locator(".st-key-draw-take-lad").inner_text()
    assert all(corner in chosen for corner in around)
    assert "Canterbury" in chosen
    assert visit.complaints == []


def test_a_strategic_authority_is_taken_moved_undone_and_redone_by_keyboard_alone(visit):
    visit.open(PATH)
    keys = visit.page.keyboard
    # As a reader of the page comes to it by Tab.
    visit.page.get_by_role("radio", name="District").focus()
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    with visit.rerun():
        keys.press("Space")
    keys.press("Tab")
    keys.type("Greater Manchester", delay=20)
    visit.page.get_by_role("option", name="Greater Manchester Combined Authority").first.wait_for()
    keys.press("Enter")
    visit.page.locator(".st-key-draw-at-once button").first.wait_for()
    visit.settled()
    keys.press("Escape")
    tab_to(visit, "Cheshire and Merseyside")
    keys.press("Enter")
    made = visit.page
    made.get_by_text("Changes made: 1. Changes undone: 0.").wait_for()
    visit.settled()
    # A list in which nothing is written has nothing of its own to undo.
    visit.page.get_by_role("combobox", name="Move to").focus()
    keys.press("Control+z")
    made.get_by_text("Changes made: 0. Changes undone: 1.").wait_for()
    visit.settled()
    keys.press("Control+y")
    made.get_by_text("Changes made: 1. Changes undone: 0.").wait_for()
    assert visit.complaints == []


def test_what_is_pointed_at_is_the_district_with_its_people_and_its_footprint(visit):
    visit.open(PATH)
    visit.look_at(51.3, -0.9, 9)
    box = visit.frame.locator("#map_div").bounding_box()
    x, y = visit.frame.evaluate(
        "(() => { const p = map_div.latLngToContainerPoint([51.28, -0.9]); return [p.x, p.y]; })()"
    )
    visit.page.mouse.move(box["x"] + x - 5, box["y"] + y)
    visit.page.mouse.move(box["x"] + x, box["y"] + y)
    said = visit.frame.locator(".footprint-tip").inner_text().splitlines()
    assert said == ["Hart", "Residents: 103,162", "In Hampshire and Isle of Wight"]
    names = visit.frame.locator(".footprint-name .fine").all_inner_texts()
    assert "Hart" in names


def test_a_strategic_authority_is_taken_whole(visit):
    visit.open(PATH)
    first = visit.stamp()
    visit.page.get_by_text("Strategic", exact=True).click()
    first = visit.repainted(first)
    visit.look_at(53.5, -2.2, 8)
    visit.click_on((-2.2, 53.5))
    visit.repainted(first)
    visit.page.get_by_text("Greater Manchester Combined Authority").first.wait_for()


# Where a district stands now: the south, west, north and east of its one block.
EDGES = """name => {
  const unit = footprints.take.units.names.indexOf(name);
  const edges = footprints.blocks[footprints.take.units.of.indexOf(unit)].getBounds();
  return [edges.getSouth(), edges.getWest(), edges.getNorth(), edges.getEast()];
}"""


def test_a_lasso_takes_what_it_is_drawn_round_by_people_too(visit):
    visit.open(PATH)
    visit.frame.evaluate("footprints.take._spots()")
    land = visit.frame.evaluate(EDGES, "Hillingdon")
    visit.page.get_by_text("People", exact=True).first.click()
    until(visit.frame, "footprints.ground === 'people' && !footprints.flowing")
    south, west, north, east = visit.frame.evaluate(EDGES, "Hillingdon")
    middle = (land[0] + land[2]) / 2, (land[1] + land[3]) / 2
    assert not (south < middle[0] < north and west < middle[1] < east)
    visit.look_at((south + north) / 2, (west + east) / 2, 9)
    stroke(visit, "Lasso", ((north, west), (north, east), (south, east), (south, west)))
    visit.page.get_by_text("Chosen:").wait_for()
    visit.page.locator(".stMultiSelect").get_by_text("Hillingdon", exact=True).wait_for()


DROP = """([name, text]) => {
  const held = new DataTransfer();
  held.items.add(new File([text], name, { type: "text/csv" }));
  const send = (kind) => document.querySelector("#map_div").dispatchEvent(
    new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
  send("dragover");
  const said = document.querySelector(".footprint-drop").textContent;
  send("drop");
  return said;
}"""


def test_a_file_dropped_on_the_map_is_read_and_what_it_may_mean_is_asked(visit):
    visit.open(PATH)
    painted = visit.stamp()
    models = "District,Model A,Model B\nHart,The North,One\nRushmoor,The North,One\n"
    said = visit.frame.evaluate(DROP, ["models.csv", models])
    assert said == "Drop the file to read it as an option"
    visit.page.get_by_text("It can be read in several ways.").wait_for()
    # A button that is pressed while the page still runs may be drawn anew under the press.
    visit.settled()
    visit.page.get_by_role("button", name="Read the file this way: “Model A”").click()
    visit.page.get_by_text("It was read and is on the map,").first.wait_for()
    visit.repainted(painted)
    visit.page.get_by_text("The North").first.wait_for()
    assert visit.frame.locator(".footprint-drop").inner_text() in ("", "models.csv is being read")
    assert visit.complaints == []
