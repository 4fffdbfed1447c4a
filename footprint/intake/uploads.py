"""Uploads: a table of rules, districts or blocks, read with all its faults at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import islice

from footprint.facts.atlas import Atlas
from footprint.facts.other_names import NO_OTHER_NAMES, OtherNames
from footprint.finder.slips import meant
from footprint.intake.former import Asked, settled
from footprint.intake.layouts import Layout
from footprint.intake.marks import marked
from footprint.intake.names import folded, kinds
from footprint.intake.notes import is_beside, left_out, near_names, same_names
from footprint.intake.questions import UnclearError, kinds_of
from footprint.intake.recognition import chosen
from footprint.intake.rows import (
    NOT_NAMED,
    UNREAD,
    Claim,
    Form,
    Keys,
    Problem,
    UnusableRowError,
    left_over,
)
from footprint.options.files import redrawn
from footprint.options.option import Option, OptionError, clean_name, drawn_as, fresh_id
from footprint.plans.assignment import Footprint
from footprint.readings import Question, short
from footprint.spreadsheets import MOST_ROWS, UploadError, no_table, sheets

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_WHOLE_FILE = 0
_MOST_ENTRIES = 10_000
TAKEN = "a table as CSV, XLSX or ODS, or areas as GeoJSON, a GeoPackage or a zipped shapefile"
"""What an option file is."""
_SEND = f"send {TAKEN}"
_NONE_USED = "no row could be used, so nothing was changed; put right what is said of the rows"
_NO_ROWS = (
    "no row below the headings names an area, so nothing was changed; write a row for each area"
)


@dataclass(frozen=True)
class Upload:
    """What a file makes of an option; `option` is None where no row could be used.

    `taken` says in sentences what was read under another name or an old code, and `notes` what
    a file leaves as it was, which is no problem. `marked` is the
    table as a CSV file as it stood, with what is wrong beside each row that has a fault.
    `question` is asked where the file can be read in several ways, and nothing has been read
    yet; `drawn` says that it was one of areas, and no table.
    """

    option: Option | None
    problems: tuple[Problem, ...]
    marked: bytes = b""
    taken: tuple[str, ...] = ()
    question: Question | None = None
    drawn: bool = False
    notes: tuple[str, ...] = ()


def read(
    content: bytes,
    begun: Option,
    atlas: Atlas,
    icb_names: Mapping[str, str],
    more: OtherNames = NO_OTHER_NAMES,
    answers: Collection[str] = (),
) -> Upload:
    """Read a CSV, XLSX or ODS file as an option; blocks in no good row stay as in `begun`.

    The table is known by what is in it; where it can be read in two ways, that is asked, and
    `answers` choose between the readings. Never raises, whatever the file holds.
    """
    keys = Keys(atlas, icb_names, more)
    try:
        seen = sheets(content)
        found, sheet = chosen(seen, keys.reader(kinds_of(answers)), answers)
    except UploadError as problem:
        return Upload(None, (Problem(_WHOLE_FILE, "", str(problem).rstrip(".")),))
    except UnclearError as unclear:
        return Upload(None, (unclear.problem,), question=_question(unclear))
    book = _Book(begun, atlas, keys, more)
    option, taken = book.read(found)
    said = [f"The sheet “{short(sheet.name)}” was read."] if sheet.name != seen[0].name else []
    told = (*said, *found.taken, *taken)
    return Upload(
        option,
        tuple(book.problems),
        marked(sheet.rows, found.top, book.problems),
        told,
        notes=book.notes,
    )


def none_of(content: bytes) -> Upload | None:
    """What is said of a file that is neither a table nor areas, such as a picture; else None."""
    what = no_table(content)
    return Upload(None, (Problem(_WHOLE_FILE, "", f"This is {what}; {_SEND}"),)) if what else None


def _question(unclear: UnclearError) -> Question | None:
    """What is asked where there are readings to choose from: the fault without its remedy."""
    if not unclear.readings:
        return None
    problem = unclear.problem
    asked = problem._replace(row=0, fault=problem.fault.rpartition("; ")[0])
    return Question(asked.sentence.rstrip("."), unclear.readings)


@dataclass
class _Book:
    """One reading of one file: what it has given so far, and what was wrong with it."""

    begun: Option
    atlas: Atlas
    keys: Keys
    more: OtherNames
    problems: list[Problem] = field(default_factory=list)
    footprints: dict[str, Footprint] = field(default_factory=dict)
    kind_of: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    taken: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    former: list[Asked] = field(default_factory=list)
    beside: list[tuple[int, str]] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.kinds = kinds()
        self.named = {one.name.casefold(): one.id for one in self.begun.plan.footprints}

    def read(self, found: Layout) -> tuple[Option | None, list[str]]:
        """The option a table makes, and what was taken for what."""
        form = self.keys.form(found.kinds)
        self.problems += found.contradictions
        exact, rest = {}, {}
        for number, cells in islice(found.entries(), _MOST_ENTRIES):
            self._take(number, cells, form, exact, rest)
        told = self._superseded(exact)
        footprint_of = rest | exact
        why = UNREAD if any(one.row for one in self.problems) else NOT_NAMED
        self.problems += found.doubts
        if not footprint_of:
            fault = _NONE_USED if any(one.row for one in self.problems) else _NO_ROWS
            self._report(_WHOLE_FILE, "", fault)
            return None, []
        made = self.footprints.values()
        near = (
            *near_names(made, self.begun.plan.footprints),
            *same_names(made, self._rows_of()),
        )
        left = left_over(footprint_of, self.atlas, why)
        self.notes = (*near, *left_out(self.beside), *left)
        if len(found.table) > MOST_ROWS:
            self._report(_WHOLE_FILE, "", f"only the first {MOST_ROWS:,} rows were read")
        if next(islice(found.entries(), _MOST_ENTRIES, None), None):
            self._report(_WHOLE_FILE, "", f"only the first {_MOST_ENTRIES:,} areas were read")
        return self._made(footprint_of), [*self.keys.taken, *told]

    def _rows_of(self) -> dict[str, list[int]]:
        """The rows that give each footprint something."""
        rows: dict[str, list[int]] = {}
        for number, footprint in self.taken.values():
            rows.setdefault(footprint, []).append(number)
        return rows

    def _made(self, footprint_of: Mapping[str, str]) -> Option:
        merged = [one for one, kind in self.kind_of.items() if kind == "merger"]
        drawn_on_teams = self.begun.began.seen == "teams"
        # A former district that could not be read leaves its footprint without a block.
        given = set(footprint_of.values())
        return redrawn(
            self.begun,
            footprint_of,
            [one for one in self.footprints.values() if one.id in given],
            merged if drawn_on_teams else (),
            self.colours,
        )

    def _superseded(self, exact: dict[str, str]) -> list[str]:
        """Add the blocks of former districts, and say what they were taken for."""
        lads = self.atlas.blocks["lad"].map(self.atlas.authorities["lad_name"]).to_dict()
        asked = []
        for one in self.former:
            if clash := sorted({lads[block] for block in one.district.blocks & exact.keys()}):
                fault = f"became {clash[0]}, which another row gives"
                self._report(one.row, one.text, fault)
            else:
                asked.append(one)
        given, problems, told = settled(asked, self.more.former, lads)
        exact |= given
        self.problems += problems
        return told

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
            footprint = self._footprint(number, claim.words, cells)
            self._once(number, claim, footprint)
        except UnusableRowError as fault:
            if is_beside(cells):
                self.beside.append((number, next(filter(None, cells.values()), "")))
            else:
                self.problems.append(fault.problem)
            return
        if claim.former:
            self.former.append(Asked(number, claim.words, claim.former, footprint.id))
        (rest if claim.rest else exact).update(dict.fromkeys(claim.blocks, footprint.id))
        self._keep(number, footprint, cells)

    def _once(self, number: int, claim: Claim, footprint: Footprint) -> None:
        """Refuse a row about what an earlier row has given away."""
        if claim.key not in self.taken:
            self.taken[claim.key] = (number, footprint.id)
            return
        earlier, given_to = self.taken[claim.key]
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

    def _footprint(self, number: int, area: str, cells: Mapping[str, str]) -> Footprint:
        """The footprint a row names, as the first row that named it describes it."""
        wanted, name = cells.get("footprint", ""), cells.get("name", "")
        if not (wanted or name):
            raise UnusableRowError(Problem(number, area, "has no footprint; write one in its row"))
        try:
            code = self._id(wanted, name)
            if code in self.footprints:
                return self.footprints[code]
            known = self.begun.plan.by_id.get(code)
            cleaned = clean_name(name or (known.name if known else code))
        except OptionError as problem:
            why = str(problem).rstrip(".")
            fault = f"cannot be a footprint: {why[0].lower()}{why[1:]}"
            raise UnusableRowError(Problem(number, wanted or name, fault)) from problem
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
        near = meant(folded(text), self.kinds.words)
        self.problems.append(Problem(number, text, f"is no kind, so “{usual}” was used", near))
        return usual

    def _keep(self, number: int, footprint: Footprint, cells: Mapping[str, str]) -> None:
        """Keep a footprint, or say where a row describes it otherwise than the first did."""
        new = footprint.id not in self.footprints
        first = self.footprints.setdefault(footprint.id, footprint)
        # A row further down may have its name alone.
        self.named.setdefault(first.name.casefold(), first.id)
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

    def _report(self, row: int, value: str, fault: str) -> None:
        self.problems.append(Problem(row, value, fault))
