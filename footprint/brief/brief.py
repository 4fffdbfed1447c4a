"""The brief: five lines and six chapters of one ICB, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.brief.change import change, neighbours
from footprint.brief.chapter import bodies_of
from footprint.brief.councils import councils, services
from footprint.brief.figures import figures
from footprint.brief.lines import five_lines, headline, official_name
from footprint.brief.money import money
from footprint.content.values import Chapter, Figures
from footprint.workspace.workspace import Workspace, kept


@dataclass(frozen=True)
class Brief:
    """One ICB told whole: `name` is short, `official` that of the law."""

    body: str
    name: str
    official: str
    headline: str
    lines: Figures
    chapters: tuple[Chapter, ...]


@kept(50)
def brief(work: Workspace, body: str) -> Brief:
    """Tell one ICB of today."""
    told = (figures, councils, services, money, change, neighbours)
    return Brief(
        body=body,
        name=bodies_of(work).by_id[body].name,
        official=official_name(work, body),
        headline=headline(work, body),
        lines=five_lines(work, body),
        chapters=tuple(chapter(work, body) for chapter in told),
    )
