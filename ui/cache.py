"""The only caches: facts read once, and what follows from a plan worked out once.

Everything kept here is a value nobody changes, so all visitors share it.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from footprint import atlas as atlases
from footprint import checks as published
from footprint import colours as colouring
from footprint import folium_map, layers, measures, places, plans, shapes, sources, stories
from footprint.classes import Classes, classify
from ui import assets


@st.cache_resource(show_spinner=False)
def file_problems() -> tuple[str, ...]:
    """What is wrong with the published files, if anything."""
    return tuple(sources.problems())


@st.cache_resource(show_spinner=False)
def manifest() -> sources.Manifest:
    """The list of published files."""
    return sources.read_manifest()


@st.cache_resource(show_spinner=False)
def atlas() -> atlases.Atlas:
    """Every published fact."""
    return atlases.load_atlas()


@st.cache_resource(show_spinner=False)
def all_plans() -> dict[str, plans.Plan]:
    """Every shipped plan, in order; regional ones not yet completed."""
    return plans.read_plans(atlas())


@st.cache_resource(show_spinner=False)
def block_shapes() -> shapes.Shapes:
    """The blocks' outlines."""
    return shapes.read_shapes()


@st.cache_resource(show_spinner=False)
def map_assets() -> folium_map.Assets:
    """Addresses of the map's files, which are written out when first asked for."""
    blocks = atlas().blocks
    return assets.publish(
        shapes.encode(block_shapes(), {"icb": blocks["icb"], "lad": blocks["lad"]})
    )


@st.cache_resource(show_spinner=False)
def all_places() -> dict[str, places.Place]:
    """Everything that can be searched for."""
    return places.all_places(atlas(), all_plans())


@st.cache_resource(show_spinner=False, max_entries=200)
def search_list(key: str, base: str = "icb-2023") -> dict[str, str]:
    """What the search box offers under a plan: code to words."""
    return places.search_list(plan(key, base), plan("icb-2023"), all_places())


@st.cache_resource(show_spinner=False, max_entries=200)
def plan(key: str, base: str = "icb-2023") -> plans.Plan:
    """One plan covering England; a regional one is completed from the base."""
    return plans.complete(all_plans()[key], all_plans()[base])


@st.cache_resource(show_spinner=False, max_entries=200)
def table(key: str, base: str = "icb-2023") -> pd.DataFrame:
    """Every measure of a plan's footprints."""
    return measures.tabulate(atlas(), plan(key, base))


@st.cache_resource(show_spinner=False)
def england() -> pd.Series:
    """Every measure of England as a whole."""
    return measures.tabulate(atlas(), plans.england(atlas())).loc["england"]


@st.cache_resource(show_spinner=False, max_entries=200)
def estimated(key: str, base: str = "icb-2023") -> frozenset[str]:
    """Footprints of a plan whose shared figures are estimates."""
    return measures.estimated(atlas(), plan(key, base))


@st.cache_resource(show_spinner=False, max_entries=200)
def anchors(key: str, base: str = "icb-2023") -> dict[str, shapes.Anchor]:
    """Where a plan's names go."""
    return shapes.anchors(block_shapes(), plan(key, base))


@st.cache_resource(show_spinner=False)
def _reference_colours() -> dict[str, str]:
    return colouring.first_colours(atlas(), plan("agreed-2025-09"))


@st.cache_resource(show_spinner=False, max_entries=200)
def colours(key: str, base: str = "icb-2023") -> dict[str, str]:
    """A plan's colours, kept from the plan agreed in September 2025."""
    reference = plan("agreed-2025-09")
    return colouring.kept_colours(atlas(), plan(key, base), reference, _reference_colours())


@st.cache_resource(show_spinner=False, max_entries=500)
def measure_classes(
    key: str, base: str, measure: str, scheme: str, count: int, cuts: tuple[float, ...]
) -> Classes:
    """Classes of one measure under one plan; raises ClassError for cuts that make none."""
    unit = measures.BY_KEY[measure].unit
    values = table(key, base)[measure]
    scaled = tuple(cut * unit.per for cut in cuts)
    return classify(values, unit, scheme=scheme, count=count, cuts=scaled)


@st.cache_resource(show_spinner=False, max_entries=500)
def choropleth(
    key: str, base: str, measure: str, scheme: str, count: int, cuts: tuple[float, ...]
) -> layers.Layer:
    """One measure under one plan, ready to draw."""
    drawn, said = plan(key, base), measures.BY_KEY[measure]
    values = table(key, base)[measure]
    return layers.choropleth(
        drawn,
        values,
        measure_classes(key, base, measure, scheme, count, cuts),
        said,
        summary=stories.measure_sentence(drawn, said, values, england()[measure]),
        estimated=estimated(key, base),
    )


@st.cache_resource(show_spinner=False, max_entries=200)
def membership(key: str, base: str) -> layers.Layer:
    """Who joins whom under one plan, ready to draw."""
    drawn = plan(key, base)
    return layers.membership(
        drawn,
        colours(key, base),
        stories.make_up(atlas(), drawn, plan("icb-2023")),
        summary=stories.membership_sentence(drawn, table(key, base)["residents"]),
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
def checks() -> list[tuple[published.Check, str]]:
    """Every check on the published files, with what was found."""
    return published.run(published.Published(atlas(), all_plans(), block_shapes()))
