"""The shelf: packs kept for good beside options, told apart, put away and brought back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, func, select, text, update

from footprint.papers.front import Front, House
from footprint.papers.pack import Item, Pack, PackError, added
from footprint.shelf import rows, sentences, texts, values
from footprint.shelf.reader import ShelfReader
from footprint.shelf.shelf import Shelf
from footprint.shelf.values import NewerPackError, PackDraft, WantedPacks
from footprint.store.database import default_url
from footprint.store.revisions import Draft, StoreError, Wanted
from footprint.store.store import OptionStore
from footprint.store.tables import attachments, pack_revisions
from tests.store.conftest import postgres, url

__all__ = ["postgres", "url"]
LOGO = House(logo=b"\x89PNG of a board")
PACK = replace(
    added(Pack("Board, 3 December"), Item("Clusters", (("measure", "imd"),), "For decision")),
    front=Front(meeting="Board in public"),
    house=LOGO,
)


def draft(name: str = "Board", **more: object) -> PackDraft:
    told = {"content": "{}", "views": 2, "data_version": "1", "author": "Ada"}
    return PackDraft(name=name, **told | more)


@pytest.fixture
def shelf(url: str) -> Shelf:
    """A shelf on which nothing was ever put."""
    return Shelf(url)


def test_a_pack_is_kept_with_its_templates_and_comes_back_as_it_was(shelf: Shelf) -> None:
    made = shelf.save(texts.draft_of(PACK, "Ada"))
    read = shelf.read(made.pack)
    assert texts.pack_of(read) == PACK
    assert (read.views, read.author, read.note) == (1, "Ada", "Meeting: Board in public")
    assert "1 view, 1 revision. Last saved by Ada on" in sentences.listed(read)


def test_every_save_is_a_revision_and_templates_are_kept_once(shelf: Shelf, url: str) -> None:
    first = shelf.save(texts.draft_of(PACK, "Ada"))
    later = texts.draft_of(replace(PACK, title="Board, 4 December"), "Bob")
    shelf.save(later, pack=first.pack, seen=1)
    assert [one.name for one in shelf.history(first.pack)] == [
        "Board, 4 December",
        "Board, 3 December",
    ]
    assert texts.pack_of(shelf.read(first.pack, 1)) == PACK
    with create_engine(default_url({"ICB_FOOTPRINTS_STORE": url})).begin() as there:
        assert there.execute(select(func.count()).select_from(attachments)).scalar() == 1


def test_who_saves_second_is_told_that_theirs_is_older(shelf: Shelf) -> None:
    first = shelf.save(draft())
    shelf.save(draft(author="Bob"), pack=first.pack, seen=1)
    with pytest.raises(NewerPackError) as told:
        shelf.save(draft(author="Cat"), pack=first.pack, seen=1)
    assert "Revision 2 is newer" in sentences.newer(told.value.newest)
    assert len(shelf.history(first.pack)) == 2


def test_a_name_that_is_taken_is_known_before_anything_is_saved(shelf: Shelf) -> None:
    first = shelf.save(draft("The Board"))
    assert [one.pack for one in shelf.named("the  BOARD")] == [first.pack]
    assert shelf.named("the board", besides=first.pack) == ()
    assert "Another pack is called “The Board”" in sentences.same_name(shelf.named("The Board"))


def test_packs_are_found_by_words_listed_by_pages_archived_and_brought_back(shelf: Shelf) -> None:
    made = [shelf.save(draft(name, note=f"for {name}")) for name in ("One", "Two", "Three")]
    assert [one.name for one in shelf.packs(WantedPacks(most=2))] == ["Three", "Two"]
    rest = shelf.packs(WantedPacks(after=shelf.packs()[1]))
    assert [one.name for one in rest] == ["One"]
    assert [one.name for one in shelf.packs(WantedPacks("TWO for"))] == ["Two"]
    shelf.archive(made[1].pack, author="Bob")
    assert [one.name for one in shelf.packs()] == ["Three", "One"]
    assert [one.name for one in shelf.packs(WantedPacks(archived=True))] == ["Two"]
    assert shelf.restore(made[1].pack, author="Cat").act == "restored"
    assert shelf.packs()[0].name == "Two"


def test_a_pack_changed_past_the_app_is_told_and_not_opened(shelf: Shelf, url: str) -> None:
    made = shelf.save(texts.draft_of(PACK, "Ada"))
    with create_engine(default_url({"ICB_FOOTPRINTS_STORE": url})).begin() as there:
        there.execute(update(attachments).values(content=json.dumps({"logo": ""})))
    with pytest.raises(StoreError, match="was changed in the store"):
        shelf.read(made.pack)
    with create_engine(default_url({"ICB_FOOTPRINTS_STORE": url})).begin() as there:
        there.execute(update(pack_revisions).values(author="Eve"))
    assert [one.intact for one in shelf.packs()] == [False]


@pytest.mark.parametrize("wrong", [draft(" "), draft(content="x" * 1_000_001), draft("a\0")])
def test_what_cannot_be_kept_is_refused_in_a_sentence(wrong: PackDraft, tmp_path) -> None:
    with pytest.raises(StoreError, match=r"\.$"):
        Shelf(f"sqlite:///{tmp_path}/x.sqlite3").save(wrong)


def test_a_store_of_the_version_before_opens_with_everything_in_it(url: str) -> None:
    store = OptionStore(url)
    store.save(Draft(name="Kept", content="x", base="y", data_version="1"))
    engine = create_engine(default_url({"ICB_FOOTPRINTS_STORE": url}))
    with engine.begin() as there:
        for table in ("pack_revision", "pack", "pack_attachment", "access", "audit"):
            there.execute(text(f"DROP TABLE icb_footprints_{table}"))
        there.execute(text("UPDATE icb_footprints_schema SET version = 2"))
    assert Shelf(url).packs() == ()
    assert Shelf(url).save(draft()).number == 1
    assert [one.name for one in OptionStore(url).list_options(Wanted())] == ["Kept"]


def test_a_store_that_cannot_be_read_is_told_and_an_address_may_hold_anything(tmp_path) -> None:
    shelf = Shelf(f"sqlite:///{tmp_path}/x.sqlite3")
    reader = ShelfReader(lambda: shelf)
    assert reader.packs().found == ()
    assert "not in the store" in reader.history("nobody’s").problem
    with pytest.raises(StoreError, match="not in the store"):
        reader.pack("5d5f0a0e-0000-4000-8000-000000000000", 1)


def test_a_tab_keeps_a_pack_over_a_reload_without_the_files_that_are_saved() -> None:
    key = "5d5f0a0e-0000-4000-8000-000000000000.3"
    assert texts.revision_of(key) == (key[:-2], 3)
    slim = replace(PACK, figures=(None,))
    assert texts.from_tab(texts.in_tab(PACK, key)) == texts.InTab(slim, key, dressed=True)
    bare = texts.InTab(replace(slim, house=House()), key, dressed=False)
    assert texts.from_tab(texts.in_tab(PACK, key, PACK.house)) == bare
    for wrong in ("", "x", "~", "~AAAA", f"~{'A' * 401}"):
        with pytest.raises(PackError):
            texts.from_tab(wrong)


def test_a_revision_that_is_not_there_is_named(shelf: Shelf) -> None:
    pack = shelf.save(draft()).pack
    with pytest.raises(StoreError, match="^Revision 2 of that pack is not in the store. Choose"):
        shelf.read(pack, 2)


def test_a_store_takes_so_many_packs(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_PACKS", 1)
    pack = shelf.save(draft()).pack
    with pytest.raises(StoreError, match="^The store holds 1 packs, which is the most. Save this"):
        shelf.save(draft("Another"))
    assert shelf.save(draft("Board again"), pack=pack)


def test_a_full_pack_takes_no_revision_but_can_still_be_put_away(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST_REVISIONS", 2)
    pack = shelf.save(draft()).pack
    shelf.save(draft("Board again"), pack=pack)
    with pytest.raises(StoreError, match="^This pack has 2 revisions, and 2 is the most. Save it"):
        shelf.save(draft("Once more"), pack=pack)
    shelf.archive(pack, author="")
    assert [one.act for one in shelf.history(pack)][0] == "archived"


@pytest.mark.parametrize(
    ("field", "most", "what"),
    [("content", "LARGEST", "pack"), ("attached", "LARGEST_ATTACHED", "pack’s templates and logo")],
)
def test_a_pack_of_just_the_largest_size_is_kept_and_one_byte_more_is_not(
    field: str, most: str, what: str
) -> None:
    size = {"LARGEST": 1_000_000, "LARGEST_ATTACHED": 10_000_000}[most]
    # A letter of two bytes, so that bytes are counted and not letters.
    text = "é" + "x" * (size - 2)
    assert getattr(values.checked(draft(**{field: text})), field) == text
    said = f"^The {what} would take more than {size // 1_000_000} MB. Make it less.$"
    with pytest.raises(StoreError, match=said):
        values.checked(draft(**{field: text + "x"}))


def test_a_reader_says_why_there_are_no_packs_and_how_many_more_there_are(shelf: Shelf) -> None:
    for name in "abc":
        shelf.save(draft(name))
    reader = ShelfReader(lambda: shelf)
    for most, more in ((2, True), (3, False)):
        found = reader.packs(WantedPacks(most=most))
        assert (len(found.found), found.more) == (most, more)

    def gone() -> Shelf:
        raise StoreError("The store is away.")

    assert ShelfReader(gone).packs().problem == "The store is away."
