"""GeoPackages and zipped shapefiles of areas, and our own map files read back."""

import io
import sqlite3
import zipfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from footprint.export.gis import geojson as export_geojson
from footprint.export.gis import geopackage
from footprint.facts.homes import read_homes
from footprint.options.option import begin
from footprint.outlines import reading
from footprint.outlines.packed import has_shapefile
from footprint.outlines.reading import Known
from footprint.papers.paper import Panel, Paper
from footprint.workspace import plans as facts
from footprint.workspace.maps import membership
from tests import paper_samples
from tests.outlines.conftest import Reading, box, frame, given, said
from tests.sampled import sampled
from tests.shared_workspace import WORK

HALVES = {"North": box(0, 10, 20, 20), "South": box(0, 0, 50, 10)}
OTHERS = {"Left": box(0, 0, 20, 20), "Right": box(20, 0, 50, 20)}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of files by name."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return written.getvalue()


@pytest.fixture
def parts(tmp_path: Path) -> dict[str, bytes]:
    """The files of a shapefile."""
    frame(HALVES).to_file(tmp_path / "halves.shp")
    return {path.name: path.read_bytes() for path in tmp_path.iterdir()}


@pytest.fixture
def package(tmp_path: Path) -> bytes:
    """A GeoPackage of two layers of areas, and one of points."""
    file = tmp_path / "areas.gpkg"
    frame(HALVES).to_file(file, layer="halves")
    frame(OTHERS).to_file(file, layer="others")
    frame({"a": box(0, 0, 1, 1).centroid}).to_file(file, layer="towns")
    return file.read_bytes()


def test_a_zipped_shapefile_is_read_wherever_in_the_archive_it_is(
    toy_reading: Reading, parts: dict[str, bytes]
) -> None:
    inside = {f"folder/sub.folder/{name}": content for name, content in parts.items()}
    read = toy_reading(zipped({"__MACOSX/._halves.shp": b"junk", **inside}))
    assert set(given(read).values()) == {"North", "South"}


def test_a_shapefile_without_a_coordinate_system_is_told_what_it_was_taken_for(
    toy_reading: Reading, parts: dict[str, bytes]
) -> None:
    bare = {name: content for name, content in parts.items() if not name.endswith(".prj")}
    read = toy_reading(zipped(bare))
    assert set(given(read).values()) == {"North", "South"}
    assert "were taken for metres of the British National Grid (EPSG:27700)" in said(read)


@pytest.mark.parametrize("left_out", [".dbf", ".shx", ".cpg"])
def test_a_shapefile_without_one_of_its_files_is_read_or_refused(
    toy_reading: Reading, parts: dict[str, bytes], left_out: str
) -> None:
    bare = {name: content for name, content in parts.items() if not name.endswith(left_out)}
    read = toy_reading(zipped(bare))
    assert set(given(read).values()) in ({"North", "South"}, {"Area 1", "Area 2"})


def test_the_layers_of_a_package_are_asked_about_and_each_can_be_chosen(
    toy_reading: Reading, package: bytes
) -> None:
    question = toy_reading(package).question
    assert question
    assert [one.words for one in question.readings] == [
        *("The layer “halves”", "The layer “others”"),
    ]
    assert question.readings[0].rows == (("name",), ("North",), ("South",))
    read = toy_reading(package, question.readings[1].answer)
    assert set(given(read).values()) == {"Left", "Right"}


def _without_bytes(content: bytes, at: float) -> bytes:
    place = int(len(content) * at)
    return content[:place] + b"\xff" * 40 + content[place + 40 :]


@pytest.mark.parametrize("at", [0.05, 0.1, 0.3, 0.5, 0.9])
def test_a_damaged_package_is_refused_or_read_and_never_fails(
    toy_reading: Reading, package: bytes, at: float
) -> None:
    read = toy_reading(_without_bytes(package, at), "layer:halves")
    assert read.option or len(read.problems) == 1


REFUSED = {
    "a database of something else": "The file",
    "an archive that is no shapefile": "The zip file holds no shapefile that can be read",
    "a shapefile that is another format": "The zip file holds no shapefile that can be read",
    "a bomb": "packed more than 100 to 1",
    "a package with a view": "The GeoPackage holds a view, “halves”, which is not read.",
}


@pytest.fixture
def refused(tmp_path: Path, parts: dict[str, bytes], package: bytes) -> dict[str, bytes]:
    database = sqlite3.connect(tmp_path / "other.sqlite")
    database.execute("CREATE TABLE secrets (name TEXT)")
    database.commit()
    database.close()
    (tmp_path / "view.gpkg").write_bytes(package)
    with closing(sqlite3.connect(tmp_path / "view.gpkg")) as seen:
        seen.execute("ALTER TABLE halves RENAME TO kept")
        seen.execute("CREATE VIEW halves AS SELECT * FROM kept")
        seen.commit()
    virtual = b'<OGRVRTDataSource><OGRVRTLayer name="a"/></OGRVRTDataSource>'
    return {
        "a database of something else": (tmp_path / "other.sqlite").read_bytes(),
        "an archive that is no shapefile": zipped({"a.shp": b"\0\0\x27\x0a" + b"\xff" * 300}),
        "a shapefile that is another format": zipped({"a.shp": virtual}),
        "a bomb": zipped({**parts, "halves.dbf": b"\0" * 9_000_000}),
        "a package with a view": (tmp_path / "view.gpkg").read_bytes(),
    }


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_file_of_areas_is_refused_in_one_sentence(
    toy_reading: Reading, refused: dict[str, bytes], name: str
) -> None:
    read = toy_reading(refused[name])
    assert read.option is None
    assert len(read.problems) == 1
    assert REFUSED[name] in read.problems[0].sentence


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(WORK.atlas, WORK.icb_names, read_homes(), WORK.other_names)


def map_of(key: str) -> Paper:
    """The map of one plan, as its paper has it."""
    panel = Panel(membership(WORK, key, "icb-2023"))
    return replace(paper_samples.membership(), panels=(panel,), key=panel.layer)


@pytest.mark.parametrize("key", sampled(WORK.plans, 3))
@pytest.mark.parametrize("write", [export_geojson, geopackage])
def test_our_own_map_of_every_plan_is_that_very_plan_when_it_is_read(
    known: Known, key: str, write: object
) -> None:
    plan = facts.plan(WORK, key, "icb-2023")
    # From a plan that has as few of its footprints as may be.
    begun = begin(facts.plan(WORK, "icb-2023"), "icb-2023")
    read = reading.read(write(map_of(key), WORK.shapes), begun, known)
    assert read.option, [one.sentence for one in read.problems]
    made = read.option.plan
    assert dict(made.assignment) == dict(plan.assignment)
    assert {one.id: one.name for one in made.footprints} == {
        one.id: one.name for one in plan.footprints
    }
    assert not [one for one in read.problems if "is cut" in one.sentence]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("read.me", "areas.shp"), True),
        (("areas.SHP",), True),
        (("areas.dbf",), False),
        (("__MACOSX/areas.shp",), False),
    ],
)
def test_an_archive_has_a_shapefile_where_any_of_its_files_is_one(
    names: tuple[str, ...], found: bool
) -> None:
    assert has_shapefile(zipped(dict.fromkeys(names, b""))) == found
    assert not has_shapefile(b"PK no archive")
