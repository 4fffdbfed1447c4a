"""Classes: values cut into a few bands whose legend says exactly what each colour holds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import jenkspy
import numpy as np
import pandas as pd

from footprint.measures.units import NO_FIGURE, Unit

SCHEMES: Mapping[str, str] = {
    "quantiles": "Equal numbers in each class",
    "equal": "Equal steps",
    "natural": "Natural breaks",
    "own": "Your own cuts",
}
USUAL = "quantiles"
MOST_CLASSES = 7
_FEWEST_DISTINCT = 3


class ClassError(ValueError):
    """The cuts asked for cannot make classes."""


@dataclass(frozen=True)
class Classes:
    """Edges of neighbouring classes and how many values fall in each.

    A class holds its lower edge and not its upper one; the last holds both. Values without a
    figure are counted in `missing` and belong to no class.
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    missing: int
    unit: Unit

    def of(self, value: float) -> int | None:
        """Return the number of the class a value falls in, or None where there is no figure."""
        if math.isnan(value):
            return None
        return int(np.clip(np.searchsorted(self.edges, value, "right") - 1, 0, len(self) - 1))

    def __len__(self) -> int:
        """Count the classes."""
        return len(self.counts)

    def counting(self, values: pd.Series) -> Classes:
        """Return the same classes, counting other values: one of two maps that share them."""
        known = values.dropna()
        if not self.counts:
            return replace(self, missing=len(values))
        return _counted(known, self.edges, len(values) - len(known), self.unit)

    def words(self) -> list[str]:
        """Say each class as it stands in the legend; there are none where nothing has a figure."""
        if not self.counts:
            return []
        if len(self) == 1:
            return [f"{self.unit.text(self.edges[0])} to {self.unit.text(self.edges[-1])}"]
        said = [
            f"{self.unit.text(low)} to under {self.unit.text(high)}" for low, high in self._pairs()
        ]
        said[0] = f"Under {self.unit.text(self.edges[1])}"
        said[-1] = f"{self.unit.text(self.edges[-2])} or more"
        return said

    def _pairs(self) -> list[tuple[float, float]]:
        return list(zip(self.edges[:-1], self.edges[1:], strict=True))

    def __str__(self) -> str:
        """Print the legend, so that classes can be checked before any map is drawn."""
        rows = [
            f"{words:>30}  {count}" for words, count in zip(self.words(), self.counts, strict=True)
        ]
        return "\n".join([*rows, f"{NO_FIGURE:>30}  {self.missing}"])


def classify(
    values: pd.Series,
    unit: Unit,
    *,
    scheme: str = "quantiles",
    count: int = 5,
    cuts: tuple[float, ...] = (),
    lines: tuple[float, ...] = (),
) -> Classes:
    """Cut values into classes by a scheme; `cuts` are the inner edges of the user's own.

    On each of the `lines` that lies between the values an edge of the usual classes stands, in
    the place of the one nearest to it.
    Edges are rounded as far as the number of classes allows, never finer than the unit says
    them, and the values are then counted by the rounded edges, so the legend is exact. Raises
    ClassError where cuts are not usable.
    """
    known = values.dropna()
    if known.empty:
        return Classes((0.0,), (), len(values), unit)
    inner = _own(cuts, unit) if scheme == "own" else _inner(known, unit, scheme, count)
    low, high = float(known.min()), float(known.max())
    if scheme == USUAL:
        inner = _on_lines(inner, [line for line in lines if low < line <= high])
    edges = (min(low, *inner), *inner, max(high, *inner)) if inner else (low, high)
    return _counted(known, edges, len(values) - len(known), unit)


def _counted(known: pd.Series, edges: tuple[float, ...], missing: int, unit: Unit) -> Classes:
    empty = Classes(edges, (0,) * (len(edges) - 1), missing, unit)
    numbers = np.array([empty.of(value) for value in known])
    counts = np.bincount(numbers, minlength=len(empty))
    return Classes(edges, tuple(int(n) for n in counts), missing, unit)


def _own(cuts: tuple[float, ...], unit: Unit) -> list[float]:
    if not cuts:
        raise ClassError("Give at least one cut, for example 1000000.")
    if len(cuts) >= MOST_CLASSES:
        raise ClassError(
            f"Give at most {MOST_CLASSES - 1} cuts; more colours cannot be told apart."
        )
    if list(cuts) != sorted(set(cuts)):
        raise ClassError("Give the cuts from low to high, each one once.")
    if not all(math.isfinite(cut) for cut in cuts):
        raise ClassError("Give cuts that are numbers, for example 1000000.")
    return sorted({_as_said(cut, unit) for cut in cuts})


def _breaks(scheme: str, values: np.ndarray, count: int) -> np.ndarray:
    if scheme == "equal":
        return np.linspace(values.min(), values.max(), count + 1)[1:-1]
    tops = _natural(values, count) if scheme == "natural" else _equal_numbers(values, count)
    inner = _gaps(values, tops)
    # Where most have the highest value, equal numbers would leave one class and hide the rest.
    return inner if len(inner) or scheme == "natural" else _breaks("natural", values, count)


def _equal_numbers(values: np.ndarray, count: int) -> np.ndarray:
    return np.unique(np.quantile(values, np.arange(1, count) / count))


def _natural(values: np.ndarray, count: int) -> list[float]:
    """Return the highest value of each class but the last, by Fisher and Jenks."""
    return jenkspy.jenks_breaks(values, count)[1:-1]


def _gaps(values: np.ndarray, tops: np.ndarray) -> np.ndarray:
    """Return the middle of the gap above each class, given the highest value it may hold.

    Classes of quantiles and of natural breaks hold their upper edge and ours their lower one: an
    edge left on a value would push that value into the next class.
    """
    inner = [top for top in tops if (values > top).any()]
    return np.array([(values[values <= t].max() + values[values > t].min()) / 2 for t in inner])


def _inner(known: pd.Series, unit: Unit, scheme: str, count: int) -> list[float]:
    distinct = known.nunique()
    if distinct < _FEWEST_DISTINCT:
        return []
    breaks = _breaks(scheme, known.to_numpy(float), min(count, distinct))
    return _rounded([float(edge) for edge in breaks], known, unit)


def _on_lines(inner: list[float], lines: list[float]) -> list[float]:
    kept = list(inner)
    for line in lines:
        if kept:
            kept.remove(min(kept, key=lambda edge: abs(edge - line)))
    return sorted({*kept, *lines})


def _rounded(breaks: list[float], known: pd.Series, unit: Unit) -> list[float]:
    """Round edges to as few digits as still keep every class occupied."""
    for digits in (2, 3, 4):
        tidy = sorted({_as_said(_significant(edge, digits), unit) for edge in breaks})
        if len(tidy) == len(breaks) and _all_occupied(tidy, known):
            return tidy
    said = {_as_said(edge, unit) for edge in breaks}
    low, high = float(known.min()), float(known.max())
    return sorted(edge for edge in said if low < edge <= high)


def _all_occupied(inner: list[float], known: pd.Series) -> bool:
    return len(set(np.searchsorted(inner, known, "right"))) == len(inner) + 1


def _as_said(edge: float, unit: Unit) -> float:
    """Return the number an edge's words stand for, so that counting and legend cannot differ."""
    return _significant(unit.rounded(edge) * unit.per, 15)


def _significant(value: float, digits: int) -> float:
    return float(f"{value:.{digits}g}")
