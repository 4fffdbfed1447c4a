"""Messages: what a session may ask of the server, and what it is told of the machine it runs on."""

from __future__ import annotations

import asyncio
import time

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ui.gate.turns import Turns, Window
from ui.who.visitors import visitor_of

_ASKED = {"rerun_script", "stop_script", "clear_cache", "file_urls_request", "app_heartbeat"}
_WORK = {"deferred_file", "dataframe_chunk"}
# Those that have the server do something that takes a while.
_WORKING = {"rerun_script", "backend_operation_request"}
LONGEST = 2_000_000
"""Bytes; what is longer, Streamlit refuses unread. A pack that a tab kept has a fifth of it."""
_MOST_FILES = 20
_SHORT = 200
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
    who the machine is. No page of the app asks that, so nobody is told. What takes a while waits
    for its visitor's turn.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app, self._turns = app, Turns()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hold one session."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        pace, window = Pace(), Window(visitor_of((scope.get("client") or ("",))[0]))

        async def hear() -> Message:
            while True:
                message = await receive()
                content = message.get("bytes") or b""
                if may_be_asked(content):
                    await asyncio.sleep(pace.wait(time.monotonic()))
                    if kind_of(content) in _WORKING:
                        await self._turns.take(window)
                    return message

        async def tell(message: Message) -> None:
            content = message.get("bytes") or b""
            if _MARK in content:
                message = {**message, "bytes": without_place(content)}
            await send(message)
            if _ended(content):
                self._turns.end(window)

        try:
            await self._app(scope, hear, tell)
        finally:
            self._turns.leave(window)


def kind_of(content: bytes) -> str:
    """What a message asks; "" of what is none, or too long to be read."""
    if not content or len(content) > LONGEST:
        return ""
    try:
        return BackMsg.FromString(content).WhichOneof("type") or ""
    except DecodeError:
        return ""


def run_ended(content: bytes) -> bool:
    """Whether a run has ended; one that gives way to the next goes on with that."""
    told = _told(content)
    early = ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN
    return told.WhichOneof("type") == "script_finished" and told.script_finished != early


def _ended(content: bytes) -> bool:
    answered = _told(content).WhichOneof("type") == "backend_operation_response"
    return answered or run_ended(content)


def _told(content: bytes) -> ForwardMsg:
    """What a short message tells; what says that something has ended is short."""
    return ForwardMsg.FromString(content) if len(content) <= _SHORT else ForwardMsg()


def may_be_asked(content: bytes) -> bool:
    """Whether a session may ask what this message asks; what is no message is for the server."""
    if not content or len(content) > LONGEST:
        return True
    try:
        asked = BackMsg.FromString(content)
    except DecodeError:
        return True
    kind = asked.WhichOneof("type")
    if kind == "backend_operation_request":
        return asked.backend_operation_request.WhichOneof("payload") in _WORK
    if kind == "file_urls_request":
        return len(asked.file_urls_request.file_names) <= _MOST_FILES
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
