"""Small dots: every footprint ranked by a measure, so low that they stand beside a map."""

from __future__ import annotations

import html
from collections.abc import Iterator

from footprint.charts.dots import Dot, Dots, Line
from footprint.charts.setting import Scale, scale_of
from footprint.english import short_name


def small_dots(chart: Dots) -> str:
    """Draw dots as a list that is one picture to those who cannot see it, told in its words.

    Each has the code of its footprint, by which the page lights it on the map and chooses it.
    """
    known = [dot.value for dot in chart.known if dot.value is not None]
    scale = scale_of([*known, *(line.value for line in chart.drawn_lines)], chart.unit)
    lines = "".join(_lines(chart.drawn_lines, scale))
    rows = "".join(_rows(chart, scale))
    return (
        f'<div class="small-dots" role="img" aria-label="{html.escape(chart.words)}" '
        f'style="--lines:{len(chart.drawn_lines)}"><div>{lines}{rows}</div></div>'
    )


def _along(value: float, scale: Scale) -> str:
    return f"{100 * (value - scale.low) / (scale.high - scale.low):.1f}%"


def _is_far(value: float, scale: Scale) -> bool:
    return 2 * value > scale.low + scale.high


def _lines(lines: tuple[Line, ...], scale: Scale) -> Iterator[str]:
    """Lines from top to bottom, whose words stand above all, on a row for each."""
    for count, line in enumerate(lines):
        at = f"--at:{_along(line.value, scale)};--row:{count}"
        # Near the right end there is room for words on the left alone.
        late = ' class="late"' if _is_far(line.value, scale) else ""
        yield f'<s style="{at}"{late}><span>{html.escape(line.words)}</span></s>'


def _rows(chart: Dots, scale: Scale) -> Iterator[str]:
    """A row for each dot; the first, the last and the chosen one have their words beside them."""
    ends = {chart.known[0].id, chart.known[-1].id} if chart.known else set()
    for dot in chart.rows:
        looks = [
            "chosen" if dot.id == chart.selected else "",
            "end" if dot.id in ends else "",
            "below" if dot.below else "",
            "shared" if dot.estimated else "",
            # Above and left of a dot there are no others, nor below and right of it.
            "left" if dot.value is not None and _is_far(dot.value, scale) else "",
        ]
        at = "" if dot.value is None else f' style="--at:{_along(dot.value, scale)}"'
        look = " ".join(filter(None, looks)) or "usual"
        yield (
            f'<i data-id="{html.escape(dot.id)}" data-said="{html.escape(_said(dot))}" '
            f'class="{look}"{at}></i>'
        )


def _said(dot: Dot) -> str:
    return f"{short_name(dot.name)}, {dot.text}"
