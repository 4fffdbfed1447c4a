"""Holding: which authorities of one kind a place holds, whole or in part."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from footprint.content.asked import asked_place
from footprint.english import capital, listed, people, with_the
from footprint.measures.said import Said, said_share
from footprint.plans.places import Place, authority_at
from footprint.plans.plan import Plan
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace.workspace import Workspace

# So many authorities are named in the sentence; the table has them all.
_FEW = 3


@dataclass(frozen=True, eq=False)
class HoldingCard:
    """A place that is no authority: what it is, and the authorities its people belong to."""

    name: str
    what: str
    sentence: str
    title: str
    note: str
    authorities: pd.DataFrame


def asked_for(work: Workspace, view: View, plan: Plan, tier: Tier) -> tuple[str, Place | None]:
    """The authority that a view's area is or lies in, or else the place itself.

    Only a district or a part of one lies in an authority: what is larger, such as a footprint, is
    looked at as it is.
    """
    if not view.area:
        return "", None
    place = as_drawn(asked_place(work, view), plan)
    authority = authority_of(work, place, tier)
    return authority, None if authority else place


def authority_of(work: Workspace, place: Place, tier: Tier) -> str:
    """The authority that a place is, or lies in where it is a district or a part of one; or ""."""
    small = place.code in work.atlas.authorities.index or place.code in work.atlas.blocks.index
    return authority_at(place, tier) if small or place.code in tier.names else ""


def as_drawn(place: Place, plan: Plan) -> Place:
    """A place as a plan has it, where one of its footprints is that place by code or by land."""
    if place.code in plan.by_id:
        blocks = tuple(plan.blocks_of(place.code))
        return Place(place.code, plan.by_id[place.code].name, _OF_PLAN, blocks)
    if _is_a_footprint(place, plan):
        return replace(place, kind=f"{place.kind}, and {_OF_PLAN}")
    return place


_OF_PLAN = "a footprint of this plan"


def _is_a_footprint(place: Place, plan: Plan) -> bool:
    """Whether a footprint of a plan is a place, block for block."""
    footprint, *others = {plan.assigned.owner_of[block] for block in place.blocks}
    return not others and len(plan.blocks_of(footprint)) == len(place.blocks)


def holding(work: Workspace, place: Place, tier: Tier, tolerance: float) -> HoldingCard:
    """Tell a place by the authorities its people belong to.

    An authority is whole with no more than the tolerance of its people elsewhere, and does not
    count with no more than that here.
    """
    here = _held(place, tier)
    everybody = float(work.atlas.blocks["residents_2022"][list(place.blocks)].sum())
    spare = everybody - float(here["residents"].sum())
    nobodys = round(spare) if spare > tolerance * everybody else 0
    return HoldingCard(
        name=place.name,
        what=what_it_is(place),
        sentence=_sentence(place.name, tier, here, tolerance, nobodys),
        title=f"{tier.label} in {place.name}",
        note=f"Whole means that at most {100 * tolerance:g}% of the people live elsewhere.",
        authorities=_table(here, tier),
    )


def what_it_is(place: Place) -> str:
    """What a place is, and how the map shows it."""
    return f"{capital(place.kind)}. The dotted line goes round it."


def _held(place: Place, tier: Tier) -> pd.DataFrame:
    """The authorities with people in a place: residents, and the share of all it has."""
    counted = tier.people.groupby("authority")["residents"].sum()
    here = tier.people[tier.people["block"].isin(place.blocks)]
    held = here.groupby("authority")["residents"].sum().loc[lambda people: people > 0]
    table = pd.DataFrame({"residents": held, "share": held / counted[held.index]})
    return table.sort_values("residents", ascending=False, kind="stable")


def _sentence(name: str, tier: Tier, here: pd.DataFrame, tolerance: float, nobodys: int) -> str:
    whole = list(here.index[here["share"] >= 1 - tolerance])
    cut = here[here["share"] < 1 - tolerance]
    parts = list(cut.index[cut["share"] > tolerance])
    rest = f" {capital(people(nobodys))} here live in no {tier.one}." if nobodys else ""
    if not whole and not parts:
        return nowhere(tier)
    if not whole:
        return f"{name} holds no whole {tier.one}, but {_parts(parts, tier)}.{rest}"
    counted = f"{len(whole)} whole {tier.one if len(whole) == 1 else tier.many}"
    named = "" if len(whole) > _FEW else f", {_named(whole, tier)}"
    if parts:
        return f"{name} holds {counted}{named}, and {_parts(parts, tier)}.{rest}"
    verb = "holds" if nobodys else "is made of"
    return f"{name} {verb} {counted}{named}.{rest}"


def nowhere(tier: Tier) -> str:
    """Say of a place that it holds no authority of a kind."""
    return f"It is in no {tier.one}."


def _parts(codes: list[str], tier: Tier) -> str:
    if len(codes) == 1:
        return f"a part of {_named(codes, tier)}"
    if len(codes) > _FEW:
        return f"parts of {len(codes)} {tier.many}"
    return f"parts of {_named(codes, tier)}"


def _named(codes: list[str], tier: Tier) -> str:
    return listed([with_the(tier.names[code]) for code in codes])


def _table(here: pd.DataFrame, tier: Tier) -> pd.DataFrame:
    return pd.DataFrame(
        {
            capital(tier.one): [tier.names[code] for code in here.index],
            "Residents here, mid-2022": [Said(float(one)) for one in here["residents"]],
            "Share of its people": list(map(said_share, here["share"])),
        }
    ).set_index(capital(tier.one))
