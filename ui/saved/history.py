"""The history of the saved option that is open: every revision, to see, compare and restore."""

from __future__ import annotations

import html

from footprint.options import sentences
from footprint.rights.policy import may
from footprint.store.reader import Past
from footprint.store.revisions import LONGEST, Revision
from footprint.view import View
from footprint.workspace.saved import saved as saved_at
from ui.saved import actions, changes
from ui.saved.save import compare, see
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace
from ui.who.current import person

_MOST = 5
_RENAMED = "rename-name"


def history(view: View, past: Past) -> None:
    """Show what became of the open option; there is always a place for it."""
    with st.container(key="saved-history"):
        if not view.saved:
            return
        opened = saved_at(workspace(), view.saved).revision
        name = sentences.shown(opened.name, sentences.LONGEST_TITLE)
        with st.expander("History: earlier revisions of this option, and its name"):
            st.markdown(words.marked("**{}**", name))
            told(actions.told("history"))
            _ask_name(actions.told("history"), opened)
            if past.problem:
                words.line(past.problem)
            _revisions(past, opened)
            _two([one.number for one in past.revisions if one.intact], opened.option)
            if may(person(), "rename", past.access):
                _rename(opened)


def told(last: actions.Told) -> None:
    """Say what came of the last thing done here."""
    if last.problem:
        st.error(last.problem)
    elif last.asked:
        st.warning(last.said)
    elif last.said:
        st.success(last.said)


def _ask_name(last: actions.Told, opened: Revision) -> None:
    """Let whoever is about to give a name that is taken look at who has it, or go on."""
    if not last.asked or not last.theirs:
        return
    with st.container(horizontal=True):
        see("named", sentences.key_of(last.theirs.option, last.theirs.number), "See that option")
        st.button(
            "Rename all the same",
            key="ask-rename",
            on_click=lambda: changes.rename(opened, st.session_state[_RENAMED], same_name=True),
        )


def _revisions(past: Past, opened: Revision) -> None:
    revisions, back = past.revisions, may(person(), "restore", past.access)
    everyone = len(revisions) <= _MOST or st.toggle(
        f"Show all {len(revisions)} revisions", key="history-all"
    )
    for one in revisions if everyone else revisions[:_MOST]:
        with st.container(border=True, key=f"revision-{one.number}"):
            _row(one, opened, restorable=back and one != revisions[0])


def _row(one: Revision, opened: Revision, *, restorable: bool) -> None:
    if not one.intact:
        words.line(f"Revision {one.number} {sentences.CHANGED}.")
        return
    here = " (open now)" if one.number == opened.number else ""
    first = f"<b>Revision {one.number}</b>{here}, {html.escape(sentences.done(one))}."
    rest = [f"Name: {one.name}"] if one.name != opened.name else []
    if one.act == "saved" and one.parent and one.parent != one.number - 1:
        rest.append(f"Went on from revision {one.parent}.")
    rest += [sentences.note(one, LONGEST["note"])] if one.note else []
    lines = "".join(f"<br>{html.escape(line)}" for line in rest)
    st.html(f'<p class="saved-row" dir="auto">{first}{lines}</p>')
    key = sentences.key_of(one.option, one.number)
    with st.container(horizontal=True, vertical_alignment="center"):
        see("history", key, f"See revision {one.number}")
        if one.number > 1:
            before = sentences.key_of(one.option, one.number - 1)
            compare(before, key, f"Compare with revision {one.number - 1}")
        if origin := sentences.origin_key(one):
            compare(origin, key, "Compare with what it is a copy of")
        compare(one.base, key, "Compare with where it began", _rest(opened))
        if restorable:
            st.button(
                f"Restore revision {one.number}",
                key=f"restore-{one.number}",
                on_click=changes.restore,
                args=(one,),
            )


def _rest(opened: Revision) -> str:
    key = sentences.key_of(opened.option, opened.number)
    return saved_at(workspace(), key).option.rest


def _two(numbers: list[int], option: str) -> None:
    if len(numbers) < 3:
        return
    first, second, link = st.columns(3, vertical_alignment="bottom")
    with first:
        before = st.selectbox("Compare revision", numbers, index=len(numbers) - 1, key="two-before")
    with second:
        after = st.selectbox("with revision", numbers, key="two-after")
    with link:
        keys = (sentences.key_of(option, number) for number in (before, after))
        compare(*keys, "Compare these two")


def _rename(opened: Revision) -> None:
    with st.form("rename-form", border=False):
        st.session_state.setdefault(_RENAMED, "")
        name, button = st.columns([3, 1], vertical_alignment="bottom")
        with name:
            st.text_input("Another name for this option", key=_RENAMED)
        with button:
            st.form_submit_button(
                "Rename",
                on_click=lambda: changes.rename(opened, st.session_state[_RENAMED]),
            )
