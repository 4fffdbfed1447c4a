"""An option moved onto newer blocks: what is carried, what the majority decides, what is lost."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.options import carry, links
from footprint.options import option as options
from footprint.options.carry import CarryError, Overruled
from footprint.options.links import LinkError
from footprint.options.option import begin, split_off
from footprint.plans.assignment import Assignment, Footprint
from tests.drawn import drawn

NAMES = {"B-9": "Birch", "A-1": "Ash"}


@pytest.fixture(scope="session")
def begun(today):
    return begin(today, "icb-2023")


@pytest.fixture(scope="session")
def split(begun):
    """Birch, of 200 and 400 people, is a footprint of its own; Ash stays West."""
    return split_off(begun, ["B-1", "B-3"], "All of Birch")


def held(option, base):
    text, blocks = carry.unpack(carry.pack(links.write(option, base), base.footprint_of.index))
    return links.held(text, blocks), blocks


def became(*rows):
    return pd.DataFrame(rows, columns=["old", "new", "residents"])


def newer(base, *pairs):
    """The base plan on other blocks, without the footprints that then have none."""
    used = {owner for _, owner in pairs}
    layer = Assignment(
        tuple(one for one in base.footprints if one.id in used), tuple(sorted(pairs))
    )
    return replace(base, bodies=layer, teams=layer)


def merged(base):
    """B-1 and B-3 have become one block, B-9."""
    kept = [pair for pair in base.assignment if not pair[0].startswith("B")]
    return newer(base, *kept, ("B-9", "M"))


@given(data=st.data())
def test_an_option_is_carried_whole_onto_the_blocks_it_was_drawn_on(begun, today, data):
    option = data.draw(drawn(begun))
    carried, report = carry.carry(*held(option, today), today, carry.NO_CHANGES)
    assert dict(carried.plan.by_id) == dict(option.plan.by_id)
    assert carried.plan.assignment == option.plan.assignment
    assert carried.colours == option.colours
    assert carried.locked == option.locked
    assert report.whole
    assert len(report.exactly) == 6


def test_a_block_with_a_new_code_goes_where_the_old_one_went(split, today):
    base = newer(today, *[(b.replace("B-1", "B-7"), owner) for b, owner in today.assignment])
    table = became(("B-1", "B-7", 200))
    carried, report = carry.carry(*held(split, today), base, table)
    assert carried.plan.footprint_of[["B-7", "B-3", "A-1"]].tolist() == ["o1", "o1", "W"]
    assert report.whole
    assert carry.sentences(report, NAMES) == ["6 blocks are exactly as drawn."]


def test_blocks_drawn_together_that_became_one_are_carried(split, today):
    table = became(("B-1", "B-9", 200), ("B-3", "B-9", 400))
    carried, report = carry.carry(*held(split, today), merged(today), table)
    assert carried.plan.footprint_of["B-9"] == "o1"
    assert carried.plan.by_id["o1"].name == "All of Birch"
    assert report.whole


def test_the_most_people_decide_where_blocks_drawn_apart_became_one(begun, today):
    option = options.move(begun, ["B-1"], "E")
    table = became(("B-1", "B-9", 200), ("B-3", "B-9", 400))
    carried, report = carry.carry(*held(option, today), merged(today), table)
    assert carried.plan.footprint_of["B-9"] == "M"
    assert report.overruled == (Overruled("B-9", 600, 200),)
    assert carry.sentences(report, NAMES)[0] == (
        "Birch (B-9) was drawn in parts: it goes with most of its 600 people, against 200 who "
        "were drawn elsewhere."
    )


def test_a_block_that_is_divided_goes_the_same_way_in_all_its_parts(split, today):
    kept = [pair for pair in today.assignment if pair[0] != "B-3"]
    base = newer(today, *kept, ("B-5", "M"), ("B-6", "M"))
    table = became(("B-3", "B-5", 150), ("B-3", "B-6", 250))
    carried, report = carry.carry(*held(split, today), base, table)
    assert carried.plan.footprint_of[["B-1", "B-5", "B-6"]].tolist() == ["o1", "o1", "o1"]
    assert "M" not in carried.plan.by_id
    assert report.whole


def test_what_nothing_is_known_of_is_lost_and_new_land_is_left_with_its_plan(split, today):
    kept = [pair for pair in today.assignment if pair[0] not in ("B-1", "B-3")]
    base = newer(today, *kept, ("Z-1", "W"))
    carried, report = carry.carry(*held(split, today), base, carry.NO_CHANGES)
    assert carried.plan.footprint_of["Z-1"] == "W"
    assert [block for block, _ in report.lost] == ["B-1", "B-3"]
    assert report.left == ("Z-1",)
    assert report.gone == ("All of Birch",)
    assert carry.sentences(report, NAMES) == [
        "B-1 could not be carried: no block has its code today, and nothing says what became of "
        "it.",
        "B-3 could not be carried: no block has its code today, and nothing says what became of "
        "it.",
        "“All of Birch” has no area left and is gone.",
        "New, and left as in the plan it began from: Z-1.",
        "4 blocks are exactly as drawn.",
    ]


def test_a_move_to_a_footprint_that_is_no_more_is_told(begun, today):
    option = options.move(begun, ["A-1"], "M")
    layer = Assignment(
        tuple(Footprint("N", "New Middle") if one.id == "M" else one for one in today.footprints),
        tuple((b, "N" if owner == "M" else owner) for b, owner in today.assignment),
    )
    base = replace(today, bodies=layer, teams=layer)
    carried, report = carry.carry(*held(option, today), base, carry.NO_CHANGES)
    assert carried.plan.footprint_of["A-1"] == "W"
    assert report.lost == (("A-1", "the footprint “M” is no longer in the plan it began from"),)
    assert "A-1" not in report.exactly
    assert "Ash (A-1) could not be carried" in carry.sentences(report, NAMES)[0]


def test_a_carried_option_can_be_saved_and_carried_again(split, today):
    table = became(("B-1", "B-9", 200), ("B-3", "B-9", 400))
    carried, _ = carry.carry(*held(split, today), merged(today), table)
    again, report = carry.carry(*held(carried, merged(today)), merged(today), carry.NO_CHANGES)
    assert again == carried
    assert report.whole
    assert links.read(links.write(carried, merged(today)), merged(today)) == carried


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("B-1", "Q-1", 200)], "Q-1, which is no block"),
        # Of several, whatever their order, the first by the alphabet.
        ([("B-1", f"Q-{n}", 50) for n in (3, 5, 2, 4)], "Q-2, which is no block"),
        ([("B-1", "A-1", 200)], "A-1 takes in other blocks, so it must be in the table itself"),
    ],
)
def test_a_table_that_leaves_something_out_is_refused(split, today, rows, said):
    with pytest.raises(CarryError, match=said):
        carry.carry(*held(split, today), today, became(*rows))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[1]",
        "1abc",
        "null",
        '{"option": 1, "blocks": 2}',
        '{"option": 1, "blocks": "A-1"}',
        '{"option": "1abc", "blocks": ["A-1"]}',
        "[" * 100_000,
    ],
)
def test_what_was_not_saved_here_is_refused(content):
    with pytest.raises(LinkError):
        links.base_of(carry.unpack(content)[0])


def test_blocks_that_are_not_those_of_the_text_are_refused(split, today):
    with pytest.raises(LinkError):
        links.held(links.write(split, today), ["A-1"])


def test_a_text_for_other_boundaries_tells_so_before_it_is_read(split, today):
    text = links.write(split, today)
    assert links.stands_on(text, today)
    assert not links.stands_on(text, merged(today))
    with pytest.raises(LinkError, match="drawn on other data"):
        links.read(text, merged(today))


def test_of_many_blocks_that_are_none_the_first_by_its_code_is_named(split, today):
    strangers = [("B-1", f"Q-{n}", 25) for n in (7, 3, 8, 1, 5, 2, 6, 4)]
    with pytest.raises(CarryError, match="blocks became Q-1, which is no block"):
        carry.carry(*held(split, today), today, became(*strangers))
