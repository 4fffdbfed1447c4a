"""Published: whose figure it is, what it says, and how sure whoever gave it was."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas, JoinError
from footprint.measures import formulas
from footprint.money.published import (
    facts,
    implied_cost,
    published,
    published_inside,
    targets,
    targets_to_come,
)
from footprint.plans.plan import Plan

SOURCE = "A council paper, with a comma, https://council.example/paper.pdf"


def telling(atlas: Atlas, **changes: object) -> Atlas:
    """The same country, where one thing more is published."""
    row = {
        "icb": "W",
        "measure": "operating_cost_target",
        "year": "2025/26",
        "value": 13_000_000.0,
        "unit": "GBP",
        "source": SOURCE,
        "note": "as of 2025-07-14",
        "kind": "published",
        "quality": "",
        "formula": "",
        "remark": "",
    }
    costs = atlas.costs[atlas.costs["measure"] == "core_allocation"]
    deficits = atlas.deficits.iloc[:0]
    return replace(
        atlas, deficits=deficits, costs=pd.concat([costs, pd.DataFrame([row | changes])])
    )


def test_a_fact_says_all_there_is_to_know_of_it(toy: Atlas) -> None:
    (fact,) = facts(telling(toy, note='about; "so they say"; as of 2025-07-14'))
    assert fact.icbs == {"W"}
    assert (fact.kind, fact.what) == ("operating_cost_target", "Target, a year, 2025/26")
    assert fact.figure == "about £13.0m"
    assert (fact.qualifier, fact.date) == ("", "July 2025")
    assert (fact.title, fact.url) == (
        "A council paper, with a comma",
        "https://council.example/paper.pdf",
    )


@pytest.mark.parametrize(
    ("note", "qualifier", "date"),
    [
        ("as of 2025-07-14", "", "July 2025"),
        ("as of 2025-07", "", "July 2025"),
        ("as of 2025", "", "2025"),
        ('"so they say"; as of 2025-07-14', "", "July 2025"),
        ("rounded; as of 2025-07-14", "rounded", "July 2025"),
        ("no date at all", "", "2025/26"),
    ],
)
def test_a_note_tells_how_sure_and_when(toy: Atlas, note: str, qualifier: str, date: str) -> None:
    (fact,) = facts(telling(toy, note=note))
    assert (fact.qualifier, fact.date) == (qualifier, date)


@pytest.mark.parametrize(
    ("note", "figure", "qualifier"),
    [
        ("600 plus", "more than £13.0m", ""),
        ("just less than", "just under £13.0m", ""),
        ("around, potential", "around £13.0m", "potential"),
        ("per year", "£13.0m", ""),
        ("forecast", "£13.0m", "forecast"),
    ],
)
def test_how_near_a_figure_is_stands_before_it(
    toy: Atlas, note: str, figure: str, qualifier: str
) -> None:
    (fact,) = facts(telling(toy, note=f"{note}; as of 2025-07"))
    assert (fact.figure, fact.qualifier) == (figure, qualifier)


def test_a_source_without_an_address_is_a_title(toy: Atlas) -> None:
    (fact,) = facts(telling(toy, source="Told to the board"))
    assert (fact.title, fact.url) == ("Told to the board", "")


def test_facts_stand_by_icb_and_then_in_the_order_of_their_kinds(toy: Atlas) -> None:
    told = [("+".join(sorted(fact.icbs)), fact.what) for fact in facts(toy)]
    assert told == [
        ("M+W", "Cost before the cut, a year"),
        ("M+W", "Saving asked for"),
        ("W", "Cost before the cut, a year"),
        ("W", "Target, a year, 2025/26"),
        ("E", "ICB only, outturn 2025/26"),
        ("E", "ICB only, how far from plan 2026/27"),
        ("M", "ICB only, plan 2026/27"),
        ("W", "ICB and its NHS trusts, plan 2026/27"),
        ("W", "ICB only, plan 2026/27"),
    ]


def test_what_is_published_for_some_of_a_footprint_is_not_of_all_of_it(
    toy: Atlas, today: Plan, cluster: Plan, divided: Plan
) -> None:
    toy = replace(toy, deficits=toy.deficits.iloc[:0])
    assert {fact.what for fact in published(toy, cluster, "wm")} == {
        "Cost before the cut, a year",
        "Saving asked for",
    }
    assert {tuple(fact.icbs) for fact in published_inside(toy, cluster, "wm")} == {("W",)}
    assert [fact.what for fact in published(toy, today, "W")] == [
        "Cost before the cut, a year",
        "Target, a year, 2025/26",
    ]
    assert published_inside(toy, today, "W") == ()
    assert published(toy, divided, "W") == published_inside(toy, divided, "W") == ()


def test_a_published_target_goes_before_cost_less_saving(toy: Atlas, cluster: Plan) -> None:
    both = pd.DataFrame(
        [{"icb": "W+M", "measure": "operating_cost_target", "year": "2025/26", "value": 21_000.0}]
    )
    known = replace(toy, costs=pd.concat([toy.costs, both]))
    assert targets(toy, cluster)[0]["wm"] == 22_000
    assert targets(known, cluster)[0]["wm"] == 21_000


def test_a_figure_for_a_body_of_2026_reaches_the_footprint_it_covers(
    toy: Atlas, today: Plan, divided: Plan
) -> None:
    # E4 is the body of April 2026 that took Middle and all of Birch.
    known = telling(toy, icb="E4", year="2026/27", quality="second-hand")
    (fact,) = published(known, divided, "birch")
    assert (fact.what, fact.quality) == ("Target, a year, 2026/27", "second-hand")
    assert published_inside(known, divided, "birch") == ()
    assert not any(published(known, today, icb) for icb in "WME")
    assert targets_to_come(known, divided) == {
        "W": "",
        "birch": "£13.0m (published, second-hand)",
        "E": "",
    }


def test_a_body_whose_area_is_an_old_icbs_is_that_icb(toy: Atlas, today: Plan) -> None:
    assert len(published(telling(toy, icb="E3"), today, "E")) == 1


def test_a_figure_of_no_body_is_refused(toy: Atlas) -> None:
    with pytest.raises(JoinError, match="No body has the code QZZ"):
        facts(telling(toy, icb="W+QZZ"))


def test_an_implied_figure_says_how_it_follows_and_from_what(toy: Atlas) -> None:
    source = f"{SOURCE} | Told to the board"
    (fact,) = facts(
        telling(
            toy,
            kind="implied",
            measure="operating_cost_baseline_implied",
            formula="20 × 660 weighted people",
            source=source,
        )
    )
    assert (fact.sort, fact.figure) == ("implied", "£13.0m")
    assert fact.formula == "which is £20.00 for each of 660 weighted heads"
    assert fact.based_on == (
        ("A council paper, with a comma", "https://council.example/paper.pdf"),
        ("Told to the board", ""),
    )


def test_an_implied_cost_is_in_no_number(toy: Atlas, today: Plan) -> None:
    known = telling(toy, kind="implied", measure="operating_cost_baseline_implied")
    assert formulas.published_cost(known, today).isna().all()
    assert targets(known, today)[0].isna().all()


def test_an_implied_cost_is_of_exactly_its_area_and_says_how_it_follows(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    implied = {"kind": "implied", "measure": "operating_cost_baseline_implied"}
    known = telling(toy, **implied, icb="W+M", formula="20 × 660", remark="It is weak")
    cost = implied_cost(known, cluster, "wm")
    assert cost
    assert cost.least == cost.most > 0
    assert cost.note == "The cost is implied: £13.0m, 20 × 660. It is weak."
    assert implied_cost(known, today, "W") is None
    assert implied_cost(toy, cluster, "wm") is None
