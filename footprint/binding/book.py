"""Books: what a bound pack says before, on and behind its sheets, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from footprint.content.values import Table
from footprint.maps.layer import ATTRIBUTION
from footprint.papers.front import Front
from footprint.papers.paper import Paper
from footprint.papers.words import NO_ADDRESS, legal

CONTENTS, ANNEX, SOURCES, AGAIN = "Contents", "Annex", "Sources and licence", "Open a view again"


@dataclass(frozen=True)
class Tabled:
    """One table of the annex, and the view that it belongs to, by its number and its title.

    Its number is 0 where there is no annex, and it follows its view.
    """

    number: int
    view: int
    of: str
    table: Table

    @property
    def title(self) -> str:
        """What stands over it and in the contents."""
        title = self.table.spoken or self.table.title or self.of
        return f"{ANNEX} {self.number}: {title} (view {self.view})" if self.number else title


@dataclass(frozen=True)
class Book:
    """A pack to be bound.

    `papers` no longer say their sources, which `sources` say for all, nor what `last` does in small
    print: when it was made, and why no view can be opened again. `again` are the views with the
    address that opens each.
    """

    title: str
    front: Front
    day: date
    papers: tuple[Paper, ...]
    annex: tuple[Tabled, ...]
    sources: tuple[str, ...]
    again: tuple[tuple[str, str], ...]
    last: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The lines of its contents: its papers, each with its number, the annex, the sources."""
        views = (f"{number}. {paper.title}" for number, paper in enumerate(self.papers, start=1))
        return (*views, *(table.title for table in self.annex), SOURCES)

    @property
    def dated(self) -> str:
        """The day it was made, in words."""
        return f"{self.day.day} {self.day:%B %Y}"

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What the cover says below the title, each with its label."""
        return (*self.front.details, ("Made on", self.dated))


def book(title: str, papers: Sequence[Paper], front: Front) -> Book:
    """Put a pack's sheets together with what stands before and behind them."""
    last = max(papers, key=lambda paper: paper.day)
    unlinked = any(paper.unlinked == NO_ADDRESS for paper in papers)
    return Book(
        title=legal(title),
        front=front,
        day=last.day,
        papers=tuple(map(_in_book, papers)),
        annex=_annex(papers, front),
        sources=(*_once(source for paper in papers for source in paper.sources), ATTRIBUTION),
        again=tuple((paper.title, paper.link) for paper in papers if paper.link),
        last=(last.made, *([NO_ADDRESS] if unlinked else [])),
    )


def _in_book(paper: Paper) -> Paper:
    """A paper without what its book says once for all."""
    unlinked = "" if paper.unlinked == NO_ADDRESS else paper.unlinked
    return replace(paper, sources=(), unlinked=unlinked, data_version="")


def _annex(papers: Iterable[Paper], front: Front) -> tuple[Tabled, ...]:
    """Every table that stands in no chapter of its own paper.

    Without an annex, still those that say what has no room on their maps.
    """
    apart = [
        (view, paper)
        for view, paper in enumerate(papers, start=1)
        if (front.annex or paper.tabled) and paper.table.rows and not paper.tells_table
    ]
    return tuple(
        Tabled(number, view, paper.title, paper.table)
        for number, (view, paper) in enumerate(apart, start=1)
    )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip().rstrip(".") for text in texts))
