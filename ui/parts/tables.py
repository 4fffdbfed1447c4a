"""Tables, legends and cards: what the map shows, in words and numbers."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from footprint.content.figures import all_figures, bars_of, text_table
from footprint.content.values import Card, Cell, Table
from footprint.maps.layer import NAME_OF_FOOTPRINT, Layer, LegendRow
from footprint.measures.said import Said
from footprint.measures.units import NO_FIGURE
from footprint.papers.paper import file_stem
from footprint.papers.typed_tables import rows, typed
from footprint.spreadsheets import csv_bytes
from footprint.web.looks import looks
from ui.parts import headings
from ui.parts.glossary import explained
from ui.parts.once import once
from ui.shell import drawing as st
from ui.shell import words

# Of so few rows nobody asks for another order.
_FEW = 3


def selected_line(layer: Layer, selected: str) -> None:
    """Say under the map what is selected, for readers whose card is further down."""
    for area in layer.areas:
        if selected and area.id == selected:
            with st.container(key="selected"):
                st.markdown(words.marked("**{}**: {}", area.name, "; ".join(area.tooltip)))


def legend(layer: Layer) -> None:
    """Show what each colour and mark means, and how many footprints have it."""
    st.html(_legend(layer))


@once
def _legend(layer: Layer) -> str:
    rows = "".join(_legend_row(row) for row in layer.legend)
    if layer.footprint_names:
        rows += f"<li><b>Abc</b> {NAME_OF_FOOTPRINT}</li>"
    return (
        f'<div class="legend"><p><b>{html.escape(layer.legend_title)}</b></p><ul>{rows}</ul></div>'
    )


def note(layer: Layer) -> None:
    """Show what has to be known to read a map, where there is anything."""
    if layer.note:
        st.caption(layer.note)


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
            st.markdown(words.marked("**{}**", told.asked))
        headings.part(told.story.title)
        st.caption(told.story.subtitle)
        for heading, paragraph in told.story.paragraphs:
            st.html(f"<p><b>{html.escape(heading)}.</b> {explained(paragraph)}</p>")


def figures(table: Table) -> None:
    """Show figures as a table, every cell as it is said everywhere, with bars in proportion.

    A bar is a part of the column's largest value; a figure nobody published has none.
    """
    st.html(_figures(table))


@once
def _figures(table: Table, *, headed: bool = False, alike: tuple[int, ...] = ()) -> str:
    heads = [column.heading for column in table.columns]
    measured = [False, *(all_figures(table, place) for place in range(1, len(heads)))]
    bars = [
        bars_of(table, place, alike if place in alike else ()) if known else {}
        for place, known in enumerate(measured)
    ]
    rows = [
        [_Cell(text, cell, bars[place].get(line)) for place, (text, cell) in enumerate(pairs)]
        for line, pairs in enumerate(map(zip, table.texts(), table.rows))
    ]
    return _written(heads, rows, measured, table.title, ' class="unseen"' if headed else "")


def download(table: Table, name: str) -> None:
    """Offer a table as it stands, numbers plain and in the unit its heading says."""
    _offer(lambda: table, f"{name} {table.title}")


def _offer(table: Callable[[], Table], name: str) -> None:
    st.download_button(
        "Download this table (CSV)",
        lambda: _csv(table()),
        file_name=f"{file_stem(name)}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _csv(table: Table) -> bytes:
    columns = typed(table)
    return csv_bytes([[column.heading for column in columns], *rows(columns)])


def headed(said: str, table: Table | pd.DataFrame, name: str) -> None:
    """Head a part whose table can be taken away as it stands, beside what it is called."""
    with st.container(
        horizontal=True, vertical_alignment="center", key=f"headed-{file_stem(name)}"
    ):
        headings.part(said)
        _offer(lambda: table if isinstance(table, Table) else text_table(name, table), name)


def plain(
    table: pd.DataFrame,
    caption: str,
    *,
    headed: bool = False,
    alike: tuple[str, ...] = (),
    whole: str = "",
) -> None:
    """Show a table of words as it is, row names first, under what it is called.

    Where it is `headed` by the same words already, they are read aloud and printed. Bars of the
    columns that are `alike` have one scale; the row of the `whole` has none.
    """
    st.html(_plain(table, caption, headed=headed, alike=alike, whole=whole))


@once
def _plain(
    table: pd.DataFrame, caption: str, *, headed: bool, alike: tuple[str, ...], whole: str
) -> str:
    places = tuple(table.columns.get_loc(name) + 1 for name in alike)
    return _figures(text_table(caption, table, whole=whole), headed=headed, alike=places)


@dataclass(frozen=True)
class _Cell:
    """What a cell says, the value it is sorted by, and how long its bar is, 0 to 1."""

    text: str
    value: Cell = None
    bar: float | None = None


def _written(
    heads: Sequence[object],
    rows: Sequence[Sequence[_Cell]],
    measured: Sequence[bool],
    caption: str,
    look: str = "",
) -> str:
    """Write a table that can be sorted by any column, its head in sight while it scrolls.

    Written as HTML because Streamlit's own tables name neither rows nor themselves, and bring a
    megabyte of script, which the map of a first visit would wait for.
    """
    said = html.escape(caption)
    named = f' aria-label="{said}"' if look else ""
    sorts = len(rows) > _FEW
    head = "".join(_head(*one, sorts=sorts) for one in zip(heads, measured, strict=True))
    body = "".join(_row(cells, measured) for cells in rows)
    return (
        f'<div class="plain" role="group" aria-label="{said}" tabindex="0"><table{named}>'
        f"<caption{look}>{said}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _head(name: object, measured: bool, *, sorts: bool) -> str:
    if not name:
        return "<td></td>"
    said = html.escape(str(name))
    # A button's words would be left out where a head stands again on a further sheet of paper.
    told = f'<span role="button" tabindex="0">{said}</span>' if sorts else said
    return f'<th scope="col"{_look(measured)}>{told}</th>'


def _row(cells: Sequence[_Cell], measured: Sequence[bool]) -> str:
    first, *others = cells
    told = "".join(_cell(cell, one) for cell, one in zip(others, measured[1:], strict=True))
    return f'<tr><th scope="row">{html.escape(first.text)}</th>{told}</tr>'


def _cell(cell: _Cell, measured: bool) -> str:
    held = cell.value.value if isinstance(cell.value, Said) else cell.value
    value = f' data-value="{held:.17g}"' if isinstance(held, int | float) else ""
    bar = "" if cell.bar is None else f' style="--bar:{cell.bar:.1%}"'
    return f"<td{_look(measured)}{value}{bar}>{html.escape(cell.text)}</td>"


def _look(measured: bool) -> str:
    return ' class="number"' if measured else ""


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
