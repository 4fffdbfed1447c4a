"""Sampled: measures that do not add up, from options drawn evenly from the count itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist, quantiles

from footprint.english import in_millions
from footprint.every_option.units import Units
from footprint.facts.guidance import GUIDELINE, LEAST_MERGED
from footprint.frontier.counting import Grouping
from footprint.measures.units import PEOPLE, RATIO, Unit

SIZE = 2_000
SEED = 2026
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Sampling:
    """A measure of one option that takes all its footprints at once.

    work_out: its figure, from the people of every footprint and their weighted population.
    """

    key: str
    label: str
    work_out: Callable[[Sequence[int], Sequence[int]], float]
    unit: Unit


def _below(line: int) -> Sampling:
    """People below a line, which take too many figures to be counted for all of England."""
    return Sampling(
        f"people-below-{line}",
        f"Residents in footprints below {in_millions(line)}",
        lambda people, _: sum(one for one in people if one < line),
        PEOPLE,
    )


SAMPLED: Mapping[str, Sampling] = {
    one.key: one
    for one in (
        Sampling(
            "largest-over-smallest",
            "Residents of the largest footprint for each of the smallest",
            lambda people, _: max(people) / min(people),
            Unit("residents for one", 1, commas=False),
        ),
        Sampling(
            "fewest",
            "Residents of the smallest footprint",
            lambda people, _: min(people),
            PEOPLE,
        ),
        Sampling(
            "most",
            "Residents of the largest footprint",
            lambda people, _: max(people),
            PEOPLE,
        ),
        Sampling(
            "weighted-per-resident",
            "Weighted heads for each resident, where they are fewest",
            lambda people, weighted: min(w / p for w, p in zip(weighted, people, strict=True)),
            RATIO,
        ),
        _below(LEAST_MERGED),
        _below(GUIDELINE),
    )
}


@dataclass(frozen=True)
class Sample:
    """Figures of options drawn evenly, in order, and how far a share of them may be out."""

    figures: tuple[float, ...]

    @property
    def size(self) -> int:
        """How many options were drawn."""
        return len(self.figures)

    def share_up_to(self, figure: float) -> float:
        """The share of the sample, 0 to 1, whose figure is no greater."""
        return sum(one <= figure for one in self.figures) / self.size

    def error(self, share: float) -> float:
        """How far a share may be from that of all options: half of Wilson's 95% interval's width.

        It is not nought for a share of 0 or 1, since what is rare may not have been drawn.
        """
        z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
        spread = share * (1 - share) / self.size + z**2 / (4 * self.size**2)
        return z * math.sqrt(spread) / (1 + z**2 / self.size)

    @property
    def middle(self) -> tuple[float, float, float]:
        """The quarter, half and three-quarter points; of the only option there is, its figure."""
        if self.size == 1:
            return (*self.figures, *self.figures, *self.figures)
        low, half, high = quantiles(self.figures, n=4, method="inclusive")
        return low, half, high


def sampled(measure: Sampling, options: Sequence[Grouping], units: Units) -> Sample:
    """Work a measure out for options drawn from a count."""
    return Sample(tuple(sorted(figure(measure, one, units) for one in options)))


def figure(measure: Sampling, grouping: Sequence[int], units: Units) -> float:
    """A measure of one option."""
    footprints = max(grouping) + 1
    people, weighted = [0] * footprints, [0] * footprints
    for place, label in enumerate(grouping):
        people[label] += units.residents[place]
        weighted[label] += units.weighted[place]
    return measure.work_out(people, weighted)
