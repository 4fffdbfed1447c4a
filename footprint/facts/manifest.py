"""The manifest: which files there are, where each came from, and that none has changed."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

# Of a few hundred codes Python's own strings take a third less time than Arrow's.
pd.set_option("mode.string_storage", "python")

MANIFEST = "data/sources.toml"
_HERE = Path(__file__).resolve().parents[2]
ROOT = next(
    (root for root in (_HERE, _HERE / "icb_footprints") if (root / MANIFEST).is_file()), _HERE
)
"""Where the published files are: beside the packages, or where an installation puts them."""

_UNLISTED_SUFFIXES = {".py", ".pyc", ".md"}
_OWN_CHECKSUM = re.compile(rb'(?m)^own_sha256 = "([0-9a-f]*)"$')


class SourceError(ValueError):
    """A published file is missing, unlisted, or not the file the manifest describes."""


@dataclass(frozen=True)
class Source:
    """One file and everything a reader needs to trust it.

    `columns` maps a column to its unit or meaning, and is empty for files without columns.
    """

    path: str
    title: str
    publisher: str
    date: str
    retrieved_from: str
    licence: str
    attribution: str
    sha256: str
    done: str
    gaps: str
    columns: Mapping[str, str]


@dataclass(frozen=True)
class Manifest:
    """All listed files, and one short code that changes when any of them does."""

    data_version: str
    sources: tuple[Source, ...]

    def __getitem__(self, path: str) -> Source:
        """Return the entry of one file; raises SourceError where it is not listed."""
        for source in self.sources:
            if source.path == path:
                return source
        raise SourceError(f"{path} is not listed in {MANIFEST}. Add an entry for it there.")


def read_manifest(root: Path = ROOT) -> Manifest:
    """Read the manifest, refusing one that was changed or an entry that leaves anything out."""
    path = root / MANIFEST
    if not path.is_file():
        raise SourceError(f"{MANIFEST} is missing. Restore it, or run: python -m geo.prepare")
    content = path.read_bytes()
    if not _as_written(content):
        raise SourceError(
            f"{MANIFEST} is not as it was written, by its own checksum. Restore it, or run "
            "python -m geo.manifest if the change is meant."
        )
    return _listed(content)


# A page stands on some thirty files, and each is looked up here before it is read.
@lru_cache(4)
def _listed(content: bytes) -> Manifest:
    try:
        listed = tomllib.loads(content.decode())
        return Manifest(listed["data_version"], tuple(_source(entry) for entry in listed["file"]))
    except (tomllib.TOMLDecodeError, KeyError) as reason:
        raise SourceError(f"{MANIFEST} cannot be read ({reason}). Restore it.") from reason


def _as_written(content: bytes) -> bool:
    """Whether a manifest has the checksum that it says it has without that checksum."""
    own = _OWN_CHECKSUM.search(content)
    if not own:
        return False
    rest = content[: own.start(1)] + content[own.end(1) :]
    return hashlib.sha256(rest).hexdigest() == own[1].decode()


def _source(entry: Mapping[str, object]) -> Source:
    entry = {"columns": {}, **entry}
    wanted = {field.name for field in fields(Source)}
    if missing := sorted(wanted - entry.keys()):
        raise SourceError(
            f"{MANIFEST}: {entry.get('path', 'an entry')} lacks {', '.join(missing)}."
        )
    if unknown := sorted(entry.keys() - wanted):
        raise SourceError(f"{MANIFEST}: {entry['path']} has unknown {', '.join(unknown)}.")
    return Source(**entry)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal text."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def problems(root: Path = ROOT) -> list[str]:
    """Say in one sentence each what is wrong with the files: missing, changed or unlisted."""
    try:
        listed = read_manifest(root).sources
    except SourceError as problem:
        return [str(problem)]
    found = _files(root)
    said = [_complaint(root, source) for source in listed]
    unlisted = sorted(found - {source.path for source in listed})
    said += [f"{path} is not listed in {MANIFEST}. Add an entry for it there." for path in unlisted]
    return [sentence for sentence in said if sentence]


def _files(root: Path) -> set[str]:
    return {
        str(path.relative_to(root).as_posix())
        for folder in ("data", "geo")
        for path in (root / folder).rglob("*")
        if path.is_file() and path.suffix not in _UNLISTED_SUFFIXES and not _left_behind(path)
    } - {MANIFEST}


def _left_behind(path: Path) -> bool:
    # Desktops and spreadsheets leave such files in any folder that is looked at.
    return path.name.startswith((".", "~$")) or path.name in {"Thumbs.db", "desktop.ini"}


def _complaint(root: Path, source: Source) -> str | None:
    path = root / source.path
    if not path.is_file():
        return f"{source.path} is missing. Restore it, or run: python -m geo.prepare"
    if checksum(path) != source.sha256:
        return (
            f"{source.path} is not the file {MANIFEST} describes. "
            "Restore it, or update its entry if the change is meant."
        )
    return None


@cache
def _verified(root: Path, name: str) -> Path:
    if complaint := _complaint(root, read_manifest(root)[name]):
        raise SourceError(complaint)
    return root / name


def read_text(name: str, root: Path = ROOT) -> str:
    """Read one listed file as text, after checking that it is the file described."""
    return _verified(root, name).read_text(encoding="utf-8")


def read_table(name: str, root: Path = ROOT, *, text: tuple[str, ...] = ()) -> pd.DataFrame:
    """Read one listed CSV, after checking its checksum and its columns.

    Columns named in `text` are kept as text with empty cells as "", so that codes stay codes.
    """
    path = _verified(root, name)
    table = pd.read_csv(path, dtype=dict.fromkeys(text, "str"))
    described = list(read_manifest(root)[name].columns)
    if described != list(table.columns):
        raise SourceError(f"{name} has columns {list(table.columns)}; {MANIFEST} says {described}")
    return table.fillna(dict.fromkeys(text, ""))
