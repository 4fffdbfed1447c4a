"""Visitors take turns: whoever opens many windows waits for themselves and not before others."""

from __future__ import annotations

import asyncio

import pytest

from ui.gate.turns import Turns, Window


async def _settled() -> None:
    for _ in range(3):
        await asyncio.sleep(0)


class Room:
    """Windows that ask for a turn, by name, in the order in which theirs came."""

    def __init__(self, turns: Turns) -> None:
        self.turns, self.came, self.windows = turns, [], {}
        self._asked: dict[str, asyncio.Task[None]] = {}

    async def asks(self, *names: str) -> None:
        for name in names:
            window = self.windows.setdefault(name, Window(name[0]))
            self._asked[name] = asyncio.create_task(self._ask(name, window))
        await _settled()

    async def _ask(self, name: str, window: Window) -> None:
        await self.turns.take(window)
        self.came.append(name)

    async def ends(self, name: str) -> None:
        self.turns.end(self.windows[name])
        await _settled()

    async def loses(self, name: str) -> None:
        self._asked[name].cancel()
        await _settled()


def test_one_visitor_with_many_windows_leaves_room_for_another() -> None:
    async def play() -> None:
        room = Room(Turns(at_once=4, each=2, late=1))
        await room.asks(*(f"a{n}" for n in range(200)))
        assert room.came == ["a0", "a1"]
        await room.asks("b0", "c0", "c1")
        assert room.came == ["a0", "a1", "b0", "c0"]
        await room.ends("a0")
        assert room.came[4:] == ["a2"]
        await room.ends("a1")
        # Whoever was served longest ago comes first, though another has waited longer.
        assert room.came[5:] == ["c1"]

    asyncio.run(play())


def test_what_takes_long_holds_nobody_else_up_and_does_not_add_up() -> None:
    async def play() -> None:
        room = Room(Turns(at_once=2, each=1, late=1, long=0.01))
        await room.asks("a0", "a1", "a2", "b0")
        assert room.came == ["a0", "b0"]
        await asyncio.sleep(0.1)
        # The first of each takes long: another of each would run only where none does already.
        assert room.came == ["a0", "b0"]
        await room.asks("c0")
        assert room.came[2:] == ["c0"]
        await room.ends("a0")
        assert room.came[3:] == ["a1"]

    asyncio.run(play())


def test_an_office_that_waits_for_many_files_still_sees_its_pages() -> None:
    async def play() -> None:
        room = Room(Turns(long=0.01))
        await room.asks(*(f"a{n}" for n in range(12)))
        await asyncio.sleep(0.2)
        await room.asks("a-page")
        assert room.came == [*(f"a{n}" for n in range(12)), "a-page"]

    asyncio.run(play())


def test_a_page_asked_for_again_while_it_runs_waits_for_nobody() -> None:
    async def play() -> None:
        room = Room(Turns(at_once=2, each=1, late=1))
        await room.asks("a0", "a1", "a0")
        assert room.came == ["a0", "a0"]
        # To end what has not begun changes nothing for it.
        await room.ends("a1")
        await room.ends("a0")
        assert room.came == ["a0", "a0", "a1"]

    asyncio.run(play())


def test_whoever_stops_waiting_or_leaves_gives_the_turn_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.gate.turns._AFTER_LEAVING", 0)

    async def play() -> None:
        room = Room(Turns(at_once=2, each=1, late=1))
        await room.asks("a0", "a1", "a2")
        await room.loses("a1")
        room.turns.leave(room.windows["a0"])
        await asyncio.sleep(0.01)
        await _settled()
        assert room.came == ["a0", "a2"]

    asyncio.run(play())
