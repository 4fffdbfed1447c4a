"""Report: what areas cut, leave out and hold twice, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from footprint.english import listed, listed_few, people, rounded_share
from footprint.facts.atlas import Atlas
from footprint.intake.rows import Problem, left_over
from footprint.outlines.holding import NOWHERE, SHARED, Held
from footprint.readings import short

MOST_DOUBT = 0.05
"""A file that puts more of its people than this on another side than their block is refused."""
_CUT = 0.01
_MOST_NAMED = 8
_MOST_WORST = 3


@dataclass(frozen=True)
class Words:
    """What is said of areas, by how a file gives them: of none that holds a block, and the rest."""

    none: str
    areas: str
    twice: str
    overlap: str
    remedy: str
    remedy_of_twice: str


DRAWN = Words(
    none="no area holds most of the people of any block of England, so nothing was changed; "
    "see whether it lies in England and its coordinates are the right way round",
    areas="the areas",
    twice="in several areas at once",
    overlap="live where areas overlap",
    remedy="Draw the areas along the lines of districts",
    remedy_of_twice=", none over another",
)
BY_LSOA = Words(
    none="no footprint is given the LSOAs in which most people of any block of England live, so "
    "nothing was changed; see whether the table holds all LSOAs of each footprint",
    areas="the footprints",
    twice="in LSOAs given to several footprints",
    overlap="live in LSOAs that rows give to several footprints",
    remedy="Give all LSOAs of a district to one footprint",
    remedy_of_twice=" and each LSOA once",
)


def refusal(held: Held, words: Words = DRAWN) -> str:
    """Why areas cannot be read as an option, in half a sentence, or ""."""
    if held.taken.empty:
        return words.none
    share = held.doubt / held.people_taken
    if share <= MOST_DOUBT:
        return ""
    twice = f", {held.twice:,} of them {words.twice}" if held.twice else ""
    some = f"{rounded_share(share)} of the people in them ({held.doubt:,}{twice})"
    limit = f"and at most {MOST_DOUBT:.0%} may"
    if share >= 1:
        some = f"{people(held.doubt)}{f'{twice},' if twice else ''}"
        limit = f"and only {held.people_taken:,} live in the blocks that {words.areas} hold most of"
    return (
        f"{words.areas} follow neither districts nor sub-ICB locations: {some} live on another "
        f"side of a line than most of their block, {limit}, so nothing was changed."
        f"{_worst(held)} {words.remedy}{words.remedy_of_twice if twice else ''}, or "
        "hand in a table of districts with the footprint of each"
    )


def _worst(held: Held) -> str:
    """Name the areas that follow lines the least, with everybody who is in doubt; "" for none.

    Where whole blocks are in several areas at once, none is worse than another.
    """
    worst = held.doubt_of[held.doubt_of > 0].nlargest(_MOST_WORST)
    named = [f"“{short(area)}” ({people(doubt)} in doubt)" for area, doubt in worst.items()]
    if not named:
        return ""
    return f" Furthest from those lines {'is' if len(named) == 1 else 'are'} {listed(named)}."


def problems(held: Held, atlas: Atlas, words: Words = DRAWN) -> Iterator[Problem]:
    """Say what is in doubt, which blocks are cut and by how much, and which areas are no use."""
    names = _block_names(atlas)
    if held.doubt:
        yield _whole(
            f"{people(held.doubt)} of {held.people_taken:,} "
            f"({rounded_share(held.doubt / held.people_taken)}) live on another side of a line "
            "than most of their block, and went with it"
        )
    if held.twice:
        yield _whole(f"{people(held.twice)} {words.overlap}, and went with their block")
    for block in _cut(held):
        yield _whole(f"“{names[block]}” {_said_of(held, block)}")
    areas = held.people.columns.difference([NOWHERE, SHARED])
    empty = [one for one in areas if not held.people[one].any()]
    if empty:
        yield _whole(f"nobody in England lives in {_named(empty)}, so that was left out")
    taken = set(held.taken)
    if small := [one for one in areas.difference(empty) if one not in taken]:
        yield _whole(f"{_named(small)} holds most of no block, and so is no footprint")


def notes(held: Held, atlas: Atlas) -> tuple[str, ...]:
    """Say what areas leave as it was."""
    return left_over(held.taken.index, atlas, "No area of the file holds most of")


def _cut(held: Held) -> list[str]:
    """Blocks some of whose people live elsewhere than most, the most people first."""
    away = held.astray.div(held.people.sum(axis="columns"))
    return list(held.astray[away >= _CUT].sort_values(ascending=False).index)


def _said_of(held: Held, block: str) -> str:
    shares, area = held.shares.loc[block], held.area_of[block]
    if area == NOWHERE:
        some = rounded_share(shares.drop(NOWHERE).sum())
        return f"is in no area for the most part, but {some} of its people are; it stays as it was"
    others = shares.drop(area)
    most = others.idxmax()
    there = {NOWHERE: "in no area", SHARED: "in several areas at once"}.get(
        most, f"in “{short(most)}”"
    )
    return (
        f"is cut: it went to “{short(area)}”, where {rounded_share(shares[area])} of its people "
        f"live; {rounded_share(others[most])} live {there}"
    )


def _block_names(atlas: Atlas) -> Mapping[str, str]:
    """What each block is called: by its district, and by its location where there are several."""
    lads = atlas.blocks["lad"].map(atlas.authorities["lad_name"])
    if "sicbl_name" not in atlas.blocks:
        return lads.to_dict()
    several = lads.duplicated(keep=False)
    return lads.where(~several, lads + ", " + atlas.blocks["sicbl_name"]).to_dict()


def _named(areas: Iterable[str]) -> str:
    return listed_few((f"“{short(one)}”" for one in areas), most=_MOST_NAMED)


def _whole(fault: str) -> Problem:
    return Problem(0, "", fault)
