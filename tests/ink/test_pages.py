"""Pages: what is placed from the upper left corner is drawn there."""

from __future__ import annotations

import io

import numpy as np
import pytest
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from footprint.ink.pages import DOTS_PER_INCH, Page, box_at, light_png, png, point, polygon
from footprint.papers.box import Box

ROOM = Box(10, 5, 20, 8)


def inked(page: Page) -> tuple[float, ...]:
    """Left, top, right and bottom of what is not white, in millimetres."""
    return _bounds(Image.open(io.BytesIO(png(page.figure))))


def inked_sheet(page: Page) -> tuple[float, ...]:
    """The same of a whole sheet, from the dots that would go into its file."""
    canvas = FigureCanvasAgg(page.figure)
    canvas.draw()
    return _bounds(Image.fromarray(np.asarray(canvas.buffer_rgba())))


def _bounds(picture: Image.Image) -> tuple[float, ...]:
    dark = picture.convert("L").point(lambda dot: dot < 128)
    return tuple(dots * 25.4 / DOTS_PER_INCH for dots in dark.getbbox())


def test_a_box_is_drawn_so_far_from_the_upper_left_corner() -> None:
    page = Page(60, 40)
    page.box(ROOM, fill="#000000")
    assert inked(page) == pytest.approx((10, 5, 30, 13), abs=0.1)
    assert inked_sheet(page) == inked(page)


def test_a_shape_lies_where_its_box_lies() -> None:
    page = Page(60, 40)
    page.shape(polygon(ROOM), "#000000")
    assert inked(page) == pytest.approx((10, 5, 30, 13), abs=0.1)


def test_north_is_up_in_shapes_as_it_is_on_the_national_grid() -> None:
    page = Page(60, 40)
    page.shape(shapely.Polygon([point(10, 30), point(20, 30), point(15, 12)]), "#000000")
    left, top, right, bottom = inked(page)
    assert (left, bottom, right) == pytest.approx((10, 30, 20), abs=0.2)
    assert 12 <= top < 14


def test_words_stand_on_their_baseline() -> None:
    page = Page(60, 40)
    page.words(10, 20, "H", 24)
    left, top, _, bottom = inked(page)
    assert bottom == pytest.approx(20, abs=0.1)
    assert 10 < left < top < 20


def test_a_box_is_found_again_from_its_lower_left_corner() -> None:
    west, south, east, north = polygon(ROOM).bounds
    assert (south, north) == (-13, -5)
    assert box_at((west, south), east - west, north - south) == ROOM


def test_what_is_clipped_stays_within_its_box() -> None:
    page = Page(60, 40)
    page.shape(polygon(Box(0, 0, 60, 40)), "#000000", ROOM)
    assert inked(page) == pytest.approx((10, 5, 30, 13), abs=0.1)


def test_a_light_picture_is_smaller_and_looks_the_same() -> None:
    page = Page(60, 40)
    for step in range(300):
        page.box(Box(step / 6, step % 40, 12, 9), fill=f"#{step % 250:02x}{(7 * step) % 250:02x}c0")
    page.words(30, 20, "Hampshire and Isle of Wight", 9, side="center")
    whole, light = png(page.figure), light_png(page.figure)
    assert len(light) < 0.6 * len(whole)
    before, after = (
        np.asarray(Image.open(io.BytesIO(one)).convert("RGB")).astype(int) for one in (whole, light)
    )
    assert before.shape == after.shape
    assert np.abs(before - after).max() <= 32
    assert np.abs(before - after).mean() < 4
