"""Cost totals: rows of a table that add up its costs, left out and held against their sum."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from footprint.money.cost_parts import CostTable, Icbs
from footprint.money.cost_units import figure, own_unit
from footprint.readings import is_total, short

_OF_ALL = {"all", "cost", "costs", "england", "grand", "icb", "icbs", "sum", "total", "totals"}
_CLOSEST = 0.5
_DECIMALS = range(1, 7)


class Total(NamedTuple):
    """A row that may add up others: its number, what it is called, and the figure in it.

    `regional` is whether it is called as an NHS region is.
    """

    row: int
    called: str
    cell: str
    regional: bool = False


def total_of(number: int, named: Iterable[str], cell: str, icbs: Icbs) -> Total | None:
    """The total that a row which names no ICB is or, where nothing stands in it, may be."""
    said = [one for one in named if one.strip()]
    called = next(filter(is_total, said), "")
    if region := "" if called else next(filter(icbs.of_region, said), ""):
        return Total(number, region, cell, regional=True)
    return Total(number, called, cell) if called or not said else None


def told(
    totals: Iterable[Total], table: CostTable, costs: Collection[float]
) -> tuple[list[str], list[str]]:
    """What is said of rows left out as totals of some costs, and of those that are none."""
    left_out, faults = [], []
    for one in totals:
        comes_to = _pounds(one, table)
        agrees = comes_to > 0 and abs(comes_to - sum(costs)) <= _rounding(table, len(costs))
        if not one.called and not agrees:
            faults.append(f"Row {one.row}: no ICB is named beside “{short(one.cell)}”.")
        else:
            left_out.append(_sentence(one, comes_to, sum(costs), agrees=agrees))
    return left_out, faults


def _sentence(one: Total, comes_to: float, read: float, *, agrees: bool) -> str:
    called = f"“{short(one.called)}”," if one.called else "which names no ICB,"
    out = f"Row {one.row}, {called} was left out"
    of_all = set(re.findall(r"[a-z]+", one.called.lower())) <= _OF_ALL
    if agrees:
        return f"{out}: it is the sum of the costs that were read."
    if one.regional:
        return f"{out}: it is of an NHS region, and of no one ICB."
    if not (of_all and comes_to):
        return f"{out}: it is of no one ICB."
    said, summed = _apart(comes_to, read)
    return f"{out}. It says {said}, but the costs that were read come to {summed}."


def _pounds(one: Total, table: CostTable) -> float:
    """What a total comes to, or 0 where it cannot be read or is of costs for each head."""
    return 0.0 if table.each else figure(one.cell, table.pounds).pounds


def _rounding(table: CostTable, count: int) -> float:
    """How far a sum may be from its total, each of them rounded to as many decimals as are seen.

    Where figures say their own units, those in the largest may be furthest off.
    """
    decimals: dict[float, int] = {}
    for _, _, cell in table.entries(len(table.rows)):
        unit, found = own_unit(cell) or table.pounds, re.search(r"\.(\d+)", cell)
        decimals[unit] = max(decimals.get(unit, 0), len(found[1]) if found else 0)
    return _CLOSEST * (count + 1) * max(unit / 10**seen for unit, seen in decimals.items())


def _apart(one: float, other: float) -> tuple[str, str]:
    """Two sums in £ million, with as many decimals as tell them apart."""
    for decimals in _DECIMALS:
        both = f"£{one / 1e6:,.{decimals}f}m", f"£{other / 1e6:,.{decimals}f}m"
        if len(set(both)) > 1:
            break
    return both
