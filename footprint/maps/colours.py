"""Colours: neighbours apart, and kept by a footprint from plan to plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx

from footprint.facts.atlas import Atlas
from footprint.maps.palette import QUALITATIVE
from footprint.plans.comparison import matched
from footprint.plans.contiguity import neighbours
from footprint.plans.plan import Plan


def _adjacency(atlas: Atlas, plan: Plan) -> nx.Graph:
    graph = nx.Graph(sorted(neighbours(atlas, plan)))
    graph.add_nodes_from(plan.by_id)
    return graph


def first_colours(atlas: Atlas, plan: Plan) -> dict[str, str]:
    """Colour a plan from nothing, neighbours always apart."""
    return _repair({}, _adjacency(atlas, plan), _order(atlas, plan))


def kept_colours(
    atlas: Atlas, plan: Plan, reference: Plan, colours: Mapping[str, str]
) -> dict[str, str]:
    """Colour a plan so that each footprint keeps the colour of the one it grew out of.

    Where that would give two neighbours one colour, the one with fewer residents changes.
    """
    came_from = matched(plan, reference, atlas.blocks["residents_2024"])
    wanted = {footprint: colours[origin] for footprint, origin in came_from.items()}
    return _repair(wanted, _adjacency(atlas, plan), _order(atlas, plan))


def drawn_colours(
    atlas: Atlas, plan: Plan, kept: Mapping[str, str], chosen: Mapping[str, str]
) -> dict[str, str]:
    """Colour a plan somebody draws: by hand where they chose, else as it was where it can be.

    A drawing may have a footprint with more neighbours than there are colours; then two alike
    may touch.
    """
    graph = _adjacency(atlas, plan)
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
