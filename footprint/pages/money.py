"""Money: what does each plan cost to run, and what are its envelope and target?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from footprint.charts.bars import Bars
from footprint.charts.dots import Dots
from footprint.charts.trend import Trend
from footprint.charts.vega import Chart
from footprint.content.asked import layered, marked, measure_layer, plan_of
from footprint.content.charts import cap_bars, measure_dots, staff_trend
from footprint.content.figures import most_first, text_table
from footprint.content.footprints import plan_picture
from footprint.content.statements import about_topic
from footprint.content.values import OF_ONE_PLAN, About, Card, Page, Picture, Sentence
from footprint.facts.atlas import Atlas
from footprint.facts.guidance import CAP
from footprint.maps.choropleth import choropleth
from footprint.maps.layer import Layer, with_people
from footprint.maps.sentences import measure_sentence
from footprint.maps.stories import Story
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.measures.classes import ClassError, Classes, classify
from footprint.measures.marks import YOURS
from footprint.measures.said import Words, said
from footprint.measures.units import POUNDS_EACH
from footprint.money import baselines, published, scenario, sentences
from footprint.money.fact import Fact, Sort
from footprint.money.scenario import Scenario
from footprint.pages.money_tables import (
    WHOLE,
    CutOrCap,
    OverTime,
    PublishedFacts,
    by_body,
    cut_or_cap,
    envelopes,
    over_time,
)
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.workspace import VIEWS, Workspace, kept

# The money measures of this page; the first is shown where the view asks for none of them.
MEASURES: tuple[str, ...] = (
    "envelope",
    "published_cost",
    "published_cost_per_head",
    "published_deficit",
    "weighted_population",
    "staff_per_100_000",
    "staff",
    "running_cost_allowance",
    "running_cost_allowance_2024",
    "running_cost_allowance_2023",
    "running_cost_allowance_per_resident",
    "core_allocation",
    "core_allocation_per_resident",
)
# What the table of envelopes tells of anyway, and what somebody may type.
_IN_ENVELOPES = ("envelope", "weighted_population")
_COSTS = ("published_cost", "published_cost_per_head")
_ASSUMED = "By assumptions somebody typed, not by published figures."


@dataclass(frozen=True, eq=False, kw_only=True)
class Money:
    """What the page on money says; `map_summary` only where the sentence is of something else.

    `exact` and `inside` are what is published of the selected footprint and of ICBs in it;
    `implied_here` is what follows from it, and `implied` all that follows from what is published.
    """

    plan: Plan
    measure: str
    scenario: Scenario
    problems: tuple[str, ...]
    sentence: Sentence
    map_summary: str
    picture: Picture
    card: Card
    cut: CutOrCap
    figure_used: str
    not_taken: tuple[str, ...]
    envelopes: pd.DataFrame
    over_time: OverTime
    name: str
    exact: tuple[PublishedFacts, ...]
    inside: tuple[PublishedFacts, ...]
    everything: tuple[PublishedFacts, ...]
    implied_here: tuple[PublishedFacts, ...]
    implied: tuple[PublishedFacts, ...]
    about: tuple[About, ...]

    @property
    def beside(self) -> tuple[Chart, ...]:
        """The charts that stand beside the map: the staff of the footprint selected."""
        return tuple(one for one in self.picture.charts if isinstance(one, Trend))

    @property
    def under(self) -> tuple[Chart, ...]:
        """The charts that stand under the map: all others."""
        return tuple(one for one in self.picture.charts if not isinstance(one, Trend))


def measure_of(view: View) -> str:
    """The money measure the map shows."""
    return view.measure if view.measure in MEASURES else MEASURES[0]


@kept(VIEWS)
def content(work: Workspace, view: View) -> Money:
    """A money measure of a plan's footprints, and what a scenario would do to them."""
    view = layered(work, view)
    plan = plan_of(work, view)
    assumed, problems = baselines.scenario_of(view, work.cost_names)
    figures = scenario.money_table(work.atlas, plan, assumed)
    picture = _picture(work, view, plan, assumed, figures)
    selected = picture.selected
    name = plan.by_id[selected].name if selected else "England"
    exact = published.published(work.atlas, plan, selected) if selected else ()
    inside = published.published_inside(work.atlas, plan, selected) if selected else ()
    return Money(
        plan=plan,
        measure=measure_of(view),
        scenario=assumed,
        problems=tuple(problems),
        sentence=Sentence(marked(sentences.take_away(plan, figures, assumed), plan)),
        map_summary="" if measure_of(view) == "envelope" else picture.summary,
        picture=picture,
        card=_card(work, view, plan, selected, figures, assumed),
        cut=cut_or_cap(work, view, plan, figures, assumed),
        figure_used=sentences.which_is_used(figures, assumed),
        not_taken=_not_taken(work, plan, figures, assumed),
        envelopes=envelopes(work, view, plan, figures, assumed),
        over_time=over_time(work, plan, selected, name),
        name=name,
        exact=by_body(work, _of("published", exact)),
        inside=by_body(work, _of("published", inside)),
        everything=by_body(work, _of("published", work.published_costs)),
        implied_here=by_body(work, _of("implied", (*exact, *inside))),
        implied=by_body(work, _of("implied", work.published_costs)),
        about=(about_topic(work, "timetable"),),
    )


def _not_taken(
    work: Workspace, plan: Plan, figures: pd.DataFrame, assumed: Scenario, of: str = ""
) -> tuple[str, ...]:
    """Say which costs of the user's are not used in any footprint, or in one."""
    found = scenario.not_taken(work.atlas, plan, assumed, figures)
    here = [one for one in found if of in ("", one.footprint)]
    return sentences.not_taken(here, plan, figures, work.cost_names)


def _of(sort: Sort, known: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in known if fact.sort == sort)


def _picture(
    work: Workspace, view: View, plan: Plan, assumed: Scenario, figures: pd.DataFrame
) -> Picture:
    layer = _layer(work, view, plan, assumed, figures)
    key = measure_of(view)
    picture = plan_picture(work, view, plan, layer, (key, "weighted_population"))
    charts: tuple[Chart, ...] = (
        *of_one(work, view, plan, figures, picture.selected),
        _dots(work, view, plan, assumed, figures, picture),
    )
    picture = replace(picture, charts=charts)
    if assumed == Scenario():
        return picture
    measure, values = _own(view, assumed, figures) or (picture.measures[0], picture.values)
    shown = envelopes(work, view, plan, figures, assumed)
    if measure.key not in _IN_ENVELOPES:
        shown.insert(0, measure.label, _mapped(work, view, plan, assumed, figures, measure, values))
    table = text_table(layer.title, shown, whole=WHOLE)
    return replace(
        picture,
        subtitle=f"{picture.subtitle} {_ASSUMED}",
        figures=(("Cap", f"£{assumed.cap:,.2f} per weighted head"),),
        table=replace(table, codes=(*most_first(plan, figures["left"]), WHOLE)),
        notes=(_ASSUMED, *_not_taken(work, plan, figures, assumed), *picture.notes),
        measures=(measure, *picture.measures[1:]),
        values=values,
    )


def _mapped(
    work: Workspace,
    view: View,
    plan: Plan,
    assumed: Scenario,
    figures: pd.DataFrame,
    measure: Measure,
    values: pd.Series,
) -> list[Words]:
    """What the map shows of each row of the table, with whose word it is where costs are typed."""
    shared = _shared(work, view, measure, figures)
    typed = measure.key in _COSTS and bool(assumed.baselines)
    order = most_first(plan, figures["left"])
    notes = [(figures.at[f, "basis"],) if typed else () for f in order]
    cells = [
        said(values[f], measure.unit, *note, estimated=f in shared)
        for f, note in zip(order, notes, strict=True)
    ]
    totals = _own_values(measure.key, scenario.totals(figures)) if typed else None
    return [*cells, said(work.england[measure.key] if totals is None else totals, measure.unit)]


def of_one(
    work: Workspace, view: View, plan: Plan, figures: pd.DataFrame, selected: str
) -> tuple[Bars | Trend, ...]:
    """The charts of one footprint: what the cap would do to it, and its staff over time.

    `figures` are those of the money table; of none selected there are no charts.
    """
    return (
        *_bars(work, view, plan, figures, selected),
        *_staff(work, view, plan, selected),
    )


def _bars(
    work: Workspace, view: View, plan: Plan, figures: pd.DataFrame, selected: str
) -> tuple[Bars, ...]:
    """What the cap would do to the footprint selected; nothing where none is."""
    if not selected or pd.isna(figures.at[selected, "left"]):
        return ()
    split = selected in plans.estimated(work, view.plan_key, view.base)
    cost = published.implied_cost(work.atlas, plan, selected)
    name, row = plan.by_id[selected].name, figures.loc[selected]
    return (cap_bars(name, row, cost, estimated=split),)


def _staff(work: Workspace, view: View, plan: Plan, selected: str) -> tuple[Trend, ...]:
    """Staff of the footprint selected beside England's; nothing where none is."""
    if not selected:
        return ()
    (_, here), (_, whole) = plans.over_time(work, plan, selected), plans.england_over_time(work)
    split = selected in plans.estimated(work, view.plan_key, view.base)
    return (staff_trend(plan.by_id[selected].name, here, whole, estimated=split),)


def _dots(
    work: Workspace,
    view: View,
    plan: Plan,
    assumed: Scenario,
    figures: pd.DataFrame,
    picture: Picture,
) -> Dots:
    """What the map shows as dots, by the user's assumptions where it depends on them."""
    measure, values = _own(view, assumed, figures) or (picture.measures[0], picture.values)
    return measure_dots(
        plan,
        measure,
        pd.DataFrame({measure.key: values}),
        whole=work.england[measure.key],
        estimated=_shared(work, view, measure, figures),
        selected=picture.selected,
    )


def _shared(work: Workspace, view: View, measure: Measure, figures: pd.DataFrame) -> frozenset[str]:
    """The footprints whose figure is shared out, but for those of which the user gave all."""
    shared = plans.estimated(work, view.plan_key, view.base)
    if measure.key != "published_cost":
        return shared
    return shared - set(figures.index[figures["own_whole"]])


def _layer(
    work: Workspace, view: View, plan: Plan, assumed: Scenario, figures: pd.DataFrame
) -> Layer:
    """The map of a money measure, by the user's assumptions where it depends on them."""
    if own := _own(view, assumed, figures):
        return _own_layer(work, view, plan, *own, _shared(work, view, own[0], figures))
    return measure_layer(work, view, view.plan_key, measure_of(view))


def _own(view: View, assumed: Scenario, figures: pd.DataFrame) -> tuple[Measure, pd.Series] | None:
    """The measure shown and its figures by the user's assumptions, or None if untouched by them."""
    measure = BY_KEY[measure_of(view)]
    if own := _own_measure(measure, assumed):
        compute = partial(_by_assumptions, assumed=assumed, key=measure.key)
        # The line that costs per head are judged by is the cap, whoever set it.
        lines = (assumed.cap,) if measure.lines else ()
        return replace(own, compute=compute, lines=lines), _own_values(measure.key, figures)
    return None


def _by_assumptions(atlas: Atlas, plan: Plan, *, assumed: Scenario, key: str) -> pd.Series:
    """A measure of each footprint of any plan by the user's assumptions."""
    return _own_values(key, scenario.money_table(atlas, plan, assumed))


def _own_values(key: str, figures: pd.DataFrame) -> pd.Series:
    match key:
        case "published_cost":
            return figures["baseline"]
        case "published_cost_per_head":
            return figures["baseline"] / figures["weighted_population"]
        case _:
            return figures[key]


# Whoever typed a cost, nobody published it.
_YOUR_LEAST = {
    "published_cost": "the smallest cost before the cut",
    "published_cost_per_head": "the lowest cost before the cut per weighted head",
}


def _own_measure(measure: Measure, assumed: Scenario) -> Measure | None:
    """What a measure is called by the user's assumptions, or None where they do not touch it."""
    if measure.key == "envelope" and not assumed.as_published:
        cap = POUNDS_EACH.text(assumed.cap)
        return replace(measure, name=f"Envelope at your {cap}", mark=YOURS)
    if measure.key not in _YOUR_LEAST:
        return None
    least = _YOUR_LEAST[measure.key]
    if assumed.baselines:
        return replace(measure, name="Cost before the cut, yours or published", least=least)
    by_cap = bool(measure.lines) and assumed.cap != CAP
    return replace(measure, least=least) if by_cap else None


def _own_layer(
    work: Workspace,
    view: View,
    plan: Plan,
    measure: Measure,
    values: pd.Series,
    shared: frozenset[str],
) -> Layer:
    whole = values.sum(skipna=False)
    layer = choropleth(
        plan,
        values,
        _classes(view, measure, values),
        measure,
        summary=measure_sentence(plan, measure, values, whole),
        estimated=shared,
    )
    return with_people(layer, work.residents)


def _classes(view: View, measure: Measure, values: pd.Series) -> Classes:
    cuts = tuple(cut * measure.unit.per for cut in view.cuts)
    try:
        return classify(values, measure.unit, scheme=view.scheme, count=view.classes, cuts=cuts)
    except ClassError:
        return classify(values, measure.unit)


def _card(
    work: Workspace,
    view: View,
    plan: Plan,
    selected: str,
    figures: pd.DataFrame,
    assumed: Scenario,
) -> Card:
    if not selected:
        hint = "Choose an area on the map, or type a name above, to see its money."
        return Card(story=None, hint=hint)
    name, row = plan.by_id[selected].name, figures.loc[selected]
    split = selected in plans.estimated(work, view.plan_key, view.base)
    to_come = published.targets_to_come(work.atlas, plan)[selected]
    story = Story(
        name,
        _basis(assumed),
        (
            (
                "Envelope and target",
                sentences.envelope(row, assumed, estimated=split, to_come=to_come),
            ),
            ("Reduction needed", _needed(work, plan, selected, figures, assumed, split=split)),
            ("Cut or cap", sentences.cut_or_cap(name, row, assumed)),
            *sentences.allowance_and_staff(
                plans.table(work, view.plan_key, view.base).loc[selected], estimated=split
            ),
        ),
    )
    return Card(story=story)


def _needed(
    work: Workspace,
    plan: Plan,
    selected: str,
    figures: pd.DataFrame,
    assumed: Scenario,
    *,
    split: bool,
) -> str:
    """How far one footprint would have to come down, also from a cost that is only implied."""
    row = figures.loc[selected]
    told = sentences.needed(row, assumed, estimated=split)
    implied = sentences.by_implied(row, published.implied_cost(work.atlas, plan, selected))
    unused = _not_taken(work, plan, figures, assumed, of=selected)
    return " ".join(filter(None, (told, implied, *unused)))


def _basis(assumed: Scenario) -> str:
    if assumed != Scenario():
        return "By the assumptions above"
    return f"At {POUNDS_EACH.text(assumed.cap)}, and a {100 * assumed.cut:g}% cut"


PAGE = Page(
    "pages/Money.py",
    "Money",
    (*OF_ONE_PLAN, "cap", "cut", "saving", "baseline"),
    content,
)
