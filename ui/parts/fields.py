"""Fields: each shows what the pack has, and nothing that is typed meanwhile is taken back."""

from __future__ import annotations

from ui.shell import drawing as st


def show(key: str, value: str | bool) -> None:
    """Have the field of a key show a value, where it does not already.

    A browser puts what is written here into the field even where it was there before. Written in
    each run, a run that was under way would take back what was typed since it began.
    """
    if st.session_state.get(key) != value:
        st.session_state[key] = value
