"""Introduction: what this is, in half a minute, for who comes for the first time."""

from __future__ import annotations

import html

from footprint.content.guide import INTRODUCTION
from ui.shell import drawing as st

_BOX = "introduction"


def introduction() -> None:
    """Offer the introduction beside the page's name, where it moves nothing and covers nothing."""
    said = "".join(f"<p>{html.escape(sentence)}</p>" for sentence in INTRODUCTION)
    with st.container(key="introduction"):
        st.html(
            f'<button type="button" popovertarget="{_BOX}">New here? Read this first</button>'
            f'<div popover="auto" id="{_BOX}">{said}<p><a href="Help" target="_self">More in '
            f'Help</a> <button type="button" class="introduced" popovertarget="{_BOX}" '
            'popovertargetaction="hide">Don’t offer this again</button></p></div>'
        )
