"""The gate: hosts, origins, what browsers are told, readiness and the access log."""

from __future__ import annotations

import asyncio
import io
import json
import socket
import threading
import tomllib
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit import config
from streamlit.testing.v1 import AppTest
from websockets.exceptions import InvalidStatus

from tests.browser.conftest import ROOT, serving
from tests.ui.test_metrics import read
from tests.ui.visitor import visitor
from ui.gate import hosts, ready
from ui.gate.guard import Guard, policy
from ui.gate.log import SETTING, AccessLog, kind
from ui.gate.ready import Ready, Watch, status_line
from ui.gate.versions import version
from ui.shell.document import PAGE_SCRIPT, furnished

GIVEN = ("localhost", "icb.example.nhs.uk", "*.team.example")


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "localhost:8501", "LOCALHOST.", "127.0.0.1:8501", "[::1]:8501", "10.1.2.3"),
        *("icb.example.nhs.uk", "icb.example.nhs.uk:443", "a.team.example"),
    ],
)
def test_the_app_answers_to_its_own_names_and_to_numbers(host: str) -> None:
    assert hosts.known(host, GIVEN)


@pytest.mark.parametrize(
    "host",
    [
        *("", "else.test", "localhost.else.test", "team.example", "xteam.example", "localhost:x"),
        *("localhost@else.test", "127.0.0.1.else.test", "localhost/else.test", "a b", "[::1"),
    ],
)
def test_the_app_answers_to_no_other_name(host: str) -> None:
    assert not hosts.known(host, GIVEN)


def test_the_address_that_everybody_uses_is_a_name_of_the_app(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(hosts.ADDRESS, "https://icb.example.nhs.uk/maps")
    hosts.names.cache_clear()
    try:
        assert "icb.example.nhs.uk" in hosts.names()
    finally:
        hosts.names.cache_clear()


@pytest.mark.parametrize("origin", [None, "http://localhost:8501", "https://LOCALHOST:8501"])
def test_a_page_of_the_app_is_heard(origin: str | None) -> None:
    assert hosts.same(origin, "localhost:8501")


@pytest.mark.parametrize(
    "origin", ["null", "", "http://localhost:8502", "https://app.streamlit.app", "localhost:8501"]
)
def test_a_page_of_another_site_is_not(origin: str) -> None:
    assert not hosts.same(origin, "localhost:8501")


def test_programs_cannot_drive_pages_past_what_is_kept_from_sessions() -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["enableAgentApi"] is False
    # Set where Streamlit still knows it by this name.
    assert "server.enableAgentApi" in config.get_config_options()


def test_no_page_runs_a_script_that_is_written_into_it_but_those_known_by_digest() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy("/Clusters").split("; "))
    ours, *known = rules["script-src"].split()
    assert ours == "'self'" and len(known) >= 5
    assert all(one.startswith("'sha256-") for one in known)
    (last,) = known[-1:]
    told = b64encode(sha256(PAGE_SCRIPT.encode()).digest()).decode()
    assert last == f"'sha256-{told}'"
    document = furnished(b"<script>\nlet theirs = 1;\n</script></body>")
    assert document.count(b"<script>") == document.count(b"</script>") == len(known) - 1
    # A map's frame is told its script in a message.
    assert "'unsafe-eval'" in policy("/component/streamlit_folium.st_folium/index.html")


def test_only_what_stands_in_a_map_may_be_framed_and_by_the_app_alone() -> None:
    assert policy("/Clusters").endswith("frame-ancestors 'none'")
    assert policy("/nhs/component/streamlit_folium.st_folium/index.html").endswith("'self'")
    assert "http" not in policy("/Clusters")


class Line:
    """The way to a host that counts who asks for anything outside."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.asked = 0
        threading.Thread(target=self._count, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def _count(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            self.asked += 1
            connection.close()


@pytest.fixture(scope="module")
def outside() -> Line:
    return Line()


@pytest.fixture(scope="module")
def app(outside: Line) -> Iterator[str]:
    """An app below a path, whose every word to another host goes through a line that is watched."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            patch.setenv(name, outside.address)
        patch.setenv("no_proxy", "localhost")
        patch.setenv("NO_PROXY", "localhost")
        with serving(base="nhs") as address:
            yield address


def _asked(app: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    place = urlsplit(app)
    connection = HTTPConnection(place.hostname, place.port, timeout=60)
    connection.request(method, place.path + path, headers=headers)
    answer = connection.getresponse()
    return answer, answer.read().decode()


def test_a_name_that_leads_here_from_elsewhere_is_not_answered(app: str) -> None:
    answer, said = _asked(app, "/", Host="rebound.test")
    assert answer.status == 421
    assert said.startswith("This app does not answer to that name.")


@pytest.mark.parametrize(
    "told",
    [
        {"origin": "https://evil.streamlit.app"},
        {"origin": "https://else.test"},
        {"origin": "null"},
        {"additional_headers": {"X-Other": "a"}, "origin": "http://localhost:1"},
    ],
)
def test_a_session_of_a_strange_page_never_begins_and_nobody_outside_is_asked(
    app: str, outside: Line, told: dict
) -> None:
    with pytest.raises(InvalidStatus) as refused, visitor(app, **told):
        pass
    assert refused.value.response.status_code == 403
    assert outside.asked == 0


def test_a_session_of_the_apps_own_page_begins(app: str) -> None:
    own = "/".join(app.split("/")[:3])
    with visitor(app, origin=own) as one:
        one.sends(app_heartbeat=True)


def test_a_session_is_told_nothing_of_where_the_app_lies_and_what_it_is_made_of(app: str) -> None:
    with visitor(app) as one:
        one.sends(load_git_info=True)
        one.sends(rerun_script={"query_string": ""})
        told = one.hears("new_session").new_session
    assert told.main_script_path == "app.py"
    assert not told.initialize.user_info.ByteSize()
    assert told.main_script_hash


def test_a_strange_page_can_hand_nothing_in(app: str) -> None:
    answer, _ = _asked(app, "/_stcore/upload_file/a/b", "PUT", Origin="https://else.test")
    assert answer.status == 403


def test_no_page_of_another_site_may_send_messages_to_ours(app: str) -> None:
    _, said = _asked(app, "/_stcore/host-config")
    assert json.loads(said)["allowedOrigins"] == []


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/component/absent/x.js", "/ready"])
def test_every_answer_tells_the_browser_what_it_may_do(app: str, path: str) -> None:
    for asked in ({"Accept": "text/html", "Accept-Encoding": "gzip"}, {}):
        place = urlsplit(app)
        connection = HTTPConnection(place.hostname, place.port, timeout=60)
        connection.request("GET", place.path + path, headers=asked)
        answer = connection.getresponse()
        answer.read()
        assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
        assert answer.headers.get_all("Referrer-Policy") == ["same-origin"]
        assert answer.headers.get_all("Content-Security-Policy") == [policy(path)]


def test_a_machine_is_told_whether_the_app_is_ready(app: str) -> None:
    answer, said = _asked(app, "/ready")
    assert answer.status == 200
    told = json.loads(said)
    assert told["ready"] is True
    assert told["checks"] == dict.fromkeys(("data", "store", "disk", "workers"), "ok")
    # The same of each process of this version, and another for each process.
    assert told["version"] == version()
    assert told["process"] != ready._PROCESS


def test_the_machine_is_told_how_the_app_fares_and_nobody_whom_a_proxy_leads_here(
    app: str,
) -> None:
    with visitor(app) as one:
        one.sees()
        answer, said = _asked(app, "/metrics")
    found = read(said)
    assert answer.status == 200
    assert found["sessions"] == 1
    assert found["run_seconds_count"] >= 1
    assert found["memory_bytes"] > 5e7
    assert found['ready{check="data"}'] == 1
    for path in ("/metrics", "/_stcore/metrics"):
        assert _asked(app, path, **{"X-Forwarded-Proto": "https"})[0].status == 404


def _broken() -> bool:
    raise OSError("/a/path at a.host")


def test_what_fails_is_named_and_how_it_failed_is_kept_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = Watch({"data": lambda: True, "store": _broken, "disk": lambda: False}).look()
    monkeypatch.setattr(ready, "watch", lambda: Watch({"data": lambda: True, "store": _broken}))
    answer = asyncio.run(ready.answer(None))
    assert answer.status_code == 503
    assert json.loads(answer.body)["checks"] == {"data": "ok", "store": "failing"}
    assert status_line(held) == (
        "Something is amiss: saved options cannot be read or kept and the disk is almost full. "
        "Tell whoever runs this app."
    )


def test_a_check_that_never_answers_does_not_hold_up_the_others() -> None:
    gate = threading.Event()
    try:
        held = Watch({"store": gate.wait, "data": lambda: True}, longest=0.2).look().held
    finally:
        gate.set()
    assert held == {"store": False, "data": True}


def test_however_many_ask_the_checks_run_once_in_a_while() -> None:
    ran: list[int] = []
    watch = Watch({"data": lambda: bool(ran.append(1)) or True})
    assert {watch.look().whole for _ in range(50)} == {True}
    assert len(ran) == 1


def test_a_full_disk_a_changed_file_and_a_store_that_refuses_are_noticed(
    monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    monkeypatch.setattr(ready, "LEAST_FREE", 2**60)
    monkeypatch.setattr(ready, "problems", lambda _root: ["blocks.csv is not as described."])
    (tmp_path / "no-database").write_bytes(b"x" * 5000)
    monkeypatch.setenv("ICB_FOOTPRINTS_STORE", f"sqlite:///{tmp_path}/no-database")
    assert Watch(longest=120).look().held == {
        "data": False,
        "store": False,
        "disk": False,
        "workers": True,
    }


def test_people_are_told_that_everything_works() -> None:
    assert status_line(Ready({"data": True}, 0.0)).startswith("Everything works:")


def _status() -> None:
    from ui.gate import status
    from ui.shell import drawing as st

    st.session_state["working"] = True
    status.works()


def test_people_who_ask_are_told_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.gate.status.watch", lambda: Watch({"data": lambda: False}))
    shown = AppTest.from_function(_status).run()
    assert shown.markdown[0].value == (
        "Something is amiss: a published file is not as it was described. Tell whoever runs this "
        "app."
    )


def test_the_access_log_tells_of_each_request_without_names_or_searches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(SETTING, "1")
    out = io.StringIO()
    answer = Route("/{path:path}", lambda _request: PlainTextResponse("said", 418))
    asked = {"type": "http", "method": "GET", "path": "/nhs/Money", "headers": []}
    asked |= {"query_string": b"find=Ada+Lovelace", "client": ("192.0.2.7", 1), "root_path": ""}

    async def quiet(*_message: object) -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    asyncio.run(AccessLog(Starlette(routes=[answer]), out)(asked, quiet, quiet))
    told = json.loads(out.getvalue())
    assert told.keys() == {"at", "method", "what", "status", "bytes", "seconds"}
    assert (told["method"], told["what"], told["status"], told["bytes"]) == (
        *("GET", "page Money", 418),
        4,
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/", "page first"),
        ("/Ada-Lovelace", "other"),
        ("/media/5ec18b.pdf", "download"),
        ("/_stcore/upload_file/session/file", "upload"),
        ("/nhs/_stcore/stream", "session"),
    ],
)
def test_a_request_is_known_by_its_kind_alone(path: str, said: str) -> None:
    assert kind(path) == said


def test_without_the_setting_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    assert not AccessLog(Guard(Starlette()))._on
