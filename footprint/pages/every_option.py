"""Every option: how many ways were there, and where does a plan stand among them?"""

from __future__ import annotations

from dataclasses import dataclass

from footprint.charts.vega import Chart
from footprint.content.asked import layered, lined
from footprint.content.footprints import plan_map
from footprint.content.values import Column, Figures, Page, Picture, Sentence, Table
from footprint.every_option.answer import Answer
from footprint.every_option.frontier import TooWideError
from footprint.every_option.question import QuestionError
from footprint.plans.plan import Plan, titled
from footprint.standing import asked, tables
from footprint.standing.place import Place, others, place_of, told
from footprint.view import View
from footprint.workspace import maps, plans
from footprint.workspace.workspace import Workspace

NOT_COUNTED = (
    "Options are told apart by what is counted alone: people, borders and authorities. How "
    "patients move, who works well together and what was tried before is in none of these figures."
)
_UNCOUNTED = Table("Plans among all options", (Column("Plan"),), ())


@dataclass(frozen=True, eq=False, kw_only=True)
class Found:
    """What was counted: the plan's place among all options, and the tables that belong to it.

    `rare` lists the options whole where there are few; `rare_keys` has the key of each row.
    """

    answer: Answer
    total: int
    exact: str
    place: Place
    told: str
    narrowing: Table
    places: Table
    samples: Table | None
    rare: Table | None
    rare_keys: tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class EveryOption:
    """What the page on every option says.

    Without `found`, `problem` says why nothing was counted.
    """

    plan: Plan
    sentence: Sentence
    picture: Picture
    found: Found | None
    problem: str = ""


def content(work: Workspace, view: View) -> EveryOption:
    """Count what a view asks for, and hold its plan against it."""
    view = layered(work, view, "teams")
    plan = plans.plan(work, view.plan_key, view.base)
    try:
        found = _found(work, view, plan)
    except (QuestionError, TooWideError) as problem:
        sentence = "This could not be counted."
        picture = _picture(work, view, plan, sentence, _UNCOUNTED, ())
        return EveryOption(
            plan=plan,
            sentence=Sentence(sentence),
            picture=picture,
            found=None,
            problem=str(problem),
        )
    sentence = asked.ways(work, view, found.answer)
    figures = (("Options counted", f"{found.total:,}"), *_figures(found))
    picture = _picture(work, view, plan, f"{sentence} {found.told}", found.places, figures)
    return EveryOption(plan=plan, sentence=Sentence(sentence), picture=picture, found=found)


def _found(work: Workspace, view: View, plan: Plan) -> Found:
    answer = asked.answer_of(work, view)
    place = place_of(work, view, plan, answer)
    held = (place, *others(work, view, plan, answer))
    rare, keys = tables.rare(work, view, answer)
    total = answer.total(view.footprints)
    return Found(
        answer=answer,
        total=total,
        exact=asked.exactly(view, answer),
        place=place,
        told=told(place, view, answer),
        narrowing=tables.narrowing(work, view),
        places=tables.places(answer, view, held),
        samples=tables.samples(work, view, plan, answer) if total else None,
        rare=rare,
        rare_keys=keys,
    )


def _figures(found: Found) -> Figures:
    if found.place.figures is None:
        return ()
    pairs = zip(found.answer.measures, found.place.figures, strict=True)
    return tuple((measure.label, f"{figure:,}") for measure, figure in pairs)


def _picture(
    work: Workspace, view: View, plan: Plan, said: str, table: Table, figures: Figures
) -> Picture:
    layer = lined(view, plan, maps.membership(work, view.plan_key, view.base))
    drawn = plan_map(work, view, plan, layer)
    charts: tuple[Chart, ...] = ()
    return Picture(
        title=f"Every option: {titled(plan)}",
        subtitle=plan.summary,
        summary=said,
        maps=(drawn,),
        key=layer,
        table=table,
        figures=figures,
        plans=(plan,),
        notes=(NOT_COUNTED, plan.note),
        selected=drawn.selected,
        charts=charts,
    )


PAGE = Page(
    "pages/Every_option.py",
    "Every option",
    (
        *("plan", "layer", "lines", "map", "base", "area", "bodies", "region", "footprints"),
        *("least", "keep", "tolerance", "inside", "together", "apart", "counted", "against"),
    ),
    content,
)
