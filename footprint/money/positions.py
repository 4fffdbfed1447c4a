"""Positions: every published deficit and surplus, with its kind, year and scope."""

from __future__ import annotations

import math
from collections.abc import Mapping

from footprint.facts.atlas import Atlas
from footprint.measures.units import MILLIONS, NO_FIGURE
from footprint.money.fact import Fact, titled, when

_KINDS: Mapping[str, str] = {
    "outturn": "outturn",
    "plan": "plan",
    "forecast": "forecast",
    "in year": "in year",
    "underlying": "underlying position",
    "variance": "how far from plan",
}


def positions(atlas: Atlas) -> tuple[Fact, ...]:
    """Every published position, by whose it is; a variance is never said as a deficit."""
    rows = atlas.deficits.sort_values(["icb", "year", "scope"], kind="stable")
    return tuple(_position(atlas, row) for row in rows.to_dict("records"))


def _position(atlas: Atlas, row: Mapping[str, object]) -> Fact:
    title, url = titled(str(row["source"]))
    inferred = row["quality"] == "inferred"
    return Fact(
        icbs=frozenset(str(row["icb"]).split("+")),
        area=atlas.area(str(row["icb"])),
        kind=str(row["kind"]),
        what=f"{_scope(str(row['scope']))}, {_KINDS[str(row['kind'])]} {row['year']}",
        figure=_figure(float(row["value"]), variance=row["kind"] == "variance"),
        qualifier=", ".join(filter(None, (str(row["detail"]), _support(str(row["support"]))))),
        date=when(str(row["date"])),
        title=title,
        url=url,
        sort="implied" if inferred else "published",
        quality="second-hand" if inferred else str(row["quality"]),
        formula=str(row["remark"]) if inferred else "",
        based_on=((title, url),) if inferred else (),
        remark="" if inferred else str(row["remark"]),
    )


def _scope(scope: str) -> str:
    return scope[0].upper() + scope[1:]


def _support(said: str) -> str:
    return "whether after support funding is not said" if said == "not stated" else said


def _figure(pounds: float, *, variance: bool) -> str:
    if math.isnan(pounds):
        return NO_FIGURE
    size = MILLIONS.text(abs(pounds))
    if variance:
        return f"{size} {'worse' if pounds < 0 else 'better'} than plan"
    if pounds == 0:
        return "break-even"
    # Small surpluses are said in thousands: £0.0m would say there was none.
    small = f"£{abs(pounds) / 1e3:,.0f} thousand"
    return f"{'deficit' if pounds < 0 else 'surplus'} of {small if abs(pounds) < 1e6 else size}"
