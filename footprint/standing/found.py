"""Found: one option to look at, the best on what is measured, any, or the nearest to a plan."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from footprint.english import large, people
from footprint.every_option.counting import Grouping, NoSuchOptionError
from footprint.every_option.sampled import SIZE
from footprint.plans.plan import bare_key
from footprint.standing.asked import answer_of, question_of
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
    """

    key: str
    pairs: int
    changing: int
    alike: int


def nearest(work: Workspace, view: View, key: str) -> Near:
    """The option that is nearest to a plan: by pairs of neighbours, and then by residents.

    Raises NoSuchOptionError where the plan divides what options keep whole.
    """
    plan = plans.plan(work, f"{bare_key(key)}~teams")
    grouping = inside(work, view, plan, answer_of(work, view))
    answer = counts.near(work, view.bodies, question_of(view), grouping)
    figures = answer.best(view.footprints)
    if figures is None:
        raise NoSuchOptionError("There is no option to show.")
    alike = answer.total(view.footprints, figures)
    options = (answer.option(n, view.footprints, figures) for n in range(min(alike, SIZE)))
    told = ((changing(grouping, one, answer.units.residents), one) for one in options)
    fewest, option = min(told)
    return Near(_key(work, view, option), figures[0], fewest, alike)


def changing(before: Grouping, after: Grouping, residents: Sequence[int]) -> int:
    """The residents who change footprint, at the least, however footprints are named."""
    shared = np.zeros((max(before) + 1, max(after) + 1), dtype=np.int64)
    np.add.at(shared, (before, after), residents)
    return int(shared.sum() - shared[linear_sum_assignment(shared, maximize=True)].sum())


def apart_words(near: Near) -> str:
    """How far an option is from the plan it is the nearest to."""
    if not near.pairs:
        return "It is that plan itself."
    neighbours = "pair of neighbours is" if near.pairs == 1 else "pairs of neighbours are"
    said = f"{near.pairs} {neighbours} together in one of the two and apart in the other."
    moved = people(near.changing)
    if 1 < near.alike <= SIZE:
        others = f"of the {near.alike:,} as near none puts fewer people in another footprint"
        return f"{said} No option is nearer, and {others}: {moved} at the least."
    many = f", and {large(near.alike)} are as near" if near.alike > 1 else ""
    return f"{said} No option is nearer{many}. At the least {moved} would be in another footprint."


def _draw(view: View) -> random.Random:
    """Chance that follows from the plan shown, so that a link leads to the same again."""
    return random.Random(view.plan)


def _key(work: Workspace, view: View, grouping: Grouping) -> str:
    return counts.key_of(work, view.bodies, grouping, answer_of(work, view).units)
