"""Stories: what one area is, in short paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from footprint.english import capital, listed, month, parted, percent, percents, ranked
from footprint.facts.atlas import Atlas
from footprint.maps.sentences import below_least
from footprint.measures.catalogue import BY_KEY
from footprint.measures.marks import BY_SHARE
from footprint.plans.kinds import KIND_INLINE, KIND_MEANING, KIND_WORDS, Kind
from footprint.plans.places import Place
from footprint.plans.plan import Plan, bare_key, noun


@dataclass(frozen=True)
class Story:
    """One area told in short paragraphs, each under a word that says what it is about."""

    title: str
    subtitle: str
    paragraphs: tuple[tuple[str, str], ...]


def place_sentence(place: Place, plan: Plan, residents: pd.Series) -> str:
    """Say where a place that is no footprint of the plan lies, or "" for one that is.

    `residents` is by block; a place in several footprints is said with the share in each.
    """
    if place.code in plan.by_id:
        return ""
    # An ICB that stands under the plan is no thing of the past, whichever plan had it first.
    stands = place.code in plan.bodies.by_id
    name = f"{place.name} ICB" if stands else f"{place.name} ({place.kind})"
    owners = {plan.assigned.owner_of[block] for block in place.blocks}
    if len(owners) == 1:
        return f"{name} is in {plan.by_id[owners.pop()].name}."
    people = residents[list(place.blocks)]
    parts = people.groupby(plan.footprint_of).sum().sort_values(ascending=False)
    named = [plan.by_id[footprint].name for footprint in parts.index]
    shares = percents(parts / parts.sum())
    with_shares = [f"{name} ({share})" for name, share in zip(named, shares, strict=True)]
    return f"{name} is divided here. Its people are in {listed(with_shares)}."


def make_up(atlas: Atlas, plan: Plan, before: Plan) -> dict[str, str]:
    """Say for each footprint which ICBs of 2023 it takes in, whole or in part."""
    people, icb = atlas.blocks["residents_2024"], atlas.blocks["icb"]
    parts = people.groupby([plan.footprint_of, icb]).sum().sort_values(ascending=False)
    whole = people.groupby(icb).sum()
    portions: dict[str, list[str]] = {footprint: [] for footprint in plan.by_id}
    for (footprint, code), part in parts.items():
        portions[footprint].append(_portion(before.by_id[code].name, part / whole[code]))
    return {footprint: listed(words) for footprint, words in portions.items()}


def taken_in(atlas: Atlas, plan: Plan, footprint: str, before: Plan) -> str:
    """Say which ICBs of 2023 one footprint took in: those it has all of, then the parts.

    One that goes on with more area is none that it took in.
    """
    people, icb = atlas.blocks["residents_2024"], atlas.blocks["icb"]
    pieces = people[plan.blocks_of(footprint)].groupby(icb).sum().sort_values(ascending=False)
    shares = pieces / people.groupby(icb).sum()[pieces.index]
    icbs = {code: f"{before.by_id[code].name} ICB" for code in pieces.index if code != footprint}
    whole = [f"all of {icbs[code]}" for code in icbs if _is_whole(shares[code])]
    parts = [_portion(icbs[code], shares[code]) for code in icbs if not _is_whole(shares[code])]
    # What each part begins with parts them, whatever their names hold.
    return ", with ".join(told for told in (" and ".join(whole), " and ".join(parts)) if told)


def _made_of(atlas: Atlas, plan: Plan, footprint: str, before: Plan) -> str:
    people, icb = atlas.blocks["residents_2024"], atlas.blocks["icb"]
    pieces = people[plan.blocks_of(footprint)].groupby(icb).sum().sort_values(ascending=False)
    whole = people.groupby(icb).sum()
    return listed(
        _portion(before.by_id[icb].name, part / whole[icb]) for icb, part in pieces.items()
    )


def _portion(name: str, share: float) -> str:
    return name if _is_whole(share) else f"{percent(share)} of the people of {name}"


def _is_whole(share: float) -> bool:
    return share > 1 - 1e-9


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
        ("Money", _money(figures, plan.kinds[footprint], estimated=estimated)),
        *_law(atlas, plan, footprint, before),
        ("Districts", districts(atlas, plan, footprint)),
        *_through_time(atlas, plan, footprint, plans),
    ]
    kind = plan.kinds[footprint]
    return Story(this.name, f"{KIND_WORDS[kind]}: {KIND_MEANING[kind]}", tuple(paragraphs))


def _people(figures: pd.Series, table: pd.DataFrame) -> str:
    rank = int((table["residents"] > figures["residents"]).sum()) + 1
    place = ranked(rank, len(table), "largest", "smallest")
    deprived = BY_KEY["most_deprived_tenth"].unit.text(figures["most_deprived_tenth"])
    return (
        f"{figures['residents']:,.0f} residents in mid-2024, the {place}. "
        f"{deprived} of residents live in the most deprived tenth of England."
    )


_WHOSE: Mapping[Kind, str] = {
    "cluster": "Running cost allowances of its ICBs in 2025/26, summed",
    "merger": "Running cost allowances in 2025/26 of the ICBs it was made from, summed",
    "enlarged": "Running cost allowances in 2025/26 of the ICBs its people were in, summed",
}


def _money(figures: pd.Series, kind: Kind, *, estimated: bool) -> str:
    allowance = BY_KEY["running_cost_allowance"].unit.text(figures["running_cost_allowance"])
    each = BY_KEY["running_cost_allowance_per_resident"].unit.text(
        figures["running_cost_allowance_per_resident"]
    )
    whose = _WHOSE.get(kind, "Running cost allowance in 2025/26")
    sentence = f"{whose}: {allowance}, or {each} per resident."
    if estimated:
        shared = "the allowance of an ICB that was split is shared by residents"
        sentence += f" {capital(BY_SHARE)}: {shared}."
    return sentence


def _law(atlas: Atlas, plan: Plan, footprint: str, before: Plan) -> list[tuple[str, str]]:
    """The two layers of the law at one footprint: its body or bodies, and its team or teams."""
    if plan.seen == "teams":
        return [
            ("Statutory bodies", _bodies(plan, footprint)),
            ("ICBs of 2023", f"{_made_of(atlas, plan, footprint, before)}."),
        ]
    return [
        ("ICBs of 2023", _origin(atlas, plan, footprint, before)),
        ("Leadership team", _teams(plan, footprint)),
    ]


def _bodies(plan: Plan, team: str) -> str:
    """The bodies a team leads, and those it leads only a part of."""
    names = [plan.bodies.by_id[body].name for body in plan.others[team]]
    divided = [plan.bodies.by_id[body].name for body in plan.others[team] if body in plan.divided]
    if len(names) == 1:
        part = f"A part of {names[0]}. {plan.why_divided}".strip()
        return part if divided else f"{names[0]}, on its own."
    said = f"One leadership team over {len(names)} bodies that stay separate: {listed(names)}."
    if divided:
        said += f" It covers only a part of {listed(divided)}. {plan.why_divided}"
    return said


def _origin(atlas: Atlas, plan: Plan, body: str, before: Plan) -> str:
    made_of = _made_of(atlas, plan, body, before)
    if plan.kinds[body] == "enlarged":
        return f"It goes on with more area: {made_of}."
    return f"Made from {made_of}." if plan.kinds[body] == "merger" else f"{made_of}, as it was."


def _teams(plan: Plan, body: str) -> str:
    """Who leads a body: a team of its own, or one it shares."""
    teams = plan.others[body]
    if len(teams) > 1:
        names = [plan.teams.by_id[team].name for team in teams]
        return f"Different teams lead parts of it: {parted(names)}. {plan.why_divided}"
    (team,) = teams
    shared = [plan.bodies.by_id[one].name for one in _led_by(plan, team) if one != body]
    if not shared:
        return "It has a leadership team of its own."
    return f"It shares one leadership team, as a cluster, with {listed(shared)}."


def _led_by(plan: Plan, team: str) -> tuple[str, ...]:
    return plan.seen_as("teams").others[team]


def districts(atlas: Atlas, plan: Plan, footprint: str) -> str:
    """Say which districts a footprint takes in, whole or in part."""
    blocks = atlas.blocks
    people = blocks["residents_2022"]
    here = people[plan.blocks_of(footprint)].groupby(blocks["lad"]).sum()
    share = here / people.groupby(blocks["lad"]).sum()[here.index]
    names = atlas.authorities["lad_name"]
    whole = sorted(names[lad] for lad in share.index[share == 1])
    part = [f"{names[lad]} ({percent(share[lad])})" for lad in share.index[share < 1]]
    sentence = f"All of {listed(whole)}." if whole else ""
    if part:
        sentence += f" Part of {listed(sorted(part))}; in brackets, the share of its people."
    return sentence.strip()


def _through_time(
    atlas: Atlas, plan: Plan, footprint: str, plans: Mapping[str, Plan]
) -> list[tuple[str, str]]:
    """What the same blocks are in every other plan for the whole of England, in date order."""
    return [
        (
            f"{month(other.effective)} ({other.status})",
            _becomes(atlas, plan, footprint, other.seen_as(plan.seen), plans),
        )
        for other in plans.values()
        if other.national and bare_key(other.key) != bare_key(plan.key)
    ]


def _becomes(
    atlas: Atlas, plan: Plan, footprint: str, other: Plan, plans: Mapping[str, Plan]
) -> str:
    mine = plan.blocks_of(footprint)
    owners = {other.assigned.owner_of[block] for block in mine}
    if len(owners) > 1:
        people = atlas.blocks["residents_2024"][mine]
        shares = people.groupby(other.footprint_of).sum().sort_values(ascending=False)
        named = zip(shares.index, percents(shares / people.sum()), strict=True)
        parts = [f"{other.by_id[o].name} ({share})" for o, share in named]
        return f"Its people are in {listed(parts)}."
    (there,) = owners
    that = other.by_id[there]
    if other.blocks_of(there) == mine:
        return f"The same area: {that.name} ({_inline(other, there)})."
    made_of = _made_of(atlas, other, there, plans["icb-2023"])
    return f"Part of {that.name} ({_inline(other, there)}): {made_of}."


def _inline(plan: Plan, footprint: str) -> str:
    """What a footprint is; of a team on its own also that its body is a merger."""
    said = KIND_INLINE[plan.kinds[footprint]]
    if plan.kinds[footprint] != "alone":
        return said
    (body,) = plan.others[footprint]
    merged = plan.seen_as("bodies").kinds[body] == "merger"
    return f"{said}, merged into one body" if merged else said


def england_story(plan: Plan, england: pd.Series, table: pd.DataFrame) -> Story:
    """Tell the whole country under a plan, for when nothing is selected."""
    money = BY_KEY["running_cost_allowance"].unit.text(england["running_cost_allowance"])
    people = f"{england['residents']:,.0f} residents in mid-2024."
    few = below_least(plan, table["residents"])
    paragraphs = (
        ("People", f"{people} {few}"),
        ("Money", f"Running cost allowance in 2025/26: {money}."),
    )
    return Story("England", _counted(plan), paragraphs)


def _counted(plan: Plan) -> str:
    """Both layers in numbers, the one looked at first."""
    layers = (plan, plan.seen_as("teams" if plan.seen == "bodies" else "bodies"))
    return ", ".join(f"{len(one.by_id)} {noun(one, len(one.by_id))}" for one in layers)
