"""The page on criteria, run by Streamlit's own test runner."""

import pytest

from footprint.criteria.catalogue import OF_FOOTPRINTS
from footprint.options.history import Drawing, moved_last
from footprint.pages import draw
from footprint.pages.criteria import content, remedies_to_draw, remedy_words
from footprint.view import View
from tests.pages.test_pages import opened, shown, tables, words
from tests.shared_workspace import WORK

PAGE, DRAW = "pages/Criteria.py", "pages/Draw_an_option.py"
ASKED = ("asked-a plan has to pass these", "asked-measured", "asked-for discussion")


def test_the_plan_of_2025_is_told_in_one_sentence():
    said = words(shown(PAGE))
    assert "25 leadership teams" in said
    assert "all have at least 1 million people" in said
    assert "6 hold part of a split upper-tier authority" in said


def test_a_footprint_tells_its_verdicts_and_what_would_put_a_miss_right():
    said = words(shown(PAGE, plan="icb-2023", area="QOC"))
    assert "528,407 residents, 471,593 short of 1,000,000." in said
    assert "What would put it right" in said
    assert "the smallest single move that does it" in said


@pytest.mark.parametrize(
    ("asked", "criterion", "footprint"),
    [
        ({"plan": "icb-2023"}, "people", "QOC"),
        ({"plan": "east-model-b"}, "people", ""),
        ({"plan": "icb-2023", "layer": "teams"}, "authorities", "QUE"),
    ],
)
def test_a_remedy_can_be_tried_in_draw_with_its_move_made(asked, criterion, footprint):
    view = View(**asked, criterion=criterion)
    for code in [footprint] if footprint else [code for code, _ in content(WORK, view).missing]:
        found = remedies_to_draw(WORK, view, criterion, code)
        verdict = next(one for one in content(WORK, view.with_(area=code)).verdicts)
        if verdict.verdict == "misses" and not found:
            assert "No single move" in " ".join(remedy_words(WORK, view, criterion, code))
        for tried in found:
            start = draw.option_of(WORK, tried.view.with_(option=""))
            option = draw.option_of(WORK, tried.view)
            moved = moved_last(Drawing((start, option), 1))
            assert moved
            owners = option.plan.footprint_of[moved].unique()
            assert len(owners) == 1
            assert moved_last(Drawing((start, option))) == []


@pytest.mark.parametrize("drawn_before", [False, True], ids=["fresh", "drawn-before"])
def test_draw_tells_a_remedy_as_the_one_move_it_is(drawn_before):
    view = View(plan="icb-2023", criterion="people", area="QOC")
    (tried, *_) = remedies_to_draw(WORK, view, "people", "QOC")
    query = {key: str(value) for key, value in tried.view.to_query().items()}
    app = opened(DRAW)
    if drawn_before:
        app.selectbox(key="draw-start").select("agreed-2025-09").run()
        app.query_params.clear()
        app.query_params.update(query)
        app.run()
    else:
        app = opened(DRAW, **query)
    assert "What the last change did" in words(app)
    assert "have moved nothing since" not in words(app)
    shown_now = app.session_state["drawing"]
    assert shown_now.now == draw.option_of(WORK, tried.view)
    assert shown_now.before == draw.start_of(WORK, "icb-2023", view.base)
    moved = moved_last(shown_now)
    assert moved
    assert f"Blocks moved by the last change <i>({len(moved)})</i>" in words(app)


def test_the_page_leads_from_a_remedy_to_draw():
    app = opened(PAGE, plan="icb-2023", area="QOC")
    links = [one.proto.label for one in app.get("page_link")]
    assert "Try this in Draw" in links


@pytest.mark.parametrize("criterion", OF_FOOTPRINTS)
def test_every_criterion_opens_with_a_reason_for_every_footprint(criterion):
    app = opened(PAGE, criterion=criterion)
    table = tables(app)[-1]
    assert len(table) == 25
    usual = {"Meets", "Misses", "No figure"}
    borders = {"Shares its borders", "Has other borders", "Lies inside one", "Has none here"}
    assert set(table["Verdict"]) <= (borders if criterion == "strategic" else usual)
    assert table["Reason"].str.endswith(".").all()


@pytest.mark.parametrize("plan", ["icb-2023", "planned-2027-04", "east-model-b", "london-three"])
def test_every_kind_of_plan_opens(plan):
    app = opened(PAGE, plan=plan, area="E07000089")
    app.run()
    assert not app.exception
    assert not app.warning


def test_the_least_population_moves_every_verdict_and_the_address():
    app = opened(PAGE)
    app.number_input(key="line-least").set_value(2.0).run()
    assert not app.exception
    assert app.query_params["least"] in ("2000000", ["2000000"])
    assert "have fewer than 2 million people" in words(app)
    assert "At least 2,000,000 people" in words(app)


def test_what_merged_icbs_are_asked_for_is_one_press_away_and_said_with_who_says_so():
    app = opened(PAGE, unfolded=ASKED)
    (asked,) = (group for group in app.get("button_group") if group.key == "asked-least")
    assert asked.value == 1_000_000
    asked.set_value(1_500_000).run()
    assert not app.exception
    assert app.query_params["least"] in ("1500000", ["1500000"])
    said = words(app)
    assert "1 has fewer than 1.5 million people" in said
    assert "populations of at least 1.5 million" in said
    assert "second-hand" in said
    assert "clustering ICBs remain separate legal entities" in said


def test_districts_can_count_instead_of_upper_tier_authorities():
    assert "part of a split district" in words(shown(PAGE, plan="icb-2023", whole="lad"))


def test_a_measured_test_can_be_called_a_must():
    app = opened(PAGE, plan="icb-2023", must="people_nonsense")
    assert "11 miss a test you call a must." in words(app)
    assert "At least 1 million people" in tables(app)[0].index
    assert app.multiselect(key="line-must").value == ["people"]


def test_the_readers_own_costs_give_the_cap_a_verdict():
    app = opened(PAGE, plan="icb-2023", criterion="cap", baseline="QT6:20")
    assert tables(app)[-1].at["Cornwall and the Isles of Scilly", "Verdict"] == "Misses"


def test_the_three_kinds_stand_apart_with_their_sources():
    app = opened(PAGE, unfolded=ASKED)
    said = words(app)
    for heading in ("A plan has to pass these", "Measured", "For discussion"):
        assert heading in said
    assert "populations should be no smaller than 1m" in said
    assert "Healthcare Leader" in said


def test_a_wrong_criterion_is_told_in_a_sentence():
    app = opened(PAGE, criterion="peeple")
    assert len(app.warning) == 1
    assert "a criterion “peeple”" in app.warning[0].value
