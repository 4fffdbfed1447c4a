"""The part of the page on board papers that keeps the pack: in the store, or as a file."""

from __future__ import annotations

from footprint.apart.keeper import ApartError, keeper
from footprint.apart.tasks import PackFile
from footprint.papers import pack_files
from footprint.papers.pack import Pack, PackError
from footprint.rights.policy import may, refusal
from footprint.shelf import sentences, texts
from footprint.shelf.reader import PackPast
from ui.papers import basket, kept
from ui.parts import headings
from ui.saved import actions
from ui.saved.actions import AUTHOR
from ui.shell import drawing as st
from ui.shell import words
from ui.who.current import person


def keep(pack: Pack) -> None:
    """Save the pack in the store or as a small file, or go on with one that was saved."""
    headings.part("Keep the pack")
    opened = texts.revision_of(basket.opened_key())
    past = basket.shelf().history(opened[0]) if opened else PackPast()
    words.line(_standing(pack, past))
    if pack.items:
        _form(past if opened else None)
    _told()
    _before()
    with st.container(horizontal=True, vertical_alignment="bottom", key="pack-keep"):
        st.download_button(
            "Save the pack as a file",
            lambda: pack_files.write(basket.up_to_date(pack)),
            file_name=basket.file_name(pack),
            mime="application/json",
            on_click="ignore",
            disabled=not pack.items,
        )
        if pack.items:
            st.button("Empty the pack", on_click=basket.leave, args=(basket.nothing(),))
    st.file_uploader("Open a pack from a file", type="json", key="pack-file", on_change=_open)


def _standing(pack: Pack, past: PackPast) -> str:
    opened = texts.revision_of(basket.opened_key())
    if not opened:
        begin = "Not saved yet. " if pack.items else ""
        others = "anybody who uses this app with this store"
        who = "you and admins alone" if person() else others
        return (
            f"{begin}This tab keeps the pack when you reload it. "
            f"Once saved, a pack can be opened by {who}, and "
            "when it is opened it is made from the newest data and says what has changed."
        )
    of, number = opened
    found = [one for one in past.found if one.number == number]
    said = (
        f"Open: revision {number} of {sentences.named(found[0])}, {sentences.done(found[0])}."
        if found
        else past.problem
    )
    said += " You have changed it since." if basket.is_changed() else ""
    if past.found and past.found[0].number > number:
        newest = past.found[0]
        said += f" Revision {newest.number} is newer, {sentences.done(newest)}."
    return said


def _form(past: PackPast | None) -> None:
    """Offer to save; `past` is of the pack that is open, where one is."""
    looks = person()
    if not may(looks, "begin"):
        words.line(refusal("begin"))
        return
    if not looks:
        st.session_state.setdefault(AUTHOR, actions.author())
    with st.container(horizontal=True, vertical_alignment="bottom", key="pack-save"):
        if not looks:
            st.text_input("Your name", key=AUTHOR)
        st.button(
            "Save the pack",
            type="primary",
            on_click=kept.save,
            key="pack-save-next",
            disabled=bool(past) and not may(looks, "rename", past.access),
        )
        if past:
            st.button(
                "Save as a new pack", on_click=kept.save, kwargs={"new": True}, key="pack-save-new"
            )


def _told() -> None:
    """Say what came of the last thing done; there is always a place for it."""
    last = kept.told()
    with st.container(key="pack-said"):
        if last.problem:
            st.warning(last.problem)
        elif last.asked:
            st.warning(words.paragraphs(last.said))
            _ask(last)
        elif last.said:
            st.success(words.paragraphs(last.said))


def _ask(last: kept.Told) -> None:
    with st.container(horizontal=True):
        if last.asked == "newer":
            new = {"new": True}
            st.button("Save mine as a new pack", key="pack-ask-new", on_click=kept.save, kwargs=new)
            top = {"seen": last.newest, "same_name": True}
            label = f"Save mine on top, as revision {(last.newest or 0) + 1}"
            st.button(label, key="pack-ask-top", on_click=kept.save, kwargs=top)
            return
        same = {"new": last.new, "seen": last.newest, "same_name": True}
        st.button("Save under this title", key="pack-ask-name", on_click=kept.save, kwargs=same)


def _before() -> None:
    if before := basket.before():
        count = sentences.views(len(before.items))
        st.button(
            f"Go back to the pack before, which is not saved ({count})",
            on_click=basket.go_back,
            key="pack-before",
        )


def _open() -> None:
    handed = st.session_state["pack-file"]
    if handed is not None:
        kept.do(lambda: _handed(handed.name, handed.getvalue()))


def _handed(name: str, content: bytes) -> kept.Told:
    try:
        pack, problem = keeper().ask(PackFile(content))
    except ApartError as ended:
        pack, problem = None, str(ended)
    if pack is None:
        raise PackError(f"{name} was not opened. {problem}")
    return kept.Told(tuple(basket.open_pack(pack)))
