"""Views: what a reader asked to see, exactly as it stands in the address bar."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields, replace
from difflib import get_close_matches

MEMBERSHIP = ""
_WORDS: Mapping[str, str] = {
    "icbs": "set of ICBs",
    "plan": "plan",
    "base": "plan for the rest of England",
    "measure": "measure",
    "area": "area",
    "scheme": "way of making classes",
    "classes": "number of classes",
    "cuts": "list of cuts",
}


@dataclass(frozen=True)
class View:
    """One view of one page; every field is text, because the address bar is.

    An empty `measure` shows a page's own first picture: membership on Clusters, residents on
    the opening page. `cuts` is a comma-separated list of numbers, used by the scheme "own".
    """

    icbs: str = "merged-2026-04"
    plan: str = "agreed-2025-09"
    base: str = "icb-2023"
    measure: str = MEMBERSHIP
    area: str = ""
    scheme: str = "quantiles"
    classes: str = "5"
    cuts: str = ""

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
    if value == _DEFAULTS[name] or name not in choices or value in choices[name]:
        return value, None
    near = get_close_matches(value, list(choices[name]), n=1, cutoff=0.75)
    shown = near[0] if near else _DEFAULTS[name]
    instead = f"“{shown}” is shown instead." if shown else "None is selected."
    return shown, f"The link asks for a {_WORDS[name]} “{_short(value)}” that does not exist. {instead}"


def _cuts(value: str) -> tuple[str, str | None]:
    try:
        numbers = sorted({float(part) for part in value.split(",") if part.strip()})
    except ValueError:
        return "", f"The link's cuts “{_short(value)}” are not numbers. They were left out."
    if any(number in (float("inf"), float("-inf")) or number != number for number in numbers):
        return "", f"The link's cuts “{_short(value)}” are not numbers. They were left out."
    return ",".join(f"{number:g}" if abs(number) < 1e5 else f"{number:.0f}" for number in numbers), None


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"
