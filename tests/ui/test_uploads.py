"""Files that visitors send are counted, for each of them and in all."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from starlette.types import Receive, Scope, Send

from ui.gate import uploads
from ui.gate.uploads import MOST_FILES, MOST_IN_ALL, Uploads

LARGE = 9_900_000


class Server:
    """A server that keeps whatever is sent to it, as Streamlit does."""

    def __init__(self) -> None:
        self.files: dict[str, list[int]] = {}
        self.door = asyncio.Event()
        self.door.set()
        self.app = Uploads(self._keep)

    async def _keep(self, scope: Scope, _: Receive, send: Send) -> None:
        await self.door.wait()
        session = scope["path"].split("/")[-2]
        self.files.setdefault(session, []).append(scope["size"])
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def send(
        self, session: str, size: int, method: str = "PUT", base: str = ""
    ) -> tuple[int, str]:
        """What somebody is answered who sends a file of a size."""
        heard: list[dict] = []

        async def hear(message: dict) -> None:
            heard.append(message)

        path = f"{base}/_stcore/upload_file/{session}/{len(self.files.get(session, ()))}"
        scope = {"type": "http", "method": method, "path": path, "size": size, "headers": []}
        await self.app(scope, _silent, hear)
        return heard[0]["status"], heard[1]["body"].decode()


async def _silent() -> dict:
    return {"type": "http.request", "body": b"", "more_body": False}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    made = Server()
    monkeypatch.setattr(uploads, "kept", lambda: made.files)
    return made


@pytest.mark.parametrize("base", ["", "/nhs"])
def test_of_sixty_large_files_of_one_visitor_few_are_kept(server: Server, base: str) -> None:
    answers = [asyncio.run(server.send("a", LARGE, base=base)) for _ in range(60)]
    assert sum(server.files["a"]) <= uploads.MOST_BYTES
    assert [status for status, _ in answers].count(204) == len(server.files["a"]) == 3
    assert answers[-1] == (413, uploads._MINE)
    assert asyncio.run(server.send("b", LARGE, base=base))[0] == 204


def test_of_many_small_files_of_one_visitor_few_are_kept(server: Server) -> None:
    for _ in range(60):
        asyncio.run(server.send("a", 10))
    assert len(server.files["a"]) == MOST_FILES


def test_files_that_are_sent_at_once_are_counted_before_they_are_there(server: Server) -> None:
    async def at_once() -> list[tuple[int, str]]:
        server.door.clear()
        coming = [asyncio.create_task(server.send("a", LARGE)) for _ in range(60)]
        await asyncio.sleep(0)
        server.door.set()
        return await asyncio.gather(*coming)

    assert [status for status, _ in asyncio.run(at_once())].count(204) == 3
    # What was on its way is there now, and is not counted twice.
    server.files["a"].pop()
    assert asyncio.run(server.send("a", 10))[0] == 204


def test_the_files_of_all_visitors_together_have_a_limit(server: Server) -> None:
    for number in range(200):
        asyncio.run(server.send(f"visitor {number}", LARGE))
    held = sum(map(sum, server.files.values()))
    assert MOST_IN_ALL - 2 * LARGE < held <= MOST_IN_ALL
    assert asyncio.run(server.send("late", LARGE)) == (413, uploads._ALL)


def test_what_is_no_upload_goes_through(server: Server) -> None:
    server.files["a"] = [LARGE] * 60
    assert asyncio.run(server.send("a", 0, method="DELETE"))[0] == 204


def test_streamlit_keeps_files_where_they_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
    from streamlit.runtime.uploaded_file_manager import UploadedFileRec

    manager = MemoryUploadedFileManager("/upload")
    manager.add_file("a", UploadedFileRec("1", "a.csv", "text/csv", b"12345"))

    class _Running:
        uploaded_file_mgr = manager

    monkeypatch.setattr(uploads.Runtime, "instance", lambda: _Running)
    assert uploads.kept() == {"a": [5]}
