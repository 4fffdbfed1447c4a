"""Parts of native charts: what all that PowerPoint draws itself have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.datalabel import DataLabel
from pptx.chart.series import LineSeries
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.util import Pt

from footprint.measures.units import PEOPLE, Unit
from footprint.papers.box import Box
from footprint.slides.decks import TEXT, WHITE

LARGEST, SMALLEST = 12, 7
_MILLION = 1_000_000
# What Office calls its additions of 2012 to charts, and those among them to labels.
_OF_2012 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_LABELS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"


class Native(Protocol):
    """A chart that an office program has a kind of its own for."""

    kind: ClassVar[XL_CHART_TYPE]

    @property
    def data(self) -> CategoryChartData | XyChartData:
        """The numbers it is drawn from, which stand in a workbook in it."""

    def dress(self, chart: Chart, box: Box) -> None:
        """Set it in a deck's colours, its letters as large as a box allows."""


def write_in(chart: Chart, points: int) -> None:
    """Leave out what a slide says itself, and write all else in one size."""
    chart.has_title = chart.has_legend = False
    chart.font.size, chart.font.color.theme_color = Pt(points), TEXT


def number_format(unit: Unit) -> str:
    """How an office program writes a number that was rounded as a unit says it."""
    digits = f"{'#,##' if unit.commas else ''}0{'.' * bool(unit.decimals)}{'0' * unit.decimals}"
    return f"{_quoted(unit.prefix)}{digits}{_quoted(unit.suffix)}"


def scale_format(unit: Unit, ticks: Sequence[float]) -> str:
    """How it writes the numbers along a scale: people by the million, where no digit is lost."""
    tenths = [10 * tick / _MILLION for tick in ticks if tick >= _MILLION]
    if unit != PEOPLE or not all(map(float.is_integer, tenths)):
        return number_format(unit)
    whole = all(tenth % 10 == 0 for tenth in tenths)
    return f'[>={_MILLION}]0{"" if whole else ".0"},," million";#,##0'


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""


def say(label: DataLabel, *, name: bool, number: bool) -> None:
    """Let a label say the name of its series, its number, or both, on one line."""
    label.font.bold = False
    element = label._get_or_add_dLbl()
    element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")
    element.find(qn("c:showSerName")).set("val", str(int(name)))
    element.find(qn("c:showVal")).set("val", str(int(number)))
    between = parse_xml(f"<c:separator {nsdecls('c')}> </c:separator>")
    element.find(qn("c:showBubbleSize")).addnext(between)


def on_white(label: DataLabel) -> None:
    """Give a label a white ground, so that no line runs through its words."""
    element = label._get_or_add_dLbl()
    if (before := element.find(qn("c:spPr"))) is not None:
        element.remove(before)
    element.insert_element_before(white_ground(), "c:txPr", "c:dLblPos", "c:showLegendKey")


def white_ground() -> BaseOxmlElement:
    """The look of what is filled with white."""
    white = f'<a:solidFill><a:schemeClr val="{MSO_THEME_COLOR.to_xml(WHITE)}"/></a:solidFill>'
    return parse_xml(f"<c:spPr {nsdecls('c', 'a')}>{white}</c:spPr>")


def unled(series: LineSeries) -> None:
    """Draw no line from a mark to a label that was moved off it, as LibreOffice does unasked."""
    labels = series._element.find(qn("c:dLbls"))
    told = f'<c15:showLeaderLines xmlns:c15="{_OF_2012}" val="0"/>'
    labels.append(
        parse_xml(f'<c:extLst {nsdecls("c")}><c:ext uri="{_LABELS}">{told}</c:ext></c:extLst>')
    )


def laid_out(inside: str) -> BaseOxmlElement:
    """Where something stands that is not to stand where an office program would put it."""
    return parse_xml(
        f"<c:layout {nsdecls('c')}><c:manualLayout>{inside}</c:manualLayout></c:layout>"
    )


def stand_at(chart: Chart, left: float, top: float, wide: float, deep: float) -> None:
    """Give the lines of a chart their place, in shares of it; names have the room beside them."""
    places = {"x": left, "y": top, "w": wide, "h": deep}
    modes = "".join(f'<c:{one}Mode val="edge"/>' for one in "xy")
    stands = "".join(f'<c:{one} val="{share}"/>' for one, share in places.items())
    area = chart._chartSpace.chart.plotArea
    for usual in area.findall(qn("c:layout")):
        area.remove(usual)
    area.insert(0, laid_out(f'<c:layoutTarget val="inner"/>{modes}{stands}'))
