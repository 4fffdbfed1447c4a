"""GeoJSON: the areas of a file of features, and the coordinates it says they are in."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from footprint.facts.shapes import LONGITUDE_LATITUDE
from footprint.outlines.drawings import MOST_AREAS, Drawing
from footprint.spreadsheets import UploadError

_EPSG = re.compile(r"(?:urn:(?:x-)?ogc:def:crs:)?epsg:[\d.]*:?(\d{4,6})", re.IGNORECASE)
_CRS84 = re.compile(r"(?:urn:(?:x-)?ogc:def:crs:)?ogc:[\d.]*:?crs84", re.IGNORECASE)
_LONGEST = 400
_MOST_HEADINGS = 60
_DAMAGED = "The file is not GeoJSON that can be read. Save it again from the map program."


def geojson(content: bytes) -> Drawing:
    """Read a GeoJSON file; raises UploadError where it is none or has no features."""
    whole = _json(content)
    features = _features(whole)
    if len(features) > MOST_AREAS:
        raise UploadError(f"The file holds more than {MOST_AREAS:,} areas. Merge them first.")
    said = [one.get("properties") or {} for one in features]
    said = [one if isinstance(one, dict) else {} for one in said]
    headings = list(dict.fromkeys(heading for one in said for heading in one))[:_MOST_HEADINGS]
    texts = {one: tuple(as_text(row.get(one)) for row in said) for one in headings}
    name = whole.get("name")
    return Drawing(name if isinstance(name, str) else "", _crs(whole), _shapes(features), texts)


def as_text(value: object) -> str:
    """A property as text; what is no text or number says nothing."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    text = str(value) if isinstance(value, (str, float)) or type(value) is int else ""
    return " ".join(text[:_LONGEST].split())


def _json(content: bytes) -> Mapping[str, object]:
    try:
        whole = json.loads(content.decode("utf-8-sig"), parse_constant=lambda _: None)
    # Deeply nested brackets overflow the reader instead of being refused by it.
    except (ValueError, RecursionError) as problem:
        raise UploadError(_DAMAGED) from problem
    if not isinstance(whole, dict):
        raise UploadError(_DAMAGED)
    if whole.get("type") == "Topology":
        raise UploadError("The file is TopoJSON. Save it as GeoJSON.")
    return whole


def _features(whole: Mapping[str, object]) -> Sequence[Mapping[str, object]]:
    features = [whole] if whole.get("type") == "Feature" else whole.get("features")
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
        raise UploadError("The file holds no features. Send GeoJSON with a feature for each area.")
    if not features:
        raise UploadError(
            "The GeoJSON holds no areas. Add a feature for each area and send it again."
        )
    return features


def _shapes(features: Sequence[Mapping[str, object]]) -> np.ndarray:
    try:
        written = [json.dumps(one.get("geometry") or _NOTHING) for one in features]
        return shapely.from_geojson(written)
    except (shapely.errors.GEOSException, ValueError, RecursionError) as problem:
        raise UploadError(_DAMAGED) from problem


_NOTHING = {"type": "GeometryCollection", "geometries": []}


def _crs(whole: Mapping[str, object]) -> str:
    """What the coordinates are in: longitude and latitude, unless an older file says otherwise."""
    said = whole.get("crs")
    inner = said.get("properties") if isinstance(said, dict) else None
    name = inner.get("name") if isinstance(inner, dict) else None
    if not isinstance(name, str) or _CRS84.fullmatch(name):
        return LONGITUDE_LATITUDE
    if found := _EPSG.fullmatch(name):
        return f"EPSG:{found[1]}"
    raise UploadError(
        "The file’s coordinate system is not one that can be read. "
        "Save it in British National Grid (EPSG:27700) or WGS 84 (EPSG:4326)."
    )
