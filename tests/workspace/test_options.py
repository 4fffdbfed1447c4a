"""What may be taken on the map to draw with, at every level."""

import pytest

from footprint.options.wire import LinkError
from footprint.workspace import options
from footprint.workspace.options import LEVELS, area_names, area_of_block, units
from tests.shared_workspace import WORK


@pytest.mark.parametrize("level", LEVELS)
def test_every_block_is_taken_with_one_unit_and_everybody_is_counted(level: str) -> None:
    taken = units(WORK, level)
    assert len(taken.of) == len(WORK.residents)
    assert len(taken.names) == len(taken.told) == len(set(taken.of))
    people = [int(said.removeprefix("Residents: ").replace(",", "")) for said in taken.told]
    assert sum(people) == WORK.residents.sum()


@pytest.mark.parametrize("level", LEVELS)
def test_every_code_that_is_taken_has_a_name(level: str) -> None:
    codes = set(area_of_block(WORK, level)) - {""}
    assert codes == set(area_names(WORK, level))


@pytest.mark.parametrize("level", LEVELS)
def test_what_may_be_taken_is_listed_in_the_order_of_names(level: str) -> None:
    names = list(area_names(WORK, level).values())
    assert names == sorted(names)


def test_a_county_is_all_of_its_districts_and_counties_are_listed_in_the_order_of_names() -> None:
    names = list(options.counties(WORK).values())
    assert names == sorted(names)
    assert (names[0], names[-1]) == ("Cambridgeshire", "Worcestershire")
    kent = {name: code for code, name in options.counties(WORK).items()}["Kent"]
    districts = options.districts_of(WORK, kent)
    assert len(districts) == 12
    assert districts == sorted(districts)


def test_where_there_is_no_strategic_authority_there_is_nothing_to_take() -> None:
    assert "" in set(area_of_block(WORK, "sa"))
    assert "No strategic authority" in units(WORK, "sa").names
    assert "" not in area_names(WORK, "sa")


@pytest.mark.parametrize(("key", "rest"), [("nowhere", "icb-2023"), ("icb-2023", "nowhere")])
def test_an_option_begun_from_a_plan_that_is_not_here_is_refused(key: str, rest: str) -> None:
    with pytest.raises(LinkError, match="^This option was begun from a plan that is not here.$"):
        options.base_of(WORK, key, rest)
    assert options.base_of(WORK, "icb-2023", "icb-2023").key == "icb-2023"
