"""Clusters: which ICBs join under a plan, and what does each footprint look like?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint.brief.coming import joining
from footprint.brief.team import team_brief
from footprint.content.asked import layered, plan_of
from footprint.content.flows import flow_of, since_last, ways
from footprint.content.footprints import about_plan, area_card, measure_picture, plan_picture
from footprint.content.statements import about_places, about_topic
from footprint.content.values import OF_ONE_PLAN, About, Card, Page, Picture, Sentence, Table
from footprint.english import capital, month
from footprint.maps.membership import QUESTION
from footprint.plans.asked import PLAN, STATUSES, Asked
from footprint.plans.plan import Plan, bare_key
from footprint.view import View
from footprint.workspace.maps import firmness, membership
from footprint.workspace.workspace import VIEWS, Workspace, kept

_TOPICS = ("leadership", "what stays with each ICB", "functions to regions", "timetable")


@dataclass(frozen=True, eq=False, kw_only=True)
class Clusters:
    """What the page on one plan says.

    `first` is what the map shows without a measure, `caption` stands under it and `since` tells
    what changed since the step before; `ways` is the flow as a table, and `more` is about clusters.
    """

    plan: Plan
    sentence: Sentence
    picture: Picture
    caption: str
    since: str
    ways: Table | None
    card: Card
    about: About
    more: tuple[About, ...]
    first: str


@kept(VIEWS)
def content(work: Workspace, view: View) -> Clusters:
    """Who joins whom under a plan, or a measure of its footprints."""
    view = layered(work, view)
    plan = plan_of(work, view)
    picture = _picture(work, view, plan)
    return Clusters(
        plan=plan,
        sentence=Sentence(plan.summary),
        picture=picture,
        caption=f"{picture.summary} {plan.note}",
        since=since_last(work, plan),
        ways=None if view.measure else ways(work),
        card=area_card(work, view, plan),
        about=about_plan(plan),
        more=(*_steps(work, plan), *_said(work)),
        first=_first(plan),
    )


def _picture(work: Workspace, view: View, plan: Plan) -> Picture:
    if view.measure:
        return measure_picture(work, view, view.plan_key, view.measure)
    drawn = firmness if _is_asked(plan) else membership
    layer = drawn(work, view.plan_key, view.base)
    picture = plan_picture(work, view, plan, layer, ("residents",))
    selected = picture.selected
    looked_for = tuple(plan.blocks_of(selected)) if selected else ()
    minute = team_brief(work, plan, selected) if selected and plan.seen == "teams" else None
    return replace(picture, charts=(flow_of(work, looked_for, selected),), minute=minute)


def _first(plan: Plan) -> str:
    if _is_asked(plan):
        return "How firm each proposal is"
    return QUESTION[plan.seen]


def _said(work: Workspace) -> tuple[About, ...]:
    return (*(about_topic(work, topic) for topic in _TOPICS), about_places(work))


def _is_asked(plan: Plan) -> bool:
    """Whether a plan's bodies each stand at a step of their own."""
    return bare_key(plan.key) == PLAN and plan.seen == "bodies"


def _steps(work: Workspace, plan: Plan) -> tuple[About, ...]:
    """How firm each body is, in the words of its papers; nothing for any other plan."""
    if not _is_asked(plan):
        return ()
    firmest = sorted(work.asked.values(), key=lambda one: -STATUSES.index(one.status))
    told = tuple((plan.by_id[one.body].name, _step(work, one)) for one in firmest)
    return (About("How firm each ICB of April 2027 is, and who says so", (), strong=told),)


def _step(work: Workspace, one: Asked) -> str:
    whose = "Their" if len(joining(work, one)) > 1 else "Its"
    said = f"{whose} board papers {one.sentence} " if one.sentence else ""
    told = f"{one.note}; {', '.join(one.papers)}, {month(one.as_of)}, {one.quality}"
    return f"{capital(one.status)}. {said}({capital(told)})"


PAGE = Page(
    "pages/Clusters.py",
    "Clusters",
    OF_ONE_PLAN,
    content,
)
