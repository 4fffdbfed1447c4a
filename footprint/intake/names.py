"""Names: what people write for an ICB, a district, a block or a kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from footprint.facts.atlas import Atlas
from footprint.options.older import KINDS

_MANGLED = re.compile(r"#.*|[-+]?\d[\d.,]*(e[+-]?\d+)?|\d+[-/ ]\w+[-/ ]\d+.*", re.IGNORECASE)
_MOST_LOOKED_UP = 300


def folded(text: str) -> str:
    """Text as names are compared: without case, doubled spaces, or what Excel adds to a code."""
    plain = " ".join(text.replace("’", "'").casefold().split()).strip("'\"")
    return plain.removesuffix(".0").removeprefix("nhs ").removesuffix(" integrated care board")


@dataclass(eq=False)
class Lexicon:
    """Everything one column of a file may say: `words` maps folded text to a code."""

    one: str
    words: Mapping[str, str]
    names: Mapping[str, str]
    _near: dict[str, str] = field(default_factory=dict)

    def find(self, text: str) -> str:
        """The code that is meant, or ""."""
        return self.words.get(folded(text), "")

    def nearest(self, text: str) -> str:
        """The code whose words are most like a text that names none, or ""."""
        wanted = folded(text)[:60]
        if wanted not in self._near and len(self._near) < _MOST_LOOKED_UP:
            near = get_close_matches(wanted, list(self.words), n=1, cutoff=0.6)
            self._near[wanted] = self.words[near[0]] if near else ""
        return self._near.get(wanted, "")

    def why(self, text: str) -> str:
        """Say in half a sentence why a text names nothing."""
        if _MANGLED.fullmatch(text.strip()):
            return f"is no {self.one}; a spreadsheet seems to have changed the code"
        return f"is no {self.one}"


def icbs(atlas: Atlas, names: Mapping[str, str]) -> Lexicon:
    """The ICBs of 2023 by either code and by name; `names` is by code."""
    known = atlas.icbs[atlas.icbs["in_force_from"] <= "2023-04-01"]
    words = {folded(ons): icb for ons, icb in known["icb"].items()}
    for column in {"name", "short_name"} & set(known.columns):
        words |= {folded(n): i for n, i in zip(known[column], known["icb"], strict=True)}
    words |= {folded(name): icb for icb, name in names.items()}
    words |= {folded(icb): icb for icb in names}
    return Lexicon("ICB of 2023", words, names)


def districts(atlas: Atlas) -> Lexicon:
    """The districts, by code, by everyday name and by official name."""
    lads = atlas.authorities
    names, words = lads["lad_name"].to_dict(), {}
    for column in [one for one in ("lad_official_name", "lad_name") if one in lads]:
        words |= {folded(name): lad for lad, name in lads[column].items()}
    return Lexicon("district", words | {folded(lad): lad for lad in names}, names)


def blocks(atlas: Atlas) -> Lexicon:
    """The blocks, by code."""
    names = atlas.blocks["lad"].map(atlas.authorities["lad_name"])
    return Lexicon("block", {folded(block): block for block in names.index}, names.to_dict())


def kinds() -> Lexicon:
    """The kinds of footprint a file may name: a merger makes the bodies in it one."""
    words = {"icb": "ICB on its own", "cluster": "Cluster", "merger": "Merger"}
    said = {folded(name): kind for kind, name in words.items()}
    return Lexicon("kind", said | {kind: kind for kind in KINDS}, words)
