"""Batch: how far it is, told as it goes on, and what becomes of one that is interrupted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from footprint.command import batch

FILES = [b"one", b"two", b"three"]


class Going:
    """A batch that has done so many each time somebody looks; None is a key that ends it."""

    count = len(FILES)

    def __init__(self, done: Sequence[int | None]) -> None:
        self.left, self.done = list(done), 0
        self.stopped = False

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """End before all is done."""
        self.stopped = True

    def files(self) -> list[bytes]:
        """What was made."""
        return FILES

    @property
    def finished(self) -> bool:
        """Whether nobody need look again."""
        if self.left:
            done = self.left.pop(0)
            if done is None:
                raise KeyboardInterrupt
            self.done = done
            return False
        return True


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """How far the terminal was told it was."""
    said: list[tuple[int, int]] = []
    monkeypatch.setattr(batch, "tell", lambda done, count: said.append((done, count)))
    monkeypatch.setattr(batch, "_LOOK", 0)
    return said


def test_each_step_is_told_once_from_none_on(told: list[tuple[int, int]]) -> None:
    assert batch._watched(Going([0, 0, 1, 1, 1, 2, 2])) == FILES
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_what_is_interrupted_is_stopped(told: list[tuple[int, int]]) -> None:
    going = Going([0, None])
    with pytest.raises(KeyboardInterrupt):
        batch._watched(going)
    assert (told, going.stopped) == ([(0, 3)], True)
