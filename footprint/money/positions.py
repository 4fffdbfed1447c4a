"""Positions: every published deficit and surplus, with its kind, year and scope."""

from __future__ import annotations

import math
import re
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


NO_SIZE = "a deficit; its size is not given"


def positions(atlas: Atlas) -> tuple[Fact, ...]:
    """Every published position, by whose it is; a variance is never said as a deficit."""
    rows = atlas.deficits.sort_values(["icb", "year", "scope"], kind="stable")
    return tuple(_position(atlas, row) for row in rows.to_dict("records"))


def _position(atlas: Atlas, row: Mapping[str, object]) -> Fact:
    title, url = titled(str(row["source"]))
    inferred = row["quality"] == "inferred"
    kind, figure, detail = _told(row)
    return Fact(
        icbs=frozenset(str(row["icb"]).split("+")),
        area=atlas.area(str(row["icb"])),
        kind=str(row["kind"]),
        what=f"{_scope(str(row['scope']))}, {kind} {row['year']}",
        figure=figure,
        qualifier=", ".join(filter(None, (detail, _support(str(row["support"]))))),
        date=when(str(row["date"])),
        title=title,
        url=url,
        sort="implied" if inferred else "published",
        quality="second-hand" if inferred else str(row["quality"]),
        formula=str(row["remark"]) if inferred else "",
        based_on=((title, url),) if inferred else (),
        remark="" if inferred else str(row["remark"]),
    )


def _told(row: Mapping[str, object]) -> tuple[str, str, str]:
    """Of which kind a position is, its figure, and what else is noted of it."""
    kind, detail = _KINDS[str(row["kind"])], str(row["detail"])
    pounds = float(row["value"])
    figure = _figure(pounds, variance=row["kind"] == "variance")
    if detail.startswith("and "):
        return f"{kind} {detail}", figure, ""
    if math.isnan(pounds) and detail.startswith("deficit"):
        return kind, NO_SIZE, ""
    return kind, figure, _MONTH.sub(r"after \1 months", _DETAILS.get(detail, detail))


# What was noted while reading, as it is said to readers.
_DETAILS: Mapping[str, str] = {"computed": "worked out", "control total": "the limit agreed"}
_MONTH = re.compile(r"^month (\d+)( actual)?$")


def _scope(scope: str) -> str:
    return scope[0].upper() + scope[1:]


def _support(said: str) -> str:
    return "before or after support funding is not said" if said == "not stated" else said


def _figure(pounds: float, *, variance: bool) -> str:
    if math.isnan(pounds):
        return NO_FIGURE
    size = MILLIONS.text(abs(pounds))
    if variance:
        return f"{size} {'worse' if pounds < 0 else 'better'} than plan"
    if pounds == 0:
        return "break-even"
    # Small surpluses are said to the thousand: £0.0m would say there was none.
    small = f"£{round(abs(pounds), -3):,.0f}"
    return f"{'deficit' if pounds < 0 else 'surplus'} of {small if abs(pounds) < 1e6 else size}"
