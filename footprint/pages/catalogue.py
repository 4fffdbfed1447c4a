"""The pages, in the order of the menu."""

from __future__ import annotations

from collections.abc import Mapping

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
    sources,
    today,
)

BOARD_PAPERS = Page("pages/Board_papers.py", "Board papers", ("pack",))
HELP = Page("pages/Help.py", "Help")
PAGES: tuple[Page, ...] = (
    today.PAGE,
    my_icb.PAGE,
    clusters.PAGE,
    money.PAGE,
    criteria.PAGE,
    authorities.PAGE,
    compare.PAGE,
    every_option.PAGE,
    draw.PAGE,
    BOARD_PAPERS,
    sources.PAGE,
    HELP,
)
FIRST = today.PAGE.label.replace(" ", "_")
"""What the first page, whose address has no name, is called by whoever names it as the others."""
BY_ADDRESS: Mapping[str, Page] = {page.address: page for page in PAGES}
