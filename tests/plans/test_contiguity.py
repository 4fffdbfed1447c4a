"""Contiguity: pieces by land and by declared crossings, on the toy country and on England."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pandas as pd
import pytest

from footprint.facts.atlas import Atlas
from footprint.plans.contiguity import (
    adjacency,
    component_of,
    components,
    land_component_of,
    neighbours,
    owners_beside,
    relied_on,
)
from footprint.plans.plan import Plan

HARBOUR_SLIVERS = {
    ("E06000045-E38000253", "E07000091-E38000253"),
    ("E06000044-E38000137", "E07000088-E38000253"),
}


def without_ferry(atlas: Atlas) -> Atlas:
    return replace(atlas, links=atlas.links.iloc[:0])


def test_a_ferry_joins_an_island_to_its_footprint(toy, today):
    assert components(toy, today).to_dict() == {"W": 1, "M": 1, "E": 1}
    assert components(without_ferry(toy), today)["E"] == 2


def test_a_ferry_joins_nothing_where_its_ends_are_in_two_footprints(toy, make_plan):
    plan = make_plan("W", "W", "W", "E", "E", "W")
    assert components(toy, plan).to_dict() == {"W": 2, "E": 1}


def test_it_is_told_which_crossing_a_footprint_relies_on(toy, today):
    (ferry,) = relied_on(toy, today)["E"]
    assert ferry.reason == "Dune Ferry"
    assert set(relied_on(toy, today)) == {"E"}


def test_a_declared_crossing_is_not_land_even_where_a_border_is_given(toy, today):
    sliver = pd.DataFrame({"block_a": ["C-4"], "block_b": ["D-4"], "length_km": [0.005]})
    atlas = replace(toy, borders=pd.concat([toy.borders, sliver]))
    land = land_component_of(atlas, today)
    assert land["C-4"] != land["D-4"]
    assert component_of(atlas, today)["C-4"] == component_of(atlas, today)["D-4"]
    assert relied_on(atlas, today)


def test_a_regional_plan_is_counted_on_its_own_blocks(toy, island):
    assert components(toy, island).to_dict() == {"E": 1}


def test_pieces_are_those_of_a_graph(england: Atlas, completed: dict[str, Plan]):
    graph = nx.Graph(adjacency(england))
    graph.add_nodes_from(england.blocks.index)
    for plan in completed.values():
        counted = components(england, plan)
        for footprint in plan.by_id:
            part = graph.subgraph(plan.blocks_of(footprint))
            assert counted[footprint] == nx.number_connected_components(part)


def test_every_footprint_of_every_shipped_plan_is_in_one_piece(england, completed):
    for plan in completed.values():
        assert (components(england, plan) == 1).all(), plan.key


def test_only_the_islands_need_a_crossing_in_the_plan_of_2023(england, shipped):
    assert set(relied_on(england, shipped["icb-2023"])) == {"QRL", "QT6"}


def test_all_of_england_hangs_together(england):
    graph = nx.Graph(adjacency(england))
    assert set(graph) == set(england.blocks.index)
    assert nx.is_connected(graph)


def test_links_name_known_blocks_once_with_the_lower_first(england):
    pairs = list(zip(england.links["block_a"], england.links["block_b"], strict=True))
    assert len(set(pairs)) == len(pairs)
    assert all(one < other for one, other in pairs)
    assert england.links["reason"].str.len().gt(5).all()


def test_a_pair_is_linked_only_where_no_land_joins_it(england):
    borders = set(zip(england.borders["block_a"], england.borders["block_b"], strict=True))
    links = set(zip(england.links["block_a"], england.links["block_b"], strict=True))
    assert borders & links == HARBOUR_SLIVERS


@pytest.mark.parametrize("plan", ["agreed-2025-09", "merged-2026-04"])
def test_the_isle_of_wight_is_joined_to_hampshire_by_named_ferries(england, shipped, plan):
    reasons = " ".join(
        crossing.reason
        for crossings in relied_on(england, shipped[plan]).values()
        for crossing in crossings
    )
    assert "Yarmouth–Lymington" in reasons
    assert "Penzance" in reasons


def test_footprints_that_share_a_border_are_neighbours_once_and_not_their_own(toy, today):
    assert neighbours(toy, today) == {("M", "W"), ("E", "M")}


def test_who_holds_land_beside_some_blocks_is_told_with_who_holds_the_blocks(toy, today):
    assert owners_beside(toy, today, ["A-1"]) == ["W"]
    assert set(owners_beside(toy, today, ["B-3"])) == {"W", "M", "E"}
    assert set(owners_beside(toy, today, ["A-1", "C-4"])) == {"W", "M", "E"}
    # A ferry is no land.
    assert owners_beside(toy, today, ["D-4"]) == []


def test_who_holds_most_land_beside_some_blocks_is_named_first(england, shipped):
    plan = shipped["icb-2023"]
    medway = [block for block in england.blocks.index if block.startswith("E06000035-")]
    assert owners_beside(england, plan, medway) == ["QKS"]
    wokingham = [block for block in england.blocks.index if block.startswith("E06000041-")]
    owners, borders = owners_beside(england, plan, wokingham), england.borders
    touching = borders[borders["block_a"].isin(wokingham) | borders["block_b"].isin(wokingham)]
    ends = touching[["block_a", "block_b"]].map(plan.assigned.owner_of.get)
    long = {one: touching["length_km"][(ends == one).any(axis=1)].sum() for one in owners}
    assert owners == sorted(owners, key=lambda one: -long[one])
    assert len(owners) > 2
