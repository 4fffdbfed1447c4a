"""Draw state: the drawing of this browser session, kept in step with the address bar."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import streamlit as st

from footprint import option_links
from footprint.drawings import Drawing
from footprint.option_links import LinkError
from footprint.options import Option, OptionError, begin, gone, short
from footprint.views import View
from ui import cache
from ui.pickers import show

_DRAWING = "drawing"
_SAID = "draw-said"
_LONG = "long-"


def opened(view: View) -> tuple[Drawing, str]:
    """The drawing the address bar asks for, and what is wrong with the address, if anything."""
    begun, problem = start_of(view.plan, view.base), ""
    try:
        asked = _asked(view.option, begun)
    except LinkError as said:
        asked = begun
        problem = f"{said} You see “{cache.plan(view.plan, view.base).title}” as it is."
    drawing = st.session_state.get(_DRAWING) or Drawing((start_of(asked.base, asked.rest),))
    st.session_state[_DRAWING] = drawing = drawing.at(asked)
    return drawing, problem


def start_of(key: str, base: str) -> Option:
    """The option that is still what a plan is."""
    # What fills the rest of England matters only to a regional plan.
    rest = View().base if cache.all_plans()[key].national else base
    return begin(cache.plan(key, rest), rest)


def _asked(text: str, begun: Option) -> Option:
    if not text:
        return begun
    if not text.startswith(_LONG):
        return cache.option(text)
    drawing = st.session_state.get(_DRAWING)
    for option in drawing.history if drawing else ():
        if _text(option) == text:
            return option
    raise LinkError("This option is too long for a link; whoever drew it can send it as a file.")


def _text(option: Option) -> str:
    """What stands for an option in the address bar."""
    whole = cache.option_text(option)
    if len(whole) <= option_links.LONGEST:
        return whole
    return _LONG + hashlib.sha256(whole.encode()).hexdigest()[:16]


def go(drawing: Drawing) -> None:
    """Show a state of the drawing, and write it to the address bar."""
    st.session_state[_DRAWING] = drawing
    option = drawing.now
    unchanged = option == start_of(option.base, option.rest)
    show(option="" if unchanged else _text(option), plan=option.base, base=option.rest)


def current() -> Drawing:
    """The drawing as the last run of the page left it."""
    return st.session_state[_DRAWING]


def change(edit: Callable[[Option], Option]) -> bool:
    """Make an edit, or say why it cannot be made; return whether it was."""
    drawing = current()
    try:
        option = edit(drawing.now)
    except OptionError as problem:
        say(str(problem))
        return False
    lost = gone(drawing.now.plan, option.plan)
    say(" ".join(f"“{short(name)}” has no area left and is gone." for name in lost))
    go(drawing.done(option))
    return True


def say(words: str) -> None:
    """Keep a sentence to be shown once, beside the controls."""
    st.session_state[_SAID] = words


def said() -> str:
    """The sentence to show now, if there is one."""
    return st.session_state.pop(_SAID, "")


def undo() -> None:
    """Take back the last edit."""
    go(current().undone())


def redo() -> None:
    """Make the edit again that was taken back."""
    go(current().redone())


def start_again() -> None:
    """Show the plan the option began from; even that can be undone."""
    now = current().now
    go(current().done(start_of(now.base, now.rest)))


def start_from(key: str, base: str) -> None:
    """Begin from another plan; that can be undone too."""
    go(current().done(start_of(key, base)))
