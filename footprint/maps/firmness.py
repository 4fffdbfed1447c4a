"""Firmness: how far each body of a plan to come has got, from nothing said to decided."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.english import capital, month
from footprint.maps.layer import Area, Layer, LegendRow, footprint_positions
from footprint.maps.marks import Mark
from footprint.maps.palette import NO_FIGURE_FILL, OUT_OF_SCOPE_FILL, SEQUENTIAL
from footprint.plans.asked import STATUS_MEANING, STATUSES, Asked
from footprint.plans.kinds import KIND_WORDS
from footprint.plans.plan import Plan

FILLS: Mapping[str, str] = {
    "nothing said": NO_FIGURE_FILL,
    "asked to stay": OUT_OF_SCOPE_FILL,
    "undecided": SEQUENTIAL[0],
    "proposed": SEQUENTIAL[1],
    "applied for": SEQUENTIAL[2],
    "objected to": SEQUENTIAL[2],
    "delayed": SEQUENTIAL[1],
    "approved": SEQUENTIAL[4],
}
_MARKS: Mapping[str, Mark] = {"objected to": Mark.MISSES, "delayed": Mark.MISSES}


def firmness(plan: Plan, asked: Mapping[str, Asked]) -> Layer:
    """Paint each body by how firm it is; `asked` has an entry for each."""
    statuses = [asked[body].status for body in plan.by_id]
    return Layer(
        title=f"How firm each proposal is: {plan.title}",
        summary=firmness_sentence(plan, asked),
        areas=tuple(_area(plan, asked[body]) for body in plan.by_id),
        area_of_block=footprint_positions(plan),
        legend_title="How firm each proposal is",
        legend=tuple(
            LegendRow(
                fill=FILLS[status],
                marks=_MARKS.get(status, Mark.NONE),
                words=f"{capital(status)}: {STATUS_MEANING[status]}",
                count=statuses.count(status),
            )
            for status in reversed(STATUSES)
            if status in statuses
        ),
        note="Published, second-hand: read in summaries of the boards’ own papers. No approval "
        "was found.",
    )


def _area(plan: Plan, one: Asked) -> Area:
    return Area(
        id=one.body,
        name=plan.by_id[one.body].name,
        fill=FILLS[one.status],
        marks=_MARKS.get(one.status, Mark.NONE),
        value="" if one.status == "nothing said" else capital(one.status),
        tooltip=(
            KIND_WORDS[plan.kinds[one.body]],
            capital(one.status),
            f"Papers of {month(one.as_of)}, {one.quality}",
        ),
    )


def firmness_sentence(plan: Plan, asked: Mapping[str, Asked]) -> str:
    """Say how many bodies have got how far, the firmest first."""
    statuses = [asked[body].status for body in plan.by_id]
    found = ((status, statuses.count(status)) for status in reversed(STATUSES))
    counted = [f"{count} {_said(status, count)}" for status, count in found if count]
    approved = "" if "approved" in statuses else " None is approved, as far as was found."
    return f"Of {len(statuses)} ICBs: {', '.join(counted)}.{approved}"


def _said(status: str, count: int) -> str:
    """A status after the number of bodies it is of."""
    if status == STATUSES[0]:
        return "says nothing" if count == 1 else "say nothing"
    return status
