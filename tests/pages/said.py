"""Said: every string a page's content holds, and what no sentence may have in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

import pandas as pd

from footprint.english import ordinal
from footprint.view import View
from footprint.workspace.workspace import Workspace

_PLURALS = (
    "people|residents|ICBs|teams|clusters|mergers|districts|authorities|footprints|others|blocks|"
    "bodies|boroughs|trusts|pieces|years|heads"
)
_FAULTS: Mapping[str, re.Pattern[str]] = {
    "a name turned round": re.compile(r", (City|County) of\b"),
    "one of many": re.compile(rf"(?<![\d,.])1 ({_PLURALS}|are|have|miss|join|work)\b"),
    "two full stops": re.compile(r"(?<!\.)\.\s?\.(?!\.)"),
    "a number that is not rounded": re.compile(
        r"\d\.\d{3,}(?!\.)|\b\d+(\.\d+)?e[+-]?\d+\b|\b(nan|NaN|inf|None)\b(?! of| is| was)"
    ),
}
# Who objected to a merger is told in the words of the papers it was read in.
_GIVEN = "Cornwall and Isles of Scilly MPs and Healthwatch Cornwall"
_QUOTED = re.compile(rf"“[^”]*”|\"[^\"]*\"|https?://\S+|{_GIVEN}")
_WORD = r"[\w’'&-]+"
# A name that itself holds "and" stands as ◆ by now, and may be joined only after a comma or so.
_CHAIN = re.compile(
    rf"◆ and |(?<![;,]) and ◆|{_WORD} and (?:(?:[A-Z]{_WORD}|of|the|upon) )*{_WORD} and {_WORD}"
)


def strings(value: object, seen: dict[int, object]) -> Iterator[str]:
    """Every string in a value, however deep; what was `seen` is not walked again."""
    if isinstance(value, str):
        yield value
    elif id(value) not in seen:
        seen[id(value)] = value
        for part in _parts(value):
            yield from strings(part, seen)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, pd.DataFrame):
        return [*value.columns, value.index.name, *value.index, *value.to_numpy().ravel()]
    if isinstance(value, pd.Series):
        return [] if value.dtype.kind in "fi" else value.tolist()
    if is_dataclass(value) and not isinstance(value, (View, Workspace)):
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    return value if isinstance(value, (tuple, list, set, frozenset)) else []


def names_with_and(work: Workspace) -> re.Pattern[str]:
    """The proper names that hold "and" themselves: of footprints and of authorities."""
    layers = [plan.seen_as(seen) for plan in work.plans.values() for seen in ("bodies", "teams")]
    names = {footprint.name for plan in layers for footprint in plan.footprints}
    names |= {name for tier in work.tiers.values() for name in tier.names.values()}
    names |= set(work.icb_names.values()) | {str(icb) for icb in work.atlas.icbs["short_name"]}
    known = sorted((name for name in names if " and " in name), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known)))


def faults(said: str, names: re.Pattern[str]) -> list[str]:
    """What is wrong with one sentence; words quoted from others are theirs."""
    own = _QUOTED.sub("", said)
    found = [fault for fault, pattern in _FAULTS.items() if pattern.search(own)]
    places = re.findall(r"\b(\d+)(st|nd|rd|th)\b", own)
    if any(ordinal(int(number)) != number + ending for number, ending in places):
        found.append("a wrong ordinal")
    if _CHAIN.search(names.sub("◆", own)):
        found.append("and after and")
    return found
