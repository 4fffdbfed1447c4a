"""Options as plans: what footprints are called, and which keys and groupings are none."""

from __future__ import annotations

import pytest

from footprint.every_option import as_plans
from footprint.every_option.units import Units
from footprint.frontier.counting import NoSuchOptionError

UNITS = Units(
    codes=("A", "B", "C", "D"),
    names=("Ash", "Birch", "Cedar", "Dune"),
    residents=(100, 300, 300, 200),
    weighted=(0, 0, 0, 0),
    residents_2022=(0, 0, 0, 0),
    regions=(frozenset(),) * 4,
    edges=frozenset({(0, 1), (1, 2), (2, 3)}),
)


@pytest.mark.parametrize(
    ("codes", "code", "name"),
    [
        (("A",), "A", "Ash"),
        (("A", "B"), "B", "Birch with Ash"),
        (("B", "C"), "B", "Birch with Cedar"),
        (("A", "C", "D"), "C", "Cedar with 2 others"),
    ],
)
def test_a_footprint_has_the_code_of_its_largest_body_and_their_names(
    codes: tuple[str, ...], code: str, name: str
) -> None:
    found = as_plans.footprint_of(codes, UNITS)
    assert (found.id, found.name) == (code, name)


def test_groups_stand_in_the_order_of_their_first_bodies() -> None:
    assert as_plans.groups((0, 1, 0, 2), UNITS) == (("A", "C"), ("B",), ("D",))


def test_a_key_is_a_letter_for_each_body() -> None:
    key = as_plans.key_of((0, 1, 1, 27), "icb-2023")
    assert key == "every-icb-2023-abbB"
    assert as_plans.read_key(key) == ("icb-2023", (0, 1, 1, 27))
    assert as_plans.is_counted(key)
    assert not as_plans.is_counted("icb-2023")


@pytest.mark.parametrize(
    ("grouping", "said"),
    [
        ((0, 1, 0, 2), "Ash and Cedar do not hang together."),
        ((0, 1, 1), "It does not group 4 bodies."),
        ((1, 0, 0, 0), "It does not group 4 bodies."),
    ],
)
def test_what_is_no_grouping_in_one_piece_is_refused(grouping: tuple[int, ...], said: str) -> None:
    with pytest.raises(NoSuchOptionError, match=said):
        as_plans.check(grouping, UNITS)
    as_plans.check((0, 0, 0, 1), UNITS)
