"""A short paper with everything that a paper can have, for what is kept of each format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from lxml import etree

from footprint.content.values import Chapter
from footprint.papers.paper import Paper
from tests.charts.test_bars import BARS
from tests.charts.test_slope import SLOPE
from tests.charts.test_strip import STRIP
from tests.charts.test_trend import TREND
from tests.charts.test_vega import DOTS
from tests.paper_samples import envelope


@cache
def whole() -> Paper:
    """A map of England with three rows, key figures, chapters, charts and a caption."""
    paper = envelope()
    table = replace(paper.table, rows=paper.table.rows[:3])
    return replace(
        paper,
        table=table,
        lists=paper.lists[:2],
        notes=("First note.", "Second note, which is longer."),
        caption="What the map shows",
        chapters=(Chapter("Money", ("One sentence.", "And another."), table),),
        charts=(DOTS, BARS, SLOPE, TREND, STRIP),
    )


def parts(content: bytes, *names: str) -> dict[str, list[str]]:
    """Parts of an office file whose names begin so, each element on a line."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {
            name: list(_elements(etree.fromstring(packed.read(name)), ""))
            for name in sorted(packed.namelist())
            if name.startswith(names) and name.endswith(".xml")
        }


def _elements(element: etree._Element, indent: str) -> Iterator[str]:
    told = [f"{_local(key)}={value}" for key, value in element.attrib.items()]
    text = (element.text or "").strip()
    yield f"{indent}{_local(element.tag)} {' '.join(told)}{f': {text}' if text else ''}".rstrip()
    for inner in element:
        yield from _elements(inner, f"{indent} ")


def _local(name: str) -> str:
    return etree.QName(name).localname
