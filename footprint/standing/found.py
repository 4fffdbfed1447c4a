"""Found: one option to look at, the best on what is measured, any, or the nearest to a plan."""

from __future__ import annotations

import random

from footprint.every_option.counting import Grouping, NoSuchOptionError
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


def nearest(work: Workspace, view: View, key: str) -> tuple[str, int]:
    """The key of an option that is nearest to a plan, and how many pairs of neighbours differ.

    A pair differs where it is together in one of the two and apart in the other.

    Raises NoSuchOptionError where the plan divides what options keep whole.
    """
    plan = plans.plan(work, f"{bare_key(key)}~teams")
    grouping = inside(work, view, plan, answer_of(work, view))
    answer = counts.near(work, view.bodies, question_of(view), grouping)
    figures = answer.best(view.footprints)
    if figures is None:
        raise NoSuchOptionError("There is no option to show.")
    return _key(work, view, answer.option(0, view.footprints, figures)), figures[0]


def apart_words(pairs: int) -> str:
    """How far an option is from the plan it is the nearest to."""
    if not pairs:
        return "It is that plan itself."
    neighbours = "pair of neighbours is" if pairs == 1 else "pairs of neighbours are"
    said = f"{pairs} {neighbours} together in one of the two and apart in the other."
    return f"{said} No option is nearer."


def _draw(view: View) -> random.Random:
    """Chance that follows from the plan shown, so that a link leads to the same again."""
    return random.Random(view.plan)


def _key(work: Workspace, view: View, grouping: Grouping) -> str:
    return counts.key_of(work, view.bodies, grouping, answer_of(work, view).units)
