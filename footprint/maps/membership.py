"""Membership: who joins whom under a plan, neighbours told apart by colour."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.maps.layer import Area, Layer, LegendRow, footprint_positions
from footprint.maps.marks import KIND_MARK, Mark, in_force
from footprint.maps.palette import OUT_OF_SCOPE_FILL
from footprint.plans.assignment import Footprint
from footprint.plans.kinds import KIND_MEANING, KIND_WORDS, Kind
from footprint.plans.plan import Plan, Seen, noun, titled

# What a legend says of such colours.
COLOURS = "Colours only tell neighbours apart."


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
    kinds = plan.kinds
    own = plan.drawn or frozenset(plan.by_id)
    areas = tuple(
        Area(
            id=footprint.id,
            name=footprint.name,
            fill=colours[footprint.id] if footprint.id in own else OUT_OF_SCOPE_FILL,
            marks=_marks(kinds[footprint.id], own=footprint.id in own),
            tooltip=_told(kinds[footprint.id], footprint, inside[footprint.id]),
            labelled=footprint.id in own,
        )
        for footprint in plan.footprints
    )
    return Layer(
        title=f"{QUESTION[plan.seen]}: {titled(plan)}",
        summary=summary,
        areas=areas,
        area_of_block=footprint_positions(plan),
        legend_title=f"What each {noun(plan, 1)} is",
        legend=_kind_rows(kinds, own),
        note=COLOURS,
    )


def _told(kind: Kind, footprint: Footprint, inside: str) -> tuple[str, ...]:
    # One ICB alone would say its name twice.
    made_of = () if inside == footprint.name else (inside,)
    return (KIND_WORDS[kind], *made_of)


# What a map of footprints answers; where it is of a part, “in” stands after the first words.
EACH = "How each ICB"
QUESTION: Mapping[Seen, str] = {"bodies": f"{EACH} is made up", "teams": "Who joins whom"}


def _marks(kind: Kind, *, own: bool) -> Mark:
    return KIND_MARK[kind] if own else in_force(kind)


def _kind_rows(kinds: Mapping[str, Kind], own: frozenset[str]) -> tuple[LegendRow, ...]:
    shown = [kind for footprint, kind in kinds.items() if footprint in own]
    rows = [
        LegendRow(
            fill=None,
            marks=KIND_MARK[kind],
            words=f"{KIND_WORDS[kind]}: {meaning}",
            count=shown.count(kind),
        )
        for kind, meaning in KIND_MEANING.items()
        if kind in shown
    ]
    borrowed = len(kinds) - len(shown)
    if borrowed:
        rows.append(LegendRow(fill=OUT_OF_SCOPE_FILL, words="Outside this option", count=borrowed))
    return tuple(rows)
