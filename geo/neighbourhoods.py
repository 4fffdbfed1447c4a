"""Neighbourhoods: the LSOAs of each block and their residents, written as short as they go."""

from collections.abc import Iterable

import pandas as pd

COLUMNS = ["block", "lsoas", "residents_2022"]


def neighbourhoods(areas: pd.DataFrame) -> pd.DataFrame:
    """One row for each block: its LSOAs in order, and the residents of each in the same order.

    A code E01011949 is written 11949, and codes without a gap as the first and the last, with a
    stroke between them.
    """
    rows = [
        (block, _runs(int(code[3:]) for code in held["lsoa"]), " ".join(map(str, held["people"])))
        for block, held in areas.sort_values("lsoa")
        .rename(columns={"residents_2022": "people"})
        .groupby("block", sort=True)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _runs(numbers: Iterable[int]) -> str:
    """Whole numbers in order, those without a gap between them as the first and the last."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return " ".join("-".join(map(str, run)) for run in runs)
