"""Titles: what a page is called in a browser's tab, in a bookmark and in its history."""

from __future__ import annotations

from footprint.content.asked import places_of
from footprint.content.values import Page
from footprint.measures.catalogue import BY_KEY
from footprint.pages import money, today
from footprint.view import View
from footprint.workspace.workspace import Workspace

APP = "ICB Footprints"


def tab_title(work: Workspace, page: Page, view: View) -> str:
    """The area and the measure a view shows on a page, then the page, then the app.

    "Kent and Medway, Residents – Clusters – ICB Footprints". What is first is what a narrow tab
    has room for.
    """
    shown = [name for name in (_area(work, page, view), _measure(page, view)) if name]
    return " – ".join(filter(None, [", ".join(shown), page.label, APP]))


def _area(work: Workspace, page: Page, view: View) -> str:
    return places_of(work, view)[view.area].name if view.area and "area" in page.fields else ""


def _measure(page: Page, view: View) -> str:
    if "measure" not in page.fields:
        return ""
    if page == money.PAGE:
        return BY_KEY[money.measure_of(view)].label
    key = view.measure or ("residents" if page == today.PAGE else "")
    return BY_KEY[key].label if key else ""
