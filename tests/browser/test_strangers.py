"""Markup that strangers put into names and addresses shows as it was typed, and fetches nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from urllib.parse import urlencode

import pytest

from footprint.options import carry, links
from footprint.options import option as options
from footprint.pages.catalogue import BOARD_PAPERS, PAGES
from footprint.store.revisions import SETTING, Draft
from footprint.store.store import OptionStore
from footprint.view import View
from footprint.workspace.workspace import Workspace
from tests.browser.arrivals import MAPLESS
from tests.browser.conftest import Visit, serving
from tests.sampled import sampled

HOST = "else.test"
EVIL = (
    f"![x](http://{HOST}/x.png) [y](http://{HOST}) <http://{HOST}> <img src=http://{HOST}/y.png> "
    "$z^2$ :red[a] :material/home: :+1: **b** `c`"
)
PLANS = ("plan", "other")
_MADE = f"""() => [...document.querySelectorAll(
    ".katex, img, a, .stMarkdownColoredText"
)].filter((one) => {{
    const leads = one.href || one.src || "{HOST}";
    return leads.includes("{HOST}") && !leads.startsWith(location.origin);
}}).map((one) => one.outerHTML)"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store, in which is a single option."""
    return f"sqlite:///{tmp_path_factory.mktemp('strangers')}/options.sqlite3"


@pytest.fixture(scope="module")
def saved(store: str) -> str:
    """The key of an option whose every name, note and author is markup."""
    work = Workspace()
    base = work.plans["in-force-2026-10"]
    option = options.begin(base, "icb-2023")
    option = options.rename(option, base.footprints[0].id, EVIL[: options.LONGEST_NAME])
    content = carry.pack(links.write(option, base), base.footprint_of.index)
    kept = OptionStore(store).save(
        Draft(
            name=EVIL,
            content=content,
            base=base.key,
            data_version=work.manifest.data_version,
            note=EVIL,
            author=EVIL,
        )
    )
    return f"saved-{kept.option}.{kept.revision}"


@pytest.fixture(scope="module")
def app(store: str) -> Iterator[str]:
    """The address of an app with that store."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, store)
        with serving() as address:
            yield address


def _hostile(saved: str) -> str:
    """An address's fields, each of them markup where it does not name the hostile option."""
    told = {field.name: EVIL for field in fields(View)} | dict.fromkeys(PLANS, saved)
    return urlencode(told | {"saved": saved, "option": "", "steps": "", "baseline": f"{EVIL}:1"})


def _said(visit: Visit) -> str:
    return visit.page.locator(".stApp").inner_text().replace("\u2060", "")


@pytest.mark.parametrize("page", sampled(PAGES, 2), ids=lambda page: page.label)
def test_a_page_shows_a_strangers_markup_as_it_was_typed(
    window: Callable[..., Visit], saved: str, page
) -> None:
    visit = window()
    visit.page.goto(f"{visit.address}/{page.address}?{_hostile(saved)}")
    if page.address not in MAPLESS:
        visit.stamp()
    visit.settled()
    if page == BOARD_PAPERS:
        handed = {"name": f"{EVIL}.json", "mimeType": "application/json", "buffer": b"no pack"}
        visit.page.locator("input[type=file]").first.set_input_files(handed)
        visit.page.get_by_text("was not opened").wait_for()
    visit.page.wait_for_timeout(300)
    assert visit.elsewhere == []
    assert visit.page.evaluate(_MADE) == []
    if page.fields or page == BOARD_PAPERS:
        assert f"![x](http://{HOST}/x.png)" in _said(visit)
