"""Picture: plans compared as maps in step and as charts, with what a paper says of them."""

from __future__ import annotations

from dataclasses import replace

from footprint.charts.slope import Slope
from footprint.charts.strip import Strip
from footprint.content.charts import measure_slope, measure_strip
from footprint.content.figures import text_table
from footprint.content.pair_maps import pair_layers, pair_maps, scope_of
from footprint.content.values import Picture
from footprint.criteria import differences
from footprint.criteria.differences import Line, Side
from footprint.maps.comparison_sentences import extent
from footprint.measures.catalogue import BY_KEY
from footprint.pages.compared.sides import (
    both,
    comparison,
    in_order,
    letters_of,
    measure_of,
    selected_of,
    titles_of,
)
from footprint.plans.plan import titled
from footprint.plans.scope import Scope
from footprint.view import View
from footprint.workspace.workspace import Workspace


def picture_of(
    work: Workspace,
    view: View,
    sides: list[Side],
    sentence: str,
    reckoned: str,
    scores: tuple[Line, ...],
) -> Picture:
    """What is compared as a picture, before it can be told of a part."""
    before, after = both(sides)
    named, within = letters_of(sides), scope_of(work, view)
    layers, key = pair_layers(work, view, sentence, named)
    selected, headings = selected_of(work, view), _headings(view, sides)
    return Picture(
        title=_title(sides, within),
        subtitle=reckoned,
        summary=sentence,
        maps=pair_maps(work, view, layers, selected, headings),
        key=key,
        table=text_table("Scorecard", differences.as_table(list(scores), titles_of(sides), named)),
        figures=tuple(
            (f"Footprints: {letter}: {titled(side.plan)}", str(len(side.figures)))
            for letter, side in in_order(named, sides)
        ),
        plans=(before, *(side.plan for side in sides[2:]), after),
        measures=(BY_KEY[view.measure],) if view.measure else (),
        # Of several maps each has the note of its plan.
        notes=tuple(dict.fromkeys(side.plan.note for side in sides)) if len(layers) == 1 else (),
        selected=selected[1],
        charts=_charts(work, view, sides, selected[0]),
        scope=frozenset() if within.everywhere else within.blocks,
    )


def _named(title: str) -> str:
    """A plan's title within a sentence; a comma would part it."""
    return f"“{title}”" if "," in title else title


_MANY = {3: "Three", 4: "Four"}


def _title(sides: list[Side], within: Scope) -> str:
    """What is compared and where, to be read aloud; maps beside the first two have their titles."""
    before, after, *others = map(_named, titles_of(sides))
    count = f"{_MANY[len(sides)]} plans compared: from" if others else "From"
    where = "" if within.everywhere else f", in {within.name}"
    return f"{count} {before} to {after}{where}"


def _headings(view: View, sides: list[Side]) -> tuple[tuple[str, str], ...]:
    """What stands above each map: its letter and title, and below them what it shows in short."""
    measure = measure_of(view)
    return tuple(
        (
            f"{letter}: {titled(side.plan)}",
            extent(side.plan, measure, side.figures[measure.key]),
        )
        for letter, side in zip(letters_of(sides), sides, strict=False)
    )


def _charts(
    work: Workspace, view: View, sides: list[Side], selected: str
) -> tuple[Slope | Strip, ...]:
    """What changes from A to B, where anything does, and every plan's figures."""
    slope = _slope(work, view, sides, selected)
    return (slope, _strip(view, sides)) if slope.named else (_strip(view, sides),)


def _slope(work: Workspace, view: View, sides: list[Side], selected: str) -> Slope:
    """The measure of each footprint of A, and of the one of B that most of its people are in."""
    measure, named = measure_of(view), letters_of(sides)
    first, second = (side.figures[measure.key] for side in sides[:2])
    slope = measure_slope(
        comparison(work, view), measure, (first, second), selected, (named[0], named[1])
    )
    return replace(slope, among=f" of {_MANY[len(sides)].lower()} plans" if sides[2:] else "")


def _strip(view: View, sides: list[Side]) -> Strip:
    """The measure of every footprint in scope under each plan, further ones too."""
    measure, ordered = measure_of(view), in_order(letters_of(sides), sides)
    held = [(side.plan, side.figures[measure.key]) for _, side in ordered]
    return measure_strip(held, measure, [letter for letter, _ in ordered])
