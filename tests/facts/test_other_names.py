"""Other names: old codes and everyday names lead to areas of today, and to one each."""

from functools import cache

from footprint.facts.atlas import Atlas, load_atlas
from footprint.facts.other_names import Former, OtherNames, read_other_names


@cache
def atlas() -> Atlas:
    return load_atlas()


@cache
def names() -> OtherNames:
    return read_other_names()


def former(name: str) -> Former:
    (found,) = (one for one in names().former if one.name == name)
    return found


def test_every_name_and_old_code_is_of_an_area_of_today() -> None:
    assert set(names().districts.values()) <= set(atlas().authorities.index)
    assert set(names().icbs.values()) <= set(atlas().blocks["icb"])
    assert set(names().icbs_2026.values()) <= set(atlas().blocks["icb_2026"])
    assert set(names().sub_icbs.values()) <= set(atlas().blocks["sicbl"])


def test_a_code_that_was_replaced_is_the_district_of_today() -> None:
    assert names().districts["E08000016"] == "E08000038"
    assert names().districts["Hull"] == "E06000010"


def test_every_block_of_a_superseding_council_was_in_a_former_district() -> None:
    held = {block for one in names().former for block in one.blocks}
    assert held <= set(atlas().blocks.index)
    lads = {block.split("-")[0] for block in held}
    assert held == set(atlas().blocks.index[atlas().blocks["lad"].isin(lads)])


def test_a_district_that_was_made_and_abolished_since_did_not_stand_with_those_it_replaced() -> (
    None
):
    replaced, made = former("Taunton Deane"), former("Somerset West and Taunton")
    assert replaced.stood("2019-03-31")
    assert not made.stood("2019-03-31")
    assert made.stood(former("Mendip").ended)
    assert not replaced.stood(former("Mendip").ended)


def test_towns_are_known_as_something_else_than_a_district() -> None:
    assert names().places["Barnes"] == "suburb"
    assert names().places["Cumbria"] == "county"
