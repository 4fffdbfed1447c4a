"""What stands in deploy/ for systemd: its lines are run, as far as that goes without systemd."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from footprint.store.revisions import SETTING, Draft
from footprint.store.store import OptionStore
from tests.browser.conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="systemd is one for Linux")
DEPLOY = ROOT / "deploy"


def unit(name: str) -> configparser.ConfigParser:
    found = configparser.ConfigParser(interpolation=None, strict=False)
    found.optionxform = str
    found.read_string((DEPLOY / name).read_text("utf-8"))
    return found


def line(text: str) -> str:
    """A command of a unit, as a shell reads what systemd makes of it."""
    return text.replace("$$", "$").replace("%%", "%")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_finds_nothing_wrong_with_any_unit(tmp_path: Path) -> None:
    units = [
        shutil.copy(file, tmp_path / file.name.replace("@.", "@8501."))
        for file in sorted(DEPLOY.glob("icb-footprints*.*"))
        if file.suffix in (".service", ".timer")
    ]
    assert len(units) == 3
    verify = ["systemd-analyze", "verify", "--man=no", *units]
    looked = subprocess.run(verify, capture_output=True, text=True, check=False)
    assert (looked.returncode, looked.stderr) == (0, "")


@pytest.mark.skipif(not (ROOT / ".venv").exists(), reason="runs what is in .venv")
def test_the_line_of_the_backup_writes_one_and_the_next_forgets_those_that_are_old(
    tmp_path: Path,
) -> None:
    service = unit("icb-footprints-backup.service")["Service"]
    url, state = f"sqlite:///{tmp_path}/options.sqlite3", tmp_path / "state"
    OptionStore(url).save(Draft(name="a", content="a", base="b", data_version="c"))
    state.mkdir()
    old = state / "options-2026-01-01.backup"
    old.write_bytes(b"")
    os.utime(old, (0, 0))
    env = {"PATH": "/usr/bin:/bin", SETTING: url, "STATE_DIRECTORY": str(state)}
    for name in ("ExecStart", "ExecStartPost"):
        subprocess.run(["sh", "-c", line(service[name])], cwd=ROOT, env=env, check=True)
    (made,) = state.iterdir()
    assert made != old
    assert made.stat().st_size > 100
    assert service["StateDirectory"] == "icb-footprints/backups"
    assert unit("icb-footprints-backup.timer")["Timer"]["OnCalendar"].startswith("*-*-* ")


def test_a_process_keeps_to_the_version_that_the_link_led_to_when_it_began(tmp_path: Path) -> None:
    service = unit("icb-footprints@.service")["Service"]
    first = tmp_path / "0.5.0"
    (first / ".venv" / "bin").mkdir(parents=True)
    python = first / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$0 $PWD $@"\n', "utf-8")
    python.chmod(0o755)
    (tmp_path / "current").symlink_to(first)
    command = line(service["ExecStart"]).replace("%i", "8501")
    # As a service manager leads to a folder, and not as a shell, which remembers the link.
    ran = subprocess.run(
        ["sh", "-c", command],
        cwd=tmp_path / "current",
        env={"PATH": "/usr/bin:/bin", "PWD": str(tmp_path / "current")},
        capture_output=True,
        text=True,
        check=True,
    )
    expected = f"{python} {first} -m streamlit run app.py --server.port 8501"
    assert ran.stdout.startswith(expected)
    assert service["WorkingDirectory"] == "/opt/icb-footprints/current"


@contextmanager
def answering(statuses: list[int], heard: list[str]) -> Iterator[int]:
    """A process that is not ready at first; gives its port."""

    class Ready(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(statuses.pop(0))
            self.end_headers()

        def log_message(self, *_said: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Ready)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.skipif(not (ROOT / ".venv").exists(), reason="runs what is in .venv")
def test_the_next_process_is_restarted_once_the_one_before_it_is_ready(tmp_path: Path) -> None:
    control = tmp_path / "systemctl"
    control.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/restarted\n', "utf-8")
    control.chmod(0o755)
    settings = tmp_path / "settings"
    settings.write_text("STREAMLIT_SERVER_BASE_URL_PATH=maps\n", "utf-8")
    env = {"PATH": f"{tmp_path}:/usr/bin:/bin", "SETTINGS": str(settings)}
    heard: list[str] = []
    with answering([503, 200], heard) as first, answering([503], heard) as second:
        rolled = subprocess.Popen(
            [DEPLOY / "roll.sh", str(first), str(second)],
            env=env,
            stdout=subprocess.PIPE,
            text=True,
        )
        said = rolled.stdout.readline()
        assert said == f"The process on port {first} is ready.\n"
        assert heard[:2] == ["/maps/ready", "/maps/ready"]
        rolled.kill()
        rolled.wait(10)
    restarted = (tmp_path / "restarted").read_text("utf-8").split()
    assert restarted[:2] == ["restart", f"icb-footprints@{first}"]


def test_whoever_asks_in_vain_whether_an_app_is_ready_is_told_so() -> None:
    asked = [sys.executable, DEPLOY / "healthy.py", "9"]
    assert subprocess.run(asked, check=False).returncode == 1
