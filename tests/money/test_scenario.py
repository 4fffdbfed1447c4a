"""Money: the cap in sums you can do in your head, and the few figures that are published."""

import math
import re
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.measures import formulas
from footprint.measures.catalogue import tabulate
from footprint.money import sentences
from footprint.money.published import KINDS, facts, published, published_inside, targets
from footprint.money.scenario import Scenario, money_table, over_time, teams_removed, totals
from footprint.money.scenario import not_taken as scenario_not_taken
from footprint.plans.plan import Plan
from footprint.plans.plan import england as whole_country

MakePlan = Callable[..., Plan]
OWNERS = st.lists(st.sampled_from("pqrst"), min_size=6, max_size=6)
SOUTH_YORKSHIRE, KENT, BRISTOL = "QF7", "QKS", "QUY"
LEICESTER_AND_NORTHAMPTON = "lnr"


def in_millions(pounds: float) -> float:
    return round(pounds / 1e6, 1)


# The formulas, on the toy country.


def test_staff_are_added_up_and_held_against_residents(toy: Atlas, cluster: Plan) -> None:
    assert formulas.staff(toy, cluster).to_dict() == {"E": 22, "wm": 10}
    rate = formulas.staff_per_100_000(toy, cluster)
    assert rate.to_dict() == pytest.approx({"E": 2_000, "wm": 1_000})


def test_the_core_allocation_per_resident_is_a_ratio_of_sums(toy: Atlas, cluster: Plan) -> None:
    assert formulas.core_allocation_per_resident(toy, cluster)["wm"] == pytest.approx(2_100)


def test_the_allowance_of_three_years(toy: Atlas, today: Plan) -> None:
    allowance, staff = over_time(toy, today)["W"]
    assert allowance["pounds"].to_dict() == {
        "2023/24": 15_000,
        "2024/25": 13_000,
        "2025/26": 12_000,
    }
    assert allowance["each"].to_dict() == pytest.approx(
        {"2023/24": 25, "2024/25": 13_000 / 600, "2025/26": 20}
    )
    assert staff.loc["2025-03-31"].to_dict() == {"fte": 6, "rate": 1_000}


def test_staff_are_told_from_the_first_count_to_the_last(toy: Atlas, today: Plan) -> None:
    earlier = toy.workforce.assign(date="2024-03-31", fte=1.0)
    counted = replace(toy, workforce=pd.concat([toy.workforce, earlier]))
    _, staff = over_time(counted, today)["W"]
    assert list(staff.index) == ["2024-03-31", "2025-03-31"]


def test_icbs_inside_counts_whole_and_part(toy: Atlas, cluster: Plan, divided: Plan) -> None:
    assert formulas.icbs_inside(toy, cluster).to_dict() == {"E": 1, "wm": 2}
    assert formulas.icbs_inside(toy, divided).to_dict() == {"E": 1, "W": 1, "birch": 2}


def test_a_trust_counts_wherever_it_has_a_main_hospital(
    toy: Atlas, today: Plan, make_plan: MakePlan
) -> None:
    assert formulas.acute_trusts(toy, today).to_dict() == {"E": 1, "M": 0, "W": 1}
    apart = make_plan("W", "W", "W", "M", "E", "F")
    assert formulas.acute_trusts(toy, apart).to_dict() == {"E": 1, "F": 1, "M": 0, "W": 1}


def test_most_patients_are_more_than_half_of_them(
    toy: Atlas, today: Plan, divided: Plan, make_plan: MakePlan
) -> None:
    assert formulas.trusts_by_patients(toy, today).to_dict() == {"E": 1, "M": 0, "W": 1}
    # A third of West's people go: half of the first trust's patients stay, half are in "birch".
    shares = formulas.weights(toy, divided).fillna(0)
    assert shares.loc["W", "W"] * 0.75 == pytest.approx(0.5)
    assert formulas.trusts_by_patients(toy, divided).to_dict() == {"E": 1, "W": 0, "birch": 0}
    whole = make_plan(*"PPPPQQ")
    assert formulas.trusts_by_patients(toy, whole).to_dict() == {"P": 1, "Q": 1}


def test_a_merged_trust_draws_most_patients_only_where_all_it_is_made_of_does(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    rows = [("T1", "T1", "W", 0.75), ("T1", "T1", "M", 0.25), ("T2", "T2", "E", 1.0)]
    joined = [*rows, ("T3", "T1", "M", 0.6), ("T3", "T1", "W", 0.4)]
    merged = replace(toy, trusts=pd.DataFrame(joined, columns=toy.trusts.columns))
    assert formulas.trusts_by_patients(merged, today).to_dict() == {"E": 1, "M": 0, "W": 0}
    assert formulas.trusts_by_patients(merged, cluster).to_dict() == {"E": 1, "wm": 1}


def test_a_figure_for_two_icbs_is_only_for_a_footprint_that_is_those_two(
    toy: Atlas, today: Plan, cluster: Plan, divided: Plan
) -> None:
    assert formulas.published_cost(toy, cluster)["wm"] == 50_000
    alone = formulas.published_cost(toy, today)
    assert alone["W"] == 30_000
    assert alone[["M", "E"]].isna().all()
    part = formulas.published_cost(toy, divided)
    assert part["W"] == pytest.approx(20_000)
    assert part[["birch", "E"]].isna().all()


def test_targets_are_published_or_cost_less_saving(
    toy: Atlas, today: Plan, cluster: Plan, divided: Plan
) -> None:
    assert targets(toy, today)[0]["W"] == 13_000
    assert targets(toy, cluster)[0]["wm"] == 22_000
    assert targets(toy, divided)[0].isna().all()


@given(owners=OWNERS)
def test_portions_of_an_icb_make_a_whole(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    assert formulas.weights(toy, make_plan(*owners)).sum().tolist() == pytest.approx([1, 1, 1])


@given(owners=OWNERS)
def test_a_trust_is_counted_in_each_footprint_of_its_hospitals_and_in_no_other(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    *_, cedar, dune = owners
    expected = 1 + (1 if cedar == dune else 2)
    assert formulas.acute_trusts(toy, make_plan(*owners)).sum() == expected


@given(owners=OWNERS)
def test_no_trust_draws_most_of_its_patients_from_two_places(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    assert formulas.trusts_by_patients(toy, make_plan(*owners)).sum() <= 2


# The table, on the toy country.


def test_the_published_target_is_preferred_to_the_envelope(toy: Atlas, cluster: Plan) -> None:
    row = money_table(toy, cluster, Scenario()).loc["wm"]
    assert row["envelope"] == pytest.approx(18.76 * 1_160)
    assert row["target"] == 22_000
    assert row["left"] == 22_000
    assert row["needed"] == 28_000
    assert row["needed_share"] == pytest.approx(0.56)


def test_by_another_cap_the_published_target_says_nothing(toy: Atlas, cluster: Plan) -> None:
    row = money_table(toy, cluster, Scenario(cap=20)).loc["wm"]
    assert row["left"] == row["envelope"] == 23_200


def test_the_cut_against_the_cap(toy: Atlas, cluster: Plan) -> None:
    row = money_table(toy, cluster, Scenario(cut=0.6)).loc["wm"]
    assert row["cut_takes"] == 30_000
    assert row["needed"] == 28_000


def test_nothing_is_needed_of_a_footprint_that_costs_less_than_it_is_left(
    toy: Atlas, today: Plan
) -> None:
    row = money_table(toy, today, Scenario(cap=100)).loc["W"]
    assert row["needed"] == 0
    assert row["cut_takes"] == 15_000


def test_own_costs_come_before_published_ones(toy: Atlas, cluster: Plan, today: Plan) -> None:
    own = Scenario(baselines=(("M", 15_000.0), ("W", 45_000.0)))
    both = money_table(toy, cluster, own).loc["wm"]
    assert (both["baseline"], both["basis"]) == (60_000, "yours")
    one = money_table(toy, cluster, Scenario(baselines=(("M", 15_000.0),))).loc["wm"]
    assert (one["baseline"], one["basis"]) == (50_000, "published")
    none = money_table(toy, today, Scenario()).loc["E"]
    assert math.isnan(none["baseline"])
    assert none["basis"] == ""


def test_own_costs_fill_in_beside_published_ones(toy: Atlas, make_plan: MakePlan) -> None:
    plan = make_plan("x", "x", "x", "M", "x", "x")
    row = money_table(toy, plan, Scenario(baselines=(("E", 70_000.0),))).loc["x"]
    assert (row["baseline"], row["basis"]) == (100_000, "yours and published")


def test_own_costs_of_a_split_icb_are_shared_by_residents(toy: Atlas, divided: Plan) -> None:
    own = Scenario(baselines=(("M", 10_000.0), ("W", 30_000.0)))
    table = money_table(toy, divided, own)
    assert table.loc["birch", "baseline"] == pytest.approx(20_000)


@given(owners=OWNERS, cap=st.floats(0, 1_000), cut=st.floats(0, 1))
def test_the_envelope_is_conserved_and_nothing_missing_is_taken_for_nothing(
    toy: Atlas, make_plan: MakePlan, owners: list[str], cap: float, cut: float
) -> None:
    own = tuple((icb, 30_000.0) for icb in "EMW")
    plan = make_plan(*owners)
    table = money_table(toy, plan, Scenario(cap=cap, cut=cut, baselines=own))
    assert table["envelope"].sum() == pytest.approx(cap * 2_700)
    assert table["baseline"].sum() == pytest.approx(90_000)
    assert (table["needed"] >= 0).all()
    assert totals(table)["cut_takes"] == pytest.approx(cut * 90_000)
    assert list(table.index) == list(plan.by_id)


@given(owners=OWNERS)
def test_england_has_no_figure_where_a_footprint_has_none(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    table = money_table(toy, make_plan(*owners), Scenario())
    whole = totals(table)
    assert whole["weighted_population"] == pytest.approx(2_700)
    for column in ("target", "baseline", "needed", "needed_share", "cut_takes"):
        assert math.isnan(whole[column]) == table[column].isna().any()


# England, against what was published.


@pytest.mark.parametrize(
    ("plan", "footprint", "worked_out", "target", "cost", "said"),
    [
        ("icb-2023", SOUTH_YORKSHIRE, 30.2, 30.2, 61.7, "the same"),
        ("agreed-2025-09", LEICESTER_AND_NORTHAMPTON, 36.4, 36.3, 53.0, "£0.1m less"),
        ("icb-2023", KENT, 37.8, 38.3, 73.5, "£0.5m more"),
        ("agreed-2025-09", SOUTH_YORKSHIRE, 30.2, 30.2, 61.7, "the same"),
    ],
)
def test_the_envelope_beside_the_targets_that_were_published(
    england: Atlas,
    shipped: dict[str, Plan],
    plan: str,
    footprint: str,
    worked_out: float,
    target: float,
    cost: float,
    said: str,
) -> None:
    row = money_table(england, shipped[plan], Scenario()).loc[footprint]
    assert in_millions(row["envelope"]) == worked_out
    assert in_millions(row["target"]) == in_millions(row["left"]) == target
    assert in_millions(row["baseline"]) == cost
    assert row["basis"] == "published"
    assert sentences.difference(row["envelope"], row["target"]) == said


def test_only_four_costs_before_the_cut_are_published(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    alone = money_table(england, shipped["icb-2023"], Scenario())
    assert set(alone.index[alone["baseline"].notna()]) == {SOUTH_YORKSHIRE, KENT, BRISTOL}
    pairs = money_table(england, shipped["agreed-2025-09"], Scenario())
    known = set(pairs.index[pairs["baseline"].notna()])
    assert known == {SOUTH_YORKSHIRE, KENT, LEICESTER_AND_NORTHAMPTON}
    assert set(pairs.index[pairs["target"].notna()]) == known


def test_the_totals_of_england(england: Atlas, completed: dict[str, Plan]) -> None:
    years = {
        "running_cost_allowance_2023": 1_108_760_000,
        "running_cost_allowance_2024": 908_760_000,
        "running_cost_allowance": 873_991_620,
        "weighted_population": 63_849_322,
        "envelope": 18.76 * 63_849_322,
        "core_allocation": 124_345_778_580,
        "staff": 22_814.3,
        "residents": 58_620_101,
    }
    for plan in completed.values():
        table = tabulate(england, plan)
        assert table[list(years)].sum().to_dict() == pytest.approx(years)


def test_staff_in_march_2025(england: Atlas) -> None:
    _, staff = over_time(england, whole_country(england))["england"]
    assert round(staff.loc["2025-03-31", "fte"]) == 22_814
    assert list(staff.index[[0, -1]]) == ["2022-07-31", "2025-03-31"]


def test_the_published_list_keeps_to_the_area(england: Atlas, shipped: dict[str, Plan]) -> None:
    plan = shipped["agreed-2025-09"]
    exact = published(england, plan, LEICESTER_AND_NORTHAMPTON)
    assert {fact.icbs for fact in exact} == {frozenset({"QK1", "QPM"})}
    assert {fact.figure for fact in exact} == {
        "£53.0m",
        "£16.7m",
        "31%",
        "90 people",
        "break-even",
    }
    inside = published_inside(england, plan, LEICESTER_AND_NORTHAMPTON)
    assert {fact.icbs for fact in inside} == {frozenset({"QK1"}), frozenset({"QPM"})}
    assert not published(england, shipped["icb-2023"], "QPM")[0].icbs - {"QPM"}


def test_every_published_figure_has_its_source_and_date(england: Atlas) -> None:
    told = [fact for fact in facts(england) if fact.sort == "published"]
    costs = [fact for fact in told if fact.kind in KINDS]
    assert (len(told), len(costs)) == (207, 131)
    for fact in told:
        assert fact.title
        assert fact.date.split()[-1].isdigit(), fact
        assert fact.url.startswith("https://") or "," not in fact.url
        assert not fact.formula and not fact.based_on
    for fact in costs:
        assert fact.figure != "no figure"
        assert re.sub(r", 202[56]/2[67]$", "", fact.what) == KINDS[fact.kind]
        if fact.kind in ("operating_cost_target", "cost_per_head_target"):
            assert fact.what[-7:] in ("2025/26", "2026/27")


def test_every_implied_figure_has_its_formula_and_what_it_is_based_on(england: Atlas) -> None:
    told = [fact for fact in facts(england) if fact.sort == "implied"]
    assert len([fact for fact in told if fact.kind in KINDS]) == 14
    for fact in told:
        assert fact.formula
        assert fact.based_on
        for title, url in fact.based_on:
            assert url.startswith("https://") or "mirror" in title


def test_a_qualifier_is_kept(england: Atlas) -> None:
    (about,) = [
        fact
        for fact in facts(england)
        if fact.icbs == {"E54000069"} and fact.kind == "cost_per_head_baseline"
    ]
    assert (about.qualifier, about.figure) == ("rounded", "£40.00 per head")


@pytest.mark.parametrize(
    ("plan", "footprint", "figure"),
    [
        ("merged-2026-04", "S9B9J", "£59.3m"),
        ("merged-2026-04", "S9B9J", "£40.00 per head"),
        ("merged-2026-04", "S0E4D", "50%"),
        ("merged-2026-04", "Z9B2Z", "£84.4m"),
        ("merged-2026-04", "QRL", "£19.00 per head"),
        ("merged-2026-04", "QWO", "£52.2m"),
        ("agreed-2025-09", "lnr", "break-even"),
    ],
)
def test_a_figure_reaches_the_footprint_it_is_about(
    england: Atlas, shipped: dict[str, Plan], plan: str, footprint: str, figure: str
) -> None:
    assert figure in {fact.figure for fact in published(england, shipped[plan], footprint)}


def test_the_new_hampshires_figure_is_not_the_old_ones(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    told = {fact.figure for fact in published(england, shipped["icb-2023"], "QRL")}
    assert "£19.00 per head" not in told
    assert "deficit of £81.4m" in told


# In sentences.


def test_the_sentence_to_take_away(england: Atlas, shipped: dict[str, Plan]) -> None:
    plan = shipped["agreed-2025-09"]
    said = sentences.take_away(plan, money_table(england, plan, Scenario()), Scenario())
    assert said == (
        "By the cap of £18.76 for each weighted head, the envelopes of England’s 26 leadership "
        "teams, worked out, come to £1,197.8m a year, from £29.7m for South West London to £82.4m "
        "for West and North London."
    )


@pytest.mark.parametrize(
    ("footprint", "cut", "said"),
    [
        (
            KENT,
            0.5,
            "A 50% cut would take £1.6m more from Kent and Medway than the target would "
            "(£36.8m against £35.2m, both worked out).",
        ),
        (
            SOUTH_YORKSHIRE,
            0.5,
            "The target would take £0.6m more from South Yorkshire than a 50% cut would "
            "(£31.5m against £30.9m, both worked out).",
        ),
        (
            SOUTH_YORKSHIRE,
            0.8,
            "An 80% cut would take £17.9m more from South Yorkshire than the target would "
            "(£49.4m, yours, against £31.5m, worked out).",
        ),
        (
            SOUTH_YORKSHIRE,
            31.5 / 61.7,
            "A 51.0535% cut and the target would take the same from South Yorkshire: £31.5m "
            "(yours).",
        ),
        ("QWO", 0.5, "No figure is published for what West Yorkshire cost before the cut."),
    ],
)
def test_who_loses_more(
    england: Atlas, shipped: dict[str, Plan], footprint: str, cut: float, said: str
) -> None:
    plan, scenario = shipped["icb-2023"], Scenario(cut=cut)
    row = money_table(england, plan, scenario).loc[footprint]
    assert sentences.cut_or_cap(plan.by_id[footprint].name, row, scenario) == said


def test_an_icb_below_its_cap_loses_nothing_by_it(england: Atlas, shipped: dict[str, Plan]) -> None:
    plan, scenario = shipped["icb-2023"], Scenario(cap=50)
    row = money_table(england, plan, scenario).loc[KENT]
    said = sentences.cut_or_cap("Kent and Medway", row, scenario)
    assert "the cap would take nothing; a 50% cut would take £36.8m" in said


def test_teams_removed_are_the_users_saving(england: Atlas, shipped: dict[str, Plan]) -> None:
    plan = shipped["agreed-2025-09"]
    removed = teams_removed(england, plan)
    assert removed == 16
    assert sentences.teams(plan, removed, Scenario(saving=1_500_000)) == (
        "This plan has 26 leadership teams where there were 42: 16 fewer. "
        "At your £1.5m for each, that is £24.0m a year."
    )
    assert "Give a saving" in sentences.teams(plan, removed, Scenario())
    assert teams_removed(england, shipped["icb-2023"]) == 0


def test_where_nobody_has_a_figure_it_is_said(toy: Atlas, make_plan: MakePlan) -> None:
    plan = make_plan("x", "y", "x", "y", "x", "y")
    table = money_table(toy, plan, Scenario())
    assert table["baseline"].isna().all()
    assert "None of the 2" in sentences.who_loses(plan, table, Scenario())
    assert isinstance(table, pd.DataFrame)


def not_taken(atlas: Atlas, plan: Plan, **costs: float) -> tuple[str, ...]:
    """What is said of costs, by ICB, that footprints of a plan do not take."""
    assumed = Scenario(baselines=tuple(costs.items()))
    table = money_table(atlas, plan, assumed)
    names = {icb: f"the {icb} board" for icb in "WME"}
    return sentences.not_taken(scenario_not_taken(atlas, plan, assumed, table), plan, table, names)


def test_a_cost_that_waits_for_that_of_another_icb_is_said_with_why_and_what_to_do(
    toy: Atlas, cluster: Plan
) -> None:
    bare = replace(toy, costs=toy.costs.query("measure != 'operating_cost_baseline'"))
    said = f"Your cost of the W board is not used for the footprint {cluster.by_id['wm'].name}, "
    for atlas, why in (
        (bare, "no cost, yours or published"),
        (toy, "no cost of yours, so the published cost of the whole footprint is used"),
    ):
        assert not_taken(atlas, cluster, W=1e6) == (
            f"{said}because the M board has {why}. Give that cost too, and yours is used.",
        )
        assert not_taken(atlas, cluster, W=1e6, M=2e6, E=1e6) == ()


def test_of_many_costs_that_wait_a_few_are_said_in_full_and_the_rest_by_name(
    england: Atlas, completed: dict[str, Plan]
) -> None:
    plan = completed["agreed-2025-09"]
    names = {one.id: one.name for one in completed["icb-2023"].footprints}
    firsts = set(england.blocks["icb"].groupby(plan.footprint_of).min())
    assumed = Scenario(baselines=tuple((icb, 1e7) for icb in sorted(firsts)))
    table = money_table(england, plan, assumed)
    *full, rest = sentences.not_taken(
        scenario_not_taken(england, plan, assumed, table), plan, table, names
    )
    assert len(full) == 6
    assert all(one.endswith("is used.") for one in full)
    assert rest.startswith("Nor, for the same reason, are your costs of ")
    told = "".join((*full, rest))
    assert rest.count(names["QNQ"]) == 1, "Frimley is in three footprints"
    assert names["QHM"] not in told, "North East and North Cumbria is on its own"


def test_what_costs_no_more_than_its_target_loses_nothing_in_plain_words(
    toy: Atlas, today: Plan
) -> None:
    assumed = Scenario(baselines=(("W", 1.0),))
    row = money_table(toy, today, assumed).loc["W"]
    assert str(sentences.takes(row)) == "£0.0m (it costs no more already) (yours)"
    assert sentences.needed(row, assumed, estimated=False).startswith(
        "Nothing: £0.0m (yours) is no"
    )
