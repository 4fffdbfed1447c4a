"""Titles and addresses: a bookmark says what it opens, and opens nothing else."""

from __future__ import annotations

import pytest

from footprint.content.values import Page
from footprint.pages import (
    addresses,
    authorities,
    clusters,
    compare,
    criteria,
    every_option,
    money,
    sources,
    today,
)
from footprint.pages.addresses import tab_title
from footprint.pages.catalogue import PAGES
from footprint.view import View
from tests.shared_workspace import WORK

ASKED = {
    "bodies": "utla",
    "region": "Midlands",
    "only": ("QHL", "QUA"),
    "footprints": 3,
    "least": 2_000_000,
    "most": 4_000_000,
    "by": "weighted",
    "keep": ("utla",),
    "tolerance": 5.0,
    "inside": "regions",
    "together": ("QHL", "QUA"),
    "apart": ("QHL", "QUA"),
    "fixed": ("QHL",),
    "counted": "split-lad",
    "against": "crossing",
    "aim": "even",
    "begin": "shown",
    "intact": "lad",
    "moving": "lad",
    "locked": ("QHL",),
    "into": 5,
}
"""Every field of the question, with a value that is not the usual one."""


@pytest.mark.parametrize(
    ("page", "asked", "title"),
    [
        (clusters.PAGE, {}, "Clusters – ICB Footprints"),
        (
            clusters.PAGE,
            {"area": "QKS", "measure": "residents"},
            "Kent and Medway, Residents – Clusters – ICB Footprints",
        ),
        (
            today.PAGE,
            {"area": "QKS"},
            "Kent and Medway, Residents – Find your ICB – ICB Footprints",
        ),
        (today.PAGE, {"area": "E06000019"}, "Herefordshire, Residents – Find your ICB – "),
        (money.PAGE, {"measure": "imd"}, "Envelope at £18.76 (worked out), £ million – Money – "),
        (
            authorities.PAGE,
            {"area": "E07000089", "measure": "imd"},
            "Hart – Local authorities – ICB Footprints",
        ),
        (
            clusters.PAGE,
            {"plan": "icb-2023"},
            "42 ICBs (to March 2026) – Clusters – ICB Footprints",
        ),
        (
            compare.PAGE,
            {"plan": "agreed-2025-09"},
            "42 ICBs (to March 2026) and 26 leadership teams (September 2025) – Compare – ",
        ),
        (criteria.PAGE, {"criterion": "trusts"}, "More than one acute trust – Criteria – "),
        (
            authorities.PAGE,
            {"tier": "sa"},
            "Strategic authorities (established) – Local authorities – ",
        ),
        (compare.PAGE, {"show": "moves"}, "What joins, divides and moves – Compare – "),
        (every_option.PAGE, {}, "Every option – ICB Footprints"),
        (
            every_option.PAGE,
            {"region": "Midlands", "footprints": 3, "least": 2_000_000, "together": ("QHL", "QUA")},
            "Midlands, 3 footprints, at least 2 million, together: Birmingham and Solihull",
        ),
        (sources.PAGE, {"area": "QKS"}, "Data and sources – ICB Footprints"),
    ],
)
def test_a_tab_names_the_area_and_the_measure(
    page: Page, asked: dict[str, str], title: str
) -> None:
    assert tab_title(WORK, page, View(**asked)).startswith(title)


def test_no_two_pages_share_a_title_and_views_that_differ_have_titles_that_do() -> None:
    views = [View(area=area, measure=measure) for area in ("", "QKS") for measure in ("", "imd")]
    assert len({tab_title(WORK, page, View()) for page in PAGES}) == len(PAGES)
    assert len({tab_title(WORK, clusters.PAGE, view) for view in views}) == len(views)


def test_every_condition_of_the_count_is_in_its_title() -> None:
    for field, value in ASKED.items():
        title = tab_title(WORK, every_option.PAGE, View(**{field: value}))
        assert title != tab_title(WORK, every_option.PAGE, View()), field


@pytest.mark.parametrize("code", ["E54000050", " e54000050"])
def test_an_icb_is_found_by_its_ons_code_too(code: str) -> None:
    view, said = addresses.read(WORK, {"area": code})
    assert (view.area, said) == ("QHM", [])


@pytest.mark.parametrize("code", ["E54000999", "QHN", "E07000999"])
def test_no_other_area_is_shown_for_a_code_that_is_unknown(code: str) -> None:
    view, said = addresses.read(WORK, {"area": code})
    assert view.area == ""
    assert [one.on_page for one in said] == [
        f"The link asks for an area “{code}” that does not exist. You see the usual view instead."
    ]
