"""Questions: which options are counted, in the terms a policy team asks in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import Literal

from footprint.english import listed
from footprint.every_option.units import Units, shared_authorities, split
from footprint.facts.guidance import TOLERANCE
from footprint.frontier.carried import Carrier, Fixed, People, Regions
from footprint.frontier.watched import Apart, Together, Watch
from footprint.plans.plan import Plan
from footprint.plans.scope import region_words
from footprint.plans.tiers import Tier

By = Literal["residents", "weighted population"]
Group = tuple[str, ...]


class QuestionError(ValueError):
    """A question names something that is not there, or contradicts itself; says which and why."""


@dataclass(frozen=True)
class Question:
    """All groupings of whole bodies into footprints in one piece that meet these conditions.

    region: an NHS region, to count the groupings of its bodies alone, or "". only: codes of the
    bodies that are counted, where it is not all of them. least and most: people of every footprint,
    by residents of mid-2024 or by weighted population; 0 and None set no line. whole: keys of tiers
    of which no authority may be split, with more of its people outside than the tolerance.
    inside_regions: no footprint crosses NHS regions. together and apart: codes of bodies that share
    a footprint, and of bodies no two of which do. fixed: footprints that are given, each by the
    codes of its bodies.
    """

    region: str = ""
    only: Group = ()
    least: int = 0
    most: int | None = None
    by: By = "residents"
    whole: tuple[str, ...] = ()
    tolerance: float = TOLERANCE
    inside_regions: bool = False
    together: tuple[Group, ...] = ()
    apart: tuple[Group, ...] = ()
    fixed: tuple[Group, ...] = ()

    @property
    def exact_tolerance(self) -> Fraction:
        """The tolerance as it is written, not as a computer rounds it."""
        return Fraction(str(self.tolerance))

    @property
    def open(self) -> Question:
        """The same bodies with no condition yet; how people and authorities are counted stays."""
        kept = {name: getattr(self, name) for name in ("region", "only", "by", "tolerance")}
        return Question(**kept)


def asked_units(units: Units, question: Question) -> Units:
    """The units a question is about.

    Raises QuestionError for a region that has none, a code that is not there, or a condition that
    no footprint could ever meet.
    """
    _refuse_contradictions(question)
    places = set(_places(units, question.only)) or set(range(len(units.codes)))
    if question.region:
        places &= _inside(units, question.region)
    if not places:
        named = listed([units.names[units.place[code]] for code in question.only])
        raise QuestionError(f"None of {named} lies in {region_words(question.region)}.")
    _refuse_left_out(units, question, places)
    return units if len(places) == len(units.codes) else units.only(places)


def _inside(units: Units, region: str) -> set[int]:
    known = sorted(frozenset().union(*units.regions))
    meant = {name.casefold(): name for name in known}.get(region.casefold())
    inside = {n for n, regions in enumerate(units.regions) if regions == {meant}}
    if not inside:
        raise QuestionError(f"No body lies in “{region}”. Regions are {listed(known)}.")
    return inside


def _refuse_left_out(units: Units, question: Question, places: Collection[int]) -> None:
    """Refuse conditions on bodies that are there, and are not counted."""
    groups = (*question.together, *question.apart, *question.fixed)
    asked = _places(units, chain.from_iterable(groups))
    if left_out := [units.names[place] for place in asked if place not in places]:
        raise QuestionError(
            f"A condition names {listed(left_out)}, outside of what is counted here. "
            "Count more ICBs, or leave them out of the condition."
        )


def _refuse_contradictions(question: Question) -> None:
    if question.least < 0:
        raise QuestionError("The fewest people of a footprint cannot be below 0.")
    if question.most is not None and question.most < max(question.least, 1):
        raise QuestionError(
            "The most people of a footprint cannot be below the fewest, or below 1."
        )
    if not 0 <= question.tolerance < 1:
        raise QuestionError("The tolerance is a share of people: at least 0 and below 1.")
    for group in (*question.together, *question.apart):
        if len(set(group)) < 2:
            raise QuestionError(f"“{listed(group)}” names one body; together and apart need two.")


def carriers(units: Units, question: Question) -> list[Carrier]:
    """What every footprint has to carry for the conditions to be kept."""
    found: list[Carrier] = []
    if question.least or question.most is not None:
        people = units.residents if question.by == "residents" else units.weighted
        found.append(People(people, question.least, question.most))
    if question.inside_regions:
        found.append(Regions(units.regions, refused=True))
    if question.fixed:
        found.append(_fixed(units, question.fixed))
    return found


def watches(plan: Plan, units: Units, question: Question, tiers: Mapping[str, Tier]) -> list[Watch]:
    """Which groups of units are watched for the conditions to be kept."""
    if unknown := [key for key in question.whole if key not in tiers]:
        raise QuestionError(f"There is no kind of authority {listed(unknown)}.")
    found: list[Watch] = [Together(_places(units, group)) for group in question.together]
    found += [Apart(_places(units, group)) for group in question.apart]
    for key in question.whole:
        shared = shared_authorities(plan, tiers[key], units)
        found += [split(one, question.exact_tolerance, refused=True) for one in shared]
    return found


def _fixed(units: Units, groups: Sequence[Group]) -> Fixed:
    places = [_places(units, group) for group in groups]
    everybody = [place for group in places for place in group]
    if twice := sorted({units.codes[one] for one in everybody if everybody.count(one) > 1}):
        raise QuestionError(f"{listed(twice)} cannot be in two footprints that are given.")
    given = {place: number for number, group in enumerate(places) for place in group}
    return Fixed(given, {number: len(group) for number, group in enumerate(places)})


def _places(units: Units, codes: Iterable[str]) -> tuple[int, ...]:
    asked = tuple(dict.fromkeys(codes))
    if unknown := [code for code in asked if code not in units.place]:
        quoted = " or ".join(f"“{code}”" for code in unknown)
        raise QuestionError(
            f"None of the {len(units)} bodies counted here has the code {quoted}. "
            f"Codes are such as {units.codes[0]} ({units.names[0]})."
        )
    return tuple(sorted(units.place[code] for code in asked))
