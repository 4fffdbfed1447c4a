"""Money: what does each plan cost to run, and what would the cap leave?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from footprint.content.asked import measure_layer, plan_of
from footprint.content.figures import by_name, text_table
from footprint.content.footprints import plan_picture
from footprint.content.values import Card, Page, Picture, Sentence
from footprint.english import month, percent
from footprint.maps.choropleth import choropleth
from footprint.maps.layer import Layer
from footprint.maps.sentences import measure_sentence
from footprint.maps.stories import Story
from footprint.measures.catalogue import BY_KEY, Measure
from footprint.measures.classes import ClassError, Classes, classify
from footprint.measures.units import FTE, MILLIONS, PEOPLE, PER_100_000, POUNDS_EACH
from footprint.money import baselines, published, scenario, sentences
from footprint.money.published import ENGLAND, Fact
from footprint.money.scenario import Scenario
from footprint.plans.plan import Plan, england
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.workspace import Workspace

# The money measures of this page; the first is shown where the view asks for none of them.
MEASURES: tuple[str, ...] = (
    "envelope",
    "published_cost",
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
_ASSUMED = "By assumptions somebody typed, not by published figures."


@dataclass(frozen=True, eq=False, kw_only=True)
class CutOrCap:
    """Who would lose more by a cut the same for all; `rest` are those without a known cost."""

    sentence: str
    table: pd.DataFrame
    rest: int
    teams: str


@dataclass(frozen=True, eq=False, kw_only=True)
class OverTime:
    """Allowance and staff through the years, of one footprint or of England."""

    name: str
    allowance: pd.DataFrame
    staff: pd.DataFrame


@dataclass(frozen=True)
class PublishedFacts:
    """What one body, or several together, have published."""

    whose: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Money:
    """What the page on money says; `map_summary` only where the sentence is of something else.

    `exact` and `inside` are what is published of the selected footprint and of ICBs in it.
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
    left_by_cap: pd.DataFrame
    over_time: OverTime
    name: str
    exact: tuple[PublishedFacts, ...]
    inside: tuple[PublishedFacts, ...]
    everything: tuple[PublishedFacts, ...]


def measure_of(view: View) -> str:
    """The money measure the map shows."""
    return view.measure if view.measure in MEASURES else MEASURES[0]


def content(work: Workspace, view: View) -> Money:
    """A money measure of a plan's footprints, and what a scenario would do to them."""
    plan = plan_of(work, view)
    assumed, problems = baselines.scenario_of(view, work.icb_names)
    figures = scenario.money_table(work.atlas, plan, assumed)
    picture = _picture(work, view, plan, assumed, figures)
    selected = picture.selected
    name = plan.by_id[selected].name if selected else "England"
    known = work.published_costs
    return Money(
        plan=plan,
        measure=measure_of(view),
        scenario=assumed,
        problems=tuple(problems),
        sentence=Sentence(sentences.take_away(plan, figures, assumed)),
        map_summary="" if measure_of(view) == "envelope" else picture.summary,
        picture=picture,
        card=_card(work, view, plan, selected, figures, assumed),
        cut=_cut_or_cap(work, view, plan, figures, assumed),
        figure_used=sentences.which_is_used(figures, assumed),
        left_by_cap=_left_by_cap(work, view, plan, figures, assumed),
        over_time=_over_time(work, plan, selected, name),
        name=name,
        exact=_by_body(work, published.published(work.atlas, plan, selected) if selected else ()),
        inside=_by_body(
            work, published.published_inside(work.atlas, plan, selected) if selected else ()
        ),
        everything=_by_body(work, known),
    )


def _picture(
    work: Workspace, view: View, plan: Plan, assumed: Scenario, figures: pd.DataFrame
) -> Picture:
    layer = _layer(work, view, plan, assumed, figures)
    key = measure_of(view)
    picture = plan_picture(work, view, plan, layer, (key, "weighted_population"))
    if assumed == Scenario():
        return picture
    cells = _left_by_cap(work, view, plan, figures, assumed)
    return replace(
        picture,
        subtitle=f"{picture.subtitle} {_ASSUMED}",
        figures=(("Cap", f"£{assumed.cap:,.2f} per weighted head"),),
        table=text_table(layer.title, cells),
        notes=(_ASSUMED, *picture.notes),
        # The measure of a part is worked out from what is published, not by assumptions.
        values=None if _own_label(BY_KEY[key], assumed) else picture.values,
    )


def _layer(
    work: Workspace, view: View, plan: Plan, assumed: Scenario, figures: pd.DataFrame
) -> Layer:
    """The map of a money measure, by the user's assumptions where it depends on them."""
    measure = BY_KEY[measure_of(view)]
    if label := _own_label(measure, assumed):
        column = "baseline" if measure.key == "published_cost" else measure.key
        own = replace(measure, label=label)
        return _own_layer(work, view, plan, own, figures[column])
    return measure_layer(work, view, view.plan, measure.key)


def _own_label(measure: Measure, assumed: Scenario) -> str:
    """What a measure is called by the user's assumptions; "" where they do not touch it."""
    if measure.key == "envelope" and not assumed.as_published:
        return f"Envelope at your {POUNDS_EACH.text(assumed.cap)} (worked out), £ million"
    if measure.key == "published_cost" and assumed.baselines:
        return "Cost before the cut, yours or published, £ million"
    return ""


def _own_layer(
    work: Workspace, view: View, plan: Plan, measure: Measure, values: pd.Series
) -> Layer:
    whole = values.sum(skipna=False)
    return choropleth(
        plan,
        values,
        _classes(view, measure, values),
        measure,
        summary=measure_sentence(plan, measure, values, whole),
        estimated=plans.estimated(work, view.plan, view.base),
    )


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
    split = selected in plans.estimated(work, view.plan, view.base)
    story = Story(
        name,
        _basis(assumed),
        (
            ("What the cap would leave", sentences.envelope(row, assumed, estimated=split)),
            ("Reduction needed", sentences.needed(row, assumed, estimated=split)),
            ("Cut or cap", sentences.cut_or_cap(name, row, assumed)),
            *sentences.allowance_and_staff(plans.table(work, view.plan, view.base).loc[selected]),
        ),
    )
    return Card(story=story)


def _basis(assumed: Scenario) -> str:
    if assumed != Scenario():
        return "By the assumptions above"
    return f"At {POUNDS_EACH.text(assumed.cap)}, and a {100 * assumed.cut:g}% cut"


def _left_by_cap(
    work: Workspace, view: View, plan: Plan, figures: pd.DataFrame, assumed: Scenario
) -> pd.DataFrame:
    """What the cap would leave each footprint and England, as a table of words."""
    estimated = plans.estimated(work, view.plan, view.base)
    rows = [
        _cap_row(plan.by_id[f].name, figures.loc[f], assumed, estimated=f in estimated)
        for f in by_name(plan)
    ]
    rows.append(_cap_row("England", scenario.totals(figures), assumed, estimated=False))
    return pd.DataFrame(rows).set_index("Footprint")


def _cap_row(name: str, row: pd.Series, assumed: Scenario, *, estimated: bool) -> dict[str, str]:
    mark = " (estimated)" if estimated else ""
    cells = {
        "Footprint": name,
        "Weighted population": PEOPLE.text(row["weighted_population"]) + mark,
        f"£{assumed.cap:,.2f} × weighted population": MILLIONS.text(row["envelope"]) + mark,
        "Published target": MILLIONS.text(row["target"]),
    }
    if not assumed.as_published:
        return cells
    used = " (published)" if row["left"] == row["target"] else mark
    return cells | {
        "Published, against worked out": sentences.difference(row["difference"]),
        "Figure used": MILLIONS.text(row["left"]) + used,
    }


def _cut_or_cap(
    work: Workspace, view: View, plan: Plan, figures: pd.DataFrame, assumed: Scenario
) -> CutOrCap:
    estimated = plans.estimated(work, view.plan, view.base)
    known = [f for f in by_name(plan) if pd.notna(figures.at[f, "baseline"])]
    rows = [
        _cut_row(plan.by_id[f].name, figures.loc[f], assumed, estimated=f in estimated)
        for f in known
    ]
    return CutOrCap(
        sentence=sentences.who_loses(plan, figures, assumed),
        table=pd.DataFrame(rows).set_index("Footprint") if rows else pd.DataFrame(),
        rest=len(figures) - len(rows),
        teams=sentences.teams(plan, scenario.teams_removed(work.atlas, plan), assumed),
    )


def _cut_row(name: str, row: pd.Series, assumed: Scenario, *, estimated: bool) -> dict[str, str]:
    mark = ", estimated" if estimated else ""
    cut = f"{100 * assumed.cut:g}% cut"
    return {
        "Footprint": name,
        "Cost before the cut": f"{MILLIONS.text(row['baseline'])} ({row['basis']}{mark})",
        "Left by the cap": MILLIONS.text(row["left"]),
        "Taken by the cap": f"{MILLIONS.text(row['needed'])} ({percent(row['needed_share'])})",
        f"Left by a {cut}": MILLIONS.text(row["cut_leaves"]),
        f"Taken by a {cut}": MILLIONS.text(row["cut_takes"]),
        "Takes more": sentences.takes_more(row["cut_takes_more"]),
    }


def _over_time(work: Workspace, plan: Plan, selected: str, name: str) -> OverTime:
    shown = plan if selected else england(work.atlas)
    allowance, staff = scenario.over_time(work.atlas, shown, selected or "england")
    return OverTime(name=name, allowance=_allowance_words(allowance), staff=_staff_words(staff))


def _allowance_words(allowance: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Running cost allowance": allowance["pounds"].map(MILLIONS.text),
            "Per resident": allowance["each"].map(POUNDS_EACH.text),
        }
    ).rename_axis("Year")


def _staff_words(staff: pd.DataFrame) -> pd.DataFrame:
    words = pd.DataFrame(
        {
            "ICB staff": staff["fte"].map(FTE.text),
            "Per 100,000 residents": staff["rate"].map(PER_100_000.text),
        }
    )
    return words.set_index(pd.Index([month(date) for date in staff.index], name="Date"))


def _by_body(work: Workspace, facts: tuple[Fact, ...] | list[Fact]) -> tuple[PublishedFacts, ...]:
    """Facts by whose they are, England's first."""
    bodies = dict.fromkeys(_whose(work, fact) for fact in facts)
    return tuple(
        PublishedFacts(body, tuple(fact for fact in facts if _whose(work, fact) == body))
        for body in sorted(bodies, key=lambda name: (name != "England", name))
    )


def _whose(work: Workspace, fact: Fact) -> str:
    if fact.icbs == ENGLAND:
        return "England"
    names = sorted(work.icb_names[icb] for icb in fact.icbs)
    return " with ".join(names) + (", together" if len(names) > 1 else "")


PAGE = Page(
    "pages/Money.py",
    "Money",
    (
        *("plan", "base", "measure", "area", "scheme", "classes", "cuts"),
        *("cap", "cut", "saving", "baseline"),
    ),
    content,
)
