"""What is drawn of a value is drawn once, and goes when its value goes."""

from __future__ import annotations

import gc
import time
from weakref import ref

from footprint.pages import clusters
from footprint.view import View
from footprint.workspace.workspace import Workspace
from tests.paper_samples import WORK
from ui.parts import glossary, tables
from ui.parts.map import _paint
from ui.parts.once import once


class Value:
    """Something that can be drawn."""


def test_a_value_is_drawn_once_for_what_is_said_with_it() -> None:
    asked: list[tuple[object, str]] = []
    draw = once(lambda value, said: asked.append((value, said)) or said)
    one, other = Value(), Value()
    assert [draw(one, "a"), draw(one, "a"), draw(one, "b"), draw(other, "a")] == list("aaba")
    assert asked == [(one, "a"), (one, "b"), (other, "a")]


def test_what_is_drawn_goes_with_its_value() -> None:
    drawn_of = once(lambda _value: Value())
    value = Value()
    drawn = ref(drawn_of(value))
    assert drawn()
    del value
    gc.collect()
    assert not drawn()


def test_words_and_numbers_are_drawn_too() -> None:
    assert once(str.upper)("town") == "TOWN"


def test_a_view_that_was_seen_costs_a_hundredth_of_one_that_was_not() -> None:
    view = View(plan="agreed-2025-09")
    first = _taken(WORK, view.with_(classes=6, measure="imd"))
    again = _taken(WORK, view.with_(classes=6, measure="imd"))
    assert again < first / 100


def _taken(work: Workspace, view: View) -> float:
    """Seconds of processor for all that is said and drawn of a view."""
    start = time.process_time()
    told = clusters.content(work, view)
    glossary._line(told, frozenset())
    tables._figures(told.picture.table)
    tables._legend(told.picture.maps[0].layer)
    _paint(told.picture.maps[0])
    return time.process_time() - start
