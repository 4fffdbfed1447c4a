"""Views: what a reader asked to see, exactly as it stands in the address bar."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import Annotated, get_type_hints

from footprint.facts.guidance import CAP, LEAST_PEOPLE, LEAST_TRUSTS, TOLERANCE
from footprint.facts.people import Ground
from footprint.fields import (
    Asked,
    Cuts,
    Free,
    Keys,
    Kind,
    Number,
    OneOf,
    PutRight,
    Several,
    Value,
    short,
)
from footprint.plans.drawn import IN_ADDRESS, drawn_key, is_drawn
from footprint.plans.plan import seen_key

MEMBERSHIP = ""
USUAL_LAYER = ""
TODAY = "in-force-2026-10"
MOST_ALSO = 2
MOST_PARTS = 42
MOST_KINDS = 8
NO_TIER = "none"
LONGEST_DRAWING = 1_000_000
"""Characters of a drawing and its steps; who reads them says what is wrong with longer ones."""
_MOST_UNKNOWN = 5
_LONGEST_NAME = 60
PLANS = ("plan", "other", "also")
LINES: Mapping[str, str] = {
    "both": "Boundaries of both layers",
    "one": "Boundaries of one layer only",
}
SINCE: Mapping[str, str] = {
    "": "No outlines",
    "before": "What changed since the step before",
}
GROUNDS: Mapping[Ground, str] = {"land": "Land", "people": "People"}


@dataclass(frozen=True)
class View:
    """One view of one page; each field has its kind, which reads and writes it, and usual value.

    `layer` is bodies or teams; empty, the layer that the page or the plan is about. `lines` says
    whether the other layer's boundaries are drawn as well. `map` is the ground that areas stand on:
    land, or people, where each is as large as its residents are many. `since` says whether what
    changed since the step of the timeline before is outlined. An empty `measure` shows a
    page's own first picture: membership on Clusters, residents on the opening page. `cuts` is used
    by the scheme "own". `tolerance` and `cut` are per cent; `cap` is pounds for each weighted head,
    `saving` pounds for each leadership team removed. `baseline` holds the user's own costs, `must`
    the tests the user says a plan has to pass; `criterion` is the one on the map. `show` is two
    maps or what joins and moves, `also` further plans, `scope` the parts of England that count, by
    code, none for the region that a plan is made for; `option` is the text of an option somebody
    draws, `saved` the key of the saved one it was opened from, `steps` the states before and
    after it, which no other page looks at. `find` is what somebody
    looked for and found the area by, `tags` are those that saved options on a list have to have.
    `bodies` are the ICBs that options are counted of, those of
    `region` alone where one is named, and of them `only` those whose codes are given; `most` is the
    most people of a footprint, 0 for no such line, counted `by` residents or weighted; `keep` are
    tiers none of whose authorities may be split, `together` and `apart` are codes of ICBs, `fixed`
    footprints of theirs, `counted` and `against` two measures of the count.
    Where ICBs may be divided, `aim` is what is to be least, `begin` says from which plan, `intact`
    which tier is kept whole or NO_TIER, `moving` the tier whose parts move whole, `locked` which
    footprints stay as they are, `into` how many there are to be, 0 for any number. `pack` names the
    revision of the saved pack that is open on Board papers.
    """

    plan: Annotated[str, OneOf("a plan")] = TODAY
    layer: Annotated[str, OneOf("a layer")] = USUAL_LAYER
    lines: Annotated[str, OneOf("a way of showing the other layer")] = "both"
    map: Annotated[str, OneOf("a kind of map")] = "land"
    since: Annotated[str, OneOf("what to outline")] = ""
    base: Annotated[str, OneOf("a plan for the rest of England")] = "icb-2023"
    measure: Annotated[str, OneOf("a measure")] = MEMBERSHIP
    area: Annotated[str, OneOf("an area", nearest=False)] = ""
    scheme: Annotated[str, OneOf("a way of making classes")] = "quantiles"
    classes: Annotated[int, OneOf("a number of classes", int)] = 5
    cuts: Annotated[tuple[float, ...], Cuts()] = ()
    other: Annotated[str, OneOf("a plan to compare with")] = "icb-2023"
    tier: Annotated[str, OneOf("a kind of authority")] = "lad"
    tolerance: Annotated[float, Number("a tolerance", 0, 49)] = 100 * TOLERANCE
    cap: Annotated[float, Number("a cap", 0, 1_000)] = CAP
    cut: Annotated[float, Number("a cut", 0, 100)] = 50.0
    saving: Annotated[float, Number("a saving for each team", 0, 1_000_000_000)] = 0.0
    baseline: Annotated[str, Free()] = ""
    least: Annotated[int, Number("a least population", 0, 60_000_000, round)] = LEAST_PEOPLE
    whole: Annotated[str, OneOf("a kind of authority")] = "utla"
    trusts: Annotated[int, Number("a number of acute trusts", 1, 20, round)] = LEAST_TRUSTS
    must: Annotated[tuple[str, ...], Keys()] = ()
    criterion: Annotated[str, OneOf("a criterion")] = "people"
    show: Annotated[str, OneOf("a way of comparing")] = "two"
    scope: Annotated[tuple[str, ...], Several("part of England", MOST_PARTS)] = ()
    also: Annotated[
        tuple[str, ...], Several("further plan", MOST_ALSO, "four plans can be compared at once")
    ] = ()
    option: Annotated[str, Free(LONGEST_DRAWING)] = ""
    saved: Annotated[str, OneOf("a saved option")] = ""
    steps: Annotated[str, Free(LONGEST_DRAWING)] = ""
    find: Annotated[str, Free()] = ""
    bodies: Annotated[str, OneOf("a set of ICBs")] = "merged-2026-04"
    region: Annotated[str, OneOf("an NHS region")] = ""
    footprints: Annotated[int, Number("a number of footprints", 1, 42, round)] = 25
    keep: Annotated[tuple[str, ...], Several("kind of authority to keep whole", MOST_KINDS)] = ()
    inside: Annotated[str, OneOf("a rule on NHS regions")] = ""
    only: Annotated[tuple[str, ...], Keys()] = ()
    most: Annotated[int, Number("a most population", 0, 60_000_000, round)] = 0
    by: Annotated[str, OneOf("a way of counting people")] = ""
    together: Annotated[tuple[str, ...], Keys()] = ()
    apart: Annotated[tuple[str, ...], Keys()] = ()
    fixed: Annotated[tuple[str, ...], Keys()] = ()
    counted: Annotated[str, OneOf("a measure that is counted")] = "split-utla"
    against: Annotated[str, OneOf("a measure that is counted")] = "split-sa"
    aim: Annotated[str, OneOf("an aim")] = "movers"
    begin: Annotated[str, OneOf("a plan to move people from")] = "bodies"
    intact: Annotated[str, OneOf("a kind of authority to keep whole")] = "utla"
    moving: Annotated[str, OneOf("what moves whole")] = "utla"
    locked: Annotated[tuple[str, ...], Keys()] = ()
    into: Annotated[int, Number("a number of footprints", 0, 42, round)] = 0
    tags: Annotated[tuple[str, ...], Keys()] = ()
    pack: Annotated[str, Free()] = ""

    def to_query(self) -> dict[str, str]:
        """Return the query string's parts, leaving out whatever is as it would be anyway."""
        texts = {name: in_address(name, getattr(self, name)) for name in FIELDS}
        return {name: text for name, text in texts.items() if text is not None}

    def with_(self, **changes: Value) -> View:
        """Return this view with some fields changed."""
        return replace(self, **changes)

    def showing(self, text: str) -> View:
        """This view with a drawing, by its whole text, wherever the address says "drawn"."""
        key = drawn_key(text)
        plan, other, *also = (
            key if one == IN_ADDRESS else one for one in (self.plan, self.other, *self.also)
        )
        return replace(self, plan=plan, other=other, also=tuple(also))

    @property
    def drawings(self) -> tuple[str, ...]:
        """The keys of drawings among the plans looked at."""
        return tuple(key for key in (self.plan, self.other, *self.also) if is_drawn(key))

    @property
    def plan_key(self) -> str:
        """The key of the plan with the layer looked at."""
        return seen_key(self.plan, self.layer)

    @property
    def other_key(self) -> str:
        """The key of the plan compared with, with the layer looked at."""
        return seen_key(self.other, self.layer)

    @property
    def also_keys(self) -> tuple[str, ...]:
        """The keys of further plans, with the layer looked at."""
        return tuple(seen_key(key, self.layer) for key in self.also)

    @property
    def tolerance_share(self) -> float:
        """The tolerance as a share, 0 to 1."""
        return self.tolerance / 100

    @property
    def cut_share(self) -> float:
        """The cut as a share, 0 to 1."""
        return self.cut / 100


@dataclass(frozen=True)
class Field:
    """One part of an address: its kind, and its value where the address does not name it."""

    kind: Kind
    usual: Value


def _fields() -> Mapping[str, Field]:
    hints = get_type_hints(View, include_extras=True)
    return {one.name: Field(*hints[one.name].__metadata__, one.default) for one in fields(View)}


FIELDS: Mapping[str, Field] = _fields()


def in_address(name: str, value: Value) -> str | None:
    """Write a field's value as the address holds it; None where it is as it would be anyway."""
    field = FIELDS[name]
    text = field.kind.write(_without_drawing(value) if name in PLANS else value)
    return None if text == field.kind.write(field.usual) else text


def _without_drawing(value: Value) -> Value:
    # The address holds a drawing once, as the option it is.
    if isinstance(value, str):
        return IN_ADDRESS if is_drawn(value) else value
    return tuple(IN_ADDRESS if is_drawn(key) else key for key in value)


def range_of(name: str) -> tuple[int, int]:
    """The least and the most a field that is a number may be."""
    kind = FIELDS[name].kind
    return kind.least, kind.most


_NOTHING: Mapping[str, str] = {}


def from_query(
    query: Mapping[str, str],
    choices: Mapping[str, Mapping[str, str]],
    used: Collection[str] | None = None,
    refused: Mapping[str, str] = _NOTHING,
) -> tuple[View, list[PutRight]]:
    """Read a view from a query string, and say what had to be put right.

    `choices` gives the values each field may take, with the words for each; a value that is not
    among them is replaced by the nearest one that is, or by the usual one where none is near; an
    area by the usual one.
    Where `used` names the fields a page looks at, only those are spoken of; None means all.
    `refused` says of values that are not among the choices why they are not.
    """
    query = _meant(query)
    read: dict[str, Value] = {}
    said: list[PutRight] = []
    for name in FIELDS:
        if name in query:
            read[name], wrong = _read(name, query[name], choices, refused)
            said += [wrong] if wrong and (used is None or name in used) else []
    return View(**read), [*said, *_unknown(query, used or ())]


def _read(
    name: str,
    text: str,
    choices: Mapping[str, Mapping[str, str]],
    refused: Mapping[str, str],
) -> tuple[Value, PutRight | None]:
    """One field’s value, and what was put right; a text that is too long is not looked at."""
    field = FIELDS[name]
    if len(text) <= field.kind.longest:
        return field.kind.read(Asked(text, field.usual, choices.get(name, _NOTHING), refused))
    most = f"at most {field.kind.longest:,} are read"
    wrong = f"“{name}” with {len(text):,} characters, and {most}"
    return field.usual, PutRight(wrong, "It was left out.")


def _unknown(query: Mapping[str, str], used: Collection[str]) -> list[PutRight]:
    names = [name for name in query if name not in FIELDS and not name.startswith("embed")]
    told, more = names[:_MOST_UNKNOWN], len(names) - _MOST_UNKNOWN
    rest = f" So were {more:,} more that it does not know." if more > 0 else ""
    return [
        PutRight(
            f"“{short(name)}”, which this page does not know",
            f"It was left out.{rest if name == told[-1] else ''}",
            meant="".join(get_close_matches(name[:_LONGEST_NAME], FIELDS, n=1)),
            offered=tuple(name for name in FIELDS if name in used),
        )
        for name in told
    ]


def _meant(query: Mapping[str, str]) -> Mapping[str, str]:
    # Cuts are only ever given to be used.
    query = {"scheme": "own", **query} if query.get("cuts") else query
    # Before bodies and teams were told apart, the opening page had a field of its own.
    old = query.get("icbs")
    if not old:
        return query
    rest = {name: text for name, text in query.items() if name != "icbs"}
    return {"plan": old, "layer": "bodies", **rest}
