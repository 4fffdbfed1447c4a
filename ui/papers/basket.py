"""The basket: views collected while browsing, kept as a pack while the tab is open."""

from __future__ import annotations

from dataclasses import replace

from footprint.content.values import Page
from footprint.papers import sheets
from footprint.papers.front import Front, House
from footprint.papers.pack import Item, Pack, PackError, added
from footprint.papers.paper import Paper, file_stem
from footprint.view import View
from ui.shell import drawing as st
from ui.shell.address import home
from ui.shell.workspace import workspace

_BASKET = "basket"


def nothing() -> Pack:
    """A pack without a view."""
    return Pack("Board papers", data_version=workspace().manifest.data_version)


def current() -> Pack:
    """The pack as it stands in this browser tab."""
    return st.session_state.get(_BASKET) or nothing()


def put(pack: Pack) -> None:
    """Make this the pack of the tab."""
    st.session_state[_BASKET] = pack


def set_field(field: str, value: str | bool | Front | House) -> None:
    """Change one thing that is said of the whole pack."""
    put(replace(current(), **{field: value}))


def add(page: Page, view: View, part: str) -> None:
    """Add a view to the pack, and say how many are in it."""
    item = Item(page.address, tuple(view.with_(steps="").to_query().items()), part=part)
    try:
        put(added(current(), item))
    except PackError as problem:
        st.toast(str(problem))
        return
    count = len(current().items)
    st.toast(f"Added to “Board papers”, which now has {count} {'views' if count > 1 else 'view'}.")


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
    put(pack)
    return sheets.since_saved(workspace(), pack, home())
