"""Rare: where there are only a few options, each of them, told by how it differs from the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footprint.content.values import Column, Table
from footprint.every_option import as_plans
from footprint.every_option.answer import Answer
from footprint.every_option.units import Units
from footprint.maps.layer import Area, Layer, LegendRow, footprint_positions
from footprint.maps.palette import OUT_OF_SCOPE_FILL, QUALITATIVE
from footprint.measures.said import Said, Words
from footprint.plans.plan import Plan
from footprint.standing.place import part_of
from footprint.view import View
from footprint.workspace import counts, plans
from footprint.workspace.workspace import Workspace

MOST = 12
"""So few options are listed whole."""


@dataclass(frozen=True)
class Rare:
    """One of a few options: its number, its plan, and what is together in it and not in all.

    `apart` holds the ids of the footprints it does not share with all the others, `words` names
    their ICBs, and `shared` the ICBs of those that it does share and that hold several.
    """

    number: int
    plan: Plan
    figures: tuple[int, ...]
    apart: frozenset[str]
    words: str
    shared: str = ""

    @property
    def called(self) -> str:
        """Its number in the list, with what it is called elsewhere."""
        return f"{self.number} ({as_plans.mark(self.plan.key)})"


def rare(work: Workspace, view: View, answer: Answer) -> tuple[Rare, ...]:
    """Every option where there are few; none where there are many, or none at all."""
    total, units = answer.total(view.footprints), answer.units
    if not 0 < total <= MOST:
        return ()
    # The same numbers whatever is measured beside the count.
    plain = counts.counted(work, view.bodies, answer.question).counted
    made = [plain.option(number, view.footprints) for number in range(total)]
    joined = [{codes for codes in as_plans.groups(one, units) if len(codes) > 1} for one in made]
    always = set.intersection(*joined) if total > 1 else set()
    return tuple(
        Rare(
            number,
            as_plans.inside(
                plans.plan(work, counts.key_of(work, view.bodies, option, units)),
                option,
                part_of(view),
            ),
            answer.figures(option),
            frozenset(as_plans.footprint_of(codes, units).id for codes in own - always),
            _named(own - always, units) or "nothing else",
            _named(always, units),
        )
        for number, (own, option) in enumerate(zip(joined, made, strict=True), start=1)
    )


def layer_of(one: Rare, found: tuple[Rare, ...]) -> Layer:
    """One of a few options as a map on which only what is not in all of them has colour and name.

    Beside each other there is no room for the names of all, and most are the same on each.
    """
    plan = one.plan
    areas = tuple(
        Area(
            id=own.id,
            name=own.name,
            fill=_OWN if own.id in one.apart else OUT_OF_SCOPE_FILL,
            labelled=own.id in one.apart,
        )
        for own in plan.assigned.footprints
    )
    return Layer(
        title=f"Option {one.called}",
        summary=f"Together: {one.words}.",
        areas=areas,
        area_of_block=footprint_positions(plan),
        legend_title="Which footprints these options have",
        legend=_legend(found, len(areas)),
    )


_OWN = QUALITATIVE[0]


def _legend(found: tuple[Rare, ...], size: int) -> tuple[LegendRow, ...]:
    """What is coloured; how many differ is counted in words, as one legend serves all the maps."""
    own = [len(one.apart) for one in found]
    others = [size - count for count in own]
    said = ("Together, but not in all of them", "In all of them, or by itself")
    if len(found) == 1:
        said = ("Several together", "One on its own")
    return tuple(
        LegendRow(fill=fill, words=words, count=max(many), counted=_between(many))
        for fill, words, many in zip((_OWN, OUT_OF_SCOPE_FILL), said, (own, others), strict=True)
        if max(many)
    )


def _between(many: Sequence[int]) -> str:
    return "" if min(many) == max(many) else f"{min(many)} to {max(many)}"


def table(found: tuple[Rare, ...], answer: Answer) -> Table | None:
    """The same as a table that names all that are together; None where there is nothing to list."""
    if not found:
        return None
    rows = [(one.called, one.words, *map(Said, one.figures)) for one in found]
    if shared := found[0].shared:
        each = zip(*(one.figures for one in found), strict=True)
        rows.append((f"All {len(found)}", shared, *map(_figures, each)))
    headings = ("Option", "Together in one footprint", *(one.label for one in answer.measures))
    title = "The only option" if len(found) == 1 else f"All {len(found)} options"
    return Table(title, tuple(map(Column, headings)), tuple(rows))


def named_in(listed: Table, one: str) -> str:
    """Where the table names what a footprint is made of, and what is so of whoever is not named."""
    first = listed.rows[-1][0]
    shared = f" or in “{first}”" if str(first).startswith("All") else ""
    where = f"the option’s own row{shared}"
    return (
        f"The table names every {one} that shares a footprint, in {where}. Every other "
        f"{one} is a footprint by itself."
    )


def _figures(many: Sequence[int]) -> Words:
    low, high = min(many), max(many)
    return Said(low) if low == high else f"{low:,} to {high:,}"


def _named(several: Iterable[tuple[str, ...]], units: Units) -> str:
    """The ICBs of some footprints in full, the largest first, as the footprints are called."""
    largest = [sorted(codes, key=lambda code: -_residents(code, units)) for codes in several]
    named = (" + ".join(units.names[units.place[code]] for code in one) for one in largest)
    return "; ".join(sorted(named))


def _residents(code: str, units: Units) -> int:
    return units.residents[units.place[code]]
