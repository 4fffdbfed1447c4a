"""An option from nothing to a link: drawn, undone, saved, reloaded, shared and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from footprint.store.revisions import SETTING
from tests.browser.conftest import Visit, serving
from tests.browser.test_draw import HART, PATH, await_option, preview, tab_to
from tests.browser.until import until

FILLS = "footprints.blocks.map((block) => block.options.fillColor)"
HERE = "new URLSearchParams(location.search).get('saved') || ''"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app with a store of its own."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("saved")
        patch.setenv(SETTING, f"sqlite:///{folder}/options.sqlite3")
        with serving() as address:
            yield address


def saved(visit: Visit, old: str = "") -> str:
    """Wait until another revision is open, and give its key."""
    until(visit.page, f"old => ({HERE}) !== old", arg=old)
    return visit.page.evaluate(HERE)


def name_and_save(visit: Visit, name: str, author: str, button: str = "Save") -> None:
    visit.page.get_by_label("Name of the option").fill(name)
    visit.page.get_by_label("Your name").fill(author)
    visit.page.get_by_role("button", name=button, exact=True).click()


def move_hart(visit: Visit) -> str:
    first = visit.stamp()
    visit.look_at(51.3, -0.9, 9)
    visit.click_on(HART)
    chosen = visit.repainted(first)
    visit.choose("Move to", "Surrey and Sussex")
    preview(visit, "Surrey and Sussex: from 3,008,438 to 3,111,600 residents")
    visit.page.get_by_role("button", name="Move", exact=True).click()
    await_option(visit, "")
    return visit.repainted(chosen)


def test_an_option_is_drawn_by_mouse_saved_reloaded_shared_and_compared(
    visit: Visit, browser: Browser, app: str
) -> None:
    visit.open(PATH)
    visit.frame.evaluate("window.visited = 1")
    first, moved = visit.stamp(), move_hart(visit)
    visit.page.get_by_role("button", name="Undo").click()
    assert visit.repainted(moved) == first
    visit.page.get_by_role("button", name="Redo").click()
    visit.repainted(first)
    name_and_save(visit, "Hart <b>moves</b> **now**", "Ada")
    visit.page.get_by_text("Saved as revision 1 of “Hart <b>moves</b> **now**”.").wait_for()
    key = saved(visit)
    # The drawing is in the store; what the address adds is only what Undo goes back to.
    assert re.sub(r"steps=[\w-]+&?", "", visit.query()) == f"?saved={key}"
    assert visit.frame.evaluate("window.visited") == 1
    visit.page.reload()
    assert visit.stamp() == moved
    visit.page.get_by_text("Changes made: 1.").wait_for()
    visit.page.get_by_text("Open: revision 1 of").wait_for()

    context = browser.new_context(viewport={"width": 1440, "height": 900})
    other = Visit(context, app).open(f"{PATH}?saved={key}")
    # The same map without the outline of what moved: whoever opens a drawing has moved nothing.
    assert other.frame.evaluate(FILLS) == visit.frame.evaluate(FILLS)
    assert other.stamp() not in (moved, first)
    other.page.get_by_text("Hart <b>moves</b> **now**").first.wait_for()
    other.open(f"/Compare?plan={key}&other=in-force-2026-10")
    other.page.get_by_text("1 is divided. The 103,162 people of Hart move").first.wait_for()
    assert other.frame.locator("[data-painted]").count() >= 1
    other.frame.get_by_text("B: Option: Hart <b>moves</b> **now** (revision 1, Ada)").wait_for()
    assert other.complaints == []
    assert other.elsewhere == []
    context.close()
    assert visit.complaints == []
    assert visit.elsewhere == []


def test_an_option_is_drawn_and_saved_by_keyboard_alone(visit: Visit) -> None:
    visit.open(PATH)
    first, keys = visit.stamp(), visit.page.keyboard
    tab_to(visit, "Areas to move")
    keys.type("Rushmoor", delay=20)
    visit.page.get_by_role("option", name="Rushmoor").wait_for()
    keys.press("Enter")
    chosen = visit.repainted(first)
    keys.press("Escape")
    tab_to(visit, "Move to")
    keys.type("Surrey", delay=20)
    visit.page.get_by_role("option", name="Surrey and Sussex").wait_for()
    keys.press("Enter")
    preview(visit, "Surrey and Sussex: from")
    tab_to(visit, "Move")
    keys.press("Enter")
    visit.repainted(chosen)
    await_option(visit, "")
    tab_to(visit, "Name of the option")
    keys.type("Rushmoor moves")
    tab_to(visit, "Your name")
    keys.type("Kay")
    keys.press("Enter")
    visit.page.get_by_text("Saved as revision 1 of “Rushmoor moves”.").wait_for()
    opened = saved(visit)
    tab_to(visit, "Save as a new option")
    keys.press("Enter")
    # The two would have one name, which is told before anything is saved.
    visit.page.get_by_text("Another option is called “Rushmoor moves”.").wait_for()
    tab_to(visit, "Save under this name")
    keys.press("Enter")
    assert saved(visit, opened).endswith(".1")
    tab_to(visit, "Archive")
    keys.press("Enter")
    visit.page.get_by_text("“Rushmoor moves” was archived.").wait_for()


def test_a_second_saver_is_told_first_and_both_are_in_the_history(
    visit: Visit, browser: Browser, app: str
) -> None:
    visit.open(PATH)
    move_hart(visit)
    name_and_save(visit, "Shared", "Ada")
    key = saved(visit)
    context = browser.new_context(viewport={"width": 390, "height": 844})
    phone = Visit(context, app).open(f"{PATH}?saved={key}")
    for one, author in ((visit, "Bob"), (phone, "Cat")):
        one.page.get_by_label("Note (optional)").fill(f"Seen by {author}")
        name_and_save(one, "Shared", author)
        if one is phone:
            one.page.get_by_text("Revision 2 is newer than the one you opened: saved by").wait_for()
            assert one.page.evaluate(HERE) == key
            one.page.get_by_role("button", name="Save mine on top, as revision 3").click()
        saved(one, key)
    told = phone.page.get_by_text("After you opened revision 1, revision 2 was saved by Bob")
    told.wait_for()
    phone.page.get_by_text("History: earlier revisions").click()
    for note in ("Seen by Bob", "Seen by Cat"):
        phone.page.locator(".st-key-saved-history").get_by_text(note).wait_for()
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    phone.page.get_by_role("link", name="Compare revision 2 with yours").click()
    phone.page.wait_for_url(re.compile(r"/Compare\?"))
    phone.stamp()
    phone.page.get_by_text("Leadership teams stay as they are.").first.wait_for()
    context.close()
