"""Comparisons: plans on one scale, in one set of colours, and what changes between them."""

from __future__ import annotations

import pytest

from footprint.criteria.case import Thresholds
from footprint.maps.layer import Layer
from footprint.workspace import comparisons
from footprint.workspace.plans import colours, plan
from footprint.workspace.scopes import scope
from tests.shared_workspace import WORK

REST, MERGED, AGREED = "icb-2023", "merged-2026-04", "agreed-2025-09"
LONDON = scope(WORK, (REST,), REST, ("London",))
NORTH_WEST_LONDON, NORTH_CENTRAL_LONDON = "QRV", "QMJ"


def told(layer: Layer, area: str) -> str:
    """The last that is said of an area, where it is pointed at."""
    return next(one.tooltip[-1] for one in layer.areas if one.id == area)


def test_what_joins_is_told_by_district_within_the_scope() -> None:
    table = comparisons.changes(WORK, REST, MERGED, REST, LONDON)
    # Eight boroughs of North West London and five of North Central, all to one ICB.
    assert table["how"].unique().tolist() == ["joins"]
    assert table["came_from"].value_counts().to_dict() == {
        NORTH_WEST_LONDON: 8,
        NORTH_CENTRAL_LONDON: 5,
    }
    assert len(comparisons.changes(WORK, MERGED, REST, REST, LONDON)) == 13
    assert comparisons.changes(WORK, REST, REST, REST, LONDON).empty


def test_a_footprint_that_stays_keeps_its_colour() -> None:
    own = colours(WORK, REST, REST)
    assert comparisons.carried_colours(WORK, REST, REST, REST) == own
    carried = comparisons.carried_colours(WORK, REST, MERGED, REST)
    assert all(carried[one] == own[one] for one in ("QMF", "QKK", "QWE"))
    assert carried.keys() == plan(WORK, MERGED).by_id.keys()


def test_each_map_says_what_its_footprints_are_on_the_first() -> None:
    first, second, third = comparisons.membership_maps(WORK, (REST, MERGED, AGREED), REST, LONDON)
    assert first.summary.startswith("42 ICBs as they were in 2023.")
    assert second.summary.startswith(
        "6 mergers, 1 ICB with more area and 29 ICBs as they were in 2023."
    )
    assert third.summary.startswith("15 clusters and 11 ICBs on their own.")
    carried = comparisons.carried_colours(WORK, REST, MERGED, REST)
    assert {area.id: area.fill for area in second.areas} == carried
    assert told(first, NORTH_WEST_LONDON) == "Becomes: West and North London"
    assert told(second, "Z9B2Z") == "Was: North West London"


@pytest.mark.parametrize(
    ("measure", "scheme", "cuts", "words", "counts"),
    [
        # London’s five ICBs of 2023, of which two have become one.
        (
            "envelope",
            "own",
            (40.0,),
            ["Under £40.0m", "£40.0m or more"],
            [[3, 2], [2, 2]],
        ),
        (
            "residents",
            "own",
            (1_500_000.0,),
            ["Under 1,500,000", "1,500,000 or more"],
            [[1, 4], [0, 4]],
        ),
    ],
)
def test_two_plans_share_their_classes_and_count_what_is_in_scope(
    measure: str,
    scheme: str,
    cuts: tuple[float, ...],
    words: list[str],
    counts: list[list[int]],
) -> None:
    layers = comparisons.choropleth_maps(
        WORK, (REST, MERGED), REST, LONDON, measure, scheme, 5, cuts
    )
    assert [[row.words for row in one.legend[:2]] for one in layers] == [words] * 2
    assert [[row.count for row in one.legend[:2]] for one in layers] == counts


def test_the_usual_classes_are_made_of_what_is_in_scope() -> None:
    asked = (REST, LONDON, "residents", "quantiles", 5, ())
    first, second = comparisons.choropleth_maps(WORK, (REST, MERGED), *asked)
    assert [row.words for row in first.legend[:2]] == [
        "Under 1,500,000",
        "1,500,000 to under 2,000,000",
    ]
    assert sum(row.count for row in first.legend) == 5
    assert sum(row.count for row in second.legend) == 4
    assert first.summary.startswith("11 of the 42 ICBs have fewer than 1 million residents.")
    assert first.summary.endswith("England in all: 58,620,101.")


def test_the_map_of_changes_counts_what_joins_and_what_stays() -> None:
    layer = comparisons.change_layer(WORK, REST, MERGED, REST, LONDON, "Said.")
    assert layer.summary == "Said."
    assert [row.count for row in layer.legend] == [2, 3, 32]
    anchors = comparisons.change_anchors(WORK, REST, MERGED, REST, LONDON)
    assert anchors.keys() == {area.id for area in layer.areas}


def test_a_side_has_all_that_a_scorecard_needs() -> None:
    side = comparisons.side(WORK, MERGED, REST, LONDON, Thresholds(), ())
    assert (side.plan.key, side.scope) == (MERGED, LONDON)
    assert list(side.authorities) == ["lad", "utla"]
    assert len(side.table) == 36
    assert not side.card.empty
