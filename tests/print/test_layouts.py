"""Layouts: of maps of one size, the one with room for names beside the land."""

from __future__ import annotations

import pytest

from footprint.ink.blocks import Block, paragraph
from footprint.papers.box import Box
from footprint.print.layouts import SEA, Layout, arranged

BODY = Box(0, 0, 273, 149)
WORDS = "Some words that stand beside a map of England. " * 50


def laid(sea: float, aspect: float = 0.87) -> Layout:
    def setting(width: float, size: float) -> list[Block]:
        return [paragraph(WORDS, width, size)]

    return arranged(BODY, 1, aspect, setting, lambda _: 0.0, sea=sea)


def test_room_for_names_on_the_sea_is_worth_half_a_point_of_the_words() -> None:
    close, far = laid(0.0), laid(SEA)
    assert far.maps[0].width > close.maps[0].width
    assert far.maps[0].height == close.maps[0].height
    assert close.size - far.size == 0.5


@pytest.mark.parametrize("aspect", [1.5, 2.0])
def test_no_sea_is_looked_for_where_a_map_is_as_wide_as_its_land(aspect: float) -> None:
    assert laid(SEA, aspect) == laid(0.0, aspect)
