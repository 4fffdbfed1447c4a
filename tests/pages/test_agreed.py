"""All that pages say under many views: sentences, maps, tables, figures, charts and notes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from footprint.content.values import Page
from footprint.pages import (
    authorities,
    clusters,
    compare,
    criteria,
    draw,
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
    "today_by_people": (today.PAGE, View(plan="planned-2027-04", area="E07000008", map="people")),
    "my_icb_since_2023": (my_icb.PAGE, View(area="QRL", since="icb-2023")),
    "clusters_of_a_region": (clusters.PAGE, View(plan="london-three", area="QMF")),
    "money_with_costs": (
        money.PAGE,
        View(plan="agreed-2025-09", cap=20.5, cut=40.0, saving=2e6, baseline="QF7:61.7,QRL:40"),
    ),
    "criteria_of_one": (
        criteria.PAGE,
        View(plan="agreed-2025-09", criterion="strategic", area="ns", must=("people",), trusts=3),
    ),
    "criteria_by_lads": (
        criteria.PAGE,
        View(plan="icb-2023", criterion="authorities", whole="lad", least=1_500_000),
    ),
    "authorities_changed": (
        authorities.PAGE,
        View(plan="in-force-2026-10", other="icb-2023", tier="police", area="QF7"),
    ),
    "authorities_of_one": (authorities.PAGE, View(plan="icb-2023", tier="sa", area="QRL")),
    "compare_of_one": (
        compare.PAGE,
        View(plan="in-force-2026-10", other="agreed-2025-09", area="QMM", show="one"),
    ),
    "draw": (draw.PAGE, View(plan="merged-2026-04", area="QRL")),
    "every_option_kept_together": (
        every_option.PAGE,
        View(
            region="East of England", bodies="icb-2023", footprints=3, least=900_000, keep=("lad",)
        ),
    ),
    "every_option": (
        every_option.PAGE,
        View(region="North West", bodies="icb-2023", footprints=2, least=0, against="crossing"),
    ),
}


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_says_what_was_agreed(name: str) -> None:
    page, view = VIEWS[name]
    check(__file__, name, page.content(WORK, view))
