"""The workspace of this process: every visitor and every page shares it."""

from __future__ import annotations

import streamlit as st

from footprint.workspace.workspace import Workspace


@st.cache_resource(show_spinner=False)
def workspace() -> Workspace:
    """The published facts, and what has been worked out from them."""
    return Workspace()
