"""The project's own code as files and syntax trees, for tests that read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(*patterns: str) -> list[Path]:
    """Every file that matches; a pattern that matches nothing is a test that checks nothing."""
    found: list[Path] = []
    for pattern in patterns:
        here = sorted(ROOT.glob(pattern))
        assert here, f"{pattern} matches no file"
        found += here
    return found


def name_of(path: Path) -> str:
    """A file by its path from the root."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Every module a file imports, in dotted form, wherever in the file it does so."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


FOOTPRINT = files("footprint/**/*.py")
UI = files("ui/**/*.py")
GEO = files("geo/**/*.py")
BENCH = files("bench/*.py")
PAGES = files("app.py", "pages/*.py")
TESTS = files("tests/**/*.py")
