"""The list of saved packs, and the earlier revisions of the one that is open."""

from __future__ import annotations

import html
from pathlib import Path

from footprint.rights.policy import may
from footprint.shelf import sentences, texts
from footprint.shelf.reader import PackPast, Packs
from footprint.shelf.values import KeptPack, ListedPack, WantedPacks
from footprint.store.whose import sharing
from ui.papers import basket, kept
from ui.parts import headings
from ui.shell import drawing as st
from ui.shell import words
from ui.who.current import person

_STEP = 10
_SEARCH, _ARCHIVED, _AFTER = "packs-search", "packs-archived", "packs-after"
_STYLE = Path(__file__).with_name("style.css")
_CHANGED = "was changed in the store after it was saved, so it is not opened"


def packs() -> None:
    """List the packs in the store, or the archived ones, last saved first."""
    with st.container(key="saved-packs"):
        st.html(_STYLE)
        headings.part("Saved packs")
        find, archived = st.columns([2, 1], vertical_alignment="bottom")
        with find:
            # With a limit of its own the field would drop a longer paste without a word.
            st.text_input("Find by title, meeting or name", key=_SEARCH)
        with archived:
            st.toggle("Show only archived packs", key=_ARCHIVED)
        search, put_away = st.session_state[_SEARCH].strip(), st.session_state[_ARCHIVED]
        after = _after(search, put_away)
        listing = basket.shelf().packs(WantedPacks(search, put_away, after, _STEP))
        words.line(_counted(listing, search, archived=put_away, first=after is None))
        for one in listing.found:
            with st.container(border=True, key=f"saved-pack-{one.pack}"):
                _row(one)
        _turn(listing, (search, put_away), after)
        _earlier()


def _after(search: str, put_away: bool) -> KeptPack | None:
    """The last pack of the page before the one that is looked at."""
    asked, after = st.session_state.get(_AFTER, (None, None))
    return after if asked == (search, put_away) else None


def _turn(listing: Packs, asked: tuple[str, bool], after: KeptPack | None) -> None:
    with st.container(horizontal=True, key="packs-turn"):
        if after:
            st.button("Newest packs", key="packs-newest", on_click=_go, args=(asked, None))
        if listing.more:
            last = listing.found[-1]
            st.button("Older packs", key="packs-older", on_click=_go, args=(asked, last))


def _go(asked: tuple[str, bool], after: KeptPack | None) -> None:
    st.session_state[_AFTER] = (asked, after)


def _counted(listing: Packs, search: str, *, archived: bool, first: bool) -> str:
    if listing.problem:
        return listing.problem
    kind = "archived" if archived else "saved"
    found = " with those words" if search else ""
    count = len(listing.found)
    if not first:
        return f"Older packs that are {kind}{found}, newest first."
    if not count:
        return f"No pack is {kind}{found}."
    if count == 1:
        return f"1 pack is {kind}{found}."
    more = "More than " if listing.more else ""
    return f"{more}{count} packs are {kind}{found}, newest first."


def _row(one: ListedPack) -> None:
    if not one.intact:
        words.line(f"The newest revision of a pack {_CHANGED}.")
        return
    opened = texts.revision_of(basket.opened_key())
    here = " (open now)" if opened and opened[0] == one.pack else ""
    name = html.escape(sentences.named(one).strip("“”"))
    looks = person()
    facts = [sentences.listed(one), *([one.note] if one.note else [])]
    facts += [f"{sharing.sentence(one.access)}."] if looks else []
    lines = "".join(f"<br>{html.escape(fact)}" for fact in facts)
    st.html(f'<p class="saved-row"><b>{name}</b>{here}{lines}</p>')
    with st.container(horizontal=True):
        st.button("Open", key=f"pack-open-{one.pack}", on_click=kept.open_pack, args=(one,))
        away = ("Archive", kept.archive)
        label, act = ("Bring back", kept.bring_back) if one.act == "archived" else away
        if may(looks, "restore" if one.act == "archived" else "archive", one.access):
            st.button(label, key=f"pack-away-{one.pack}", on_click=act, args=(one,))


def _earlier() -> None:
    """Every revision of the pack that is open, to open or to bring back."""
    opened = texts.revision_of(basket.opened_key())
    past = basket.shelf().history(opened[0]) if opened else PackPast()
    if len(past.found) < 2:
        return
    mine = may(person(), "restore", past.access)
    with st.expander("Earlier revisions of this pack", key="pack-history"):
        for one in past.found:
            with st.container(horizontal=True, vertical_alignment="center"):
                _revision(one, offered=mine and one != past.found[0])


def _revision(one: KeptPack, *, offered: bool) -> None:
    """One revision, to open and, where that is `offered`, to bring back."""
    if not one.intact:
        words.line(f"Revision {one.number} {_CHANGED}.")
        return
    words.line(
        f"Revision {one.number}, {sentences.named(one)}, {sentences.views(one.views)}, "
        f"{sentences.done(one)}."
    )
    st.button("Open", key=f"pack-see-{one.number}", on_click=kept.open_pack, args=(one,))
    if offered:
        st.button("Bring back", key=f"pack-back-{one.number}", on_click=kept.restore, args=(one,))
