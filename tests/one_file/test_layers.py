"""Layers of the one file: what is said of one layer of a plan, and where its maps look."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from footprint.content.values import HOME
from footprint.one_file import layers
from footprint.workspace.plans import all_places, plan
from tests.shared_workspace import WORK

TODAY, LONDON = "merged-2026-04", "london-three"


@pytest.mark.parametrize(
    ("national", "drawn", "home"),
    [(True, (), True), (False, (), True), (True, ("Z",), True), (False, ("Z",), False)],
)
def test_a_map_looks_at_what_a_plan_of_a_region_drew_and_else_at_england(
    monkeypatch: pytest.MonkeyPatch, national: bool, drawn: tuple[str, ...], home: bool
) -> None:
    monkeypatch.setattr(layers.maps, "looking_at", lambda _, blocks: blocks)
    shown = SimpleNamespace(
        national=national, drawn={*drawn}, assignment=(("a", "Z"), ("b", "Y"), ("c", "Z"))
    )
    found = layers._focus(WORK, shown)
    assert found == ({"land": HOME, "people": HOME} if home else ["a", "c"])


def test_each_place_is_told_with_the_footprint_it_lies_in() -> None:
    shown = plan(WORK, TODAY)
    told = layers._places(WORK, shown)
    assert {code for code, _ in told.values()} <= set(shown.by_id)
    places = all_places(WORK)
    code, said = told["E07000008"]
    assert places["E07000008"].name == "Cambridge"
    assert "Cambridge" in said and shown.by_id[code].name in said
    assert "" not in {said for _, said in told.values()}


def test_every_measure_of_every_footprint_stands_in_one_table() -> None:
    table = layers._every_measure(WORK, TODAY)
    assert table.title == "Every measure of every footprint"
    assert len(table.rows) == len(plan(WORK, TODAY).by_id)
    assert len(table.columns) > 9
