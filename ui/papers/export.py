"""The panel on every page that takes the map away, in whatever format a paper needs."""

from __future__ import annotations

from datetime import date

import streamlit as st

from footprint.export.orders import FORMATS, Order, file_name
from footprint.export.press import Press
from footprint.papers.paper import SHEETS
from footprint.view import View
from ui.draw.state import option_of
from ui.papers import basket, views
from ui.shell import cache
from ui.shell.frame import read
from ui.shell.page_links import home, link_of

_TITLE = "Take this map away: for a paper, a slide or a spreadsheet"


def export(page: str, view: View) -> None:
    """Offer the map of a page, as it is now, as a file or for a pack of board papers.

    `page` is the path of the page's script. Nothing is worked out until the panel is opened.
    """
    panel = st.expander(_TITLE, key="export", on_change="rerun")
    if panel.open:
        with panel:
            _panel(page, _whole(page, view))


def _whole(page: str, view: View) -> View:
    """The view with all it needs in itself: a drawing too long for the address bar as well."""
    if page != "pages/Draw_an_option.py":
        return view
    if view.saved and not view.option:
        return view
    return view.with_(option=cache.option_text(option_of(view)))


def _panel(page: str, view: View) -> None:
    left, middle, right = st.columns(3)
    single = {key: one.label for key, one in FORMATS.items() if one.single}
    with left:
        chosen = st.selectbox("Format", single, format_func=single.__getitem__, key="export-format")
    with middle:
        part = _pick_part(page, view)
    with right:
        sheet = _pick_sheet(chosen)
    monochrome = st.toggle("Safe for black-and-white printing", key="export-mono")
    link, day = link_of(page, view, home()), date.today()

    def order() -> Order:
        paper = views.paper(page, view, part, link=link, day=day)
        return Order(chosen, (paper,), sheet, monochrome)

    with st.container(horizontal=True, key="export-buttons"):
        st.download_button(
            "Make and download",
            lambda: Press(order()).start().result(),
            file_name=file_name(chosen, views.shown_on(page, view).title),
            mime=FORMATS[chosen].mime,
            on_click="ignore",
            type="primary",
        )
        _add_button(page)
    st.caption(
        "A file takes a few seconds. It carries its title, date, sources and licence, and the "
        "link back to this view; a CSV holds the table alone."
    )
    _areas(page, view, part)


def _add_button(page: str) -> None:
    count = len(basket.current().items)
    words = f"Add to board papers ({count} there)" if count else "Add to board papers"
    st.button(words, on_click=_add, args=(page,), key="basket-add")


def _add(page: str) -> None:
    # Read anew, for the view may be another one since the button was drawn.
    view, _ = read(st.query_params.to_dict())
    basket.add(page, _whole(page, view), st.session_state["export-part"])


def _pick_part(page: str, view: View) -> str:
    parts = views.parts(page, view)
    return st.selectbox(
        "What the picture shows", parts, format_func=parts.__getitem__, key="export-part"
    )


def _pick_sheet(chosen: str) -> str:
    return st.selectbox(
        "Size",
        SHEETS,
        format_func=lambda key: SHEETS[key].label,
        key="export-sheet",
        disabled=not FORMATS[chosen].sized,
        help=None if FORMATS[chosen].sized else "This format has a size of its own.",
    )


def _areas(page: str, view: View, part: str) -> None:
    if st.toggle("Show the areas of each footprint in words, to copy", key="export-areas"):
        paper = views.paper(page, view, part, link="", day=date.today())
        told = "\n\n".join(f"{name}: {words}" for name, words in paper.lists)
        st.code(told, language=None, wrap_lines=True, height=320)
