"""Comparison sentences: what one plan changes beside another, in words to read out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from footprint.criteria.differences import Side
from footprint.criteria.scorecard import people_words
from footprint.english import capital, listed_few, month, parted
from footprint.maps.stories import place_sentence
from footprint.measures.catalogue import Measure
from footprint.plans.comparison import Comparison
from footprint.plans.places import Place, area_words
from footprint.plans.plan import Plan, noun
from footprint.plans.scope import inside
from footprint.plans.splits import Change
from footprint.plans.tiers import Tier

_MOST_NAMES = 4
Kinds = Collection[Collection[Place]]


def headline(
    bodies: Comparison, teams: Comparison, sides: tuple[Side, Side], kinds: Kinds
) -> list[str]:
    """Say what changes from the first plan to the second, as a board member could read it out.

    First how many statutory bodies and leadership teams become how many, then what happens to
    each, then who moves where some people move in both layers and others in one. `kinds` are the
    places by which those who move are named where they are all of one, or of a few.
    """
    first, second = (side.plan for side in sides)
    if first.key == second.key:
        return [f"Both sides show “{first.title}”, so nothing changes. Choose another plan."]
    said = [_counts(bodies, teams), *_happens(bodies, teams, kinds)]
    if not bodies.scope.everywhere:
        said[0] = f"In {bodies.scope.name}: {_lower(said[0])}"
    return said


def extent(plan: Plan, measure: Measure, values: pd.Series) -> str:
    """Say how many footprints a map shows, and between which values of a measure they lie."""
    count = f"{len(values)} {noun(plan, len(values))}"
    if values.isna().all():
        return f"{count}: no figure"
    low, high = (measure.unit.text(end) for end in (values.min(), values.max()))
    ends = low if low == high else f"from {low} to {high}"
    named = "residents" if measure.key == "residents" else ""
    return f"{count}: {ends} {named}".strip()


def what_follows(sides: tuple[Side, Side], changes: dict[Tier, Change], least: int) -> str:
    """Say how many are below a line, and what becomes of split authorities; "" for one plan twice.

    `changes` is what happens to split authorities by tier, on the layer of the sides.
    """
    first, second = (side.plan for side in sides)
    if first.key == second.key:
        return ""
    splits = (_splits(tier, change) for tier, change in changes.items())
    return " ".join([_small(sides, least), *splits])


def since(comparison: Comparison, kinds: Kinds) -> str:
    """Say what changed in one layer since the plan before."""
    when = f"Since {month(comparison.before.effective)}"
    return " ".join([f"{when}: {_lower(_counted(comparison))}.", *_told(comparison, kinds)])


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]


_NOTHING: Mapping[str, str] = {
    "bodies": "No statutory boundary changes",
    "teams": "Leadership teams stay as they are",
}
_NAMED: Mapping[str, tuple[str, str]] = {
    "bodies": ("statutory body", "statutory bodies"),
    "teams": ("leadership team", "leadership teams"),
}


# What the law is or was, and not what somebody asked for or drew.
_LAW = ("replaced", "agreed", "in force")


def _counts(bodies: Comparison, teams: Comparison) -> str:
    return f"{_counted(bodies, _dates(bodies))}, and {_lower(_counted(teams))}."


def _dates(bodies: Comparison) -> tuple[str, str]:
    """When the bodies of both plans were so by law, where that is not at one date."""
    plans = (bodies.before, bodies.after)
    first, second = (f" of {month(plan.effective)}" for plan in plans)
    known = first != second and all(plan.status in _LAW for plan in plans)
    return (first, second) if known else ("", "")


def _counted(comparison: Comparison, dates: tuple[str, str] = ("", "")) -> str:
    """Say of one layer how many there were and are, and of which dates where those are given."""
    seen = comparison.before.seen
    if comparison.changed.empty:
        return _NOTHING[seen]
    blocks = comparison.scope.blocks
    before, after = (len(inside(plan, blocks)) for plan in (comparison.before, comparison.after))
    one, many = _NAMED[seen]
    if before == after:
        return f"Still {after} {one if after == 1 else many}"
    then, now = dates
    became = f"{one}{then} becomes" if before == 1 else f"{many}{then} become"
    return f"{before} {became} {after}{now}"


def _happens(bodies: Comparison, teams: Comparison, kinds: Kinds) -> list[str]:
    """What joins, divides and moves in each layer, and who moves in one of them and who in both."""
    by_body, by_team = _moved(bodies), _moved(teams)
    if by_body & by_team and by_body != by_team:
        everybody = by_body | by_team
        layers = [_told(one, kinds, everybody) for one in (bodies, teams)]
        return [*_named_apart(bodies, teams, layers), _told_once(bodies, teams, kinds)]
    again = by_body if by_body == by_team else frozenset()
    layers = [_told(bodies, kinds), _told(teams, kinds, again, ", and the same people move")]
    return _named_apart(bodies, teams, layers)


def _named_apart(bodies: Comparison, teams: Comparison, layers: list[list[str]]) -> list[str]:
    """What happens in each layer where something does, headed by it where both have something."""
    said = [" ".join(told) for told in layers if told]
    if len(said) < len(layers):
        return said
    heads = (capital(_NAMED[one.before.seen][1]) for one in (bodies, teams))
    return [f"{head}: {_lower(told)}" for head, told in zip(heads, said, strict=True)]


def _told(
    comparison: Comparison,
    kinds: Kinds,
    told: frozenset[str] = frozenset(),
    instead: str = "",
) -> list[str]:
    """Say of one layer what joins, divides and moves; nothing where nothing changes.

    `told` are blocks that are said to move elsewhere. Where all who move are among them, `instead`
    is said of them here.
    """
    if comparison.changed.empty:
        return []
    happens = (_joining(comparison, told), *_dividing(comparison, kinds, told, instead))
    # Short sentences: each can be repeated in the room.
    return [f"{capital(one)}." for one in happens if one]


def _joining(comparison: Comparison, told: frozenset[str]) -> str:
    joined = comparison.footprints_that("joins")
    if not joined:
        return ""
    count = f"{len(joined)} {'joins' if len(joined) == 1 else 'join'} others whole"
    rows = comparison.changes[comparison.changes["how"] == "joins"]
    if told.issuperset(rows.index):
        return count
    return f"{count}, with {_about(int(rows['residents'].sum()))} people"


def _dividing(
    comparison: Comparison, kinds: Kinds, told: frozenset[str], instead: str
) -> tuple[str, ...]:
    """How many are divided, and who moves; a footprint that receives them is named there."""
    divided = comparison.footprints_that("stays", "moves")
    if not divided:
        return ("nobody moves",)
    count = f"{len(divided)} {'is' if len(divided) == 1 else 'are'} divided"
    if (moving := _moved(comparison)) <= told:
        return (f"{count}{instead}",)
    names = tuple(comparison.before.by_id[footprint].name for footprint in divided)
    # Where one alone is divided, it is what they move from.
    which = "" if len(names) == 1 else f" ({_parted(names)})"
    return (f"{count}{which}", _they_move(comparison, moving, kinds))


def _parted(names: tuple[str, ...]) -> str:
    """Some names, told apart, and how many others there are."""
    shown = names if len(names) <= _MOST_NAMES else names[: _MOST_NAMES - 1]
    more = [f"{len(names) - len(shown)} others"] if len(shown) < len(names) else []
    return parted([*shown, *more])


def _about(people: int) -> str:
    """Return a number of people as it is said, in millions from a million on."""
    return f"{people / 1e6:.1f} million" if people >= 1_000_000 else f"{people:,}"


def _moved(comparison: Comparison) -> frozenset[str]:
    """The blocks that move."""
    rows = comparison.changes
    return frozenset(rows.index[rows["how"] == "moves"])


def _they_move(
    comparison: Comparison, blocks: Collection[str], kinds: Kinds, doing: str = "move"
) -> str:
    """Say how many people of some blocks move, of the largest group of them, and from and to what.

    `doing` is what they do; it ends in a comma where “from” does not follow from it.
    """
    rows = comparison.changes[comparison.changes.index.isin(blocks)]
    largest = rows.groupby(["came_from", "goes_to"])["residents"].sum().sort_values()
    (came_from, goes_to), most = largest.index[-1], int(largest.iloc[-1])
    before, after = comparison.before.by_id[came_from], comparison.after.by_id[goes_to]
    among = (rows["came_from"] == came_from) & (rows["goes_to"] == goes_to)
    of = f" of {named}" if (named := area_words(rows.index[among], kinds)) else ""
    the = "the " if named else ""
    if len(largest) == 1:
        people = f"{the}{_about(most)} people{of} {doing}"
    else:
        comma = "," if named else ""
        everybody = _about(int(rows["residents"].sum()))
        doing = doing.removesuffix(",")
        people = f"{everybody} people {doing}, the largest group {the}{_about(most)}{of}{comma}"
    return f"{people} from {before.name} to {after.name}"


def _told_once(bodies: Comparison, teams: Comparison, kinds: Kinds) -> str:
    """Say of everybody who moves in either layer, once each, whether it is in both or in one."""
    by_body, by_team = _moved(bodies), _moved(teams)
    everybody = int(bodies.residents[list(by_body | by_team)].sum())
    groups = (
        (bodies, by_body & by_team, "body and team", ""),
        (teams, by_team - by_body, "team only", _besides(bodies, by_team - by_body, "body")),
        (bodies, by_body - by_team, "body only", _besides(teams, by_body - by_team, "team")),
    )
    told = [
        _they_move(one, blocks, kinds, f"change {what},") + besides
        for one, blocks, what, besides in groups
        if blocks
    ]
    return f"In all {_about(everybody)} people move: {'; '.join(told)}."


def _besides(other: Comparison, blocks: Collection[str], what: str) -> str:
    """What becomes of those who move in one layer, in the other, where it is one for all."""
    ways = set(other.changes.loc[list(blocks), "how"])
    said = _BESIDES.get(ways.pop(), "") if len(ways) == 1 else ""
    return f", while their {what} {said}" if said else ""


_BESIDES: Mapping[str, str] = {"joins": "joins others whole", "receives": "only receives people"}


def _small(sides: tuple[Side, Side], least: int) -> str:
    before, after = (int((side.figures["residents"] < least).sum()) for side in sides)
    words = f"{capital(noun(sides[1].plan))} with fewer than {people_words(least)}"
    if before == after:
        return f"{words}: {after or 'none'} under either."
    return f"{words}: {after or 'none'}, {'down' if after < before else 'up'} from {before}."


def _splits(tier: Tier, change: Change) -> str:
    count = f"Split {tier.many}: {change.after or 'none'}"
    if not change.mended and not change.broken:
        return f"{count}, the same ones under either." if change.after else f"{count} under either."
    parts = [
        f"{word}: {_named(names)}."
        for word, names in (("Made whole", change.mended), ("Newly split", change.broken))
        if names
    ]
    verb = "was" if change.before == 1 else "were"
    return " ".join([f"{count}, where there {verb} {change.before or 'none'}.", *parts])


def _named(names: tuple[str, ...]) -> str:
    return listed_few(names, _MOST_NAMES)


def where_it_lies(place: Place, plans: tuple[Plan, Plan], residents: pd.Series) -> list[str]:
    """Say for each plan which footprint holds a place."""
    sentences = []
    for plan in plans:
        own = plan.by_id.get(place.code)
        sentences.append(
            f"{own.name} is a footprint." if own else place_sentence(place, plan, residents)
        )
    return sentences


def change_words(comparison: Comparison, changes: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """What happens as a table to read and to download, with names in place of codes."""
    before, after = comparison.before.by_id, comparison.after.by_id
    return pd.DataFrame(
        {
            "What happens": changes["how"].map(capital).to_numpy(),
            "District": names.loc[changes["district"]].to_numpy(),
            "From": [before[footprint].name for footprint in changes["came_from"]],
            "To": [after[footprint].name for footprint in changes["goes_to"]],
            "Residents, mid-2024": changes["residents"].to_numpy(),
            "How much of it": ["whole" if whole else "part" for whole in changes["whole"]],
        }
    )


def overlap_words(comparison: Comparison, scope: tuple[list[str], list[str]]) -> pd.DataFrame:
    """The residents footprints share, named: a row for each before, a column for each after."""
    shared = comparison.overlap.loc[scope[0], scope[1]]
    before, after = comparison.before.by_id, comparison.after.by_id
    named = shared.set_axis([before[footprint].name for footprint in shared.index])
    return named.set_axis([after[footprint].name for footprint in shared.columns], axis=1)
