"""The finder over the published names, and the ICB that each block is in today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from footprint.facts.gazetteer import FOOTPRINT, Named, read_gazetteer
from footprint.finder.find import Finder, Found
from footprint.plans.plan import Plan
from footprint.view import TODAY
from footprint.workspace.plans import plan
from footprint.workspace.workspace import Workspace, kept


@kept(1)
def finder(work: Workspace) -> Finder:
    """Everything people call a place, ready to be looked through."""
    return Finder(read_gazetteer(work.atlas, work.root))


@kept()
def found(work: Workspace, typed: str) -> Found:
    """What the finder says to what somebody types, which stays in the box over many a rerun."""
    return finder(work).find(typed)


@kept(50)
def footprint_finder(work: Workspace, key: str, base: str) -> Finder:
    """The footprints of a plan by name, bodies and teams, as far as it has its own."""
    layers = (plan(work, key, base).seen_as(seen) for seen in ("bodies", "teams"))
    return Finder(one for layer in layers for one in _footprints(work, layer))


def _footprints(work: Workspace, shown: Plan) -> Iterator[Named]:
    for code, footprint in shown.by_id.items():
        people = work.residents[shown.blocks_of(code)]
        shares = tuple((people / people.sum()).items())
        yield Named(footprint.name, FOOTPRINT, shares, code, footprint.name)


@kept(50)
def authority_finder(work: Workspace, key: str) -> Finder:
    """The authorities of one kind by name."""
    tier = work.tiers[key]
    people = tier.people.set_index("block").groupby("authority")["residents"]
    return Finder(
        Named(tier.names[code], tier.one, tuple((own / own.sum()).items()), code, tier.names[code])
        for code, own in people
    )


@kept(1)
def body_of(work: Workspace) -> Mapping[str, str]:
    """The ICB in force today of each block."""
    return dict(work.plans[TODAY].bodies.pairs)
