"""Names: what people write for an ICB, a district, a block or a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

import pandas as pd

from footprint.facts.atlas import Atlas
from footprint.facts.other_names import NO_OTHER_NAMES, Former, OtherNames
from footprint.finder.fold import (
    SHORT_FORMS,
    bare,
    council_named,
    county_named,
    says_lower_tier,
    spelled_out,
)
from footprint.finder.fold import folded as spelled
from footprint.finder.slips import meant_alone
from footprint.options.older import KINDS

_MANGLED = re.compile(r"#.*|[-+]?\d[\d.,]*(e[+-]?\d+)?|\d+[-/ ]\w+[-/ ]\d+.*", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\s*(?:[*†‡§¹²³⁴-⁹]+|\[\w{1,2}\]|\((?:\d{1,2}|[a-z])\)))+$|(?<= ICB)\d$")
_ONS_CODE = re.compile(r"E\d{8}")
_JOINED = re.compile(r" and | with |-on-| upon |, ")
_BETWEEN = re.compile(r"[\s,\-]+|(?<=\bst)\.")
_COUNTIES = {"county", "county council"}
# A village, say, is not what a list of districts means by the name of one.
_SETTLEMENTS = {
    *("city", "town", "village", "town or village", "suburb", "ward", "neighbourhood"),
    "postcode district",
}
_AS_DISTRICTS = {"council", "superseded district"}


# A cell is held against every kind of area, and each kind folds the same names.
@lru_cache(maxsize=2**17)
def folded(text: str) -> str:
    """Text as names are compared: without case, signs between words, or what Excel adds to a code.

    "&" is "and", and what every ICB’s name has in common is left out.
    """
    plain = _BETWEEN.sub(" ", text.replace("’", "'").replace("&", " and ").casefold())
    plain = " ".join(plain.split()).strip("'\"").removesuffix(".0").removeprefix("nhs ")
    return plain.removesuffix(" integrated care board").removesuffix(" icb")


def without_mark(text: str) -> str:
    """A name without the mark of a footnote: “Devon*”, “Devon [1]”, “Devon (a)”, “Devon ICB2”."""
    return _FOOTNOTE.sub("", text.strip())


# Every cell that names nothing as it stands is held against every kind of area too.
@lru_cache(maxsize=2**14)
def _in_full(text: str) -> str:
    return spelled_out(spelled(text))


@lru_cache(maxsize=2**14)
def _bare(text: str) -> str:
    return council_named(_in_full(text))


@lru_cache(maxsize=2**14)
def _county(text: str) -> str:
    return county_named(_in_full(text))


@dataclass(eq=False)
class Lexicon:
    """Everything one column of a file may say: `words` maps folded text to a code.

    `everyday` are those words that no official list has, `several` all that a word may mean which
    begins more than one name or is a town’s elsewhere, `councils` maps the bare names of those that
    have a council, `counties` those of them that are counties as well, and `shortened` all spelled
    out. `kinds` gives the kind of every name that is known, whatever it is of.
    """

    one: str
    words: Mapping[str, str]
    names: Mapping[str, str]
    everyday: frozenset[str] = frozenset()
    several: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    councils: Mapping[str, str] = field(default_factory=dict)
    counties: Mapping[str, str] = field(default_factory=dict)
    shortened: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> str:
        """The code that is meant, or ""."""
        bare_text = without_mark(text)
        return (
            self.words.get(folded(text), "")
            or self._council(text)
            or (self.find(bare_text) if bare_text != text else "")
        )

    def slip(self, text: str) -> str:
        """The one name that a text is a slip away from, or "" where another known name is too."""
        code = meant_alone(folded(text), self.words, self.kinds)
        return self.names[code] if code else ""

    def taken(self, text: str) -> bool:
        """Whether a text is one by which only everyday speech or an older list knows it."""
        return folded(text) in self.everyday or bool(self._council(text))

    def _council(self, text: str) -> str:
        """The code of the council that a text calls otherwise than any list does, or ""."""
        word = folded(text)
        if not self.councils or word in self.words or self._other(word):
            return ""
        return (
            self.councils.get(_bare(text), "")
            or self.counties.get(_county(text), "")
            or self.shortened.get(_in_full(text), "")
        )

    def _other(self, word: str) -> str:
        """The kind of a name that is of something else, or ""."""
        return "" if word in self.words else self.kinds.get(word, "")

    def why(self, text: str, kind: str = "") -> str:
        """Say in half a sentence why a text names nothing, or that it is of a kind."""
        if _MANGLED.fullmatch(text.strip()):
            return f"is no {self.one}; a spreadsheet seems to have changed the code"
        if several := self.several.get(folded(text)) or self.several.get(_bare(text)):
            return f"may be {' or '.join(several)}; write which"
        kind = kind or self._other(folded(text))
        article = "an" if kind[:1].lower() in "aeiou" else "a"
        return f"is no {self.one}" + (f": it names {article} {kind}" if kind else "")


def _called(
    one: str,
    words: Mapping[str, str],
    names: Mapping[str, str],
    more: Mapping[str, str],
    towns: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Lexicon:
    """A lexicon with other names, of which an official name or code is never one.

    `towns` gives by name the areas in which there is a town so called, and what each is called.
    """
    known = {folded(name): code for name, code in more.items() if code in names}
    fresh = {word: code for word, code in known.items() if word not in words}
    several = _several(fresh, names, towns)
    fresh = {word: code for word, code in fresh.items() if word not in several}
    return Lexicon(one, {**fresh, **words}, names, frozenset(fresh), several)


def _several(
    fresh: Mapping[str, str], names: Mapping[str, str], towns: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[str, ...]]:
    """All that an everyday name may mean, where it begins another's name or a town has it too."""
    begun = [(folded(name), code) for code, name in names.items()]
    found = {}
    for word, code in fresh.items():
        others = [names[of] for whole, of in begun if of != code and whole.startswith(f"{word} ")]
        if code not in (homes := towns.get(word, {})):
            others += [f"the town in {home}" for home in sorted(set(homes.values()))]
        found[word] = (names[code], *others)
    return {word: meant for word, meant in found.items() if len(meant) > 1}


def _towns(
    more: OtherNames, names: Mapping[str, str], codes: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """By a town's name, the areas it may be in, each with the name of its district there.

    `names` has the districts, and `codes` the area that each of them is in.
    """
    return {
        folded(town): {codes[lad]: names[lad] for lad in sorted(homes & names.keys())}
        for town, homes in more.towns.items()
    }


def icbs(atlas: Atlas, names: Mapping[str, str], more: OtherNames = NO_OTHER_NAMES) -> Lexicon:
    """The ICBs of 2023 by either code and by name; `names` is by code."""
    known = atlas.icbs[atlas.icbs["in_force_from"] <= "2023-04-01"]
    words = _icb_words(known, known["icb"])
    words |= {folded(name): icb for icb, name in names.items()}
    words |= {folded(icb): icb for icb in names}
    return _called("ICB of 2023", words, names, more.icbs)


def icbs_2026(atlas: Atlas, more: OtherNames = NO_OTHER_NAMES) -> Lexicon:
    """The ICBs of April 2026, by ONS code, by ODS code and by name."""
    known = atlas.icbs[atlas.icbs["in_force_to"] == ""]
    ons = pd.Series(known.index, index=known.index)
    words = _icb_words(known, ons) | {folded(ods): one for one, ods in known["icb"].items()}
    here = {ods: one for one, ods in known["icb"].items()}
    # A code of 2023 is that of its own year alone, whatever has its name now.
    others = [one for one in more.icbs.items() if not _ONS_CODE.fullmatch(one[0])]
    same = {name: here.get(ods, "") for name, ods in others}
    names = known["short_name" if "short_name" in known else "name"].to_dict()
    return _called("ICB of 2026", words, names, same | dict(more.icbs_2026))


def _icb_words(known: pd.DataFrame, codes: pd.Series) -> dict[str, str]:
    words = {folded(str(ons)): code for ons, code in codes.items()}
    for column in [one for one in ("name", "short_name") if one in known]:
        words |= {folded(n): code for n, code in zip(known[column], codes, strict=True)}
    return words


def districts(atlas: Atlas, more: OtherNames = NO_OTHER_NAMES) -> Lexicon:
    """The districts, by code, by everyday name and by official name."""
    lads = atlas.authorities
    names, words = lads["lad_name"].to_dict(), {}
    for column in [one for one in ("lad_official_name", "lad_name") if one in lads]:
        words |= {folded(name): lad for lad, name in lads[column].items()}
    words |= {folded(lad): lad for lad in names}
    other = {**_beginnings(names, more), **more.districts}
    found = _called(
        "district", words, names, other, _towns(more, names, {lad: lad for lad in names})
    )
    return _with_councils(found, more)


def _beginnings(names: Mapping[str, str], more: OtherNames) -> dict[str, str]:
    """What names of two places begin with, by which they go every day: Southend, King's Lynn.

    What a superseded district was called as well is left out.
    """
    gone = {folded(one.name) for one in more.former}
    found = {}
    for code, name in names.items():
        first = _JOINED.split(name)[0]
        if first != name and folded(first) not in gone:
            found |= dict.fromkeys((first, first.replace("'", "")), code)
    return found


def _with_councils(found: Lexicon, more: OtherNames) -> Lexicon:
    found.councils = _councils(found.names, more)
    # “County of York” is not the city, and “County of Cornwall” is Cornwall.
    shires = {bare(spelled(name)) for name, kind in more.places.items() if kind in _COUNTIES}
    found.counties = {name: code for name, code in found.councils.items() if name in shires}
    found.shortened = {_in_full(name): code for code, name in found.names.items()}
    return found


def _councils(names: Mapping[str, str], more: OtherNames) -> dict[str, str]:
    """The code of each bare name, but for those that a superseded district had as well."""
    gone = {bare(spelled(one.name)) for one in more.former}
    found = {bare(spelled(name)): code for code, name in names.items()}
    called = {bare(spelled(name)): code for name, code in more.districts.items() if code in names}
    begins = [(spelled(name), code) for code, name in names.items()]
    for name, code in called.items():
        # “Newcastle” is the beginning of two names, and only one of them is a city’s.
        if not any(of != code and whole.startswith(f"{name} ") for whole, of in begins):
            found.setdefault(name, code)
    return {name: code for name, code in found.items() if name and name not in gone}


def upper_tier(atlas: Atlas, more: OtherNames = NO_OTHER_NAMES) -> Lexicon:
    """The upper-tier authorities, by code, by name and by what their councils are called.

    A county of several of them is there as well, its name for a code.
    """
    names = atlas.authorities.set_index("utla")["utla_name"].to_dict()
    words = {folded(name): code for code, name in names.items()}
    words |= {folded(code): code for code in names}
    other = {**_beginnings(names, more), **more.districts, **more.counties}
    lads = atlas.authorities
    towns = _towns(more, lads["lad_name"].to_dict(), lads["utla"].to_dict())
    found = _with_councils(_called("upper-tier authority", words, names, other, towns), more)
    shires = {one: one for one in more.shires if not found.find(one)}
    return replace(
        found,
        words={folded(name): name for name in shires} | found.words,
        names=names | shires,
        shortened={_in_full(name): name for name in shires} | found.shortened,
    )


def sub_icbs(atlas: Atlas, more: OtherNames = NO_OTHER_NAMES) -> Lexicon:
    """The sub-ICB locations, by code and by name."""
    names = {code: code for code in atlas.blocks["sicbl"]}
    words = {folded(code): code for code in names}
    if "sicbl_name" in atlas.blocks:
        names = dict(zip(atlas.blocks["sicbl"], atlas.blocks["sicbl_name"], strict=True))
        words |= {folded(name): code for code, name in names.items()}
    return _called("sub-ICB location", words, names, more.sub_icbs)


def blocks(atlas: Atlas) -> Lexicon:
    """The blocks, by code."""
    names = atlas.blocks["lad"].map(atlas.authorities["lad_name"])
    return Lexicon("block", {folded(block): block for block in names.index}, names.to_dict())


def lexicons(
    atlas: Atlas, icb_names: Mapping[str, str], more: OtherNames = NO_OTHER_NAMES
) -> dict[str, Lexicon]:
    """What each kind of column may say; each knows what the others say to be something else."""
    found = {
        "block": blocks(atlas),
        "lad": districts(atlas, more),
        "icb": icbs(atlas, icb_names, more),
        "icb_2026": icbs_2026(atlas, more),
        "sicbl": sub_icbs(atlas, more),
    }
    kinds_of = dict(_elsewhere(more))
    for one, other in (("icb", "icb_2026"), ("icb_2026", "icb")):
        only = found[one].words.keys() - found[other].words.keys()
        # The name of an ICB of one year is said to be of that year.
        kinds_of |= {word: found[one].one for word in only if kinds_of.get(word, "ICB") == "ICB"}
    lads = {*found["lad"].words, *found["lad"].several}
    # “Hull” is a district of today, whatever its council or one before it was called.
    kinds_of = {
        word: of for word, of in kinds_of.items() if word not in lads or of not in _AS_DISTRICTS
    }
    for lexicon in found.values():
        # Who writes “Cambridge” does not mean the village.
        named = lads if lexicon is found["lad"] else lexicon.words
        fresh = [word for word in named if kinds_of.get(word, "village") in _SETTLEMENTS]
        kinds_of |= dict.fromkeys(fresh, lexicon.one)
    for lexicon in found.values():
        lexicon.kinds = kinds_of
    found["utla"] = upper_tier(atlas, more)
    # “Lincs” is the county as well as its ICB.
    counties = {folded(short) for short in SHORT_FORMS}
    found["utla"].kinds = {word: of for word, of in kinds_of.items() if word not in counties}
    return found


@lru_cache(maxsize=4)
def _elsewhere(more: OtherNames) -> Mapping[str, str]:
    """The kind of every other name."""
    former = {folded(one.name): "superseded district" for one in more.former}
    return {folded(name): kind for name, kind in more.places.items()} | former


@dataclass(frozen=True, eq=False)
class Superseded:
    """Districts that are gone: `words` by folded name and code, `councils` by bare name."""

    words: Mapping[str, Former]
    councils: Mapping[str, Former]

    def find(self, text: str) -> Former | None:
        """The district that is meant, by its name, its code or what its council was called."""
        known = self.words.get(folded(text)) or self.words.get(folded(without_mark(text)))
        return known or (self.councils.get(_bare(text)) if says_lower_tier(spelled(text)) else None)


def superseded(former: Iterable[Former]) -> Superseded:
    """Former districts by all that names one of them."""
    found: dict[str, Former] = {}
    councils: dict[str, dict[str, Former]] = {}
    for one in former:
        found |= {folded(word): one for word in (one.name, one.code) if word}
        councils.setdefault(bare(spelled(one.name)), {})[one.name] = one
    single = {name: next(iter(some.values())) for name, some in councils.items() if len(some) == 1}
    return Superseded(found, {name: one for name, one in single.items() if name})


def kinds() -> Lexicon:
    """The kinds of footprint a file may name: a merger makes the bodies in it one."""
    words = {"icb": "ICB on its own", "cluster": "Cluster", "merger": "Merger"}
    said = {folded(name): kind for kind, name in words.items()}
    return Lexicon("kind", said | {kind: kind for kind in KINDS}, words)
