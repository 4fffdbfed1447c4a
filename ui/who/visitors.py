"""Visitors: from where somebody visits, and whether they are still there."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from uuid import uuid4

import streamlit as st
from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from footprint.export.turns import Asker

_TAB = "tab-asks"
# A home or an office has all addresses of the newer kind that begin alike.
_BEGINNING = 64


def asker() -> Asker:
    """Who asks for what has to wait its turn: one tab from another, at an address.

    A browser on the machine itself has no address.
    """
    tab = st.session_state.setdefault(_TAB, uuid4().hex)
    return Asker(tab, visitor_of(st.context.ip_address or ""))


def presence() -> Callable[[], bool]:
    """What says, from any thread, whether the page that is drawn now is still open somewhere."""
    run = get_script_run_ctx(suppress_warning=True)
    if run is None or not Runtime.exists():
        return lambda: True
    return lambda: Runtime.instance().is_active_session(run.session_id)


def visitor_of(address: str) -> str:
    """Whoever has an address: that address, or of the newer kind what it begins with."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(IPv6Address(int(found) >> _BEGINNING << _BEGINNING))
