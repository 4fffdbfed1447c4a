"""Options: what somebody draws, state by state, ready to show."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from footprint.criteria.case import Thresholds
from footprint.criteria.catalogue import case_for
from footprint.facts.anchors import Anchor, anchors
from footprint.maps.colours import drawn_colours
from footprint.maps.layer import Layer, Units, in_both_layers
from footprint.maps.membership import membership
from footprint.maps.sentences import membership_sentence
from footprint.maps.stories import make_up
from footprint.options import effects, links
from footprint.options.links import LinkError
from footprint.options.option import Option
from footprint.options.taking import Areas, Taken
from footprint.plans.plan import Plan, seen_key
from footprint.workspace.published import (
    REST,
    is_published,
    published_anchors,
    published_colours,
    published_plan,
)
from footprint.workspace.workspace import Workspace, kept

_USUAL = Thresholds()


@kept(500)
def option(work: Workspace, text: str) -> Option:
    """The option a link holds; raises LinkError where it holds none."""
    return links.read(text, base_of(work, *links.base_of(text)))


def base_of(work: Workspace, key: str, rest: str) -> Plan:
    """The published plan an option was begun from; raises LinkError where it is not here."""
    if not is_published(work, key) or rest not in work.plans:
        raise LinkError("This option was begun from a plan that is not here.")
    return published_plan(work, key, rest)


def how_read(work: Workspace, text: str) -> str:
    """Say how an option is read that was drawn before layers; raises LinkError for no option."""
    return links.how_read(text, base_of(work, *links.base_of(text)))


def option_text(work: Workspace, drawn: Option) -> str:
    """An option as the text a link holds."""
    return links.write(drawn, begun_plan(work, drawn))


def begun_plan(work: Workspace, drawn: Option) -> Plan:
    """The published plan an option was begun from, by the layer it is drawn on."""
    return published_plan(work, begun_key(drawn), drawn.rest)


def begun_key(drawn: Option) -> str:
    """The key of the plan an option was begun from, by the layer it is drawn on."""
    return seen_key(drawn.base, drawn.began.seen)


@kept(60)
def option_standing(work: Workspace, drawn: Option, lines: Thresholds = _USUAL) -> effects.Standing:
    """Where one state of an option stands, by the lines the reader drew."""
    case = case_for(work.atlas, drawn.plan, lines, tiers=work.tiers)
    return effects.standing(case)


@kept(120)
def option_colours(work: Workspace, drawn: Option) -> dict[str, str]:
    """The colours of one state of an option: chosen by hand, or kept from where it began."""
    inherited = published_colours(work, begun_key(drawn), drawn.rest)
    return drawn_colours(work.atlas, drawn.plan, inherited, dict(drawn.colours))


@kept(120)
def option_layer(work: Workspace, drawn: Option) -> Layer:
    """One state of an option, ready to draw."""
    residents = work.residents.groupby(drawn.plan.footprint_of).sum()
    layer = membership(
        drawn.plan,
        option_colours(work, drawn),
        make_up(work.atlas, drawn.plan, published_plan(work, REST)),
        summary=membership_sentence(drawn.plan, residents),
    )
    return in_both_layers(layer, drawn.plan)


@kept(120)
def option_anchors(work: Workspace, drawn: Option) -> dict[str, Anchor]:
    """Where the names of an option go; only footprints that changed are looked at again."""
    before = begun_plan(work, drawn).footprint_of
    now = drawn.plan.footprint_of
    changed = before != now
    again = now[now.isin({*now[changed], *before[changed]})]
    inherited = published_anchors(work, begun_key(drawn), drawn.rest)
    return inherited | (anchors(work.shapes, again) if len(again) else {})


_COUNTY = "E10"
LEVELS: Mapping[str, str] = {
    "lad": "District",
    "utla": "Upper tier",
    "sa": "Strategic",
    "icb": "Whole ICB",
    "block": "Block",
}


@kept(5)
def area_of_block(work: Workspace, level: str) -> pd.Series:
    """The code of what is taken with each block at one level; "" where there is none."""
    blocks, lads = work.atlas.blocks, work.atlas.authorities
    if level == "block":
        return blocks.index.to_series()
    if level in ("lad", "icb"):
        return blocks[level]
    column = {"utla": "utla", "sa": "strategic_authority"}[level]
    return blocks["lad"].map(lads[column]).fillna("")


@kept(5)
def area_names(work: Workspace, level: str) -> dict[str, str]:
    """What may be taken at one level, by code and in the order of names."""
    blocks, lads = work.atlas.blocks, work.atlas.authorities["lad_name"]
    if level == "block":
        named = (blocks["lad"].map(lads) + ", " + blocks["sicbl_name"]).to_dict()
    elif level == "icb":
        named = work.icb_names
    else:
        here = set(area_of_block(work, level))
        named = {code: name for code, name in work.tiers[level].names.items() if code in here}
    return dict(sorted(named.items(), key=lambda item: item[1]))


@kept(1)
def counties(work: Workspace) -> dict[str, str]:
    """The names of shire counties, by code and in their order: each is all of its districts."""
    named = work.tiers["utla"].names.items()
    here = {code: name for code, name in named if code.startswith(_COUNTY)}
    return dict(sorted(here.items(), key=lambda item: item[1]))


def districts_of(work: Workspace, county: str) -> list[str]:
    """The districts of a county, by code."""
    lads = work.atlas.authorities
    return sorted(lads.index[lads["utla"] == county])


@kept(5)
def areas(work: Workspace, level: str) -> Areas:
    """What may be taken at one level; districts by county as well."""
    one = work.tiers[level].one if level in work.tiers else {"icb": "ICB"}.get(level, level)
    whole = counties(work) if level == "lad" else {}
    return Areas(
        one,
        area_of_block(work, level),
        area_names(work, level),
        {code: districts_of(work, code) for code in whole},
        whole,
    )


def taken(work: Workspace, level: str, blocks: Collection[str]) -> Taken:
    """Blocks that are chosen, told at one level: what is no area of it by district or by part."""
    here, districts = areas(work, level), areas(work, "lad")
    whole, rest = here.held(blocks)
    in_districts, parts = districts.held(rest)
    smaller = [districts.names[one] for one in in_districts]
    smaller += [area_names(work, "block")[one] for one in parts]
    size = LEVELS["block" if parts else "lad"]
    return Taken(here, whole, smaller, size, work.residents, list(blocks))


@kept(5)
def units(work: Workspace, level: str) -> Units:
    """What a press on the map takes at one level, each with its people."""
    of, names = area_of_block(work, level), area_names(work, level)
    codes = list(dict.fromkeys(of))
    people = work.residents.groupby(of).sum()
    numbers = {code: number for number, code in enumerate(codes)}
    nowhere = f"No {work.tiers[level].one}" if level in work.tiers else ""
    return Units(
        of=tuple(of.map(numbers).tolist()),
        names=tuple(names.get(code, nowhere) for code in codes),
        told=tuple(f"Residents: {people[code]:,}" for code in codes),
    )
