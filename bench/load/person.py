"""A person: one websocket session that walks a site in the messages a browser would send."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

LONGEST = 120
_ENDED = ForwardMsg.ScriptFinishedStatus
# A run that another one overtook ends early, and that one ends of itself.
_WHOLE = (_ENDED.FINISHED_SUCCESSFULLY, _ENDED.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class RefusedError(Exception):
    """The server showed an error, or not what was to be pressed."""


@dataclass
class Person:
    """What one session is shown, and where it is."""

    line: ClientConnection
    query: str = ""
    page: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    widgets: dict[str, tuple[Message, str]] = field(default_factory=dict)
    received: int = 0
    _known: dict[str, ForwardMsg] = field(default_factory=dict)

    async def opens(self, address: str) -> None:
        """Go to a page by its address, which may say what is asked of it."""
        page, _, self.query = address.partition("?")
        await self._runs(page_name=page)

    async def turns_to(self, page: str) -> None:
        """Follow the menu to another page, which keeps what is asked."""
        await self._runs(page_script_hash=self.pages[page])

    async def asks(self, **changes: str) -> None:
        """Change what is asked in the address, as Back or a link within the page does."""
        asked = dict(parse_qsl(self.query)) | changes
        self.query = urlencode({name: said for name, said in asked.items() if said})
        await self._runs(page_script_hash=self.page)

    async def chooses(self, label: str, option: int) -> None:
        """Choose an option of a list, or of a row of buttons, by its place."""
        widget, fragment = self._of(label)
        state = WidgetState(id=widget.id)
        if widget.DESCRIPTOR.name == "Selectbox":
            state.string_value = widget.options[option % len(widget.options)]
        else:
            one = widget.options[option % len(widget.options)]
            state.string_array_value.data.append(one.content)
        await self._presses(state, fragment)

    async def ticks(self, label: str, ticked: bool) -> None:
        """Tick a box, or take the tick away."""
        widget, fragment = self._of(label)
        await self._presses(WidgetState(id=widget.id, bool_value=ticked), fragment)

    async def types(self, label: str, text: str) -> None:
        """Type into a box."""
        widget, fragment = self._of(label)
        await self._presses(WidgetState(id=widget.id, string_value=text), fragment)

    async def presses(self, label: str) -> None:
        """Press a button."""
        widget, fragment = self._of(label)
        await self._presses(WidgetState(id=widget.id, trigger_value=True), fragment)

    def sees(self, label: str) -> bool:
        """Whether there is a control of that label."""
        return label in self.widgets

    def _of(self, label: str) -> tuple[Message, str]:
        if label not in self.widgets:
            raise RefusedError(f"There is no “{label}” to press on {self.page}.")
        return self.widgets[label]

    async def _presses(self, state: WidgetState, fragment: str) -> None:
        await self._runs(page_script_hash=self.page, fragment_id=fragment, states=[state])

    async def _runs(self, states: Sequence[WidgetState] = (), **asked: str) -> None:
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string = self.query
        rerun.cached_message_hashes.extend(self._known)
        rerun.widget_states.widgets.extend(states)
        for name, value in asked.items():
            setattr(rerun, name, value)
        if not asked.get("fragment_id"):
            self.widgets.clear()
        await self.line.send(message.SerializeToString())
        async with asyncio.timeout(LONGEST):
            while not self._hears(await self.line.recv()):
                pass

    def _hears(self, sent: str | bytes) -> bool:
        """Take in one message, and say whether it ends what was asked."""
        self.received += len(sent)
        message = ForwardMsg.FromString(sent)
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            cached = ForwardMsg()
            cached.CopyFrom(self._known[message.ref_hash])
            cached.metadata.CopyFrom(message.metadata)
            message, kind = cached, cached.WhichOneof("type")
        elif message.metadata.cacheable:
            self._known[message.hash] = message
        if kind == "delta":
            self._shown(message.delta)
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
            told = message.navigation.app_pages
            self.pages = {one.url_pathname: one.page_script_hash for one in told}
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "session_event":
            raise RefusedError(f"The server told of {message.session_event}.")
        return kind == "script_finished" and message.script_finished in _WHOLE

    def _shown(self, delta: Delta) -> None:
        if not delta.HasField("new_element"):
            return
        kind = delta.new_element.WhichOneof("type")
        shown = getattr(delta.new_element, kind)
        if kind == "exception":
            raise RefusedError(f"The page showed an error: {shown.message}")
        if getattr(shown, "label", "") and getattr(shown, "id", ""):
            self.widgets[shown.label] = shown, delta.fragment_id


@asynccontextmanager
async def person(address: str) -> AsyncIterator[Person]:
    """Somebody at an address, until the block ends."""
    place = address.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(
        place, subprotocols=["streamlit"], max_size=None, compression=None, open_timeout=LONGEST
    ) as line:
        yield Person(line)
