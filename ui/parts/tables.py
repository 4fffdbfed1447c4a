"""Tables, legends and cards: what the map shows, in words and numbers."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from footprint.content.values import Card, Table
from footprint.maps.layer import Layer, LegendRow
from footprint.measures.units import NO_FIGURE
from footprint.spreadsheets import csv_bytes
from footprint.web.looks import looks
from ui.shell import words


def selected_line(layer: Layer, selected: str) -> None:
    """Say under the map what is selected, for readers whose card is further down."""
    for area in layer.areas:
        if selected and area.id == selected:
            with st.container(key="selected"):
                lines = words.literal("; ".join(area.tooltip))
                st.markdown(f"**{words.literal(area.name)}**: {lines}")


def legend(layer: Layer) -> None:
    """Show what each colour and mark means, and how many footprints have it."""
    rows = "".join(_legend_row(row) for row in layer.legend)
    st.html(
        f'<div class="legend"><p><b>{html.escape(layer.legend_title)}</b></p><ul>{rows}</ul></div>'
    )


def note(layer: Layer) -> None:
    """Show what has to be known to read a map, where there is anything."""
    if layer.note:
        st.caption(words.literal(layer.note))


def _legend_row(row: LegendRow) -> str:
    look, fill = " ".join(looks(row.marks)), row.swatch_fill
    return (
        f'<li><span class="swatch {look}" style="background-color:{fill}"></span>'
        f"{html.escape(row.words)} <i>({html.escape(row.counted) or row.count})</i></li>"
    )


def card(told: Card) -> None:
    """Show one area's story, after what was asked where that was another place."""
    with st.container(border=True, key="card"):
        if told.asked:
            st.markdown(f"**{words.literal(told.asked)}**")
        st.subheader(words.literal(told.story.title), anchor=False)
        st.caption(told.story.subtitle)
        for heading, paragraph in told.story.paragraphs:
            st.html(f"<p><b>{html.escape(heading)}.</b> {html.escape(paragraph)}</p>")


def literal(table: pd.DataFrame) -> pd.DataFrame:
    """A table for a place that reads Markdown, so that every word shows as it stands."""
    said = table.map(lambda cell: words.literal(cell) if isinstance(cell, str) else cell)
    return said.rename(index=words.literal)


def figures(table: Table) -> None:
    """Show figures as a plain table, every cell as it is said everywhere."""
    headings = [column.heading for column in table.columns]
    plain(pd.DataFrame(table.texts(), columns=headings).set_index(headings[0]))


def plain(table: pd.DataFrame) -> None:
    """Show a table of words as it is, row names first.

    Written as HTML because Streamlit's own tables bring a megabyte of script, which the map of
    a first visit would wait for.
    """
    shown = table.rename_axis(columns=None).reset_index()
    st.html(f'<div class="plain">{shown.to_html(index=False, border=0, escape=True)}</div>')


def every_measure(table: pd.DataFrame, name: str) -> None:
    """Show every measure of every footprint, to sort, search and download under a name."""
    st.dataframe(table, hide_index=True, height=420, placeholder=NO_FIGURE)
    st.download_button(
        "Download every measure (CSV)",
        lambda: csv_bytes(_rows(table)),
        file_name=f"{name}-measures.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _rows(table: pd.DataFrame) -> list[tuple[object, ...]]:
    cells = table.astype(object).where(table.notna(), NO_FIGURE)
    return [tuple(table), *cells.itertuples(index=False, name=None)]
