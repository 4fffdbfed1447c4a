"""Sentences: what a map shows, in words a person could say aloud."""

from __future__ import annotations

import pandas as pd

from footprint.english import capital, day, in_millions, listed, listed_few, month, plural
from footprint.facts.guidance import LEAST_PEOPLE
from footprint.measures.catalogue import Measure
from footprint.measures.merged import short_of_merged
from footprint.plans.kinds import kinds_counted
from footprint.plans.plan import Plan, noun, titled
from footprint.plans.splits import Change
from footprint.plans.tiers import Tier


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
    called = f"{where} in all" if measure.total else where
    said.append(f"{called}: {measure.unit.text(whole)}.")
    if missing := len(values) - len(known):
        verb = "has" if missing == 1 else "have"
        said.append(f"{missing} of {len(values)} {verb} no figure.")
    return " ".join(said)


def _ends(plan: Plan, measure: Measure, known: pd.Series) -> str:
    low, high = known.min(), known.max()
    if len(known) == 1:
        only = f"Only {plan.by_id[known.index[0]].name} has a figure"
        return f"{only}: {measure.unit.text(low)}."
    if low == high:
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
    return listed([name, plural(others, "other", "others")]) if others else name


def below_least(plan: Plan, residents: pd.Series) -> str:
    """Say how many footprints have fewer people than the guidance's least, and than mergers'."""
    few = int((residents < LEAST_PEOPLE).sum())
    verb = "has" if few < 2 else "have"
    count = "None" if few == 0 else str(few)
    least = in_millions(LEAST_PEOPLE)
    merged = short_of_merged(plan, residents)
    more = f"; {merged}" if merged else ""
    return (
        f"{count} of the {len(residents)} {noun(plan)} {verb} fewer than {least} residents{more}."
    )


def membership_sentence(plan: Plan, residents: pd.Series) -> str:
    """Say how many footprints of each kind a plan makes, and the largest and smallest."""
    own = [f for f in plan.footprints if not plan.drawn or f.id in plan.drawn]
    people = residents[[footprint.id for footprint in own]]
    large, small = people.idxmax(), people.idxmin()
    counted = kinds_counted(plan.kinds[footprint.id] for footprint in own)
    return (
        f"{capital(counted)}. The largest is {plan.by_id[large].name} "
        f"({people[large]:,.0f} people), the smallest {plan.by_id[small].name} "
        f"({people[small]:,.0f})."
    )


def layers_in_words(plan: Plan) -> str:
    """Say what footprints are on the layer looked at, and how the other one differs; "" if not."""
    teams = plan.seen_as("teams")
    clusters = [team for team, kind in teams.kinds.items() if kind == "cluster"]
    if not clusters:
        return ""
    number = plural(len(clusters), "cluster", "clusters")
    if plan.seen == "teams":
        them = f"the {number}" if len(clusters) > 1 else "the cluster"
        return f"In {them} each ICB stays a statutory body of its own."
    shared = len({body for team in clusters for body in teams.others[team]})
    some = f"{shared} of these ICBs{', or parts of them,' if plan.divided else ''}"
    return f"{some} share a leadership team, in {number}."


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


def wide_sentence(plan: Plan, tier: Tier, bodies: pd.Series) -> str:
    """Say which footprints work with more than one body of a wide tier; `bodies` is how many."""
    more = bodies[bodies > 1].sort_values(ascending=False, kind="stable")
    if more.empty:
        return f"No {noun(plan, 1)} works with more than one {tier.one} under {_the(plan)}."
    verb = "works" if len(more) == 1 else "work"
    named = listed_few(
        (f"{plan.by_id[f].name} ({count})" for f, count in more.items()), _MOST_NAMED
    )
    return (
        f"{len(more)} of the {len(bodies)} {noun(plan)} {verb} with more than one {tier.one} under "
        f"{_the(plan)}: {named}."
    )


_MOST_NAMED = 6


def strategic_sentence(row: pd.Series) -> str:
    """Say since when a strategic authority exists, by which instrument, and how sure that is."""
    if row["status"] == "established":
        standing = f"Established on {day(row['established_date'])} ({row['instrument']})."
    else:
        standing = f"{capital(row['status'])}: not established at {day(row['as_of'])}."
    sure = (
        "another source agrees that it is so"
        if row["confirmed_by"]
        else "no other source was found, so take it as probable"
    )
    told = f"As at {day(row['as_of'])}, {row['quality'] or 'as published'}; {sure}."
    return " ".join(filter(None, [standing, _mayor(row["next_mayoral_election"]), told]))


def _mayor(election: str) -> str:
    if not election:
        return ""
    if not election[0].isdigit():
        return f"Election of a mayor: {election}."
    return f"Next election of a mayor: {month(election)}."


def _the(plan: Plan) -> str:
    return f"“{titled(plan)}”"


def change_sentence(change: Change, tier: Tier, plan: Plan, other: Plan, where: str = "") -> str:
    """Say what a plan changes for the authorities that another splits.

    `where` begins the sentence: “In the East of England, ”, say.
    """
    if tier.wide:
        return _wide_change(change, tier, plan, other)
    if not change.before and not change.after:
        return f"{where}{_the(other)} splits no {tier.one}, and neither does {_the(plan)}."
    count = plural(change.before, tier.one, tier.many)
    sentence = f"{where}{_the(other)} splits {count}, {_the(plan)} {change.after}."
    if change.mended:
        sentence += f" Made whole: {listed(change.mended)}."
    if change.broken:
        sentence += f" Newly split: {listed(change.broken)}."
    if change.mended or change.broken:
        return sentence + (f" Still split: {listed(change.kept)}." if change.kept else "")
    same = "It is the same one" if change.after == 1 else "They are the same ones"
    return f"{sentence} {same}: {listed(change.kept)}."


def _wide_change(change: Change, tier: Tier, plan: Plan, other: Plan) -> str:
    several = f"{tier.many} that work with more than one footprint"
    sentence = f"{capital(several)}: {change.before} under {_the(other)}, {change.after} under "
    sentence += f"{_the(plan)}."
    if change.mended:
        sentence += f" Now with one: {listed(change.mended)}."
    if change.broken:
        sentence += f" Now with several: {listed(change.broken)}."
    if change.kept:
        sentence += f" Still with several: {listed(change.kept)}."
    return sentence
