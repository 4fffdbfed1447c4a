"""The palette: every colour of the maps, safe for colour-blind readers."""

from __future__ import annotations

import numpy as np

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


NO_FIGURE_FILL = "#ffffff"


OUT_OF_SCOPE_FILL = "#e6e9ec"


def sequential(count: int) -> tuple[str, ...]:
    """Return so many blues from light to dark, as far apart as they can be."""
    places = np.linspace(0, len(SEQUENTIAL) - 1, count) if count != 1 else [3]
    return tuple(SEQUENTIAL[round(place)] for place in places)
