"""Strip marks on slides: what a series of a scatter chart looks like, and what is written at it."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.chart.datalabel import DataLabel
from pptx.chart.point import Point
from pptx.chart.series import XySeries
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from footprint.english import unbroken
from footprint.papers.words import legal
from footprint.slides.chart_parts import on_white, say
from footprint.slides.decks import BLUE, GREY, TEXT

# Points of the letters that name the ends of a plan.
ENDS = 11
# Points: how thick the box of the middle half is, and how large the marks are.
_BOX, _FIGURE, _MIDDLE = 16.0, 7, 13
# Thousandths of a per cent of its colour that the box has.
_THROUGH = 25_000


def dotted(series: XySeries) -> None:
    """Draw figures as dots without a line between them."""
    _marked(series, XL_MARKER_STYLE.CIRCLE, _FIGURE, BLUE)


def boxed(series: XySeries) -> None:
    """Draw the middle half as a thick bar through which its figures are seen."""
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.theme_color, series.format.line.width = BLUE, Pt(_BOX)
    (colour,) = series._element.xpath("./c:spPr/a:ln/a:solidFill/a:schemeClr")
    colour.append(parse_xml(f'<a:alpha {nsdecls("a")} val="{_THROUGH}"/>'))


def middle(series: XySeries, said: str) -> None:
    """Draw the middle figure as a rhomb, with what it is above it."""
    _marked(series, XL_MARKER_STYLE.DIAMOND, _MIDDLE, TEXT)
    on_white(_write(series.points[0], said, XL_LABEL_POSITION.ABOVE))


def judging(series: XySeries) -> None:
    """Draw a line that figures are judged by, with its words at its head, where it begins."""
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.theme_color, series.format.line.width = GREY, Pt(1)
    series.format.line.dash_style = MSO_LINE.DASH
    label = series.points[0].data_label
    label.position = XL_LABEL_POSITION.RIGHT
    say(label, name=True, number=False)


def headed(series: XySeries) -> None:
    """Leave out all of a series but its name."""
    _unmarked(series)
    label = series.points[0].data_label
    label.position = XL_LABEL_POSITION.RIGHT
    say(label, name=True, number=False)
    label.font.bold = True
    on_white(label)


def ended(series: XySeries, lines: Sequence[str], side: XL_LABEL_POSITION) -> None:
    """Leave out all of a series but what is said of it, to one side of where it stands."""
    _unmarked(series)
    label = _write(series.points[0], "\n".join(lines), side)
    for line in label.text_frame.paragraphs:
        line.font.size = Pt(ENDS)
        line.alignment = PP_ALIGN.RIGHT if side == XL_LABEL_POSITION.LEFT else PP_ALIGN.LEFT
    on_white(label)


def _unmarked(series: XySeries) -> None:
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.fill.background()


def _marked(series: XySeries, style: XL_MARKER_STYLE, size: int, colour: MSO_THEME_COLOR) -> None:
    series.format.line.fill.background()
    series.marker.style, series.marker.size = style, size
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.theme_color = colour
    series.marker.format.line.fill.background()


def _write(point: Point, words: str, position: XL_LABEL_POSITION) -> DataLabel:
    label = point.data_label
    label.text_frame.text = "\n".join(unbroken(legal(line)) for line in words.split("\n"))
    label.text_frame.word_wrap = False
    label.position = position
    return label
