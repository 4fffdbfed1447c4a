"""Drawings to be edited: native shapes on a slide, and named groups with live words in SVG."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pptx
import pytest
import shapely
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE

from footprint.binding.shapes import drawing
from footprint.charts.flow_places import bands_told
from footprint.ink import editable
from footprint.ink.pages import Page
from footprint.ink.vectors import Named
from footprint.office import slides
from footprint.papers.box import Box
from footprint.print import charts
from tests import paper_samples
from tests.charts.test_flow import FLOW

NORTH, SOUTH = Named("E1", "North & east", "1.8m"), Named("E2", "South", "no figure")
HOLE = shapely.box(10, -60, 50, -20).difference(shapely.box(20, -40, 30, -30))


@pytest.fixture(scope="module")
def page() -> Page:
    page = Page(120, 80)
    page.shape(HOLE, "#336699", named=NORTH)
    page.shape(shapely.box(50, -60, 90, -20), "#aaccee", Box(0, 0, 80, 80), named=SOUTH)
    page.shape(shapely.box(0, -9, 9, 0), "#336699", named=NORTH)
    page.lines([np.array([(10.0, -20.0), (50.0, -20.0)])], "#000000", 0.5, dashes=(2, 1))
    page.box(Box(5, 65, 6, 3), fill="#336699", edge="#000000")
    page.words(30, 50, "North & east", 8, side="center")
    return page


@pytest.fixture(scope="module")
def group(page):
    written = slides.pptx([paper_samples.membership()], [drawing(page.figure.vectors)])
    (slide, *_) = pptx.Presentation(io.BytesIO(written)).slides
    return next(shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP)


def test_every_area_is_one_shape_with_its_name_and_colour_to_change(group) -> None:
    areas = [shape for shape in group.shapes if shape.name in ("North & east", "South")]
    freeforms = [shape for shape in areas if shape.shape_type == MSO_SHAPE_TYPE.FREEFORM]
    assert [shape.name for shape in freeforms] == ["North & east", "South", "North & east"]
    assert str(freeforms[0].fill.fore_color.rgb) == "336699"
    said = freeforms[0]._element.xpath("./p:nvSpPr/p:cNvPr/@descr")
    assert said == ["North & east: 1.8m (E1)"]


def test_a_hole_stays_a_hole_and_a_clip_cuts(group) -> None:
    north, south, *_ = [one for one in group.shapes if one.shape_type == MSO_SHAPE_TYPE.FREEFORM]
    assert len(north._element.xpath(".//a:moveTo")) == 2
    assert (round(south.width.mm), round(south.height.mm)) == (30, 40)


def test_the_group_says_what_the_map_shows(group) -> None:
    assert group.name == "Map"
    said = group._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr")
    assert said == [paper_samples.membership().description]


def test_words_of_a_map_stay_words(group) -> None:
    texts = [shape.text_frame.text for shape in group.shapes if shape.has_text_frame]
    assert "North & east" in texts


def test_a_flow_is_shapes_of_which_each_band_says_whence_whither_and_how_many() -> None:
    paper = replace(paper_samples.membership(), charts=(FLOW,))
    written = slides.pptx(
        [paper],
        [drawing([])],
        lambda chart, wide, tall: drawing(charts.vectors(chart, wide, tall)),
    )
    (*_, last) = pptx.Presentation(io.BytesIO(written)).slides
    (flow,) = [one for one in last.shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert flow.name == "Chart"
    assert flow._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr") == [FLOW.words]
    bands = [one for one in flow.shapes if "→" in one.name]
    assert [one._element.xpath("./p:nvSpPr/p:cNvPr/@descr") for one in bands] == [
        [f"{way}: {people}"] for way, people in bands_told(FLOW)
    ]
    every = [one.shape_id for one in (*last.shapes, *flow.shapes)]
    assert len(set(every)) == len(every)


def test_a_drawing_has_a_group_for_each_area_with_its_code_name_and_value(page) -> None:
    root = etree.fromstring(editable.svg(page.figure, "Map", "Two squares"))
    groups = root.findall(".//{*}g[@data-code]")
    told = [(one.get("id"), one.get("data-name"), one.get("data-value")) for one in groups]
    assert told == [
        ("E1", "North & east", "1.8m"),
        ("E2", "South", "no figure"),
        ("E1-2", "North & east", "1.8m"),
    ]
    assert groups[0].findtext("{*}title") == "North & east: 1.8m"
    assert [text.text for text in root.iter("{*}text")] == ["North & east"]
