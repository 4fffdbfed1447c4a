"""Comments and tags on the saved option that is open."""

from __future__ import annotations

import html

from footprint.options import sentences
from footprint.rights.policy import may, refusal
from footprint.store.reader import Past
from footprint.store.remarks import LONGEST_TAG, Remark, tags_in
from footprint.store.revisions import Revision
from footprint.view import View
from footprint.workspace.saved import saved as saved_at
from ui.saved import actions, changes, listing
from ui.saved.history import told
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import workspace
from ui.who.current import person

_MOST = 10
_TAGS, _TEXT, _ABOUT, _AUTHOR = "remark-tags", "remark-text", "remark-about", "remark-author"
_COUNT = "remark-count"


def remarks(view: View, past: Past) -> None:
    """Show what was said of the open option, and take what else there is to say."""
    with st.container(key="saved-remarks"):
        if not view.saved or past.problem:
            return
        comments = [one for one in past.remarks if one.act == "commented"]
        count = f" ({len(comments)})" if comments else ""
        with st.expander(f"Comments{count} and tags", key="saved-remarks-box"):
            one = saved_at(workspace(), view.saved).revision
            told(actions.told("remarks"))
            if not may(person(), "remark", past.access):
                tags = ", ".join(tags_in(past.remarks).values())
                words.line(f"Tags: {tags}" if tags else "No tags.")
                _comments(comments)
                words.line(refusal("remark"))
                return
            _pick_tags(one, tuple(tags_in(past.remarks).values()))
            _comments(comments)
            _form(one, len(comments))


def _pick_tags(one: Revision, tags: tuple[str, ...]) -> None:
    st.session_state[_TAGS] = list(tags)
    st.multiselect(
        "Tags of this option",
        listing.known_tags(tags),
        key=_TAGS,
        accept_new_options=True,
        placeholder="Choose a tag, or type a new one",
        help=f"At most {LONGEST_TAG} letters, digits, spaces and hyphens each.",
        on_change=_tag,
        args=(one, tags),
    )


def _tag(one: Revision, before: tuple[str, ...]) -> None:
    now = tuple(st.session_state[_TAGS])
    put_on = tuple(tag for tag in now if tag not in before)
    changes.tag(one, put_on, tuple(tag for tag in before if tag not in now))


def _comments(comments: list[Remark]) -> None:
    newest = comments[::-1]
    everyone = len(newest) <= _MOST or st.toggle(
        f"Show all {len(newest)} comments", key="remarks-all"
    )
    for said in newest if everyone else newest[:_MOST]:
        with st.container(border=True, key=f"remark-{said.number}"):
            _comment(said)


def _comment(said: Remark) -> None:
    first = f"<b>{html.escape(sentences.remarked(said))}</b>"
    text = "<br>".join(html.escape(line) for line in said.text.splitlines())
    if not said.intact:
        text = "This comment, or the one before it, was changed in the store after it was made."
    st.html(f'<p class="saved-row" dir="auto">{first}<br>{text}</p>')


def _form(one: Revision, count: int) -> None:
    if st.session_state.get(_COUNT) != (one.option, count):
        # What was said stands above now.
        st.session_state[_COUNT], st.session_state[_TEXT] = (one.option, count), ""
    key = sentences.key_of(one.option, one.number)
    names = [footprint.name for footprint in saved_at(workspace(), key).plan.footprints]
    if not person() and not st.session_state.get(_AUTHOR):
        st.session_state[_AUTHOR] = actions.author()
    with st.form("remark-form", border=False):
        about, author = (st.container(), None) if person() else st.columns([2, 1])
        with about:
            st.selectbox(
                "Comment on",
                ["", *sorted(names)],
                key=_ABOUT,
                format_func=lambda name: name or f"The whole of revision {one.number}",
                filter_mode="contains",
            )
        if author:
            with author:
                st.text_input("Comment by", key=_AUTHOR)
        st.text_area("Comment", key=_TEXT, height=80)
        st.form_submit_button("Add the comment", on_click=_say, args=(one,))
    st.caption("A comment stays with the revision it was made on, and cannot be changed.")


def _say(one: Revision) -> None:
    said = st.session_state
    changes.comment(one, said[_TEXT], said[_ABOUT] or "", said.get(_AUTHOR, ""))
