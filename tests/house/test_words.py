"""Nothing is drawn but through the one module that makes words from elsewhere literal."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit

from tests.house.code import PAGES, UI, files, imported, name_of, tree
from ui.shell import drawing

DRAWING = "ui.shell.drawing"
# What may speak to Streamlit itself, because it shows nothing that Markdown is read in.
BESIDE = {
    "app.py",
    "ui/gate/around.py",
    "ui/gate/door.py",
    "ui/gate/hosts.py",
    "ui/gate/messages.py",
    "ui/gate/metrics.py",
    "ui/gate/uploads.py",
    "ui/gate/versions.py",
    "ui/process/fresh.py",
    "ui/process/memory.py",
    "ui/shell/assets.py",
    "ui/shell/document.py",
    "ui/shell/drawing.py",
    "ui/shell/server.py",
    "ui/shell/words.py",
    "ui/who/current.py",
    "ui/who/streamlits.py",
    "ui/who/visitors.py",
    "ui/who/visits.py",
}
# What says how Markdown is shown, and holds none.
NO_WORDS = {"unsafe_allow_html", "width", "wrap", "anchors"}
OPTIONS = {"options", "format_func"}
# Words behind a menu that no page has.
NEVER_GIVEN = {("set_page_config", "menu_items")}
TYPES_ONLY = {"streamlit.delta_generator.DeltaGenerator"}
EVERYWHERE = [*UI, *PAGES]


def _calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]


def _names(path: Path) -> set[str]:
    """Every name that the file’s imports make."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }


def _draws(name: str) -> bool:
    """Whether Streamlit has a call of this name that a container has too."""
    return hasattr(streamlit.delta_generator.DeltaGenerator, name)


def _read_as_markdown() -> Iterator[tuple[str, str]]:
    """Every parameter of a call of Streamlit's of which its own words speak of Markdown."""
    for name in {*dir(streamlit), *dir(streamlit.delta_generator.DeltaGenerator)} - {"secrets"}:
        call = getattr(streamlit, name, None)
        told = inspect.getdoc(call) if callable(call) and not name.startswith("_") else ""
        _, _, rest = (told or "").partition("Parameters\n----------\n")
        for part in re.split(r"\n(?=\S)", re.split(r"\n\n[A-Z]\w+\n-+\n", rest)[0]):
            if "markdown" in part.lower():
                yield name, part.partition(":")[0].strip()


def test_every_text_that_streamlit_reads_as_markdown_is_made_literal() -> None:
    past = {
        (call, name)
        for call, name in _read_as_markdown()
        if call not in drawing._CLOSED
        and name not in {*drawing._READ, *NO_WORDS}
        and not (call in drawing._CHOICES and name in OPTIONS)
    }
    assert past == NEVER_GIVEN
    given = {word.arg for path in EVERYWHERE for call in _calls(path) for word in call.keywords}
    assert given.isdisjoint(name for _, name in NEVER_GIVEN)


@pytest.mark.parametrize("path", EVERYWHERE, ids=name_of)
def test_only_the_shell_speaks_to_streamlit_itself(path: Path) -> None:
    direct = {one for one in imported(path) if one.split(".")[0] == "streamlit"} - TYPES_ONLY
    assert not direct or name_of(path) in BESIDE


@pytest.mark.parametrize("path", EVERYWHERE, ids=name_of)
def test_nothing_is_drawn_on_a_container_of_its_own(path: Path) -> None:
    """A container's own calls would go past what makes words literal: `with` is for that."""
    known = _names(path)
    past = [
        f"line {call.lineno}: {ast.unparse(call.func)}"
        for call in _calls(path)
        if isinstance(call.func, ast.Attribute)
        and _draws(call.func.attr)
        and isinstance(call.func.value, (ast.Name, ast.Call))
        and ast.unparse(call.func.value) not in known
        and call.func.attr not in str.__dict__
    ]
    assert past == []


@pytest.mark.parametrize("path", [p for p in UI if p.name != "words.py"], ids=name_of)
def test_marks_stand_in_the_code_and_come_from_nowhere_else(path: Path) -> None:
    for call in _calls(path):
        name = ast.unparse(call.func).split(".")[-1]
        assert name != "Marked", f"line {call.lineno}: only words.py makes text Marked"
        if name == "marked":
            assert isinstance(call.args[0], ast.Constant), f"line {call.lineno}"


@pytest.mark.parametrize("path", files("tests/**/*.py"), ids=name_of)
def test_no_page_is_asked_to_turn_text_into_a_program(path: Path) -> None:
    """Pages refuse it, but only at a second look, so such a wait fails on a busy machine alone."""
    called = [call.func for call in _calls(path)]
    assert not any(getattr(one, "attr", "") == "wait_for_function" for one in called)
