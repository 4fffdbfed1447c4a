"""Columns: what each column of a table holds, told by its heading and by what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from footprint.intake.names import Lexicon, Superseded, folded
from footprint.options.files import Table, unguarded

KINDS: Mapping[str, str] = {
    "block": "blocks",
    "lad": "districts",
    "sicbl": "sub-ICB locations",
    "icb": "ICBs of 2023",
    "icb_2026": "ICBs of 2026",
}
ICBS = ("icb", "icb_2026")
GIVEN = ("footprint", "name", "kind", "colour")
TARGET, IGNORED = "target", "ignored"
UPPER = "utla"
"""Upper-tier authorities, known by their heading alone: most have the name of a district."""
WORDS: Mapping[str, str] = {**KINDS, UPPER: "upper-tier authorities"}
HALF = 0.5
_MOST_UPPER = 300
"""More upper-tier authorities than there are, by whatever names."""
_ROLES: Mapping[str, tuple[str, ...]] = {
    "lad": (
        *("lad", "district", "districts", "local_authority", "local_authority_district"),
        *("council", "borough", "ltla", "lower_tier_local_authority", "la"),
    ),
    "icb": ("icb", "icbs", "integrated_care_board", "icb_of_2023", "icb_2023"),
    "icb_2026": ("icb_of_2026", "icb_2026"),
    "sicbl": ("sicbl", "sub_icb", "sub_icb_location"),
    "block": ("block",),
    "footprint": ("footprint",),
    "name": ("name", "footprint_name"),
    "kind": ("kind",),
    "colour": ("colour", "color"),
    IGNORED: (
        *("note", "notes", "comment", "comments", "source", "population", "residents", "region"),
        *("nhs_region", "objectid", "fid", "rank", "status", "date", "lead"),
        *("chief_executive", "chair", "what_is_wrong"),
    ),
    UPPER: ("utla", "county", "counties", "upper_tier", "upper_tier_authority", "ctyua"),
}
_ROLE_OF = {heading: role for role, headings in _ROLES.items() for heading in headings}
_ONS = re.compile(r"(lad|ltla|la|icb|sicbl)_?(\d\d)?_?(cd|cdh|nm|code|name|ods)")
_UPPER_ONS = re.compile(r"(ctyua|utla|cty)_?(\d\d)?_?(cd|nm|code|name)")
_OTHER_ONS = re.compile(r"(lsoa|msoa|oa|wd|rgn|nhser|cal|cauth|ctry)\d\d(cdh?|nm)")
_CODE_OR_NAME = re.compile(r"(?:^|_|\d\d|icb|lad|sicbl|ltla|utla)(cdh?|codes?|ods|nm|names?)$")
_TARGET_WORDS = frozenset(
    {
        *("cluster", "footprint", "option", "model", "group", "grouping", "team", "merger"),
        *("goes", "assigned", "proposal", "proposed", "new", "future", "merged", "scenario"),
    }
)
_COUNCIL = re.compile(r"(?!.*(district|lower)).*(council|authorit).*|la", re.IGNORECASE)
_CODE = re.compile(r"E\d{8}")
_NUMBER = re.compile(r"[-+£]?[\d.,\s]*%?")
_MARKS = frozenset({"x", "y", "yes", "1", "true", "✓", "✔", "•"})
_NO_MARKS = frozenset({"", "n", "no", "0", "false", "-"})
_APART = re.compile(r"[;\n|•·]|,\s|\s[/+]\s")
_AND = re.compile(r"\s(?:and|&)\s")
_BULLET = re.compile(r"^[-–*]\s+")


def _plain(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", heading.lower()).strip("_")


def _coded(heading: str) -> bool:
    """Whether a heading is one of the ONS for one kind of area, such as LAD25NM."""
    return bool(_ONS.fullmatch(_plain(heading)))


def code_or_name(heading: str) -> str:
    """Whether a heading says that codes are below it, or names, by how it ends; else ""."""
    if not (found := _CODE_OR_NAME.search(_plain(heading))):
        return ""
    return "name" if found[1].startswith("n") else "code"


def role_of(heading: str) -> str:
    """What a heading says its column holds, or ""."""
    plain = _plain(heading)
    if found := _ONS.fullmatch(plain):
        what = "lad" if found[1] in ("ltla", "la") else found[1]
        return "icb_2026" if what == "icb" and (found[2] or "") >= "26" else what
    if _UPPER_ONS.fullmatch(plain):
        return UPPER
    if _OTHER_ONS.fullmatch(plain):
        return IGNORED
    aims = not _TARGET_WORDS.isdisjoint(plain.split("_"))
    return _ROLE_OF.get(plain, TARGET if aims else "")


def says_year(heading: str) -> bool:
    """Whether a heading of ICBs says of which year they are."""
    return role_of(heading) in ICBS and bool(re.search(r"\d\d", heading))


def marked(text: str) -> bool:
    """Whether a cell of a table of crosses has a cross."""
    return text.strip().lower() in _MARKS


@dataclass(eq=False)
class Reader:
    """What the words in cells may be, by kind of area.

    `moved` are the ICBs of 2023 of which one of 2026 has the name and another area. `meant` gives
    the kind of columns, by place, where somebody was asked.
    """

    lexicons: Mapping[str, Lexicon]
    former: Superseded
    moved: frozenset[str] = frozenset()
    meant: Mapping[int, str] = field(default_factory=dict)
    _known: dict[tuple[str, str], bool] = field(default_factory=dict)

    def code(self, kind: str, text: str) -> str:
        """The code, or the folded name of a former district, of what a cell names, or ""."""
        plain = unguarded(text)
        if found := self.lexicons[kind].find(plain):
            return found
        return folded(plain) if kind == "lad" and self.former.find(plain) else ""

    def same(self, kind: str, one: str, other: str) -> bool:
        """Whether two cells, each of which names an area of a kind, name the same one.

        A district that is gone may be there by its code and by its name, and one of its name is
        perhaps still there.
        """
        if self.code(kind, one) == self.code(kind, other):
            return True
        return kind == "lad" and not self._called(one).isdisjoint(self._called(other))

    def differ(self, kind: str, one: str, other: str) -> bool:
        """Whether two cells each name an area of a kind, and not the same one."""
        both = self.code(kind, one) and self.code(kind, other)
        return bool(both) and not self.same(kind, one, other)

    def called(self, kind: str, text: str) -> str:
        """The name of the area, today’s or a former one, that a cell names."""
        former = self.former.find(unguarded(text))
        named = self.lexicons[kind].names.get(self.code(kind, text), "")
        return named or (former.name if former else "")

    def _called(self, text: str) -> set[str]:
        """What a cell says, and the name of the former district that it is of."""
        former = self.former.find(unguarded(text))
        return {folded(unguarded(text)), *([folded(former.name)] if former else [])}

    def moves(self, text: str) -> bool:
        """Whether an ICB of 2026 has the name of one of 2023, and another area."""
        return self.code("icb", text) in self.moved

    def parts(self, kind: str, text: str) -> list[str]:
        """What a cell names one by one, where it is a list; else the cell as it stands."""
        if self.code(kind, text):
            return [text]
        said = [_BULLET.sub("", part.strip()) for part in _APART.split(text) if part.strip()]
        several = [*said[:-1], *self._last_two(kind, said[-1])] if len(said) > 1 else said
        known = [part for part in several if self.code(kind, part)]
        # One that stands alone behind a bullet is a list of one.
        return several if known and (len(several) > 1 or several != [text.strip()]) else [text]

    def _last_two(self, kind: str, part: str) -> list[str]:
        """The two that end a list, “Sussex and Devon”, where both are known and it is no name."""
        if self.code(kind, part):
            return [part]
        halves = ((part[: at.start()], part[at.end() :]) for at in _AND.finditer(part))
        both = [two for two in halves if all(self.code(kind, one) for one in two)]
        return list(both[0]) if len(both) == 1 else [part]

    def names(self, kind: str, text: str) -> bool:
        """Whether a cell names one or several areas of a kind."""
        if (kind, text) not in self._known:
            named = all(self.code(kind, part) for part in self.parts(kind, text))
            self._known[kind, text] = named
        return self._known[kind, text]


@dataclass(frozen=True)
class Column:
    """One column of a table below its heading, which says nothing where it is `plain`."""

    place: int
    heading: str
    cells: tuple[str, ...]
    reader: Reader
    plain: bool = False

    @property
    def role(self) -> str:
        """What its heading says it holds."""
        return "" if self.plain else role_of(self.heading)

    @cached_property
    def words(self) -> list[str]:
        """The different things that stand in it."""
        return list(dict.fromkeys(cell for cell in self.cells if cell))

    @cached_property
    def shares(self) -> dict[str, float]:
        """How much of it names areas, 0 to 1, by kind."""
        return {kind: self.share_of(kind) for kind in KINDS}

    def share_of(self, kind: str) -> float:
        """How much of it names areas of one kind, 0 to 1."""
        return sum(self.reader.names(kind, word) for word in self.words) / (len(self.words) or 1)

    @cached_property
    def upper(self) -> bool:
        """Whether it holds upper-tier authorities: its heading says so, or all that is in it.

        Most is enough where nothing is there twice, as areas are and where they go is not.
        """
        council = bool(_COUNCIL.fullmatch(_plain(self.heading))) and not _coded(self.heading)
        if self.role and not (self.role == "lad" and council):
            return self.role == UPPER
        shares = [self.shares["lad"], *([] if council else self.shares.values())]
        if not self.words or max(shares) == 1:
            return False
        few = len(self.words) <= _MOST_UPPER
        if not few or len(self.words) < len(list(filter(None, self.cells))):
            return all(map(self._is_upper, self.words))
        return sum(map(self._is_upper, self.words)) > max(HALF, *shares) * len(self.words)

    def _is_upper(self, word: str) -> bool:
        parts = self.reader.parts(UPPER, word)
        return all(_CODE.fullmatch(self.reader.code(UPPER, part)) for part in parts)

    @property
    def numbers(self) -> bool:
        """Whether there is nothing in it but numbers."""
        return all(_NUMBER.fullmatch(word) for word in self.words)

    @property
    def crosses(self) -> bool:
        """Whether it has crosses and nothing else."""
        plain = {word.lower() for word in self.words}
        return bool(plain & _MARKS) and plain <= _MARKS | _NO_MARKS

    def agrees(self, other: Column, kind: str) -> bool:
        """Whether two columns name the same areas, in two of three rows that both can be read."""
        pairs = zip(self.cells, other.cells, strict=True)
        both = [(a, b) for a, b in pairs if self.reader.code(kind, a) and self.reader.code(kind, b)]
        return 3 * sum(self.reader.same(kind, a, b) for a, b in both) >= 2 * len(both)

    def repeats(self, other: Column, kind: str) -> bool:
        """Whether most of it names the areas of a kind that another column names row by row."""
        return 2 * self.share_of(kind) > 1 and self.agrees(other, kind)


def columns(table: Table, top: int, reader: Reader) -> list[Column]:
    """Every column of a table with something in it."""
    wide = max(map(len, table[top:]))
    padded = [[*row, *[""] * (wide - len(row))] for row in table[top:]]
    found = [
        Column(place, cells[0], tuple(cells[1:]), reader)
        for place, cells in enumerate(zip(*padded, strict=True))
    ]
    return [one for one in found if one.heading or one.words]


def headed(row: Sequence[str]) -> bool:
    """Whether a row is one of headings, one of which says what kind of area is below it."""
    return sum(map(bool, row)) > 1 and not {*KINDS, UPPER}.isdisjoint(map(role_of, row))


def kinds_in(shares: Mapping[str, float], among: Iterable[str] = KINDS) -> list[str]:
    """The kinds that most of a column is of, the same share each."""
    most = max(shares[kind] for kind in among)
    return [kind for kind in among if shares[kind] == most] if most >= HALF else []
