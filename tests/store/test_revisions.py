"""Revisions: which drafts are kept, to the last character, and which texts can be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.rights.policy import Access
from footprint.store import revisions
from footprint.store.revisions import Draft, StoreError, checked, folded, seen
from footprint.store.whose.sharing import sentence

DRAFT = Draft(name=" Kent ", content="a", base="icb-2023", data_version="v1", author="Ada")


def test_a_draft_is_kept_as_it_is_but_for_room_around_its_name() -> None:
    assert checked(DRAFT) == replace(DRAFT, name="Kent")


@pytest.mark.parametrize(
    ("field", "most"),
    [("name", 300), ("note", 10_000), ("author", 200), ("base", 200), ("data_version", 200)],
)
def test_a_text_as_long_as_may_be_is_kept_and_one_letter_more_is_not(field: str, most: int) -> None:
    assert getattr(checked(replace(DRAFT, **{field: "x" * most})), field) == "x" * most
    with pytest.raises(StoreError, match=f"is {most + 1:,} characters long. Keep it to {most:,}"):
        checked(replace(DRAFT, **{field: "x" * (most + 1)}))


def test_a_megabyte_is_counted_in_bytes() -> None:
    assert checked(replace(DRAFT, content="x" * 1_000_000)).content
    with pytest.raises(StoreError, match="larger than 1 MB"):
        checked(replace(DRAFT, content="é" * 500_001))


@pytest.mark.parametrize("text", ["a\0b", "a\ud800", "a\udfff"])
def test_what_no_database_gives_back_is_refused(text: str) -> None:
    with pytest.raises(StoreError, match="a character that cannot be saved"):
        checked(replace(DRAFT, author=text))
    revisions.check_text("author", "a\ue000\ud7ff", 10)


@pytest.mark.parametrize(
    ("text", "visible"), [("a", True), ("\u200b", False), (" \t", False), ("", False), (" a", True)]
)
def test_a_name_has_to_be_seen(text: str, visible: bool) -> None:
    assert seen(text) == visible
    if not visible:
        with pytest.raises(StoreError, match="has no name"):
            checked(replace(DRAFT, name=text))


def test_a_search_finds_letters_large_or_small() -> None:
    assert folded("STRASSE ﬁne") == folded("straße FINE")


@pytest.mark.parametrize(
    ("access", "said"),
    [
        (Access(), "Everybody signed in sees it"),
        (Access("a", "Ada", "everybody"), "Everybody signed in sees it"),
        (Access("a", "Ada", "team", "Kent"), "The team Kent sees it"),
        (Access("a", "Ada", "private"), "Only Ada and admins see it"),
        (Access("", "", "private"), "Only admins see it"),
        (Access("a", "Ada", intact=False), "Only admins see it, because what was kept of whose it"),
    ],
)
def test_who_sees_an_option_is_said(access: Access, said: str) -> None:
    told = sentence(access)
    assert told.startswith(said) if not access.intact else told == said
