"""Parts: what a page is made of besides its maps, as trees the browser has a template for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from footprint.content.figures import all_figures, bars_of, text_table
from footprint.content.values import About, Chapter, Table
from footprint.maps.layer import NAME_OF_FOOTPRINT, Layer
from footprint.one_file.pool import Tree
from footprint.plans.plan import Reference
from footprint.web.looks import looks

Part = dict[str, Tree]


def heading(words: str) -> Part:
    """The heading of a part of a page."""
    return {"kind": "heading", "words": words}


def text(words: str) -> Part:
    """A paragraph."""
    return {"kind": "text", "words": words}


def small(words: str) -> Part:
    """Small print."""
    return {"kind": "small", "words": words}


def hint(words: str) -> Part:
    """How to use the screen, which no paper needs."""
    return {"kind": "hint", "words": words}


def led(lead: str, words: str) -> Part:
    """A paragraph that begins with words to stand out."""
    return {"kind": "led", "lead": lead, "words": words}


def items(sentences: Iterable[str]) -> Part:
    """A list of sentences."""
    return {"kind": "items", "words": list(sentences)}


def some(parts: Iterable[Part]) -> list[Part]:
    """Those parts that have something to say."""
    return [part for part in parts if part.get("words", True)]


def legend(layer: Layer) -> Tree:
    """What each colour and mark means, and how many areas have it."""
    rows = [
        [row.swatch_fill, list(looks(row.marks)), row.words, row.counted or str(row.count)]
        for row in layer.legend
    ]
    return [layer.legend_title, rows, *([NAME_OF_FOOTPRINT] if layer.footprint_names else [])]


def figures(table: Table) -> Part:
    """A table of figures, each cell as it is said everywhere, with bars in proportion."""
    places = range(1, len(table.columns))
    measured = [False, *(all_figures(table, place) for place in places)]
    heads = [[one.heading, known] for one, known in zip(table.columns, measured, strict=True)]
    bars = [_bars(table, place) for place in range(len(table.columns))]
    return _table(table.title, heads, table.texts(), bars if any(map(any, bars)) else [])


def _bars(table: Table, place: int) -> list[int]:
    """The length of each row's bar in thousandths of the longest; none where there are no bars."""
    lengths = bars_of(table, place) if place and all_figures(table, place) else {}
    rows = range(len(table.rows))
    return [round(1000 * lengths.get(line, 0)) for line in rows] if lengths else []


def words(shown: pd.DataFrame, caption: str) -> Part:
    """A table of words, its row names first."""
    return figures(text_table(caption, shown))


def _table(title: str, heads: Tree, rows: Iterable[Sequence[str]], bars: Tree) -> Part:
    return {"kind": "table", "title": title, "heads": heads, "rows": list(rows), "bars": bars}


def opened(title: str, parts: Iterable[Part]) -> Part:
    """Parts to read on request."""
    return {"kind": "opened", "title": title, "parts": list(parts)}


def about(told: About) -> Part:
    """Something to read on request, with where it was published."""
    strong = [led(f"{word}:", said) for word, said in told.strong]
    paragraphs = [text(said) for said in told.paragraphs if said]
    return opened(told.heading, [*strong, *paragraphs, *references(told.references)])


def references(told: Iterable[Reference], sources: Iterable[str] = ()) -> list[Part]:
    """Where something was published, a line each; nothing where nobody says so."""
    linked: list[Tree] = [
        [one.title, one.url, ", ".join(filter(None, (one.publisher, one.date)))] for one in told
    ]
    linked += [[said, "", ""] for said in sources]
    return [{"kind": "references", "rows": linked}] if linked else []


def chapter(told: Chapter) -> list[Part]:
    """A chapter of a brief: its sentences; its table and its sources on request."""
    parts = [heading(told.heading), *map(text, told.said)]
    if told.table:
        parts.append(opened(f"{told.table.title} ({len(told.table.rows)})", [figures(told.table)]))
    published = references(told.references, told.sources)
    count = len(told.references) + len(told.sources)
    return [*parts, opened(f"Sources ({count})", published)] if published else parts
