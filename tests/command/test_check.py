"""Check: an option file with every fault by its row, or the scorecard of what it draws."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from footprint.command import check
from footprint.command.parsers import CommandError
from tests.shared_workspace import WORK

GOOD = "area,footprint\nE07000008,Cambridge alone\n"
FAULTY = "area,footprint\nE07000008,Cambridge alone\nE99999999,Nowhere\n"


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The facts that the other tests have read."""
    monkeypatch.setattr(check, "workspace", lambda: WORK)


def read(folder: Path, content: str, *typed: str) -> int:
    """What the command ends with for a file."""
    file = folder / "option.csv"
    file.write_text(content, "utf-8")
    return check.main([str(file), *typed])


def test_a_file_without_a_fault_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read(tmp_path, GOOD) == 0
    said = capsys.readouterr().out
    assert "\n\n" in said
    assert read(tmp_path, GOOD, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    # What is in no row is told, and is no fault.
    assert told["problems"] == []
    assert told["notes"][0].startswith("The file does not name ")
    assert told["notes"][0] in said.splitlines()
    assert told["sentence"] in said.splitlines()
    for heading, rows in told["scorecard"].items():
        assert heading in said.splitlines()
        assert rows


def test_a_fault_is_told_with_its_row_and_nothing_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read(tmp_path, FAULTY) == check.FAULTY == 1
    said = capsys.readouterr().out
    assert "E99999999" in said
    assert "\n\n" not in said
    assert read(tmp_path, FAULTY, "--json") == 1
    told = json.loads(capsys.readouterr().out)
    problems = [(one["row"], one["value"]) for one in told["problems"]]
    assert problems == [(3, "E99999999")]
    assert told["problems"][0]["said"] in said.splitlines()
    assert (told["sentence"], told["scorecard"]) == ("", {})


def test_areas_that_are_not_named_stay_in_the_plan_that_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counts = {}
    for begun in ("icb-2023", "merged-2026-04"):
        assert read(tmp_path, GOOD, "--begun", begun, "--json") == 0
        counts[begun] = json.loads(capsys.readouterr().out)["sentence"]
    assert counts["icb-2023"] != counts["merged-2026-04"]


def test_a_file_of_several_options_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "Option 1,Ashford,A\nOption 2,Ashford,B\n"
    assert read(tmp_path, f"Option,Council,ICB\n{rows}") == check.FAULTY
    said = capsys.readouterr().out
    assert "“Option” names 2 options one under another: “Option 1” and “Option 2”; send" in said


TWO = "Option,Council,ICB\nOption 1,Ashford,A\nOption 2,Ashford,B\n"


def test_a_question_is_printed_with_the_flag_that_answers_it_and_the_flag_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read(tmp_path, TWO) == 1
    lines = capsys.readouterr().out.splitlines()
    flag = "--choose option:0:1"
    place = lines.index(f"{flag}  The rows where “Option” is “Option 2”")
    assert lines[place + 1 : place + 3] == ["Option    Council  ICB", "Option 2  Ashford  B"]
    assert read(tmp_path, TWO, "--json") == 1
    question = json.loads(capsys.readouterr().out)["question"]
    assert [one["flag"] for one in question["readings"]] == ["--choose option:0:0", flag]
    assert read(tmp_path, TWO, *flag.split()) == 0
    assert "Only the rows where “Option” is “Option 2” were read." in capsys.readouterr().out


def test_one_file_may_ask_twice_and_is_answered_in_any_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "Scheme 1,Ashford,A,X\nScheme 2,Ashford,B,Y\nScheme 1,Dover,A,X\nScheme 2,Dover,B,X\n"
    asked = f"Option,Council,First cluster,Second cluster\n{rows}"
    assert read(tmp_path, asked, "--choose", "option:0:0") == 1
    assert "--choose footprint:3  “Second cluster” names the footprints" in capsys.readouterr().out
    answers = ("--choose", "footprint:3", "--choose", "option:0:0")
    assert read(tmp_path, asked, *answers) == 0


def test_an_answer_to_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="“option:0:7” answers nothing that is asked"):
        read(tmp_path, TWO, "--choose", "option:0:7")
    with pytest.raises(CommandError, match="answers nothing"):
        read(tmp_path, GOOD, "--choose", "option:0:0")


COSTS = "ICB,2024/25,2025/26\nKent and Medway,60,61\nSussex,50,51\nTotal,110,115\n"


def test_own_costs_of_two_years_are_asked_about_until_it_is_said_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read(tmp_path, COSTS, "--costs") == 1
    said = capsys.readouterr().out
    assert "--choose cost:2  The costs of 2025/26\nICB              2025/26\n" in said
    flags = ("--choose", "cost:2", "--choose", "unit:1e+06")
    assert read(tmp_path, COSTS, "--costs", *flags) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The costs under “2025/26” were read as £ million.",
        "Row 4, “Total”, was left out. It says £115.0m, but the costs that were read come to "
        "£112.0m.",
        "",
        "ICB  Name             Cost before the cut, £m",
        "QKS  Kent and Medway                     61.0",
        "QNX  Sussex                              51.0",
    ]
    assert read(tmp_path, COSTS, "--costs", "--json", *flags) == 0
    assert json.loads(capsys.readouterr().out)["costs"] == {"QKS": 61e6, "QNX": 51e6}
    with pytest.raises(CommandError, match="“cost:9” answers nothing that is asked"):
        read(tmp_path, COSTS, "--costs", "--choose", "cost:9")
