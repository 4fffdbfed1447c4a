"""Drawings to be edited: native shapes on a slide, and named groups with live words in SVG."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pptx
import pytest
import shapely
from lxml import etree
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from footprint.binding.shapes import drawing
from footprint.charts.flow_places import bands_told
from footprint.content.flows import flow_of
from footprint.english import breakable
from footprint.ink import editable
from footprint.ink.pages import Page
from footprint.ink.vectors import Filled, Framed, Lined, Named, Vector, Written
from footprint.ink.words import width
from footprint.papers.box import Box
from footprint.print import charts
from footprint.slides import decks, slides
from tests import paper_samples
from tests.charts.test_flow import FLOW
from tests.shared_workspace import WORK

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


def test_the_flow_of_all_england_has_slides_enough_for_names_of_nine_points() -> None:
    paper = replace(paper_samples.membership(), charts=(flow_of(WORK),))
    written = slides.pptx(
        [paper],
        [drawing([])],
        lambda chart, wide, tall: drawing(charts.vectors(chart, wide, tall)),
    )
    drawn = [one for one in pptx.Presentation(io.BytesIO(written)).slides if _charted(one)]
    assert len(drawn) == 2
    for number, slide in enumerate(drawn, start=1):
        assert f", {number} of 2: " in breakable(slide.shapes.title.text)
        sizes = [int(size) for size in _charted(slide)[0]._element.xpath(".//a:rPr/@sz")]
        assert len(sizes) > 20 and min(sizes) >= 900
        assert any("not decided" in one.text_frame.text for one in slide.placeholders)


def _charted(slide: Slide) -> list[GroupShape]:
    return [one for one in slide.shapes if one.name == "Chart"]


def test_a_drawing_has_a_group_for_each_area_with_its_code_name_and_value(page) -> None:
    root = etree.fromstring(editable.svg(page.figure, "Map", "Two squares"))
    groups = root.findall(".//{*}g[@data-code]")
    told = [(one.get("id"), one.get("data-name"), one.get("data-value")) for one in groups]
    assert told == [
        ("E1", "North & east", "1.8m"),
        ("E2", "South", "no figure"),
        ("E1-2", "North & east", "1.8m"),
    ]
    # Readers of drawings take the first thing within a group for its title.
    assert all(one[0].tag.endswith("}title") for one in groups)
    assert [one[0].text for one in groups[:2]] == ["North & east: 1.8m", "South: no figure"]
    assert [text.text for text in root.iter("{*}text")] == ["North & east"]


AT = Box(100, 50, 80, 60)


def put(*vectors: Vector) -> list:
    """What a slide holds of a drawing put there."""
    slide = decks.new_slide(decks.deck("x"), decks.MAP, "", "")
    return list(drawing(vectors).put(slide, AT).shapes)


def place(shape) -> tuple[float, ...]:
    return tuple(one.mm for one in (shape.left, shape.top, shape.width, shape.height))


def test_a_shape_lies_as_far_down_a_slide_as_it_does_on_its_sheet() -> None:
    (area,) = put(Filled(shapely.box(10, -60, 50, -20), "#336699", named=NORTH))
    assert place(area) == pytest.approx((110, 70, 40, 40), abs=0.01)


def test_a_shape_has_the_part_of_it_that_lies_in_its_clip_and_none_where_nothing_does() -> None:
    square = shapely.box(10, -60, 50, -20)
    (cut,) = put(Filled(square, "#336699", Box(0, 0, 30, 45)))
    assert place(cut) == pytest.approx((110, 70, 20, 25), abs=0.01)
    assert put(Filled(square, "#336699", Box(60, 0, 30, 45))) == []
    # Where it only meets its clip in a line there is nothing to fill.
    assert put(Filled(square, "#336699", Box(50, 0, 30, 90))) == []


def test_a_shape_without_a_name_is_a_mark_and_one_without_a_code_or_a_value_says_less() -> None:
    def said(named: Named | None) -> tuple[str, str]:
        (made,) = put(Filled(shapely.box(0, -9, 9, 0), "#336699", named=named))
        told = made._element.xpath("./p:nvSpPr/p:cNvPr")[0]
        return told.get("name"), told.get("descr")

    assert said(None)[0] == "Mark"
    assert said(Named("", "South", "1.2m")) == ("South", "South: 1.2m")
    assert said(Named("E2", "South")) == ("South", "South (E2)")


LINE = np.array([(10.0, -20.0), (50.0, -20.0), (50.0, -40.0)])


def test_a_line_lies_in_its_place_in_its_weight_dashed_or_not_and_open() -> None:
    plain, dashed = put(Lined((LINE,), "#112233", 0.5), Lined((LINE,), "#112233", 2, dashed=True))
    assert place(plain) == pytest.approx((110, 70, 40, 20), abs=0.01)
    assert (plain.line.width.pt, dashed.line.width.pt) == (0.5, 2)
    assert str(plain.line.color.rgb) == "112233"
    assert (plain.line.dash_style is None, dashed.line.dash_style is None) == (True, False)
    assert plain._element.xpath(".//a:close") == []
    assert len(plain._element.xpath(".//a:lnTo")) == 2
    assert plain.name == "Line"


def test_a_line_is_cut_by_its_clip_and_one_of_a_single_point_is_none() -> None:
    (cut,) = put(Lined((LINE,), "#112233", 1, clip=Box(0, 0, 30, 90)))
    assert place(cut) == pytest.approx((110, 70, 20, 0), abs=0.01)
    assert put(Lined((LINE,), "#112233", 1, clip=Box(60, 0, 30, 90))) == []
    (one,) = put(Lined((LINE[:1], LINE), "#112233", 1))
    assert len(one._element.xpath(".//a:moveTo")) == 1


def test_lines_that_meet_are_one_and_others_of_the_same_look_are_apart_in_one_shape() -> None:
    on, far = LINE[-1:] + [(0, 0), (0, -9)], LINE - (0, 30)
    (one,) = put(Lined((LINE, on), "#112233", 1))
    assert len(one._element.xpath(".//a:moveTo")) == 1
    (two,) = put(Lined((LINE, far), "#112233", 1))
    assert len(two._element.xpath(".//a:moveTo")) == 2


def test_a_frame_is_filled_or_edged_as_it_was_drawn() -> None:
    filled, edged = put(
        Framed(Box(5, 65, 6, 3), "#336699", "none", 0.5),
        Framed(Box(5, 65, 6, 3), "none", "#000000", 2),
    )
    assert place(filled) == place(edged) == pytest.approx((105, 115, 6, 3), abs=0.01)
    assert str(filled.fill.fore_color.rgb) == "336699"
    assert filled.line.fill.type == edged.fill.type == MSO_FILL.BACKGROUND
    assert (str(edged.line.color.rgb), edged.line.width.pt) == ("000000", 2)
    # LibreOffice draws the shadow of a theme's style.
    assert not filled._element.xpath("./p:style")


@pytest.mark.parametrize(
    ("side", "share", "aligned"),
    [
        ("left", 0.0, PP_ALIGN.LEFT),
        ("center", 0.5, PP_ALIGN.CENTER),
        ("right", 1.0, PP_ALIGN.RIGHT),
    ],
)
def test_words_stand_at_their_side_with_their_letters_on_the_line(
    side: str, share: float, aligned: PP_ALIGN
) -> None:
    (box,) = put(Written(30, 40, "North & east", 10, True, "#123456", side))
    left, top, wide, tall = place(box)
    ink = width("North & east", 10, bold=True)
    # A little wider than its words, so that no program breaks them.
    assert wide == pytest.approx(1.05 * ink + 1, abs=0.01)
    assert left == pytest.approx(130 - share * wide, abs=0.01)
    points = 25.4 / 72
    assert top == pytest.approx(90 - 0.93 * 10 * points, abs=0.01)
    assert tall == pytest.approx(1.2 * 10 * points, abs=0.01)
    frame = box.text_frame
    (line,) = frame.paragraphs
    (run,) = line.runs
    assert line.alignment == aligned
    assert (run.text, run.font.size.pt, run.font.bold) == ("North & east", 10, True)
    assert str(run.font.color.rgb) == "123456"
    assert {frame.margin_left, frame.margin_right, frame.margin_top, frame.margin_bottom} == {0}
    assert frame.word_wrap and frame.vertical_anchor == MSO_ANCHOR.TOP


@pytest.mark.parametrize(("side", "share"), [("left", 0.5), ("center", 0), ("right", -0.5)])
def test_words_that_are_turned_stand_about_the_same_point(side: str, share: float) -> None:
    words = Written(30, 40, "North & east", 10, False, "#123456", side, turn=-90)
    (box,) = put(words)
    left, top, wide, tall = place(box)
    assert box.rotation == 270
    # Upwards from their point: what stood above the line stands to the left of it.
    (flat,) = put(replace(words, turn=0.0))
    above = 90 - (place(flat)[1] + tall / 2)
    assert left + wide / 2 == pytest.approx(130 - above, abs=0.01)
    assert top + tall / 2 == pytest.approx(90 - share * wide, abs=0.01)


def test_words_of_which_nothing_is_seen_are_left_out() -> None:
    assert put(Written(30, 40, "  ", 10, False, "#123456", "left")) == []


def test_shapes_lie_above_each_other_in_the_order_they_were_drawn() -> None:
    square = shapely.box(0, -9, 9, 0)
    made = put(
        Filled(square, "#336699", named=NORTH),
        Written(3, 4, "Over it", 8, False, "#000000", "left"),
        Filled(square, "#aaccee", named=SOUTH),
    )
    assert [shape.name for shape in made] == ["North & east", "Over it", "South"]
