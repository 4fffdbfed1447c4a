"""Cost ICBs: whose costs a user may give, the ICBs of 2023 and those changed in April 2026."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.measures.marks import YOURS
from footprint.money.cost_parts import Icbs
from footprint.plans.plan import Plan


def changed_icbs(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    """The ICBs of 2023 that each of April 2026 has people of, where its area is of no one alone."""
    if "icb_2026" not in atlas.blocks:
        return {}
    pairs = atlas.blocks.groupby("icb_2026")["icb"].unique()
    back = atlas.blocks.groupby("icb")["icb_2026"].nunique()
    return {code: tuple(old) for code, old in pairs.items() if len(old) > 1 or back[old[0]] > 1}


def cost_names(atlas: Atlas, names: Mapping[str, str]) -> dict[str, str]:
    """Every ICB that may have a cost of the user's, by code: `names`, and those since changed."""
    short = atlas.icbs["short_name"] if "short_name" in atlas.icbs else atlas.icbs.get("name")
    return {**names, **{one: f"{short[one]} since April 2026" for one in changed_icbs(atlas)}}


def cost_icbs(atlas: Atlas, names: Mapping[str, str], more: Mapping[str, str]) -> Icbs:
    """The ICBs that a table of costs may name; `names` and `more` are those of 2023."""
    parts = changed_icbs(atlas)
    known = cost_names(atlas, names)
    later = {}
    for code in parts:
        row = atlas.icbs.loc[code]
        said = {row.get("name"), row.get("short_name"), row["icb"]} - {None, ""}
        later |= dict.fromkeys(said, code)
    fresh = {word: code for word, code in later.items() if not Icbs(names, more).find(word)}
    regions = tuple(atlas.blocks["nhs_region"].unique()) if "nhs_region" in atlas.blocks else ()
    return Icbs(known, {**more, **fresh}, heads(atlas), parts, later, regions)


def heads(atlas: Atlas) -> dict[str, dict[str, float]]:
    """How many weighted heads, and how many residents of mid-2024, each ICB has.

    Of weighted heads an ICB of April 2026 has no figure, for those of parts were never published.
    """
    blocks = atlas.blocks
    people = blocks["residents_2024"].groupby(blocks["icb"]).sum().to_dict()
    if changed := changed_icbs(atlas):
        now = blocks["residents_2024"].groupby(blocks["icb_2026"]).sum()
        people |= now[list(changed)].to_dict()
    weighted = atlas.icb_figure("weighted_population", "2025/26").dropna()
    return {"weighted": weighted.to_dict(), "resident": people}


def shared_out(atlas: Atlas, plan: Plan, costs: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Costs of ICBs of either year by footprint, and whether it has all of each of them.

    Of a block that two of them cover, the later is taken. An ICB in several footprints is shared by
    residents. Missing where any block has none.
    """
    areas = _areas(atlas, costs.index)
    people = atlas.blocks["residents_2024"]
    parts = people.groupby([plan.footprint_of, areas]).sum()
    footprint, area = (parts.index.get_level_values(level) for level in (0, 1))
    share = parts.to_numpy() / people.groupby(areas).sum()[area].to_numpy()
    held = pd.DataFrame({"cost": share * costs.reindex(area).to_numpy(), "whole": share == 1})
    by_footprint = held.groupby(np.asarray(footprint))
    return by_footprint["cost"].sum(skipna=False), by_footprint["whole"].all()


def _areas(atlas: Atlas, known: Collection[str]) -> pd.Series:
    """The ICB that the cost of each block is of: that of April 2026 where it is known."""
    areas = atlas.blocks["icb"]
    if "icb_2026" not in atlas.blocks:
        return areas
    now = atlas.blocks["icb_2026"]
    return areas.mask(now.isin(known), now)


class Unused(NamedTuple):
    """Costs of the user's, by code, that a footprint does not take, and the ICBs without one."""

    footprint: str
    given: tuple[str, ...]
    missing: tuple[str, ...]


def unused(
    atlas: Atlas, plan: Plan, own: Collection[str], known: Collection[str], basis: pd.Series
) -> list[Unused]:
    """Where costs of the user's are not taken, in the plan’s order, for other ICBs have none.

    `own` are the ICBs with a cost of the user's, `known` those with any. `basis` is whose word the
    cost of each footprint is: where that is another's, all of its ICBs lack the user's.
    """
    areas = _areas(atlas, own).groupby(plan.footprint_of).unique()
    found = []
    for one in plan.by_id:
        enough = own if basis[one] else known
        given = tuple(sorted(set(areas[one]) & set(own)))
        if given and YOURS not in basis[one]:
            found.append(Unused(one, given, tuple(sorted(set(areas[one]) - set(enough)))))
    return found
