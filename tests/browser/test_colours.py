"""Colours as the browser paints them: words that can be read, and swatches that are kept."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from coloraide import Color
from PIL import Image
from playwright.sync_api import Browser, Locator

from footprint.maps import palette
from tests.browser.conftest import Visit

FILLS = (
    *palette.QUALITATIVE,
    *palette.SEQUENTIAL,
    palette.OUT_OF_SCOPE_FILL,
    palette.NO_FIGURE_FILL,
    palette.MEETS_FILL,
    palette.MISSES_FILL,
    palette.SHATTERED_FILL,
    # What somebody may choose for a footprint of their own, where no ink reads easily.
    *("#757575", "#777777", "#7a7a7a", "#ff0000", "#00a000"),
)
PAINTED = """async fill => {
  const shown = footprints.asked;
  await footprints.paint({...shown, fills: shown.fills.map(() => fill), stamp: fill});
  return [...document.querySelectorAll('.footprint-name > div')].map(
    words => getComputedStyle(words).color); }"""


@pytest.fixture(params=["dark", "light"])
def forced(browser: Browser, app: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visitor whose system forces its own colours on pages."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        forced_colors="active",
        color_scheme=request.param,
    )
    yield Visit(context, app)
    context.close()


def commonest(swatch: Locator) -> str:
    """The colour most of a swatch has on the screen."""
    picture = Image.open(io.BytesIO(swatch.screenshot())).convert("RGB")
    counted = picture.getcolors(picture.width * picture.height)
    return "#{:02x}{:02x}{:02x}".format(*max(counted)[1])


def test_names_can_be_read_on_any_colour(visit: Visit) -> None:
    visit.open("/Clusters")
    visit.settled()
    for fill in FILLS:
        inks = visit.frame.evaluate(PAINTED, fill)
        assert len(inks) >= 8
        assert min(Color(ink).contrast(fill, method="wcag21") for ink in inks) >= 4.5, fill


@pytest.mark.parametrize(
    "path", ["/Clusters?measure=residents", "/Clusters?plan=east-model-a", "/Local_authorities"]
)
def test_forced_colours_keep_the_swatches_of_the_legend(forced: Visit, path: str) -> None:
    forced.open(path)
    forced.settled()
    swatches = forced.page.locator(".legend .swatch").all()
    assert len(swatches) >= 2
    for swatch in swatches:
        (fill,) = re.findall(r"background-color:\s*(#\w{6})", swatch.get_attribute("style"))
        assert commonest(swatch) == fill


def test_forced_colours_keep_names_readable_on_the_map(forced: Visit) -> None:
    forced.open("/Clusters")
    forced.settled()
    inks = forced.frame.evaluate(PAINTED, palette.PAPER)
    assert set(inks) == {"rgb(0, 0, 0)"}
