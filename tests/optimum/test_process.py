"""The optimum in a process of its own: what goes in, what is told, and what comes out."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys

import pytest

from footprint.facts.manifest import ROOT
from footprint.optimum.answer import Progress, Refused, heard, told
from footprint.optimum.asked import Asked, Sought
from footprint.plans.plan import Plan

WORKER = (sys.executable, "-m", "footprint.optimum.worker")


def answered(sought: Sought) -> object:
    done = subprocess.run(
        WORKER, cwd=ROOT, input=pickle.dumps(sought), capture_output=True, check=True
    )
    assert all(heard(line) for line in done.stderr.decode().splitlines())
    return pickle.loads(done.stdout)


@pytest.mark.parametrize("best", [None, 12_345])
def test_progress_is_heard_as_it_was_told(best: int | None) -> None:
    progress = Progress("South West", 4, 1_000, best, 2.5)
    assert heard(told(progress)) == progress


@pytest.mark.parametrize("line", ["", "Traceback (most recent call last):", "{}", "[1]", "3"])
def test_any_other_line_is_no_progress(line: str) -> None:
    assert heard(line) is None


def test_a_process_of_its_own_answers_as_the_search_does(shipped: dict[str, Plan]) -> None:
    plan = shipped["merged-2026-04"].seen_as("bodies")
    answer = answered(Sought(Asked(plan, unit="utla", least=1_000_000, region="South West")))
    assert answer.state == "proved"
    assert answer.plan.by_id.keys() < plan.by_id.keys()


def test_what_cannot_be_asked_comes_back_as_a_sentence(shipped: dict[str, Plan]) -> None:
    asked = Asked(shipped["merged-2026-04"], whole=("parish",))
    refused = answered(Sought(asked))
    assert isinstance(refused, Refused)
    assert "no tier called parish" in refused.why


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit.")
def test_a_search_is_held_to_its_memory() -> None:
    code = (
        "from footprint.optimum import worker\n"
        "worker._limit_memory()\n"
        "try:\n"
        "    bytearray(worker.MEMORY)\n"
        "except MemoryError:\n"
        "    print('refused')"
    )
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "refused"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking.")
def test_a_worker_told_to_end_answers_with_the_best_it_has(shipped: dict[str, Plan]) -> None:
    plan = shipped["merged-2026-04"].seen_as("bodies")
    # Of two million each the first word comes at once, and nobody has seen the last.
    asked = Asked(plan, unit="utla", whole=("utla",), least=2_000_000)
    sought = Sought(asked, seconds=300)
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(WORKER, cwd=ROOT, **pipes) as process:
        process.stdin.write(pickle.dumps(sought))
        process.stdin.close()
        assert heard(process.stderr.readline().decode())
        process.send_signal(signal.SIGTERM)
        answer = pickle.loads(process.stdout.read())
    assert answer.state == "found"
    assert answer.bound < answer.value
    assert answer.seconds < sought.seconds / 2
