"""Sentences: a saved option in words, and as a plan that is said to be its author's only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from footprint.english import month
from footprint.options.option import Option, on_one_line
from footprint.plans.plan import Plan
from footprint.store.revisions import Revision

PREFIX = "saved-"
LONGEST_TITLE, LONGEST_AUTHOR, LONGEST_NOTE = 60, 30, 300
NOBODY = "somebody who gave no name"
_KEY = re.compile(PREFIX + r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9][0-9]{0,8})")
_HERE = ZoneInfo("Europe/London")
_FROM_RIGHT = {"R", "AL"}
_DONE: Mapping[str, str] = {
    "saved": "drawn",
    "renamed": "renamed",
    "restored": "brought back",
    "archived": "archived",
    "duplicated": "copied",
}
_ACTS: Mapping[str, str] = _DONE | {"saved": "saved"}


def is_saved(key: str) -> bool:
    """Whether a plan's key speaks of a saved option, existing or not."""
    return key.startswith(PREFIX)


def key_of(option: str, number: int) -> str:
    """The key of one revision of an option among all plans; it means the same for ever."""
    return f"{PREFIX}{option}.{number}"


def revision_of(key: str) -> tuple[str, int] | None:
    """The option and the number of the revision that a key names, where it is well formed."""
    found = _KEY.fullmatch(key)
    return (found[1], int(found[2])) if found else None


def shown(text: str, longest: int) -> str:
    """What a user wrote, on one line, cut to length, and read in its own direction."""
    line = on_one_line(text)
    line = line if len(line) <= longest else f"{line[: longest - 1]}…"
    if any(unicodedata.bidirectional(letter) in _FROM_RIGHT for letter in line):
        return f"\u2068{line}\u2069"
    return line


def author_of(revision: Revision) -> str:
    """Who made a revision."""
    return shown(revision.author, LONGEST_AUTHOR) or NOBODY


def title(revision: Revision) -> str:
    """A revision in the few words that a list of plans has room for."""
    name, author = shown(revision.name, LONGEST_TITLE), shown(revision.author, LONGEST_AUTHOR)
    return f"Option: {name} (revision {revision.number}{', ' if author else ''}{author})"


def day(moment: datetime) -> str:
    """The date of a moment in England."""
    here = moment.astimezone(_HERE)
    return f"{here.day} {month(here.date().isoformat())}"


def when(moment: datetime) -> str:
    """A moment by date and time in England."""
    return f"{day(moment)} at {moment.astimezone(_HERE):%H:%M}"


def done(revision: Revision) -> str:
    """What was done to make a revision, by whom and when."""
    return f"{_ACTS[revision.act]} by {author_of(revision)} on {when(revision.saved_at)}"


def summary(revision: Revision, begun: str) -> str:
    """Say whose an option is and what it began from; `begun` is that plan's title."""
    name = f"“{shown(revision.name, LONGEST_TITLE)}”, revision {revision.number}"
    act = _DONE[revision.act] if revision.act in ("saved", "duplicated") else "saved"
    made = f"{act} by {author_of(revision)} on {day(revision.saved_at)}"
    return f"{name}, is an option {made}, begun from “{begun}”; nobody has adopted it."


def note(revision: Revision) -> str:
    """The note its author left, said to be theirs, or ""."""
    words = shown(revision.note, LONGEST_NOTE)
    return f"Note by {author_of(revision)}: “{words}”" if words else ""


def as_plan(option: Option, revision: Revision, begun: str, carried: str = "") -> Plan:
    """A saved option as a plan among plans; `carried` says what newer data changed about it."""
    return replace(
        option.plan,
        key=key_of(revision.option, revision.number),
        title=title(revision),
        as_of=revision.saved_at.astimezone(_HERE).date().isoformat(),
        effective="",
        status="option",
        confidence="not judged",
        summary=summary(revision, begun),
        note=" ".join(filter(None, (carried, note(revision)))),
    )


def conflict(mine: int, started_from: int, theirs: Revision) -> str:
    """Say that somebody else saved meanwhile, and that nothing was lost."""
    return (
        f"After you opened revision {started_from}, revision {theirs.number} was "
        f"{done(theirs)}. Both are kept: yours is revision {mine} and now the newest."
    )
