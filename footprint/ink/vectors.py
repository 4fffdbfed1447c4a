"""Vectors: what is drawn on a sheet, kept as shapes, lines and words for programs that edit them.

All of it is in millimetres; shapes and lines keep north up, as in `pages`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from footprint.papers.box import Box


@dataclass(frozen=True)
class Named:
    """An area of a map: its code, its name, and what the map says of it."""

    code: str
    name: str
    value: str = ""


@dataclass(frozen=True, eq=False)
class Filled:
    """A shape filled in a colour, within a box where it has one; an area of a map is `named`."""

    shape: shapely.Geometry
    fill: str
    clip: Box | None = None
    named: Named | None = None


@dataclass(frozen=True, eq=False)
class Lined:
    """Lines of a colour and a weight in points; `dashed` or not, `named` where they are a mark."""

    lines: tuple[np.ndarray, ...]
    colour: str
    weight: float
    dashed: bool = False
    clip: Box | None = None
    named: Named | None = None


@dataclass(frozen=True)
class Framed:
    """A rectangle, filled, framed, or both."""

    box: Box
    fill: str
    edge: str
    weight: float


@dataclass(frozen=True)
class Written:
    """A line of words, of which one end or the centre stands at `x`; the size is in points.

    It is turned about that point by so many degrees, with the clock.
    """

    x: float
    baseline: float
    words: str
    size: float
    bold: bool
    colour: str
    side: str
    turn: float = 0.0


Vector = Filled | Lined | Framed | Written
