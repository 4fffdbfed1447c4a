"""Areas and ICBs of the file: what is said beside a map, as the pages say it."""

from __future__ import annotations

from types import SimpleNamespace

from footprint.charts.dots import Dots
from footprint.one_file import areas, front, icbs
from footprint.pages import money
from footprint.view import View
from footprint.workspace.plans import plan
from tests.shared_workspace import WORK

PICTURES = ("bars", "trend")
MEDWAY = "E06000035"
MERGED = View(plan="merged-2026-04", layer="bodies")


def test_a_footprint_has_its_story_its_verdicts_and_its_figure() -> None:
    shown = plan(WORK, MERGED.plan_key)
    told = areas.area(WORK, MERGED, shown, "S0E4D")
    assert told["figure"] == "Residents of Thames Valley: 2,319,787."
    assert told["own"] == "Thames Valley is a footprint. Residents: 2,319,787."
    assert told["story"]["kind"] == "card"
    assert told["story"]["parts"][0]["words"].startswith("Thames Valley")
    assert all(len(verdict) == 5 for verdict in told["verdicts"])
    assert set(told["focus"]) == {"land", "people"}


def test_a_footprint_has_the_charts_that_money_has_of_it() -> None:
    seen = MERGED.with_(area="S0E4D")
    told = areas.area(WORK, MERGED, plan(WORK, MERGED.plan_key), "S0E4D")["money"]
    assert told["title"] == "Money: what the cap would do, and staff over time"
    drawn = [part for part in told["parts"] if "words" in part and part["kind"] in PICTURES]
    own = [one for one in money.content(WORK, seen).picture.charts if not isinstance(one, Dots)]
    assert [part["kind"] for part in drawn] == ["bars", "trend"]
    assert [part["words"] for part in drawn] == [one.words for one in own]
    (bars, _) = own
    assert [row[:2] for row in drawn[0]["rows"]] == [[one.name, one.text] for one in bars.parts]


def test_only_split_authorities_have_a_card() -> None:
    cards = areas.authority_cards(WORK, MERGED.with_(tier="utla"))
    # Cumberland, Westmorland and Furness, North Yorkshire and Buckinghamshire.
    assert set(cards) == {"E06000060", "E06000063", "E06000064", "E06000065"}
    heads = {card["parts"][0]["words"] for card in cards.values()}
    assert "Buckinghamshire" in heads


def test_a_place_that_is_no_authority_says_which_it_holds_and_lists_those_of_footprints() -> None:
    places = {one.code: one for one in front.looked_at(WORK)}
    force = next(code for code in WORK.tiers["police"].names if code not in areas.listed(WORK))
    told = areas.holdings(WORK, MERGED, [places["QKS"], places[force], places[MEDWAY]])
    kinds = {code: [part["kind"] for part in told["lad"][code]] for code in told["lad"]}
    assert kinds == {"QKS": ["text", "table", "small"], force: ["text"]}
    assert told["lad"]["QKS"][0]["words"] == "Kent and Medway is made of 13 whole districts."
    # A district is looked at as it is only beside a kind of authority that it is not in.
    assert WORK.tiers["lad"].names[MEDWAY] == "Medway"
    assert not told["sa"].keys() & {MEDWAY, "QKS"}
    # An authority of the kind itself has a card of its own, or the words of the map.
    assert force not in told["police"]


def test_all_icbs_are_offered_by_region_with_a_table() -> None:
    told = icbs._offered(WORK)
    under = [part["words"] for part in told["side"] if part["kind"] == "under"]
    assert under == sorted(WORK.atlas.blocks["nhs_region"].unique())
    choices = [part["rows"] for part in told["side"] if part["kind"] == "choices"]
    assert sum(map(len, choices)) == 36
    assert [part["kind"] for part in told["below"]] == ["heading", "table"]


def test_an_icb_has_five_lines_and_two_maps_with_what_is_selected() -> None:
    told = icbs._icb(WORK, "S0E4D")
    assert len(told["side"]) == 5
    assert told["side"][0]["lead"] == "The legal body."
    assert told["selected"] == ["", "S0E4D"]
    assert [bool(place) for place in told["outlined"]] == [True, False]
    assert len(told["maps"]) == 2
    assert told["sentence"][1].startswith("Thames Valley ICB has 2,319,787 residents")


def test_who_asked_for_a_criterion_is_told_with_where_that_can_be_read() -> None:
    quoted, bare = (
        SimpleNamespace(label="People", basis="So many.", start="Begun.", quotes=quotes)
        for quotes in (
            (SimpleNamespace(text="A million", source="p. 3", url="u", publisher="P", date="d"),),
            (),
        )
    )
    assert areas._asked(quoted)[1:] == [
        {"kind": "references", "rows": [["“A million” p. 3", "u", "P, d"]]}
    ]
    assert areas._asked(bare) == areas._asked(quoted)[:1]
    assert "So many. Begun." in str(areas._asked(bare))
