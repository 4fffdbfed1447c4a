"""Scales: where an axis begins and ends, and the few round numbers that stand along it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from footprint.measures.units import Unit

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_PARTS = 5


@dataclass(frozen=True)
class Scale:
    """From where to where an axis runs, and the values that are written along it, low to high."""

    low: float
    high: float
    ticks: tuple[float, ...]


def scale_of(values: Iterable[float], unit: Unit, *, zero: bool = False) -> Scale:
    """A scale that holds some values, between round numbers no finer than the unit says them.

    It begins at nothing where the least value is less than half of the greatest, or where it must.
    """
    known = [value for value in values if not math.isnan(value)] or [0.0]
    low, high = min(known), max(known)
    if zero or 0 < low < high / 2 or low == high:
        low, high = min(low, 0.0), max(high, 0.0)
    step = _step((high - low) or unit.per, unit)
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return Scale(first * step, last * step, tuple(n * step for n in range(first, last + 1)))


def _step(span: float, unit: Unit) -> float:
    rough = span / _PARTS
    tens = 10.0 ** math.floor(math.log10(rough))
    # The largest of the steps is always enough, and a tick is never finer than its words.
    return max(next(part * tens for part in _STEPS if part * tens >= rough), unit.least)
