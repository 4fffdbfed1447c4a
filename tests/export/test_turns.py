"""Turns: fair between people, with a bound and a place that is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.export.turns import Asker, FullError, Ticket, Turns, in_order


def waiting(whose: str) -> list[Ticket]:
    """One that waits for each letter, a letter for each person."""
    return [Ticket(Asker(one), number) for number, one in enumerate(whose)]


def served(whose: str, before: dict[str, int] | None = None) -> str:
    last = {Asker(one): turn for one, turn in (before or {}).items()}
    return "".join(one.whose.tab for one in in_order(waiting(whose), last))


def test_people_take_turns_however_many_places_one_has() -> None:
    assert served("aaab") == "abaa"
    assert served("aaabbc") == "abcaba"
    assert served("ab", {"a": 3}) == "ba"
    assert served("abab", {"a": 1, "b": 2}) == "abab"


def test_whoever_opens_many_tabs_waits_for_themselves() -> None:
    tabs = [Ticket(Asker(str(number), "many"), number) for number in range(4)]
    other = [Ticket(Asker(one, "other"), 4) for one in "xy"]
    order = [one.whose.tab for one in in_order([*tabs, *other], {})]
    assert order == ["0", "x", "1", "y", "2", "3"]
    before = {"many": 2, Asker("0", "many"): 2, "other": 1}
    assert next(in_order([*tabs, *other], before)).whose.visitor == "other"


def test_twenty_wait_of_one_address_and_others_find_room() -> None:
    turns = Turns(1)
    for number in range(20):
        turns.queue(Asker(str(number), "192.0.2.7"))
    with pytest.raises(FullError, match="^20 others at your address are waiting already"):
        turns.queue(Asker("late", "192.0.2.7"))
    assert turns.queue(Asker("late", "192.0.2.8")).place == 1


@given(st.text("abcd", max_size=12))
def test_nobody_is_served_twice_while_another_who_came_waits(whose: str) -> None:
    order = served(whose)
    assert sorted(order) == sorted(whose)
    for place, one in enumerate(order):
        again = order.find(one, place + 1)
        if again > 0:
            between = set(order[place + 1 : again])
            assert set(order[again:]) - {one} <= between


@given(st.text("abcd", min_size=1, max_size=12))
def test_the_place_that_is_told_is_the_one_in_which_it_is_served(whose: str) -> None:
    turns = Turns(1, most_each=12)
    first = turns.queue(Asker("first"))
    rest = [turns.queue(Asker(one)) for one in whose]
    told = {one.place: one for one in rest if one.place}
    assert sorted(told) == list(range(1, len(rest) + 1))
    first.leave()
    for place in sorted(told):
        assert [one for one in rest if one.has_come] == [told[place]]
        told[place].leave()
    assert not any(one.has_come for one in rest)


def test_no_more_are_served_at_once_than_may_be() -> None:
    turns = Turns(2)
    held = [turns.queue() for _ in range(4)]
    assert [one.has_come for one in held] == [True, True, False, False]
    held[0].leave()
    assert [one.has_come for one in held] == [False, True, True, False]
    # To leave twice frees one place.
    held[0].leave()
    assert [one.has_come for one in held] == [False, True, True, False]


def test_the_queue_has_a_bound_for_all_and_one_for_each() -> None:
    turns = Turns(1, most=3, most_each=2)
    mine = [turns.queue(Asker("me")) for _ in range(2)]
    with pytest.raises(FullError, match="You have 2 in the queue already"):
        turns.queue(Asker("me"))
    turns.queue(Asker("you"))
    turns.queue(Asker("them"))
    with pytest.raises(FullError, match="3 others are waiting already"):
        turns.queue(Asker("somebody else"))
    mine[1].leave()
    assert turns.queue(Asker("somebody else")).place == 3


def test_a_place_that_is_given_up_keeps_nobody_waiting() -> None:
    turns = Turns(1)
    first, second, third = (turns.queue() for _ in range(3))
    second.leave()
    assert (first.place, second.place, third.place) == (0, 0, 1)
    with second:
        assert not second.has_come
    first.leave()
    assert third.has_come


def test_forty_wait_and_six_of_one_person() -> None:
    turns = Turns(1)
    assert turns.queue(Asker("first")).has_come
    for number in range(40):
        turns.queue(Asker(f"other {number}"))
    with pytest.raises(FullError, match="^40 others are waiting already"):
        turns.queue(Asker("late"))
    mine = Turns(1)
    for _ in range(6):
        mine.queue(Asker("me"))
    with pytest.raises(FullError, match="^You have 6 in the queue already"):
        mine.queue(Asker("me"))
    assert not mine.queue(Asker("you")).has_come
