"""The parts of the page that compares two plans.

Plan A is the one compared with (`other` in the address bar) and plan B the plan looked at
(`plan`), so that “from A to B” reads forwards on every page that has both.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from footprint.criteria import differences
from footprint.criteria.differences import Side
from footprint.facts.shapes import bounds
from footprint.maps import comparison_sentences, pairs
from footprint.maps.sentences import change_sentence
from footprint.measures.catalogue import BY_KEY
from footprint.measures.classes import ClassError
from footprint.options.sentences import is_saved
from footprint.plans import splits
from footprint.plans.comparison import Comparison, common_scope, inside, side_by_side
from footprint.plans.places import footprint_at
from footprint.plans.plan import Plan
from footprint.plans.splits import Change
from footprint.plans.tiers import Tier
from footprint.spreadsheets import csv_bytes
from footprint.view import View
from footprint.web.map import HOME
from ui.criteria import panel
from ui.parts import panels
from ui.parts.map import Half, pair_panel
from ui.shell import cache, words

_TIERS = ("utla", "lad")


def _keys(view: View) -> tuple[str, str, str]:
    return view.other, view.plan, view.base


def plans_of(view: View) -> tuple[Plan, Plan]:
    """Plan A and plan B."""
    return cache.plan(view.other, view.base), cache.plan(view.plan, view.base)


def _comparison(view: View) -> Comparison:
    return cache.comparison(*_keys(view))


def _sides(view: View) -> list[Side]:
    keys = [view.other, view.plan, *view.further]
    scope = common_scope(tuple(cache.plan(key, view.base) for key in keys))
    basis = panel.basis(view)
    return [cache.side(key, view.base, scope, *basis) for key in keys]


def _changes(sides: list[Side]) -> dict[Tier, Change]:
    tiers = [cache.tiers()[key] for key in _TIERS]
    return {tier: splits.change(*(one.splits(tier) for one in sides[:2])) for tier in tiers}


def both_selected(view: View) -> tuple[str, str]:
    """The footprints of A and of B that hold the place asked for, or "" where none is."""
    if not view.area:
        return "", ""
    place, residents = panels.asked_place(view), _comparison(view).residents
    first, second = (footprint_at(place, plan, residents) for plan in plans_of(view))
    return first, second


def take_away(view: View) -> str:
    """The paragraph to read out."""
    sides = _sides(view)
    thresholds, _ = panel.basis(view)
    moves = cache.reassignments(*_keys(view))
    return comparison_sentences.paragraph(
        _comparison(view), (sides[0], sides[1]), moves, _changes(sides), thresholds.least
    )


def same_basis(view: View) -> None:
    """Say what everything on the page is reckoned by."""
    st.caption(words.literal(basis_sentence(view)))


def basis_sentence(view: View) -> str:
    """What everything on the page is reckoned by."""
    thresholds, _ = panel.basis(view)
    count = len(_sides(view)[0].scope)
    everywhere = count == len(_comparison(view).residents)
    where = "all of England" if everywhere else "the region these options are for"
    return (
        f"Same basis for everything here: data version {cache.manifest().data_version}; {where}; "
        "residents of mid-2024; an authority is split when more than "
        f"{thresholds.tolerance * 100:g}% of its people (mid-2022) live outside its main "
        f"footprint; the lines of the criteria are those of the Criteria page. {_whose(view)}"
    )


def _whose(view: View) -> str:
    """Say of each user's option whose it is."""
    keys = [key for key in (view.other, view.plan, *view.further) if is_saved(key)]
    return " ".join(cache.plan(key).summary for key in dict.fromkeys(keys))


def scorecard(view: View) -> None:
    """Sizes, splits and criteria of each plan with the difference; every measure on request."""
    sides = _sides(view)
    titles = [words.literal(side.plan.title) for side in sides]
    st.subheader("Scorecard", anchor=False)
    st.table(differences.as_table(_score_lines(view, sides), titles))
    with st.expander("Every measure: the middle footprint, with the lowest and the highest"):
        st.table(differences.as_table(differences.measure_lines(sides), titles))
        st.caption(f"{_adding_up()} “No better or worse” means nobody has asked for more or less.")


def score_table(view: View) -> pd.DataFrame:
    """The scorecard as a table of words."""
    sides = _sides(view)
    return differences.as_table(_score_lines(view, sides), [side.plan.title for side in sides])


def _score_lines(view: View, sides: list[Side]) -> list[differences.Line]:
    thresholds, _ = panel.basis(view)
    return [
        *differences.size_lines(sides, thresholds.least),
        *differences.split_lines(sides, [cache.tiers()[key] for key in _TIERS]),
        *differences.criterion_lines(sides, thresholds),
    ]


def _adding_up() -> str:
    labels = [BY_KEY[key].label for key in differences.ADDING_UP]
    return f"Totals are the same under every plan, by construction: {'; '.join(labels)}."


def maps(view: View) -> None:
    """Two maps in step with one legend, or one map of what changes hands."""
    layers, legend = layers_of(view)
    titles = [f"{letter}: {plan.title}" for letter, plan in zip("AB", plans_of(view), strict=True)]
    selected = both_selected(view)
    if len(layers) == 1:
        halves = [
            Half(layers[0], cache.reassignment_anchors(*_keys(view)), selected[1], legend.title)
        ]
    else:
        anchors = [cache.anchors(plan.key, view.base) for plan in plans_of(view)]
        halves = list(map(Half, layers, anchors, selected, titles))
    pair_panel(
        halves,
        legend,
        focus=_focus(view, selected),
        place=_asked_blocks(view),
        key="map-compare",
        place_of=lambda block: _place_of(view, block),
    )
    _where_it_lies(view)


def layers_of(view: View) -> tuple[list[pairs.Layer], pairs.Layer]:
    """What the maps show, two layers or one, and the layer whose legend serves them."""
    if view.show == "moves":
        layer = cache.reassignment_layer(*_keys(view), take_away(view))
        return [layer], layer
    if not view.measure:
        pair = cache.membership_pair(*_keys(view))
        return list(pair), pairs.one_legend(pair)
    pair = _measure_pair(view)
    return list(pair), pairs.one_legend(pair)


def _measure_pair(view: View) -> pairs.Pair:
    asked = (view.scheme, int(view.classes), view.cut_values)
    try:
        return cache.choropleth_pair(*_keys(view), view.measure, *asked)
    except ClassError:
        return cache.choropleth_pair(*_keys(view), view.measure, "quantiles", 5, ())


def _focus(view: View, selected: tuple[str, str]) -> tuple[float, float, float, float]:
    comparison, owners = _comparison(view), [plan.footprint_of for plan in plans_of(view)]
    scope = common_scope(plans_of(view))
    if view.area:
        here = (owners[0] == selected[0]) | (owners[1] == selected[1])
        return bounds(cache.block_shapes(), owners[0].index[here])
    if len(scope) < len(comparison.residents):
        return bounds(cache.block_shapes(), sorted(scope))
    return HOME


def _asked_blocks(view: View) -> list[int]:
    first, second = plans_of(view)
    if not view.area or view.area in {*first.by_id, *second.by_id}:
        return []
    blocks = panels.asked_place(view).blocks
    return first.footprint_of.index.get_indexer(list(blocks)).tolist()


def _place_of(view: View, block: str) -> str:
    """The place a click selects: the district, or what else lies in the same two footprints."""
    residents = _comparison(view).residents
    owners = tuple(plan.footprint_of[block] for plan in plans_of(view))
    district = cache.atlas().blocks.at[block, "lad"]
    for code in (district, *owners):
        place = cache.all_places().get(code)
        if place and owners == tuple(footprint_at(place, one, residents) for one in plans_of(view)):
            return code
    return district


def _where_it_lies(view: View) -> None:
    with st.container(key="selected"):
        if not view.area:
            st.caption("Choose a place on either map, or type its name, to see it under both.")
            return
        place, residents = panels.asked_place(view), _comparison(view).residents
        said = comparison_sentences.where_it_lies(place, plans_of(view), residents)
        for letter, sentence, selected, key in zip(
            "AB", said, both_selected(view), _keys(view)[:2], strict=True
        ):
            told = words.literal(f"{sentence} {_figure(view, key, selected)}")
            st.markdown(f"**{letter}:** {told}")


def _figure(view: View, key: str, footprint: str) -> str:
    measure = BY_KEY[view.measure or "residents"]
    value = cache.table(key, view.base).at[footprint, measure.key]
    return f"{measure.label} of that footprint: {measure.unit.text(value)}."


def what_changes_hands(view: View) -> None:
    """Every district that moves, with a download; the splits; and who shares whom."""
    comparison = _comparison(view)
    names = cache.atlas().authorities["lad_name"]
    table = comparison_sentences.move_words(comparison, cache.reassignments(*_keys(view)), names)
    st.subheader("What changes hands", anchor=False)
    if table.empty:
        st.markdown("Nothing: every district stays with the footprint it is matched with.")
    else:
        st.caption(_how_matched(table))
        st.dataframe(
            table,
            hide_index=True,
            height=min(38 + 35 * len(table), 420),
            column_config={"Residents, mid-2024": st.column_config.NumberColumn(format="%,d")},
        )
        st.download_button(
            "Download what changes hands (CSV)",
            lambda: csv_bytes([table.columns, *table.itertuples(index=False, name=None)]),
            file_name=f"{view.other}-to-{view.plan}.csv",
            mime="text/csv",
            on_click="ignore",
        )
    for tier, change in _changes(_sides(view)).items():
        second, first = reversed(plans_of(view))
        st.markdown(words.literal(change_sentence(change, tier, second, first)))


def _how_matched(table: pd.DataFrame) -> str:
    parts = table["How much of it"].eq("part").sum()
    return (
        f"{len(table)} moves of districts or parts of them, {parts} of them parts; "
        f"{table['Residents, mid-2024'].sum():,} residents. Footprints are matched one to one so "
        "that as many residents as can be stay where they are; a place changes hands when its "
        "footprint in B is not the match of its footprint in A."
    )


def footprints(view: View) -> None:
    """The measure for each pair of matched footprints, and the matrix of shared residents."""
    measure = BY_KEY[view.measure or "residents"]
    st.subheader(f"{measure.label}: footprint by footprint", anchor=False)
    scope = common_scope(plans_of(view))
    kept = tuple(inside(plan, scope) for plan in plans_of(view))
    values = [
        cache.table(plan.key, view.base).loc[here, measure.key]
        for plan, here in zip(plans_of(view), kept, strict=True)
    ]
    first, second = (plan.by_id for plan in plans_of(view))
    table = side_by_side(_comparison(view), values[0], values[1], measure.better)
    unit = measure.unit.text
    shown = pd.DataFrame(
        {
            "In A": [first[one].name if one else "no match" for one in table["came_from"]],
            "In B": [second[one].name if one else "no match" for one in table["goes_to"]],
            "A": [unit(value) if one else "" for one, value in _two(table, "came_from", "before")],
            "B": [unit(value) if one else "" for one, value in _two(table, "goes_to", "after")],
            "B less A": [
                differences.signed(change, measure.unit) if word else ""
                for word, change in _two(table, "direction", "difference")
            ],
            "B is": [differences.marked(word) for word in table["direction"]],
        }
    )
    st.dataframe(shown, hide_index=True, height=min(38 + 35 * len(shown), 420))
    with st.expander("Who shares whom: residents in each pair of footprints, A down and B across"):
        st.dataframe(comparison_sentences.overlap_words(_comparison(view), kept), height=480)


def _two(table: pd.DataFrame, one: str, other: str) -> zip:
    return zip(table[one], table[other], strict=True)
