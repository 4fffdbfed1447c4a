"""Draw state: the drawing of this browser session, kept in step with the address bar."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from footprint.options import links, sentences
from footprint.options.history import Drawing
from footprint.options.links import LinkError
from footprint.options.option import Option, OptionError, begin, gone, short
from footprint.store.revisions import StoreError
from footprint.view import View
from ui.draw import parts
from ui.shell import cache
from ui.shell.address import show

_DRAWING = "drawing"


_SAID = "draw-said"


_LONG = "long-"


def opened(view: View) -> tuple[Drawing, str]:
    """The drawing the address bar asks for, and what is wrong with the address, if anything."""
    key = view.saved or view.plan
    home, problem = home_of(view.saved) or start_of(view.plan, view.base), ""
    try:
        asked = _asked(view, home)
    except LinkError as said:
        asked = home
        problem = f"{said} You see “{cache.plan(key, view.base).title}” as it is."
    drawing = st.session_state.get(_DRAWING) or Drawing((start_of(asked.begun_from, asked.rest),))
    st.session_state[_DRAWING] = shown = drawing.at(asked)
    parts.went(drawing, shown)
    another = shown.history != drawing.history and view.saved != opened_key()
    (parts.begin if another else parts.keep)(shown.position, view.saved)
    return shown, problem


def option_of(view: View) -> Option:
    """The option a view asks for; raises LinkError where the address holds none."""
    return _asked(view, home_of(view.saved) or start_of(view.plan, view.base))


def home_of(key: str) -> Option | None:
    """The option as it stands in the saved revision that is open, where one is."""
    if not key:
        return None
    saved = cache.saved(key)
    return replace(saved.option, start=_known(saved.revision.base))


def _known(key: str) -> str:
    """The key of the saved option that one goes on from, or "" where it cannot be shown."""
    if not sentences.is_saved(key):
        return ""
    try:
        cache.saved(key)
    except (StoreError, LinkError):
        return ""
    return key


def start_of(key: str, base: str) -> Option:
    """The option that is still what a plan, or a saved option, is."""
    if sentences.is_saved(key):
        return replace(cache.saved(key).option, start=key)
    # What fills the rest of England matters only to a regional plan.
    rest = View().base if cache.all_plans()[key].national else base
    return begin(cache.plan(key, rest), rest)


def _asked(view: View, home: Option) -> Option:
    text = view.option
    if not text:
        return home
    if not text.startswith(_LONG):
        return replace(cache.option(text), start=_known(view.plan))
    drawing = st.session_state.get(_DRAWING)
    for option in drawing.history if drawing else ():
        if _text(option) == text:
            return option
    raise LinkError("This option is too long for a link; whoever drew it can send it as a file.")


def _text(option: Option) -> str:
    """What stands for an option in the address bar."""
    whole = cache.option_text(option)
    if len(whole) <= links.LONGEST:
        return whole
    return _LONG + hashlib.sha256(whole.encode()).hexdigest()[:16]


def go(drawing: Drawing) -> None:
    """Show a state of the drawing, and write it to the address bar."""
    parts.went(current(), drawing)
    st.session_state[_DRAWING] = drawing
    key, option = opened_key(), drawing.now
    home = home_of(key) or start_of(option.begun_from, option.rest)
    text = "" if option == home else _text(option)
    show(option=text, plan=option.begun_from, base=option.rest, saved=key)


def keep_as(key: str) -> None:
    """Show that what is drawn has become a revision of the option that is open."""
    parts.keep(current().position, key)
    go(current())


def _begin(option: Option, key: str) -> None:
    drawing = current().done(option)
    parts.went(current(), drawing)
    parts.begin(drawing.position, key)
    st.session_state[_DRAWING] = drawing
    go(drawing)


def opened_key() -> str:
    """The key of the saved revision that is open, or ""."""
    return parts.key_at(current().position)


def open_saved(key: str) -> None:
    """Open a saved revision; Undo goes back to what was drawn before.

    Raises StoreError or LinkError where it cannot be shown.
    """
    _begin(home_of(key), key)


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
    go(current().done(start_of(now.begun_from, now.rest)))


def start_from(key: str, base: str) -> None:
    """Begin a new option from another plan; that can be undone too."""
    try:
        begun = start_of(key, base)
    except (StoreError, LinkError) as problem:
        say(str(problem))
        return
    _begin(begun, "")
