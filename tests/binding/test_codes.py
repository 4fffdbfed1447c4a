"""Codes: what a telephone reads on paper is what it reads on a screen."""

from __future__ import annotations

import io

import numpy as np
import shapely
from PIL import Image

from footprint.binding import codes
from footprint.ink.pages import Page
from footprint.papers.box import Box

LINK = "https://footprints.example.org/Clusters?plan=agreed-2025-09"
# Dots to a side of its squares, in the picture.
SCALE = 8


def squares() -> np.ndarray:
    """Which squares of the code are dark, row by row."""
    with Image.open(io.BytesIO(codes.png(LINK))) as picture:
        dots = np.array(picture.convert("L"))
    return dots[SCALE // 2 :: SCALE, SCALE // 2 :: SCALE] == 0


def test_a_drawn_code_has_the_squares_of_its_picture_each_in_its_place() -> None:
    page, dark = Page(100, 100), squares()
    codes.draw(page, LINK, Box(10, 20, 2.0 * len(dark), 2.0 * len(dark)), "#123456")
    (drawn,) = page.figure.vectors
    across, down = np.meshgrid(*(2.0 * np.arange(len(dark)) + 1,) * 2)
    # North is up in what is drawn.
    found = shapely.contains_xy(drawn.shape, 10 + across, -(20 + down))
    assert (found == dark).all()
    assert drawn.fill == "#123456"


def test_a_code_has_two_squares_of_paper_round_it() -> None:
    dark = squares()
    assert dark.any()
    rim = np.ones_like(dark)
    rim[2:-2, 2:-2] = False
    assert not dark[rim].any()
    # The corner of its first finder.
    assert dark[2, 2:9].all() and dark[2:9, 2].all()
