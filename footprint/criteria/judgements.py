"""Judgements: how each criterion is judged, a verdict and a reason for each footprint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from footprint.criteria.case import (
    INSIDE,
    MEETS,
    MISSES,
    NO_FIGURE,
    NONE_HERE,
    STRATEGIC,
    WHOLE_PLAN,
    Case,
    Judgement,
    Verdict,
)
from footprint.english import listed, parted, plural
from footprint.facts.guidance import GUIDELINE, LEAST_MERGED
from footprint.measures import formulas
from footprint.measures.marks import BY_SHARE, PUBLISHED, RETOLD, WORKED_OUT
from footprint.measures.merged import about_mergers
from footprint.measures.published import each_to_come, per_head_to_come, second_hand
from footprint.plans import contiguity, fits
from footprint.plans.fits import Fit
from footprint.plans.splits import INHERITED


def _one(meets: bool, reason: str) -> list[Judgement]:
    return [Judgement(WHOLE_PLAN, MEETS if meets else MISSES, reason)]


def every_block_once(case: Case) -> list[Judgement]:
    """Whether each block is in exactly one footprint."""
    given, owners = (set(column) for column in zip(*case.plan.assignment, strict=True))
    blocks = case.atlas.blocks
    missing = blocks.index.difference(list(given))
    twice = len(case.plan.assignment) - len(given)
    if missing.empty and not twice and owners == set(case.plan.by_id):
        return _one(True, f"Each of the {len(blocks)} blocks is in exactly one footprint.")
    people = blocks["residents_2024"][missing].sum()
    return _one(
        False,
        f"{len(missing)} of {len(blocks)} blocks, with {people:,} residents, are in no footprint "
        f"and {twice} in more than one.",
    )


def residents_reconcile(case: Case) -> list[Judgement]:
    """Whether the footprints' residents add up to England's."""
    ours, england = case.residents.sum(), case.atlas.blocks["residents_2024"].sum()
    return _one(
        ours == england,
        f"{ours:,.0f} residents over the footprints, {england:,.0f} in England.",
    )


def allowance_reconciles(case: Case) -> list[Judgement]:
    """Whether the footprints' allowances add up to England's, to the pound."""
    ours = formulas.running_cost_allowance(case.atlas, case.plan).sum()
    england = case.atlas.icb_figure("running_cost_allowance", "2025/26").sum()
    return _one(
        abs(ours - england) < 1,
        f"£{ours:,.0f} over the footprints, £{england:,.0f} in England (2025/26).",
    )


def fewer_teams(case: Case) -> list[Judgement]:
    """Whether there are fewer leadership teams than ICBs in 2023."""
    teams, before = len(case.plan.teams.by_id), case.atlas.blocks["icb"].nunique()
    than = f"{before - teams} fewer than" if teams < before else "no fewer than"
    return _one(teams < before, f"{teams} leadership teams, {than} the {before} of 2023.")


def enough_people(case: Case) -> list[Judgement]:
    """Whether each footprint has the least number of residents."""
    least = case.thresholds.least
    return [
        Judgement(
            footprint,
            MEETS if people >= least else MISSES,
            _people(int(people), least, merges=about_mergers(case.plan, footprint)),
        )
        for footprint, people in case.residents.items()
    ]


def _people(people: int, least: int, *, merges: bool) -> str:
    if people < least:
        return f"{people:,} residents, {least - people:,} short of {least:,}."
    enough = f"{people:,} residents: {least:,} or more, but less than the"
    if merges and people < LEAST_MERGED:
        return (
            f"{enough} {LEAST_MERGED:,} reportedly asked of merged ICBs and the guideline of "
            f"{GUIDELINE:,}."
        )
    if people < GUIDELINE:
        return f"{enough} guideline of {GUIDELINE:,}."
    return f"{people:,} residents."


def whole_authorities(case: Case) -> list[Judgement]:
    """Whether each footprint holds only whole authorities."""
    pieces, split = case.pieces, case.authorities["split"]
    parted: dict[str, dict[str, float]] = {}
    for row in pieces[split.reindex(pieces["authority"]).to_numpy()].itertuples():
        parted.setdefault(row.authority, {})[row.footprint] = row.residents
    count = Counter(pieces["footprint"])
    return [
        _authorities(case, footprint, count[footprint], parted) for footprint in case.plan.by_id
    ]


def _authorities(
    case: Case, footprint: str, count: int, parted: Mapping[str, Mapping[str, float]]
) -> Judgement:
    held = {code: people for code, people in parted.items() if footprint in people}
    if held:
        said = [_part(case, footprint, code, people) for code, people in held.items()]
        return Judgement(footprint, MISSES, f"Holds {listed(said)}.")
    many = f"All {count}" if count > 2 else "Both"
    whole = (
        f"The one {case.tier.one} here is" if count == 1 else f"{many} {case.tier.many} here are"
    )
    return Judgement(footprint, MEETS, f"{whole} whole.")


def _part(case: Case, footprint: str, code: str, people: Mapping[str, float]) -> str:
    others = [
        f"{count:,.0f} in {case.plan.by_id[other].name}"
        for other, count in people.items()
        if other != footprint
    ]
    origin = case.authorities.at[code, "origin"]
    since = "already split in 2023" if origin == INHERITED else "split by this plan"
    return (
        f"part of {case.tier.names[code]}, {since} ({people[footprint]:,.0f} of its people here, "
        f"{', '.join(others)}, mid-2022)"
    )


def strategic_borders(case: Case) -> list[Judgement]:
    """Whether each footprint is exactly one or more established strategic authorities.

    One that lies inside a single authority, as those of London do, crosses no border.
    """
    tier = case.tiers[STRATEGIC]
    return [
        Judgement(footprint, _fitting(fit), fits.fit_sentence(fit, tier, case.plan))
        for footprint, fit in case.fits.items()
    ]


def _fitting(fit: Fit) -> Verdict:
    if fit.coterminous:
        return MEETS
    if fit.inside:
        return INSIDE
    return MISSES if fit.own or fit.go_out else NONE_HERE


def within_cap(case: Case) -> list[Judgement]:
    """Whether each footprint is to cost no more than the cap in 2026/27, or did before the cut."""
    heads = formulas.weighted_population(case.atlas, case.plan)
    retold = second_hand(case.atlas, case.plan) if case.to_come else frozenset()
    each = each_to_come(case.atlas, case.plan).dropna() if case.to_come else ()
    unstated = per_head_to_come(case.atlas, case.plan)
    return [
        _cost(case, one, heads, _marks(one in each, one in retold), unstated.get(one))
        for one in case.plan.by_id
    ]


def _marks(by_head: bool, retold: bool) -> tuple[str, str]:
    """The words for a target’s pounds per head and for its pounds: one of them was published."""
    told = RETOLD if retold else PUBLISHED
    return (told, WORKED_OUT) if by_head else (WORKED_OUT, told)


def _cost(
    case: Case,
    footprint: str,
    heads: pd.Series,
    marks: tuple[str, str],
    unstated: float | None,
) -> Judgement:
    if footprint in case.to_come:
        each, pounds = marks
        what, more = f"({each}) is the target for 2026/27", "The cap was set for 2025/26."
        target = case.to_come[footprint]
        return _held_to(case, footprint, target, heads[footprint], what, f", {pounds},", more)
    if footprint in case.costs:
        more = "No target for 2026/27 is published for exactly this area."
        costs, what = case.costs[footprint], f"({WORKED_OUT}) before the cut"
        return _held_to(case, footprint, costs, heads[footprint], what, "", more)
    return Judgement(footprint, NO_FIGURE, _unknown(unstated))


def _unknown(each: float | None) -> str:
    if each is not None:
        return (
            f"A target of £{each:,.2f} per head for 2026/27 is known ({RETOLD}), but not "
            "whether heads are weighted, so it cannot be compared with the cap."
        )
    known = "No target for 2026/27 and no cost before the cut is published"
    return f"{known} for exactly this area."


def _held_to(
    case: Case, footprint: str, pounds: float, heads: float, what: str, mark: str, more: str
) -> Judgement:
    each, cap = pounds / heads, case.thresholds.cap
    over = round(each - cap, 6) > 0
    away = f"£{each - cap:,.2f} over" if over else "within"
    split = (formulas.weights(case.atlas, case.plan).loc[footprint] < 1).any()
    shared = f", {BY_SHARE} because an ICB is split" if split else ""
    reason = (
        f"£{each:,.2f} for each weighted head {what}, {away} the cap of £{cap:,.2f} "
        f"(£{pounds / 1e6:,.1f}m{mark} for {heads:,.0f} weighted people{shared}). {more}"
    )
    return Judgement(footprint, MISSES if over else MEETS, reason)


def one_region(case: Case) -> list[Judgement]:
    """Whether each footprint lies inside one NHS region."""
    blocks = case.atlas.blocks
    people = blocks["residents_2024"].groupby([case.plan.footprint_of, blocks["nhs_region"]]).sum()
    found: dict[str, dict[str, int]] = {}
    for (footprint, region), count in people.items():
        found.setdefault(footprint, {})[region] = int(count)
    return [_region(footprint, found[footprint]) for footprint in case.plan.by_id]


def _region(footprint: str, people: Mapping[str, int]) -> Judgement:
    if len(people) == 1:
        return Judgement(footprint, MEETS, f"All in one region: {next(iter(people))}.")
    ordered = sorted(people.items(), key=lambda pair: -pair[1])
    said = [f"{count:,} people in {region}" for region, count in ordered]
    return Judgement(footprint, MISSES, f"In {len(people)} regions: {listed(said)}.")


def one_piece(case: Case) -> list[Judgement]:
    """Whether each footprint is in one piece, declared crossings counted."""
    number = contiguity.component_of(case.atlas, case.plan)
    crossings = contiguity.relied_on(case.atlas, case.plan)
    parts = number.groupby(case.plan.footprint_of).nunique()
    return [
        Judgement(footprint, MISSES, _apart(case, footprint, number))
        if parts[footprint] > 1
        else Judgement(footprint, MEETS, _together(crossings.get(footprint, ())))
        for footprint in case.plan.by_id
    ]


def _together(crossings: tuple[contiguity.Crossing, ...]) -> str:
    if not crossings:
        return "In one piece, by land."
    reasons = "; ".join(crossing.reason for crossing in crossings)
    return f"In one piece, part of it joined over water: {reasons}."


def _apart(case: Case, footprint: str, number: pd.Series) -> str:
    here = number[case.plan.blocks_of(footprint)]
    people = case.atlas.blocks["residents_2024"]
    sizes = people[here.index].groupby(here).sum().sort_values(ascending=False)
    names = case.atlas.blocks["lad"].map(case.atlas.authorities["lad_name"])
    said = [
        f"{_some(sorted(set(names[here.index[here == part]])))} ({count:,} people)"
        for part, count in sizes.iloc[1:].items()
    ]
    return f"In {len(sizes)} pieces: apart from the rest lie {listed(said)}."


def _some(names: list[str]) -> str:
    return listed(names if len(names) <= 4 else [names[0], f"{len(names) - 1} more districts"])


def enough_trusts(case: Case) -> list[Judgement]:
    """Whether each footprint has enough acute trusts with a main hospital in it."""
    pairs = formulas.trusts_of(case.atlas, case.plan)
    named = {str(one): list(rows) for one, rows in pairs.groupby("footprint")["name"]}
    least = case.thresholds.trusts
    return [_trusts(footprint, named.get(footprint, []), least) for footprint in case.plan.by_id]


def _trusts(footprint: str, names: list[str], least: int) -> Judgement:
    count = len(names)
    some = plural(count, "acute trust has", "acute trusts have")
    short = f", {least - count} short of {least}" if count < least else ""
    which = f": {parted(name.split(' NHS ')[0] for name in sorted(names))}"
    verdict = MISSES if count < least else MEETS
    said = f"{some if count else 'No acute trust has'} a main hospital here{short}"
    return Judgement(footprint, verdict, f"{said}{which if 0 < count <= 4 else ''}.")


def size_difference(case: Case) -> str:
    """Say how many times the smallest footprint the largest is, of a region’s plan its own."""
    people = case.residents
    people = people[people.index.isin(list(case.plan.drawn or case.plan.by_id))]
    most, least = people.idxmax(), people.idxmin()
    named = case.plan.by_id
    if most == least:
        return f"There is one, {named[most].name} ({people[most]:,} people)."
    return (
        f"The largest, {named[most].name} ({people[most]:,} people), has "
        f"{people[most] / people[least]:.1f} times the residents of the smallest, "
        f"{named[least].name} ({people[least]:,})."
    )


def nothing(case: Case) -> list[Judgement]:
    """Give no verdict, for a matter of discussion."""
    del case
    return []


def no_words(case: Case) -> str:
    """Say nothing, where there is no figure to start from."""
    del case
    return ""
