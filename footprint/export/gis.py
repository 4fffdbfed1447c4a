"""Map files: the areas of a paper's maps with their words and figures, for other map programs."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import mapping

from footprint.content.values import Column
from footprint.facts.shapes import LONGITUDE_LATITUDE, Shapes, dissolved
from footprint.maps.layer import Area
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
            name: column.unit.name for name, column in _figures(paper).items() if name in tables[0]
        },
        "notes": list(paper.notes),
        "sources": list(paper.sources),
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
    empty += [name for name in Codes.HEADINGS if not any(table[name].any() for table in tables)]
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
    figures = [
        (name, column, None if line is None else paper.table.rows[line][place], (line, place))
        for place, (name, column) in zip(_places(paper), _figures(paper).items(), strict=True)
    ]
    shared = [name for name, *_, at in figures if at in paper.table.estimated]
    return {
        **several,
        "code": area.id,
        "name": area.name,
        "value": area.value,
        "lines": "; ".join(area.tooltip),
        "legend": legend_words(area, paper.key.legend),
        "fill": area.fill,
        **{name: _number(column, cell) for name, column, cell, _ in figures},
        "worked_out_by_share": "; ".join(shared),
    }


def _number(column: Column, cell: object) -> float | None:
    """A figure in the unit and with the digits it is shown in."""
    if not isinstance(cell, (int, float)):
        return None
    return None if math.isnan(cell) else column.unit.rounded(cell)


def _places(paper: Paper) -> list[int]:
    return [place for place, column in enumerate(paper.table.columns) if column.unit]


def _figures(paper: Paper) -> dict[str, Column]:
    """The table's columns of figures, under names no other column of the file has."""
    columns = [paper.table.columns[place] for place in _places(paper)]
    names = _unique([column.heading for column in columns], _TAKEN)
    return dict(zip(names, columns, strict=True))


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
