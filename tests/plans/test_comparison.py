"""Two plans held against each other: every sum done by head, and nobody lost on the way."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.criteria import differences
from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import OF_FOOTPRINTS, case_for, scorecard
from footprint.criteria.differences import Side
from footprint.facts.atlas import Atlas
from footprint.maps import pairs
from footprint.maps.choropleth import choropleth
from footprint.maps.colours import first_colours, kept_colours
from footprint.maps.comparison_sentences import (
    change_words,
    headline,
    overlap_words,
    what_follows,
    where_it_lies,
)
from footprint.maps.layer import counted_in
from footprint.maps.marks import Mark
from footprint.maps.membership import membership
from footprint.maps.palette import OUT_OF_SCOPE_FILL
from footprint.measures.catalogue import BY_KEY, MEASURES, tabulate
from footprint.measures.classes import classify
from footprint.measures.units import COUNT, MILLIONS, PEOPLE, SHARE
from footprint.plans.comparison import (
    Comparison,
    changes_by_district,
    compare,
    direction,
    side_by_side,
)
from footprint.plans.places import districts
from footprint.plans.plan import Plan, complete
from footprint.plans.scope import Scope, beyond, england_of, inside, letters, scope_of, united
from footprint.plans.splits import authorities, change
from footprint.plans.tiers import Tier, tiers
from footprint.web.leaflet import carrying
from footprint.web.map import message, pair_message

MakePlan = Callable[..., Plan]


def held(atlas: Atlas, before: Plan, after: Plan, scope: Scope | None = None) -> Comparison:
    return compare(before, after, atlas.blocks["residents_2024"], scope)


def in_layers(
    atlas: Atlas, before: Plan, after: Plan, scope: Scope | None = None
) -> tuple[Comparison, Comparison]:
    """Two plans held against each other by bodies, and by teams."""
    bodies, teams = (
        held(atlas, before.seen_as(seen), after.seen_as(seen), scope)
        for seen in ("bodies", "teams")
    )
    return bodies, teams


def what_changes(atlas: Atlas, comparison: Comparison) -> pd.DataFrame:
    return changes_by_district(comparison, atlas.blocks["lad"])


def side(atlas: Atlas, plan: Plan, scope: Scope | None = None) -> Side:
    kinds = tiers(atlas)
    return Side(
        plan,
        scope or england_of(plan),
        tabulate(atlas, plan),
        {key: authorities(atlas, plan, kinds[key]) for key in ("lad", "utla")},
        scorecard(case_for(atlas, plan, Thresholds(), tiers=kinds)),
    )


def told(atlas: Atlas, before: Plan, after: Plan) -> str:
    sides = (side(atlas, before), side(atlas, after))
    bodies, teams = in_layers(atlas, before, after)
    districts_of = tiers(atlas)["lad"]
    changes: dict[Tier, object] = {
        districts_of: change(*(one.splits(districts_of) for one in sides))
    }
    return " ".join(
        [*headline(bodies, teams, sides, ((),)), what_follows(sides, changes, 1_000)]
    ).strip()


def by_head(atlas: Atlas, before: Plan, after: Plan) -> list[str]:
    """What happens to each block, found footprint by footprint and person by person."""
    people = atlas.blocks["residents_2024"].to_dict()
    was, now = dict(before.assignment), dict(after.assignment)
    goes_on = {}
    for footprint in set(was.values()):
        here = [one for one in was if was[one] == footprint]
        sizes = {end: 0 for end in after.by_id if end in {now[one] for one in here}}
        for one in here:
            sizes[now[one]] += people[one]
        goes_on[footprint] = footprint if footprint in sizes else max(sizes, key=sizes.get)
    return [_answer(block, was, now, goes_on) for block in sorted(was)]


def _answer(block: str, was: dict, now: dict, goes_on: dict) -> str:
    here = {one for one in was if was[one] == was[block]}
    there = {one for one in now if now[one] == now[block]}
    if here == there:
        return "as it was"
    if here < there:
        others = {was[one] for one in there} - {was[block]}
        come_as_such = any(goes_on[other] == now[block] for other in others)
        return "joins" if come_as_such else "receives"
    return "stays" if now[block] == goes_on[was[block]] else "moves"


@given(
    one=st.lists(st.sampled_from("PQRST"), min_size=6, max_size=6),
    other=st.lists(st.sampled_from("PQRST"), min_size=6, max_size=6),
)
def test_each_block_has_one_answer_and_it_is_the_one_found_by_head(
    toy: Atlas, make_plan: MakePlan, one: list[str], other: list[str]
) -> None:
    before, after = make_plan(*one), make_plan(*other)
    assert held(toy, before, after).changes["how"].tolist() == by_head(toy, before, after)


def test_two_that_join_move_nobody(toy: Atlas, today: Plan, cluster: Plan) -> None:
    comparison = held(toy, today, cluster)
    assert comparison.matches == {"W": "wm", "E": "E"}
    assert comparison.came_from == {"wm": "W", "E": "E"}
    assert comparison.changes["how"].tolist() == ["joins"] * 4 + ["as it was"] * 2
    assert comparison.footprints_that("joins") == ["W", "M"]
    assert comparison.footprints_that("moves") == []


def test_a_footprint_is_divided_and_only_its_smaller_part_moves(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    comparison = held(toy, today, divided)
    assert comparison.changes["how"].to_dict() == {
        "A-1": "stays",
        "A-2": "stays",
        "B-1": "moves",
        "B-3": "receives",
        "C-4": "as it was",
        "D-4": "as it was",
    }


@pytest.mark.parametrize(
    ("after", "joining", "receiving"),
    [
        # Cedar leaves East for Middle, which keeps its own name, or has another.
        ("WWWMME", [], ["M"]),
        ("WWWXXE", [], ["M"]),
        # West comes whole too, so both join, whoever else moves there.
        ("MMMMME", ["W", "M"], []),
        # Most of West comes to Middle, so that it is not only movers who come.
        ("VMMMEE", ["M"], []),
        # A part of West goes each way, and both keep all of their own.
        ("WMEMEE", [], ["M", "E"]),
    ],
)
def test_who_only_receives_people_joins_nobody(
    toy: Atlas,
    today: Plan,
    make_plan: MakePlan,
    after: str,
    joining: list[str],
    receiving: list[str],
) -> None:
    comparison = held(toy, today, make_plan(*after))
    assert comparison.footprints_that("joins") == joining
    assert comparison.footprints_that("receives") == receiving


def test_what_lies_beyond_a_region_may_have_come_whole(
    toy: Atlas, today: Plan, island: Plan, make_plan: MakePlan
) -> None:
    regional, other = complete(island, today), make_plan(*"EEEEEE")
    rows = held(toy, regional, other, scope_of((regional, other))).changes
    assert list(rows["how"]) == ["joins"]


def test_on_the_layer_of_bodies_a_cluster_changes_nothing(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    bodies, teams = in_layers(toy, today, cluster)
    assert bodies.changed.empty
    assert list(teams.changed.index) == ["A-1", "A-2", "B-1", "B-3"]


def test_what_happens_is_told_by_district_and_says_whether_it_is_all_of_it(
    toy: Atlas, today: Plan, cluster: Plan, make_plan: MakePlan
) -> None:
    rows = [tuple(row) for row in what_changes(toy, held(toy, today, cluster)).to_numpy()]
    assert rows == [
        ("joins", "A", "W", "wm", 400, True),
        ("joins", "B", "M", "wm", 400, False),
        ("joins", "B", "W", "wm", 200, False),
    ]
    other = make_plan(*"WWWMEM")
    first = what_changes(toy, held(toy, today, other)).iloc[0]
    assert tuple(first) == ("moves", "D", "E", "M", 600, True)


def test_those_that_move_come_first_and_then_the_most_residents(
    toy: Atlas, today: Plan, make_plan: MakePlan
) -> None:
    rows = what_changes(toy, held(toy, today, make_plan(*"WWEEED")))
    assert list(rows["how"]) == ["moves", "moves", "stays", "stays", "joins"]
    assert list(rows["residents"]) == [600, 200, 500, 400, 400]


def test_the_matrix_counts_the_people_two_footprints_share(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    shared = held(toy, today, divided).overlap
    assert shared.loc["W"].to_dict() == {"W": 400, "birch": 200, "E": 0}
    assert shared.loc["M"].to_dict() == {"W": 0, "birch": 400, "E": 0}
    named = overlap_words(held(toy, today, divided), (["W", "M"], ["W", "birch"]))
    assert named.at["Middle", "Birch and Middle"] == 400


OWNERS = st.lists(st.sampled_from("PQRST"), min_size=6, max_size=6)


@given(one=OWNERS, other=OWNERS)
def test_nobody_is_lost_and_order_does_not_change_how_many_move(
    toy: Atlas, make_plan: MakePlan, one: list[str], other: list[str]
) -> None:
    there = held(toy, make_plan(*one), make_plan(*other))
    back = held(toy, make_plan(*other), make_plan(*one))
    assert there.overlap.to_numpy().sum() == 2_100
    people = toy.blocks.groupby(one)["residents_2024"].sum()
    assert there.overlap.sum(axis=1).to_dict() == people.to_dict()
    assert (there.overlap.to_numpy() == back.overlap.to_numpy().T).all()
    assert there.changes["residents"].sum() == 2_100
    assert what_changes(toy, there)["residents"].sum() == there.changed["residents"].sum()
    unchanged = [one.changes["how"].eq("as it was") for one in (there, back)]
    assert unchanged[0].tolist() == unchanged[1].tolist()
    assert len(there.matches) == len(set(there.matches.values()))


@given(owners=OWNERS)
def test_beside_itself_a_plan_changes_nothing(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    plan = make_plan(*owners)
    assert held(toy, plan, plan).changed.empty
    assert what_changes(toy, held(toy, plan, plan)).empty


def test_each_footprint_stands_beside_its_match_and_those_without_one_come_last(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    values = [tabulate(toy, plan)["residents"] for plan in (today, cluster)]
    table = side_by_side(held(toy, today, cluster), values[0], values[1], "higher")
    pairs_said = list(zip(table["came_from"], table["goes_to"], strict=True))
    assert pairs_said == [("W", "wm"), ("E", "E"), ("M", "")]
    assert list(table["difference"])[:2] == [400, 0]
    assert list(table["direction"]) == ["better", "the same", ""]


@pytest.mark.parametrize(
    ("difference", "better", "word"),
    [
        (1, "higher", "better"),
        (-1, "higher", "worse"),
        (1, "lower", "worse"),
        (-1, "lower", "better"),
        (0, "lower", "the same"),
        (5, "neither", "no better or worse"),
        (math.nan, "lower", "no better or worse"),
    ],
)
def test_a_direction_is_a_word(difference: float, better: str, word: str) -> None:
    assert direction(difference, better) == word


def test_plans_are_compared_in_the_region_that_any_of_them_is_made_for(
    toy: Atlas, today: Plan, island: Plan
) -> None:
    whole = complete(island, today)
    assert scope_of((whole, whole)) == scope_of((today, whole)) == Scope("the Islands", {"D-4"})
    assert inside(whole, {"D-4"}) == ["E"]
    assert beyond(today, {"D-4"}) == ["E"]
    assert beyond(whole, {"D-4"}) == []
    assert scope_of((today, today)) == england_of(today)
    assert scope_of((today,)).blocks == set(toy.blocks.index)


def test_parts_that_are_all_of_england_together_are_england(today: Plan) -> None:
    england = england_of(today)
    halves = Scope("one", frozenset({"A-1"})), Scope("two", england.blocks - {"A-1"})
    assert united(halves, england) is england
    assert united(halves[:1], england) == halves[0]
    named = [Scope(name, frozenset()) for name in "abcde"]
    assert united(named[:4], england).name == "a, b, c and d"
    assert united(named, england).name == "a, b, c and 2 others"


@pytest.mark.parametrize(
    ("titles", "called"),
    [
        (("Today", "Then"), "AB"),
        (("East model A", "36 ICBs", "East model B", "East model C (chosen)"), "ADBC"),
        (("36 ICBs", "East model B"), "AB"),
        (("36 ICBs", "East model A"), "BA"),
        (("East model A", "West model A", "Today"), "ABC"),
        (("A plan", "Model T", "Option 7"), "ABC"),
    ],
)
def test_a_plan_that_is_called_by_a_letter_keeps_it(titles: tuple[str, ...], called: str) -> None:
    assert "".join(letters(titles)) == called


def test_what_a_regional_plan_does_not_say_is_not_said_to_change(
    toy: Atlas, today: Plan, island: Plan, cluster: Plan
) -> None:
    scope = scope_of((complete(island, today),))
    rows = held(toy, cluster, complete(island, today), scope).changes
    assert list(rows.index) == ["D-4"]
    assert dict(rows[["came_from", "goes_to", "how"]].iloc[0]) == {
        "came_from": "E",
        "goes_to": "E",
        "how": "stays",
    }


def test_a_difference_has_its_sign_and_is_never_said_to_be_nothing_when_it_is_something() -> None:
    assert str(differences.signed(3_000, 2_000, PEOPLE)) == "−1,000"
    assert str(differences.signed(0, 2.5e6, MILLIONS)) == "+£2.5m"
    assert str(differences.signed(0, 0.005, SHARE)) == "+0.5 points"
    assert str(differences.signed(4, 4, COUNT)) == "0"
    assert str(differences.signed(0, 10, MILLIONS)) == "less than £0.1m"
    assert differences.signed(math.nan, 1, PEOPLE) == "no figure"


def test_a_difference_is_that_of_the_figures_beside_it() -> None:
    assert (PEOPLE.text(1_214_964.5), PEOPLE.text(2_025_832)) == ("1,214,964", "2,025,832")
    assert str(differences.signed(1_214_964.5, 2_025_832, PEOPLE)) == "+810,868"
    assert str(differences.signed(30.85e6, 31.46e6, MILLIONS)) == "+£0.6m"


def test_the_scorecard_of_two_toy_plans_is_right_to_the_person(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    sides = [side(toy, today), side(toy, divided)]
    lines = differences.size_lines(sides, 500)
    lines += differences.split_lines(sides, [tiers(toy)["lad"]])
    table = differences.as_table(lines, ["one", "two"], "AB")
    assert list(table.columns) == ["A: one", "B: two", "Change from A to B", "B is better or worse"]
    assert list(map(str, table.loc["Statutory bodies"])) == ["3", "3", "0", "the same"]
    assert list(map(str, table.loc["Leadership teams"])) == ["3", "3", "0", "the same"]
    assert list(map(str, table.loc["Smallest footprint, residents"])) == [
        "400",
        "400",
        "0",
        "the same",
    ]
    few = "Footprints with fewer than 500 people"
    assert list(map(str, table.loc[few])) == ["1", "1", "0", "the same"]
    assert list(map(str, table.loc["Split districts"])) == ["1 of 4", "0 of 4", "−1", "✓ better"]


def test_a_third_plan_is_said_with_its_difference_from_the_first(
    toy: Atlas, today: Plan, divided: Plan, cluster: Plan
) -> None:
    sides = [side(toy, plan) for plan in (today, divided, cluster)]
    table = differences.as_table(differences.size_lines(sides, 500), ["one", "two", "three"], "ABC")
    assert str(table.at["Leadership teams", "C: three"]) == "2 (no better or worse; −1)"
    assert str(table.at["Statutory bodies", "C: three"]) == "3 (the same)"
    lines = differences.split_lines(sides, [tiers(toy)["lad"]])
    (split,) = differences.as_table(lines, ["one", "two", "three"], "ABC")["C: three"]
    assert split == "0 of 4 (✓ better; −1)"


def test_every_measure_and_every_criterion_has_a_line(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    sides = [side(toy, today), side(toy, cluster)]
    measured = {line.label for line in differences.measure_lines(sides)}
    assert measured | {"Residents"} == {measure.label for measure in BY_KEY.values()}
    judged = differences.criterion_lines(sides, Thresholds())
    assert len(judged) == len(OF_FOOTPRINTS)
    assert judged[0].said == ("3 of 3 miss", "2 of 2 miss")
    assert judged[0].directions == ("fewer, the same share",)


def test_fewer_misses_that_are_a_larger_share_are_not_called_better() -> None:
    assert differences._fewer_and_smaller(-6, 0.1) == "fewer, but a larger share"
    assert differences._fewer_and_smaller(2, -0.1) == "more, but a smaller share"
    assert differences._fewer_and_smaller(0, 0.1) == "as many, but a larger share"


def test_the_totals_said_to_be_the_same_are_the_same(completed: dict[str, Plan], england: Atlas):
    tables = [
        tabulate(england, plan, [measure for measure in MEASURES if measure.adds_up])
        for plan in completed.values()
    ]
    for table in tables:
        assert table.sum().to_numpy() == pytest.approx(tables[0].sum().to_numpy(), rel=1e-9)


def test_the_paragraph_says_the_numbers_in_plain_words(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    said = told(toy, today, divided)
    assert said == (
        "Still 3 statutory bodies, and still 3 leadership teams. "
        "Statutory bodies: 1 is divided. 200 people move from West to Birch and Middle. "
        "Leadership teams: 1 is divided, and the same people move. "
        "ICBs with fewer than 1,000 people: 2 under either. "
        "Split districts: none, where there was 1. Made whole: Birch."
    )


def test_the_paragraph_on_a_plan_beside_itself_says_so(toy: Atlas, today: Plan) -> None:
    assert "nothing changes" in told(toy, today, today)


def test_a_place_is_told_under_both_plans(toy: Atlas, today: Plan, divided: Plan) -> None:
    said = where_it_lies(districts(toy)["B"], (today, divided), toy.blocks["residents_2024"])
    assert said == [
        "Birch (district) is divided here. Its people are in Middle (67%) and West (33%).",
        "Birch (district) is in Birch and Middle.",
    ]


def test_the_table_of_what_happens_has_names_and_raw_numbers(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    comparison = held(toy, today, cluster)
    names = toy.authorities["lad_name"]
    table = change_words(comparison, what_changes(toy, comparison), names)
    assert tuple(table.iloc[1]) == ("Joins", "Birch", "Middle", "West and Middle", 400, "part")


def both(atlas: Atlas, before: Plan, after: Plan) -> pairs.Pair:
    first = first_colours(atlas, before)
    second = kept_colours(atlas, after, before, first)
    inside_words = dict.fromkeys([*before.by_id, *after.by_id], "some ICBs")
    left = membership(before, first, inside_words, summary="Said.")
    right = membership(after, second, inside_words, summary="Said.")
    return pairs.with_matches((left, right), held(atlas, before, after))


def test_matched_footprints_keep_colour_and_say_their_names(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    left, right = both(toy, today, cluster)
    here = {area.id: area for area in left.areas}
    there = {area.id: area for area in right.areas}
    assert here["W"].fill == there["wm"].fill
    assert here["E"].fill == there["E"].fill
    assert here["W"].tooltip[-1] == "Becomes: West and Middle"
    assert here["M"].tooltip[-1] == "Most people go to: West and Middle"
    assert there["wm"].tooltip[-1] == "Was: West"
    assert there["E"].tooltip == ("ICB on its own", "some ICBs")
    assert here["E"].tooltip == ("ICB", "some ICBs")


def test_one_legend_counts_each_map(toy: Atlas, today: Plan, cluster: Plan) -> None:
    legend = pairs.one_legend(both(toy, today, cluster), "AB").legend
    assert [row.counted for row in legend] == ["A 3, B 0", "A 0, B 1", "A 0, B 1"]


def test_titles_do_not_decide_what_a_legend_says(toy: Atlas, today: Plan, cluster: Plan) -> None:
    joined = both(toy, today, cluster)
    renamed = tuple(replace(layer, title="Density: renamed") for layer in joined)
    assert pairs.one_legend(renamed, "AB").note == pairs.one_legend(joined, "AB").note
    assert "the same colour on both maps" in pairs.one_legend(renamed, "AB").note
    measured = tuple(
        replace(layer, title="Who joins whom: renamed", measure="density") for layer in joined
    )
    assert "the same colour on both maps" not in pairs.one_legend(measured, "AB").note


def test_one_set_of_classes_serves_both_maps(toy: Atlas, today: Plan, cluster: Plan) -> None:
    measure = BY_KEY["residents"]
    values = [tabulate(toy, plan)["residents"] for plan in (today, cluster)]
    classes = classify(pd.concat(values), measure.unit, count=3)
    left, right = (
        choropleth(plan, column, classes.counting(column), measure, summary="")
        for plan, column in zip((today, cluster), values, strict=True)
    )
    assert [row.words for row in left.legend] == [row.words for row in right.legend]
    assert [row.fill for row in left.legend] == [row.fill for row in right.legend]
    assert sum(row.count for row in left.legend) == 3
    assert sum(row.count for row in right.legend) == 2
    assert left.areas[2].fill == right.areas[1].fill


def test_what_joins_and_moves_is_marked_and_the_rest_pale(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    colours = {"W": "#000011", "birch": "#112233", "E": "#445566"}
    names = toy.blocks["lad"].map(toy.authorities["lad_name"])
    layer = pairs.change_layer(held(toy, today, divided), colours, names, summary="")
    drawn = [layer.areas[place] for place in layer.area_of_block]
    assert [area.marks for area in drawn] == [
        *(Mark.STAYS, Mark.STAYS, Mark.MOVES, Mark.RECEIVES, Mark.NONE, Mark.NONE)
    ]
    assert drawn[5].fill == OUT_OF_SCOPE_FILL
    assert drawn[3].fill == drawn[2].fill == "#112233"
    assert drawn[3].name == "Middle receives people who move, as Birch and Middle"
    assert drawn[2].name == "Part of West moves to Birch and Middle"
    assert drawn[0].name == "West stays, in West"
    assert drawn[3].tooltip == ("Birch",)
    assert [row.count for row in layer.legend] == [1, 1, 1, 1]


def test_a_legend_counts_what_moves_in_whatever_colour(
    toy: Atlas, today: Plan, make_plan: MakePlan
) -> None:
    colours = {"W": "#112233", "M": "#445566", "E": "#778899"}
    names = toy.blocks["lad"].map(toy.authorities["lad_name"])
    comparison = held(toy, today, make_plan("W", "M", "W", "M", "W", "E"))
    layer = pairs.change_layer(comparison, colours, names, summary="")
    every = {row.words.partition(":")[0].split(",")[0]: row.count for row in layer.legend}
    assert every == {"Only receives people who move": 1, "Stays": 2, "Moves": 2, "As it was": 0}
    assert [row.count for row in counted_in(layer, range(6)).legend] == [1, 2, 2, 0]


def test_the_pair_travels_as_one_message_with_its_titles_safe(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    messages = [message(layer, {}) for layer in both(toy, today, cluster)]
    group = carrying(pair_message(messages, ["A: </script>", "B: {{ 7 }}"]))
    (carrier,) = (child for child in group._children.values() if hasattr(child, "message"))
    read = json.loads(carrier.message)
    assert read["bars"] == ["A: </script>", "B: {{ 7 }}"]
    assert len(read["sides"]) == 2
    assert "<" not in carrier.message
    assert "{{" not in carrier.message


def test_42_icbs_and_26_teams_can_be_compared(england: Atlas, shipped: dict[str, Plan]) -> None:
    bodies, teams = in_layers(england, shipped["icb-2023"], shipped["agreed-2025-09"])
    assert bodies.changed.empty
    assert len(teams.matches) == 26
    assert len(teams.footprints_that("joins")) == 26
    # Mid and South Essex, and Hampshire and Isle of Wight, which parts of divided ICBs come to.
    assert teams.footprints_that("receives") == ["QH8", "QRL"]
    assert len(teams.footprints_that("moves")) == 3
    rows = what_changes(england, teams)
    assert rows["residents"].sum() == teams.changed["residents"].sum()
    assert teams.overlap.to_numpy().sum() == england.blocks["residents_2024"].sum()


def test_nobody_moved_when_two_london_icbs_came_under_one_team(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    bodies, teams = in_layers(england, shipped["merged-2026-04"], shipped["in-force-2026-10"])
    assert bodies.changed.empty
    assert teams.footprints_that("joins") == ["QKK", "QWE"]
    assert not teams.footprints_that("stays", "moves")


def test_models_a_and_c_of_the_east_differ_in_the_east_alone(
    england: Atlas, completed: dict[str, Plan]
) -> None:
    plans = completed["east-model-a"], completed["east-model-c"]
    scope = scope_of(plans).blocks
    comparison = held(england, *plans)
    assert set(comparison.changed.index) <= scope
    assert len(scope) < len(england.blocks)
    assert [len(inside(plan, scope)) for plan in plans] == [3, 3]


def test_a_footprint_that_goes_on_is_left_by_those_who_leave_it_however_many_they_are(
    toy: Atlas, today: Plan, make_plan: MakePlan
) -> None:
    comparison = held(toy, today, make_plan(*"WWMMEM"))
    left = comparison.changes.loc["D-4"]
    assert (left["how"], left["goes_to"], left["residents"]) == ("moves", "M", 600)
    assert comparison.changes.at["C-4", "how"] == "stays"
