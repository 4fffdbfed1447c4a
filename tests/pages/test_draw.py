"""The page that draws an option, run by Streamlit's own test runner."""

from hashlib import sha256

import pandas as pd
import pytest

from footprint.facts.atlas import load_atlas
from footprint.options import links
from footprint.options import option as options
from footprint.options.effects import COLUMNS
from footprint.plans.plan import read_plans
from tests.pages.test_pages import opened, rows, words

DRAW = "pages/Draw_an_option.py"
HART = "E07000089"


@pytest.fixture(scope="module")
def base():
    return read_plans(load_atlas())["in-force-2026-10"]


@pytest.fixture(scope="module")
def surrey(base):
    return next(one.id for one in base.footprints if one.name == "Surrey and Sussex")


def move(app, area, to, name=""):
    app.multiselect[0].select(area).run()
    app.selectbox(key="draw-to").select(to).run()
    if name:
        app.text_input(key="draw-name").input(name).run()
    return app.button(key="draw-move").click().run()


def take_by(app, level):
    (levels,) = (group for group in app.get("button_group") if group.key == "draw-level")
    return levels.set_value(level).run()


def whole_kent_to(app, footprint):
    take_by(app, "icb")
    app.multiselect[0].select("QKS").run()
    app.selectbox(key="draw-to").select(footprint).run()
    return app.button(key="draw-move").click().run()


def table(app):
    told = pd.DataFrame.from_dict(rows(app), orient="index")
    return told.set_axis(list(COLUMNS[1:]), axis=1)


def test_the_page_runs_and_runs_again():
    app = opened(DRAW)
    assert not app.warning
    app.run()
    assert not app.exception
    assert "25 leadership teams: none has fewer than 1 million people" in words(app)
    assert "swatch outlined" not in words(app)


def test_a_move_is_weighed_before_it_is_made(surrey):
    app = opened(DRAW)
    app.multiselect[0].select(HART).run()
    app.selectbox(key="draw-to").select(surrey).run()
    said = words(app)
    assert "Chosen <i>(1)</i>" in said
    assert "What this would do" in said
    assert "Surrey and Sussex: from 3,008,438 to 3,111,600 residents (+103,162)." in said
    assert "Newly split upper-tier authorities: Hampshire." in said
    assert "Hampshire and Isle of Wight is in 2 pieces" in said
    assert "now misses: In one piece." in said
    assert "option" not in app.query_params


def test_areas_move_to_a_neighbour_by_one_press(surrey):
    app = opened(DRAW)
    assert not at_once(app)
    app.multiselect[0].select(HART).run()
    assert "Surrey and Sussex" in at_once(app)
    # Where they are is no move.
    assert "Hampshire and Isle of Wight" not in at_once(app)
    app.button(key=f"draw-at-once-{surrey}").click().run()
    assert table(app).loc["Surrey and Sussex", "Since the last move"] == "+103,162"
    assert app.multiselect[0].value == []
    assert not at_once(app)
    app.multiselect[0].select(HART).run()
    app.selectbox(key="draw-to").select(surrey).run()
    assert not at_once(app)


def test_a_locked_neighbour_takes_nothing_by_one_press_and_says_so(surrey):
    app = opened(DRAW)
    app.selectbox(key="draw-which").select(surrey).run()
    app.checkbox(key="draw-lock").check().run()
    app.multiselect[0].select(HART).run()
    app.button(key=f"draw-at-once-{surrey}").click().run()
    assert "Surrey and Sussex is locked. Unlock it first." in app.warning[0].value.replace("\\", "")
    assert app.multiselect[0].value == [HART]


def at_once(app):
    """The footprints that areas chosen can be moved to by one press."""
    return [one.label for one in app.button if (one.key or "").startswith("draw-at-once-")]


def test_a_move_is_made_undone_and_redone(surrey):
    app = move(opened(DRAW), HART, surrey)
    link = app.query_params["option"]
    assert "What the last change did" in words(app)
    assert table(app).loc["Surrey and Sussex", "Since the last move"] == "+103,162"
    envelope = table(app).at["Surrey and Sussex", "Envelope (worked out)"]
    assert envelope.endswith("(worked out by share)")
    app.button(key="draw-undo").click().run()
    assert "option" not in app.query_params
    assert table(app).loc["Surrey and Sussex", "Residents"] == "3,008,438"
    app.button(key="draw-redo").click().run()
    assert app.query_params["option"] == link
    assert not app.exception


def test_a_whole_icb_becomes_a_new_footprint_with_a_hostile_name():
    app = opened(DRAW)
    take_by(app, "icb")
    name = "**<b>[Kent](javascript:x)</b>** = 🏥"
    app.multiselect[0].select("QKS").run()
    move(app, "QXU", "", name)
    assert not app.exception
    assert len(table(app)) == 25
    assert name in table(app).index
    assert "<b>[Kent]" not in words(app)


def test_what_cannot_be_done_is_said(surrey):
    app = opened(DRAW)
    app.button(key="draw-move").click().run()
    assert "Choose one or more areas to move first" in app.warning[0].value.replace("\\", "")
    app.selectbox(key="draw-which").select(surrey).run()
    app.checkbox(key="draw-lock").check().run()
    move(app, HART, surrey)
    assert "Surrey and Sussex is locked. Unlock it first." in app.warning[0].value.replace("\\", "")


def test_a_footprint_is_renamed_merged_and_given_a_kind_and_a_colour(surrey):
    app = opened(DRAW)
    app.selectbox(key="draw-which").select(surrey).run()
    app.text_input(key="draw-rename").input("The South").run()
    app.selectbox(key="draw-drawn").select("merger").run()
    app.color_picker(key="draw-colour").pick("#123456").run()
    app.selectbox(key="draw-join").select("QKS").run()
    assert "Kent and Medway keeps no area and goes." in words(app)
    app.button(key="draw-join-button").click().run()
    assert not app.exception
    assert "“Kent and Medway” has no area left and is gone." in app.warning[0].value.replace(
        "\\", ""
    )
    assert table(app).loc["The South", "What it is"] == "Merger"
    assert (
        "Statutory bodies: 35, where it began with 36; 1 has another area than any had."
        in words(app)
    )
    assert len(table(app)) == 24
    for _ in range(4):
        app.button(key="draw-undo").click().run()
    assert "option" not in app.query_params


def test_a_footprint_that_is_gone_hands_its_place_to_the_one_that_took_its_blocks(surrey):
    app = opened(DRAW)
    app.selectbox(key="draw-which").select("QKS").run()
    app = whole_kent_to(app, surrey)
    assert app.selectbox(key="draw-which").value == surrey
    assert app.text_input(key="draw-rename").value == "Surrey and Sussex"


def test_a_footprint_without_any_area_is_told_beside_the_table_and_brought_back(surrey):
    app = whole_kent_to(opened(DRAW), surrey)
    lost = "“Kent and Medway” has no area left: all of it is in Surrey and Sussex."
    assert lost in words(app)
    app.button(key="draw-bring-back").click().run()
    assert "Kent and Medway" in table(app).index
    assert lost not in words(app)
    app.button(key="draw-redo").click().run()
    app.checkbox(key="draw-lock").check().run()
    assert f"since the start</b></p><ul><li>{lost}</li>" in words(app)
    assert not [one for one in app.button if one.key == "draw-bring-back"]


def test_a_county_is_taken_by_its_name():
    app = opened(DRAW)
    take = app.multiselect(key="draw-take-lad")
    assert "Kent, whole county" in take.options
    take.set_value(["E10000016"]).run()
    assert "Chosen: 12 areas, " in words(app)
    assert "<li>Kent, all 12 districts: " in words(app)
    atlas = load_atlas()
    kent = atlas.blocks["lad"].map(atlas.authorities["utla"]) == "E10000016"
    assert f"{atlas.blocks.loc[kent, 'residents_2024'].sum():,} people" in words(app)


def test_what_is_taken_is_kept_whatever_size_is_taken_and_named_before_it_is_moved(surrey):
    app = opened(DRAW)
    app.multiselect(key="draw-take-lad").set_value(["E10000016", HART, "E09000003"]).run()
    assert "<li>Barnet and " not in words(app)
    assert "<li>Hart in Hampshire: 103,162 people</li><li>Kent, all 12 districts: " in words(app)
    assert "<li>Barnet: 405,050 people</li>" in words(app)
    take_by(app, "utla")
    assert app.multiselect(key="draw-take-utla").value == ["E10000016", "E09000003"]
    assert "Also chosen, as smaller areas: Hart. To leave one of them out" in words(app)
    assert "swatch outlined" in words(app)
    take_by(app, "lad")
    assert app.multiselect(key="draw-take-lad").value == ["E10000016", HART, "E09000003"]
    take_by(app, "utla")
    app.multiselect(key="draw-take-utla").set_value([]).run()
    assert "Chosen: 1 area, 103,162 people." in words(app)
    app.selectbox(key="draw-to").select(surrey).run()
    app.button(key="draw-move").click().run()
    assert table(app).loc["Surrey and Sussex", "Residents"] == "3,111,600"
    assert "Chosen: " not in words(app)
    take_by(app, "lad")
    assert app.multiselect(key="draw-take-lad").value == []


def test_nothing_is_taken_once_none_is_chosen():
    app = opened(DRAW)
    app.multiselect(key="draw-take-lad").set_value([HART]).run()
    take_by(app, "utla")
    app.button(key="draw-none").click().run()
    assert "Chosen: " not in words(app)
    assert not app.exception


def test_a_reload_keeps_each_step_to_be_undone_and_redone(surrey):
    app = whole_kent_to(opened(DRAW), surrey)
    app.text_input(key="draw-rename").input("The South").run()
    app.checkbox(key="draw-lock").check().run()
    again = opened(DRAW, **app.query_params)
    assert not again.warning
    assert "Changes made: 3." in words(again)
    assert "What the last change did" in words(again)
    again.button(key="draw-undo").click().run()
    assert not again.checkbox(key="draw-lock").value
    assert "The South" in table(again).index
    again = opened(DRAW, **again.query_params)
    assert "Changes made: 2. Changes undone: 1." in words(again)
    again.button(key="draw-undo").click().run()
    assert "Surrey and Sussex" in table(again).index
    again.button(key="draw-undo").click().run()
    assert len(table(again)) == 25
    assert "option" not in again.query_params
    again = opened(DRAW, **again.query_params)
    assert "Changes made: 0. Changes undone: 3." in words(again)
    for _ in range(2):
        again.button(key="draw-redo").click().run()
    assert "The South" in table(again).index
    again.button(key="draw-redo").click().run()
    assert again.checkbox(key="draw-lock").value
    assert again.button(key="draw-redo").disabled


def test_steps_that_cannot_be_read_are_told_and_what_is_drawn_is_shown(surrey):
    app = whole_kent_to(opened(DRAW), surrey)
    app.text_input(key="draw-rename").input("The South").run()
    again = opened(DRAW, **app.query_params | {"steps": "1damaged"})
    assert "does not tell how this was drawn" in again.warning[0].value
    assert "The South" in table(again).index
    again.button(key="draw-undo").click().run()
    assert len(table(again)) == 25


def test_an_option_opens_from_its_link_whatever_plan_the_link_names(base, surrey):
    begun = options.begin(base, "icb-2023")
    text = links.write(options.join(begun, surrey, "QKS"), base)
    for plan in ("in-force-2026-10", "icb-2023"):
        app = opened(DRAW, option=text, plan=plan)
        assert not app.warning
        assert len(table(app)) == 24
        assert app.selectbox(key="draw-start").value == "in-force-2026-10"


def test_a_link_that_does_not_tell_the_steps_leads_to_no_move(base, surrey):
    text = links.write(options.join(options.begin(base, "icb-2023"), surrey, "QKS"), base)
    app = opened(DRAW, option=text)
    assert "You see it as it was opened, and have moved nothing since." in words(app)
    assert "What the last change did" not in words(app)
    row = table(app).loc["Surrey and Sussex"]
    assert row["Since the last move"] == ""
    assert row["Since the start"].startswith("+1,9")
    move(app, HART, surrey)
    assert table(app).loc["Surrey and Sussex", "Since the last move"] == "+103,162"
    app.button(key="draw-undo").click().run()
    assert "You see it as it was opened, and" in words(app)
    app.button(key="draw-undo").click().run()
    assert len(table(app)) == 25


@pytest.mark.parametrize("damage", ["x", "1", "1abc", "long-0123456789abcdef", "2Z0z3V2Owq1Z", "é"])
def test_a_damaged_link_says_so_and_shows_the_plan(damage):
    app = opened(DRAW, option=damage, plan="icb-2023")
    assert len(app.warning) == 1
    assert "You see “42 ICBs" in app.warning[0].value
    assert len(table(app)) == 42
    assert not app.exception


def test_another_plan_to_start_from_can_be_undone(surrey):
    app = move(opened(DRAW), HART, surrey)
    app.selectbox(key="draw-start").select("east-model-a").run()
    assert dict(app.query_params)["plan"] == "east-model-a"
    assert app.selectbox(key="draw-rest").value == "icb-2023"
    assert (table(app)["Since the last move"] == "").all()
    app.selectbox(key="draw-rest").select("agreed-2025-09").run()
    assert not app.exception
    app.button(key="draw-undo").click().run()
    app.button(key="draw-undo").click().run()
    assert table(app).loc["Surrey and Sussex", "Since the start"] == "+103,162"


def test_start_again_can_be_undone(surrey):
    app = move(opened(DRAW), HART, surrey)
    app.button(key="draw-again").click().run()
    assert "option" not in app.query_params
    app.button(key="draw-undo").click().run()
    assert table(app).loc["Surrey and Sussex", "Since the start"] == "+103,162"


def test_an_upload_is_drawn_and_its_faults_are_told():
    app = opened(DRAW)
    file = (
        b"icb,lad,footprint,name,kind\nQKS,,south,The South,merger\nQXU,,south,,\n"
        b"Norfolk and Wavney,,south,,\n"
    )
    app.get("file_uploader")[0].upload("mine.csv", file, "text/csv").run()
    said = words(app)
    assert not app.exception
    assert "Row 4: “Norfolk and Wavney” is no ICB of 2023." in said
    assert "No row that could be read names " in said
    assert "One problem was found" in said
    assert "The South" in table(app).index
    assert [one.label for one in app.get("download_button")][-1] == (
        "Download the table with what is wrong beside each row"
    )


def test_an_option_too_long_for_a_link_is_kept_in_the_session_and_says_so():
    noise = [sha256(bytes([n // 256, n % 256])).hexdigest() for n in range(327)]
    blocks = load_atlas().blocks.index
    body = [f"{block},n{n},{noise[n]}" for n, block in enumerate(blocks)]
    file = "\n".join(["block,footprint,name", *body]).encode()
    app = opened(DRAW, unfolded=["draw-share"])
    app.get("file_uploader")[0].upload("mine.csv", file, "text/csv").run()
    assert not app.exception
    assert len(table(app)) == 327
    assert app.query_params["option"].startswith("long-")
    assert "too long for a link" in words(app)
    app.button(key="draw-undo").click().run()
    assert len(table(app)) == 25
    app.button(key="draw-redo").click().run()
    assert len(table(app)) == 327
