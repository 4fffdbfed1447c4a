"""Charts of footprints: every figure in the very words of the table beside it."""

import pandas as pd
import pytest

from footprint.content.charts import measure_dots, measure_slope, measure_strip, staff_trend
from footprint.content.figures import measure_table
from footprint.facts.atlas import Atlas
from footprint.measures.catalogue import BY_KEY, MEASURES, estimated, tabulate
from footprint.measures.units import PEOPLE, PER_100_000
from footprint.money import scenario
from footprint.money.scenario import over_time
from footprint.pages import money
from footprint.plans.comparison import compare
from footprint.plans.plan import Plan, england
from footprint.slides.charts import native
from footprint.view import View
from tests.paper_samples import WORK


def figures(toy: Atlas, plan: Plan) -> pd.DataFrame:
    return tabulate(toy, plan, MEASURES)


def test_dots_say_what_the_table_says(toy: Atlas, divided: Plan) -> None:
    known, shared = figures(toy, divided), estimated(toy, divided)
    for measure in MEASURES:
        table = measure_table(divided, known, (measure,), estimated=shared)
        said = {code: texts[-1] for code, texts in zip(table.codes, table.texts(), strict=True)}
        dots = measure_dots(divided, measure, known, whole=1.0, estimated=shared)
        assert {dot.id: dot.text for dot in dots.rows} == said
        assert {dot.id for dot in dots.rows if dot.value is None} == {
            code for code, text in said.items() if text == "no figure"
        }


def test_what_was_shared_out_and_what_is_below_is_marked(toy: Atlas, divided: Plan) -> None:
    known, shared = figures(toy, divided), estimated(toy, divided)
    allowance = measure_dots(
        divided, BY_KEY["running_cost_allowance"], known, whole=1.0, estimated=shared
    )
    assert {dot.id for dot in allowance.rows if dot.estimated} == {"W", "birch"}
    people = measure_dots(divided, BY_KEY["residents"], known, whole=2_100.0, estimated=shared)
    assert all(dot.below and not dot.estimated for dot in people.rows)


def test_lines_are_those_of_the_measure(toy: Atlas, today: Plan) -> None:
    dots = measure_dots(today, BY_KEY["residents"], figures(toy, today), whole=2_100.0)
    assert [line.words for line in dots.lines] == ["1 million", "1.5 million", "2 million"]


def test_england_stands_among_averages_and_not_among_parts_of_it(toy: Atlas, today: Plan) -> None:
    known = figures(toy, today)
    score = measure_dots(today, BY_KEY["imd"], known, whole=28.1)
    assert score.england.words == "England 28.1"
    assert measure_dots(today, BY_KEY["imd"], known, whole=float("nan")).england is None
    assert measure_dots(today, BY_KEY["residents"], known, whole=2_100.0).england is None


def test_a_slope_leads_each_footprint_to_where_most_of_its_people_are(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    measure, people = BY_KEY["residents"], toy.blocks["residents_2024"]
    values = tuple(tabulate(toy, plan, (measure,))["residents"] for plan in (today, divided))
    slope = measure_slope(compare(today, divided, people), measure, values, "M")
    assert {(leg.source, leg.target): leg.texts for leg in slope.legs} == {
        ("W", "W"): ("600", "400"),
        ("M", "birch"): ("400", "600"),
        ("E", "E"): ("1,100", "1,100"),
    }
    assert slope.selected == "M"
    assert slope.missing == 0


def test_a_strip_has_every_footprint_of_each_plan_under_its_letter(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    measure = BY_KEY["residents"]
    held = [(plan, tabulate(toy, plan, (measure,))["residents"]) for plan in (today, divided)]
    strip = measure_strip([*held, held[0]], measure, "ADC")
    assert [row.name.partition(":")[0] for row in strip.rows] == ["A", "D", "C"]
    for row, (plan, values) in zip(strip.rows, held, strict=False):
        assert {tick.name: tick.text for tick in row.ticks} == {
            plan.by_id[code].name: PEOPLE.text(value) for code, value in values.items()
        }
        assert row.quarters[1] == values.median()
    assert [line.words for line in strip.lines] == ["1 million", "1.5 million", "2 million"]


def test_staff_at_every_date_is_told_beside_englands(toy: Atlas, divided: Plan) -> None:
    _, here = over_time(toy, divided)["birch"]
    _, whole = over_time(toy, england(toy))["england"]
    trend = staff_trend(divided.by_id["birch"].name, here, whole, estimated=True)
    assert trend.dates == tuple(here.index)
    assert trend.own.name == divided.by_id["birch"].name
    assert trend.own.texts == tuple(here["rate"].map(PER_100_000.text))
    assert trend.england.texts[-1] == PER_100_000.text(
        100_000 * toy.workforce.loc[toy.workforce["date"] == trend.dates[-1], "fte"].sum() / 2_100
    )
    assert trend.estimated
    assert not staff_trend("East", here, whole).estimated


def test_who_has_no_figure_has_no_line(toy: Atlas, today: Plan, divided: Plan) -> None:
    measure, people = BY_KEY["published_cost"], toy.blocks["residents_2024"]
    values = tuple(tabulate(toy, plan, (measure,))[measure.key] for plan in (today, divided))
    slope = measure_slope(compare(today, divided, people), measure, values)
    assert len(slope.legs) + slope.missing == 3
    assert slope.missing > 0


@pytest.mark.parametrize("gone", [0, 1])
def test_a_figure_on_one_side_alone_is_no_line(toy: Atlas, today: Plan, gone: int) -> None:
    whole = pd.Series({"E": 1_100.0, "M": 400.0, "W": 600.0})
    values = [whole, whole]
    values[gone] = whole.replace(400.0, float("nan"))
    held = compare(today, today, toy.blocks["residents_2024"])
    slope = measure_slope(held, BY_KEY["residents"], tuple(values))
    assert [leg.source for leg in slope.legs] == ["E", "W"]
    assert slope.missing == 1


@pytest.mark.parametrize("cap", [18.76, 20.0])
def test_costs_per_weighted_head_are_judged_by_the_cap_whoever_set_it(cap: float) -> None:
    told = money.content(WORK, View(measure="published_cost_per_head", cap=cap))
    dots = told.picture.charts[-1]
    assert [(line.value, line.words) for line in dots.lines] == [(cap, f"£{cap:.2f}, the cap")]
    kent = next(dot for dot in dots.rows if dot.name == "Kent and Medway")
    row = scenario.money_table(WORK.atlas, told.plan, told.scenario).loc[kent.id]
    assert kent.value == pytest.approx(row["baseline"] / row["weighted_population"])


def test_a_cost_that_is_implied_is_drawn_and_marked_with_how_it_follows() -> None:
    told = money.content(WORK, View(plan="agreed-2025-09", area="QE1")).picture.charts[0]
    assert [(part.name, part.text) for part in told.parts] == [
        ("Cost before the cut", "£75.1m (implied)"),
        ("The cap would take", "£36.0m (48%) (implied)"),
        ("Envelope", "£39.1m (worked out)"),
    ]
    cost, goes, left = told.parts
    assert cost.end == goes.end == pytest.approx(75_081_282)
    assert goes.start == pytest.approx(left.end)
    assert told.key.startswith("Dashed: what goes. The cost is implied: £75.1m, which is the")


def test_of_two_implied_costs_that_differ_neither_is_drawn() -> None:
    told = money.content(WORK, View(plan="agreed-2025-09", area="cwhw")).picture.charts[0]
    cost, left = told.parts
    assert (cost.end, cost.text) == (None, "no figure (£46.0m to £60.3m, implied)")
    assert left.end
    assert told.note == (
        "The cost is implied, by figures that differ: £46.0m, of which £23.0m is "
        "50%; or £60.3m, which is £19.60 for each of 1,902,706 weighted heads plus the £23.0m to "
        "be saved."
    )
    assert native(told, 300).bars[0].name == (
        "Cost before the cut (no figure: £46.0m to £60.3m, implied)"
    )


def test_the_users_own_cost_goes_before_one_that_is_implied() -> None:
    own = View(plan="agreed-2025-09", area="QE1", baseline="QE1:80")
    told = money.content(WORK, own).picture.charts[0]
    assert (told.parts[0].text, told.note) == ("£80.0m (yours)", "")
