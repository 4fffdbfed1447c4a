"""Colours: few, safe for colour-blind readers, and kept by a footprint from plan to plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx
import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from footprint.atlas import Atlas
from footprint.plans import Plan, overlap

# Paul Tol's "light" set, made for labelled areas and colour-blind readers, a quarter lighter.
QUALITATIVE: tuple[str, ...] = (
    "#99bfe5",
    "#f2e6a6",
    "#ffbfcc",
    "#73ccb2",
    "#f2a58c",
    "#ccd966",
    "#b2e5ff",
)
# Steps of one blue up to the NHS blue, even in lightness.
SEQUENTIAL: tuple[str, ...] = (
    "#d5e6f6",
    "#b8d4ee",
    "#95bfe6",
    "#6da7db",
    "#458dce",
    "#2173c1",
    "#005eb8",
)
NO_FIGURE_FILL = "#ffffff"
OUT_OF_SCOPE_FILL = "#e6e9ec"


def sequential(count: int) -> tuple[str, ...]:
    """Return so many blues from light to dark, as far apart as they can be."""
    places = np.linspace(0, len(SEQUENTIAL) - 1, count) if count != 1 else [3]
    return tuple(SEQUENTIAL[round(place)] for place in places)


def neighbours(atlas: Atlas, plan: Plan) -> frozenset[tuple[str, str]]:
    """Pairs of footprints that share a land border; touching at a point does not count."""
    one = atlas.borders["block_a"].map(plan.footprint_of)
    other = atlas.borders["block_b"].map(plan.footprint_of)
    pairs = zip(one, other, strict=True)
    return frozenset((min(a, b), max(a, b)) for a, b in pairs if a != b)


def owners_beside(atlas: Atlas, plan: Plan, blocks: Iterable[str]) -> frozenset[str]:
    """Footprints that hold land next to some blocks, or those blocks themselves."""
    some, owner = set(blocks), plan.footprint_of
    pairs = zip(atlas.borders["block_a"], atlas.borders["block_b"], strict=True)
    return frozenset(
        owner[end] for one, other in pairs if some & {one, other} for end in (one, other)
    )


def matched(plan: Plan, reference: Plan, residents: pd.Series) -> dict[str, str]:
    """Match footprints of two plans, one to one, so that as many residents as can be stay put.

    Footprints left without a match, because the plans differ in number, are left out.
    """
    shared = overlap(plan, reference, residents)
    rows, columns = linear_sum_assignment(shared.to_numpy(), maximize=True)
    return {
        shared.index[row]: shared.columns[column]
        for row, column in zip(rows, columns, strict=True)
        if shared.iat[row, column] > 0
    }


def _graph(atlas: Atlas, plan: Plan) -> nx.Graph:
    graph = nx.Graph(sorted(neighbours(atlas, plan)))
    graph.add_nodes_from(plan.by_id)
    return graph


def first_colours(atlas: Atlas, plan: Plan) -> dict[str, str]:
    """Colour a plan from nothing, neighbours always apart."""
    return _repair({}, _graph(atlas, plan), _order(atlas, plan))


def kept_colours(
    atlas: Atlas, plan: Plan, reference: Plan, colours: Mapping[str, str]
) -> dict[str, str]:
    """Colour a plan so that each footprint keeps the colour of the one it grew out of.

    Where that would give two neighbours one colour, the one with fewer residents changes.
    """
    came_from = matched(plan, reference, atlas.blocks["residents_2024"])
    wanted = {footprint: colours[origin] for footprint, origin in came_from.items()}
    return _repair(wanted, _graph(atlas, plan), _order(atlas, plan))


def drawn_colours(
    atlas: Atlas, plan: Plan, kept: Mapping[str, str], chosen: Mapping[str, str]
) -> dict[str, str]:
    """Colour a plan somebody draws: by hand where they chose, else as it was where it can be.

    A drawing may have a footprint with more neighbours than there are colours; then two alike
    may touch.
    """
    graph = _graph(atlas, plan)
    wanted = {one: colour for one, colour in {**kept, **chosen}.items() if one in plan.by_id}
    order = sorted(_order(atlas, plan), key=lambda one: one not in chosen)
    try:
        settled = _repair(wanted, graph, order)
    except ValueError:
        places = nx.greedy_color(graph, "DSATUR")
        settled = {one: QUALITATIVE[n % len(QUALITATIVE)] for one, n in places.items()}
    return settled | {one: chosen[one] for one in chosen if one in plan.by_id}


def _order(atlas: Atlas, plan: Plan) -> list[str]:
    people = atlas.blocks["residents_2024"].groupby(plan.footprint_of).sum()
    return list(people.sort_values(ascending=False, kind="stable").index)


def _repair(wanted: Mapping[str, str], graph: nx.Graph, order: Iterable[str]) -> dict[str, str]:
    settled: dict[str, str] = {}
    for footprint in order:
        if wanted.get(footprint) and wanted[footprint] not in _around(footprint, graph, settled):
            settled[footprint] = wanted[footprint]
    for footprint in order:
        if footprint not in settled:
            settled[footprint] = _free(footprint, graph, settled)
    return settled


def _around(footprint: str, graph: nx.Graph, settled: Mapping[str, str]) -> set[str]:
    return {settled[other] for other in graph[footprint] if other in settled}


def _free(footprint: str, graph: nx.Graph, settled: Mapping[str, str]) -> str:
    taken = _around(footprint, graph, settled)
    used = list(settled.values())
    free = [colour for colour in QUALITATIVE if colour not in taken]
    if not free:
        raise ValueError(f"No colour is left for {footprint}: {len(graph[footprint])} neighbours.")
    return min(free, key=used.count)
