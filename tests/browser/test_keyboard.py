"""The keyboard: one key leads into the map, and what is held is never lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.conftest import Visit
from tests.browser.until import until

HELD = """() => {
  const held = document.activeElement;
  return held === document.body ? "" : held.getAttribute("aria-label") || held.textContent.trim();
}"""


def held(page: Page) -> str:
    """What the keyboard is on, by its name; "" where it is on nothing."""
    return page.evaluate(HELD)


def awaits_held(page: Page, name: str) -> None:
    """Wait until the keyboard is on the control of this name."""
    until(page, f"name => ({HELD})() === name", arg=name)


def awaits_heading_held(page: Page, name: str) -> None:
    """Wait until the keyboard is on a page's heading, which may be called as a link in the menu."""
    page.locator("h1:focus", has_text=name).wait_for()


def press(visit: Visit, role: str, name: str) -> None:
    """Press a control by keyboard alone."""
    control = visit.page.get_by_role(role, name=name, exact=True)
    control.focus()
    control.press("Enter")


@pytest.mark.parametrize("path", ["/", "/Compare", "/Clusters?area=tv"])
def test_the_first_stop_is_a_link_that_leads_into_the_map(visit, path):
    visit.open(path)
    visit.settled()
    address = visit.page.url
    visit.page.keyboard.press("Tab")
    awaits_held(visit.page, "Skip to the map")
    link = visit.page.get_by_role("link", name="Skip to the map")
    left, top = (link.bounding_box()[side] for side in "xy")
    assert left >= 0 and top >= 0
    assert visit.page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y) === document.activeElement",
        [left + 12, top + 12],
    )
    visit.page.keyboard.press("Enter")
    on_map = "document.hasFocus() && document.activeElement.matches('.leaflet-container')"
    until(visit.frame, on_map)
    assert visit.page.url == address


def test_where_there_is_no_map_the_first_link_leads_to_the_heading(visit):
    visit.page.goto(visit.address + "/Data_and_sources")
    visit.page.get_by_role("heading", name="What not to conclude").wait_for()
    visit.settled()
    visit.page.keyboard.press("Tab")
    awaits_held(visit.page, "Skip to the content")
    visit.page.keyboard.press("Enter")
    awaits_held(visit.page, "Data and sources")
    assert "#" not in visit.page.url


def test_the_menu_says_which_page_is_open(visit):
    visit.open("/Clusters")
    menu = visit.page.get_by_role("navigation", name="Pages")
    menu.locator("[aria-current=page]").first.wait_for()
    assert menu.locator("[aria-current=page]").all_inner_texts() == ["Clusters"]
    menu.get_by_role("link", name="Money").click()
    menu.locator("[aria-current=page]", has_text="Money").wait_for()
    assert menu.locator("[aria-current=page]").count() == 1


def test_another_page_is_held_by_its_heading_on_the_way_there_and_back(visit):
    visit.open()
    press(visit, "link", "Money")
    awaits_heading_held(visit.page, "Money")
    visit.settled()
    visit.page.go_back()
    awaits_heading_held(visit.page, "Find your ICB")
    visit.settled()
    assert held(visit.page) == "Find your ICB"


CLEAR, BEFORE = "Clear the selection", "Outline what changed since April 2026"
CHART = "Residents, largest first: every name and figure"


@pytest.mark.parametrize(
    ("path", "button", "after"),
    [
        ("/?area=QJK", CLEAR, BEFORE),
        ("/Clusters?area=QJK", CLEAR, BEFORE),
        ("/Local_authorities?area=E07000089&plan=icb-2023", CLEAR, "Find a district"),
        ("/Compare?area=QJK", "Clear the place", "Swap A and B"),
        (
            "/Money?cut=10",
            "Remove all my assumptions",
            "The same cut for all, to set beside the cap",
        ),
    ],
)
def test_a_button_that_goes_leaves_the_keyboard_on_what_is_before_it(visit, path, button, after):
    visit.open(path)
    visit.settled()
    if path.startswith("/?"):
        # Coming to the button has the chart drawn that stands before it.
        visit.page.get_by_role("button", name=button, exact=True).scroll_into_view_if_needed()
        visit.page.get_by_role("button", name=CHART).wait_for()
        visit.settled()
    press(visit, "button", button)
    awaits_held(visit.page, after)
    visit.settled()
    assert held(visit.page) == after


def unfold(visit: Visit, box: Locator) -> None:
    """Open a list by keyboard; once more where the page was drawn anew and closed it."""
    for patience in (10_000, 60_000):
        box.focus()
        box.press("ArrowDown")
        try:
            visit.page.get_by_role("option").nth(2).wait_for(timeout=patience)
        except TookTooLong:
            continue
        return
    raise AssertionError("The list did not open.")


def test_a_choice_keeps_the_keyboard_where_it_was_made(visit):
    visit.open()
    visit.settled()
    for label in ("Plan or option", "What the map shows"):
        old = visit.stamp()
        box = visit.page.get_by_label(label)
        unfold(visit, box)
        box.press("ArrowDown")
        box.press("ArrowDown")
        box.press("Enter")
        visit.repainted(old)
        visit.settled()
        assert held(visit.page) == label


def test_a_table_is_a_stop_only_where_there_is_more_of_it_than_its_place_shows(visit):
    visit.open("/Money")
    visit.settled()
    name = (
        "What a cut, and the target (or the cap), would take, where the cost before the cut is "
        "known"
    )
    visit.page.locator(".st-key-cut-or-cap summary").click()
    table = visit.page.get_by_role("group", name=name)
    table.and_(visit.page.locator(":not([tabindex])")).wait_for()
    visit.page.set_viewport_size({"width": 390, "height": 844})
    table.and_(visit.page.locator("[tabindex='0']")).wait_for()
    table.focus()
    visit.page.keyboard.press("ArrowRight")
    until(visit.page, "document.activeElement.scrollLeft > 0")
