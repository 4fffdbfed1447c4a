"""The process apart: it stands ready with the facts, and makes a copy of itself for each file.

Run as a script it takes pickled tasks as frames on its standard input, and answers each with a
frame on its standard output: a letter that says how it went, and the pickled answer. Its tasks come
from the app that started it; only their contents come from strangers. It ends with its input.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import select
import signal
import sys
import time
from typing import Protocol

from footprint.apart.frames import MOST, bytes_of, receive, send
from footprint.apart.limits import Limits, hold_to

DONE, TOO_MUCH, FAILED = b"d", b"t", b"f"
_LOG = logging.getLogger(__name__)
_CHUNK = 2**16
_NICER = 5
PATIENCE = 60.0
"""Seconds by the clock, where the machine has other things to do."""


class Work(Protocol):
    """Something to do within limits."""

    @property
    def limits(self) -> Limits:
        """How much it may use."""

    def do(self) -> object:
        """Do it."""


def main() -> None:
    """Answer tasks until there are no more."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    # Nothing else may write where the answers go.
    sys.stdout = sys.stderr
    from footprint.apart import tasks

    tasks.make_ready()
    gc.collect()
    gc.freeze()
    while (asked := receive(source)) is not None:
        send(answer(pickle.loads(asked)), sink)


def answer(work: Work) -> bytes:
    """Do one piece of work in a copy of this process, and say how it went."""
    if not hasattr(os, "fork"):
        return _done(work)
    back, there = os.pipe()
    copy = os.fork()
    if not copy:
        os.close(back)
        _in_copy(work, there)
    os.close(there)
    try:
        return _heard(back, copy)
    finally:
        os.close(back)


def _in_copy(work: Work, there: int) -> None:
    """Do the work within its limits, write how it went, and end."""
    try:
        os.nice(_NICER)
        # The tasks to come and the answers are not for a copy to read or write among.
        os.dup2(os.open(os.devnull, os.O_RDONLY), sys.__stdin__.fileno())
        os.dup2(sys.__stderr__.fileno(), sys.__stdout__.fileno())
        hold_to(work.limits)
        with os.fdopen(there, "wb") as pipe:
            pipe.write(_done(work))
    finally:
        # Without the clearing up that belongs to the process this is a copy of.
        os._exit(0)


def _done(work: Work) -> bytes:
    try:
        return DONE + bytes_of(work.do())
    except (MemoryError, RecursionError):
        return TOO_MUCH
    # What a stranger's file makes of five libraries is not for this process to foresee.
    except Exception as problem:
        _LOG.warning("A file could not be read: %s", type(problem).__name__)
        return FAILED


def _heard(back: int, copy: int) -> bytes:
    """What the copy says, if it says all of it in time."""
    heard, until = bytearray(), time.monotonic() + PATIENCE
    while (left := until - time.monotonic()) > 0 and len(heard) <= MOST:
        if not select.select([back], [], [], left)[0]:
            break
        chunk = os.read(back, _CHUNK)
        if not chunk:
            _, status = os.waitpid(copy, 0)
            return bytes(heard) if status == 0 and heard else TOO_MUCH
        heard += chunk
    os.kill(copy, signal.SIGKILL)
    os.waitpid(copy, 0)
    return TOO_MUCH


if __name__ == "__main__":
    main()
