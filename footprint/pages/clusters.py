"""Clusters: which ICBs join under a plan, and what does each footprint look like?"""

from __future__ import annotations

from dataclasses import dataclass

from footprint.content.asked import layered, plan_of
from footprint.content.footprints import about_plan, area_card, measure_picture, plan_picture
from footprint.content.statements import about_places, about_topic
from footprint.content.values import About, Card, Page, Picture, Sentence
from footprint.plans.plan import Plan
from footprint.view import View
from footprint.workspace.maps import membership
from footprint.workspace.workspace import Workspace

_TOPICS = ("leadership", "what stays with each ICB", "functions to regions", "timetable")


@dataclass(frozen=True, eq=False, kw_only=True)
class Clusters:
    """What the page on one plan says; `caption` stands under the map, `more` is about clusters."""

    plan: Plan
    sentence: Sentence
    picture: Picture
    caption: str
    card: Card
    about: About
    more: tuple[About, ...]


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
        card=area_card(work, view, plan),
        about=about_plan(plan),
        more=(*(about_topic(work, topic) for topic in _TOPICS), about_places(work)),
    )


def _picture(work: Workspace, view: View, plan: Plan) -> Picture:
    if view.measure:
        return measure_picture(work, view, view.plan_key, view.measure)
    return plan_picture(
        work, view, plan, membership(work, view.plan_key, view.base), ("residents",)
    )


PAGE = Page(
    "pages/Clusters.py",
    "Clusters",
    ("plan", "layer", "lines", "base", "measure", "area", "scheme", "classes", "cuts"),
    content,
)
