"""Comparison sentences: what one plan changes beside another, in words to read out."""

from __future__ import annotations

import pandas as pd

from footprint.criteria.differences import Side
from footprint.criteria.scorecard import people_words
from footprint.english import listed, percent
from footprint.maps.stories import place_sentence
from footprint.plans.comparison import Comparison
from footprint.plans.places import Place
from footprint.plans.plan import Plan
from footprint.plans.splits import Change
from footprint.plans.tiers import Tier

_MOST_NAMES = 4


def paragraph(
    comparison: Comparison,
    sides: tuple[Side, Side],
    moves: pd.DataFrame,
    changes: dict[Tier, Change],
    least: int,
) -> str:
    """Say what changes from the first plan to the second, as a board member could read it out.

    `moves` are the reassignments with the district's name, `changes` what happens to split
    authorities by tier.
    """
    first, second = (side.plan for side in sides)
    if first.key == second.key:
        return f"Both sides show “{first.title}”, so nothing changes. Choose another plan."
    sentences = [
        _numbers(sides),
        _moving(comparison, sides, moves),
        _small(sides, least),
        *(_splits(tier, change) for tier, change in changes.items()),
    ]
    return " ".join(sentences)


def _numbers(sides: tuple[Side, Side]) -> str:
    before, after = (len(side.figures) for side in sides)
    first, second = (side.plan.title for side in sides)
    change = f"{abs(after - before)} {'fewer' if after < before else 'more'} than"
    beside = f"{change} “{first}” with {before}" if after != before else f"as many as “{first}”"
    return f"“{second}” has {_footprints(after)}, {beside}."


def _footprints(count: int) -> str:
    return "1 footprint" if count == 1 else f"{count} footprints"


def _moving(comparison: Comparison, sides: tuple[Side, Side], moves: pd.DataFrame) -> str:
    if moves.empty:
        return "Nobody changes footprint."
    people = int(moves["residents"].sum())
    everybody = comparison.residents[list(sides[0].scope)].sum()
    one = comparison.after.by_id
    largest = moves.groupby(["came_from", "goes_to"])["residents"].sum().sort_values()
    (came_from, goes_to), most = largest.index[-1], largest.iloc[-1]
    where = "the region" if len(sides[0].scope) < len(comparison.residents) else "England"
    return (
        f"{_about(people)} people ({percent(people / everybody)} of {where}) in "
        f"{_districts(moves)} change hands; the most are {_about(most)} who "
        f"go from {comparison.before.by_id[came_from].name} to {one[goes_to].name}."
    )


def _districts(moves: pd.DataFrame) -> str:
    count = moves["district"].nunique()
    return "1 district" if count == 1 else f"{count} districts"


def _about(people: int) -> str:
    return f"{people / 1e6:.1f} million" if people >= 1_000_000 else f"{people:,}"


def _small(sides: tuple[Side, Side], least: int) -> str:
    before, after = (int((side.figures["residents"] < least).sum()) for side in sides)
    words = f"{'Footprints' if after != 1 else 'Footprint'} with fewer than {people_words(least)}"
    if before == after:
        return f"{words}: {after or 'none'} under either."
    return f"{words}: {after or 'none'}, {'down' if after < before else 'up'} from {before}."


def _splits(tier: Tier, change: Change) -> str:
    count = f"Split {tier.many}: {change.after or 'none'}"
    if not change.mended and not change.broken:
        return f"{count}, the same ones under either." if change.after else f"{count} under either."
    parts = [
        f"{word}: {_named(names)}"
        for word, names in (("made whole", change.mended), ("newly split", change.broken))
        if names
    ]
    verb = "was" if change.before == 1 else "were"
    return f"{count}, where there {verb} {change.before or 'none'}; {'; '.join(parts)}."


def _named(names: tuple[str, ...]) -> str:
    if len(names) <= _MOST_NAMES:
        return listed(names)
    return f"{', '.join(names[: _MOST_NAMES - 1])} and {len(names) - _MOST_NAMES + 1} others"


def where_it_lies(place: Place, plans: tuple[Plan, Plan], residents: pd.Series) -> list[str]:
    """Say for each plan which footprint holds a place."""
    sentences = []
    for plan in plans:
        own = plan.by_id.get(place.code)
        sentences.append(
            f"{own.name} is a footprint." if own else place_sentence(place, plan, residents)
        )
    return sentences


def move_words(comparison: Comparison, moves: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """The reassignments as a table to read and to download, with names in place of codes."""
    before, after = comparison.before.by_id, comparison.after.by_id
    return pd.DataFrame(
        {
            "District": names.loc[moves["district"]].to_numpy(),
            "From": [before[footprint].name for footprint in moves["came_from"]],
            "To": [after[footprint].name for footprint in moves["goes_to"]],
            "Residents, mid-2024": moves["residents"].to_numpy(),
            "How much of it": ["whole" if whole else "part" for whole in moves["whole"]],
        }
    )


def overlap_words(comparison: Comparison, scope: tuple[list[str], list[str]]) -> pd.DataFrame:
    """The residents footprints share, named: a row for each before, a column for each after."""
    shared = comparison.overlap.loc[scope[0], scope[1]]
    before, after = comparison.before.by_id, comparison.after.by_id
    named = shared.set_axis([before[footprint].name for footprint in shared.index])
    return named.set_axis([after[footprint].name for footprint in shared.columns], axis=1)
