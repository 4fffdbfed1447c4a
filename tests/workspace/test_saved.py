"""Saved options of the workspace: what is kept of them, and what they are said to begin from."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from footprint.options import carry
from footprint.options.links import LinkError
from footprint.options.option import Option, begin, rename
from footprint.store.revisions import StoreError
from footprint.workspace import saved
from footprint.workspace.plans import plan
from tests.shared_workspace import WORK

TODAY = "merged-2026-04"


def drawn() -> Option:
    option = begin(plan(WORK, TODAY), TODAY)
    return rename(option, next(iter(option.plan.by_id)), "Another name")


KEY = "saved-01234567-89ab-cdef-0123-456789abcdef.3"


class Reader:
    """A store with one option, or with none."""

    def __init__(self, name: str = "") -> None:
        self.name = name

    def read(self, option: str, number: int) -> SimpleNamespace:
        if not self.name:
            raise StoreError("It is not there.")
        assert option in KEY
        return SimpleNamespace(name=self.name, drawn_by="Ada", number=number)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Callable[[Reader], None]:
    """Put a reader in the place of the store."""
    return lambda reader: monkeypatch.setattr(type(WORK), "reader", reader)


def test_what_is_saved_opens_as_it_was_without_a_report() -> None:
    option = drawn()
    again, report = saved._opened(WORK, saved.saved_content(WORK, option))
    assert report is None
    assert again.plan.assignment == option.plan.assignment
    assert [one.name for one in again.plan.footprints] == [
        one.name for one in option.plan.footprints
    ]


def test_what_stood_on_other_data_is_carried_over_with_a_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    option = drawn()
    content = saved.saved_content(WORK, option)
    monkeypatch.setattr(saved.links, "stands_on", lambda *_: False)
    again, report = saved._opened(WORK, content)
    assert report is not None
    assert again.plan.assignment == option.plan.assignment

    def refused(*_: object) -> None:
        raise carry.CarryError("Too much has changed.")

    monkeypatch.setattr(saved.carry, "carry", refused)
    with pytest.raises(LinkError, match="Too much has changed."):
        saved._opened(WORK, content)


def test_a_key_that_names_no_option_is_told_in_a_sentence() -> None:
    with pytest.raises(StoreError, match="Choose one from the list"):
        saved.saved(WORK, TODAY)


def test_what_it_was_begun_from_is_said_by_its_title(store: Callable[[Reader], None]) -> None:
    assert saved.begun_title(WORK, TODAY) == WORK.plans[TODAY].title
    assert saved.begun_title(WORK, f"{TODAY}~teams") == WORK.plans[TODAY].title
    assert saved.begun_title(WORK, "no-such-plan") == "another plan"
    store(Reader("Ours"))
    assert saved.begun_title(WORK, KEY) == "Option: Ours (revision 3, Ada)"
    store(Reader())
    assert saved.begun_title(WORK, KEY) == "another saved option"


def test_where_people_sign_in_no_saved_option_is_named(
    monkeypatch: pytest.MonkeyPatch, store: Callable[[Reader], None]
) -> None:
    store(Reader("Ours"))
    monkeypatch.setattr(WORK, "person", SimpleNamespace(name="Ada"))
    assert saved.begun_title(WORK, TODAY) == WORK.plans[TODAY].title
    assert saved.begun_title(WORK, KEY) == "another saved option"
