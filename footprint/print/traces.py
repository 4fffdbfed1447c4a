"""Traces: the lines of a drawing's paths as points, for whoever draws them elsewhere.

It reads what Vega writes and no more. A circle is two half arcs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import numpy as np

Points = np.ndarray
_TOKENS = re.compile(r"([A-Za-z])|(-?[\d.]+(?:e-?\d+)?)")
_CURVE = np.linspace(0, 1, 25)[1:, None]
_HALF = np.pi * _CURVE


def traced(path: str) -> Iterator[list[tuple[float, float]]]:
    """The lines of a path, each as its points."""
    line: list[tuple[float, float]] = []
    for command, numbers in _commands(path):
        if command == "M":
            if len(line) > 1:
                yield line
            line = [numbers]
        elif command == "Z":
            line.append(line[0])
        else:
            line += _STEPS[command](np.array(line[-1]), numbers)
    if len(line) > 1:
        yield line


def _commands(path: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    command, numbers = "", []
    for letter, number in _TOKENS.findall(path):
        if letter:
            if command:
                yield command, tuple(numbers)
            command, numbers = letter, []
        else:
            numbers.append(float(number))
    if command:
        yield command, tuple(numbers)


def _tuples(points: Points) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in points]


def _arc(start: Points, told: tuple[float, ...]) -> list[tuple[float, float]]:
    """Half a circle from here to there, the way the clock goes."""
    middle = (start + np.array(told[5:])) / 2
    x, y = start - middle
    cos, sin = np.cos(_HALF), np.sin(_HALF)
    return _tuples(np.hstack([x * cos - y * sin, x * sin + y * cos]) + middle)


def _curve(start: Points, told: tuple[float, ...]) -> list[tuple[float, float]]:
    one, other, end = np.reshape(told, (3, 2))
    t = _CURVE
    near = (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * one
    return _tuples(near + 3 * (1 - t) * t**2 * other + t**3 * end)


_STEPS: Mapping[str, Callable[[Points, tuple[float, ...]], list[tuple[float, float]]]] = {
    "L": lambda _, told: [told],
    "h": lambda start, told: _tuples([start + (told[0], 0)]),
    "v": lambda start, told: _tuples([start + (0, told[0])]),
    "H": lambda start, told: [(told[0], float(start[1]))],
    "V": lambda start, told: [(float(start[0]), told[0])],
    "A": _arc,
    "C": _curve,
}
