"""The parts of the page on board papers: the pack's views, their order, and the file to take."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.delta_generator import DeltaGenerator

from footprint.export.orders import FORMATS, Order
from footprint.papers.contents import WHOLE
from footprint.papers.pack import (
    Item,
    Pack,
    PackError,
    changed,
    faults_of_length,
    moved,
    overlong,
    overlong_front,
    removed,
    shortened,
)
from footprint.papers.paper import SHEETS, Paper
from footprint.web.small import small_layer
from ui.papers import basket, press
from ui.parts import fields, headings
from ui.shell import drawing as st
from ui.shell.workspace import workspace

_TAKEN, _SEEN = "pack-press", "pack-preview"
# The pack that the file is of.
_MADE = "pack-made"
_THREE_LINES = 98


def opened() -> Pack:
    """The pack of this tab."""
    return basket.current()


def empty() -> None:
    """Say how a pack is filled."""
    st.markdown(
        "The pack is empty. On any page with a map, open “Take this map away” under the map and "
        "press “Add to board papers”. Or open a pack that you saved."
    )


def in_sight() -> DeltaGenerator:
    """The column that stays in sight beside the views, however many they are."""
    return st.container(key="pack-in-sight")


def contents(pack: Pack) -> None:
    """Every view of the pack, to put in order, caption, join and remove."""
    count = len(pack.items)
    headings.part(f"{count} {'view' if count == 1 else 'views'} in this pack")
    for place, item in enumerate(pack.items):
        with st.container(border=True, key=f"pack-item-{place}"):
            _item(pack, place, item)


def _item(pack: Pack, place: int, item: Item) -> None:
    try:
        paper = basket.paper_of(item)
    except PackError as problem:
        st.warning(f"{place + 1}. {problem}")
        _buttons(pack, place, item)
        return
    with st.container(horizontal=True, vertical_alignment="top", key=f"pack-head-{place}"):
        st.html(small_layer(workspace().shapes, paper.panels[0].layer, paper.scope))
        headings.under(f"{place + 1}. {paper.title}")
    _part(place, item)
    _words(place, item, paper.title)
    for problem in overlong(item, place):
        st.warning(problem)
    if paper.leading:
        _brief(place, item)
    _buttons(pack, place, item)


def _part(place: int, item: Item) -> None:
    """Show how much of its map a view puts on paper, to choose anew."""
    key, offered = f"pack-part-{place}", basket.parts_of(item)
    fields.show(key, item.part if item.part in offered else WHOLE)
    st.selectbox(
        "What the picture shows",
        offered,
        format_func=offered.__getitem__,
        key=key,
        on_change=lambda: _said(place, part=st.session_state[key]),
    )


def _words(place: int, item: Item, usual: str) -> None:
    """What stands over and under a view's map; fields without limit, which would cut a paste."""
    title, caption = f"pack-title-{place}", f"pack-caption-{place}"
    fields.show(title, item.title)
    st.text_input(
        "Title",
        key=title,
        placeholder=usual,
        on_change=lambda: _said(place, title=st.session_state[title]),
    )
    fields.show(caption, item.caption)
    st.text_area(
        "Caption",
        key=caption,
        height=_THREE_LINES,
        placeholder="A sentence or two under the map",
        on_change=lambda: _said(place, caption=_paragraph(st.session_state[caption])),
    )


def _paragraph(typed: str) -> str:
    # So it stands on paper.
    return " ".join(line for line in typed.splitlines() if line)


def _said(place: int, **changes: str | bool) -> None:
    basket.put(changed(basket.current(), place, **changes))


def _buttons(pack: Pack, place: int, item: Item) -> None:
    with st.container(horizontal=True, key=f"pack-buttons-{place}"):
        _button("Up", place, moved, place - 1, disabled=place == 0)
        _button("Down", place, moved, place + 1, disabled=place == len(pack.items) - 1)
        _button("Remove", place, removed)
    if place:
        _beside(place, item)


def _button(
    label: str, place: int, change: Callable[..., Pack], *more: int, disabled: bool = False
) -> None:
    st.button(
        label,
        key=f"pack-{label}-{place}",
        disabled=disabled,
        on_click=lambda: basket.put(change(basket.current(), place, *more)),
    )


def _beside(place: int, item: Item) -> None:
    _switch(place, "beside", "On one sheet with the view above", on=item.beside)


def _brief(place: int, item: Item) -> None:
    _switch(place, "brief", "One slide in PowerPoint, without tables and charts", on=item.brief)


def _switch(place: int, field: str, label: str, *, on: bool) -> None:
    key = f"pack-{field}-{place}"
    fields.show(key, on)
    st.toggle(label, key=key, on_change=lambda: _said(place, **{field: st.session_state[key]}))


def settings(pack: Pack) -> None:
    """The pack's title, its size of paper, and whether it must survive a grey printer."""
    left, middle, right = st.columns([2, 1, 1], vertical_alignment="bottom")
    with left:
        fields.show("pack-title", pack.title)
        st.text_input("Title of the pack", key="pack-title", on_change=_set, args=("title",))
    with middle:
        fields.show("pack-sheet", pack.sheet)
        st.selectbox(
            "Size",
            SHEETS,
            format_func=lambda key: SHEETS[key].label,
            key="pack-sheet",
            on_change=_set,
            args=("sheet",),
        )
    with right:
        fields.show("pack-monochrome", pack.monochrome)
        st.toggle(
            "Safe for black-and-white printing",
            key="pack-monochrome",
            on_change=_set,
            args=("monochrome",),
        )
    for problem in overlong_front(pack):
        st.warning(problem)


def _set(field: str) -> None:
    basket.set_field(field, st.session_state[f"pack-{field}"])


def sheets(pack: Pack) -> tuple[Paper, ...]:
    """The pack's sheets, or none, saying why, where some of its views cannot share one.

    Of words that are too long, which is said where they are typed, they have as much as has room.
    """
    try:
        return basket.sheets_of(shortened(pack))
    except PackError as problem:
        st.warning(str(problem))
        return ()


def preview(pack: Pack, papers: tuple[Paper, ...]) -> None:
    """One sheet as it will be printed, drawn by whatever draws the pack itself."""
    headings.part("Preview")
    number = 0
    if len(papers) > 1:
        number = st.selectbox(
            "Sheet",
            range(len(papers)),
            format_func=lambda n: f"{n + 1} of {len(papers)}: {papers[n].title}",
            key="pack-sheet-seen",
        )
    order = Order("png", (papers[number],), pack.sheet, pack.monochrome)
    press.picture(_SEEN, order, papers[number].description)


def take(pack: Pack) -> None:
    """Make the pack as one file, with its progress and a way to stop."""
    headings.part("Take the pack")
    long = bool(faults_of_length(pack))
    several = {key: one.label for key, one in FORMATS.items() if one.several}
    with st.container(horizontal=True, vertical_alignment="bottom", key="pack-take"):
        st.selectbox("Format", several, format_func=several.__getitem__, key="pack-format")
        st.button("Make the pack", type="primary", on_click=_make, key="pack-make", disabled=long)
    if long:
        st.caption(
            "Some words are too long: the preview shows as much of them as there is room for. "
            "Shorten them, and the pack can be made."
        )
    if st.session_state["pack-format"] == "pptx":
        st.toggle("Maps as shapes to recolour, one for each area", key="pack-editable")
    if _TAKEN in st.session_state and st.session_state.get(_MADE) != basket.current():
        press.stop(_TAKEN)
        st.info("The pack has changed since its file was made. Make it again.")
    press.watch(_TAKEN)


def _make() -> None:
    # Put together now, for the pack may be another one since the button was drawn.
    pack = basket.current()
    chosen, papers = st.session_state["pack-format"], sheets(pack)
    if papers and not faults_of_length(pack):
        st.session_state[_MADE] = pack
        press.start(_TAKEN, _order(chosen, papers, pack))


def _order(chosen: str, papers: tuple[Paper, ...], pack: Pack) -> Order:
    return Order(
        chosen,
        papers,
        pack.sheet,
        pack.monochrome,
        pack.title,
        pack.front,
        pack.house,
        editable=chosen == "pptx" and st.session_state.get("pack-editable", False),
    )
