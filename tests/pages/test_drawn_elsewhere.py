"""A drawing that nobody has saved, on every page that the menu of Draw leads to."""

from datetime import date
from hashlib import sha256
from urllib.parse import parse_qsl

import pytest

from footprint.facts.atlas import load_atlas
from footprint.options import links
from footprint.options import option as options
from footprint.pages import clusters, compare, criteria
from footprint.pages.catalogue import PAGES
from footprint.papers.contents import paper
from footprint.plans.drawn import drawn_key
from footprint.plans.plan import read_plans
from footprint.view import View
from tests.pages.test_draw import DRAW, table
from tests.pages.test_pages import opened, words
from tests.shared_workspace import WORK

CRITERIA, COMPARE = "pages/Criteria.py", "pages/Compare.py"
NAME = "Unsaved: your drawing from “36 ICBs under 25 teams"
UNSAVED = "This is your drawing, unsaved, begun from “36 ICBs under 25 teams"

NAMED = "Surrey and Sussex"


@pytest.fixture(scope="module")
def text():
    base = read_plans(load_atlas())["in-force-2026-10"]
    surrey = next(one.id for one in base.footprints if one.name == "Surrey and Sussex")
    joined = options.join(options.begin(base, "icb-2023"), surrey, "QKS")
    return links.write(options.recolour(joined, surrey, "#123456"), base)


def menu(app):
    """What the menu's links ask for, by page."""
    first = app.get("page_link")[: len(PAGES)]
    found = {one.proto.label: one.proto.query_string for one in first}
    return {one.script: dict(parse_qsl(found[one.label])) for one in PAGES}


def by_menu(app, page):
    """The page that the menu leads to, opened by the address the menu gives it."""
    return opened(page, **menu(app)[page])


def picked(app, key):
    box = app.selectbox(key=key)
    return box.options[box.index]


@pytest.mark.parametrize("page", [one.script for one in PAGES if "plan" in one.fields])
def test_the_menu_leads_from_a_drawing_to_a_page_that_shows_it(page, text):
    app = by_menu(opened(DRAW, option=text), page)
    assert not app.exception
    assert not app.warning
    assert app.query_params["option"] == text
    if page not in (DRAW, "pages/Every_option.py"):
        assert app.query_params["plan"] == "drawn"
        assert "unsaved" in words(app)


def test_criteria_judges_the_drawing_and_says_that_it_is_unsaved(text):
    app = by_menu(opened(DRAW, option=text), CRITERIA)
    assert "24 leadership teams" in words(app)
    assert UNSAVED in words(app)
    assert picked(app, "pick-plan").startswith(NAME)


def test_compare_holds_the_drawing_against_another_plan(text):
    app = by_menu(opened(DRAW, option=text), COMPARE)
    assert picked(app, "compare-plan").startswith(NAME)
    assert UNSAVED in words(app)
    app.selectbox(key="compare-other").select("in-force-2026-10").run()
    assert "Kent and Medway" in words(app)
    assert not app.exception
    app.button[[one.label for one in app.button].index("Swap A and B")].click().run()
    assert picked(app, "compare-other").startswith(NAME)
    assert not app.warning


def test_an_icb_that_receives_a_district_in_an_option_joins_nobody():
    base = read_plans(load_atlas())["merged-2026-04"].seen_as("bodies")
    named = {one.name: one.id for one in base.footprints}
    thanet = [block for block in base.footprint_of.index if block.startswith("E07000114-")]
    moved = options.move(options.begin(base, "icb-2023"), thanet, named["Surrey and Sussex"])
    key = drawn_key(links.write(moved, base))
    told = compare.content(WORK, View(other="merged-2026-04", plan=key, layer="bodies"))
    assert told.sentence.text.startswith(
        "Still 36 statutory bodies, and still 26 leadership teams. Statutory bodies: 1 is divided. "
        "The 142,691 people of Thanet move from Kent and Medway to Surrey and Sussex. "
    )
    how = told.changes.table.groupby("What happens")["From"].unique().map(list).to_dict()
    assert how == {
        "Moves": ["Kent and Medway"],
        "Stays": ["Kent and Medway"],
        "Receives": ["Surrey and Sussex"],
    }


def test_another_plan_can_be_looked_at_and_the_drawing_again(text):
    app = by_menu(opened(DRAW, option=text), CRITERIA)
    app.selectbox(key="pick-plan").select("icb-2023").run()
    assert "42 ICBs" in words(app)
    assert UNSAVED not in words(app)
    app.selectbox(key="pick-plan").select(drawn_key(text)).run()
    assert UNSAVED in words(app)
    assert app.query_params["plan"] == "drawn"


@pytest.mark.parametrize("layer", ["bodies", "teams"])
def test_a_drawing_is_judged_on_either_layer(layer, text):
    for page in (CRITERIA, COMPARE, "pages/Clusters.py"):
        app = opened(page, option=text, plan="drawn", layer=layer)
        assert not app.exception
        assert not app.warning


def test_the_menu_leads_back_to_the_drawing_and_it_can_still_be_saved(text):
    app = by_menu(by_menu(opened(DRAW, option=text), CRITERIA), DRAW)
    assert not app.warning
    assert len(table(app)) == 24
    assert app.selectbox(key="draw-start").value == "in-force-2026-10"
    app.button(key="draw-undo").click().run()
    assert len(table(app)) == 25
    assert "option" not in app.query_params


def test_a_drawing_too_long_for_an_address_goes_along_while_the_session_lasts():
    noise = [sha256(bytes([n // 256, n % 256])).hexdigest() for n in range(327)]
    body = [f"{block},n{n},{noise[n]}" for n, block in enumerate(load_atlas().blocks.index)]
    app = opened(DRAW)
    file = "\n".join(["block,footprint,name", *body]).encode()
    app.get("file_uploader")[0].upload("mine.csv", file, "text/csv").run()
    query = menu(app)[CRITERIA]
    assert query["option"].startswith("long-")
    app.switch_page(CRITERIA)
    app.query_params.update(query)
    app.run()
    assert not app.warning
    assert "327 leadership teams" in words(app)
    alone = opened(CRITERIA, **query)
    assert "too long for a link" in alone.warning[0].value


def test_what_is_counted_is_changed_in_draw_itself_and_not_what_was_drawn_before(text):
    app = opened("pages/Every_option.py", option=text, plan="in-force-2026-10")
    query = next(
        one.proto.query_string
        for one in app.get("page_link")
        if one.proto.label == "Change it in Draw"
    )
    assert "option" not in dict(parse_qsl(query))


def test_a_page_without_the_drawing_it_is_asked_for_says_so(text):
    damaged = f"{text[:-1]}{'A' if text[-1] != 'A' else 'B'}"
    for option in ({}, {"option": damaged}):
        app = opened(CRITERIA, plan="drawn", **option)
        assert len(app.warning) == 1
        assert "a plan that cannot be shown" in app.warning[0].value
        assert not app.exception


def test_a_merger_that_was_chosen_is_called_so_on_every_page_and_on_paper(text):
    base = read_plans(load_atlas())["in-force-2026-10"]
    joined = links.read(text, base)
    surrey = next(one.id for one in base.footprints if one.name == NAMED)
    merged = links.write(options.set_drawn(joined, surrey, "merger"), base)
    view = View(plan=drawn_key(merged), area=surrey)
    for page in (clusters, criteria):
        told = page.content(WORK, view)
        assert kind_of(told.picture.maps[0].layer, surrey) == "Merger"
    kind, _ = clusters.content(WORK, view).card.story.subtitle.split(": ")
    assert kind == "Merger"
    sheet = paper(WORK, clusters.content(WORK, view).picture, "", link="", day=date(2026, 11, 22))
    assert "Merger" in next(row for row in sheet.table.rows if row[0] == NAMED)
    beside = compare.content(WORK, view.with_(other="in-force-2026-10"))
    here, there = next(one for one in beside.scores if one.label == "What the footprints are").said
    assert here == "9 clusters and 16 ICBs on their own"
    assert there == "9 clusters, 14 ICBs on their own and 1 merger"


def kind_of(layer, footprint):
    return next(one.tooltip[0] for one in layer.areas if one.id == footprint)
