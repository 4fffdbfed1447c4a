"""The document: Streamlit's one page of HTML, with what ours need from their first moment."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_END = b"</body>"


def furnished(document: bytes) -> bytes:
    """Put our style, where the server is and the curtain into Streamlit's document.

    They stand at its end, because Streamlit writes its own styles into the head while it runs,
    and of two rules that weigh the same the later one counts. Its own script waits for that end.
    """
    style = _HERE.joinpath("style.css").read_bytes()
    scripts = (_HERE.joinpath(name).read_bytes() for name in ("connect.js", "curtain.js"))
    ours = [b"<style>" + style + b"</style>"]
    ours += [b"<script>" + script + b"</script>" for script in scripts]
    return document.replace(_END, b"\n".join([*ours, _END]), 1)
