"""Tables, legends and cards: what the map shows, in words and numbers."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from footprint.maps.layer import Layer, LegendRow
from footprint.maps.stories import Story
from footprint.measures.catalogue import BY_KEY
from footprint.measures.units import NO_FIGURE
from footprint.plans.plan import KIND_WORDS, Plan
from footprint.spreadsheets import csv_bytes
from footprint.web.looks import looks
from ui.shell import words


def selected_line(layer: Layer, selected: str) -> None:
    """Say under the map what is selected, for readers whose card is further down."""
    for area in layer.areas:
        if selected and area.id == selected:
            with st.container(key="selected"):
                lines = words.literal(", ".join(area.tooltip))
                st.markdown(f"**{words.literal(area.name)}**: {lines}")


def legend(layer: Layer) -> None:
    """Show what each colour and mark means, and how many footprints have it."""
    rows = "".join(_legend_row(row) for row in layer.legend)
    st.html(
        f'<div class="legend"><p><b>{html.escape(layer.legend_title)}</b></p><ul>{rows}</ul></div>'
    )
    if layer.note:
        st.caption(layer.note)


def _legend_row(row: LegendRow) -> str:
    look, fill = " ".join(looks(row.marks)), row.swatch_fill
    return (
        f'<li><span class="swatch {look}" style="background-color:{fill}"></span>'
        f"{html.escape(row.words)} <i>({html.escape(row.counted) or row.count})</i></li>"
    )


def card(story: Story, asked: str = "") -> None:
    """Show one area's story, after what was `asked` where that was another place."""
    with st.container(border=True, key="card"):
        if asked:
            st.markdown(f"**{asked}**")
        st.subheader(story.title, anchor=False)
        st.caption(story.subtitle)
        for heading, told in story.paragraphs:
            st.html(f"<p><b>{html.escape(heading)}.</b> {html.escape(told)}</p>")


def literal(table: pd.DataFrame) -> pd.DataFrame:
    """A table for a place that reads Markdown, so that every word shows as it stands."""
    said = table.map(lambda cell: words.literal(cell) if isinstance(cell, str) else cell)
    return said.rename(index=words.literal)


def twin(plan: Plan, table: pd.DataFrame, measure: str, estimated: frozenset[str]) -> None:
    """Show the map's own figures as a plain table, in the order of their names."""
    columns = [measure] if measure == "residents" else [measure, "residents"]
    plain(_in_words(plan, table[columns], estimated if BY_KEY[measure].shared else frozenset()))


def plain(table: pd.DataFrame) -> None:
    """Show a table of words as it is, row names first.

    Written as HTML because Streamlit's own tables bring a megabyte of script, which the map of
    a first visit would wait for.
    """
    shown = table.rename_axis(columns=None).reset_index()
    st.html(f'<div class="plain">{shown.to_html(index=False, border=0, escape=True)}</div>')


def _in_words(plan: Plan, table: pd.DataFrame, estimated: frozenset[str]) -> pd.DataFrame:
    named = _names(plan, table.index)
    for key in table:
        marks = [
            " (estimated)" if f in estimated and key != "residents" else "" for f in table.index
        ]
        said = table[key].map(BY_KEY[key].unit.text)
        named[BY_KEY[key].label] = [f"{text}{mark}" for text, mark in zip(said, marks, strict=True)]
    return named.set_index("Footprint").sort_index()


def _names(plan: Plan, footprints: pd.Index) -> pd.DataFrame:
    rows = [(plan.by_id[f].name, KIND_WORDS[plan.by_id[f].kind]) for f in footprints]
    return pd.DataFrame(rows, index=footprints, columns=["Footprint", "What it is"])


def every_measure(plan: Plan, table: pd.DataFrame, estimated: frozenset[str]) -> None:
    """Show every measure of every footprint, to sort, search and download."""
    named = _names(plan, table.index)
    if estimated:
        named["Money figures"] = [
            "estimated" if footprint in estimated else "published" for footprint in table.index
        ]
    figures = pd.DataFrame({_heading(key): BY_KEY[key].unit.shown(table[key]) for key in table})
    shown = named.join(figures).sort_values("Footprint")
    st.dataframe(shown, hide_index=True, height=420, placeholder=NO_FIGURE)
    st.download_button(
        "Download every measure (CSV)",
        lambda: csv_bytes(_rows(shown)),
        file_name=f"{plan.key}-measures.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _rows(shown: pd.DataFrame) -> list[tuple[object, ...]]:
    said = shown.astype(object).where(shown.notna(), NO_FIGURE)
    return [tuple(shown), *said.itertuples(index=False, name=None)]


def _heading(key: str) -> str:
    label, unit = BY_KEY[key].label, BY_KEY[key].unit.name
    return label if unit in label else f"{label} ({unit})"
