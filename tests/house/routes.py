"""Routes: where rooms stand in the picture, and how arrows get from one to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.house.rooms import Building, Room

WIDE = 1300
TALL, FLOOR = 58, 100

_GAP, _SIDES = 16, 90
_LEAST, _MOST_ON_A_FLOOR, _ROUND = 128, 7_000, 50
_LANES = range(60, WIDE - 50, 4)
_CLEAR, _APART = 10, 10


@dataclass(frozen=True)
class Place:
    """Where a room is drawn, in pixels."""

    level: int
    left: float
    top: float
    width: float

    @property
    def middle(self) -> float:
        """Half way across."""
        return self.left + self.width / 2

    def near(self, across: float) -> bool:
        """Whether a line straight down would touch this room."""
        return self.left - _CLEAR < across < self.left + self.width + _CLEAR


Arrow = tuple[str, str]


def rounded(lines: int) -> int:
    """Lines as the picture says them, so that it is not out of date at every change."""
    return max(_ROUND, _ROUND * round(lines / _ROUND))


def places(building: Building, top: float) -> dict[str, Place]:
    """Rooms as wide as they have lines, but never too narrow for their words; centred by floor."""
    found: dict[str, Place] = {}
    for level, floor in enumerate(building.floors):
        widths = [_width(room) for room in floor]
        left = (WIDE - sum(widths) - _GAP * (len(floor) - 1)) / 2
        for room, width in zip(floor, widths, strict=True):
            found[room.name] = Place(level, left, top + level * FLOOR, width)
            left += width + _GAP
    return found


def _width(room: Room) -> float:
    return max(_LEAST, (WIDE - 2 * _SIDES) * rounded(room.lines) / _MOST_ON_A_FLOOR)


def routes(arrows: Iterable[Arrow], where: Mapping[str, Place]) -> dict[Arrow, str]:
    """The line of each arrow as an SVG path.

    An arrow over several floors goes down a lane where no room stands.
    """
    arrows = tuple(arrows)
    lanes = _lanes(arrows, where)
    return {arrow: _path(arrow, arrows, lanes, where) for arrow in arrows}


def _lanes(arrows: Iterable[Arrow], where: Mapping[str, Place]) -> dict[Arrow, float]:
    taken: dict[Arrow, float] = {}
    for source, target in arrows:
        start, end = where[source], where[target]
        between = [one for one in where.values() if start.level < one.level < end.level]
        if between:
            beside = [
                across
                for (one, other), across in taken.items()
                if where[one].level < end.level and where[other].level > start.level
            ]
            taken[source, target] = min(
                (across for across in _LANES if _free(across, between, beside)),
                key=lambda across: abs(across - start.middle) + abs(across - end.middle),
            )
    return taken


def _free(across: float, rooms: Iterable[Place], taken: Iterable[float]) -> bool:
    clear = not any(room.near(across) for room in rooms)
    return clear and all(abs(across - other) >= _APART for other in taken)


def _path(
    arrow: Arrow, arrows: Iterable[Arrow], lanes: Mapping[Arrow, float], where: Mapping[str, Place]
) -> str:
    start, end = where[arrow[0]], where[arrow[1]]

    def towards(one: Arrow, far: int) -> float:
        return lanes.get(one, where[one[far]].middle)

    away = sorted((one for one in arrows if one[0] == arrow[0]), key=lambda one: towards(one, 1))
    here = sorted((one for one in arrows if one[1] == arrow[1]), key=lambda one: towards(one, 0))
    left, right = _share(start, away, arrow), _share(end, here, arrow)
    top, bottom = start.top + TALL, end.top - 2
    if arrow not in lanes:
        return f"M{left:.1f},{top:.1f}{_bend(left, top, right, bottom)}"
    lane, first, last = lanes[arrow], start.top + FLOOR, end.top - FLOOR + TALL
    return (
        f"M{left:.1f},{top:.1f}{_bend(left, top, lane, first)} V{last:.1f}"
        f"{_bend(lane, last, right, bottom)}"
    )


def _share(place: Place, arrows: list[Arrow], arrow: Arrow) -> float:
    """Where on a room's edge an arrow stands, when all of them share its width."""
    return place.left + place.width * (arrows.index(arrow) + 1) / (len(arrows) + 1)


def _bend(left: float, top: float, right: float, bottom: float) -> str:
    half = (top + bottom) / 2
    return f" C{left:.1f},{half:.1f} {right:.1f},{half:.1f} {right:.1f},{bottom:.1f}"
