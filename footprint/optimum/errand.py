"""Errands for the optimum: what a process of its own is asked, tells on its way, and answers."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from footprint.optimum.asked import Asked
from footprint.optimum.search import SECONDS
from footprint.optimum.turns import Progress


@dataclass(frozen=True)
class Sought:
    """What somebody wants to know, and for how many seconds at most it is searched."""

    asked: Asked
    seconds: float = SECONDS


@dataclass(frozen=True)
class Refused:
    """Why what was asked cannot be answered, in sentences."""

    why: str


def told(progress: Progress) -> str:
    """How far a search is, on one line."""
    return json.dumps(asdict(progress))


def heard(line: str) -> Progress | None:
    """How far a search is, from such a line; None for any other."""
    try:
        return Progress(**json.loads(line))
    except (TypeError, ValueError):
        return None
