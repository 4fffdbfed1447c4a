"""The servers: what the processes that serve everybody use, as Linux counts it."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import free_port, serving

_PROCESSES = Path("/proc")
_TICK, _PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
_MEGABYTE = 1_000_000


class Servers:
    """The processes of this program's own that listen at some addresses, taken together."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = addresses

    def processor(self) -> float:
        """Milliseconds of processor used so far."""
        return sum(map(_processor, self.places))

    def memory(self) -> float:
        """Megabytes of memory in use now."""
        return sum(map(_memory, self.places))

    @property
    def places(self) -> list[Path]:
        """Where Linux tells of each; one that has just ended may have none."""
        return [place for address in self._addresses for place in _listening(address)]


@contextmanager
def kept_running(script: Path) -> Iterator[str]:
    """Serve a script as a unit of systemd does, which starts again what has ended."""
    port, over = free_port(), threading.Event()

    def keep() -> None:
        while not over.is_set():
            with serving(script, port=port) as address:
                began.put(address)
                while not over.wait(1) and _listening(address):
                    pass

    began: queue.SimpleQueue[str] = queue.SimpleQueue()
    keeping = threading.Thread(target=keep)
    keeping.start()
    try:
        yield began.get()
    finally:
        over.set()
        keeping.join()


def _listening(address: str) -> list[Path]:
    said = f"--server.port={address.rpartition(':')[2]}".encode()
    return [one for one in _PROCESSES.glob("[0-9]*") if said in _command(one)]


def _processor(place: Path) -> float:
    fields = (place / "stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / _TICK


def _memory(place: Path) -> float:
    return int((place / "statm").read_text().split()[1]) * _PAGE / _MEGABYTE


def _command(place: Path) -> list[bytes]:
    try:
        return (place / "cmdline").read_bytes().split(b"\0")
    except OSError:
        # It ended since it was listed.
        return []
