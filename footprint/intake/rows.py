"""Rows: what one row of a file takes, and what is wrong where it takes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from footprint.facts.atlas import Atlas
from footprint.options import names
from footprint.options.files import pieces_by_key
from footprint.options.names import Lexicon
from footprint.options.option import short


class Problem(NamedTuple):
    """One fault of a file: its row, the value, what is wrong, and what was probably meant.

    `row` is 0 where it is of no one row. `column` and `code` say what to write instead.
    """

    row: int
    value: str
    fault: str
    nearest: str = ""
    column: str = ""
    code: str = ""

    @property
    def sentence(self) -> str:
        """The fault as a sentence."""
        where = f"Row {self.row}: " if self.row else ""
        value = f"“{short(self.value)}” " if self.value else ""
        near = f"; the nearest is {self.nearest}" if self.nearest else ""
        sentence = f"{where}{value}{self.fault}{near}."
        return sentence if where else sentence[0].upper() + sentence[1:]


class Claim(NamedTuple):
    """What one row takes: `key` names it, a rest rule gives way to rules about districts."""

    key: tuple[str, str]
    words: str
    blocks: tuple[str, ...]
    rest: bool = False


class UnusableRowError(ValueError):
    """A row cannot be used; carries its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.fault)
        self.problem = problem


Form = Callable[[int, Mapping[str, str]], Claim]


class Keys:
    """What rows of each of the three forms may name, and the blocks that each of them takes."""

    def __init__(self, atlas: Atlas, icb_names: Mapping[str, str]) -> None:
        self.atlas = atlas
        self.icbs = names.icbs(atlas, icb_names)
        self.districts = names.districts(atlas)
        self.blocks = names.blocks(atlas)
        self.pieces = pieces_by_key(atlas)

    def form(self, header: Collection[str]) -> Form | None:
        """How the rows below a header are to be read, if they can be."""
        forms = {"block": self._block, "icb": self._rule, "lad": self._district}
        return next((form for column, form in forms.items() if column in header), None)

    def _block(self, number: int, cells: Mapping[str, str]) -> Claim:
        block = self._code(number, cells, "block", self.blocks)
        return Claim(("block", block), block, (block,))

    def _district(self, number: int, cells: Mapping[str, str]) -> Claim:
        lad = self._code(number, cells, "lad", self.districts)
        here = tuple(self.atlas.blocks.index[self.atlas.blocks["lad"] == lad])
        return Claim(("", lad), self.districts.names[lad], here)

    def _rule(self, number: int, cells: Mapping[str, str]) -> Claim:
        icb = self._code(number, cells, "icb", self.icbs)
        if not cells.get("lad"):
            here = tuple(self.atlas.blocks.index[self.atlas.blocks["icb"] == icb])
            return Claim((icb, ""), self.icbs.names[icb], here, rest=True)
        lad = self._code(number, cells, "lad", self.districts)
        words = f"{self.districts.names[lad]} with {self.icbs.names[icb]}"
        if (icb, lad) not in self.pieces.index:
            homes = [self.icbs.names[home] for home, one in self.pieces.index if one == lad]
            code = next(home for home, one in self.pieces.index if one == lad)
            meant = f"{' or '.join(homes)}, where that district is"
            raise UnusableRowError(Problem(number, words, "do not meet", meant, "icb", code))
        return Claim((icb, lad), words, self.pieces[icb, lad])

    def _code(self, number: int, cells: Mapping[str, str], column: str, lexicon: Lexicon) -> str:
        text = cells.get(column, "")
        if found := lexicon.find(text):
            return found
        if not text:
            raise UnusableRowError(Problem(number, "", f"no {lexicon.one} is named"))
        near = lexicon.nearest(text)
        nearest = f"{near} ({lexicon.names[near]})" if near else ""
        raise UnusableRowError(Problem(number, text, lexicon.why(text), nearest, column, near))
