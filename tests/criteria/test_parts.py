"""Parts: the toy country cut along district lines, and what lies beside what."""

from __future__ import annotations

from footprint.criteria.parts import parts_of
from footprint.facts.atlas import Atlas
from footprint.plans.plan import Plan


def test_each_district_has_a_part_in_each_footprint_it_lies_in(toy: Atlas, today: Plan) -> None:
    parts = parts_of(toy, today)
    held = list(zip(parts.lads, parts.footprints, parts.blocks, parts.residents, strict=True))
    assert held == [
        ("A", "W", ("A-1", "A-2"), 400),
        ("B", "M", ("B-3",), 400),
        ("B", "W", ("B-1",), 200),
        ("C", "E", ("C-4",), 500),
        ("D", "E", ("D-4",), 600),
    ]
    # A beside both parts of B, the parts of B beside each other, C beside B-3, D by ferry.
    assert parts.adjacent == ({1, 2}, {0, 2, 3}, {0, 1}, {1, 4}, {3})


def test_what_lies_around_some_parts_is_none_of_them(toy: Atlas, today: Plan) -> None:
    parts = parts_of(toy, today)
    assert parts.of("W") == {0, 2}
    assert parts.around({0, 2}) == {1}
    assert parts.around({1}) == {0, 2, 3}
    assert parts.people({0, 2}) == 600
    assert parts.neighbours("W") == ["M"]
    assert parts.neighbours("M") == ["E", "W"]


def test_the_piece_with_most_people_comes_first(toy: Atlas, today: Plan) -> None:
    parts = parts_of(toy, today)
    assert parts.components({0, 2, 4}) == [{0, 2}, {4}]
    assert parts.components({2, 3, 4}) == [{3, 4}, {2}]
    assert parts.components(()) == []
