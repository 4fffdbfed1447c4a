"""Pack files: a pack as a small file of its own, read with every fault named, and many as a ZIP."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date

from footprint.papers import front
from footprint.papers.archives import packed
from footprint.papers.pack import MOST_ITEMS, Item, Pack, PackError, Said
from footprint.papers.paper import SHEETS, file_stem

FORMAT = "ICB Footprints pack"
VERSION = 3
# Most of it a board's own templates, where it has any.
MOST_BYTES = 10_000_000
# The most characters each kind of text may have; an option somebody drew is a long address. Words
# that are too long for paper are kept: who typed them has yet to shorten them.
_LONGEST = {"title": 2_000, "data_version": 100}
_ITEM_TEXTS = {"title": 2_000, "caption": 20_000, "page": 60, "part": 60}
_MOST_PROBLEMS = 40
_QUERY = {"name": 40, "value": 8_000}
_NOT_NAMES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789"),
}


def write(pack: Pack) -> bytes:
    """Write a pack as a small JSON file that `read` takes back.

    Raises PackError for a pack that `read` would refuse.
    """
    told = {**asdict(pack), "house": front.as_texts(pack.house)}
    content = json.loads(json.dumps({"format": FORMAT, "version": VERSION, **told}))
    _refuse(list(_problems(content)))
    written = json.dumps(content, ensure_ascii=False, indent=1).encode()
    _refuse(_too_large(written))
    return written


def read(written: bytes) -> Pack:
    """Read a pack, and refuse whatever is not one.

    Raises PackError with a sentence for each thing that is wrong.
    """
    _refuse(_too_large(written))
    try:
        content = json.loads(written.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise PackError("This file is not a pack, or it is damaged: it is not JSON text.") from None
    _refuse(_foreign(content))
    _refuse(list(_problems(content)))
    return Pack(
        title=content["title"],
        items=tuple(_item(one) for one in content["items"]),
        sheet=content["sheet"],
        monochrome=content["monochrome"],
        data_version=content["data_version"],
        figures=tuple(one and _said(one) for one in content["figures"]),
        front=front.front_of(content.get("front")),
        house=front.house_of(content.get("house")),
    )


def _item(one: Mapping[str, object]) -> Item:
    query = tuple((name, value) for name, value in one["query"])
    words = {name: one[name] for name in _ITEM_TEXTS}
    return Item(query=query, beside=one["beside"], brief=one.get("brief", False), **words)


def _said(one: Mapping[str, object]) -> Said:
    rows = tuple(tuple(row) for row in one["rows"])
    return Said(one["digest"], one["count"], tuple(one["headings"]), rows)


def _refuse(problems: list[str]) -> None:
    if problems:
        more = len(problems) - _MOST_PROBLEMS
        rest = [f"And {more:,} more."] if more > 0 else []
        raise PackError(" ".join([*problems[:_MOST_PROBLEMS], *rest]))


def _too_large(written: bytes) -> list[str]:
    if len(written) <= MOST_BYTES:
        return []
    return [f"A pack has at most {MOST_BYTES // 1_000:,} kB; this has {len(written) // 1_000:,}."]


def _foreign(content: object) -> list[str]:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return ["This file is not a pack of ICB Footprints."]
    version = content.get("version")
    if not _whole(version) or version < 1:
        return ["The file does not say which version of a pack it is."]
    if version > VERSION:
        return [f"The pack is of version {version}, and this app reads up to version {VERSION}."]
    return []


def _problems(content: Mapping[str, object]) -> Iterator[str]:
    yield from _fields(content, "The pack", {"format", "version", *Pack.__dataclass_fields__})
    for name, longest in _LONGEST.items():
        yield from _text(content, name, "The pack", longest)
    if content.get("sheet") not in [*SHEETS]:
        yield f"The pack's sheet is none of {', '.join(SHEETS)}."
    if not isinstance(content.get("monochrome"), bool):
        yield "The pack does not say whether it is monochrome."
    yield from front.problems(content)
    items, figures = content.get("items"), content.get("figures")
    if not isinstance(items, list) or not isinstance(figures, list):
        yield "The pack has no list of views, or no list of what they said."
        return
    if len(items) > MOST_ITEMS:
        yield f"A pack holds at most {MOST_ITEMS} views; this has {len(items)}."
    if len(items) != len(figures):
        yield "The pack does not have one entry of figures for each view."
    for number, one in enumerate(items[:MOST_ITEMS], 1):
        yield from _item_problems(one, f"View {number}")
    for number, one in enumerate(figures[:MOST_ITEMS], 1):
        if one is not None and not _is_said(one):
            yield f"What view {number} said is damaged."


def _fields(content: Mapping[str, object], whose: str, known: set[str]) -> Iterator[str]:
    for name in sorted(content.keys() - known):
        yield f"{whose} holds “{_short(name)}”, which is not part of a pack."


def _item_problems(one: object, whose: str) -> Iterator[str]:
    if not isinstance(one, dict):
        yield f"{whose} is damaged."
        return
    yield from _fields(one, whose, {*Item.__dataclass_fields__})
    for name, longest in _ITEM_TEXTS.items():
        yield from _text(one, name, whose, longest)
    if not isinstance(one.get("beside"), bool):
        yield f"{whose} does not say whether it shares a sheet with the view before it."
    if not isinstance(one.get("brief", False), bool):
        yield f"{whose} does not say whether it is one slide."
    if isinstance(one.get("page"), str) and not re.fullmatch(r"[A-Za-z0-9_]*", one["page"]):
        yield f"{whose} names a page “{_short(one['page'])}” that cannot be one."
    if not _is_query(one.get("query")):
        yield f"{whose} does not say what it shows in a way that can be read."


def _text(content: Mapping[str, object], name: str, whose: str, longest: int) -> Iterator[str]:
    value, called = content.get(name), name.replace("_", " ")
    if not _is_text(value, len(value) if isinstance(value, str) else 0):
        yield f"{whose} has no {called} that is text."
    elif len(value) > longest:
        yield f"{whose} has a {called} of {len(value):,} characters; at most {longest:,} are taken."


def _is_text(value: object, longest: int) -> bool:
    """Whether it is text that can be written again: half a character pair cannot."""
    if not isinstance(value, str) or len(value) > longest:
        return False
    return not re.search(r"[\ud800-\udfff]", value)


def _is_query(query: object) -> bool:
    return (
        isinstance(query, list)
        and len(query) <= 40
        and all(isinstance(pair, list) and len(pair) == 2 for pair in query)
        and all(_is_text(name, _QUERY["name"]) for name, _ in query)
        and all(_is_text(value, _QUERY["value"]) for _, value in query)
        and len({name for name, _ in query}) == len(query)
    )


def _is_said(one: object) -> bool:
    return (
        isinstance(one, dict)
        and one.keys() == {*Said.__dataclass_fields__}
        and _is_text(one["digest"], 64)
        and _whole(one["count"])
        and _is_row(one["headings"])
        and isinstance(one["rows"], list)
        and len(one["rows"]) <= one["count"]
        and all(_is_row(row) and len(row) == len(one["headings"]) for row in one["rows"])
    )


def _is_row(row: object) -> bool:
    return isinstance(row, list) and bool(row) and all(_is_text(cell, 10_000) for cell in row)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _short(text: str) -> str:
    plain = text.encode("ascii", "replace").decode()
    return plain if len(plain) <= 40 else plain[:39] + "…"


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """Put files into a ZIP under names every system takes, each dated the day given."""
    taken: set[str] = set()
    return packed({_safe(name, taken): content for name, content in files.items()}, day)


def _safe(name: str, taken: set[str]) -> str:
    stem, ending = re.fullmatch(r"(.*?)((?:\.[A-Za-z0-9]{1,8})?)", name, re.DOTALL).groups()
    plain = file_stem(stem)
    plain = f"{plain}-file" if plain in _NOT_NAMES else plain
    number, found = 1, plain + ending.lower()
    while found in taken:
        number += 1
        found = f"{plain}-{number}{ending.lower()}"
    taken.add(found)
    return found
