"""Messages: what a session may ask of the server, and what it is told of the machine it runs on."""

from __future__ import annotations

import asyncio
import time

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_ASKED = {"rerun_script", "stop_script", "clear_cache", "file_urls_request", "app_heartbeat"}
_WORK = {"deferred_file", "dataframe_chunk"}
# What is longer is refused by Streamlit itself, unread.
_LONGEST = 25_000_000
AT_ONCE, A_SECOND = 12, 5.0
# Stands in the one message that tells where the app lies.
_MARK = b"app.py"


class Pace:
    """How fast one session is heard: so many messages at once, and then so many a second.

    What comes faster waits its turn in the connection, so that one visitor cannot keep the server
    at work for nobody else.
    """

    def __init__(self, at_once: int = AT_ONCE, a_second: float = A_SECOND) -> None:
        self._at_once, self._a_second = at_once, a_second
        self._left, self._at = float(at_once), 0.0

    def wait(self, now: float) -> float:
        """Count a message, and give the seconds it has to wait."""
        self._left = min(self._at_once, self._left + (now - self._at) * self._a_second) - 1
        self._at = now
        return max(0.0, -self._left / self._a_second)


class Messages:
    """Stands before Streamlit's sessions.

    They answer developers too: where the app lies, which files of its repository were changed,
    who the machine is. No page of the app asks that, so nobody is told.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hold one session."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        pace = Pace()

        async def hear() -> Message:
            while True:
                message = await receive()
                if may_be_asked(message.get("bytes") or b""):
                    await asyncio.sleep(pace.wait(time.monotonic()))
                    return message

        async def tell(message: Message) -> None:
            if _MARK in (message.get("bytes") or b""):
                message = {**message, "bytes": without_place(message["bytes"])}
            await send(message)

        await self._app(scope, hear, tell)


def may_be_asked(content: bytes) -> bool:
    """Whether a session may ask what this message asks; what is no message is for the server."""
    if not content or len(content) > _LONGEST:
        return True
    try:
        asked = BackMsg.FromString(content)
    except DecodeError:
        return True
    kind = asked.WhichOneof("type")
    if kind == "backend_operation_request":
        return asked.backend_operation_request.WhichOneof("payload") in _WORK
    return kind is None or kind in _ASKED


def without_place(content: bytes) -> bytes:
    """A message without where the app lies and which machine it is on, if it tells of that."""
    told = ForwardMsg.FromString(content)
    if told.WhichOneof("type") != "new_session":
        return content
    session = told.new_session
    session.main_script_path = session.main_script_path.replace("\\", "/").rsplit("/", 1)[-1]
    session.initialize.user_info.Clear()
    return told.SerializeToString()
