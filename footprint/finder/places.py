"""Places found: where each lies, and the code that stands for it in an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footprint.facts.atlas import Atlas
from footprint.facts.gazetteer import ICB, ICB_BEFORE, TO_COME, Named, shares_in

WIDE = ("region", "county")
# What has no district of its own where it is in several: an ambulance trust is a trust.
_GOVERNED = (*WIDE, "former council", TO_COME, "NHS trust")


def area_of(atlas: Atlas, named: Named) -> str:
    """The code that stands for a place on a map: its own, its district's, or its block's.

    A point in a district of several blocks is told by its block, because another part of that
    district may be in another ICB. So is the largest part of a town or of a postcode district. A
    county, a council that was one, or an ambulance trust is no district's: where it has several,
    it has no code.
    """
    if named.area:
        return named.area
    if named.kind in _GOVERNED and len(_districts(atlas, named)) > 1:
        return ""
    block, _ = named.shares[0]
    lad = str(atlas.blocks.at[block, "lad"])
    return lad if (atlas.blocks["lad"] == lad).sum() == 1 else block


def name_in_words(named: Named) -> str:
    """A place as it is called: by what was asked for, unless that is short for something."""
    short = named.kind in (ICB, ICB_BEFORE) or named.official not in named.name
    return named.official if named.official and short else named.name


def kind_in_words(atlas: Atlas, named: Named) -> str:
    """What a place is, and of a point in which district it lies."""
    if named.area or named.kind in WIDE:
        return named.kind
    names, lads = atlas.authorities["lad_name"], _districts(atlas, named)
    return f"{named.kind} in {names[lads[0]]}" if len(lads) == 1 else named.kind


def _districts(atlas: Atlas, named: Named) -> list[str]:
    """The districts a place lies in, the one with the largest part first."""
    return list(dict.fromkeys(str(atlas.blocks.at[block, "lad"]) for block, _ in named.shares))


@dataclass(frozen=True)
class Part:
    """The part of a place, 0 to 1, that lies in one ICB."""

    body: str
    share: float


def parts_in(named: Named, body_of: Mapping[str, str]) -> tuple[Part, ...]:
    """The ICBs a place lies in, the largest part first; `body_of` is the ICB of each block."""
    return tuple(Part(body, share) for body, share in shares_in(named, body_of).items())
