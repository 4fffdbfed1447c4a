"""Marks: every figure is published, worked out, implied or yours, and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from footprint.content.glossary import GLOSSARY
from footprint.measures import marks

ROOT = Path(__file__).parents[2]
WORDS = (marks.PUBLISHED, marks.WORKED_OUT, marks.IMPLIED, marks.YOURS)
PAPERS = ("README.md", "CONTRIBUTING.md", "docs/command-line.md")

# A figure that is called estimated, and one that is called second-hand without being published.
_OTHER_MARKS = re.compile(
    r"\bestimated\b|\((?![^()]*published)[^()]*second-hand[^()]*\)", re.IGNORECASE
)


def _texts(tree: ast.AST) -> Iterator[str]:
    """Every text of a module that is no docstring."""
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def _other_marks(source: str) -> list[str]:
    docless = (text for text in _texts(ast.parse(source)) if not text.isidentifier())
    return [text for text in docless if _OTHER_MARKS.search(text)]


def test_what_follows_one_of_the_four_words_begins_with_it() -> None:
    assert marks.BY_SHARE.startswith(marks.WORKED_OUT)
    assert marks.RETOLD.startswith(marks.PUBLISHED)


@pytest.mark.parametrize("room", ["footprint", "ui", "pages"])
def test_no_text_marks_a_figure_by_another_word(room: str) -> None:
    found = {
        str(file.relative_to(ROOT)): told
        for file in sorted((ROOT / room).rglob("*.py"))
        if (told := _other_marks(file.read_text("utf-8")))
    }
    assert found == {}


def test_another_mark_would_be_seen() -> None:
    assert _other_marks('x = f"£3m (estimated) {y}"') == ["£3m (estimated) "]
    assert _other_marks('x = "£3m (second-hand)"') == ["£3m (second-hand)"]
    assert _other_marks('x = "£3m (published, second-hand)"') == []


@pytest.mark.parametrize("paper", PAPERS)
def test_no_document_marks_a_figure_by_another_word(paper: str) -> None:
    assert _OTHER_MARKS.findall((ROOT / paper).read_text("utf-8")) == []


def test_the_glossary_has_the_four_words_and_no_fifth() -> None:
    known = [word.word.lower() for word in GLOSSARY]
    assert [word for word in known if word in WORDS] == list(WORDS)
    assert not {"estimated", "second-hand"} & {*known}
