"""Guidance: the lines stand in one place, as they were published, and everything follows them."""

import ast
from collections.abc import Iterator

import pytest

from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import BY_KEY as CRITERIA
from footprint.facts import guidance
from footprint.facts.manifest import read_table
from footprint.measures.catalogue import BY_KEY
from footprint.money.scenario import Scenario
from footprint.view import View
from tests.house.code import FOOTPRINT, PAGES, UI, name_of, tree

PUBLISHED = {
    "running cost envelope": guidance.CAP,
    "minimum population (national guidance as reported)": guidance.LEAST_PEOPLE,
    "minimum population (East of England principle)": guidance.LEAST_PEOPLE,
    "minimum population of merged ICBs (NHS England letter of 2 June 2026)": guidance.LEAST_MERGED,
    "guideline population (blueprint as reported)": guidance.GUIDELINE,
    "more than one acute trust (East of England)": guidance.LEAST_TRUSTS,
}


@pytest.mark.parametrize("row", PUBLISHED)
def test_each_line_is_the_one_that_was_published(row: str) -> None:
    rows = read_table("data/criteria.csv").set_index("criterion")
    assert float(rows.at[row, "threshold"]) == PUBLISHED[row]


def test_what_is_usual_everywhere_is_what_the_guidance_says() -> None:
    assert Thresholds() == Thresholds(
        least=guidance.LEAST_PEOPLE,
        tolerance=guidance.TOLERANCE,
        cap=guidance.CAP,
        trusts=guidance.LEAST_TRUSTS,
    )
    assert Scenario().cap == guidance.CAP
    usual = View()
    assert float(usual.cap) == guidance.CAP
    assert float(usual.least) == guidance.LEAST_PEOPLE
    assert float(usual.trusts) == guidance.LEAST_TRUSTS
    assert float(usual.tolerance) / 100 == guidance.TOLERANCE


ELSEWHERE = {"footprint/facts/guidance.py"}


def _said(node: ast.AST) -> Iterator[object]:
    """Every constant of a piece of code, but for its docstrings."""
    for inner in ast.iter_child_nodes(node):
        told = isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Constant)
        if isinstance(inner, ast.Constant):
            yield inner.value
        elif not told:
            yield from _said(inner)


def test_no_other_code_writes_the_cap_or_the_least_as_a_number_or_in_words() -> None:
    found = {
        name_of(path)
        for path in [*FOOTPRINT, *UI, *PAGES]
        for said in _said(tree(path))
        if any(line in str(said) for line in ("18.76", "1 million people", "1 million residents"))
    }
    assert found - ELSEWHERE == set()
    assert "footprint/facts/guidance.py" in found


def test_words_are_formed_from_the_lines() -> None:
    assert CRITERIA["cap"].label == "Within £18.76 per weighted head"
    assert CRITERIA["people"].label == "At least 1 million people"
    assert BY_KEY["envelope"].label == "Envelope at £18.76 (worked out), £ million"
    assert "at least 1 million people, and takes 2 million" in BY_KEY["residents"].why
    assert "1.5 million reportedly asked of merged ICBs" in BY_KEY["residents"].why
