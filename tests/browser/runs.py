"""Runs: when a page has answered, as what it says to the app and hears from it tells.

The page's own mark of whether it runs will not do: a busy browser draws the beginning and the end
of a short run as one, and then the mark never changes.
"""

from __future__ import annotations

import time

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_PAUSE = 40
_ASKED, _BEGUN, _ENDED = "rerun_script", "new_session", "script_finished"


class Runs:
    """What a page has asked for and what became of it since it was last asked to listen."""

    def __init__(self) -> None:
        self._heard: list[str] | None = None

    def on(self, socket: WebSocket) -> None:
        """Listen to a connection of the page."""
        socket.on("framesent", lambda said: self._hear(BackMsg, said))
        socket.on("framereceived", lambda said: self._hear(ForwardMsg, said))

    def listen(self) -> None:
        """Begin anew."""
        self._heard = []

    def ended(self, page: Page, timeout: float = 60) -> None:
        """Wait until the page has asked to run, and has since begun a run and ended it.

        A page asks of itself too, so what it asked last is what counts. Raises TimeoutError.
        """
        late = time.monotonic() + timeout
        page.wait_for_timeout(_PAUSE)
        while not self._answered():
            if time.monotonic() > late:
                raise TimeoutError(f"No run ended within {timeout} seconds, only {self._heard}.")
            page.wait_for_timeout(_PAUSE)
        self._heard = None

    def _hear(self, kind: type[BackMsg] | type[ForwardMsg], said: bytes | str) -> None:
        if self._heard is not None and isinstance(said, bytes):
            self._heard.append(kind.FromString(said).WhichOneof("type"))

    def _answered(self) -> bool:
        heard = self._heard or []
        if _ASKED not in heard:
            return False
        since = iter(heard[len(heard) - heard[::-1].index(_ASKED) :])
        return _BEGUN in since and _ENDED in since
