"""A paper for other programs: the columns of its table, and what a map says of each area."""

from __future__ import annotations

import json

from footprint.export import csv
from footprint.export.gis import geojson
from tests.agreed import check
from tests.paper_samples import envelope, one_icb
from tests.shared_workspace import WORK


def test_a_table_of_figures_is_as_was_agreed() -> None:
    check(__file__, "csv", csv.csv(envelope()).decode("utf-8-sig").splitlines())


def test_what_a_map_says_of_its_areas_is_as_was_agreed() -> None:
    told = json.loads(geojson(one_icb(), WORK.shapes))
    for one in told["features"]:
        one["geometry"] = one["geometry"]["type"]
    check(__file__, "geojson", told)
