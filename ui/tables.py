"""Tables, legends and cards: what the map shows, in words and numbers."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from footprint.layers import Layer, LegendRow
from footprint.measures import BY_KEY, NO_FIGURE
from footprint.plans import KIND_WORDS, Plan
from footprint.stories import Story


def legend(layer: Layer) -> None:
    """Show what each colour and mark means, and how many footprints have it."""
    rows = "".join(_legend_row(row) for row in layer.legend)
    st.html(
        f'<div class="legend"><p><b>{html.escape(layer.legend_title)}</b></p><ul>{rows}</ul></div>'
    )
    if layer.note:
        st.caption(layer.note)


def _legend_row(row: LegendRow) -> str:
    marks = [name for name in ("hatch", "dashed") if getattr(row, name)]
    return (
        f'<li><span class="swatch {" ".join(marks)}" style="background-color:{row.fill}"></span>'
        f"{html.escape(row.words)} <i>({row.count})</i></li>"
    )


def card(story: Story) -> None:
    """Show one area's story."""
    with st.container(border=True, key="card"):
        st.subheader(story.title, anchor=False)
        st.caption(story.subtitle)
        for heading, words in story.paragraphs:
            st.html(f"<p><b>{html.escape(heading)}.</b> {html.escape(words)}</p>")


def measure_table(plan: Plan, table: pd.DataFrame, measure: str, *, estimated: frozenset[str]) -> None:
    """Show what the map shows as a table, the chosen measure first, sorted by name."""
    order = [measure] + [key for key in table if key != measure] if measure else list(table)
    named = table[order].rename(columns={key: BY_KEY[key].label for key in order})
    named.insert(0, "Footprint", [plan.by_id[footprint].name for footprint in table.index])
    named.insert(1, "What it is", [KIND_WORDS[plan.by_id[f].kind] for f in table.index])
    if estimated and (not measure or BY_KEY[measure].shared):
        named.insert(2, "Shared figures", ["estimated" if f in estimated else "published" for f in table.index])
    shown = named.sort_values("Footprint").style.format(
        {BY_KEY[key].label: BY_KEY[key].unit.text for key in order}, na_rep=NO_FIGURE
    )
    st.dataframe(shown, hide_index=True, height=420)
