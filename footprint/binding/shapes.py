"""Shapes: a drawing as native shapes of a slide, one for each area, to be recoloured there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.group import GroupShape
from pptx.shapes.shapetree import GroupShapes
from pptx.slide import Slide
from pptx.util import Emu, Mm, Pt

from footprint.ink.pages import polygon
from footprint.ink.vectors import Filled, Framed, Lined, Named, Vector, Written
from footprint.ink.words import MM, width
from footprint.office.alt_text import describe
from footprint.papers.box import Box
from footprint.papers.words import legal

_FINE = 0.05
_EMU = 36_000
_SIDES = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
# Where the first line of a text box stands below its edge, as a share of its letters' size.
_RISE = 0.93


@dataclass(frozen=True)
class Drawing:
    """A map or a chart as it was drawn in millimetres, to be put on a slide."""

    vectors: tuple[Vector, ...]

    def put(self, slide: Slide, box: Box) -> GroupShape:
        """Add it to a slide as a group of shapes whose corner is that of a box."""
        group, aside = (slide.shapes.add_group_shape() for _ in range(2))
        for vector in self.vectors:
            # A group is measured anew with every shape, which takes long in one of hundreds.
            _put(aside.shapes, vector, box)
            for made in aside.shapes:
                group._element.append(made._element)
        slide.shapes._spTree.remove(aside._element)
        group._element.recalculate_extents()
        return group


def _put(shapes: GroupShapes, vector: Vector, at: Box) -> None:
    if isinstance(vector, Filled):
        _fill(shapes, vector, at)
    elif isinstance(vector, Lined):
        _line(shapes, vector, at)
    elif isinstance(vector, Framed):
        _frame(shapes, vector, at)
    else:
        _write(shapes, vector, at)


def _fill(shapes: GroupShapes, vector: Filled, at: Box) -> None:
    shape = vector.shape
    if vector.clip is not None:
        shape = shapely.intersection(shape, polygon(vector.clip))
    rings = [
        shapely.get_coordinates(ring)
        for part in shapely.get_parts(shapely.simplify(shape, _FINE))
        if isinstance(part, shapely.Polygon) and not part.is_empty
        for ring in (part.exterior, *part.interiors)
    ]
    if not rings:
        return
    new = _freeform(shapes, rings, at, close=True)
    new.fill.solid()
    new.fill.fore_color.rgb = _colour(vector.fill)
    new.line.fill.background()
    _name(new, vector.named, "Mark")


def _name(shape: Shape, named: Named | None, usual: str) -> None:
    if named is None:
        describe(shape._element, usual, "")
        return
    said = ": ".join(filter(None, (named.name, named.value)))
    code = f" ({named.code})" if named.code else ""
    describe(shape._element, named.name, f"{said}{code}")


def _line(shapes: GroupShapes, vector: Lined, at: Box) -> None:
    whole = shapely.MultiLineString([line for line in vector.lines if len(line) > 1])
    if vector.clip is not None:
        whole = shapely.intersection(whole, polygon(vector.clip))
    merged = shapely.get_parts(shapely.simplify(shapely.line_merge(whole), _FINE))
    lines = [shapely.get_coordinates(line) for line in merged if line.geom_type == "LineString"]
    if not lines:
        return
    new = _freeform(shapes, lines, at, close=False)
    new.fill.background()
    new.line.color.rgb, new.line.width = _colour(vector.colour), Pt(vector.weight)
    if vector.dashed:
        new.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    _name(new, vector.named, "Line")


def _freeform(shapes: GroupShapes, lines: Sequence[np.ndarray], at: Box, *, close: bool) -> Shape:
    """Add lines or rings as one shape, north up becoming the slide's downwards."""
    first, *others = (_emu(line, at) for line in lines)
    builder = shapes.build_freeform(*first[0], scale=1.0)
    builder.add_line_segments(first[1:], close=close)
    for line in others:
        builder.move_to(*line[0])
        builder.add_line_segments(line[1:], close=close)
    return _plain(builder.convert_to_shape())


def _plain(shape: Shape) -> Shape:
    """Take the theme's style off a shape, whose shadow LibreOffice draws even where it has none."""
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)
    return shape


def _emu(line: np.ndarray, at: Box) -> list[tuple[int, int]]:
    placed = (np.asarray(line) * (1, -1) + (at.left, at.top)) * _EMU
    return [(int(x), int(y)) for x, y in placed.round()]


def _frame(shapes: GroupShapes, vector: Framed, at: Box) -> None:
    box = vector.box
    corner = Mm(at.left + box.left), Mm(at.top + box.top)
    added = shapes.add_shape(MSO_SHAPE.RECTANGLE, *corner, Mm(box.width), Mm(box.height))
    new = _plain(added)
    if vector.fill == "none":
        new.fill.background()
    else:
        new.fill.solid()
        new.fill.fore_color.rgb = _colour(vector.fill)
    if vector.edge == "none":
        new.line.fill.background()
    else:
        new.line.color.rgb, new.line.width = _colour(vector.edge), Pt(vector.weight)
    describe(new._element, "Frame", "")


def _write(shapes: GroupShapes, vector: Written, at: Box) -> None:
    if not vector.words.strip():
        return
    # As wide as the widest letters that are likely, so that no program breaks the line.
    wide = width(vector.words, vector.size, bold=vector.bold) * 1.05 + 1
    left = {"left": 0.0, "center": wide / 2, "right": wide}[vector.side]
    new = shapes.add_textbox(
        Mm(at.left + vector.x - left),
        Mm(at.top + vector.baseline - _RISE * vector.size * MM),
        Mm(wide),
        Mm(1.2 * vector.size * MM),
    )
    new.name = legal(vector.words)
    if vector.turn:
        _turn(new, vector, at)
    frame = new.text_frame
    # Without it LibreOffice sets words in the middle of their box.
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    line = frame.paragraphs[0]
    line.alignment = _SIDES[vector.side]
    run = line.add_run()
    run.text, run.font.size, run.font.bold = legal(vector.words), Pt(vector.size), vector.bold
    run.font.color.rgb = _colour(vector.colour)


def _turn(box: Shape, vector: Written, at: Box) -> None:
    """Turn a text box, as PowerPoint does about its centre, and move it back to its point."""
    x, y = Mm(at.left + vector.x), Mm(at.top + vector.baseline)
    right, down = box.left + box.width / 2 - x, box.top + box.height / 2 - y
    cos, sin = math.cos(math.radians(vector.turn)), math.sin(math.radians(vector.turn))
    box.left = Emu(round(x + right * cos - down * sin - box.width / 2))
    box.top = Emu(round(y + right * sin + down * cos - box.height / 2))
    box.rotation = vector.turn


def _colour(told: str) -> RGBColor:
    return RGBColor.from_string(told.removeprefix("#").upper())


def drawing(vectors: Iterable[Vector]) -> Drawing:
    """What was drawn on a sheet, to be put on a slide."""
    return Drawing(tuple(vectors))
