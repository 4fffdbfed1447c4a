"""Answers: what the finder says to what somebody types, each with the ICB it is in."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.english import percent
from footprint.facts.gazetteer import Named
from footprint.finder.beyond import outside_england
from footprint.finder.find import MOST, NEAREST
from footprint.finder.fold import folded, outcode
from footprint.finder.places import Part, area_of, kind_in_words, name_in_words, parts_in
from footprint.view import TODAY, View
from footprint.workspace.finder import authority_finder, body_of, finder, footprint_finder
from footprint.workspace.finder import found as found_for
from footprint.workspace.workspace import Workspace

_LONGEST = 60
NEAREST_NAMES = "Nothing here is called “{}”. The nearest names are:"
SPELT_NEARLY = "Nothing here is called “{}”. Spelt nearly so:"
NOTHING_LIKE_IT = (
    "Nothing here is like “{}”. Type a town, council, postcode district, hospital or ICB, "
    "for example:"
)

OUTSIDE = "“{}” is not in England, and the app covers England only. The nearest names are:"


@dataclass(frozen=True)
class Choice:
    """One ICB that a place is in: its code, and the words to choose it by."""

    body: str
    words: str


@dataclass(frozen=True)
class Answer:
    """One place: what it is called, what it is, the code of its area, and its ICBs today.

    `area` is "" for a place without a code of its own that lies in several ICBs, and for a county
    or a region, which is told by its ICBs even where it has only one.
    """

    name: str
    kind: str
    area: str
    choices: tuple[Choice, ...]

    @property
    def words(self) -> str:
        """The place in words, and where it is divided in how many."""
        count = len(self.choices)
        said = f"{self.name}, {self.kind}"
        return said if count == 1 else f"{said}: in {count} ICBs"


@dataclass(frozen=True)
class Answers:
    """Every place somebody may mean; `problem` says so where these are only the nearest.

    `note` says that none is called so, where the places are spelt nearly so. Of a `guess` none is
    taken without being chosen.
    """

    typed: str
    places: tuple[Answer, ...]
    problem: str = ""
    note: str = ""
    guess: bool = False

    @property
    def sure(self) -> bool:
        """Whether the first place is what was meant, and lies in one ICB."""
        return not self.problem and not self.guess and len(self.places[0].choices) == 1


def answers(work: Workspace, typed: str, view: View | None = None, tier: str = "") -> Answers:
    """What may be meant by what somebody types, the likeliest first; never nothing.

    With a view, the footprints of its plan are found by name as well, where they are not an ICB's;
    so are the authorities of a tier, before all else.
    """
    typed = typed.strip()[:_LONGEST]
    if not folded(typed):
        return Answers(typed, (), "Type letters or numbers, for example Kettering or CV1.")
    found = found_for(work, typed)
    # A council is called by what it is, whatever kind of authority it is looked at as.
    named = {one.area for one in found.places if found.sure}
    authorities = (one for one in _of_tier(work, typed, tier) if one.area not in named)
    own = (*authorities, *(_own(work, typed, view) if view else ()))
    if not own and _outside(work, typed):
        nearest = tuple(answer_of(work, one) for one in found.places[:NEAREST])
        return Answers(typed, nearest, OUTSIDE.format(typed))
    known = {one.area for one in own}
    listed = (*own, *(one for one in found.places if found.sure and one.area not in known))
    if listed:
        nearly = found.slip and not own
        return Answers(
            typed,
            tuple(answer_of(work, one) for one in listed[:MOST]),
            note=SPELT_NEARLY.format(typed) if nearly else "",
            guess=nearly and found.guess,
        )
    places = tuple(answer_of(work, one) for one in found.places)
    return Answers(typed, places, (NEAREST_NAMES if found.near else NOTHING_LIKE_IT).format(typed))


def _outside(work: Workspace, typed: str) -> bool:
    """Whether a place outside England is meant, and none in England is called so."""
    words = folded(typed)
    return outside_england(words) and finder(work).named(outcode(words) or words) is None


def _of_tier(work: Workspace, typed: str, tier: str) -> tuple[Named, ...]:
    found = authority_finder(work, tier).find(typed) if tier else None
    return found.places if found and found.sure and not found.slip else ()


def _own(work: Workspace, typed: str, view: View) -> tuple[Named, ...]:
    found = footprint_finder(work, view.plan, view.base).find(typed)
    return found.places if found.sure else ()


def answer_of(work: Workspace, named: Named) -> Answer:
    """A place as an answer: what it is called, what it is, and its ICBs today."""
    parts = parts_in(named, body_of(work))
    choices = tuple(Choice(part.body, _choice(work, part, parts)) for part in parts)
    area = area_of(work.atlas, named) if named.area or len(parts) == 1 else ""
    return Answer(name_in_words(named), kind_in_words(work.atlas, named), area, choices)


def _choice(work: Workspace, part: Part, parts: tuple[Part, ...]) -> str:
    name = f"{work.plans[TODAY].bodies.by_id[part.body].name} ICB"
    if len(parts) == 1:
        return name
    return f"{name} ({percent(part.share / sum(one.share for one in parts))})"


def lookup_sentence(work: Workspace, find: str, body: str) -> str:
    """Say of a place that somebody looked for that it is in an ICB; "" where it is not."""
    named = finder(work).named(find) if find else None
    if named is None:
        return ""
    answer = answer_of(work, named)
    chosen = next((one for one in answer.choices if one.body == body), None)
    if chosen is None or answer.area == body:
        return ""
    others = f" It lies in {len(answer.choices)} ICBs." if len(answer.choices) > 1 else ""
    return f"{answer.name} ({answer.kind}) is in {chosen.words}.{others}"
