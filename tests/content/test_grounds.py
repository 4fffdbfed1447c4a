"""Grounds: by people a map has its names where its areas are there, and no others."""

from __future__ import annotations

from footprint.content.grounds import on_ground
from footprint.content.values import MapContent
from footprint.view import View
from footprint.workspace import plans
from footprint.workspace.maps import membership
from tests.shared_workspace import WORK

KEY, REST = "london-three", "icb-2023"


def test_only_names_that_are_drawn_are_placed_by_people() -> None:
    drawn = MapContent(
        layer=membership(WORK, KEY, REST),
        anchors=plans.anchors(WORK, KEY, REST),
        area_of_block=plans.plan(WORK, KEY, REST).footprint_of,
    )
    named = {area.id for area in drawn.layer.areas if area.labelled}
    # What a plan for London borrows from the rest of England has no name.
    assert len(named) == 3
    assert on_ground(WORK, View(), drawn) is drawn
    people = on_ground(WORK, View(map="people"), drawn)
    assert people.ground == "people"
    assert people.anchors.keys() == named & drawn.anchors.keys()
    assert all(people.anchors[one] != drawn.anchors[one] for one in people.anchors)
