"""The address bar: the one copy of what a reader asked to see."""

from __future__ import annotations

import streamlit as st

from footprint.fields import Value
from footprint.view import in_address


def show(**changes: Value) -> None:
    """Change the address bar, leaving out whatever is as it would be anyway."""
    for name, value in changes.items():
        text = in_address(name, value)
        if text is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = text
