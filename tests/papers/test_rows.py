"""Rows of papers: which row of a table tells of which area of a map."""

from __future__ import annotations

from dataclasses import replace

from footprint.content.values import Column, Table
from footprint.measures.units import PEOPLE
from footprint.papers.paper import Paper
from footprint.papers.rows import Rows
from tests import paper_samples

MODELS = ["East of England model A", "East of England model B", "East of England model C (chosen)"]


def paper(columns: tuple[Column, ...], *rows: tuple) -> Paper:
    return replace(paper_samples.east(), table=Table("Some", columns, rows))


def test_a_row_without_a_map_tells_of_every_map_where_the_name_means_the_same_land() -> None:
    columns = (Column("Footprint"), Column("Residents", PEOPLE))
    east = paper(columns, ("Norfolk and Suffolk", 1.0), ("Essex", 2.0))
    found = Rows.of(east)
    assert found.line_of == {("", "Norfolk and Suffolk"): 0, ("", "Essex"): 1}
    assert [found.about(panel)["Norfolk and Suffolk"] for panel in east.panels[1:]] == [0, 0]
    assert {"Norfolk and Suffolk", "Essex"} & found.unclear == set()


def test_a_row_that_names_a_map_tells_of_that_map_alone() -> None:
    columns = (Column("Footprint"), Column("Map"), Column("Residents", PEOPLE))
    east = paper(columns, ("Essex", MODELS[0], 1.0), ("Essex", MODELS[2], 3.0))
    found = Rows.of(east)
    assert found.line_of == {(MODELS[0], "Essex"): 0, (MODELS[2], "Essex"): 1}
    assert [found.about(panel).get("Essex") for panel in east.panels] == [0, None, 1]


def test_rows_that_cannot_be_told_apart_tell_of_nothing() -> None:
    columns = (Column("Footprint"), Column("Residents", PEOPLE))
    found = Rows.of(paper(columns, ("Essex", 1.0), ("Essex", 2.0), ("Norfolk and Suffolk", 3.0)))
    assert found.line_of == {("", "Norfolk and Suffolk"): 2}


def test_a_table_of_which_under_half_are_areas_of_the_map_is_of_other_areas() -> None:
    columns = (Column("Footprint"), Column("Residents", PEOPLE))
    names = ("Norfolk and Suffolk", "Nowhere")
    half = paper(columns, *((name, 1.0) for name in names))
    assert "Norfolk and Suffolk" in Rows.of(half).about(half.panels[1])
    less = paper(columns, *((name, 1.0) for name in (*names, "Neverland")))
    assert Rows.of(less).about(less.panels[1]) == {}


def test_a_name_that_is_other_land_on_another_map_has_no_row() -> None:
    columns = (Column("Footprint"), Column("Residents", PEOPLE))
    east = paper(columns, ("Norfolk and Suffolk", 1.0), ("Essex", 2.0))
    first, second, third = east.panels
    areas = list(second.layer.areas)
    place = next(n for n, area in enumerate(areas) if area.name == "Essex and Hertfordshire")
    areas[place] = replace(areas[place], name="Essex")
    changed = replace(second, layer=replace(second.layer, areas=tuple(areas)))
    east = replace(east, panels=(first, changed, third))
    found = Rows.of(east)
    assert "Essex" in found.unclear
    assert "Essex" not in found.about(first)
