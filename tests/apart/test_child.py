"""The process apart: its limits bite, and what comes out of it is values only."""

import io
import os
import pickle
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cached_property

import pytest

from footprint.apart import child
from footprint.apart import keeper as apart
from footprint.apart.child import DONE, FAILED, TOO_MUCH, answer
from footprint.apart.frames import MOST, FrameError, bytes_of, receive, send, value_of
from footprint.apart.keeper import ApartError, Keeper
from footprint.apart.limits import Limits
from footprint.apart.tasks import ScenarioFile
from footprint.intake.rows import Problem
from footprint.intake.uploads import Upload

FEW = Limits(seconds=1, memory=50 * 2**20)
only_with_limits = pytest.mark.skipif(sys.platform != "linux", reason="there are no limits to set")


@dataclass(frozen=True)
class Doing:
    """Some work, by what it does."""

    what: str
    limits: Limits = FEW

    def do(self) -> object:
        """Do it."""
        if self.what == "for ever":
            while True:
                pass
        if self.what == "without end":
            return len(bytearray(10**10))
        if self.what == "broken":
            raise KeyError("a secret of the file")
        if self.what == "too long":
            return "x" * (MOST + 1)
        return 42


@only_with_limits
@pytest.mark.parametrize(
    ("what", "how"),
    [
        ("well", DONE),
        ("for ever", TOO_MUCH),
        ("without end", TOO_MUCH),
        ("too long", TOO_MUCH),
        ("broken", FAILED),
    ],
)
def test_work_in_a_copy_is_held_to_its_limits(
    what: str, how: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    said = answer(Doing(what))
    assert said[:1] == how
    assert not said[1:] or value_of(said[1:]) == 42
    assert "secret" not in caplog.text


def test_an_answer_comes_back_as_it_was_without_what_it_had_worked_out() -> None:
    upload = Upload(None, (Problem(3, "Hrat", "is no district"),), b"x", ("a",))
    assert value_of(bytes_of(upload)) == upload
    assert b"pandas" not in bytes_of(_Thoughtful(3))


@dataclass(frozen=True)
class _Thoughtful:
    number: int

    @cached_property
    def _worked_out(self) -> object:
        return pickle

    def __post_init__(self) -> None:
        self.__dict__["_worked_out"] = "pandas"


class _Harmful:
    def __init__(self, call: object, *given: object) -> None:
        self.call, self.given = call, given

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self.call, self.given


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps(_Harmful(print, "x")),
        pickle.dumps(_Harmful(subprocess.run, ["true"])),
        pickle.dumps(_Harmful(eval, "1")),
        # A function of ours is no value either, nor is what one of our modules has imported.
        pickle.dumps(_Harmful(send, b"x")),
        b"\x80\x04\x8c\x17footprint.apart.keeper\x8c\x10subprocess.Popen\x93.",
        b"\x80\x04\x8c\x17footprint.apart.keeper\x8c\x04ROOT\x93.",
        b"",
        b"junk",
    ],
)
def test_what_could_do_anything_is_never_read(content: bytes) -> None:
    with pytest.raises(FrameError):
        value_of(content)


def test_a_frame_that_is_cut_short_is_none() -> None:
    whole = io.BytesIO()
    send(b"content", whole)
    assert receive(io.BytesIO(whole.getvalue())) == b"content"
    assert receive(io.BytesIO(whole.getvalue()[:-1])) is None
    assert receive(io.BytesIO(b"\xff" * 8)) is None
    assert receive(io.BytesIO()) is None


def _keeper(script: str, **more: float) -> Keeper:
    return Keeper((sys.executable, "-c", script), **more)


def test_a_process_that_ends_is_begun_again_for_the_next_file() -> None:
    keeper = _keeper("import sys; sys.stdin.buffer.read(8)")
    numbers = set()
    for _ in range(2):
        with pytest.raises(ApartError, match="ended before it had read this one"):
            keeper.ask(ScenarioFile(b"cap = 1"))
        keeper.make_ready()
        numbers.add(keeper.number)
    keeper.end()
    assert len(numbers) == 2


def test_who_waits_too_long_for_a_turn_is_told() -> None:
    keeper = _keeper("import time; time.sleep(60)", turn=0.01)
    assert keeper._turn.acquire()
    with pytest.raises(ApartError, match="Many files are being read just now"):
        keeper.ask(ScenarioFile(b"cap = 1"))


def test_a_process_that_never_answers_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_TOO_LATE", 0.2)
    with pytest.raises(ApartError, match="more time or memory"):
        _keeper("import time; time.sleep(60)").ask(ScenarioFile(b"cap = 1"))


@pytest.mark.parametrize(("ends", "heard"), [(0, b"all of it"), (3, TOO_MUCH)])
def test_what_a_copy_says_counts_once_it_has_ended_well(ends: int, heard: bytes) -> None:
    back, forth = os.pipe()
    copy = os.fork()
    if not copy:
        os.write(forth, b"all of it")
        os.close(forth)
        # It has said all, and ends a little later.
        time.sleep(0.1)
        os._exit(ends)
    os.close(forth)
    assert child._heard(back, copy) == heard
    os.close(back)
