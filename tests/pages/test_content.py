"""Pages as values: all a page says, and its picture on paper, without any screen."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from footprint.content.asked import selected_footprint
from footprint.content.values import Page
from footprint.pages import authorities, clusters, compare, criteria, money, my_icb, sources, today
from footprint.pages.addresses import link_of, read
from footprint.pages.catalogue import BY_ADDRESS, PAGES
from footprint.papers.pack import Item, PackError
from footprint.papers.sheets import paper_of
from footprint.view import FIELDS, View
from footprint.workspace.plans import table
from tests.house.code import ROOT
from tests.shared_workspace import WORK

_WITHOUT_A_SCREEN = """
import json, sys
from datetime import date

sys.modules["streamlit"] = None  # importing it now fails
from footprint.export.make import make
from footprint.export.orders import Order
from footprint.pages.catalogue import PAGES
from footprint.papers.contents import paper
from footprint.view import View
from footprint.workspace.workspace import Workspace

work, made, drawn = Workspace(), {}, {}
for page in PAGES:
    if page.content:
        told = page.content(work, View())
        sheet = paper(work, told.picture, "", link="", day=date(2026, 11, 22))
        made[page.script] = [told.sentence.text, sheet.title, len(sheet.panels)]
        # One of each kind is drawn: with a single map, with two, and with chapters.
        kind = (len(sheet.panels), bool(sheet.chapters))
        if kind not in drawn:
            png = make(Order("png", (sheet,)), lambda *_: None)
            drawn[kind] = [len(png), png[1:4].decode()]
made["drawn"] = list(drawn.values())
print(json.dumps(made))
"""


def test_every_page_is_told_and_put_on_paper_without_streamlit() -> None:
    run = [sys.executable, "-c", _WITHOUT_A_SCREEN]
    said = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    made = json.loads(said.stdout)
    drawn = made.pop("drawn")
    assert len(drawn) >= 2
    assert all(size > 100_000 and kind == "PNG" for size, kind in drawn)
    assert set(made) == {page.script for page in PAGES if page.content}
    assert len(made) >= 7
    for sentence, title, panels in made.values():
        assert sentence.endswith(".")
        assert title
        assert panels


def test_every_script_is_a_page_and_every_page_has_a_script() -> None:
    scripts = {"app.py"} | {f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py")}
    assert {page.script for page in PAGES} == scripts
    assert len(BY_ADDRESS) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.script)
def test_a_page_looks_only_at_fields_a_view_has(page: Page) -> None:
    assert set(page.fields) <= set(FIELDS)


def test_an_address_names_a_page_and_a_view_and_reads_back() -> None:
    view = View(plan="merged-2026-04", measure="imd")
    link = link_of(clusters.PAGE, view, "https://maps.example")
    assert link == "https://maps.example/Clusters?plan=merged-2026-04&measure=imd"
    assert read(WORK, view.to_query()) == (view, [])
    assert link_of(clusters.PAGE, view, "") == ""


def test_what_a_view_asks_for_is_the_same_on_every_page_of_one_plan() -> None:
    view = View(area="E08000026")
    pages = (clusters, money, criteria)
    chosen = {page.content(WORK, view).picture.selected for page in pages}
    plan = clusters.content(WORK, view).plan
    assert chosen == {selected_footprint(WORK, view, plan)}
    assert chosen != {""}


def test_a_footprint_selected_is_framed_and_one_of_nothing_shows_england() -> None:
    home = clusters.content(WORK, View()).picture.maps[0].focus
    (chosen,) = clusters.content(WORK, View(area="E08000026")).picture.maps
    assert chosen.focus != home
    west, south, east, north = chosen.focus
    assert west < east and south < north
    assert home[0] < west and east < home[2]


def test_a_measure_on_a_map_stands_beside_it_as_dots() -> None:
    view = View(area="E08000026", measure="imd")
    for page in (today, clusters, money):
        told = page.content(WORK, view)
        dots = told.picture.charts[-1]
        measure, values = told.picture.measures[0], told.picture.values
        assert dots.title == measure.label
        assert dots.selected == told.picture.selected
        assert {dot.id: dot.value for dot in dots.known} == values.dropna().to_dict()
    (flow,) = clusters.content(WORK, view.with_(measure="")).picture.charts
    assert flow.selected == told.picture.selected
    assert flow.traced


def test_money_of_one_footprint_is_told_from_its_cost_to_its_target_or_envelope() -> None:
    for area in ("QF7", "QSL"):
        told = money.content(WORK, View(plan="icb-2023", area=area))
        bars = told.picture.charts[0]
        assert bars.owner == told.name
        said = {part.name: part.text for part in bars.parts}
        left = said["Target" if area == "QF7" else "Envelope"]
        assert left == str(told.envelopes.at[told.name, "Target (or envelope)"])
        known = told.name in told.cut.table.index
        assert said["Cost before the cut"] == (
            str(told.cut.table.at[told.name, "Cost before the cut"]) if known else "no figure"
        )
        assert ("The target would take" in said) == known
        assert "The cap would take" not in said
        if known:
            taken = told.cut.table.at[told.name, "Taken by the target (or the cap)"]
            assert said["The target would take"] == str(taken)
    assert len(money.content(WORK, View(plan="icb-2023")).picture.charts) == 1


def test_staff_of_one_footprint_is_drawn_in_the_words_of_the_table() -> None:
    told = money.content(WORK, View(plan="icb-2023", area="QF7"))
    _, trend, _ = told.picture.charts
    assert trend.own.name == told.name
    assert list(trend.own.texts) == list(map(str, told.over_time.staff["Per 100,000 residents"]))


def test_the_page_of_one_icb_draws_its_staff_under_money_alone() -> None:
    told = my_icb.content(WORK, View(area="QWU"))
    trend, _ = told.picture.charts
    (under,) = [one for one in my_icb.chapters_of(told) if my_icb.charts_of(told, one)]
    assert under.heading == "Money and staff"
    rows = under.table.texts()
    assert trend.own.texts == tuple(row[2] for row in rows)
    assert trend.england.texts == tuple(row[3] for row in rows)


def test_an_icb_that_was_none_of_2023_is_outlined_as_it_is_today_on_both_maps() -> None:
    merged = my_icb.content(WORK, View(area="wnl"))
    then, now = merged.on_screen
    blocks = WORK.shapes.blocks.index
    was = {merged.picture.plans[0].footprint_of[blocks[place]] for place in then.place}
    assert (then.selected, bool(now.selected), now.place) == ("", True, ())
    assert {merged.picture.plans[0].by_id[one].name for one in was} == {
        "North West London",
        "North Central London",
    }
    assert merged.marks.endswith("Dashed: the land that is this ICB’s today.")
    same = my_icb.content(WORK, View(area="QWE"))
    assert same.on_screen == same.picture.maps
    assert "Dashed" not in same.marks


def test_dots_of_money_follow_what_somebody_assumes() -> None:
    (usual,), (own,) = (money.content(WORK, v).picture.charts for v in (View(), View(cap=9.38)))
    assert own.title.startswith("Envelope at your £9.38")
    assert own.rows[0].value == pytest.approx(usual.rows[0].value / 2)


def test_a_comparison_draws_every_plan_as_a_strip_with_the_middles_of_the_scorecard() -> None:
    view = View(other="icb-2023", plan="agreed-2025-09", also=("merged-2026-04",), measure="imd")
    told = compare.content(WORK, view)
    _, strip = told.picture.charts
    (line,) = [one for one in told.every_measure if one.label == strip.title]
    middles = [strip.unit.text(row.quarters[1]) for row in strip.rows]
    assert len(middles) == 3
    assert [str(said).partition(" (")[0] for said in line.said] == middles


def test_a_comparison_of_nothing_moving_says_so() -> None:
    told = compare.content(WORK, View(other="icb-2023", plan="icb-2023"))
    assert told.changes.table.empty
    assert told.changes.how.startswith("Nothing:")
    assert "nothing changes" in told.sentence.text


def test_a_legend_says_that_what_is_outside_is_not_compared_and_counts_it_for_no_plan() -> None:
    told = compare.content(WORK, View(other="east-model-a", plan="east-model-c"))
    rows = {row.words: row.counted for row in told.picture.key.legend}
    assert rows.pop("Outside the East of England") == "not compared"
    assert rows and all(re.fullmatch(r"A \d+, C \d+", counted) for counted in rows.values())


def test_money_that_cannot_be_read_is_told_and_the_rest_is_used() -> None:
    told = money.content(WORK, View(baseline="QHM:60,nowhere:1"))
    assert len(told.problems) == 1
    assert dict(told.scenario.baselines) == {"QHM": 60_000_000}


def test_a_cost_of_the_users_that_is_not_used_is_said_on_the_page_in_the_card_and_on_paper() -> (
    None
):
    view = View(plan="agreed-2025-09", layer="teams", baseline="QRL:40,QF7:60", area="QRL")
    told = money.content(WORK, view)
    (said,) = told.not_taken
    assert said == (
        "Your cost of Hampshire and Isle of Wight is not used for the footprint Hampshire and Isle "
        "of Wight, because Frimley has no cost, yours or published. Give that cost too, and yours "
        "is used."
    )
    assert said in told.picture.notes
    assert said in dict(told.card.story.paragraphs)["Reduction needed"]


def test_what_is_said_of_clusters_comes_from_the_one_list() -> None:
    told = clusters.content(WORK, View()).more
    headings = [about.heading for about in told]
    assert headings == [
        "What the ICBs of a cluster share",
        "What stays with each ICB of a cluster",
        "Which functions were to go to the regions",
        "When the cut was asked for, and by when",
        "Places and provider collaboratives, as far as they were found",
    ]
    said = {one.said for one in WORK.statements}
    for about in told[:-1]:
        assert about.paragraphs and about.references
        assert all(any(words in line for words in said) for line in about.paragraphs)
    assert told[-1].paragraphs[0].startswith("These are fragments")


def test_every_statement_stands_on_the_page_of_sources_with_who_said_it() -> None:
    table = sources.content(WORK).statements
    assert len(table.rows) == len(WORK.statements)
    assert all(source and quality for *_, source, quality in table.rows)
    assert "Kent and Medway" in {row[1] for row in table.rows if row[0] == "chair"}


def test_a_page_without_a_map_has_no_paper() -> None:
    with pytest.raises(PackError, match="no map on the page “Data and sources”"):
        paper_of(WORK, Item("Data_and_sources"), "")
    with pytest.raises(PackError, match="no page “Nowhere”"):
        paper_of(WORK, Item("Nowhere"), "")


def test_what_is_asked_for_april_2027_is_told_the_firmest_first() -> None:
    told = clusters.content(WORK, View(plan="planned-2027-04"))
    steps = [said.partition(".")[0] for _, said in told.more[0].strong]
    assert steps[:2] == ["Objected to", "Applied for"]
    assert steps[-1] == "Nothing said"
    assert len(steps) == 26


def test_a_map_by_people_stands_on_people_with_names_of_its_own() -> None:
    (land,) = clusters.content(WORK, View()).picture.maps
    (people,) = clusters.content(WORK, View(map="people")).picture.maps
    assert (land.ground, people.ground) == ("land", "people")
    assert set(people.anchors) == set(land.anchors)
    assert people.anchors["wnl"] != land.anchors["wnl"]


def test_cuts_that_make_no_classes_give_way_to_the_usual_ones_by_a_users_cap_too() -> None:
    usual = money.content(WORK, View(cap=20.0)).picture.key.legend
    wrong = money.content(WORK, View(cap=20.0, scheme="own", cuts=(30.0, 20.0))).picture.key.legend
    assert wrong == usual
    assert len(usual) > 2


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.content], ids=lambda one: one.label
)
@pytest.mark.parametrize("area", ["", "QJK"])
def test_no_paper_names_a_file_of_ours(page: Page, area: str) -> None:
    item = Item(page.address, (("area", area),) if area else ())
    paper = paper_of(WORK, item, "")
    # Shapes and codes of maps are no words.
    said = str(replace(paper, panels=(), codes=(), link=""))
    names = [f"{one.layer.title} {one.layer.summary} {one.heading}" for one in paper.panels]
    for words in (said, paper.description, *names):
        assert not re.search(r"\b(?:data|geo)/|\.(?:csv|toml|geojson)\b", words)


@pytest.mark.parametrize("page", ["Money", "My_ICB"])
def test_a_view_of_england_says_whose_its_key_figures_are(page: str) -> None:
    chosen = paper_of(WORK, Item(page, (("area", "D7T5G"),)), "")
    assert chosen.subtitle.startswith("Key figures of Essex, map of England.")
    assert not paper_of(WORK, Item(page), "").subtitle.startswith("Key figures of")
    alone = paper_of(WORK, Item(page, (("area", "D7T5G"),), part="selected"), "")
    assert "map of England" not in alone.subtitle


def test_footprints_stand_by_their_people_where_authorities_are_told_the_other_way_round() -> None:
    told = authorities.content(WORK, View(plan="icb-2023"))
    names = told.plan.by_id
    people = table(WORK, "icb-2023")["residents"].sort_values(ascending=False)
    assert list(told.footprints.index) == [names[one].name for one in people.index]


def test_verdicts_say_in_which_order_they_stand() -> None:
    assert "in each group the largest first" in criteria.content(WORK, View()).basis
