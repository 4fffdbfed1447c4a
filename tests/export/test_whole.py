"""The whole atlas is made once for everybody, in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from footprint.export import whole
from footprint.export.press import PressError
from footprint.export.whole import WholeAtlas, WholePress


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    whole._KEPT.clear()
    yield
    whole._KEPT.clear()


def worker(log: Path, ends: int = 0) -> tuple[str, ...]:
    """Writes a page, and a line in a log of how often it ran."""
    code = (
        f"import sys; open({str(log)!r}, 'a').write('ran\\n'); print('step 1/2', file=sys.stderr);"
        f"print('the atlas', end=''); sys.exit({ends})"
    )
    return (sys.executable, "-c", code)


def test_it_is_made_once_for_each_version_of_the_data(tmp_path: Path) -> None:
    log = tmp_path / "log"
    for version in ("a", "a", "b", "b"):
        press = WholePress(WholeAtlas(version), worker(log)).start()
        assert press.result() == b"the atlas"
    assert log.read_text().splitlines() == ["ran", "ran"]


def test_it_says_how_far_it_is(tmp_path: Path) -> None:
    press = WholePress(WholeAtlas("a"), worker(tmp_path / "log")).start()
    press.result()
    assert (press.done, press.count) == (1, 2)


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with pytest.raises(PressError):
        WholePress(WholeAtlas("a"), worker(log, ends=1)).start().result()
    assert WholePress(WholeAtlas("a"), worker(log)).start().result() == b"the atlas"
