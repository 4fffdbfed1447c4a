"""ICBs: the page of each ICB of today, and the one that offers them all."""

from __future__ import annotations

from footprint.brief.chapter import bodies_of
from footprint.content.values import HOME, Chapter
from footprint.one_file import charts, maps, parts
from footprint.one_file.pool import Tree
from footprint.pages import my_icb
from footprint.pages.my_icb import MyIcb
from footprint.view import View
from footprint.workspace.workspace import Workspace


def icbs(work: Workspace) -> dict[str, Tree]:
    """The page of each ICB of today by its code, and under "" the one that offers them."""
    return {"": _offered(work), **{code: _icb(work, code) for code in bodies_of(work).by_id}}


def _offered(work: Workspace) -> Tree:
    told = my_icb.content(work, View())
    home: maps.Focus = {"land": HOME, "people": HOME}
    side = [parts.heading("All ICBs")]
    for region, bodies in told.offered.items():
        side.append({"kind": "under", "words": region})
        side.append({"kind": "choices", "rows": [list(one) for one in bodies]})
    return {
        "sentence": [told.sentence.counted, told.sentence.text],
        "maps": [maps.told(work, one, home) for one in told.picture.maps],
        "legend": parts.legend(told.picture.key),
        "note": told.picture.key.note,
        "under": [],
        "side": side,
        "below": [parts.heading("Table"), parts.figures(told.picture.table)],
    }


def _icb(work: Workspace, code: str) -> Tree:
    told = my_icb.content(work, View(area=code))
    by_people = my_icb.content(work, View(area=code, map="people"))
    focus = {
        ground: maps.rounded(one.picture.maps[0].focus)
        for ground, one in (("land", told), ("people", by_people))
    }
    return {
        "sentence": [told.sentence.counted, told.sentence.text],
        "maps": [maps.told(work, one, focus) for one in told.on_screen],
        "selected": [one.selected for one in told.on_screen],
        "outlined": [list(one.place) for one in told.on_screen],
        "under": [parts.small(told.marks)],
        "side": _five(told),
        "below": [part for one in my_icb.chapters_of(told) for part in _chapter(told, one)],
    }


def _chapter(told: MyIcb, chapter: Chapter) -> list[parts.Part]:
    """A chapter with its charts; the first shows its figures, and where its people stand."""
    drawn = [part for one in my_icb.charts_of(told, chapter) for part in charts.under_heading(one)]
    if chapter != told.brief.chapters[0]:
        return [*parts.chapter(chapter), *drawn]
    said = [parts.heading(chapter.heading), *map(parts.text, chapter.said)]
    among = [part for one in told.picture.charts for part in charts.among_all(one)]
    return [*said, parts.figures(chapter.table), *drawn, *among]


def _five(told: MyIcb) -> list[parts.Part]:
    lines = told.brief.lines if told.brief else ()
    return [parts.led(f"{label}.", said) for label, said in lines]
