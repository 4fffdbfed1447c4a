"""Draw parts: which saved revision each stretch of a drawing's history belongs to.

Undo may lead back past the opening of another option, and what is saved then must not become a
revision of that one.
"""

from __future__ import annotations

import streamlit as st

from footprint.options.history import Drawing

_PARTS = "draw-parts"


Parts = dict[int, str]


def _parts() -> Parts:
    """The key of the revision that is open from each place in the history on."""
    return st.session_state.setdefault(_PARTS, {0: ""})


def _start(parts: Parts, place: int) -> int:
    return max(start for start in parts if start <= place)


def key_at(place: int) -> str:
    """The key of the revision that is open at one place in the history, or ""."""
    parts = _parts()
    return parts[_start(parts, place)]


def went(before: Drawing, after: Drawing) -> None:
    """Forget the parts of states that an edit has replaced."""
    if after.history != before.history:
        kept = {place: key for place, key in _parts().items() if place <= before.position}
        st.session_state[_PARTS] = kept


def keep(place: int, key: str) -> None:
    """Say that what is drawn at a place has become another revision of the same option."""
    parts = _parts()
    parts[_start(parts, place)] = key


def begin(place: int, key: str) -> None:
    """Say that another option, or a new one, is drawn from a place on."""
    _parts()[place] = key
