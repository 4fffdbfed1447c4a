"""Two processes behind the nginx that `deploy/` describes, with TLS, in a real browser."""

from __future__ import annotations

import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from urllib.error import HTTPError, URLError
from urllib.request import HTTPSHandler, OpenerDirector, ProxyHandler, build_opener

import pytest
import uvicorn
from playwright.sync_api import Browser, Response
from playwright.sync_api import TimeoutError as TookTooLong

from footprint.upkeep import doctor
from footprint.upkeep.asking import site_of
from tests import postgres_server
from tests.browser.conftest import _STRAIGHT, ROOT, Visit, free_port
from tests.browser.test_draw import PATH
from tests.browser.test_saved_options import name_and_save, saved

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = pytest.mark.skipif(
    not (NGINX and shutil.which("openssl")), reason="nginx is not installed"
)
EMPTY: Mapping[str, str] = MappingProxyType({})
BASE = "maps"
CONFIGURATION = ROOT / "deploy" / "nginx.conf"


class Deployment:
    """nginx, and two processes by their ports, below a path, with one store and one folder."""

    def __init__(self, folder: Path, store: str, running: ExitStack) -> None:
        self.folder, self._running = folder, running
        self._told = {
            "ICB_FOOTPRINTS_STORE": store,
            "ICB_FOOTPRINTS_ASSETS": str(folder / "assets"),
            "STREAMLIT_SERVER_BASE_URL_PATH": BASE,
            "STREAMLIT_SERVER_COOKIE_SECRET": "the same for both",
        }
        self.ports = [free_port(), free_port()]
        # One after the other: two at once may take longer than either is waited for.
        self.processes = [self.begin(port) for port in self.ports]
        self.address = f"{self._before('hash $process consistent;', folder / 'own')}/{BASE}"
        self.anyhow = f"{self._before('', folder / 'anyhow')}/{BASE}"

    def begin(self, port: int, tree: Path = ROOT) -> subprocess.Popen:
        """Start a process on a port, of this or another version, and wait until it can serve."""
        process = self._running.enter_context(_process(port, tree, self._told))
        _await_ready(f"http://localhost:{port}/{BASE}/ready")
        return process

    def lose(self, process: subprocess.Popen) -> None:
        """Take a process away without a word."""
        process.send_signal(signal.SIGKILL)
        process.wait(10)

    def _before(self, chosen: str, folder: Path) -> str:
        """nginx as it is described, or one that sends each request wherever it likes."""
        folder.mkdir()
        port = free_port()
        self._running.enter_context(_nginx(folder, port, self.ports, chosen))
        return f"https://localhost:{port}"

    def serving(self) -> subprocess.Popen:
        """The process that nginx led to last."""
        lines = (self.folder / "own" / "access.log").read_text().splitlines()
        port = int(re.findall(r":(\d+)$", lines[-1])[-1])
        return self.processes[self.ports.index(port)]


def _await_ready(address: str) -> None:
    """Wait until a process can serve; it takes connections before it answers any."""
    until = time.monotonic() + 240
    while True:
        try:
            with _STRAIGHT.open(address, timeout=60):
                return
        except OSError:
            assert time.monotonic() < until, address
            time.sleep(0.1)


class _Ended:
    """Something that runs until a block ends."""

    def __init__(self, *command: str, tree: Path = ROOT, told: Mapping[str, str] = EMPTY) -> None:
        self._command, self._tree, self._told = command, tree, told

    def __enter__(self) -> subprocess.Popen:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        environment = {**os.environ, "PYTHONPATH": str(self._tree), **self._told}
        self._running = subprocess.Popen(self._command, cwd=self._tree, env=environment, **quiet)
        return self._running

    def __exit__(self, *_error: object) -> None:
        self._running.kill()
        self._running.wait(10)


def _process(port: int, tree: Path, told: Mapping[str, str]) -> _Ended:
    said = (f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true")
    return _Ended(sys.executable, "-m", "streamlit", "run", "app.py", *said, tree=tree, told=told)


def _nginx(folder: Path, port: int, ports: list[int], chosen: str) -> _Ended:
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
        + ["-nodes", "-days", "90", "-subj", "/CN=localhost"]
        + [
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            str(key),
            "-out",
            str(certificate),
        ],
        check=True,
        capture_output=True,
    )
    changes = {
        "user www-data;": "daemon off; master_process off;",
        "/run/nginx.pid": f"{folder}/nginx.pid",
        "/var/log/nginx/error.log": f"{folder}/error.log",
        "/var/log/nginx/icb-footprints.log": f"{folder}/access.log",
        "icb.example.nhs.uk": "localhost",
        "listen 80;": f"listen {free_port()};",
        "listen 443 ": f"listen {port} ",
        "/etc/ssl/icb-footprints.pem": str(certificate),
        "/etc/ssl/private/icb-footprints.key": str(key),
        "hash $process consistent;": chosen,
        "127.0.0.1:8501": f"127.0.0.1:{ports[0]}",
        "127.0.0.1:8502": f"127.0.0.1:{ports[1]}",
    }
    text = CONFIGURATION.read_text(encoding="utf-8")
    for before, after in changes.items():
        assert before in text, before
        text = text.replace(before, after)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    checked = [NGINX, "-t", "-p", str(folder), "-c", f"{folder}/nginx.conf"]
    subprocess.run(checked, check=True, capture_output=True)
    return _Ended(NGINX, "-p", str(folder), "-c", f"{folder}/nginx.conf")


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    folder = tmp_path_factory.mktemp("deployed")
    with ExitStack() as running:
        store = f"sqlite:///{folder}/options.sqlite3"
        if postgres_server.binaries():
            store = running.enter_context(postgres_server.running()).new_schema()
        yield Deployment(folder, store, running)


def _window(browser: Browser, address: str) -> Visit:
    context = browser.new_context(ignore_https_errors=True)
    visit = Visit(context, address, (1440, 900))
    visit.missing = []
    visit.page.on("response", lambda one: _misses(one) and visit.missing.append(one.url))
    return visit


def _misses(answer: Response) -> bool:
    # Below a page's own address Streamlit first asks for its health there, and is told no.
    return answer.status >= 400 and "/_stcore/" not in answer.url


def _doctor(address: str, deployment: Deployment) -> str:
    """What is said to be wrong with a deployment."""
    folder = "own" if address == deployment.address else "anyhow"
    authority = str(deployment.folder / folder / "certificate.pem")
    return "\n".join(doctor.from_outside(site_of(address, authority)))


def test_nginx_closes_an_idle_connection_before_the_app_does() -> None:
    (idle,) = re.findall(r"^ +keepalive_timeout (\d+)s;$", CONFIGURATION.read_text("utf-8"), re.M)
    assert int(idle) < uvicorn.Config("app").timeout_keep_alive


class _Flinches(BaseHTTPRequestHandler):
    """A process that closes its first connection without an answer."""

    def do_GET(self) -> None:
        self.close_connection = True
        if next(self.server.asked):
            self.send_response(204)
            self.end_headers()

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


def test_processes_that_fail_once_are_asked_again_at_once(tmp_path: Path) -> None:
    with ExitStack() as running:
        processes = [ThreadingHTTPServer(("127.0.0.1", 0), _Flinches) for _ in range(2)]
        for process in processes:
            running.callback(process.server_close)
            running.callback(process.shutdown)
            process.asked = count()
            Thread(target=process.serve_forever, daemon=True).start()
        port = free_port()
        ports = [process.server_port for process in processes]
        running.enter_context(_nginx(tmp_path, port, ports, ""))
        address = f"https://localhost:{port}/"
        trusting = ssl.create_default_context(cafile=tmp_path / "certificate.pem")
        opener = build_opener(ProxyHandler({}), HTTPSHandler(context=trusting))
        with pytest.raises(HTTPError, match="502"):
            _first(opener, address)
        assert [opener.open(address, timeout=60).status for _ in range(3)] == [204] * 3


def _first(opener: OpenerDirector, address: str) -> None:
    """Ask once nginx takes connections."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            return opener.open(address, timeout=60).close()
        except HTTPError:
            raise
        except URLError:
            time.sleep(0.05)


def test_nothing_is_wrong_with_what_is_described_and_without_its_cookie_something_is(
    deployment: Deployment,
) -> None:
    assert _doctor(deployment.address, deployment) == ""
    (said,) = _doctor(deployment.anyhow, deployment).splitlines()
    assert said.startswith("A person’s requests go to any process")


def test_who_loses_their_process_carries_on_from_their_address_and_all_that_was_saved_is_there(
    browser: Browser, deployment: Deployment
) -> None:
    visit = _window(browser, deployment.address)
    answer = visit.page.goto(f"{deployment.address}{PATH}")
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert answer.headers["content-security-policy"].endswith("frame-ancestors 'none'")
    (cookie,) = (one for one in visit.context.cookies() if one["name"] == "icb_process")
    assert cookie["secure"] and cookie["httpOnly"]
    before = visit.stamp()
    name_and_save(visit, "As it is", "Ada")
    key = saved(visit)
    visit.settled()
    lost = deployment.serving()
    deployment.lose(lost)
    visit.page.reload()
    assert visit.stamp() == before
    assert visit.query() == f"?saved={key}"
    visit.page.get_by_text("Open: revision 1 of “As it is”").wait_for()
    assert deployment.serving() is not lost
    assert visit.elsewhere == []
    visit.context.close()


def _another_version(folder: Path) -> Path:
    """A copy of the app whose map is drawn by a script of another content, and so another name."""
    for name in ("data", "geo", ".streamlit", "pages", "app.py"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("footprint", "ui"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    drawn = folder / "footprint" / "web" / "browser" / "footprint_map.js"
    drawn.write_text(drawn.read_text("utf-8") + "\nwindow.newer = true;\n", "utf-8")
    return folder


def _answers(port: int, name: str) -> int:
    """What a process answers to whoever wants a script of the map by its name."""
    path = f"/{BASE}/component/ui.shell.assets.drawing/{name}"
    line = HTTPConnection("localhost", port, timeout=60)
    line.request("GET", path)
    return line.getresponse().status


def test_while_one_version_takes_over_from_another_nobody_sees_a_broken_page(
    browser: Browser, deployment: Deployment, tmp_path: Path
) -> None:
    """Without a cookie that holds to a process: each request goes wherever it may."""
    standing = next(one for one in deployment.processes if one.poll() is None)
    other = 1 - deployment.processes.index(standing)
    deployment.lose(deployment.processes[other])
    stays = _window(browser, deployment.anyhow).open("/Clusters")
    deployment.begin(deployment.ports[other], _another_version(tmp_path))
    drawn = (deployment.folder / "assets/component/ui.shell.assets.drawing").glob("map.*.js")
    names = [file.name for file in drawn]
    assert len(names) == 2
    assert {_answers(one, name) for one in deployment.ports for name in names} == {200}
    visit = _window(browser, deployment.anyhow).open("/Clusters")
    assert visit.missing == visit.elsewhere == []
    visit.context.close()
    assert "of 2 versions" in _doctor(deployment.anyhow, deployment)
    # What is old goes, and who had it open goes on.
    deployment.lose(standing)
    before = stays.stamp()
    _leads_to(stays, "Money")
    stays.repainted(before)
    assert stays.missing == []
    stays.context.close()


def _leads_to(visit: Visit, label: str) -> None:
    """Press a link of the menu; while a page looks for its server nothing may come of it."""
    for longest in (15_000, 15_000, 60_000):
        visit.page.get_by_role("link", name=label, exact=True).click()
        try:
            visit.page.wait_for_url(f"**/{label}*", timeout=longest)
        except TookTooLong:
            continue
        return
    raise AssertionError(label)
