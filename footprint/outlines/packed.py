"""Packed files: the layers of a GeoPackage, and the shapefiles of a zip archive."""

from __future__ import annotations

import io
import sqlite3
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np
import pyogrio
import shapely

from footprint.fields import short
from footprint.outlines.drawings import MOST_AREAS, Drawing, Layer
from footprint.outlines.geojson import as_text
from footprint.spreadsheets import UploadError, check_archive

SQLITE = b"SQLite format 3\0"
_SHAPEFILE = b"\0\0\x27\x0a"
_MOST_LAYERS = 12
_MOST_HEADINGS = 60
_LARGEST_UNPACKED = 30_000_000
# The attributes and the coordinate system go with the outlines; the index is made anew.
_PARTS = (".shp", ".dbf", ".prj", ".cpg")
_LONGEST_PRJ = 10_000
_VIEWS = "SELECT name FROM sqlite_master WHERE type = 'view'"
_Found = TypeVar("_Found")


def packages(content: bytes) -> list[Layer]:
    """The layers of areas in a GeoPackage; raises UploadError."""
    damaged = "The file is not a GeoPackage that can be read. Save it again."
    listed = _tried(partial(_in_package, content, _layers), damaged)
    names = [name for name, kind in listed if kind and "Poly" in kind]
    names = names or [name for name, kind in listed if kind]
    if not names:
        raise UploadError("The file holds no layer of areas.")
    reads = [partial(_in_package, content, partial(_read, name, layer=name)) for name in names]
    return [
        Layer(name, partial(_tried, read, damaged))
        for name, read in zip(names[:_MOST_LAYERS], reads, strict=False)
    ]


def _layers(file: Path) -> np.ndarray:
    """The layers with the kind of each; raises UploadError where one may never come to an end.

    A view is not kept in a file but worked out as it is read, for as long as its maker likes.
    """
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as kept:
        views = [name for (name,) in kept.execute(_VIEWS)]
    if views:
        raise UploadError(
            f"The GeoPackage holds a view, “{short(views[0])}”, which is not read. "
            "Save the areas as a layer of their own."
        )
    return pyogrio.list_layers(file)


def _in_package(content: bytes, look: Callable[[Path], _Found]) -> _Found:
    with TemporaryDirectory() as folder:
        # By its ending the driver knows that it is no database of another kind.
        file = Path(folder) / "areas.gpkg"
        file.write_bytes(content)
        return look(file)


def has_shapefile(content: bytes) -> bool:
    """Whether a zip archive has a shapefile in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return any(_is_shp(name) for name in packed.namelist())
    # A damaged archive can fail in many ways, and is then none with a shapefile.
    except Exception:
        return False


def shapefiles(content: bytes) -> list[Layer]:
    """The shapefiles of a zip archive; raises UploadError."""
    damaged = "The zip file holds no shapefile that can be read. Save it again."
    check_archive(content, _LARGEST_UNPACKED)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = [name for name in packed.namelist() if _is_shp(name)][:_MOST_LAYERS]
    return [
        Layer(Path(name).stem, partial(_tried, partial(_shapefile, content, name), damaged))
        for name in names
    ]


def _is_shp(name: str) -> bool:
    return name.lower().endswith(".shp") and not name.startswith("__MACOSX")


def _shapefile(content: bytes, name: str) -> Drawing:
    with zipfile.ZipFile(io.BytesIO(content)) as packed, TemporaryDirectory() as folder:
        there = {one.lower(): one for one in packed.namelist()}
        stem = name.lower().removesuffix(".shp")
        parts = {part: packed.read(there[stem + part]) for part in _PARTS if stem + part in there}
        if not parts[".shp"].startswith(_SHAPEFILE):
            raise UploadError("The zip file holds no shapefile that can be read. Save it again.")
        if len(parts.get(".prj", b"")) > _LONGEST_PRJ:
            raise UploadError("The shapefile’s .prj file is none. Save it again.")
        for part, inside in parts.items():
            # Names of our own, so that nothing is written where an archive would like it to be.
            (Path(folder) / f"areas{part}").write_bytes(inside)
        with _rebuilt_index():
            return _read(Path(name).stem, Path(folder) / "areas.shp")


@contextmanager
def _rebuilt_index() -> Iterator[None]:
    """Read shapefiles without their index."""
    pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": "YES"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": None})


def _read(name: str, file: Path, **where: str) -> Drawing:
    about, _, shapes, fields = pyogrio.raw.read(
        file, **where, max_features=MOST_AREAS + 1, force_2d=True
    )
    headings = [str(one) for one in about["fields"]][:_MOST_HEADINGS]
    texts = dict(zip(headings, map(_column, fields), strict=False))
    return Drawing(name, about["crs"] or "", shapely.from_wkb(shapes), texts)


def _column(cells: np.ndarray) -> tuple[str, ...]:
    return tuple(as_text(cell.item() if isinstance(cell, np.generic) else cell) for cell in cells)


def _tried(read: Callable[[], _Found], damaged: str) -> _Found:
    try:
        with warnings.catch_warnings():
            # What the driver thinks of a file is no news to a log.
            warnings.simplefilter("ignore", RuntimeWarning)
            return read()
    except (UploadError, MemoryError):
        raise
    # A damaged or hostile file can fail anywhere in four libraries, in any way.
    except Exception as problem:
        raise UploadError(damaged) from problem
