"""Named: the sheet of a view that somebody asks for by an area's name or code."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.batches.batch import AUTHORITIES, BODIES, FOOTPRINTS, areas, kinds
from footprint.content.values import Page
from footprint.view import View
from footprint.workspace.workspace import Workspace

Sheet = tuple[Page, View, str]


def sheets_by_name(work: Workspace, page: Page, view: View) -> dict[str, Sheet]:
    """Every footprint, ICB by law and local authority of a view: its page, view and part.

    By name and by code in small letters. Of two with one name the footprint comes first, then the
    ICB, then the kind of authority that the view looks at.
    """
    found: dict[str, Sheet] = {}
    for kind, asked in _asked(work, page, view):
        for name, *sheet in areas(work, page, asked, kind):
            for called in (name, sheet[1].area):
                found.setdefault(called.casefold(), tuple(sheet))
    return found


def _asked(work: Workspace, page: Page, view: View) -> Iterator[tuple[str, View]]:
    offered = kinds(page)
    yield from ((kind, view) for kind in (FOOTPRINTS, BODIES) if kind in offered)
    if AUTHORITIES in offered:
        yield from ((AUTHORITIES, view.with_(tier=tier)) for tier in (view.tier, *work.tiers))
