"""Panels for paper: one map drawn with its fills, marks, lines and names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import shapely

from footprint.ink.marks import (
    CHANGED_DASHES,
    Paint,
    draw_patterns,
    ink_on,
    ink_over,
    patterns_of,
    scale_and_north,
)
from footprint.ink.pages import Page, Points, polygon
from footprint.ink.shapes import Coverage, parts
from footprint.ink.vectors import Named
from footprint.ink.words import MM, clean, width
from footprint.labels.names import GAP, LEADING, Label, Spot
from footprint.maps.palette import AUTHORITY_LINE, CHOSEN_LINE, COAST_LINE, INK, PAPER, RULE
from footprint.print.plots import LONDON, Plot

_DASHES = (2.6, 1.8)
_GIVE = 0.35


def draw(
    page: Page,
    plot: Plot,
    coverage: Coverage,
    paints: Mapping[str, Paint],
    *,
    part: Collection[int] = (),
) -> None:
    """Draw one map, and its inset where it has one.

    `part` are the blocks it is about, by position, which are outlined; none means all of England.
    """
    _fill(page, plot, paints)
    _outline(page, plot, coverage, paints)
    _changes(page, plot, coverage)
    _ring(page, plot, coverage, part)
    for label in plot.labels:
        _leader(page, label)
    for label in plot.labels:
        _write(page, label, plot, paints)
    if part:
        page.box(plot.window.box, edge=RULE, weight=0.6)
    if plot.bar:
        scale_and_north(page, plot.bar, plot.window.scale)
    if plot.inset:
        _draw_inset(page, plot, coverage, paints)


def _draw_inset(page: Page, plot: Plot, coverage: Coverage, paints: Mapping[str, Paint]) -> None:
    box, home = plot.inset.window.box, plot.window.box_of(LONDON)
    page.box(home, edge=INK, weight=0.7)
    page.box(box, fill=PAPER)
    draw(page, plot.inset, coverage, paints)
    page.box(box, edge=INK, weight=0.7)
    page.words(box.left, box.top - 1.0, "London", 9, bold=True)


def _fill(page: Page, plot: Plot, paints: Mapping[str, Paint]) -> None:
    areas, clip = plot.panel.layer.areas, plot.window.box
    for number, shape in plot.shapes.items():
        area = areas[number]
        named = Named(area.id, area.name, area.value)
        page.shape(shape, paints[area.fill].fill, named=named)
    spared = _words(plot.labels)
    for number, shape in plot.shapes.items():
        area, paint = areas[number], paints[areas[number].fill]
        if names := patterns_of(area.marks, paint):
            draw_patterns(page, shape, names, fill=paint.fill, spared=spared, clip=clip)


def _outline(page: Page, plot: Plot, coverage: Coverage, paints: Mapping[str, Paint]) -> None:
    """Draw coast, authorities, bodies, footprints and clusters, each heavier than the last."""
    window, clip, layer = plot.window, plot.window.box, plot.panel.layer
    sets = {kind: window.lines(arcs) for kind, arcs in coverage.boundaries(layer).items()}
    page.lines(sets["coast"], COAST_LINE, 0.35, clip=clip)
    frames = [label for label in plot.labels if label.name.frame]
    fine = _giving_way(sets["fine"], frames) if frames else sets["fine"]
    page.lines(fine, AUTHORITY_LINE, 0.35, clip=clip)
    for number, arcs in coverage.inner(layer).items():
        fill = paints[layer.areas[number].fill].fill
        placed = _giving_way(window.lines(arcs), plot.labels)
        page.lines(placed, ink_on(fill), 0.5, dashes=_DASHES, clip=clip, butt=True)
    page.lines([*sets["outer"], *sets["cluster"]], PAPER, 1.5, clip=clip)
    page.lines(sets["outer"], INK, 0.65, clip=clip)
    page.lines(sets["cluster"], INK, 1.5, clip=clip)


def _ring(page: Page, plot: Plot, coverage: Coverage, part: Collection[int]) -> None:
    """Outline the chosen area, or else the part; its coast more lightly, so that inlets show."""
    layer, window = plot.panel.layer, plot.window
    chosen = layer.position(plot.panel.selected)
    if chosen < 0 and not part:
        return
    mine = (
        set(part) if chosen < 0 else {n for n, a in enumerate(layer.area_of_block) if a == chosen}
    )
    land, coast = coverage.boundary([block in mine for block in range(len(layer.area_of_block))])
    inland = window.lines(land)
    page.lines(inland, PAPER, 3.2, clip=window.box)
    page.lines(inland, CHOSEN_LINE, 1.8, clip=window.box)
    page.lines(window.lines(coast), CHOSEN_LINE, 0.9, clip=window.box)


def _changes(page: Page, plot: Plot, coverage: Coverage) -> None:
    """Outline what changed, area by area, in dots."""
    numbers, clip = plot.panel.layer.changed_of_block, plot.window.box
    for number in sorted(set(numbers) - {0}):
        land, coast = coverage.boundary([one == number for one in numbers])
        inland = plot.window.lines(land)
        page.lines(inland, PAPER, 2.6, clip=clip)
        page.lines(inland, CHOSEN_LINE, 1.6, dashes=CHANGED_DASHES, clip=clip, butt=True)
        along = plot.window.lines(coast)
        page.lines(along, CHOSEN_LINE, 1.2, dashes=CHANGED_DASHES, clip=clip, butt=True)


def _words(labels: Sequence[Label]) -> shapely.Geometry:
    """Return the ground that words stand on, which patterns and lines leave free."""
    return shapely.union_all([polygon(label.box.grown(_GIVE)) for label in labels])


def _giving_way(lines: Sequence[Points], labels: Sequence[Label]) -> list[Points]:
    """Break lines where words stand."""
    whole = shapely.line_merge(shapely.MultiLineString([line.tolist() for line in lines]))
    return parts(shapely.difference(whole, _words(labels)))


def _leader(page: Page, label: Label) -> None:
    if not label.leader:
        return
    (x, y), end = label.leader
    line = np.array([(x, y), _short_of(label, (x, y), end)])
    page.lines([line], PAPER, 1.5)
    page.lines([line], INK, 0.5)
    page.shape(shapely.Point(x, y).buffer(0.6, 8), PAPER)
    page.shape(shapely.Point(x, y).buffer(0.42, 8), INK)


def _short_of(label: Label, start: tuple[float, float], end: tuple[float, float]) -> Points:
    """Stop a leader a little before the words, except at the edge of their white ground."""
    along = np.subtract(end, start)
    long = float(np.hypot(*along))
    return np.asarray(end) - (0 if label.plate else min(0.6, long / 2)) * along / (long or 1)


def _write(page: Page, label: Label, plot: Plot, paints: Mapping[str, Paint]) -> None:
    on_area = not label.leader and not label.plate
    ink = _ink(label, plot, paints) if on_area else INK
    if label.plate or not ink:
        page.box(label.box.grown(0.3 if label.number else 0.7), fill=PAPER, edge=INK, weight=0.4)
    ink = ink or INK
    side, x = _side(label)
    first = label.box.top + 0.79 * label.size * MM
    for n, words in enumerate(label.lines):
        last = bool(label.name.value) and n == len(label.lines) - 1
        bold = bool(label.number) or label.name.frame or last and not label.abreast
        base = first + n * LEADING * label.size * MM
        if last and label.abreast:
            _write_abreast(page, label, (x, base), ink, side)
        else:
            page.words(x, base, words, label.size, bold=bold, colour=ink, side=side)


def _write_abreast(page: Page, label: Label, at: Spot, ink: str, side: str) -> None:
    """Write the last line of a name with its value at the end."""
    (x, base), size, frame = at, label.size, label.name.frame
    words, value = label.lines[-1], clean(label.name.value)
    first, gap, last = (
        width(words, size, bold=frame),
        GAP * size * MM,
        width(value, size, bold=True),
    )
    wide = first + gap + last
    start = x - {"left": 0.0, "center": wide / 2, "right": wide}[side]
    if side == "right":
        page.words(start + first, base, words, size, bold=frame, colour=ink, side=side)
        page.words(x, base, value, size, bold=True, colour=ink, side=side)
    else:
        page.words(start, base, words, size, bold=frame, colour=ink)
        page.words(start + first + gap, base, value, size, bold=True, colour=ink)


def _ink(label: Label, plot: Plot, paints: Mapping[str, Paint]) -> str:
    """The ink for words on an area, or over all that a frame's stand on; "" where there is none."""
    areas = plot.panel.layer.areas
    if not label.name.frame:
        return ink_on(paints[areas[label.name.area].fill].fill)
    ground = polygon(label.box)
    under = [n for n, shape in plot.shapes.items() if shape.intersects(ground)]
    return ink_over({paints[areas[n].fill].fill for n in under})


def _side(label: Label) -> tuple[str, float]:
    """Say which end of the lines stands where: the one the leader comes to."""
    box = label.box
    if label.leader and not label.number and label.leader[1][0] <= box.left:
        return "left", box.left
    if label.leader and not label.number and label.leader[1][0] >= box.right:
        return "right", box.right
    return "center", box.left + box.width / 2
