"""Limits of the store: as much as they say is taken, and one more is not."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection

from footprint.rights.person import Person
from footprint.store import rows
from footprint.store.quotas import Quotas
from footprint.store.remarks import tag_of
from footprint.store.revisions import Act, Draft, StoreError
from footprint.store.whose import access

DRAFT = Draft(name="Kent alone", content="a", base="icb-2023", data_version="v1", author="Ada")
ADA = Person("ada", "Ada", role="editor")
OPTION = "61a7b680-da49-40a0-b2e4-9d120fa193ca"


class TakenError(Exception):
    """Something was going to be written, and so was not refused."""


class Holding:
    """A connection to a store that can be asked once how many rows it holds, where that is said."""

    def __init__(self, count: int | None) -> None:
        self.count, self.asked = count, count is None

    def execute(self, *_: object) -> SimpleNamespace:
        if self.asked:
            raise TakenError
        self.asked = True
        last = SimpleNamespace(number=self.count, seal="")
        return SimpleNamespace(scalar=lambda: self.count, first=lambda: last)


def refusal(take: Callable[[Connection], object], count: int | None = None) -> str:
    """What a store that holds so much says to one more; "" where it takes it."""
    try:
        take(Holding(count))
    except StoreError as problem:
        return str(problem)
    except TakenError:
        pass
    return ""


@pytest.mark.parametrize(
    ("take", "most", "said"),
    [
        (lambda to: rows.start(to, DRAFT, "saved"), 50_000, "holds 50,000 options"),
        (lambda to: access.check_room(to, ADA), 2_000, "You have 2,000 options"),
        (lambda to: rows.remark(to, "a", "tagged", 1, {"author": ""}), 1_000, "has 1,000 comments"),
    ],
)
def test_a_store_takes_as_much_as_it_says_and_then_no_more(
    take: Callable[[Connection], object], most: int, said: str
) -> None:
    assert refusal(take, most - 1) == ""
    assert said in refusal(take, most)


def test_a_thousand_revisions_are_kept_and_one_more_that_puts_them_away() -> None:
    def said(act: Act, after: int) -> str:
        return refusal(lambda to: rows.append(to, OPTION, DRAFT, act, after=after))

    assert said("saved", 999) == said("archived", 1_000) == ""
    assert "has 1,000 revisions, and 1,000 is the most" in said("saved", 1_000)
    assert "has 1,001 revisions, and 1,000 is the most" in said("archived", 1_001)


def test_somebody_saves_a_hundred_and_twenty_times_an_hour() -> None:
    now = [0.0]
    quotas = Quotas(clock=lambda: now[0])
    for _ in range(120):
        quotas.check("ada")
        quotas.count("ada")
    for now[0], wait in ((0.0, "60 minutes"), (3_599.0, "a minute")):
        with pytest.raises(StoreError, match=f"120 times within 60 minutes.* again in {wait};"):
            quotas.check("ada")
    now[0] = 3_600.0
    quotas.check("ada")


def test_a_tag_has_thirty_letters() -> None:
    assert tag_of("x" * 30) == "x" * 30
    with pytest.raises(StoreError, match="Keep it to 30"):
        tag_of("x" * 31)
