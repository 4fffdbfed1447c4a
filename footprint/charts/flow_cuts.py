"""Flow cuts: a flow in parts, none of whose people go to another, where all of it is too long."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from footprint.charts.flow import Flow, Stage
from footprint.english import listed

# A footprint at one stage: the number of the stage, and its id.
_Place = tuple[int, str]
# Rows by which one part may rather be longer than that a region is cut.
_TORN = 3


def cut(chart: Flow, count: int) -> tuple[Flow, ...]:
    """A flow in so many parts from top to bottom, or fewer, about as long as each other.

    Each is cut where nobody crosses, says which it is, and keeps the scale of the whole.
    """
    groups = _groups(chart)
    ends = [0, *_ends(chart, groups, count), len(groups)]
    held = [frozenset().union(*groups[one:other]) for one, other in pairwise(ends)]
    if len(held) == 1:
        return (chart,)
    return tuple(_part(chart, one, f"{n} of {len(held)}") for n, one in enumerate(held, start=1))


def _groups(chart: Flow) -> list[frozenset[_Place]]:
    """Footprints that people go between, in the order in which they stand."""
    groups = [{(0, node.id)} for node in chart.stages[0].nodes]
    for band in chart.bands:
        ends = {(band.stage, band.source), (band.stage + 1, band.target)}
        met = [group for group in groups if group & ends]
        first = groups.index(met[0]) if met else len(groups)
        groups = [group for group in groups if group not in met]
        groups.insert(first, ends.union(*met))
    return list(map(frozenset, groups))


def _rows(chart: Flow, places: Collection[_Place]) -> int:
    """How many footprints stand in the fullest column of some."""
    return max(len(_held(stage, n, places).nodes) for n, stage in enumerate(chart.stages))


def _held(stage: Stage, number: int, places: Collection[_Place]) -> Stage:
    return replace(stage, nodes=tuple(n for n in stage.nodes if (number, n.id) in places))


def _ends(chart: Flow, groups: Sequence[Collection[_Place]], count: int) -> list[int]:
    """After which groups to cut: into parts about equally long, between regions if it can be."""
    rows = [_rows(chart, one) for one in groups]
    regions = [_regions(_held(chart.stages[0], 0, one)) for one in groups]
    before = [sum(rows[:place]) for place in range(len(rows))]
    torn = [
        place > 0 and bool({*regions[place - 1]} & {*regions[place]}) for place in range(len(rows))
    ]
    ends = set()
    for part in range(1, count):
        off = [abs(rows_before - sum(rows) * part / count) for rows_before in before]
        ends.add(min(range(len(rows)), key=lambda place: off[place] + _TORN * torn[place]))
    return sorted(ends - {0})


def _regions(stage: Stage) -> list[str]:
    return list(dict.fromkeys(node.region for node in stage.nodes if node.region))


def _part(chart: Flow, places: Collection[_Place], which: str) -> Flow:
    stages = tuple(
        replace(held, many=f"{len(held.nodes)} of {stage.many.split()[-1]}")
        for stage, held in ((s, _held(s, n, places)) for n, s in enumerate(chart.stages))
    )
    where = listed(_regions(stages[0]))
    return replace(
        chart,
        title=": ".join(filter(None, (f"{chart.title}, {which}", where))),
        stages=stages,
        bands=tuple(band for band in chart.bands if (band.stage, band.source) in places),
        share=stages[0].people / chart.stages[0].people,
    )
