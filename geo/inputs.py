"""Inputs: which official files the recipe reads, and what makes one acceptable."""

import hashlib
import json
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd


class InputError(ValueError):
    """An input file is missing, truncated or not the edition expected."""


@dataclass(frozen=True)
class Input:
    """One file the recipe reads, with what it must be.

    Path is relative to the folder given with --from; rows and columns are empty where the
    file is no table; service is the name of an ArcGIS service of the publisher, if known.
    """

    name: str
    path: str
    title: str
    publisher: str
    bytes: int
    sha256: str
    address: str = ""
    service: str = ""
    rows: int = 0
    columns: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """Where to get the file by hand, as the end of a sentence."""
        return f"{self.publisher}, {self.address}" if self.address else "the people of this project"


def listed() -> dict[str, Input]:
    """Every input by name, from geo/inputs.toml."""
    text = Path(__file__).with_name("inputs.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["input"]
    return {r["name"]: Input(**{**r, "columns": tuple(r.get("columns", ()))}) for r in rows}


@dataclass(frozen=True)
class Inputs:
    """The input files in one folder.

    Fetched names the inputs that were just downloaded: publishers re-issue files, so those
    are held to their rows and columns and not to a checksum.
    """

    folder: Path
    fetched: frozenset[str] = frozenset()

    def path(self, name: str) -> Path:
        """The path of an input that is there and is the edition expected."""
        item = listed()[name]
        path = self.folder / item.path
        if not path.is_file():
            raise InputError(
                f'{path} is missing: the recipe needs "{item.title}"; '
                f"put it there by hand from {item.where}."
            )
        if name not in self.fetched:
            _check_edition(path, item)
        return path

    def table(self, name: str) -> pd.DataFrame:
        """A CSV input with every cell as text and empty cells as empty text."""
        path = self.path(name)
        try:
            table = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
        except (EOFError, OSError, ValueError) as error:
            raise InputError(f"{path} is not a readable CSV file; fetch it again.") from error
        _check_shape(path, listed()[name], table)
        return table

    def sheet(self, name: str, sheet: str) -> list[tuple[Any, ...]]:
        """The rows of one sheet of a workbook, as values."""
        path = self.path(name)
        try:
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            return list(book[sheet].iter_rows(values_only=True))
        except (KeyError, zipfile.BadZipFile) as error:
            raise InputError(f'{path} has no sheet "{sheet}"; fetch it again.') from error

    def features(self, name: str) -> Iterator[dict[str, Any]]:
        """The GeoJSON features of every file in a tar."""
        path = self.path(name)
        try:
            with tarfile.open(path) as tar:
                for member in filter(tarfile.TarInfo.isfile, tar):
                    yield from json.load(tar.extractfile(member))["features"]  # type: ignore[arg-type]
        except (tarfile.TarError, EOFError, OSError, ValueError) as error:
            raise InputError(f"{path} is not a complete archive; fetch it again.") from error


def _check_edition(path: Path, item: Input) -> None:
    size = path.stat().st_size
    if size != item.bytes:
        kind = "truncated or another edition" if size < item.bytes else "another edition"
        raise InputError(
            f"{path} is {kind}: {size:,} bytes where {item.bytes:,} were expected; "
            f'get "{item.title}" again from {item.where}.'
        )
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != item.sha256:
        raise InputError(
            f"{path} is another edition: its sha256 begins {found[:12]} where "
            f'{item.sha256[:12]} was expected; get "{item.title}" again from {item.where}.'
        )


def _check_shape(path: Path, item: Input, table: pd.DataFrame) -> None:
    absent = [column for column in item.columns if column not in table]
    if absent:
        raise InputError(
            f'{path} has no column {", ".join(absent)}; get "{item.title}" from {item.where}.'
        )
    if item.rows and len(table) != item.rows:
        raise InputError(
            f"{path} has {len(table):,} rows where {item.rows:,} were expected; "
            f'get "{item.title}" again from {item.where}.'
        )
