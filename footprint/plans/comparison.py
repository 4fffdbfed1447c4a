"""Comparison: two plans held against each other, footprint by footprint and block by block.

Joining is not moving, nor is receiving joining. A footprint whose whole area comes under one with
others joins them; where those others are only people who move there, it receives. One whose people
end in several is divided, and of its people those in the part that goes on as it, or else in the
part that holds most of them, stay, the others move. Each is said of the layer both plans are seen
as.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pandas as pd
from scipy.optimize import linear_sum_assignment

from footprint.plans.plan import Plan, overlap
from footprint.plans.scope import Scope, england_of


def matched(plan: Plan, reference: Plan, residents: pd.Series) -> dict[str, str]:
    """Match footprints of two plans, one to one, so that as many residents as can be stay put.

    Footprints left without a match, because the plans differ in number, are left out.
    """
    shared = overlap(plan, reference, residents)
    rows, columns = linear_sum_assignment(shared.to_numpy(), maximize=True)
    return {
        shared.index[row]: shared.columns[column]
        for row, column in zip(rows, columns, strict=True)
        if shared.iat[row, column] > 0
    }


Better = Literal["higher", "lower", "neither"]
Direction = Literal["better", "worse", "no better or worse", "the same"]
How = Literal["as it was", "joins", "receives", "stays", "moves"]


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two plans of the same blocks, who lives in each block, and the scope that counts.

    `matches` gives for a footprint of `before` the one of `after` it is taken to become: one to
    one, so that as many residents as can be stay put. Where the plans differ in number, some
    footprints have no match.
    """

    before: Plan
    after: Plan
    residents: pd.Series
    matches: Mapping[str, str]
    scope: Scope

    @cached_property
    def counted(self) -> pd.Series:
        """Residents of each block, nobody outside the scope."""
        return self.residents.where(self.residents.index.isin(self.scope.blocks), 0)

    @cached_property
    def overlap(self) -> pd.DataFrame:
        """Residents in scope that footprints share: a row for each before, a column after."""
        shared = overlap(self.before, self.after, self.counted)
        return shared.reindex(index=list(self.before.by_id), columns=list(self.after.by_id))

    @cached_property
    def changes(self) -> pd.DataFrame:
        """What happens to every block in scope: came_from, goes_to, residents and how, by block.

        Every block has exactly one of five answers under `how`. "as it was": its footprint is one
        of the other plan, block for block. "joins": its whole footprint comes under one with
        others. "receives": it does, and those others are only people who move there. "stays" and
        "moves": its footprint is divided, and it is in the part that goes on as that footprint, or
        in another one. Where none goes on, the part with most people does.
        """
        rows = self._ends
        ends = rows.groupby("came_from")["goes_to"].nunique()
        origins = rows.groupby("goes_to")["came_from"].nunique()
        parts = rows.groupby(["came_from", "goes_to"])["residents"].sum().unstack()
        # Of parts that hold as many, the first in the plan's order is the largest.
        ordered = parts.reindex(columns=[*self.after.by_id, _BEYOND]).dropna(how="all")
        most = rows["came_from"].map(ordered.idxmax(axis=1))
        goes_on = (rows["came_from"] == rows["goes_to"]).groupby(rows["came_from"]).transform("any")
        most = most.mask(goes_on, rows["came_from"])
        divided = rows["came_from"].map(ends) > 1
        joined = rows["goes_to"].map(origins) > 1
        rows["how"] = "as it was"
        rows.loc[~divided & joined, "how"] = "joins"
        rows.loc[divided, "how"] = "moves"
        rows.loc[divided & (most == rows["goes_to"]), "how"] = "stays"
        rows.loc[(rows["how"] == "joins") & _alone_with_movers(rows), "how"] = "receives"
        return rows[rows.index.isin(self.scope.blocks)]

    @property
    def _ends(self) -> pd.DataFrame:
        """Where each block of England comes from and goes to.

        Outside the scope a regional plan says nothing of its own, so what another plan fills it
        with is neither joined nor left: it lies beyond.
        """
        came_from = self.before.footprint_of.astype(object)
        goes_to = self.after.footprint_of.reindex(came_from.index).astype(object)
        outside = ~came_from.index.isin(self.scope.blocks)
        if not self.before.national:
            came_from = came_from.mask(outside, _BEYOND)
        if not self.after.national:
            goes_to = goes_to.mask(outside, _BEYOND)
        return pd.DataFrame(
            {"came_from": came_from, "goes_to": goes_to, "residents": self.residents}
        )

    @cached_property
    def changed(self) -> pd.DataFrame:
        """Only the blocks to which something happens."""
        return self.changes[self.changes["how"] != "as it was"]

    def footprints_that(self, *how: How) -> list[str]:
        """The footprints before of which something happens to some people, in the plan's order."""
        some = set(self.changes.loc[self.changes["how"].isin(how), "came_from"])
        return [footprint for footprint in self.before.by_id if footprint in some]

    @property
    def came_from(self) -> Mapping[str, str]:
        """The matches read the other way round: footprint after to footprint before."""
        return {after: before for before, after in self.matches.items()}


_BEYOND = ""


def _alone_with_movers(rows: pd.DataFrame) -> pd.Series:
    """Whether all who end where a block does, but one footprint of before, are movers.

    Of what lies beyond a region nothing is known, so it counts as a footprint that came.
    """
    came = rows[(rows["how"] != "moves") | (rows["came_from"] == _BEYOND)]
    return rows["goes_to"].map(came.groupby("goes_to")["came_from"].nunique()) == 1


def compare(
    before: Plan, after: Plan, residents: pd.Series, scope: Scope | None = None
) -> Comparison:
    """Match two plans' footprints, by residents of each block in scope; none is all of England."""
    scope = scope or england_of(before)
    counted = residents.where(residents.index.isin(scope.blocks), 0)
    return Comparison(before, after, residents, matched(before, after, counted), scope)


def changes_by_district(comparison: Comparison, district: pd.Series) -> pd.DataFrame:
    """Whatever happens, district by district: those that move first, then most residents first.

    `district` is by block. Columns: how, district, came_from, goes_to, residents, and whole,
    which says whether all the residents of the district are in this very row.
    """
    keys = ["how", "district", "came_from", "goes_to"]
    blocks = comparison.changed.assign(district=district)
    rows = blocks.groupby(keys, observed=True)["residents"].sum().reset_index()
    everybody = comparison.residents.groupby(district).sum()
    rows["whole"] = rows["residents"].to_numpy() == everybody.loc[rows["district"]].to_numpy()
    order = rows["how"].map(_ORDER)
    rows = rows.assign(order=order).sort_values(
        ["order", "residents", *keys[1:]], ascending=[True, False, True, True, True]
    )
    return rows.drop(columns="order").reset_index(drop=True)


_ORDER: Mapping[str, int] = {"moves": 0, "stays": 1, "receives": 2, "joins": 3}


def side_by_side(
    comparison: Comparison, before: pd.Series, after: pd.Series, better: Better
) -> pd.DataFrame:
    """One measure for each pair of matched footprints, then for those without a match.

    Columns: came_from and goes_to ("" for none), before, after, difference, direction ("" where
    there is nothing to compare).
    """
    taken = set(comparison.matches.values())
    pairs = [(footprint, comparison.matches.get(footprint, "")) for footprint in before.index]
    pairs += [("", footprint) for footprint in after.index if footprint not in taken]
    pairs.sort(key=lambda pair: (not all(pair), not pair[0]))
    rows = [(one, other, before.get(one), after.get(other)) for one, other in pairs]
    table = pd.DataFrame(rows, columns=["came_from", "goes_to", "before", "after"])
    table = table.astype({"before": float, "after": float})
    table["difference"] = table["after"] - table["before"]
    table["direction"] = [
        direction(change, better) if change == change else "" for change in table["difference"]
    ]
    return table


def direction(difference: float, better: Better) -> Direction:
    """Say by word whether a difference is for the better."""
    if difference == 0:
        return "the same"
    if better == "neither" or difference != difference:
        return "no better or worse"
    return "better" if (difference > 0) == (better == "higher") else "worse"
