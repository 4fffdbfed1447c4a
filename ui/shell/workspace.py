"""The workspace of this process: every visitor and every page shares it."""

from __future__ import annotations

from functools import cache
from threading import Lock

from cachetools import LRUCache, cached

from footprint.rights.person import Person
from footprint.workspace.workspace import Workspace
from ui.who.current import person


# Held by the module and not by Streamlit, whose caches any visitor's message can empty.
@cache
def shared() -> Workspace:
    """The published facts, and what has been worked out from them, of nobody in particular."""
    return Workspace()


def workspace() -> Workspace:
    """The same, as whoever looks at this page may see it; where nobody signs in, all of it."""
    looks = person()
    return shared() if looks is None else _seen_by(looks)


@cached(LRUCache(500), lock=Lock())
def _seen_by(looks: Person) -> Workspace:
    return shared().seen_by(looks)
