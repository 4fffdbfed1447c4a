"""Small areas: a table of LSOAs, each with a footprint, read as an option."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from footprint.english import listed_few, plural
from footprint.intake.columns import GIVEN, IGNORED, TARGET, role_of
from footprint.intake.rows import Problem
from footprint.intake.stacked import says_option
from footprint.intake.uploads import Upload
from footprint.options.option import Option, OptionError, clean_name
from footprint.outlines.holding import NOWHERE, SHARED, Held
from footprint.outlines.naming import Named
from footprint.outlines.reading import LARGEST, Known, option_held
from footprint.outlines.report import BY_LSOA
from footprint.readings import short
from footprint.spreadsheets import Sheet, UploadError, sheets

MOST_LSOAS = 40_000
_SEEN = 100_000
_HEADING = re.compile(r"lsoas?(\s*20)?[\s_]?(\d\d)?[\s_]*(cd|code|codes)?", re.IGNORECASE)
_CODE = re.compile(r"[EW]01\d{6}")
_CODE_IN_FILE = re.compile(rb"\b[EW]01\d{6}\b")
_SAYS_SO = re.compile(rb"\blsoa", re.IGNORECASE)
_ANY_CODE = re.compile(rb"\b[EW]\d{8}\b")
_FEW = 3
_LOOKED_FOR_HEADINGS = 40
_SHEETS = re.compile(r"(xl/(sharedStrings|worksheets/sheet\d+)|content)\.xml")
_MOST_NAMES = 327
_CODES = re.compile(r"(.*\D\d\d)(cdh?|nm)", re.IGNORECASE)
_HOW = (
    "Each block went to the footprint that most of its people are given to, counted by the "
    "residents of LSOAs in mid-2022."
)


def is_of_lsoas(content: bytes) -> bool:
    """Whether a file is a table of LSOAs, by the codes near its beginning.

    A few are enough where it says LSOA, or has no code of another kind of area.
    """
    return any(map(_has_codes, _starts(content)))


def _has_codes(start: bytes) -> bool:
    count = len(_CODE_IN_FILE.findall(start))
    alone = bool(_SAYS_SO.search(start)) or len(_ANY_CODE.findall(start)) == count
    return count >= _FEW or (count > 0 and alone)


def _starts(content: bytes) -> list[bytes]:
    if not content.startswith(b"PK"):
        # Of UTF-16 every other byte is a nought here.
        return [content[:_SEEN].replace(b"\0", b"")]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return [
                packed.open(one).read(_SEEN)
                for one in packed.infolist()
                if _SHEETS.fullmatch(one.filename)
            ]
    # Whatever is wrong with it is told by who reads it.
    except Exception:
        return []


def read(content: bytes, begun: Option, known: Known) -> Upload:
    """Read a table of LSOAs as an option; blocks with nobody in it stay as in `begun`.

    Never raises, whatever the file holds.
    """
    try:
        found = _table(sheets(content, largest=LARGEST, most_rows=MOST_LSOAS))
        given = _given(found, known.neighbourhoods)
        naming = _named(given)
    except UploadError as problem:
        return Upload(None, (Problem(0, "", str(problem).rstrip(".")),))
    told = (_HOW, f"The footprints were named by the column “{short(found.heading)}”.")
    return option_held(
        lambda names: _held(given, dict(zip(naming.names, names, strict=True)), known),
        naming,
        begun,
        known,
        (*told, *_unknown(found, given)),
        BY_LSOA,
    )


@dataclass(frozen=True)
class _Found:
    """The codes of a table, what each row gives its LSOA to, and how that column is headed."""

    codes: Sequence[str]
    names: Sequence[str]
    heading: str


def _table(seen: Sequence[Sheet]) -> _Found:
    for sheet in seen:
        for top, row in enumerate(sheet.rows[:_LOOKED_FOR_HEADINGS]):
            places = [place for place, cell in enumerate(row) if _HEADING.fullmatch(cell)]
            if places and any(
                _CODE.fullmatch(cell) for below in sheet.rows[top:] for cell in below
            ):
                return _read(row, sheet.rows[top + 1 :], places)
    raise UploadError(
        "The file has codes of LSOAs, but no column headed LSOA21CD. Give that column its heading, "
        "and another with the footprint of each LSOA."
    )


def _read(head: Sequence[str], rows: Sequence[Sequence[str]], places: Sequence[int]) -> _Found:
    wide = len(head)
    padded = [[*row[:wide], *[""] * (wide - len(row))] for row in rows]
    codes = max(places, key=lambda at: sum(bool(_CODE.fullmatch(row[at])) for row in padded[:200]))
    _one_option(head, padded, codes)
    target = _target(head, codes)
    kept = [row for row in padded if row[codes]]
    return _Found([row[codes] for row in kept], [row[target] for row in kept], head[target])


def _one_option(head: Sequence[str], rows: Sequence[Sequence[str]], codes: int) -> None:
    """Raise UploadError where a column names several options that give the same LSOAs."""
    for at in [at for at, one in enumerate(head) if at != codes and says_option(one)]:
        pairs = {(row[codes], row[at]) for row in rows if row[codes] and row[at]}
        names = list(dict.fromkeys(row[at] for row in rows if row[at]))
        if len(names) > 1 and len({code for code, _ in pairs}) < len(pairs):
            said = listed_few((f"“{short(one)}”" for one in names), most=6)
            raise UploadError(
                f"“{short(head[at])}” names {len(names)} options one under another: {said}. Send "
                "the rows of one of them."
            )


def _target(head: Sequence[str], codes: int) -> int:
    """The column that names the footprints; raises UploadError where none or several may."""
    others = {at: one for at, one in enumerate(head) if one and at != codes}
    others = {at: one for at, one in others.items() if role_of(one) != IGNORED}
    others = {at: one for at, one in others.items() if not _code_of_a_name(one, others.values())}
    for roles in (("name",), ("footprint",), (TARGET,)):
        said = [at for at, one in others.items() if role_of(one) in roles]
        if len(said) == 1:
            return said[0]
        if said:
            others = {at: others[at] for at in said}
            break
    likely = [at for at, one in others.items() if role_of(one) not in GIVEN[2:]]
    if len(likely) == 1:
        return likely[0]
    if not likely:
        raise UploadError("A table of LSOAs needs a column headed footprint beside LSOA21CD.")
    names = listed_few((f"“{short(head[at])}”" for at in likely), most=6)
    raise UploadError(
        f"Any of the columns {names} may name the footprints. Head the one that does footprint."
    )


def _code_of_a_name(heading: str, headings: Sequence[str]) -> bool:
    """Whether a column holds the codes of what another names, as ICB26CD does of ICB26NM."""
    found = _CODES.fullmatch(heading)
    if not found or found[2].lower() == "nm":
        return False
    return f"{found[1]}nm".lower() in {one.lower() for one in headings}


def _given(found: _Found, known: pd.DataFrame) -> pd.Series:
    """The name each known LSOA is given, SHARED where rows give it different ones."""
    clean = {one: _clean(one) for one in dict.fromkeys(found.names)}
    rows = pd.DataFrame({"lsoa": found.codes, "name": [clean[one] for one in found.names]})
    rows = rows[(rows["name"] != NOWHERE) & rows["lsoa"].isin(known.index)].drop_duplicates()
    several = rows["lsoa"].duplicated(keep=False)
    rows["name"] = rows["name"].where(~several, SHARED)
    return rows.drop_duplicates().set_index("lsoa")["name"]


def _clean(name: str) -> str:
    try:
        return clean_name(name) if name else NOWHERE
    except OptionError:
        return NOWHERE


def _named(given: pd.Series) -> Named:
    names = tuple(name for name in dict.fromkeys(given) if name != SHARED)
    if not names:
        raise UploadError("No row gives an LSOA of 2021 a footprint, so nothing was changed.")
    if len(names) > _MOST_NAMES:
        raise UploadError(
            f"The file names {len(names):,} footprints, more than the {_MOST_NAMES} blocks that "
            "England is cut into, so nothing was changed."
        )
    return Named(names, ("",) * len(names), "")


def _held(given: pd.Series, shown: dict[str, str], known: Known) -> Held:
    """People of each block by what its LSOAs are given to, under the names that are shown."""
    table = known.neighbourhoods
    area = given.map({**shown, SHARED: SHARED}).reindex(table.index, fill_value=NOWHERE)
    counted = table["residents_2022"].groupby([table["block"], area]).sum().unstack(fill_value=0)
    columns = [*dict.fromkeys(shown.values()), NOWHERE, *counted.columns.intersection([SHARED])]
    return Held(counted.reindex(columns=columns, fill_value=0))


def _unknown(found: _Found, given: pd.Series) -> list[str]:
    """Say which codes are no LSOA of 2021, and which rows give a known one to nobody."""
    strange = sorted({one for one in found.codes if one.startswith("E") and one not in given.index})
    wales = sum(one.startswith("W") for one in found.codes)
    told = []
    if strange:
        count = plural(len(strange), "code has", "codes have")
        told.append(
            f"{count} no footprint or is no LSOA of 2021, such as {strange[0]}; LSOAs of 2011 "
            "that were split or merged in 2021 are not known here."
        )
    if wales:
        told.append(f"{plural(wales, 'row is', 'rows are')} of Wales and was left out.")
    return told
