"""Finding: the places that somebody may mean, the likeliest first."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from footprint.facts.gazetteer import FOOTPRINT, ICB, ICB_BEFORE, TO_COME, Named
from footprint.finder.fold import (
    COUNCIL_WORDS,
    HOSPITAL_WORDS,
    SAYS_COUNCIL,
    SAYS_HOSPITAL,
    bare,
    council_named,
    county_named,
    folded,
    in_any_order,
    in_full,
    initials,
    outcode,
)

MOST = 6
NEAREST = 3
# Below this likeness, out of 100, a name is another one and not a slip of the finger.
_ALIKE = 82
# Below this one it is not even near.
_NEAR = 70
# Two letters stand at the beginning of too much to be a slip of anything.
_SHORT = 3
# So many edits are a slip of the finger in a word that is this long, and one in a shorter one.
_EDITS, _LONG = 2, 6
# What tells two hospitals of one name from each other: "St George's Hospital (London)".
_IN_BRACKETS = re.compile(r" \(.*\)")
_LAST = "\uffff"
# Postcodes round a place that people elsewhere have heard of: more in the middle of a city.
_WELL_KNOWN: Mapping[str, float] = {"village": 400, "town or village": 400, "suburb": 1_500}

OUTCODE = "postcode district"
_AREAS = (
    *(FOOTPRINT, ICB, ICB_BEFORE, "council", "county council"),
    *("city", "town", OUTCODE, "strategic authority", "county", "region"),
)
_SITES = ("former council", TO_COME, "NHS trust", "hospital or clinic")
SMALL = ("village", "town or village", "suburb", "ward", "neighbourhood")
BY_CODE = "sub-ICB location"
RANKS = {kind: place for place, kind in enumerate((*_AREAS, *_SITES, *SMALL, BY_CODE))}
FIRST = -1
_AUTHORITIES = ("council", "county council")
_COUNCILS = (*_AUTHORITIES, "former council", TO_COME)
_HOSPITALS = ("hospital or clinic", "NHS trust")
POINTS = ("city", "town", *_HOSPITALS, *SMALL)
_BARE = (*_COUNCILS, *_HOSPITALS)
KIN = (
    (SAYS_HOSPITAL, HOSPITAL_WORDS, _HOSPITALS),
    (SAYS_COUNCIL, COUNCIL_WORDS, _COUNCILS),
)
"""What says that a hospital or a council is meant, what its bare name is without, and its kinds."""


@dataclass(frozen=True)
class Found:
    """What was found; `sure` is False where these are only the nearest names.

    They are not `near` where no name is like what was typed: then they begin alike, at best. Where
    none is called so, but some are spelt nearly so, it is a `slip`; a `guess` where the slip would
    have to be more than one of the finger.
    """

    places: tuple[Named, ...]
    sure: bool
    near: bool = True
    slip: bool = False
    guess: bool = False


class Finder:
    """Every name, folded once."""

    def __init__(self, names: Iterable[Named]) -> None:
        said = [(words, one) for one in names for words in keys(one)]
        self._names = [one for _, one in said]
        self._folded = [words for words, _ in said]
        self._sorted = [in_any_order(words) for words in self._folded]
        self._in_any_order = _places(self._sorted)
        self._spoken = sorted((words, n) for n, words in enumerate(self._folded) if self._read(n))
        self._bare = _places(bare(words) if one.kind in _BARE else "" for words, one in said)

    def find(self, typed: str) -> Found:
        """The places somebody may mean, or the nearest three; nothing typed finds nothing."""
        words = folded(typed)
        if not words:
            return Found((), sure=True)
        if places := self._of_postcode(words):
            return Found(places, sure=True)
        words = outcode(words) or words
        likely = self._likely(words) or self._likely(words.removeprefix("the "))
        likely = likely or self._styled(words) or self._sited(words)
        if likely := _each_once(likely, MOST):
            return Found(likely, sure=True)
        slips = self._slips(words)
        if nearly := _each_once([*slips, *self._nearly(words)], MOST):
            return Found(nearly, sure=True, slip=True, guess=not slips)
        if nearest := _each_once(self._alike(in_any_order(words), _NEAR), NEAREST):
            return Found(_filled(nearest, self._examples(words)), sure=False)
        return Found(_filled((), self._examples(words)), sure=False, near=False)

    def named(self, name: str) -> Named | None:
        """The likeliest place of exactly this name, or None."""
        words = folded(name)
        same = self._in_any_order.get(in_any_order(words), ())
        return next(iter(self._likeliest(n for n in same if self._folded[n] == words)), None)

    def _of_postcode(self, words: str) -> tuple[Named, ...]:
        """The district of a postcode of which more than the district is typed, and no other."""
        same = self._in_any_order.get(outcode(words), ())
        return _each_once(self._likeliest(same), MOST)

    def _likely(self, words: str) -> list[Named]:
        """Names that are, begin with or hold the words."""
        in_order = in_any_order(words)
        same, kinds = self._in_any_order.get(in_order, ()), _asked_for(words)
        stripped = bare(words) if kinds else ""
        alike = self._bare.get(stripped, ()) if stripped else ()
        ways: tuple[Iterable[int], ...] = (
            (n for n in same if _well_known(self._names[n])),
            (n for n in alike if self._names[n].kind in kinds),
            sorted({*same, *self._beginning(words)}),
            self._holding(words.split()) if len(words) >= _SHORT else (),
        )
        return [one for fitting in ways for one in self._likeliest(fitting)]

    def _styled(self, words: str) -> list[Named]:
        """Councils by what they are and a name: "LB Camden", "MB of Wirral", "County of X"."""
        called = council_named(words) or county_named(words)
        if not called:
            return []
        alike = (n for n in self._bare.get(called, ()) if self._names[n].kind in _COUNCILS)
        return self._likeliest(alike) or self._likely(in_full(words))

    def _sited(self, words: str) -> list[Named]:
        """Hospitals by their name and the town that comes after it, in whose blocks they are.

        One whose name no other hospital has may be in a place beside.
        """
        parts = words.split()
        for cut in range(len(parts) - 1, 0, -1):
            site, town = " ".join(parts[:cut]), in_any_order(" ".join(parts[cut:]))
            there = {block for n in self._in_any_order.get(town, ()) for block in self._blocks(n)}
            sites = [one for one in self._likely(site) if one.kind in _HOSPITALS] if there else []
            called = [one for one in sites if _bare_name(one) == bare(site)]
            alone = called if len({one.shares[0] for one in called}) == 1 else []
            if found := [one for one in sites if one.shares[0][0] in there] or alone:
                return found
        return []

    def _blocks(self, n: int) -> Iterator[str]:
        return (block for block, _ in self._names[n].shares)

    def _slips(self, words: str) -> list[Named]:
        """Names that differ from the words by a slip of the finger, the nearest first."""
        if len(words) <= _SHORT:
            return []
        most = _EDITS if len(words) >= _LONG else 1
        near = process.extract(
            words, self._folded, scorer=OSA.distance, score_cutoff=most, limit=None
        )
        hits = [(far, n) for name, far, n in near if name[0] == words[0] and self._read(n)]
        order = sorted(hits, key=lambda hit: (hit[0], *_likelihood(self._names[hit[1]])))
        return [self._names[n] for _, n in order]

    def _nearly(self, words: str) -> Iterable[Named]:
        """Names that are spelt nearly so, in whatever order their words come."""
        return self._alike(in_any_order(words), _ALIKE) if len(words) > _SHORT else ()

    def _beginning(self, words: str) -> Iterator[int]:
        return (n for n, one in enumerate(self._folded) if one.startswith(words) and self._said(n))

    def _holding(self, parts: Sequence[str]) -> Iterator[int]:
        """Where every word typed begins a word of the name, each another one."""
        longest = max(parts, key=len)
        return (
            n
            for n, one in enumerate(self._folded)
            # Most names are seen not to hold a word without taking them apart.
            if longest in one and _holds(one, parts) and self._said(n)
        )

    def _said(self, n: int) -> bool:
        """Whether a name is one that people say, and more than a code."""
        return self._names[n].kind != BY_CODE

    def _read(self, n: int) -> bool:
        """Whether a name is one to read, and no code or initials that stand for one."""
        words, one = self._folded[n], self._names[n]
        stands_for = one.official and words not in folded(one.official)
        letters = len(words.replace(" ", "")) >= (_LONG if stands_for else _SHORT + 1)
        no_code = not set("0123456789") & set(words) and self._said(n)
        return letters and no_code and one.kind != "NHS trust"

    def _alike(self, words: str, least: float) -> Iterator[Named]:
        hits = process.extract(
            words, self._sorted, scorer=fuzz.ratio, score_cutoff=least, limit=10 * MOST
        )
        order = sorted(hits, key=lambda hit: (-round(hit[1]), *_likelihood(self._names[hit[2]])))
        return (self._names[place] for _, _, place in order)

    def _examples(self, words: str) -> Iterator[Named]:
        """Names that begin as what was typed does, those first that do so longest; then any."""
        for end in range(len(words), -1, -1):
            ends = (words[:end], words[:end] + _LAST)
            first, last = (bisect_left(self._spoken, one, key=itemgetter(0)) for one in ends)
            yield from self._likeliest(n for _, n in self._spoken[first:last])

    def _likeliest(self, places: Iterable[int]) -> list[Named]:
        return sorted((self._names[n] for n in places), key=_likelihood)


def _places(said: Iterable[str]) -> dict[str, list[int]]:
    """Where in a list each of its texts stands."""
    found: dict[str, list[int]] = {}
    for place, words in enumerate(said):
        found.setdefault(words, []).append(place)
    return found


def _holds(name: str, parts: Sequence[str]) -> bool:
    left = name.split()
    for part in parts:
        match = next((word for word in left if word.startswith(part)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _bare_name(one: Named) -> str:
    """A hospital's name without what says its kind, or tells it from another of its name."""
    return bare(folded(_IN_BRACKETS.sub("", one.name)))


def keys(one: Named) -> set[str]:
    """What a name is found by: itself, and of a trust its initials as well."""
    words = folded(one.name)
    return {words, *initials(words)} if one.kind == "NHS trust" else {words}


def _asked_for(words: str) -> tuple[str, ...]:
    """The kinds of place that what is typed asks for in so many words."""
    said = set(words.split())
    return next((kinds for says, _, kinds in KIN if not says.isdisjoint(said)), ())


def _well_known(one: Named) -> bool:
    return one.kind not in SMALL or one.size >= _WELL_KNOWN.get(one.kind, math.inf)


def rank(one: Named) -> int:
    """How soon a kind of place is thought of, the likeliest 0; a well-known village is a town.

    A kind without a rank is that of the authorities looked at, which come first.
    """
    return RANKS.get("town" if one.kind in SMALL and _well_known(one) else one.kind, FIRST)


def _likelihood(one: Named) -> tuple[int, float, int, str]:
    return (rank(one), -one.size, len(one.name), one.name)


def _filled(first: tuple[Named, ...], more: Iterable[Named]) -> tuple[Named, ...]:
    """Some places, and as many more as make up the nearest."""
    return _each_once(chain(first, more), NEAREST)


def _each_once(places: Iterable[Named], most: int) -> tuple[Named, ...]:
    """The first of them, each area under one name only, and each name once in one block.

    A council is no ICB of its name, and is one of the answers beside it.
    """
    kept: list[Named] = []
    seen: set[object] = set()
    for one in places:
        whole = one.area or one.shares if one.kind not in POINTS else one
        # What has an everyday name as well is one place.
        called = one.official or one.name if one.kind in POINTS else one.name
        sign = (folded(called), one.shares[0][0])
        if seen.isdisjoint({whole} if one.kind in _AUTHORITIES else {sign, whole}):
            kept.append(one)
        seen |= {sign, whole}
        if len(kept) == most:
            break
    return tuple(kept)
