"""The servers: what the processes that serve everybody use, as Linux counts it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

_PROCESSES = Path("/proc")
_TICK, _PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
_MEGABYTE = 1_000_000


class Servers:
    """The processes of this program's own that listen at some addresses, taken together."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._places = [_listening(address) for address in addresses]

    def processor(self) -> float:
        """Milliseconds of processor used so far."""
        return sum(map(_processor, self._places))

    def memory(self) -> float:
        """Megabytes of memory in use now."""
        return sum(map(_memory, self._places))


def _listening(address: str) -> Path:
    said = f"--server.port={address.rpartition(':')[2]}".encode()
    (place,) = (one for one in _PROCESSES.glob("[0-9]*") if said in _command(one))
    return place


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
