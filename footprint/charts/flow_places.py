"""Flow places: where bars, bands and names of a flow lie, as rows of a specification's data.

Names are folded where there is room, and none stands on another.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from footprint.charts.dot_marks import PICK
from footprint.charts.flow import Band, Flow, Node, Stage
from footprint.charts.setting import Setting, Spec, plain
from footprint.english import short_name

# Pixels: all people, and between two bars of the fullest column; the same where rows stand close,
# in a part, which has few bars, and of all people where they are cut over several sheets.
_ROOMY, _CLOSE, _PART, _CUT = (600.0, 8.0), (300.0, 7.5), (250.0, 8.0), (300.0, 9.0)
_BENDS = (0.0, 0.25, 0.5, 0.75, 1.0)
Tops = Mapping[str, float]
# Pixels of the letters of names, from one line to the next, and from one name to the next.
NAMED, LINE, _APART = 11, 12, 2
# Letters of a line that reads well; where there is little room; and of one that cannot be folded.
LONG, SHORT = 29, 18
# Letters of a line between two columns, in bold; and where all of a part are named there.
_INNER, BETWEEN = 14, 20
_UNFOLDED = 44
_MOST_LINES = 3
_WHOLE = {"break_long_words": False, "break_on_hyphens": False}
# Pixels that a name may stand above or below the middle of its bar.
_AWAY = 8
Lines = tuple[str, ...]


@dataclass(frozen=True)
class Depth:
    """How deep columns are, in pixels: for all people, and with the gaps between bars."""

    people: float
    whole: float

    @classmethod
    def of(cls, chart: Flow, setting: Setting) -> Depth:
        """The depth that the fullest column needs."""
        people, gap = _ROOMY if setting.folds else _CLOSE
        if chart.part:
            people, gap = _PART[0] * setting.stretch * chart.share, _PART[1]
        elif chart.share < 1:
            people, gap = _CUT[0] * chart.share, _CUT[1]
        return cls(people, people + gap * (max(len(stage.nodes) for stage in chart.stages) - 1))

    def pixel(self, stage: Stage) -> float:
        """Pixels to a person."""
        return self.people / stage.people

    def tops(self, stage: Stage) -> Tops:
        """Where each bar of a column begins: all columns are equally deep."""
        between = (self.whole - self.people) / max(len(stage.nodes) - 1, 1)
        tops, top = {}, 0.0
        for node in stage.nodes:
            tops[node.id] = top
            top += node.people * self.pixel(stage) + between
        return tops

    def middles(self, stage: Stage) -> Tops:
        """Where each bar of a column has its middle, from top to bottom."""
        tops, half = self.tops(stage), self.pixel(stage) / 2
        return {node.id: tops[node.id] + node.people * half for node in stage.nodes}


def node_row(
    node: Node, stage: int, top: float, pixel: float, setting: Setting, stages: int
) -> Spec:
    """A bar as a row: where it begins and ends, and what is told of it."""
    high = node.people * pixel
    return {
        "stage": stage,
        "top": round(top, 1),
        "end": round(top + high, 1),
        "middle": round(top + high / 2, 1),
        "name": plain(node.name),
        "text": node.text,
        "traced": node.traced,
        "side": ("left", "inner", "right")[(stage > 0) + (stage == stages - 1)],
        PICK: f"{node.id}|{setting.turn}",
    }


def band_rows(chart: Flow, number: int, tops: list[Tops], depth: Depth) -> Iterator[Spec]:
    """The bands from one column to the next, each as points along its way."""
    pixel = depth.pixel(chart.stages[number])
    for band, start, end in placed(chart, number, tops, depth):
        told = plain(_told(chart, band))
        about = {"firm": band.firm, "traced": band.traced, "told": told}
        for part in _BENDS:
            top = start + (end - start) * part * part * (3 - 2 * part)
            yield {
                "band": f"{number} {band.source} {band.target}",
                "stage": number + part,
                "from": round(top, 1),
                "to": round(top + band.people * pixel, 1),
                # A browser looks at the first point of a band alone.
                **({} if part else about),
            }


def placed(
    chart: Flow, number: int, tops: Sequence[Tops], depth: Depth
) -> Iterator[tuple[Band, float, float]]:
    """Where each band from one column to the next begins and ends, below the one before at both.

    They come in the order of drawing.
    """
    left, right, pixel = tops[number], tops[number + 1], depth.pixel(chart.stages[number])
    bands = [band for band in chart.bands if band.stage == number]
    ways = sorted(bands, key=lambda one: (left[one.source], right[one.target]))
    starts = _stacked([(band, band.source) for band in ways], left, pixel)
    ways = sorted(bands, key=lambda one: (right[one.target], left[one.source]))
    ends = _stacked([(band, band.target) for band in ways], right, pixel)
    for band in _drawn(chart, number):
        yield band, starts[band], ends[band]


def bands_told(chart: Flow) -> Iterator[tuple[str, str]]:
    """From where to where each band leads and how many people it is, in the order of drawing."""
    for number in range(len(chart.stages) - 1):
        for band in _drawn(chart, number):
            yield _way(chart, band), band.text


def _drawn(chart: Flow, number: int) -> list[Band]:
    """The bands from one column to the next; what is looked for lies above the rest."""
    bands = [band for band in chart.bands if band.stage == number]
    return sorted(bands, key=lambda one: one.traced)


def _told(chart: Flow, band: Band) -> str:
    return f"{_way(chart, band)}: {band.text}"


def _way(chart: Flow, band: Band) -> str:
    ends = ((chart.stages[band.stage], band.source), (chart.stages[band.stage + 1], band.target))
    return " → ".join(next(n.name for n in stage.nodes if n.id == one) for stage, one in ends)


def _stacked(ways: list[tuple[Band, str]], tops: Tops, pixel: float) -> dict[Band, float]:
    """Where each band meets its bar, one below the other in the order given."""
    filled, met = dict(tops), {}
    for band, bar in ways:
        met[band] = filled[bar]
        filled[bar] += band.people * pixel
    return met


@dataclass(frozen=True)
class Name:
    """A name on its lines, and how far below the middle of its bar the first is, in pixels."""

    lines: Lines
    below: float


def names(stage: Stage, depth: Depth, setting: Setting, letters: int) -> Mapping[str, Name]:
    """The names of a column by footprint, the longest folded first.

    One that finds no room stays on one line, cut where it may be. Where rows stand close, all do,
    each in the middle of its bar.
    """
    told = tuple(plain(short_name(node.name)) for node in stage.nodes)
    bars = tuple(depth.middles(stage).values())
    placed = _placed(told, bars, letters) if setting.folds else [Name((one,), 0.0) for one in told]
    most = _UNFOLDED if letters == LONG else letters
    return {
        node.id: replace(one, lines=tuple(setting.cut(line, most) for line in one.lines))
        for node, one in zip(stage.nodes, placed, strict=True)
    }


def inner(node: Node) -> Name:
    """The name of a bar between two columns, whole on as many lines as it takes."""
    told = plain(short_name(node.name))
    lines = tuple(textwrap.wrap(told, max(_INNER, *map(len, told.split())), **_WHOLE))
    return Name(lines, -LINE * (len(lines) - 1) / 2)


# Every run of a page asks for the same few columns again.
@lru_cache(maxsize=64)
def _placed(told: Lines, bars: tuple[float, ...], letters: int) -> tuple[Name, ...]:
    """Names beside their bars, from top to bottom, whole."""
    lines: list[Lines] = [(name,) for name in told]
    for place in sorted(range(len(lines)), key=lambda place: -len(told[place])):
        lines[place] = _folded(place, lines, bars, letters)
    return tuple(
        Name(one, round(middle - bar - LINE * (len(one) - 1) / 2, 1))
        for one, middle, bar in zip(lines, _spread(lines, bars), bars, strict=True)
    )


def _folded(place: int, lines: Sequence[Lines], bars: Sequence[float], letters: int) -> Lines:
    """A name on as few lines as are short enough, or on as many as there is room for."""
    best = lines[place]
    (name,) = best
    for count in range(1, _MOST_LINES + 1):
        tried = _even(name, count)
        spread = _spread([*lines[:place], tried, *lines[place + 1 :]], bars)
        away = max(abs(middle - bar) for middle, bar in zip(spread, bars, strict=True))
        if away > _AWAY:
            break
        best = tried
        if max(map(len, best)) <= letters:
            break
    return best


def _even(name: str, count: int) -> Lines:
    """A name on so many lines, or fewer, as near to equally long as its words allow."""
    wide = -(-len(name) // count)
    while len(lines := textwrap.wrap(name, wide, **_WHOLE)) > count:
        wide += 1
    return tuple(lines)


def _spread(lines: Sequence[Lines], bars: Sequence[float]) -> list[float]:
    """How far down names stand, as near to their bars as can be without one on another.

    Names that meet move as one, by as much as their bars are off on average.
    """
    halves = [(LINE * len(one) + _APART) / 2 for one in lines]
    between = (above + below for above, below in zip(halves, halves[1:], strict=False))
    # Where each would stand if all of them met.
    packed = list(accumulate(between, initial=0.0))
    groups: list[tuple[float, int]] = []
    for bar, place in zip(bars, packed, strict=True):
        shift, size = bar - place, 1
        while groups and groups[-1][0] > shift:
            other, more = groups.pop()
            shift, size = (shift * size + other * more) / (size + more), size + more
        groups.append((shift, size))
    shifts = [shift for shift, size in groups for _ in range(size)]
    return [place + shift for place, shift in zip(packed, shifts, strict=True)]
