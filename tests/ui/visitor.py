"""A visitor without a browser: a real websocket, in Streamlit's own messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

LONGEST = 60


class Visitor:
    """One session: what it asks the server, and what it is shown."""

    def __init__(self, line: ClientConnection) -> None:
        self._line = line

    def sees(self) -> str:
        """Run the page, and return the texts that it shows."""
        self.sends(rerun_script={"query_string": ""})
        shown: list[str] = []
        while True:
            message = ForwardMsg.FromString(self._line.recv(timeout=LONGEST))
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.new_element.HasField("text"):
                shown.append(message.delta.new_element.text.body)
            if kind == "script_finished":
                return "\n".join(shown)

    def hears(self, kind: str) -> ForwardMsg:
        """The next message of a kind."""
        while True:
            message = ForwardMsg.FromString(self._line.recv(timeout=LONGEST))
            if message.WhichOneof("type") == kind:
                return message

    def sends(self, **asked: object) -> None:
        """Send one message, whatever it asks."""
        self._line.send(BackMsg(**asked).SerializeToString())


@contextmanager
def visitor(
    address: str, *, protocols: tuple[str, ...] = ("streamlit",), **options: object
) -> Iterator[Visitor]:
    """Somebody at an address of the app, until the block ends."""
    place = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(place, subprotocols=list(protocols), max_size=None, **options) as line:
        yield Visitor(line)
