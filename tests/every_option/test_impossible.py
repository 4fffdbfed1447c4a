"""What the count says is impossible, from the published files by a program that shares no code.

It knows nothing of footprint.every_option, nor of any of the library: it reads the tables itself,
and asks HiGHS through SciPy for the most footprints there can be. Of being in one piece it asks
only that everybody but a footprint's first ICB has a neighbour in it. Every option meets that, so
that what this proves impossible is impossible.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from footprint.standing.asked import answer_of
from footprint.view import View
from tests.shared_workspace import WORK

DATA = Path(__file__).resolve().parents[2] / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Groups:
    """ICBs of 2023 that have to be together so that no upper-tier authority is split."""

    def __init__(self, region: str, *, whole: bool) -> None:
        blocks = [row for row in rows("blocks.csv") if region in ("", row["nhs_region"])]
        upper = {row["lad"]: row["utla"] for row in rows("authorities.csv")}
        held: dict[str, set[str]] = defaultdict(set)
        for row in blocks:
            if whole and int(row["residents_2022"]):
                held[upper[row["lad"]]].add(row["icb"])
        first = {row["icb"]: row["icb"] for row in blocks}
        for icbs in held.values():
            joined = {first[icb] for icb in icbs}
            first = {i: min(joined) if one in joined else one for i, one in first.items()}
        number = {name: n for n, name in enumerate(sorted(set(first.values())))}
        of_block = {row["block"]: number[first[row["icb"]]] for row in blocks}
        self.people = [0] * len(number)
        for row in blocks:
            self.people[of_block[row["block"]]] += int(row["residents_2024"])
        self.near: list[set[int]] = [set() for _ in number]
        for row in (*rows("borders.csv"), *rows("links.csv")):
            one, other = (of_block.get(row[end]) for end in ("block_a", "block_b"))
            if None not in (one, other) and one != other:
                self.near[one].add(other)
                self.near[other].add(one)


def most_footprints(groups: Groups, least: int) -> int:
    """No option has more: x[u, r] says that group u is in the footprint whose last group is r."""
    count = len(groups.people)
    terms: list[tuple[dict[tuple[int, int], int], float, float]] = []
    for u in range(count):
        terms.append(({(u, r): 1 for r in range(count)}, 1, 1))
    for r in range(count):
        heads = {(u, r): min(groups.people[u], least) for u in range(count)}
        terms.append((heads | {(r, r): heads[r, r] - least}, 0, np.inf))
        for u in set(range(count)) - {r}:
            last = 0 if u > r else 1
            terms.append(({(u, r): 1, (r, r): -last}, -np.inf, 0))
            terms.append(({(u, r): 1} | {(v, r): -1 for v in groups.near[u]}, -np.inf, 0))
    entries = [
        (row, u * count + r, by)
        for row, (one, _, _) in enumerate(terms)
        for (u, r), by in one.items()
    ]
    at, places, by = zip(*entries, strict=True)
    table = coo_array((by, (at, places)), shape=(len(terms), count**2)).tocsr()
    aim = np.zeros(count**2)
    aim[:: count + 1] = -1
    limits = LinearConstraint(table, [low for _, low, _ in terms], [high for _, _, high in terms])
    found = milp(aim, constraints=limits, bounds=Bounds(0, 1), integrality=1)
    assert found.status == 0, found.message
    return -round(found.mip_dual_bound)


@pytest.mark.parametrize("region", ["Midlands", "East of England", "South East", "South West"])
@pytest.mark.parametrize("least", [1_000_000, 2_000_000])
@pytest.mark.parametrize("whole", [True, False])
def test_no_more_footprints_can_be_had_than_are_counted(
    region: str, whole: bool, least: int
) -> None:
    view = View(
        bodies="icb-2023",
        region=region,
        keep=("utla",) if whole else (),
        tolerance=0.0,
        least=least,
    )
    counted = answer_of(WORK, view).by_footprints
    assert most_footprints(Groups(region, whole=whole), least) == max(counted)


def test_27_footprints_of_a_million_that_split_no_county_or_unitary_are_impossible() -> None:
    asked = View(bodies="icb-2023", keep=("utla",), tolerance=0.0, least=1_000_000)
    assert answer_of(WORK, asked).total(27) == 0
    assert most_footprints(Groups("", whole=True), 1_000_000) == 26
