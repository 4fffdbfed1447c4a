"""Signing in: the one screen there is for the signed-out, and who is signed in above every page."""

from __future__ import annotations

import logging
from threading import Lock, Thread

from cachetools import TTLCache

from footprint.pages.addresses import APP
from footprint.rights.person import SIGNED_OUT, Person
from footprint.store.reader import Reader
from footprint.store.revisions import StoreError
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.workspace import shared
from ui.who.claims import sign_in_of
from ui.who.current import claims, person
from ui.who.settings import OpenId, Proxy, sign_in

_LOG = logging.getLogger(__name__)
_turn = Lock()
# Each time of signing in that this process has seen a page opened by.
_arrived: TTLCache[str, bool] = TTLCache(100_000, 24 * 3600)


def require() -> None:
    """Go on where nobody signs in here or somebody has; else show how to, and no more."""
    looks = person()
    if looks == SIGNED_OUT:
        _screen()
        st.stop()
    elif looks:
        _arrive(looks)


def who() -> None:
    """Say in the masthead who is signed in, with a way out."""
    looks, how = person(), sign_in()
    if not looks or not how:
        return
    with st.container(key="who", horizontal=True, vertical_alignment="center"):
        st.markdown(words.marked("{} ({})", looks.name, looks.role))
        if isinstance(how.by, OpenId):
            st.button("Sign out", key="sign-out", type="tertiary", on_click=st.logout)
        elif how.by.sign_out:
            st.link_button("Sign out", how.by.sign_out, type="tertiary")


def _screen() -> None:
    st.set_page_config(page_title=f"Sign in – {APP}", layout="wide")
    with st.container(key="masthead", horizontal=True):
        st.markdown(words.marked("**ICB Footprints**"))
    with st.container(key="sign-in"):
        st.title("Sign in", anchor=False)
        how = sign_in()
        if how and isinstance(how.by, OpenId):
            st.markdown("Only people with an account can use this app.")
            st.button("Sign in", type="primary", key="sign-in-button", on_click=st.login)
        elif how and isinstance(how.by, Proxy) and how.by.sign_in:
            st.markdown("Only people with an account can use this app.")
            st.link_button("Sign in", how.by.sign_in, type="primary")
        else:
            st.markdown(
                "Only people with an account can use this app. Open it by its usual address."
            )


def _arrive(looks: Person) -> None:
    """Keep in the audit that somebody came, once for each time of signing in."""
    mark = sign_in_of(claims())
    with _turn:
        if mark in _arrived:
            return
        _arrived[mark] = True
    reader = shared().seen_by(looks).reader
    # The page does not wait for a store that may be slow.
    Thread(target=lambda: _note(reader), daemon=True).start()


def _note(reader: Reader) -> None:
    try:
        reader.store().note("signed in")
    except StoreError:
        _LOG.log(logging.WARNING, "That somebody signed in could not be kept in the audit")
