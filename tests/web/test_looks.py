"""Looks: every mark can be seen, and a mark looks alike on screen and on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from footprint.ink.marks import Paint, patterns_of
from footprint.maps.marks import Mark
from footprint.web.looks import LOOKS, looks

BROWSER = Path(__file__).parents[2] / "footprint" / "web" / "browser"


@pytest.mark.parametrize("mark", list(Mark), ids=lambda mark: mark.name)
def test_every_mark_has_one_look_on_screen_and_the_same_on_paper(mark: Mark) -> None:
    if mark is Mark.RECEIVES:
        # Its own colour without a pattern, beside the hatch of those who come.
        assert looks(mark) == ()
        assert patterns_of(mark, Paint("#ffffff")) == []
        return
    (look,) = looks(mark)
    # A boundary is a line of its own on paper, and no pattern.
    on_paper = patterns_of(mark, Paint("#ffffff"))
    line = mark in Mark.STILL_IN_FORCE | Mark.CLUSTER_BOUNDARY | Mark.CHANGED
    assert on_paper == ([] if line else [look])


def test_what_has_several_marks_shows_each_look_once() -> None:
    assert looks(Mark.NONE) == ()
    assert looks(Mark.SPLIT | Mark.MISSES) == ("hatch",)
    assert looks(Mark.MERGED | Mark.NO_FIGURE) == ("hatch", "dotted")
    assert patterns_of(Mark.MERGED, Paint("#ffffff", "level")) == ["dotted", "level"]


def test_the_browser_knows_every_look_by_its_name() -> None:
    script = (BROWSER / "footprint_map.js").read_text()
    lines = {"thick", "outlined"}
    assert set(re.findall(r"(\w+): Boolean\(marks & \d\)", script)) == set(LOOKS) - lines
