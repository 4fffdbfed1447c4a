"""Limits: how much one process may use, which the system itself enforces."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 2**20
_STATM = Path("/proc/self/statm")
_DATA = 5
_LARGEST_FILE = 64 * _MEGABYTE


@dataclass(frozen=True)
class Limits:
    """How much a process may use: seconds of the processor, and bytes beyond what it has."""

    seconds: int
    memory: int


A_FILE = Limits(seconds=2, memory=100 * _MEGABYTE)
"""Of any kind. The districts of England in four megabytes, and a workbook of all 33,755 LSOAs, take
half of it."""


def hold_to(limits: Limits) -> None:
    """Hold this process to limits from now on.

    Does nothing on Windows, where there are none to set.
    """
    if not importlib.util.find_spec("resource"):
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(spent.ru_utime + spent.ru_stime) + limits.seconds
    memory = _memory() + limits.memory
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _memory() -> int:
    """Bytes of memory that this process has claimed for data."""
    if not _STATM.exists():
        return 2**30
    return int(_STATM.read_text().split()[_DATA]) * os.sysconf("SC_PAGE_SIZE")
