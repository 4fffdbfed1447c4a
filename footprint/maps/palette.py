"""The palette: every colour of the maps and papers, named by what it means, safe for every eye."""

from __future__ import annotations

import numpy as np

# What everything stands on, and what parts a dark line from a dark ground.
PAPER = "#ffffff"
# Paul Tol's "light" set, made for labelled areas and colour-blind readers, a quarter lighter.
QUALITATIVE: tuple[str, ...] = (
    "#99bfe5",
    "#f2e6a6",
    "#ffbfcc",
    "#73ccb2",
    "#f2a58c",
    "#ccd966",
    "#b2e5ff",
)
# Steps of one blue up to the NHS blue, even in lightness.
SEQUENTIAL: tuple[str, ...] = (
    "#d5e6f6",
    "#b8d4ee",
    "#95bfe6",
    "#6da7db",
    "#458dce",
    "#2173c1",
    "#005eb8",
)
NO_FIGURE_FILL, OUT_OF_SCOPE_FILL = PAPER, "#e6e9ec"
# Blue and orange are told apart by everybody; a mark tells them apart in print as well.
MEETS_FILL, MISSES_FILL = "#b8d4ee", "#f2a58c"
WHOLE_FILL, NEARLY_WHOLE_FILL, SPLIT_FILL, SHATTERED_FILL = (
    "#dbe5ec",
    "#b8d4ee",
    "#f2a58c",
    "#d9603b",
)
# Words, thin rules and patterns over fills; black where nothing else can be read.
INK, QUIET_INK, RULE, PATTERN_INK, BLACK_INK = "#14283c", "#3b4a57", "#aab7c2", "#3d4f60", "#000000"
# Paler than the lines between footprints, which are in ink.
COAST_LINE, AUTHORITY_LINE, CHOSEN_LINE = "#52697f", "#7b8c9b", "#0b0c0c"
# The NHS's blue and its rule for workbooks; slides and documents have theirs from their templates.
HOUSE_BLUE, OFFICE_RULE = "#005eb8", "#c8d3da"
# For a black-and-white printer: what QUALITATIVE becomes, some of it with stripes over it.
QUALITATIVE_GREYS: tuple[str, ...] = (
    "#ffffff",
    "#e3e3e3",
    "#c9c9c9",
    "#b0b0b0",
    "#ffffff",
    "#ffffff",
    "#d8d8d8",
)
OUT_OF_SCOPE_GREY = "#ededed"
_LIGHTEST_GREY, _DARKEST_GREY = 0xF2, 0x58


def sequential(count: int) -> tuple[str, ...]:
    """Return so many blues from light to dark, as far apart as they can be."""
    places = np.linspace(0, len(SEQUENTIAL) - 1, count) if count != 1 else [3]
    return tuple(SEQUENTIAL[round(place)] for place in places)


def sequential_greys(count: int) -> tuple[str, ...]:
    """Return so many greys from light to dark, as far apart as they can be."""
    steps = np.linspace(_LIGHTEST_GREY, _DARKEST_GREY, max(count, 2)).round().astype(int)
    return tuple(f"#{step:02x}{step:02x}{step:02x}" for step in steps[:count])
