"""Plain maps: what is left out is gone, and the rest is as it was."""

from __future__ import annotations

import pytest

from footprint.print.plain import LEFT_OUT, LEGEND, SOURCES, without
from tests import paper_samples

PAPER = paper_samples.membership()


@pytest.mark.parametrize(
    ("left_out", "legend", "attribution"),
    [((), True, True), ((LEGEND,), False, True), ((SOURCES,), True, False),
     (tuple(LEFT_OUT), False, False)],
)  # fmt: skip
def test_only_what_is_to_go_goes(
    left_out: tuple[str, ...], legend: bool, attribution: bool
) -> None:
    plain = without(PAPER, left_out)
    assert (bool(plain.key.legend), bool(plain.key.legend_title)) == (legend, legend)
    assert bool(plain.key.attribution) == attribution
    assert plain.sources == ()
    assert plain.panels == PAPER.panels
