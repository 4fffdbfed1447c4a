"""Envelopes and targets: two things of two names on every page, wherever either is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pandas as pd
import pytest

from footprint.content.values import Table
from footprint.criteria.differences import Line
from footprint.maps.layer import Layer
from footprint.measures.units import MILLIONS
from footprint.money.fact import Fact
from footprint.money.scenario import Scenario, money_table
from footprint.pages import clusters, compare, criteria, money, my_icb
from footprint.plans.plan import Plan
from footprint.view import TODAY, View
from tests.shared_workspace import WORK

PAGES = (money, my_icb, clusters, compare, criteria)
VIEWS = tuple(
    View(plan=plan, layer=layer, measure="envelope")
    for plan in ("icb-2023", "merged-2026-04", "agreed-2025-09", TODAY)
    for layer in ("bodies", "teams")
)


def told(value: object, owner: str, label: str = "") -> Iterator[str]:
    """All that a page says of one footprint, each with the names of where it stands."""
    match value:
        case str():
            yield f"{label}: {value}"
        case pd.DataFrame():
            for row in value.index[value.index == owner][:1]:
                for column in value.columns:
                    yield from told(str(value.at[row, column]), owner, f"{label} {column}")
        case Table():
            for name, *cells in value.rows:
                for column, cell in zip(value.columns[1:], cells, strict=True):
                    here = str(name) == owner or value.columns[0].heading == "Measure"
                    said = column.unit.text(cell) if column.unit else str(cell)
                    yield from told(said if here else "", owner, f"{name} {column.heading}")
        case Fact():
            yield f"{value.what} {value.figure}"
        case (str() as name, text):
            yield f"{label} {name}: {text}"
        case Layer():
            for area in value.areas:
                if area.name == owner:
                    yield f"{value.title}: {area.value} {area.tooltip}"
        # A line of the scorecard is of all footprints, and may come to the same.
        case Plan() | pd.Series() | Line() | type():
            return
        case Mapping():
            for part in value.values():
                yield from told(part, owner, label)
        case tuple() | list():
            for part in value:
                yield from told(part, owner, label)
        case _ if is_dataclass(value):
            names = (getattr(value, name, "") for name in ("heading", "title", "label", "name"))
            here = " ".join([label, *(name for name in names if isinstance(name, str))])
            for one in fields(value):
                yield from told(getattr(value, one.name), owner, here)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.plan} {view.layer}")
def test_no_page_calls_an_envelope_a_target_or_either_by_no_name(view: View) -> None:
    plan = WORK.plans[view.plan].seen_as(view.layer)
    figures = money_table(WORK.atlas, plan, Scenario())
    known = figures[figures["target"].notna()]
    assert len(known) >= 2
    seen = set()
    for one, row in known.iterrows():
        envelope, target = MILLIONS.text(row["envelope"]), MILLIONS.text(row["target"])
        if envelope == target:
            continue
        for page in PAGES:
            said = told(page.content(WORK, view.with_(area=str(one))), plan.by_id[one].name)
            for words in said:
                for pounds, name in ((envelope, "nvelope"), (target, "arget")):
                    if pounds in words:
                        seen.add(name)
                        assert name in words, (page.__name__, words)
    assert seen == {"nvelope", "arget"}
