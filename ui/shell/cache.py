"""The only caches: facts read once, and what follows from a plan worked out once.

Everything kept here is a value nobody changes, so all visitors share it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from footprint.criteria import catalogue as criteria
from footprint.criteria import differences, remedies
from footprint.criteria.case import Case, Thresholds
from footprint.criteria.catalogue import Quote, case_for, read_quotes
from footprint.facts import anchors as name_anchors
from footprint.facts import shapes, topojson
from footprint.facts.atlas import Atlas, load_atlas
from footprint.facts.manifest import Manifest, problems, read_manifest
from footprint.maps import authorities as authority_maps
from footprint.maps import choropleth as choropleths
from footprint.maps import membership as memberships
from footprint.maps import pairs, stories, verdicts
from footprint.maps.colours import drawn_colours, first_colours, kept_colours
from footprint.maps.layer import Layer
from footprint.maps.sentences import authority_sentence, measure_sentence, membership_sentence
from footprint.measures import catalogue as measures
from footprint.measures.catalogue import tabulate
from footprint.measures.classes import ClassError, Classes, classify
from footprint.money import published
from footprint.money.published import Fact
from footprint.money.scenario import Scenario, baseline
from footprint.options import carry, effects, links
from footprint.options import sentences as option_stories
from footprint.options.option import Option
from footprint.options.sentences import as_plan, revision_of
from footprint.plans import checks as published_checks
from footprint.plans import comparison as comparisons
from footprint.plans import fits as footprint_fits
from footprint.plans import places, splits
from footprint.plans import plan as plans
from footprint.plans import tiers as kinds_of_authority
from footprint.plans.checks import Check, Published
from footprint.plans.comparison import Comparison
from footprint.plans.fits import Fit
from footprint.plans.plan import Plan, complete, read_plans
from footprint.plans.tiers import Tier
from footprint.store.reader import Reader
from footprint.store.revisions import SETTING, Revision, StoreError
from footprint.web.map import Assets
from ui.shell import assets


@st.cache_resource(show_spinner=False)
def file_problems() -> tuple[str, ...]:
    """What is wrong with the published files, if anything."""
    return tuple(problems())


@st.cache_resource(show_spinner=False)
def manifest() -> Manifest:
    """The list of published files."""
    return read_manifest()


@st.cache_resource(show_spinner=False)
def atlas() -> Atlas:
    """Every published fact."""
    return load_atlas()


@st.cache_resource(show_spinner=False)
def all_plans() -> dict[str, Plan]:
    """Every shipped plan, in order; regional ones not yet completed."""
    return read_plans(atlas())


@st.cache_resource(show_spinner=False)
def block_shapes() -> shapes.Shapes:
    """The blocks' outlines."""
    return shapes.read_shapes()


@st.cache_resource(show_spinner=False)
def map_assets() -> Assets:
    """Addresses of the map's files, which are written out when first asked for."""
    blocks = atlas().blocks
    return assets.publish(
        topojson.encode(block_shapes(), {"icb": blocks["icb"], "lad": blocks["lad"]})
    )


@st.cache_resource(show_spinner=False)
def all_places() -> dict[str, places.Place]:
    """Everything that can be searched for."""
    return places.authority_places(tiers()) | places.all_places(atlas(), all_plans())


@st.cache_resource(show_spinner=False, max_entries=50)
def places_with(keys: tuple[str, ...]) -> dict[str, places.Place]:
    """Everything that can be searched for, with the footprints of some plans as they have them."""
    if not keys:
        return all_places()
    own = places.all_places(atlas(), {key: plan(key) for key in keys})
    return all_places() | own | places.districts(atlas())


@st.cache_resource(show_spinner=False)
def tiers() -> dict[str, Tier]:
    """Every kind of authority, by key."""
    return kinds_of_authority.tiers(atlas())


@st.cache_resource(show_spinner=False, max_entries=500)
def overlap(key: str, base: str, tier: str) -> pd.DataFrame:
    """The people each authority has in each footprint of a plan."""
    return splits.overlap(plan(key, base), tiers()[tier])


@st.cache_resource(show_spinner=False, max_entries=500)
def authorities(key: str, base: str, tier: str, tolerance: float) -> pd.DataFrame:
    """How a plan treats each authority of a tier."""
    return splits.authorities(atlas(), plan(key, base), tiers()[tier], tolerance)


@st.cache_resource(show_spinner=False, max_entries=500)
def fits(key: str, base: str, tier: str, tolerance: float) -> dict[str, Fit]:
    """How each footprint of a plan fits a tier."""
    return footprint_fits.fits(atlas(), plan(key, base), tiers()[tier], tolerance)


@st.cache_resource(show_spinner=False)
def tier_anchors(tier: str) -> dict[str, name_anchors.Anchor]:
    """Where the names of a tier's authorities go."""
    return name_anchors.anchors(block_shapes(), tiers()[tier].main_of_block)


@st.cache_resource(show_spinner=False, max_entries=200)
def authority_layer(key: str, base: str, tier: str, tolerance: float) -> Layer:
    """Which authorities a plan keeps whole and which it splits, ready to draw."""
    table = authorities(key, base, tier, tolerance)
    said = authority_sentence(plan(key, base), tiers()[tier], table)
    pieces = overlap(key, base, tier)
    return authority_maps.authorities(plan(key, base), tiers()[tier], table, pieces, summary=said)


@st.cache_resource(show_spinner=False, max_entries=200)
def search_list(key: str, base: str = "icb-2023") -> dict[str, str]:
    """What the search box offers under a plan: code to words."""
    return places.search_list(plan(key, base), plan("icb-2023"), all_places())


@st.cache_resource(show_spinner=False, max_entries=200)
def plan(key: str, base: str = "icb-2023") -> Plan:
    """One plan covering England; a regional one is completed from the base.

    Raises StoreError or LinkError for the key of a saved option that cannot be shown.
    """
    if key not in all_plans():
        return saved(key).plan
    return complete(all_plans()[key], all_plans()[base])


@st.cache_resource(show_spinner=False, max_entries=200)
def table(key: str, base: str = "icb-2023") -> pd.DataFrame:
    """Every measure of a plan's footprints."""
    return tabulate(atlas(), plan(key, base))


@st.cache_resource(show_spinner=False)
def icb_names() -> dict[str, str]:
    """The name of every ICB of 2023, by its code."""
    return {code: icb.name for code, icb in plan("icb-2023").by_id.items()}


@st.cache_resource(show_spinner=False)
def published_facts() -> tuple[Fact, ...]:
    """What ICBs and others have published about cost, target, reduction and staff."""
    return published.facts(atlas())


@st.cache_resource(show_spinner=False)
def england() -> pd.Series:
    """Every measure of England as a whole."""
    return tabulate(atlas(), plans.england(atlas())).loc["england"]


@st.cache_resource(show_spinner=False, max_entries=200)
def estimated(key: str, base: str = "icb-2023") -> frozenset[str]:
    """Footprints of a plan whose shared figures are estimates."""
    return measures.estimated(atlas(), plan(key, base))


@st.cache_resource(show_spinner=False, max_entries=200)
def anchors(key: str, base: str = "icb-2023") -> dict[str, name_anchors.Anchor]:
    """Where a plan's names go."""
    if key not in all_plans():
        return option_anchors(saved(key).option)
    return name_anchors.anchors(block_shapes(), plan(key, base).footprint_of)


@st.cache_resource(show_spinner=False)
def _reference_colours() -> dict[str, str]:
    return first_colours(atlas(), plan("agreed-2025-09"))


@st.cache_resource(show_spinner=False, max_entries=200)
def colours(key: str, base: str = "icb-2023") -> dict[str, str]:
    """A plan's colours, kept from the plan agreed in September 2025, or as its author chose."""
    if key not in all_plans():
        return option_colours(saved(key).option)
    reference = plan("agreed-2025-09")
    return kept_colours(atlas(), plan(key, base), reference, _reference_colours())


@st.cache_resource(show_spinner=False, max_entries=500)
def measure_classes(
    key: str, base: str, measure: str, scheme: str, count: int, cuts: tuple[float, ...]
) -> Classes:
    """Classes of one measure under one plan; raises ClassError for cuts that make none."""
    unit = measures.BY_KEY[measure].unit
    values = table(key, base)[measure]
    scaled = tuple(cut * unit.per for cut in cuts)
    return classify(values, unit, scheme=scheme, count=count, cuts=scaled)


def class_problem(key: str, base: str, measure: str, cuts: tuple[float, ...]) -> str:
    """Say why the user's own cuts make no classes, or "" where they do."""
    try:
        measure_classes(key, base, measure, "own", 0, cuts)
    except ClassError as problem:
        return str(problem)
    return ""


@st.cache_resource(show_spinner=False, max_entries=500)
def choropleth(
    key: str, base: str, measure: str, scheme: str, count: int, cuts: tuple[float, ...]
) -> Layer:
    """One measure under one plan, ready to draw."""
    drawn, said = plan(key, base), measures.BY_KEY[measure]
    values = table(key, base)[measure]
    return choropleths.choropleth(
        drawn,
        values,
        measure_classes(key, base, measure, scheme, count, cuts),
        said,
        summary=measure_sentence(drawn, said, values, england()[measure]),
        estimated=estimated(key, base),
    )


@st.cache_resource(show_spinner=False, max_entries=200)
def membership(key: str, base: str) -> Layer:
    """Who joins whom under one plan, ready to draw."""
    drawn = plan(key, base)
    return memberships.membership(
        drawn,
        colours(key, base),
        stories.make_up(atlas(), drawn, plan("icb-2023")),
        summary=membership_sentence(drawn, table(key, base)["residents"]),
    )


@st.cache_resource(show_spinner=False, max_entries=500)
def story(key: str, base: str, footprint: str) -> stories.Story:
    """One footprint told in words."""
    return stories.story(
        atlas(),
        plan(key, base),
        footprint,
        table(key, base),
        all_plans(),
        estimated=footprint in estimated(key, base),
    )


@st.cache_resource(show_spinner=False)
def checks() -> list[tuple[Check, str]]:
    """Every check on the published files, with what was found."""
    return published_checks.run(Published(atlas(), all_plans(), block_shapes()))


@st.cache_resource(show_spinner=False)
def quotes() -> dict[str, tuple[Quote, ...]]:
    """What was asked of ICB areas, in whose words, by criterion."""
    return read_quotes()


Costs = tuple[tuple[str, float], ...]


@st.cache_resource(show_spinner=False, max_entries=200)
def case(key: str, base: str, drawn: Thresholds, costs: Costs) -> Case:
    """A plan put up for judgement, with the user's own costs of ICBs where there are any."""
    judged = plan(key, base)
    known, _ = baseline(atlas(), judged, Scenario(baselines=costs))
    return case_for(atlas(), judged, drawn, tiers=tiers(), costs=known.dropna().to_dict())


@st.cache_resource(show_spinner=False, max_entries=200)
def scorecard(key: str, base: str, drawn: Thresholds, costs: Costs) -> pd.DataFrame:
    """Every verdict on a plan, with its reason."""
    return criteria.scorecard(case(key, base, drawn, costs))


@st.cache_resource(show_spinner=False, max_entries=500)
def verdict_layer(key: str, base: str, drawn: Thresholds, costs: Costs, criterion: str) -> Layer:
    """Which footprints meet one criterion, ready to draw."""
    asked = (key, base, drawn, costs)
    return verdicts.verdict_layer(case(*asked), scorecard(*asked), criteria.BY_KEY[criterion])


@st.cache_resource(show_spinner="Looking for the smallest change …", max_entries=2_000)
def remedy(
    key: str, base: str, drawn: Thresholds, costs: Costs, criterion: str, footprint: str
) -> remedies.Remedy | None:
    """The smallest change that would put one miss right."""
    return remedies.remedy(case(key, base, drawn, costs), criterion, footprint)


@st.cache_resource(show_spinner=False, max_entries=200)
def comparison(before: str, after: str, base: str) -> Comparison:
    """Two plans held against each other."""
    residents = atlas().blocks["residents_2024"]
    return comparisons.compare(plan(before, base), plan(after, base), residents)


@st.cache_resource(show_spinner=False, max_entries=200)
def reassignments(before: str, after: str, base: str) -> pd.DataFrame:
    """Reassignments between two plans, district by district."""
    return comparisons.reassignments(comparison(before, after, base), atlas().blocks["lad"])


@st.cache_resource(show_spinner=False, max_entries=200)
def carried_colours(before: str, after: str, base: str) -> dict[str, str]:
    """The second plan's colours, each footprint keeping that of its match in the first."""
    if before == after:
        return colours(after, base)
    first, second, known = plan(before, base), plan(after, base), colours(before, base)
    if after in all_plans():
        return kept_colours(atlas(), second, first, known)
    matches = comparison(before, after, base).came_from
    kept = {one: known[match] for one, match in matches.items()}
    return drawn_colours(atlas(), second, kept, dict(saved(after).option.colours))


@st.cache_resource(show_spinner=False, max_entries=200)
def membership_pair(before: str, after: str, base: str) -> pairs.Pair:
    """Who joins whom under two plans, ready to draw side by side."""
    drawn = plan(after, base)
    second = memberships.membership(
        drawn,
        carried_colours(before, after, base),
        stories.make_up(atlas(), drawn, plan("icb-2023")),
        summary=membership(after, base).summary,
    )
    return pairs.with_matches((membership(before, base), second), comparison(before, after, base))


@st.cache_resource(show_spinner=False, max_entries=500)
def choropleth_pair(
    before: str,
    after: str,
    base: str,
    measure: str,
    scheme: str,
    count: int,
    cuts: tuple[float, ...],
) -> pairs.Pair:
    """One measure under two plans, in one set of classes."""
    said = measures.BY_KEY[measure]
    keys, whole = (before, after), england()[measure]
    both = pd.concat([table(key, base)[measure] for key in keys])
    scaled = tuple(cut * said.unit.per for cut in cuts)
    classes = classify(both, said.unit, scheme=scheme, count=count, cuts=scaled)
    left, right = (
        choropleths.choropleth(
            plan(key, base),
            values,
            classes.counting(values),
            said,
            summary=measure_sentence(plan(key, base), said, values, whole),
            estimated=estimated(key, base),
        )
        for key in keys
        for values in [table(key, base)[measure]]
    )
    return pairs.with_matches((left, right), comparison(before, after, base))


@st.cache_resource(show_spinner=False, max_entries=200)
def reassignment_layer(before: str, after: str, base: str, summary: str) -> Layer:
    """What changes hands between two plans, ready to draw."""
    names = atlas().blocks["lad"].map(atlas().authorities["lad_name"])
    drawn = carried_colours(before, after, base)
    return pairs.reassignment_layer(comparison(before, after, base), drawn, names, summary=summary)


@st.cache_resource(show_spinner=False, max_entries=200)
def reassignment_anchors(before: str, after: str, base: str) -> dict[str, name_anchors.Anchor]:
    """Where names go on the map of what changes hands."""
    areas = pairs.reassignment_areas(comparison(before, after, base))
    return name_anchors.anchors(block_shapes(), areas)


@st.cache_resource(show_spinner=False, max_entries=200)
def side(
    key: str, base: str, scope: frozenset[str], drawn: Thresholds, costs: Costs
) -> differences.Side:
    """One plan with all that a scorecard beside others needs."""
    held = {tier: authorities(key, base, tier, drawn.tolerance) for tier in ("lad", "utla")}
    card = scorecard(key, base, drawn, costs)
    return differences.Side(plan(key, base), scope, table(key, base), held, card)


@st.cache_resource(show_spinner=False, max_entries=500)
def option(text: str) -> Option:
    """The option a link holds; raises LinkError where it holds none."""
    return links.read(text, _base_of(*links.base_of(text)))


def _base_of(key: str, rest: str) -> Plan:
    if key not in all_plans() or rest not in all_plans():
        raise links.LinkError("This option was begun from a plan that is not here.")
    return plan(key, rest)


def option_text(drawn: Option) -> str:
    """An option as text, which also tells two options apart."""
    return links.write(drawn, plan(drawn.base, drawn.rest))


@st.cache_resource(show_spinner=False)
def _reader(address: str) -> Reader:
    # A page that never reads the store does not wait for what reads it.
    from footprint.store.database import default_url
    from footprint.store.store import OptionStore

    return Reader(lambda: OptionStore(default_url({SETTING: address})))


def reader() -> Reader:
    """The store of options, to be read without waiting for it."""
    return _reader(os.environ.get(SETTING, ""))


@dataclass(frozen=True, eq=False)
class SavedOption:
    """One revision of a saved option, ready to show; `report` is of its move to newer blocks."""

    revision: Revision
    option: Option
    plan: Plan
    report: carry.Report | None


@st.cache_resource(show_spinner=False, max_entries=200)
def saved(key: str) -> SavedOption:
    """The revision a key names; raises StoreError or LinkError where it cannot be shown."""
    asked = revision_of(key)
    if not asked:
        raise StoreError("That option is not in the store. Choose one from the list.")
    reading = reader().read(*asked)
    drawn, report = _opened(reading.content)
    told = carry.sentences(report, area_names("block")) if report else []
    carried = " ".join(["It was drawn on older data.", *told]) if told else ""
    begun = begun_title(reading.base)
    return SavedOption(reading.facts, drawn, as_plan(drawn, reading, begun, carried), report)


def _opened(content: str) -> tuple[Option, carry.Report | None]:
    """What was saved, with a report where it stands on other blocks or another plan than now."""
    text, blocks = carry.unpack(content)
    key, rest = links.base_of(text)
    base = _base_of(key, rest)
    if links.ground_of(text) == links.ground(base):
        return option(text), None
    try:
        held = links.held(text, blocks)
        return carry.carry(held, blocks, base, carry.NO_CHANGES)
    except carry.CarryError as problem:
        raise links.LinkError(str(problem)) from problem


def saved_content(drawn: Option) -> str:
    """What is saved of an option."""
    return carry.pack(option_text(drawn), drawn.plan.footprint_of.index)


def begun_title(key: str) -> str:
    """The title of the plan or the saved option that one was begun from."""
    if key in all_plans():
        return all_plans()[key].title
    asked = revision_of(key)
    try:
        return option_stories.title(reader().read(*asked)) if asked else "another plan"
    except StoreError:
        return "another saved option"


_USUAL = Thresholds()


_BY_TEXT = {Option: option_text}


@st.cache_resource(show_spinner=False, max_entries=60, hash_funcs=_BY_TEXT)
def option_standing(drawn: Option, lines: Thresholds = _USUAL) -> effects.Standing:
    """Where one state of an option stands, by the lines the reader drew."""
    case = case_for(atlas(), drawn.plan, lines, tiers=tiers())
    return effects.standing(case)


@st.cache_resource(show_spinner=False, max_entries=120, hash_funcs=_BY_TEXT)
def option_colours(drawn: Option) -> dict[str, str]:
    """The colours of one state of an option: chosen by hand, or kept from where it began."""
    kept = colours(drawn.base, drawn.rest)
    return drawn_colours(atlas(), drawn.plan, kept, dict(drawn.colours))


@st.cache_resource(show_spinner=False, max_entries=120, hash_funcs=_BY_TEXT)
def option_layer(drawn: Option) -> Layer:
    """One state of an option, ready to draw."""
    residents = atlas().blocks["residents_2024"].groupby(drawn.plan.footprint_of).sum()
    return memberships.membership(
        drawn.plan,
        option_colours(drawn),
        stories.make_up(atlas(), drawn.plan, plan("icb-2023")),
        summary=membership_sentence(drawn.plan, residents),
    )


@st.cache_resource(show_spinner=False, max_entries=120, hash_funcs=_BY_TEXT)
def option_anchors(drawn: Option) -> dict[str, name_anchors.Anchor]:
    """Where the names of an option go; only footprints that changed are looked at again."""
    before, now = plan(drawn.base, drawn.rest).footprint_of, drawn.plan.footprint_of
    touched = before != now
    again = now[now.isin({*now[touched], *before[touched]})]
    kept = anchors(drawn.base, drawn.rest)
    return kept | (name_anchors.anchors(block_shapes(), again) if len(again) else {})


@st.cache_resource(show_spinner=False)
def area_names(level: str) -> dict[str, str]:
    """What may be moved at one level, by code and in the order of names: lad, icb or block."""
    blocks = atlas().blocks
    lads = atlas().authorities["lad_name"].to_dict()
    if level == "block":
        named = blocks["lad"].map(lads) + ", " + blocks["sicbl_name"]
        return dict(sorted(named.to_dict().items(), key=lambda item: item[1]))
    return dict(sorted((lads if level == "lad" else icb_names()).items(), key=lambda i: i[1]))
