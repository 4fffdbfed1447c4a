"""Scope: the part of England in which plans are held against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from footprint.english import listed, listed_few
from footprint.plans.plan import Plan

EVERYWHERE = "England"
_WITHOUT_ARTICLE = (EVERYWHERE, "London", "North East and Yorkshire")


@dataclass(frozen=True)
class Scope:
    """The blocks that count, and what they are called after the word “in”."""

    name: str
    blocks: frozenset[str]

    @property
    def bare(self) -> str:
        """Its name by itself, without an article."""
        return self.name.removeprefix("the ")

    @property
    def everywhere(self) -> bool:
        """Whether it is all of England."""
        return self.name == EVERYWHERE

    def positions(self, plan: Plan) -> tuple[int, ...]:
        """Where its blocks stand in the order of every map."""
        index = plan.footprint_of.index
        return tuple(place for place, block in enumerate(index) if block in self.blocks)


def england_of(plan: Plan) -> Scope:
    """All of England, as a plan that covers it has it."""
    return Scope(EVERYWHERE, frozenset(plan.footprint_of.index))


def own_blocks(plan: Plan) -> frozenset[str]:
    """The blocks a plan is about: a region's where it was made for one, else all."""
    own = plan.drawn or frozenset(plan.by_id)
    return frozenset(block for block, owner in plan.assignment if owner in own)


def scope_of(plans: Collection[Plan]) -> Scope:
    """The region that any of some plans is made for, or several; else all of England.

    Every plan must cover England.
    """
    regional = [plan for plan in plans if not plan.national]
    england = england_of(next(iter(plans)))
    blocks = frozenset[str]().union(*map(own_blocks, regional))
    if not regional or blocks == england.blocks:
        return england
    return Scope(listed(dict.fromkeys(region_words(plan.scope) for plan in regional)), blocks)


def footprint_scope(plan: Plan, footprint: str) -> Scope:
    """One footprint of a plan as a part of England."""
    return Scope(plan.by_id[footprint].name, frozenset(plan.blocks_of(footprint)))


def united(parts: Collection[Scope], england: Scope) -> Scope:
    """Several parts of England as one; all of them together are England."""
    blocks = frozenset[str]().union(*(part.blocks for part in parts))
    return (
        england
        if blocks == england.blocks
        else Scope(listed_few((part.name for part in parts), 4), blocks)
    )


def region_words(name: str) -> str:
    """The name of a region as it follows “in”: “the Midlands”, “London”."""
    return name if name in _WITHOUT_ARTICLE else f"the {name}"


def inside(plan: Plan, blocks: Collection[str]) -> list[str]:
    """The footprints of a plan that have blocks among some, in the plan's order."""
    here = {owner for block, owner in plan.assignment if block in blocks}
    return [footprint for footprint in plan.by_id if footprint in here]


def beyond(plan: Plan, blocks: Collection[str]) -> list[str]:
    """The footprints of a plan that have blocks among some and others besides."""
    out = {owner for block, owner in plan.assignment if block not in blocks}
    return [footprint for footprint in inside(plan, blocks) if footprint in out]


def letters(titles: Iterable[str]) -> tuple[str, ...]:
    """A letter for each of some plans: its own where its title names one, “Model C”, else the next.

    A letter that two titles name is the first one's.
    """
    titles = tuple(titles)
    own: dict[str, int] = {}
    for place, title in enumerate(titles):
        if letter := _named(title):
            own.setdefault(letter, place)
    taken = {place: letter for letter, place in own.items()}
    free = (letter for letter in "ABCDEFGHIJ" if letter not in own)
    return tuple(taken[place] if place in taken else next(free) for place in range(len(titles)))


def _named(title: str) -> str:
    words = title.split()
    for word, after in zip(words, words[1:], strict=False):
        if word.lower() in ("model", "option") and len(after) == 1 and after in "ABCDEFGHIJ":
            return after
    return ""
