"""Map files: the areas of a paper's maps with their words and figures, for other map programs."""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import mapping

from footprint.content.values import Cell
from footprint.facts.shapes import LONGITUDE_LATITUDE, Shapes, dissolved
from footprint.maps.layer import Area
from footprint.measures.said import Said
from footprint.measures.units import Unit
from footprint.papers.paper import Panel, Paper, file_stem
from footprint.papers.rows import Rows, legend_words
from footprint.parts.codes import Codes

# The blocks' own outlines have four decimals, so rounding to four gives back their very points
# and areas that share an edge still share it.
_DECIMALS = 4
# What a column of figures must not be called: our own columns and those the formats bring.
_TAKEN = ("map", "code", "name", "value", "lines", "legend", "fill", "worked_out_by_share")


_TAKEN += ("id", "fid", "geom", "geometry", *(heading.lower() for heading in Codes.HEADINGS))


def geojson(paper: Paper, shapes: Shapes) -> bytes:
    """Write every area of a paper's maps as GeoJSON after RFC 7946.

    Longitude and latitude (EPSG:4326) with four decimals. Areas of several maps stand in one
    list and say which map they are of. What the paper says as a whole stands beside the list.
    """
    paper = paper.in_full
    tables = _tables(paper, shapes)
    content = {
        "type": "FeatureCollection",
        "name": paper.stem,
        **_about(paper, tables),
        "features": [feature for table in tables for feature in _features(table)],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def geopackage(paper: Paper, shapes: Shapes) -> bytes:
    """Write every area of a paper's maps as a GeoPackage, one layer for each map.

    British National Grid (EPSG:27700), in metres. The same paper gives the same bytes.
    """
    paper = paper.in_full
    tables = _tables(paper, shapes)
    about = {name: _as_text(value) for name, value in _about(paper, tables).items()}
    names = _unique([file_stem(_heading(panel)) for panel in paper.panels])
    with TemporaryDirectory() as folder:
        file = Path(folder) / "map.gpkg"
        for name, panel, table in zip(names, paper.panels, tables, strict=True):
            _add_layer(file, name, panel, table, about)
        _date(file, paper)
        return file.read_bytes()


def _add_layer(
    file: Path, name: str, panel: Panel, table: gpd.GeoDataFrame, about: Mapping[str, str]
) -> None:
    table.drop(columns="map", errors="ignore").to_file(
        file,
        layer=name,
        driver="GPKG",
        engine="pyogrio",
        mode="a" if file.exists() else "w",
        geometry_type="MultiPolygon",
        promote_to_multi=True,
        dataset_metadata=about,
        layer_metadata={"title": panel.layer.title, "summary": panel.layer.summary},
        layer_options={
            "IDENTIFIER": f"{_heading(panel)} ({name})",
            "DESCRIPTION": f"{panel.layer.summary} {panel.layer.attribution}",
        },
    )


def _date(file: Path, paper: Paper) -> None:
    """Put the paper's day where the format keeps the moment of writing."""
    moment = f"{paper.day:%Y-%m-%d}T00:00:00.000Z"
    with closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE gpkg_contents SET last_change = ?", (moment,))
        database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (moment,))
        database.commit()
        database.execute("VACUUM")


def _heading(panel: Panel) -> str:
    return panel.heading or panel.layer.title


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _about(paper: Paper, tables: list[gpd.GeoDataFrame]) -> dict[str, object]:
    return {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "summary": paper.summary,
        "date": paper.day.isoformat(),
        "legend": paper.key.legend_title,
        "units": {
            name: figures.unit.name
            for name, figures in _figures(paper).items()
            if name in tables[0]
        },
        "notes": list(paper.every_note),
        "sources": list(paper.sources),
        "data_version": paper.data_version,
        "licence": paper.key.attribution,
        "link": paper.link,
    }


def _tables(paper: Paper, shapes: Shapes) -> list[gpd.GeoDataFrame]:
    """Each map's areas on the National Grid, without the figures that no area has."""
    rows, figures = Rows.of(paper), list(_figures(paper))
    codes = paper.codes or ((),) * len(paper.panels)
    tables = [
        _table(panel, paper, shapes, rows, {one.id: one for one in known})
        for panel, known in zip(paper.panels, codes, strict=True)
    ]
    empty = [name for name in figures if all(table[name].isna().all() for table in tables)]
    words = (*(f"{name}: note" for name in figures), *_words(paper), *Codes.HEADINGS)
    empty += [name for name in words if not any(table[name].any() for table in tables)]
    return [table.drop(columns=empty) for table in tables]


def _table(
    panel: Panel, paper: Paper, shapes: Shapes, rows: Rows, codes: Mapping[str, Codes]
) -> gpd.GeoDataFrame:
    areas = panel.layer.areas
    held = pd.Series(panel.layer.area_of_block, index=shapes.blocks.index)
    about = set(held.iloc[list(paper.scope)] if paper.scope else held)
    land = dissolved(shapes, held[[place in about and bool(areas[place].id) for place in held]])
    lines = rows.about(panel)
    drawn = [areas[int(place)] for place in land.index]
    content = [
        _row(panel, area, paper, lines.get(area.name))
        | codes.get(area.id, Codes(area.id, area.name)).shown
        for area in drawn
    ]
    table = gpd.GeoDataFrame(content, geometry=list(land), crs=land.crs)
    return table.astype(dict.fromkeys(_figures(paper), float))


def _row(panel: Panel, area: Area, paper: Paper, line: int | None) -> dict[str, object]:
    several = {"map": _heading(panel)} if len(paper.panels) > 1 else {}
    figures = _figures(paper)
    cells = {
        name: "" if line is None else paper.table.rows[line][one.place]
        for name, one in figures.items()
    }
    shared = [
        name
        for name, one in figures.items()
        if (line, one.place) in paper.table.estimated or _said(cells[name], "estimated")
    ]
    return {
        **several,
        "code": area.id,
        "name": area.name,
        "value": area.value,
        "lines": "; ".join(area.tooltip),
        "legend": legend_words(area, paper.key.legend),
        "fill": area.fill,
        **{name: _number(one.unit, cells[name]) for name, one in figures.items()},
        **{f"{name}: note": "; ".join(_said(cells[name], "notes") or ()) for name in figures},
        **{
            name: "" if line is None else str(paper.table.rows[line][place])
            for name, place in _words(paper).items()
        },
        "worked_out_by_share": "; ".join(shared),
    }


def _number(unit: Unit, cell: Cell) -> float | None:
    """A figure in the unit and with the digits it is shown in."""
    if isinstance(cell, Said):
        return cell.number
    if not isinstance(cell, (int, float)):
        return None
    return None if math.isnan(cell) else unit.rounded(cell)


def _said(cell: Cell, about: str) -> object:
    """What is said about a figure that is told in its own unit, nothing of any other."""
    return getattr(cell, about) if isinstance(cell, Said) else None


@dataclass(frozen=True)
class _Figures:
    """A column of figures in one unit: its place in the table."""

    place: int
    unit: Unit


def _figures(paper: Paper) -> dict[str, _Figures]:
    """The table's columns of figures, under names no other column of the file has."""
    found: list[tuple[str, _Figures]] = []
    for place, column in enumerate(paper.table.columns):
        cells = (row[place] for row in paper.table.rows)
        units = {cell.said_in.name: cell.said_in for cell in cells if isinstance(cell, Said)}
        units = {column.unit.name: column.unit} if column.unit else units
        if len(units) == 1:
            found.append((column.heading, _Figures(place, *units.values())))
    names = _unique([heading for heading, _ in found], _TAKEN)
    return dict(zip(names, (figures for _, figures in found), strict=True))


def _words(paper: Paper) -> dict[str, int]:
    """The table's columns of words that tell figures, under names of their own: where they are."""
    taken = {one.place for one in _figures(paper).values()}
    headings = {panel.heading for panel in paper.panels}
    told = {}
    for place, column in enumerate(paper.table.columns[1:], start=1):
        cells = [str(row[place]) for row in paper.table.rows]
        if place not in taken and not headings & {*cells} and re.search(r"\d", "".join(cells)):
            told[place] = column.heading
    names = _unique(told.values(), (*_TAKEN, *(name.lower() for name in _figures(paper))))
    return dict(zip(names, told, strict=True))


def _unique(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Make names differ even for a program that takes capitals and small letters for the same."""
    found: list[str] = []
    used = set(taken)
    for name in names:
        tried = chain([name], (f"{name} {number}" for number in count(2)))
        found.append(next(one for one in tried if one.lower() not in used))
        used.add(found[-1].lower())
    return found


def _features(table: gpd.GeoDataFrame) -> Iterator[dict[str, object]]:
    placed = table.geometry.to_crs(LONGITUDE_LATITUDE).to_numpy()
    # Adding nought turns the minus nought of the Greenwich meridian into nought.
    rounded = shapely.transform(placed, lambda points: points.round(_DECIMALS) + 0.0)
    rows = table.drop(columns="geometry").to_dict("records")
    for row, shape in zip(rows, shapely.orient_polygons(rounded), strict=True):
        yield {
            "type": "Feature",
            "id": f"{row['map']}: {row['code']}" if "map" in row else row["code"],
            "properties": {name: _plain(value) for name, value in row.items()},
            "geometry": mapping(shape),
        }


def _plain(value: object) -> object:
    if not isinstance(value, float):
        return value
    if pd.isna(value):
        return None
    return int(value) if value.is_integer() else value
