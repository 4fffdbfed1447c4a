"""Every option: how many ways were there, where does a plan stand, how few must move?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint.charts.vega import Chart
from footprint.content.asked import layered, lined
from footprint.content.footprints import plan_map
from footprint.content.values import (
    Column,
    Figures,
    MapContent,
    Page,
    Picture,
    Sentence,
    Table,
)
from footprint.english import listed
from footprint.every_option.answer import Answer
from footprint.every_option.measures import catalogue
from footprint.every_option.question import QuestionError
from footprint.every_option.sampled import SAMPLED
from footprint.frontier.diagram import TooWideError
from footprint.maps.layer import Layer
from footprint.parts import regional
from footprint.plans.plan import Plan, titled
from footprint.standing import asked, pictures, tables
from footprint.standing.place import Place, others, place_of, still_to_say, told
from footprint.standing.rare import Rare, layer_of, named_in, rare
from footprint.standing.rare import table as rare_table
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.maps import membership
from footprint.workspace.workspace import VIEWS, Workspace, kept

NOT_COUNTED = (
    "Options are told apart by what is counted alone: people, borders and authorities. How "
    "patients move, who works well together and what was tried before is in none of these figures."
)
_UNCOUNTED = Table("Plans among all options", (Column("Plan"),), ())


@dataclass(frozen=True, eq=False, kw_only=True)
class Found:
    """What was counted: the plan's place among all options, and the tables that belong to it.

    `chosen` names the ICBs counted where they are a choice that the sentence has no room for, and
    `rare` are the options themselves where there are few.
    """

    answer: Answer
    total: int
    exact: str
    chosen: str
    place: Place
    told: str
    still_to_say: str
    narrowing: Table
    places: Table
    trade: Table | None
    rare: tuple[Rare, ...]
    rare_table: Table | None
    rare_named: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class EveryOption:
    """What the page on every option says.

    `shown` is the map of the plan. `picture` is what goes on paper: the same with what is said of
    it, or the few options there are. `asked` is the view that was counted: where both its measures
    cannot be, it goes without one, and `problem` says so. Without `found` nothing was counted, and
    `problem` says why.
    """

    asked: View
    plan: Plan
    sentence: Sentence
    shown: MapContent
    picture: Picture
    found: Found | None
    problem: str = ""


@kept(VIEWS)
def content(work: Workspace, view: View) -> EveryOption:
    """Count what a view asks for, and hold its plan against it."""
    view = layered(work, view, "teams")
    plan = plans.plan(work, view.plan_key, view.base)
    try:
        found, view, problem = _counted(work, view, plan)
    except (QuestionError, TooWideError) as why:
        return _uncounted(work, view, plan, str(why))
    plan, sentence = found.place.plan, asked.ways(work, view, found.answer)
    picture = _picture(work, view, plan, f"{sentence} {found.told}")
    shown = replace(
        picture,
        notes=(*filter(None, (found.chosen,)), *picture.notes),
        table=found.places,
        figures=(("Options counted", f"{found.total:,}"), *_figures(found)),
        charts=found.charts,
    )
    taken = _side_by_side(work, view, shown, found) if found.rare else shown
    return EveryOption(
        asked=view,
        plan=plan,
        sentence=Sentence(sentence),
        shown=picture.maps[0],
        picture=replace(taken, alone=regional.alone(work, view.region, view.base, taken)),
        found=found,
        problem=problem,
    )


def _counted(work: Workspace, view: View, plan: Plan) -> tuple[Found, View, str]:
    """Count by both measures, or by as many as can be; with the view so counted, and what is said.

    Raises QuestionError, or TooWideError where even what takes least work is too much.
    """
    tried = (
        (view, ()),
        (view.with_(against=view.counted), (view.counted, view.against)),
        *((view.with_(counted=one, against=one), (view.counted,)) for one in _LEAST_WORK),
    )
    for narrower, too_many in tried[:-1]:
        try:
            found = _found(work, narrower, plan)
        except TooWideError:
            continue
        return found, narrower, _left_out(work, too_many, narrower)
    narrower, too_many = tried[-1]
    return _found(work, narrower, plan), narrower, _left_out(work, too_many, narrower)


def _left_out(work: Workspace, too_many: tuple[str, ...], narrower: View) -> str:
    """Say which measures were too much, and what options are told apart by instead."""
    if not too_many:
        return ""
    known = catalogue(work.tiers)
    named = listed([f"“{known[one].label}”" for one in too_many])
    by = f"options are told apart by “{known[narrower.counted].label}” alone"
    if all(one in SAMPLED for one in too_many):
        takes = "takes" if len(too_many) == 1 else "take"
        return (
            f"{named} {takes} too many different figures to be listed, so {by}. Where the plan "
            "stands by it is under “Measures that take too many figures to be listed”."
        )
    take = "takes" if len(too_many) == 1 else "together take"
    return (
        f"{named} {take} too much to be counted exactly here, so {by}. Ask for fewer areas, a "
        "lower line or another measure."
    )


def _uncounted(work: Workspace, view: View, plan: Plan, problem: str) -> EveryOption:
    sentence = "This could not be counted."
    picture = _picture(work, view, plan, f"{sentence} {problem}")
    return EveryOption(
        asked=view,
        plan=plan,
        sentence=Sentence(sentence),
        shown=picture.maps[0],
        picture=picture,
        found=None,
        problem=problem,
    )


def _side_by_side(work: Workspace, view: View, picture: Picture, found: Found) -> Picture:
    """The few options there are, as maps beside each other for paper."""
    few = found.rare[:_MOST_MAPS]
    maps = tuple(
        replace(
            plan_map(work, view, one.plan, layer_of(one, found.rare)),
            heading=f"Option {one.called}",
            alone=_joined(work, view, one.plan),
        )
        for one in few
    )
    return replace(
        picture,
        title=f"Every option: {found.rare_table.title.lower()}",
        subtitle=(_COLOURED if len(few) > 1 else _COLOURED_ALONE).format(asked.called(view)[1]),
        maps=maps,
        key=maps[0].layer,
        plans=tuple(one.plan for one in few),
        table=found.rare_table,
        tabled=True,
        figures=(("Options counted", f"{found.total:,}"),),
        notes=(found.rare_named, *filter(None, (found.chosen,)), NOT_COUNTED),
        selected="",
    )


_MOST_MAPS = 6
_LEAST_WORK = (View().counted, "crossing")
_COLOURED = "Coloured: {} that are together here, but not in all of these options."
_COLOURED_ALONE = "Coloured: {} that share a footprint."


def _found(work: Workspace, view: View, plan: Plan) -> Found:
    answer = asked.answer_of(work, view)
    place = place_of(work, view, plan, answer)
    held = (place, *others(work, view, plan, answer))
    few = rare(work, view, answer)
    few_table, total = rare_table(few, answer), answer.total(view.footprints)
    return Found(
        answer=answer,
        total=total,
        exact=asked.exactly(view, answer),
        chosen=asked.chosen(work, view),
        place=place,
        told=told(place, view, answer),
        still_to_say=still_to_say(place, view, answer),
        narrowing=tables.narrowing(work, view),
        places=tables.places(answer, held),
        trade=tables.trade(answer, view),
        rare=few,
        rare_table=few_table,
        rare_named=named_in(few_table, asked.called(view)[0]) if few_table else "",
        charts=_charts(work, view, answer, held),
    )


def samples(work: Workspace, view: View, found: Found) -> Table:
    """Measures that take too many figures to be listed: seconds of counting, for who looks."""
    return tables.samples(work, view, found.place.plan, found.answer)


def _charts(
    work: Workspace, view: View, answer: Answer, held: tuple[Place, ...]
) -> tuple[Chart, ...]:
    among = (pictures.spread(view, answer, held), pictures.trade(view, answer, held))
    return (pictures.ways(work, view, held), *filter(None, among))


def _figures(found: Found) -> Figures:
    if found.place.figures is None:
        return ()
    pairs = zip(found.answer.measures, found.place.figures, strict=True)
    return tuple((measure.label, f"{figure:,}") for measure, figure in pairs)


def _joined(work: Workspace, view: View, plan: Plan) -> Layer:
    """Who joins whom, under the name that the plan has here."""
    layer = membership(work, plan.key, view.base)
    usual = plans.plan(work, plan.key, view.base).title
    return replace(layer, title=layer.title.replace(usual, plan.title))


def _picture(work: Workspace, view: View, plan: Plan, said: str) -> Picture:
    layer = lined(view, plan, _joined(work, view, plan))
    drawn = plan_map(work, view, plan, layer)
    return Picture(
        title=f"Every option: {titled(plan)}",
        subtitle=plan.summary,
        summary=said,
        maps=(drawn,),
        key=layer,
        table=_UNCOUNTED,
        figures=(),
        plans=(plan,),
        notes=(NOT_COUNTED, plan.note),
        selected=drawn.selected,
    )


PAGE = Page(
    "pages/Every_option.py",
    "Every option",
    (
        *("plan", "layer", "lines", "map", "base", "area", "bodies", "region", "footprints"),
        *("only", "least", "most", "by", "keep", "tolerance", "inside", "together", "apart"),
        *("fixed", "counted", "against"),
        *("aim", "begin", "intact", "moving", "locked", "into"),
    ),
    content,
)
