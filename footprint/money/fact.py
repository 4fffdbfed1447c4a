"""Facts: one figure that somebody gave, with all that a reader needs to trust it or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from footprint.english import month, percent
from footprint.facts.guidance import CAP
from footprint.measures.units import MILLIONS, POUNDS_EACH

Sort = Literal["published", "implied"]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One figure that somebody gave: whose it is, what it says, how sure, when and by whose word.

    `icbs` are codes, `area` the blocks it is about. An implied one was given by nobody: it follows
    by its `formula` from what it is `based_on`, titles with addresses. `quality` is "second-hand"
    where it was read in somebody else's account.
    """

    icbs: frozenset[str]
    area: frozenset[str]
    kind: str
    what: str
    figure: str
    qualifier: str
    date: str
    title: str
    url: str
    sort: Sort = "published"
    quality: str = ""
    formula: str = ""
    based_on: tuple[tuple[str, str], ...] = ()
    remark: str = ""
    year: str = ""


def when(date: str) -> str:
    """Say a date by its month, and a year as it is."""
    return month(date) if "-" in date else date


_FORMULA = re.compile(
    r"(?:(?P<rate>[\d.]+) × (?P<heads>[\d,]+) weighted people|(?P<pounds>[\d,]{7,}))"
    r"(?: \+ (?P<saved>[\d,]+)| ÷ (?P<part>0\.\d+)| ÷ \(1 − (?P<cut>0\.\d+)\))?"
)


def in_words(formula: str) -> str:
    """Say after a cost, and a comma, how it follows; any other formula stays as it is."""
    found = _FORMULA.fullmatch(formula)
    if not found:
        return formula
    if found["pounds"]:
        first = _millions(found["pounds"])
    elif float(found["rate"]) == CAP:
        first = f"the {MILLIONS.text(CAP * _number(found['heads']))} envelope"
    else:
        each = POUNDS_EACH.text(float(found["rate"]))
        first = f"{each} for each of {found['heads']} weighted heads"
    if found["saved"]:
        return f"which is {first} plus the {_millions(found['saved'])} to be saved"
    if found["part"]:
        return f"of which {first} is {percent(float(found['part']))}"
    if found["cut"]:
        return f"of which a {percent(float(found['cut']))} cut would leave {first}"
    return f"which is {first}"


def _millions(digits: str) -> str:
    return MILLIONS.text(_number(digits))


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))


def titled(source: str) -> tuple[str, str]:
    """Part a source into its title and its address, "" where it has none."""
    title, comma, rest = source.partition(", https://")
    return title, f"https://{rest}" if comma else ""
