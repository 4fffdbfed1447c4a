"""Changes of meaning: each a program that says something else, and none of words or types."""

import ast
import random
import subprocess
from pathlib import Path

import pytest

from tests.house import mutants, noticing
from tests.house.changes import changes
from tests.house.code import FOOTPRINT, name_of
from tests.sampled import THOROUGH

QUIET = '''
"""Words > 1, and more words."""
import re
from collections.abc import Callable

Costs = dict[str, int] | None
WORDS = re.compile("a|b", re.ASCII | re.IGNORECASE)


@cached(size=7)
def nothing(rows: list[int] | None, _LOG: Callable[[int], None]) -> int | None:
    """Return 1 and not 2."""
    _LOG.warning("it is", 1 + 1)
    assert isinstance(rows, int | float)
    return None
'''


def told(code: str) -> set[str]:
    """Every change of one piece of code, as the code that comes of it."""
    source = code.encode()
    return {change.put_into(source).decode() for change in changes(source)}


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("a < b", {"(a >= b)", "(a <= b)"}),
        ("a in b", {"(a not in b)"}),
        ("a + b", {"a", "b"}),
        ("a - b", {"a", "(b - a)"}),
        ("a and b", {"(a or b)", "a", "b"}),
        ("not a", {"a"}),
        ("f(a, b)", {"f(b, a)"}),
        ("f(a, a)", set()),
        ("min(a, b)", {"max(a, b)"}),
        ("sorted(a, key=b)", {"sorted(a, key=b, reverse=True)", "list(a)"}),
        ("a = True", {"a = False"}),
        ("a = 7", {"a = 8"}),
        ("[a for a in b if c]", {"([a for a in b])"}),
        ("a if b else c", {"a if (not b) else c"}),
        ("def f() -> list[str]: return a", {"def f() -> list[str]: return []"}),
        ("def f() -> X: return a", {"def f() -> X: return None"}),
        ("'é' + a < b", {"('é' + a >= b)", "('é' + a <= b)", "'é' < b", "a < b"}),
    ],
)
def test_what_could_be_wrong_in_a_piece_of_code(code: str, others: set[str]) -> None:
    assert told(code) == others


def test_words_types_logs_and_what_only_tools_read_are_left_as_they_are() -> None:
    assert told(QUIET) == set()


def test_each_change_of_the_code_is_a_program_that_says_something_else() -> None:
    rng = random.Random(1)
    for path in FOOTPRINT:
        source = path.read_bytes()
        found = changes(source)
        for change in rng.sample(found, min(3 if THOROUGH else 1, len(found))):
            other = ast.parse(change.put_into(source))
            assert ast.dump(other) != ast.dump(ast.parse(source)), (name_of(path), change)


@pytest.mark.parametrize(
    ("found", "alone", "noticed"),
    [
        ("a test", "", True),
        ("", "", True),
        ("a slow test (never ended)", "", True),
        ("a slow test (never ended)", "a slow test (never ended)", False),
    ],
)
def test_a_test_that_is_only_slow_has_noticed_nothing(
    monkeypatch: pytest.MonkeyPatch, found: str, alone: str, noticed: bool
) -> None:
    asked: list[list[list[str]]] = []

    def unchanged(_: object, stages: list[list[str]], _seconds: float) -> str:
        asked.append(stages)
        return alone

    monkeypatch.setattr(mutants, "noticed", unchanged)
    assert mutants._by_the_change(Path("tree"), found, 60) == noticed
    assert asked == ([[["a slow test"]]] if "never" in found else [])


@pytest.mark.parametrize(
    ("said", "noticed"),
    [
        ("a.py::one PASSED\na.py::two FAILED\nFAILED a.py::two - no", "a.py::two"),
        ("a.py::one PASSED\na.py::two ", "a.py::two (never ended)"),
        ("ImportError while loading conftest", "a.py"),
    ],
)
def test_tests_that_fail_hang_or_cannot_be_read_have_noticed(
    monkeypatch: pytest.MonkeyPatch, said: str, noticed: str
) -> None:
    ended = subprocess.CompletedProcess([], 1, stdout=said)
    monkeypatch.setattr(noticing, "_run", lambda *_: ended)
    assert noticing.noticed(Path("tree"), [["a.py", "b.py"]], 60) == noticed


def test_a_change_is_met_by_the_tests_nearest_to_it_first() -> None:
    path, imports = "footprint/optimum/answer.py", noticing.graph()
    own, beside, agreed, asked, above = noticing.tests_of(path, imports, near=False)
    assert own == ["tests/optimum/test_answer.py"]
    assert beside and all(Path(test).parent == Path("tests/optimum") for test in beside)
    assert agreed == ["tests/command/test_agreed.py", "tests/pages/test_agreed.py"]
    assert "tests/standing/test_movers.py" in asked
    assert "tests/ui/test_metrics.py" in above
    several = [*own, *beside, *agreed, *asked, *above]
    assert len(several) == len({*several})
    assert noticing.tests_of(path, imports, near=True) == [own, beside, agreed, asked]
