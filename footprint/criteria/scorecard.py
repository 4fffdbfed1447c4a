"""Scorecards: a scorecard made ready to draw and to say."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from footprint.criteria.case import INSIDE, MEETS, MISSES, NO_FIGURE, NONE_HERE, Case
from footprint.criteria.catalogue import BY_KEY, OF_FOOTPRINTS, counts
from footprint.criteria.criterion import Criterion, Kind, label_of, met, missed, verdict_words
from footprint.english import capital, in_millions, listed, listed_few
from footprint.plans.plan import Plan, noun


def own(card: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """The verdicts on a plan's own footprints, without those a regional plan only borrows."""
    mine = plan.drawn or frozenset(plan.by_id)
    return card[card["footprint"].isin([*mine, ""])]


def kind_of(criterion: Criterion, musts: Collection[str]) -> Kind:
    """The kind of a criterion, where the reader may call a measured one a must."""
    return "must" if criterion.key in musts else criterion.kind


def by_kind(kind: Kind, musts: Collection[str]) -> list[Criterion]:
    """The criteria of one kind, in order."""
    return [criterion for criterion in BY_KEY.values() if kind_of(criterion, musts) == kind]


def criterion_sentence(case: Case, card: pd.DataFrame, criterion: Criterion) -> str:
    """Say how many footprints meet one criterion, and which miss it."""
    rows = own(card, case.plan)
    rows = rows[rows["criterion"] == criterion.key]
    missing = [case.plan.by_id[f].name for f in rows.loc[rows["verdict"] == MISSES, "footprint"]]
    found = rows["verdict"].value_counts()
    meeting, unknown, lying, none = (
        int(found.get(verdict, 0)) for verdict in (MEETS, NO_FIGURE, INSIDE, NONE_HERE)
    )
    said = [
        f"{meeting} of {len(rows)} {noun(case.plan)} meet “{label_of(criterion, case.thresholds)}”"
    ]
    if missing:
        named = listed_few(missing, 6)
        said.append(f"{len(missing)} {'misses' if len(missing) == 1 else 'miss'} it: {named}")
    if unknown:
        said.append(f"for {unknown} there is no figure")
    if lying:
        said.append(f"{lying} {'lies' if lying == 1 else 'lie'} inside one")
    if none:
        said.append(f"{none} {'has' if none == 1 else 'have'} none here")
    if besides := criterion.words.besides(case):
        said.append(besides)
    return f"{'. '.join(map(capital, said))}."


def take_away(case: Case, card: pd.DataFrame, musts: Collection[str]) -> str:
    """Say in one sentence what a plan passes and what it does not; then the reader's musts."""
    table = counts(own(card, case.plan))
    total = len(own(card, case.plan)["footprint"].unique()) - 1
    judged = [one for one in OF_FOOTPRINTS.values() if one.key in table.index]
    judged.sort(key=lambda one: one.words.turn)
    all_meet = [met(one, case.thresholds) for one in judged if table.at[one.key, MEETS] == total]
    misses = [(one, int(table.at[one.key, MISSES])) for one in judged]
    some = [missed(one, count, case) for one, count in misses if count]
    head = f"all {listed(all_meet)}" if all_meet else ""
    said = "; ".join(filter(None, [head, *some]))
    return f"{total} {noun(case.plan)}: {said}.{_failed(case, card, musts)}"


def _failed(case: Case, card: pd.DataFrame, musts: Collection[str]) -> str:
    if not musts:
        return ""
    rows = own(card, case.plan)
    failed = rows[rows["criterion"].isin(list(musts)) & (rows["verdict"] == MISSES)]
    count = failed["footprint"].nunique()
    if not count:
        return " No footprint misses a test you call a must."
    return f" {count} {'misses' if count == 1 else 'miss'} a test you call a must."


def people_words(people: int) -> str:
    """Say a threshold of people: 1 million people, or all the digits where it is not round."""
    return f"{in_millions(people)} people"


def rows_of(case: Case, card: pd.DataFrame, criterion: Criterion) -> pd.DataFrame:
    """Every footprint with its verdict on one criterion and the reason.

    Misses come first; within a verdict those with most people do.
    """
    rows = own(card, case.plan)
    rows = rows[rows["criterion"] == criterion.key]
    order = {MISSES: 0, NO_FIGURE: 1, INSIDE: 2, NONE_HERE: 3, MEETS: 4}
    table = pd.DataFrame(
        {
            "Footprint": [case.plan.by_id[footprint].name for footprint in rows["footprint"]],
            "Verdict": [verdict_words(criterion, verdict) for verdict in rows["verdict"]],
            "Reason": rows["reason"].to_numpy(),
            "order": rows["verdict"].map(order).to_numpy(),
            "fewer": -case.residents.loc[rows["footprint"]].to_numpy(),
        }
    )
    table = table.sort_values(["order", "fewer", "Footprint"])
    return table.drop(columns=["order", "fewer"]).set_index("Footprint")
