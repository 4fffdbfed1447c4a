"""The document: Streamlit's one page of HTML, with what ours need from their first moment."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit

_HERE = Path(__file__).parent
_STREAMLITS = Path(streamlit.__file__).parent / "static" / "index.html"
_BEGINNING, _END = b"<head>", b"</body>"
_AT_ONCE = ("connect.js", "curtain.js", "geometry.js")
_ON_EVERY_PAGE = (
    *("keyboard.js", "finder.js", "sorting.js", "print.js", "seen.js", "pointing.js"),
    *("introduction.js", "made.js", "copying.js", "undo.js", "tab.js", "beside.js", "unfold.js"),
)
_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
PAGE_SCRIPT = "".join(_HERE.joinpath(name).read_text(encoding="utf-8") for name in _ON_EVERY_PAGE)


def furnished(document: bytes) -> bytes:
    """Put our style, where the server is and the curtain into Streamlit's document.

    They stand at its end, because Streamlit writes its own styles into the head while it runs,
    and of two rules that weigh the same the later one counts. Its own script waits for that end.
    """
    style = _HERE.joinpath("style.css").read_bytes()
    scripts = (_HERE.joinpath(name).read_bytes() for name in _AT_ONCE)
    ours = [b"<style>" + style + b"</style>"]
    ours += [b"<script>" + script + b"</script>" for script in scripts]
    return document.replace(_END, b"\n".join([*ours, _END]), 1)


def framed(document: bytes) -> bytes:
    """Have the document in a map's frame hear the page around it alone, before it hears at all."""
    script = b"<script>" + _HERE.joinpath("hears.js").read_bytes() + b"</script>"
    return document.replace(_BEGINNING, _BEGINNING + script, 1)


@cache
def digests() -> tuple[str, ...]:
    """What a browser knows the scripts by that stand in the document or are put into it.

    No other script that is written into a page runs.
    """
    scripts = [*_INLINE.findall(furnished(_STREAMLITS.read_bytes())), PAGE_SCRIPT.encode()]
    return tuple(f"sha256-{b64encode(sha256(one).digest()).decode()}" for one in scripts)
