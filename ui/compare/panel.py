"""The parts of the page that compares two plans."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.content.figures import text_table
from footprint.content.pair_maps import place_of
from footprint.criteria.differences import Line, as_table, change_columns
from footprint.pages.compare import Changes, Compare
from footprint.spreadsheets import csv_bytes
from footprint.view import View
from ui.compare import pickers
from ui.parts import headings, panels, tables
from ui.parts.map import compared
from ui.parts.places import led
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace


def scorecard(view: View, told: Compare) -> None:
    """Sizes, splits and criteria of each plan with the difference; every measure on request."""
    with st.container(key="scorecard"):
        scores = as_table(list(told.scores), told.titles, told.letters)
        tables.headed("Scorecard", scores, "Scorecard of the plans compared")
        pickers.more(view)
        panels.caption(told.basis)
        changed, _ = change_columns(told.letters)
        _scores(told, told.scores, f"Each plan, and the {changed[0].lower()}{changed[1:]}")
        said = "Every measure: the middle footprint, with the lowest and the highest"
        if box := panels.opened(said, "compare-measures"):
            with box:
                _scores(told, told.every_measure, "Every measure of each plan")
                st.caption(
                    f"{told.adding_up} “No better or worse” means nobody has asked for more or "
                    "less."
                )


def _scores(told: Compare, lines: Iterable[Line], caption: str) -> None:
    tables.plain(as_table(list(lines), told.titles, told.letters), caption)


def one_screen(view: View, told: Compare) -> None:
    """What is seen at once: the sentence, what chooses, and the maps whole with their legend."""
    around = led(view, told.plans[1], told.sentence)
    with around.said, st.container(key="compare"):
        pickers.controls(view, told)
    with around.map:
        compared(
            told.picture.maps,
            told.picture.key,
            place_of=lambda block: place_of(workspace(), view, block),
        )


def under_the_maps(told: Compare) -> None:
    """What has to be known to read the maps, what follows, and where the place asked for lies."""
    if told.picture.key:
        tables.note(told.picture.key)
    if told.follows:
        st.markdown(told.follows)
    with st.container(key="selected", gap="xsmall"):
        if not told.where:
            panels.hint("Choose a place on the map, or type its name, to see it under both plans.")
        for letters, sentence in told.placed.items():
            st.markdown(words.marked("**{}:** {}", letters, sentence))


def what_changes(view: View, told: Changes) -> None:
    """Every district to which something happens, with a download, and the splits."""
    headings.part("What joins, divides and moves")
    if told.table.empty:
        st.markdown(told.how)
    else:
        st.caption(told.how)
        said = f"Every district, and what happens to it ({len(told.table)})"
        if box := panels.opened(said, "compare-districts"):
            with box:
                _moves(view, told)
    for sentence in told.splits:
        st.markdown(sentence)


def _moves(view: View, told: Changes) -> None:
    table = told.table
    st.dataframe(
        table,
        hide_index=True,
        height=min(38 + 35 * len(table), 420),
        column_config={"Residents, mid-2024": st.column_config.NumberColumn(format="%,d")},
    )
    st.download_button(
        "Download what joins, divides and moves (CSV)",
        lambda: csv_bytes([table.columns, *table.itertuples(index=False, name=None)]),
        file_name=f"{view.other}-to-{view.plan}.csv",
        mime="text/csv",
        on_click="ignore",
    )


def footprints(told: Compare) -> None:
    """The measure for each pair of matched footprints, and the matrix of shared residents."""
    one, other = told.letters[:2]
    shown = told.footprints.set_index(f"In {one}")
    said = f"{told.measure.label} of each footprint in {one} and {other}"
    tables.headed(f"{told.measure.label}: footprint by footprint", shown, said)
    tables.plain(shown, said, headed=True, alike=(one, other))
    said = f"Who shares whom: residents in each pair of footprints, {one} down and {other} across"
    down, across = told.shared.shape
    if box := panels.opened(f"{said} ({down} by {across})", "compare-shared"):
        with box:
            st.dataframe(told.shared, height=480)
            tables.download(text_table("Who shares whom", told.shared), f"{one} {other}")
