"""The document: Streamlit's one page of HTML, with what ours need from their first moment."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_END = b"</body>"


def furnished(document: bytes) -> bytes:
    """Put our style and the curtain into Streamlit's document.

    They stand at its end, because Streamlit writes its own styles into the head while it runs,
    and of two rules that weigh the same the later one counts.
    """
    style, script = (_HERE.joinpath(name).read_bytes() for name in ("style.css", "curtain.js"))
    ours = b"<style>" + style + b"</style>\n<script>" + script + b"</script>\n"
    return document.replace(_END, ours + _END, 1)
