"""Led slides: a whole answer on one slide, its lines and key figures beside the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pptx.slide import Slide

from footprint.office.text_sizes import tall
from footprint.papers.box import Box
from footprint.papers.paper import Paper
from footprint.slides.columns import SIZES, figures, figures_height
from footprint.slides.decks import room
from footprint.slides.texts import write_led

# The map takes half of the slide, and the words beside it begin so far from it.
_MAP, _APART = 172.0, 6.0
# Letters of the lines, in points, and what lies between two of them, in millimetres.
_MOST, _LEAST, _BETWEEN = 14, 9, 1.6


def led_map(kept: Box) -> Box:
    """Where the map stands beside what leads its paper."""
    return replace(kept, width=_MAP)


def fill_led(slide: Slide, paper: Paper) -> None:
    """Write what leads a paper beside its map, and under it the key figures with their ranks."""
    beside, below = (room(slide.slide_layout, name).box for name in ("Summary", "Notes"))
    left = room(slide.slide_layout, "Map").box.left + _MAP + _APART
    column = Box(left, beside.top, beside.right - left, below.bottom - beside.top)
    told = replace(paper, figures=_with_ranks(paper.figures))
    said = tuple(one for chapter in paper.leading for one in chapter.said)
    lines = tuple(line for chapter in paper.leading for line in chapter.lines)
    size = _size(said, told, column)
    box = replace(column, height=_high(said, size, column.width))
    write_led(slide, "Summary", lines, size, box, between=_BETWEEN)
    top = box.bottom + 2 * _BETWEEN
    figures(slide, told, replace(column, top=top, height=column.bottom - top))


def _size(lines: Sequence[str], told: Paper, column: Box) -> float:
    """The largest letters of the lines that leave room for figures, these no larger than needed."""
    for large, small in SIZES[1:]:
        left = column.height - figures_height(told, column.width, large, small) - 2 * _BETWEEN
        for size in range(2 * _MOST, 2 * _LEAST - 1, -1):
            if _high(lines, size / 2, column.width) <= left:
                return size / 2
    return _LEAST


def _high(lines: Sequence[str], size: float, wide: float) -> float:
    return sum(tall(said, size, wide, bold=True) + _BETWEEN for said in lines)


def _with_ranks(figures: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each figure under a label that says its rank, where one follows it."""
    ranks = {label.removesuffix(_RANK): text for label, text in figures if label.endswith(_RANK)}
    return tuple(
        (f"{label}: {ranks[label]}" if label in ranks else label, text)
        for label, text in figures
        if not label.endswith(_RANK)
    )


_RANK = ": rank"
