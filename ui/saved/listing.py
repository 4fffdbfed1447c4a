"""The list of saved options: find one, open it, copy it, put it away or bring it back."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass

from footprint.options import sentences
from footprint.rights.policy import may
from footprint.store.reader import Listing
from footprint.store.remarks import LONGEST_TAG, MOST_TAGS, tag_of
from footprint.store.revisions import LONGEST, PAGE, Listed, Revision, StoreError, Wanted
from footprint.store.whose import sharing
from footprint.view import View
from ui.parts import headings
from ui.saved import actions, audit, changes, history
from ui.shell import choices, words
from ui.shell import drawing as st
from ui.shell.address import show
from ui.shell.workspace import workspace
from ui.who.current import person

_STEP = 10
_SEARCH, _ARCHIVED, _TAGS, _PLACE = "saved-search", "saved-archived", "saved-tags", "saved-place"


@dataclass(frozen=True)
class _Place:
    """Where somebody is on a list: after which options its parts begin, and the page they see."""

    wanted: Wanted
    parts: tuple[Revision | None, ...] = (None,)
    page: int = 0

    @property
    def first(self) -> int:
        """The place within its part of the first option on the page."""
        return self.page * _STEP % PAGE


def saved_options(view: View) -> None:
    """List the options on the list, or the archived ones, last saved first."""
    with st.container(key="saved-options"):
        headings.part("Saved options", "saved-options")
        _search(view)
        place = _place(view)
        listing = _found(place)
        with st.container(key="saved-told"):
            history.told(actions.told("list"))
            words.line(_counted(listing, place))
        for one in listing.options[place.first : place.first + _STEP]:
            with st.container(border=True, key=f"saved-{one.option}"):
                _row(view, one)
        _turn(listing, place)
        audit.who_did_what()


def _search(view: View) -> None:
    find, archived = st.columns([2, 1], vertical_alignment="bottom")
    with find:
        # With a limit of its own the field would drop a longer paste without a word.
        st.text_input("Find by name, note, author or comment", key=_SEARCH)
    with archived:
        st.toggle("Show only archived options", key=_ARCHIVED)
    tags = known_tags()
    if tags or view.tags:
        st.session_state[_TAGS] = asked = _as_written(_asked_tags(view))
        st.multiselect(
            "Only options with these tags",
            [*tags, *(tag for tag in asked if tag not in tags)],
            key=_TAGS,
            accept_new_options=True,
            placeholder="Any",
            on_change=_pick_tags,
        )


def known_tags(own: Iterable[str] = ()) -> list[str]:
    """Every tag as somebody wrote it, by the alphabet; as `own` has it where it is among those."""
    listed = [tag for one in choices.listed().options for tag in one.tags]
    by_form = {tag_of(tag): tag for tag in (*listed, *own)}
    return [by_form[form] for form in sorted(by_form)]


def _as_written(forms: Iterable[str]) -> list[str]:
    """Tags as they were written, and those that no option has as they are asked for."""
    by_form = {tag_of(tag): tag for tag in known_tags()}
    return [by_form.get(form, form) for form in forms]


def _asked_tags(view: View) -> tuple[str, ...]:
    """The tags of the address as they are compared; no more than an option can have."""
    return tuple(dict.fromkeys(map(_form, view.tags)))[:MOST_TAGS]


def _pick_tags() -> None:
    show(tags=tuple(dict.fromkeys(map(_form, st.session_state[_TAGS]))))


def _form(tag: str) -> str:
    try:
        return tag_of(tag)
    except StoreError:
        # No option has it, which the list says.
        return tag.replace("_", " ")[: LONGEST_TAG + 1]


def _place(view: View) -> _Place:
    wanted = Wanted(
        st.session_state[_SEARCH].strip(), st.session_state[_ARCHIVED], _asked_tags(view)
    )
    place = st.session_state.get(_PLACE)
    if not place or place.wanted != wanted:
        place = st.session_state[_PLACE] = _Place(wanted)
    return place


def _found(place: _Place) -> Listing:
    after = place.parts[-1]
    known = choices.listed()
    if known.problem or (place.wanted == Wanted() and not after):
        return known
    wanted = place.wanted
    return workspace().reader.newest(Wanted(wanted.search, wanted.archived, wanted.tags, after))


def _turn(listing: Listing, place: _Place) -> None:
    """Lead to the options saved before those that are shown, and to those saved after."""
    beyond = place.first + _STEP
    with st.container(horizontal=True, key="saved-turn"):
        if place.page:
            st.button("Newer options", key="saved-newer", on_click=_newer, args=(place,))
        if len(listing.options) > beyond:
            older = _Place(place.wanted, place.parts, place.page + 1)
        elif listing.more:
            parts = (*place.parts, listing.options[-1])
            older = _Place(place.wanted, parts, place.page + 1)
        else:
            return
        st.button("Older options", key="saved-older", on_click=_go, args=(older,))


def _newer(place: _Place) -> None:
    parts = place.parts if place.first else place.parts[:-1]
    _go(_Place(place.wanted, parts, place.page - 1))


def _go(place: _Place) -> None:
    st.session_state[_PLACE] = place


def _counted(listing: Listing, place: _Place) -> str:
    if listing.problem:
        return listing.problem
    wanted = place.wanted
    kind = "archived" if wanted.archived else "saved"
    found = " with those words" if wanted.search else ""
    found += f" and tagged {' and '.join(_as_written(wanted.tags))}" if wanted.tags else ""
    before = PAGE * (len(place.parts) - 1)
    count = before + len(listing.options)
    if not count:
        return f"No option is {kind}{found}."
    if count == 1:
        return f"1 option is {kind}{found}."
    more = "More than " if listing.more else ""
    said = f"{more}{count:,} options are {kind}{found}, newest first."
    first = before + place.first
    last = min(first + _STEP, count)
    return said if count <= _STEP else f"{said} You see {first + 1:,} to {last:,}."


def _row(view: View, one: Listed) -> None:
    if not one.intact:
        _changed(one)
        return
    key = sentences.key_of(one.option, one.number)
    opened = sentences.revision_of(view.saved)
    here = " (open now)" if opened and opened[0] == one.option else ""
    count = "1 revision" if one.number == 1 else f"{one.number} revisions"
    facts = [f"{count}. Last {sentences.done(one)}. Begun from “{_begun(one)}”."]
    facts += [f"Tags: {', '.join(one.tags)}"] if one.tags else []
    facts += [sentences.note(one)] if one.note else []
    looks = person()
    facts += [f"{sharing.sentence(one.access)}."] if looks else []
    older = one.matched if one.matched and one.matched != one.number else None
    facts += [f"The words are in revision {older} or in a comment on it."] if older else []
    lines = "".join(f"<br>{html.escape(fact)}" for fact in facts)
    name = html.escape(sentences.shown(one.name, LONGEST["name"]))
    st.html(f'<p class="saved-row"><b>{name}</b>{here}{lines}</p>')
    with st.container(horizontal=True):
        _open(one.option, key, "Open")
        if older:
            _open(
                f"older-{one.option}", sentences.key_of(one.option, older), f"Open revision {older}"
            )
        if may(looks, "begin"):
            st.button(
                "Duplicate", key=f"copy-{one.option}", on_click=changes.duplicate, args=(one,)
            )
        put_away = ("Archive", changes.archive)
        label, act = ("Bring back", changes.bring_back) if _put_away(one) else put_away
        if may(looks, "restore" if _put_away(one) else "archive", one.access):
            st.button(label, key=f"away-{one.option}", on_click=act, args=(one,))


def _open(name: str, key: str, label: str) -> None:
    st.button(label, key=f"open-{name}", on_click=actions.open_saved, args=("list", key))


def _changed(one: Listed) -> None:
    """Say that the newest revision is not what was saved, and lead to the one before it."""
    words.line(f"The newest revision of an option {sentences.CHANGED}.")
    if one.number > 1:
        before = one.number - 1
        _open(one.option, sentences.key_of(one.option, before), f"Open revision {before}")


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
