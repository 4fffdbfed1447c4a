"""Chapters: parts of something longer to read, on a page and on paper alike."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.content.values import Table
from footprint.plans.plan import Reference


@dataclass(frozen=True)
class Chapter:
    """One part: what it is called, its sentences, and a table where figures belong in one.

    `sources` are in words, where no address is known.
    """

    heading: str
    sentences: tuple[str, ...]
    table: Table | None = None
    references: tuple[Reference, ...] = ()
    sources: tuple[str, ...] = ()
