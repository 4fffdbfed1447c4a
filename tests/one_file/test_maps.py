"""Maps of the file: by people each has the names that it has on land, whatever map came before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.content.values import MapContent
from footprint.one_file import maps
from footprint.pages import today
from footprint.view import View
from tests.shared_workspace import WORK


@pytest.mark.parametrize("lacking", ["a name", "a place to stand"])
def test_a_map_with_fewer_names_leaves_those_of_the_next_one_as_they_are(lacking: str) -> None:
    whole = _called_anew(lacking)
    first, second, *_ = whole.layer.areas
    areas = (replace(first, labelled=False), *whole.layer.areas[1:])
    fewer = {
        "a name": replace(whole, layer=replace(whole.layer, areas=areas)),
        "a place to stand": replace(
            whole, anchors={one: at for one, at in whole.anchors.items() if one != first.id}
        ),
    }[lacking]
    known = set(whole.anchors)
    assert {first.id, second.id} < known
    # Where a name stands by people is kept for all maps of the same names.
    assert set(maps._by_people(WORK, fewer)[0]) == known - {first.id}
    assert set(maps._by_people(WORK, whole)[0]) == known


def _called_anew(what: str) -> MapContent:
    """The map of today with codes that no map kept so far has."""
    (shown,) = today.content(WORK, View()).picture.maps
    areas = tuple(replace(area, id=f"{what} {area.id}") for area in shown.layer.areas)
    anchors = {f"{what} {one}": at for one, at in shown.anchors.items()}
    return replace(shown, layer=replace(shown.layer, areas=areas), anchors=anchors)
