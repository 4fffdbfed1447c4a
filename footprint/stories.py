"""Stories: what a map shows and what an area is, in sentences a person could say aloud."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from footprint.atlas import Atlas
from footprint.coterminosity import Change, Tier
from footprint.measures import BY_KEY, Measure
from footprint.places import Place
from footprint.plans import KIND_INLINE, KIND_MEANING, KIND_WORDS, Plan

LEAST_PEOPLE = 1_000_000
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_TOTALS = {
    "residents",
    "running_cost_allowance",
    "running_cost_allowance_2024",
    "running_cost_allowance_2023",
    "weighted_population",
    "envelope",
    "core_allocation",
    "staff",
    "icbs_inside",
    "acute_trusts",
    "area",
}


@dataclass(frozen=True)
class Story:
    """One area told in short paragraphs, each under a word that says what it is about."""

    title: str
    subtitle: str
    paragraphs: tuple[tuple[str, str], ...]


def month(date: str) -> str:
    """Say a date such as 2025-09 or 2025-09-30 as "September 2025"."""
    if not date:
        return "no date"
    year, number, *_ = date.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    *most, last = list(words)
    return f"{', '.join(most)} and {last}" if most else last


def article(words: str) -> str:
    """Put "a" or "an" before some words."""
    return f"{'an' if words[0].lower() in 'aeiou' else 'a'} {words}"


def noun(plan: Plan) -> str:
    """What a plan's footprints are called: ICBs where all are statutory, else footprints."""
    kinds = {footprint.kind for footprint in plan.footprints}
    return "footprints" if "cluster" in kinds else "ICBs"


def measure_sentence(
    plan: Plan, measure: Measure, values: pd.Series, whole: float, where: str = "England"
) -> str:
    """Say where a measure is lowest and highest, and how the whole of what is shown stands.

    `where` names that whole, and `whole` is its figure.
    """
    known = values.dropna()
    if known.empty:
        return f"{measure.label}: there is no figure for any of the {len(values)} {noun(plan)}."
    said = [below_least(plan, values)] if measure.key == "residents" else []
    said.append(_ends(plan, measure, known))
    called = f"{where} in all" if measure.key in _TOTALS else where
    said.append(f"{called}: {measure.unit.text(whole)}.")
    if missing := len(values) - len(known):
        verb = "has" if missing == 1 else "have"
        said.append(f"{missing} of {len(values)} {verb} no figure.")
    return " ".join(said)


def _ends(plan: Plan, measure: Measure, known: pd.Series) -> str:
    low, high = known.min(), known.max()
    if low == high and len(known) > 1:
        return f"All {len(known)} with a figure have the same: {measure.unit.text(low)}."
    fewest, most = (known.index[known == end] for end in (low, high))
    verb = "has" if len(fewest) == 1 else "have"
    return (
        f"{_first_of(plan, fewest)} {verb} {measure.least} ({measure.unit.text(low)}), "
        f"{_first_of(plan, most)} {measure.most} ({measure.unit.text(high)})."
    )


def _first_of(plan: Plan, footprints: pd.Index) -> str:
    name = plan.by_id[footprints[0]].name
    others = len(footprints) - 1
    return f"{name} and {_plural(others, 'other', 'others')}" if others else name


def below_least(plan: Plan, residents: pd.Series) -> str:
    """Say how many footprints have fewer people than the guidance's least."""
    few = int((residents < LEAST_PEOPLE).sum())
    verb = "has" if few < 2 else "have"
    count = "None" if few == 0 else str(few)
    return f"{count} of the {len(residents)} {noun(plan)} {verb} fewer than 1 million residents."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def membership_sentence(plan: Plan, residents: pd.Series) -> str:
    """Say how many footprints of each kind a plan makes, and the largest and smallest."""
    own = [f for f in plan.footprints if not plan.drawn or f.id in plan.drawn]
    people = residents[[footprint.id for footprint in own]]
    kinds = [footprint.kind for footprint in own]
    counted = [
        _plural(kinds.count(kind), one, many)
        for kind, one, many in (
            ("cluster", "cluster", "clusters"),
            ("merger", "merger", "mergers"),
            ("icb", "ICB on its own", "ICBs on their own"),
        )
        if kind in kinds
    ]
    large, small = people.idxmax(), people.idxmin()
    return (
        f"{_capital(listed(counted))}. The largest is {plan.by_id[large].name} "
        f"({people[large]:,.0f} people), the smallest {plan.by_id[small].name} "
        f"({people[small]:,.0f})."
    )


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def authority_sentence(plan: Plan, tier: Tier, table: pd.DataFrame) -> str:
    """Say how many authorities of a tier a plan keeps whole, and which it splits."""
    split = table[table["split"]].sort_values("outside", ascending=False)
    whole = len(table) - len(split)
    if split.empty:
        return f"All {whole} {tier.many} are whole under {_the(plan)}."
    verb = "is" if len(split) == 1 else "are"
    return (
        f"{whole} of {len(table)} {tier.many} are whole under {_the(plan)}; "
        f"{len(split)} {verb} split: {listed(split['name'])}."
    )


def _the(plan: Plan) -> str:
    return f"“{plan.title}”"


def change_sentence(change: Change, tier: Tier, plan: Plan, other: Plan) -> str:
    """Say what a plan changes for the authorities that another splits."""
    said = f"{_the(other)} splits {change.before} {tier.many}, {_the(plan)} {change.after}."
    if change.mended:
        said += f" Made whole: {listed(change.mended)}."
    if change.broken:
        said += f" Newly split: {listed(change.broken)}."
    return said if change.mended or change.broken else f"{said} They are the same ones."


def place_sentence(place: Place, plan: Plan, residents: pd.Series) -> str:
    """Say where a place that is no footprint of the plan lies, or "" for one that is.

    `residents` is by block; a place in several footprints is said with the share in each.
    """
    if place.code in plan.by_id:
        return ""
    people = residents[list(place.blocks)]
    parts = people.groupby(plan.footprint_of).sum().sort_values(ascending=False)
    named = [plan.by_id[footprint].name for footprint in parts.index]
    if len(named) == 1:
        return f"{place.name} ({place.kind}) is in {named[0]}."
    shares = [percent(share) for share in parts / parts.sum()]
    told = [f"{name} ({share})" for name, share in zip(named, shares, strict=True)]
    return f"{place.name} ({place.kind}) is divided here. Its people are in {listed(told)}."


def make_up(atlas: Atlas, plan: Plan, before: Plan) -> dict[str, str]:
    """Say for each footprint which ICBs of 2023 it takes in, whole or in part."""
    people, icb = atlas.blocks["residents_2024"], atlas.blocks["icb"]
    parts = people.groupby([plan.footprint_of, icb]).sum().sort_values(ascending=False)
    whole = people.groupby(icb).sum()
    said: dict[str, list[str]] = {footprint: [] for footprint in plan.by_id}
    for (footprint, code), part in parts.items():
        said[footprint].append(_portion(before.by_id[code].name, part / whole[code]))
    return {footprint: listed(words) for footprint, words in said.items()}


def _made_of(atlas: Atlas, plan: Plan, footprint: str, before: Plan) -> str:
    people, icb = atlas.blocks["residents_2024"], atlas.blocks["icb"]
    pieces = people[plan.blocks_of(footprint)].groupby(icb).sum().sort_values(ascending=False)
    whole = people.groupby(icb).sum()
    return listed(
        _portion(before.by_id[icb].name, part / whole[icb]) for icb, part in pieces.items()
    )


def _portion(name: str, share: float) -> str:
    return name if share > 1 - 1e-9 else f"{percent(share)} of the people of {name}"


def percent(share: float) -> str:
    """Say a share in whole per cent, but never round some down to none or most up to all."""
    if 0 < share <= 0.005:
        return "under 1%"
    if 0.995 <= share < 1:
        return "over 99%"
    return f"{share:.0%}"


def story(
    atlas: Atlas,
    plan: Plan,
    footprint: str,
    table: pd.DataFrame,
    plans: Mapping[str, Plan],
    *,
    estimated: bool,
) -> Story:
    """Tell one footprint: its people, money, ICBs and districts, and what else it is or was."""
    this = plan.by_id[footprint]
    figures = table.loc[footprint]
    before = plans["icb-2023"]
    paragraphs = [
        ("People", _people(figures, table)),
        ("Money", _money(figures, estimated=estimated)),
        ("ICBs", _icbs(atlas, plan, footprint, before)),
        ("Districts", districts(atlas, plan, footprint)),
        *_through_time(atlas, plan, footprint, plans),
    ]
    subtitle = f"{KIND_WORDS[this.kind]}: {KIND_MEANING[this.kind]}"
    if this.kind == "cluster" and estimated:
        subtitle += ". One of these ICBs is divided: its boundary was to change"
    return Story(this.name, subtitle, tuple(paragraphs))


def _people(figures: pd.Series, table: pd.DataFrame) -> str:
    rank = int((table["residents"] > figures["residents"]).sum()) + 1
    deprived = BY_KEY["most_deprived_tenth"].unit.text(figures["most_deprived_tenth"])
    return (
        f"{figures['residents']:,.0f} residents in mid-2024, {_place(rank, len(table))}. "
        f"{deprived} of residents live in the most deprived tenth of England."
    )


def _place(rank: int, count: int) -> str:
    if rank == 1:
        return f"the most of {count}"
    if rank == count:
        return f"the fewest of {count}"
    ending = "th" if 10 <= rank % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending} of {count}"


def _money(figures: pd.Series, *, estimated: bool) -> str:
    allowance = BY_KEY["running_cost_allowance"].unit.text(figures["running_cost_allowance"])
    each = BY_KEY["running_cost_allowance_per_resident"].unit.text(
        figures["running_cost_allowance_per_resident"]
    )
    said = f"Running cost allowance in 2025/26: {allowance}, or {each} per resident."
    if estimated:
        said += " Estimated: the allowance of an ICB that was split is shared by residents."
    return said


def _icbs(atlas: Atlas, plan: Plan, footprint: str, before: Plan) -> str:
    said = _made_of(atlas, plan, footprint, before)
    kind = plan.by_id[footprint].kind
    if kind == "cluster":
        return f"One leadership team for {said}."
    if kind == "merger":
        return f"Made from {said}."
    return f"{said}, on its own."


def districts(atlas: Atlas, plan: Plan, footprint: str) -> str:
    """Say which districts a footprint takes in, whole or in part."""
    blocks = atlas.blocks
    people = blocks["residents_2022"]
    here = people[plan.blocks_of(footprint)].groupby(blocks["lad"]).sum()
    share = here / people.groupby(blocks["lad"]).sum()[here.index]
    names = atlas.authorities["lad_name"]
    whole = sorted(names[lad] for lad in share.index[share == 1])
    part = [f"{names[lad]} ({percent(share[lad])})" for lad in share.index[share < 1]]
    said = f"All of {listed(whole)}." if whole else ""
    if part:
        said += f" Part of {listed(sorted(part))}; in brackets, the share of its people."
    return said.strip()


def _through_time(
    atlas: Atlas, plan: Plan, footprint: str, plans: Mapping[str, Plan]
) -> list[tuple[str, str]]:
    """What the same blocks are in every other plan for the whole of England, in date order."""
    return [
        (
            f"{month(other.effective)} ({other.status})",
            _becomes(atlas, plan, footprint, other, plans),
        )
        for other in plans.values()
        if other.national and other.key != plan.key
    ]


def _becomes(
    atlas: Atlas, plan: Plan, footprint: str, other: Plan, plans: Mapping[str, Plan]
) -> str:
    people = atlas.blocks["residents_2024"]
    mine = set(plan.blocks_of(footprint))
    shares = (
        people[sorted(mine)].groupby(other.footprint_of).sum().sort_values(ascending=False)
        / people[sorted(mine)].sum()
    )
    if len(shares) > 1:
        parts = [f"{other.by_id[o].name} ({percent(share)})" for o, share in shares.items()]
        return f"Its people are in {listed(parts)}."
    (there,) = shares.index
    that = other.by_id[there]
    if set(other.blocks_of(there)) == mine:
        return f"The same area: {that.name} ({KIND_INLINE[that.kind]})."
    made_of = _made_of(atlas, other, there, plans["icb-2023"])
    return f"Part of {that.name} ({KIND_INLINE[that.kind]}): {made_of}."


def england_story(plan: Plan, england: pd.Series, table: pd.DataFrame) -> Story:
    """Tell the whole country under a plan, for when nothing is selected."""
    money = BY_KEY["running_cost_allowance"].unit.text(england["running_cost_allowance"])
    people = f"{england['residents']:,.0f} residents in mid-2024."
    few = below_least(plan, table["residents"])
    paragraphs = (
        ("People", f"{people} {few}"),
        ("Money", f"Running cost allowance in 2025/26: {money}."),
    )
    return Story("England", f"{len(table)} {noun(plan)}", paragraphs)
