"""Make geo/blocks.geojson, geo/people.geojson and the tables in data/ from the official files."""

import argparse
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import geopandas as gpd
import pandas as pd
from tqdm import tqdm

from geo import (
    bodies,
    gazetteer,
    homes,
    money,
    neighbourhoods,
    people,
    plan_files,
    positions,
    shapes,
    statements,
    strategic,
    tables,
    trusts,
    water,
)
from geo.download import by_hand, fetch
from geo.inputs import InputError, Inputs
from geo.joins import JoinError
from geo.manifest import ManifestError, refreshed
from geo.shapes import ShapeError

ROOT = Path(__file__).resolve().parents[1]


def write(table: pd.DataFrame, path: Path) -> None:
    """Write a table as CSV, the same bytes each time: no index, missing as empty."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shown = table.copy()
    for column in shown.select_dtypes("float"):
        shown[column] = [("" if pd.isna(v) else format(v, ".15g")) for v in shown[column]]
    shown.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def prepare(inputs: Inputs, to: Path) -> None:
    """Run the recipe and write what it makes under a folder."""
    areas = tables.small_areas(inputs)
    small = small_shapes(inputs, areas)
    whole = whole_blocks(small, areas)
    (to / "geo").mkdir(parents=True, exist_ok=True)
    drawn = water.without_lakes(shapes.simplified(water.without_narrow_water(whole)))
    shapes.write_blocks(drawn, to / "geo" / "blocks.geojson")
    blocks = tables.blocks(areas, tables.district_residents(inputs), shapes.sizes(whole))
    residents = blocks.set_index("block")["residents_2024"]
    shapes.write_blocks(people.by_people(drawn, residents), to / "geo" / "people.geojson")
    for name, table in tqdm(
        results(inputs, areas, blocks, small, whole), desc="tables", unit="table"
    ):
        write(table, to / "data" / f"{name}.csv")
    _words(to, by_hand_in(ROOT, plan_files.rules(inputs)))


def small_shapes(inputs: Inputs, areas: pd.DataFrame) -> gpd.GeoSeries:
    """The shapes of the small areas, in EPSG:27700."""
    features = inputs.features("small_area_shapes")
    return shapes.small_areas(tqdm(features, desc="shapes", total=len(areas), unit="area"))


def whole_blocks(small: gpd.GeoSeries, areas: pd.DataFrame) -> gpd.GeoSeries:
    """The shapes of the blocks before simplification, in EPSG:27700."""
    return shapes.dissolve(small, areas.set_index("lsoa")["block"])


def results(
    inputs: Inputs,
    areas: pd.DataFrame,
    blocks: pd.DataFrame,
    small: gpd.GeoSeries,
    whole: gpd.GeoSeries,
) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each table of data/ with its name, in the order they are made."""
    yield "blocks", blocks
    yield "borders", shapes.borders(whole)
    yield "homes", homes.homes(areas, small)
    yield "neighbourhoods", neighbourhoods.neighbourhoods(areas)
    yield "icbs", tables.icbs(inputs)
    yield "authorities", tables.authorities(inputs, areas)
    yield "strategic_authorities", strategic.strategic_authorities(inputs)
    yield "bodies", bodies.bodies(inputs, blocks, areas)
    yield "trusts", trusts.trusts(inputs)
    yield "trust_sites", trusts.trust_sites(inputs, blocks)
    yield "places", gazetteer.places(inputs, blocks)
    yield "aliases", gazetteer.aliases(inputs)
    yield "former_districts", gazetteer.former_districts(inputs, blocks)
    yield "costs", money.costs(inputs)
    yield "deficits", positions.positions(inputs)
    yield "statements", statements.statements(inputs)
    yield "workforce", money.workforce(inputs)
    yield "criteria", plan_files.criteria(inputs)
    yield "lgr", plan_files.reorganisation(inputs)
    plans = plan_files.rules(inputs)
    yield "asked_2027", plan_files.asked(inputs, plans["planned-2027-04"])
    for key, plan in plans.items():
        plan_files.check_rules(plan, blocks, key=key)
        yield f"plans/{key}", plan


def by_hand_in(root: Path, made: Collection[str]) -> list[str]:
    """The files written by hand, with every plan that the official files do not make."""
    plans = sorted(
        path for path in (root / "data" / "plans").glob("*.csv") if path.stem not in made
    )
    own = [path.relative_to(root).as_posix() for path in plans]
    words = [f"data/{name}" for name in ("everyday_names.csv", "links.csv", "plans.toml")]
    return ["geo/inputs.toml", "geo/main_hospitals.csv", *words, *own]


def _words(to: Path, by_hand: Iterable[str]) -> None:
    """Carry over the files written by hand and bring the manifest's checksums up to date."""
    for name in by_hand:
        if to != ROOT:
            shutil.copyfile(ROOT / name, to / name)
    text = (ROOT / "data" / "sources.toml").read_text(encoding="utf-8")
    (to / "data" / "sources.toml").write_text(refreshed(text, to), encoding="utf-8")


def fetched_into(folder: Path) -> frozenset[str]:
    """Download what can be, and refuse with one sentence for each file that cannot."""
    fetched = fetch(folder)
    if missing := by_hand(folder):
        raise InputError("\n".join(missing))
    return fetched


def main(arguments: list[str] | None = None) -> int:
    """Read the command line, run the recipe, and say in one sentence what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m geo.prepare", description=__doc__)
    parser.add_argument(
        "--from",
        dest="folder",
        type=Path,
        default=Path("../shared/sources"),
        help="folder of the official files (default: ../shared/sources)",
    )
    parser.add_argument(
        "--download",
        action="store_true",
        help="first fetch what the publishers' services offer into that folder",
    )
    parser.add_argument("--to", type=Path, default=ROOT, help="where geo/ and data/ are written")
    options = parser.parse_args(arguments)
    try:
        fetched = fetched_into(options.folder) if options.download else frozenset()
        prepare(Inputs(options.folder, fetched), options.to.resolve())
    except (InputError, JoinError, ShapeError, ManifestError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
