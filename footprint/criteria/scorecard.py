"""Scorecards: a scorecard made ready to draw and to say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import pandas as pd

from footprint.criteria.case import MEETS, MISSES, NO_FIGURE, Case, Thresholds
from footprint.criteria.catalogue import CRITERIA, Criterion, Kind, counts, label_of
from footprint.english import capital, in_millions, listed
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
    return [criterion for criterion in CRITERIA if kind_of(criterion, musts) == kind]


def criterion_sentence(case: Case, card: pd.DataFrame, criterion: Criterion) -> str:
    """Say how many footprints meet one criterion, and which miss it."""
    rows = own(card, case.plan)
    rows = rows[rows["criterion"] == criterion.key]
    missing = [case.plan.by_id[f].name for f in rows.loc[rows["verdict"] == MISSES, "footprint"]]
    meeting, unknown = ((rows["verdict"] == verdict).sum() for verdict in (MEETS, NO_FIGURE))
    said = [
        f"{meeting} of {len(rows)} {noun(case.plan)} meet “{label_of(criterion, case.thresholds)}”"
    ]
    if missing:
        named = listed(missing) if len(missing) <= 6 else f"{listed(missing[:5])} among them"
        said.append(f"{len(missing)} {'misses' if len(missing) == 1 else 'miss'} it: {named}")
    if unknown:
        said.append(f"for {unknown} there is no figure")
    return f"{'; '.join(said)}."


def take_away(case: Case, card: pd.DataFrame, musts: Collection[str]) -> str:
    """Say in one sentence what a plan passes and what it does not; then the reader's musts."""
    table = counts(own(card, case.plan))
    total = len(own(card, case.plan)["footprint"].unique()) - 1
    all_meet = [
        words(case.thresholds)
        for key, (words, _) in _PHRASES.items()
        if key in table.index and table.at[key, MEETS] == total
    ]
    some = [
        words(int(table.at[key, MISSES]), case)
        for key, (_, words) in _PHRASES.items()
        if key in table.index and table.at[key, MISSES]
    ]
    head = f"all {listed(all_meet)}" if all_meet else ""
    said = "; ".join(filter(None, [head, *some]))
    return f"**{total} {noun(case.plan)}**: {said}.{_failed(case, card, musts)}"


def _failed(case: Case, card: pd.DataFrame, musts: Collection[str]) -> str:
    if not musts:
        return ""
    rows = own(card, case.plan)
    failed = rows[rows["criterion"].isin(list(musts)) & (rows["verdict"] == MISSES)]
    count = failed["footprint"].nunique()
    if not count:
        return " No footprint misses a test you call a must."
    return f" {count} {'misses' if count == 1 else 'miss'} a test you call a must."


def _has(count: int) -> str:
    return f"{count} has" if count == 1 else f"{count} have"


def _verb(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


_Phrases = tuple[Callable[[Thresholds], str], Callable[[int, Case], str]]


_PHRASES: Mapping[str, _Phrases] = {
    "people": (
        lambda drawn: f"have at least {people_words(drawn.least)}",
        lambda n, case: f"{_has(n)} fewer than {people_words(case.thresholds.least)}",
    ),
    "region": (
        lambda _: "lie inside one NHS region",
        lambda n, _: _verb(n, "crosses NHS regions", "cross NHS regions"),
    ),
    "pieces": (
        lambda _: "are in one piece",
        lambda n, _: _verb(n, "is in several pieces", "are in several pieces"),
    ),
    "authorities": (
        lambda _: "work only with whole local authorities",
        lambda n, case: _verb(n, "holds", "hold") + f" part of a split {case.tier.one}",
    ),
    "strategic": (
        lambda _: "share their borders with strategic authorities",
        lambda n, _: (
            "1 does not share its borders with strategic authorities"
            if n == 1
            else f"{n} do not share their borders with strategic authorities"
        ),
    ),
    "trusts": (
        lambda drawn: f"have at least {drawn.trusts} acute trusts",
        lambda n, case: f"{_has(n)} fewer than {case.thresholds.trusts} acute trusts",
    ),
    "cap": (
        lambda drawn: f"cost no more than £{drawn.cap:,.2f} per weighted head",
        lambda n, case: (
            _verb(n, "has", "have")
            + " published a cost before the cut above "
            + f"£{case.thresholds.cap:,.2f} per weighted head"
        ),
    ),
}


def people_words(people: int) -> str:
    """Say a threshold of people: 1 million people, or all the digits where it is not round."""
    return f"{in_millions(people)} people"


def rows_of(case: Case, card: pd.DataFrame, criterion: Criterion) -> pd.DataFrame:
    """Every footprint with its verdict on one criterion and the reason, misses first."""
    rows = own(card, case.plan)
    rows = rows[rows["criterion"] == criterion.key]
    order = {MISSES: 0, NO_FIGURE: 1, MEETS: 2}
    table = pd.DataFrame(
        {
            "Footprint": [case.plan.by_id[footprint].name for footprint in rows["footprint"]],
            "Verdict": [capital(verdict) for verdict in rows["verdict"]],
            "Reason": rows["reason"].to_numpy(),
            "order": rows["verdict"].map(order).to_numpy(),
        }
    )
    return table.sort_values(["order", "Footprint"]).drop(columns="order").set_index("Footprint")
