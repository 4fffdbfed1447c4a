"""Measures: sums you can do in your head, totals that are conserved, gaps that stay gaps."""

import math
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.facts.shapes import Shapes, dissolved
from footprint.maps.sentences import measure_sentence
from footprint.measures import formulas, units
from footprint.measures.catalogue import BY_KEY, MEASURES, Measure, estimated, tabulate
from footprint.measures.units import MILLIONS, NO_FIGURE
from footprint.plans.plan import Plan, complete
from footprint.plans.plan import england as whole_country

MakePlan = Callable[..., Plan]
# Published by so few that a figure is the exception.
FEW = {"published_cost", "published_cost_per_head", "published_deficit"}
OWNERS = st.lists(st.sampled_from("pqrst"), min_size=6, max_size=6)
TOTALS = {
    formulas.residents: 2_100,
    formulas.area: 600,
    formulas.running_cost_allowance: 55_000,
    formulas.running_cost_allowance_2024: 60_000,
    formulas.running_cost_allowance_2023: 70_000,
    formulas.core_allocation: 4_300_000,
    formulas.envelope: 18.76 * 2_700,
    formulas.staff: 32,
    formulas.weighted_population: 2_700,
}


def without_figure(atlas: Atlas, icb: str) -> Atlas:
    """The same country, where nothing is published about one ICB."""
    tables = {"costs": atlas.costs, "workforce": atlas.workforce, "trusts": atlas.trusts}
    return replace(atlas, **{name: table[table["icb"] != icb] for name, table in tables.items()})


def test_residents_are_added_up(toy: Atlas, today: Plan, cluster: Plan) -> None:
    assert formulas.residents(toy, today).to_dict() == {"E": 1_100, "M": 400, "W": 600}
    assert formulas.residents(toy, cluster).to_dict() == {"E": 1_100, "wm": 1_000}


def test_density_is_people_over_land(toy: Atlas, today: Plan) -> None:
    assert formulas.density(toy, today).to_dict() == {"E": 5.5, "M": 4.0, "W": 2.0}


def test_deprivation_is_averaged_over_people_not_over_areas(toy: Atlas, cluster: Plan) -> None:
    # West and Middle: 200 people at 10 and 300 at 20. East: 250 at 30 and 300 at 40.
    score = formulas.imd(toy, cluster)
    assert score["wm"] == pytest.approx(16)
    assert score["E"] == pytest.approx(19_500 / 550)


def test_the_most_deprived_tenth_is_a_share_of_the_people_counted_then(
    toy: Atlas, today: Plan
) -> None:
    share = formulas.most_deprived_tenth(toy, today)
    assert share.to_dict() == {"E": pytest.approx(200 / 550), "M": 0, "W": 0}


def test_a_whole_icb_keeps_its_allowance_to_the_penny(toy: Atlas, today: Plan) -> None:
    allowance = formulas.running_cost_allowance(toy, today)
    assert allowance.to_dict() == {"E": 33_000, "M": 10_000, "W": 12_000}


def test_a_split_icb_is_shared_by_residents(toy: Atlas, divided: Plan) -> None:
    # 200 of West's 600 people go: a third of £12,000, on top of Middle's £10,000.
    allowance = formulas.running_cost_allowance(toy, divided)
    assert allowance["W"] == pytest.approx(8_000)
    assert allowance["birch"] == pytest.approx(14_000)


def test_pounds_per_resident_are_a_ratio_of_sums(toy: Atlas, cluster: Plan) -> None:
    # £22,000 over 1,000 people; the mean of £20 and £25 would be £22.50.
    assert formulas.running_cost_allowance_per_resident(toy, cluster)["wm"] == 22


def with_cost(atlas: Atlas, icb: str, pounds: float) -> Atlas:
    """The same country, where one more ICB has published its cost."""
    row = {"icb": icb, "measure": "operating_cost_baseline", "year": "2025/26", "value": pounds}
    return replace(atlas, costs=pd.concat([atlas.costs, pd.DataFrame([row])]))


def test_a_cost_published_for_exactly_these_icbs_goes_before_the_sum_of_their_own(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    known = with_cost(toy, "M", 15_000)
    alone = formulas.published_cost(known, today)
    assert alone[["W", "M"]].tolist() == [30_000, 15_000]
    assert math.isnan(alone["E"])
    # Together they published £50,000, and not the £45,000 their own figures come to.
    assert formulas.published_cost(known, cluster)["wm"] == 50_000
    assert formulas.published_cost(toy, cluster)["wm"] == 50_000


def test_costs_of_their_own_add_up_where_none_is_published_for_both(
    toy: Atlas, cluster: Plan
) -> None:
    apart = replace(toy, costs=toy.costs[toy.costs["icb"] != "W+M"])
    assert formulas.published_cost(with_cost(apart, "M", 15_000), cluster)["wm"] == 45_000


def test_compactness_of_a_square_is_a_quarter_of_pi(toy: Atlas, today: Plan) -> None:
    assert formulas.compactness(toy, today)["M"] == pytest.approx(math.pi / 4)


def test_a_border_inside_a_footprint_is_no_part_of_its_boundary(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    # West is three squares in an L, the cluster four in a larger square, East two apart.
    assert formulas.perimeter(toy, today).to_dict() == {"E": 80, "M": 40, "W": 80}
    assert formulas.perimeter(toy, cluster).to_dict() == {"E": 80, "wm": 80}


@pytest.mark.parametrize("measure", TOTALS, ids=lambda measure: measure.__name__)
@given(owners=OWNERS)
def test_a_plan_changes_who_has_what_but_never_the_total(
    toy: Atlas, make_plan: MakePlan, measure: Callable[..., pd.Series], owners: list[str]
) -> None:
    values = measure(toy, make_plan(*owners))
    assert values.sum(skipna=False) == pytest.approx(TOTALS[measure])
    assert set(values.index) == set(owners)


@given(owners=OWNERS)
def test_a_measure_that_says_so_adds_up_to_england_whatever_the_plan(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    summed = [measure for measure in MEASURES if measure.adds_up]
    table = tabulate(toy, make_plan(*owners), summed)
    whole = tabulate(toy, whole_country(toy), summed).loc["england"]
    assert table.sum(skipna=False).to_dict() == pytest.approx(whole.to_dict())


@pytest.mark.parametrize(
    "measure", [one for one in MEASURES if not one.adds_up], ids=lambda measure: measure.key
)
def test_a_measure_that_does_not_say_so_does_not_add_up(
    toy: Atlas, make_plan: MakePlan, measure: Measure
) -> None:
    whole = measure.compute(toy, whole_country(toy))["england"]
    apart = make_plan("W", "W", "birch", "birch", "E", "F")
    assert measure.compute(toy, apart).sum(skipna=False) != pytest.approx(whole)


def test_icbs_inside_are_counted_in_all_but_do_not_add_up_where_one_is_split(
    toy: Atlas, divided: Plan
) -> None:
    measure = BY_KEY["icbs_inside"]
    assert (measure.total, measure.adds_up) == ("count", False)
    values = measure.compute(toy, divided)
    whole = measure.compute(toy, whole_country(toy))["england"]
    said = measure_sentence(divided, measure, values, whole)
    assert "England in all: 3." in said
    assert values.sum() == 4


@given(owners=OWNERS)
def test_people_weighted_averages_are_conserved(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    plan = make_plan(*owners)
    people = toy.blocks["residents_2022"].groupby(plan.footprint_of).sum()
    assert (formulas.imd(toy, plan) * people).sum() == pytest.approx(200 * 10 + 300 * 20 + 19_500)
    assert (formulas.most_deprived_tenth(toy, plan) * people).sum() == pytest.approx(200)


@given(owners=OWNERS)
def test_the_perimeter_from_borders_is_the_dissolved_shapes(
    toy: Atlas, toy_shapes: Shapes, make_plan: MakePlan, owners: list[str]
) -> None:
    plan = make_plan(*owners)
    drawn = dissolved(toy_shapes, plan.footprint_of).length / 1_000
    # The shapes are rounded to ten-thousandths of a degree, about 10 m in 10 km.
    assert formulas.perimeter(toy, plan).to_dict() == pytest.approx(drawn.to_dict(), rel=0.002)


@given(owners=OWNERS)
def test_the_area_from_blocks_is_the_dissolved_shapes(
    toy: Atlas, toy_shapes: Shapes, make_plan: MakePlan, owners: list[str]
) -> None:
    plan = make_plan(*owners)
    drawn = dissolved(toy_shapes, plan.footprint_of).area / 1e6
    assert formulas.area(toy, plan).to_dict() == pytest.approx(drawn.to_dict(), rel=0.002)


@given(owners=OWNERS)
def test_no_shape_is_more_compact_than_a_circle(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    assert formulas.compactness(toy, make_plan(*owners)).between(0, 1).all()


@given(owners=OWNERS)
def test_one_missing_icb_leaves_every_footprint_it_touches_without_a_figure(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    plan = make_plan(*owners)
    touched = set(plan.footprint_of[toy.blocks["icb"] == "M"])
    table = tabulate(without_figure(toy, "M"), plan)
    for measure in [measure for measure in MEASURES if measure.key not in FEW]:
        missing = table.index[table[measure.key].isna()]
        assert set(missing) == (touched if measure.shared else set())


def test_a_missing_block_figure_is_never_taken_for_nothing(toy: Atlas, today: Plan) -> None:
    blocks = toy.blocks.assign(residents_2024=toy.blocks["residents_2024"].astype(float))
    blocks.loc["A-1", "residents_2024"] = math.nan
    people = formulas.residents(replace(toy, blocks=blocks), today)
    assert math.isnan(people["W"])
    assert people["M"] == 400


@given(owners=OWNERS)
def test_estimated_names_exactly_the_footprints_with_part_of_an_icb(
    toy: Atlas, make_plan: MakePlan, owners: list[str]
) -> None:
    plan = make_plan(*owners)
    part = set()
    for icb in "WME":
        blocks = set(toy.blocks.index[toy.blocks["icb"] == icb])
        for footprint in plan.by_id:
            held = blocks & set(plan.blocks_of(footprint))
            if held and held != blocks:
                part.add(footprint)
    assert estimated(toy, plan) == part


def test_estimated_reads_right_for_the_toy_plans(
    toy: Atlas, today: Plan, cluster: Plan, divided: Plan, island: Plan
) -> None:
    assert estimated(toy, today) == frozenset()
    assert estimated(toy, cluster) == frozenset()
    assert estimated(toy, divided) == {"W", "birch"}
    assert estimated(toy, complete(island, today)) == {"E", "E-rest"}


def test_the_table_stands_in_the_plans_order(toy: Atlas, divided: Plan) -> None:
    table = tabulate(toy, divided)
    assert list(table.index) == ["W", "birch", "E"]
    assert list(table) == [measure.key for measure in MEASURES]


def test_the_whole_country_has_every_measure(toy: Atlas) -> None:
    row = tabulate(toy, whole_country(toy)).loc["england"]
    assert set(row.index[row.isna()]) == FEW
    assert row["residents"] == 2_100
    assert row["running_cost_allowance"] == 55_000
    # Five squares ashore with five borders between them, and one at sea.
    assert row["compactness"] == pytest.approx(4 * math.pi * 600 / 140**2)


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        (units.PEOPLE, 1_234_567.4, "1,234,567"),
        (units.PER_KM2, 5.5, "6"),
        (units.SCORE, 21.25, "21.2"),
        (units.SHARE, 0.1234, "12.3%"),
        (units.MILLIONS, 12_345_678, "£12.3m"),
        (units.POUNDS_EACH, 14.909, "£14.91"),
        (units.KM2, 1_234.5, "1,234 km²"),
        (units.RATIO, 0.785, "0.79"),
        (units.PEOPLE, 0, "0"),
    ],
)
def test_a_number_is_said_with_its_unit(unit: units.Unit, value: float, words: str) -> None:
    assert unit.text(value) == words


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_no_figure_is_said_in_words(measure: Measure) -> None:
    assert measure.unit.text(math.nan) == NO_FIGURE == "no figure"


def test_measures_have_different_keys_and_labels() -> None:
    assert len(BY_KEY) == len(MEASURES) == len({measure.label for measure in MEASURES})


def test_every_measure_of_every_shipped_plan_has_a_figure(
    england: Atlas, completed: dict[str, Plan]
) -> None:
    for key, plan in completed.items():
        table = tabulate(england, plan)
        assert table.drop(columns=list(FEW)).notna().all(axis=None), key
        assert table["residents"].sum() == 58_620_101
        assert table["running_cost_allowance"].sum() == pytest.approx(873_992_000)


def test_the_perimeters_of_england_are_never_shorter_than_a_circles(
    england: Atlas, completed: dict[str, Plan]
) -> None:
    for plan in completed.values():
        assert formulas.compactness(england, plan).between(0.001, 0.9).all()


@pytest.mark.parametrize("value", [-0.2, -0.0, 0.0, 0.3])
def test_what_rounds_to_nothing_has_no_sign(value: float) -> None:
    assert MILLIONS.text(value) == "£0.0m"


def test_a_trust_with_no_hospital_in_a_regional_plan_is_counted_nowhere(
    toy: Atlas, island: Plan, today: Plan
) -> None:
    assert formulas.acute_trusts(toy, today).to_dict() == {"E": 1, "M": 0, "W": 1}
    assert formulas.acute_trusts(toy, island).to_dict() == {"E": 1}


def test_a_title_says_a_measure_and_leaves_mark_and_million_to_its_label() -> None:
    said = {key: (one.label, one.spoken) for key, one in BY_KEY.items()}
    assert said["envelope"] == ("Envelope at £18.76 (worked out), £ million", "Envelope at £18.76")
    assert said["core_allocation_per_resident"] == (
        "Core allocation 2025/26, £ per resident",
        "Core allocation 2025/26 per resident",
    )
    assert said["staff"] == 2 * ("ICB staff, full-time equivalents",)
