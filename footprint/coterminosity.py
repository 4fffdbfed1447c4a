"""Coterminosity: which authorities a plan keeps whole, counted in people and never in land."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from footprint.atlas import Atlas
from footprint.plans import Plan

TOLERANCE = 0.01
INHERITED = "inherited"
MADE = "made by this plan"
NOBODY = "no authority of this tier"


@dataclass(frozen=True, eq=False)
class Tier:
    """One kind of authority, and where the people of each live.

    `people` has a row for each block and authority: block, authority, residents of mid-2022.
    A block outside every authority of the tier has no row; a block shared between two has two.
    `note` says what the tier cannot tell.
    """

    key: str
    label: str
    one: str
    many: str
    people: pd.DataFrame
    names: Mapping[str, str]
    source: str
    note: str = ""

    @property
    def main_of_block(self) -> pd.Series:
        """The authority most of each block's people belong to, indexed by block."""
        ordered = self.people.sort_values(["residents", "authority"], ascending=[False, True])
        return ordered.drop_duplicates("block").set_index("block")["authority"]


def tiers(atlas: Atlas) -> dict[str, Tier]:
    """Every kind of authority a plan can be held against, by key."""
    lads = atlas.authorities
    made = [
        _tier(atlas, "lad", "Districts", "district", "districts", _self(lads), lads["lad_name"]),
        _tier(
            atlas,
            "utla",
            "Upper-tier and unitary authorities",
            "upper-tier authority",
            "upper-tier authorities",
            lads["utla"],
            _named(lads, "utla", "utla_name"),
            note="The statutory partners of an ICB: counties, unitary authorities and boroughs.",
        ),
        _new_councils(atlas),
        _strategic(atlas, "sa", "Strategic authorities (established)", ["established"]),
        _strategic(
            atlas,
            "sa-programme",
            "Strategic authorities (with the priority programme)",
            ["established", "priority programme"],
        ),
        *(_bodies(atlas, kind) for kind in _BODIES),
    ]
    return {tier.key: tier for tier in made}


def _self(lads: pd.DataFrame) -> pd.Series:
    return pd.Series(lads.index, index=lads.index)


def _named(table: pd.DataFrame, code: str, name: str) -> pd.Series:
    return table.drop_duplicates(code).set_index(code)[name]


def _tier(
    atlas: Atlas,
    key: str,
    label: str,
    one: str,
    many: str,
    authority_of_lad: pd.Series,
    names: pd.Series,
    *,
    source: str = "data/authorities.csv",
    note: str = "",
) -> Tier:
    blocks = atlas.blocks
    people = pd.DataFrame(
        {
            "block": blocks.index,
            "authority": blocks["lad"].map(authority_of_lad).to_numpy(),
            "residents": blocks["residents_2022"].to_numpy(),
        }
    ).dropna(subset="authority")
    return Tier(key, label, one, many, people, names.to_dict(), source, note)


def _new_councils(atlas: Atlas) -> Tier:
    """Upper-tier authorities with the new councils whose districts are settled in law."""
    lads, new = atlas.authorities, atlas.new_councils
    moved = {
        lad: council for council, members in new["lad_codes"].items() for lad in members.split(";")
    }
    codes = lads["utla"].where(~lads.index.isin(list(moved)), lads.index.map(moved))
    names = _named(lads, "utla", "utla_name").to_dict() | {name: name for name in new.index}
    return _tier(
        atlas,
        "utla-2027",
        "Upper-tier authorities from April 2027",
        "upper-tier authority",
        "upper-tier authorities",
        codes,
        pd.Series({code: names[code] for code in codes.unique()}),
        source="data/lgr.csv",
        note=f"With {' and '.join(new.index)} in place of Surrey. Other new councils are not "
        "drawn, because their districts were not settled in what was published.",
    )


def _strategic(atlas: Atlas, key: str, label: str, statuses: list[str]) -> Tier:
    listed = atlas.strategic_authorities
    drawn = listed[listed["status"].isin(statuses) & (listed["lads"] != "")]
    members = {lad: code for code, lads in drawn["lads"].items() for lad in lads.split(";")}
    return _tier(
        atlas,
        key,
        label,
        "strategic authority",
        "strategic authorities",
        pd.Series(members),
        drawn["name"],
        source="data/strategic_authorities.csv",
        note="Those of the priority programme were not all established when this was published. "
        "Proposed ones are left out, because no full list of their districts is published."
        if len(statuses) > 1
        else "Those of the priority programme and those proposed are left out here.",
    )


_BODIES: Mapping[str, tuple[str, str, str]] = {
    "ambulance trust": ("ambulance", "Ambulance trusts", "ambulance trusts"),
    "police force area": ("police", "Police force areas", "police force areas"),
    "fire and rescue authority": ("fire", "Fire and rescue authorities", "fire authorities"),
    "resilience forum": ("resilience", "Local resilience forums", "resilience forums"),
}


def _bodies(atlas: Atlas, kind: str) -> Tier:
    key, label, many = _BODIES[kind]
    rows = atlas.bodies[atlas.bodies["kind"] == kind]
    people = atlas.blocks["residents_2022"].reindex(rows["block"]).to_numpy()
    shared = pd.DataFrame(
        {
            "block": rows["block"].to_numpy(),
            "authority": rows["body"].to_numpy(),
            "residents": people * rows["residents_share"].to_numpy(),
        }
    )
    note = (
        "High Peak and Hart are shared between trusts by neighbourhood; the map shows the trust "
        "most people of a block have, the figures count both."
        if key == "ambulance"
        else ""
    )
    names = _named(rows, "body", "name").to_dict()
    return Tier(key, label, kind, many, shared, names, "data/bodies.csv", note)


def overlap(plan: Plan, tier: Tier) -> pd.DataFrame:
    """Count the people each authority has in each footprint.

    One row for each pair that shares anybody: authority, footprint, residents, share; the share
    is of the authority's people, and rows are sorted from its largest piece to its smallest.
    """
    authority, authorities = pd.factorize(tier.people["authority"], sort=True)
    owner, owners = _owners(plan, tier)
    people = np.zeros((len(authorities), len(owners)))
    given = owner >= 0
    np.add.at(people, (authority[given], owner[given]), tier.people["residents"].to_numpy()[given])
    here, there = np.nonzero(people > 0)
    counted = people[here, there]
    order = np.lexsort((there, -counted, here))
    return pd.DataFrame(
        {
            "authority": authorities[here[order]],
            "footprint": owners[there[order]],
            "residents": counted[order].astype(tier.people["residents"].dtype),
            "share": (counted / people.sum(axis=1)[here])[order],
        }
    )


def _owners(plan: Plan, tier: Tier) -> tuple[np.ndarray, pd.Index]:
    """Number the footprint of each row of a tier's people; -1 where the plan leaves a block out."""
    owner, owners = pd.factorize(plan.footprint_of, sort=True)
    places = plan.footprint_of.index.get_indexer(tier.people["block"])
    return np.where(places >= 0, owner[places], -1), owners


def authorities(atlas: Atlas, plan: Plan, tier: Tier, tolerance: float = TOLERANCE) -> pd.DataFrame:
    """Say for each authority how a plan treats it.

    Indexed by authority: name, main (its largest piece's footprint), footprints (how many hold
    any of its people), outside (share living outside the main one), split (whether that is more
    than the tolerance), origin (inherited or made by this plan, "" for a whole one).
    """
    pieces = overlap(plan, tier)
    first = pieces.drop_duplicates("authority").set_index("authority")
    outside = 1 - first["share"].to_numpy()
    split = outside > tolerance
    made = first.index.isin(list(_made(atlas, plan, tier)))
    return pd.DataFrame(
        {
            "name": pd.array([tier.names[code] for code in first.index], dtype="str"),
            "main": first["footprint"].to_numpy(),
            "footprints": np.diff(
                [*np.flatnonzero(~pieces["authority"].duplicated()), len(pieces)]
            ),
            "outside": outside,
            "split": split,
            "origin": np.where(split, np.where(made, MADE, INHERITED), ""),
        },
        index=first.index,
    )


def _made(atlas: Atlas, plan: Plan, tier: Tier) -> set[str]:
    """Authorities whose people inside one ICB of 2023 a plan puts into different footprints.

    Every other split runs along a line between ICBs that was there before the plan.
    """
    authority, names = pd.factorize(tier.people["authority"])
    icbs, blocks = pd.factorize(atlas.blocks["icb"])[0], atlas.blocks.index
    icb = icbs[blocks.get_indexer(tier.people["block"])]
    rows = np.column_stack([authority, icb, _owners(plan, tier)[0]])
    met, count = np.unique(np.unique(rows, axis=0)[:, :2], axis=0, return_counts=True)
    return set(names[met[count > 1, 0]])


def split_sentence(tier: Tier, plan: Plan, pieces: pd.DataFrame) -> str:
    """Say how one authority is split; `pieces` are its rows of the overlap."""
    name = tier.names[pieces["authority"].iat[0]]
    if len(pieces) == 1:
        return f"{name} is whole: all its residents are in {_of(plan, pieces, 0)}."
    shares = rounded_shares(pieces["share"])
    first = f"{shares[0]} of its residents are in {_of(plan, pieces, 0)}"
    rest = [f"{share} in {_of(plan, pieces, n)}" for n, share in enumerate(shares) if n]
    return f"{name} is split: {', '.join([first, *rest])}."


def _of(plan: Plan, pieces: pd.DataFrame, row: int) -> str:
    return plan.by_id[pieces["footprint"].iat[row]].name


def rounded_shares(shares: Iterable[float]) -> list[str]:
    """Say shares in whole per cent, with one decimal for those under 2% or over 98%."""
    return [f"{share:.1%}" if share < 0.02 or share > 0.98 else f"{share:.0%}" for share in shares]


@dataclass(frozen=True)
class Change:
    """What happens to the split authorities of one tier between two plans, by name."""

    before: int
    after: int
    mended: tuple[str, ...]
    broken: tuple[str, ...]


def change(before: pd.DataFrame, after: pd.DataFrame) -> Change:
    """Compare two tables of authorities of the same tier: which splits mend, which are new."""
    was, now = set(before.index[before["split"]]), set(after.index[after["split"]])
    names = before["name"]
    return Change(
        len(was),
        len(now),
        tuple(sorted(names[code] for code in was - now)),
        tuple(sorted(names[code] for code in now - was)),
    )


@dataclass(frozen=True)
class Fit:
    """How one footprint fits a tier, in people.

    own: authorities that have most of their people here. coterminous: whether the footprint is
    exactly those, to within the tolerance. come_in and go_out: what would have to move for that,
    as (authority, other footprint, residents); uncovered: residents in no authority of the tier.
    inside: the one authority that holds all of the footprint and more, or "".
    """

    footprint: str
    own: tuple[str, ...]
    inside: str
    coterminous: bool
    come_in: tuple[tuple[str, str, int], ...]
    go_out: tuple[tuple[str, str, int], ...]
    uncovered: int


def fits(atlas: Atlas, plan: Plan, tier: Tier, tolerance: float = TOLERANCE) -> dict[str, Fit]:
    """Work out for each footprint which authorities it is made of, and what is in the way."""
    pieces = overlap(plan, tier)
    main = pieces.drop_duplicates("authority").set_index("authority")
    split = 1 - main["share"] > tolerance
    pieces["main"] = main["footprint"].reindex(pieces["authority"]).to_numpy()
    stray = pieces[pieces["main"] != pieces["footprint"]]
    stray = stray[split.reindex(stray["authority"]).to_numpy()]
    people = atlas.blocks["residents_2022"].groupby(plan.footprint_of).sum()
    covered = pieces.groupby("footprint")["residents"].sum()
    uncovered = people - covered.reindex(people.index, fill_value=0)
    spare = uncovered <= tolerance * people
    own: dict[str, tuple[str, ...]] = {}
    for authority, footprint in main["footprint"].items():
        own[footprint] = (*own.get(footprint, ()), authority)
    come_in = _moves(stray, "main", "footprint")
    go_out = _moves(stray, "footprint", "main")
    return {
        footprint: _fit(
            footprint,
            own.get(footprint, ()),
            come_in.get(footprint, ()),
            go_out.get(footprint, ()),
            uncovered=max(0, round(float(uncovered[footprint]))),
            covered=bool(spare[footprint]),
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


def _fit(
    footprint: str,
    own: tuple[str, ...],
    come_in: _Moves,
    go_out: _Moves,
    *,
    uncovered: int,
    covered: bool,
) -> Fit:
    fitting = bool(own) and not come_in and not go_out and covered
    covering = {*own, *(authority for authority, *_ in go_out)}
    alone = len(covering) == 1 and not fitting and covered
    inside = covering.pop() if alone else ""
    return Fit(footprint, own, inside, fitting, come_in, go_out, uncovered)


def fit_sentence(fit: Fit, tier: Tier, plan: Plan) -> str:
    """Say whether a footprint is coterminous, or what would have to move for it to be."""
    names = [tier.names[code] for code in fit.own]
    if fit.coterminous:
        return f"Coterminous with {_listed(names)}."
    if fit.inside:
        return f"Wholly inside {tier.names[fit.inside]}, which other footprints share."
    if not fit.own and not fit.go_out:
        return f"No {tier.one} here to be coterminous with."
    parts = [
        f"{people:,} people of {tier.names[code]} would have to {move} {plan.by_id[other].name}"
        for moves, move in ((fit.come_in, "come in from"), (fit.go_out, "go to"))
        for code, other, people in moves
    ]
    if fit.uncovered:
        parts.append(f"{fit.uncovered:,} of its people are in no {tier.one}")
    return f"Not coterminous: {_listed(parts)}."


def _listed(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
