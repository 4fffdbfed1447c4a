"""Options: every edit keeps every block in exactly one footprint, or says why it cannot be."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.measures import formulas
from footprint.options import option as options
from footprint.options.history import Drawing
from footprint.options.lasting import lost
from footprint.options.option import (
    OptionError,
    begin,
    clean_name,
    recolour,
    rename,
    set_drawn,
    split_off,
)
from footprint.plans.assignment import Footprint
from footprint.plans.plan import check_complete
from tests.drawn import HOSTILE, drawn, edits


@pytest.fixture(scope="session")
def begun(today):
    return begin(today, "icb-2023")


@pytest.fixture(scope="session")
def teams(cluster):
    """West and Middle under one team, drawn on the layer of teams."""
    return begin(cluster, "icb-2023")


def owners(option):
    return dict(option.plan.assignment)


def test_an_option_begins_as_the_plan_it_is_begun_from(begun, today):
    assert begun.plan.assignment == today.assignment
    assert begun.plan.footprints == today.footprints
    assert (begun.base, begun.plan.status) == ("icb-2023", "option")
    assert begun.plan.national


def test_a_block_moves_and_the_option_before_stays_as_it_was(begun):
    after = options.move(begun, ["B-1"], "M")
    assert owners(after) == owners(begun) | {"B-1": "M"}
    assert owners(begun)["B-1"] == "W"


def test_the_last_block_takes_its_footprint_with_it(begun):
    after = options.move(begun, ["B-3"], "W")
    assert list(after.plan.by_id) == ["W", "E"]
    assert [one.name for one in lost(begun.plan, after.plan)] == ["Middle"]


def test_a_new_footprint_is_split_off(begun):
    after = split_off(begun, ["B-1", "B-3"], "Birch")
    assert after.plan.by_id["o1"] == Footprint("o1", "Birch")
    assert after.plan.blocks_of("o1") == ["B-1", "B-3"]
    assert "M" not in after.plan.by_id
    again = split_off(after, ["A-1"], "Ash")
    assert again.plan.blocks_of("o2") == ["A-1"]


def test_two_footprints_join_into_the_first(begun):
    after = options.join(begun, "W", "M")
    assert after.plan.by_id["W"] == Footprint("W", "West")
    assert after.plan.blocks_of("W") == ["A-1", "A-2", "B-1", "B-3"]
    assert after.plan.kinds["W"] == "merger"


def test_a_footprint_is_renamed(begun):
    assert rename(begun, "E", " Far \n East ").plan.by_id["E"] == Footprint("E", "Far East")


def test_teams_that_join_leave_the_bodies_in_them_alone(teams):
    after = options.join(teams, "wm", "E")
    assert after.plan.bodies == teams.plan.bodies
    assert after.plan.others["wm"] == ("W", "M", "E")
    assert after.plan.kinds["wm"] == "cluster"


def test_a_team_that_is_a_merger_makes_its_bodies_one_and_may_be_a_cluster_again(teams):
    merged = set_drawn(teams, "wm", "merger")
    assert merged.plan.bodies.footprint_of.to_list() == ["wm"] * 4 + ["E"] * 2
    assert merged.plan.bodies.by_id["wm"].name == "West and Middle"
    assert merged.plan.kinds == {"wm": "merger", "E": "alone"}
    assert merged.plan.seen_as("bodies").kinds["wm"] == "merger"
    assert set_drawn(merged, "wm", "cluster") == teams
    assert set_drawn(teams, "E", "merger").plan.kinds["E"] == "alone"


def test_a_team_of_one_body_and_a_part_of_another_has_one_body_where_that_was_chosen(teams):
    more = options.move(teams, ["B-1"], "E")
    assert more.plan.kinds["E"] == "cluster"
    chosen = set_drawn(more, "E", "merger").plan
    assert chosen.kinds["E"] == "enlarged"
    assert chosen.bodies.held["E"] == chosen.teams.held["E"]


def test_a_block_that_joins_a_merged_team_joins_its_body_too(teams):
    after = options.move(set_drawn(teams, "wm", "merger"), ["C-4"], "wm")
    assert dict(after.plan.bodies.pairs)["C-4"] == "wm"
    assert dict(after.plan.bodies.pairs)["D-4"] == "E"


def test_a_team_that_takes_part_of_a_body_divides_it_and_changes_no_boundary(teams):
    after = options.move(teams, ["C-4"], "wm")
    assert after.plan.bodies == teams.plan.bodies
    assert after.plan.divided == ("E",)


def test_bodies_keep_their_team_and_a_new_one_over_several_has_its_own(cluster):
    bodies = begin(cluster.seen_as("bodies"), "icb-2023")
    larger = options.move(bodies, ["C-4"], "M")
    assert dict(larger.plan.teams.pairs)["C-4"] == "wm"
    inside = split_off(bodies, ["B-1", "B-3"], "Birch")
    assert dict(inside.plan.teams.pairs)["B-1"] == "wm"
    across = split_off(bodies, ["B-3", "C-4"], "Middle East")
    assert dict(across.plan.teams.pairs)["C-4"] == "o1"
    assert across.plan.teams.by_id["o1"].name == "Middle East"


def test_on_the_layer_of_bodies_nothing_is_a_cluster(begun):
    with pytest.raises(OptionError, match="Every footprint on the layer of statutory bodies"):
        set_drawn(begun, "E", "cluster")
    assert split_off(begun, ["B-1"], "Birch", "merger").merged == frozenset()


def test_a_colour_is_chosen_and_left_to_the_map_again(begun):
    after = recolour(begun, "E", "#99bfe5")
    assert after.colours == (("E", "#99bfe5"),)
    assert recolour(after, "E", "") == begun


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda o: options.move(o, ["X-9"], "W"), "“X-9” is no block of England."),
        (lambda o: options.move(o, ["A-1"], "Q"), "There is no footprint “Q” in this option."),
        (lambda o: options.move(o, ["A-1"], "W"), "All of that is in West already."),
        (lambda o: options.move(o, [], "W"), "All of that is in West already."),
        (lambda o: split_off(o, [], "x"), "Nothing is chosen to make a footprint of."),
        (lambda o: split_off(o, ["B-3"], "x"), "That is all of Middle."),
        (lambda o: split_off(o, ["A-1"], "\u200b "), "a name that can be seen."),
        (lambda o: split_off(o, ["A-1"], "EAST"), "a footprint called “EAST” already."),
        (lambda o: options.join(o, "W", "W"), "cannot be joined with itself."),
        (lambda o: rename(o, "W", "y" * 301), "Keep it to 300."),
        (lambda o: rename(o, "W", "West"), "That is its name already."),
        (lambda o: recolour(o, "W", "red"), "“red” is no colour."),
        (lambda o: options.lock(o, "Q"), "There is no footprint “Q” in this option."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(begun, edit, said):
    with pytest.raises(OptionError) as refused:
        edit(begun)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "edit",
    [
        lambda o: options.move(o, ["B-3"], "W"),
        lambda o: options.move(o, ["C-4"], "M"),
        lambda o: split_off(o, ["B-3", "C-4"], "new"),
        lambda o: options.join(o, "M", "W"),
        lambda o: options.join(o, "W", "M"),
        lambda o: rename(o, "M", "new"),
        lambda o: recolour(o, "M", "#000000"),
    ],
)
def test_a_locked_footprint_stays_as_it_is_until_it_is_unlocked(begun, edit):
    locked = options.lock(begun, "M")
    with pytest.raises(OptionError, match="Middle is locked. Unlock it first."):
        edit(locked)
    assert edit(options.unlock(locked, "M")) == edit(begun)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_that_can_be_seen_may_be_given(begun, name):
    assert rename(begun, "W", name).plan.by_id["W"].name == " ".join(name.split())


def test_marks_that_turn_text_round_are_left_out_of_names():
    assert clean_name("a\u202egnorw\u2069\x00b") == "agnorw b"


@given(data=st.data())
def test_any_edits_undone_and_redone_keep_every_block_once(begun, toy, data):
    drawing = Drawing((begun,))
    seen = [begun]
    for act in data.draw(st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=12)):
        if act == "edit":
            drawing = drawing.done(data.draw(edits(drawing.now)))
            seen = list(drawing.history)
        else:
            drawing = drawing.undone() if act == "undo" else drawing.redone()
        plan = drawing.now.plan
        check_complete(plan, toy)
        assert [block for block, _ in plan.assignment] == list(toy.blocks.index)
        assert formulas.residents(toy, plan).sum() == 2_100
        assert abs(formulas.running_cost_allowance(toy, plan).sum() - 55_000) < 1e-6
        assert set(dict(drawing.now.colours)) | drawing.now.locked <= set(plan.by_id)
        assert list(drawing.history) == seen


def test_undo_and_redo_have_no_limit(begun):
    drawing = Drawing((begun,))
    for n in range(500):
        drawing = drawing.done(rename(drawing.now, "W", f"name {n}"))
    for _ in range(600):
        drawing = drawing.undone()
    assert drawing.now == begun
    assert not drawing.can_undo
    for _ in range(600):
        drawing = drawing.redone()
    assert drawing.now.plan.by_id["W"].name == "name 499"
    assert not drawing.can_redo


def test_a_new_edit_forgets_what_was_undone(begun):
    one, other = options.lock(begun, "W"), options.lock(begun, "E")
    drawing = Drawing((begun,)).done(one).undone().done(other)
    assert drawing.history == (begun, other)
    assert drawing.before == begun


def test_an_edit_that_changes_nothing_is_no_step(begun):
    assert Drawing((begun,)).done(begun) == Drawing((begun,))


def test_a_state_seen_before_is_found_again_and_a_new_one_added(begun):
    one, other = options.lock(begun, "W"), options.lock(begun, "E")
    drawing = Drawing((begun,)).done(one).done(begun)
    assert drawing.at(one).position == 1
    assert drawing.at(begun).position == 2
    assert drawing.at(other).history == (begun, one, begun, other)


@given(data=st.data())
def test_edits_on_england_keep_its_residents(shipped, england, data):
    option = data.draw(drawn(begin(shipped["agreed-2025-09"], "icb-2023"), most=4))
    check_complete(option.plan, england)
    assert formulas.residents(england, option.plan).sum() == 58_620_101


def test_an_option_seen_on_the_other_layer_goes_on_from_the_same(teams):
    saved = replace(teams, start="saved-x.1")
    bodies = options.on_layer(saved, "bodies")
    assert options.on_layer(saved, "teams") is saved
    assert bodies.began.seen == bodies.plan.seen == "bodies"
    assert bodies.plan.assignment == saved.plan.seen_as("bodies").assignment
    assert (bodies.base, bodies.rest, bodies.start) == (saved.base, saved.rest, "saved-x.1")
    assert (saved.begun_from, saved.begun_key) == ("saved-x.1",) * 2
    assert teams.begun_from == "agreed-2025-09"
    assert teams.begun_key == "agreed-2025-09~teams"


def test_a_footprint_is_drawn_as_a_cluster_or_a_merger_and_as_nothing_else(begun):
    with pytest.raises(OptionError, match="“council” is no kind of footprint"):
        split_off(begun, ["B-1"], "New", "council")


def test_a_team_of_one_whole_body_that_is_called_a_merger_merges_nobody(completed):
    begun = options.begin(completed["merged-2026-04"].seen_as("teams"), "icb-2023")
    told = options.set_drawn(begun, "ess", "merger")
    assert options.drawn_as(told, "ess") == "merger"
    assert told.plan.bodies == begun.plan.bodies
    assert told.plan.kinds == begun.plan.kinds
    # With more than its body it is one.
    (block, *_) = begun.plan.blocks_of("QMF")
    grown = options.move(told, [block], "ess")
    assert grown.plan.bodies != begun.plan.bodies
