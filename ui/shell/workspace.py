"""The workspace of this process: every visitor and every page shares it."""

from __future__ import annotations

from functools import cache

from footprint.workspace.workspace import Workspace


# Held by the module and not by Streamlit, whose caches any visitor's message can empty.
@cache
def workspace() -> Workspace:
    """The published facts, and what has been worked out from them."""
    return Workspace()
