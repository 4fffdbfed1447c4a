"""A map as a picture in the clipboard, to paste into somebody else's page."""

from __future__ import annotations

import base64
from collections.abc import Callable

import streamlit.components.v1 as components

from footprint.export.orders import Order
from footprint.export.press import Press, PressError
from footprint.maps.palette import HOUSE_BLUE, INK, PAPER
from ui.papers import press
from ui.shell import drawing as st

_COPIED = "copy-press"
_HIGH = 76
# A browser copies only at the press of a button in the page that holds the picture.
_PAGE = """
<style>
body {{ margin: 4px; font: 16px Arial, sans-serif; color: {ink}; }}
button {{ font: inherit; padding: 8px 14px; color: {paper}; background: {blue}; border: 0;
  border-radius: 4px; cursor: pointer; }}
button:focus {{ outline: 3px solid {ink}; outline-offset: 2px; }}
</style>
<button id="copy">Copy the picture</button> <span id="said" role="status"></span>
<script>
const bytes = Uint8Array.from(atob("{picture}"), one => one.charCodeAt(0));
const picture = new Blob([bytes], {{type: "image/png"}});
const say = words => {{ document.getElementById("said").textContent = words; }};
document.getElementById("copy").onclick = async () => {{
  try {{
    await navigator.clipboard.write([new ClipboardItem({{"image/png": picture}})]);
    say("Copied. Paste it where you need it.");
  }} catch {{
    say("Your browser does not allow this here. Download the picture instead.");
  }}
}};
</script>
"""


def offer(order: Callable[[], Order]) -> None:
    """Offer to make a picture to copy."""
    st.button(
        "Make a picture to copy", key="copy-make", on_click=lambda: press.start(_COPIED, order())
    )


def watch(order: Callable[[], Order]) -> None:
    """Show how far the picture is, then a button that copies it, while it is of this view."""
    made: Press | None = st.session_state.get(_COPIED)
    if made is None:
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
    page = _PAGE.format(picture=picture, ink=INK, paper=PAPER, blue=HOUSE_BLUE)
    components.html(page, height=_HIGH)
