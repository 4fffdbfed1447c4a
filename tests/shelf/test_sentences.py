"""Sentences on packs: who did what, and what another save would do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from footprint.shelf import sentences
from footprint.shelf.values import KeptPack

ONE = KeptPack(
    pack="p",
    number=1,
    act="saved",
    name="Board",
    note="",
    author="Ada",
    saved_at=datetime(2026, 9, 17, 12, 30, tzinfo=UTC),
    data_version="v",
    parent=None,
    views=1,
)


def kept(**more: object) -> KeptPack:
    return replace(ONE, **more)


@pytest.mark.parametrize(
    ("act", "words"), [("saved", "saved"), ("restored", "brought back"), ("archived", "archived")]
)
def test_what_was_done_is_told_with_by_whom(act: str, words: str) -> None:
    assert sentences.done(kept(act=act)).startswith(f"{words} by Ada on 17 September 2026")
    assert "by Ada" not in sentences.done(kept(author=""))


def test_views_and_revisions_are_counted_in_words() -> None:
    assert sentences.listed(ONE).startswith("1 view, 1 revision. Last saved by Ada")
    assert sentences.listed(kept(views=2, number=3)).startswith("2 views, 3 revisions. Last")


def test_one_pack_of_the_same_name_is_told_otherwise_than_several() -> None:
    one = sentences.same_name((ONE,))
    assert one.startswith("Another pack is called “Board”. It was saved by Ada")
    two = sentences.same_name((kept(name="First"), ONE))
    assert two.startswith("2 other packs are called “First”. The one saved last was saved by Ada")


def test_a_newer_revision_is_named_by_its_number() -> None:
    assert sentences.newer(kept(number=4)).startswith(
        "Revision 4 is newer than the one you opened: saved by Ada"
    )
