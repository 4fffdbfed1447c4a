"""Rules on slides: the lines that bars are judged by, drawn over them with their words above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.chart.chart import Chart
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Mm, Pt

from footprint.office.alt_text import describe
from footprint.office.text_sizes import across
from footprint.papers.box import Box
from footprint.slides.chart_parts import stand_at, white_ground
from footprint.slides.decks import GREY
from footprint.slides.texts import Line, add_text

# Shares of a chart: above its bars for the words of lines, and beside them for figures.
_ABOVE, _BESIDE, _LARGEST_NAMES = 0.07, 0.12, 0.42
_POINTS, _GAP = 9, 3.0


@dataclass(frozen=True)
class Ruled:
    """Bars that stand at a known place of their chart, so that lines may be drawn over them.

    `lines` are pairs of a number and its words, `left` the share of the chart that names take.
    """

    lines: tuple[tuple[float, str], ...]
    numbers: tuple[float, ...]
    left: float

    @property
    def _ends(self) -> tuple[float, float]:
        every = (0.0, *self.numbers, *(number for number, _ in self.lines))
        return min(every), max(every)

    def stand(self, chart: Chart) -> None:
        """Give the bars their place and their scale."""
        stand_at(chart, self.left, _ABOVE, 1 - self.left - _BESIDE, 0.98 - _ABOVE)
        axis = chart.value_axis
        axis.minimum_scale, axis.maximum_scale = self._ends
        # Lines are seen through the chart, and not through its figures.
        clear = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        chart._chartSpace.chart.addnext(parse_xml(clear))
        figures = chart.plots[0].data_labels._element
        figures.find(qn("c:numFmt")).addnext(white_ground())

    def draw(self, slide: Slide, box: Box) -> None:
        """Draw each line behind the bars; words that would lie on each other stand together."""
        top = box.top + _ABOVE * box.height
        chart = next(shape for shape in slide.shapes if shape.has_chart)
        for number, words in self.lines:
            x = self._across(number, box)
            line = slide.shapes.add_connector(
                MSO_CONNECTOR.STRAIGHT, Mm(x), Mm(top), Mm(x), Mm(box.bottom - 0.02 * box.height)
            )
            line.line.color.theme_color, line.line.width = GREY, Pt(1)
            line.line.dash_style = MSO_LINE.DASH
            describe(line._element, f"Line at {words}", f"A line at {words}")
            chart._element.addprevious(line._element)
        for x, words in _together([(self._across(n, box), said) for n, said in self.lines]):
            wide = across(words, _POINTS) + 2
            left = min(max(x - wide / 2, box.left), box.right - wide)
            place = Box(left, top - 5, wide, 5)
            add_text(slide, f"Line: {words}", place, (Line(words, _POINTS, GREY),))

    def _across(self, number: float, box: Box) -> float:
        least, most = self._ends
        share = (number - least) / ((most - least) or 1.0)
        return box.left + (self.left + share * (1 - self.left - _BESIDE)) * box.width


def named_share(names: Iterable[str], points: int, box: Box) -> float:
    """The share of a chart that the longest of some names takes, and no more than there is room."""
    wide = max((across(name, points) for name in names), default=0.0)
    return min((wide + _GAP) / box.width, _LARGEST_NAMES)


def _together(said: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """Words from left to right; of lines that are close, those of both in one place."""
    found: list[tuple[float, str]] = []
    for x, words in sorted(said):
        if found:
            before, told = found[-1]
            if x - before < (across(told, _POINTS) + across(words, _POINTS)) / 2 + _GAP:
                found[-1] = ((before + x) / 2, f"{told}; {words}")
                continue
        found.append((x, words))
    return found
