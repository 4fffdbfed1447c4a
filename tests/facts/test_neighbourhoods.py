"""Neighbourhoods: runs of codes are read code by code, and England has every LSOA once."""

from __future__ import annotations

from footprint.facts.neighbourhoods import _codes, read_neighbourhoods


def test_a_run_is_short_for_every_code_from_the_first_to_the_last() -> None:
    assert list(_codes("11949-11951 11955")) == [
        "E01011949",
        "E01011950",
        "E01011951",
        "E01011955",
    ]
    assert list(_codes("1")) == ["E01000001"]


def test_every_neighbourhood_of_england_stands_once_with_its_people() -> None:
    table = read_neighbourhoods()
    # LSOAs of 2021 in England, and residents of mid-2022, by the ONS.
    assert len(table) == 33_755
    assert table.index.is_unique
    assert table["residents_2022"].min() > 0
    assert table["residents_2022"].sum() == 57_106_398
