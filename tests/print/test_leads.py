"""Leads: no name of a map of England is led round what stands on the sea beside its land."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import distance_transform_edt

from footprint.labels.names import Label
from footprint.labels.rasters import CELL, SEA, raster
from footprint.labels.search import leader_length
from footprint.papers.paper import SHEETS
from footprint.print import sheet as print_map
from footprint.print.chapters import sourced_last
from footprint.print.plots import Plot
from tests.print.test_parts_named import told
from tests.sampled import sampled
from tests.shared_workspace import WORK

VIEWS = [
    (f"/?plan={plan}", sheet)
    for plan in ("icb-2023", "agreed-2025-09", "merged-2026-04")
    for sheet in ("a4-landscape", "slide", "a4-portrait")
]


def placed(address: str, sheet: str) -> Plot:
    """The map of a view as it stands on a sheet of a document."""
    size = SHEETS[sheet]
    made = sourced_last(told(address, "england"), size)
    _, (plot,) = print_map.placed(made, size, WORK.shapes)
    return plot


def ashore(plot: Plot) -> np.ndarray:
    """How far each cell of the land is from the sea, in millimetres."""
    return distance_transform_edt(raster(plot.window.box, plot.shapes).cells != SEA) * CELL


def begins(label: Label, plot: Plot) -> tuple[int, int]:
    (x, y), box = label.leader[0], plot.window.box
    return int((y + box.bottom) / CELL), int((x - box.left) / CELL)


@pytest.mark.parametrize(("address", "sheet"), sampled(VIEWS, 4))
def test_a_leader_is_longer_than_the_way_to_the_sea_by_no_more_than_a_quarter_of_the_map(
    address: str, sheet: str
) -> None:
    plot = placed(address, sheet)
    inland = ashore(plot)
    led = [label for label in plot.labels if label.leader and not label.number]
    further = [leader_length(label) - inland[begins(label, plot)] for label in led]
    assert len(led) > 15 and max(further) < 0.24 * plot.window.box.height


@pytest.mark.parametrize("sheet", ["slide", "a4-portrait"])
def test_a_name_beside_the_sea_of_the_north_west_stands_there_and_not_above_london(
    sheet: str,
) -> None:
    plot = placed("/", sheet)
    (led,) = [one for one in plot.labels if one.name.words == "Lancashire and South Cumbria"]
    assert leader_length(led) < 25 and led.box.top > plot.inset.window.box.top
