"""Fresh: a process that nobody has needed for a while ends, and begins anew with all its memory.

What was worked out for everybody is kept for the next who asks, and Python keeps the room around
it however little is left in it. Where something starts the process again, as systemd does, a quiet
hour gives all of that back.
"""

from __future__ import annotations

import asyncio
import logging
import math
import os
import signal
from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.runtime import Runtime

SETTING = "ICB_FOOTPRINTS_FRESH_AFTER"
"""Minutes that nobody has a page open before a process ends; without it, none ever does."""

_LOG = logging.getLogger(__name__)
_NO_MINUTES = "%s is a number of minutes above 0, such as 15, and not “%s”."
_ENDING = "Nobody has been here for %.0f minutes: ending, to begin anew."
_LOOKING = 10.0
# How much longer, as a share, a port waits than the one before, and after how many that begins
# again: one process is there while another starts.
_LONGER, _TURNS = 1 / 30, 8


def patience(environment: Mapping[str, str], port: int) -> float | None:
    """For how many seconds nobody has to be there; None where a process stays.

    What is no number of minutes is told in the log, and the process stays.
    """
    if not (told := environment.get(SETTING, "").strip()):
        return None
    try:
        minutes = float(told)
    except ValueError:
        minutes = math.nan
    if not 0 < minutes < math.inf:
        _LOG.log(logging.ERROR, _NO_MINUTES, SETTING, told)
        return None
    return 60 * minutes * (1 + port % _TURNS * _LONGER)


async def end_when_empty() -> None:
    """End the process as one would from outside, where it is set to end when nobody is here."""
    waits = patience(os.environ, st.get_option("server.port"))
    if waits is not None:
        await left_alone(_anybody, waits, min(_LOOKING, waits / 4))
        _LOG.log(logging.WARNING, _ENDING, waits / 60)
        os.kill(os.getpid(), signal.SIGTERM)


async def left_alone(anybody: Callable[[], bool], waits: float, pause: float) -> None:
    """Wait until somebody was there, and then nobody for so many seconds of pauses on end."""
    been, quiet = False, 0.0
    while not been or quiet < waits:
        await asyncio.sleep(pause)
        been, quiet = (True, 0.0) if anybody() else (been, quiet + pause)


def _anybody() -> bool:
    # There is no other way to ask for it.
    return bool(Runtime.instance()._session_mgr.list_active_sessions())
