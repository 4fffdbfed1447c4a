"""Cost units: what a heading or a cell says it is in, and the pounds that a figure comes to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from footprint.readings import short

UNITS: Mapping[float, str] = {
    1.0: "£",
    1e3: "£ thousand",
    1e6: "£ million",
    1e9: "£ billion",
}
_MILLION = 1e6
LEAST, MOST = 100_000, 10_000_000_000
_WORDS = (
    (1e9, re.compile(r"(?:£|gbp) ?bn?\b|\bbn\b|\bbillions?\b")),
    (1e6, re.compile(r"(?:£|gbp) ?mn?\b|\bmn?\b|\bmillions?\b")),
    (1e3, re.compile(r"(?:£|gbp) ?(?:k|['’,]?0?00s?)\b|\bk\b|\b0?00s?\b|\bthousands?\b")),
)
_POUNDS = re.compile(r"£|gbp|pounds")
_FIGURE = re.compile(r"(-?\d+(?:\.\d+)?(?:e\+?\d{1,2})?)(k|thousand|mn?|millions?|bn?|billions?)?")
_NUMBER = re.compile(r"\d[\d.,\s]*")
_GROUPED = re.compile(r"\d{1,3}(?:(,|\s)\d{3})(?:\1\d{3})*(?:\.\d*)?")
_ONE_COMMA = re.compile(r"(\d{1,3}),(\d{3})")
_DECIMAL = re.compile(r"(\d+),(\d+)")
_SUM = re.compile(r"£ ?[1-9]|\d ?(?:k|thousand|mn?|million|bn?|billion)\b")


class Figure(NamedTuple):
    """The pounds of a cell, whether it says its unit itself, and what is wrong with it."""

    pounds: float = 0.0
    own: bool = False
    fault: str = ""


def unit_of(heading: str) -> float:
    """Pounds in one of what a heading says its column is in, or 0 where it says none or two."""
    plain = re.sub(r"[_()\[\]]", " ", heading.lower())
    found = [pounds for pounds, words in _WORDS if words.search(plain)]
    if len(found) > 1:
        return 0
    return found[0] if found else 1.0 if _POUNDS.search(plain) else 0


def names_sum(text: str) -> bool:
    """Whether some words name a sum, whose unit says nothing of other figures."""
    return bool(_SUM.search(text.lower()))


def figure(text: str, per: float, by: str = "") -> Figure:
    """What a cell comes to in a column of which `per` pounds are one, or 0 where it does not say.

    Nothing is guessed: a unit of its own has to be that of its column, which £ leaves open. `by`
    is what that unit is called, where it is none of UNITS.
    """
    shown = f"“{short(text)}”"
    plain = re.sub(r"£|gbp", "", text.casefold())
    bare = re.sub(r"[,\s]", "", plain)
    if bare.startswith("="):
        return Figure(fault=f"{shown} is a formula; paste its value instead")
    if bare.startswith("(") and bare.endswith(")"):
        less = f"{shown} is in brackets, which mean less than nothing"
        return Figure(fault=f"{less}; write a cost without them")
    found = _FIGURE.fullmatch(bare)
    if not found:
        return Figure(fault=f"{shown} is not a number")
    own = _own(found[2])
    if own and per not in (0, 1.0, own):
        says = f"{shown} is in {UNITS[own]}, but its column in {by or UNITS[per]}"
        return Figure(own=True, fault=f"{says}; write one of the two")
    if not (own or per):
        return Figure(fault=f"{shown} does not say whether it is {_any()}")
    if doubt := _doubt(plain, own or (1.0 if by else per)):
        return Figure(own=bool(own), fault=f"{shown} {doubt}")
    read_as = by or UNITS[own or per]
    return _within(float(found[1]) * (own or per), shown, read_as, own=bool(own))


def own_unit(text: str) -> float:
    """Pounds in one of the unit that a cell says itself, or 0 where it says none."""
    found = _FIGURE.fullmatch(re.sub(r"£|gbp|[,\s]", "", text.casefold()))
    return _own(found[2]) if found else 0


def pounds_of(text: str, heads: float) -> Figure:
    """What a cost in pounds for each of so many heads comes to; 0 are no figure."""
    told = figure(text, heads or 1.0, by="£ a head")
    fault = f"“{short(text)}” is for each head, whose number nobody has published for this ICB"
    return told if heads else Figure(fault=fault)


def decimal_comma(text: str) -> bool:
    """Whether a cell has a comma that can only be a decimal one: thousands have three digits."""
    found = _DECIMAL.fullmatch(_number(text))
    return bool(found) and len(found[2]) != len("000")


def _number(text: str) -> str:
    found = _NUMBER.search(text)
    return found[0].strip() if found else ""


def _doubt(text: str, unit: float) -> str:
    """Say where commas or spaces do not part thousands, or a comma may be a decimal one."""
    number = _number(text)
    if not re.search(r"[,\s]", number):
        return ""
    if decimal_comma(number):
        point = number.replace(",", ".")
        return f"has a comma that parts no thousands; write {point} if that is meant"
    if not _GROUPED.fullmatch(number):
        return "has commas or spaces that part no thousands; write it without them"
    # Hardly anybody writes thousands of pounds in thousandths, but millions many do.
    if unit >= _MILLION and (found := _ONE_COMMA.fullmatch(number)):
        return f"may be {found[1]}{found[2]} or {found[1]}.{found[2]}; write which, without a comma"
    return ""


def _own(word: str | None) -> float:
    if not word:
        return 0
    return {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}[word[0]]


def _within(pounds: float, shown: str, read_as: str, *, own: bool) -> Figure:
    if pounds < 0:
        return Figure(own=own, fault=f"{shown} is less than nothing")
    if not LEAST <= pounds <= MOST:
        read = f"{shown}, read as {read_as}, is not between £0.1 million and £10,000 million"
        return Figure(own=own, fault=read)
    return Figure(float(round(pounds)), own)


def unclear(row: int, heading: str) -> str:
    """Say that nothing tells the unit of a column of costs, and what to write."""
    return (
        f"Row {row}: “{heading}” does not say whether its figures are {_any()}. "
        f"Write it in the heading, such as {heading} (£m)."
    )


def _any() -> str:
    return "£, £ thousand or £ million"
