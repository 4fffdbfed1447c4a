"""The page on money, run by Streamlit's own test runner: its sums, its words, its assumptions."""

import pandas as pd
import pytest

from footprint.pages import money
from footprint.view import View
from tests.pages.test_pages import opened, shown, tables, words
from tests.shared_workspace import WORK

MONEY = "pages/Money.py"
OWN = ("own-costs",)
FOUR = {"QMM": 35, "QJG": 30, "QF7": 61.7, "QKS": 70}


def titled(app, column):
    """The first table that has a column whose heading begins so."""
    return next(
        table for table in tables(app) if any(name.startswith(column) for name in table.columns)
    )


def test_the_page_runs_and_runs_again():
    app = opened(MONEY)
    assert not app.warning
    app.run()
    assert not app.exception


def test_it_says_what_the_cap_covers_and_that_the_allowance_is_not_that():
    said = words(shown(MONEY))
    assert "The cap is not the running cost allowance." in said
    assert "£1,197.8m a year" in said
    assert "mid-2024" in said
    assert "weighted population" in said.lower()
    assert "commissioning support unit" in said


@pytest.mark.parametrize(
    ("plan", "name", "worked_out", "target", "difference", "used", "to_come"),
    [
        (
            *(
                "icb-2023",
                "South Yorkshire",
                "£30.2m",
                "£30.2m (published)",
                "the same",
                "£30.2m (published)",
            ),
            "no figure",
        ),
        (
            *("icb-2023", "Kent and Medway", "£37.8m", "£38.3m (published)", "£0.5m more"),
            *("£38.3m (published)",),
            "£39.1m (published, second-hand), £19.40 per weighted head (published, second-hand)",
        ),
        (
            *("icb-2023", "Northamptonshire", "£15.3m", "no figure", "no figure"),
            *("£15.3m (worked out)",),
            "no figure",
        ),
        (
            "agreed-2025-09",
            "Leicester, Leicestershire, Northamptonshire and Rutland",
            "£36.4m",
            "£36.3m (implied)",
            "£0.1m less",
            "£36.3m (implied)",
            "no figure",
        ),
    ],
)
def test_the_envelope_stands_beside_the_target_and_whose_it_is(
    plan, name, worked_out, target, difference, used, to_come
):
    row = titled(shown(MONEY, plan=plan), "Weighted population").loc[name].tolist()
    assert row[1:] == [worked_out, target, difference, used, to_come]


def test_england_closes_the_table():
    table = titled(shown(MONEY), "Weighted population")
    assert table.index[-1] == "England"
    assert table.iloc[-1].tolist()[:3] == ["63,849,322", "£1,197.8m", "no figure"]
    assert len(table) == 26


def test_what_footprints_come_down_to_stands_most_first():
    left = titled(shown(MONEY), "Weighted population")["Target (or envelope)"][:-1]
    pounds = [float(said.split("m")[0].removeprefix("£")) for said in left]
    assert pounds == sorted(pounds, reverse=True)
    assert len(set(pounds)) > 20


def test_a_split_icb_is_marked_as_worked_out_by_share():
    table = titled(shown(MONEY, plan="merged-2026-04"), "Weighted population")
    assert table.loc["Thames Valley"].iloc[1].endswith("(worked out by share)")
    assert "worked out by share" not in table.loc["Devon"].iloc[1]


def test_who_loses_more_by_a_cut_than_by_the_cap():
    app = opened(MONEY)
    table = titled(app, "Cost before the cut")
    assert list(table.index) == [
        "Kent and Medway",
        "South Yorkshire",
        "Leicester, Leicestershire, Northamptonshire and Rutland",
    ]
    assert table["Takes more"].tolist() == [
        "The cut, by £1.6m",
        "The target, by £0.6m",
        "The cut, by £9.8m",
    ]
    assert "No figure for the other 22" in words(app)


def test_of_the_two_targets_of_kent_each_is_told_with_its_year():
    said = words(shown(MONEY, plan="icb-2023", area="QKS"))
    assert "The target for 2025/26 is £38.3m (published), £0.5m more than the envelope" in said
    assert "For 2026/27 it is £39.1m (published, second-hand), £19.40 per weighted head" in said
    assert "cut would take £1.6m more from Kent and Medway than the target would" in said


def test_the_allowance_of_three_years_and_the_staff_of_england():
    app = opened(MONEY)
    assert titled(app, "Running cost allowance")["Running cost allowance"].tolist() == [
        "£1,108.8m",
        "£908.8m",
        "£874.0m",
    ]
    staff = titled(app, "ICB staff")
    assert staff.loc["March 2025"].tolist() == ["22,814", "38.9"]
    assert staff.index[0] == "July 2022"


def test_a_selected_footprint_is_told():
    said = words(shown(MONEY, area="lnr"))
    assert "A 50% cut would take £9.8m more from Leicester" in said
    assert "to the target of £36.3m (implied) is £16.7m (worked out), or 32%, less." in said
    assert "Leicester, Leicestershire and Rutland with Northamptonshire, together" in said
    assert "LincsOnline" in said
    assert "June 2025" in said


def test_a_figure_of_a_new_body_is_shown_with_its_quality_and_its_source():
    said = words(shown(MONEY, plan="merged-2026-04", area="S9B9J"))
    assert (
        "Target, a year, 2026/27: **£59.3m** (published, second-hand). [NHS Surrey and Sussex ICB"
        in said
    )
    assert "Cost before the cut: **£40.00 per head** (rounded)" in said


def test_what_is_implied_stands_apart_with_its_formula_and_its_sources():
    said = words(shown(MONEY, plan="merged-2026-04", area="S9B9J"))
    assert "Nobody published these." in said
    assert "**£138.3m**, which is £59.3m plus the £79.0m to be saved. From: [NHS Surrey" in said
    assert "It is to be preferred to £40 a head" in said
    told = money.content(WORK, View(plan="merged-2026-04", area="S9B9J"))
    for bodies, sort in (
        (told.exact, "published"),
        (told.inside, "published"),
        (told.everything, "published"),
        (told.implied_here, "implied"),
        (told.implied, "implied"),
    ):
        assert {fact.sort for body in bodies for fact in body.facts} == {sort}


def test_deficits_are_told_with_their_kind_and_a_variance_is_none():
    said = words(shown(MONEY, plan="icb-2023", area="QKS", unfolded=("all-published",)))
    assert "ICB only, plan 2026/27: **deficit of £50.8m**" in said
    assert "ICB and its NHS trusts, forecast 2025/26: **deficit of £198.0m**" in said
    assert "how far from plan 2025/26: **£201.8m worse than plan**" in said
    assert "deficit of £201.8m" not in said


def test_the_timetable_of_the_cut_is_told():
    said = words(shown(MONEY))
    for day in ("5pm on 30 May 2025", "October 2025", "by December 2025", "31 December 2025"):
        assert day in said


def test_a_deficit_is_on_the_map_with_its_sign():
    app = opened(MONEY, plan="merged-2026-04", measure="published_deficit")
    assert "Kent and Medway has the largest planned deficit (-£50.8m)" in words(app)


def test_half_of_a_pair_has_no_figure_of_the_pair():
    said = words(shown(MONEY, plan="icb-2023", area="QPM"))
    assert "No figure is published for what Northamptonshire cost before the cut." in said
    assert "No figure in pounds, for the cost before the cut is not published." in said


def test_where_nothing_is_published_it_is_said():
    said = words(shown(MONEY, plan="icb-2023", area="QOX"))
    assert "no figure for exactly this area" in said


def test_the_scenario_is_in_the_address_both_ways():
    app = opened(MONEY, cap="20", cut="33", saving="1500000")
    assert [number.value for number in app.number_input][:2] == [20, 1.5]
    said = words(app)
    assert "your cap of £20.00 for each weighted head" in said
    assert "At your £1.5m for each, that is £25.5m a year." in said
    assert "Targets were set at £18.76" in said
    app.number_input[0].set_value(21.5).run()
    assert app.query_params["cap"] == "21.5"
    app.slider[0].set_value(40.0).run()
    assert app.query_params["cut"] == "40"
    back = next(button for button in app.button if "my assumptions" in button.label)
    back.click().run()
    assert not {"cap", "cut", "saving"} & set(app.query_params)
    assert "the cap of £18.76" in words(app)


def test_a_cost_is_typed_and_taken_away():
    app = opened(MONEY, plan="icb-2023", area="QWO", unfolded=OWN)
    box = next(number for number in app.number_input if "West Yorkshire" in number.label)
    assert box.value is None
    box.set_value(80.5).run()
    assert app.query_params["baseline"] == "QWO:80.5"
    assert titled(app, "Cost before")["Cost before the cut"]["West Yorkshire"] == "£80.5m (yours)"
    next(button for button in app.button if "your figures" in button.label).click().run()
    assert "baseline" not in app.query_params


def test_all_42_can_be_typed():
    app = opened(MONEY, unfolded=OWN)
    next(toggle for toggle in app.toggle if "42" in toggle.label).set_value(True).run()
    assert len([number for number in app.number_input if "£ million" in number.label]) == 42


def test_own_costs_are_on_the_map_and_marked():
    given = ",".join(f"{icb}:{cost}" for icb, cost in FOUR.items())
    app = opened(MONEY, measure="published_cost", baseline=given)
    assert "Cost before the cut, yours or published" in words(app)
    table = titled(app, "Cost before")
    assert table["Cost before the cut"]["Kent and Medway"] == "£70.0m (yours)"
    assert table["Cost before the cut"]["Norfolk and Suffolk"].endswith(
        "(yours, worked out by share)"
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"cap": "free"}, "“free”"),
        ({"cut": "101"}, "“101”"),
        ({"baseline": "QF7:61.7,QZZ:3"}, "“QZZ”"),
        ({"baseline": "QF7:61.7;DROP"}, "is not a number"),
        ({"baseline": "<b>"}, "“<b>”"),
    ],
)
def test_a_wrong_scenario_is_told_and_the_page_is_shown(query, said):
    app = opened(MONEY, **query)
    assert len(app.warning) == 1
    assert said in app.warning[0].value


def test_many_problems_are_counted_not_all_shown():
    app = opened(MONEY, baseline=",".join(f"X{number}:1" for number in range(50)))
    assert "And 38 more." in app.warning[0].value


@pytest.mark.parametrize("plan", ["east-model-a", "planned-2027-04", "greater-lincolnshire-alt"])
@pytest.mark.parametrize("measure", ["published_cost", "staff_per_100_000", "imd"])
def test_every_plan_and_measure_opens(plan, measure):
    app = opened(MONEY, plan=plan, measure=measure, cap="25", scheme="own", cuts="30")
    assert isinstance(titled(app, "Weighted population"), pd.DataFrame)


def test_a_table_is_uploaded_and_its_problems_are_told():
    app = opened(MONEY, unfolded=OWN)
    table = "ICB,Budget (£000)\nQWO,80500\nQZZ,1\nQF7,sixty\n".encode()
    app.file_uploader[0].upload("costs.csv", table, "text/csv").run()
    assert app.query_params["baseline"] == "QWO:80.5"
    (told,) = app.warning
    assert "Row 3: “QZZ” names no ICB of 2023 or 2026." in told.value
    said = "The costs under “Budget (£000)” were read as £ thousand, as the heading says."
    assert f"<p>{said}</p>" in [element.proto.body for element in app.get("html")]
    assert "Row 4: “sixty” is not a number." in told.value
    assert "£80.5m (yours)" in titled(app, "Cost before")["Cost before the cut"].tolist()


def test_a_saved_scenario_is_loaded():
    app = opened(MONEY, unfolded=OWN)
    scenario = b"cap = 20\ncut_percent = 30\nsaving_gbp = 2000000\n[baseline_gbp]\nQWO = 80500000\n"
    app.file_uploader[1].upload("scenario.toml", scenario, "application/toml").run()
    assert not app.warning
    wanted = {"cap": "20", "cut": "30", "saving": "2000000", "baseline": "QWO:80.5"}
    assert {name: app.query_params[name] for name in wanted} == wanted


def test_a_file_that_is_no_scenario_changes_nothing():
    app = opened(MONEY, cap="20", unfolded=OWN)
    app.file_uploader[1].upload("scenario.toml", b"[" * 5_000, "application/toml").run()
    assert "not a scenario saved here" in app.warning[0].value
    assert app.query_params["cap"] == "20"
