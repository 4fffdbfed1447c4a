"""A view made into one sheet for each footprint, ICB, region or authority."""

from __future__ import annotations

from footprint.batches.batch import batch, kinds
from footprint.content.values import Page
from footprint.export.orders import FORMATS, Order
from footprint.papers.contents import WHOLE, regions
from footprint.papers.pack import Pack, PackError
from footprint.papers.paper import SHEETS
from footprint.papers.sheets import paper_of
from footprint.view import View
from footprint.workspace.scopes import parts_of_england
from ui.papers import press
from ui.shell import drawing as st
from ui.shell.address import home
from ui.shell.workspace import workspace

_TAKEN, _ASKED = "batch-press", "batch-asked"
_USUAL = "a4-landscape"
_OFFERED = ("pdf", "pptx", "docx", "zip")


def take(page: Page, view: View) -> None:
    """Offer a view once for each area of a kind, all as one file, with progress and a stop."""
    offered = kinds(page)
    if not offered:
        return
    # On a row of its own, or a telephone cuts its words.
    st.selectbox("Or one sheet for", offered, format_func=offered.__getitem__, key="batch-kind")
    if (part := _part()) in regions(workspace()):
        st.caption(f"Only those in {parts_of_england(workspace())[part].name}, as chosen above.")
    with st.container(horizontal=True, vertical_alignment="bottom", key="batch-take"):
        st.selectbox(
            "All as one",
            _OFFERED,
            format_func=lambda key: FORMATS[key].label,
            key="batch-format",
        )
        st.button("Make all sheets", on_click=_ask, key="batch-make")
    if st.session_state.get(_ASKED):
        _put_together(page, view)
    press.watch(_TAKEN)


def _part() -> str:
    return st.session_state.get("export-part", WHOLE)


def _ask() -> None:
    press.stop(_TAKEN)
    st.session_state[_ASKED] = True


def _stop() -> None:
    st.session_state.pop(_ASKED, None)


def _leave_off() -> None:
    _stop()
    press.tell_of_stop(_TAKEN)


def _put_together(page: Page, view: View) -> None:
    """Make the papers one by one; a press on Stop, like any other, ends it between two."""
    st.button("Stop", on_click=_leave_off, key="batch-stop")
    try:
        pack = batch(workspace(), page, view, st.session_state["batch-kind"], _part())
        order = _order(pack)
    except PackError as problem:
        st.warning(str(problem))
        _stop()
        return
    _stop()
    press.start(_TAKEN, order)
    st.rerun()


def _order(pack: Pack) -> Order:
    bar, papers = st.empty(), []
    for done, item in enumerate(pack.items):
        with bar:
            st.progress(
                done / len(pack.items), f"Putting together {done + 1} of {len(pack.items)}."
            )
        papers.append(paper_of(workspace(), item, home()))
    return Order(
        st.session_state["batch-format"],
        tuple(papers),
        sheet if (sheet := st.session_state["export-sheet"]) in SHEETS else _USUAL,
        st.session_state["export-mono"],
        pack.title,
        pack.front,
    )
