"""Official codes: what public lists call the areas of a map, and what those are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

import pandas as pd

from footprint.content.values import MapContent
from footprint.plans.assignment import Assignment
from footprint.plans.plan import Plan
from footprint.workspace.workspace import Workspace, kept


@dataclass(frozen=True)
class Codes:
    """What official lists call an area, and what it is made of; each "" where there is none.

    A code is that of the ICB with that very land, or, of a team, those of its bodies.
    """

    HEADINGS: ClassVar[tuple[str, ...]] = (
        *(
            "ICB code (ODS)",
            "ONS code",
            "ICBs of 2023, whole or in part",
            "Statutory bodies",
            "Leadership teams",
        ),
    )
    id: str
    name: str
    ods: str = ""
    ons: str = ""
    made_of: str = ""
    bodies: str = ""
    teams: str = ""

    @property
    def shown(self) -> dict[str, str]:
        """Each under its heading."""
        said = (self.ods, self.ons, self.made_of, self.bodies, self.teams)
        return dict(zip(self.HEADINGS, said, strict=True))


_Known = Mapping[frozenset[str], tuple[str, str]]


def codes_of(work: Workspace, shown: MapContent, plans: Sequence[Plan]) -> tuple[Codes, ...]:
    """The codes of the areas of one map, which are footprints of one of some plans or authorities.

    An authority is known by its ONS code, and lies in what the last of the plans has there.
    """
    for plan in plans:
        if plan.footprint_of.equals(shown.area_of_block):
            return plan_codes(work, plan)
    return _authority_codes(work, shown, plans[-1])


def _authority_codes(work: Workspace, shown: MapContent, plan: Plan) -> tuple[Codes, ...]:
    bodies, teams = plan.bodies, plan.teams
    held = [
        _most_first(work, shown.area_of_block, work.atlas.blocks["icb"].map(work.icb_names)),
        *(
            _most_first(work, shown.area_of_block, one.footprint_of.map(_names(one)))
            for one in (bodies, teams)
        ),
    ]
    return tuple(
        Codes(area.id, area.name, "", area.id, *(one.get(area.id, "") for one in held))
        for area in shown.layer.areas
        if area.id
    )


def _names(assigned: Assignment) -> dict[str, str]:
    return {one.id: one.name for one in assigned.footprints}


def _most_first(work: Workspace, area: pd.Series, name: pd.Series) -> dict[str, str]:
    """The names that the blocks of each area have, that of most of its people first."""
    people = work.atlas.blocks["residents_2024"]
    rows = (
        pd.DataFrame({"area": area, "name": name, "people": people})
        .dropna()
        .astype({"area": str, "name": str})
    )
    shared = rows.groupby(["area", "name"])["people"].sum().reset_index()
    ordered = shared.sort_values(["area", "people", "name"], ascending=[True, False, True])
    return ordered.groupby("area")["name"].agg(_joined).to_dict()


@kept(50)
def plan_codes(work: Workspace, plan: Plan) -> tuple[Codes, ...]:
    """The codes of every footprint of a plan."""
    bodies = plan.bodies.by_id
    official = {body: _known(work).get(land, ("", "")) for body, land in _lands(plan.bodies)}
    found = []
    for one in plan.footprints:
        others = plan.others[one.id]
        mine = (one.id,) if plan.seen == "bodies" else others
        teams = others if plan.seen == "bodies" else (one.id,)
        held = work.atlas.blocks["icb"][plan.blocks_of(one.id)].unique()
        found.append(
            Codes(
                one.id,
                one.name,
                ods=_joined(official[body][1] for body in mine),
                ons=_joined(official[body][0] for body in mine),
                made_of=_joined(sorted(work.icb_names[code] for code in held)),
                bodies=_joined(bodies[body].name for body in mine),
                teams=_joined(plan.teams.by_id[team].name for team in teams),
            )
        )
    return tuple(found)


def _joined(words: Iterable[str]) -> str:
    return "; ".join(filter(None, words))


@kept(1)
def _known(work: Workspace) -> _Known:
    """The ONS and ODS codes of every ICB there has been since 2023, by its blocks."""
    blocks, icbs = work.atlas.blocks, work.atlas.icbs
    before = icbs[icbs["in_force_from"] <= "2023-04-01"].reset_index().set_index("icb")["icb_ons"]
    found = {
        frozenset(here.index): (str(before[code]), str(code))
        for code, here in blocks.groupby("icb")
    }
    # An ICB whose land is as it was keeps both of its codes.
    return found | {
        frozenset(here.index): (str(code), str(icbs.at[code, "icb"]))
        for code, here in blocks.groupby("icb_2026")
    }


def _lands(assigned: Assignment) -> list[tuple[str, frozenset[str]]]:
    owners = assigned.footprint_of
    return [(str(one), frozenset(here.index)) for one, here in owners.groupby(owners)]
