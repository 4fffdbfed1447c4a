"""What pages and their papers say, for tests that look at a copy of the tree.

Run as `python -m tests.house.seen` in the copy, with views as JSON: [[page, {name: value}], …].
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from datetime import date

from streamlit.testing.v1 import AppTest

from footprint.export.make import make
from footprint.export.orders import Order
from footprint.pages.addresses import read
from footprint.pages.catalogue import PAGES
from footprint.papers.contents import paper as made
from footprint.papers.contents import parts
from footprint.papers.paper import Paper
from tests.house.code import ROOT
from tests.shared_workspace import WORK

Query = Mapping[str, str]
_WORD = re.compile(
    r'(?:<span class="kept">)?<button type="button" class="word"[^>]*>(.*?)</button>'
    r"(?:([^<\s]+)</span>)?"
)


def page_words(page: str, query: Query) -> str:
    """Every word of a page; a page that fails is an AssertionError."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    if page != "app.py":
        app.switch_page(page)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, app.exception
    assert not app.error, app.error
    heads = [*app.title, *app.header, *app.subheader]
    shown = [*heads, *app.markdown, *app.caption, *app.warning, *app.info]
    # A word of the glossary is a button in the middle of its sentence.
    drawn = [_WORD.sub(r"\1\2", element.proto.body) for element in app.get("html")]
    offered = [option for box in app.selectbox for option in box.options]
    return "\n".join([*(str(one.value) for one in shown), *drawn, *offered])


def paper(page: str, query: Query) -> Paper:
    """The page's paper under the same view."""
    view, problems = read(WORK, query)
    assert not problems, problems
    (told,) = (one.content(WORK, view) for one in PAGES if one.script == page)
    part = next(iter(parts(WORK, told.picture)))
    return made(WORK, told.picture, part, link="", day=date(2026, 11, 27))


def paper_words(sheet: Paper) -> str:
    """Every word of a paper."""
    heads = [column.heading for column in sheet.table.columns]
    rows = [" ".join(row) for row in sheet.table.texts()]
    legend = [row.words for row in sheet.key.legend]
    return "\n".join([sheet.title, sheet.subtitle, sheet.summary, *heads, *rows, *legend])


def main(asked: str) -> None:
    """Print what each page and its paper say, and how the first paper's picture begins."""
    asked_for = json.loads(asked)
    sheets = [paper(page, query) for page, query in asked_for]
    picture = make(Order("png", (sheets[0],)), lambda *_: None)
    said = [
        {"page": page_words(page, query), "paper": paper_words(sheet)}
        for (page, query), sheet in zip(asked_for, sheets, strict=True)
    ]
    print(json.dumps({"picture": picture[:8].hex(), "views": said}))


if __name__ == "__main__":
    main(sys.argv[1])
