"""What the document says is proved, asked again where that takes next to no time."""

from __future__ import annotations

import json
import re
import shlex
from typing import NamedTuple

import pytest

from footprint.facts.manifest import ROOT
from footprint.optimum.__main__ import main

TOLD = (ROOT / "docs" / "every-option.md").read_text(encoding="utf-8")


def number(said: str) -> int:
    return int(said.replace(",", ""))


class Row(NamedTuple):
    """One line of the table of what was asked."""

    question: str
    options: str
    best: int
    least: int
    proved: bool
    seconds: int


_ROW = r"^\| ([^|]+) \| `(--[^|`]+)` \| ([\d,]+) \| ([\d,]+) \| (yes|no) \| (\d+) \|$"
ROWS = [
    Row(question, options, number(best), number(least), proved == "yes", int(seconds))
    for question, options, best, least, proved, seconds in re.findall(_ROW, TOLD, re.MULTILINE)
]
AT_ONCE = [row for row in ROWS if row.seconds == 1 and row.best]


def test_what_is_proved_is_what_could_not_be_less() -> None:
    assert len(ROWS) > 20
    assert AT_ONCE
    assert [row.question for row in ROWS if row.proved != (row.best == row.least)] == []
    assert [row.question for row in ROWS if row.best < row.least] == []
    assert 0 < sum(row.proved for row in ROWS) < len(ROWS)


@pytest.mark.parametrize("row", AT_ONCE, ids=lambda row: row.options)
def test_what_is_proved_at_once_is_still_proved(row: Row, capsys) -> None:
    asked = ["--nearest", "merged-2026-04", *shlex.split(row.options), "--seconds", "300", "--json"]
    assert main(asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["value"], told["bound"]) == ("proved", row.best, row.least)
