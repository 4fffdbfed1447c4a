"""Numbers: what stands in place of names without room, on their own land or close beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

import numpy as np

from footprint.ink.pages import box_at
from footprint.ink.words import MM, width
from footprint.labels.ground import Ground, close, opened, take, wordless
from footprint.labels.names import LEADING, Label, Name, Spot, cut, pole
from footprint.labels.rasters import CELL, SEA, cells_of, distance_to_edge, room, summed_area
from footprint.labels.search import Search

# What the white ground of a number has round it.
_RIM = 0.4
# How far the ground of a number is from where its leader begins, so that one sees both.
_OFF = 1.2
# Where a number looks for room first, in millimetres to each side, and among how many places.
_NEAR_BY, _ENOUGH = 16.0, 500
# From so many places of an area a way to its number is looked for.
_SPOTS = 8


def numbered(names: Sequence[Name], ground: Ground) -> list[Label]:
    """Write numbers in place of names, among all that is there.

    Whoever has the fewest places on their own land chooses first, and whoever has none last.
    """
    free, passable = opened(ground)
    size, grid = ground.sizes[-1], ground.grid
    searches = [
        Search(name, pole(name.area, grid, passable), grid, passable, ground.limit, ground.abroad)
        for name in names
    ]
    places = {one.name: len(_at_home(one, free, size)) or inf for one in searches}
    done: list[Label] = []
    for search in sorted(searches, key=lambda one: places[one.name]):
        label = number(search, free, wordless(ground, done), size)
        take(grid, label.box, free, passable)
        close(grid, label.leader, free, passable)
        done.append(label)
    return done


def has_home(name: Name, ground: Ground) -> bool:
    """Whether a number has room on its own land among what is there."""
    free, passable = opened(ground)
    spot = pole(name.area, ground.grid, passable)
    search = Search(name, spot, ground.grid, passable, ground.limit)
    return len(_at_home(search, free, ground.sizes[-1])) > 0


def number(search: Search, free: np.ndarray, beside: np.ndarray, size: float) -> Label:
    """Write a number on its own land, or led to from wherever there is a way.

    Where there is none it stands closer to others than words do, and where there is none still,
    it is led to over whatever is between. It never stands on other words while there is room
    `beside` them.
    """
    for some in (free, search.passable):
        if len(home := _at_home(search, some, size)):
            return _label(search, home[np.argmin(np.hypot(*(home - search.spot).T))], size)
    anywhere = middles(search, free, size)
    # Most are led to from the middle, and the others need not be looked for.
    if found := _led(search, anywhere, size):
        return found
    spots = list(_spots(search))
    for some, starts in ((anywhere, spots[1:]), (middles(search, search.passable, size), spots)):
        ways = (_led(replace(search, spot=spot), some, size) for spot in starts)
        if found := next(filter(None, ways), None):
            return found
    left = middles(search, beside, size)
    over = replace(search, passable=np.ones_like(free), abroad=inf)
    found = _led(replace(search, passable=beside, abroad=inf), left, size) or _led(over, left, size)
    return found or _label(search, np.array(search.spot), size)


def _at_home(search: Search, free: np.ndarray, size: float) -> np.ndarray:
    """Where the middle of a number may stand that covers no land but its own."""
    wide, tall = (side + 2 * _RIM for side in _room(size))
    rows, columns = np.nonzero(search.grid.cells == search.name.area)
    if not len(rows):
        return np.zeros((0, 2))
    first = max(0, rows.min() - cells_of(tall)), max(0, columns.min() - cells_of(wide))
    near = np.s_[
        first[0] : rows.max() + cells_of(tall) + 1, first[1] : columns.max() + cells_of(wide) + 1
    ]
    cells = search.grid.cells[near]
    mine = cells == search.name.area
    rows, columns = np.nonzero(room(summed_area(free[near] & (mine | (cells == SEA))), wide, tall))
    own = mine[rows + cells_of(tall) // 2, columns + cells_of(wide) // 2]
    x, y = search.grid.middle(rows[own] + first[0], columns[own] + first[1])
    return np.column_stack((x + wide / 2, y + tall / 2))


def middles(search: Search, free: np.ndarray, size: float) -> np.ndarray:
    """Where the middle of a number may stand: near the spot, or wherever else has room."""
    wide, tall = _room(size)
    grid, (x, y) = search.grid, search.spot
    by = box_at((x - _NEAR_BY, y - _NEAR_BY), 2 * _NEAR_BY, 2 * _NEAR_BY)
    for slots in (grid.slots(by), grid.slots(grid.box)):
        rows, columns = np.nonzero(room(summed_area(free[slots]), wide + 2 * _RIM, tall + 2 * _RIM))
        left, low = grid.middle(rows + slots[0].start, columns + slots[1].start)
        found = np.column_stack((left + _RIM + wide / 2, low + _RIM + tall / 2))
        if len(found) >= _ENOUGH:
            return found
    return found


def _led(search: Search, places: np.ndarray, size: float) -> Label | None:
    """Write a number where its leader is shortest, or say that none gets anywhere."""
    wide, tall = _room(size)
    off = np.abs(places - search.spot)
    apart = places[(off[:, 0] > wide / 2 + _OFF) | (off[:, 1] > tall / 2 + _OFF)]
    best = search.shortest(apart, inf)
    return None if best is None else _label(search, apart[best], size, led=True)


def _label(search: Search, middle: np.ndarray, size: float, *, led: bool = False) -> Label:
    wide, tall = _room(size)
    end = (float(middle[0]), float(middle[1]))
    box = box_at((end[0] - wide / 2, end[1] - tall / 2), wide, tall)
    return Label(search.name, (), size, box, (search.spot, end) if led else (), True, 1)


def _room(size: float) -> tuple[float, float]:
    return width("00", size, bold=True) + 0.6, LEADING * size * MM


def _spots(search: Search) -> Iterator[Spot]:
    """Where a leader may begin: in the middle of an area, and then nearer and nearer its edge."""
    yield search.spot
    own, corner = cut(search.grid, search.name.area, search.passable)
    rows, columns = np.nonzero(own)
    order = np.argsort(-distance_to_edge(own)[rows, columns], kind="stable")
    some = order[np.linspace(0, len(order) - 1, min(_SPOTS, len(order))).astype(int)]
    for row, column in zip(rows[some], columns[some], strict=True):
        yield corner[0] + (column + 0.5) * CELL, corner[1] + (row + 0.5) * CELL
