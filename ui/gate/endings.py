"""Endings: the sign-outs that other processes took, and those before a restart, from the store."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta

from footprint.store.revisions import StoreError
from ui.shell.workspace import shared
from ui.who.settings import OpenId, sign_in
from ui.who.visits import LONGEST_SECONDS, end

PAUSE_SECONDS = 5
_LOG = logging.getLogger(__name__)


async def learn() -> None:
    """Let every visit end here that was ended anywhere, a few seconds later at most.

    Returns at once where nobody signs in, or a proxy does it. While the store does not answer, the
    sign-outs that are known already hold.
    """
    how, after, answered = sign_in(), 0, True
    while how and isinstance(how.by, OpenId):
        try:
            after = await asyncio.to_thread(_learnt, after)
            answered = True
        except StoreError:
            if answered:
                _LOG.log(logging.WARNING, "Sign-outs of other processes cannot be read now")
            answered = False
        await asyncio.sleep(PAUSE_SECONDS)


def _learnt(after: int) -> int:
    since = datetime.now(UTC) - timedelta(seconds=LONGEST_SECONDS)
    newest, marks = shared().reader.store().signed_out(after, since)
    end(marks)
    return newest
