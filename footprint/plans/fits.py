"""Fits: whether a footprint shares its borders with authorities, and what is in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from footprint.english import listed, people, percent, with_the
from footprint.facts.atlas import Atlas
from footprint.facts.guidance import TOLERANCE
from footprint.plans.plan import Plan
from footprint.plans.splits import overlap
from footprint.plans.tiers import Tier

Shares = Mapping[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True)
class Fit:
    """How one footprint fits a tier, in people.

    own: authorities that have most of their people here. coterminous: whether the footprint is
    exactly those, to within the tolerance. come_in and go_out: what would have to move for that,
    as (authority, other footprint, residents); uncovered: residents in no authority of the tier.
    inside: the one authority that holds all of the footprint and more, or "". shared: of each
    authority that goes out, the other footprints with the share of its people in each.
    """

    footprint: str
    own: tuple[str, ...]
    inside: str
    coterminous: bool
    come_in: tuple[tuple[str, str, int], ...]
    go_out: tuple[tuple[str, str, int], ...]
    uncovered: int
    shared: Shares = field(default_factory=dict)


def fits(atlas: Atlas, plan: Plan, tier: Tier, tolerance: float = TOLERANCE) -> dict[str, Fit]:
    """Work out for each footprint which authorities it is made of, and what is in the way."""
    pieces = overlap(plan, tier)
    main = pieces.drop_duplicates("authority").set_index("authority")
    split = 1 - main["share"] > tolerance
    pieces["main"] = main["footprint"].reindex(pieces["authority"]).to_numpy()
    stray = pieces[pieces["main"] != pieces["footprint"]]
    stray = stray[split.reindex(stray["authority"]).to_numpy()]
    everybody = atlas.blocks["residents_2022"].groupby(plan.footprint_of).sum()
    covered = pieces.groupby("footprint")["residents"].sum()
    uncovered = everybody - covered.reindex(everybody.index, fill_value=0)
    spare = uncovered <= tolerance * everybody
    own: dict[str, tuple[str, ...]] = {}
    for authority, footprint in main["footprint"].items():
        own[footprint] = (*own.get(footprint, ()), authority)
    come_in = _moves(stray, "main", "footprint")
    go_out = _moves(stray, "footprint", "main")
    shared = _shared(pieces, set(stray["authority"]), tolerance)
    return {
        footprint: _fit(
            footprint,
            own.get(footprint, ()),
            come_in.get(footprint, ()),
            go_out.get(footprint, ()),
            uncovered=max(0, round(float(uncovered[footprint]))),
            covered=bool(spare[footprint]),
            shared=shared,
        )
        for footprint in plan.by_id
    }


_Moves = tuple[tuple[str, str, int], ...]


def _moves(stray: pd.DataFrame, of: str, other: str) -> dict[str, _Moves]:
    moves: dict[str, _Moves] = {}
    for _, row in stray.iterrows():
        move = (row["authority"], row[other], round(float(row["residents"])))
        moves[row[of]] = (*moves.get(row[of], ()), move)
    return moves


def _shared(pieces: pd.DataFrame, authorities: set[str], tolerance: float) -> Shares:
    """The footprints that share each of some authorities, the most people first."""
    split = pieces[pieces["authority"].isin(authorities) & (pieces["share"] > tolerance)]
    return {
        str(code): tuple(zip(held["footprint"], held["share"], strict=True))
        for code, held in split.groupby("authority")
    }


def _fit(
    footprint: str,
    own: tuple[str, ...],
    come_in: _Moves,
    go_out: _Moves,
    *,
    uncovered: int,
    covered: bool,
    shared: Shares,
) -> Fit:
    fitting = bool(own) and not come_in and not go_out and covered
    covering = {*own, *(authority for authority, *_ in go_out)}
    alone = len(covering) == 1 and not fitting and covered
    inside = covering.pop() if alone else ""
    elsewhere = {
        code: tuple(part for part in shared.get(code, ()) if part[0] != footprint)
        for code, *_ in go_out
    }
    return Fit(footprint, own, inside, fitting, come_in, go_out, uncovered, elsewhere)


def fit_sentence(fit: Fit, tier: Tier, plan: Plan) -> str:
    """Say whether a footprint is coterminous, or what would have to move for it to be."""
    names = [with_the(tier.names[code]) for code in fit.own]
    if fit.coterminous:
        return f"Coterminous with {listed(names)}."
    if fit.inside:
        return f"Wholly inside {with_the(tier.names[fit.inside])}, which other footprints share."
    if not fit.own and not fit.go_out:
        return f"No {tier.one} here to be coterminous with."
    parts = [
        *(
            _elsewhere(tier.names[code], plan.by_id[other].name, n)
            for code, other, n in fit.come_in
        ),
        *(_astray(tier.names[code], _held_by(fit, code, plan), n) for code, _, n in fit.go_out),
    ]
    if fit.uncovered:
        live = "lives" if fit.uncovered == 1 else "live"
        parts.append(f"{people(fit.uncovered)} here {live} outside any {tier.one}")
    return f"Not coterminous: {listed(parts)}."


def _elsewhere(authority: str, other: str, count: int) -> str:
    live = "lives" if count == 1 else "live"
    return f"{people(count)} of {with_the(authority)} {live} in {with_the(other)}"


def _astray(authority: str, held: str, count: int) -> str:
    belong = "belongs" if count == 1 else "belong"
    return f"{people(count)} here {belong} to {with_the(authority)}, {held}"


def _held_by(fit: Fit, authority: str, plan: Plan) -> str:
    """Where an authority is besides: most of it in one footprint, or shared with several."""
    parts = fit.shared[authority]
    if parts[0][1] > MOST:
        return f"most of which is in {with_the(plan.by_id[parts[0][0]].name)}"
    return f"shared with {shared_with(parts, plan)}"


MOST = 0.5
"""More than this share of an authority's people is most of them."""


def shared_with(parts: tuple[tuple[str, float], ...], plan: Plan) -> str:
    """Some footprints with the share of an authority's people in each, which parts their names."""
    told = [f"{with_the(plan.by_id[one].name)} ({percent(share)})" for one, share in parts]
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))
