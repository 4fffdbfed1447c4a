"""Flows: blocks of words in columns, none of which is longer than it has to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.ink.blocks import Block, Line, height
from footprint.ink.words import line_height
from footprint.print.flows import flowed, held, run, shared_out, stacked

TALL = line_height(9.0)


def lines(count: int, size: float = 9.0) -> Block:
    return [Line(f"{number}", size) for number in range(count)]


def test_blocks_stand_below_each_other_with_room_between_them() -> None:
    first, second = lines(2), [replace(one, gap=1.0) for one in lines(1)]
    assert [line.gap for line in stacked([first, [], second])] == [0, 0, 5.2]
    assert [line.gap for line in stacked([[], second])] == [1]


@pytest.mark.parametrize(
    ("counts", "columns", "held"),
    [
        ((3, 3), 2, [3, 3]),
        ((1, 1, 4), 2, [2, 4]),
        ((4, 1, 1), 2, [4, 2]),
        ((2, 0, 2, 2), 3, [2, 2, 2]),
        ((1, 9, 1), 3, [1, 9, 1]),
    ],
)
def test_blocks_are_shared_out_in_order_so_that_the_longest_column_is_short(
    counts: tuple[int, ...], columns: int, held: list[int]
) -> None:
    found = shared_out([lines(count) for count in counts], columns)
    assert [len(column) for column in found if column] == held


def test_one_block_alone_runs_through_all_columns() -> None:
    entries = [replace(line, gap=1.0) for line in lines(5)]
    for blocks in ([entries], [[], entries, []]):
        assert [len(column) for column in shared_out(blocks, 2)] == [3, 2]


def test_lines_without_room_are_kept_back_and_the_last_says_where_they_are() -> None:
    ten = lines(10)
    assert held(ten, 10 * TALL) == (ten, [])
    kept, rest = held(ten, 9.5 * TALL)
    assert [*kept[:-1], *rest] == ten
    assert len(kept) == 9 and kept[-1].words == "More is on the next page of the PDF."
    kept, rest = held(ten, 0)
    assert (len(kept), len(rest)) == (2, 9)


@pytest.mark.parametrize(
    ("count", "columns", "held"), [(7, 3, [3, 3, 1]), (6, 3, [2, 2, 2]), (0, 2, [0]), (1, 2, [1])]
)
def test_lines_are_cut_into_columns_of_one_length(
    count: int, columns: int, held: list[int]
) -> None:
    assert [len(one) for one in flowed(lines(count), columns)] == held


def entries(*counts: int) -> Block:
    """A heading, and entries of so many lines below it."""
    made = [Line("Numbers on the map", 9.0, bold=True, gap=4.2)]
    for number, count in enumerate(counts):
        made += [Line(f"{number}", 9.0, gap=0.5), *[Line("more", 9.0)] * (count - 1)]
    return made


@pytest.mark.parametrize(
    ("counts", "columns", "begins"),
    [
        ((1, 1, 1), 2, ["Numbers on the map", "1"]),
        ((1, 3, 1), 2, ["Numbers on the map", "1"]),
        ((3, 1, 1, 1, 1), 2, ["Numbers on the map", "1"]),
        ((1,), 2, ["Numbers on the map"]),
        ((2, 2, 2, 2), 3, ["Numbers on the map", "1", "3"]),
    ],
)
def test_a_list_runs_on_at_the_head_of_the_next_column_and_no_entry_is_cut(
    counts: tuple[int, ...], columns: int, begins: list[str]
) -> None:
    whole = entries(*counts)
    found = run(whole, columns)
    assert len(found) == columns
    assert [one[0].words for one in found if one] == begins
    assert [one[0].gap for one in found if one] == [0.0] * len(begins)
    assert [line.words for one in found for line in one] == [line.words for line in whole]


def test_no_column_of_a_list_is_longer_than_it_has_to_be() -> None:
    found = run(entries(*[1] * 40), 2)
    assert max(map(height, found)) - min(map(height, found)) < 2 * TALL
