"""The areas of a map as files for other map programs, read back by one of them."""

from __future__ import annotations

import io
import json
import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely

from footprint.content.values import Column, Table
from footprint.export.gis import geojson, geopackage
from footprint.facts.shapes import NATIONAL_GRID, Shapes
from footprint.maps.layer import ATTRIBUTION
from footprint.maps.marks import Mark
from footprint.pages.catalogue import BY_ADDRESS
from footprint.papers import contents
from footprint.papers.paper import Paper
from footprint.papers.rows import legend_words
from footprint.papers.sheets import picture_of
from footprint.papers.typed_tables import typed, typed_of
from footprint.parts.codes import Codes
from footprint.view import View
from footprint.workspace.authorities import authority_layer
from tests import paper_samples
from tests.shared_workspace import WORK

SAMPLES = paper_samples.SAMPLES


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return WORK.shapes


@pytest.fixture(params=list(SAMPLES))
def paper(request: pytest.FixtureRequest) -> Paper:
    return SAMPLES[request.param]()


def frames(paper: Paper, shapes: Shapes, folder: Path) -> list[gpd.GeoDataFrame]:
    """Every layer of the GeoPackage, as another program reads it."""
    file = folder / "map.gpkg"
    file.write_bytes(geopackage(paper, shapes))
    return [gpd.read_file(file, layer=name) for name, _ in pyogrio.list_layers(file)]


def about(paper: Paper) -> list[set[int]]:
    """The places of the areas with a code that have land in what each map is about."""
    blocks = paper.scope or range(len(paper.key.area_of_block))
    return [
        {panel.layer.area_of_block[block] for block in blocks}
        & {place for place, area in enumerate(panel.layer.areas) if area.id}
        for panel in paper.panels
    ]


def drawn(paper: Paper) -> list[int]:
    """How many areas each map is about."""
    return [len(places) for places in about(paper)]


def test_geojson_holds_every_area_once_and_fits_together(paper: Paper, shapes: Shapes) -> None:
    read = gpd.read_file(io.BytesIO(geojson(paper, shapes)))
    assert len(read) == sum(drawn(paper))
    assert read.geometry.is_valid.all()
    for _, one in read.groupby("map") if "map" in read else [("", read)]:
        assert shapely.coverage_is_valid(one.geometry.to_numpy())


def test_geojson_has_the_very_points_of_the_blocks(shapes: Shapes) -> None:
    read = json.loads(geojson(paper_samples.membership(), shapes))
    points = {
        point
        for feature in read["features"]
        for polygon in _polygons(feature["geometry"])
        for ring in polygon
        for point in map(tuple, ring)
    }
    blocks = {tuple(point) for point in shapely.get_coordinates(list(shapes.blocks)).round(4)}
    assert points <= blocks


def test_outer_rings_run_against_the_clock_and_holes_with_it(paper: Paper, shapes: Shapes) -> None:
    for feature in json.loads(geojson(paper, shapes))["features"]:
        for outer, *holes in _polygons(feature["geometry"]):
            assert shapely.is_ccw(shapely.LinearRing(outer))
            assert not any(shapely.is_ccw(shapely.LinearRing(hole)) for hole in holes)


def _polygons(geometry: dict) -> list:
    whole = geometry["coordinates"]
    return [whole] if geometry["type"] == "Polygon" else whole


def test_the_geopackage_has_a_layer_for_each_map_in_metres(
    paper: Paper, shapes: Shapes, tmp_path: Path
) -> None:
    layers = frames(paper, shapes, tmp_path)
    assert [len(layer) for layer in layers] == drawn(paper)
    for layer in layers:
        assert layer.crs == NATIONAL_GRID
        assert layer.geometry.is_valid.all()
        assert shapely.coverage_is_valid(layer.geometry.to_numpy())
        assert set(layer.geom_type) == {"MultiPolygon"}


@pytest.mark.parametrize("sample", ["membership", "envelope", "one_icb", "east"])
def test_the_areas_add_up_to_what_the_map_is_about(
    sample: str, shapes: Shapes, tmp_path: Path
) -> None:
    paper = SAMPLES[sample]()
    layers = frames(paper, shapes, tmp_path)
    for panel, places, layer in zip(paper.panels, about(paper), layers, strict=True):
        mine = [place in places for place in panel.layer.area_of_block]
        assert layer.area.sum() == pytest.approx(shapes.grid[mine].area.sum(), rel=1e-9)
        assert all(mine) == (not paper.scope)
    assert 130_000e6 < shapes.grid.area.sum() < 135_000e6


def test_the_same_paper_gives_the_same_bytes(paper: Paper, shapes: Shapes) -> None:
    assert geojson(paper, shapes) == geojson(paper, shapes)
    first = geopackage(paper, shapes)
    assert first == geopackage(paper, shapes)
    assert first != geopackage(replace(paper, day=paper.day.replace(day=1)), shapes)


def test_an_area_says_what_the_map_says_of_it(paper: Paper, shapes: Shapes) -> None:
    read = json.loads(geojson(paper, shapes))
    areas = {
        (panel.heading or panel.layer.title, area.id): area
        for panel in paper.panels
        for area in panel.layer.areas
    }
    for feature in read["features"]:
        said = feature["properties"]
        area = areas[said.get("map", paper.panels[0].layer.title), said["code"]]
        assert said["name"] == area.name
        assert said["value"] == area.value
        assert said["lines"] == "; ".join(area.tooltip)
        assert said["fill"] == area.fill
        assert said["legend"] in {row.words for row in paper.key.legend}


def test_each_area_of_a_choropleth_has_the_class_its_colour_has_in_the_legend() -> None:
    layer = paper_samples.envelope().key
    words = [legend_words(area, layer.legend) for area in layer.areas]
    assert {row.words: words.count(row.words) for row in layer.legend} == {
        row.words: row.count for row in layer.legend
    }


def test_clusters_are_known_by_their_mark() -> None:
    layer = paper_samples.membership().key
    for area in layer.areas:
        assert legend_words(area, layer.legend).startswith("Cluster") == (
            Mark.STILL_IN_FORCE in area.marks
        )


def test_figures_are_numbers_as_they_are_shown_and_estimates_are_named(shapes: Shapes) -> None:
    paper = paper_samples.envelope()
    money, score = (column.heading for column in paper.table.columns[1:])
    read = gpd.read_file(io.BytesIO(geojson(paper, shapes))).set_index("name")
    for line, (name, pounds, deprived) in enumerate(paper.table.rows):
        assert read.loc[name, money] == pytest.approx(round(pounds / 1e6, 1))
        assert read.loc[name, score] == pytest.approx(round(deprived, 1))
        estimated = money if (line, 1) in paper.table.estimated else ""
        assert read.loc[name, "worked_out_by_share"] == estimated
    assert json.loads(geojson(paper, shapes))["units"] == {money: "£ million", score: "score"}


def money(**asked: object) -> Paper:
    page = BY_ADDRESS["Money"]
    picture = picture_of(WORK, page, View(**asked))
    return contents.paper(WORK, picture, contents.WHOLE, link="", day=date(2026, 12, 3))


def test_figures_under_a_typed_cap_are_those_of_the_table_marked_as_yours(
    shapes: Shapes, tmp_path: Path
) -> None:
    paper = money(plan="merged-2026-04", cap=20.0)
    table = {one.heading: one for one in typed(paper.table)}
    envelope = "Envelope (yours): £20.00 × weighted population"
    figures = dict(
        zip(table["Footprint"].cells, table[f"{envelope} (£ million)"].cells, strict=True)
    )
    read = json.loads(geojson(paper, shapes))
    assert read["units"][envelope] == "£ million"
    said = {one["properties"]["name"]: one["properties"] for one in read["features"]}
    assert {name: one[envelope] for name, one in said.items()} == {
        name: figures[name] for name in said
    }
    assert envelope in said["Thames Valley"]["worked_out_by_share"]
    # What a table tells of targets in words is carried as words.
    to_come = "Published target for 2026/27"
    words = dict(zip(table["Footprint"].cells, table[to_come].cells, strict=True))
    assert {name: one[to_come] for name, one in said.items()} == {
        name: words[name] for name in said
    }
    (layer,) = frames(paper, shapes, tmp_path)
    assert dict(zip(layer["name"], layer[envelope], strict=True)) == {
        name: figures[name] for name in said
    }


def test_a_typed_cost_is_in_the_file_marked_as_yours(shapes: Shapes) -> None:
    paper = money(plan="icb-2023", measure="published_cost", baseline="QJK:30")
    (devon,) = (
        one["properties"]
        for one in json.loads(geojson(paper, shapes))["features"]
        if one["properties"]["code"] == "QJK"
    )
    cost = "Cost before the cut, yours or published, £ million"
    assert (devon[cost], devon[f"{cost}: note"]) == (30, "yours")


def test_whole_numbers_are_written_whole(shapes: Shapes) -> None:
    read = json.loads(geojson(paper_samples.membership(), shapes))
    assert isinstance(read["features"][0]["properties"]["Residents"], int)


def test_a_figure_nobody_published_is_null_and_a_column_of_none_is_left_out(
    shapes: Shapes,
) -> None:
    paper = paper_samples.envelope()
    (name, _, score), *rows = paper.table.rows
    paper = replace(paper, table=replace(paper.table, rows=((name, None, score), *rows)))
    read = json.loads(geojson(paper, shapes))
    said = {one["properties"]["name"]: one["properties"] for one in read["features"]}
    assert said[name][paper.table.columns[1].heading] is None
    empty = replace(paper.table, rows=tuple((one[0], None, float("nan")) for one in rows))
    read = json.loads(geojson(replace(paper, table=empty), shapes))
    assert read["units"] == {}


def test_an_authority_never_gets_the_figures_of_a_footprint_of_its_name(shapes: Shapes) -> None:
    paper = paper_samples.authorities()
    names = {area.name for area in paper.key.areas}
    assert any(row[0] in names for row in paper.table.rows)
    read = json.loads(geojson(paper, shapes))
    assert all("Residents" not in one["properties"] for one in read["features"])


def test_every_authority_has_the_number_of_its_footprints_whole_ones_too(shapes: Shapes) -> None:
    picture = picture_of(WORK, BY_ADDRESS["Local_authorities"], View(plan="icb-2023"))
    paper = contents.paper(WORK, picture, "", link="", day=date(2026, 12, 3))
    read = json.loads(geojson(paper, shapes))["features"]
    said = (one["properties"] for one in read)
    counted = Counter((one["Footprints"], one["legend"]) for one in said)
    assert counted == {(1, "One"): 284, (2, "Two: split"): 11, (3, "Three or more: split"): 1}
    (column,) = (one for one in typed_of(paper) if one.heading == "Footprints")
    assert Counter(column.cells) == {1: 284, 2: 11, 3: 1}
    # On paper there are only those that the sentence is about.
    assert len(paper.table.rows) == 12


def test_a_name_with_different_land_on_two_maps_gets_no_figures(shapes: Shapes) -> None:
    paper = paper_samples.east()
    read = gpd.read_file(io.BytesIO(geojson(paper, shapes)))
    told = read[read["Residents"].notna()]
    for _, same in told.groupby("name"):
        assert len({round(shape.area, 9) for shape in same.geometry}) == 1
    essex = read[read["name"] == "Essex"]
    assert list(essex["map"]) == ["East of England model A", "East of England model C (chosen)"]
    assert essex["Residents"].notna().all()


def test_a_name_that_changes_its_land_from_map_to_map_gets_no_figures(shapes: Shapes) -> None:
    paper = paper_samples.east()
    first, second, third = paper.panels
    areas = tuple(
        replace(area, name="Essex") if area.name == "Essex and Hertfordshire" else area
        for area in second.layer.areas
    )
    changed = replace(second, layer=replace(second.layer, areas=areas))
    paper = replace(paper, panels=(first, changed, third))
    read = gpd.read_file(io.BytesIO(geojson(paper, shapes)))
    assert len(read[read["name"] == "Essex"]) == 3
    assert read[read["name"] == "Essex"]["Residents"].isna().all()


def test_a_row_that_names_its_map_is_of_that_map_alone(shapes: Shapes) -> None:
    paper = paper_samples.east()
    rows = tuple(
        ("Norfolk and Suffolk", panel.heading, 1_000.0 * number)
        for number, panel in enumerate(paper.panels)
    )
    columns = (Column("Footprint"), Column("Map"), paper.table.columns[1])
    read = gpd.read_file(
        io.BytesIO(geojson(replace(paper, table=Table("Both", columns, rows)), shapes))
    )
    found = read[read["name"] == "Norfolk and Suffolk"].set_index("map")["Residents"].to_dict()
    assert found == {"East of England model B": 1_000, "East of England model C (chosen)": 2_000}


def test_an_area_carries_official_codes_and_what_it_is_made_of(shapes: Shapes) -> None:
    thames = Codes("tv", "Thames Valley", "QU9; S0E4D", "E54000044", "Frimley", "", "Thames")
    paper = paper_samples.membership()
    name = next(area.name for area in paper.key.areas if area.id == paper.key.areas[0].id)
    paper = replace(paper, codes=((replace(thames, id=paper.key.areas[0].id),),))
    read = gpd.read_file(io.BytesIO(geojson(paper, shapes))).set_index("name")
    said = [read.loc[name, heading] for heading in ("ICB code (ODS)", "ONS code")]
    assert said == ["QU9; S0E4D", "E54000044"]
    assert "Statutory bodies" not in read


def test_the_area_of_nobody_is_left_out(shapes: Shapes) -> None:
    layer = authority_layer(WORK, paper_samples.AGREED, "icb-2023", "sa", 0.01)
    paper = replace(
        paper_samples.authorities(),
        panels=(replace(paper_samples.authorities().panels[0], layer=layer),),
        key=layer,
    )
    assert not layer.areas[-1].id
    codes = [one["id"] for one in json.loads(geojson(paper, shapes))["features"]]
    assert "" not in codes
    assert len(codes) == len(layer.areas) - 1


def test_what_a_paper_says_as_a_whole_stands_in_both_files(
    paper: Paper, shapes: Shapes, tmp_path: Path
) -> None:
    read = json.loads(geojson(paper, shapes))
    assert read["title"] == paper.title
    assert read["date"] == "2026-11-22"
    assert read["licence"] == ATTRIBUTION
    assert read["link"] == paper.link
    assert read["sources"] == list(paper.sources)
    file = tmp_path / "map.gpkg"
    file.write_bytes(geopackage(paper, shapes))
    about = pyogrio.read_info(file, layer=0)["dataset_metadata"]
    assert about["title"] == paper.title
    assert about["licence"] == ATTRIBUTION
    assert json.loads(about["sources"]) == list(paper.sources)


def test_the_geopackage_is_a_sound_database_dated_by_the_paper(
    paper: Paper, shapes: Shapes, tmp_path: Path
) -> None:
    file = tmp_path / "map.gpkg"
    file.write_bytes(geopackage(paper, shapes))
    assert file.read_bytes()[68:72] == b"GPKG"
    database = sqlite3.connect(file)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    contents = pd.read_sql("SELECT * FROM gpkg_contents", database)
    database.close()
    assert set(contents["last_change"]) == {"2026-11-22T00:00:00.000Z"}
    assert contents["description"].str.contains(ATTRIBUTION, regex=False).all()
    assert contents["srs_id"].eq(27700).all()
    assert len(contents) == len(paper.panels)


def test_a_column_that_takes_a_name_of_ours_is_called_something_else(
    shapes: Shapes, tmp_path: Path
) -> None:
    paper = paper_samples.membership()
    first, unit = paper.table.columns[0], paper.table.columns[1].unit
    columns = (first, Column("Fill", unit), Column("fill", unit))
    paper = replace(paper, table=replace(paper.table, columns=columns))
    said = json.loads(geojson(paper, shapes))["features"][0]["properties"]
    assert said["fill"].startswith("#")
    assert [name for name in said if name.lower().startswith("fill")] == [
        "fill",
        "Fill 2",
        "fill 3",
    ]
    assert len(frames(paper, shapes, tmp_path)[0]) == 26
