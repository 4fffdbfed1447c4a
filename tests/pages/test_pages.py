"""Every page, run by Streamlit's own test runner: plain, by deep link, and by wrong link."""

import functools
import html
import re
from pathlib import Path

import lxml.html
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from footprint.pages.catalogue import PAGES

ROOT = Path(__file__).resolve().parents[2]
CLUSTERS = "pages/Clusters.py"
SOURCES = "pages/Data_and_sources.py"


def opened(page="", *, unfolded=(), **query):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if page:
        app.switch_page(page)
    for name, value in query.items():
        app.query_params[name] = value
    for box in unfolded:
        app.session_state[box] = True
    app.run()
    assert not app.exception
    return app


@functools.cache
def shown(page="", **query):
    """A page as it opens, opened once for all tests that only look at it."""
    return opened(page, **query)


def words(app):
    parts = [*app.markdown, *app.subheader, *app.header, *app.caption, *app.warning, *app.info]
    # A word of the glossary is a button in the middle of its sentence.
    read = (_WORD.sub(r"\1\2", body) for body in _html(app))
    return " ".join(str(part.value) for part in parts) + " ".join(read)


_WORD = re.compile(
    r'(?:<span class="kept">)?<button type="button" class="word"[^>]*>(.*?)</button>'
    r"(?:([^<\s]+)</span>)?"
)


def _html(app):
    return [element.proto.body for element in app.get("html")]


def tables(app):
    """The tables of a page as they are read: words, under the names of rows and columns."""
    bodies = [lxml.html.fromstring(body) for body in _html(app) if "<table" in body]
    return [_table(body.find(".//table")) for body in bodies]


def _table(drawn):
    head, *rows = [[cell.text_content() for cell in row] for row in drawn.iter("tr")]
    return pd.DataFrame(rows, columns=head).set_index(head[0])


@pytest.mark.parametrize("page", ["", CLUSTERS, SOURCES])
def test_each_page_runs_and_runs_again(page):
    app = opened(page)
    app.run()
    assert not app.exception
    assert not app.warning
    assert not app.error


def test_the_opening_page_says_how_many_icbs_are_small():
    assert "9 of the 36 ICBs have fewer than 1 million residents; none of the 6 mergers" in words(
        shown()
    )


def test_the_42_icbs_can_be_chosen_by_link_and_by_hand():
    assert "of the 42 ICBs have fewer" in words(shown(icbs="icb-2023"))
    app = opened()
    app.get("button_group")[0].set_value("icb-2023").run()
    assert "of the 42 ICBs have fewer" in words(app)


def test_where_an_areas_people_were_at_each_step_stands_beside_the_map_and_leads_to_the_flow():
    said = words(shown(CLUSTERS, area="QWO"))
    assert "<li>April 2023: West Yorkshire</li>" in said
    assert 'data-leads="picture-1"' in said


def test_a_step_of_the_timeline_says_and_outlines_what_changed_and_one_press_takes_it_away():
    app = opened(CLUSTERS, layer="bodies")
    assert "Changed since" not in words(app)
    app.get("button_group")[0].set_value("merged-2026-04").run()
    assert app.query_params["since"] == "before"
    assert "Changed since September 2025" in words(app)
    app.checkbox(key="pick-since").uncheck().run()
    assert "Changed since" not in words(app)
    assert "since" not in app.query_params


def test_a_step_of_the_timeline_stays_on_the_layer_that_is_looked_at():
    app = opened(CLUSTERS)
    assert len(tables(app)[0]) == 25
    app.get("button_group")[0].set_value("merged-2026-04").run()
    assert app.query_params["layer"] == "teams"
    assert len(tables(app)[0]) == 26
    app = opened()
    app.get("button_group")[0].set_value("agreed-2025-09").run()
    assert "of the 42 ICBs have fewer" in words(app)


@pytest.mark.parametrize("measure", ["density", "imd", "compactness", "weighted_population"])
def test_each_measure_has_its_own_sentence(measure):
    from footprint.measures.catalogue import BY_KEY

    assert BY_KEY[measure].least in words(shown(measure=measure))


def test_a_district_by_link_shows_the_icb_most_of_it_is_in():
    said = words(shown(icbs="icb-2023", area="E07000089"))
    assert "Frimley" in said
    assert "Part of Guildford" in said or "Hart (75%)" in said


def test_a_card_tells_what_an_old_icb_becomes_and_when():
    said = words(shown(icbs="icb-2023", area="QNQ"))
    assert "April 2026 (in force)." in said
    assert "Thames Valley" in said
    assert "Surrey and Sussex" in said


def test_a_selection_made_under_one_plan_is_found_again_under_another():
    said = words(shown(CLUSTERS, plan="merged-2026-04", area="bsbc"))
    assert "Birmingham and Solihull" in said


@pytest.mark.parametrize(
    "plan",
    [
        "icb-2023",
        "proposed-2025-05",
        "merged-2026-04",
        "planned-2027-04",
        "east-model-b",
        "london-three",
        "greater-lincolnshire-alt",
    ],
)
def test_every_plan_opens_with_its_sentence_and_as_a_measure(plan):
    from footprint.facts.atlas import load_atlas
    from footprint.plans.plan import read_plans

    summary = html.escape(read_plans(load_atlas())[plan].summary)
    assert summary in words(shown(CLUSTERS, plan=plan))
    assert summary in words(shown(CLUSTERS, plan=plan, measure="imd", base="agreed-2025-09"))


def test_the_plan_for_2027_is_never_shown_as_decided():
    app = opened(CLUSTERS, plan="planned-2027-04")
    assert "no approval has been found" in words(app)
    assert "asked for" in words(app)


def test_a_reconstruction_says_so():
    assert "reconstruction" in words(shown(CLUSTERS, plan="proposed-2025-05"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"measure": "residentz"}, "measure “residentz”"),
        ({"icbs": "1066"}, "plan “1066”"),
        ({"area": "<b>"}, "area “<b>”"),
        ({"scheme": "own", "cuts": "x"}, "“x” is not a number"),
        ({"classes": "99"}, "number of classes “99”"),
        ({"nonsense": "1"}, "“nonsense”"),
    ],
)
def test_a_wrong_link_is_told_in_one_sentence(query, said):
    app = opened(**query)
    assert len(app.warning) == 1
    assert said in app.warning[0].value


def test_own_cuts_that_make_no_classes_are_explained():
    app = opened(scheme="own")
    assert "Give at least one cut" in words(app)


def rows(app):
    """The one table of a page, cell by cell, by the name of the row."""
    (table,) = tables(app)
    return {name: list(cells) for name, *cells in table.itertuples(name=None)}


def test_estimated_figures_are_marked_where_an_icb_was_split():
    told = rows(shown(measure="running_cost_allowance"))
    assert told["Thames Valley"][1].endswith("(worked out by share)")
    assert not told["Devon"][1].endswith("(worked out by share)")


def test_the_table_marks_who_is_below_the_fewest_people_asked_for():
    told = rows(shown())
    marked = [name for name, cells in told.items() if cells[1].endswith("(below 1 million)")]
    assert len(marked) == 9
    assert "Shropshire, Telford and Wrekin" in marked


def test_the_legend_breaks_at_the_lines_the_residents_are_judged_by():
    (legend,) = [body for body in _html(shown()) if 'class="legend"' in body]
    assert "Under 1,000,000 <i>(9)</i>" in legend
    assert "1,000,000 to under 1,500,000 <i>(10)</i>" in legend
    assert "1,500,000 to under 2,000,000" in legend


def test_the_table_beside_the_map_holds_every_footprint():
    assert len(rows(shown())) == 36
    assert len(rows(shown(CLUSTERS))) == 25


def test_the_sources_page_names_every_file():
    from footprint.facts.manifest import read_manifest

    said = words(shown(SOURCES))
    for source in read_manifest().sources:
        assert source.path in said


def test_a_file_that_changed_stops_the_app_with_a_sentence(monkeypatch):
    from footprint.workspace.workspace import Workspace

    complaint = "data/blocks.csv is not the file data/sources.toml describes."
    monkeypatch.setattr(Workspace, "file_problems", (complaint,))
    app = opened()
    assert complaint in app.error[0].value
    assert not app.selectbox


@pytest.mark.parametrize("page", [one.script for one in PAGES])
def test_every_table_names_itself_its_rows_and_its_columns(page):
    app = shown("" if page == "app.py" else page)
    assert not app.get("table")
    for body in _html(app):
        for table in lxml.html.fromstring(body).iter("table"):
            assert table.findtext("caption")
            head, *rows = table.iter("tr")
            assert {cell.get("scope") for cell in head if cell.text_content()} == {"col"}
            for row in rows:
                name, *cells = row
                assert (name.tag, name.get("scope")) == ("th", "row")
                assert {cell.tag for cell in cells} == {"td"}


@pytest.mark.parametrize("page", [one.script for one in PAGES])
def test_every_page_has_the_box_that_finds_an_icb(page):
    assert shown("" if page == "app.py" else page).text_input(key="find").label == "Find your ICB"


@pytest.mark.parametrize(
    ("page", "asked", "offered"),
    [
        # Its money is told by a chart, with the table in a box that is closed.
        ("pages/My_ICB.py", {"area": "QWU"}, 4),
        # What was sampled stands in a box that is closed too.
        ("pages/Every_option.py", {}, 2),
        ("pages/Criteria.py", {}, 1),
        ("pages/Local_authorities.py", {}, 2),
        ("pages/Draw_an_option.py", {}, 1),
        ("pages/Compare.py", {}, 2),
    ],
)
def test_tables_can_be_taken_away_beside_what_they_are_called(page, asked, offered):
    labels = [one.label for one in shown(page, **asked).get("download_button")]
    assert labels.count("Download this table (CSV)") == offered
