"""Maps of the workspace: own cuts are in the unit that is shown, whatever the figures are in."""

from footprint.workspace.maps import choropleth, measure_classes
from tests.shared_workspace import WORK

PLAN, REST = "in-force-2026-10", "icb-2023"


def test_a_cut_is_in_the_millions_that_the_legend_says() -> None:
    layer = choropleth(WORK, PLAN, REST, "envelope", "own", 0, (40.0,))
    assert [row.words for row in layer.legend[:2]] == ["Under £40.0m", "£40.0m or more"]
    counts = [row.count for row in layer.legend[:2]]
    assert sum(counts) == 25
    assert min(counts) > 0


def test_a_cut_of_a_figure_that_is_said_as_it_is_stays_as_it_is() -> None:
    classes = measure_classes(WORK, PLAN, REST, "residents", "own", 0, (2_000_000.0,))
    assert list(classes.words()) == ["Under 2,000,000", "2,000,000 or more"]
