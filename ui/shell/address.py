"""The address bar: the one copy of what a reader asked to see."""

from __future__ import annotations

import streamlit as st

from footprint.view import View


def show(**changes: str) -> None:
    """Change the address bar, leaving out whatever is as it would be anyway."""
    defaults = View()
    for name, value in changes.items():
        if value == getattr(defaults, name):
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = value
