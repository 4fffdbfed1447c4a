"""The server: what the process that serves everybody uses, as Linux counts it."""

from __future__ import annotations

import os
from pathlib import Path

_PROCESSES = Path("/proc")
_TICK, _PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
_MEGABYTE = 1_000_000


class Server:
    """The process of this program's own that listens on a port."""

    def __init__(self, address: str) -> None:
        said = f"--server.port={address.rpartition(':')[2]}".encode()
        (self._place,) = (one for one in _PROCESSES.glob("[0-9]*") if said in _command(one))

    def processor(self) -> float:
        """Milliseconds of processor used so far."""
        fields = (self._place / "stat").read_text().rpartition(")")[2].split()
        return 1000 * (int(fields[11]) + int(fields[12])) / _TICK

    def memory(self) -> float:
        """Megabytes of memory in use now."""
        return int((self._place / "statm").read_text().split()[1]) * _PAGE / _MEGABYTE


def _command(place: Path) -> list[bytes]:
    try:
        return (place / "cmdline").read_bytes().split(b"\0")
    except OSError:
        # It ended since it was listed.
        return []
