"""Beyond: what lies outside England is told from what lies in it, and from what is no place."""

import pytest

from footprint.finder.beyond import outside_england


@pytest.mark.parametrize("words", ["cf10", "cf10 1aa", "g1", "eh1 1yz", "cardiff", "isle of man"])
def test_postcodes_and_cities_of_other_countries_are_outside(words: str) -> None:
    assert outside_england(words)


@pytest.mark.parametrize("words", ["ls1", "ls1 4dy", "leeds", "cardiff road", "cf", "1cf", ""])
def test_all_else_is_not(words: str) -> None:
    assert not outside_england(words)
