"""Fields: how each kind is read from an address and written back, and what is said of the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar, Protocol

Value = str | int | float | tuple[str, ...] | tuple[float, ...]


@dataclass(frozen=True)
class Asked:
    """The text an address holds for one field, and what the page has to offer.

    `usual` is the value without an address, `choices` are the values the field may take, with
    the words for each; `refused` says of others why they cannot be shown.
    """

    text: str
    usual: Value
    choices: Mapping[str, str]
    refused: Mapping[str, str]


@dataclass(frozen=True)
class PutRight:
    """What an address asks for in vain, as a reader of the address is told in whatever place.

    `wrong` is what it asks for with what is wrong with that, `why` the reason as a sentence where
    there is more to say, `instead` what a page does about it, and `meant` what may have been meant,
    as an address says it. `offered` is what could be asked for, where that is not too much.
    """

    wrong: str
    instead: str
    why: str = ""
    meant: str = ""
    offered: tuple[str, ...] = ()

    @property
    def on_page(self) -> str:
        """What a page says that shows something else."""
        return " ".join(filter(None, (f"The link asks for {self.wrong}.", self.why, self.instead)))


Read = tuple[Value, PutRight | None]
_LEFT_OUT, _ALL_LEFT_OUT = "It was left out.", "They were left out."
_MOST_OFFERED = 12


LONGEST = 4_000
"""The most characters of a field that anybody can mean; a list of all ICBs has a sixth of that."""
_LONGEST_NEAR = 100


class Kind(Protocol):
    """One kind of field; whatever an address says, there is a value to read.

    `longest` is how many characters are looked at; a longer text is not read at all.
    """

    @property
    def longest(self) -> int:
        """The most characters that are read."""

    def read(self, asked: Asked) -> Read:
        """Read a value, and say what was put right; None where nothing was."""

    def write(self, value: Value) -> str:
        """Write a value as an address holds it."""


@dataclass(frozen=True)
class Free:
    """Text that may be anything; who uses it says what is wrong with it."""

    longest: int = LONGEST

    def read(self, asked: Asked) -> Read:
        """Take the text as it stands."""
        return asked.text, None

    def write(self, value: str) -> str:
        """Write the text as it stands."""
        return value


@dataclass(frozen=True)
class Keys:
    """Keys parted by underscores; who uses them looks them up."""

    longest: ClassVar[int] = LONGEST

    def read(self, asked: Asked) -> Read:
        """Take every key."""
        return _keys(asked.text), None

    def write(self, value: tuple[str, ...]) -> str:
        """Part the keys by underscores."""
        return "_".join(value)


@dataclass(frozen=True)
class OneOf:
    """One of the values a page offers: the nearest one to what is asked, or else the usual one.

    `nearest` is False for codes: one letter apart is another place.
    """

    longest: ClassVar[int] = LONGEST
    words: str
    of: Callable[[str], str | int] = str
    nearest: bool = True

    def read(self, asked: Asked) -> Read:
        """Take what is offered; anything else is put right."""
        usual = self.write(asked.usual)
        if asked.text in (usual, *asked.choices):
            return self.of(asked.text), None
        # What is that long is no slip, and would take long to compare.
        slip = asked.text if len(asked.text) <= _LONGEST_NEAR else ""
        offered = list(asked.choices) if self.nearest else []
        near = get_close_matches(slip, offered, n=1, cutoff=0.75)
        shown = near[0] if near else usual
        words = asked.choices.get(shown)
        instead = f"You see “{words}” instead." if words else "You see the usual view instead."
        if why := asked.refused.get(asked.text):
            return self.of(shown), PutRight(f"{self.words} that cannot be shown", instead, why)
        wrong = f"{self.words} “{short(asked.text)}” that does not exist"
        few = tuple(filter(None, offered)) if len(offered) <= _MOST_OFFERED else ()
        meant = near[0] if near else ""
        return self.of(shown), PutRight(wrong, instead, meant=meant, offered=few)

    def write(self, value: Value) -> str:
        """Write the value's key."""
        return str(value)


@dataclass(frozen=True)
class Several(Keys):
    """Some of the values a page offers, parted by underscores, and not too many.

    `full` says why there are not more.
    """

    words: str
    most: int
    full: str = ""

    def read(self, asked: Asked) -> Read:
        """Take the first that are offered, once each; what is left out is told."""
        keys = dict.fromkeys(_keys(asked.text))
        offered = [key for key in keys if key in asked.choices]
        left = next((key for key in keys if key not in offered), "")
        kept, beyond = tuple(offered[: self.most]), offered[self.most :]
        return kept, self._wrong(left, asked) if left else self._too_many(beyond, asked)

    def _wrong(self, left: str, asked: Asked) -> PutRight:
        if left in asked.refused:
            why = asked.refused[left]
            return PutRight(f"a {self.words} that cannot be shown", _LEFT_OUT, why)
        near = get_close_matches(left[:_LONGEST_NEAR], list(asked.choices), n=1, cutoff=0.75)
        wrong = f"a {self.words} “{short(left)}” that does not exist"
        return PutRight(wrong, _LEFT_OUT, meant="".join(near))

    def _too_many(self, beyond: list[str], asked: Asked) -> PutRight | None:
        if not beyond:
            return None
        names = " and ".join(f"“{asked.choices[key]}”" for key in beyond)
        words = f"{self.words}s" if len(beyond) > 1 else self.words
        why = self.full or f"at most {self.most} can be added"
        left = _ALL_LEFT_OUT if len(beyond) > 1 else _LEFT_OUT
        return PutRight(f"the {words} {names} as well, and {why}", left)


@dataclass(frozen=True)
class Number:
    """A number within a range; of any other, the usual one is used."""

    longest: ClassVar[int] = LONGEST
    words: str
    least: int
    most: int
    of: Callable[[float], float] = float

    def read(self, asked: Asked) -> Read:
        """Take a number within the range; anything else is put right."""
        try:
            number = float(asked.text)
        except ValueError:
            number = float("nan")
        if self.least <= number <= self.most:
            return self.of(float(plain(number))), None
        between = f"which is not between {self.least:,} and {self.most:,}"
        wrong = f"{self.words} of “{short(asked.text)}”, {between}"
        return asked.usual, PutRight(wrong, f"{self.write(asked.usual)} is used instead.")

    def write(self, value: float) -> str:
        """Write digits and a point, nothing else."""
        return plain(value)


@dataclass(frozen=True)
class Cuts:
    """Numbers that part classes, in their order and once each."""

    longest: ClassVar[int] = LONGEST

    def read(self, asked: Asked) -> Read:
        """Take every cut, or none where one of them is not a number."""
        try:
            return read_cuts(asked.text), None
        except CutError as problem:
            return (), PutRight("cuts that cannot be read", _ALL_LEFT_OUT, str(problem))

    def write(self, value: tuple[float, ...]) -> str:
        """Part the cuts by underscores."""
        return "_".join(map(plain, value))


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key for key in text.split("_") if key)


def plain(number: float) -> str:
    """Write a number for the address bar: digits and a point, nothing else."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


class CutError(ValueError):
    """A list of cuts holds something that is not a number."""


_SUFFIXES: Mapping[str, float] = {"k": 1e3, "m": 1e6, "bn": 1e9}


def read_cuts(text: str) -> tuple[float, ...]:
    """Read cuts as a person types them.

    Takes 1,000,000; 2m; £30 and 5%. Cuts are parted by semicolons, spaces or commas; a comma
    followed by three digits and no space parts thousands. Raises CutError naming what is wrong.
    """
    parts = [part for part in re.split(r"[;_]|\s+|,(?!\d{3}(?:\D|$))", text) if part.strip(", ")]
    return tuple(sorted({_cut(part) for part in parts}))


def _cut(part: str) -> float:
    found = re.fullmatch(r"£?(-?[\d,]*\.?\d+(?:e\d{1,2})?)(k|m|bn)?%?", part.strip(", ").lower())
    if not found:
        raise CutError(f"“{short(part)}” is not a number. Write cuts like 1,000,000; 2,000,000.")
    number = float(found[1].replace(",", "")) * _SUFFIXES.get(found[2] or "", 1)
    if abs(number) > 1e15:
        raise CutError(f"“{short(part)}” is too large to be a cut.")
    return float(plain(number))


def short(value: str) -> str:
    """Cut text of an address to what a sentence has room for."""
    return value if len(value) <= 40 else value[:39] + "…"
