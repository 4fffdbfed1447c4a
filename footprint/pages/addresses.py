"""Addresses: the view one asks for, what had to be put right; a view's address and its title."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from urllib.parse import urlencode

from footprint.content.asked import places_of
from footprint.content.values import Page
from footprint.criteria.catalogue import BY_KEY, OF_FOOTPRINTS
from footprint.english import listed
from footprint.every_option.as_plans import is_counted
from footprint.every_option.measures import SPLIT_TIERS, catalogue
from footprint.fields import PutRight
from footprint.measures import catalogue as measures
from footprint.measures.classes import MOST_CLASSES, SCHEMES
from footprint.options.links import LinkError
from footprint.options.sentences import PREFIX, is_saved, key_of
from footprint.pages import authorities, compare, criteria, every_option, money, today
from footprint.pages.compare import SHOWN
from footprint.plans.drawn import IN_ADDRESS, drawn_key
from footprint.plans.plan import SEEN_WORDS
from footprint.standing import fewest
from footprint.standing.aims import aims
from footprint.standing.asked import BODIES, BY, INSIDE
from footprint.standing.titles import conditions
from footprint.store.revisions import StoreError
from footprint.view import GROUNDS, LINES, SINCE, View, from_query
from footprint.workspace.plans import places_with, plan
from footprint.workspace.scopes import parts_of_england
from footprint.workspace.workspace import Workspace

APP = "ICB Footprints"
_NOTHING: Mapping[str, str] = {}


def read(
    work: Workspace,
    query: Mapping[str, str],
    used: Collection[str] | None = None,
    long: Mapping[str, str] = _NOTHING,
) -> tuple[View, list[PutRight]]:
    """Read a view from its part of an address, and say what was put right.

    Where `used` names the fields a page looks at, only those are spoken of. `long` are the texts
    of drawings that an address has no room for, by what stands there for them.
    """
    options, refused = asked_options(work, query)
    text, drawn = query.get("option", ""), ""
    text = long.get(text, text)
    if IN_ADDRESS in _plans(query):
        drawn, problem = drawing(work, text)
        refused |= {IN_ADDRESS: problem} if problem else {}
    query = _by_icb_code(work, query)
    view, said = from_query(query, _choices(work, options, drawn), used, refused)
    return view.showing(text), said


def _by_icb_code(work: Workspace, query: Mapping[str, str]) -> Mapping[str, str]:
    """The same query, with an ICB that is asked for by its ONS code under its NHS code."""
    codes, asked = work.atlas.icbs["icb"], query.get("area", "").strip().upper()
    return {**query, "area": str(codes[asked])} if asked in codes.index else query


def drawing(work: Workspace, text: str) -> tuple[str, str]:
    """The key of the drawing a text holds, and why it holds none; one of them is ""."""
    key = drawn_key(text)
    problem = _problem(work, key) if text else "The link holds no drawing."
    return ("", problem) if problem else (key, "")


def _choices(
    work: Workspace, options: Mapping[str, str], drawn: str
) -> dict[str, Mapping[str, str]]:
    titles = {key: plan.title for key, plan in work.plans.items()} | dict(options)
    titles |= {IN_ADDRESS: plan(work, drawn).title} if drawn else {}
    shown = (*options, drawn) if drawn else tuple(options)
    national = [key for key, plan in work.plans.items() if plan.national]
    tiers = {key: tier.label for key, tier in work.tiers.items()}
    counted = {key: one.label for key, one in catalogue(work.tiers).items()}
    return {
        "plan": titles,
        "layer": SEEN_WORDS,
        "lines": LINES,
        "map": GROUNDS,
        "since": SINCE,
        "other": titles,
        "also": titles,
        "tier": tiers,
        "whole": tiers,
        "base": {key: titles[key] for key in national},
        "measure": {key: measure.label for key, measure in measures.BY_KEY.items()},
        "area": {code: place.name for code, place in places_with(work, shown).items()},
        "scheme": SCHEMES,
        "criterion": {key: one.label for key, one in OF_FOOTPRINTS.items()},
        "show": SHOWN,
        "scope": {code: part.name for code, part in parts_of_england(work).items()},
        "saved": options,
        "bodies": BODIES,
        "region": {name: name for name in sorted(work.atlas.blocks["nhs_region"].unique())},
        "keep": {key: tiers[key] for key in SPLIT_TIERS},
        "inside": INSIDE,
        "by": BY,
        "counted": counted,
        "against": counted,
        "aim": aims(work.tiers),
        "begin": fewest.BEGIN,
        "intact": fewest.kept_whole(work),
        "moving": fewest.MOVING,
        "classes": {str(count): str(count) for count in range(2, MOST_CLASSES + 1)},
    }


def asked_options(
    work: Workspace, query: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Titles of the saved options an address asks for, and why others cannot be shown.

    Where a revision cannot be shown, the newest of the same option is found in its place.
    """
    titles: dict[str, str] = {}
    refused: dict[str, str] = {}
    for key in dict.fromkeys(_keys(query)):
        shown = key
        if problem := _problem(work, key):
            refused[key] = problem
            shown = _newest_of(work, key)
        if shown:
            titles[shown] = plan(work, shown).title
    return titles, refused


def _keys(query: Mapping[str, str]) -> Iterator[str]:
    keys = [*_plans(query), query.get("saved", "")]
    return (key for key in keys if is_saved(key) or is_counted(key))


def _plans(query: Mapping[str, str]) -> list[str]:
    return [query.get("plan", ""), query.get("other", ""), *query.get("also", "").split("_")]


def _problem(work: Workspace, key: str) -> str:
    try:
        plan(work, key)
    except (StoreError, LinkError) as problem:
        return str(problem)
    return ""


def _newest_of(work: Workspace, key: str) -> str:
    if is_counted(key):
        return ""
    option = key.removeprefix(PREFIX).partition(".")[0]
    newest = work.reader.past(option).revisions[:1]
    keys = [key_of(one.option, one.number) for one in newest]
    return next((key for key in keys if not _problem(work, key)), "")


def link_of(page: Page, view: View, home: str) -> str:
    """The address of a view, however long; "" where the app has none.

    `home` is the address of the app itself.
    """
    query = urlencode(view.with_(steps="", pack="").to_query())
    return f"{home}/{page.address}" + (f"?{query}" if query else "") if home else ""


def tab_title(work: Workspace, page: Page, view: View) -> str:
    """The area and the measure a view shows on a page, then the page, then the app.

    "Kent and Medway, Residents – Clusters – ICB Footprints". What is first is what a narrow tab
    has room for. Plans are named where they are not the usual ones.
    """
    shown = (_area(work, page, view), _measure(work, page, view), _plans_named(work, page, view))
    return " – ".join(filter(None, [", ".join(filter(None, shown)), page.label, APP]))


def _area(work: Workspace, page: Page, view: View) -> str:
    return places_of(work, view)[view.area].name if view.area and "area" in page.fields else ""


def _plans_named(work: Workspace, page: Page, view: View) -> str:
    if "plan" not in page.fields:
        return ""
    usual, compared = View(), page == compare.PAGE
    asked = [view.other, view.plan, *view.also] if compared else [view.plan]
    if asked == ([usual.other, usual.plan] if compared else [usual.plan]):
        return ""
    return listed([plan(work, key, view.base).title for key in asked])


def _measure(work: Workspace, page: Page, view: View) -> str:
    if page == criteria.PAGE:
        return BY_KEY[view.criterion].label if view.criterion != View().criterion else ""
    if page == authorities.PAGE:
        return work.tiers[view.tier].label if view.tier != View().tier else ""
    if page == every_option.PAGE:
        return ", ".join(conditions(work, view))
    if "measure" not in page.fields:
        return ""
    if page == money.PAGE:
        return measures.BY_KEY[money.measure_of(view)].label
    key = view.measure or ("residents" if page == today.PAGE else "")
    label = measures.BY_KEY[key].label if key else ""
    return ", ".join(filter(None, (label, _way(view)))) if page == compare.PAGE else label


def _way(view: View) -> str:
    """In which way plans are compared, where it is not the usual one."""
    return SHOWN[view.show] if view.show != View().show else ""
