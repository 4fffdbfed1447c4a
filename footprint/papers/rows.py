"""Paper rows: which row of a paper's table, and of its legend, tells of which area of its maps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footprint.maps.layer import Area, LegendRow, row_of
from footprint.papers.paper import Panel, Paper


@dataclass(frozen=True)
class Rows:
    """The rows of a table, by the map and the area they tell of.

    A row that holds a map's heading tells of that map alone. A name that means different land
    on two maps belongs to neither, for nobody can say which of them a row is about.
    """

    line_of: Mapping[tuple[str, str], int]
    unclear: frozenset[str]

    @classmethod
    def of(cls, paper: Paper) -> Rows:
        """Read a paper's table, leaving out rows that cannot be told apart."""
        headings = {panel.heading for panel in paper.panels if panel.heading}
        keys = [
            (str(next((cell for cell in cells[1:] if cell in headings), "")), str(cells[0]))
            for cells in paper.table.rows
        ]
        once = {key: line for line, key in enumerate(keys) if keys.count(key) == 1}
        return cls(once, _unclear(paper))

    def about(self, panel: Panel) -> dict[str, int]:
        """The rows that tell of a map's areas, by name; none where the table is of other areas.

        A footprint and an authority may share a name and not their land.
        """
        names = {area.name for area in panel.layer.areas}
        shared = {name: line for (heading, name), line in self.line_of.items() if not heading}
        if len(shared.keys() & names) * 2 < len(shared):
            shared = {}
        shared = {name: line for name, line in shared.items() if name not in self.unclear}
        own = {name: at for (heading, name), at in self.line_of.items() if heading == panel.heading}
        return {**shared, **own} if panel.heading else shared


def _unclear(paper: Paper) -> frozenset[str]:
    land: dict[str, set[frozenset[int]]] = {}
    for panel in paper.panels:
        blocks: dict[int, list[int]] = {}
        for block, place in enumerate(panel.layer.area_of_block):
            blocks.setdefault(place, []).append(block)
        for place, held in blocks.items():
            land.setdefault(panel.layer.areas[place].name, set()).add(frozenset(held))
    return frozenset(name for name, lands in land.items() if len(lands) > 1)


def legend_words(area: Area, legend: tuple[LegendRow, ...]) -> str:
    """Return what the legend says of an area's colour, or else of its marks."""
    row = row_of(area, legend)
    return row.words if row else ""
