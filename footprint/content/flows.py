"""Flows: where everybody is from plan to plan, from the ICBs of 2023 to what is asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import pandas as pd

from footprint.charts.flow import Band, Flow, Node, Stage
from footprint.content.values import Column, Table
from footprint.english import month
from footprint.maps.comparison_sentences import since
from footprint.maps.layer import Layer, with_changes
from footprint.measures.units import PEOPLE
from footprint.plans.asked import PLAN
from footprint.plans.comparison import Comparison
from footprint.plans.plan import Plan, Seen, bare_key, noun, seen_key
from footprint.plans.scope import Scope
from footprint.view import View
from footprint.workspace.comparisons import comparison
from footprint.workspace.plans import kinds_of_places
from footprint.workspace.published import REST
from footprint.workspace.workspace import Workspace, kept

# Which layer of which plan stands in which column: each where it is news.
STAGES: tuple[tuple[str, Seen], ...] = (
    ("icb-2023", "bodies"),
    ("agreed-2025-09", "teams"),
    ("merged-2026-04", "bodies"),
    ("in-force-2026-10", "teams"),
    (PLAN, "bodies"),
)
# At these steps a body of the plan to come is only talked about.
_LOOSE = ("undecided", "proposed", "applied for", "objected to", "delayed")


@kept(100)
def flow_of(
    work: Workspace,
    looked_for: tuple[str, ...] = (),
    selected: str = "",
    scope: Scope | None = None,
) -> Flow:
    """Everybody of a part of England from plan to plan, with the blocks that are looked for traced.

    Without a scope it is everybody.
    """
    loose = {one.body for one in work.asked.values() if one.status in _LOOSE}
    blocks = work.atlas.blocks
    here = blocks[blocks.index.isin(scope.blocks)] if scope else blocks
    whole = flow(_plans(work), here, looked_for, loose)
    told = part_of(whole, _plans(work), blocks, scope) if scope else whole
    return replace(told, selected=selected)


@kept(1)
def ways(work: Workspace) -> Table:
    """The same as a table."""
    return flow_table(_plans(work), work.atlas.blocks)


def _plans(work: Workspace) -> list[Plan]:
    return [work.plans[key].seen_as(seen) for key, seen in STAGES]


def since_last(work: Workspace, plan: Plan) -> str:
    """What changed in a plan's layer since the step before it in time, "" where there is none."""
    before = step_before(work, plan)
    return since(_held(work, before, plan), kinds_of_places(work)) if before else ""


def step_before(work: Workspace, plan: Plan) -> Plan | None:
    """The step of the timeline before a plan, None for the first and for what is no step of it."""
    steps = [key for key, one in work.plans.items() if one.national]
    if bare_key(plan.key) not in steps[1:]:
        return None
    return work.plans[steps[steps.index(bare_key(plan.key)) - 1]]


def _held(work: Workspace, before: Plan, plan: Plan) -> Comparison:
    key = seen_key(before.key, plan.seen, before.usual)
    return comparison(work, key, plan.key, REST)


def changes_outlined(work: Workspace, view: View, plan: Plan, layer: Layer) -> Layer:
    """A map with what changed since the step before outlined, where the view asks for it."""
    before = step_before(work, plan)
    if not view.since or not before:
        return layer
    changed = set(_held(work, before, plan).changed["goes_to"])
    places = {code: place for place, code in enumerate(plan.by_id, start=1) if code in changed}
    numbers = [places.get(owner, 0) for owner in plan.footprint_of]
    return with_changes(layer, numbers, f"Changed since {month(before.effective)}")


def flow(
    plans: Sequence[Plan],
    blocks: pd.DataFrame,
    looked_for: Collection[str] = (),
    loose: Collection[str] = (),
) -> Flow:
    """The people of some blocks from plan to plan.

    `loose` are footprints of the last that are not decided.
    """
    owners = (
        _owners(plans)
        .loc[blocks.index]
        .assign(
            region=blocks["nhs_region"].astype(str),
            people=blocks["residents_2024"],
            traced=blocks.index.isin(list(looked_for)),
        )
    )
    owners = _in_order(owners, len(plans))
    stages = tuple(_stage(plan, number, owners) for number, plan in enumerate(plans))
    bands = [
        band
        for number in range(len(plans) - 1)
        for band in _bands(owners, number, loose if number == len(plans) - 2 else ())
    ]
    return Flow(
        title="From the ICBs of 2023 to what is asked for", stages=stages, bands=tuple(bands)
    )


def part_of(told: Flow, plans: Sequence[Plan], every: pd.DataFrame, scope: Scope) -> Flow:
    """A flow of some people that says of how many footprints theirs are, and of which only parts.

    `every` are the blocks of all England.
    """
    people, stages = every["residents_2024"], []
    for plan, stage in zip(plans, told.stages, strict=True):
        whole = people.groupby(plan.footprint_of.astype(object)).sum()
        nodes = tuple(
            node if node.people == whole[node.id] else replace(node, name=f"{node.name} (part)")
            for node in stage.nodes
        )
        many = f"{len(nodes)} of {len(plan.by_id)}"
        stages.append(replace(stage, many=many, nodes=nodes))
    title = f"{told.title}, in {scope.name}"
    return replace(told, title=title, stages=tuple(stages), part=True)


def _owners(plans: Sequence[Plan]) -> pd.DataFrame:
    """The footprint of each block under each plan, a numbered column each."""
    owners = [plan.footprint_of.astype(object) for plan in plans]
    return pd.DataFrame(dict(enumerate(owners)))


def _in_order(owners: pd.DataFrame, count: int) -> pd.DataFrame:
    """Blocks so that those who go the same way lie together, region by region.

    Those who are ever under one footprint are next to each other throughout.
    """
    owners = owners.assign(ever=_ever_together(owners, count))
    ways = ["region", "ever", *range(count - 1, -1, -1)]
    ordered = owners.sort_values(ways, kind="stable")
    return ordered.assign(place=ordered["people"].cumsum() - ordered["people"] / 2)


def _ever_together(owners: pd.DataFrame, count: int) -> pd.Series:
    """A name for each block that all have who are ever under one footprint, step by step."""
    ever = owners["region"] + owners[count - 1].astype(str)
    while True:
        wider = ever
        for number in range(count):
            wider = wider.groupby(owners[number]).transform("min")
        if wider.equals(ever):
            return ever
        ever = wider


def _stage(plan: Plan, number: int, owners: pd.DataFrame) -> Stage:
    weighted = owners["place"] * owners["people"]
    people = owners.groupby(number)["people"].sum()
    middle = (weighted.groupby(owners[number]).sum() / people).sort_values()
    traced = owners.groupby(number)["traced"].any()
    region = owners.groupby(number)["region"].first()
    nodes = tuple(
        Node(
            id=code,
            name=plan.by_id[code].name,
            people=float(people[code]),
            text=PEOPLE.text(float(people[code])),
            traced=bool(traced[code]),
            region=region[code],
        )
        for code in middle.index
    )
    return Stage(when=month(plan.effective), many=str(len(nodes)), what=noun(plan), nodes=nodes)


def _bands(owners: pd.DataFrame, number: int, loose: Collection[str]) -> list[Band]:
    ways = owners.groupby([number, number + 1], sort=False)
    people, traced = ways["people"].sum(), ways["traced"].any()
    return [
        Band(
            stage=number,
            source=source,
            target=target,
            people=float(count),
            text=PEOPLE.text(float(count)),
            firm=target not in loose,
            traced=bool(traced[source, target]),
        )
        for (source, target), count in people.items()
    ]


def flow_table(plans: Sequence[Plan], blocks: pd.DataFrame) -> Table:
    """Everybody from plan to plan as a table: a row for all who go the same way."""
    owners = _owners(plans)
    people = blocks["residents_2024"].groupby([owners[number] for number in owners]).sum()
    rows = [
        (*(plan.by_id[code].name for plan, code in zip(plans, way, strict=True)), float(count))
        for way, count in people.items()
    ]
    heads = [f"{month(plan.effective)}: {noun(plan)}" for plan in plans]
    return Table(
        title="Where everybody goes",
        columns=(*map(Column, heads), Column("Residents", PEOPLE)),
        rows=tuple(sorted(rows)),
    )
