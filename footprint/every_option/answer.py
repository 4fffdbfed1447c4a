"""Answers: a question counted, told in plans and in codes instead of positions and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from footprint.every_option.measures import Adding, Country, Parts, differing
from footprint.every_option.question import Question, asked_units, carriers, watches
from footprint.every_option.units import Units, units_of
from footprint.facts.atlas import Atlas
from footprint.frontier.carried import Carrier, bundled
from footprint.frontier.counting import Counted, Grouping
from footprint.frontier.diagram import MOST_STATES, Diagram, diagram
from footprint.frontier.watched import Watch
from footprint.plans.plan import Plan
from footprint.plans.tiers import Tier

STRIDE = 1 << 40
"""Keeps two measures apart in one number: neither comes near it, not even in people."""


@dataclass(frozen=True)
class Answer:
    """Every option that a question allows, counted, with what each adds to some measures."""

    question: Question
    units: Units
    measures: tuple[Adding, ...]
    figures_each: int
    counted: Counted

    @property
    def by_footprints(self) -> Mapping[int, int]:
        """How many options there are, by number of footprints; none is left out."""
        return self.counted.by_footprints

    @cached_property
    def joint(self) -> Mapping[tuple[int, ...], Mapping[int, int]]:
        """Options by their figures for all measures together, and by number of footprints."""
        return {self._figures(gain): sizes for gain, sizes in self.counted.by_gain.items() if sizes}

    def distribution(self, footprints: int, measure: int = 0) -> dict[int, int]:
        """How many options of so many footprints have each figure, of one of the measures."""
        found: dict[int, int] = {}
        for figures, sizes in self.joint.items():
            if many := sizes.get(footprints, 0):
                found[figures[measure]] = found.get(figures[measure], 0) + many
        return dict(sorted(found.items()))

    def figures(self, grouping: Sequence[int]) -> tuple[int, ...]:
        """An option's figures; raises NoSuchOptionError where it is not among those counted."""
        return self._figures(self.counted.gain(grouping))

    def option(
        self, number: int, footprints: int, figures: Sequence[int] | None = None
    ) -> Grouping:
        """The option of a number, from 0, of so many footprints, and of those figures if given."""
        return self.counted.option(number, footprints, self._gain(figures))

    def total(self, footprints: int, figures: Sequence[int] | None = None) -> int:
        """How many options have so many footprints, and those figures if given."""
        return self.counted.total(footprints, self._gain(figures))

    def best(self, footprints: int) -> tuple[int, ...] | None:
        """The least figures there are, the first measure before the second; None for no option."""
        found = [figures for figures, sizes in self.joint.items() if sizes.get(footprints)]
        return min(found, default=None)

    def frontier(self, footprints: int) -> list[tuple[int, ...]]:
        """The figures that no other option is at least as low in all and lower in one, in order."""
        kept: list[tuple[int, ...]] = []
        for figures, sizes in sorted(self.joint.items()):
            if sizes.get(footprints) and (not kept or figures[-1] < kept[-1][-1]):
                kept.append(figures)
        return kept

    def _figures(self, gain: int) -> tuple[int, ...]:
        return tuple(gain // STRIDE**n % STRIDE for n in range(self.figures_each))

    def _gain(self, figures: Sequence[int] | None) -> int | None:
        if figures is None:
            return None
        return sum(figure * STRIDE**n for n, figure in enumerate(figures))


def answer(
    atlas: Atlas,
    plan: Plan,
    tiers: Mapping[str, Tier],
    question: Question,
    measures: Sequence[Adding] = (),
    *,
    near: Grouping | None = None,
    most_states: int = MOST_STATES,
) -> Answer:
    """Count every option a question allows that is made of a plan's whole footprints.

    With another option to be `near`, the only figure is how many pairs of neighbours are together
    in one of the two and apart in the other; then there are no measures.
    Raises QuestionError for what is not there, and TooWideError where it is too much to count.
    """
    country = asked_country(atlas, plan, tiers, question)
    followed = [measure.parts(country) for measure in measures]
    if near is not None:
        followed = [differing(near, country.units)]
    drawn = drawn_up(country, question, followed, most_states)
    counted = Counted(drawn)
    # What is too much to count is told here, and not when somebody asks for the first number.
    counted.count_all()
    return Answer(question, country.units, tuple(measures), len(followed), counted)


def asked_country(
    atlas: Atlas, plan: Plan, tiers: Mapping[str, Tier], question: Question
) -> Country:
    """What a question is about; raises QuestionError for what is not there."""
    units = asked_units(units_of(atlas, plan, by_home=plan.key in tiers), question)
    return Country(plan, units, tiers, question.exact_tolerance)


def drawn_up(
    country: Country, question: Question, followed: Sequence[Parts], most_states: int
) -> Diagram:
    """All options that a question allows, each of what is followed kept apart by its stride."""
    plan, units = country.plan, country.units
    held: list[tuple[Carrier, int]] = [(one, 1) for one in carriers(units, question)]
    seen: list[tuple[Watch, int]] = [
        (one, 1) for one in watches(plan, units, question, country.tiers)
    ]
    for place, parts in enumerate(followed):
        held += [(one, STRIDE**place) for one in parts.carriers]
        seen += [(one, STRIDE**place) for one in parts.watches]
    return diagram(units.neighbours, bundled(held), seen, most_states)
