"""Pictures: how many options there are, where plans stand among them, and what trades for what."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from footprint.charts.plot.values import Look, Mark, Plot, Point, Series
from footprint.charts.setting import whole_step
from footprint.english import large, listed, within
from footprint.every_option import words
from footprint.every_option.answer import Answer
from footprint.standing.asked import footprints, narrowed, question_of
from footprint.standing.place import Place
from footprint.view import View
from footprint.workspace import counts
from footprint.workspace.workspace import Workspace

_LOOKS: tuple[Look, ...] = ("line", "dashed", "dotted")
_PARTS = 5
_SCALE = "Each line of the scale is 1,000 times the one below."


def ways(work: Workspace, view: View, held: Iterable[Place]) -> Plot:
    """How many options there are by number of footprints, and how many each condition leaves."""
    question = question_of(view)
    steps = words.conditions(question, counts.units(work, view.bodies), work.tiers)
    # With more conditions than ways to draw them, the first, the one before the last and the last.
    asked = [("in one piece", question.open), *steps]
    asked = asked if len(asked) <= len(_LOOKS) else [asked[0], *asked[-2:]]
    counted = [(said, counts.counted(work, view.bodies, one).by_footprints) for said, one in asked]
    most = max((many for _, sizes in counted for many in sizes.values()), default=1)
    # Of a part of England a plan has fewer footprints than it has in all.
    shown = [one for one in held if one.number or not narrowed(view)]
    marks = [Mark(one.title, one.size) for one in shown if one.size <= len(counted[0][1])]
    return Plot(
        title="How many ways there are, by number of footprints",
        across="Footprints",
        up="Options",
        series=tuple(
            Series(f"and {said}" if number else said, look, _counts(sizes))
            for number, ((said, sizes), look) in enumerate(zip(counted, _LOOKS, strict=False))
        ),
        ticks=_powers(most),
        marks=tuple(_once(marks)),
        said=" ".join([*_drawn(asked), _SCALE, *_sharing(marks)]),
    )


def _drawn(asked: Sequence[tuple[str, object]]) -> Iterable[str]:
    """What each of several lines counts, in a sentence each; one alone needs none."""
    if len(asked) == 1:
        return
    (first, _), *others = asked
    yield f"The line counts all options {first}."
    for look, (said, _) in zip(_LOOKS[1:], others, strict=False):
        yield f"The {look} line counts those with {said}."


def _counts(sizes: Mapping[int, int]) -> tuple[Point, ...]:
    return tuple(
        Point(size, math.log10(many), f"{footprints(size)}: {large(many)}")
        for size, many in sizes.items()
    )


def _powers(most: int) -> tuple[tuple[float, str], ...]:
    top = max(1, math.ceil(math.log10(most) / 3))
    return tuple((3.0 * n, large(1000**n)) for n in range(top + 1))


def _once(marks: Iterable[Mark]) -> Iterable[Mark]:
    """Plans at the same place share a mark, which is that of an option where any of them is one."""
    for said in _placed(marks).values():
        first, *more = said
        name = f"{first.name} and {len(more)} more" if more else first.name
        yield replace(first, name=name, outside=first.outside if _outside(said) else "")


def _placed(marks: Iterable[Mark]) -> dict[tuple[int, float | None], list[Mark]]:
    """The marks of the plans at each place."""
    found: dict[tuple[int, float | None], list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.across, mark.up), []).append(mark)
    return found


def _outside(marks: Iterable[Mark]) -> bool:
    return all(mark.outside for mark in marks)


def _none_of_these(marks: Iterable[Mark], look: str) -> list[str]:
    """Which plans are none of the options, and why; `look` says how such alone are drawn."""
    return [
        f"{one.name} {one.outside}{look if _outside(said) else ''}."
        for said in _placed(marks).values()
        for one in said
        if one.outside
    ]


def _sharing(marks: Iterable[Mark]) -> list[str]:
    """Who is meant by "and so many more", for the key of a plot."""
    placed = ([mark.name for mark in said] for said in _placed(marks).values())
    shared = (said for said in placed if len(said) > 1)
    return [
        f"{listed(more)} {'stand' if len(more) > 1 else 'stands'} at the same place as {one}."
        for one, *more in shared
    ]


def _of_other_sizes(view: View, shown: Iterable[Place]) -> list[str]:
    """Which plans have another number of footprints than the options they are drawn among."""
    others = [one for one in shown if one.size != view.footprints]
    if not others:
        return []
    told = listed([f"{one.title} has {footprints(one.size)}" for one in others])
    return [f"The options here have {footprints(view.footprints)}; {told}."]


def _key(view: View, shown: Sequence[Place], marks: Sequence[Mark], look: str) -> list[str]:
    """What the marks of plans do not say of themselves, in sentences."""
    return [*_sharing(marks), *_none_of_these(marks, look), *_of_other_sizes(view, shown)]


def spread(view: View, answer: Answer, held: Iterable[Place]) -> Plot | None:
    """How the options lie by the first measure, with plans marked; None where there is none."""
    among = answer.distribution(view.footprints)
    if not among:
        return None
    whole = sum(among.values())
    banded, width = _banded(among)
    most, few = max(banded.values()), len(banded) <= _FEW_BARS
    bars = [
        Point(
            figure,
            float(Fraction(100 * many, whole)),
            f"{_band(figure, width)}: {words.share(many, whole)}, {_options(many)}",
            written=words.share(many, whole) if few or many * _LOW < most else "",
        )
        for figure, many in banded.items()
    ]
    step = _step(max(bar.up for bar in bars))
    shown = [one for one in held if one.figures is not None]
    marks = [Mark(one.title, one.figures[0], outside=one.outside) for one in shown]
    measure = answer.measures[0]
    return Plot(
        title=f"Where plans stand: {within(measure.label)}",
        across=measure.label,
        up="Share of options",
        series=(Series("Share of options", "bars", tuple(bars)),),
        ticks=tuple((float(n), f"{n}%") for n in range(0, step * _PARTS + 1, step)),
        marks=tuple(_once(marks)),
        said=" ".join(_key(view, shown, marks, "; its line is dashed")),
        band=width,
    )


_MOST_BARS = 40
# Each of so few bars has its figure written over it, and of more those so many times lower than the
# highest.
_FEW_BARS, _LOW = 12, 40


def _banded(among: Mapping[int, int]) -> tuple[dict[int, int], int]:
    """The same in bands, where there are too many figures to draw."""
    span = max(among) - min(among)
    width = 1 if span < _MOST_BARS else 10 ** math.ceil(math.log10(span / _MOST_BARS))
    found: dict[int, int] = {}
    for figure, many in among.items():
        band = figure // width * width
        found[band] = found.get(band, 0) + many
    return found, width


def _band(figure: int, width: int) -> str:
    return f"{figure:,}" if width == 1 else f"{figure:,} to {figure + width - 1:,}"


_DOTS = (
    "Each dot is what some options have; for a blue one, no option has fewer of one without more "
    "of the other.",
    "Plans are black.",
)


def trade(view: View, answer: Answer, held: Iterable[Place]) -> Plot | None:
    """What has to be given up of one measure for another; None for one measure or no option."""
    frontier = answer.frontier(view.footprints)
    if len(answer.measures) < 2 or not frontier:
        return None
    first, second = answer.measures
    least = tuple(_pair(view, answer, one) for one in frontier)
    others = tuple(
        _pair(view, answer, one)
        for one, sizes in answer.joint.items()
        if sizes.get(view.footprints) and one not in frontier
    )
    shown = [one for one in held if one.figures is not None]
    plans = [Mark(one.title, one.figures[0], float(one.figures[1]), one.outside) for one in shown]
    marks = tuple(_once(plans))
    top = max([*(point.up for point in (*least, *others)), *(mark.up or 0.0 for mark in marks)])
    step = _step(top)
    return Plot(
        title=f"{second.label} against {within(first.label)}",
        across=first.label,
        up=second.label,
        series=(
            Series("What options have", "dots", others),
            Series("No option has fewer of one without more of the other", "steps", least),
        ),
        ticks=tuple((float(n * step), large(n * step)) for n in range(int(top // step) + 2)),
        marks=marks,
        said=" ".join([*_DOTS, *_key(view, shown, plans, "; its mark is hollow")]),
    )


def _pair(view: View, answer: Answer, figures: tuple[int, ...]) -> Point:
    said = [
        f"{count:,} {measure.of[count != 1]}"
        for count, measure in zip(figures, answer.measures, strict=True)
    ]
    many = answer.total(view.footprints, figures)
    told = f"{' and '.join(said)}: {_options(many)}"
    return Point(figures[0], float(figures[1]), told, key="-".join(map(str, figures)))


def _options(many: int) -> str:
    return f"{large(many)} {'option' if many == 1 else 'options'}"


def _step(top: float) -> int:
    """A round distance from tick to tick."""
    return whole_step(top / _PARTS)


def points_of(charts: Iterable[Plot]) -> dict[str, str]:
    """What is said of each point that can be pressed, by its key, fewest first."""
    points = [point for chart in charts for one in chart.series for point in one.points]
    keyed = sorted((point for point in points if point.key), key=lambda one: figures_of(one.key))
    return {point.key: point.told for point in keyed}


def figures_of(key: str) -> tuple[int, ...]:
    """The figures that a point of the trade names."""
    return tuple(map(int, key.split("-")))
