"""Searches: the best plan sought out of the app's own process, watched, stopped and refused."""

from __future__ import annotations

import pickle
import sys
import time
from collections.abc import Sequence

import pytest
from cachetools import LRUCache

from footprint.export import press, searches
from footprint.export.searches import Search, SearchError
from footprint.optimum.asked import Asked, Sought
from footprint.plans.plan import Plan

# Workers without England: one refuses at once, one tells how far it is and then sleeps.
_READS = "import pickle, sys, time\nsys.stdin.buffer.read()\n"
REFUSES = f"""{_READS}
from footprint.optimum.answer import Refused
sys.stdout.buffer.write(pickle.dumps(Refused("Ask for something else.")))
"""
SLEEPS = f"""{_READS}
from footprint.optimum.answer import Progress, told
print(told(Progress("", 1, 5, 9, 1.0)), file=sys.stderr, flush=True)
time.sleep(60)
"""


def sought(plan: Plan, **asked: object) -> Sought:
    return Sought(Asked(plan.seen_as("bodies"), least=1_000_000, **asked))


def stubbed(plan: Plan, code: str) -> Search:
    worker: Sequence[str] = (sys.executable, "-c", code)
    return Search(sought(plan), worker).start()


def begun(search: Search) -> Search:
    """The same search, once it has told how far it is."""
    while search.progress is None:
        assert not search.finished
        time.sleep(0.01)
    return search


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer that another test was given."""
    monkeypatch.setattr(searches, "_PROVED", LRUCache(30))


@pytest.fixture
def plan(shipped: dict[str, Plan]) -> Plan:
    """The ICBs of today."""
    return shipped["merged-2026-04"]


def test_an_answer_comes_back_from_a_process_and_is_known_to_whoever_asks_next(plan: Plan) -> None:
    asked = {"unit": "utla", "whole": ("utla",), "region": "South West"}
    search = Search(sought(plan, **asked)).start()
    answer = search.answer()
    assert (answer.state, answer.value) == ("proved", 1_843_363)
    assert search.finished
    assert search._process.poll() == 0
    assert search.progress.bound <= answer.bound
    again = Search(sought(plan, **asked)).start()
    assert again.finished
    assert again._process is None
    assert again.answer() == answer


def test_how_far_it_is_is_known_while_it_goes_on(plan: Plan) -> None:
    search = begun(stubbed(plan, SLEEPS))
    assert (search.progress.bound, search.progress.best) == (5, 9)
    before = search.seconds
    time.sleep(0.05)
    assert 0 < before < search.seconds
    search.stop()


def test_stopping_ends_what_has_nothing_to_say(plan: Plan) -> None:
    search = begun(stubbed(plan, SLEEPS))
    search.stop()
    with pytest.raises(SearchError, match="You stopped this"):
        search.answer()


def test_what_was_found_when_it_is_stopped_is_the_answer(plan: Plan) -> None:
    search = begun(Search(sought(plan, unit="lad", whole=("lad",))).start())
    search.stop()
    answer = search.answer()
    assert answer.state == "found"
    assert answer.bound < answer.value


def test_a_refusal_is_said_in_its_own_words(plan: Plan) -> None:
    with pytest.raises(SearchError, match="Ask for something else."):
        stubbed(plan, REFUSES).answer()


def test_a_search_that_breaks_down_is_said_in_a_sentence(
    plan: Plan, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(SearchError, match="needed too much memory"):
        stubbed(plan, "raise MemoryError").answer()
    assert "MemoryError" in caplog.text


def test_what_goes_on_for_far_too_long_is_ended(plan: Plan) -> None:
    search = Search(sought(plan), (sys.executable, "-c", SLEEPS))
    search.longest = 0.2
    assert search.seconds == 0
    with pytest.raises(SearchError, match="failed"):
        search.start().answer()


def test_a_second_reader_is_not_held_up_and_no_paper_is(plan: Plan) -> None:
    first, second = (begun(stubbed(plan, SLEEPS)) for _ in range(2))
    assert not first.waiting
    assert not second.waiting
    assert searches._TURNS is not press._TURNS
    for one in (first, second):
        one.stop()


def test_the_question_is_sent_as_it_is(plan: Plan) -> None:
    echo = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"
    assert pickle.loads(stubbed(plan, echo).result()) == sought(plan)
