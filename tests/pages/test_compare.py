"""The page that compares plans, run by Streamlit's own test runner."""

import pytest

from footprint.charts.slope import Slope
from footprint.charts.strip import Strip
from footprint.pages import compare
from footprint.view import TODAY, View
from tests.pages.test_pages import opened, shown, tables, words
from tests.shared_workspace import WORK

PAGE = "pages/Compare.py"
DISTRICTS = ("compare-districts",)


def test_the_page_runs_and_runs_again():
    app = opened(PAGE)
    app.run()
    assert not app.exception
    assert not app.warning


def test_the_paragraph_comes_first_and_says_what_changes():
    said = words(shown(PAGE))
    assert said.index(
        "42 statutory bodies of April 2023 become 36 of October 2026, "
        "and 42 leadership teams become 25."
    ) < (said.index("Statutory bodies: 8 join others whole"))
    assert "Leadership teams: 28 join others whole" in said
    assert "3 are divided (Suffolk and North East Essex, Hertfordshire and West Essex" in said
    assert "3 are divided, and the same people move." in said


def test_a_cluster_changes_no_boundary_and_moves_nobody_who_is_not_divided():
    said = words(shown(PAGE, plan="agreed-2025-09"))
    assert "No statutory boundary changes, and 42 leadership teams become 26." in said
    said = words(shown(PAGE, other="merged-2026-04", plan="in-force-2026-10"))
    assert "No statutory boundary changes, and 26 leadership teams become 25." in said
    assert "Nobody moves" in said


def test_the_scorecard_gives_both_plans_the_difference_and_the_direction():
    table = tables(shown(PAGE))[0]
    assert list(table.loc["Statutory bodies"]) == ["42", "36", "−6", "no better or worse"]
    assert list(table.loc["Leadership teams"]) == ["42", "25", "−17", "no better or worse"]
    assert list(table.loc["Split districts"]) == ["12 of 296", "5 of 296", "−7", "✓ better"]
    assert list(table.loc["At least 1 million people"])[:2] == ["11 of 42 miss", "0 of 25 miss"]


def test_everything_says_it_is_on_the_same_basis():
    said = words(shown(PAGE, tolerance="2"))
    assert "Same basis for everything here: data version " in said
    assert "residents of mid-2024" in said
    assert "more than 2% of its people" in said


def test_the_threshold_of_the_criteria_page_holds_here_too():
    table = tables(shown(PAGE, least="1500000"))[0]
    assert "Footprints with fewer than 1.5 million people" in table.index
    assert "At least 1,500,000 people" in table.index


def test_up_to_four_plans_stand_in_the_scorecard_and_a_fifth_is_left_out_with_a_word():
    app = opened(PAGE, also="merged-2026-04_proposed-2025-05_planned-2027-04")
    table = tables(app)[0]
    assert len(table.columns) == 6
    assert app.multiselect[0].label == "And (up to 2 more, four in all)"
    assert [one.value for one in app.warning] == [
        "The link asks for the further plan “What is asked for April 2027” as well, and four plans "
        "can be compared at once. It was left out."
    ]
    assert table.loc["Leadership teams"].iloc[-1] == "27 (no better or worse; −15)"
    app.multiselect[0].set_value(["merged-2026-04"]).run()
    assert not app.exception
    assert app.query_params["also"] in ("merged-2026-04", ["merged-2026-04"])


def test_plans_are_chosen_swapped_and_kept_in_the_address_bar():
    app = opened(PAGE)
    app.selectbox(key="compare-plan").set_value("merged-2026-04").run()
    assert app.query_params["plan"] in ("merged-2026-04", ["merged-2026-04"])
    next(button for button in app.button if button.label == "Swap A and B").click().run()
    assert "36 statutory bodies of April 2026 become 42 of April 2023" in words(app)


def test_options_for_one_region_are_compared_in_that_region():
    app = opened(PAGE, other="east-model-a", plan="east-model-c", unfolded=DISTRICTS)
    said = words(app)
    assert "In the East of England: still 3 statutory bodies" in said
    assert "; the East of England; residents of mid-2024" in said
    assert list(tables(app)[0].loc["Split districts"])[:2] == ["2 of 47", "1 of 47"]
    rows = app.dataframe[0].value
    assert list(rows[rows["What happens"] == "Moves"]["From"].unique()) == [
        "Norfolk, Suffolk, Cambridgeshire and Peterborough"
    ]


def test_a_national_plan_beside_regional_ones_is_told_in_their_region_too():
    app = shown(PAGE, other="east-model-a", plan="merged-2026-04", also="east-model-b_east-model-c")
    assert "In the East of England: still 3 statutory bodies" in words(app)
    assert "The 954,965 people of Cambridgeshire and Peterborough move" in words(app)
    assert "London" not in words(app).partition("Scorecard")[0]
    table = tables(app)[0]
    assert [column[0] for column in table.columns if ": " in column] == ["A", "D", "B", "C"]
    assert list(table.loc["Statutory bodies"])[:2] == ["3", "3"]
    assert list(table.loc["Standing"]) == [
        "not chosen",
        "in force",
        "",
        "",
        "not chosen",
        "in force",
    ]
    assert table.loc["People who move from A", "D: 36 ICBs (April 2026)"] == "954,965"
    assert "In the East of England, “East of England model A” splits 2 " in words(app)


def test_an_option_that_adds_a_footprint_moves_those_of_its_area_and_is_not_worse_for_it():
    app = shown(PAGE, other="agreed-2025-09", plan="greater-lincolnshire-alt")
    assert (
        "In all 1.1 million people move: the 331,247 people of North East Lincolnshire and North "
        "Lincolnshire change body and team, from Humber and North Yorkshire to Greater "
        "Lincolnshire; the 789,502 people of Lincolnshire change team only, from Derby, "
        "Derbyshire, Lincolnshire, Nottingham and Nottinghamshire to Greater Lincolnshire, while "
        "their body only receives people."
    ) in words(app)
    assert "1,120,749 people move" in words(app)
    assert list(tables(app)[0].loc["Leadership teams"]) == ["6", "7", "+1", "no better or worse"]


def test_any_comparison_is_narrowed_to_a_part_of_england_and_widened_again():
    app = opened(PAGE, plan="merged-2026-04", scope="South East")
    assert "In the South East: 6 statutory bodies of April 2023 become 4 of" in words(app)
    app.multiselect(key="compare-scope").set_value(["South East", "London"]).run()
    assert "In the South East and London: " in words(app)
    next(button for button in app.button if button.label == "Back to England").click().run()
    assert "42 statutory bodies of April 2023 become 36 of April 2026" in words(app)
    app = shown(PAGE, plan="merged-2026-04", scope="E47000001")
    assert "In the Greater Manchester Combined Authority" in words(app)


def test_a_footprint_that_goes_on_outside_is_named():
    app = shown(PAGE, plan="agreed-2025-09", layer="teams", scope="QJM")
    assert "Counted with all of their people, who live outside too: B: Derby" in words(app)


def test_a_part_of_england_that_does_not_exist_is_said_and_left_out():
    app = shown(PAGE, plan="merged-2026-04", scope="Mercia")
    assert "part of England “Mercia” that does not exist. It was left out." in words(app)
    assert "42 statutory bodies of April 2023 become 36 of April 2026" in words(app)


def test_the_table_of_what_joins_divides_and_moves_adds_up():
    table = shown(PAGE, unfolded=DISTRICTS).dataframe[0].value
    people = table.groupby("What happens")["Residents, mid-2024"].sum()
    assert people.to_dict() == {
        "Moves": 1_032_378,
        "Stays": 2_340_684,
        "Receives": 3_121_419,
        "Joins": 31_924_615,
    }
    for _, rows in table.groupby("What happens"):
        assert rows["Residents, mid-2024"].is_monotonic_decreasing


def test_the_matrix_holds_everybody(england):
    matrix = shown(PAGE, unfolded=("compare-shared",)).dataframe[-1].value
    assert matrix.shape == (42, 25)
    assert matrix.to_numpy().sum() == england.blocks["residents_2024"].sum()


def test_a_plan_beside_itself_changes_nothing():
    app = opened(PAGE, plan="icb-2023")
    assert "so nothing changes" in words(app)
    assert "Nothing: every ICB has the same area" in words(app)
    assert set(tables(app)[0]["B is better or worse"]) <= {"the same", ""}


@pytest.mark.parametrize("measure", ["residents", "published_cost"])
def test_a_plan_beside_itself_has_its_measure_on_both_maps(measure):
    app = shown(PAGE, plan="icb-2023", measure=measure, also="icb-2023")
    assert "so nothing changes" in words(app)
    assert tables(app)


@pytest.mark.parametrize("measure", ["", "residents", "published_cost", "compactness"])
@pytest.mark.parametrize("show", ["two", "moves"])
def test_every_kind_of_measure_and_both_ways_of_showing_open(measure, show):
    assert tables(shown(PAGE, measure=measure, show=show))


def test_a_place_is_told_under_both_plans():
    said = words(shown(PAGE, area="E07000089"))
    assert "Its people are in Frimley (75%), and Hampshire and Isle of Wight (25%)." in said
    assert "Residents of Frimley: " in said
    assert "Residents of Hampshire and Isle of Wight: " in said


def test_a_place_that_is_the_same_under_several_plans_is_told_once():
    asked = View(plan="merged-2026-04", other="icb-2023", also=("east-model-b",), area="QK1")
    placed = compare.content(WORK, asked).placed
    assert list(placed) == ["A, B and C"]
    assert placed["A, B and C"].startswith(
        "Leicester, Leicestershire and Rutland is a footprint. Residents: 1,175,364."
    )


def test_cuts_of_the_users_own_that_make_no_classes_do_no_harm():
    assert tables(shown(PAGE, measure="residents", scheme="own"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"show": "three"}, "way of comparing “three”"),
        ({"also": "nowhere"}, "further plan “nowhere” that does not exist. It was left out."),
        (
            {"also": "icb-2023_merged-2026-04_agreed-2025-09_planned-2027-04"},
            "“What is asked for April 2027” as well, and four plans can be compared at once.",
        ),
        ({"other": "nowhere"}, "plan to compare with “nowhere”"),
        ({"plan": "<b>"}, "plan “<b>”"),
        ({"area": "nowhere"}, "area “nowhere”"),
    ],
)
def test_a_wrong_link_is_told_in_one_sentence(query, said):
    app = opened(PAGE, **query)
    assert len(app.warning) == 1
    assert said in app.warning[0].value


@pytest.mark.parametrize(
    ("also", "ends"),
    [((), "A to B"), (("agreed-2025-09", "planned-2027-04"), "A to B of four plans")],
)
def test_the_slope_says_of_how_many_plans_it_has_two(also: tuple[str, ...], ends: str):
    view = View(plan=TODAY, other="icb-2023", also=also)
    assert compare.content(WORK, view).picture.charts[0].heading == f"Residents, from {ends}"


def test_a_footprint_without_a_match_says_where_its_people_go_as_the_slope_does():
    told = compare.content(WORK, View(layer="teams", measure="residents"))
    slope = told.picture.charts[0]
    table = told.footprints.set_index("In A")["In B"]
    named = {leg.names[0]: leg.names[1] for leg in slope.legs}
    without = table[table.str.startswith("no match")]
    assert len(without) >= 10
    before, after = (WORK.plans[key].seen_as("teams") for key in ("icb-2023", "in-force-2026-10"))
    for side, plan in (("A", before), ("B", after)):
        sizes = WORK.residents.groupby(plan.footprint_of).sum()
        rows = told.footprints[told.footprints[side] != ""]
        assert rows.set_index(f"In {side}")[side].astype(str).to_dict() == {
            one.name: f"{sizes[one.id]:,}" for one in plan.footprints
        }
    assert {name: f"no match: most people go to {named[name]}" for name in without.index} == (
        without.to_dict()
    )


def test_figures_and_charts_stand_in_the_order_of_the_letters():
    view = View(plan="merged-2026-04", other="east-model-a", also=("east-model-b", "east-model-c"))
    picture = compare.content(WORK, view).picture
    plans = [label.removeprefix("Footprints: ")[0] for label, _ in picture.figures]
    assert plans == ["A", "B", "C", "D"]
    (strip,) = (chart for chart in picture.charts if isinstance(chart, Strip))
    assert [spread.name[0] for spread in strip.rows] == ["A", "B", "C", "D"]


def test_of_a_long_sentence_the_end_is_below_the_maps_and_on_paper_it_is_whole():
    view = View(other="south-west-three", plan="london-four")
    told = compare.content(WORK, view)
    assert told.sentence.text.endswith(
        "Nobody moves. “South West: three clusters” and “London: four ICBs” say nothing of the "
        "rest of England, which is shown by “42 ICBs (to March 2026)”."
    )
    assert told.follows.startswith("Leadership teams: 2 join others whole")
    assert told.picture.summary == f"{told.sentence.text} {told.follows}"


def test_the_choice_of_what_to_compare_within_says_that_it_takes_several():
    app = opened(PAGE, other="agreed-2025-09", plan="greater-lincolnshire-alt")
    (within,) = (one for one in app.multiselect if one.key == "compare-scope")
    assert within.label == "Compare within (one or more)"
    assert within.placeholder == f"{within.label}: the Midlands with Humber and North Yorkshire"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            {"other": "agreed-2025-09", "plan": "greater-lincolnshire-alt"},
            (
                "12 ICBs as they were in 2023",
                "1 merger, 1 ICB with less area and 10 ICBs as they were in 2023",
            ),
        ),
        ({"other": "icb-2023~bodies", "plan": "merged-2026-04~bodies"}, None),
    ],
)
def test_where_footprints_are_teams_the_mergers_of_their_bodies_are_counted(query, said):
    told = compare.content(WORK, View(**query))
    found = [one.said for one in told.scores if one.label == "What the statutory bodies are"]
    assert found == ([said] if said else [])


def test_every_verdict_of_the_scorecard_adds_up_to_the_footprints():
    told = compare.content(WORK, View(other="icb-2023", plan="greater-lincolnshire-alt"))
    for line in told.scores:
        if line.label.startswith(("Shares its borders", "Within £")):
            for words in filter(lambda one: one != "no figure", line.said):
                first, *rest = words.split(", ")
                of = int(first.split()[2])
                besides = sum(int(one.split()[0]) for one in rest)
                total = of + besides if "figure" in words else int(first.split()[0]) + besides
                assert total in (12, 7), (line.label, words)


def test_where_nothing_changes_there_is_no_chart_of_what_does() -> None:
    same = View(other="icb-2023", plan="agreed-2025-09", layer="bodies")
    charts = [
        compare.content(WORK, one).picture.charts for one in (same, same.with_(layer="teams"))
    ]
    assert [[type(one) for one in some] for some in charts] == [[Strip], [Slope, Strip]]
