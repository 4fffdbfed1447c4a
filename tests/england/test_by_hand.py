"""The comparisons in docs/comparisons.md, worked out again from the tables alone."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from footprint.pages import compare
from footprint.view import View
from tests.shared_workspace import WORK

ROOT = Path(__file__).parents[2]
NOTE = (ROOT / "docs" / "comparisons.md").read_text(encoding="utf-8")
TODAY, AGREED = "merged-2026-04", "agreed-2025-09"
CASES = {
    "east-model-a": TODAY,
    "east-model-b": TODAY,
    "east-model-c": TODAY,
    "greater-lincolnshire-alt": AGREED,
}


def rows(path: str) -> list[dict[str, str]]:
    with (ROOT / "data" / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


BLOCKS = rows("blocks.csv")


def owners(plan: str, layer: str) -> dict[str, str]:
    """The name of what holds each block that a plan says something of."""
    rules = {(row["icb"], row["lad"]): row[f"{layer}_name"] for row in rows(f"plans/{plan}.csv")}
    named = {
        one["block"]: rules.get((one["icb"], one["lad"]), rules.get((one["icb"], "")))
        for one in BLOCKS
    }
    return {block: name for block, name in named.items() if name}


def people(where: dict[str, str], column: str = "residents_2024") -> Counter[str]:
    found: Counter[str] = Counter()
    for one in BLOCKS:
        if one["block"] in where:
            found[where[one["block"]]] += int(one[column])
    return found


def moving(before: dict[str, str], after: dict[str, str]) -> Counter[tuple[str, str]]:
    """How many leave the largest part of what held them, from where to where."""
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in BLOCKS:
        if one["block"] in after:
            parts[before[one["block"]]][after[one["block"]]] += int(one["residents_2024"])
    found: Counter[tuple[str, str]] = Counter()
    for origin, ends in parts.items():
        for end, count in ends.most_common()[1:]:
            found[origin, end] += count
    return found


def splits(where: dict[str, str], column: str) -> list[str]:
    """Authorities of which more than 1% of the people of mid-2022 live outside the largest part."""
    lads = {row["lad"]: row for row in rows("authorities.csv")}
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in BLOCKS:
        if one["block"] in where:
            parts[lads[one["lad"]][column]][where[one["block"]]] += int(one["residents_2022"])
    return sorted(
        name
        for name, some in parts.items()
        if sum(some.values()) - max(some.values()) > 0.01 * sum(some.values())
    )


def counted(plan: str, layer: str, words: str) -> str:
    """The line of the note on one layer of a plan."""
    now, then = owners(CASES[plan], layer), owners(plan, layer)
    here = {block: now[block] for block in then}
    fresh = [
        name
        for column in ("utla_name", "lad_name")
        for name in sorted(set(splits(then, column)) - set(splits(here, column)))
    ]
    said = f" Newly split: {'; '.join(fresh)}." if fresh else ""
    before, after = len(set(here.values())), len(set(then.values()))
    counts = f"still {after}" if after == before else f"{after} where there were {before}"
    moved = sum(moving(now, then).values())
    return f"By {words}: {counts}; {f'{moved:,} people move' if moved else 'nobody moves'}.{said}"


@pytest.mark.parametrize("plan", CASES)
def test_the_note_says_what_the_tables_come_to(plan: str) -> None:
    link = f"`/Compare?plan={plan}&other={CASES[plan]}`"
    section = NOTE.partition(link)[2].partition("\n## ")[0]
    assert counted(plan, "body", "statutory bodies") in section
    assert counted(plan, "team", "leadership teams") in section
    for layer in ("body", "team"):
        for (origin, end), count in moving(owners(CASES[plan], layer), owners(plan, layer)).items():
            assert f"| {origin} | {end} | {count:,} |" in section
    for name, count in people(owners(plan, "team")).items():
        assert f"| {name} | {count:,} |" in section


@pytest.mark.parametrize("layer", ["body", "team"])
@pytest.mark.parametrize("plan", CASES)
def test_compare_says_what_the_tables_come_to(plan: str, layer: str) -> None:
    seen = {"body": "bodies", "team": "teams"}[layer]
    told = compare.content(WORK, View(plan=plan, other=CASES[plan], layer=seen))
    now, then = owners(CASES[plan], layer), owners(plan, layer)
    table = told.changes.table
    moves = table[table["What happens"] == "Moves"].groupby(["From", "To"])["Residents, mid-2024"]
    assert moves.sum().to_dict() == dict(moving(now, then))
    # Whoever keeps all of its own beside movers is told to receive, and never to join.
    assert "Joins" not in set(table["What happens"])
