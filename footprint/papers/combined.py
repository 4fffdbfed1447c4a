"""Combined sheets: the maps of several papers on one, where one legend can serve them all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from footprint.content.values import Column, Table
from footprint.maps.layer import Layer, LegendRow
from footprint.papers.pack import PackError
from footprint.papers.paper import Panel, Paper

MOST_MAPS = 4
_LETTERS = "ABCD"
_Kind = TypeVar("_Kind")
# The papers, each with the letters its maps have on the sheet.
Lettered = Sequence[tuple[str, Paper]]


def combine(papers: Sequence[Paper], title: str) -> Paper:
    """Put up to four papers' maps on one sheet, under one legend.

    Raises PackError with a sentence for each reason why the maps cannot share a sheet.
    """
    maps = [panel for paper in papers for panel in paper.panels]
    if not papers or len(maps) > MOST_MAPS:
        raise PackError(f"A sheet holds one to {MOST_MAPS} maps; these would be {len(maps)}.")
    if len({paper.ground for paper in papers}) > 1:
        raise PackError("Some of the maps show land and some people; sizes mean one thing a sheet.")
    if problems := _clashes([panel.layer for panel in maps]):
        raise PackError(" ".join(problems))
    panels, lettered = _headed(maps), _lettered(papers)
    links = {paper.link for paper in papers}
    return replace(
        papers[0],
        title=title,
        subtitle=papers[0].subtitle if len({paper.subtitle for paper in papers}) == 1 else "",
        summary=_summary(lettered),
        day=max(paper.day for paper in papers),
        panels=panels,
        key=_key(panels),
        table=_table(papers, panels, lettered, title),
        figures=_with_letters([(letters, paper.figures) for letters, paper in lettered]),
        lists=_with_letters([(letters, paper.lists) for letters, paper in lettered]),
        notes=(*_union([paper.notes for paper in papers]), *_links(lettered)),
        sources=_union([paper.sources for paper in papers]),
        link=links.pop() if len(links) == 1 else "",
        unlinked=next(filter(None, (paper.unlinked for paper in papers)), ""),
        caption="",
        scope=_scope(papers),
        # A sheet of several maps has room for nothing else.
        charts=(),
        codes=tuple(chain.from_iterable(paper.codes for paper in papers)),
    )


def _clashes(layers: Sequence[Layer]) -> list[str]:
    """Why one legend cannot serve these maps: it must say one thing of each mark, in one way."""
    titles = list(dict.fromkeys(layer.legend_title for layer in layers))
    if len(titles) > 1:
        return [f"The maps show different things and need a legend each: {'; '.join(titles)}."]
    rows = {_plain(row) for layer in layers for row in layer.legend}
    marks = {replace(row, words="") for row in rows}
    if len(marks) < len(rows) or len({row.words for row in rows}) < len(rows):
        differ = f"The maps cut “{titles[0]}” into different classes. "
        return [differ + "Choose the same cuts for all of them, and they can share a legend."]
    return []


def _plain(row: LegendRow) -> LegendRow:
    return replace(row, count=0, counted="")


def _headed(maps: Sequence[Panel]) -> tuple[Panel, ...]:
    """The maps with a letter each and, of what stood above them, the part that tells them apart."""
    headings = [panel.heading or panel.layer.title for panel in maps]
    shared = os.path.commonprefix(headings).rpartition(": ")
    start = len(shared[0] + shared[1])
    return tuple(
        replace(panel, heading=f"{letter}: {heading[start:] or heading}")
        for letter, heading, panel in zip(_LETTERS, headings, maps, strict=False)
    )


def _lettered(papers: Sequence[Paper]) -> Lettered:
    letters = iter(_LETTERS)
    return [(", ".join(next(letters) for _ in paper.panels), paper) for paper in papers]


def _key(panels: Sequence[Panel]) -> Layer:
    """One legend for all maps, each row counted for every map."""
    counts = [{_plain(row): row.count for row in panel.layer.legend} for panel in panels]
    rows = tuple(
        replace(
            row, count=sum(count.get(row, 0) for count in counts), counted=_counted(row, counts)
        )
        for row in _union(counts)
    )
    notes = _union([[panel.layer.note] for panel in panels])
    return replace(panels[0].layer, legend=rows, note=" ".join(filter(None, notes)))


def _counted(row: LegendRow, counts: Sequence[Mapping[LegendRow, int]]) -> str:
    here = [
        f"{letter} {count[row]}"
        for letter, count in zip(_LETTERS, counts, strict=False)
        if count.get(row)
    ]
    return ", ".join(here) or "elsewhere"


def _table(
    papers: Sequence[Paper], panels: Sequence[Panel], lettered: Lettered, title: str
) -> Table:
    """All rows, each with its map, in the columns that every paper's table has."""
    first, *others = papers[0].table.columns
    columns = [one for one in others if all(one in paper.table.columns[1:] for paper in papers)]
    names = {panel.heading[0]: panel.heading for panel in panels}
    rows, estimated, below = [], set(), set()
    for letters, paper in lettered:
        # A map's own heading in a row says which map the row is about.
        whose = names.get(letters, letters)
        places = [paper.table.columns.index(one, 1) for one in columns]
        for line, cells in enumerate(paper.table.rows):
            for marked, cells_of in (
                (estimated, paper.table.estimated),
                (below, paper.table.below),
            ):
                marked |= {
                    (len(rows), at)
                    for at, place in enumerate(places, 2)
                    if (line, place) in cells_of
                }
            rows.append((cells[0], whose, *(cells[place] for place in places)))
    titles = {(paper.table.title, paper.table.spoken) for paper in papers}
    title, spoken = titles.pop() if len(titles) == 1 else (title, "")
    return Table(
        title,
        (first, Column("Map"), *columns),
        tuple(rows),
        frozenset(estimated),
        below=frozenset(below),
        spoken=spoken,
    )


def _with_letters(
    lettered: Sequence[tuple[str, Sequence[tuple[str, str]]]],
) -> tuple[tuple[str, str], ...]:
    """Pairs of name and words, each once, with the letters of its maps where not all have it."""
    whose: dict[tuple[str, str], list[str]] = {}
    for letters, pairs in lettered:
        for pair in dict.fromkeys(pairs):
            whose.setdefault(pair, []).append(letters)
    return tuple(
        (name if len(letters) == len(lettered) else f"{', '.join(letters)}: {name}", words)
        for (name, words), letters in whose.items()
    )


def _summary(lettered: Lettered) -> str:
    summaries = _with_letters([(letters, [(paper.summary, "")]) for letters, paper in lettered])
    return " ".join(words for words, _ in summaries)


def _links(lettered: Lettered) -> list[str]:
    links = {paper.link for _, paper in lettered}
    if len(links) == 1:
        return []
    return [
        f"Map {letters} opens again at {paper.link}" for letters, paper in lettered if paper.link
    ]


def _union(several: Iterable[Iterable[_Kind]]) -> tuple[_Kind, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(several)))


def _scope(papers: Sequence[Paper]) -> tuple[int, ...]:
    """The blocks of all the maps; England as soon as one of them shows all of it."""
    if not all(paper.scope for paper in papers):
        return ()
    return tuple(sorted({place for paper in papers for place in paper.scope}))
