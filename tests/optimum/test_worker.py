"""The worker: one question in, one answer out, within its memory."""

from __future__ import annotations

import io
import pickle
import resource
import sys
import threading
from types import SimpleNamespace

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum import worker
from footprint.optimum.answer import Refused
from footprint.optimum.asked import Asked, Sought
from footprint.plans.assignment import PlanError
from footprint.plans.plan import Plan


@pytest.fixture
def toy_is_england(monkeypatch: pytest.MonkeyPatch, toy: Atlas) -> None:
    """The toy country in place of the published facts."""
    monkeypatch.setattr(worker, "load_atlas", lambda: toy)


@pytest.mark.usefixtures("toy_is_england")
def test_a_question_is_answered_as_it_was_written(
    monkeypatch: pytest.MonkeyPatch, today: Plan
) -> None:
    asked = pickle.dumps(Sought(Asked(today, whole=("lad",)), seconds=5))
    out, limits = io.BytesIO(), []
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(asked)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    monkeypatch.setattr(worker.signal, "signal", lambda *_: None)
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: limits.append(limit))
    worker.main()
    # All of Birch in one footprint: 200 people move.
    assert pickle.loads(out.getvalue()).value == 200
    assert limits == [(resource.RLIMIT_DATA, (3 * 2**30, 3 * 2**30))]


@pytest.mark.usefixtures("toy_is_england")
def test_what_cannot_be_asked_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, today: Plan
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PlanError("It cannot be.")

    monkeypatch.setattr(worker, "optimum", refuse)
    answer = worker._answer(Sought(Asked(today), seconds=5), threading.Event())
    assert answer == Refused("It cannot be.")
