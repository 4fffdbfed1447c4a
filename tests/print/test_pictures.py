"""Pictures: in every size of a map alone the land is large, and all its numbers are told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from footprint.ink.blocks import height
from footprint.pages import clusters
from footprint.papers.box import Box
from footprint.papers.contents import paper
from footprint.papers.paper import PICTURES, Paper, Sheet
from footprint.print import pictures, sheet
from footprint.print.layouts import Layout, Setting, scale
from footprint.print.plots import Plot
from footprint.view import View
from tests.paper_samples import DAY
from tests.shared_workspace import WORK

ASPECT = 0.95
SMALL = [key for key in PICTURES if key not in {"map-slide", "map-screen"}]


@pytest.fixture(scope="module")
def most() -> Paper:
    """The map with the most names, each with a figure."""
    view = View(plan="icb-2023", measure="residents")
    return paper(WORK, clusters.content(WORK, view).picture, "", link="", day=DAY)


def body_of(made: Paper, size: Sheet) -> Box:
    page = sheet.Page(size.width, size.height)
    inner = Box(0, 0, size.width, size.height).grown(-4.0)
    return sheet.foot(page, made, inner, 6.5, bare=True)


@pytest.mark.parametrize("key", SMALL)
def test_the_land_is_large_though_every_name_is_a_number(most: Paper, key: str) -> None:
    body = body_of(most, PICTURES[key])
    every = sheet._every(most)
    assert len(every) == 42
    setting = sheet._setting(most, True, every)
    frame = pictures._largest(body, ASPECT, setting)
    laid = frame.filled(setting)
    assert scale(laid.maps, ASPECT) >= 0.53 * min(body.width / ASPECT, body.height)
    told = [words for column in laid.columns for words in said(column.lines)]
    assert [one for one in every if one.words.split(": ")[1] not in " ".join(told)] == []
    for column in laid.columns:
        assert column.top + height(column.lines) <= body.bottom + 1e-6
        assert column.left + column.width <= body.right + 1e-6


def said(lines: Sequence[sheet.blocks.Line]) -> list[str]:
    return [line.words for one in lines for line in sheet.blocks._abreast(one)]


def test_a_list_that_turns_out_short_gives_its_room_to_the_map(most: Paper) -> None:
    seen: list[Layout] = []
    body = body_of(most, PICTURES["map-square"])

    def settings(listed: Sequence[sheet.Entry]) -> Setting:
        return sheet._setting(most, True, listed)

    def place(laid: Layout) -> list[Plot]:
        seen.append(laid)
        return []

    laid, plots = pictures.pictured(body, ASPECT, settings, sheet._every(most), place, None)
    assert len(seen) == 2 and plots == []
    first, second = (scale(one.maps, ASPECT) for one in seen)
    assert second > first + 10
    assert laid.maps == seen[1].maps


def test_words_stand_under_a_map_in_a_tall_frame_and_beside_it_in_a_wide_one(most: Paper) -> None:
    setting = sheet._setting(most, True, sheet._every(most)[:9])
    tall = pictures._largest(Box(0, 0, 100, 200), ASPECT, setting)
    wide = pictures._largest(Box(0, 0, 200, 100), ASPECT, setting)
    assert tall.words.top > tall.map.bottom and tall.words.width == tall.map.width
    assert wide.words.left > wide.map.right
