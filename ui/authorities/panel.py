"""The parts of the page on local authorities."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from footprint.english import article, rounded_shares
from footprint.maps import sentences
from footprint.maps.layer import Layer
from footprint.plans import places, splits
from footprint.plans.fits import fit_sentence
from footprint.plans.plan import Plan
from footprint.plans.tiers import Tier
from footprint.view import View
from ui.parts.tables import literal
from ui.shell import address, cache, words


def _tolerance(view: View) -> float:
    return float(view.tolerance) / 100


def _asked(view: View) -> tuple[str, str, str, float]:
    return view.plan, view.base, view.tier, _tolerance(view)


def selected_authority(view: View, tier: Tier) -> str:
    """The authority the view's area lies in, or "" where none is selected.

    A footprint is no authority: one carried over from another page selects nothing here.
    """
    place = cache.all_places().get(view.area)
    if not place or place.code in cache.plan(view.plan, view.base).by_id:
        return ""
    return places.authority_at(place, tier)


def layer(view: View) -> Layer:
    """The map of whole and split authorities."""
    return cache.authority_layer(*_asked(view))


def what_changed(view: View) -> None:
    """Say what the plan changes beside the plan it is compared with.

    There is always a sentence: an element that came and went would make the map below start anew.
    """
    with st.container(key="change"):
        st.markdown(words.literal(_change(view)))


def _change(view: View) -> str:
    if view.other == view.plan:
        return "Compare with another plan to see what this one changes."
    plan, tier = cache.plan(view.plan, view.base), cache.tiers()[view.tier]
    before = cache.authorities(view.other, view.base, view.tier, _tolerance(view))
    change = splits.change(before, cache.authorities(*_asked(view)))
    return sentences.change_sentence(change, tier, plan, cache.plan(view.other, view.base))


def card(view: View, selected: str) -> None:
    """Tell the selected authority, or how to select one."""
    plan, tier = cache.plan(view.plan, view.base), cache.tiers()[view.tier]
    if not selected:
        st.caption(f"Choose {article(tier.one)} on the map, or type its name above.")
        return
    pieces = cache.overlap(view.plan, view.base, view.tier)
    pieces = pieces[pieces["authority"] == selected]
    row = cache.authorities(*_asked(view)).loc[selected]
    with st.container(border=True, key="card"):
        st.subheader(row["name"], anchor=False)
        st.caption(words.literal(_verdict(row, plan)))
        st.markdown(words.literal(splits.split_sentence(tier, plan, pieces)))
        st.table(literal(_pieces(pieces, plan)))
    st.button("Clear the selection", on_click=address.show, kwargs={"area": ""})


def _verdict(row: pd.Series, plan: Plan) -> str:
    if not row["split"]:
        return f"Whole: it works with {plan.by_id[row['main']].name}"
    origin = (
        "a line between the ICBs of 2023 already ran through it"
        if row["origin"] == splits.INHERITED
        else "the plan draws a line inside what was one ICB in 2023"
    )
    return f"Split, {row['origin']}: {origin}"


def _pieces(pieces: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Footprint": [plan.by_id[footprint].name for footprint in pieces["footprint"]],
            "Residents, mid-2022": [f"{people:,.0f}" for people in pieces["residents"]],
            "Share": rounded_shares(pieces["share"]),
        }
    ).set_index("Footprint")


def tables_of_authorities(view: View) -> pd.DataFrame:
    """Every authority with its footprints, the split ones first."""
    plan = cache.plan(view.plan, view.base)
    pieces = cache.overlap(view.plan, view.base, view.tier)
    told = pieces.groupby("authority").apply(_told, plan)
    table = cache.authorities(*_asked(view)).assign(told=told)
    table = table.sort_values(["split", "outside", "name"], ascending=[False, False, True])
    return pd.DataFrame(
        {
            "Authority": table["name"],
            "Verdict": ["Split" if split else "Whole" for split in table["split"]],
            "Footprints": table["footprints"],
            "Residents in each (mid-2022)": table["told"],
            "Living outside the main one": rounded_shares(table["outside"]),
            "Origin of the split": table["origin"],
        }
    ).set_index("Authority")


def table_of_split(view: View) -> pd.DataFrame:
    """The split authorities alone."""
    count = int(cache.authorities(*_asked(view))["split"].sum())
    return tables_of_authorities(view).head(count)


def _told(pieces: pd.DataFrame, plan: Plan) -> str:
    shares = rounded_shares(pieces["share"])
    rows = zip(pieces["footprint"], pieces["residents"], shares, strict=True)
    return "; ".join(f"{plan.by_id[f].name} {people:,.0f} ({share})" for f, people, share in rows)


def tables_of_footprints(view: View) -> pd.DataFrame:
    """Every footprint with the authorities it holds whole and those it shares."""
    plan = cache.plan(view.plan, view.base)
    table, pieces = cache.authorities(*_asked(view)), cache.overlap(*_asked(view)[:3])
    pieces = pieces.assign(
        name=pieces["authority"].map(table["name"]), split=pieces["authority"].map(table["split"])
    )
    strategic = cache.tiers()[view.tier if view.tier.startswith("sa") else "sa"]
    fits = cache.fits(view.plan, view.base, strategic.key, _tolerance(view))
    rows = [
        (
            footprint.name,
            int((~here["split"]).sum()),
            _shared(here[here["split"]]),
            fit_sentence(fits[footprint.id], strategic, plan),
        )
        for footprint in plan.footprints
        for here in [pieces[pieces["footprint"] == footprint.id]]
    ]
    columns = ["Footprint", "Whole", "Split, with the share here", strategic.label]
    return pd.DataFrame(rows, columns=columns).set_index("Footprint").sort_index()


def _shared(here: pd.DataFrame) -> str:
    shares = rounded_shares(here["share"])
    named = [f"{name} ({share})" for name, share in zip(here["name"], shares, strict=True)]
    return ", ".join(named) or "none"


def tables(view: View) -> None:
    """Show every authority, and the other way round every footprint."""
    tier = cache.tiers()[view.tier]
    st.subheader(f"{tier.label}, one by one", anchor=False)
    everything, split = tables_of_authorities(view), table_of_split(view)
    if st.toggle(f"Show all {len(everything)}, whole ones too", key="all-authorities"):
        st.dataframe(everything, height=480)
    elif split.empty:
        st.markdown("None is split.")
    else:
        st.table(literal(split))
    st.subheader("The other way round: each footprint", anchor=False)
    st.caption(
        "Coterminous means sharing its borders: made of whole authorities and nothing else. People "
        "are counted in mid-2022 here, the last year with figures for every neighbourhood."
    )
    st.table(literal(tables_of_footprints(view)))
