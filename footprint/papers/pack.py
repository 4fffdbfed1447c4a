"""Packs: several views in an order, with captions, and what their tables said when last made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count, repeat

from footprint.english import plural
from footprint.papers.front import Front, House
from footprint.papers.paper import Paper

MOST_ITEMS = 40
_MOST_KEPT = 3_000
_MOST_TOLD = 25


# How many characters of a view's own words have room on paper; a cover's are as long as titles.
LONGEST = {"title": 300, "caption": 600}


class PackError(ValueError):
    """A pack, or a sheet of several maps, that cannot be made; says why in plain sentences."""


@dataclass(frozen=True)
class Item:
    """One view of a pack: the page and its part of the address bar, with the user's own words.

    `query` holds names and values in the order of the address bar. An empty title means the
    title the view gives itself. `part` says how much of the map is wanted, and `beside` that it
    stands on one sheet with the view before it. Of slides that begin with the whole answer a
    `brief` view has the first alone.
    """

    page: str
    query: tuple[tuple[str, str], ...] = ()
    caption: str = ""
    title: str = ""
    part: str = ""
    beside: bool = False
    brief: bool = False


@dataclass(frozen=True)
class Said:
    """What a view's table said when its paper was last made.

    The first rows are kept as they were shown, up to about three thousand characters; `digest`
    is of all the `count` rows, so that any difference is noticed even where it cannot be told.
    """

    digest: str
    count: int
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Pack:
    """An ordered list of views to make into one file.

    `sheet` is a key of `papers.SHEETS`; `data_version` names the data the figures are of.
    `figures` has one entry for each item, None for a view that has not been made yet. `front` is
    what its cover and every page say, `house` the board's own templates and logo.
    """

    title: str
    items: tuple[Item, ...] = ()
    sheet: str = "a4-landscape"
    monochrome: bool = False
    data_version: str = ""
    figures: tuple[Said | None, ...] = ()
    front: Front = Front()
    house: House = House()


def overlong(item: Item, place: int) -> list[str]:
    """What to do about a title or caption that is longer than has room, one sentence for each."""
    words = {f"The {field} of view {place + 1}": getattr(item, field) for field in LONGEST}
    return _too_long(words, LONGEST.values())


def overlong_front(pack: Pack) -> list[str]:
    """What to do about words of a cover that are longer than have room, one sentence for each."""
    words = {"The title of the pack": pack.title}
    words |= {f"The {called} on the cover": told for called, told in pack.front.words.items()}
    return _too_long(words, repeat(LONGEST["title"]))


def faults_of_length(pack: Pack) -> list[str]:
    """What to do about every word of a pack that is longer than has room, a sentence each."""
    views = (said for place, item in enumerate(pack.items) for said in overlong(item, place))
    return [*overlong_front(pack), *views]


def shortened(pack: Pack) -> Pack:
    """As much of a pack's words as has room, to be looked at before somebody shortens them."""
    views = (
        replace(item, **{name: getattr(item, name)[:most] for name, most in LONGEST.items()})
        for item in pack.items
    )
    told = {name: words[: LONGEST["title"]] for name, words in pack.front.typed.items()}
    front = replace(pack.front, **told)
    return replace(pack, title=pack.title[: LONGEST["title"]], items=tuple(views), front=front)


def _too_long(words: Mapping[str, str], most: Iterable[int]) -> list[str]:
    return [
        f"{called} is {plural(len(told) - longest, 'character', 'characters')} too long: it has "
        f"{len(told):,}, and at most {longest} fit. Shorten it before the pack is made."
        for (called, told), longest in zip(words.items(), most, strict=False)
        if len(told) > longest
    ]


def added(pack: Pack, item: Item, paper: Paper | None = None) -> Pack:
    """Return the pack with one more view at its end; `paper` is what it shows, if it was made."""
    if len(pack.items) >= MOST_ITEMS:
        raise PackError(f"A pack holds at most {MOST_ITEMS} views.")
    figures = (*pack.figures, said(paper) if paper else None)
    return replace(pack, items=(*pack.items, item), figures=figures)


def moved(pack: Pack, place: int, to: int) -> Pack:
    """Return the pack with one view taken out and put in again at another place.

    A place beyond an end is that end.
    """
    order = [number for number in range(len(pack.items)) if number != place]
    order.insert(max(to, 0), place)
    return _ordered(pack, order)


def removed(pack: Pack, place: int) -> Pack:
    """Return the pack without one of its views."""
    return _ordered(pack, [number for number in range(len(pack.items)) if number != place])


def changed(pack: Pack, place: int, **changes: str | bool) -> Pack:
    """Return the pack with some fields of one of its views put anew."""
    new = replace(pack.items[place], **changes)
    return replace(pack, items=(*pack.items[:place], new, *pack.items[place + 1 :]))


def remade(pack: Pack, place: int, paper: Paper) -> Pack:
    """Return the pack knowing what a view's table says now."""
    figures = (*pack.figures[:place], said(paper), *pack.figures[place + 1 :])
    return replace(pack, figures=figures)


def _ordered(pack: Pack, order: list[int]) -> Pack:
    return replace(
        pack,
        items=tuple(pack.items[number] for number in order),
        figures=tuple(pack.figures[number] for number in order),
    )


def said(paper: Paper) -> Said:
    """Return what a paper's table says, small enough to keep in a file."""
    headings = tuple(column.heading for column in paper.table.columns)
    rows = paper.table.texts()
    kept, room = [], _MOST_KEPT
    for row in rows:
        room -= sum(map(len, row))
        if room < 0:
            break
        kept.append(row)
    whole = json.dumps([headings, rows]).encode()
    return Said(hashlib.sha256(whole).hexdigest()[:16], len(rows), headings, tuple(kept))


def differences(old: Said, paper: Paper) -> tuple[str, ...]:
    """Say in a sentence each what a view's table says now and did not say when it was last made.

    Empty where nothing has changed. Long lists end by saying how much more there is.
    """
    if old.digest == said(paper).digest:
        return ()
    headings = tuple(column.heading for column in paper.table.columns)
    sentences = [*_columns(old, headings), *_rows(old, paper, headings)]
    if len(old.rows) < old.count:
        sentences.append(
            f"Only the first {len(old.rows)} rows of the table before were kept to compare."
        )
    sentences = sentences or ["The table has the same figures in another order."]
    rest = len(sentences) - _MOST_TOLD
    more = (f"There are {rest} more differences.",) if rest > 0 else ()
    return (*sentences[:_MOST_TOLD], *more)


def _columns(old: Said, headings: tuple[str, ...]) -> list[str]:
    gone = [one for one in old.headings if one not in headings]
    new = [one for one in headings if one not in old.headings]
    return [
        *(f"The column “{heading}” is no longer there." for heading in gone),
        *(f"The column “{heading}” is new." for heading in new),
    ]


def _rows(old: Said, paper: Paper, headings: tuple[str, ...]) -> list[str]:
    now = paper.table.texts()
    # Where one name stands in several rows, the next cell tells those rows apart.
    width = max(2 if len({row[0] for row in rows}) < len(rows) else 1 for rows in (old.rows, now))
    before, after = _named(old.rows, old.headings, width), _named(now, headings, width)
    whole = len(old.rows) == old.count
    return [
        *(f"{name} is no longer in the table." for name in before if name not in after),
        # A row that was not kept cannot be told from a new one.
        *(f"{name} is new in the table." for name in after if whole and name not in before),
        *(
            f"{heading} of {name}: {cell} before, {after[name][heading]} now."
            for name, cells in before.items()
            if name in after
            for heading, cell in cells.items()
            if after[name].get(heading, cell) != cell
        ),
    ]


def _named(
    rows: Iterable[tuple[str, ...]], headings: tuple[str, ...], width: int
) -> dict[str, dict[str, str]]:
    named: dict[str, dict[str, str]] = {}
    for row in rows:
        name = ", ".join(row[:width])
        again = (f"{name} ({number})" for number in count(2))
        name = next(one for one in chain([name], again) if one not in named)
        named[name] = dict(zip(headings, row, strict=True))
    return named
