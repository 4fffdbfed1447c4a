"""Packs in the store: saved, opened by address, told apart, and kept by the tab over a reload."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from footprint.papers import pack_files
from footprint.papers.front import MOST_OF_HOUSE, House
from footprint.papers.pack import MOST_ITEMS, Item, Pack, Said, added
from footprint.shelf import texts
from footprint.shelf.shelf import Shelf
from footprint.store.revisions import SETTING
from tests.pages.test_board_papers import CLUSTERS, PAGE, ROOT, pack_of
from tests.pages.test_board_papers import opened as with_views
from tests.pages.test_pages import words
from ui.papers import press

TODAY = Item("")


@pytest.fixture
def shelf(tmp_path, monkeypatch) -> Shelf:
    """A shelf of this test's own."""
    address = f"sqlite:///{tmp_path}/packs.sqlite3"
    # No sheet is drawn where only what is kept is looked at.
    monkeypatch.setattr(press, "picture", lambda *_: None)
    monkeypatch.setenv(SETTING, address)
    return Shelf(address)


def said(app: AppTest) -> str:
    parts = [*app.success, *app.error]
    return (words(app) + " ".join(str(part.value) for part in parts)).replace("\\", "")


def at(pack: str = "", told: str = "") -> AppTest:
    """The page in a session that begins, at an address, with what the tab kept from before."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page(PAGE)
    if pack:
        app.query_params["pack"] = pack
    app.run()
    if told:
        app.text_input(key="tab-told").set_value(told).run()
    assert not app.exception
    return app


def kept(shelf: Shelf, made_of: Pack, author: str = "Ada", **more: object) -> str:
    made = shelf.save(texts.draft_of(made_of, author), **more)
    return texts.key_of(made.pack, made.number)


def test_a_pack_is_saved_listed_and_opened_again_by_its_address(shelf: Shelf) -> None:
    app = with_views(CLUSTERS)
    app.text_input(key="save-author").set_value("Ada").run()
    app.button(key="pack-save-next").click().run()
    assert "Saved as revision 1 of “Board, 3 December”." in said(app)
    key = app.query_params["pack"]
    (one,) = shelf.packs()
    assert (key, one.views, one.author) == (texts.key_of(one.pack, 1), 1, "Ada")
    assert "1 view, 1 revision. Last saved by Ada" in said(app)
    assert "small-map" in said(app)
    again = at(key)
    assert pack_of(again).items == (CLUSTERS,)
    assert "Open: revision 1 of “Board, 3 December”" in said(again)
    assert "as it was when the pack was saved" in said(again)
    again.button(key="pack-save-next").click().run()
    assert "Nothing has changed since revision 1" in said(again)
    assert "not in the store" in said(at("5d5f0a0e-0000-4000-8000-000000000000.1"))


def test_a_pack_whose_data_has_changed_says_so_when_it_is_opened(shelf: Shelf) -> None:
    old = Said("other", 1, ("ICB", "Rank"), (("Nobody", "1"),))
    key = kept(shelf, Pack("Old", (TODAY,), figures=(old,), data_version="older"))
    told = said(at(key))
    assert "It was saved on data version older" in told
    assert "Nobody is no longer in the table" in told


def test_names_that_clash_and_newer_revisions_are_told_before_saving(shelf: Shelf) -> None:
    pack = added(Pack("The Board"), TODAY)
    key = kept(shelf, pack)
    app = at(key)
    kept(shelf, replace(pack, sheet="slide"), "Bob", pack=key.partition(".")[0])
    app.toggle(key="pack-monochrome").set_value(True).run()
    assert "You have changed it since." in said(app)
    app.button(key="pack-save-next").click().run()
    assert "Revision 2 is newer than the one you opened: saved by Bob" in said(app)
    app.button(key="pack-ask-new").click().run()
    assert "Another pack is called “The Board”" in said(app)
    assert len(shelf.packs()) == 1
    app.button(key="pack-ask-name").click().run()
    assert len(shelf.packs()) == 2


def test_a_pack_is_archived_brought_back_and_an_earlier_revision_too(shelf: Shelf) -> None:
    pack = added(Pack("Board"), TODAY)
    of = kept(shelf, pack).partition(".")[0]
    key = kept(shelf, replace(pack, sheet="slide"), pack=of)
    app = at(key)
    app.button(key=f"pack-away-{of}").click().run()
    assert "“Board” was archived." in said(app)
    assert app.query_params["pack"] == texts.key_of(of, 3)
    app.toggle(key="packs-archived").set_value(True).run()
    app.button(key=f"pack-away-{of}").click().run()
    app.button(key="pack-back-1").click().run()
    assert [one.act for one in shelf.history(of)] == ["restored"] * 2 + ["archived"] + ["saved"] * 2
    assert pack_of(app).sheet == "a4-landscape"
    long = app.text_input(key="packs-search").set_value("of this " * 40).run()
    assert "The search is 319 characters long. Keep it to 300." in said(long)
    assert long.text_input(key="packs-search").value == "of this " * 40
    app.text_input(key="packs-search").set_value("nothing of this").run()
    assert "No pack is archived with those words." in said(app)


def test_a_reload_loses_nothing_of_a_pack_that_is_not_saved(shelf: Shelf) -> None:
    pack = added(Pack("Mine"), CLUSTERS)
    app = at(told=texts.in_tab(pack, ""))
    assert (pack_of(app).title, pack_of(app).items) == ("Mine", (CLUSTERS,))
    key = kept(shelf, added(Pack("Theirs"), TODAY))
    changed = texts.in_tab(replace(pack, title="Changed"), key)
    again = at(key, told=changed)
    assert pack_of(again).title == "Changed"
    assert "You have changed it since." in said(again)
    other = at(key, told=texts.in_tab(pack, ""))
    assert pack_of(other).title == "Theirs"
    other.button(key="pack-before").click().run()
    assert pack_of(other).title == "Mine"
    assert "pack" not in other.query_params


def test_a_reload_leaves_templates_and_logo(shelf: Shelf) -> None:
    mine = replace(added(Pack("Mine"), CLUSTERS), house=House(logo=b"mine"))
    app = at(told=texts.in_tab(mine, ""))
    assert pack_of(app).house == mine.house
    key = kept(shelf, mine)
    # Of a saved pack the store has them, but for what was changed since.
    again = at(key, told=texts.in_tab(mine, key, mine.house))
    assert pack_of(again).house == mine.house
    assert "You have changed it since." not in said(again)
    other = replace(mine, house=House(logo=b"other"))
    changed = at(key, told=texts.in_tab(other, key, mine.house))
    assert pack_of(changed).house == other.house


LARGE = House(slides=random.Random(1).randbytes(310_000), logo=b"a logo")
REFUSED = "This browser could not keep the templates and logo, so a reload takes them away"


def turn(app: AppTest, of: str) -> str:
    """What an answer of the browser has to begin with."""
    (found,) = re.findall(f'data-{of}="[0-9a-f]+" data-turn="([0-9a-f]+)"', words(app))
    return found


@pytest.mark.usefixtures("shelf")
def test_a_large_look_is_kept_beside_the_tab_and_where_it_cannot_be_that_is_said() -> None:
    app = with_views(CLUSTERS, house=LARGE)
    app.toggle(key="pack-monochrome").set_value(True).run()
    text, given = app.session_state["tab-kept"], turn(app, "beside")
    assert texts.from_tab(text).beside and not texts.is_dressed(text)
    app.text_input(key="tab-answer").set_value("another kept").run()
    app.text_input(key="tab-answer").set_value(f"{given} refused").run()
    assert REFUSED in said(app)
    app.button(key="pack-house-slides-gone").click().run()
    assert REFUSED not in said(app)
    assert texts.from_tab(app.session_state["tab-kept"]).pack.house.logo == b"a logo"


@pytest.mark.usefixtures("shelf")
def test_the_browser_hands_a_large_look_back_or_it_is_said_to_be_gone() -> None:
    app = with_views(CLUSTERS, house=LARGE)
    app.toggle(key="pack-monochrome").set_value(True).run()
    text = app.session_state["tab-kept"]
    for content, came in (
        (texts.written_beside(LARGE), LARGE),
        (texts.written_beside(House(logo=b"another")), House()),
        (b"[]", House()),
    ):
        again = at(told=text)
        # Nothing can be made or saved of it until it looks as it did.
        assert [one.key for one in again.button if one.key.startswith("pack-")] == []
        again.file_uploader(key="tab-handed").set_value(("kept.json", content, "")).run()
        assert pack_of(again).house == came
        assert ("Hand them in again" in said(again)) == (came != LARGE)
        # What the browser has it need not be given again.
        assert "tab-answer" not in [one.key for one in again.text_input]
    gone = at(told=text)
    gone.text_input(key="tab-gone").set_value(turn(gone, "wanted")).run()
    assert pack_of(gone).items == (CLUSTERS,)
    assert "Hand them in again" in said(gone)
    without = at(told=text)
    without.button(key="tab-without").click().run()
    assert "Hand them in again" in said(without)


def test_the_file_of_a_pack_with_the_largest_templates_can_be_opened_again() -> None:
    most = {name: random.Random(1).randbytes(size) for name, size in MOST_OF_HOUSE.items()}
    items = tuple(replace(CLUSTERS, caption="Words " * 100) for _ in range(MOST_ITEMS))
    pack = Pack("Board", items, figures=(None,) * MOST_ITEMS, house=House(**most))
    written = pack_files.write(pack)
    server = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["server"]
    assert 8_000_000 < len(written) < server["maxUploadSize"] * 2**20
    assert pack_files.read(written) == pack
