"""Words: what every file made of a paper says in the same words, as text that is safe."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from footprint.content.values import ESTIMATED
from footprint.maps.layer import ATTRIBUTION
from footprint.papers.paper import Paper

ESTIMATED_MEANING = f"Figures marked {ESTIMATED} share a published figure by residents."
# What a board reads is the reason alone; what can be done about it is for whoever makes the paper.
NO_ADDRESS = "No link: the address of this app is not set."
LONG_LINK = "No link: it would be too long for a browser."
_MENDED = {
    NO_ADDRESS: "Whoever runs the app can set it as ICB_FOOTPRINTS_ADDRESS.",
    LONG_LINK: "Save the option in the app, and its link is short.",
}
REPLACED = "\ufffd"
# XML forbids the first of these, and no reader can see the rest.
_ILLEGAL = re.compile(
    "[^\t\n\r\x20-\x7e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
_SPACES = re.compile(r" *[\t\n\r\u2028\u2029][\t\n\r\u2028\u2029 ]*")
# The longest link a cell of Excel takes, and a browser.
_LONGEST_LINK, _LONGEST_ADDRESS = 2000, 4_000
_LONGEST_PROPERTY = 255


def legal(text: str) -> str:
    """Return text on one line that any file may hold.

    What may not be written shows as the replacement mark.
    """
    return _ILLEGAL.sub(REPLACED, _SPACES.sub(" ", text))


def footnotes(paper: Paper) -> tuple[str, ...]:
    """Return a paper's notes, with what "(estimated)" means where a figure is and no note says."""
    explained = any(ESTIMATED in note for note in paper.every_note)
    added = (ESTIMATED_MEANING,) if paper.table.estimated and not explained else ()
    return (*paper.every_note, *added)


def source_line(paper: Paper) -> str:
    """Return a paper's sources and the licence as one line."""
    named = "; ".join(source.rstrip(".") for source in paper.sources)
    return f"Sources: {named}. {ATTRIBUTION}" if named else ATTRIBUTION


def figure_title(paper: Paper) -> str:
    """Return what stands under the map: the caption, or the title where there is none."""
    return paper.caption or paper.title


def property_title(paper: Paper) -> str:
    """Return a paper's title as a file's property, which holds no more than 255 letters."""
    title = legal(paper.title)
    return title if len(title) <= _LONGEST_PROPERTY else f"{title[: _LONGEST_PROPERTY - 1]}…"


def areas_in_words(paper: Paper) -> str:
    """Return the areas of each footprint as plain text to copy, a line for each."""
    return "".join(f"{legal(name)}: {legal(areas)}\n" for name, areas in paper.lists)


def opens(link: str) -> bool:
    """Whether a link may be made one to click: Excel refuses a file whose link is too long."""
    return (
        link.startswith(("http://", "https://"))
        and len(link) <= _LONGEST_LINK
        and (legal(link) == link)
    )


def shared(link: str) -> str:
    """The link where others can open it; "" where they cannot."""
    return "" if unshared(link) else link


def unshared(link: str) -> str:
    """Why others cannot open a link; "" where they can."""
    host = urlsplit(link).hostname or ""
    own = host in ("localhost", "0.0.0.0", "::1") or host.startswith("127.")
    if not link or own or host.endswith(".localhost"):
        return NO_ADDRESS
    return LONG_LINK if len(link) > _LONGEST_ADDRESS else ""


def without_link(link: str) -> str:
    """Why others cannot open a link and what would mend that; "" where they can."""
    why = unshared(link)
    return f"{why} {_MENDED[why]}" if why else ""


def right_to_left(text: str) -> bool:
    """Whether text reads from right to left: its first letter decides."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


def stretches(text: str) -> tuple[tuple[str, bool], ...]:
    """Cut text where its direction changes, each stretch with whether it reads right to left."""
    found: list[tuple[str, bool]] = []
    now = right_to_left(text)
    for letter in text:
        way = unicodedata.bidirectional(letter)
        now = way != "L" if way in ("L", "R", "AL") else now
        if found and found[-1][1] == now:
            found[-1] = (found[-1][0] + letter, now)
        else:
            found.append((letter, now))
    return tuple(found)
