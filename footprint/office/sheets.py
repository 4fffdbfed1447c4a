"""Sheets: rows of a workbook, each cell as it is meant and each row as high as its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from footprint.maps.palette import HOUSE_BLUE, OFFICE_RULE, PAPER
from footprint.office.text_sizes import lines
from footprint.papers.words import legal
from footprint.spreadsheets import write_text

_FONT, _POINTS = "Arial", 10
# Columns are as wide as so many digits of the font above, each of so many pixels.
_PIXELS_PER_LETTER, _MM_PER_LETTER = 7, 1.85
_POINTS_PER_LINE, _HIGHEST = 13, 409
_PIXELS_PER_BAR = 22
_FORMULA = ("=", "+", "-", "@")
WORKBOOK = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": _FONT, "font_size": _POINTS, "font_scheme": ""},
}


@dataclass(frozen=True)
class Look:
    """How a cell looks; `number` is the format of its figures, and figures are never broken."""

    side: Literal["left", "right"] = "left"
    indent: int = 0
    number: str = ""
    ruled: bool = False
    head: bool = False
    link: bool = False
    quoted: bool = False

    @property
    def wrapped(self) -> bool:
        """Whether its words may stand on several lines."""
        return not self.number


class Sheet:
    """A sheet of a workbook, written row by row; widths are in letters."""

    def __init__(self, book: Workbook, name: str, widths: Sequence[float]) -> None:
        self._book, self._widths = book, widths
        self._sheet = book.add_worksheet(name)
        self._formats: dict[Look, Format] = {}
        self._rows = 0
        for place, width in enumerate(widths):
            self._sheet.set_column_pixels(place, place, round(width * _PIXELS_PER_LETTER))
        self._print_on_a4()

    def add(self, values: Sequence[object], looks: Sequence[Look]) -> None:
        """Write the next row."""
        for place, (value, look) in enumerate(zip(values, looks, strict=True)):
            self._put(place, value, look)
        self._sheet.set_row(self._rows, self._height(values, looks))
        self._rows += 1

    def freeze(self, *, columns: int) -> None:
        """Keep the head in sight, and so many columns."""
        self._sheet.freeze_panes(1, columns)

    def filter(self) -> None:
        """Let every column be filtered."""
        self._sheet.autofilter(0, 0, self._rows - 1, len(self._widths) - 1)

    def bars(self, title: str, *, names: int, numbers: int, form: str) -> None:
        """Draw a column of numbers as bars beside the table, in its order from the top down.

        It is Excel's own chart of the very cells, so it follows what is changed in them.
        """
        last, sheet = self._rows - 1, self._sheet.get_name()
        chart = self._book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": legal(title),
                "categories": [sheet, 1, names, last, names],
                "values": [sheet, 1, numbers, last, numbers],
                "fill": {"color": HOUSE_BLUE},
                "gap": 45,
                "data_labels": {"value": True, "num_format": form},
            }
        )
        chart.set_title({"name": legal(title), "name_font": {"size": 12}})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        chart.set_size({"width": 760, "height": max(300, _PIXELS_PER_BAR * self._rows)})
        self._sheet.insert_chart(1, len(self._widths) + 1, chart, {"description": legal(title)})

    def _put(self, place: int, value: object, look: Look) -> None:
        """Write a value as it is: text stays text, whatever it begins with."""
        cell = (self._rows, place)
        if value == "":
            # An empty text is not an empty cell, and filters tell them apart.
            self._sheet.write_blank(*cell, None, self._format(look))
        elif not isinstance(value, str):
            look = replace(look, number="d mmmm yyyy") if isinstance(value, date) else look
            self._sheet.write(*cell, value, self._format(look))
        elif look.link:
            self._sheet.write_url(*cell, value, self._format(look), value)
        else:
            look = replace(look, quoted=value.startswith(_FORMULA))
            write_text(self._sheet, *cell, legal(value), self._format(look))

    def _format(self, look: Look) -> Format:
        if look not in self._formats:
            self._formats[look] = self._book.add_format(_properties(look))
        return self._formats[look]

    def _height(self, values: Sequence[object], looks: Sequence[Look]) -> float:
        """In points: LibreOffice does not see to it when it opens a file."""
        most = 1
        for value, look, letters in zip(values, looks, self._widths, strict=True):
            if isinstance(value, str) and look.wrapped:
                room = (letters - 2 * look.indent) * _MM_PER_LETTER
                most = max(most, lines(legal(value), _POINTS, room, bold=look.head))
        return min(most * _POINTS_PER_LINE + 3, _HIGHEST)

    def _print_on_a4(self) -> None:
        """As wide as the page, the head on each page, and which sheet and page it is."""
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
        self._sheet.repeat_rows(0)
        self._sheet.set_footer("&L&A&RPage &P of &N", {"margin": 0.5})


def _properties(look: Look) -> dict[str, str | int | bool]:
    """A look in XlsxWriter's words."""
    found: dict[str, str | int | bool] = {"valign": "top", "align": look.side}
    found |= {"text_wrap": look.wrapped, "indent": look.indent, "quote_prefix": look.quoted}
    if look.number:
        found["num_format"] = look.number
    if look.ruled:
        found |= {"bottom": 1, "bottom_color": OFFICE_RULE}
    if look.head:
        found |= {"bold": True, "font_color": PAPER, "bg_color": HOUSE_BLUE}
    if look.link:
        found |= {"font_color": HOUSE_BLUE, "underline": 1}
    return found
