"""Criteria: what must a plan pass, and what would put it right?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from footprint.content.asked import layered, lined, marked, plan_of
from footprint.content.figures import WHOLE_PLAN, text_table
from footprint.content.footprints import plan_map
from footprint.content.lines import basis
from footprint.content.values import Page, Picture, Sentence
from footprint.criteria import scorecard as scorecards
from footprint.criteria.case import MISSES, NO_FIGURE, Case, Thresholds, Verdict
from footprint.criteria.catalogue import (
    BY_KEY,
    KINDS,
    NEITHER,
    OF_FOOTPRINTS,
    VERDICTS,
    Quote,
    counts,
)
from footprint.criteria.criterion import Criterion, label_of, verdict_words
from footprint.criteria.proposals import Reassignment
from footprint.english import capital
from footprint.maps.layer import Layer, counted_in, occupied
from footprint.measures.said import Said
from footprint.options import history
from footprint.options.option import OptionError, move
from footprint.pages import draw
from footprint.parts.retelling import titled_in
from footprint.plans.plan import Plan, noun
from footprint.plans.scope import inside
from footprint.view import View
from footprint.workspace import criteria
from footprint.workspace.options import option_text
from footprint.workspace.scopes import part
from footprint.workspace.workspace import VIEWS, Workspace, kept


@dataclass(frozen=True)
class Judged:
    """One verdict on the selected footprint."""

    criterion: str
    label: str
    verdict: Verdict
    said: str
    reason: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Section:
    """One kind of criteria: how many footprints meet each, or what to start from."""

    heading: str
    table: pd.DataFrame
    criteria: tuple[Asked, ...]


@dataclass(frozen=True)
class Asked:
    """One criterion: how it is judged, a figure to start from, and in whose words it was asked."""

    label: str
    basis: str
    start: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Criteria:
    """What the page on criteria says.

    `verdicts` are those on the selected footprint, the chosen criterion's first; `missing` are
    the footprints that miss it, by code and name, for when none is selected.
    """

    plan: Plan
    lines: Thresholds
    musts: tuple[str, ...]
    sentence: Sentence
    picture: Picture
    name: str
    tally: str
    verdicts: tuple[Judged, ...]
    missing: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    heading: str
    basis: str
    table: pd.DataFrame


_ORDER = (
    "Footprints that miss it stand first, then those with no figure, then the rest; in each group "
    "the largest first."
)


def musts_of(view: View) -> tuple[str, ...]:
    """The tests a reader calls musts."""
    return tuple(key for key in view.must if key in OF_FOOTPRINTS)


def remedy_words(work: Workspace, view: View, criterion: str, footprint: str) -> tuple[str, ...]:
    """What would put one miss right, in sentences; it may take seconds to find."""
    view = layered(work, view)
    lines, costs = basis(work, view)
    found = criteria.remedy(work, view.plan_key, view.base, lines, costs, criterion, footprint)
    return found.sentences if found else ()


@dataclass(frozen=True)
class Tried:
    """A remedy as an option to be drawn on: what a link to it says, and the view it leads to."""

    label: str
    view: View


def remedies_to_draw(
    work: Workspace, view: View, criterion: str, footprint: str
) -> tuple[Tried, ...]:
    """The changes that would put one miss right, each as an option in which they are made."""
    view = layered(work, view)
    lines, costs = basis(work, view)
    found = criteria.remedy(work, view.plan_key, view.base, lines, costs, criterion, footprint)
    if not found or not found.smallest:
        return ()
    tried = [(_TRY, found.smallest)]
    if found.harmless and found.harmless != found.smallest:
        tried.append((_TRY_HARMLESS, found.harmless))
    made = ((label, _drawn(work, view, change)) for label, change in tried)
    return tuple(Tried(label, option) for label, option in made if option)


_TRY = "Try this in Draw"
_TRY_HARMLESS = "Try in Draw what breaks nothing else"


def _drawn(work: Workspace, view: View, change: Reassignment) -> View | None:
    """The view of Draw with a change made, told as its one step.

    None where a footprint of it is locked.
    """
    option = start = draw.start_of(work, view.plan_key, view.base)
    try:
        for one in change.moves:
            option = move(option, one.blocks, one.to)
    except OptionError:
        return None
    steps = history.steps_text([history.step(option_text(work, start), start.start, "")])
    return view.with_(option=option_text(work, option), steps=steps, saved="", area="")


@kept(VIEWS)
def content(work: Workspace, view: View) -> Criteria:
    """Every verdict on a plan by the lines the view draws, one criterion on the map."""
    view = layered(work, view)
    plan, (lines, costs) = plan_of(work, view), basis(work, view)
    asked = (view.plan_key, view.base, lines, costs)
    case, card = criteria.case(work, *asked), criteria.scorecard(work, *asked)
    chosen, musts = BY_KEY[view.criterion], musts_of(view)
    layer = criteria.verdict_layer(work, *asked, view.criterion)
    sentence = _sentence(case, card, musts)
    rows = scorecards.rows_of(case, card, chosen)
    picture = replace(
        _picture(work, view, plan, layer, label_of(chosen, lines), rows, sentence.text),
        within=lambda code: _within(work, view, code),
    )
    selected = picture.selected
    tally, verdicts = judged(work, view, selected)
    return Criteria(
        plan=plan,
        lines=lines,
        musts=musts,
        sentence=sentence,
        picture=picture,
        name=plan.by_id[selected].name if selected else "",
        tally=tally if selected else "",
        verdicts=verdicts if selected else (),
        missing=_missing(scorecards.own(card, plan), plan, chosen),
        sections=_sections(work, case, scorecards.own(card, plan), musts),
        heading=f"{label_of(chosen, lines)}: every footprint",
        basis=f"{chosen.basis} {_ORDER}",
        table=rows,
    )


def _within(work: Workspace, view: View, code: str) -> Picture:
    """The picture told of the footprints that touch a part of England."""
    plan, (lines, costs) = plan_of(work, view), basis(work, view)
    asked, chosen = (view.plan_key, view.base, lines, costs), BY_KEY[view.criterion]
    scope, case = part(work, code, view.base), criteria.case(work, *asked)
    card = criteria.scorecard(work, *asked)
    card = card[card["footprint"].isin([*inside(plan, scope.blocks), ""])]
    layer = criteria.verdict_layer(work, *asked, view.criterion)
    told = _picture(
        work,
        view,
        plan,
        occupied(counted_in(layer, scope.positions(plan))),
        label_of(chosen, lines),
        scorecards.rows_of(case, card, chosen),
        f"In {scope.name}: {_sentence(case, card, musts_of(view)).text}",
    )
    return replace(told, title=titled_in(layer.title, scope))


def judged(work: Workspace, view: View, footprint: str) -> tuple[str, tuple[Judged, ...]]:
    """How many verdicts of each kind a footprint has, and each, the chosen criterion's first."""
    view = layered(work, view)
    lines, costs = basis(work, view)
    card = criteria.scorecard(work, view.plan_key, view.base, lines, costs)
    rows = card[card["footprint"] == footprint]
    return _tally(rows), _verdicts(rows, BY_KEY[view.criterion], lines)


def _sentence(case: Case, card: pd.DataFrame, musts: tuple[str, ...]) -> Sentence:
    text = scorecards.take_away(case, card, musts)
    count = len(scorecards.own(card, case.plan)["footprint"].unique()) - 1
    return Sentence(marked(text, case.plan), f"{count} {noun(case.plan)}")


def _picture(
    work: Workspace,
    view: View,
    plan: Plan,
    layer: Layer,
    title: str,
    rows: pd.DataFrame,
    summary: str,
) -> Picture:
    layer = lined(view, plan, layer)
    drawn = plan_map(work, view, plan, layer)
    return Picture(
        title=layer.title,
        subtitle=plan.summary,
        summary=summary,
        maps=(drawn,),
        key=layer,
        table=text_table(title, rows),
        figures=tuple((row.words, row.counted or str(row.count)) for row in layer.legend),
        plans=(plan,),
        notes=(BY_KEY[view.criterion].basis, plan.note),
        selected=drawn.selected,
    )


def _tally(rows: pd.DataFrame) -> str:
    found = rows["verdict"].value_counts()
    parts = [f"{verdict} {found[verdict]}" for verdict in VERDICTS[:2] if verdict in found]
    unknown = [f"no figure for {found[NO_FIGURE]}"] if NO_FIGURE in found else []
    neither = [f"{verdict} {found[verdict]}" for verdict in NEITHER if verdict in found]
    return f"Of {len(rows)} tests: {', '.join(parts + unknown + neither)}"


def _verdicts(rows: pd.DataFrame, chosen: Criterion, lines: Thresholds) -> tuple[Judged, ...]:
    first = rows["criterion"] == chosen.key
    return tuple(
        Judged(
            row.criterion,
            label_of(BY_KEY[row.criterion], lines),
            row.verdict,
            verdict_words(BY_KEY[row.criterion], row.verdict),
            row.reason,
        )
        for row in pd.concat([rows[first], rows[~first]]).itertuples()
    )


def _missing(card: pd.DataFrame, plan: Plan, chosen: Criterion) -> tuple[tuple[str, str], ...]:
    rows = card[(card["criterion"] == chosen.key) & (card["verdict"] == MISSES)]
    named = ((footprint, plan.by_id[footprint].name) for footprint in rows["footprint"])
    return tuple(sorted(named, key=lambda pair: pair[1]))


def _sections(
    work: Workspace, case: Case, card: pd.DataFrame, musts: tuple[str, ...]
) -> tuple[Section, ...]:
    table = counts(card)
    return tuple(
        Section(
            heading=heading,
            table=_to_discuss(case, listed)
            if kind == "for discussion"
            else _counted(case, listed, table, card),
            criteria=tuple(_asked(work, case, criterion) for criterion in listed),
        )
        for kind, heading in KINDS.items()
        for listed in [scorecards.by_kind(kind, musts)]
    )


def _asked(work: Workspace, case: Case, criterion: Criterion) -> Asked:
    label = label_of(criterion, case.thresholds)
    return Asked(label, criterion.basis, criterion.told(case), work.quotes[criterion.key])


def _counted(
    case: Case, listed: list[Criterion], table: pd.DataFrame, card: pd.DataFrame
) -> pd.DataFrame:
    reasons = card[card["footprint"] == ""].set_index("criterion")["reason"]
    found = table.loc[[one.key for one in listed]]
    columns = [*VERDICTS, *(verdict for verdict in NEITHER if found[verdict].any())]
    rows = [
        (
            label_of(criterion, case.thresholds),
            *(Said(int(table.at[criterion.key, verdict])) for verdict in columns),
            "",
        )
        if criterion.level == "footprint"
        else (
            criterion.label,
            *(WHOLE_PLAN if table.at[criterion.key, verdict] else "" for verdict in columns),
            reasons[criterion.key],
        )
        for criterion in listed
    ]
    told = {verdict: said for one in listed for verdict, said in one.words.verdicts.items()}
    said = (told.get(verdict, verdict) for verdict in columns[len(VERDICTS) :])
    headings = ["Criterion", *map(capital, [*VERDICTS, *said]), "Found"]
    words = pd.DataFrame(rows, columns=headings).set_index("Criterion")
    return words if words["Found"].any() else words.drop(columns="Found")


def _to_discuss(case: Case, listed: list[Criterion]) -> pd.DataFrame:
    rows = [(criterion.label, criterion.told(case) or criterion.basis) for criterion in listed]
    return pd.DataFrame(rows, columns=["Criterion", "To start from"]).set_index("Criterion")


PAGE = Page(
    "pages/Criteria.py",
    "Criteria",
    (
        *(
            "plan",
            "layer",
            "lines",
            "map",
            "base",
            "area",
            "criterion",
            "least",
            "whole",
            "tolerance",
            "cap",
            "trusts",
        ),
        "must",
    ),
    content,
)
