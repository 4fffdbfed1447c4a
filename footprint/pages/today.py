"""Find your ICB: which board covers what, one measure at a time?"""

from __future__ import annotations

from dataclasses import dataclass

from footprint.brief.chapter import bodies_of
from footprint.content.asked import layered, marked
from footprint.content.flows import since_last
from footprint.content.footprints import about_measure, area_card, measure_picture
from footprint.content.values import OF_ONE_PLAN, About, Card, Page, Picture, Sentence
from footprint.english import month
from footprint.measures.catalogue import BY_KEY
from footprint.plans.plan import Plan, bare_key, titled
from footprint.view import TODAY, View
from footprint.workspace.workspace import VIEWS, Workspace, kept


@dataclass(frozen=True, eq=False, kw_only=True)
class Today:
    """What the opening page says; `caption` stands under the map.

    `since` says before it what changed since the step before. `own` is the ICB of today that is
    selected and has a page of its own, or "".
    """

    plan: Plan
    measure: str
    sentence: Sentence
    picture: Picture
    caption: str
    since: str
    card: Card
    about: About
    own: str


@kept(VIEWS)
def content(work: Workspace, view: View) -> Today:
    """One measure of the ICBs of one date, or of their leadership teams."""
    view = layered(work, view, "bodies")
    measure = view.measure or "residents"
    picture = measure_picture(work, view, view.plan_key, measure)
    (plan,) = picture.plans
    return Today(
        plan=plan,
        measure=measure,
        sentence=Sentence(marked(_sentence(plan, picture), plan)),
        picture=picture,
        caption=f"{plan.summary} {plan.note}",
        since=since_last(work, plan),
        card=area_card(work, view, plan),
        about=about_measure(BY_KEY[measure]),
        own=picture.selected if picture.selected in bodies_of(work).by_id else "",
    )


def _sentence(plan: Plan, picture: Picture) -> str:
    """What the map shows, and of when that is true."""
    if bare_key(plan.key) == TODAY:
        return f"As at early {month(plan.as_of)}: {picture.summary}"
    return f"{titled(plan)}: {picture.summary}"


PAGE = Page(
    "app.py",
    "Find your ICB",
    OF_ONE_PLAN,
    content,
)
