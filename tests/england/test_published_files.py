"""The committed files: complete, consistent with each other, and equal to official totals."""

import hashlib
import json
import re
import tomllib
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

ROOT = Path(__file__).resolve().parents[2]

SPLIT_2023 = {
    "E06000060": [98.7, 1.3],  # Buckinghamshire
    "E06000063": [96.9, 3.1],  # Cumberland
    "E06000064": [75.6, 24.4],  # Westmorland and Furness
    "E06000065": [90.7, 8.3, 1.0],  # North Yorkshire
    "E07000089": [74.9, 25.1],  # Hart
    "E07000099": [84.7, 15.3],  # North Hertfordshire
    "E07000180": [95.3, 4.7],  # Vale of White Horse
    "E07000209": [85.5, 14.5],  # Guildford
    "E07000212": [86.3, 13.7],  # Runnymede
    "E07000214": [84.2, 15.8],  # Surrey Heath
    "E07000216": [64.6, 35.4],  # Waverley
    "E07000244": [52.8, 47.2],  # East Suffolk
}

PUBLISHED_IMD_SCORES = {
    "E06000009": 43.467,  # Blackpool
    "E06000052": 22.321,  # Cornwall
    "E06000065": 15.799,  # North Yorkshire
    "E07000089": 5.914,  # Hart
    "E07000244": 20.316,  # East Suffolk
    "E08000035": 24.115,  # Leeds
    "E09000030": 30.554,  # Tower Hamlets
}
"""Average scores of districts, English Indices of Deprivation 2025, File 10."""


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(ROOT / "data" / f"{name}.csv")


def plan_list() -> list[dict]:
    return tomllib.loads((ROOT / "data" / "plans.toml").read_text(encoding="utf-8"))["plan"]


@pytest.fixture(scope="module")
def blocks() -> pd.DataFrame:
    return read("blocks")


@pytest.fixture(scope="module")
def shapes() -> gpd.GeoSeries:
    found = json.loads((ROOT / "geo" / "blocks.geojson").read_text(encoding="utf-8"))["features"]
    assert all(set(feature["properties"]) == {"block"} for feature in found)
    geometry = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in found])
    keys = [feature["properties"]["block"] for feature in found]
    return gpd.GeoSeries(geometry, index=keys, crs="EPSG:4326")


def split(blocks: pd.DataFrame, column: str) -> dict[str, list[float]]:
    """Districts in more than one ICB, with the percentages of their residents in each."""
    pieces = blocks.groupby(["lad", column])["residents_2022"].sum()
    shares = (100 * pieces / pieces.groupby("lad").transform("sum")).round(1)
    found = shares.groupby("lad").apply(lambda s: sorted(s, reverse=True))
    return {lad: parts for lad, parts in found.items() if len(parts) > 1}


def assigned(blocks: pd.DataFrame, plan: pd.DataFrame, layer: str = "body") -> pd.Series:
    """The body or team of each block; a rule for a district counts before one for the rest."""
    plan = plan.astype({"lad": "object"}).fillna({"lad": ""})
    rules = dict(zip(zip(plan["icb"], plan["lad"], strict=True), plan[layer], strict=True))
    found = [rules.get((b.icb, b.lad), rules.get((b.icb, ""))) for b in blocks.itertuples()]
    return pd.Series(found, index=blocks["block"], dtype="object")


def test_there_are_as_many_areas_of_each_kind_as_there_should_be(blocks: pd.DataFrame) -> None:
    kinds = ["block", "lad", "sicbl", "icb", "icb_2026", "region", "nhs_region"]
    assert blocks[kinds].nunique().tolist() == [327, 296, 106, 42, 36, 9, 7]
    assert not blocks.isna().any(axis=None)
    assert (blocks["block"] == blocks["lad"] + "-" + blocks["sicbl"]).all()


def test_residents_add_up_to_england_in_both_years(blocks: pd.DataFrame) -> None:
    assert blocks["residents_2024"].sum() == 58_620_101
    assert blocks["residents_2022"].sum() == 57_106_398
    assert blocks["lsoas"].sum() == 33_755


def test_twelve_districts_lay_in_more_than_one_icb_of_2023(blocks: pd.DataFrame) -> None:
    assert split(blocks, "icb") == SPLIT_2023


def test_five_districts_still_lie_in_more_than_one_icb(blocks: pd.DataFrame) -> None:
    assert set(split(blocks, "icb_2026")) == {
        "E06000060", "E06000063", "E06000064", "E06000065", "E07000180"
    }  # fmt: skip


def test_icbs_are_42_then_36(blocks: pd.DataFrame) -> None:
    icbs = read("icbs").fillna({"in_force_to": "9999"})
    for day, column, key in (("2023-04-01", "icb", "icb"), ("2026-04-01", "icb_2026", "icb_ons")):
        now = icbs[(icbs["in_force_from"] <= day) & (day <= icbs["in_force_to"])]
        assert set(now[key]) == set(blocks[column])
        assert now[key].is_unique


def test_authorities_know_every_district_and_its_upper_tier(blocks: pd.DataFrame) -> None:
    table = read("authorities")
    assert set(table["lad"]) == set(blocks["lad"])
    assert table["utla"].nunique() == 153
    assert table.groupby("utla")["county"].nunique(dropna=False).max() == 1


def test_each_district_has_at_most_one_established_strategic_authority() -> None:
    table = read("strategic_authorities")
    table = table[table["status"] == "established"]
    members = table.set_index("strategic_authority")["lads"].str.split(";").explode()
    ours = read("authorities").dropna(subset=["strategic_authority"])
    assert members.is_unique
    assert {(s, lad) for s, lad in members.items()} == set(
        zip(ours["strategic_authority"], ours["lad"], strict=True)
    )


def test_the_plan_of_2026_is_the_official_list_of_36(blocks: pd.DataFrame) -> None:
    icbs = read("icbs")
    now = icbs[icbs["in_force_to"].isna()].set_index("icb")["icb_ons"]
    footprint = assigned(blocks, read("plans/merged-2026-04")).map(now)
    assert footprint.tolist() == blocks["icb_2026"].tolist()


@pytest.mark.parametrize("layer", ["body", "team"])
@pytest.mark.parametrize("plan", plan_list(), ids=lambda plan: plan["key"])
def test_each_plan_gives_every_block_of_its_scope_to_one_body_and_one_team(
    plan: dict, layer: str, blocks: pd.DataFrame
) -> None:
    rules = read(f"plans/{plan['key']}")
    footprint = assigned(blocks, rules, layer)
    covered = blocks["icb"].isin(rules["icb"]).to_numpy()
    assert not rules.duplicated(["icb", "lad"]).any()
    assert footprint[covered].notna().all()
    assert footprint[covered].nunique() == rules[layer].nunique()
    assert rules.groupby(layer)[f"{layer}_name"].nunique().eq(1).all()
    assert rules.groupby(f"{layer}_name")[layer].nunique().eq(1).all()
    assert plan["layer"] in {"bodies", "teams"}
    if plan["scope"] == "England":
        assert covered.all()


def test_one_area_has_one_name_in_every_plan(blocks: pd.DataFrame) -> None:
    names: dict[frozenset[str], set[str]] = {}
    for plan in plan_list():
        rules = read(f"plans/{plan['key']}")
        for layer in ("body", "team"):
            called = rules.drop_duplicates(layer).set_index(layer)[f"{layer}_name"]
            owners = assigned(blocks, rules, layer)
            for footprint, members in owners.groupby(owners):
                names.setdefault(frozenset(members.index), set()).add(called[footprint])
    assert [found for found in names.values() if len(found) > 1] == []


def test_plans_and_their_files_match() -> None:
    keys = {plan["key"] for plan in plan_list()}
    assert keys == {path.stem for path in (ROOT / "data" / "plans").glob("*.csv")}


def test_running_cost_allowances_add_up_to_the_printed_totals() -> None:
    costs = read("costs")
    found = costs[costs["measure"] == "running_cost_allowance"].groupby("year")["value"]
    assert found.count().eq(42).all()
    assert (found.sum() / 1e6).round(3).to_dict() == {
        "2023/24": 1108.76, "2024/25": 908.76, "2025/26": 873.992
    }  # fmt: skip


def test_weighted_population_gives_the_one_published_figure_exactly() -> None:
    costs = read("costs").set_index(["icb", "measure"])["value"]
    assert costs["QT6", "weighted_population"] == 676_091
    assert costs["QT6", "weighted_population_published"] == 676_091
    weighted = costs.xs("weighted_population", level="measure")
    registered = costs.xs("registered_population", level="measure")
    assert len(weighted) == len(registered) == 42
    assert weighted.sum() == pytest.approx(registered.sum(), abs=42)


def test_costs_are_one_figure_each_with_a_source() -> None:
    costs = read("costs")
    assert not costs.duplicated(["icb", "measure", "year"]).any()
    assert costs[["icb", "measure", "year", "value", "unit", "source"]].notna().all(axis=None)


def worked_out(formula: str) -> float:
    """What a formula comes to, read as a person would."""
    plain = formula.replace("weighted people", "").replace(",", "")
    for sign, operator in (("×", "*"), ("÷", "/"), ("−", "-")):
        plain = plain.replace(sign, operator)
    assert set(plain) <= set("0123456789.()*/+- ")
    return float(eval(plain))


def test_an_implied_figure_is_what_its_formula_comes_to() -> None:
    costs = read("costs")
    weighted = costs[costs["measure"] == "weighted_population"].set_index("icb")["value"]
    implied = costs[costs["kind"] == "implied"]
    assert len(implied) == 14
    for row in implied.itertuples():
        assert worked_out(row.formula) == pytest.approx(row.value, abs=1)
        if "weighted people" in row.formula:
            heads = weighted[row.icb.split("+")].sum()
            assert f"{heads:,.0f} weighted people" in row.formula
        for source in row.source.split(" | "):
            assert "https://" in source or "mirror" in source


def test_a_figure_per_head_is_in_the_unit_of_its_source() -> None:
    costs = read("costs")
    heads = costs[costs["unit"].str.contains("head")].set_index(["icb", "measure", "year"])
    weighted = heads[heads["unit"] == "GBP per weighted head"]
    assert set(weighted.index) == {
        ("QOC+QNC", "cost_per_head_target", "2026/27"),
        ("QKS", "cost_per_head_target", "2026/27"),
    }
    assert weighted["note"].str.contains("weighted population").all()
    sussex = heads.loc["QNX", "cost_per_head_baseline", "2025/26"]
    assert (sussex["value"], sussex["unit"]) == (39.83, "GBP per head")
    assert "per head of population" in sussex["note"]


def test_a_variance_is_no_deficit_and_systems_are_not_icbs() -> None:
    table = read("deficits")
    kinds = {"outturn", "plan", "forecast", "in year", "underlying", "variance"}
    assert set(table["kind"]) == kinds
    variances = table[table["kind"] == "variance"].set_index(["icb", "scope"])["value"]
    assert variances.to_dict() == {
        ("QJ2+QJM+QT1", "ICB and its NHS trusts"): -201_800_000,
        ("QT1", "NHS trusts only"): -163_300_000,
        ("QXU", "NHS trusts only"): -11_300_000,
    }
    kent = table[table["icb"] == "QKS"].set_index(["scope", "year", "kind", "quality"])["value"]
    assert kent["ICB only", "2026/27", "plan", "second-hand"] == -50_800_000
    assert kent["ICB and its NHS trusts", "2025/26", "forecast", "second-hand"] == -198_000_000
    assert table["source"].notna().all()


def test_every_icb_of_2026_has_a_chair_and_a_chief_executive_and_a_cluster_one_of_each() -> None:
    said, icbs = read("statements"), read("icbs")
    now = set(icbs.loc[icbs["in_force_to"].isna(), "icb"])
    for role in ("chair", "chief executive"):
        held = said[said["topic"] == role].set_index("icb")["said"]
        assert set(held.index) == now
        assert held.nunique() == 25
    assert said[["topic", "said", "date", "title", "publisher", "quality"]].notna().all(axis=None)
    assert said["quality"].isin(["first-hand", "second-hand", "press"]).all()


def test_the_cap_is_quoted_whole() -> None:
    quotes = read("criteria").set_index("criterion")["quote"]
    assert quotes["running cost envelope"].endswith(
        "but exclude pharmacy, ophthalmic and dental (POD) services and specialised commissioning "
        "delegation."
    )
    assert "at an aggregate regional level" in quotes["target applies at regional aggregate"]


def test_bodies_serve_all_of_every_block(blocks: pd.DataFrame) -> None:
    bodies = read("bodies")
    served = bodies.groupby(["block", "kind"])["residents_share"].sum()
    assert set(bodies["block"]) == set(blocks["block"])
    assert len(served) == 4 * 327
    assert served.round(6).eq(1).all()
    assert bodies.groupby("kind")["body"].nunique().to_dict() == {
        "ambulance trust": 11, "fire and rescue authority": 44, "police force area": 39,
        "resilience forum": 38,
    }  # fmt: skip


def test_trust_catchments_add_up(blocks: pd.DataFrame) -> None:
    trusts = read("trusts")
    assert set(trusts["icb"]) == set(blocks["icb"])
    assert trusts["trust"].nunique() == 138
    assert trusts["today"].nunique() == 133
    assert trusts.groupby("trust")["share"].sum().sub(1).abs().max() < 1e-4


def test_every_acute_trust_of_today_has_a_place(blocks: pd.DataFrame) -> None:
    sites, gone = read("trust_sites"), {"RA4", "RVY", "RAP", "RVJ", "RBZ"}
    assert set(sites["trust"]) == set(read("trusts")["today"])
    assert not gone & set(sites["trust"])
    assert set(sites["block"]) <= set(blocks["block"])
    assert not sites.duplicated(["trust", "site"]).any()
    assert set(sites["placed_by"]) == {"site", "head office"}
    assert sites.groupby("trust")["name"].nunique().eq(1).all()
    assert "Bristol NHS Foundation Trust" in set(sites["name"])


def test_hospitals_looked_up_stand_in_the_districts_that_were_found() -> None:
    lads = read("trust_sites").groupby("trust")["block"].agg(lambda blocks: {b[:9] for b in blocks})
    assert lads["RDE"] == {"E07000071", "E07000202"}  # Colchester and Ipswich
    assert lads["RQW"] == {"E07000072", "E07000073"}  # Epping Forest and Harlow
    assert lads["RPY"] == {"E09000020", "E09000029"}  # Kensington and Chelsea, and Sutton
    assert lads["RP6"] == {"E09000019"}  # Islington
    assert lads["RTG"] == {"E06000015", "E07000193"}  # Derby and East Staffordshire


def test_four_strategic_authorities_of_2026_are_established_with_date_and_instrument() -> None:
    table = read("strategic_authorities").set_index("strategic_authority")
    assert table["status"].value_counts().to_dict() == {
        "established": 20, "priority programme": 2, "proposed": 3
    }  # fmt: skip
    assert table.loc[
        ["dpp-cheshire-warrington", "dpp-cumbria", "dpp-sussex-brighton", "dpp-hampshire-solent"],
        ["established_date", "instrument"],
    ].to_numpy().tolist() == [
        ["2026-02-24", "SI 2026/159"],
        ["2026-02-24", "SI 2026/158"],
        ["2026-03-26", "SI 2026/362"],
        ["2026-06-04", "SI 2026/595"],
    ]
    established = table[table["status"] == "established"]
    assert established[["established_date", "instrument"]].notna().all(axis=None)
    assert list(established.index[established["confirmed_by"].isna()]) == ["dpp-sussex-brighton"]


def test_only_surrey_has_a_vesting_date_and_nothing_is_said_to_be_withdrawn() -> None:
    table = read("lgr")
    ahead = table[table["vesting_date"].notna()]
    assert set(ahead["area"]) == {"Surrey"}
    assert set(ahead["vesting_date"]) == {"2027-04-01"}
    decided = table[table["vesting_date_as_decided"] == "2028-04-01"]
    assert decided["status"].str.startswith("paused").all()
    assert len(decided) > 20
    text = (ROOT / "data" / "lgr.csv").read_text(encoding="utf-8")
    assert "withdrawn" not in text.lower()


def test_workforce_covers_every_icb_at_every_date(blocks: pd.DataFrame) -> None:
    staff = read("workforce").pivot(index="icb", columns="date", values="fte")
    assert set(staff.index) == set(blocks["icb"])
    assert staff.shape == (42, 6)
    assert staff["2025-03-31"].sum() == pytest.approx(22_814, abs=1)


def test_the_shapes_are_one_coverage_in_degrees_and_in_metres(
    shapes: gpd.GeoSeries, blocks: pd.DataFrame
) -> None:
    assert list(shapes.index) == blocks["block"].tolist()
    for found in (shapes, shapes.to_crs("EPSG:27700")):
        assert found.is_valid.all()
        assert not found.is_empty.any()
        assert set(found.geom_type) <= {"Polygon", "MultiPolygon"}
        assert shapely.coverage_is_valid(found.to_numpy())


def test_no_small_patch_of_water_is_left_inside_the_coast(shapes: gpd.GeoSeries) -> None:
    land = shapely.get_parts(shapely.coverage_union_all(shapes.to_crs("EPSG:27700").to_numpy()))
    patches = [shapely.Polygon(ring).area for part in land for ring in part.interiors]
    assert all(area > 5e6 for area in patches)
    assert len(patches) <= 1


def test_icbs_cover_the_official_area(shapes: gpd.GeoSeries, blocks: pd.DataFrame) -> None:
    official = pd.read_csv(
        ROOT / "tests" / "england" / "official_icb_areas.csv", index_col="icb_ons"
    )
    icbs = read("icbs")
    codes = icbs[icbs["in_force_from"] == "2023-04-01"].set_index("icb")["icb_ons"]
    icb = blocks.set_index("block")["icb"].map(codes)
    drawn = shapes.to_crs("EPSG:27700").area.groupby(icb).sum() / 1e6
    exact = blocks.set_index("block")["area_km2"].groupby(icb).sum()
    for found in (drawn, exact):
        assert (found / official["area_km2"] - 1).abs().max() < 0.005


def test_borders_are_lines_between_two_known_blocks(
    shapes: gpd.GeoSeries, blocks: pd.DataFrame
) -> None:
    borders = read("borders")
    assert (borders["block_a"] < borders["block_b"]).all()
    assert (borders["length_km"] > 0).all()
    assert {*borders["block_a"], *borders["block_b"]} <= set(blocks["block"])
    apart = [
        length
        for a, b, length in borders.itertuples(index=False)
        if not shapes[a].intersects(shapes[b])
    ]
    # Two borders of a few metres across harbours are lost on the drawing's grid.
    assert len(apart) <= 2
    assert max(apart) < 0.06


def test_borders_and_perimeters_give_the_perimeter_of_what_is_dissolved(
    blocks: pd.DataFrame,
) -> None:
    perimeter = blocks.set_index("block")["perimeter_km"]
    borders = read("borders")
    inside = pd.concat(
        [borders.groupby(side)["length_km"].sum() for side in ("block_a", "block_b")]
    )
    coast = perimeter - inside.groupby(level=0).sum().reindex(perimeter.index, fill_value=0)
    # A block has no less boundary than its borders; districts without coast have nothing left.
    assert coast.min() > -0.001
    assert coast["E08000025-E38000258"] == pytest.approx(0, abs=0.001)


@pytest.mark.parametrize("lad", PUBLISHED_IMD_SCORES)
def test_deprivation_scores_come_close_to_the_published_averages(
    lad: str, blocks: pd.DataFrame
) -> None:
    here = blocks[blocks["lad"] == lad]
    score = (here["imd_score"] * here["residents_2022"]).sum() / here["residents_2022"].sum()
    # MHCLG weighs by another revision of mid-2022 residents, up to 0.4% away in any sub-ICB
    # location, which moves no district but the City of London by more than 0.03.
    assert score == pytest.approx(PUBLISHED_IMD_SCORES[lad], abs=0.03)


def test_the_manifest_lists_every_file_with_its_checksum() -> None:
    text = (ROOT / "data" / "sources.toml").read_text(encoding="utf-8")
    listed = {entry["path"]: entry for entry in tomllib.loads(text)["file"]}
    found = [p for folder in ("data", "geo") for p in (ROOT / folder).rglob("*") if p.is_file()]
    kept = {
        p.relative_to(ROOT).as_posix()
        for p in found
        if p.suffix not in {".py", ".pyc"} and p.name not in {"README.md", "sources.toml"}
    }
    assert set(listed) == kept
    for path, entry in listed.items():
        assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == entry["sha256"], path
        words = ("title", "publisher", "date", "retrieved_from", "licence", "attribution",
                 "done", "gaps")  # fmt: skip
        assert all(entry[word] for word in words), path
        if path.endswith(".csv"):
            assert list(pd.read_csv(ROOT / path, nrows=0)) == list(entry["columns"])


def test_every_remark_on_a_published_position_can_be_read_aloud():
    table = pd.read_csv(ROOT / "data/deficits.csv", keep_default_na=False)
    remarks = table[(table["remark"] != "") & (table["quality"] != "inferred")]["remark"]
    assert len(remarks) > 30
    for remark in remarks:
        assert re.match(r"(About )?[A-Z£]", remark) and remark.endswith("."), remark
        # No code of an ICB, no shorthand, and no money without its sign.
        assert not re.search(r"\bQ[A-Z0-9]{2}\b|[A-Z]{6,}|;|=|\bp\.|\bAGM\b", remark), remark
        assert not re.search(r"(?<![£\d.,])\d[\d.]*m\b", remark), remark
