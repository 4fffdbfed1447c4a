"""The current person: who looks at the page that is being drawn."""

from __future__ import annotations

import time
from collections.abc import Mapping

from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from footprint.rights.person import SIGNED_OUT, Person
from ui.who.claims import person_of
from ui.who.settings import sign_in
from ui.who.visits import is_ended


def claims() -> Mapping[str, object]:
    """What Streamlit was told of whoever opened this page; nothing outside any page."""
    context = get_script_run_ctx(suppress_warning=True)
    return dict(context.user_info) if context else {}


def person() -> Person | None:
    """Who looks at this page now; None where nobody signs in here.

    Asked each time anew, for a visit ends by signing out in another window, and by its hours.
    """
    how = sign_in()
    if how is None:
        return None
    told = claims()
    found = None if is_ended(told) else person_of(told, how, time.time())
    return found or SIGNED_OUT
