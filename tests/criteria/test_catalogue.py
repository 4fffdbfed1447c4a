"""Criteria: verdicts and reasons, on the toy country and on the plans that are shipped."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.criteria.case import INSIDE, NONE_HERE, Thresholds
from footprint.criteria.catalogue import (
    BY_KEY,
    CRITERIA,
    OF_FOOTPRINTS,
    _under_merged,
    case_for,
    counts,
    read_quotes,
    scorecard,
)
from footprint.criteria.criterion import Criterion, label_of, missed
from footprint.criteria.judgements import size_difference
from footprint.criteria.scorecard import by_kind, criterion_sentence, people_words, take_away
from footprint.maps.marks import Mark
from footprint.maps.verdicts import verdict_layer
from footprint.plans.splits import authorities
from footprint.plans.tiers import tiers

TOY = Thresholds(least=600, trusts=1, cap=40.0)
owners = st.lists(st.sampled_from("PQR"), min_size=6, max_size=6)


def verdicts(atlas, plan, criterion, thresholds=TOY, **given_costs):
    case = case_for(atlas, plan, thresholds, **given_costs)
    return {j.footprint: j.verdict for j in BY_KEY[criterion].judge(case)}


def reasons(atlas, plan, criterion, thresholds=TOY, **given_costs):
    case = case_for(atlas, plan, thresholds, **given_costs)
    return {j.footprint: j.reason for j in BY_KEY[criterion].judge(case)}


def test_people_are_held_against_the_least_and_the_shortfall_is_said(toy, today):
    assert verdicts(toy, today, "people") == {"W": "meets", "M": "misses", "E": "meets"}
    assert reasons(toy, today, "people")["M"] == "400 residents, 200 short of 600."
    assert "less than the guideline of 2,000,000" in reasons(toy, today, "people")["W"]


@pytest.mark.parametrize(("least", "said"), [(1_499_999, True), (1_500_000, False)])
def test_what_merged_icbs_are_asked_for_is_said_where_the_line_is_lower(toy, divided, least, said):
    case = case_for(toy, divided.seen_as("bodies"), replace(TOY, least=least))
    assert ("1.5 million" in _under_merged(case)) == bool(_under_merged(case)) == said


def test_a_split_authority_is_a_miss_for_each_footprint_that_holds_a_piece(toy, today):
    assert verdicts(toy, today, "authorities") == {"W": "misses", "M": "misses", "E": "meets"}
    said = reasons(toy, today, "authorities")
    assert said["W"] == (
        "Holds part of Birch, already split in 2023 (100 of its people here, 200 in Middle, "
        "mid-2022)."
    )
    assert said["E"] == "The one upper-tier authority here is whole."


def test_a_split_made_by_the_plan_is_said_to_be(toy, make_plan):
    plan = make_plan("W", "M", "W", "M", "E", "E")
    assert "split by this plan" in reasons(toy, plan, "authorities")["W"]


def test_districts_can_be_the_authorities_that_count(toy, make_plan):
    plan = make_plan("W", "W", "M", "M", "E", "F")
    assert verdicts(toy, plan, "authorities")["F"] == "misses"
    lower = replace(TOY, tier="lad")
    assert set(verdicts(toy, plan, "authorities", lower).values()) == {"meets"}


def test_a_footprint_shares_its_borders_with_a_strategic_authority_or_says_what_is_in_the_way(
    toy, today, divided
):
    assert verdicts(toy, divided, "strategic") == {
        "W": "meets",
        "birch": "none here",
        "E": "none here",
    }
    assert verdicts(toy, today, "strategic")["W"] == "misses"
    uncovered = "100 people here live outside any strategic authority"
    assert uncovered in reasons(toy, today, "strategic")["W"]


def test_the_cap_is_judged_only_where_a_cost_is_known(toy, today, cluster):
    assert verdicts(toy, today, "cap") == {"W": "misses", "M": "no figure", "E": "no figure"}
    assert "£45.45 for each weighted head" in reasons(toy, today, "cap")["W"]
    assert verdicts(toy, cluster, "cap")["wm"] == "misses"
    assert verdicts(toy, today, "cap", replace(TOY, cap=46.0))["W"] == "meets"


def test_what_a_footprint_is_to_cost_goes_before_what_it_cost(toy, today):
    row = {"icb": "W", "measure": "operating_cost_target", "year": "2026/27", "value": 13_200.0}
    known = replace(toy, costs=pd.concat([toy.costs, pd.DataFrame([row])]))
    assert verdicts(known, today, "cap") == {"W": "meets", "M": "no figure", "E": "no figure"}
    assert verdicts(known, today, "cap", replace(TOY, cap=19.99))["W"] == "misses"
    said = reasons(known, today, "cap")
    assert said["W"] == (
        "£20.00 for each weighted head (worked out) is the target for 2026/27, within the cap of "
        "£40.00 (£0.0m, published, for 660 weighted people). The cap was set for 2025/26."
    )
    assert said["E"].startswith("No target for 2026/27 and no cost before the cut is published")


def test_a_second_hand_target_and_estimated_heads_say_so(toy, divided):
    row = {"icb": "E4", "measure": "operating_cost_target", "year": "2026/27", "value": 7_200.0}
    told = pd.DataFrame([row | {"quality": "second-hand"}])
    known = replace(toy, costs=pd.concat([toy.costs, told]))
    # A third of West's 660 weighted heads, and Middle's 500.
    assert reasons(known, divided, "cap")["birch"] == (
        "£10.00 for each weighted head (worked out) is the target for 2026/27, within the cap of "
        "£40.00 (£0.0m, published, second-hand, for 720 weighted people, worked out by share "
        "because an ICB is split). The cap was set for 2025/26."
    )


def test_a_target_published_for_each_weighted_head_says_that_its_pounds_are_worked_out(
    england, shipped
):
    case = case_for(england, shipped["merged-2026-04"].seen_as("bodies"), Thresholds(), costs={})
    said = {one.footprint: one.reason for one in BY_KEY["cap"].judge(case)}
    assert said["QKS"].startswith(
        "£19.40 for each weighted head (published, second-hand) is the target for 2026/27, £0.64 "
        "over the cap of £18.76 (£39.1m, worked out, for "
    )


def test_a_figure_from_before_the_cut_says_so(toy, today):
    assert reasons(toy, today, "cap")["W"] == (
        "£45.45 for each weighted head (worked out) before the cut, £5.45 over the cap of £40.00 "
        "(£0.0m for 660 weighted people). No target for 2026/27 is published for exactly this area."
    )


def test_the_sentence_says_which_costs_are_over_the_cap(toy, today):
    criterion = BY_KEY["cap"]
    before = case_for(toy, today, TOY)
    assert missed(criterion, 1, before) == (
        "1 has published a cost before the cut above £40.00 per weighted head"
    )
    both = replace(before, to_come={"M": 30_000.0})
    assert missed(criterion, 2, both) == (
        "2 have published a target for 2026/27 or a cost before the cut above £40.00 per weighted "
        "head"
    )


def test_exactly_the_cap_is_within_it(toy, today):
    costs, cap = {"W": 660 * 40.0, "M": 500 * 40.01}, replace(TOY, cap=40.0)
    assert verdicts(toy, today, "cap", cap, costs=costs) == {
        "W": "meets",
        "M": "misses",
        "E": "no figure",
    }
    said = reasons(toy, today, "cap", cap, costs=costs)
    assert (
        "£40.00 for each weighted head (worked out) before the cut, within the cap of £40.00"
        in said["W"]
    )
    assert (
        "£40.01 for each weighted head (worked out) before the cut, £0.01 over the cap" in said["M"]
    )


def test_costs_can_be_the_readers_own(toy, today):
    own = verdicts(toy, today, "cap", costs={"M": 10_000.0})
    assert own == {"W": "no figure", "M": "meets", "E": "no figure"}


def test_a_footprint_over_two_regions_misses_and_says_how_many_live_in_each(toy, make_plan):
    plan = make_plan("W", "W", "W", "M", "M", "E")
    assert verdicts(toy, plan, "region") == {"W": "meets", "M": "misses", "E": "meets"}
    assert reasons(toy, plan, "region")["M"] == (
        "In 2 regions: 500 people in Islands and 400 people in Mainland."
    )


def test_a_footprint_in_two_pieces_says_what_lies_apart(toy, today, make_plan):
    assert "Dune Ferry" in reasons(toy, today, "pieces")["E"]
    plan = make_plan("W", "W", "W", "E", "E", "W")
    assert reasons(toy, plan, "pieces")["W"].startswith("In 2 pieces: apart from the rest lie")


def test_trusts_are_counted_where_their_hospitals_stand(toy, today):
    assert verdicts(toy, today, "trusts") == {"W": "meets", "M": "misses", "E": "meets"}


def test_the_sums_are_checked_for_the_whole_plan(toy, today, island):
    for key in ("complete", "residents-add-up", "allowance-adds-up"):
        assert verdicts(toy, today, key) == {"": "meets"}
        assert verdicts(toy, island, key) == {"": "misses"}
    assert reasons(toy, island, "complete")[""].startswith("5 of 6 blocks, with 1,500 residents")


def test_fewer_teams_than_before_is_a_line_for_the_whole_plan(toy, today, cluster):
    assert verdicts(toy, today, "teams") == {"": "misses"}
    assert verdicts(toy, cluster, "teams") == {"": "meets"}


def test_matters_of_discussion_have_no_verdict_but_may_have_a_figure(toy, today):
    case = case_for(toy, today, TOY)
    for criterion in CRITERIA:
        assert (criterion.kind == "for discussion") == (not criterion.judge(case))
    assert "2.8 times" in size_difference(case)


def test_a_scorecard_has_a_row_for_every_verdict_and_counts_them(toy, today):
    card = scorecard(case_for(toy, today, TOY))
    judged = [c for c in CRITERIA if c.kind != "for discussion"]
    whole = [c for c in judged if c.level == "plan"]
    assert len(card) == 3 * len(OF_FOOTPRINTS) + len(whole)
    assert list(counts(card).index) == [c.key for c in judged]
    assert counts(card).loc["people"].tolist() == [2, 1, 0, 0, 0]


def test_every_quotation_names_its_source():
    for key, quotes in read_quotes().items():
        assert len(quotes) == len(BY_KEY[key].rows)
        for quote in quotes:
            assert quote.text
            assert quote.publisher
            assert quote.url.startswith("https://")


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.key)
def test_every_criterion_says_how_it_is_judged(criterion: Criterion):
    assert criterion.basis.endswith(".")
    assert label_of(criterion, Thresholds()) == criterion.label


def test_a_moved_line_is_said_in_the_label():
    moved = Thresholds(least=500_000, tier="lad", cap=30.0, trusts=3)
    said = {key: label_of(BY_KEY[key], moved) for key in ("people", "authorities", "cap", "trusts")}
    assert said == {
        "people": "At least 500,000 people",
        "authorities": "Each district works with one ICB",
        "cap": "Within £30.00 per weighted head",
        "trusts": "At least 3 acute trusts",
    }
    assert people_words(1_250_000) == "1.25 million people"


def test_a_reader_can_call_a_measured_test_a_must():
    assert BY_KEY["people"] in by_kind("must", ["people"])
    assert BY_KEY["people"] not in by_kind("measured", ["people"])


@given(owners, st.sampled_from(["utla", "lad"]))
def test_a_merge_never_splits_an_authority_that_was_whole(toy, make_plan, some, key):
    tier = tiers(toy)[key]
    before = authorities(toy, make_plan(*some), tier)
    merged = authorities(toy, make_plan(*("P" if one == "Q" else one for one in some)), tier)
    assert not (merged["split"] & ~before["split"]).any()


def _misses(atlas, plan, thresholds) -> set[tuple[str, str]]:
    card = scorecard(case_for(atlas, plan, thresholds, costs={"P": 9_000.0, "Q": 20_000.0}))
    rows = card[card["verdict"] == "misses"]
    return set(zip(rows["criterion"], rows["footprint"], strict=True))


LINES = st.tuples(st.integers(0, 2_000), st.integers(0, 49), st.floats(0, 60), st.integers(1, 3))


@given(owners, LINES, LINES)
def test_verdicts_are_monotone_in_their_thresholds(toy, make_plan, some, one, other):
    plan = make_plan(*some)
    least, share, cap, trusts = zip(one, other, strict=True)
    strict = Thresholds(max(least), "utla", min(share) / 100, min(cap), max(trusts))
    loose = Thresholds(min(least), "utla", max(share) / 100, max(cap), min(trusts))
    assert _misses(toy, plan, loose) <= _misses(toy, plan, strict)


@pytest.fixture(scope="module")
def cards(england, completed) -> dict[str, pd.DataFrame]:
    known = tiers(england)
    return {
        key: scorecard(case_for(england, plan, Thresholds(), tiers=known))
        for key, plan in completed.items()
    }


def missing(cards, plans, plan, criterion) -> set[str]:
    card = cards[plan]
    rows = card[(card["criterion"] == criterion) & (card["verdict"] == "misses")]
    return {plans[plan].by_id[footprint].name for footprint in rows["footprint"]}


def test_every_shipped_plan_passes_what_any_plan_must(cards):
    for card in cards.values():
        must = card[card["criterion"].map(lambda key: BY_KEY[key].kind == "must")]
        assert (must["verdict"] == "meets").all()


def test_eleven_icbs_of_2023_have_fewer_than_a_million(cards, completed):
    few = missing(cards, completed, "icb-2023", "people")
    assert len(few) == 11
    assert {"Shropshire, Telford and Wrekin", "Cornwall and the Isles of Scilly"} <= few


def test_the_26_of_september_2025_all_have_a_million(cards, completed):
    assert not missing(cards, completed, "agreed-2025-09", "people")


def test_nobody_crosses_a_region_in_the_plans_that_were_agreed(cards, completed):
    for plan in ("icb-2023", "agreed-2025-09", "merged-2026-04"):
        assert not missing(cards, completed, plan, "region")


def test_buckinghamshire_is_split_by_the_plan_of_2025(cards, completed):
    assert {"Central East", "Thames Valley"} <= missing(
        cards, completed, "agreed-2025-09", "authorities"
    )


def test_four_footprints_share_their_borders_with_strategic_authorities(cards, completed):
    card = cards["agreed-2025-09"]
    rows = card[(card["criterion"] == "strategic") & (card["verdict"] == "meets")]
    names = {completed["agreed-2025-09"].by_id[f].name for f in rows["footprint"]}
    assert names == {
        "South Yorkshire",
        "Greater Manchester",
        "Cheshire and Merseyside",
        "Hampshire and Isle of Wight",
    }


def test_the_icbs_of_the_east_have_the_trusts_whose_hospitals_stand_in_them(cards):
    card = cards["merged-2026-04"].set_index(["criterion", "footprint"])
    essex = card.loc[("trusts", "D7T5G")]
    assert essex["verdict"] == "meets"
    assert essex["reason"] == (
        "3 acute trusts have a main hospital here: East Suffolk and North Essex, Mid and South "
        "Essex, The Princess Alexandra Hospital."
    )


def test_a_layer_hatches_what_misses_and_greys_what_is_only_borrowed(england, completed):
    plan = completed["east-model-b"]
    case = case_for(england, plan, Thresholds())
    card = scorecard(case)
    layer = verdict_layer(case, card, BY_KEY["authorities"])
    by_id = {area.id: area for area in layer.areas}
    assert sum(row.count for row in layer.legend) == len(plan.footprints)
    assert any(Mark.MISSES in area.marks for area in layer.areas if area.id in plan.drawn)
    assert not any(Mark.MISSES in by_id[f].marks for f in plan.by_id if f not in plan.drawn)
    assert criterion_sentence(case, card, BY_KEY["people"]).endswith(".")
    assert take_away(case, card, ["authorities"]).endswith("miss a test you call a must.")


def test_londons_footprints_lie_inside_their_authority_and_miss_nothing(england, shipped):
    case = case_for(england, shipped["merged-2026-04"], Thresholds())
    card = scorecard(case)
    rows = card[card["criterion"] == "strategic"].set_index("footprint")["verdict"]
    london = england.blocks.index[england.blocks["nhs_region"] == "London"]
    there = set(case.plan.footprint_of[london])
    assert set(rows[list(there)]) == {INSIDE}
    assert counts(card).loc["strategic"].sum() == 36
    for verdict in (INSIDE, NONE_HERE):
        assert counts(card).at["strategic", verdict] == (rows == verdict).sum()
    assert counts(card).loc["strategic"].sum() == len(rows)
