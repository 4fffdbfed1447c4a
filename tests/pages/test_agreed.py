"""All that pages say under ten views: sentences, maps, tables, figures, charts, notes and links."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from footprint.content.values import Page
from footprint.pages import (
    authorities,
    clusters,
    compare,
    criteria,
    every_option,
    money,
    my_icb,
    today,
)
from footprint.view import View
from tests.agreed import check
from tests.shared_workspace import WORK

EAST = {"plan": "east-model-a", "other": "east-model-b"}
VIEWS: Mapping[str, tuple[Page, View]] = {
    "today": (today.PAGE, View()),
    "my_icb": (my_icb.PAGE, View(area="QWU")),
    "clusters": (clusters.PAGE, View(measure="running_cost_allowance", area="QRL")),
    "clusters_by_cuts": (clusters.PAGE, View(plan="east-model-a", measure="imd", classes=3)),
    "money": (money.PAGE, View(plan="icb-2023", area="QF7")),
    "criteria": (criteria.PAGE, View(plan="east-model-c")),
    "authorities": (authorities.PAGE, View(plan="merged-2026-04", tier="utla")),
    "compare": (compare.PAGE, View(plan="merged-2026-04", other="icb-2023")),
    "compare_east": (compare.PAGE, View(**EAST, show="two", measure="residents")),
    "every_option": (
        every_option.PAGE,
        View(region="North West", bodies="icb-2023", footprints=2, least=0, against="crossing"),
    ),
}


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_says_what_was_agreed(name: str) -> None:
    page, view = VIEWS[name]
    check(__file__, name, page.content(WORK, view))
