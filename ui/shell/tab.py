"""The tab: what the browser's tab keeps for the app, so that a reload loses nothing.

The address bar holds a view; what is collected over many views has no room there. A text goes
from the tab to the app in a field that nobody sees, once, when a session begins. A file, for which
a tab has no room either, is kept beside it by the browser, and handed back when it is asked for.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, replace
from secrets import token_hex

from ui.shell import assets
from ui.shell import drawing as st

_KEPT, _FIELD, _RECALLED, _SAID = "tab-kept", "tab-told", "tab-recalled", "tab-said"
_BESIDE, _ANSWER = "tab-beside", "tab-answer"
_ASKED, _HANDED, _GONE = "tab-asked", "tab-handed", "tab-gone"


@dataclass(frozen=True)
class _Beside:
    """A file for the browser to keep, and whether it could; None before it has answered.

    The `turn` tells its answer from those to what it was given before.
    """

    name: str
    content: bytes
    turn: str
    kept: bool | None = None


def keep(text: str) -> None:
    """Have the tab keep a text in the place of what it kept; "" for nothing."""
    st.session_state[_KEPT] = text


def kept() -> str:
    """What the tab was last given to keep."""
    return st.session_state.get(_KEPT, "")


def keep_beside(name: str, content: Callable[[], bytes]) -> None:
    """Have the browser keep a file, by a name that no file of another content has; "" for none."""
    if not name:
        st.session_state.pop(_BESIDE, None)
    elif name != _beside().name:
        st.session_state[_BESIDE] = _Beside(name, content(), token_hex(4))


def is_refused() -> bool:
    """Whether the browser could not keep the file that it was given last."""
    return _beside().kept is False


def _beside() -> _Beside:
    return st.session_state.get(_BESIDE, _Beside("", b"", ""))


def say(sentence: str) -> None:
    """Tell the reader something once the tab keeps it: whoever reads it may leave at once."""
    st.session_state[_SAID] = sentence


def recalled() -> str:
    """What the tab kept from before a reload; told once, and "" after that."""
    return st.session_state.pop(_RECALLED, "")


def mirror() -> None:
    """Put before the tab's script what is to be kept, or a field to tell what it has."""
    text = st.session_state.get(_RECALLED) or st.session_state.get(_KEPT)
    if text is None:
        st.text_input("Kept by this tab", key=_FIELD, on_change=_take)
    else:
        st.html(f'<p hidden data-kept="{html.escape(text)}">.</p>')
    if (beside := _beside()).content:
        _give(beside)
    if said := st.session_state.pop(_SAID, ""):
        st.toast(said)


def _take() -> None:
    st.session_state[_RECALLED] = st.session_state[_FIELD]


def _give(beside: _Beside) -> None:
    """Give a file to the browser; it is there to be fetched until the browser has answered."""
    found = html.escape(assets.lent(beside.content, _BESIDE))
    told = f'data-turn="{beside.turn}" data-from="{found}"'
    st.html(f'<p hidden data-beside="{html.escape(beside.name)}" {told}>.</p>')
    st.text_input("Whether it is kept", key=_ANSWER, on_change=_hear)


def _hear() -> None:
    beside, (turn, _, said) = _beside(), st.session_state[_ANSWER].partition(" ")
    if turn == beside.turn:
        # Once kept it need not be held here as well.
        st.session_state[_BESIDE] = replace(beside, content=b"", kept=said == "kept")


def ask(name: str, take: Callable[[bytes], None], without: str) -> None:
    """Ask the browser for a file that it kept, and take it; b"" where it will not come.

    To be drawn in each run until then.
    """
    turn = st.session_state.setdefault(_ASKED, token_hex(4))
    st.html(f'<p hidden data-wanted="{html.escape(name)}" data-turn="{turn}">.</p>')
    st.file_uploader("Kept by this browser", key=_HANDED, on_change=_handed, args=(name, take))
    st.text_input("Whether it was kept", key=_GONE, on_change=_gone, args=(take,))
    # A slow line may take longer than somebody will wait.
    st.button(without, key="tab-without", on_click=_do_without, args=(take,))


def _handed(name: str, take: Callable[[bytes], None]) -> None:
    if handed := st.session_state[_HANDED]:
        st.session_state.pop(_ASKED, None)
        st.session_state[_BESIDE] = _Beside(name, b"", "", kept=True)
        take(handed.getvalue())


def _gone(take: Callable[[bytes], None]) -> None:
    if st.session_state[_GONE] == st.session_state.get(_ASKED):
        _do_without(take)


def _do_without(take: Callable[[bytes], None]) -> None:
    st.session_state.pop(_ASKED, None)
    take(b"")
