"""Quotas: what one person, or one option, may put into the store, said in a sentence."""

from dataclasses import replace

import pytest

from footprint.rights.person import Person
from footprint.store import rows
from footprint.store.quotas import Quotas
from footprint.store.revisions import Draft, StoreError
from footprint.store.store import OptionStore
from footprint.store.whose import access

DRAFT = Draft(name="Kent alone", content="a", base="icb-2023", data_version="v1", author="Ada")


def test_whoever_saves_too_often_is_told_when_they_may_again_and_nobody_else_is_held_up() -> None:
    now = [0.0]
    quotas = Quotas(most=3, within=600, clock=lambda: now[0])
    for now[0] in (0, 60, 120):
        quotas.check("ada")
        quotas.count("ada")
    with pytest.raises(StoreError) as refused:
        quotas.check("ada")
    assert str(refused.value).startswith("You have saved 3 times within 10 minutes")
    assert "Save again in 8 minutes; until then what is drawn stays" in str(refused.value)
    quotas.check("ben")
    now[0] = 599.0
    with pytest.raises(StoreError, match="again in a minute"):
        quotas.check("ada")
    now[0] = 600.0
    quotas.check("ada")
    now[0] = 10_000.0
    quotas.check("ada")
    assert quotas._saved == {}


def test_all_together_may_save_so_often_whoever_each_of_them_is() -> None:
    together = Quotas(2, "Everybody together has", clock=lambda: 0.0)
    for _ in range(2):
        together.check("everybody")
        together.count("everybody")
    with pytest.raises(StoreError, match="^Everybody together has saved 2 times within 60 minutes"):
        together.check("everybody")


def test_a_store_takes_so_many_options_and_those_that_are_there_can_go_on(
    store: OptionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST_OPTIONS", 2)
    option = store.save(DRAFT).option
    store.duplicate(option, author="Ada")
    for ask in (lambda: store.save(DRAFT), lambda: store.duplicate(option, author="Ben")):
        with pytest.raises(StoreError, match="holds 2 options, archived ones too, which is the m"):
            ask()
    assert store.save(DRAFT, option=option).revision == 2
    assert len(store.list_options()) == 2


def test_a_person_has_so_many_options_and_nobody_else_is_held_up(
    store: OptionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "MOST_OF_ONE", 2)
    ada = store.seen_by(Person("ada", "Ada", role="editor"))
    option = ada.save(DRAFT).option
    ada.share(option, "everybody")
    ada.duplicate(option, author="")
    for ask in (lambda: ada.save(DRAFT), lambda: ada.duplicate(option, author="")):
        with pytest.raises(StoreError, match="You have 2 options, archived ones too, which is"):
            ask()
    assert ada.save(DRAFT, option=option).revision == 2
    assert store.seen_by(Person("ben", "Ben", role="editor")).save(DRAFT).revision == 1


def test_an_option_takes_so_many_revisions_and_can_still_be_put_away(
    store: OptionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST_REVISIONS", 3)
    option = store.save(DRAFT).option
    for _ in range(2):
        store.save(DRAFT, option=option)
    for ask in (
        lambda: store.save(DRAFT, option=option),
        lambda: store.rename(option, "Sussex", author="Ada"),
        lambda: store.restore(option, 1, author="Ada"),
    ):
        with pytest.raises(StoreError, match="has 3 revisions, and 3 is the most. Save what is"):
            ask()
    store.duplicate(option, author="Ada")
    store.archive(option, author="Ada")
    assert [one.number for one in store.history(option)] == [4, 3, 2, 1]
    with pytest.raises(StoreError, match="3 is the most"):
        store.archive(option, author="Ada")


def test_an_option_takes_so_many_comments_and_tags(
    store: OptionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    option = store.save(DRAFT).option
    tags = tuple(f"tag {number}" for number in range(12))
    store.tag(option, put_on=tags, take_off=(), author="Ada")
    with pytest.raises(StoreError, match="at most 12 tags. Take one off first"):
        store.tag(option, put_on=("more",), take_off=(), author="Ada")
    assert store.tag(option, put_on=("more",), take_off=("tag 0",), author="Ada")[0] == "more"
    monkeypatch.setattr(rows, "MOST_REMARKS", len(store.remarks(option)))
    with pytest.raises(StoreError, match="comments and changes of tags, which is the most"):
        store.comment(option, 1, "One more", author="Ada")
    other = store.save(replace(DRAFT, name="Other")).option
    store.comment(other, 1, "Here", author="Ada")
