"""What visitors left behind is collected once in a while, and never after each run of a page."""

from __future__ import annotations

import asyncio
import gc
import tomllib

import pytest

from tests.browser.conftest import ROOT
from ui.shell import server


def test_streamlit_does_not_collect_after_every_run() -> None:
    told = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert told["runner"]["postScriptGC"] is False


@pytest.mark.parametrize(("work", "collected"), ((True, [None]), (False, [])))
def test_the_server_collects_where_something_ran(
    monkeypatch: pytest.MonkeyPatch, work: bool, collected: list[None]
) -> None:
    asked: list[None] = []
    counts = iter([1, 2 if work else 1, *[2 if work else 1] * 100])
    monkeypatch.setattr(server, "_collections", lambda: next(counts))
    monkeypatch.setattr(gc, "collect", lambda: asked.append(None))

    async def a_while() -> None:
        giving = asyncio.create_task(server.give_back(pause=0.01))
        await asyncio.sleep(0.1)
        giving.cancel()

    asyncio.run(a_while())
    assert asked == collected
