"""Sentences: what the cap and a uniform cut would do, in sentences."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import pandas as pd

from footprint.english import capital, listed, parted, percent
from footprint.facts.guidance import CAP
from footprint.measures.marks import BY_SHARE, IMPLIED, PUBLISHED, WORKED_OUT, YOURS
from footprint.measures.said import Words, said
from footprint.measures.units import FTE, MILLIONS, NO_FIGURE, PER_100_000, POUNDS_EACH
from footprint.money.cost_icbs import Unused
from footprint.money.published import ImpliedCost
from footprint.money.scenario import Scenario, as_implied
from footprint.plans.plan import Plan, noun


def taken_by_cap(row: pd.Series) -> float:
    """Pounds the target would take, or else the cap, of the figures as they are said."""
    return max(MILLIONS.between(row["left"], row["baseline"]), 0)


def cut_takes_more(row: pd.Series) -> float:
    """Pounds the uniform cut would take beyond the cap, of the figures as they are said."""
    return MILLIONS.between(taken_by_cap(row), row["cut_takes"])


def left_by_cut(row: pd.Series) -> float:
    """Pounds the uniform cut would leave, of the figures as they are said."""
    return MILLIONS.between(row["cut_takes"], row["baseline"])


def take_away(plan: Plan, table: pd.DataFrame, scenario: Scenario) -> str:
    """Say what the envelopes of the whole country come to, and those of the plan’s two ends."""
    pounds = table["envelope"]
    if pounds.isna().any():
        return f"There is no weighted population for some of the {len(table)} {noun(plan)}."
    low, high = pounds.idxmin(), pounds.idxmax()
    usual, own = ("the", f", {WORKED_OUT},", ""), ("your", "", f" ({YOURS})")
    whose, before, after = usual if scenario.as_published else own
    return (
        f"By {whose} cap of £{scenario.cap:,.2f} for each weighted head, the envelopes of "
        f"England’s {len(table)} {noun(plan)}{before} come to "
        f"{MILLIONS.text(pounds.sum())} a year{after}, from {MILLIONS.text(pounds[low])} for "
        f"{plan.by_id[low].name} to {MILLIONS.text(pounds[high])} for {plan.by_id[high].name}."
    )


def who_loses(plan: Plan, table: pd.DataFrame, scenario: Scenario) -> str:
    """Say which footprints would lose more by the uniform cut and which by the cap."""
    more = table.apply(cut_takes_more, axis=1).dropna()
    if more.empty:
        return (
            f"None of the {len(table)} {noun(plan)} has a figure for its cost before the cut, so "
            "nobody can say here who would lose more by a uniform cut than by the cap. Give your "
            "own figures below."
        )
    yours = table.loc[more.index, "basis"].str.contains(YOURS).sum()
    whose = f", {yours} of them {YOURS}" if yours else ""
    said = [f"{len(more)} of {len(table)} have a figure for their cost before the cut{whose}."]
    counted = table.loc[more.index].apply(is_target, axis=1)
    both = "the target (or the cap where there is none)" if counted.any() else "the cap"
    for chosen, words in (
        (more > 0, f"{_cut_words(scenario)} would take more than {both} from:"),
        (more < 0, f"{capital(both)} would take more than {_cut_words(scenario, 'a')} from:"),
    ):
        if chosen.any():
            said.append(f"{words} {parted(plan.by_id[f].name for f in more.index[chosen])}.")
    return " ".join(said)


def _cut_words(scenario: Scenario, article: str = "A") -> str:
    cut = f"{100 * scenario.cut:g}%"
    # A cut of 8, 11, 18 or 80-odd per cent begins with a vowel when it is read aloud.
    vowel = cut.startswith("8") or cut.split(".")[0].rstrip("%") in ("11", "18")
    return f"{article}{'n' if vowel else ''} {cut} cut"


def cut_or_cap(name: str, row: pd.Series, scenario: Scenario) -> str:
    """Say whether the uniform cut or the cap would take more from one footprint, and how much."""
    more = cut_takes_more(row)
    if math.isnan(more):
        return f"No figure is published for what {name} cost before the cut."
    cut, cap = MILLIONS.text(row["cut_takes"]), MILLIONS.text(taken_by_cap(row))
    what, whose = taker(row), cut_mark(row, scenario)
    if row["needed"] == 0:
        return (
            f"{name} cost no more than its {left(row)}, so the {what} would take nothing; "
            f"{_cut_words(scenario, 'a')} would take {cut} ({whose})."
        )
    if more == 0:
        both = f"{_cut_words(scenario)} and the {what} would take the same from {name}"
        return f"{both}: {cut} ({whose})."
    if more > 0:
        return (
            f"{_cut_words(scenario)} would take {MILLIONS.text(more)} more from {name} than the "
            f"{what} would ({_against((cut, whose), (cap, taken_mark(row)))})."
        )
    return (
        f"The {what} would take {MILLIONS.text(-more)} more from {name} than "
        f"{_cut_words(scenario, 'a')} would ({_against((cap, taken_mark(row)), (cut, whose))})."
    )


def _against(one: tuple[str, str], other: tuple[str, str]) -> str:
    """Two figures beside each other, each with its mark, or both with the one they share."""
    if one[1] == other[1]:
        return f"{one[0]} against {other[0]}, both {one[1]}"
    return f"{', '.join(one)}, against {', '.join(other)}"


def needed(row: pd.Series, scenario: Scenario, *, estimated: bool) -> str:
    """Say how far one footprint would have to come down to what it would be left."""
    if math.isnan(row["needed"]):
        return "No figure in pounds, for the cost before the cut is not published."
    mark = f", {BY_SHARE}" if estimated and not row["own_whole"] else ""
    if taken_by_cap(row) == 0:
        return (
            f"Nothing: {MILLIONS.text(row['baseline'])} ({row['basis']}{mark}) is no more than "
            f"the {left(row)} of {left_words(row, estimated=estimated)}."
        )
    return (
        f"From {MILLIONS.text(row['baseline'])} ({row['basis']}{mark}) to the {left(row)} of "
        f"{left_words(row, estimated=estimated)} is {MILLIONS.text(taken_by_cap(row))} "
        f"({taken_mark(row)}), or {percent(row['needed_share'])}, less"
        f"{'' if scenario.as_published else ' by your cap'}."
    )


_MOST_UNUSED = 6


def not_taken(
    found: Iterable[Unused], plan: Plan, table: pd.DataFrame, names: Mapping[str, str]
) -> tuple[str, ...]:
    """Say of each of the user's costs that is not used where, why and what to do; most to a few."""
    every = list(found)
    said = tuple(_not_taken(one, plan, table, names) for one in every[:_MOST_UNUSED])
    more = [names[code] for one in every[_MOST_UNUSED:] for code in one.given]
    if not more:
        return said
    return (
        *said,
        f"Nor, for the same reason, are your costs of {listed(dict.fromkeys(more))} used.",
    )


def _not_taken(one: Unused, plan: Plan, table: pd.DataFrame, names: Mapping[str, str]) -> str:
    given, missing = (listed(names[code] for code in some) for some in (one.given, one.missing))
    several, more = bool(one.given[1:]), bool(one.missing[1:])
    instead = (
        "no cost of yours, so the published cost of the whole footprint is used"
        if table.at[one.footprint, "basis"]
        else "no cost, yours or published"
    )
    return (
        f"Your {'costs' if several else 'cost'} of {given} {'are' if several else 'is'} not used "
        f"for the footprint {plan.by_id[one.footprint].name}, because {missing} "
        f"{'have' if more else 'has'} {instead}. Give {'those costs' if more else 'that cost'} "
        f"too, and {'yours are' if several else 'yours is'} used."
    )


def by_implied(row: pd.Series, implied: ImpliedCost | None) -> str:
    """Say how far one footprint without a cost would come down from one, or two, that are implied.

    "" where none is, or where its cost is known.
    """
    if not implied or pd.notna(row["baseline"]):
        return ""
    costs = (implied.least, implied.most)
    cost, taken = (
        _from_to(MILLIONS.text(pounds) for pounds in pounds_of)
        for pounds_of in (costs, [taken_by_cap(as_implied(row, cost)) for cost in costs])
    )
    if not as_implied(row, implied.most)["needed"]:
        return f"The cost that is {IMPLIED}, {cost}, is no more than that, so nothing would go."
    share = _from_to(percent(as_implied(row, cost)["needed_share"]) for cost in costs)
    return (
        f"From the cost that is {IMPLIED}, {cost}, to the {left(row)} of "
        f"{MILLIONS.text(row['left'])} would be {taken} ({share}) less."
    )


def _from_to(figures: Iterable[str]) -> str:
    """One figure, or two that differ."""
    return " to ".join(dict.fromkeys(figures))


def is_target(row: pd.Series) -> bool:
    """Whether what one footprint has to come down to is its target, and not its envelope."""
    return row["left"] == row["target"]


def takes(row: pd.Series, *, mark: str = "") -> Words:
    """Say in a table's few words what the target or cap would take, and which share that is."""
    pounds = taken_by_cap(row)
    share = percent(row["needed_share"]) if pounds else _WITHIN
    return said(float(pounds), MILLIONS, share, mark or taken_mark(row))


_WITHIN = "it costs no more already"


def left(row: pd.Series) -> str:
    """What that which one footprint has to come down to is called: target or envelope."""
    return "target" if is_target(row) else "envelope"


def taker(row: pd.Series) -> str:
    """What takes from one footprint, its target where it has one: target or cap."""
    return "target" if is_target(row) else "cap"


def left_mark(row: pd.Series, *, estimated: bool) -> str:
    """Whose figure it is that one footprint has to come down to, by one of the four words."""
    if is_target(row):
        return row["whose_target"]
    return ", ".join(_whose_envelope(row, estimated=estimated))


def _whose_envelope(row: pd.Series, *, estimated: bool) -> tuple[str, ...]:
    """Whose figure an envelope is: worked out, by share where an ICB is split, or the user's."""
    whose = row["whose_envelope"]
    if not estimated:
        return (whose,)
    return (BY_SHARE,) if whose == WORKED_OUT else (whose, BY_SHARE)


def taken_mark(row: pd.Series) -> str:
    """Whose figure it is that is taken: the user's where their costs or their cap are in it.

    Of a cost that is implied the rest is implied too.
    """
    yours = YOURS in row["basis"] or row["whose_envelope"] == YOURS
    if row["basis"] == IMPLIED:
        return f"{YOURS}, {IMPLIED}" if yours else IMPLIED
    return YOURS if yours else WORKED_OUT


def cut_mark(row: pd.Series, scenario: Scenario) -> str:
    """Whose figure it is that the uniform cut takes: the user's where their costs or cut are."""
    own = YOURS in row["basis"] or scenario.cut != Scenario().cut
    return YOURS if own else WORKED_OUT


def left_words(row: pd.Series, *, estimated: bool) -> str:
    """Say the pounds one footprint has to come down to, and by which word of the four."""
    return f"{MILLIONS.text(row['left'])} ({left_mark(row, estimated=estimated)})"


def envelope(row: pd.Series, scenario: Scenario, *, estimated: bool, to_come: str = "") -> str:
    """Say what the envelope of one footprint is, and what its target, with the difference.

    `to_come` is what is said of its target for the year after.
    """
    mark = ", ".join(_whose_envelope(row, estimated=estimated))
    mark += ", because an ICB was split" if estimated else ""
    said = (
        f"£{scenario.cap:,.2f} × {row['weighted_population']:,.0f} weighted heads "
        f"({BY_SHARE if estimated else WORKED_OUT}) is an envelope of "
        f"{MILLIONS.text(row['envelope'])} a year ({mark})."
    )
    later = f" For 2026/27 it is {to_come}." if to_come else ""
    if math.isnan(row["target"]):
        return f"{said} No target in pounds is published for exactly this area for 2025/26.{later}"
    if not scenario.as_published:
        usual, target = POUNDS_EACH.text(CAP), MILLIONS.text(row["target"])
        return f"{said} The target {row['whose_target']} for a cap of {usual} is {target}."
    more = difference(row["envelope"], row["target"])
    return (
        f"{said} The target for 2025/26 is {MILLIONS.text(row['target'])} "
        f"({row['whose_target']}), {more}{' as' if more == _SAME else ' than'} the envelope; what "
        f"must be saved is counted to the target.{later}"
    )


def which_is_used(table: pd.DataFrame, scenario: Scenario) -> str:
    """Say where savings are counted to the target, and what that does to England's total."""
    if not scenario.as_published:
        return f"Targets were set at {POUNDS_EACH.text(CAP)}, so your cap takes their place."
    ours, used = (table[column].sum(skipna=False) for column in ("envelope", "left"))
    said = (
        "A footprint with a target of its own for 2025/26, published or implied, has to come down "
        "to that target and not to its envelope"
    )
    more = difference(ours, used)
    return (
        f"{said}." if more in (_SAME, NO_FIGURE) else f"{said}; that makes England’s total {more}."
    )


_SAME = "the same"


def difference(ours: float, published: float) -> str:
    """Say how far a published figure is from ours: "£0.5m more", "£0.1m less" or "the same"."""
    pounds = MILLIONS.between(ours, published)
    if math.isnan(pounds):
        return NO_FIGURE
    if pounds == 0:
        return _SAME
    return f"{MILLIONS.text(abs(pounds))} {'more' if pounds > 0 else 'less'}"


def takes_more(row: pd.Series) -> str:
    """Say in a table's few words which takes more, the cut or the target or cap, and how much."""
    pounds = cut_takes_more(row)
    if math.isnan(pounds):
        return NO_FIGURE
    if pounds == 0:
        return _SAME
    return f"The {'cut' if pounds > 0 else taker(row)}, by {MILLIONS.text(abs(pounds))}"


def teams(plan: Plan, removed: int, scenario: Scenario) -> str:
    """Say how many leadership teams a plan removes, and what they would save by the user."""
    now = len(plan.teams.by_id)
    if removed <= 0:
        return f"This plan has {now} leadership teams, no fewer than there were ICBs in 2023."
    fewer = (
        f"This plan has {now} leadership teams where there were {now + removed}: {removed} fewer."
    )
    if scenario.saving == 0:
        return f"{fewer} Give a saving for each to see what that would come to."
    return (
        f"{fewer} At your {MILLIONS.text(scenario.saving)} for each, that is "
        f"{MILLIONS.text(removed * scenario.saving)} a year."
    )


def allowance_and_staff(figures: pd.Series, *, estimated: bool) -> list[tuple[str, str]]:
    """Say one footprint's running cost allowance and staff, each with what it is a share of.

    Both are published of one ICB, worked out of several, and `estimated` where an ICB was split.
    """
    alone = PUBLISHED if figures["icbs_inside"] == 1 else WORKED_OUT
    mark = BY_SHARE if estimated else alone
    each = BY_SHARE if estimated else WORKED_OUT
    allowance = POUNDS_EACH.text(figures["running_cost_allowance_per_resident"])
    return [
        (
            "Running cost allowance",
            f"{MILLIONS.text(figures['running_cost_allowance'])} ({mark}) in 2025/26, {allowance} "
            f"for each resident ({each}). It is not what the cap covers.",
        ),
        (
            "Staff",
            f"{FTE.text(figures['staff'])} full-time equivalents ({mark}) in March 2025, "
            f"{PER_100_000.text(figures['staff_per_100_000'])} for every 100,000 residents "
            f"({each}).",
        ),
    ]
