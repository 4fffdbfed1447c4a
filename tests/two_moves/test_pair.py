"""Pairs of moves on a line of parts, whose every sum can be done in the head."""

from __future__ import annotations

import pytest

from footprint.criteria.parts import Parts
from footprint.criteria.program import Found, fewest
from footprint.two_moves.pair import Pair, Way

HANDED_ON = (Way("Q", "P"), Way("R", "Q"))
BOTH_OUT = (Way("Q", "P"), Way("Q", "R"))


def in_a_line(footprints: str, residents: tuple[int, ...], *more: tuple[int, int]) -> Parts:
    """A part for each letter, beside those next to it, and beside some others."""
    count = len(footprints)
    beside = {*((n, n + 1) for n in range(count - 1 - len(more))), *more}
    near = [{a + b - n for a, b in beside if n in (a, b)} for n in range(count)]
    return Parts(
        lads=tuple(map(str, range(count))),
        footprints=tuple(footprints),
        blocks=tuple((str(n),) for n in range(count)),
        residents=residents,
        adjacent=tuple(map(frozenset, near)),
    )


# P has 30 people, Q 7 and R 80.
LINE = in_a_line("PPQQQRR", (10, 20, 1, 2, 4, 30, 50))
PEOPLE = dict(enumerate(map(float, LINE.residents)))


def both(one: set[int], other: set[int]) -> tuple[frozenset[int], frozenset[int]]:
    return frozenset(one), frozenset(other)


def test_the_two_smallest_that_touch_where_they_go_are_moved() -> None:
    pair = Pair(LINE, HANDED_ON)
    assert pair.solve(5) == both({2}, {5})
    assert pair.people(both({2}, {5})) == 31
    assert Pair(LINE, BOTH_OUT).solve(5) == both({2}, {4})


@pytest.mark.parametrize(
    ("footprint", "least", "most", "found"),
    [
        ("P", 31, 31, both({2}, {5})),
        ("P", 32, 99, both({2, 3}, {5})),
        ("P", 36, 99, None),
        ("Q", 36, 36, both({2}, {5})),
        ("Q", 37, 99, None),
        ("Q", 0, 35, both({2, 3}, {5})),
        ("R", 50, 50, both({2}, {5})),
        ("R", 0, 49, None),
    ],
)
def test_what_a_footprint_has_after_both_moves_is_what_it_had_and_gets_less_what_it_gives(
    footprint: str, least: int, most: int, found: object
) -> None:
    pair = Pair(LINE, HANDED_ON)
    after = pair.after(footprint, PEOPLE)
    pair.require(after >= least, after <= most)
    assert pair.solve(5) == found


def test_only_what_has_a_weight_counts() -> None:
    pair = Pair(LINE, HANDED_ON)
    pair.require(pair.after("P", {0: 5.0, 3: 2.0}) >= 7)
    assert pair.solve(5) == both({2, 3}, {5})


def test_a_part_leaves_once_and_no_footprint_gives_all_it_has() -> None:
    pair = Pair(LINE, BOTH_OUT)
    pair.require(pair.leaving(3) >= 1)
    assert pair.solve(5) is None
    twice = Pair(LINE, BOTH_OUT)
    twice.require(twice.leaving(2) >= 2)
    assert twice.solve(5) is None
    other = Pair(LINE, HANDED_ON)
    other.require(other.leaving(6) >= 1)
    assert other.solve(5) is None


def test_what_is_forbidden_is_left_out_and_nothing_else() -> None:
    pair, found = Pair(LINE, HANDED_ON), []
    while (moved := pair.solve(5)) is not None:
        found.append(moved)
        pair.forbid(moved)
    assert found == [both({2}, {5}), both({2, 3}, {5}), both({2, 4}, {5})]


@pytest.mark.parametrize(
    ("ways", "moved", "apart"),
    [
        (HANDED_ON, both({2}, {5}), 0),
        (HANDED_ON, both({2, 3}, {5}), 0),
        # What goes is in two pieces, and then what stays, and then both of Q's moves together.
        (HANDED_ON, both({2, 4}, {5}), 1),
        (HANDED_ON, both({3}, {5}), 1),
        (BOTH_OUT, both({3}, set()), 1),
        (BOTH_OUT, both({2}, {4}), 0),
    ],
)
def test_what_comes_apart_is_cut_off_and_what_hangs_together_is_not(
    ways: tuple[Way, Way], moved: tuple[frozenset[int], frozenset[int]], apart: int
) -> None:
    assert len(Pair(LINE, ways).cuts(moved)) == apart


def test_a_cut_leaves_out_what_came_apart() -> None:
    pair = Pair(LINE, HANDED_ON)
    pair.require(pair.leaving(4) >= 1)
    assert pair.solve(5) == both({2, 4}, {5})
    pair.require(*pair.cuts(both({2, 4}, {5})))
    assert pair.solve(5) is None


def test_a_footprint_in_two_pieces_comes_to_be_one_where_that_is_asked() -> None:
    # Q is 0 and 3. P between them has one part more, behind its first, that it can keep.
    parts = in_a_line("QPPQRRP", (1, 2, 3, 4, 5, 6, 7), (1, 6))
    ways = (Way("P", "Q"), Way("R", "Q"))
    found = fewest(Pair(parts, ways, unite="Q"), lambda _: True)
    assert found == Found(both({1, 2}, {4}), exact=True, at_least=10)
    left_so = fewest(Pair(parts, ways), lambda _: True)
    # Without 1 the last part of P would hang on nothing.
    assert left_so == Found(both({2}, {4}), exact=True, at_least=8)
    united = Pair(parts, ways, unite="Q")
    assert len(united.cuts(both({2}, {4}))) == 1
    assert united.cuts(both({1, 2}, {4})) == []
