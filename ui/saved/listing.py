"""The list of saved options: find one, open it, copy it, put it away or bring it back."""

from __future__ import annotations

import html

from footprint.options import sentences
from footprint.store.reader import Listing
from footprint.store.revisions import LONGEST, Revision
from footprint.view import View
from ui.parts import headings
from ui.saved import actions, history
from ui.shell import choices, words
from ui.shell import drawing as st
from ui.shell.workspace import workspace

_STEP = 10
_SEARCH, _ARCHIVED, _COUNT = "saved-search", "saved-archived", "saved-count"


def saved_options(view: View) -> None:
    """List the options on the list, or the archived ones, last saved first."""
    with st.container(key="saved-options"):
        headings.part("Saved options")
        _search()
        listing = _found()
        with st.container(key="saved-told"):
            history.told(actions.told("list"))
            words.line(_counted(listing))
        shown = st.session_state.get(_COUNT, _STEP)
        for one in listing.options[:shown]:
            with st.container(border=True, key=f"saved-{one.option}"):
                _row(view, one)
        if len(listing.options) > shown:
            st.button("Show more", key="saved-more", on_click=_show_more)


def _search() -> None:
    find, archived = st.columns([2, 1], vertical_alignment="bottom")
    with find:
        st.text_input("Find by name, note or author", key=_SEARCH, max_chars=LONGEST["name"])
    with archived:
        st.toggle("Show only archived options", key=_ARCHIVED)


def _found() -> Listing:
    search, archived = st.session_state[_SEARCH].strip(), st.session_state[_ARCHIVED]
    known = choices.listed()
    if known.problem or not (search or archived):
        return known
    return workspace().reader.newest(search, archived=archived)


def _show_more() -> None:
    st.session_state[_COUNT] = st.session_state.get(_COUNT, _STEP) + _STEP


def _counted(listing: Listing) -> str:
    if listing.problem:
        return listing.problem
    kind = "archived" if st.session_state[_ARCHIVED] else "saved"
    found = " with those words" if st.session_state[_SEARCH].strip() else ""
    count = len(listing.options)
    if not count:
        return f"No option is {kind}{found}."
    if count == 1:
        return f"1 option is {kind}{found}."
    return f"{count} options are {kind}{found}, newest first."


def _row(view: View, one: Revision) -> None:
    key = sentences.key_of(one.option, one.number)
    opened = sentences.revision_of(view.saved)
    here = " (open now)" if opened and opened[0] == one.option else ""
    count = "1 revision" if one.number == 1 else f"{one.number} revisions"
    facts = f"{count}. Last {sentences.done(one)}. Begun from “{_begun(one)}”."
    note = f"<br>{html.escape(sentences.note(one))}" if one.note else ""
    name = html.escape(sentences.shown(one.name, LONGEST["name"]))
    st.html(f'<p class="saved-row"><b>{name}</b>{here}<br>{html.escape(facts)}{note}</p>')
    with st.container(horizontal=True):
        st.button("Open", key=f"open-{one.option}", on_click=actions.open_saved, args=("list", key))
        st.button("Duplicate", key=f"copy-{one.option}", on_click=actions.duplicate, args=(one,))
        put_away = ("Archive", actions.archive)
        label, act = ("Bring back", actions.bring_back) if _put_away(one) else put_away
        st.button(label, key=f"away-{one.option}", on_click=act, args=(one,))


def _put_away(one: Revision) -> bool:
    return one.act == "archived"


def _begun(one: Revision) -> str:
    """The title of what an option began from, without asking the store for each of the list."""
    if one.base in (published := workspace().plans):
        return published[one.base].title
    asked = sentences.revision_of(one.base)
    for other in choices.listed().options:
        if asked and other.option == asked[0]:
            name = sentences.shown(other.name, sentences.LONGEST_TITLE)
            return f"{name}, revision {asked[1]}"
    return "another saved option"
