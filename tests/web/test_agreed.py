"""A paper as a web page, and a map as the browser is told it: every element and every word."""

from __future__ import annotations

import json
from dataclasses import replace

from footprint.facts.anchors import Anchor
from footprint.web import markup, page, small, small_flow
from footprint.web.map import message
from tests.agreed import check
from tests.charts.test_flow import FLOW
from tests.paper_agreed import whole


def test_a_page_is_as_was_agreed() -> None:
    paper = whole()
    written = [
        *(markup.heading(paper), markup.legend(paper), markup.figures(paper)),
        *(markup.lists(paper), markup.table(paper.table), markup.footer(paper)),
        *(page._maps(paper), markup.footer(replace(paper, link=""))),
    ]
    check(__file__, "page", [one.replace("><", ">\n<").split("\n") for one in written])


def test_a_map_is_told_to_the_browser_as_was_agreed(toy_shapes, today) -> None:
    layer = whole().panels[0].layer
    anchors = {one.id: Anchor(n / 10, 50.0, 100 * n) for n, one in enumerate(layer.areas)}
    told = message(layer, anchors, selected="QRL", place=(1, 2))
    check(__file__, "map", json.loads(told))
    drawn = small.small_map(toy_shapes, today, {"W"}, "West")
    flow, wide, high = small_flow.small_flow_source(FLOW)
    check(__file__, "small", [one.replace("><", ">\n<").split("\n") for one in (drawn, flow)])
    assert wide > 0 and high > 0
