"""Regional: one legend for several maps of a region."""

from __future__ import annotations

from dataclasses import replace

from footprint.content.values import MapContent
from footprint.maps.layer import LegendRow
from footprint.parts import regional
from tests.paper_samples import SAMPLES

MAP = SAMPLES["membership"]().panels[0]


def one_map(**counts: int) -> MapContent:
    """A map whose legend has a row for each of some words, with so many areas."""
    rows = tuple(LegendRow(fill=None, words=words, count=n) for words, n in counts.items())
    return replace(MAP, layer=replace(MAP.layer, legend=rows))


def test_a_legend_of_several_maps_says_the_fewest_and_the_most_that_any_of_them_has() -> None:
    maps = [one_map(alone=2, joined=5), one_map(joined=5), one_map(alone=3, joined=5, parted=1)]
    key = one_map(alone=9, joined=9, parted=9).layer
    rows = regional._of_all(key, maps).legend
    assert [(row.words, row.count, row.counted) for row in rows] == [
        ("alone", 3, "0 to 3"),
        ("joined", 5, ""),
        ("parted", 1, "0 to 1"),
    ]
