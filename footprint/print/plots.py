"""Plots: one map of a paper made ready, everything on it in its place but nothing drawn yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

import numpy as np
import shapely

from footprint.ink.marks import bar_room
from footprint.ink.pages import box_at, polygon
from footprint.ink.shapes import Coverage, Window
from footprint.labels.ground import Ground
from footprint.labels.leaders import outside
from footprint.labels.names import Label, Name, inside
from footprint.labels.numbers import numbered
from footprint.labels.rasters import SEA, Raster, raster, room, summed_area, without
from footprint.labels.search import FURTHEST, astray, entangled
from footprint.maps.layer import Layer
from footprint.papers.box import Box
from footprint.papers.paper import Panel
from footprint.print.frames import NOBODY, framed

LONDON = (501_000.0, 153_000.0, 563_500.0, 203_500.0)
_INSET_SCALES = (6.5, 6.0, 5.5, 5.0, 4.5, 4.0, 3.5, 3.0, 2.5, 2.0)
INSET_MOST = 66.0
# How wide an inset of London is for no more names than these, in millimetres to a point of their
# letters: names beside the north of England are nearer their land where it leaves them the sea.
_FEW, _OF_FEW = 6, 8.0
_HEADROOM = 4.0
# How near names stay where leaders would cross, as a share of the width of a map.
_CLOSE = 0.07
# The letters of names that are written only where they have room are no larger than these points.
_LARGEST_ALSO = 8.0
_LOW_FIRST, _RIGHT_FIRST, _HIGH_FIRST = 12.0, 0.01, 0.15


@dataclass(frozen=True, eq=False)
class Plot:
    """One map made ready: its areas in millimetres and where each name goes.

    `london` are the areas, and `london_frames` the footprints over them, whose names are left to
    an inset of London.
    """

    panel: Panel
    window: Window
    shapes: Mapping[int, shapely.Geometry]
    labels: tuple[Label, ...]
    bar: Box | None = None
    inset: Plot | None = None
    london: frozenset[int] = frozenset()
    london_frames: frozenset[int] = frozenset()

    @property
    def numbers(self) -> int:
        """How many of its own names had to become numbers."""
        return sum(bool(label.number) for label in self.labels)


@dataclass(frozen=True)
class Wishes:
    """What a map should have.

    `must` are the areas whose names may not be left out, and `frames` the footprints over them
    where those are named too; those of `neighbours` are written where
    they fit. `sizes` are those of names in points, the largest first. `london` asks for an
    inset, and `aside` says that there is room for it beside the map. `plates` allows words on a
    white ground over areas nobody asked about; `near` is how far a name may stand from its area, as
    a share of the map's width, before a number takes its place; 0 for as far as is usual. Without
    `numbers` a name that would become one is left out. `kept` are rectangles for other words.
    `inset` is how wide that of London may be, and where that is `snug` it is no wider than a few
    names need unless some have no room then; where maps are to look `alike` it stands before the
    scale bar, which only one of them has.
    """

    must: frozenset[int]
    sizes: tuple[float, ...]
    bar: bool = True
    neighbours: bool = True
    london: bool = False
    aside: bool = False
    plates: bool = False
    near: float = 0.0
    numbers: bool = True
    frames: frozenset[int] = frozenset()
    kept: tuple[Box, ...] = ()
    inset: float = INSET_MOST
    snug: bool = True
    alike: bool = False

    @property
    def alone(self) -> int | None:
        """The one area that the map is of, if it is of one."""
        return next(iter(self.must)) if len(self.must) == 1 else None


def plotted(panel: Panel, window: Window, coverage: Coverage, wishes: Wishes) -> Plot:
    """Find the place of everything on one map."""
    areas = coverage.dissolved(panel.layer.area_of_block)
    shapes = _seen(areas, window)
    grid = raster(window.box, shapes)
    needs_room = wishes.london and not wishes.aside
    inset = partial(_room_for_london, grid, scale=window.scale, most=wishes.inset)
    first = inset(wishes.kept) if needs_room and wishes.alike else None
    bar = _bar_box(grid, window.scale, [_with_head(first)] if first else []) if wishes.bar else None
    taken = [*wishes.kept, *([bar] if bar else [])]
    home = [window.box_of(LONDON).grown(0.4)] if wishes.london else []
    around = {"neighbours": wishes.neighbours, "alone": wishes.alone}
    frames = framed(panel.layer, coverage, window, grid, wishes.frames, **around)
    sets = (
        # Names of authorities keep off the thick lines, which may run through any of them.
        (areas, _without(grid, frames.edges), _names(panel.layer, shapes, wishes)),
        (frames.land, frames.grid, frames.names),
    )
    placed, waiting, lost = _fitted(sets, [*taken, *home], wishes)
    few = wishes.snug and sum(map(len, lost)) <= _FEW
    most = min(wishes.inset, _OF_FEW * wishes.sizes[-1]) if few else wishes.inset
    spot = first or (inset(taken, most=most) if needs_room else None)
    if spot:
        taken.append(_with_head(spot))
    wanted = []
    for (_, cells, _), names, gone in zip(sets, waiting, lost, strict=True):
        elsewhere = gone if spot or wishes.aside else ()
        wanted.append((cells, [name for name in names if name.area not in elsewhere]))
    placed = _led(wanted, placed, taken, wishes, window)
    if wishes.plates:
        also = [one for one in unnamed(panel.layer, wishes.must) if one.area in shapes]
        placed += _also_named(also, sets[0][1], placed, [*taken, *home], wishes)
    london, london_frames = map(frozenset, lost)
    plot = Plot(panel, window, shapes, tuple(placed), bar, None, london, london_frames)
    if not spot:
        return plot
    whole = with_inset(plot, spot, coverage, wishes.sizes, numbers=wishes.numbers)
    if few and whole.inset.numbers:
        return plotted(panel, window, coverage, replace(wishes, snug=False))
    return whole


_Set = tuple[Mapping[int, shapely.Geometry], Raster, Sequence[Name]]


def _fitted(
    sets: Sequence[_Set], taken: Sequence[Box], wishes: Wishes
) -> tuple[list[Label], list[list[Name]], list[set[int]]]:
    """The names that have room on their areas, and of each set who waits and who lies in London."""
    placed: list[Label] = []
    waiting, lost = [], []
    for land, cells, names in sets:
        boxes = [label.box for label in placed]
        fitting, left = _inside(names, cells, [*taken, *boxes], wishes.sizes)
        placed += fitting
        waiting.append([name for name in left if name.must])
        lost.append({one.area for one in left if wishes.london and _mostly(land[one.area])})
    return placed, waiting, lost


def unnamed(layer: Layer, part: Collection[int]) -> list[Name]:
    """The authorities of a part that are not named for what is found of them.

    What belongs to nobody is none.
    """
    if not layer.footprint_names:
        return []
    return [
        Name(n, layer.areas[n].short, must=False)
        for n in sorted(part)
        if layer.areas[n].id and not layer.areas[n].labelled
    ]


def _also_named(
    names: Sequence[Name],
    grid: Raster,
    placed: Sequence[Label],
    taken: Sequence[Box],
    wishes: Wishes,
) -> list[Label]:
    """Name authorities where their own land has room left, and number the others there."""
    sizes = tuple(size for size in wishes.sizes if size <= _LARGEST_ALSO) or wishes.sizes
    boxes = [label.box for label in placed]
    fitting, left = _inside(names, grid, [*taken, *boxes], sizes)
    crossed = _crossings(placed)
    clear = [one for one in fitting if _crossings([*placed, one]) == crossed]
    if not wishes.numbers:
        return clear
    left += [one.name for one in fitting if one not in clear]
    ground = Ground(grid, (*placed, *clear), tuple(taken), wishes.sizes[-2:], plates=True)
    return [*clear, *numbered(left, ground)]


def _without(grid: Raster, edges: np.ndarray) -> Raster:
    return Raster(grid.box, np.where(edges, NOBODY, grid.cells)) if edges.any() else grid


_Wanted = tuple[Raster, Sequence[Name]]


def _led(
    wanted: Sequence[_Wanted],
    placed: Sequence[Label],
    taken: Sequence[Box],
    wishes: Wishes,
    window: Window,
) -> list[Label]:
    """Place names beside their areas, a set after the other, so that no leader crosses anything.

    Where one would, the other set chooses first, and then all names stay near.
    """
    tries: list[list[Label]] = []
    orders = [wanted, wanted[::-1]][: sum(bool(names) for _, names in wanted)]
    for near, order in product((wishes.near, _CLOSE), orders):
        found = list(placed)
        for cells, names in order:
            asked = replace(wishes, near=near)
            found += _beside(names, cells, found, taken, asked, window)
        if not astray(found, ()):
            return found
        tries.append(found)
    best = min(tries or [list(placed)], key=_crossings)
    return _mended(best, orders, taken, wishes, window)


def _mended(
    labels: list[Label],
    orders: Sequence[Sequence[_Wanted]],
    taken: Sequence[Box],
    wishes: Wishes,
    window: Window,
) -> list[Label]:
    """Place anew those few whose leaders cross something, and what they cross, among the others."""
    for near, order in product((wishes.near, _CLOSE), orders):
        if not (tangled := {label.name for label in entangled(labels)}):
            break
        again = tangled & {name for _, names in order for name in names}
        found = [label for label in labels if label.name not in again]
        for cells, names in order:
            some = [name for name in names if name in again]
            found += _beside(some, cells, found, taken, replace(wishes, near=near), window)
        labels = min((labels, found), key=_crossings)
    return labels


def _crossings(labels: Sequence[Label]) -> int:
    return len(astray(labels, ()))


def _beside(
    names: Sequence[Name],
    grid: Raster,
    placed: Sequence[Label],
    taken: Sequence[Box],
    wishes: Wishes,
    window: Window,
) -> list[Label]:
    near = wishes.near * window.box.width or FURTHEST
    sizes, numbers = wishes.sizes[-2:], wishes.numbers
    # The numbers of footprints are others than those of authorities.
    kept = frozenset() if any(name.frame for name in names) else wishes.must
    ground = Ground(grid, tuple(placed), tuple(taken), sizes, wishes.plates, near, numbers, kept)
    return [one for one in outside(names, ground) if wishes.numbers or not one.number]


def _with_head(box: Box) -> Box:
    return Box(box.left - 1, box.top - 1 - _HEADROOM, box.width + 2, box.height + 2 + _HEADROOM)


def _seen(areas: Mapping[int, shapely.Geometry], window: Window) -> dict[int, shapely.Geometry]:
    """Return the areas the window shows, in millimetres, cut at its edge."""
    edge = polygon(window.box)
    cut = {n: shapely.intersection(window.shape(area), edge) for n, area in areas.items()}
    return {n: shape for n, shape in cut.items() if shape.area > 0}


def _names(layer: Layer, shapes: Mapping[int, shapely.Geometry], wishes: Wishes) -> list[Name]:
    # Beside a part its neighbours are footprints, where those are named; no authority is.
    neighbours = wishes.neighbours and not layer.footprint_names
    return [
        Name(n, area.short, area.value, must=n in wishes.must)
        for n, area in enumerate(layer.areas)
        if area.labelled and n in shapes and (n in wishes.must or neighbours)
    ]


def _inside(
    names: Sequence[Name], grid: Raster, taken: Sequence[Box], sizes: Sequence[float]
) -> tuple[list[Label], list[Name]]:
    """Place the names that fit on their areas, and return the others as they are."""
    free = np.where(without(grid.cells != SEA, grid, taken), grid.cells, SEA)
    found = [inside(name, Raster(grid.box, free), sizes) for name in names]
    left = [name for name, label in zip(names, found, strict=True) if label is None]
    return [label for label in found if label], left


def _mostly(area: shapely.Geometry) -> bool:
    """Say whether an area lies in London for the most part."""
    return shapely.intersection(area, shapely.box(*LONDON)).area > 0.6 * area.area


def _bar_box(grid: Raster, scale: float, taken: Sequence[Box]) -> Box | None:
    """Find room on the sea for the scale bar and the north arrow, or for a shorter bar."""
    sea = summed_area(without(grid.cells == SEA, grid, taken))
    for across in (grid.box.width, grid.box.width / 2):
        wide, tall = bar_room(scale, across)
        rows, columns = np.nonzero(room(sea, wide + 1, tall + 1))
        if len(rows):
            return _near_a_corner(grid, rows, columns, wide, tall)
    return None


def _near_a_corner(
    grid: Raster, rows: np.ndarray, columns: np.ndarray, wide: float, tall: float
) -> Box:
    left, low = grid.middle(rows, columns)
    across = np.minimum(left - grid.box.left, grid.box.right - left - wide)
    # The foot of a map before its head, and the right before the left.
    along = np.minimum(low + grid.box.bottom, _LOW_FIRST - grid.box.top - low - tall)
    best = np.argmin(np.hypot(across, along) + _RIGHT_FIRST * (grid.box.right - left - wide))
    return box_at((float(left[best]) + 0.5, float(low[best]) + 0.5), wide, tall)


def with_inset(
    plot: Plot, box: Box, coverage: Coverage, sizes: tuple[float, ...], *, numbers: bool = True
) -> Plot:
    """Add London, drawn larger in a rectangle, with the names the map has left to it."""
    west, south, east, _ = LONDON
    closer = Window(box, west, south, box.width / (east - west))
    wishes = Wishes(
        plot.london,
        sizes,
        bar=False,
        neighbours=False,
        plates=True,
        numbers=numbers,
        frames=plot.london_frames,
    )
    return replace(plot, inset=plotted(plot.panel, closer, coverage, wishes))


def _room_for_london(
    grid: Raster, taken: Sequence[Box], scale: float, most: float = INSET_MOST
) -> Box | None:
    """Find the largest room on the sea for London, in a corner where names are least in need."""
    west, south, east, north = LONDON
    summed = summed_area(without(grid.cells == SEA, grid, taken))
    for times in _INSET_SCALES:
        wide, tall = (east - west) * scale * times, (north - south) * scale * times
        rows, columns = np.nonzero(room(summed, wide + 5, tall + 5 + _HEADROOM))
        if wide > most or not len(rows):
            continue
        left, low = grid.middle(rows, columns)
        across = np.minimum(left - grid.box.left + 1, grid.box.right - left - wide)
        along = np.minimum(low + grid.box.bottom, -grid.box.top - low - tall)
        # Of two corners alike the upper one: beside the south there are more names.
        best = np.argmin(np.hypot(across, along) - _HIGH_FIRST * low)
        return box_at((float(left[best]) + 2.5, float(low[best]) + 2.5), wide, tall)
    return None
