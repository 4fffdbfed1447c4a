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
from ui.parts import headings
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
        headings.part(told.story.title)
        st.caption(told.story.subtitle)
        for heading, paragraph in told.story.paragraphs:
            st.html(f"<p><b>{html.escape(heading)}.</b> {html.escape(paragraph)}</p>")


def figures(table: Table) -> None:
    """Show figures as a plain table, every cell as it is said everywhere."""
    heads = [column.heading for column in table.columns]
    plain(pd.DataFrame(table.texts(), columns=heads).set_index(heads[0]), table.title)


def plain(table: pd.DataFrame, caption: str) -> None:
    """Show a table of words as it is, row names first, under what it is called.

    Written as HTML because Streamlit's own tables name neither rows nor themselves, and bring a
    megabyte of script, which the map of a first visit would wait for. Where it is wider than its
    place it scrolls, by keyboard too.
    """
    said = html.escape(caption)
    heads = "".join(map(_column_head, [table.index.name, *table.columns]))
    rows = "".join(_row(*cells) for cells in table.itertuples(name=None))
    st.html(
        f'<div class="plain" role="group" aria-label="{said}" tabindex="0"><table>'
        f"<caption>{said}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _column_head(name: object) -> str:
    return f'<th scope="col">{html.escape(str(name))}</th>' if name else "<td></td>"


def _row(name: object, *cells: object) -> str:
    told = "".join(f"<td>{html.escape(str(cell))}</td>" for cell in cells)
    return f'<tr><th scope="row">{html.escape(str(name))}</th>{told}</tr>'


def to_copy(label: str, text: str) -> None:
    """Show text in a box of its own, where a press and Ctrl+A take all of it.

    Streamlit's own box for that brings a megabyte and a half of script to colour it.
    """
    key = f"copy-{label}"
    # Whatever was typed into the box goes with the next run.
    st.session_state[key] = text
    st.text_area(label, key=key, height="content")


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
