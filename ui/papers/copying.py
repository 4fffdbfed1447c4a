"""A map as a picture in the clipboard, to paste into somebody else's page."""

from __future__ import annotations

import base64
from collections.abc import Callable

from footprint.export.orders import Order
from footprint.export.press import Press, PressError
from ui.papers import press
from ui.shell import drawing as st

_COPIED = "copy-press"
# A script copies it (`ui/shell/copying.js`): a browser asks for the press of a button.
_COPY = (
    '<button class="copy" data-picture="{picture}">Copy the picture</button> '
    '<span role="status"></span>'
)


def offer(order: Callable[[], Order]) -> None:
    """Offer to make a picture to copy."""
    st.button(
        "Make a picture to copy", key="copy-make", on_click=lambda: press.start(_COPIED, order())
    )


def watch(order: Callable[[], Order]) -> None:
    """Show how far the picture is, then a button that copies it, while it is of this view."""
    made: Press | None = st.session_state.get(_COPIED)
    if made is None:
        # One that was stopped is said to be.
        press.watch(_COPIED)
        return
    if made.order != order():
        press.stop(_COPIED)
    elif not made.finished:
        press.wait(_COPIED)
    else:
        _copy(made)


def _copy(made: Press) -> None:
    try:
        picture = base64.b64encode(made.result()).decode()
    except PressError as problem:
        st.warning(str(problem))
        return
    st.html(_COPY.format(picture=picture))
