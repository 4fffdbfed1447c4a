"""Programs: one move along a line of parts, whose every sum can be done in the head."""

from __future__ import annotations

import pytest

from footprint.criteria.program import Found, Transfer, fewest
from tests.two_moves.test_pair import in_a_line

# P has 30 people, Q 7 and R 80.
LINE = in_a_line("PPQQQRR", (10, 20, 1, 2, 4, 30, 50))
# Q is in two pieces, of 1 and 4 people, on either side of P; the last of P hangs on its first.
APART = in_a_line("QPPQP", (1, 2, 3, 4, 7), (1, 4))


def some(*parts: int) -> frozenset[int]:
    return frozenset(parts)


@pytest.mark.parametrize(
    ("origin", "to", "moved"), [("Q", "P", 2), ("Q", "R", 4), ("P", "Q", 1), ("R", "Q", 5)]
)
def test_the_part_moves_that_touches_where_it_goes(origin: str, to: str, moved: int) -> None:
    assert Transfer(LINE, origin, to).solve(5) == {moved}


def test_a_footprint_never_gives_all_it_has_nor_to_one_it_does_not_touch() -> None:
    transfer = Transfer(LINE, "R", "Q")
    transfer.require(transfer.residents_moved >= 31)
    assert transfer.solve(5) is None
    assert Transfer(LINE, "P", "R").solve(5) is None


@pytest.mark.parametrize(("least", "moved"), [(1, some(2)), (2, some(2, 3)), (4, some(2, 4))])
def test_what_moves_weighs_what_its_parts_weigh(least: int, moved: frozenset[int]) -> None:
    transfer = Transfer(LINE, "Q", "P")
    transfer.require(transfer.residents_moved >= least)
    assert transfer.solve(5) == moved
    weighed = Transfer(LINE, "Q", "P")
    weighed.require(weighed.moving({3: 1.0}) >= 1)
    assert weighed.solve(5) == {2, 3}


def test_sets_that_are_forbidden_are_left_out_and_no_others() -> None:
    transfer, found = Transfer(LINE, "Q", "P"), []
    while (moved := transfer.solve(5)) is not None:
        found.append(moved)
        transfer.forbid(moved)
    assert found == [{2}, {2, 3}, {2, 4}]
    assert [transfer.people(moved) for moved in found] == [1, 3, 5]


@pytest.mark.parametrize(
    ("moved", "cuts"), [(some(2), 0), (some(2, 3), 0), (some(2, 4), 1), (some(3), 1)]
)
def test_what_comes_apart_or_leaves_something_apart_is_cut_off(
    moved: frozenset[int], cuts: int
) -> None:
    transfer = Transfer(LINE, "Q", "P")
    found = transfer.cuts(moved)
    assert len(found) == cuts
    transfer.require(*found)
    transfer.require(*(transfer.moves[n] >= 1 for n in moved))
    # With what came apart something of what lies between has to go as well.
    assert transfer.solve(5) == (moved if not cuts else None if 3 not in moved else some(2, 3))


def test_pieces_that_were_apart_before_need_not_come_together_unless_that_is_asked() -> None:
    assert fewest(Transfer(APART, "P", "Q"), lambda _: True) == Found(some(2), True, 3)
    united = Transfer(APART, "P", "Q", unite="Q")
    assert fewest(united, lambda _: True) == Found(some(1, 2), True, 5)
    # To come out in one piece itself Q gives one of its two.
    assert fewest(Transfer(APART, "Q", "P", unite="Q"), lambda _: True) == Found(some(0), True, 1)


def test_what_is_refused_is_left_out_and_the_next_sought_up_to_a_bound() -> None:
    def transfer() -> Transfer:
        return Transfer(LINE, "Q", "P")

    assert fewest(transfer(), lambda moved: 3 in moved) == Found(some(2, 3), True, 3)
    assert fewest(transfer(), lambda _: False) == Found(None, exact=True)
    assert fewest(transfer(), lambda moved: 3 in moved, below=3) == Found(None, exact=True)
    assert fewest(transfer(), lambda moved: 3 in moved, below=4) == Found(some(2, 3), True, 3)


class Endless:
    """A program whose every answer is refused, and costs one person more than the last."""

    turns = 0

    def solve(self, _: float) -> int:
        self.turns += 1
        return self.turns

    def people(self, moved: int) -> int:
        return moved

    def cuts(self, _: int) -> list[object]:
        return []

    def forbid(self, _: int) -> None:
        pass


def test_a_search_ends_after_a_hundred_and_twenty_turns_and_tells_how_far_it_was() -> None:
    assert fewest(Endless(), lambda _: False) == Found(None, exact=False, at_least=120)
    assert fewest(Endless(), lambda moved: moved == 120) == Found(120, exact=True, at_least=120)
