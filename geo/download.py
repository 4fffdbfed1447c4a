"""Download: the inputs that the ONS Open Geography Portal serves, page by page."""

import io
import json
import tarfile
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
from tqdm import tqdm

from geo.inputs import Input, InputError, listed
from geo.tables import current_codes

PORTAL = "https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services"
"""The ArcGIS services of the ONS Open Geography Portal."""

LOOKUP_2026 = "LSOA21_SICBL26_ICB26_NHSER26_LAD26"

RENAMED = {"LAD24CD": "LAD25CD", "LAD24NM": "LAD25NM", "ICB24CDH": "ICB23CDH",
           "NHSER26NM": "NHSER24NM"}  # fmt: skip
"""Columns of the two lookups that mean the same under another year's name."""

PAGE = 2000
SECONDS = 60

Feature = dict[str, Any]


def fetch(folder: Path, portal: str = PORTAL) -> frozenset[str]:
    """Fetch every input that has a service into a folder, and return their names."""
    inputs = listed()
    for name, save in SAVERS.items():
        path = folder / inputs[name].path
        path.parent.mkdir(parents=True, exist_ok=True)
        save(inputs[name], path, portal)
    return frozenset(SAVERS)


def by_hand(folder: Path) -> list[str]:
    """One sentence for each input still missing from a folder, naming where to get it."""
    return [
        f'{folder / item.path} has no known direct address: get "{item.title}" '
        f"from {item.where}, and put it there."
        for item in listed().values()
        if item.name not in SAVERS and not (folder / item.path).is_file()
    ]


def features(service: str, portal: str, *, shapes: bool = False) -> Iterator[Feature]:
    """Every feature of a service, asked for page by page until a page is empty.

    A server may send fewer features than asked for, so only an empty page is the end.
    """
    count = 0
    with tqdm(desc=service, unit="row", leave=False) as bar:
        while page := _page(f"{portal}/{service}/FeatureServer/0/query", count, shapes=shapes):
            yield from page
            count += len(page)
            bar.update(len(page))


def _page(address: str, offset: int, *, shapes: bool) -> list[Feature]:
    query = {
        "where": "1=1", "outFields": "*", "outSR": 4326, "f": "geojson",
        "returnGeometry": str(shapes).lower(), "resultOffset": offset, "resultRecordCount": PAGE,
    }  # fmt: skip
    try:
        url = f"{address}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(url, timeout=SECONDS) as answer:
            return json.load(answer)["features"]
    except (urllib.error.URLError, TimeoutError, ValueError, KeyError) as error:
        raise InputError(
            f"{address} did not send features from row {offset} on ({error}); "
            "try again later, or put the file in place by hand."
        ) from error


def _table(service: str, portal: str) -> pd.DataFrame:
    return pd.DataFrame([feature["properties"] for feature in features(service, portal)])


def _save_table(item: Input, path: Path, portal: str) -> None:
    _table(item.service, portal).to_csv(path, index=False)


def _save_lookup(item: Input, path: Path, portal: str) -> None:
    """Join the lookups of 2024 and 2026, which share the small areas of 2021."""
    new = _table(LOOKUP_2026, portal)[["LSOA21CD", "ICB26CD", "NHSER26NM"]]
    table = _table(item.service, portal).merge(new, on="LSOA21CD", validate="one_to_one")
    table = table.rename(columns=RENAMED)
    table["LAD25CD"] = current_codes(table["LAD25CD"])
    table.to_csv(path, index=False)


def _save_shapes(item: Input, path: Path, portal: str) -> None:
    """Keep the English areas, as the one file of an archive."""
    kept = [
        feature
        for feature in features(item.service, portal, shapes=True)
        if feature["properties"]["LSOA21CD"].startswith("E")
    ]
    text = json.dumps({"type": "FeatureCollection", "features": kept}).encode()
    entry = tarfile.TarInfo("lsoa21.geojson")
    entry.size = len(text)
    with tarfile.open(path, "w:xz") as tar:
        tar.addfile(entry, io.BytesIO(text))


SAVERS = {
    "small_area_shapes": _save_shapes,
    "small_area_lookup": _save_lookup,
    "combined_authorities": _save_table,
}
"""How each input with a service becomes a file."""
