"""The page on every option, run by Streamlit's own test runner."""

from __future__ import annotations

import re

import lxml.html
import pytest

from footprint.every_option.as_plans import mark
from footprint.every_option.sampled import SAMPLED
from footprint.pages import addresses, compare, every_option
from footprint.papers.contents import ALONE, WHOLE, only_whole, parts
from footprint.papers.contents import paper as paper_of_part
from footprint.standing import found as finding
from footprint.view import View
from footprint.workspace import counts, plans
from tests.pages.test_pages import opened, shown, tables, words
from tests.paper_samples import DAY
from tests.shared_workspace import WORK

PAGE = "pages/Every_option.py"
SIX = View(bodies="icb-2023", footprints=26, keep=("utla",), tolerance=0.0)


def told(**asked: object) -> every_option.EveryOption:
    return every_option.content(WORK, View(**asked))


def test_the_first_sentence_says_how_many_ways_there_are():
    said = words(shown(PAGE))
    assert "billion ways to group the 36 ICBs of today into 25 footprints in one piece" in said
    total = counts.counted(WORK, "merged-2026-04", told().found.answer.question).total(25)
    assert f"Exactly {total:,}, each counted once." in said


def test_several_kinds_of_authority_are_kept_whole_together():
    asked = {"bodies": "icb-2023", "footprints": 16}
    alone = [told(**asked, keep=(key,)).found.total for key in ("utla", "sa")]
    both = told(**asked, keep=("utla", "sa"))
    assert 0 < both.found.total < min(alone)
    assert "no upper-tier authority or strategic authority split by" in str(both.sentence)
    view, said = addresses.read(WORK, {"keep": "utla_parish"})
    assert view.keep == ("utla",)
    assert [one.on_page for one in said] == [
        "The link asks for a kind of authority to keep whole “parish” that does not exist. "
        "It was left out."
    ]


def test_the_counties_of_a_region_can_be_grouped_and_who_is_left_out_is_said():
    asked = View(bodies="utla", region="South West", footprints=3, against="below-2000000")
    told = every_option.content(WORK, asked)
    assert str(told.sentence.text).startswith(
        "There are 87 ways to group the upper-tier authorities of the South West into 3 footprints"
    )
    assert told.found.chosen == (
        "Not counted, as most of it lies in another NHS region: Oxfordshire."
    )
    one = every_option.content(WORK, asked.with_(plan=finding.best(WORK, asked)))
    assert one.found.place.number > 0
    assert "of 87 with 3 footprints" in one.found.place.said
    near = finding.nearest(WORK, asked, one.plan.key)
    assert near.pairs == 0
    nowhere = every_option.content(WORK, asked.with_(region=""))
    assert nowhere.found is None and nowhere.problem.endswith("Choose an NHS region.")


def test_districts_too_many_to_tell_apart_by_a_measure_are_counted_without_it():
    told = every_option.content(WORK, View(bodies="lad", region="South West", footprints=3))
    assert "16,487 ways to group the districts of the South West" in told.sentence.text
    assert told.asked.counted == "crossing"
    assert "“Split upper-tier authorities”" in told.problem


def test_todays_teams_have_their_place_and_their_number():
    found = told().found
    assert found.place.number > 0
    assert found.told.startswith("Under “25 leadership teams (October 2026)” there are 4 split")
    shares = re.findall(r"(\d+)% have", found.told)
    assert sum(map(int, shares)) == 100
    plain = counts.counted(WORK, "merged-2026-04", found.answer.question)
    assert told(counted="crossing").found.place.number == found.place.number
    option = plain.option(found.place.number - 1, 25)
    key = counts.key_of(WORK, "merged-2026-04", option, found.answer.units)
    today = plans.plan(WORK, "in-force-2026-10~teams")
    owners = plans.plan(WORK, key).footprint_of
    assert owners.groupby(today.footprint_of).nunique().eq(1).all()
    assert owners.nunique() == len(today.by_id)


def test_a_plan_that_divides_bodies_is_held_against_the_options_by_its_figures():
    found = told(plan="agreed-2025-09", bodies="icb-2023", footprints=26).found
    assert found.place.number == 0
    assert found.place.figures == (4, found.place.figures[1])
    assert "It is not one of these: it divides Suffolk and North East Essex" in found.told
    assert "of the options" in found.told.lower()


@pytest.mark.parametrize(
    ("asked", "left_out", "judged"),
    [
        ({"counted": "people-below-1500000"}, "“Residents in footprints", "split-utla"),
        ({"counted": "crossing", "against": "below-2000000"}, " together take too", "crossing"),
    ],
)
def test_what_cannot_be_counted_is_left_out_and_the_rest_is_counted(asked, left_out, judged):
    wide = {"bodies": "icb-2023", "footprints": 26, **asked}
    found = told(**wide)
    plain = told(bodies="icb-2023", footprints=26, counted=judged, against=judged)
    assert not plain.problem
    assert left_out in found.problem
    assert found.sentence == plain.sentence
    assert found.found.total == plain.found.total > 0
    assert (found.asked.counted, found.asked.against) == (judged, judged)
    assert finding.any_one(WORK, found.asked)
    page = shown(PAGE, **{key: str(value) for key, value in wide.items()})
    assert left_out in words(page)


def test_few_options_are_listed_whole_and_none_is_said_to_be_proved():
    found = every_option.content(WORK, SIX).found
    assert len(found.rare) == found.total == len(found.rare_table.rows) - 1 > 1
    assert all(one.figures[0] == 0 and one.apart for one in found.rare)
    paper = every_option.content(WORK, SIX).picture
    assert (len(paper.maps), paper.tabled, paper.table) == (6, True, found.rare_table)
    for one, drawn in zip(found.rare, paper.maps, strict=True):
        assert {area.id for area in drawn.layer.areas if area.labelled} == one.apart
        assert all(area.labelled for area in drawn.alone.areas)
    assert paper.notes[0].startswith(
        "The table names every ICB that shares a footprint, in the option’s own row or in “All 6”"
    )
    titles = [one.alone.title for one in paper.maps]
    marks = [mark(one.plan.key) for one in found.rare]
    assert titles == [f"Who joins whom: Option {one}: 26 footprints" for one in marks]
    headings = [one.heading for one in paper.maps]
    assert headings == [f"Option {n} ({one})" for n, one in enumerate(marks, start=1)]
    none = every_option.content(WORK, SIX.with_(footprints=27))
    assert none.sentence.text.startswith("27 footprints: none, and that is proved.")
    assert "27 footprints: none, and that is proved." in none.picture.summary
    assert none.found.exact == "Every grouping was counted. From 1 to 26 footprints are possible."
    assert not none.found.rare


def test_what_has_colour_on_paper_is_said_of_several_options_and_of_the_only_one():
    assert every_option.content(WORK, SIX).picture.subtitle == (
        "Coloured: ICBs that are together here, but not in all of these options."
    )
    only = View(region="North West", bodies="icb-2023", footprints=1)
    picture = every_option.content(WORK, only).picture
    assert len(picture.maps) == 1
    assert picture.subtitle == "Coloured: ICBs that share a footprint."


def test_an_option_of_the_count_has_one_name_wherever_it_is_and_whatever_is_asked():
    third = every_option.content(WORK, SIX).found.rare[2]
    said = every_option.content(WORK, SIX.with_(plan=third.plan.key))
    name = f"Option {mark(third.plan.key)}: 26 footprints"
    assert said.found.place.said == "Number 3 of 6 with 26 footprints."
    assert name == said.plan.title == third.plan.title
    assert said.found.told.startswith(f"Under “{name}”")
    assert said.shown.layer.title == f"Who joins whom: {name}"
    # Under other conditions, where it is none of the options, it has no number.
    beyond = every_option.content(WORK, SIX.with_(plan=third.plan.key, least=2_000_000))
    assert beyond.found.place.number == 0
    assert beyond.plan.title == name
    elsewhere = compare.content(WORK, View(plan=third.plan.key, other="in-force-2026-10"))
    assert name in [one.title for one in elsewhere.plans]


def test_the_picker_calls_an_option_by_its_name():
    key = finding.best(WORK, View())
    app = opened(PAGE, plan=key)
    picker = app.selectbox(key="pick-plan")
    assert f"Option {mark(key)}: 25 footprints" in picker.options
    assert picker.value == key


def test_what_each_condition_leaves_only_ever_shrinks():
    rows = every_option.content(WORK, SIX.with_(inside="regions")).found.narrowing.rows
    left = [row[1].number for row in rows]
    assert len(rows) == 4
    assert left == sorted(left, reverse=True)


RARE = {
    "most": ("4000000", "at most 4 million weighted heads each"),
    "by": ("weighted", "at least 1 million weighted heads each"),
    "fixed": ("QF7-QWO_QOP", "Greater Manchester as a footprint of its own"),
    "together": ("QE1_QYG", "Lancashire and South Cumbria together with Cheshire and Merseyside"),
    "apart": ("QF7_QJ2", "South Yorkshire apart from Derby and Derbyshire"),
    "tolerance": ("2", "no upper-tier authority split by more than 2% of its people"),
}


def test_every_rare_condition_is_in_the_address_in_the_sentence_and_on_paper():
    only = {"only": "QF7_QHM_QOP_QE1_QYG_QJ2_QOQ_QWO", "footprints": "3", "keep": "utla"}
    asked = {name: value for name, (value, _) in RARE.items()} | only
    page = opened(PAGE, unfolded=("every-more",), **asked)
    assert not page.exception
    assert "More conditions (7 set)" in {one.label for one in page.expander}
    said = words(page)
    view = addresses.read(WORK, asked)[0]
    paper = every_option.content(WORK, view).picture
    for condition in (*(one for _, one in RARE.values()), "8 of the 36 ICBs of today"):
        assert condition in said
        assert condition in paper.summary
    named = "Counted are "
    assert named in said
    assert any(note.startswith(named) for note in paper.notes)
    assert view.to_query() == asked


def test_a_rare_condition_is_set_by_hand_and_the_count_follows():
    app = opened(PAGE, unfolded=("every-more",), region="North West", footprints="2")
    assert "More conditions" in {one.label for one in app.expander}
    app.multiselect(key="every-fixed").set_value(["QOP"]).run()
    assert "There is 1 way to group the ICBs of the North West today into 2" in words(app)
    assert "More conditions (1 set)" in {one.label for one in app.expander}
    app.multiselect(key="every-only").set_value(["QOP", "QYG"]).run()
    assert "There is 1 way to group 2 of the ICBs of the North West today" in words(app)


def test_the_best_on_a_measure_has_the_fewest_and_the_nearest_is_the_plan_itself():
    view = View()
    best = plans.plan(WORK, finding.best(WORK, view))
    answer = told().found.answer
    figures = every_option.content(WORK, view.with_(plan=best.key)).found.place.figures
    assert figures == answer.best(25)
    near = finding.nearest(WORK, view, "in-force-2026-10")
    today = plans.plan(WORK, "in-force-2026-10~teams")
    assert (near.pairs, near.changing) == (0, 0)
    assert plans.plan(WORK, near.key).footprint_of.groupby(today.footprint_of).nunique().eq(1).all()


def test_any_option_leads_on_to_another_and_a_link_to_the_same():
    view = View()
    first = finding.any_one(WORK, view)
    assert first == finding.any_one(WORK, view) != finding.any_one(WORK, view.with_(plan=first))


@pytest.mark.parametrize("page", ["Clusters", "Compare", "Criteria", "Money", "Draw_an_option"])
def test_an_option_of_the_count_is_shown_by_every_page(page):
    key = finding.best(WORK, View())
    app = opened(f"pages/{page}.py", plan=key)
    assert not app.exception
    assert not app.warning
    names = {one.name for one in plans.plan(WORK, key).teams.footprints}
    names -= {one.name for one in plans.plan(WORK, "in-force-2026-10~teams").footprints}
    said = words(app)
    assert names
    assert any(name in said for name in names)


def test_an_option_of_the_count_is_shown_by_the_icbs_under_its_footprints_too():
    app = opened("pages/Clusters.py", plan=finding.best(WORK, View()), layer="bodies")
    assert not app.warning
    assert len(tables(app)[0]) == 36


def test_pressing_a_button_draws_an_option_and_puts_it_in_the_address():
    app = opened(PAGE)
    app.button(key="show-best").click().run()
    assert not app.exception
    assert "every-merged-2026-04-" in str(app.query_params["plan"])


def test_how_near_an_option_is_stays_until_another_is_shown_or_asked_for():
    app = opened(PAGE, plan="proposed-2025-05", bodies="icb-2023", footprints="26")
    app.button(key="show-near").click().run()
    assert "No option is nearer" in words(app)
    app.run()
    assert "No option is nearer" in words(app)
    app.query_params["least"] = "0"
    app.run()
    assert "No option is nearer" not in words(app)


@pytest.mark.parametrize("bad", ["every-icb-2023-abc", "every-nothing-abc", "every-icb-2023-"])
def test_a_damaged_option_is_said_in_a_sentence_and_another_plan_is_shown(bad):
    app = opened(PAGE, plan=bad)
    assert not app.exception
    assert "The link’s option is damaged." in " ".join(one.value for one in app.warning)


def test_a_region_counts_its_own_bodies_and_says_where_a_plan_reaches_beyond():
    found = told(region="Midlands", footprints=5, plan="midlands-five").found
    assert len(found.answer.units) == 11
    assert found.place.number
    beyond = told(region="South East", footprints=3, plan="planned-2027-04").found
    assert beyond.place.number or "It is not one of these" in beyond.told


def test_the_trade_is_a_table_too_from_which_an_option_is_chosen_without_a_mouse():
    app = opened(PAGE, unfolded=("every-trade",))
    fewer = "No option has fewer of one without more of the other"
    table = next(one for one in tables(app) if fewer in one.columns)
    options = told().found.answer
    assert sum(int(count.replace(",", "")) for count in table["Options"]) == options.total(25)
    assert (table[fewer] == "yes").sum() == len(options.frontier(25))
    picker = app.selectbox(key="every-pair")
    assert len(picker.options) == len(table)
    app = picker.select_index(0).run()
    assert not app.exception
    chosen = app.query_params["plan"]
    plan = chosen[0] if isinstance(chosen, list) else chosen
    assert plan.startswith("every-merged-2026-04-")
    figures = told(plan=plan).found.place.figures
    assert picker.options[0].startswith(f"{figures[0]} split")


def test_of_one_measure_there_is_no_trade():
    assert told(against="split-utla").found.trade is None


def test_the_count_of_a_region_can_be_taken_of_that_region_alone():
    few = View(bodies="icb-2023", region="London", footprints=3, least=1_500_000)
    national, regional = (every_option.content(WORK, one).picture for one in (SIX, few))
    assert "Count the ICBs of one NHS region" in only_whole(WORK, national)
    assert only_whole(WORK, regional) == ""
    assert parts(WORK, regional) == {WHOLE: "All of England", ALONE: "NHS region: London"}
    made = paper_of_part(WORK, regional, ALONE, link="", day=DAY)
    assert (made.title, made.stem) == (
        "Every option in London: all 9 options",
        "every-option-in-london-all-9-options",
    )
    blocks = WORK.atlas.area("London")
    assert len(made.scope) == len(blocks) > 30
    assert made.table == regional.table and "ICBs of London" in made.summary
    said = {row.words: row.counted or str(row.count) for row in made.key.legend}
    assert said["Together, but not in all of them"] == "1 to 2"
    assert said["In all of them, or by itself"] == "1 to 2"
    assert len({row.fill for row in made.key.legend}) == len(said) == 3
    one = every_option.content(WORK, few.with_(least=1_000_000)).picture
    made = paper_of_part(WORK, one, ALONE, link="", day=DAY)
    assert made.title == "Every option in London: 3 of 25 leadership teams (October 2026)"
    assert made.subtitle == "3 of the 25 leadership teams cover London."


def test_a_chart_is_called_by_its_heading_and_told_once():
    app = opened(PAGE, unfolded=("charts-seen",), region="North West", footprints="2")
    charts = told(region="North West", footprints=2).found.charts
    # Streamlit says this name again in that of every button beside a chart.
    assert [one.proto.alt for one in app.get("vega_lite_chart")] == [one.heading for one in charts]
    read = [body for body in (one.proto.body for one in app.get("html")) if "for-readers" in body]
    assert [lxml.html.fromstring(body).text_content() for body in read] == [
        one.words for one in charts
    ]


def test_what_takes_seconds_to_count_is_counted_for_who_looks():
    view = View(region="North West", bodies="icb-2023", footprints=2)
    found = every_option.content(WORK, view).found
    table = every_option.samples(WORK, view, found)
    assert table.title == "Found from all 3 options with 2 footprints"
    assert len(table.rows) == len(SAMPLED)
