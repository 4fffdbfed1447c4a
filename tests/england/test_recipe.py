"""The recipe: the same bytes again, clear refusals, and paging through a service."""

import io
import json
import shutil
import tarfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo import download, plan_files, prepare, shapes, strategic, tables, trusts, water
from geo.citations import citation
from geo.codes import resolver
from geo.inputs import InputError, Inputs, listed
from geo.joins import JoinError, check_codes, join_exactly
from geo.money import split_unit
from geo.prepare import by_hand_in, whole_blocks
from geo.remarks import sentences
from geo.updates import quoted

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT.parent / "shared" / "sources"

needs_sources = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="the official files are not beside the repository"
)

SMALL_INPUT = "county_lookup"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good input."""
    path = listed()[SMALL_INPUT].path
    (tmp_path / path).parent.mkdir(parents=True)
    shutil.copyfile(SOURCES / path, tmp_path / path)
    (tmp_path / path).chmod(0o644)
    return tmp_path


@dataclass(frozen=True)
class Made:
    """What one run of the recipe made: its files, and the blocks before simplification."""

    folder: Path
    blocks: gpd.GeoSeries


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The recipe, run once from its command line."""
    folder, blocks = tmp_path_factory.mktemp("made"), []

    def kept(*given: object) -> gpd.GeoSeries:
        blocks.append(whole_blocks(*given))
        return blocks[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prepare, "whole_blocks", kept)
        assert prepare.main(["--from", str(SOURCES), "--to", str(folder)]) == 0
    (whole,) = blocks
    return Made(folder, whole)


@needs_sources
def test_the_recipe_makes_the_committed_files_byte_for_byte(made: Made) -> None:
    paths = sorted(p.relative_to(made.folder) for p in made.folder.rglob("*") if p.is_file())
    assert len(paths) > 25
    for path in paths:
        assert (made.folder / path).read_bytes() == (ROOT / path).read_bytes(), path


@needs_sources
def test_sixteen_plans_are_made_from_the_official_files() -> None:
    made = plan_files.rules(Inputs(SOURCES))
    assert len(made) == 16
    assert all((ROOT / "data" / "plans" / f"{key}.csv").is_file() for key in made)


def test_a_plan_that_no_official_file_makes_is_carried_over(tmp_path: Path) -> None:
    (tmp_path / "data" / "plans").mkdir(parents=True)
    for key in ("mine", "official"):
        (tmp_path / "data" / "plans" / f"{key}.csv").write_text("icb\n", encoding="utf-8")
    carried = by_hand_in(tmp_path, {"official"})
    assert "data/plans/mine.csv" in carried
    assert "data/plans/official.csv" not in carried


@needs_sources
def test_districts_keep_the_residents_ons_gives_them() -> None:
    official = tables.district_residents(Inputs(SOURCES))
    blocks = pd.read_csv(ROOT / "data" / "blocks.csv")
    ours = blocks.groupby("lad")["residents_2024"].sum()
    pd.testing.assert_series_equal(ours, official.sort_index(), check_names=False)


@needs_sources
def test_borders_give_the_perimeter_of_an_icb_drawn_from_its_small_areas(made: Made) -> None:
    blocks = pd.read_csv(ROOT / "data" / "blocks.csv", index_col="block")
    borders = pd.read_csv(ROOT / "data" / "borders.csv")
    for icb in ("QHM", "QNQ", "QRL", "QMJ", "QJG", "QT6"):
        members = set(blocks.index[blocks["icb"] == icb])
        inside = borders["block_a"].isin(members) & borders["block_b"].isin(members)
        ours = blocks.loc[sorted(members), "perimeter_km"].sum()
        ours -= 2 * borders.loc[inside, "length_km"].sum()
        whole = shapely.coverage_union_all(made.blocks[made.blocks.index.isin(members)])
        assert ours == pytest.approx(whole.length / 1e3, abs=0.002), icb


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ("decision PAUSED 7 September 2026, not expressly withdrawn", "paused on 7 September 2026"),
        ("decision reported WITHDRAWN 7 September 2026", "paused on 7 September 2026"),
        ("going ahead; not affected by the pause", "going ahead; not affected by the pause"),
        ("unknown; programme paused", "unknown; programme paused"),
    ],
)
def test_however_a_pause_is_put_the_decision_is_called_paused(said: str, standing: str) -> None:
    assert plan_files._standing(said) == standing


def test_a_citation_keeps_the_addresses_that_can_be_opened_and_no_nameless_publisher() -> None:
    assert citation("Table", "unnamed public repository", "2026-09-15", "file 12") == (
        "Table (a public code repository, 2026-09-15)"
    )
    assert citation("Paper", "A council", "2026", "https://a.example/1; p.2") == (
        "Paper (A council, 2026) https://a.example/1"
    )


def test_a_site_that_could_stand_in_two_blocks_is_refused() -> None:
    blocks = pd.DataFrame({"block": ["A-1", "A-2", "B-1"], "lad": ["A", "A", "B"]})
    directory = pd.DataFrame({"provider": ["T"], "lad": ["A"], "block": ["A-2"]})
    assert trusts._block_of("T", "B", directory, blocks) == "B-1"
    assert trusts._block_of("T", "A", directory, blocks) == "A-2"
    with pytest.raises(JoinError, match="The site of U in A could stand in 0 blocks"):
        trusts._block_of("U", "A", directory, blocks)


def test_two_lists_that_give_a_strategic_authority_different_members_are_refused() -> None:
    now = pd.DataFrame({"strategic_authority": ["S"], "member_lads": ["A;B"]})
    before = pd.DataFrame({"member_lads": ["B;A"]}, index=["S"])
    strategic._check_members(now, before)
    with pytest.raises(JoinError, match="S different members"):
        strategic._check_members(now.assign(member_lads="A"), before)


def test_a_missing_input_is_named_with_the_place_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert prepare.main(["--from", str(tmp_path), "--to", str(tmp_path)]) == 1
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert "lsoa21_master_lookup_derived.csv.gz is missing" in said
    assert "by hand from Office for National Statistics" in said
    assert "Traceback" not in said


@needs_sources
def test_a_truncated_input_is_refused_with_both_sizes(folder: Path) -> None:
    path = folder / listed()[SMALL_INPUT].path
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(InputError, match=r"truncated.*1,000 bytes where 16,233 were expected"):
        Inputs(folder).table(SMALL_INPUT)


@needs_sources
def test_an_altered_input_of_the_same_size_is_refused_by_checksum(folder: Path) -> None:
    path = folder / listed()[SMALL_INPUT].path
    path.write_bytes(path.read_bytes().replace(b"Hartlepool", b"Hartlepoor"))
    with pytest.raises(InputError, match=r"another edition: its sha256 begins"):
        Inputs(folder).table(SMALL_INPUT)


@needs_sources
def test_a_fetched_input_with_other_rows_or_columns_is_refused(folder: Path) -> None:
    path = folder / listed()[SMALL_INPUT].path
    table = pd.read_csv(path, encoding="utf-8-sig")
    inputs = Inputs(folder, frozenset({SMALL_INPUT}))
    table.iloc[:-1].to_csv(path, index=False)
    with pytest.raises(InputError, match=r"317 rows where 318 were expected"):
        inputs.table(SMALL_INPUT)
    table.drop(columns="UTLA23NM").to_csv(path, index=False)
    with pytest.raises(InputError, match=r"has no column UTLA23NM"):
        inputs.table(SMALL_INPUT)


def test_an_archive_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / listed()["small_area_shapes"].path
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xfd7zXZ\x00 not an archive")
    inputs = Inputs(tmp_path, frozenset({"small_area_shapes"}))
    with pytest.raises(InputError, match="not a complete archive"):
        list(inputs.features("small_area_shapes"))


def test_a_join_names_the_codes_that_fail() -> None:
    left, right = pd.DataFrame({"lad": ["A", "B"]}), pd.DataFrame({"lad": ["A", "C"]})
    with pytest.raises(JoinError, match=r"B not expected, C missing"):
        join_exactly(left, right, on="lad", what="a test")
    with pytest.raises(JoinError, match=r"A, B, C, D, E and 1 more not expected"):
        check_codes("ABCDEF", [], what="a test")


def test_people_are_apportioned_whole_and_to_the_last_one() -> None:
    table = pd.DataFrame({"lad": ["X", "X", "X", "Y"], "residents_2022": [1, 1, 1, 5]})
    apportioned = tables.apportion(pd.Series({"X": 11, "Y": 7}), table)
    assert apportioned.tolist() == [4, 4, 3, 7]


def test_a_unit_is_told_apart_from_what_qualifies_it() -> None:
    assert split_unit("people (around)") == ("people", "around")
    assert split_unit("GBP per (weighted) head") == ("GBP per head", "")
    assert split_unit("GBP per weighted head") == ("GBP per weighted head", "")
    assert split_unit("GBP million per year") == ("GBP million", "per year")


@needs_sources
@pytest.mark.parametrize(
    ("codes", "year", "ours"),
    [
        ("QF7", "2026/27", "QF7"),
        ("Z9B2Z", "2025/26", "E54000071"),
        ("QRL", "2025/26", "QRL"),
        ("QRL", "2026/27", "E54000067"),
        ("QNX+QXU", "2025/26", "QNX+QXU"),
        ("DLN", "2026/27", "QJ2+QJM+QT1"),
        ("NEY region", "2025/26", "North East and Yorkshire"),
        ("ENG", "2025/26", "ENG"),
    ],
)
def test_a_code_means_the_body_it_had_in_its_year(codes: str, year: str, ours: str) -> None:
    assert resolver(Inputs(SOURCES))(codes, year) == ours


@needs_sources
def test_a_code_of_no_body_is_refused() -> None:
    with pytest.raises(JoinError, match="the figure for QF7.QZZ: QZZ not expected"):
        resolver(Inputs(SOURCES))("QF7+QZZ", "2026/27")


def test_a_quotation_holds_no_mark_that_would_end_it() -> None:
    assert quoted('"all of it"') == '"all of it"'
    assert quoted('"some", planned; "more"') == '"“some”, planned; “more”"'
    assert quoted("none") == '"none"'
    assert quoted("") == ""


def test_rounding_leaves_no_gap_where_edges_run_close() -> None:
    sliver = 0.00003
    left = shapely.Polygon([(0, 0), (0.01, 0), (0.01 + sliver, 0.005), (0.01, 0.01), (0, 0.01)])
    right = shapely.Polygon(
        [(0.01, 0), (0.02, 0), (0.02, 0.01), (0.01, 0.01), (0.01 + sliver, 0.005)]
    )
    put = shapes.snapped(gpd.GeoSeries([left, right], index=["a", "b"], crs=shapes.DEGREES))
    assert shapely.coverage_is_valid(put.to_numpy())
    assert shapely.area(put.to_numpy()).sum() == pytest.approx(0.0002)


def two_banks(width: int) -> gpd.GeoSeries:
    """Two blocks of four kilometres with water of this width between them, open at both ends."""
    left, right = shapely.box(0, 0, 4000, 4000), shapely.box(4000 + width, 0, 8000, 4000)
    return gpd.GeoSeries([left, right], index=["a", "b"], crs=shapes.GRID)


def test_narrow_water_is_divided_between_its_banks() -> None:
    found = water.without_narrow_water(two_banks(100))
    assert found["a"].intersection(found["b"]).length == pytest.approx(4000, rel=0.01)
    assert found.area.to_dict() == pytest.approx({"a": 16.2e6, "b": 15.8e6}, rel=0.001)
    assert shapely.coverage_union_all(found.to_numpy()).equals(shapely.box(0, 0, 8000, 4000))


def test_wide_water_stays_open() -> None:
    banks = two_banks(300)
    assert water.without_narrow_water(banks).geom_equals(banks).all()


def test_small_lakes_are_filled_and_large_ones_are_not() -> None:
    ground = shapely.box(0, 0, 9000, 9000)
    small, large = shapely.box(500, 500, 1500, 1500), shapely.box(3000, 3000, 6000, 6000)
    block = gpd.GeoSeries([ground - small - large], index=["a"], crs=shapes.GRID)
    for found in (water.without_narrow_water(block), water.without_lakes(block)):
        assert found["a"].equals(ground - large)


def test_an_islet_goes_unless_its_block_has_nothing_else() -> None:
    islets = [shapely.box(x, 5000, x + 200, 5200) for x in (0, 2000)]
    first = shapely.MultiPolygon([shapely.box(0, 0, 4000, 4000), islets[0]])
    blocks = gpd.GeoSeries([first, islets[1]], index=["a", "b"], crs=shapes.GRID)
    found = water.without_islets(blocks)
    assert found["a"].equals(first.geoms[0])
    assert found["b"].equals(islets[1])


def test_a_gap_along_the_welsh_border_is_not_water() -> None:
    banks = two_banks(100).translate(330e3, 250e3)
    assert water.without_narrow_water(banks).geom_equals(banks).all()


def test_borders_are_measured_once_and_not_where_corners_meet() -> None:
    squares = [shapely.box(x, y, x + 1000, y + 1000) for x, y in ((0, 0), (1000, 0), (1000, 1000))]
    found = shapes.borders(gpd.GeoSeries(squares, index=["a", "b", "c"], crs=shapes.GRID))
    assert found.to_numpy().tolist() == [["a", "b", 1.0], ["b", "c", 1.0]]


SERVED = [
    {"type": "Feature", "properties": {"LSOA21CD": f"{nation}0100{n:04}"}, "geometry": None}
    for nation, n in [("E", n) for n in range(7)] + [("W", 0)]
]


class Portal(BaseHTTPRequestHandler):
    """A service of eight features that never sends more than three at once."""

    asked: list[int] = []  # noqa: RUF012

    def do_GET(self) -> None:
        """Answer one page."""
        address = urlsplit(self.path)
        offset = int(parse_qs(address.query)["resultOffset"][0])
        self.asked.append(offset)
        if "broken" in address.path:
            body = json.dumps({"error": {"code": 400}})
        else:
            body = json.dumps({"features": SERVED[offset : offset + 3]})
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def portal() -> Iterator[str]:
    """The address of a service on this computer."""
    Portal.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/services"
    server.shutdown()
    server.server_close()


def test_a_service_is_read_page_by_page_to_its_end(portal: str) -> None:
    assert list(download.features("anything", portal)) == SERVED
    assert Portal.asked == [0, 3, 6, 8]


def test_fetched_shapes_are_kept_for_england_and_read_like_the_archive(
    portal: str, tmp_path: Path
) -> None:
    item = listed()["small_area_shapes"]
    path = tmp_path / item.path
    path.parent.mkdir(parents=True)
    download._save_shapes(item, path, portal)
    inputs = Inputs(tmp_path, frozenset({"small_area_shapes"}))
    assert list(inputs.features("small_area_shapes")) == SERVED[:7]


def test_a_service_that_answers_with_an_error_is_named(portal: str) -> None:
    with pytest.raises(InputError, match=r"services/broken.*did not send features from row 0"):
        list(download.features("broken", portal))


def test_what_cannot_be_fetched_is_asked_for_file_by_file(tmp_path: Path) -> None:
    said = download.by_hand(tmp_path)
    assert len(said) == len(listed()) - len(download.SAVERS)
    assert any("nhs_allocations_2025_26.xlsx" in s and "NHS England" in s for s in said)


def test_an_archive_of_several_files_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / listed()["small_area_shapes"].path
    path.parent.mkdir(parents=True)
    with tarfile.open(path, "w:xz") as tar:
        for number, feature in enumerate(SERVED[:2]):
            text = json.dumps({"features": [feature]}).encode()
            entry = tarfile.TarInfo(f"{number}.geojson")
            entry.size = len(text)
            tar.addfile(entry, io.BytesIO(text))
    inputs = Inputs(tmp_path, frozenset({"small_area_shapes"}))
    assert list(inputs.features("small_area_shapes")) == SERVED[:2]


def test_a_note_that_nobody_put_into_a_sentence_is_refused() -> None:
    assert sentences(["", "VARIANCE."]) == [
        "",
        "This is how far the result is from plan, and not the deficit itself.",
    ]
    with pytest.raises(JoinError, match="A new note"):
        sentences(["", "A new note"])
