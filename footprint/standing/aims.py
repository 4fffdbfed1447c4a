"""Aims: what a plan is sought for, and what it comes to, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footprint.english import people, plural
from footprint.every_option.measures import SPLIT_TIERS, catalogue
from footprint.optimum.asked import Aim
from footprint.plans.tiers import Tier

MOVERS, EVEN, SPLIT = "movers", "even", "split-"


@dataclass(frozen=True)
class Words:
    """An aim in words: what it is headed by, what is found, and that none does better."""

    heading: str
    finds: str
    none: str


def aims(tiers: Mapping[str, Tier]) -> dict[str, str]:
    """Every aim there is, by what each is called."""
    splits = {f"{SPLIT}{key}": _split(key, tiers) for key in SPLIT_TIERS if key in tiers}
    return {
        MOVERS: "Fewest people who move",
        **{key: f"Fewest {many}" for key, (_, many) in splits.items()},
        EVEN: "Most even footprints",
    }


def aim_of(key: str) -> tuple[Aim, str]:
    """The aim of a key as the search knows it, and the tier whose split authorities it counts."""
    tier = key.removeprefix(SPLIT)
    if tier != key:
        return "split", tier
    return ("even" if key == EVEN else "movers"), ""


def words(key: str, tiers: Mapping[str, Tier]) -> Words:
    """What is said of an aim beside its controls."""
    aim, tier = aim_of(key)
    if aim == "movers":
        found = "moves the fewest people", "moves fewer"
        return Words("The fewest people who must move", *found)
    if aim == "even":
        found = "has the fewest residents between its largest footprint and its smallest"
        return Words("The most even footprints", found, "is more even")
    _, many = _split(tier, tiers)
    return Words(f"The fewest {many}", f"has the fewest {many}", "has fewer")


def comes_to(value: int, aim: Aim, tier: str, tiers: Mapping[str, Tier]) -> str:
    """What a plan comes to by an aim: "moves 200 people", "has no split districts"."""
    if aim == "movers":
        return f"moves {people(value)}"
    if aim == "even":
        residents = "resident" if value == 1 else "residents"
        return f"has {value:,} {residents} between its largest footprint and its smallest"
    one, many = _split(tier, tiers)
    return f"has {plural(value, one, many)}" if value else f"has no {many}"


def _split(tier: str, tiers: Mapping[str, Tier]) -> tuple[str, str]:
    return catalogue(tiers)[f"{SPLIT}{tier}"].of
