"""Effects: what one state of an option changes beside another, to the person and in order."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import case_for
from footprint.options import effects
from footprint.options import option as options
from footprint.options.effects import Standing
from footprint.options.option import begin, split_off
from footprint.plans.tiers import tiers

TOY = Thresholds(least=600, trusts=1, cap=40.0)


@pytest.fixture(scope="module")
def begun(today):
    return begin(today, "icb-2023")


@pytest.fixture(scope="module")
def stands(toy):
    """A function that says where an option stands."""
    known = tiers(toy)
    return lambda option: effects.standing(case_for(toy, option.plan, TOY, tiers=known))


@pytest.fixture(scope="module")
def start(stands, begun) -> Standing:
    return stands(begun)


@pytest.fixture(scope="module")
def mended(stands, begun) -> Standing:
    """All of Birch in Middle."""
    return stands(options.move(begun, ["B-1"], "M"))


@pytest.fixture(scope="module")
def apart(stands, begun) -> Standing:
    """One new footprint of two blocks that lie far from each other."""
    return stands(split_off(begun, ["A-1", "C-4"], "Odd"))


def test_where_an_option_stands_is_one_sentence(start, apart):
    assert effects.take_away(start).startswith(
        "3 ICBs: 3 have fewer than 1 million people, and all are in one piece; 1 district and 1"
    )
    assert effects.take_away(apart).startswith(
        "4 ICBs: 4 have fewer than 1 million people, and 2 are in more than one piece; 2 districts "
        "and 3 upper-tier authorities are split; the one merger has fewer than the 1.5 million "
        "reportedly asked of merged ICBs."
    )


def test_a_move_is_told_by_people_splits_and_verdicts_the_worse_ones_first(start, mended):
    assert effects.effects(start, mended) == [
        "West: from 600 to 400 residents (−200).",
        "Middle: from 400 to 600 residents (+200).",
        "Made whole, districts: Birch.",
        "Made whole, upper-tier authorities: Birch.",
        "“West” now misses: At least 600 people.",
        "“West” now misses: At least one acute trust.",
        "“Middle” now meets: At least 600 people.",
        "“West” and “Middle” now meet: Each local authority works with one ICB.",
        "“West” now meets: Shares its borders with strategic authorities.",
        "“Middle” now meets: At least one acute trust.",
    ]


def test_a_new_footprint_begins_breaks_and_misses_but_meets_nothing_new(start, apart):
    told = effects.effects(start, apart)
    assert told[:7] == [
        "West: from 600 to 500 residents (−100).",
        "East: from 1,100 to 600 residents (−500).",
        "Odd begins with 600 residents.",
        "Newly split districts: Ash.",
        "Newly split upper-tier authorities: Ash and Eastshire.",
        "West is in 2 pieces. Apart from the largest: Birch (200 people).",
        "Odd is in 2 pieces. Apart from the largest: Ash (100 people).",
    ]
    assert "“West” and “Odd” now miss: In one piece." in told
    assert not [words for words in told if "now meet" in words]


def test_the_way_back_says_what_goes_and_what_is_whole_again(start, apart):
    told = effects.effects(apart, start)
    assert "Odd keeps no area and goes." in told
    assert "Made whole, upper-tier authorities: Ash and Eastshire." in told
    assert "West is in one piece again." in told
    assert "Odd is in one piece again." not in told


def test_a_move_that_splits_and_mends_nothing_says_so_and_no_move_says_less(stands, begun, start):
    west = stands(split_off(begun, ["A-1", "A-2"], "Ash"))
    whole = stands(options.join(split_off(begun, ["A-1", "A-2"], "Ash"), "W", "M"))
    assert "No authority is newly split or made whole." in effects.effects(start, west)
    assert "No authority is newly split or made whole." not in effects.effects(west, whole)
    nothing = ["Nothing changes but names or colours."]
    assert effects.effects(start, start) == nothing
    assert effects.effects(start, stands(options.rename(begun, "W", "Far West"))) == nothing


def test_many_footprints_that_change_are_counted(stands, begun, start):
    option = begun
    for block in ("A-1", "B-1", "C-4"):
        option = split_off(option, [block], f"New {block}")
    six = stands(option)
    assert len(six.residents) == 6
    told = effects.effects(start, six)
    assert "New A-1 begins with 100 residents." in told
    assert not [words for words in told if words.startswith("Residents change in")]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("ab", "a and b"),
        ("abcdef", "a, b, c, d, e and f"),
        ("abcdefg", "a, b, c, d, e and 2 more"),
    ],
)
def test_up_to_six_names_are_said(names, words):
    assert effects._few(list(names)) == words


def test_a_difference_has_its_sign():
    assert effects.change(1_200) == "+1,200"
    assert effects.change(-1_200) == "−1,200"


def test_what_happens_to_bodies_and_teams_is_told_apart(stands, begun, cluster):
    start = stands(begun)
    nothing = ["No statutory boundary changes.", "Leadership teams stay as they are."]
    assert effects.of_layers(start, start) == nothing
    joined = stands(options.join(begun, "W", "M"))
    assert effects.of_layers(start, joined) == [
        "Statutory bodies: 2, where it began with 3; 1 has another area than any had.",
        "Leadership teams: 2, where it began with 3; 1 has another area than any had.",
    ]
    teams = begin(cluster, "icb-2023")
    one = stands(options.join(teams, "wm", "E"))
    assert effects.of_layers(stands(teams), one) == [
        "No statutory boundary changes.",
        "Leadership teams: 1, where it began with 2; 1 has another area than any had.",
    ]
    cut = stands(options.move(teams, ["C-4"], "wm"))
    assert effects.of_layers(stands(teams), cut) == [
        "No statutory boundary changes. A team leads only a part of East.",
        "Leadership teams: 2, where it began with 2; 2 have another area than any had.",
    ]


def test_the_table_has_what_changed_first_and_since_when(start, mended):
    table = effects.table(mended, start, start).map(str).set_index("Footprint")
    assert list(table.index) == ["Middle", "West", "East"]
    assert table.loc["Middle", ["Residents", *effects.SINCE]].tolist() == ["600", "+200", "+200"]
    assert table.loc["West", ["Residents", *effects.SINCE]].tolist() == ["400", "−200", "−200"]
    assert table.loc["East", list(effects.SINCE)].tolist() == ["", ""]
    shared = table["Envelope (worked out)"].str.endswith(" (worked out by share)")
    assert shared.tolist() == [True, True, False]
    assert table["Criteria missed"].tolist() == ["0", "3", "0"]
    later = effects.table(mended, mended, start).map(str).set_index("Footprint")
    assert later.loc["West", list(effects.SINCE)].tolist() == ["", "−200"]


def test_the_table_counts_pieces_and_the_split_authorities_of_each(start, apart):
    table = effects.table(apart, start, start).map(str).set_index("Footprint")
    assert table.loc["Odd", list(effects.SINCE)].tolist() == ["new", "new"]
    assert table["Pieces"].to_dict() == {"East": "1", "Odd": "2", "West": "2", "Middle": "1"}
    assert table["Split authorities"].to_dict() == {
        "East": "1",
        "Odd": "2",
        "West": "2",
        "Middle": "1",
    }
    assert list(table.index) == ["East", "Odd", "West", "Middle"]


def test_of_footprints_that_have_not_changed_the_one_with_most_people_stands_first(start):
    table = effects.table(start, start, start).set_index("Footprint")
    assert list(table.index) == ["East", "West", "Middle"]


@pytest.mark.parametrize(
    ("people", "under", "merged"),
    [
        (999_999, "yes", "yes"),
        (1_000_000, "no", "yes"),
        (1_499_999, "no", "yes"),
        (1_500_000, "no", "no"),
    ],
)
def test_a_line_is_not_under_itself(toy, begun, people, under, merged):
    blocks = toy.blocks.assign(residents_2024=1)
    blocks.loc["B-3", "residents_2024"] = people
    many = replace(toy, blocks=blocks)
    now = effects.standing(case_for(many, begun.plan, TOY, tiers=tiers(many), costs={}))
    table = effects.table(now, now, now).set_index("Footprint")
    assert table.at["Middle", "Under 1 million?"] == under
    assert table.at["Middle", "Under 1.5 million?"] == merged
    few = 3 if under == "yes" else 2
    assert effects.take_away(now).startswith(f"3 ICBs: {few} have fewer than 1 million")


def test_a_footprint_whose_name_goes_on_under_another_id_neither_begins_nor_goes(start, stands):
    again = replace(start.plan.assigned, footprints=_renumbered(start.plan.assigned.footprints))
    pairs = tuple((block, f"new-{owner}") for block, owner in again.pairs)
    option = options.with_drawn(begin(start.plan, ""), replace(again, pairs=pairs))
    now = stands(option)
    assert effects.effects(start, now) == ["No authority is newly split or made whole."]
    table = effects.table(now, start, start)
    assert (table["Since the last move"] == "").all()


def _renumbered(footprints):
    return tuple(replace(one, id=f"new-{one.id}") for one in footprints)


def test_the_districts_of_a_piece_that_lies_apart_are_named_by_the_alphabet(stands, begun):
    odd = stands(split_off(begun, ["D-4", "B-1", "A-1"], "Odd"))
    (said,) = (one for one in effects.in_pieces(odd) if one.startswith("Odd"))
    assert said == "Odd is in 2 pieces. Apart from the largest: Ash and Birch (300 people)."


def test_many_districts_of_such_a_piece_are_named_by_the_alphabet_too(toy, make_plan):
    # Every block a district of its own, named otherwise than they stand in the table.
    names = pd.Series(["Yew", "Elm", "Oak", "Ivy", "Fir", "Dune"], toy.blocks.index)
    blocks = toy.blocks.assign(lad=toy.blocks.index, residents_2024=[1, 2, 3, 4, 5, 600])
    no_ferry = replace(toy, blocks=blocks, links=toy.links.iloc[:0])
    atlas = replace(no_ferry, authorities=pd.DataFrame({"lad_name": names}))
    now = SimpleNamespace(
        case=SimpleNamespace(atlas=atlas), plan=make_plan(*"WWWWWW"), pieces=pd.Series({"W": 2})
    )
    (said,) = effects.in_pieces(now)
    assert said.endswith("Apart from the largest: Elm, Fir, Ivy, Oak and Yew (15 people).")


def test_where_nobody_moves_bodies_that_become_one_are_told_or_that_nothing_changes(
    stands, start, begun, cluster
):
    assert effects.effects(start, stands(options.rename(begun, "W", "Far West"))) == [
        "Nothing changes but names or colours."
    ]
    led = begin(cluster, "icb-2023")
    merged = options.set_drawn(led, "wm", "merger")
    assert effects._unmoved(led.plan, merged.plan) == ["2 statutory bodies, where there were 3."]
