"""Names: what the file knows by name, where each lies, and what it says of the ICBs it is in."""

from __future__ import annotations

from functools import cache

import pytest

from footprint.content.answers import answers
from footprint.facts.gazetteer import read_gazetteer
from footprint.finder.fold import folded
from footprint.one_file import names, pool
from footprint.one_file.pool import Tree
from footprint.view import TODAY
from tests.shared_workspace import WORK

# What is left of 3 MB beside everything else the file holds.
MOST = 150_000


@cache
def told() -> dict[str, Tree]:
    return names.names(WORK)


@cache
def rows() -> dict[tuple[str, str], list[tuple[str, Tree, str]]]:
    """By name and kind where it lies: the code that shows it, its ICBs and how it is called."""
    held = told()
    found: dict[tuple[str, str], list[tuple[str, Tree, str]]] = {}
    for area, district, icb, _, groups in held["places"]:
        for kind, _, called, entries in groups:
            words = held["kinds"][kind][0] + (f" in {district}" if district else "")
            for entry in entries.split("\n"):
                name = entry.split("\t")[0]
                lies = (area, held["icbs"][icb], called or name)
                found.setdefault((folded(name), words), []).append(lies)
    return found


def test_every_name_of_the_gazetteer_is_held_however_it_is_folded() -> None:
    held = {name for name, _ in rows()}
    assert held == {folded(one.name) for one in read_gazetteer(WORK.atlas)}


@pytest.mark.parametrize(
    "typed",
    ["Nuneaton", "CV1", "BOB", "NENC", "Kent County Council", "UHCW", "Craven", "GOSH", "RG1"],
)
def test_a_place_is_said_as_the_app_says_it(typed: str) -> None:
    answer = answers(WORK, typed).places[0]
    said = [
        (area, called, [words for _, words in icbs])
        for (_, kind), lies in rows().items()
        for area, icbs, called in lies
        if (called, kind) == (answer.name, answer.kind)
    ]
    area = answer.area or ""
    assert (area, answer.name, [choice.words for choice in answer.choices]) in said


def test_a_county_without_a_code_is_shown_by_its_icb_and_one_in_several_by_none() -> None:
    assert rows()["hampshire", "county"][0][0] == "QRL"
    area, icbs, _ = rows()["avon", "county"][0]
    assert area == "" and len(icbs) == 2


def test_a_trust_is_found_by_its_initials() -> None:
    entries = [entry for _, *_, groups in told()["places"] for *_, entry in groups]
    assert any("\tuhcw\t" in entry for entry in entries)


def test_footprints_of_a_plan_are_offered_unless_they_are_an_icb_by_name() -> None:
    *_, plans = told()["footprints"]
    shown = WORK.plans[TODAY]
    icbs = {one.name for one in shown.bodies.footprints}
    offered = {shown.by_id[code].name for code in plans[TODAY]}
    assert offered == {one.name for one in shown.footprints} - icbs


def test_all_names_take_no_more_room_than_is_left() -> None:
    assert len(pool.packed(told())) <= MOST


@pytest.mark.parametrize(
    ("name", "whole"),
    [("Birmingham City Council", 1), ("Avon", 2), ("Nuneaton", 0)],
)
def test_a_place_is_offered_once_as_its_code_or_its_blocks_say_but_no_point_of_it(
    name: str, whole: int
) -> None:
    held = {
        (entry.split("\t")[0], offered)
        for *_, offered, groups in told()["places"]
        for *_, entries in groups
        for entry in entries.split("\n")
    }
    assert {offered for one, offered in held if folded(one) == folded(name)} == {whole}
