"""Membership: who joins whom under a plan, neighbours told apart by colour."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.maps.layer import NO_MARK_FILL, Area, Layer, LegendRow, owners
from footprint.maps.palette import OUT_OF_SCOPE_FILL
from footprint.plans.plan import KIND_MEANING, KIND_WORDS, Plan


def membership(
    plan: Plan,
    colours: Mapping[str, str],
    inside: Mapping[str, str],
    *,
    summary: str,
) -> Layer:
    """Colour each footprint so that it stands apart from its neighbours.

    `inside` says in words which ICBs make up each footprint. Footprints a regional plan only
    borrows from its base are drawn grey and without a name.
    """
    own = plan.drawn or frozenset(plan.by_id)
    areas = tuple(
        Area(
            id=footprint.id,
            name=footprint.name,
            fill=colours[footprint.id] if footprint.id in own else OUT_OF_SCOPE_FILL,
            hatch=False,
            dashed=footprint.kind == "cluster",
            value="",
            lines=(KIND_WORDS[footprint.kind], inside[footprint.id]),
            labelled=footprint.id in own,
            dotted=footprint.kind == "merger" and footprint.id in own,
        )
        for footprint in plan.footprints
    )
    return Layer(
        title=f"Who joins whom: {plan.title}",
        summary=summary,
        areas=areas,
        owner=owners(plan),
        legend_title="What each footprint is",
        legend=_kind_rows(plan, own),
        note="A footprint is the area one leadership team covers. "
        "Colours only tell neighbours apart.",
    )


def _kind_rows(plan: Plan, own: frozenset[str]) -> tuple[LegendRow, ...]:
    kinds = [footprint.kind for footprint in plan.footprints if footprint.id in own]
    rows = [
        LegendRow(
            NO_MARK_FILL,
            False,
            kind == "cluster",
            f"{KIND_WORDS[kind]}: {meaning}",
            kinds.count(kind),
            dotted=kind == "merger",
        )
        for kind, meaning in KIND_MEANING.items()
        if kind in kinds
    ]
    borrowed = len(plan.footprints) - len(kinds)
    if borrowed:
        rows.append(LegendRow(OUT_OF_SCOPE_FILL, False, False, "Outside this option", borrowed))
    return tuple(rows)
