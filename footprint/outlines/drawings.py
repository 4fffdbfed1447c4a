"""Drawings: the areas of one layer of a file, with what the file says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import geopandas as gpd
import numpy as np
import shapely
from pyproj.exceptions import ProjError

from footprint.english import plural
from footprint.facts.shapes import LONGITUDE_LATITUDE, NATIONAL_GRID
from footprint.spreadsheets import UploadError

MOST_AREAS = 2_000
MOST_CORNERS = 400_000
_MOST_OVER = 3
_MOST_CROSSINGS, _SAMPLE = 20_000, 100
# Round the land and islands of Britain, in degrees and in metres of the National Grid.
_DEGREES = (-9.5, 49.0, 3.0, 61.5)
_METRES = (-110_000.0, -20_000.0, 700_000.0, 1_300_000.0)
_SAID = {
    LONGITUDE_LATITUDE: "longitude and latitude (EPSG:4326)",
    NATIONAL_GRID: "metres of the British National Grid (EPSG:27700)",
}


@dataclass(frozen=True, eq=False)
class Drawing:
    """One layer of a file: its name, its areas, and a text of each area under every heading.

    `crs` is what the file says its coordinates are in, "" where it does not say; `told` is what
    has been taken for what.
    """

    name: str
    crs: str
    shapes: np.ndarray
    texts: Mapping[str, tuple[str, ...]]
    told: tuple[str, ...] = ()

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The least and greatest of all coordinates."""
        return tuple(shapely.total_bounds(self.shapes))

    def where(self, wanted: np.ndarray) -> Drawing:
        """The same layer with some of its areas."""
        texts = {
            heading: tuple(np.array(cells, dtype=object)[wanted])
            for heading, cells in self.texts.items()
        }
        return replace(self, shapes=self.shapes[wanted], texts=texts)


@dataclass(frozen=True)
class Layer:
    """A layer that can be read on demand."""

    name: str
    read: Callable[[], Drawing]


def on_grid(drawing: Drawing) -> Drawing:
    """The areas of a layer on the National Grid, mended where a line crosses itself.

    Raises UploadError for a layer without areas, or whose coordinates nobody can place.
    """
    drawing = _areas_only(drawing)
    crs, told = _coordinates(drawing)
    try:
        placed = gpd.GeoSeries(drawing.shapes, crs=crs).to_crs(NATIONAL_GRID)
    except (ProjError, ValueError) as problem:
        raise UploadError(
            "The file’s coordinate system is not one that can be read. "
            "Save it in British National Grid (EPSG:27700) or WGS 84 (EPSG:4326)."
        ) from problem
    whole = _mended(shapely.force_2d(placed.to_numpy()))
    _check_apart(whole)
    return replace(drawing, shapes=whole, told=(*drawing.told, *told))


def _check_apart(shapes: np.ndarray) -> None:
    """Refuse areas that lie over each other many times, which are of several plans."""
    west, south, east, north = shapely.total_bounds(shapes)
    if shapely.area(shapes).sum() > _MOST_OVER * (east - west) * (north - south):
        raise UploadError("The areas lie over each other many times. Send those of one plan.")


def _areas_only(drawing: Drawing) -> Drawing:
    kinds = shapely.get_dimensions(drawing.shapes)
    areas = (kinds == 2) & ~shapely.is_empty(drawing.shapes)
    if not areas.any():
        raise UploadError(
            "The file holds no areas. Send polygons, one or more for each footprint, "
            "not lines or points."
        )
    if len(drawing.shapes) > MOST_AREAS:
        raise UploadError(f"The file holds more than {MOST_AREAS:,} areas. Merge them first.")
    if shapely.get_num_coordinates(drawing.shapes).sum() > MOST_CORNERS:
        raise UploadError(
            f"The areas have more than {MOST_CORNERS:,} corners. Simplify them first, or send "
            "generalised boundaries."
        )
    left_out = int((~areas).sum())
    if not left_out:
        return drawing
    said = f"What is no area was left out: {plural(left_out, 'line or point', 'lines or points')}."
    return replace(drawing.where(areas), told=(*drawing.told, said))


def _coordinates(drawing: Drawing) -> tuple[str, tuple[str, ...]]:
    """What a layer's coordinates are in, and a sentence where the file does not say so rightly."""
    if not np.isfinite(drawing.bounds).all():
        raise UploadError("Some coordinates of the file are no numbers. Save it again.")
    if drawing.crs and not (drawing.crs == LONGITUDE_LATITUDE and not _in_degrees(drawing)):
        return drawing.crs, ()
    likely = next(
        (
            crs
            for crs, box in ((LONGITUDE_LATITUDE, _DEGREES), (NATIONAL_GRID, _METRES))
            if _inside(drawing.bounds, box)
        ),
        "",
    )
    if not likely:
        raise UploadError(
            "The file does not say what its coordinates are in, and they are neither longitude "
            "and latitude in Britain nor metres of the National Grid. Save it with its "
            "coordinate system, which for a shapefile is the .prj file."
        )
    return likely, (f"The coordinates were taken for {_SAID[likely]}; the file does not say so.",)


def _in_degrees(drawing: Drawing) -> bool:
    return _inside(drawing.bounds, (-360.0, -90.0, 360.0, 90.0))


def _inside(bounds: tuple[float, ...], box: tuple[float, ...]) -> bool:
    west, south, east, north = bounds
    return west >= box[0] and south >= box[1] and east <= box[2] and north <= box[3]


def _mended(shapes: np.ndarray) -> np.ndarray:
    """Shapes without lines that cross themselves; each ring is mended, and then holes cut out."""
    wrong = np.flatnonzero(~shapely.is_valid(shapes))
    said = "The areas cross themselves in more ways than can be mended. Mend them first."
    if _crossings(shapes[wrong]) > _MOST_CROSSINGS:
        raise UploadError(said)
    try:
        # The usual way, by every line at once, takes minutes for a ring of a few hundred corners.
        mended = shapely.make_valid(shapes[wrong], method="structure", keep_collapsed=False)
    except shapely.errors.GEOSException as problem:
        raise UploadError(said) from problem
    shapes[wrong] = mended
    return _polygons(shapes)


def _crossings(shapes: np.ndarray) -> float:
    """About how often the lines of some shapes cross each other, by a sample of their sides."""
    corners, ring = shapely.get_coordinates(
        shapely.get_rings(shapely.get_parts(shapes)), return_index=True
    )
    sides = np.stack([corners[:-1], corners[1:]], axis=1)[ring[:-1] == ring[1:]]
    lines = shapely.linestrings(sides)
    some = lines[:: max(1, len(lines) // _SAMPLE)]
    if not len(some):
        return 0.0
    crossed, _ = shapely.STRtree(lines).query(some, predicate="crosses")
    return len(crossed) / len(some) * len(lines) / 2


def _polygons(shapes: np.ndarray) -> np.ndarray:
    """Only the areas of what mending made of them."""
    mixed = shapely.get_type_id(shapes) == shapely.GeometryType.GEOMETRYCOLLECTION
    for place in np.flatnonzero(mixed):
        parts = shapely.get_parts(shapes[place])
        shapes[place] = shapely.union_all(parts[shapely.get_dimensions(parts) == 2])
    return shapes
