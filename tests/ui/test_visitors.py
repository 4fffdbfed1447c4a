"""Visitors: from where somebody visits, and a file that is given up once they have left."""

from __future__ import annotations

import sys

import pytest

from footprint.export.orders import Order
from footprint.export.press import Press, PressError
from footprint.export.turns import UNKNOWN
from footprint.export.workers import Workers
from ui.papers import press
from ui.who import visitors
from ui.who.visitors import presence, visitor_of

_SLEEPS = (sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)")
_MAKES = (sys.executable, "-I", "-S", "-c", "print('made', end='')")


@pytest.mark.parametrize(
    ("address", "visitor"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("", ""),
    ],
)
def test_a_visitor_is_an_address_or_what_those_of_one_office_begin_with(address, visitor) -> None:
    assert visitor_of(address) == visitor


class _Run:
    session_id = "this one"


class _Server:
    """A server to which one session is connected."""

    here = "this one"

    @staticmethod
    def exists() -> bool:
        """There is a server."""
        return True

    @classmethod
    def instance(cls) -> type[_Server]:
        """The one server."""
        return cls

    @classmethod
    def is_active_session(cls, session: str) -> bool:
        """Whether a session is connected."""
        return session == cls.here


def test_whoever_closes_the_page_is_there_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitors, "get_script_run_ctx", lambda **_: _Run)
    monkeypatch.setattr(visitors, "Runtime", _Server)
    is_there = presence()
    assert is_there()
    monkeypatch.setattr(_Server, "here", "another")
    assert not is_there()


def test_without_a_server_everybody_is_there() -> None:
    assert presence()()


def _by(worker: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        press, "Press", lambda order, whose: Press(order, Workers(worker), whose=whose)
    )


def test_a_file_is_made_for_whoever_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    _by(_MAKES, monkeypatch)
    assert press.made(Order("csv", ()), UNKNOWN, lambda: True) == b"made"


def test_a_file_is_given_up_once_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    _by(_SLEEPS, monkeypatch)
    with pytest.raises(PressError, match="^You stopped this"):
        press.made(Order("csv", ()), UNKNOWN, lambda: False)
