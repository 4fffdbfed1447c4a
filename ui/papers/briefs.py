"""Briefs for all: the brief of every ICB, or of every leadership team, as one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from footprint.batches.briefs import all_briefs, briefs_of_announced, team_briefs
from footprint.export.orders import FORMATS, Order
from footprint.papers.pack import Pack
from footprint.papers.sheets import sheets_of
from footprint.workspace.workspace import Workspace
from ui.papers import press
from ui.parts import headings
from ui.shell import drawing as st
from ui.shell.address import home
from ui.shell.workspace import workspace

_TAKEN = "briefs-press"
_OFFERED = ("pdf", "docx", "pptx")


_PACKS: Mapping[str, Callable[[Workspace], Pack]] = {
    "icbs": all_briefs,
    "teams": team_briefs,
    "announced": briefs_of_announced,
}
_ABOUT = (
    "For each ICB what the page “My ICB” says, those of one leadership team together: two pages as "
    "a PDF. For each leadership team one page: the same five lines, its map and its figures."
)


def take() -> None:
    """Make the briefs of all ICBs or teams as one file, with its progress and a way to stop."""
    packs = {kind: made(workspace()) for kind, made in _PACKS.items()}
    headings.part("Briefs for all")
    st.caption(_ABOUT)
    with st.container(horizontal=True, vertical_alignment="bottom", key="briefs-take"):
        st.selectbox(
            "Of whom",
            packs,
            format_func=lambda kind: packs[kind].title,
            key="briefs-of",
        )
        st.selectbox(
            "Briefs as",
            _OFFERED,
            format_func=lambda key: FORMATS[key].label,
            key="briefs-format",
        )
        st.button("Make all briefs", on_click=_make, key="briefs-make")
    press.watch(_TAKEN)


def _make() -> None:
    pack = _PACKS[st.session_state["briefs-of"]](workspace())
    papers = sheets_of(workspace(), pack, home())
    order = Order(st.session_state["briefs-format"], papers, pack.sheet, title=pack.title)
    press.start(_TAKEN, order)
