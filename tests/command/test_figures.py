"""Figures: measures of a plan and what changes between two, as tables, CSV and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from footprint.command import figures
from tests.shared_workspace import WORK

TWO = ("--measure", "residents", "--measure", "published_cost")
MERGED = ("--plan", "merged-2026-04")


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The facts that the other tests have read."""
    monkeypatch.setattr(figures, "workspace", lambda: WORK)


def printed(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    """What the measures of a plan are printed as."""
    assert figures.measures(typed) == 0
    return capsys.readouterr().out


def test_measures_are_printed_a_footprint_to_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    head, *lines = printed(capsys, *MERGED, "--measure", "residents").splitlines()
    assert head.split("  ")[0] == "Footprint"
    assert head.endswith("Residents")
    assert len(lines) == 36
    teams = printed(capsys, *MERGED, "--measure", "residents", "--layer", "teams").splitlines()
    assert len(teams) == 1 + 26


def test_a_regional_plan_is_completed_with_the_plan_that_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    old = printed(capsys, "--plan", "london-three", "--base", "icb-2023", *TWO).splitlines()
    # Three for London, and those of 2023 that are not London's: 42 - 5.
    assert len(old) == 1 + 3 + 37


def test_a_csv_has_codes_and_numbers_as_they_are_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = printed(capsys, *MERGED, *TWO, "--csv")
    head, first, *others = out.splitlines()
    assert head.split(",")[:2] == ["Code", "Footprint"]
    assert first.startswith("Z9B2Z,West and North London,Merger,3617796")
    assert len(others) == 35
    file = tmp_path / "measures.csv"
    told = printed(capsys, *MERGED, *TWO, "-o", str(file))
    assert told == f"{file}: 36 footprints, 2 measures\n"
    assert file.read_bytes().decode("utf-8-sig").splitlines() == out.splitlines()
    one = printed(capsys, *MERGED, "--measure", "residents", "-o", str(file))
    assert one == f"{file}: 36 footprints, 1 measure\n"


def test_without_a_measure_every_one_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = json.loads(printed(capsys, *MERGED, "--json"))
    assert len(told["units"]) == len(figures.MEASURES)
    (thames,) = (one for one in told["footprints"] if one["code"] == "S0E4D")
    assert (thames["name"], thames["what"]) == ("Thames Valley", "Merger")
    assert thames["figures"]["residents"] == 2_319_787
    # £18.76 for each of 2,205,286 weighted heads, in millions to one decimal.
    assert thames["figures"]["envelope"] == 41.4
    assert thames["figures"]["published_cost"] is None


def test_words_that_look_made_inert_already_are_told_from_those_that_are() -> None:
    assert figures._safe("'=1+1") == "''=1+1"
    assert figures._safe(-4.5) == -4.5


def test_what_changes_is_told_from_the_first_plan_named_to_the_second(
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed = ("icb-2023", "merged-2026-04", "--scope", "London")
    assert figures.compare(typed) == 0
    sentence, _, basis, _, head, *_ = capsys.readouterr().out.splitlines()
    assert sentence.startswith(
        "In London: 5 statutory bodies of April 2023 become 4 of April 2026, and "
    )
    assert sentence.endswith("Split districts: none under either.")
    assert basis.startswith("Same basis for everything here: ")
    assert "London;" in basis
    assert head.index("A: 42 ICBs (to March 2026)") < head.index("B: 36 ICBs (April 2026)")


def test_a_comparison_is_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert figures.compare(("icb-2023", "merged-2026-04", "--scope", "London", "--json")) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["plans"] == ["42 ICBs (to March 2026)", "36 ICBs (April 2026)"]
    bodies = next(one for one in told["scorecard"] if one["label"] == "Statutory bodies")
    assert bodies == {
        "label": "Statutory bodies",
        "said": ["5", "4"],
        "differences": ["−1"],
        "directions": ["no better or worse"],
    }
    assert told["measures"]
    assert told["changes"]
    assert told["splits"]
