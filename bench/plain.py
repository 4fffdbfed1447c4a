"""The plain way: what somebody with pandas, networkx and matplotlib writes in a few lines."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import geopandas as gpd
import networkx as nx
import pandas as pd
from matplotlib.figure import Figure

from footprint.facts.atlas import Atlas
from footprint.facts.shapes import Shapes
from footprint.papers.paper import Sheet
from footprint.plans.plan import Plan

BLOCKS = (
    *("residents_2024", "residents_2022", "area_km2", "perimeter_km"),
    *("imd_score", "residents_most_deprived_tenth"),
)
"""The columns of blocks that measures are worked out from."""

_INCH = 25.4
_DPI = 300


def sums(atlas: Atlas, plan: Plan) -> pd.DataFrame:
    """The columns that measures are worked out from, added up by footprint.

    Figures of ICBs are first shared over their blocks by residents.
    """
    blocks, people = atlas.blocks, atlas.blocks["residents_2024"]
    figures = atlas.costs.pivot_table(index="icb", columns=["measure", "year"], values="value")
    share = people / people.groupby(blocks["icb"]).transform("sum")
    shared = figures.reindex(blocks["icb"]).set_axis(blocks.index).mul(share, axis=0)
    columns = pd.concat([blocks[list(BLOCKS)], shared], axis=1)
    return columns.groupby(plan.footprint_of).sum()


def dissolved(shapes: Shapes, plan: Plan) -> gpd.GeoDataFrame:
    """The blocks dissolved into footprints."""
    owner = plan.footprint_of.reindex(shapes.grid.index)
    return gpd.GeoDataFrame({"footprint": owner}, geometry=shapes.grid).dissolve("footprint")


def plotted(areas: gpd.GeoSeries, sheet: Sheet, kind: str) -> bytes:
    """Areas in colours on a sheet of paper, without a word; `kind` is png or pdf."""
    figure = Figure(figsize=(sheet.width / _INCH, sheet.height / _INCH))
    axes = figure.subplots()
    gpd.GeoDataFrame({"colour": range(len(areas))}, geometry=areas.to_numpy()).plot(
        "colour", ax=axes, edgecolor="black"
    )
    axes.set_axis_off()
    file = io.BytesIO()
    figure.savefig(file, format=kind, dpi=_DPI)
    return file.getvalue()


def groupings(
    people: Sequence[int], edges: Iterable[tuple[int, int]], least: int, *, thorough: bool
) -> dict[int, int]:
    """How many groupings in one piece with so many people each there are, one by one.

    Of every grouping networkx is asked whether its groups hang together, and then their people
    are added up: of all groups where that is done thoroughly, or else until one falls short.
    """
    graph = nx.Graph(edges)
    graph.add_nodes_from(range(len(people)))
    found: Counter[int] = Counter()
    for grouping in _set_partitions(list(range(len(people)))):
        connected = (nx.is_connected(graph.subgraph(group)) for group in grouping)
        enough = (sum(people[one] for one in group) >= least for group in grouping)
        if thorough:
            connected, enough = list(connected), list(enough)
        if all(connected) and all(enough):
            found[len(grouping)] += 1
    return dict(found)


def _set_partitions(things: list[int]) -> Iterator[list[list[int]]]:
    if not things:
        yield []
        return
    first, *rest = things
    for grouping in _set_partitions(rest):
        yield [[first], *grouping]
        for place, group in enumerate(grouping):
            yield [*grouping[:place], [first, *group], *grouping[place + 1 :]]
