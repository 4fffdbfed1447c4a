"""Asked: which plan, layer, place and part of the map a view means."""

from __future__ import annotations

from footprint.content import asked
from footprint.content.values import HOME
from footprint.facts.shapes import bounds
from footprint.measures.classes import MOST_CLASSES
from footprint.view import View
from footprint.workspace.plans import plan
from tests.shared_workspace import WORK

MERGED, AGREED = View(plan="merged-2026-04"), View(plan="agreed-2025-09")


def test_a_layer_is_the_one_asked_for_else_the_pages_usual_else_the_plans() -> None:
    assert asked.layered(WORK, MERGED.with_(layer="teams"), "bodies").layer == "teams"
    assert asked.layered(WORK, MERGED, "teams").layer == "teams"
    assert asked.layered(WORK, MERGED).layer == "bodies"
    assert asked.layered(WORK, AGREED).layer == "teams"


def test_a_footprint_of_the_plan_is_selected_and_any_other_place_is_outlined() -> None:
    merged = plan(WORK, "merged-2026-04")
    thames = MERGED.with_(area="S0E4D")
    assert asked.selected_footprint(WORK, thames, merged) == "S0E4D"
    assert asked.asked_blocks(WORK, thames, merged) == ()
    frimley = MERGED.with_(area="QNQ")
    blocks = list(merged.footprint_of.index)
    outlined = {blocks[place] for place in asked.asked_blocks(WORK, frimley, merged)}
    assert outlined == WORK.atlas.area("QNQ")
    # 57% of Frimley's people went to Thames Valley.
    assert asked.selected_footprint(WORK, frimley, merged) == "S0E4D"
    assert asked.selected_footprint(WORK, MERGED, merged) == ""
    assert asked.asked_blocks(WORK, MERGED, merged) == ()


def test_a_map_looks_at_what_is_selected_else_at_the_region_of_the_plan() -> None:
    whole, part = plan(WORK, "merged-2026-04"), plan(WORK, "london-three")
    assert asked.focus(WORK, View(), whole, whole.footprint_of, "") == HOME
    west, south, east, north = asked.focus(WORK, View(), part, part.footprint_of, "")
    # London lies about the meridian, some 50 kilometres across.
    assert -0.6 < west < 0 < east < 0.4
    assert 51.2 < south < north < 51.8
    thames = asked.focus(WORK, View(), whole, whole.footprint_of, "S0E4D")
    assert thames == bounds(WORK.shapes, whole.blocks_of("S0E4D"))
    assert thames[0] < -1.5


def test_a_drawing_alone_says_whose_it_is() -> None:
    whole = plan(WORK, "merged-2026-04")
    assert asked.marked("So it is.", whole) == "So it is."


def test_cuts_that_make_no_classes_are_passed_over() -> None:
    usual = asked.measure_layer(WORK, View(), "merged-2026-04", "residents")
    bad = View(scheme="own", cuts=tuple(float(n) for n in range(MOST_CLASSES + 3)))
    assert asked.measure_layer(WORK, bad, "merged-2026-04", "residents") == usual
    good = View(scheme="own", cuts=(2_000_000.0,))
    own = asked.measure_layer(WORK, good, "merged-2026-04", "residents")
    assert own.legend[0].words == "Under 2,000,000"
