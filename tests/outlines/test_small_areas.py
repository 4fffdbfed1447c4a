"""Tables of LSOAs: read as options, with what they cut told in people."""

from __future__ import annotations

import pandas as pd
import pytest

from footprint.apart.tasks import OptionFile
from footprint.facts.homes import read_homes
from footprint.facts.neighbourhoods import read_neighbourhoods
from footprint.intake.uploads import Upload
from footprint.outlines import small_areas
from footprint.outlines.reading import Known
from footprint.spreadsheets import csv_bytes, xlsx_bytes
from footprint.workspace.plans import start_of
from geo.neighbourhoods import neighbourhoods
from tests.paper_samples import WORK

LSOAS = read_neighbourhoods()
KNOWN = Known(WORK.atlas, WORK.icb_names, read_homes(), WORK.other_names, LSOAS)
BEGUN = start_of(WORK, "merged-2026-04", "icb-2023")
PLAN = WORK.plans["east-model-a"]
OWNER = dict(PLAN.assignment)
EAST = LSOAS[LSOAS["block"].isin(OWNER)]
NAMES = [PLAN.by_id[OWNER[block]].name for block in EAST["block"]]


def read(head: list[str], rows: list[tuple[str, ...]]) -> Upload:
    content = csv_bytes([head, *rows])
    assert small_areas.is_of_lsoas(content)
    return small_areas.read(content, BEGUN, KNOWN)


def told(found: Upload) -> str:
    return " ".join([*(one.sentence for one in found.problems), *found.notes, *found.taken])


def test_every_lsoa_has_its_block_and_its_residents() -> None:
    blocks = WORK.atlas.blocks
    assert len(LSOAS) == 33_755
    assert LSOAS.groupby("block").size().equals(blocks["lsoas"].rename(None))
    people = LSOAS.groupby("block")["residents_2022"].sum()
    assert people.equals(blocks["residents_2022"])


def test_codes_are_written_short_and_read_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    areas = pd.DataFrame(
        {
            "lsoa": ["E01000003", "E01000001", "E01000002", "E01011949", "E01000009"],
            "block": ["a", "a", "a", "b", "a"],
            "residents_2022": [30, 10, 20, 5, 90],
        }
    )
    made = neighbourhoods(areas)
    assert made.to_numpy().tolist() == [["a", "1-3 9", "10 20 30 90"], ["b", "11949", "5"]]
    monkeypatch.setattr("footprint.facts.neighbourhoods.read_table", lambda *_, **__: made)
    again = read_neighbourhoods().reset_index()
    assert set(again.itertuples(index=False, name=None)) == set(
        areas.itertuples(index=False, name=None)
    )


@pytest.mark.parametrize("write", ["csv", "xlsx"])
def test_a_plan_written_by_lsoas_is_read_as_that_plan(write: str) -> None:
    rows = [["East: model A"], ["LSOA21CD", "LSOA21NM", "Cluster"]]
    rows += [[code, "Name 001A", name] for code, name in zip(EAST.index, NAMES, strict=True)]
    content = csv_bytes(rows) if write == "csv" else xlsx_bytes(rows, title="Option")
    assert small_areas.is_of_lsoas(content)
    found = OptionFile(content, BEGUN).do()
    assert found.option, told(found)
    drawn = found.option.plan
    for footprint in PLAN.drawn or PLAN.by_id:
        name = PLAN.by_id[footprint].name
        (same,) = [one.id for one in drawn.footprints if one.name == name]
        assert drawn.blocks_of(same) == PLAN.blocks_of(footprint)
    assert "counted by the residents of LSOAs in mid-2022" in told(found)
    assert "stay as in the plan you began from" in told(found)


def test_what_a_table_cuts_is_told_in_people_and_refused_where_it_is_too_much() -> None:
    here = LSOAS[LSOAS["block"].str.startswith("E06000001")]
    some, all_of = here.index[:5], LSOAS[LSOAS["block"].str.startswith(("E06", "E08"))]
    rows = [(code, "South" if code in some else "North") for code in all_of.index]
    found = read(["LSOA11CD", "Footprint"], rows)
    moved = int(here.loc[some, "residents_2022"].sum())
    assert found.option
    assert f"{moved:,} people of " in told(found)
    assert "“Hartlepool” is cut: it went to “North”" in told(found)
    assert "“South” holds most of no block" in told(found)
    every_other = [(code, "One" if n % 2 else "Two") for n, code in enumerate(all_of.index)]
    refused = read(["LSOA21CD", "Footprint"], every_other)
    assert refused.option is None
    assert "at most 5% may, so nothing was changed" in told(refused)


def test_codes_of_other_years_and_of_wales_and_rows_that_disagree_are_told() -> None:
    rows = [(code, "All") for code in LSOAS.index[:2000]]
    rows += [("E01999999", "All"), ("W01000001", "All"), (rows[0][0], "Other")]
    found = read(["lsoa", "footprint"], rows)
    assert found.option
    assert "1 code has no footprint or is no LSOA of 2021, such as E01999999" in told(found)
    assert "1 row is of Wales and was left out." in told(found)
    assert "live in LSOAs that rows give to several footprints" in told(found)


def test_a_table_that_gives_no_block_most_of_its_lsoas_is_told_so_and_not_of_coordinates() -> None:
    rows = [(LSOAS.index[LSOAS["block"] == block][0], "A") for block in LSOAS["block"].unique()[:3]]
    found = read(["LSOA21CD", "Footprint"], rows)
    assert found.option is None
    assert "No footprint is given the LSOAs in which most people of any block" in told(found)
    assert "coordinates" not in told(found)


def test_options_one_under_another_are_told_apart_in_a_sentence() -> None:
    rows = [(one, code, "A") for one in ("First", "Second") for code in LSOAS.index[:9]]
    found = read(["Option", "LSOA21CD", "Footprint"], rows)
    assert found.option is None
    assert "“Option” names 2 options one under another: “First” and “Second”. Send" in told(found)
    alone = [("First" if n % 2 else "Second", code, "A") for n, code in enumerate(LSOAS.index)]
    assert read(["Option", "LSOA21CD", "Footprint"], alone).option


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        (["LSOA21CD"], (), "needs a column headed footprint beside LSOA21CD"),
        (["Code", "Footprint"], ("A",), "no column headed LSOA21CD"),
        (["LSOA21CD", "LAD25NM", "ICB26NM"], ("A", "B"), "“LAD25NM” and “ICB26NM” may name"),
        (["LSOA21CD", "Footprint"], ("",), "No row gives an LSOA of 2021 a footprint"),
    ],
)
def test_a_table_that_is_not_clear_is_refused_in_a_sentence(
    head: list[str], row: tuple[str, ...], said: str
) -> None:
    found = read(head, [(code, *row) for code in LSOAS.index[:9]])
    assert found.option is None
    assert said in told(found)


def test_codes_beside_their_names_do_not_name_footprints_twice() -> None:
    rows = [(code, "E54000001", "North") for code in LSOAS.index]
    found = read(["LSOA21CD", "ICB26CD", "ICB26NM"], rows)
    assert found.option
    assert [one.name for one in found.option.plan.footprints] == ["North"]


def test_too_many_footprints_and_hostile_bytes_are_refused() -> None:
    found = read(["LSOA21CD", "Footprint"], [(code, code) for code in LSOAS.index[:400]])
    assert "names 400 footprints" in told(found)
    for content in (b"PK\x03\x04E01000001 E01000002 E01000003", b"", b"E01000001" * 9):
        assert not small_areas.is_of_lsoas(content)
    broken = b"E01000001,E01000002,E01000003\0\n" * 9
    assert small_areas.read(broken, BEGUN, KNOWN).option is None


@pytest.mark.parametrize("head", [["LSOA21CD", "Footprint"], ["Area", "Footprint"]])
@pytest.mark.parametrize("write", ["csv", "xlsx"])
def test_a_table_of_two_lsoas_is_known_for_one_and_told_what_is_wanted(
    head: list[str], write: str
) -> None:
    rows = [head, *((code, "North") for code in LSOAS.index[:2])]
    content = csv_bytes(rows) if write == "csv" else xlsx_bytes(rows, title="Option")
    found = OptionFile(content, BEGUN).do()
    assert found.option is None
    wanted = {
        "LSOA21CD": "see whether the table holds all LSOAs of each footprint",
        "Area": "The file has codes of LSOAs, but no column headed LSOA21CD",
    }
    assert wanted[head[0]] in told(found)


def test_a_table_of_districts_that_speaks_of_one_lsoa_is_not_one_of_lsoas() -> None:
    assert not small_areas.is_of_lsoas(b"LAD25CD,Footprint,Note\nE06000010,North,with E01012345\n")
