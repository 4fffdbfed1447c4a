"""A press on the page: how far it is, a way to stop it, and the file when it is there."""

from __future__ import annotations

from collections.abc import Callable

from footprint.export.orders import FORMATS, Order
from footprint.export.press import Press, PressError
from footprint.export.turns import Asker
from ui.shell import drawing as st
from ui.who.visitors import asker

_LOOK = 0.4
# Seconds that each sheet of a long file may take.
_LONG = 15.0
_MADE = "The file is made, and your browser saves it. If it does not, press Download."


def made(order: Order, whose: Asker, is_there: Callable[[], bool]) -> bytes:
    """Make a file that somebody waits for, and give it up once they have left."""
    press = Press(order, whose=whose).start()
    while not press.wait(_LOOK):
        if not is_there():
            press.stop()
    return press.result()


def start(key: str, order: Order) -> None:
    """Begin an order in the background; one begun before under the same key is stopped."""
    stop(key)
    press = Press(order, whose=asker())
    press.longest = max(press.longest, _LONG * len(order.papers))
    st.session_state[key] = press.start()


def stop(key: str) -> None:
    """Stop what was begun under a key, and let go of what it made."""
    if press := st.session_state.pop(key, None):
        press.stop()


def tell_of_stop(key: str) -> None:
    """Stop what was begun under a key at somebody's wish, which is said once."""
    stop(key)
    st.session_state[f"{key}-stopped"] = True


def watch(key: str) -> None:
    """Show how far an order is, then have the browser save its file, or say why there is none."""
    stopped, press = st.session_state.pop(f"{key}-stopped", False), st.session_state.get(key)
    if press is None:
        if stopped:
            st.info("Stopped. No file was made.")
        return
    if press.finished:
        _finished(key, press)
    else:
        wait(key)


def wait(key: str) -> None:
    """Show how far an order is that is not finished, with a way to stop it."""
    st.fragment(_progress, run_every=_LOOK)(key, st.session_state[key])


def _progress(key: str, press: Press) -> None:
    if press.finished:
        st.rerun()
    st.progress(press.done / max(press.count, 1), text=_how_far(press))
    st.button("Stop", on_click=tell_of_stop, args=(key,), key=f"{key}-stop")


def _how_far(press: Press) -> str:
    if place := press.place:
        return f"Waiting: number {place} in the queue."
    if not press.count:
        return "Starting."
    return f"Drawing {press.done + 1} of {press.count}."


def _finished(key: str, press: Press) -> None:
    try:
        file = press.result()
    except PressError as problem:
        st.warning(str(problem))
        return
    # A script presses the button, once for each file that is made (`ui/shell/made.js`).
    with st.container(key=f"file-made-{key}"):
        st.html(f'<p data-made="{press.mark}">{_MADE}</p>')
        st.download_button(
            f"Download {press.order.file_name} ({_size(len(file))})",
            file,
            file_name=press.order.file_name,
            mime=FORMATS[press.order.format].mime,
            on_click="ignore",
            type="primary",
            key=f"{key}-file",
        )


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{max(count // 1000, 1)} kB"


def picture(key: str, order: Order, description: str) -> None:
    """Show an order as a picture, drawn in the background whenever the order is another."""
    press = st.session_state.get(key)
    if press is None or press.order != order:
        start(key, order)
        press = st.session_state[key]
    if press.finished:
        _seen(press, description)
    else:
        st.fragment(_drawing, run_every=_LOOK)(press)


def _drawing(press: Press) -> None:
    if press.finished:
        st.rerun()
    st.caption(f"Drawing the preview. {_how_far(press) if press.waiting else ''}")


def _seen(press: Press, description: str) -> None:
    try:
        st.image(press.result(), width="stretch")
    except PressError as problem:
        st.warning(str(problem))
        return
    st.caption(f"In words: {description}")
