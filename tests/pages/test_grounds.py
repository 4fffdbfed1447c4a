"""Grounds: every page's map stands on the ground a view asks for, its names with it."""

import pytest
import shapely

from footprint.content.values import HOME, Page
from footprint.pages import authorities
from footprint.pages.addresses import read
from footprint.pages.catalogue import PAGES
from footprint.view import View
from footprint.workspace.workspace import Workspace
from tests.shared_workspace import WORK

WITH_MAPS = [page for page in PAGES if page.content]


@pytest.fixture(scope="module")
def work() -> Workspace:
    return WORK


@pytest.mark.parametrize("page", WITH_MAPS, ids=lambda page: page.label)
def test_every_page_with_a_map_shows_it_on_either_ground(work: Workspace, page: Page) -> None:
    assert "map" in page.fields
    land, people = (
        page.content(work, View(map=ground)).picture.maps for ground in ("land", "people")
    )
    assert {one.ground for one in land} == {"land"}
    assert {one.ground for one in people} == {"people"}
    for one, other in zip(land, people, strict=True):
        assert one.layer == other.layer
        named = {area.id for area in one.layer.areas if area.labelled and area.id in one.anchors}
        assert named
        assert set(other.anchors) == named
        assert all(one.anchors[area] != other.anchors[area] for area in named)
        assert len(one.frames) == len(other.frames) == len(one.layer.footprint_names)
        assert not set(one.frames) & set(other.frames)


def test_a_map_by_people_looks_at_what_is_selected_where_it_is_there(work: Workspace) -> None:
    for page in WITH_MAPS:
        if "area" not in page.fields:
            continue
        place = "E09000001" if page.label == "Local authorities" else "QMJ"
        views = (View(map=ground, area=place) for ground in ("land", "people"))
        land, people = (page.content(work, view).picture.maps[0].focus for view in views)
        assert HOME not in (land, people)
        assert people[2] - people[0] > 1.5 * (land[2] - land[0]), page.label


def test_an_unknown_ground_is_put_right(work: Workspace) -> None:
    view, said = read(work, {"map": "money"}, ("map",))
    assert view.map == "land"
    assert len(said) == 1


@pytest.mark.parametrize("ground", ["land", "people"])
def test_the_name_of_a_footprint_stands_on_its_own_land(work: Workspace, ground: str) -> None:
    (drawn,) = authorities.content(work, View(map=ground)).picture.maps
    shapes = list(work.drawn_on(ground).blocks.items())
    order = sorted(block for block, _ in shapes)
    assert len(drawn.frames) == len(drawn.layer.footprint_names) > 1
    for number, anchor in enumerate(drawn.frames):
        spot = shapely.Point(anchor.longitude, anchor.latitude)
        (block,) = (one for one, shape in shapes if shape.contains(spot))
        assert drawn.layer.footprint_of_block[order.index(block)] == number


def test_by_people_the_name_of_an_authority_stands_on_its_own_land(work: Workspace) -> None:
    (drawn,) = authorities.content(work, View(map="people")).picture.maps
    shapes = dict(work.people.blocks.items())
    assert drawn.anchors
    for code, anchor in drawn.anchors.items():
        spot = shapely.Point(anchor.longitude, anchor.latitude)
        (block,) = (one for one, shape in shapes.items() if shape.contains(spot))
        assert drawn.area_of_block[block] == code
