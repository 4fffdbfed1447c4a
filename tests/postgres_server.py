"""A real PostgreSQL server for as long as the tests run, from Debian's own binaries."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

from tests.browser.conftest import free_port

PASSWORD = "correct-horse"
MISSING = "No PostgreSQL server is installed. On Debian: apt install postgresql"


@dataclass
class Server:
    """A server that listens on this machine only, and can be frozen, stopped and started again."""

    port: int
    folder: Path
    who: dict[str, object]
    process: subprocess.Popen | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": self.port,
            "unix_socket_directories": "",
            # What it has handed to the system outlives its own end, and nobody pulls the plug.
            "fsync": "off",
            "timezone": "Asia/Kathmandu",
        }
        with (self.folder / "said").open("wb") as said:
            self.process = subprocess.Popen(
                [binaries() / "postgres", "-D", self.folder / "data"]
                + [part for name, value in settings.items() for part in ("-c", f"{name}={value}")],
                **self.who,
                cwd=self.folder,
                stdout=said,
                stderr=said,
            )
        _wait(self, self.process, self.folder / "said")

    def stop(self) -> None:
        """Stop it at once; its files can be what it left in the middle of its work."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(timeout=30)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Hold all of it still until the block ends: it is there, and answers nothing."""
        everything = _with_children(self.process.pid)
        for one in everything:
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGSTOP)
        try:
            yield
        finally:
            for one in everything:
                # One that was leaving may be gone.
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGCONT)

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
        server = Server(free_port(), folder, who)
        server.start()
        try:
            yield server
        finally:
            # Its files go next, so there is nothing it need finish first.
            server.stop()
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


def _with_children(process: int) -> list[int]:
    children = ""
    # One that ends while this looks has none to freeze.
    with suppress(FileNotFoundError, ProcessLookupError):
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return [process, *(one for child in children.split() for one in _with_children(int(child)))]


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
