"""Rows: what one row of a file takes, and what is wrong where it takes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from footprint.english import listed, plural
from footprint.facts.atlas import Atlas
from footprint.facts.other_names import Former, OtherNames
from footprint.finder.fold import folded as spelled
from footprint.finder.fold import in_full, says_council
from footprint.intake import names
from footprint.intake.columns import ICBS, Reader
from footprint.intake.names import superseded
from footprint.readings import short


class Problem(NamedTuple):
    """One fault of a file: its row, the value, what is wrong, and what may have been meant.

    `row` is 0 where it is of no one row. `nearest` is never an area that is only written alike.
    """

    row: int
    value: str
    fault: str
    nearest: str = ""

    @property
    def sentence(self) -> str:
        """The fault as a sentence."""
        where = f"Row {self.row}: " if self.row else ""
        value = f"“{short(self.value)}” " if self.value else ""
        near = f"; the nearest is {self.nearest}" if self.nearest else ""
        end = "" if self.fault.endswith("?") else "."
        sentence = f"{where}{value}{self.fault}{near}{end}"
        return sentence if where else sentence[0].upper() + sentence[1:]


NOT_NAMED = "The file does not name"
UNREAD = "No row that could be read names"


def left_over(given: Iterable[str], atlas: Atlas, why: str = NOT_NAMED) -> tuple[str, ...]:
    """Say which districts, or parts of them, a file gives to nobody, if any: that is no fault."""
    left = atlas.blocks.index.difference(list(given))
    if left.empty:
        return ()
    names = sorted(set(atlas.blocks["lad"][left].map(atlas.authorities["lad_name"])))
    few = ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
    count = plural(len(left), "area, which stays", "areas, which stay")
    return (f"{why} {count} as in the plan you began from: in {few}.",)


class Claim(NamedTuple):
    """What one row takes: `key` names it, a rest rule gives way to rules about districts.

    What a `former` district takes is known only when every row has been read.
    """

    key: tuple[str, str]
    words: str
    blocks: tuple[str, ...]
    rest: bool = False
    former: Former | None = None


class UnusableRowError(ValueError):
    """A row cannot be used; carries its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.fault)
        self.problem = problem


Form = Callable[[int, Mapping[str, str]], Claim]


_MOST_ASKED = 50
"""More slips than anybody makes in one file: of the rest it is not asked what was meant."""


class Keys:
    """What rows may name, and the blocks that each of them takes."""

    def __init__(self, atlas: Atlas, icb_names: Mapping[str, str], more: OtherNames) -> None:
        self.atlas = atlas
        self.lexicons = names.lexicons(atlas, icb_names, more)
        self.former = superseded(more.former)
        self.shires = more.shires
        self.taken: list[str] = []
        self.asked = 0

    def reader(self, meant: Mapping[int, str]) -> Reader:
        """What cells may be; `meant` gives the kind of columns, by place, where that was asked."""
        return Reader(self.lexicons, self.former, self._moved(), meant)

    def _moved(self) -> frozenset[str]:
        """The ICBs of 2023 of which one of 2026 has the name and another area."""
        old, new = (self.lexicons[year].words for year in ICBS)
        if not all(year in self.atlas.blocks for year in ICBS):
            return frozenset()
        before, now = (self.atlas.blocks.groupby(year).groups for year in ICBS)
        pairs = {(old[word], new[word]) for word in old.keys() & new.keys()}
        return frozenset(one for one, other in pairs if not before[one].equals(now[other]))

    def form(self, kinds: Collection[str]) -> Form:
        """How the rows of a table are to be read that name such kinds of areas."""
        if "block" in kinds:
            return self._block
        if "utla" in kinds:
            return self._upper
        for whole in ("sicbl", "icb", "icb_2026"):
            if whole in kinds:
                return partial(self._rule, whole, alone="lad" not in kinds)
        return self._district

    def _block(self, number: int, cells: Mapping[str, str]) -> Claim:
        block = self._code(number, cells, "block")
        return Claim(("block", block), block, (block,))

    def _district(self, number: int, cells: Mapping[str, str]) -> Claim:
        text = cells.get("lad", "")
        former = self.former.find(text)
        if former and not self.lexicons["lad"].find(text):
            return Claim(("former", former.name), text, (), former=former)
        if self._is_county_council(text):
            # Districts of the county that have rows of their own go where those say.
            return self._upper(number, {"utla": text})._replace(rest=True)
        lad = self._code(number, cells, "lad")
        here = tuple(self.atlas.blocks.index[self.atlas.blocks["lad"] == lad])
        return Claim(("", lad), self.lexicons["lad"].names[lad], here)

    def _is_county_council(self, text: str) -> bool:
        """Whether a text is the council of several districts, said in so many words."""
        known = self.lexicons["utla"].find(text) and not self.lexicons["lad"].find(text)
        return bool(known) and says_council(in_full(spelled(text)))

    def _upper(self, number: int, cells: Mapping[str, str]) -> Claim:
        text = cells.get("utla", "")
        if (county := self.lexicons["utla"].find(text)) in self.shires:
            return self._shire(number, text, county)
        code = self._code(number, cells, "utla")
        upper = self.atlas.blocks["lad"].map(self.atlas.authorities["utla"])
        here = tuple(self.atlas.blocks.index[upper == code])
        return Claim(("", code), self.lexicons["utla"].names[code], here)

    def _shire(self, number: int, text: str, county: str) -> Claim:
        """What a county of several authorities takes, but for those with rows of their own."""
        lads = [lad for lad in self.shires[county] if lad in self.lexicons["lad"].names]
        words = listed(sorted(self.lexicons["lad"].names[lad] for lad in lads))
        self.taken.append(f"Row {number}: “{short(text)}” was taken for {words}.")
        here = tuple(self.atlas.blocks.index[self.atlas.blocks["lad"].isin(lads)])
        return Claim(("shire", county), county, here, rest=True)

    def _rule(self, kind: str, number: int, cells: Mapping[str, str], *, alone: bool) -> Claim:
        code = self._code(number, cells, kind)
        name = self.lexicons[kind].names[code]
        here = self.atlas.blocks.index[self.atlas.blocks[kind] == code]
        if alone or not cells.get("lad"):
            return Claim((code, ""), name, tuple(here), rest=True)
        lad = self._code(number, cells, "lad")
        words = f"{self.lexicons['lad'].names[lad]} with {name}"
        there = self.atlas.blocks.index[self.atlas.blocks["lad"] == lad]
        both = tuple(here.intersection(there))
        if not both:
            homes = dict.fromkeys(self.atlas.blocks[kind][there].map(self.lexicons[kind].names))
            meant = f"{' or '.join(homes)}, where that district is"
            raise UnusableRowError(Problem(number, words, "do not meet", meant))
        return Claim((code, lad), words, both)

    def _code(self, number: int, cells: Mapping[str, str], kind: str) -> str:
        text, lexicon = cells.get(kind, ""), self.lexicons[kind]
        if found := lexicon.find(text):
            if lexicon.taken(text):
                self.taken.append(
                    f"Row {number}: “{short(text)}” was taken for {lexicon.names[found]}."
                )
            return found
        if not text:
            raise UnusableRowError(Problem(number, "", f"no {lexicon.one} is named"))
        fault = lexicon.why(text)
        several = names.folded(text) in lexicon.several
        if kind == "lad" and not several and self.lexicons["utla"].find(text):
            said = lexicon.why(text, "county")
            fault = f"{said}; put it in a column headed County to give all of it"
        # It is asked and never taken: a name that is only alike may be of the other end of England.
        elif kind == "lad" and (near := self._slip(text)):
            fault = f"{fault}; did you mean {near}?"
        raise UnusableRowError(Problem(number, text, fault))

    def _slip(self, text: str) -> str:
        """The district that a text is one slip away from, of the first of them in a file."""
        self.asked += 1
        return self.lexicons["lad"].slip(text) if self.asked <= _MOST_ASKED else ""
