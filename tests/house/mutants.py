"""Do the tests notice? Changes of meaning, put into a copy of the tree one by one.

    python -m tests.house.mutants --seed 7 --sample 60 [--rooms money plans] [--near]
        [--seconds 300] [--jobs 1]

Each change is met by the tests that could notice it, nearest first, until one does: those of its
module and of its room, the texts that were agreed, those that import it, and those of all that
stands on it; with `--near` the last are left out. A change that no test has noticed when its
seconds are over counts as missed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from tests.house.changes import Change, changes
from tests.house.code import FOOTPRINT, ROOT, name_of
from tests.house.noticing import NEVER_ENDED, changed, graph, noticed, tests_of

LEAST = 0.9
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


def tried(
    mutants: Sequence[Mutant], jobs: int, *, near: bool, seconds: float
) -> Iterator[tuple[Mutant, str]]:
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
                with changed(tree / mutant.path, mutant.change):
                    test = noticed(tree, tests_of(mutant.path, imports, near=near), seconds)
                return test if _by_the_change(tree, test, seconds) else ""
            finally:
                free.put(tree)

        yield from zip(mutants, pool.map(met, mutants), strict=True)


def _by_the_change(tree: Path, test: str, seconds: float) -> bool:
    """Whether a test that never ended does end without the change, and was not only slow."""
    hung = test.removesuffix(f" ({NEVER_ENDED})")
    return hung == test or not noticed(tree, [[hung]], seconds)


def main() -> int:
    """Tell of each change whether it was noticed and by what; 1 if too many were not."""
    asked = _asked()
    mutants = sampled(random.Random(asked.seed), asked.sample, asked.rooms)
    caught: list[str] = []
    found = tried(mutants, asked.jobs, near=asked.near, seconds=asked.seconds)
    for mutant, test in found:
        caught += [test] if test else []
        print(f"{'caught' if test else 'MISSED'}  {mutant.told}\n        {test}", flush=True)
    share = len(caught) / len(mutants)
    print(f"{len(caught)} of {len(mutants)} caught ({share:.0%}), seed {asked.seed}")
    ended = sorted({test for test in caught if NEVER_ENDED not in test})
    if failing := noticed(ROOT, [ended] if ended else [], asked.seconds):
        print(f"This says nothing, for one test fails without any change: {failing}")
    return int(share < LEAST or bool(failing))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Do the tests notice changes of meaning?")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("--sample", type=int, default=60, help="how many changes")
    parser.add_argument("--rooms", nargs="*", default=[], help="only in these rooms of footprint")
    parser.add_argument("--near", action="store_true", help="only the nearest tests")
    parser.add_argument("--seconds", type=float, default=900, help="for one change at most")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
