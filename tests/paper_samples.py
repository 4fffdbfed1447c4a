"""Papers made from the published facts, for tests of everything that writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from footprint.charts.strip import Strip
from footprint.charts.trend import Trend
from footprint.content.charts import measure_dots, measure_strip, staff_trend
from footprint.content.values import Column, Table
from footprint.maps.layer import Layer
from footprint.measures import catalogue as measures
from footprint.papers.paper import Panel, Paper
from footprint.plans.plan import Plan
from footprint.workspace import plans as facts
from footprint.workspace.authorities import authority_layer
from footprint.workspace.maps import choropleth
from footprint.workspace.maps import membership as members
from tests.shared_workspace import WORK

DAY = date(2026, 11, 22)
LINK = "http://localhost:8501/Clusters?plan=agreed-2025-09"
HOSTILE = 'Ünïted <b>"North" & South</b> 🗺️ =1+1 أهلا وسهلا שלום ' + "very long " * 25
AGREED, EAST = "agreed-2025-09", ("east-model-a", "east-model-b", "east-model-c")


@cache
def membership() -> Paper:
    """The 26 clusters, by who joins whom."""
    return _paper(facts.plan(WORK, AGREED), members(WORK, AGREED, "icb-2023"), "residents")


@cache
def envelope() -> Paper:
    """The running cost allowance by cluster, some of it estimated."""
    key = "running_cost_allowance"
    layer = choropleth(WORK, AGREED, "icb-2023", key, "quantiles", 5, ())
    return _paper(facts.plan(WORK, AGREED), layer, key)


@cache
def dotted() -> Paper:
    """The same allowance with its dots, one of which has a name that breaks files."""
    paper, key = envelope(), "running_cost_allowance"
    plan = facts.plan(WORK, AGREED)
    dots = measure_dots(
        plan,
        measures.BY_KEY[key],
        facts.table(WORK, AGREED),
        whole=WORK.england[key],
        estimated=facts.estimated(WORK, AGREED),
        selected=plan.footprints[3].id,
    )
    first = replace(dots.rows[0], name=f"=1+1 & <b>\x07\ud800</b> {dots.rows[0].name}")
    return replace(paper, charts=(replace(dots, rows=(first, *dots.rows[1:])),))


@cache
def staff() -> Trend:
    """Staff of an ICB since 2022, with a long name and some of it estimated."""
    plan = facts.plan(WORK, "merged-2026-04")
    name = max(plan.by_id, key=lambda code: len(plan.by_id[code].name))
    (_, here), (_, whole) = facts.over_time(WORK, plan, name), facts.england_over_time(WORK)
    return staff_trend(plan.by_id[name].name, here, whole, estimated=True)


@cache
def strip() -> Strip:
    """The residents of three plans."""
    keys, measure = ("icb-2023", "merged-2026-04", AGREED), measures.BY_KEY["residents"]
    held = [(facts.plan(WORK, key), facts.table(WORK, key)[measure.key]) for key in keys]
    return measure_strip(held, measure, "ABC")


@cache
def authorities() -> Paper:
    """Which upper-tier authorities the clusters split."""
    layer = authority_layer(WORK, AGREED, "icb-2023", "utla", 0.01)
    return _paper(facts.plan(WORK, AGREED), layer, "residents")


@cache
def one_icb() -> Paper:
    """One ICB among its neighbours."""
    paper = _paper(
        facts.plan(WORK, "merged-2026-04"),
        choropleth(WORK, "merged-2026-04", "icb-2023", "imd", "quantiles", 5, ()),
        "imd",
    )
    code = paper.panels[0].layer.areas[7].id
    area_of_block = paper.panels[0].layer.area_of_block
    return replace(
        paper,
        panels=(replace(paper.panels[0], selected=code),),
        scope=tuple(place for place, area in enumerate(area_of_block) if area == 7),
    )


@cache
def east() -> Paper:
    """The three models for the East of England, side by side."""
    plans = [facts.plan(WORK, key) for key in EAST]
    panels = [Panel(members(WORK, plan.key, "icb-2023"), heading=plan.title) for plan in plans]
    own = [block for block, owner in plans[0].assignment if owner in plans[0].drawn]
    places = plans[0].footprint_of.index.get_indexer(own)
    base = _paper(plans[0], panels[0].layer, "residents")
    return replace(
        base,
        title="Three models for the East of England",
        panels=tuple(panels),
        scope=tuple(sorted(places.tolist())),
    )


@cache
def hostile() -> Paper:
    """Names that try to be markup, formulas and other scripts."""
    paper = membership()
    layer = paper.panels[0].layer
    areas = (
        replace(layer.areas[0], name=HOSTILE),
        replace(layer.areas[1], name="=HYPERLINK(1)"),
        *layer.areas[2:],
    )
    named = replace(layer, areas=areas, title=HOSTILE)
    rows = ((HOSTILE, *paper.table.rows[0][1:]), ("=HYPERLINK(1)", *paper.table.rows[1][1:]))
    return replace(
        paper,
        title=HOSTILE,
        subtitle=HOSTILE,
        panels=(Panel(named),),
        key=named,
        table=replace(paper.table, rows=rows + paper.table.rows[2:]),
        lists=((HOSTILE, HOSTILE), *paper.lists[1:]),
        caption=HOSTILE,
    )


SAMPLES = {
    sample.__name__: sample
    for sample in (membership, envelope, authorities, one_icb, east, hostile)
}


def _paper(plan: Plan, layer: Layer, key: str) -> Paper:
    return Paper(
        title=layer.title,
        subtitle=plan.summary.replace("**", ""),
        summary=layer.summary.replace("**", ""),
        day=DAY,
        panels=(Panel(layer),),
        key=layer,
        table=_table(plan, key),
        figures=(("Residents, mid-2024", "58,620,101"), ("Footprints", str(len(plan.footprints)))),
        lists=tuple((area.name, ", ".join(area.tooltip)) for area in layer.areas if area.id),
        notes=(layer.note,),
        sources=("Blocks (Office for National Statistics, 2025)", "Plans (NHS England, 2025)"),
        link=LINK,
        caption="",
    )


def _table(plan: Plan, key: str) -> Table:
    measure, figures = measures.BY_KEY[key], facts.table(WORK, plan.key)
    estimated = facts.estimated(WORK, plan.key)
    names = [plan.by_id[code].name for code in figures.index]
    return Table(
        title=measure.label,
        spoken=measure.spoken,
        columns=(
            Column("Footprint"),
            Column(measure.label, measure.unit),
            Column("IMD score", measures.BY_KEY["imd"].unit),
        ),
        rows=tuple(zip(names, figures[key].tolist(), figures["imd"].tolist(), strict=True)),
        estimated=frozenset(
            (line, 1)
            for line, code in enumerate(figures.index)
            if measure.shared and code in estimated
        ),
    )
