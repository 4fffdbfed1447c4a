"""Views: what a reader asked to see, exactly as it stands in the address bar."""

from __future__ import annotations

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
}
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
    the opening page. `cuts` is a comma-separated list of numbers, used by the scheme "own".
    `tolerance` and `cut` are per cent; `cap` is pounds for each weighted head, `saving` pounds
    for each leadership team removed. `baseline` holds the user's own costs, `must` the tests
    the user says a plan has to pass.
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

    def to_query(self) -> dict[str, str]:
        """Return the query string's parts, leaving out whatever is as it would be anyway."""
        return {name: value for name, value in asdict(self).items() if value != _DEFAULTS[name]}

    def with_(self, **changes: str) -> View:
        """Return this view with some fields changed."""
        return replace(self, **changes)

    @property
    def cut_values(self) -> tuple[float, ...]:
        """Return the user's own cuts as numbers."""
        return tuple(float(cut) for cut in self.cuts.split(",") if cut)


_DEFAULTS: Mapping[str, str] = asdict(View())
FIELDS: tuple[str, ...] = tuple(field.name for field in fields(View))


def from_query(
    query: Mapping[str, str], choices: Mapping[str, Collection[str]]
) -> tuple[View, list[str]]:
    """Read a view from a query string, and say in a sentence each what had to be put right.

    `choices` gives the values each field may take; a value that is not among them is replaced
    by the nearest one that is, or by the default where none is near.
    """
    read: dict[str, str] = {}
    said: list[str] = []
    for name in FIELDS:
        value = query.get(name, _DEFAULTS[name])
        read[name], sentence = _put_right(name, value, choices)
        said += [sentence] if sentence else []
    said += [
        f"The link asks for “{_short(name)}”, which this page does not know. It was left out."
        for name in query
        if name not in FIELDS and not name.startswith("embed")
    ]
    return View(**read), said


def _put_right(
    name: str, value: str, choices: Mapping[str, Collection[str]]
) -> tuple[str, str | None]:
    if name == "cuts":
        return _cuts(value)
    if name in _RANGES:
        return _number(name, value)
    if value == _DEFAULTS[name] or name not in choices or value in choices[name]:
        return value, None
    near = get_close_matches(value, list(choices[name]), n=1, cutoff=0.75)
    shown = near[0] if near else _DEFAULTS[name]
    instead = f"“{shown}” is shown instead." if shown else "None is selected."
    return (
        shown,
        f"The link asks for {_WORDS[name]} “{_short(value)}” that does not exist. {instead}",
    )


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


def _cuts(value: str) -> tuple[str, str | None]:
    try:
        numbers = sorted({float(part) for part in value.split(",") if part.strip()})
    except ValueError:
        return "", f"The link's cuts “{_short(value)}” are not numbers. They were left out."
    if any(number in (float("inf"), float("-inf")) or number != number for number in numbers):
        return "", f"The link's cuts “{_short(value)}” are not numbers. They were left out."
    return ",".join(dict.fromkeys(plain(number) for number in numbers)), None


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"
