"""Words: what was counted, and where an option stands among the rest, in sentences."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from footprint.english import in_millions, large, listed
from footprint.every_option.measures import WHICH, Adding
from footprint.every_option.question import Question
from footprint.every_option.units import Units
from footprint.measures.said import Said, Words
from footprint.measures.units import PER_CENT
from footprint.plans.tiers import Tier

_FEW = 10_000


def conditions(
    question: Question, units: Units, tiers: Mapping[str, Tier]
) -> tuple[tuple[str, Question], ...]:
    """Each condition in words, with the question that asks for it and for those before it."""
    found: list[tuple[str, Question]] = []
    asked = question.open

    def ask(said: str, **more: object) -> None:
        nonlocal asked
        asked = Question(**(vars(asked) | more))
        found.append((said, asked))

    if question.least:
        ask(f"at least {_people(question, question.least)} each", least=question.least)
    if question.most is not None:
        ask(f"at most {_people(question, question.most)} each", most=question.most)
    if question.whole:
        ask(_whole(question, tiers), whole=question.whole)
    if question.inside_regions:
        ask("no footprint across NHS regions", inside_regions=True)
    for count, together in enumerate(question.together, start=1):
        ask(_together(_names(together, units)), together=question.together[:count])
    for count, apart in enumerate(question.apart, start=1):
        ask(_apart(_names(apart, units)), apart=question.apart[:count])
    for count, fixed in enumerate(question.fixed, start=1):
        alone = "a footprint of its own" if len(fixed) == 1 else "one footprint"
        ask(f"{listed(_names(fixed, units))} as {alone}", fixed=question.fixed[:count])
    return tuple(found)


def _whole(question: Question, tiers: Mapping[str, Tier]) -> str:
    """No authority split, by how few of its people."""
    *most, last = (f"{tiers[key].one}{WHICH.get(key, '')}" for key in question.whole)
    said = f"no {', '.join(most)}{' or ' if most else ''}{last} split"
    if not question.tolerance:
        return f"{said}, not even by one person"
    return f"{said} by more than {float(100 * question.exact_tolerance):g}% of its people"


def split_rule(question: Question) -> str:
    """When an authority counts as split."""
    share = question.exact_tolerance
    few = f"more than {float(100 * share):g}%" if share else "any"
    return f"An authority is split where {few} of its people live outside its main footprint."


def _people(question: Question, count: int) -> str:
    heads = "residents" if question.by == "residents" else "weighted heads"
    return f"{in_millions(count)} {heads}" if count % 100_000 == 0 else f"{count:,} {heads}"


def _names(codes: tuple[str, ...], units: Units) -> list[str]:
    return [units.names[units.place[code]] for code in codes if code in units.place]


def _together(names: list[str]) -> str:
    first, *others = names
    return f"{first} together with {listed(others)}"


def _apart(names: list[str]) -> str:
    if len(names) == 2:
        return " apart from ".join(names)
    return f"no two of {listed(names)} together"


def ways(count: int, footprints: int, made_of: str, said: tuple[str, ...]) -> str:
    """How many ways there are, in one sentence."""
    pieces = f"{footprints} {'footprint' if footprints == 1 else 'footprints'}"
    with_ = f", with {_all_of(said)}" if said else ""
    if not count:
        none = f"{pieces}: none, and that is proved."
        return f"{none} There is no way to group {made_of} into {pieces} in one piece{with_}."
    are = "is 1 way" if count == 1 else f"are {large(count)} ways"
    return f"There {are} to group {made_of} into {pieces} in one piece{with_}."


def _all_of(said: Sequence[str]) -> str:
    """Conditions one after another, which may hold "and" themselves."""
    if len(said) < 3 and not any(" and " in one for one in said):
        return " and ".join(said)
    return f"{', '.join(said[:-1])}, and {said[-1]}" if len(said) > 1 else said[0]


def proof(sizes: Collection[int]) -> str:
    """What can be had instead, where no option has the number of footprints asked for."""
    if not sizes:
        return "Every grouping was counted. No other number of footprints is possible either."
    low, high = min(sizes), max(sizes)
    had = f"{low}" if low == high else f"From {low} to {high}"
    pieces = "footprint is" if set(sizes) == {1} else "footprints are"
    return f"Every grouping was counted. {had} {pieces} possible."


def share(part: int, whole: int) -> str:
    """A part of all options: none, all, per cent, or one in so many."""
    return str(share_of(part, whole))


def share_of(part: int, whole: int) -> Words:
    """The same for a table, where per cent are a figure."""
    if not part:
        return "none"
    if part == whole:
        return "all" if whole > 1 else "the only one"
    if 100 * part >= whole:
        return _per_cent(Fraction(100 * part, whole))
    return f"one in {large(round(Fraction(whole, part)))}"


def _per_cent(value: Fraction) -> Words:
    if value > 99:
        return "more than 99%"
    return Said(float(round(float(value))), PER_CENT)


def standing(
    distribution: Mapping[int, int], figure: int, measure: Adding, name: str, where: str = ""
) -> str:
    """Where a figure stands among all options, also where the answer is dull.

    `where` is the part of England that is counted, after "in", where it is not all.
    """
    whole = sum(distribution.values())
    fewer = sum(many for one, many in distribution.items() if one < figure)
    same = distribution.get(figure, 0)
    more = whole - fewer - same
    one, several = measure.of
    is_ = f"is 1 {one}" if figure == 1 else f"are {f'{figure:,}' if figure else 'no'} {several}"
    has = f"Under “{name}” there {is_}{f' in {where}' if where else ''}."
    if whole == same:
        return f"{has} {'Every option has as many' if figure else 'No option has any'}."
    counted = ((fewer, "fewer"), (same, "as many"), (more, "more"))
    for many, what in counted:
        if many == whole:
            return f"{has} Every option has {what}."
    parts = [f"{share(many, whole)} {_have(many, whole)} {what}" for many, what in counted]
    return f"{has} Of the options, {listed(parts)}."


def _have(part: int, whole: int) -> str:
    return "has" if 0 < 100 * part < whole else "have"
