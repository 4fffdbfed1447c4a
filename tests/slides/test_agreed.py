"""A deck of one paper: every shape of its slides, and every line of its charts."""

from __future__ import annotations

from footprint.slides import slides
from tests.agreed import check
from tests.office_reading import picture
from tests.paper_agreed import parts, whole


def test_slides_and_their_charts_are_as_was_agreed() -> None:
    deck = slides.pptx([whole()], [picture(slides.PICTURE)])
    for name, told in parts(deck, "ppt/slides/slide", "ppt/charts/chart").items():
        check(__file__, name.rpartition("/")[2].removesuffix(".xml"), told)
