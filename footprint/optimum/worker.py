"""The optimum in a process of its own, which can be told to be content with what it has.

Run as a script it takes one pickled question on its standard input, tells how far it is on
standard error, and writes the pickled answer on standard output. Its input comes from the app that
started it, never from a reader. Told to end, it still answers, with the best it found.
"""

from __future__ import annotations

import importlib.util
import pickle
import signal
import sys
import threading

from footprint.facts.atlas import load_atlas
from footprint.optimum.answer import Answer, Progress, Refused, told
from footprint.optimum.asked import Sought
from footprint.optimum.search import optimum
from footprint.plans.assignment import PlanError

MEMORY = 3 * 2**30
"""Bytes; to search all of England takes about a seventh of that."""


def main() -> None:
    """Answer one question."""
    enough = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: enough.set())
    _limit_memory()
    sought: Sought = pickle.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(pickle.dumps(_answer(sought, enough)))


def _limit_memory() -> None:
    """Let a search that grows out of bounds fail, rather than the machine; not on Windows."""
    if importlib.util.find_spec("resource"):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _answer(sought: Sought, enough: threading.Event) -> Answer | Refused:
    try:
        return optimum(
            load_atlas(), sought.asked, seconds=sought.seconds, tell=_tell, cancelled=enough.is_set
        )
    except PlanError as problem:
        return Refused(str(problem))


def _tell(progress: Progress) -> None:
    print(told(progress), file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
