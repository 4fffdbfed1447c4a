"""The names that documents give in code: what each claims to be, and whether it is there."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house.code import BENCH, FOOTPRINT, GEO, ROOT, TESTS, UI, tree

_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
_PATH = re.compile(r"[\w.-]*/[\w./-]*|[\w-]+\.(py|md|toml|csv|svg|json|geojson|txt)")
_DOTTED = re.compile(r"(footprint|ui|geo|bench|tests)(\.\w+)+")
_PLAIN = re.compile(r"[A-Za-z_]\w*(\.\w+)?(\(\))?")


def named(document: Path) -> list[str]:
    """Everything a document gives in code, outside its blocks of code, and every link to a file."""
    text = _FENCED.sub("", document.read_text(encoding="utf-8"))
    files = [link for link in _LINK.findall(text) if ":" not in link]
    return [*_CODE.findall(text), *(str((document.parent / f).relative_to(ROOT)) for f in files)]


def commands(document: Path) -> list[str]:
    """Every line of a document that runs something of ours, in blocks of code or out of them."""
    text = document.read_text(encoding="utf-8")
    return re.findall(r"\bmake [a-z]+\b(?=[`\n ]*(?:#|`|\n|$))|python -m (?!pip)[\w.]+", text)


def exists(name: str) -> bool:
    """Whether a name is that of a file, a module, a command or something defined in the code."""
    if name.startswith(("make ", "python -m ")):
        return runs(name)
    if _DOTTED.fullmatch(name):
        return _resolves(name)
    if (ROOT / name).exists():
        return True
    if _PATH.fullmatch(name):
        return any(ROOT.glob(f"*/{name}"))
    return bool(_PLAIN.fullmatch(name)) and set(name.removesuffix("()").split(".")) <= _defined()


def runs(command: str) -> bool:
    """Whether a command names a target of the Makefile, or a module."""
    *_, what = re.match(r"(make|python -m) (\S+)", command).groups()
    if command.startswith("make "):
        return bool(re.search(rf"^{what}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    return importlib.util.find_spec(what) is not None


def _resolves(name: str) -> bool:
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@cache
def _defined() -> frozenset[str]:
    """Every name of ours: modules, definitions in them and in classes, and columns of tables."""
    code = [*FOOTPRINT, *UI, *GEO, *BENCH, *TESTS]
    found = {path.stem for path in code} | {path.parent.name for path in code}
    for path in code:
        found.update(_names(tree(path)))
    tables = (path.read_text("utf-8").split("\n", 1)[0] for path in ROOT.glob("data/**/*.csv"))
    return frozenset(found.union(*(head.split(",") for head in tables)))


def _names(node: ast.Module | ast.ClassDef) -> Iterator[str]:
    for child in node.body:
        if isinstance(child, ast.ClassDef):
            yield child.name
            yield from _names(child)
        elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield child.name
        elif isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name):
            yield child.target.id
        elif isinstance(child, ast.Assign):
            yield from (target.id for target in child.targets if isinstance(target, ast.Name))
