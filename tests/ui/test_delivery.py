"""What leaves the server: files small and for ever, and the document with what is ours."""

from __future__ import annotations

import asyncio
import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ui.shell.delivery import FOR_A_WHILE, FOR_A_YEAR, Delivery

SCRIPT = "/static/js/index.DormvYxC.js"
OURS = "/component/ui.shell.assets.drawing/map.3c135e622f2b.js"
FRAME = "/component/streamlit_folium.st_folium/index.html"
DOCUMENT = "<html><head></head><body><div id=root></div></body></html>"
READER = {"accept-encoding": "gzip, br", "accept": "*/*"}
VISITOR = {"accept-encoding": "gzip", "accept": "text/html,*/*", "if-none-match": '"seen"'}


class Behind:
    """A server that remembers what it was asked for, and with which headers."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.app = Delivery(Starlette(routes=[Route("/{path:path}", self._answer)]))

    async def _answer(self, request) -> Response:
        path = request.url.path
        self.asked.append((path, dict(request.headers)))
        if "if-none-match" in request.headers:
            return Response(status_code=304)
        if path.endswith(("gone.DormvYxC.js", "/", "/Clusters", "index.html")):
            return Response(DOCUMENT, media_type="text/html", headers={"etag": '"seen"'})
        return PlainTextResponse("let it = 1;" * 100, headers={"cache-control": "public"})

    def get(self, path: str, headers: dict[str, str], base: str = "") -> Got:
        return asyncio.run(self._get(base + path, headers))

    async def _get(self, path: str, headers: dict[str, str]) -> Got:
        raw = [(name.encode(), words.encode()) for name, words in headers.items()]
        scope = {"type": "http", "method": "GET", "path": path, "headers": raw}
        scope |= {"query_string": b"", "root_path": "", "http_version": "1.1"}
        heard: list[dict] = []

        async def receive() -> dict:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict) -> None:
            heard.append(message)

        await self.app(scope, receive, send)
        body = b"".join(message.get("body", b"") for message in heard[1:])
        return Got(heard[0]["status"], heard[0]["headers"], body)


class Got:
    def __init__(self, status: int, headers: list, body: bytes) -> None:
        self.status = status
        self.headers = {name.decode(): words.decode() for name, words in headers}
        self.body = body

    @property
    def text(self) -> str:
        zipped = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if zipped else self.body).decode()


@pytest.fixture
def behind() -> Behind:
    return Behind()


@pytest.mark.parametrize("path", [SCRIPT, OURS, f"/nhs{OURS}"])
def test_a_file_named_after_its_content_is_small_and_kept_for_a_year(
    behind: Behind, path: str
) -> None:
    got = behind.get(path, READER)
    assert got.headers["cache-control"] == FOR_A_YEAR
    assert "immutable" in FOR_A_YEAR
    assert got.headers["vary"] == "Accept-Encoding"
    assert got.text == "let it = 1;" * 100
    assert len(got.body) == int(got.headers["content-length"]) < 100


def test_a_file_is_compressed_once_for_everybody(behind: Behind) -> None:
    first, second = behind.get(SCRIPT, READER), behind.get(SCRIPT, READER)
    assert first.body == second.body
    assert len(behind.asked) == 1
    assert "accept-encoding" not in behind.asked[0][1]


@pytest.mark.parametrize(
    "headers", [{"accept": "*/*"}, {"accept-encoding": "gzip", "range": "bytes=0-9"}]
)
def test_who_cannot_take_it_compressed_gets_it_as_it_is(behind: Behind, headers: dict) -> None:
    got = behind.get(SCRIPT, headers)
    assert "content-encoding" not in got.headers
    assert got.body.decode() == "let it = 1;" * 100


@pytest.mark.parametrize(
    "path",
    ["/component/some.part/main.js", "/component/some.part/bootstrap.min.js", "/_stcore/health"],
)
def test_a_name_that_does_not_change_with_its_content_is_nothing_to_keep(
    behind: Behind, path: str
) -> None:
    assert behind.get(path, READER).headers["cache-control"] == "public"


@pytest.mark.parametrize("path", [SCRIPT, OURS, FRAME])
@pytest.mark.parametrize("spelt", ["/.{}", "/{}", "{}/"])
def test_a_file_has_one_name(behind: Behind, path: str, spelt: str) -> None:
    assert behind.get(spelt.format(path), READER).status == 404
    assert behind.get(path.replace("/component/", "/component//"), READER).status in (200, 404)
    assert [asked for asked, _ in behind.asked if asked != path] == []


def test_a_script_that_is_gone_is_not_kept(behind: Behind) -> None:
    for _ in range(2):
        got = behind.get("/static/js/gone.DormvYxC.js", READER)
        assert got.text == DOCUMENT
        assert "cache-control" not in got.headers
    assert len(behind.asked) == 2


@pytest.mark.parametrize("path", ["/", "/Clusters"])
def test_the_document_has_our_style_at_its_end_and_is_never_an_old_one(
    behind: Behind, path: str
) -> None:
    got = behind.get(path, VISITOR)
    before, ours = got.text.split("<div id=root></div>")
    assert before == "<html><head></head><body>"
    assert ours.startswith("<style>")
    assert ".st-key-masthead" in ours
    assert ours.endswith("</script>\n</body></html>")
    assert got.headers["cache-control"] == "no-cache"
    assert "etag" not in got.headers


def test_the_document_in_the_frame_of_a_map_is_kept_for_minutes(behind: Behind) -> None:
    first, second = (behind.get(FRAME, VISITOR) for _ in range(2))
    assert first.text == second.text
    assert first.text.endswith("</script></head><body><div id=root></div></body></html>")
    # Before all else, so that no other window is heard first.
    assert first.text.startswith("<html><head><script>") and "window.parent" in first.text
    assert first.headers["cache-control"] == FOR_A_WHILE
    assert len(behind.asked) == 1


def test_a_browser_that_goes_away_does_not_cut_short_what_is_kept() -> None:
    async def streaming(_scope, receive, send) -> None:
        await receive()
        leaving = asyncio.ensure_future(receive())
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(3):
            await asyncio.sleep(0)
            if not leaving.done():
                await send({"type": "http.response.body", "body": b"part", "more_body": True})
        leaving.cancel()
        await send({"type": "http.response.body", "body": b""})

    behind = Behind()
    behind.app = Delivery(streaming)
    assert behind.get(SCRIPT, READER).text == "part" * 3


def test_a_websocket_is_let_through() -> None:
    seen: list[str] = []

    async def behind(scope, _receive, _send) -> None:
        seen.append(scope["type"])

    asyncio.run(Delivery(behind)({"type": "websocket", "path": SCRIPT}, None, None))
    assert seen == ["websocket"]
