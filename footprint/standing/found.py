"""Found: one option to look at, the best on what is measured, any, or the nearest to a plan."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from footprint.english import large, listed, people
from footprint.every_option.as_plans import DividedError, mostly_in
from footprint.every_option.sampled import SIZE
from footprint.every_option.units import Units
from footprint.frontier.counting import Grouping, NoSuchOptionError
from footprint.plans.plan import Plan, bare_key
from footprint.standing.asked import answer_of, narrowed, question_of
from footprint.standing.place import inside
from footprint.view import View
from footprint.workspace import counts, plans
from footprint.workspace.workspace import Workspace


def best(work: Workspace, view: View) -> str:
    """The key of an option with the fewest of the first measure, and then of the second."""
    figures = answer_of(work, view).best(view.footprints)
    if figures is None:
        raise NoSuchOptionError("There is no option to show.")
    return with_figures(work, view, figures)


def with_figures(work: Workspace, view: View, figures: tuple[int, ...]) -> str:
    """The key of an option with these figures; of several, another one each time it is asked."""
    answer = answer_of(work, view)
    many = answer.total(view.footprints, figures)
    number = _draw(view).randrange(many) if many else 0
    return _key(work, view, answer.option(number, view.footprints, figures))


def any_one(work: Workspace, view: View) -> str:
    """The key of an option drawn evenly; from the plan shown follows which."""
    answer = answer_of(work, view)
    many = answer.total(view.footprints)
    number = _draw(view).randrange(many) if many else 0
    return _key(work, view, answer.option(number, view.footprints))


@dataclass(frozen=True)
class Near:
    """An option that is nearest to a plan.

    pairs: neighbours that are together in one of the two and apart in the other. changing: the
    residents who change footprint, at the least, however footprints are named. alike: how many
    options are as near by pairs; of up to 2,000 this one changes footprints for the fewest.
    divided: bodies that the plan divides, which are taken to be where most of their residents are.
    """

    key: str
    pairs: int
    changing: int
    alike: int
    divided: tuple[str, ...] = ()


def nearest(work: Workspace, view: View, key: str) -> Near:
    """The option that is nearest to a plan: by pairs of neighbours, and then by residents.

    Raises NoSuchOptionError where there is no option, or the plan reaches beyond what is counted.
    """
    plan = plans.plan(work, f"{bare_key(key)}~teams")
    grouping, divided = _taken(work, view, plan)
    answer = counts.near(work, view.bodies, question_of(view), grouping)
    figures = answer.best(view.footprints)
    if figures is None:
        raise NoSuchOptionError("There is no option to show.")
    alike = answer.total(view.footprints, figures)
    options = (answer.option(n, view.footprints, figures) for n in range(min(alike, SIZE)))
    homes = _homes(work, view, plan, answer.units)
    told = (
        (changing(homes.before, [one[unit] for unit in homes.units], homes.residents), one)
        for one in options
    )
    fewest, option = min(told)
    return Near(_key(work, view, option), figures[0], fewest, alike, divided)


def _taken(work: Workspace, view: View, plan: Plan) -> tuple[Grouping, tuple[str, ...]]:
    """A plan as an option, and the bodies it divides, of which most of each is taken for all."""
    answer = answer_of(work, view)
    try:
        return inside(work, view, plan, answer), ()
    except DividedError as problem:
        if narrowed(view):
            raise
        shared = counts.bodies_plan(work, view.bodies)
        residents = work.atlas.blocks["residents_2024"].to_dict()
        return mostly_in(plan, shared, answer.units, residents), problem.bodies


@dataclass(frozen=True)
class _Homes:
    """Of each block that is counted the plan's footprint, the unit, and the residents."""

    before: Sequence[int]
    units: Sequence[int]
    residents: Sequence[int]


def _homes(work: Workspace, view: View, plan: Plan, units: Units) -> _Homes:
    owner, residents = dict(plan.assignment), work.atlas.blocks["residents_2024"].to_dict()
    number = {footprint: place for place, footprint in enumerate(plan.by_id)}
    shared = counts.bodies_plan(work, view.bodies).assignment
    counted = [(block, units.place[unit]) for block, unit in shared if unit in units.place]
    return _Homes(
        [number[owner[block]] for block, _ in counted],
        [unit for _, unit in counted],
        [residents[block] for block, _ in counted],
    )


def changing(before: Sequence[int], after: Sequence[int], residents: Sequence[int]) -> int:
    """The residents who change footprint, at the least, however footprints are named."""
    shared = np.zeros((max(before) + 1, max(after) + 1), dtype=np.int64)
    np.add.at(shared, (before, after), residents)
    return int(shared.sum() - shared[linear_sum_assignment(shared, maximize=True)].sum())


def apart_words(near: Near) -> str:
    """How far an option is from the plan it is the nearest to."""
    if not near.pairs:
        if not near.divided:
            return "It is that plan itself."
        moved = people(near.changing)
        return f"It differs from that plan for at least {moved}. {_divided(near)}"
    neighbours = "pair of neighbours is" if near.pairs == 1 else "pairs of neighbours are"
    said = f"{near.pairs} {neighbours} together in one of the two and apart in the other."
    return f"{said} {_nearer(near)} {_divided(near)}".rstrip()


def _divided(near: Near) -> str:
    if not near.divided:
        return ""
    each = "It" if len(near.divided) == 1 else "Each"
    return f"The plan divides {listed(near.divided)}. {each} was taken to be where most of it is."


def _nearer(near: Near) -> str:
    moved = people(near.changing)
    if 1 < near.alike <= SIZE:
        others = f"of the {near.alike:,} as near this one has the fewest in another footprint"
        return f"No option is nearer, and {others}: {moved}. {_JOINED}"
    many = f", and {large(near.alike)} are as near" if near.alike > 1 else ""
    return (
        f"No option is nearer{many}. At the least {moved} would be in another footprint. {_JOINED}"
    )


_JOINED = "Whose area joins another is counted there too; Compare tells the two apart."


def _draw(view: View) -> random.Random:
    """Chance that follows from the plan shown, so that a link leads to the same again."""
    return random.Random(view.plan)


def _key(work: Workspace, view: View, grouping: Grouping) -> str:
    return counts.key_of(work, view.bodies, grouping, answer_of(work, view).units)
