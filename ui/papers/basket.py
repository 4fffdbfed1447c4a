"""The basket: views collected while browsing, kept as a pack while the tab is open.

The tab keeps it over a reload, and the store where somebody saves it.
"""

from __future__ import annotations

from dataclasses import replace

from footprint.content.values import Page
from footprint.papers import sheets
from footprint.papers.front import Front, House
from footprint.papers.pack import Item, Pack, PackError, added
from footprint.papers.paper import Paper, file_stem
from footprint.shelf import texts
from footprint.shelf.reader import ShelfReader, shelf_of
from footprint.store.revisions import StoreError
from footprint.view import View
from ui.shell import drawing as st
from ui.shell import tab
from ui.shell.address import home, show
from ui.shell.workspace import workspace

_BASKET = "basket"
# The key of the revision that is open, the pack as it was saved, and the pack before another came.
_OPENED, _HOME, _BEFORE = "basket-opened", "basket-home", "basket-before"
# The name of templates and logo that the browser has yet to hand back, and whether it had them not.
_AWAITED, _GONE = "basket-awaited", "basket-gone"


def nothing() -> Pack:
    """A pack without a view."""
    return Pack("Board papers", data_version=workspace().manifest.data_version)


def current() -> Pack:
    """The pack as it stands in this browser tab, or as the tab kept it over a reload."""
    if text := tab.recalled():
        _recall(text)
    return st.session_state.get(_BASKET) or nothing()


def _recall(text: str) -> None:
    try:
        told = texts.from_tab(text)
    except PackError:
        return
    kept = _kept(told.opened)
    pack = replace(told.pack, house=kept.house) if kept and not told.dressed else told.pack
    there = st.session_state.get(_BASKET)
    if there and told.opened != opened_key():
        # The address asked for another pack.
        st.session_state[_BEFORE] = (pack, told.opened, told.beside)
        return
    go_on(pack, told.opened if kept else "", kept, told.beside)


def _kept(key: str) -> Pack | None:
    """A pack as the store has it; None where it has none that can be read."""
    asked = texts.revision_of(key)
    try:
        return texts.pack_of(shelf().pack(*asked)) if asked else None
    except (StoreError, PackError):
        return None


def shelf() -> ShelfReader:
    """Where packs are kept."""
    return shelf_of(workspace())


def put(pack: Pack) -> None:
    """Make this the pack of the tab."""
    st.session_state[_BASKET] = pack
    text = texts.in_tab(pack, opened_key(), _saved_house()) if pack.items else ""
    name = texts.beside(text, pack.house, _saved_house())
    tab.keep_beside(name, lambda: texts.written_beside(pack.house))
    tab.keep(texts.with_beside(text, awaited() or name))


def _saved_house() -> House:
    home: Pack | None = st.session_state.get(_HOME)
    return home.house if home else House()


def loses_look() -> bool:
    """Whether a reload would take away templates or a logo, which the browser could not keep."""
    return bool(texts.beside(tab.kept(), current().house, _saved_house())) and tab.is_refused()


def awaited() -> str:
    """The name of templates and logo that the browser has yet to hand back; "" for none."""
    return st.session_state.get(_AWAITED, "")


def take_look(content: bytes) -> None:
    """Have the pack look as the browser kept it, or as it is where that is not what came."""
    house = texts.read_beside(content, awaited())
    st.session_state[_AWAITED], st.session_state[_GONE] = "", house is None
    put(replace(current(), house=house or current().house))


def has_lost_look() -> bool:
    """Whether a reload took templates or a logo away, and nothing came in their place."""
    return st.session_state.get(_GONE, False)


def dress(house: House) -> None:
    """Give the pack templates and a logo."""
    st.session_state[_GONE] = False
    put(replace(current(), house=house))


def opened_key() -> str:
    """The key of the revision that is open; "" where the pack was never saved."""
    return st.session_state.get(_OPENED, "")


def go_on(pack: Pack, key: str, saved: Pack | None, beside: str = "") -> None:
    """Make this the pack of the tab, opened from a revision that holds what was `saved`.

    Where its templates and logo are kept `beside` it, they are waited for.
    """
    st.session_state[_OPENED], st.session_state[_HOME] = key, saved
    st.session_state[_AWAITED], st.session_state[_GONE] = beside, False
    put(pack)


def moved_to(key: str) -> None:
    """Have a later revision open that holds what the one before it held."""
    st.session_state[_OPENED] = key
    put(current())


def leave(pack: Pack) -> None:
    """Go on with another pack that was not saved; one that would be lost can be had back."""
    _set_aside()
    go_on(pack, "", None)
    show(pack="")


def is_changed() -> bool:
    """Whether the pack has anything in it that is not saved."""
    home = st.session_state.get(_HOME)
    pack = current()
    return bool(awaited()) or (_told(pack) != _told(home) if home else bool(pack.items))


def _told(pack: Pack) -> Pack:
    """A pack without what its views said and when."""
    return replace(pack, figures=(), data_version="")


def _set_aside() -> None:
    if is_changed():
        st.session_state[_BEFORE] = (current(), opened_key(), awaited())


def before() -> Pack | None:
    """The pack that was not saved when another came in its place."""
    return st.session_state[_BEFORE][0] if _BEFORE in st.session_state else None


def go_back() -> None:
    """Go on with the pack that was there before."""
    pack, key, beside = st.session_state.pop(_BEFORE)
    go_on(pack, key, _kept(key), beside)
    show(pack=key)


def open_kept(key: str) -> list[str]:
    """Open a revision of a saved pack, and say what is not as it was.

    Raises StoreError or PackError where it cannot be opened.
    """
    asked = texts.revision_of(key)
    if not asked:
        raise StoreError("The link names no saved pack. Choose one from the list.")
    pack = texts.pack_of(shelf().pack(*asked))
    _set_aside()
    go_on(pack, key, pack)
    return sheets.since_saved(workspace(), pack, home())


def set_field(field: str, value: str | bool | Front) -> None:
    """Change one thing that is said of the whole pack."""
    put(replace(current(), **{field: value}))


def add(page: Page, view: View, part: str, *, brief: bool = False) -> None:
    """Add a view to the pack, and say how many are in it."""
    query = tuple(view.with_(steps="", pack="").to_query().items())
    item = Item(page.address, query, part=part, brief=brief)
    try:
        put(added(current(), item))
    except PackError as problem:
        st.toast(str(problem))
        return
    count = len(current().items)
    tab.say(f"Added to “Board papers”, which now has {count} {'views' if count > 1 else 'view'}.")


def paper_of(item: Item) -> Paper:
    """The paper of one item; raises PackError where there is no such page or view."""
    return sheets.paper_of(workspace(), item, home())


def parts_of(item: Item) -> dict[str, str]:
    """How much of one item's map can be shown; raises PackError where there is no such view."""
    return sheets.parts_of(workspace(), item)


def sheets_of(pack: Pack) -> tuple[Paper, ...]:
    """The papers of a pack, one for each sheet; raises PackError where some cannot share one."""
    return sheets.sheets_of(workspace(), pack, home())


def up_to_date(pack: Pack) -> Pack:
    """The pack knowing what each of its views says now."""
    return sheets.up_to_date(workspace(), pack, home())


def file_name(pack: Pack) -> str:
    """What the file of a saved pack is called."""
    return f"{file_stem(pack.title)}.pack.json"


def open_pack(pack: Pack) -> list[str]:
    """Go on with a pack that was saved, and say what is not as it was."""
    leave(pack)
    return sheets.since_saved(workspace(), pack, home())
