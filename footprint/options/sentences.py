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
from footprint.store.remarks import Remark
from footprint.store.revisions import Revision

PREFIX = "saved-"
LONGEST_TITLE, LONGEST_AUTHOR, LONGEST_NOTE = 60, 30, 300
NOBODY = "somebody who gave no name"
UNKNOWN = "somebody whose name was not kept"
_KEY = re.compile(PREFIX + r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9][0-9]{0,8})")
_HERE = ZoneInfo("Europe/London")
_FROM_RIGHT = {"R", "AL"}
_ACTS: Mapping[str, str] = {
    "saved": "saved",
    "renamed": "renamed",
    "restored": "brought back",
    "archived": "archived",
    "duplicated": "copied",
}


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


def drawn_by(revision: Revision) -> str:
    """Who drew what a revision holds, whoever brought it back, named or copied it since."""
    return shown(revision.drawn_by, LONGEST_AUTHOR) or _nobody(revision)


def _nobody(revision: Revision) -> str:
    unknown = revision.act == "duplicated" and not revision.copied_from
    return UNKNOWN if unknown else NOBODY


def title(revision: Revision) -> str:
    """A revision in the few words that a list of plans has room for, with who drew it."""
    name, author = shown(revision.name, LONGEST_TITLE), shown(revision.drawn_by, LONGEST_AUTHOR)
    return f"Option: {name} (revision {revision.number}{', ' if author else ''}{author})"


def day(moment: datetime) -> str:
    """The date of a moment in England."""
    here = moment.astimezone(_HERE)
    return f"{here.day} {month(here.date().isoformat())}"


def when(moment: datetime) -> str:
    """A moment by date and time in England."""
    return f"{day(moment)} at {moment.astimezone(_HERE):%H:%M}"


def done(revision: Revision) -> str:
    """What was done to make a revision, by whom and when, and whose it is."""
    said = f"{_ACTS[revision.act]} by {author_of(revision)} on {when(revision.saved_at)}"
    return ", ".join([said, *_whose(revision)])


def _whose(revision: Revision) -> list[str]:
    drawn = f"drawn by {drawn_by(revision)}"
    if revision.act == "restored":
        return [f"from revision {revision.parent}", drawn]
    if revision.act == "duplicated" and revision.copied_from:
        name = shown(revision.copied_name, LONGEST_TITLE)
        return [f"from “{name}”, revision {revision.copied_from.rpartition('.')[2]}", drawn]
    return [drawn] if revision.drawn_by != revision.author else []


def origin_key(revision: Revision) -> str:
    """The key of the revision that a duplicate is a copy of; "" for any other."""
    return f"{PREFIX}{revision.copied_from}" if revision.copied_from else ""


def summary(revision: Revision, begun: str) -> str:
    """Say whose an option is and what it began from; `begun` is that plan's title."""
    name = f"“{shown(revision.name, LONGEST_TITLE)}”, revision {revision.number}"
    made = f"drawn by {drawn_by(revision)}"
    if revision.act != "saved":
        made += f" and {_ACTS[revision.act]} by {author_of(revision)}"
    on = day(revision.saved_at)
    return f"{name}, is an option {made} on {on}, begun from “{begun}”; nobody has adopted it."


def note(revision: Revision, longest: int = LONGEST_NOTE) -> str:
    """The note its author left, said to be theirs, or ""."""
    words = shown(revision.note, longest)
    author = shown(revision.noted_by, LONGEST_AUTHOR) or _nobody(revision)
    return f"Note by {author}: “{words}”" if words else ""


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


def newer(newest: Revision) -> str:
    """Say before a save that somebody else has saved meanwhile, and what can be done."""
    return (
        f"Revision {newest.number} is newer than the one you opened: {done(newest)}. Yours is not "
        "saved yet. Look at theirs first (Undo brings yours back), save yours as a new option, or "
        "save yours on top of theirs: every revision stays."
    )


def same_name(others: tuple[Revision, ...]) -> str:
    """Say before a save that other options have that name; `others` is last saved first."""
    first = others[0]
    name, count = shown(first.name, LONGEST_TITLE), len(others)
    which = "Another option is" if count == 1 else f"{count} other options are"
    last = "It has" if count == 1 else "The one saved last has"
    revisions = "1 revision" if first.number == 1 else f"{first.number} revisions"
    return (
        f"{which} called “{name}”. {last} {revisions}, the last {done(first)}. Nothing is saved "
        "yet. Give yours another name, look at that option, or keep the name all the same."
    )


def remarked(remark: Remark) -> str:
    """Who commented, when, and on what."""
    author = shown(remark.author, LONGEST_AUTHOR) or NOBODY
    about = f"“{shown(remark.about, LONGEST_TITLE)}” in " if remark.about else ""
    return f"{author} on {about}revision {remark.revision}, {when(remark.made_at)}"


CHANGED = "was changed in the store after it was saved, so it is not shown"
