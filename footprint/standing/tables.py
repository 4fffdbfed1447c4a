"""Tables: what conditions leave, where plans stand, and what was sampled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from footprint.content.values import Column, Table
from footprint.english import capital
from footprint.every_option import words
from footprint.every_option.answer import Answer
from footprint.every_option.counting import NoSuchOptionError
from footprint.every_option.sampled import SAMPLED, Sample, Sampling, figure
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
    """Measures that do not add up, from options drawn evenly."""
    found = counts.samples(work, view.bodies, answer.question, view.footprints)
    few = found[0].size == answer.total(view.footprints)
    pieces = footprints(view.footprints)
    title = f"Found from {found[0].size:,} options with {pieces}, drawn evenly"
    if few:
        many = f"all {found[0].size:,} options" if found[0].size > 1 else "the only option"
        title = f"Found from {many} with {pieces}"
    own = _own(work, view, plan, answer)
    rows = tuple(
        _sample_row(measure, sample, own.get(measure.key), exact=few)
        for measure, sample in zip(SAMPLED.values(), found, strict=True)
    )
    headings = ("Measure", "A quarter have less than", "Half", "Three quarters")
    columns = (*headings, titled(plan), "Options with no more")
    return Table(title, tuple(map(Column, columns)), rows)


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
