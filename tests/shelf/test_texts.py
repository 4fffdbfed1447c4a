"""Texts: a pack in a tab and in an address, and back."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from footprint.papers.front import Front, House
from footprint.papers.pack import Item, Pack, PackError, Said
from footprint.shelf import texts

ID = "01234567-89ab-cdef-0123-456789abcdef"
SAID = Said("digest", 1, ("A",), (("1",),))
PACK = Pack("Board", (Item("Clusters"), Item("Money")), figures=(SAID, None))


def test_an_address_names_a_revision_and_nothing_else_does() -> None:
    assert texts.revision_of(texts.key_of(ID, 12)) == (ID, 12)
    for wrong in (ID, f"{ID}.0", f"{ID}.x", f"{ID}.1234567890", f"x{ID}.1", f"{ID}.1 "):
        assert texts.revision_of(wrong) is None


def test_a_tab_keeps_the_views_but_not_what_they_said() -> None:
    told = texts.from_tab(texts.in_tab(PACK, f"{ID}.3"))
    assert (told.pack.title, told.pack.items, told.opened) == ("Board", PACK.items, f"{ID}.3")
    assert told.pack.figures == (None, None)
    assert texts.from_tab(texts.in_tab(PACK, "no key")).opened == ""


def test_a_tab_keeps_a_look_that_no_store_has_and_that_is_small_enough() -> None:
    house = House(slides=random.Random(1).randbytes(280_000), logo=b"a logo")
    dressed = replace(PACK, house=house)
    told = texts.from_tab(texts.in_tab(dressed, f"{ID}.3"))
    assert (told.pack.house, told.opened, told.dressed) == (house, f"{ID}.3", True)
    saved = texts.from_tab(texts.in_tab(dressed, f"{ID}.3", house))
    assert (saved.pack.house, saved.opened, saved.dressed) == (House(), f"{ID}.3", False)
    # What was taken off is not to come back from the store.
    taken_off = texts.from_tab(texts.in_tab(PACK, f"{ID}.3", house))
    assert (taken_off.pack.house, taken_off.dressed) == (House(), True)
    for size in (310_000, 3_000_000):
        large = replace(PACK, house=House(slides=random.Random(1).randbytes(size)))
        text = texts.in_tab(large, f"{ID}.3")
        assert not texts.is_dressed(text)
        assert texts.from_tab(text).pack.items == PACK.items
        assert texts.beside(text, large.house, large.house) == ""
        name = texts.beside(text, large.house)
        told = texts.from_tab(texts.with_beside(text, name))
        assert (told.pack.items, told.opened, told.beside) == (PACK.items, f"{ID}.3", name)
        written = texts.written_beside(large.house)
        assert texts.read_beside(written, name) == large.house
        for wrong in (b"", b"[]", b"{}", b"[" * 100_000, written[:-2], written.replace(b"A", b"B")):
            assert texts.read_beside(wrong, name) is None


@pytest.mark.parametrize("kept", ["", "~", f"{ID}.1~abc", f"{ID}.1~AAAA", "~%%%"])
def test_what_no_tab_kept_is_refused(kept: str) -> None:
    with pytest.raises(PackError):
        texts.from_tab(kept)


def test_a_pack_too_long_for_a_tab_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = texts.in_tab(PACK, "")
    monkeypatch.setattr(texts, "_MOST_IN_TAB", len(kept))
    assert texts.in_tab(PACK, "") == kept
    monkeypatch.setattr(texts, "_MOST_IN_TAB", len(kept) - 1)
    assert texts.in_tab(PACK, "") == ""


def test_a_draft_is_found_by_its_meeting_and_counts_its_views() -> None:
    draft = texts.draft_of(replace(PACK, front=Front("Board in public", "3 December 2026")), "Ada")
    assert (draft.name, draft.author, draft.views, draft.attached) == ("Board", "Ada", 2, "")
    assert "Board in public" in draft.note
    assert "; " in draft.note
    assert texts.draft_of(replace(PACK, house=House(slides=b"x")), "Ada").attached


def test_a_pack_that_is_too_long_for_a_tab_is_not_kept_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = texts.in_tab(PACK, "")
    monkeypatch.setattr(texts, "_MOST_IN_TAB", len(text))
    assert texts.in_tab(PACK, "") == text
    monkeypatch.setattr(texts, "_MOST_IN_TAB", len(text) - 1)
    assert texts.in_tab(PACK, "") == ""
    assert texts.in_tab(replace(PACK, title="x" * 10_000), "") == ""
