"""Tables: what conditions leave, where plans stand, and what was sampled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from footprint.content.values import Column, Table
from footprint.english import capital
from footprint.every_option import words
from footprint.every_option.answer import Answer
from footprint.every_option.measures import catalogue
from footprint.every_option.sampled import SAMPLED, Sample, Sampling, figure
from footprint.every_option.spread import Spread
from footprint.frontier.counting import NoSuchOptionError
from footprint.measures.formulas import residents, weighted_population
from footprint.measures.said import Said, Words, said
from footprint.measures.units import NO_FIGURE, PER_CENT
from footprint.plans.plan import Plan, titled
from footprint.standing.asked import footprints, narrowed, question_of
from footprint.standing.place import Place, inside
from footprint.view import View
from footprint.workspace import counts
from footprint.workspace.workspace import Workspace


def narrowing(work: Workspace, view: View) -> Table:
    """How many options are left after each condition, one after another.

    Raises QuestionError or TooWideError as the count does.
    """
    question = question_of(view)
    steps = words.conditions(question, counts.units(work, view.bodies), work.tiers)
    rows, before = [], 0
    for condition, asked in (("in one piece", question.open), *steps):
        left = counts.counted(work, view.bodies, asked).total(view.footprints)
        of = words.share_of(left, before) if before and left else ""
        rows.append((capital(condition), Said(left), of or ("" if left else _NONE)))
        before = left
    headings = ("What is asked for", "Options left", "Of those before")
    title = f"Options with {footprints(view.footprints)}, after each condition"
    return Table(title, tuple(map(Column, headings)), tuple(rows))


_NONE = "none, and that is proved"


def places(answer: Answer, held: Iterable[Place]) -> Table:
    """Plans, each held against the options with as many footprints as it has."""
    measure = answer.measures[0]
    rows = tuple(
        (
            *(one.title, Said(one.size), _first(one)),
            *(*_shares(answer.distribution(one.size), one), one.said),
        )
        for one in held
    )
    shares = ("Options with fewer", "With as few", "Its place")
    headings = ("Plan", "Footprints", measure.label, *shares)
    title = "Plans, each among the options with as many footprints as it has"
    return Table(title, tuple(map(Column, headings)), rows)


def _first(place: Place) -> Words:
    return NO_FIGURE if place.figures is None else Said(place.figures[0])


def _shares(among: Mapping[int, int], place: Place) -> tuple[Words, Words]:
    if place.figures is None or not among:
        return NO_FIGURE, NO_FIGURE
    here, whole = place.figures[0], sum(among.values())
    fewer = sum(many for one, many in among.items() if one < here)
    return words.share_of(fewer, whole), words.share_of(among.get(here, 0), whole)


def trade(answer: Answer, view: View) -> Table | None:
    """The pairs of figures that options have, fewest first; None for one measure or no option."""
    many = {pair: sizes.get(view.footprints, 0) for pair, sizes in sorted(answer.joint.items())}
    if len(answer.measures) < 2 or not any(many.values()):
        return None
    fewest = set(answer.frontier(view.footprints))
    rows = tuple(
        (Said(pair[0]), Said(pair[1]), Said(count), "yes" if pair in fewest else "no")
        for pair, count in many.items()
        if count
    )
    fewer = "No option has fewer of one without more of the other"
    headings = (*(one.label for one in answer.measures), "Options", fewer)
    return Table("What trades against what", tuple(map(Column, headings)), rows)


def samples(work: Workspace, view: View, plan: Plan, answer: Answer) -> Table:
    """Measures that take too many figures to be listed.

    Those that add up are counted exactly as far as that can be done, and the others are found from
    options drawn evenly.
    """
    found = counts.samples(work, view.bodies, answer.question, view.footprints)
    few = found[0].size == answer.total(view.footprints)
    pieces = footprints(view.footprints)
    title = f"Found from {found[0].size:,} options with {pieces}, drawn evenly"
    if few:
        many = f"all {found[0].size:,} options" if found[0].size > 1 else "the only option"
        title = f"Found from {many} with {pieces}"
    own = _own(work, view, plan, answer)
    rows = []
    for measure, sample in zip(SAMPLED.values(), found, strict=True):
        figure = own.get(measure.key)
        exact = None if few else _spread(work, view, answer, measure, figure)
        if exact:
            rows.append(_spread_row(measure, exact, figure))
        else:
            rows.append(_sample_row(measure, sample, figure, exact=few))
    headings = ("Measure", "A quarter have no more than", "Half", "Three quarters")
    columns = (*headings, titled(plan), "Options with no more")
    return Table(title, tuple(map(Column, columns)), tuple(rows))


def _spread(
    work: Workspace, view: View, answer: Answer, measure: Sampling, own: float | None
) -> Spread | None:
    if measure.key not in catalogue(work.tiers):
        return None
    figure = None if own is None else round(own)
    asked = (view.bodies, answer.question, view.footprints)
    return counts.spread_of(work, *asked, measure.key, figure)


def _spread_row(measure: Sampling, exact: Spread, own: float | None) -> tuple[Words, ...]:
    label = f"{measure.label}, counted exactly"
    told = (label, *(said(one, measure.unit) for one in exact.middle))
    if own is None or exact.up_to is None:
        return (*told, NO_FIGURE, NO_FIGURE)
    return (*told, said(own, measure.unit), words.share_of(exact.up_to, exact.total))


def _own(work: Workspace, view: View, plan: Plan, answer: Answer) -> dict[str, float]:
    """A plan's own figures, also where it divides ICBs; none where a part of England counts."""
    try:
        grouping = inside(work, view, plan, answer)
    except NoSuchOptionError:
        if narrowed(view):
            return {}
        people = residents(work.atlas, plan)
        weighted = weighted_population(work.atlas, plan).reindex(people.index)
        counted = (people.tolist(), weighted.tolist())
        return {key: measure.work_out(*counted) for key, measure in SAMPLED.items()}
    return {key: figure(measure, grouping, answer.units) for key, measure in SAMPLED.items()}


def _sample_row(
    measure: Sampling, sample: Sample, own: float | None, *, exact: bool
) -> tuple[Words, ...]:
    told = (measure.label, *(said(one, measure.unit) for one in sample.middle))
    if own is None:
        return (*told, NO_FIGURE, NO_FIGURE)
    share = sample.share_up_to(own)
    sure = f"{share:.0%}, give or take {sample.error(share):.1%}"
    return (*told, said(own, measure.unit), Said(100 * share, PER_CENT) if exact else sure)
