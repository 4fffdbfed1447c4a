"""Money: what does each plan cost to run, and what are its envelope and target?"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from footprint.charts.trend import Trend
from footprint.charts.vega import Chart
from footprint.content.asked import layered, marked, plan_of
from footprint.content.statements import about_topic
from footprint.content.values import OF_ONE_PLAN, About, Card, Page, Picture, Sentence
from footprint.money import baselines, published, scenario, sentences
from footprint.money.fact import Fact, Sort
from footprint.money.scenario import Scenario
from footprint.pages.costs.card import card_of
from footprint.pages.costs.picture import picture_of
from footprint.pages.costs.shown import measure_of, not_taken
from footprint.pages.costs.tables import (
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
from footprint.workspace.workspace import VIEWS, Workspace, kept


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


@kept(VIEWS)
def content(work: Workspace, view: View) -> Money:
    """A money measure of a plan's footprints, and what a scenario would do to them."""
    view = layered(work, view)
    plan = plan_of(work, view)
    assumed, problems = baselines.scenario_of(view, work.cost_names)
    figures = scenario.money_table(work.atlas, plan, assumed)
    picture = picture_of(work, view, plan, assumed, figures)
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
        card=card_of(work, view, plan, selected, figures, assumed),
        cut=cut_or_cap(work, view, plan, figures, assumed),
        figure_used=sentences.which_is_used(figures, assumed),
        not_taken=not_taken(work, plan, figures, assumed),
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


def _of(sort: Sort, known: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in known if fact.sort == sort)


PAGE = Page(
    "pages/Money.py",
    "Money",
    (*OF_ONE_PLAN, "cap", "cut", "saving", "baseline"),
    content,
)
