"""Differences: the scorecards of several plans in one table, each difference with its sign."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from footprint.criteria.case import INSIDE, MEETS, MISSES, NO_FIGURE, NONE_HERE, Thresholds
from footprint.criteria.catalogue import OF_FOOTPRINTS
from footprint.criteria.criterion import Criterion, label_of
from footprint.criteria.scorecard import people_words
from footprint.english import capital
from footprint.measures.catalogue import MEASURES
from footprint.measures.said import Said, Words, noted, said
from footprint.measures.units import COUNT, MILLIONS, PEOPLE, Unit
from footprint.plans.assignment import Assignment
from footprint.plans.comparison import Better, direction
from footprint.plans.kinds import Kind, kinds_counted
from footprint.plans.plan import Plan
from footprint.plans.scope import Scope, inside
from footprint.plans.tiers import Tier

MARKS: Mapping[str, str] = {"better": "✓ better", "worse": "✗ worse", "the same": "the same"}


@dataclass(frozen=True, eq=False)
class Side:
    """One plan with all that a scorecard needs, on the basis shared by every plan beside it.

    `table` holds every measure by footprint, `authorities` a table by tier of how authorities
    fare, `card` every verdict; `scope` the part of England that counts.
    """

    plan: Plan
    scope: Scope
    table: pd.DataFrame
    authorities: Mapping[str, pd.DataFrame]
    card: pd.DataFrame

    @cached_property
    def figures(self) -> pd.DataFrame:
        """Every measure of the footprints in scope."""
        return self.table.loc[inside(self.plan, self.scope.blocks)]

    @cached_property
    def _splits(self) -> dict[str, pd.DataFrame]:
        return {}

    def splits(self, tier: Tier) -> pd.DataFrame:
        """How the plan treats the authorities of a tier that have people in scope."""
        if tier.key not in self._splits:
            here = tier.people.loc[tier.people["block"].isin(self.scope.blocks), "authority"]
            table = self.authorities[tier.key]
            self._splits[tier.key] = table[table.index.isin(here)]
        return self._splits[tier.key]

    def verdicts(self, criterion: str) -> pd.Series:
        """The verdict on each footprint in scope."""
        return self._verdicts.get(criterion, self.card["verdict"].iloc[:0])

    @cached_property
    def _verdicts(self) -> dict[str, pd.Series]:
        here = self.card[self.card["footprint"].isin(self.figures.index)]
        return dict(list(here.groupby("criterion")["verdict"]))


def change_columns(letters: Sequence[str]) -> tuple[str, str]:
    """What the columns on the change from one plan to another are called, by their letters."""
    before, after = letters[:2]
    return f"Change from {before} to {after}", f"{after} is better or worse"


@dataclass(frozen=True)
class Line:
    """One line of a scorecard: what each plan has, and how each differs from the first."""

    label: str
    said: tuple[Words, ...]
    differences: tuple[Words, ...]
    directions: tuple[str, ...]


def signed(before: float, after: float, unit: Unit) -> Words:
    """Say by how much two figures as they are shown differ, with its sign, or that they do not."""
    if math.isnan(before) or math.isnan(after):
        return NO_FIGURE
    difference = unit.between(before, after)
    if difference == 0:
        return Said(0) if before == after else f"less than {unit.text(unit.least)}"
    return Said(difference, unit, signed=True)


def marked(word: str) -> str:
    """Say a direction with its mark."""
    return MARKS.get(word, word)


def _line(
    label: str, numbers: list[float], unit: Unit, better: Better, words: Iterable[Words] = ()
) -> Line:
    changes = [number - numbers[0] for number in numbers[1:]]
    return Line(
        label,
        tuple(words) or tuple(said(number, unit) for number in numbers),
        tuple(signed(numbers[0], number, unit) for number in numbers[1:]),
        tuple(direction(change, better) for change in changes),
    )


def _counts(sides: list[Side], layer: Callable[[Plan], Assignment]) -> list[float]:
    return [
        float(len({owner for block, owner in layer(side.plan).pairs if block in side.scope.blocks}))
        for side in sides
    ]


def status_line(sides: list[Side]) -> Line:
    """Where each plan stands in law; nothing about it is better or worse."""
    rest = ("",) * (len(sides) - 1)
    return Line("Standing", tuple(side.plan.status for side in sides), rest, rest)


def kinds_line(sides: list[Side]) -> Line:
    """How many clusters, mergers and others each plan has; none of them is better."""
    rest = ("",) * (len(sides) - 1)
    said = (
        capital(kinds_counted(side.plan.kinds[one] for one in side.figures.index)) for side in sides
    )
    return Line("What the footprints are", tuple(said), rest, rest)


def bodies_line(sides: list[Side]) -> list[Line]:
    """What each plan makes of the bodies in law, where footprints are teams and do not say it."""
    if all(side.plan.seen == "bodies" for side in sides):
        return []
    rest = ("",) * (len(sides) - 1)
    said = (capital(kinds_counted(_bodies(side))) for side in sides)
    return [Line("What the statutory bodies are", tuple(said), rest, rest)]


def _bodies(side: Side) -> list[Kind]:
    seen = side.plan.seen_as("bodies")
    return [seen.kinds[one] for one in inside(seen, side.scope.blocks)]


def moving_line(first: str, moved: Sequence[int]) -> Line:
    """How many people move from the first plan, by its letter, to each of the others."""
    rest = ("",) * len(moved)
    return Line(
        f"People who move from {first}",
        ("", *(Said(people, PEOPLE) for people in moved)),
        rest,
        rest,
    )


def size_lines(sides: list[Side], least: int) -> list[Line]:
    """How many footprints there are and how large they are."""
    people = [side.figures["residents"] for side in sides]
    envelopes = [side.figures["envelope"] for side in sides]
    few = f"Footprints with fewer than {people_words(least)}"
    return [
        _line("Statutory bodies", _counts(sides, lambda plan: plan.bodies), COUNT, "neither"),
        _line("Leadership teams", _counts(sides, lambda plan: plan.teams), COUNT, "neither"),
        _line("Smallest footprint, residents", [one.min() for one in people], PEOPLE, "neither"),
        _line("Largest footprint, residents", [one.max() for one in people], PEOPLE, "neither"),
        _line(few, [float((one < least).sum()) for one in people], COUNT, "lower"),
        _line(
            "Gap between the largest and smallest envelope, worked out",
            [one.max() - one.min() for one in envelopes],
            MILLIONS,
            "neither",
        ),
    ]


def split_lines(sides: list[Side], tiers: Iterable[Tier]) -> list[Line]:
    """How many authorities of each tier are split."""
    return [
        _line(
            f"Split {tier.many}",
            [float(side.splits(tier)["split"].sum()) for side in sides],
            COUNT,
            "lower",
            [f"{table['split'].sum()} of {len(table)}" for table in _tables(sides, tier)],
        )
        for tier in tiers
    ]


def _tables(sides: list[Side], tier: Tier) -> list[pd.DataFrame]:
    return [side.splits(tier) for side in sides]


def criterion_lines(sides: list[Side], drawn: Thresholds) -> list[Line]:
    """How many footprints miss each criterion."""
    return [_criterion(sides, criterion, drawn) for criterion in OF_FOOTPRINTS.values()]


def _criterion(sides: list[Side], criterion: Criterion, drawn: Thresholds) -> Line:
    verdicts = [side.verdicts(criterion.key) for side in sides]
    misses = [int((one == MISSES).sum()) for one in verdicts]
    judged = [int((one != NO_FIGURE).sum()) for one in verdicts]
    changes = [number - misses[0] for number in misses[1:]]
    known = [
        bool(judged[0] and of) and _comparable((judged[0], len(verdicts[0])), (of, len(every)))
        for of, every in zip(judged[1:], verdicts[1:], strict=True)
    ]
    shares = [miss / of if of else math.nan for miss, of in zip(misses, judged, strict=True)]
    return Line(
        label_of(criterion, drawn),
        tuple(_missed(criterion, one) for one in verdicts),
        tuple(
            signed(misses[0], number, COUNT) if both else NO_FIGURE
            for number, both in zip(misses[1:], known, strict=True)
        ),
        tuple(
            _fewer_and_smaller(change, share - shares[0]) if both else _UNKNOWN
            for change, share, both in zip(changes, shares[1:], known, strict=True)
        ),
    )


def _comparable(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether as many have a figure on both sides, of as many, or all of them have."""
    return first == second or all(judged == every for judged, every in (first, second))


# Where figures are missing, more or fewer that miss may only mean that more or less was published.
_UNKNOWN = "not known"


def _missed(criterion: Criterion, verdicts: pd.Series) -> str:
    """Say how many of the footprints that have a verdict miss, and what else was found.

    Where there is more between a miss and meeting it, those that meet it are said too, so that all
    of them add up.
    """
    found = verdicts.value_counts()
    judged = len(verdicts) - found.get(NO_FIGURE, 0)
    if not judged:
        return NO_FIGURE
    misses = found.get(MISSES, 0)
    word = criterion.words.verdicts.get(MISSES, MISSES)
    found_so = [f"{misses} of {judged} {word if misses == 1 else _MANY[word]}"]
    if (met := criterion.words.verdicts.get(MEETS)) and (meeting := found.get(MEETS, 0)):
        found_so.append(f"{meeting} {met if meeting == 1 else _MANY[met]}")
    besides = ((INSIDE, "inside one"), (NONE_HERE, "with none here"), (NO_FIGURE, _WITHOUT))
    found_so += [f"{found[verdict]} {words}" for verdict, words in besides if verdict in found]
    return ", ".join(found_so)


_WITHOUT = "without a figure"
_MANY: Mapping[str, str] = {
    MISSES: "miss",
    "has other borders": "have other borders",
    "shares its borders": "share their borders",
}


def _fewer_and_smaller(count: float, share: float) -> str:
    """Say whether misses are for the better, in number and as a share of the footprints judged.

    Plans differ in their number of footprints, so that number and share may point different ways;
    a verdict is given only where both say the same.
    """
    if math.isnan(share):
        return _UNKNOWN
    if count * share > 0 or count == share == 0:
        return direction(count, "lower")
    number = "as many" if not count else "fewer" if count < 0 else "more"
    part = "the same share" if not share else f"a {'smaller' if share < 0 else 'larger'} share"
    return f"{number}, {'' if not share else 'but '}{part}"


def measure_lines(sides: list[Side]) -> list[Line]:
    """Every measure's middle footprint, with its lowest and highest."""
    return [
        _line(
            measure.label,
            [values.median() for values in columns],
            measure.unit,
            measure.better,
            [_range(values, measure.unit) for values in columns],
        )
        for measure in MEASURES
        if measure.key != "residents"
        for columns in [[side.figures[measure.key] for side in sides]]
    ]


def _range(values: pd.Series, unit: Unit) -> Words:
    low, high = (said(end, unit) for end in (values.min(), values.max()))
    return said(values.median(), unit, f"from {low} to {high}")


def as_table(lines: list[Line], titles: Sequence[str], letters: Sequence[str]) -> pd.DataFrame:
    """Lay lines out to read: the first two plans with their difference, then any further ones."""
    rows = [
        (line.label, *line.said[:2], line.differences[0], marked(line.directions[0]))
        + tuple(map(_further, line.said[2:], line.differences[1:], line.directions[1:]))
        for line in lines
    ]
    named = [f"{letter}: {title}" for letter, title in zip(letters, titles, strict=True)]
    columns = ["", *named[:2], *change_columns(letters), *named[2:]]
    return pd.DataFrame(rows, columns=columns).set_index("")


def _further(words: Words, difference: Words, word: str) -> Words:
    if not difference:
        return words
    # A spreadsheet takes what begins with a sign for a formula.
    same = (str(difference), word) == ("0", "the same")
    return noted(words, word if same else f"{marked(word)}; {difference}")
