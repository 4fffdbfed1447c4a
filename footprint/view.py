"""Views: what a reader asked to see, exactly as it stands in the address bar."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields, replace
from difflib import get_close_matches

MEMBERSHIP = ""


_WORDS: Mapping[str, str] = {
    "icbs": "a set of ICBs",
    "plan": "a plan",
    "base": "a plan for the rest of England",
    "measure": "a measure",
    "area": "an area",
    "scheme": "a way of making classes",
    "classes": "a number of classes",
    "other": "a plan to compare with",
    "tier": "a kind of authority",
    "whole": "a kind of authority",
    "tolerance": "a tolerance",
    "cap": "a cap",
    "cut": "a cut",
    "saving": "a saving for each team",
    "least": "a least population",
    "trusts": "a number of acute trusts",
    "criterion": "a criterion",
    "show": "a way of comparing",
    "saved": "a saved option",
}


MOST_ALSO = 3


# The least and the most each number in the address bar may be.
_RANGES: Mapping[str, tuple[float, float]] = {
    "tolerance": (0, 49),
    "cap": (0, 1_000),
    "cut": (0, 100),
    "saving": (0, 1_000_000_000),
    "least": (0, 60_000_000),
    "trusts": (1, 20),
}


@dataclass(frozen=True)
class View:
    """One view of one page; every field is text, because the address bar is.

    An empty `measure` shows a page's own first picture: membership on Clusters, residents on
    the opening page. `cuts` is numbers parted by underscores, used by the scheme "own".
    `tolerance` and `cut` are per cent; `cap` is pounds for each weighted head, `saving` pounds
    for each leadership team removed. `baseline` holds the user's own costs, `must` the tests
    the user says a plan has to pass, parted by underscores; `criterion` is the one on the map.
    `show` is two maps or what changes hands, `also` further plans, parted by underscores;
    `option` is the text of an option somebody draws, `saved` the key of the saved one it was
    opened from.
    """

    icbs: str = "merged-2026-04"
    plan: str = "agreed-2025-09"
    base: str = "icb-2023"
    measure: str = MEMBERSHIP
    area: str = ""
    scheme: str = "quantiles"
    classes: str = "5"
    cuts: str = ""
    other: str = "icb-2023"
    tier: str = "lad"
    tolerance: str = "1"
    cap: str = "18.76"
    cut: str = "50"
    saving: str = "0"
    baseline: str = ""
    least: str = "1000000"
    whole: str = "utla"
    trusts: str = "2"
    must: str = ""
    criterion: str = "people"
    show: str = "two"
    also: str = ""
    option: str = ""
    saved: str = ""

    def to_query(self) -> dict[str, str]:
        """Return the query string's parts, leaving out whatever is as it would be anyway."""
        return {name: value for name, value in asdict(self).items() if value != _DEFAULTS[name]}

    def with_(self, **changes: str) -> View:
        """Return this view with some fields changed."""
        return replace(self, **changes)

    @property
    def further(self) -> tuple[str, ...]:
        """Return the keys of the further plans of a comparison."""
        return tuple(key for key in self.also.split("_") if key)

    @property
    def cut_values(self) -> tuple[float, ...]:
        """Return the user's own cuts as numbers."""
        return tuple(float(cut) for cut in self.cuts.split("_") if cut)


_NONE_REFUSED: Mapping[str, str] = {}


_DEFAULTS: Mapping[str, str] = asdict(View())


FIELDS: tuple[str, ...] = tuple(field.name for field in fields(View))


def from_query(
    query: Mapping[str, str],
    choices: Mapping[str, Mapping[str, str]],
    used: Collection[str] = (),
    refused: Mapping[str, str] = _NONE_REFUSED,
) -> tuple[View, list[str]]:
    """Read a view from a query string, and say in a sentence each what had to be put right.

    `choices` gives the values each field may take, with the words for each; a value that is not
    among them is replaced by the nearest one that is, or by the default where none is near.
    Where `used` names the fields a page looks at, only those are spoken of. `refused` says of
    values that are not among the choices why they are not.
    """
    query = _meant(query)
    read: dict[str, str] = {}
    said: list[str] = []
    for name in FIELDS:
        value = query.get(name, _DEFAULTS[name])
        read[name], sentence = _put_right(name, value, choices, refused)
        said += [sentence] if sentence and (not used or name in used) else []
    said += [
        f"The link asks for “{_short(name)}”, which this page does not know. It was left out."
        for name in query
        if name not in FIELDS and not name.startswith("embed")
    ]
    return View(**read), said


def _meant(query: Mapping[str, str]) -> Mapping[str, str]:
    # Cuts are only ever given to be used.
    return {"scheme": "own", **query} if query.get("cuts") else query


def _put_right(
    name: str,
    value: str,
    choices: Mapping[str, Mapping[str, str]],
    refused: Mapping[str, str],
) -> tuple[str, str | None]:
    if name == "cuts":
        return _cuts(value)
    if name == "also":
        return _several(value, choices.get("plan", {}), refused)
    if name in _RANGES:
        return _number(name, value)
    if value == _DEFAULTS[name] or name not in choices or value in choices[name]:
        return value, None
    near = get_close_matches(value, list(choices[name]), n=1, cutoff=0.75)
    shown = near[0] if near else _DEFAULTS[name]
    words = choices[name].get(shown)
    instead = f"You see “{words}” instead." if words else "You see the usual view instead."
    if value in refused:
        return (
            shown,
            f"The link asks for {_WORDS[name]} that cannot be shown. {refused[value]} {instead}",
        )
    return (
        shown,
        f"The link asks for {_WORDS[name]} “{_short(value)}” that does not exist. {instead}",
    )


def _several(
    value: str, plans: Mapping[str, str], refused: Mapping[str, str]
) -> tuple[str, str | None]:
    asked = dict.fromkeys(key for key in value.split("_") if key)
    kept = [key for key in asked if key in plans][:MOST_ALSO]
    left = next((key for key in asked if key not in kept), "")
    if not left:
        return "_".join(kept), None
    if left in refused:
        return "_".join(kept), f"A further plan of the link was left out. {refused[left]}"
    why = f"at most {MOST_ALSO} can be added" if left in plans else "it does not exist"
    return "_".join(kept), f"The link’s further plan “{_short(left)}” was left out: {why}."


def _number(name: str, value: str) -> tuple[str, str | None]:
    low, high = _RANGES[name]
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if low <= number <= high:
        return plain(number), None
    said = f"The link asks for {_WORDS[name]} of “{_short(value)}”, which is not between "
    return _DEFAULTS[name], f"{said}{low:,} and {high:,}. {_DEFAULTS[name]} is used instead."


def plain(number: float) -> str:
    """Write a number for the address bar: digits and a point, nothing else."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


class CutError(ValueError):
    """A list of cuts holds something that is not a number."""


def _cuts(value: str) -> tuple[str, str | None]:
    try:
        return read_cuts(value), None
    except CutError as problem:
        return "", f"The link’s cuts were left out. {problem}"


_SUFFIXES: Mapping[str, float] = {"k": 1e3, "m": 1e6, "bn": 1e9}


def read_cuts(text: str) -> str:
    """Read cuts as a person types them, and write them as the address bar holds them.

    Takes 1,000,000; 2m; £30 and 5%. Cuts are parted by semicolons, spaces or commas; a comma
    followed by three digits and no space parts thousands. Raises CutError naming what is wrong.
    """
    parts = [part for part in re.split(r"[;_]|\s+|,(?!\d{3}(?:\D|$))", text) if part.strip(", ")]
    numbers = sorted({_cut(part) for part in parts})
    return "_".join(dict.fromkeys(plain(number) for number in numbers))


def _cut(part: str) -> float:
    found = re.fullmatch(r"£?(-?[\d,]*\.?\d+(?:e\d{1,2})?)(k|m|bn)?%?", part.strip(", ").lower())
    if not found:
        raise CutError(f"“{_short(part)}” is not a number. Write cuts like 1,000,000; 2,000,000.")
    number = float(found[1].replace(",", "")) * _SUFFIXES.get(found[2] or "", 1)
    if abs(number) > 1e15:
        raise CutError(f"“{_short(part)}” is too large to be a cut.")
    return number


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"
