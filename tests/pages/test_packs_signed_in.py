"""Board papers where people sign in: whose a saved pack is, and what a view in it may tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.papers import sheets
from footprint.papers.pack import Item, Pack, added
from footprint.shelf import texts
from footprint.shelf.shelf import Shelf
from footprint.store.store import OptionStore
from tests.pages.test_board_papers import PAGE
from tests.pages.test_pages import words
from tests.pages.test_saved_packs import TODAY, kept
from tests.pages.test_signed_in import labels, person, shown, store
from tests.shared_workspace import WORK
from tests.ui.test_sign_in import workspace_plan
from ui.papers import press

__all__ = ["store"]
ABSENT = "5ec18b8b-056a-4c83-97ef-a39d620b9111"
PACK = added(Pack("The Board"), TODAY)


@pytest.fixture
def shelf(store: OptionStore, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A shelf of this test's own, where people sign in and no sheet is drawn."""
    monkeypatch.setattr(press, "picture", lambda *_: None)
    return Shelf(store._database._engine.url)


def test_a_pack_of_somebody_else_is_neither_listed_nor_opened_by_its_address(shelf: Shelf) -> None:
    key = kept(shelf.seen_by(person("Ada", "editor")), PACK)
    said = [
        words(shown(PAGE, "Ben", "editor", pack=asked)).replace(asked, "")
        for asked in (key, f"{ABSENT}.1")
    ]
    assert said[0] == said[1]
    assert "That pack is not in the store" in said[0] and "No pack is saved." in said[0]
    assert "The Board" not in said[0]


def test_a_reader_looks_at_a_pack_from_before_and_is_offered_no_change(shelf: Shelf) -> None:
    at = shown(PAGE, "Dot", "reader", pack=kept(shelf, PACK))
    assert "Readers cannot save" in words(at) and "Everybody signed in sees it." in words(at)
    assert labels(at).isdisjoint(
        {"Your name", "Save the pack", "Save as a new pack", "Archive", "Bring back"}
    )
    assert "Open" in labels(at)


def test_an_editor_saves_a_pack_in_their_own_name_and_it_is_theirs(shelf: Shelf) -> None:
    at = shown(PAGE, "Ben", "editor", pack=kept(shelf, PACK))
    assert at.button(key="pack-save-next").disabled
    assert labels(at).isdisjoint({"Your name", "Archive"})
    at.text_input(key="pack-title").set_value("Mine").run()
    at.button(key="pack-save-new").click().run()
    (mine,) = shelf.seen_by(person("Cy", "admin")).named("Mine")
    assert (mine.author, mine.access.owner_name, mine.access.audience) == ("Ben", "Ben", "private")
    assert at.query_params["pack"] == texts.key_of(mine.pack, 1)
    assert "Only Ben and admins see it." in words(at)
    at.button(key=f"pack-away-{mine.pack}").click().run()
    assert [one.act for one in shelf.history(mine.pack)] == ["archived", "saved"]


def test_a_view_of_an_option_that_is_hidden_tells_what_one_tells_that_is_not_there(
    store: OptionStore,
) -> None:
    option = store.seen_by(person("Ada", "editor")).save(workspace_plan()).option
    ada, ben = (WORK.seen_by(person(name, "editor")) for name in ("Ada", "Ben"))
    hidden, absent = (
        tuple(
            Item("Clusters", ((name, f"saved-{one}.1"), ("measure", "imd")))
            for name in ("plan", "other")
        )
        for one in (option, ABSENT)
    )
    # What was worked out for its owner is not told to others.
    assert "Thames and Trent" in str(sheets.paper_of(ada, hidden[0], ""))
    pack = Pack("Board", hidden, figures=(None, None))
    said = sheets.since_saved(ben, pack, "")
    assert said == sheets.since_saved(ben, replace(pack, items=absent), "")
    assert "Revision 1 of that option is not in the store." in said[1]
    for one, other in zip(hidden, absent, strict=True):
        told = str(sheets.paper_of(ben, one, ""))
        assert told == str(sheets.paper_of(ben, other, "")) and "Thames and Trent" not in told
