"""The panel on every page that takes the map away, in whatever format a paper needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from footprint.binding.links import coded
from footprint.content.values import Page, Picture
from footprint.export.orders import CODE, FORMATS, Order, file_name
from footprint.export.press import Press, expect
from footprint.pages.addresses import link_of
from footprint.papers.contents import ALONE, SELECTED, only_whole, paper, parts, title_of
from footprint.papers.paper import PICTURES, SHEETS, file_stem
from footprint.papers.sheets import picture_of
from footprint.plans.drawn import drawn_text
from footprint.print.plain import LEFT_OUT
from footprint.view import View
from ui.papers import basket, copying, press
from ui.papers import batch as batches
from ui.parts.panels import opened
from ui.parts.tables import to_copy
from ui.shell import drawing as st
from ui.shell.address import asked, home
from ui.shell.workspace import workspace

_TITLE = "Take this map away: for a paper, a slide or a spreadsheet"

# The page and the view that a part was chosen for.
_PART_OF = "export-part-of"
# What is remembered from page to page; a part of a map is not, for it is of one view.
_KEPT = "export-kept"
_CHOICES = ("export-format", "export-sheet", "export-mono", "export-left-out", "export-editable")
# The formats whose maps can be edited, with the words for it.
_EDITABLE = {
    "pptx": "Map as shapes to recolour, one for each area",
    "svg": "Words to edit, and a named group for each area",
}
# The formats that a map alone comes in.
_ALONE = ("png", "svg")


def _whole(view: View) -> View:
    return view.with_(option=drawn_text(view.drawings[0])) if view.drawings else view


def export(page: Page, view: View, whole: Callable[[View], View] = _whole) -> None:
    """Offer the map of a page, as it is now, as a file or for a pack of board papers.

    `whole` puts into a view what the address bar cannot hold. Nothing is worked out until the
    panel is opened.
    """
    if box := opened(_TITLE, "export"):
        with box:
            _panel(page, whole(view), whole)


def _panel(page: Page, view: View, whole: Callable[[View], View]) -> None:
    picture = picture_of(workspace(), page, view)
    _recall()
    _forget_part(page, view)
    left, middle, right = st.columns(3)
    single = {key: one.label for key, one in FORMATS.items() if one.single}
    with left:
        chosen = st.selectbox("Format", single, format_func=single.__getitem__, key="export-format")
    with middle:
        part = _pick_part(picture)
    with right:
        sheet = _pick_sheet(chosen)
    if why := only_whole(workspace(), picture):
        st.caption(why)
    left_out = _pick_left_out(sheet)
    monochrome = st.toggle("Safe for black-and-white printing", key="export-mono")
    editable = chosen in _EDITABLE and st.toggle(_EDITABLE[chosen], key="export-editable")
    _remember()
    link, day, whose = link_of(page, view, home()), date.today(), press.whose()
    expect()

    def order() -> Order:
        made = paper(workspace(), picture, part, link=link, day=day)
        return Order(chosen, (made,), sheet, monochrome, left_out=left_out, editable=editable)

    with st.container(horizontal=True, key="export-buttons"):
        _download(order, chosen, title_of(workspace(), picture, part), whose)
        _add_button(page, whole)
        if chosen == "png":
            copying.offer(order)
        if coded(link):
            _code_button(order, title_of(workspace(), picture, part), whose)
    copying.watch(order)
    st.caption(
        "A file takes a few seconds. It carries its title, date, sources and licence, and where "
        "the app has a public address the link back to this view; a CSV holds the table alone."
    )
    _areas(picture, part)
    batches.take(page, view)


def _download(order: Callable[[], Order], chosen: str, title: str, whose: str) -> None:
    st.download_button(
        "Make and download",
        lambda: Press(order(), whose=whose).start().result(),
        file_name=file_name(chosen, title),
        mime=FORMATS[chosen].mime,
        on_click="ignore",
        type="primary",
    )


def _code_button(order: Callable[[], Order], title: str, whose: str) -> None:
    """Offer the link as a code for telephones, to put beside a map."""
    st.download_button(
        "QR code of the link",
        lambda: Press(replace(order(), format=CODE), whose=whose).start().result(),
        file_name=f"{file_stem(title)}-code.png",
        mime="image/png",
        on_click="ignore",
        key="export-code",
    )


def _forget_part(page: Page, view: View) -> None:
    """Let go of the part chosen for another view; each is about something else."""
    now = (page.address, view)
    if st.session_state.get(_PART_OF) != now:
        st.session_state[_PART_OF] = now
        st.session_state.pop("export-part", None)


def _add_button(page: Page, whole: Callable[[View], View]) -> None:
    count = len(basket.current().items)
    words = f"Add to board papers ({count} there)" if count else "Add to board papers"
    st.button(words, on_click=_add, args=(page, whole), key="basket-add")


def _add(page: Page, whole: Callable[[View], View]) -> None:
    # Read anew, for the view may be another one since the button was drawn.
    view, _ = asked()
    basket.add(page, whole(view), st.session_state["export-part"])


def _pick_part(picture: Picture) -> str:
    offered = parts(workspace(), picture)
    chosen = {SELECTED, ALONE} & set(offered)
    return st.selectbox(
        "What the picture shows",
        offered,
        format_func=offered.__getitem__,
        key="export-part",
        help=None if chosen or len(offered) == 1 else _CHOOSE_FIRST,
    )


_CHOOSE_FIRST = "Choose an area on the map first, and you can take it alone here."


def _pick_sheet(chosen: str) -> str:
    sizes = SHEETS | PICTURES if chosen in _ALONE else SHEETS
    if st.session_state.get("export-sheet") not in sizes:
        st.session_state.pop("export-sheet", None)
    return st.selectbox(
        "Size",
        sizes,
        format_func=lambda key: sizes[key].label,
        key="export-sheet",
        disabled=not FORMATS[chosen].sized,
        help=None if FORMATS[chosen].sized else "This format has a size of its own.",
    )


def _pick_left_out(sheet: str) -> tuple[str, ...]:
    if sheet not in PICTURES:
        return ()
    return tuple(
        st.multiselect(
            "Leave out",
            LEFT_OUT,
            format_func=LEFT_OUT.__getitem__,
            key="export-left-out",
            placeholder="Nothing",
        )
    )


def _recall() -> None:
    """Choose what was chosen on the page before; Streamlit forgets what a page no longer shows."""
    for key, choice in st.session_state.get(_KEPT, {}).items():
        st.session_state.setdefault(key, choice)


def _remember() -> None:
    kept = st.session_state.setdefault(_KEPT, {})
    kept |= {key: st.session_state[key] for key in _CHOICES if key in st.session_state}


def _areas(picture: Picture, part: str) -> None:
    if st.toggle("Show the areas of each footprint in words, to copy", key="export-areas"):
        made = paper(workspace(), picture, part, link="", day=date.today())
        told = "\n\n".join(f"{name}: {words}" for name, words in made.lists)
        to_copy("The areas of each footprint, to copy", told)
