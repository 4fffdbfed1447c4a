"""Certificate: a plan held against what was asked, by code that knows nothing of the solver."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from footprint.english import people
from footprint.facts.atlas import Atlas
from footprint.optimum.answer import Answer
from footprint.optimum.asked import BLOCKS, Asked, authority_of, hearts, home_regions, scope
from footprint.plans.contiguity import adjacency
from footprint.plans.tiers import tiers

Owner = pd.Series


def check(atlas: Atlas, asked: Asked, answer: Answer) -> tuple[str, ...]:
    """Everything that is wrong with an answer, in sentences; nothing where it holds.

    An answer without a plan claims nothing that could be checked without solving it again.
    """
    if answer.state not in ("proved", "found"):
        return () if not answer.pairs else ("There is a plan where none is said to be found.",)
    blocks, given = scope(atlas, asked), dict(answer.pairs)
    if answer.pairs != tuple(sorted(given.items())) or set(given) != set(blocks.index):
        return ("Not every block asked about has exactly one footprint.",)
    owner = pd.Series(given).reindex(blocks.index)
    if strange := sorted(set(owner) - set(blocks["owner"])):
        return (f"The plan asked about has no footprint {', '.join(strange)}.",)
    faults = [fault for test in _TESTS for fault in test(atlas, asked, blocks, owner)]
    return (*faults, *_figures(atlas, asked, answer, blocks, owner))


def _figures(
    atlas: Atlas, asked: Asked, answer: Answer, blocks: pd.DataFrame, owner: Owner
) -> Iterator[str]:
    value = _VALUES[asked.aim](atlas, asked, blocks, owner)
    if answer.value != value:
        yield f"The aim comes to {value:,} and not to {answer.value:,}."
    if answer.bound is None or answer.bound > value:
        yield "The plan is better than what is said to be possible."
    elif answer.state == "proved" and answer.bound != value:
        yield "The plan is said to be proved, and the bound is another."
    for sums in ("value", "bound"):
        if getattr(answer, sums) != sum(getattr(part, sums) for part in answer.parts):
            yield f"The parts do not add up to the {sums}."


def _moving_whole(atlas: Atlas, asked: Asked, blocks: pd.DataFrame, owner: Owner) -> Iterator[str]:
    known = tiers(atlas)
    if asked.unit != BLOCKS:
        parts = authority_of(blocks, known[asked.unit], asked)
        for part in _apart(parts + "|" + blocks["owner"].reindex(parts.index), owner):
            yield f"A part that moves whole was cut: {part}."
    for key in asked.whole:
        for authority in _apart(authority_of(blocks, known[key], asked), owner):
            yield f"The {known[key].one} {authority} is split."


def _apart(keys: pd.Series, owner: Owner) -> list[str]:
    count = owner.reindex(keys.index).groupby(keys).nunique()
    return sorted(count.index[count > 1])


def _sizes(atlas: Atlas, asked: Asked, blocks: pd.DataFrame, owner: Owner) -> Iterator[str]:
    del atlas
    for footprint, count in blocks["residents_2024"].groupby(owner).sum().items():
        if count < asked.least:
            yield f"{footprint} has only {people(int(count))}."
    if asked.footprints is not None and owner.nunique() != asked.footprints:
        yield f"There are {owner.nunique()} footprints and not {asked.footprints}."


def _one_piece(atlas: Atlas, asked: Asked, blocks: pd.DataFrame, owner: Owner) -> Iterator[str]:
    del blocks
    if not asked.one_piece:
        return
    leader = {block: block for block in owner.index}

    def lead(block: str) -> str:
        while leader[block] != block:
            block = leader[block]
        return block

    for one, other in adjacency(atlas):
        if one in leader and other in leader and owner[one] == owner[other]:
            leader[lead(one)] = lead(other)
    led = pd.Series({block: lead(block) for block in leader})
    for footprint, count in led.groupby(owner).nunique().items():
        if count > 1:
            yield f"{footprint} is in {count} pieces."


def _places(atlas: Atlas, asked: Asked, blocks: pd.DataFrame, owner: Owner) -> Iterator[str]:
    del atlas
    if asked.inside_regions:
        home = owner.map(home_regions(blocks))
        for footprint in sorted(set(owner[home != blocks["nhs_region"]])):
            yield f"{footprint} leaves its NHS region."
    if asked.stays:
        for footprint, heart in sorted(hearts(blocks).items()):
            if owner[heart] != footprint:
                yield f"{footprint} lost {heart}, where most of its people live."
    for footprint in sorted(asked.locked):
        if set(owner.index[owner == footprint]) != set(blocks.index[blocks["owner"] == footprint]):
            yield f"{footprint} is locked, and changed."


def _movers(atlas: Atlas, asked: Asked, blocks: pd.DataFrame, owner: Owner) -> int:
    del atlas, asked
    return int(blocks["residents_2024"][owner != blocks["owner"]].sum())


def _split(atlas: Atlas, asked: Asked, blocks: pd.DataFrame, owner: Owner) -> int:
    return len(_apart(authority_of(blocks, tiers(atlas)[asked.split], asked), owner))


def _spread(atlas: Atlas, asked: Asked, blocks: pd.DataFrame, owner: Owner) -> int:
    del atlas, asked
    sizes = blocks["residents_2024"].groupby(owner).sum()
    return int(sizes.max() - sizes.min())


_TESTS: tuple[Callable[[Atlas, Asked, pd.DataFrame, Owner], Iterator[str]], ...] = (
    *(_moving_whole, _sizes, _one_piece, _places),
)
_VALUES: dict[str, Callable[[Atlas, Asked, pd.DataFrame, Owner], int]] = {
    "movers": _movers,
    "split": _split,
    "even": _spread,
}
