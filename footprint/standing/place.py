"""Places: a plan held against all options, by its figure and by its number among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from footprint.english import capital
from footprint.every_option import as_plans, words
from footprint.every_option.answer import Answer
from footprint.frontier.counting import Grouping, NoSuchOptionError
from footprint.plans.plan import Plan, bare_key, titled
from footprint.plans.scope import region_words
from footprint.standing.asked import called, footprints, narrowed
from footprint.view import View
from footprint.workspace import counts, plans
from footprint.workspace.workspace import Workspace

_HELD = ("proposed-2025-05", "agreed-2025-09", "in-force-2026-10", "planned-2027-04")


@dataclass(frozen=True)
class Place:
    """A plan held against all options: its figures, and its number among them if it is one.

    `figures` are those of the measures counted, None where the plan cannot be measured on the
    areas counted. `number` counts from 1; 0 where the plan is none of the options. `known` is what
    it is among them, as that follows “is”, and `outside` why it is none, in so short that it fits a
    chart.
    """

    plan: Plan
    figures: tuple[int, ...] | None
    size: int
    number: int
    known: str
    outside: str = ""

    @property
    def said(self) -> str:
        """What it is among all options, as a sentence."""
        return capital(self.known) if self.number else f"It is {self.known}"

    @property
    def title(self) -> str:
        """The plan's title, as that of the layer looked at."""
        return titled(self.plan)


def place_of(work: Workspace, view: View, plan: Plan, answer: Answer) -> Place:
    """Hold a plan against all options, or say why it is none of them."""
    figures = None if narrowed(view) else _figures(work, view, plan, answer)
    size = len(plan.by_id)
    try:
        grouping = inside(work, view, plan, answer)
        size = max(grouping) + 1
        # The same number whatever is measured beside the count.
        number = counts.counted(work, view.bodies, answer.question).counted.number(grouping) + 1
        figures = answer.figures(grouping)
    except NoSuchOptionError as problem:
        known = f"not one of these: {_lowered(str(problem))}"
        divided = isinstance(problem, as_plans.DividedError)
        why = "divides an ICB" if divided else "does not meet what is asked for"
        return Place(plan, figures, size, 0, known, f"{why}, so it is none of these options")
    many = answer.total(size)
    of = f"number {number:,} of {many:,}" if many > 1 else "the only option"
    named = as_plans.inside(plan, grouping, part_of(view))
    return Place(named, figures, size, number, f"{of} with {footprints(size)}.")


def others(work: Workspace, view: View, plan: Plan, answer: Answer) -> Iterator[Place]:
    """The teams that England was to have or has had, but for those of the plan shown."""
    met = {plan.assignment}
    for key in filter(work.plans.__contains__, _HELD):
        one = plans.plan(work, f"{key}~teams")
        if one.assignment not in met:
            met.add(one.assignment)
            yield place_of(work, view, one, answer)


def told(place: Place, view: View, answer: Answer) -> str:
    """Where the plan shown stands, in a few sentences."""
    among = answer.distribution(view.footprints)
    if place.figures is None or not among:
        return f"“{place.title}” is {place.known}"
    measure, figure = answer.measures[0], place.figures[0]
    where = part_of(view)
    said = [words.standing(among, figure, measure, place.title, where)]
    if place.size != view.footprints:
        said.append(f"It has {footprints(place.size)}, and these options have {view.footprints}.")
    if not place.number:
        said.append(place.said)
    if measure.tolerant:
        said.append(words.split_rule(answer.question))
    return " ".join(said)


def still_to_say(place: Place, view: View, answer: Answer) -> str:
    """What is to be said of a place beside what is told of it; "" where that says all."""
    measured = place.figures is not None and answer.distribution(view.footprints)
    return place.said if place.number and measured else ""


def size_there(work: Workspace, view: View) -> int:
    """How many footprints the plan shown has in the region that is counted, or in England."""
    plan = plans.plan(work, f"{bare_key(view.plan)}~teams", view.base)
    if not view.region:
        return len(plan.by_id)
    here = work.atlas.blocks["nhs_region"] == view.region
    return int(plan.footprint_of[here].nunique())


def part_of(view: View) -> str:
    """Which part of England is counted, as it follows “in”; "" for all of it."""
    if view.only:
        return _counted(view)
    return region_words(view.region) if view.region else ""


def inside(work: Workspace, view: View, plan: Plan, answer: Answer) -> Grouping:
    """A plan as a grouping of the units counted, which may be those of a part of England.

    Raises NoSuchOptionError where it divides any of them, or reaches beyond them.
    """
    counted = part_of(view)
    shared = counts.bodies_plan(work, view.bodies)
    return as_plans.grouping_inside(plan, shared, answer.units, counted)


def _counted(view: View) -> str:
    return f"the {called(view)[1]} counted"


def _figures(work: Workspace, view: View, plan: Plan, answer: Answer) -> tuple[int, ...]:
    return tuple(
        measure.of_plan(work.atlas, plan, view.tolerance_share) for measure in answer.measures
    )


def _lowered(said: str) -> str:
    return said[0].lower() + said[1:]
