"""A press on the page: the place in the queue, a way to stop, and who is told apart."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from footprint.export import press as presses
from footprint.export.orders import Order
from footprint.export.press import Press
from footprint.export.turns import Asker
from footprint.export.workers import Workers

_SLEEPS = (sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)")


def page() -> None:
    import streamlit as st

    from ui.papers import press
    from ui.who.visitors import asker

    press.watch("taken")
    st.caption(asker().tab)


def begun(whose: str) -> Press:
    return Press(Order("csv", ()), Workers(_SLEEPS), whose=Asker(whose)).start()


def shown(waits: Press) -> AppTest:
    app = AppTest.from_function(page)
    app.session_state["taken"] = waits
    return app.run()


def said(app: AppTest) -> str:
    (progress,) = app.get("progress")
    return progress.proto.text


@pytest.fixture
def busy() -> Iterator[list[Press]]:
    """As many files of people who are not known as can be made at once."""
    made = [begun("") for _ in range(presses.AT_ONCE)]
    while any(one.waiting for one in made):
        time.sleep(0.01)
    yield made
    for one in made:
        one.stop()


@pytest.mark.usefixtures("busy")
def test_whoever_waits_is_told_the_place_and_can_leave_the_queue() -> None:
    first, second = begun(""), begun("mine")
    app = shown(second)
    # Whoever the first is of has had a turn already.
    assert said(app) == "Waiting: number 1 in the queue."
    assert said(shown(first)) == "Waiting: number 2 in the queue."
    app.button("taken-stop").click().run()
    assert second.finished or not second.place
    assert first.place == 1
    assert not app.get("progress")
    assert [one.value for one in app.info] == ["Stopped. No file was made."]
    assert not app.run().info
    first.stop()


class Ready(Press):
    """A file that is made."""

    finished = True

    def result(self) -> bytes:
        """Return the file."""
        return b"made"


def marked(app: AppTest) -> str:
    (told,) = [one.proto.body for one in app.get("html") if "data-made" in one.proto.body]
    assert "The file is made, and your browser saves it." in told
    assert app.get("download_button")
    return told.partition('data-made="')[2].partition('"')[0]


def test_a_file_that_is_made_is_marked_so_that_a_browser_saves_each_once() -> None:
    one, other = (Ready(Order("csv", (), title="Ours")) for _ in range(2))
    app = shown(one)
    assert marked(app) == marked(app.run()) == one.mark
    assert marked(shown(other)) == other.mark != one.mark


@pytest.mark.usefixtures("busy")
def test_a_full_queue_is_said_where_the_file_would_be() -> None:
    mine = [begun("mine") for _ in range(6)]
    app = shown(begun("mine"))
    assert [one.value for one in app.warning] == [
        "You have 6 in the queue already. Stop one, or wait until one is finished."
    ]
    for one in mine:
        one.stop()


def test_one_tab_is_one_person_and_another_tab_another(busy: list[Press]) -> None:
    one, other = (shown(busy[0]) for _ in range(2))
    before = one.caption[0].value
    assert one.run().caption[0].value == before
    assert other.caption[0].value != before
