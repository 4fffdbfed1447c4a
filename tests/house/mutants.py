"""Do the tests notice? Changes of meaning, put into a copy of the tree one by one.

    python -m tests.house.mutants --seed 7 --sample 60 [--rooms money plans]

Each change is met by the tests that could notice it, nearest first, until one does.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

import grimp

from tests.house.changes import Change, changes
from tests.house.code import FOOTPRINT, ROOT, TESTS, name_of

LEAST = 0.9
# Tests of the outlines, of how the code is written, and in a browser: not of what it means.
_OUTSIDE = ("tests.house", "tests.browser", "tests.england.test_recipe")
# Seconds without one test coming to an end, and seconds in all for one change.
_HANGS, _LONGEST = 90, 900
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
_PYTEST = [sys.executable, "-m", "pytest", "-x", "-v", "--no-header", "--tb=no"]
_PYTEST += ["-p", "no:cacheprovider", "-p", "no:xdist", "-o", f"faulthandler_timeout={_HANGS}"]
_PYTEST += ["-o", "faulthandler_exit_on_timeout=true"]
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis")


@dataclass(frozen=True)
class Mutant:
    """One module with one change."""

    path: str
    change: Change

    @property
    def told(self) -> str:
        """Where it is and what it does, on one line."""
        before, after = (
            " ".join(words.split())[:60] for words in (self.change.before, self.change.after)
        )
        return f"{self.path}:{self.change.line} {self.change.kind}: {before} -> {after}"


def sampled(rng: random.Random, count: int, rooms: Sequence[str]) -> list[Mutant]:
    """Changes over as many modules, and of as many kinds, as there can be."""
    known = {name_of(path): changes(path.read_bytes()) for path in FOOTPRINT}
    wanted = [path for path in known if known[path] and _inside(path, rooms)]
    found: dict[Mutant, None] = {}
    most = sum(len(known[path]) for path in wanted)
    while len(found) < min(count, most):
        rng.shuffle(wanted)
        for path in wanted[: count - len(found)]:
            kind = rng.choice(sorted({change.kind for change in known[path]}))
            found[Mutant(path, rng.choice([c for c in known[path] if c.kind == kind]))] = None
    return list(found)


def _inside(path: str, rooms: Sequence[str]) -> bool:
    return not rooms or Path(path).parts[1].removesuffix(".py") in rooms


def graph() -> grimp.ImportGraph:
    """Who imports whom, the tests included."""
    return grimp.build_graph("footprint", "ui", "tests", cache_dir=None)


def tests_of(path: str, imports: grimp.ImportGraph) -> list[list[str]]:
    """The tests that could notice a change of a module: its own, its room's, and those above."""
    module = path.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")
    own = f"tests/{Path(path).parent.relative_to('footprint')}/test_{Path(path).stem}.py"
    every = [name_of(file) for file in TESTS if file.name.startswith("test_")]
    asking = imports.find_downstream_modules(module)

    def distance(test: str) -> int:
        chain = imports.find_shortest_chain(importer=_module(test), imported=module)
        return len(chain or ())

    # Pages are run as files, so that nobody is seen to import them.
    able = [test for test in every if _module(test) in asking or test.startswith("tests/pages/")]
    able = [test for test in able if not _module(test).startswith(_OUTSIDE) and test != own]
    room = [test for test in able if Path(test).parent.name == Path(path).parent.name]
    above = sorted({*able} - {*room}, key=lambda t: (t.startswith("tests/pages"), distance(t), t))
    return [stage for stage in ([own] if own in every else [], room, above) if stage]


def _module(test: str) -> str:
    return test.removesuffix(".py").replace("/", ".")


@contextmanager
def changed(tree: Path, mutant: Mutant) -> Iterator[None]:
    """A copy of the tree with the change in it, and afterwards without."""
    file = tree / mutant.path
    was, when = file.read_bytes(), file.stat()
    file.write_bytes(mutant.change.put_into(was))
    try:
        yield
    finally:
        file.write_bytes(was)
        os.utime(file, ns=(when.st_atime_ns, when.st_mtime_ns))


def noticed(tree: Path, stages: Sequence[Sequence[str]]) -> str:
    """Which test fails in a tree first; nothing if all pass, or as many as there is time for."""
    until = time.monotonic() + _LONGEST
    for stage in stages:
        left = until - time.monotonic()
        try:
            run = _run(tree, stage, left)
        except subprocess.TimeoutExpired:
            return ""
        if run.returncode:
            failed = _FAILED.search(run.stdout)
            return failed[1] if failed else f"{_last(run.stdout)} (never ended)"
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


def _last(said: str) -> str:
    """The test that was running when everything stopped."""
    begun = [line.split()[0] for line in said.splitlines() if "::" in line]
    return begun[-1] if begun else "the tests could not be read"


def tried(mutants: Sequence[Mutant], jobs: int) -> Iterator[tuple[Mutant, str]]:
    """Each change with the test that noticed it, in copies of the tree that go away."""
    imports = graph()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        free: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            copy = Path(folder, str(number), "tree")
            free.put(shutil.copytree(ROOT, copy, ignore=_LEFT_OUT))

        def met(mutant: Mutant) -> str:
            tree = free.get()
            try:
                with changed(tree, mutant):
                    return noticed(tree, tests_of(mutant.path, imports))
            finally:
                free.put(tree)

        yield from zip(mutants, pool.map(met, mutants), strict=True)


def main() -> int:
    """Tell of each change whether it was noticed and by what; 1 if too many were not."""
    asked = _asked()
    seed = random.Random(asked.seed)
    mutants = sampled(seed, asked.sample, asked.rooms)
    caught = 0
    for mutant, test in tried(mutants, asked.jobs):
        caught += bool(test)
        print(f"{'caught' if test else 'MISSED'}  {mutant.told}\n        {test}", flush=True)
    print(f"{caught} of {len(mutants)} caught ({caught / len(mutants):.0%}), seed {asked.seed}")
    return int(caught < LEAST * len(mutants))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Do the tests notice changes of meaning?")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("--sample", type=int, default=60, help="how many changes")
    parser.add_argument("--rooms", nargs="*", default=[], help="only in these rooms of footprint")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
