"""A real PostgreSQL server for as long as the tests run, from Debian's own binaries."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

from tests.browser.conftest import free_port

PASSWORD = "correct-horse"
MISSING = "No PostgreSQL server is installed. On Debian: apt install postgresql"


@dataclass(frozen=True)
class Server:
    """A server that listens on this machine only."""

    port: int

    def url(self, database: str) -> str:
        return f"postgresql://postgres:{PASSWORD}@127.0.0.1:{self.port}/{database}"

    def new_schema(self) -> str:
        """Make an empty corner of a database, much faster than a database, and return its URL."""
        name = f"store_{uuid4().hex}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
        return self.url(f"postgres?options=-csearch_path%3D{name}")

    def new_database(self, encoding: str = "UTF8") -> str:
        """Make an empty database and return its URL."""
        name = f"store_{uuid4().hex}"
        words = "CREATE DATABASE {} TEMPLATE template0 ENCODING {} LC_COLLATE 'C' LC_CTYPE 'C'"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(words).format(sql.Identifier(name), sql.Literal(encoding)))
        return self.url(name)


def binaries() -> Path | None:
    """The folder of the newest server that is installed, if any is."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda path: int(path.parent.name), default=None)


@contextmanager
def running() -> Iterator[Server]:
    """Start a server with a new cluster, and take both away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="icb-footprints-postgres-"))
    # The server refuses to run as root, and pytest's own folders are closed to anybody else.
    who = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
    if who:
        shutil.chown(folder, "postgres", "postgres")
    try:
        _make_cluster(folder, who)
        server, process = _start(folder, who)
        try:
            yield server
        finally:
            # Its files go next, so there is nothing it need finish first.
            process.send_signal(signal.SIGQUIT)
            process.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_cluster(folder: Path, who: dict[str, object]) -> None:
    asked = folder / "password"
    asked.write_text(PASSWORD, encoding="utf-8")
    asked.chmod(0o644)
    subprocess.run(
        [
            *(binaries() / "initdb", "--pgdata", folder / "data", "--username", "postgres"),
            *("--auth", "scram-sha-256", "--pwfile", asked, "--encoding", "UTF8"),
            *("--no-locale", "--no-sync"),
        ],
        **who,
        cwd=folder,
        check=True,
        capture_output=True,
    )


def _start(folder: Path, who: dict[str, object]) -> tuple[Server, subprocess.Popen]:
    server = Server(free_port())
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": server.port,
        "unix_socket_directories": "",
        "fsync": "on",
        "timezone": "Asia/Kathmandu",
    }
    said = (folder / "said").open("wb")
    process = subprocess.Popen(
        [binaries() / "postgres", "-D", folder / "data"]
        + [part for name, value in settings.items() for part in ("-c", f"{name}={value}")],
        **who,
        cwd=folder,
        stdout=said,
        stderr=said,
    )
    said.close()
    _wait(server, process, folder / "said")
    return server, process


def _wait(server: Server, process: subprocess.Popen, said: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, said.read_text(encoding="utf-8")
        try:
            psycopg.connect(server.url("postgres")).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("PostgreSQL did not start within 30 seconds.")
