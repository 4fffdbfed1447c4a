"""Plans: every block in exactly one footprint, or a refusal that says which."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.plans.assignment import Footprint, PlanError, _footprints, assigned
from footprint.plans.plan import (
    Plan,
    bare_key,
    check_complete,
    check_divided,
    complete,
    england,
    overlap,
    seen_in,
    seen_key,
)

Rules = Callable[..., dict[str, str]]
MakePlan = Callable[..., Plan]
OWNERS = st.lists(st.sampled_from("pqrst"), min_size=6, max_size=6)
OWNERS_OR_NONE = st.lists(st.sampled_from(["", "W", "E", "p"]), min_size=6, max_size=6)

# Bodies and teams of each plan.
SHIPPED = {
    "icb-2023": (42, 42),
    "proposed-2025-05": (42, 27),
    "agreed-2025-09": (42, 26),
    "merged-2026-04": (36, 26),
    "in-force-2026-10": (36, 25),
    "planned-2027-04": (26, 25),
    "east-model-a": (3, 3),
    "east-model-b": (3, 3),
    "east-model-c": (3, 3),
    "south-east-four": (4, 4),
    "london-five": (5, 5),
    "london-four": (4, 4),
    "london-three": (4, 3),
    "south-west-three": (7, 3),
    "midlands-five": (11, 5),
    "greater-lincolnshire-alt": (12, 7),
}


def test_a_rule_without_a_district_takes_the_whole_icb(by_rules: Rules) -> None:
    assert by_rules(("W", "", "w")) == {"A-1": "w", "A-2": "w", "B-1": "w"}


def test_a_rule_with_a_district_takes_its_piece_of_that_icb_only(by_rules: Rules) -> None:
    assert by_rules(("W", "B", "birch")) == {"B-1": "birch"}


def test_the_district_rule_goes_before_the_rest_of_the_icb_in_any_order(by_rules: Rules) -> None:
    rules = [("W", "", "w"), ("W", "B", "birch")]
    wanted = {"A-1": "w", "A-2": "w", "B-1": "birch"}
    assert by_rules(*rules) == by_rules(*reversed(rules)) == wanted


def test_the_toy_country_can_be_divided_by_rules(by_rules: Rules, divided: Plan) -> None:
    rules = [("W", "", "W"), ("W", "B", "birch"), ("M", "", "birch"), ("E", "", "E")]
    assert by_rules(*rules) == dict(divided.assignment)


def test_areas_that_do_not_exist_are_named_together(by_rules: Rules) -> None:
    with pytest.raises(PlanError) as refused:
        by_rules(("X", "", "x"), ("M", "A", "m"), ("W", "", "w"))
    assert str(refused.value) == "These areas do not exist: X, M with A."


def test_areas_assigned_twice_are_named_together(by_rules: Rules) -> None:
    with pytest.raises(PlanError) as refused:
        by_rules(("W", "", "w"), ("W", "", "v"), ("E", "D", "e"), ("E", "D", "e"))
    assert str(refused.value) == "These areas are assigned twice: W, E D."


def test_a_plan_that_leaves_a_block_out_is_refused(toy: Atlas, make_plan: MakePlan) -> None:
    with pytest.raises(PlanError, match=r"leaves out 1 blocks: \['D-4'\]"):
        check_complete(make_plan("W", "W", "W", "M", "E", ""), toy)


def test_blocks_and_footprints_that_are_amiss_are_named_in_order(
    toy: Atlas, today: Plan, make_plan: MakePlan
) -> None:
    missing = r"leaves out 5 blocks: \['A-2', 'B-1', 'B-3', 'C-4', 'D-4'\]"
    with pytest.raises(PlanError, match=missing):
        check_complete(make_plan("W", *[""] * 5), toy)
    idle = tuple(Footprint(one, one) for one in "SNUPTQR")
    given = replace(today.teams, footprints=(*today.footprints, *idle))
    with pytest.raises(PlanError, match=r"\['N', 'P', 'Q', 'R', 'S', 'T', 'U'\]"):
        check_complete(replace(today, teams=given), toy)


def test_a_footprint_without_a_block_is_refused(toy: Atlas, today: Plan) -> None:
    idle = replace(today.teams, footprints=(*today.footprints, Footprint("N", "North")))
    for layer in ("bodies", "teams"):
        with pytest.raises(PlanError, match=r"footprints without any block: \['N'\]"):
            check_complete(replace(today, **{layer: idle}), toy)


def test_a_plan_whose_bodies_leave_a_block_out_is_refused(toy: Atlas, make_plan: MakePlan) -> None:
    with pytest.raises(PlanError, match=r"leaves out 1 blocks: \['D-4'\]"):
        check_complete(make_plan("W", "W", "W", "M", "E", "E", bodies=[*"WWWME", ""]), toy)


def test_teams_that_cut_through_a_body_must_say_why_and_others_must_not(
    cluster: Plan, make_plan: MakePlan
) -> None:
    check_divided(cluster)
    cut = make_plan(*"XXYYYY", bodies="WWWMEE", names={"W": "West"})
    with pytest.raises(PlanError, match="teams that cut through West; say why"):
        check_divided(cut)
    check_divided(replace(cut, why_divided="It was to change."))
    with pytest.raises(PlanError, match="No team of the plan agreed-2025-09 cuts through a body"):
        check_divided(replace(cluster, why_divided="It was to change."))


def test_a_plan_is_looked_at_by_either_layer(cluster: Plan) -> None:
    bodies = cluster.seen_as("bodies")
    assert list(cluster.by_id) == ["wm", "E"]
    assert list(bodies.by_id) == ["W", "M", "E"]
    assert (bodies.key, cluster.key) == ("agreed-2025-09~bodies", "agreed-2025-09")
    assert bodies.seen_as("teams") == cluster
    assert cluster.others == {"wm": ("W", "M"), "E": ("E",)}
    assert bodies.others == {"W": ("wm",), "M": ("wm",), "E": ("E",)}
    assert (bodies.assigned, bodies.other) == (cluster.bodies, cluster.teams)


def test_a_key_says_which_layer_is_looked_at() -> None:
    assert seen_key("some-plan", "bodies") == "some-plan~bodies"
    assert seen_key("some-plan", "teams", "teams") == seen_key("some-plan", "") == "some-plan"
    assert (bare_key("some-plan~bodies"), seen_in("some-plan~bodies")) == ("some-plan", "bodies")
    assert (bare_key("some-plan"), seen_in("some-plan")) == ("some-plan", "")


def test_a_footprint_with_two_names_is_refused(toy: Atlas) -> None:
    rules = pd.DataFrame(
        {"icb": ["W", "M"], "lad": "", "team": "wm", "team_name": ["West and Middle", "Both"]}
    )
    several = pd.DataFrame(
        {
            "icb": list("WMEWME"),
            "lad": [*"AB", "", *"BC", "D"],
            "team": list("qrpqrp"),
            "team_name": [f"Name {number}" for number in range(6)],
        }
    )
    with pytest.raises(PlanError, match="two names: p, q, r.$"):
        _footprints(several[["team", "team_name"]])
    with pytest.raises(PlanError, match="These footprints have two names: wm."):
        assigned(rules, "team", toy)


def test_the_plans_of_the_toy_country_are_complete(
    toy: Atlas, today: Plan, cluster: Plan, divided: Plan, island: Plan
) -> None:
    for plan in (today, cluster, divided, complete(island, today)):
        check_complete(plan, toy)


def test_a_plan_knows_its_blocks_and_footprints(divided: Plan) -> None:
    assert divided.blocks_of("birch") == ["B-1", "B-3"]
    assert divided.blocks_of("nobody") == []
    assert list(divided.by_id) == ["W", "birch", "E"]
    assert divided.footprint_of["A-2"] == "W"
    assert divided.national


def test_completing_fills_the_gaps_and_leaves_the_rest_alone(island: Plan, today: Plan) -> None:
    whole = complete(island, today)
    assert dict(whole.assignment) == {
        "A-1": "W",
        "A-2": "W",
        "B-1": "W",
        "B-3": "M",
        "C-4": "E-rest",
        "D-4": "E",
    }
    assert whole.by_id["E"].name == "Dune Island"
    assert whole.by_id["E-rest"].name == "East"
    assert whole.drawn == {"E"}


def test_a_plan_without_gaps_is_complete_already(today: Plan, cluster: Plan) -> None:
    assert complete(cluster, today) is cluster


@given(owners=OWNERS_OR_NONE.filter(any))
def test_completing_fills_exactly_the_gaps(
    toy: Atlas, today: Plan, make_plan: MakePlan, owners: list[str]
) -> None:
    region = make_plan(*owners, scope="A region")
    whole = complete(region, today)
    check_complete(whole, toy)
    own = dict(region.assignment)
    for block, owner in whole.assignment:
        base = today.footprint_of[block]
        assert owner == own[block] if block in own else owner in (base, f"{base}-rest")
    assert whole.footprints[: len(region.footprints)] == region.footprints
    assert len(whole.by_id) == len(whole.footprints)
    for footprint in region.by_id:
        assert whole.blocks_of(footprint) == region.blocks_of(footprint)


@given(owners=OWNERS)
def test_a_merger_keeps_every_block(make_plan: MakePlan, owners: list[str]) -> None:
    before = make_plan(*owners)
    one, other = owners[0], owners[-1]
    after = make_plan(*(one if owner == other else owner for owner in owners))
    together = sorted({*before.blocks_of(one), *before.blocks_of(other)})
    assert after.blocks_of(one) == together
    assert list(after.footprint_of.index) == list(before.footprint_of.index)
    assert len(after.footprints) == len(before.footprints) - (one != other)


@given(one=OWNERS, other=OWNERS)
def test_the_overlap_of_two_plans_counts_everybody_once(
    toy: Atlas, make_plan: MakePlan, one: list[str], other: list[str]
) -> None:
    people = toy.blocks["residents_2024"]
    shared = overlap(make_plan(*one), make_plan(*other), people)
    assert shared.to_numpy().sum() == 2_100
    for footprint, residents in shared.sum(axis=1).items():
        assert residents == people[make_plan(*one).blocks_of(footprint)].sum()


def test_the_overlap_of_two_plans_is_what_they_share(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    shared = overlap(divided, today, toy.blocks["residents_2024"])
    assert shared.loc["birch"].to_dict() == {"E": 0, "M": 400, "W": 200}
    assert shared.loc["W"].to_dict() == {"E": 0, "M": 0, "W": 400}


def test_england_is_one_footprint(toy: Atlas) -> None:
    plan = england(toy)
    check_complete(plan, toy)
    assert plan.blocks_of("england") == list(toy.blocks.index)


def test_the_shipped_plans_have_the_published_numbers_of_footprints(
    shipped: dict[str, Plan],
) -> None:
    counts = {key: (len(plan.bodies.by_id), len(plan.teams.by_id)) for key, plan in shipped.items()}
    assert counts == SHIPPED


def test_today_36_bodies_stand_under_25_teams_9_of_them_clusters_of_20(
    shipped: dict[str, Plan],
) -> None:
    plan = shipped["in-force-2026-10"]
    clusters = [team for team, kind in plan.kinds.items() if kind == "cluster"]
    assert len(clusters) == 9
    assert sum(len(plan.others[team]) for team in clusters) == 20
    assert list(plan.kinds.values()).count("alone") == 16
    shared = {body for team in clusters for body in plan.others[team]}
    assert {"QWU", "QGH", "QKK", "QWE"} <= shared


def test_the_teams_of_september_2025_cut_through_three_bodies_and_no_other_plan_does(
    shipped: dict[str, Plan],
) -> None:
    cut = {key: plan.divided for key, plan in shipped.items() if plan.divided}
    three = ("QJG", "QM7", "QNQ")
    assert cut == {"proposed-2025-05": three, "agreed-2025-09": three}
    kinds = list(shipped["agreed-2025-09"].kinds.values())
    assert (kinds.count("cluster"), kinds.count("alone")) == (15, 11)


def test_every_shipped_plan_can_be_completed_from_every_plan_of_england(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    for plan in shipped.values():
        for base in filter(lambda other: other.national, shipped.values()):
            whole = complete(plan, base)
            check_complete(whole, england)
            for layer in (whole.bodies, whole.teams):
                assert len({one.name for one in layer.footprints}) == len(layer.footprints)


def test_a_district_in_an_icb_it_has_no_part_of_is_refused(england: Atlas) -> None:
    rules = pd.DataFrame([("QT6", "E06000001", "x")], columns=["icb", "lad", "body"])
    with pytest.raises(PlanError, match="^These areas do not exist: QT6 with E06000001.$"):
        assigned(rules.assign(body_name="X"), "body", england)
