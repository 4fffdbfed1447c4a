"""Uploads: a table of rules, districts or blocks, read with all its faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from footprint.facts.atlas import Atlas
from footprint.options.files import Table, as_csv, redrawn, unguarded
from footprint.options.names import kinds
from footprint.options.option import (
    Option,
    OptionError,
    clean_name,
    drawn_as,
    fresh_id,
    short,
)
from footprint.options.rows import Claim, Form, Keys, Problem, UnusableRowError
from footprint.plans.assignment import Footprint
from footprint.spreadsheets import MOST_ROWS, UploadError, rows

_COLUMNS: Mapping[str, str] = {
    "icb_code": "icb",
    "district": "lad",
    "lad_code": "lad",
    "lad_name": "lad",
    "local_authority": "lad",
    "footprint_name": "name",
    "color": "colour",
}
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_WHOLE_FILE = 0


@dataclass(frozen=True)
class Upload:
    """What a file makes of an option; `option` is None where no row could be used.

    `corrected` is a CSV file of the option with the nearest names in place of wrong ones.
    """

    option: Option | None
    problems: tuple[Problem, ...]
    corrected: bytes = b""


def read(content: bytes, begun: Option, atlas: Atlas, icb_names: Mapping[str, str]) -> Upload:
    """Read a CSV or XLSX file as an option; blocks in no good row stay as in `begun`.

    Never raises, whatever the file holds.
    """
    try:
        sheet = rows(content)
    except UploadError as problem:
        return Upload(None, (Problem(_WHOLE_FILE, "", str(problem).rstrip(".")),))
    book = _Book(begun, atlas, icb_names)
    option, problems = book.read(sheet)
    if option is None or not problems:
        return Upload(option, tuple(problems))
    better, _ = _Book(begun, atlas, icb_names).read(_repaired(sheet, problems))
    return Upload(option, tuple(problems), as_csv(better or option, atlas))


def _top(sheet: Table) -> int:
    return next(number for number, row in enumerate(sheet) if any(row))


def _header(sheet: Table) -> list[str]:
    names = [re.sub(r"[\s-]+", "_", cell.strip().lower()) for cell in sheet[_top(sheet)]]
    return [_COLUMNS.get(cell, cell) for cell in names]


def _repaired(sheet: Table, problems: list[Problem]) -> Table:
    header, mended = _header(sheet), [list(row) for row in sheet]
    for problem in problems:
        if problem.code:
            mended[problem.row - 1][header.index(problem.column)] = problem.code
    return mended


@dataclass
class _Book:
    """One reading of one file: what it has given so far, and what was wrong with it."""

    begun: Option
    atlas: Atlas
    icb_names: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)
    footprints: dict[str, Footprint] = field(default_factory=dict)
    kind_of: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    taken: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.keys = Keys(self.atlas, self.icb_names)
        self.kinds = kinds()
        self.named = {one.name.casefold(): one.id for one in self.begun.plan.footprints}

    def read(self, sheet: Table) -> tuple[Option | None, list[Problem]]:
        """The option a sheet makes, and every problem in the order of rows."""
        header, top = _header(sheet), _top(sheet)
        form = self.keys.form(header)
        if form is None or not {"footprint", "name"} & set(header):
            self._report(top + 1, ", ".join(sheet[top][:6]), _NO_COLUMNS)
            return None, self.problems
        exact, rest = {}, {}
        for number, cells in self._rows(sheet, header, top):
            self._take(number, cells, form, exact, rest)
        footprint_of = rest | exact
        if not footprint_of:
            self._report(_WHOLE_FILE, "", "no row could be used, so nothing was changed")
            return None, self.problems
        self._left_over(footprint_of)
        if len(sheet) > MOST_ROWS:
            self._report(_WHOLE_FILE, "", f"only the first {MOST_ROWS:,} rows were read")
        merged = [one for one, kind in self.kind_of.items() if kind == "merger"]
        drawn_on_teams = self.begun.began.seen == "teams"
        made = redrawn(
            self.begun,
            footprint_of,
            self.footprints.values(),
            merged if drawn_on_teams else (),
            self.colours,
        )
        return made, self.problems

    def _rows(
        self, sheet: Table, header: list[str], top: int
    ) -> Iterator[tuple[int, Mapping[str, str]]]:
        for number, row in enumerate(sheet[top + 1 : MOST_ROWS], start=top + 2):
            if any(row):
                padded = [*row, *[""] * len(header)]
                # The first of two columns with one name is the one that is read.
                cells = dict(zip(reversed(header), reversed(padded[: len(header)]), strict=True))
                yield number, {name: unguarded(cell) for name, cell in cells.items()}

    def _take(
        self,
        number: int,
        cells: Mapping[str, str],
        form: Form,
        exact: dict[str, str],
        rest: dict[str, str],
    ) -> None:
        try:
            claim = form(number, cells)
            footprint = self._footprint(number, cells)
            self._once(number, claim, footprint)
        except UnusableRowError as fault:
            self.problems.append(fault.problem)
            return
        (rest if claim.rest else exact).update(dict.fromkeys(claim.blocks, footprint.id))
        self._keep(number, footprint, cells)

    def _once(self, number: int, claim: Claim, footprint: Footprint) -> None:
        """Refuse a row about what an earlier row has given away."""
        earlier, given_to = self.taken.setdefault(claim.key, (number, footprint.id))
        if earlier == number:
            return
        if given_to == footprint.id:
            raise UnusableRowError(
                Problem(number, claim.words, f"is said already in row {earlier}")
            )
        name = self.footprints[given_to].name
        raise UnusableRowError(
            Problem(
                number,
                claim.words,
                f"was given to “{short(name)}” in row {earlier}, which was kept",
            )
        )

    def _footprint(self, number: int, cells: Mapping[str, str]) -> Footprint:
        """The footprint a row names, as the first row that named it describes it."""
        wanted, name = cells.get("footprint", ""), cells.get("name", "")
        try:
            code = self._id(wanted, name)
            if code in self.footprints:
                return self.footprints[code]
            known = self.begun.plan.by_id.get(code)
            cleaned = clean_name(name or (known.name if known else code))
        except OptionError as problem:
            fault = Problem(number, wanted or name, f"names no footprint: {problem}".rstrip("."))
            raise UnusableRowError(fault) from problem
        self.kind_of[code] = self._kind(number, cells, known)
        return Footprint(code, cleaned)

    def _id(self, code: str, name: str) -> str:
        if code in self.begun.plan.by_id:
            return code
        if code:
            return self.named.get(code.casefold(), "") or clean_name(code)
        folded = clean_name(name).casefold()
        if folded not in self.named:
            self.named[folded] = fresh_id({*self.named.values(), *self.footprints})
        return self.named[folded]

    def _kind(self, number: int, cells: Mapping[str, str], known: Footprint | None) -> str:
        usual = drawn_as(self.begun, known.id) if known else "cluster"
        text = cells.get("kind", "")
        found = self.kinds.find(text) if text else usual
        if found:
            return found
        near = self.kinds.nearest(text)
        self.problems.append(
            Problem(number, text, f"is no kind, so “{usual}” was used", near, "kind", near or usual)
        )
        return usual

    def _keep(self, number: int, footprint: Footprint, cells: Mapping[str, str]) -> None:
        """Keep a footprint, or say where a row describes it otherwise than the first did."""
        new = footprint.id not in self.footprints
        first = self.footprints.setdefault(footprint.id, footprint)
        name, kind = " ".join(cells.get("name", "").split()), cells.get("kind", "")
        if name and name != first.name:
            self._report(number, name, f"is called “{short(first.name)}” in an earlier row")
        said = self.kind_of[first.id]
        if kind and not new and self.kinds.find(kind) != said:
            self._report(number, kind, f"is “{said}” in an earlier row")
        colour = cells.get("colour", "").lower()
        if _COLOUR.fullmatch(colour):
            self.colours.setdefault(first.id, colour)
        elif colour:
            self._report(number, colour, "is no colour such as #99bfe5")

    def _left_over(self, footprint_of: Mapping[str, str]) -> None:
        left = self.atlas.blocks.index.difference(list(footprint_of))
        if left.empty:
            return
        lads = self.atlas.blocks["lad"][left].map(self.atlas.authorities["lad_name"])
        names = sorted(set(lads))
        few = ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
        self._report(
            _WHOLE_FILE,
            "",
            f"{len(left)} blocks are in no good row and stay as they were at the start: {few}",
        )

    def _report(self, row: int, value: str, fault: str) -> None:
        self.problems.append(Problem(row, value, fault))


_NO_COLUMNS = (
    "are the columns of this row, but a file needs icb, lad or block, and with it footprint or name"
)
