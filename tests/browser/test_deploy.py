"""Two processes behind the nginx that `deploy/` describes, with TLS, in a real browser."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import ROOT, Visit, _await_health, free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = pytest.mark.skipif(
    not (NGINX and shutil.which("openssl")), reason="nginx is not installed"
)
CONFIGURATION = ROOT / "deploy" / "nginx.conf"


class Deployment:
    """nginx, and two processes by their ports."""

    def __init__(self, folder: Path, running: ExitStack) -> None:
        self.folder = folder
        self.ports = [free_port(), free_port()]
        self.processes = []
        # One after the other: two at once may take longer than either is waited for.
        for port in self.ports:
            self.processes.append(running.enter_context(_process(port)))
            _await_health(f"http://localhost:{port}/_stcore/health")
        self.address = f"https://localhost:{free_port()}"
        running.enter_context(_nginx(self))

    def serving(self) -> subprocess.Popen:
        """The process that nginx led to last."""
        lines = (self.folder / "access.log").read_text().splitlines()
        port = int(re.findall(r":(\d+)$", lines[-1])[-1])
        return self.processes[self.ports.index(port)]


class _Ended:
    """Something that runs until a block ends."""

    def __init__(self, *command: str) -> None:
        self._command = command

    def __enter__(self) -> subprocess.Popen:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "STREAMLIT_SERVER_COOKIE_SECRET": "the same for both",
        }
        self._running = subprocess.Popen(self._command, cwd=ROOT, env=environment, **quiet)
        return self._running

    def __exit__(self, *_error: object) -> None:
        self._running.kill()
        self._running.wait(10)


def _process(port: int) -> _Ended:
    told = (f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true")
    return _Ended(sys.executable, "-m", "streamlit", "run", "app.py", *told)


def _nginx(deployment: Deployment) -> _Ended:
    folder, port = deployment.folder, deployment.address.rsplit(":", 1)[1]
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
        + ["-nodes", "-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate)],
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
        "127.0.0.1:8501": f"127.0.0.1:{deployment.ports[0]}",
        "127.0.0.1:8502": f"127.0.0.1:{deployment.ports[1]}",
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
    with ExitStack() as running:
        yield Deployment(tmp_path_factory.mktemp("nginx"), running)


def _window(browser: Browser, deployment: Deployment) -> Visit:
    context = browser.new_context(ignore_https_errors=True)
    return Visit(context, deployment.address, (1440, 900))


def test_without_a_cookie_either_process_gives_what_the_map_needs(
    browser: Browser, deployment: Deployment
) -> None:
    visit = _window(browser, deployment)
    # Each request comes as somebody else’s, and so to whichever process it may.
    visit.page.on("response", lambda _answer: visit.context.clear_cookies())
    visit.open("/Clusters")
    assert visit.stamp()
    assert visit.elsewhere == []
    visit.context.close()


def test_who_loses_their_process_carries_on_from_their_address_on_the_other(
    browser: Browser, deployment: Deployment
) -> None:
    visit = _window(browser, deployment)
    answer = visit.page.goto(f"{deployment.address}/?area=QJK")
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert answer.headers["content-security-policy"].endswith("frame-ancestors 'none'")
    (cookie,) = (one for one in visit.context.cookies() if one["name"] == "icb_process")
    assert cookie["secure"] and cookie["httpOnly"]
    before = visit.stamp()
    visit.settled()
    lost = deployment.serving()
    lost.send_signal(signal.SIGKILL)
    lost.wait(10)
    visit.page.reload()
    assert visit.stamp() == before
    assert visit.query() == "?area=QJK"
    assert deployment.serving() is not lost
    visit.context.close()
