"""Draw state: the drawing of this browser session, kept in step with the address bar.

It also knows which saved revision each stretch of the drawing's history belongs to: Undo may lead
back past the opening of another option, and what is saved then must not become a revision of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from footprint.options import history, lasting, links
from footprint.options.history import Drawing, Step, step
from footprint.options.links import LinkError
from footprint.options.option import Option, OptionError
from footprint.pages import draw
from footprint.plans.drawn import is_drawn
from footprint.readings import short
from footprint.store.revisions import StoreError
from footprint.view import View
from footprint.workspace.options import option_text
from footprint.workspace.plans import plan as plan_at
from ui.shell import drawing as st
from ui.shell.address import long_texts, show
from ui.shell.workspace import workspace

_DRAWING = "drawing"
_SAID = "draw-said"
_OPEN = "draw-parts"
_Parts = dict[int, str]


def opened(view: View) -> tuple[Drawing, str]:
    """The drawing the address bar asks for, and what is wrong with the address, if anything."""
    key = view.saved or view.plan
    home, problem = home_of(view.saved) or start_of(view.plan_key, view.base), ""
    try:
        asked = _asked(view, home)
    except LinkError as said:
        asked = home
        problem = f"{said} You see “{plan_at(workspace(), key, view.base).title}” as it is."
    drawing, untold = st.session_state.get(_DRAWING), False
    if not drawing:
        drawing, unreadable = _begun(view, asked)
        problem = problem or unreadable
        # A link that does not tell the steps leads to what somebody opened, and to no move.
        untold = len(drawing.history) == 1
    elif asked not in drawing.history:
        drawing = _led_to(view, drawing)
    st.session_state[_DRAWING] = shown = drawing.at(asked)
    _forget_replaced(drawing, shown)
    another = shown.history != drawing.history and (untold or view.saved != opened_key())
    (_open_from if another else _keep_open)(shown.position, view.saved)
    return shown, problem


def _begun(view: View, asked: Option) -> tuple[Drawing, str]:
    """What led to a drawing that this session has not seen, and why its steps are not told."""
    start = Drawing((start_of(asked.begun_key, asked.rest),))
    if not view.steps:
        return start, ""
    try:
        told, undone = history.read_steps(view.steps), history.read_undone(view.steps)
        states, later = ([_state(view, one) for one in some] for some in (told, undone))
    except LinkError:
        return start, history.UNREADABLE
    before = Drawing(tuple(states), len(states) - 1).done(asked) if states else Drawing((asked,))
    if before.position < len(told):
        told = told[:-1]
    keys = [draw.known(workspace(), one.saved) for one in told]
    keys += [view.saved, *(draw.known(workspace(), one.saved) for one in undone)]
    st.session_state[_OPEN] = {
        place: key for place, key in enumerate(keys) if not place or key != keys[place - 1]
    }
    return Drawing((*before.history, *later), before.position), ""


def _led_to(view: View, drawing: Drawing) -> Drawing:
    """This session's drawing, gone on to what a link says came before what it asks for."""
    try:
        before = _state(view, history.read_steps(view.steps)[-1])
    except (LinkError, IndexError):
        return drawing
    led = drawing.at(before)
    _forget_replaced(drawing, led)
    if led.history != drawing.history:
        _open_from(led.position, view.saved)
    return led


def _state(view: View, one: Step) -> Option:
    return draw.option_of(workspace(), view.with_(option=one.text, plan=one.start))


def _steps() -> str:
    """The states before and after the one that is shown, as the address holds them."""
    drawing = current()
    states = [
        step(option_text(workspace(), option), option.start, _key_at(place))
        for place, option in enumerate(drawing.history)
    ]
    return history.steps_text(states[: drawing.position], states[drawing.position + 1 :])


def option_of(view: View) -> Option:
    """The option a view asks for; raises LinkError where the address holds none."""
    return _asked(view, home_of(view.saved) or start_of(view.plan_key, view.base))


def whole(view: View) -> View:
    """The view with all of a drawing in it, even one too long for the address bar."""
    if view.saved and not view.option:
        return view
    return view.with_(option=option_text(workspace(), option_of(view)))


def home_of(key: str) -> Option | None:
    """The option as it stands in the saved revision that is open, where one is."""
    return draw.home_of(workspace(), key)


def start_of(key: str, base: str) -> Option:
    """The option that is still what a plan, or a saved option, is."""
    return draw.start_of(workspace(), key, base)


def _asked(view: View, home: Option) -> Option:
    text = view.option
    if not text:
        return home
    drawing = st.session_state.get(_DRAWING)
    # Only the session holds what is too long, and knows after other pages what it began from.
    if text.startswith(links.LONG) or is_drawn(view.plan):
        for option in drawing.history if drawing else ():
            if _text(option) == text:
                return option
    return draw.option_of(workspace(), view)


def _text(option: Option) -> str:
    """What stands for an option in the address bar."""
    whole = option_text(workspace(), option)
    if len(whole) <= links.LONGEST:
        return whole
    instead = links.LONG + hashlib.sha256(whole.encode()).hexdigest()[:16]
    long_texts()[instead] = whole
    return instead


def go(drawing: Drawing) -> None:
    """Show a state of the drawing, and write it to the address bar."""
    _forget_replaced(current(), drawing)
    st.session_state[_DRAWING] = drawing
    key, option = opened_key(), drawing.now
    home = home_of(key) or start_of(option.begun_key, option.rest)
    text = "" if option == home else _text(option)
    asked = {"option": text, "steps": _steps(), "layer": draw.layer_of(workspace(), option)}
    show(plan=option.begun_from, base=option.rest, saved=key, **asked)


def keep_as(key: str) -> None:
    """Show that what is drawn has become a revision of the option that is open."""
    _keep_open(current().position, key)
    go(current())


def _begin(option: Option, key: str) -> None:
    drawing = current().done(option)
    _forget_replaced(current(), drawing)
    _open_from(drawing.position, key)
    st.session_state[_DRAWING] = drawing
    go(drawing)


def opened_key() -> str:
    """The key of the saved revision that is open, or ""."""
    return _key_at(current().position)


def open_saved(key: str) -> None:
    """Open a saved revision; Undo goes back to what was drawn before.

    Raises StoreError or LinkError where it cannot be shown.
    """
    _begin(home_of(key), key)


def current() -> Drawing:
    """The drawing as the last run of the page left it."""
    return st.session_state[_DRAWING]


def told(drawing: Drawing) -> Drawing:
    """The drawing as far as its changes are told: alone where it was opened, which is no move."""
    return Drawing((drawing.now,)) if drawing.position in _open() else drawing


def change(edit: Callable[[Option], Option]) -> bool:
    """Make an edit, or say why it cannot be made; return whether it was."""
    drawing = current()
    try:
        option = edit(drawing.now)
    except OptionError as problem:
        say(str(problem))
        return False
    lost = lasting.lost(drawing.now.plan, option.plan)
    say(" ".join(f"“{short(one.name)}” has no area left and is gone." for one in lost))
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
    go(current().done(start_of(now.begun_key, now.rest)))


def start_from(key: str, base: str) -> None:
    """Begin a new option from another plan; that can be undone too."""
    try:
        begun = start_of(key, base)
    except (StoreError, LinkError) as problem:
        say(str(problem))
        return
    _begin(begun, "")


def _open() -> _Parts:
    """The key of the revision that is open from each place in the history on."""
    return st.session_state.setdefault(_OPEN, {0: ""})


def _stretch(parts: _Parts, place: int) -> int:
    return max(start for start in parts if start <= place)


def _key_at(place: int) -> str:
    """The key of the revision that is open at one place in the history, or ""."""
    parts = _open()
    return parts[_stretch(parts, place)]


def _forget_replaced(before: Drawing, after: Drawing) -> None:
    """Forget the parts of states that an edit has replaced."""
    if after.history != before.history:
        kept = {place: key for place, key in _open().items() if place <= before.position}
        st.session_state[_OPEN] = kept


def _keep_open(place: int, key: str) -> None:
    """Say that what is drawn at a place has become another revision of the same option."""
    parts = _open()
    parts[_stretch(parts, place)] = key


def _open_from(place: int, key: str) -> None:
    """Say that another option, or a new one, is drawn from a place on."""
    _open()[place] = key
