"""The page on local authorities, run by Streamlit's own test runner."""

import pytest

from footprint.plans.tiers import tiers
from tests.pages.test_pages import opened, shown, tables, words

PAGE = "pages/Local_authorities.py"


def test_april_2026_is_told_as_twelve_before_and_five_after():
    said = words(shown(PAGE, plan="merged-2026-04", other="icb-2023"))
    assert "291 of 296 districts are whole" in said
    assert "5 are split" in said
    assert "splits 12 districts" in said
    assert "Hart" in said


def test_a_split_authority_is_told_in_people():
    said = words(shown(PAGE, plan="icb-2023", area="E07000089"))
    shares = "75% of its residents are in Frimley, and 25% in Hampshire and Isle of Wight."
    assert f"Hart is split: {shares}" in said
    assert "inherited" in said


def test_the_tolerance_moves_the_line():
    assert "10 are split" in words(shown(PAGE, plan="icb-2023", tier="utla", tolerance="0"))
    assert "9 are split" in words(shown(PAGE, plan="icb-2023", tier="utla"))
    app = opened(PAGE, plan="icb-2023", tier="utla")
    app.number_input[0].set_value(0.0).run()
    assert not app.exception
    assert app.query_params["tolerance"] in ("0", ["0"])


def test_every_tier_opens(england):
    for tier in tiers(england):
        app = opened(PAGE, tier=tier)
        assert tables(app)


def test_each_footprint_is_told_against_strategic_authorities():
    table = tables(shown(PAGE, plan="merged-2026-04"))[-1]
    assert table.loc["South Yorkshire", "Strategic authorities (established)"] == (
        "Coterminous with the South Yorkshire Mayoral Combined Authority."
    )
    assert "most of which is in" in table.loc["Humber and North Yorkshire"].iloc[-1]
    assert len(table) == 36


@pytest.mark.parametrize(
    ("area", "told"),
    [
        (
            "E06000043",
            "Established on 26 March 2026 (SI 2026/362). Next election of a mayor: May 2028. As at "
            "15 September 2026, second-hand; no other source was found, so take it as probable.",
        ),
        (
            "E07000089",
            "Established on 4 June 2026 (SI 2026/595). Next election of a mayor: May 2028. As at "
            "15 September 2026, second-hand; another source agrees that it is so.",
        ),
        (
            "E07000073",
            "Priority programme: not established at 15 September 2026. Next election of a mayor: "
            "May 2028. As at 15 September 2026, second-hand; another source agrees that it is so.",
        ),
    ],
)
def test_a_strategic_authority_says_since_when_it_exists_and_how_sure_that_is(area, told):
    said = words(shown(PAGE, plan="merged-2026-04", tier="sa-programme", area=area))
    assert told in said
    assert "Source: " in said


def test_no_council_whose_reorganisation_is_paused_is_drawn(england):
    tier = tiers(england)["utla-2027"]
    assert "reorganisation was paused on 7 September 2026" in tier.note
    assert "Gloucestershire Council (one unitary)" not in tier.names.values()
    assert {"East Surrey Council", "West Surrey Council"} <= set(tier.names.values())


def test_all_authorities_can_be_shown():
    app = opened(PAGE)
    app.toggle[0].set_value(True).run()
    assert len(app.dataframe[0].value) == 296


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"tier": "parish"}, "kind of authority “parish”"),
        ({"tolerance": "99"}, "not between 0 and 49"),
        ({"other": "nowhere"}, "plan to compare with “nowhere”"),
    ],
)
def test_a_wrong_link_is_told_in_one_sentence(query, said):
    app = opened(PAGE, **query)
    assert len(app.warning) == 1
    assert said in app.warning[0].value


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"area": "bsbc"}, "Birmingham, Black Country and Solihull is made of 6 whole districts."),
        (
            {"area": "S0E4D"},
            "Thames Valley holds 10 whole districts, and parts of Buckinghamshire and Vale of "
            "White Horse.",
        ),
    ],
)
def test_a_footprint_is_told_by_the_authorities_it_holds_and_none_is_chosen_in_its_stead(
    query, told
):
    app = shown(PAGE, **query)
    said = words(app)
    assert told in said
    assert "The dotted line goes round it." in said
    assert "on the map, or type its name above" not in said
    assert "Clear the selection" in [button.label for button in app.button]
