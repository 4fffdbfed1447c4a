"""Fields: what a field shows already is not written again."""

from __future__ import annotations

import pytest

from ui.parts import fields


class Written(dict[str, object]):
    """A session's values that counts how often each is written."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[str] = []

    def __setitem__(self, key: str, value: object) -> None:
        self.times.append(key)
        super().__setitem__(key, value)


def test_a_field_is_written_only_where_it_shows_something_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = Written()
    monkeypatch.setattr(fields.st, "session_state", held)
    for value in ("", "", "Typed", "Typed", False, False, True):
        fields.show("caption", value)
    assert held["caption"] is True
    assert held.times == ["caption"] * 4
