"""Opening and saving beside the map: what is saved to choose from, and ways down to the rest."""

from __future__ import annotations

from footprint.options.sentences import is_saved
from footprint.view import View
from ui.saved import actions, history
from ui.shell import choices, words
from ui.shell import drawing as st

_CHOSEN = "near-open"
# Streamlit runs nothing for an address of the same page.
_WAYS = (
    '<p class="ways"><a href="#save">Save</a> <a href="#files">Upload or download</a> '
    '<a href="#saved-options">All saved options</a></p>'
)


def near(view: View) -> None:
    """Open a saved option here, or go down to saving, to files and to all that is saved."""
    with st.popover("Open a saved option"):
        _open(view)
    st.html(_WAYS)


def _open(view: View) -> None:
    offered = {key: said for key, said in choices.plans().items() if is_saved(key)}
    if not offered:
        words.line(choices.listed().problem or "No option is saved.")
        return
    st.session_state[_CHOSEN] = view.saved if view.saved in offered else None
    st.selectbox(
        "Option to open, the last saved first",
        offered,
        format_func=offered.__getitem__,
        key=_CHOSEN,
        placeholder="Choose one, or type its name",
        filter_mode="contains",
        on_change=_chosen,
    )
    history.told(actions.told("near"))


def _chosen() -> None:
    if key := st.session_state[_CHOSEN]:
        actions.open_saved("near", key)
