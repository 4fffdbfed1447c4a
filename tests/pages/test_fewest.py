"""The fewest people who must move, on the page on every option and in what leads on from it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from footprint.export.searches import Search
from footprint.optimum.answer import Answer
from footprint.optimum.search import optimum
from footprint.pages import draw
from footprint.standing import fewest
from footprint.view import View
from footprint.workspace import plans
from tests.pages.test_pages import opened, tables, words
from tests.shared_workspace import WORK

PAGE = "pages/Every_option.py"
SMALL = {"region": "South West", "footprints": "3"}
VIEW = View(region="South West", footprints=3)


@pytest.fixture(scope="module")
def answer() -> Answer:
    """The fewest who must move in the South West."""
    return optimum(WORK.atlas, fewest.sought(WORK, VIEW).asked)


@pytest.fixture
def page() -> Iterator[AppTest]:
    """The page with a small question; whatever search is left is stopped."""
    app = opened(PAGE, **SMALL)
    yield app
    if "fewest-search" in app.session_state:
        app.session_state["fewest-search"].stop()


def waited(app: AppTest) -> AppTest:
    """The same page, once the search is over."""
    end = time.monotonic() + 60
    while not app.session_state["fewest-search"].finished:
        assert time.monotonic() < end
        time.sleep(0.05)
    return app.run()


def test_nothing_is_searched_before_the_button_is_pressed(page: AppTest) -> None:
    assert "fewest-search" not in page.session_state
    assert "would have to move" not in words(page)
    assert "In the South West only, as above." in words(page)


def test_a_press_finds_the_plan_and_says_who_would_move(page: AppTest) -> None:
    app = waited(page.button(key="fewest-find").click().run())
    assert not app.exception
    assert "1,843,363 people would have to move; no plan does it with fewer." in words(app)
    movers = next(table for table in tables(app) if "Residents" in table.columns)
    assert sum(int(count.replace(",", "")) for count in movers["Residents"]) == 1_843_363
    assert movers.loc["Cornwall", "To"] == "Devon"


def test_another_aim_with_footprints_locked_and_counted_is_sought_and_proved(page: AppTest) -> None:
    page.query_params["region"] = "North West"
    page.query_params["intact"] = "none"
    app = page.run()
    app.selectbox(key="every-aim").set_value("split-utla").run()
    assert "The fewest split upper-tier authorities" in words(app)
    app.query_params["locked"], app.query_params["into"] = "QOP", "2"
    app = waited(app.run().button(key="fewest-find").click().run())
    assert not app.exception
    assert "More conditions (2 set)" in {one.label for one in app.expander}
    said = words(app)
    assert "The plan found has no split upper-tier authorities, which is proved to be" in said
    assert "exactly 2 footprints; Greater Manchester as in that plan;" in said
    assert "Separate code, which knows nothing of how the plan was found, has checked" in said
    movers = next(table for table in tables(app) if "Residents" in table.columns)
    assert {*movers["From"], *movers["To"]} == {
        *("Cheshire and Merseyside", "Lancashire and South Cumbria"),
    }


def test_an_answer_is_shown_only_to_the_question_it_answers(page: AppTest) -> None:
    app = waited(page.button(key="fewest-find").click().run())
    app.selectbox(key="every-intact").set_value("none").run()
    assert "would have to move" not in words(app)
    app.selectbox(key="every-intact").set_value("utla").run()
    assert "1,843,363 people would have to move" in words(app)


def test_a_search_can_be_stopped_and_says_what_it_has(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However busy the machine is, the search is given the time to say what it has.
    monkeypatch.setattr("footprint.export.searches._ENDS", 50.0)
    page.query_params["region"] = ""
    # Of two million each the first word comes at once, and nobody has seen the last.
    page.query_params["least"] = "2000000"
    app = page.run().button(key="fewest-find").click().run()
    search: Search = app.session_state["fewest-search"]
    while search.progress is None:
        time.sleep(0.05)
    app.run().button(key="fewest-stop").click().run()
    said = words(waited(app))
    assert "The best plan found moves" in said
    assert "no plan can do with fewer than" in said


def test_a_target_that_nothing_meets_is_said_to_be_proved(page: AppTest) -> None:
    page.query_params["least"] = "30000000"
    app = waited(page.run().button(key="fewest-find").click().run())
    assert not app.exception
    assert "No plan meets all of this, however many people move; that is proved." in words(app)
    assert "Who would move" not in words(app)


def test_a_search_that_fails_is_a_sentence_and_no_error(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Search.__init__, "__defaults__", (("false",),))
    page.query_params["least"] = "40000000"
    app = waited(page.run().button(key="fewest-find").click().run())
    assert not app.exception
    assert [warning.value for warning in app.warning] == [Search.failed]


def test_the_plan_found_opens_in_draw_with_everybody_where_they_were_moved(
    answer: Answer,
) -> None:
    told = fewest.content(WORK, VIEW, answer)
    option = draw.option_of(WORK, told.drawn)
    assert (option.base, option.plan.seen) == ("merged-2026-04", "bodies")
    owners = option.plan.footprint_of
    assert {block: owners[block] for block, _ in answer.pairs} == dict(answer.pairs)
    app = opened("pages/Draw_an_option.py", **told.drawn.to_query())
    assert not app.warning
    assert "33 ICBs" in words(app)


def test_the_plan_found_is_compared_with_the_one_before(answer: Answer) -> None:
    told = fewest.content(WORK, VIEW, answer)
    found = plans.plan(WORK, told.compared.plan_key)
    assert len(found.by_id) == 33
    app = opened("pages/Compare.py", **told.compared.to_query())
    assert not app.warning
    assert "36 statutory bodies become 33" in words(app)


@pytest.mark.parametrize("page", ["Clusters", "Criteria", "Money", "Local_authorities"])
@pytest.mark.parametrize("layer", ["bodies", "teams"])
def test_the_plan_found_is_shown_by_every_page_on_either_layer(
    answer: Answer, page: str, layer: str
) -> None:
    told = fewest.content(WORK, VIEW, answer)
    app = opened(f"pages/{page}.py", **told.compared.with_(layer=layer).to_query())
    assert not app.exception
    assert not app.warning


def test_nobody_moves_where_the_plan_meets_what_is_asked() -> None:
    view = View(region="London", begin="shown")
    told = fewest.content(WORK, view, optimum(WORK.atlas, fewest.sought(WORK, view).asked))
    assert told.sentence == "Nobody would have to move: the plan meets all of this as it is."
    assert (told.table, told.drawn, told.compared) == (None, None, None)


def test_the_plans_to_move_from_are_named() -> None:
    named = fewest.begins(WORK, View())
    assert named["bodies"] == "36 ICBs (April 2026)"
    assert named["shown"].startswith("The plan shown: 25 leadership teams")
