"""Plans: any plan, published or saved, with every figure, colour and name that goes with it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from footprint.every_option.as_plans import is_counted
from footprint.facts.anchors import Anchor
from footprint.maps import stories
from footprint.maps.stories import Story
from footprint.measures import catalogue
from footprint.money import scenario
from footprint.options.option import Option, begin, on_layer
from footprint.options.sentences import is_saved
from footprint.plans import places
from footprint.plans.drawn import is_drawn
from footprint.plans.places import Place
from footprint.plans.plan import Plan, bare_key, england
from footprint.workspace.counts import as_option, counted_plan
from footprint.workspace.drawings import drawn_option, drawn_plan
from footprint.workspace.options import option_anchors, option_colours
from footprint.workspace.published import (
    REST,
    is_published,
    published_anchors,
    published_colours,
    published_plan,
)
from footprint.workspace.saved import saved
from footprint.workspace.workspace import Workspace, kept


def plan(work: Workspace, key: str, base: str = REST) -> Plan:
    """One plan covering England; a regional one is completed from the base.

    Raises StoreError or LinkError for the key of an option that cannot be shown.
    """
    if is_counted(key):
        return counted_plan(work, key)
    if is_drawn(key):
        return drawn_plan(work, key)
    return published_plan(work, key, base) if is_published(work, key) else saved(work, key).plan


def is_users(key: str) -> bool:
    """Whether a plan's key speaks of somebody's option: saved, counted or drawn."""
    return is_saved(key) or is_counted(key) or is_drawn(key)


def anchors(work: Workspace, key: str, base: str = REST) -> dict[str, Anchor]:
    """Where a plan's names go."""
    if is_published(work, key):
        return published_anchors(work, key, base)
    return option_anchors(work, _on_layer(work, key))


def colours(work: Workspace, key: str, base: str = REST) -> dict[str, str]:
    """A plan's colours, kept from the plan agreed in September 2025, or as its author chose."""
    if is_published(work, key):
        return published_colours(work, key, base)
    return option_colours(work, _on_layer(work, key))


def start_of(work: Workspace, key: str, base: str) -> Option:
    """The option that is still what a plan, or a user's option, is."""
    if is_saved(key):
        return replace(saved(work, key).option, start=bare_key(key))
    if is_users(key):
        return option_at(work, key)
    # What fills the rest of England matters only to a regional plan.
    rest = REST if work.plans[bare_key(key)].national else base
    return begin(plan(work, key, rest), rest)


def _on_layer(work: Workspace, key: str) -> Option:
    """The option that a key names, on the layer looked at."""
    return on_layer(option_at(work, key), plan(work, key).seen)


def option_at(work: Workspace, key: str) -> Option:
    """The option a key names: one of the count, one that is drawn, or a saved one."""
    if is_counted(key):
        return as_option(work, key)
    return drawn_option(work, key) if is_drawn(key) else saved(work, key).option


@kept(200)
def table(work: Workspace, key: str, base: str = REST) -> pd.DataFrame:
    """Every measure of a plan's footprints."""
    return catalogue.tabulate(work.atlas, plan(work, key, base))


@kept(50)
def _over_time(work: Workspace, plan: Plan) -> dict[str, scenario.Years]:
    return scenario.over_time(work.atlas, plan)


def over_time(work: Workspace, plan: Plan, footprint: str) -> scenario.Years:
    """A footprint's running cost allowance by year, and its staff by date of the count."""
    return _over_time(work, plan)[footprint]


@kept(1)
def england_over_time(work: Workspace) -> scenario.Years:
    """England's running cost allowance by year, and its staff by date of the count."""
    return scenario.over_time(work.atlas, england(work.atlas))["england"]


@kept(200)
def estimated(work: Workspace, key: str, base: str = REST) -> frozenset[str]:
    """Footprints of a plan whose shared figures are estimates."""
    return catalogue.estimated(work.atlas, plan(work, key, base))


@kept(500)
def story(work: Workspace, key: str, base: str, footprint: str) -> Story:
    """One footprint told in words."""
    return stories.story(
        work.atlas,
        plan(work, key, base),
        footprint,
        table(work, key, base),
        work.plans,
        estimated=footprint in estimated(work, key, base),
    )


@kept(1)
def all_places(work: Workspace) -> dict[str, Place]:
    """Everything that can be searched for under published plans."""
    areas = places.authority_places(work.tiers) | places.all_places(work.atlas, work.plans)
    return places.pieces(work.atlas) | areas


@kept(1)
def kinds_of_places(work: Workspace) -> tuple[tuple[Place, ...], ...]:
    """What those who move may be all of: ICBs of 2023, strategic authorities, down to districts."""
    icbs = places.all_places(work.atlas, {REST: work.plans[REST]})
    wide = (places.authority_places({key: work.tiers[key]}) for key in ("sa", "utla"))
    districts = places.districts(work.atlas)
    named = (tuple(icbs[one] for one in work.plans[REST].by_id), *(tuple(o.values()) for o in wide))
    return (*named, tuple(districts.values()))


@kept(50)
def places_with(work: Workspace, keys: tuple[str, ...]) -> dict[str, Place]:
    """Everything that can be searched for, with the footprints of some plans as they have them."""
    if not keys:
        return all_places(work)
    own = places.all_places(work.atlas, {key: plan(work, key) for key in keys})
    return all_places(work) | own | places.districts(work.atlas)
