"""Messages: what a session may ask of the server, and what it is told of the machine it runs on.

Here alone they are read, each once; whoever else has to know of them is told.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ui.gate.turns import Turns, Window
from ui.who.visitors import visitor_of

_RUN = "rerun_script"
_ASKED = {_RUN, "stop_script", "clear_cache", "file_urls_request", "app_heartbeat"}
_WORK = {"deferred_file", "dataframe_chunk"}
# Those that have the server do something that takes a while.
_WORKING = {_RUN, "backend_operation_request"}
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


@dataclass(frozen=True)
class Asked:
    """What one message of a session asks; no kind where it is none, or too long to be read."""

    kind: str = ""
    allowed: bool = True

    @property
    def works(self) -> bool:
        """Whether the server is at work on it for a while."""
        return self.kind in _WORKING


@dataclass(frozen=True)
class Told:
    """What a session is told in one message, and whether it ends a run of a page, or other work."""

    content: bytes
    ends_run: bool = False
    ends_work: bool = False


class Messages:
    """Stands before Streamlit's sessions.

    They answer developers too: where the app lies, which files of its repository were changed,
    who the machine is. No page of the app asks that, so nobody is told. What takes a while waits
    for its visitor's turn. How many seconds each run of a page took, asked to ended, goes to `ran`.
    """

    def __init__(self, app: ASGIApp, ran: Callable[[float], None]) -> None:
        self._app, self._turns, self._ran = app, Turns(), ran

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hold one session."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        pace, window = Pace(), Window(visitor_of((scope.get("client") or ("",))[0]))
        begun: float | None = None

        async def hear() -> Message:
            nonlocal begun
            while True:
                message = await receive()
                heard = asked(message.get("bytes") or b"")
                if heard.kind == _RUN and begun is None:
                    begun = time.perf_counter()
                if heard.allowed:
                    await asyncio.sleep(pace.wait(time.monotonic()))
                    if heard.works:
                        await self._turns.take(window)
                    return message

        async def tell(message: Message) -> None:
            nonlocal begun
            said = told(message.get("bytes") or b"")
            await send({**message, "bytes": said.content} if said.content else message)
            if said.ends_run and begun is not None:
                self._ran(time.perf_counter() - begun)
                begun = None
            if said.ends_run or said.ends_work:
                self._turns.end(window)

        try:
            await self._app(scope, hear, tell)
        finally:
            self._turns.leave(window)


def asked(content: bytes) -> Asked:
    """Read what a session asks; what is no message is for the server to refuse."""
    if not content or len(content) > LONGEST:
        return Asked()
    try:
        read = BackMsg.FromString(content)
    except DecodeError:
        return Asked()
    kind = read.WhichOneof("type") or ""
    return Asked(kind, allowed=_allowed(kind, read))


def _allowed(kind: str, read: BackMsg) -> bool:
    """Whether a session may ask what this message asks."""
    if kind == "backend_operation_request":
        return read.backend_operation_request.WhichOneof("payload") in _WORK
    if kind == "file_urls_request":
        return len(read.file_urls_request.file_names) <= _MOST_FILES
    return not kind or kind in _ASKED


def told(content: bytes) -> Told:
    """Read what a session is told; what says that something has ended is short."""
    if len(content) > _SHORT and _MARK not in content:
        return Told(content)
    read = ForwardMsg.FromString(content)
    match read.WhichOneof("type"):
        case "new_session":
            return Told(_without_place(read))
        case "script_finished":
            # One that gives way to the next goes on with that.
            early = ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN
            return Told(content, ends_run=read.script_finished != early)
        case kind:
            return Told(content, ends_work=kind == "backend_operation_response")


def _without_place(read: ForwardMsg) -> bytes:
    """A message without where the app lies and which machine it is on."""
    session = read.new_session
    session.main_script_path = session.main_script_path.replace("\\", "/").rsplit("/", 1)[-1]
    session.initialize.user_info.Clear()
    return read.SerializeToString()
