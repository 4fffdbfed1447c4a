"""The palette: every colour of the maps and papers, named by what it means, safe for every eye."""

from __future__ import annotations

import numpy as np

# What everything stands on, and what parts a dark line from a dark ground.
PAPER = "#ffffff"
# Blue, straw, lilac, sage, sand, mint and sky: told apart by every eye, calm beside each other, and
# light enough for names in ink at a contrast of 7.
QUALITATIVE: tuple[str, ...] = (
    "#7bbafa",
    "#f2e7a9",
    "#c0abcb",
    "#99baa1",
    "#d2b780",
    "#d5f3dc",
    "#a9e3ff",
)
# Steps of one blue past the NHS blue, each told from the next by every eye; none is near to white.
SEQUENTIAL: tuple[str, ...] = (
    "#c4dff8",
    "#8ec0eb",
    "#5ba1dd",
    "#307fcf",
    "#0663bc",
    "#014791",
    "#002a66",
)
NO_FIGURE_FILL, OUT_OF_SCOPE_FILL = PAPER, "#c8cbce"
# Blue and orange are told apart by everybody; a mark tells them apart in print as well.
MEETS_FILL, MISSES_FILL = "#b8d4ee", "#f2a58c"
# Neither: what lies inside one authority crosses no border.
INSIDE_FILL = QUALITATIVE[1]
WHOLE_FILL, NEARLY_WHOLE_FILL, SPLIT_FILL, SHATTERED_FILL = (
    *SEQUENTIAL[:2],
    MISSES_FILL,
    "#d9603b",
)
# Words, thin rules and patterns over fills; black where nothing else can be read.
INK, QUIET_INK, RULE, PATTERN_INK, BLACK_INK = "#14283c", "#3b4a57", "#aab7c2", "#3d4f60", "#000000"
# Behind the row of a chart that is chosen, and where a flow is not the one traced.
CHOSEN_BAND, FAINT_FLOW = "#e8edee", "#f0f5fb"
# Paler than the lines between footprints, which are in ink.
COAST_LINE, AUTHORITY_LINE, CHOSEN_LINE = "#52697f", "#7b8c9b", "#0b0c0c"
# The NHS's blue and its rule for workbooks; slides and documents have theirs from their templates.
HOUSE_BLUE, OFFICE_RULE = "#005eb8", "#c8d3da"
# For a black-and-white printer: what QUALITATIVE becomes, some of it with stripes over it.
QUALITATIVE_GREYS: tuple[str, ...] = (
    "#d4d4d4",
    "#ffffff",
    "#b0b0b0",
    "#8f8f8f",
    "#ffffff",
    "#ffffff",
    "#d4d4d4",
)
_LIGHTEST_GREY, _DARKEST_GREY = 0xD4, 0x2B
# Among light greys a step looks smaller than among dark ones, so it is made larger.
_GREY_POWER = 0.8


def sequential(count: int) -> tuple[str, ...]:
    """Return so many blues from light to dark, evenly apart and as far as they can be."""
    step = (len(SEQUENTIAL) - 1) // max(count - 1, 1)
    return SEQUENTIAL[::step][:count] if count > 1 else SEQUENTIAL[1:2]


def sequential_greys(count: int) -> tuple[str, ...]:
    """Return so many greys from light to dark, as far apart as they can be."""
    ends = np.power([_LIGHTEST_GREY, _DARKEST_GREY], _GREY_POWER)
    steps = (np.linspace(*ends, max(count, 2)) ** (1 / _GREY_POWER)).round().astype(int)
    return tuple(f"#{step:02x}{step:02x}{step:02x}" for step in steps[:count])
