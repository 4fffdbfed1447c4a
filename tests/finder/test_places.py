"""Places found: the code that stands for each, and how it is called."""

from __future__ import annotations

import pytest

from footprint.facts.atlas import Atlas
from footprint.facts.gazetteer import ICB, Named
from footprint.finder.places import Part, area_of, kind_in_words, name_in_words, parts_in


def place(*blocks: str, **more: str) -> Named:
    """A place that lies in equal parts in some blocks of the toy country."""
    told = {"name": "Mill", "kind": "village", "area": "", "official": "", **more}
    shares = tuple((block, 1 / len(blocks)) for block in blocks)
    return Named(told["name"], told["kind"], shares, told["area"], told["official"])


@pytest.mark.parametrize(
    ("named", "code"),
    [
        (place("C-4", area="E1"), "E1"),
        (place("C-4"), "C"),
        (place("B-1"), "B-1"),
        (place("D-4", "B-1"), "D"),
        (place("D-4", "B-1", kind="county"), ""),
        (place("D-4", "B-1", kind="former council"), ""),
        (place("D-4", "B-1", kind="NHS trust"), ""),
        (place("C-4", kind="county"), "C"),
    ],
)
def test_a_place_is_told_by_its_own_code_or_the_district_or_block_it_lies_in(
    toy: Atlas, named: Named, code: str
) -> None:
    assert area_of(toy, named) == code


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (place("C-4"), "village in Cedar"),
        (place("B-1", "B-3"), "village in Birch"),
        (place("B-1", "C-4"), "village"),
        (place("C-4", area="C", kind="district"), "district"),
        (place("C-4", kind="county"), "county"),
        (place("C-4", kind="region"), "region"),
    ],
)
def test_a_point_is_told_with_its_district_and_anything_else_by_what_it_is(
    toy: Atlas, named: Named, said: str
) -> None:
    assert kind_in_words(toy, named) == said


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (place("C-4", name="Mill"), "Mill"),
        (place("C-4", name="Stoke", official="Stoke-on-Trent"), "Stoke-on-Trent"),
        (place("C-4", name="Mill (north)", official="Mill"), "Mill (north)"),
        (place("C-4", name="Mill (north)", official="Mill", kind=ICB), "Mill"),
        (place("C-4", name="Mill", kind=ICB), "Mill"),
    ],
)
def test_a_place_is_called_as_it_was_asked_for_unless_that_is_short_for_something(
    named: Named, said: str
) -> None:
    assert name_in_words(named) == said


def test_the_largest_part_comes_first() -> None:
    named = Named("Mill", "town", (("A-1", 0.2), ("B-3", 0.5), ("A-2", 0.3)), "", "")
    parts = parts_in(named, {"A-1": "M", "A-2": "W", "B-3": "M"})
    assert parts == (Part("M", pytest.approx(0.7)), Part("W", 0.3))
    parts = parts_in(named, {"A-1": "M", "A-2": "W", "B-3": "W"})
    assert [part.body for part in parts] == ["W", "M"]
