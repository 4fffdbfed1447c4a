"""What a database, its driver or the disk refuses, in a sentence for whoever uses the app.

Whoever uses it is told what is wrong and nothing of paths, hosts or names of databases; the log
has those, for whoever runs it.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from footprint.store.revisions import SETTING, StoreError

BUSY_SECONDS = 20
ANSWER_SECONDS = 30
"""How long a server may take over one answer; those who save wait for each other less long."""
_LOG = logging.getLogger(__name__)
_Advice = tuple[tuple[str, ...], str]


def gone(where: str) -> StoreError:
    """What to say where a store has vanished while the app was running; the log says which."""
    _LOG.error("The store of options (%s) was taken away", where)
    return StoreError(
        "The store of options is gone: it was taken away while the app was running. Nothing is "
        "saved until it is back. Bring back a copy of it, or restart the app to begin a new one."
    )


def another(where: str) -> StoreError:
    """What to say where another store stands in the place of one; the log says which."""
    _LOG.error("Another store stands where the store of options (%s) was", where)
    return StoreError(
        "Another store stands in the place of the store of options that the app was using. Nothing "
        "is saved until the first is back. Bring it back, or restart the app to use this one."
    )


# What the drivers say, and what a person can do about it; the first that fits is said.
_ADVICE: tuple[_Advice, ...] = (
    (
        ("locked", "lock timeout"),
        f"is busy: others were saving for {BUSY_SECONDS} seconds. Try again.",
    ),
    (
        ("wait timeout",),
        f"did not answer within {ANSWER_SECONDS} seconds. Look on the list before you do it again: "
        "it may have been done.",
    ),
    (
        ("disk i/o", "input/output error", "file too large"),
        "is on a disk that fails or takes no more. Tell whoever runs this app.",
    ),
    (
        ("disk is full", "no space left", "could not extend"),
        "has no room left. Free some disk space and try again.",
    ),
    (
        (
            *("not a database", "malformed", "isoformat", "datetime", "decode"),
            *("has no column", "no such column", "no such table", "key mismatch"),
        ),
        f"is damaged or is another kind of file. Bring back a copy, or name another in {SETTING}.",
    ),
    (
        ("readonly", "read-only", "unable to open", "permission denied", "[errno"),
        f"may not be written to. Ask for permission, or name another place in {SETTING}.",
    ),
    (
        ("password", "authentication", "no pg_hba.conf"),
        f"does not accept this user and password. Correct them in {SETTING}.",
    ),
)
_OTHERWISE = f"cannot be used now. Check that it is running and that {SETTING} names it."


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn whatever a database, its driver or the disk refuses into a StoreError."""
    try:
        yield
    except StoreError:
        raise
    # The driver's own errors come bare while a connection is being set up, and a row that somebody
    # changed by hand may hold what is no date.
    except (DBAPIError, sqlite3.Error, OSError, ValueError) as problem:
        # The first line alone, for what follows may hold what users wrote.
        reason = str(getattr(problem, "orig", None) or problem).partition("\n")[0]
        _LOG.error("The store of options (%s) failed: %s", where, reason)
        fits = (
            advice for marks, advice in _ADVICE if any(mark in reason.lower() for mark in marks)
        )
        raise StoreError(f"The store of options {next(fits, _OTHERWISE)}") from problem
