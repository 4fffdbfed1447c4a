"""Briefs for all: the brief of every ICB as one file."""

from __future__ import annotations

from footprint.batches.briefs import all_briefs
from footprint.export.orders import FORMATS, Order
from footprint.papers.sheets import sheets_of
from ui.papers import press
from ui.parts import headings
from ui.shell import drawing as st
from ui.shell.address import home
from ui.shell.workspace import workspace

_TAKEN = "briefs-press"
_OFFERED = ("pdf", "docx", "pptx")


def take() -> None:
    """Make the briefs of all ICBs as one file, with its progress and a way to stop."""
    pack = all_briefs(workspace())
    headings.part(pack.title)
    st.caption(
        "What the page “My ICB” says of each, those of one leadership team together: two pages "
        "each as a PDF."
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="briefs-take"):
        st.selectbox(
            "Briefs as",
            _OFFERED,
            format_func=lambda key: FORMATS[key].label,
            key="briefs-format",
        )
        st.button("Make all briefs", on_click=_make, key="briefs-make")
    press.watch(_TAKEN)


def _make() -> None:
    pack = all_briefs(workspace())
    papers = sheets_of(workspace(), pack, home())
    order = Order(st.session_state["briefs-format"], papers, pack.sheet, title=pack.title)
    press.start(_TAKEN, order)
