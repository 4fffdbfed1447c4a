"""Limits of the shelf: as much as they say is taken, and one more is not."""

from __future__ import annotations

from footprint.shelf import rows
from footprint.shelf.values import PackDraft
from footprint.store.revisions import Act
from tests.store.test_limits import OPTION, refusal

PACK = PackDraft(name="Board", content="a", views=1, data_version="v1", author="Ada")


def test_a_store_takes_fifty_thousand_packs() -> None:
    assert refusal(lambda to: rows.start(to, PACK, ""), 49_999) == ""
    assert "holds 50,000 packs, which" in refusal(lambda to: rows.start(to, PACK, ""), 50_000)


def test_a_thousand_revisions_of_a_pack_are_kept_and_one_more_that_puts_it_away() -> None:
    def said(act: Act, after: int) -> str:
        return refusal(lambda to: rows.append(to, OPTION, PACK, act, after=after))

    assert said("saved", 999) == said("archived", 1_000) == ""
    assert "has 1,000 revisions, and 1,000 is the most" in said("saved", 1_000)
    assert "has 1,001 revisions, and 1,000 is the most" in said("archived", 1_001)
