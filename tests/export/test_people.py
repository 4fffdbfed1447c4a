"""Papers by people: the same paper on the other ground, said so, without what land alone has."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache

import pytest
from matplotlib.text import Text

from footprint.content.grounds import AS_LARGE
from footprint.export.make import make
from footprint.export.orders import Order
from footprint.facts.topojson import encode
from footprint.ink.words import clean
from footprint.pages import clusters
from footprint.papers.combined import combine
from footprint.papers.contents import paper
from footprint.papers.pack import PackError
from footprint.papers.paper import SHEETS, Paper
from footprint.print import sheet as print_map
from footprint.view import View
from tests.shared_workspace import WORK

PLAN = "agreed-2025-09"


@cache
def sample(ground: str, part: str = "") -> Paper:
    picture = clusters.content(WORK, View(plan=PLAN, map=ground, area="QMJ")).picture
    return paper(WORK, picture, part, link="", day=date(2026, 11, 27))


def words_on(made: Paper, *, bare: bool = False) -> list[str]:
    shapes = WORK.drawn_on(made.ground)
    figure = print_map.figure(made, SHEETS["a4-landscape"], shapes, bare=bare)
    return [text.get_text() for text in figure.findobj(Text)]


@pytest.mark.parametrize("part", ["", "selected"])
def test_a_sheet_by_people_says_what_sizes_mean_and_has_no_scale_and_no_north(part: str) -> None:
    land, people = (words_on(sample(ground, part)) for ground in ("land", "people"))
    assert {"N", "0"} <= set(land)
    assert not {"N", "0"} & set(people)
    assert any(words.endswith(" km") for words in land)
    assert not any(words.endswith(" km") for words in people)
    said = re.sub(r"\s", "", clean(AS_LARGE))
    assert said in re.sub(r"\s", "", "".join(people))
    assert said not in re.sub(r"\s", "", "".join(land))


def test_london_needs_no_inset_where_it_is_as_large_as_its_people_are_many() -> None:
    assert [print_map._inset(sample(ground)) for ground in ("land", "people")] == [True, False]


def test_every_footprint_is_named_by_people_too() -> None:
    written = re.sub(r"\s", "", "".join(words_on(sample("people"))))
    for area in sample("people").panels[0].layer.areas:
        assert re.sub(r"\s", "", clean(area.short)) in written


def test_a_picture_for_a_slide_says_itself_what_sizes_mean() -> None:
    written = re.sub(r"\s", "", "".join(words_on(sample("people"), bare=True)))
    assert re.sub(r"\s", "", AS_LARGE) in written
    assert AS_LARGE in sample("people").description
    assert AS_LARGE not in sample("land").description


def test_the_sources_name_the_shapes_by_people_where_they_are_drawn() -> None:
    titles = [" ".join(sample(ground).sources) for ground in ("land", "people")]
    assert ["The 327 blocks by people" in said for said in titles] == [False, True]


def test_a_page_in_one_file_holds_the_blocks_by_people_and_their_names_there() -> None:
    page = make(Order("html", (sample("people"),)), lambda *_: None).decode()
    (paint,) = re.findall(r'class="paint">(.*?)</script>', page)
    (held,) = re.findall(r'id="geometry">(.*?)</script>', page)
    message = json.loads(paint)
    assert (message["ground"], message["arcs"], message["sizes"]) == ("people", "", AS_LARGE)
    assert json.loads(held) == json.loads(encode(WORK.people))


def test_files_for_mapping_software_stay_on_land() -> None:
    land, people = (
        json.loads(make(Order("geojson", (sample(ground),)), lambda *_: None))["features"]
        for ground in ("land", "people")
    )
    assert [one["geometry"] for one in land] == [one["geometry"] for one in people]


def test_a_sheet_cannot_hold_maps_of_both() -> None:
    with pytest.raises(PackError, match="some people; sizes mean one thing"):
        combine([sample("land"), sample("people")], "Both")
