"""Places: where things stand around a map, the same on every page, so that the map can stay."""

from __future__ import annotations

from typing import NamedTuple

from streamlit.delta_generator import DeltaGenerator

from footprint.content.values import Sentence
from footprint.plans.plan import Plan
from footprint.view import View
from ui.parts import panels, pickers
from ui.shell import drawing as st


class Places(NamedTuple):
    """Where things stand around a map, from above to below; beside the map is `side`.

    What `steps` holds, and the sentence in `said`, stay until the next page has its own, so that
    nothing below them moves while it comes; all the rest goes with its page.
    """

    steps: DeltaGenerator
    between: DeltaGenerator
    said: DeltaGenerator
    over: DeltaGenerator
    map: DeltaGenerator
    side: DeltaGenerator


def places() -> Places:
    """The places around a map, on a page that has no steps; on a phone the side comes below."""
    found = _empty()
    with found.steps, st.staying():
        # In the place of those of the last page, which would stay until this one is whole.
        st.empty()
    return found


def _empty() -> Places:
    with st.staying(), st.container(key="first-screen"):
        with st.container(key="above"):
            above = [st.container(key=key) for key in ("steps", "between", "said")]
        left, right = panels.two_columns()
        with left:
            over = st.container(key="over-map")
    return Places(*above, over, left, right)


def led(view: View, plan: Plan, sentence: Sentence, *, lines: bool = True) -> Places:
    """The same, with the steps of time and layer and the sentence that nearly every page has."""
    found = _empty()
    with found.steps, st.staying():
        pickers.when_and_layer(view, plan, lines=lines)
    take_away(found, sentence)
    return found


def take_away(found: Places, sentence: Sentence) -> None:
    """Say the one sentence above the map; it may be known only after the map is drawn."""
    with found.said, st.staying():
        panels.sentence(sentence)
