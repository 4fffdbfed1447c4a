"""The tab: a text that the browser's tab keeps for the app, so that a reload loses nothing.

The address bar holds a view; what is collected over many views has no room there. It goes from
the tab to the app in a field that nobody sees, once, when a session begins.
"""

from __future__ import annotations

import html

from ui.shell import drawing as st

_KEPT, _FIELD, _RECALLED, _SAID = "tab-kept", "tab-told", "tab-recalled", "tab-said"


def keep(text: str) -> None:
    """Have the tab keep a text in the place of what it kept; "" for nothing."""
    st.session_state[_KEPT] = text


def kept() -> str:
    """What the tab was last given to keep."""
    return st.session_state.get(_KEPT, "")


def say(sentence: str) -> None:
    """Tell the reader something once the tab keeps it: whoever reads it may leave at once."""
    st.session_state[_SAID] = sentence


def recalled() -> str:
    """What the tab kept from before a reload; told once, and "" after that."""
    return st.session_state.pop(_RECALLED, "")


def mirror() -> None:
    """Put before the tab's script what is to be kept, or a field to tell what it has."""
    text = st.session_state.get(_RECALLED) or st.session_state.get(_KEPT)
    if text is None:
        st.text_input("Kept by this tab", key=_FIELD, on_change=_take)
    else:
        st.html(f'<p hidden data-kept="{html.escape(text)}">.</p>')
    if said := st.session_state.pop(_SAID, ""):
        st.toast(said)


def _take() -> None:
    st.session_state[_RECALLED] = st.session_state[_FIELD]
