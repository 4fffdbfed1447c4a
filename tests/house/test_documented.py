"""Everything public says what it is, and nothing is too long to read."""

import ast
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from footprint.facts.manifest import MANIFEST, read_manifest
from footprint.measures.catalogue import MEASURES, Measure
from tests.house.code import FOOTPRINT, GEO, PAGES, ROOT, TESTS, UI, name_of, tree

LIBRARY = [*FOOTPRINT, *UI]
CODE = [*LIBRARY, *GEO]
NOT_DATA = {".py", ".pyc", ".md"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def public(node: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """Public classes and functions, and the public methods of those classes."""
    for child in node.body:
        if isinstance(child, (Function, ast.ClassDef)) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


def body_lines(function: Function) -> int:
    """Lines of a function below its signature, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", [*CODE, *PAGES], ids=name_of)
def test_a_module_says_what_it_knows(path: Path) -> None:
    said = ast.get_docstring(tree(path)) or ""
    assert said.splitlines()[:1], f"{name_of(path)} has no docstring"
    assert said.splitlines()[0].endswith((".", "?", ":"))


@pytest.mark.parametrize("path", LIBRARY, ids=name_of)
def test_everything_public_begins_with_a_sentence(path: Path) -> None:
    silent = [
        node.name
        for node in public(tree(path))
        if not (ast.get_docstring(node) or "").split("\n")[0].endswith(".")
    ]
    assert silent == []


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_every_function_names_its_types(path: Path) -> None:
    bare = []
    for function in functions(path):
        given = function.args
        named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
        untyped = [
            argument.arg
            for argument in named
            if argument and argument.annotation is None and argument.arg not in ("self", "cls")
        ]
        if untyped or function.returns is None:
            bare.append((function.name, untyped))
    assert bare == []


def test_no_function_is_too_long() -> None:
    long = [
        f"{name_of(path)}: {function.name} has {body_lines(function)} lines"
        for path in CODE
        for function in functions(path)
        if body_lines(function) > 40
    ]
    assert long == []


def test_most_functions_are_short() -> None:
    lengths = [body_lines(function) for path in CODE for function in functions(path)]
    assert statistics.median(lengths) <= 8


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_fits_on_a_screen(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 60


def test_every_published_file_is_in_the_manifest_and_no_other() -> None:
    found = {
        name_of(path)
        for folder in ("data", "geo")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in NOT_DATA
    }
    listed = [source.path for source in read_manifest().sources]
    assert len(set(listed)) == len(listed)
    assert set(listed) == found - {MANIFEST}


def test_every_entry_of_the_manifest_can_be_trusted() -> None:
    for source in read_manifest().sources:
        for field in ("title", "publisher", "date", "retrieved_from", "licence", "done"):
            assert getattr(source, field).strip(), (source.path, field)
        if source.path.endswith(".csv"):
            assert all(meaning.strip() for meaning in source.columns.values()), source.path
            assert source.columns, source.path


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_a_measure_says_what_it_is_why_it_matters_and_where_it_is_from(measure: Measure) -> None:
    listed = {source.path for source in read_manifest().sources}
    assert measure.label
    assert measure.least
    assert measure.most
    assert measure.why.endswith(".")
    assert measure.basis.endswith(".")
    assert measure.sources
    assert set(measure.sources) <= listed


def test_every_plan_says_what_it_is_and_who_says_so() -> None:
    plans = tomllib.loads((ROOT / "data" / "plans.toml").read_text(encoding="utf-8"))["plan"]
    for plan in plans:
        for field in ("title", "as_of", "effective", "status", "scope", "confidence", "summary"):
            assert plan[field], (plan["key"], field)
        assert plan["summary"].endswith(".")
        assert plan["sources"], plan["key"]
        assert all(source["url"].startswith("https://") for source in plan["sources"])


def test_no_note_of_unfinished_work_is_left_in_the_code() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    left = [
        (name_of(path), mark)
        for path in [*CODE, *PAGES, *TESTS]
        for mark in marks
        if mark in path.read_text(encoding="utf-8")
    ]
    assert left == []
