"""Batches: one sheet for each footprint, body, team, region or authority, as a pack."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from footprint.batches.briefs import team_briefs
from footprint.content.figures import by_name
from footprint.content.values import Page
from footprint.english import listed
from footprint.pages import authorities, my_icb
from footprint.papers.contents import ALONE, SELECTED, WHOLE, reach, regions
from footprint.papers.front import Front
from footprint.papers.pack import Item, Pack, PackError
from footprint.papers.sheets import picture_of
from footprint.plans.scope import Scope, inside
from footprint.plans.tiers import Tier
from footprint.view import View
from footprint.workspace.workspace import Workspace

FOOTPRINTS, BODIES, TEAMS = "footprints", "bodies", "teams"
REGIONS, AUTHORITIES = "regions", "authorities"
KINDS: Mapping[str, str] = {
    FOOTPRINTS: "each footprint on the map",
    BODIES: "each ICB by law",
    TEAMS: "each leadership team",
    REGIONS: "each NHS region",
    AUTHORITIES: "each local authority",
}
# England's 296 districts, the most of any kind of area, are one batch. Measured on them, each sheet
# takes the press about half a second of processor, a second in a ZIP. Beyond what every order
# takes, all of them take 100 MB of memory as PDF, 600 MB as PowerPoint and 700 MB as a ZIP, which
# hold every map as a picture until the end.
MOST_SHEETS = 300
# The area of one sheet: its name, the page, the view and the part of the map.
_Area = tuple[str, Page, View, str]
_Areas = Callable[[Workspace, Page, View, Scope | None], Iterator[_Area]]


def kinds(page: Page) -> dict[str, str]:
    """The kinds of areas that a page can be taken away for one by one, with the words for each."""
    if page == my_icb.PAGE:
        return {kind: KINDS[kind] for kind in (BODIES, TEAMS)}
    layered = page.content is not None and "layer" in page.fields
    offered = {FOOTPRINTS: "area" in page.fields, BODIES: layered and "area" in page.fields}
    offered |= {REGIONS: layered, AUTHORITIES: layered}
    return {kind: KINDS[kind] for kind, has in offered.items() if has}


def batch(work: Workspace, page: Page, view: View, kind: str, part: str = WHOLE) -> Pack:
    """One sheet for each area of a kind, in the order of their names, from a view of a page.

    `kind` is one of `kinds`. Where `part` is an NHS region, or a part of England is compared, only
    areas with land there count, of local authorities those most of whose people live there. A local
    authority is shown alone, on the page of authorities, and a leadership team of today on the page
    of clusters. Raises PackError with a sentence where there is no such batch, or where it would
    have more than MOST_SHEETS.
    """
    if kind not in kinds(page):
        others = kinds(page).values()
        offered = f"it has one for {listed(others)}" if others else "it has none at all"
        raise PackError(f"“{page.label}” has no sheet for {KINDS[kind]}; {offered}.")
    if kind == TEAMS:
        return team_briefs(work)
    shown = authorities.PAGE if kind == AUTHORITIES else page
    picture = picture_of(work, shown, view.with_(area=""))
    scope = reach(work, picture, part)
    found = list(areas(work, page, view, kind, scope if scope.blocks else None))
    if len(found) > MOST_SHEETS:
        raise PackError(
            f"That would be {len(found)} sheets, and {MOST_SHEETS} are made at once. "
            "Choose a kind of area of which there are fewer."
        )
    items = tuple(map(_item, found))
    front = Front(annex=False)
    where = f" in {scope.name}" if part in regions(work) else ""
    title = f"{picture.title}: {KINDS[kind]}{where}"
    return Pack(title, items, figures=(None,) * len(items), front=front)


def areas(
    work: Workspace, page: Page, view: View, kind: str, scope: Scope | None = None
) -> Iterator[_Area]:
    """Each area of a kind but TEAMS, by name, with the page, the view and the part that show it.

    Those of one part of England where there is a scope.
    """
    return _AREAS[kind](work, page, view, scope)


def _item(area: _Area) -> Item:
    _, page, view, part = area
    query = tuple(view.with_(steps="", pack="").to_query().items())
    return Item(page.address, query, part=part)


def _footprints(work: Workspace, page: Page, view: View, scope: Scope | None) -> Iterator[_Area]:
    plan = picture_of(work, page, view.with_(area="")).plans[-1]
    for code in by_name(plan, inside(plan, scope.blocks) if scope else ()):
        yield plan.by_id[code].name, page, view.with_(area=code), SELECTED


def _bodies(work: Workspace, page: Page, view: View, scope: Scope | None) -> Iterator[_Area]:
    layered = view.with_(layer="bodies") if "layer" in page.fields else view
    return _footprints(work, page, layered, scope)


def _regions(work: Workspace, page: Page, view: View, scope: Scope | None) -> Iterator[_Area]:
    for region in regions(work):
        if not scope or scope.blocks & work.atlas.area(region):
            yield region, page, view.with_(area=""), region


def _authorities(work: Workspace, _: Page, view: View, scope: Scope | None) -> Iterator[_Area]:
    tier = work.tiers[view.tier]
    for code in sorted(_living_in(tier, scope), key=lambda code: tier.names[code]):
        yield tier.names[code], authorities.PAGE, view.with_(area=code), ALONE


def _living_in(tier: Tier, scope: Scope | None) -> Collection[str]:
    """The authorities of a kind, or those most of whose people live in a part of England."""
    if not scope:
        return tier.names
    residents = tier.people.groupby("authority")["residents"].sum()
    here = tier.people[tier.people["block"].isin(scope.blocks)]
    shares = here.groupby("authority")["residents"].sum() / residents
    return list(shares.index[shares > 1 / 2])


_AREAS: Mapping[str, _Areas] = {
    FOOTPRINTS: _footprints,
    BODIES: _bodies,
    REGIONS: _regions,
    AUTHORITIES: _authorities,
}
