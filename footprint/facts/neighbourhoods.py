"""Neighbourhoods: every LSOA of 2021, with its block and its residents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from footprint.facts.manifest import ROOT, read_table

_CODE = "E01{:06d}".format


def read_neighbourhoods(root: Path = ROOT) -> pd.DataFrame:
    """Read `block` and `residents_2022` (mid-2022) of every LSOA, by code."""
    table = read_table("data/neighbourhoods.csv", root, text=("block", "lsoas", "residents_2022"))
    rows = [
        (code, block, int(people))
        for block, runs, residents in table.itertuples(index=False, name=None)
        for code, people in zip(_codes(runs), residents.split(), strict=True)
    ]
    named = pd.DataFrame(rows, columns=["lsoa", "block", "residents_2022"])
    return named.set_index("lsoa")


def _codes(runs: str) -> Iterator[str]:
    """The codes that runs such as “11949-11953 11955” are short for."""
    for run in runs.split():
        first, _, last = run.partition("-")
        yield from map(_CODE, range(int(first), int(last or first) + 1))
