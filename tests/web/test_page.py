"""A paper as one web page: whole, the same each time, and closed to whatever a name may try."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from footprint.maps.layer import ATTRIBUTION
from footprint.papers.paper import Panel, Paper
from footprint.web import page as web_page
from tests import paper_samples
from tests.shared_workspace import WORK

VOID = {"meta", "link", "input", "br", "rect", "path"}
ATTACK = '</script><script>window.stolen = 1</script><img src=x onerror="window.stolen = 1">'


class Read(HTMLParser):
    """A page read strictly: every element closed where it should be, its texts by element."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def said(self, tag: str) -> list[str]:
        return [text for where, text in self.texts if where == tag]


def made(paper: Paper) -> bytes:
    """The page of a paper, made anew."""
    return web_page.html(paper, WORK.shapes)


@cache
def written(paper: Paper) -> str:
    """The page of a paper, made once for all tests."""
    return made(paper).decode()


@pytest.fixture(params=list(paper_samples.SAMPLES))
def paper(request: pytest.FixtureRequest) -> Paper:
    return paper_samples.SAMPLES[request.param]()


def test_the_same_paper_gives_the_same_page(paper: Paper) -> None:
    assert made(paper) == made(paper) == written(paper).encode()


def test_a_page_is_small_enough_to_send(paper: Paper) -> None:
    assert len(written(paper).encode()) < 560_000


def test_the_policy_lets_through_this_script_and_this_style_alone(paper: Paper) -> None:
    page = written(paper)
    read = Read(page)
    policy = next(
        given["content"]
        for tag, given in read.found
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        own = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = b64encode(sha256(own.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert page.index("Content-Security-Policy") < page.index("<style>")


def test_a_page_names_nothing_to_fetch(paper: Paper) -> None:
    page = written(paper)
    read = Read(page)
    assert [given for tag, given in read.found if "src" in given or "style" in given] == []
    assert [given["href"] for tag, given in read.found if tag == "link"] == ["data:,"]
    (style,) = read.said("style")
    assert "url(" not in style
    assert "@import" not in style
    assert "sourceMappingURL" not in page


def test_every_word_and_figure_of_the_paper_is_there(paper: Paper) -> None:
    read = Read(written(paper))
    assert read.said("title") == [paper.title] == read.said("h1")
    cells = [text for tag, text in read.texts if tag == "bdi"]
    assert cells == [text for row in paper.table.texts() for text in row]
    assert read.said("dt") == [name for name, _ in (*paper.figures, *paper.lists)]
    everything = [text for _, text in read.texts]
    for words in (paper.summary, *paper.every_note, *paper.sources, ATTRIBUTION, paper.link):
        assert words in everything
    counts = [row.counted or str(row.count) for row in paper.key.legend]
    assert read.said("i") == [f"({count})" for count in counts]


def test_headings_and_tables_can_be_found_by_those_who_do_not_see(paper: Paper) -> None:
    read = Read(written(paper))
    levels = [int(tag[1]) for tag, _ in read.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) == {1, 2}
    assert ("html", {"lang": "en-GB"}) in read.found
    scopes = [given.get("scope") for tag, given in read.found if tag == "th"]
    assert scopes.count("col") == len(paper.table.columns)
    assert scopes.count("row") == len(paper.table.rows)
    known = {given["id"] for _, given in read.found if "id" in given}
    for tag, given in read.found:
        for name in ("for", "aria-labelledby"):
            assert given.get(name, next(iter(known))) in known, (tag, given)
    assert all(given.get("aria-hidden") for tag, given in read.found if tag == "svg")


@pytest.mark.parametrize("name", [ATTACK, "<!--<script>", "{{ 7 * 7 }}", '"><b>', "\u2028&lt;"])
def test_a_name_is_only_ever_text(name: str) -> None:
    paper = paper_samples.membership()
    tags = [tag for tag, _ in Read(written(paper)).found]
    layer = paper.key
    named = replace(
        layer,
        areas=(replace(layer.areas[0], name=name, value=name, tooltip=(name,)), *layer.areas[1:]),
        legend_title=name,
        legend=tuple(replace(row, words=name) for row in layer.legend),
    )
    hostile = replace(
        paper,
        title=name,
        subtitle=name,
        summary=name,
        panels=(Panel(named, heading=name),),
        key=named,
        table=replace(paper.table, title=name, rows=((name, 1.0, 2.0), *paper.table.rows[1:])),
        figures=((name, name), *paper.figures[1:]),
        lists=((name, name), *paper.lists[1:]),
        notes=(name,),
    )
    read = Read(written(hostile))
    # The heading above the map is the one element more.
    assert [tag for tag, _ in read.found if tag != "h2"] == [tag for tag in tags if tag != "h2"]
    assert read.said("h1") == [name]
    paint = json.loads(re.search(r'class="paint">(.*?)</script>', written(hostile))[1])
    assert paint["areas"][0][1] == name


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//elsewhere"])
def test_only_a_web_address_is_made_a_link(link: str) -> None:
    read = Read(written(replace(paper_samples.membership(), link=link)))
    assert [given["href"] for tag, given in read.found if tag == "a"] == ["#table"]
    assert link in read.said("p")


def test_a_paper_of_part_of_england_looks_there() -> None:
    page = written(paper_samples.east())
    paints = re.findall(r'class="paint">(.*?)</script>', page)
    west, south, east, north = json.loads(paints[0])["focus"]
    assert len(paints) == 3
    assert -1 < west < 0.2 and 51.3 < south < 51.8 and 1.5 < east < 2 and 52.8 < north < 53.1


def test_paint_says_whatever_the_layer_says(paper: Paper) -> None:
    paints = re.findall(r'class="paint">(.*?)</script>', written(paper))
    for panel, paint in zip(paper.panels, map(json.loads, paints), strict=True):
        assert paint["owner"] == list(panel.layer.area_of_block)
        assert paint["selected"] == panel.layer.position(panel.selected)
        named = [row[0] for row in paint["areas"] if len(row) > 6]
        drawn = set(panel.layer.area_of_block)
        areas = [area for place, area in enumerate(panel.layer.areas) if place in drawn]
        assert named == [area.id for area in areas if area.labelled]


def test_a_pair_shares_one_box_and_any_other_number_of_maps_has_one_each() -> None:
    paper = paper_samples.membership()
    (panel,) = paper.panels
    for count, both, label in ((1, 0, "Map"), (2, 1, "Maps"), (3, 0, "Maps")):
        panels = tuple(replace(panel, heading=f"Map {n}") for n in range(count))
        said = web_page._maps(replace(paper, panels=panels))
        assert said.count('class="both"') == both
        assert said.count('class="one"') == (0 if both else count)
        assert said.count('class="map"') == (1 if both else count)
        assert said.startswith(f'<section class="maps" aria-label="{label}">')
