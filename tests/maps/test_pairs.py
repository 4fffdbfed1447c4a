"""The map of what changes: every part says on the map what becomes of it."""

from __future__ import annotations

from footprint.facts.atlas import Atlas
from footprint.maps import pairs
from footprint.plans.comparison import compare
from footprint.plans.plan import Plan


def test_each_part_is_named_by_where_it_came_from_and_one_that_moves_by_both_ends(
    divided: Plan, today: Plan, toy: Atlas
) -> None:
    held = compare(today, divided, toy.blocks["residents_2024"])
    layer = pairs.change_layer(
        held, dict.fromkeys(divided.by_id, "#112233"), toy.blocks["lad"], summary=""
    )
    named = {area.id: area.short for area in layer.areas if area.labelled}
    assert named == {
        "E": "East",
        "W > W": "West",
        "M > birch": "Middle",
        "W > birch": "from West to Birch and Middle",
    }
