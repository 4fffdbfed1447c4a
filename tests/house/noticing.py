"""Which test notices that a module says something else, and which tests could."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import grimp

from tests.house.changes import Change
from tests.house.code import TESTS, name_of

# Tests of the outlines, of how the code is written, and in a browser: not of what it means.
_OUTSIDE = ("tests.house", "tests.browser", "tests.england.test_recipe")
# Seconds without one test coming to an end.
_HANGS = 90
NEVER_ENDED = "never ended"
_FAILED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.MULTILINE)
_PYTEST = [sys.executable, "-m", "pytest", "-x", "-v", "--no-header", "--tb=no"]
_PYTEST += ["-p", "no:cacheprovider", "-p", "no:xdist", "-o", f"faulthandler_timeout={_HANGS}"]
_PYTEST += ["-o", "faulthandler_exit_on_timeout=true"]


def graph() -> grimp.ImportGraph:
    """Who imports whom, the tests included."""
    return grimp.build_graph("footprint", "ui", "tests", cache_dir=None)


def tests_of(path: str, imports: grimp.ImportGraph, *, near: bool) -> list[list[str]]:
    """The tests that could notice a change of a module: its own, those beside it, and those above.

    Beside it stand the tests of its room. Texts that were agreed come next: they are quick, and
    hold what most of the code says. Then whatever test imports the module itself.
    """
    module = path.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")
    # A room inside a room is tested with the one around it.
    room = Path("tests", *Path(path).parts[1:-1][:1])
    own = (room / f"test_{Path(path).stem}.py").as_posix()
    every = [name_of(file) for file in TESTS if file.name.startswith("test_")]
    asking = imports.find_downstream_modules(module)

    def distance(test: str) -> int:
        chain = imports.find_shortest_chain(importer=_module(test), imported=module)
        return len(chain or ())

    # Pages are run as files, so that nobody is seen to import them.
    able = [test for test in every if _module(test) in asking or test.startswith("tests/pages/")]
    able = [test for test in able if not _module(test).startswith(_OUTSIDE) and test != own]
    direct = imports.find_modules_that_directly_import(module)
    beside = [t for t in able if Path(t).parent == room]
    agreed = [t for t in able if Path(t).stem == "test_agreed" and t not in beside]
    asked = [t for t in able if _module(t) in direct and t not in (*beside, *agreed)]
    rest = {*able} - {*beside, *agreed, *asked}
    above = sorted(rest, key=lambda t: (t.startswith("tests/pages"), distance(t), t))
    stages = [[own] if own in every else [], beside, agreed, asked, [] if near else above]
    return [stage for stage in stages if stage]


def _module(test: str) -> str:
    return test.removesuffix(".py").replace("/", ".")


@contextmanager
def changed(file: Path, change: Change) -> Iterator[None]:
    """A module with a change in it, and afterwards without."""
    was, when = file.read_bytes(), file.stat()
    file.write_bytes(change.put_into(was))
    try:
        yield
    finally:
        file.write_bytes(was)
        os.utime(file, ns=(when.st_atime_ns, when.st_mtime_ns))


def noticed(tree: Path, stages: Sequence[Sequence[str]], seconds: float) -> str:
    """Which test fails in a tree first; nothing if all pass, or as many as there is time for.

    Where tests cannot even be read, it is the first file of those that were asked.
    """
    until = time.monotonic() + seconds
    for stage in stages:
        left = until - time.monotonic()
        try:
            run = _run(tree, stage, left)
        except subprocess.TimeoutExpired:
            return ""
        if run.returncode:
            failed = _FAILED.search(run.stdout)
            return failed[1] if failed else _running(run.stdout) or stage[0]
    return ""


def _run(tree: Path, tests: Sequence[str], seconds: float) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_PYTEST, *tests],
        cwd=tree,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=seconds,
    )


def _running(said: str) -> str:
    """The test that was running when everything stopped; nothing if none could even begin."""
    begun = [line.split()[0] for line in said.splitlines() if "::" in line]
    return f"{begun[-1]} ({NEVER_ENDED})" if begun else ""
