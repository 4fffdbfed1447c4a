"""Slides: papers as a presentation to edit, with the map, its table and notes for the speaker."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout

from footprint.charts.bars import Bars
from footprint.charts.dots import Dots
from footprint.charts.slope import Slope
from footprint.charts.strip import Strip
from footprint.charts.trend import Trend
from footprint.charts.vega import Chart, height
from footprint.content.values import Chapter, Table
from footprint.english import listed
from footprint.ink.drawings import close_row, parted, png
from footprint.maps.layer import ATTRIBUTION
from footprint.office.alt_text import describe, describe_group
from footprint.office.text_sizes import fitted, tall
from footprint.papers.archives import settled
from footprint.papers.box import Box
from footprint.papers.paper import SLIDE, SMALL_ON_SLIDES, Paper, Sheet
from footprint.papers.words import footnotes, legal, property_title, source_line
from footprint.slides.chapters import fill, table_of, together
from footprint.slides.charts import Native, NativeBars, native, settle
from footprint.slides.columns import column, fill_column, write_notes
from footprint.slides.decks import (
    MAP,
    TABLE,
    Room,
    claimed,
    deck,
    finish,
    layout,
    new_slide,
    place,
    room,
)
from footprint.slides.led import fill_led, led_map
from footprint.slides.tables import GAP, Cut, add_table, cut
from footprint.slides.texts import write


def picture(deck: Presentation) -> Sheet:
    """The size of a map on a slide: that of its placeholder."""
    kept = room(layout(deck, MAP), "Map").box
    wide, tall = kept.width, kept.height
    return Sheet(SLIDE, "Picture on a slide", wide, tall, small=SMALL_ON_SLIDES)


def picture_of(deck: Presentation, paper: Paper) -> Sheet:
    """The size of a paper's map: that of the placeholder, or as wide as a slide for many names."""
    box = _map_box(layout(deck, MAP), paper)
    return replace(picture(deck), width=box.width, height=box.height)


def _map_box(on: SlideLayout, paper: Paper) -> Box:
    """Where a map stands: beside what leads its paper, or over the column too."""
    kept = room(on, "Map").box
    if paper.leading:
        return led_map(kept)
    if not _wide(paper):
        return kept
    right = max(kept.right, *(room(on, beside).box.right for beside in ("Summary", "Notes")))
    return replace(kept, width=right - kept.left)


def _wide(paper: Paper) -> bool:
    """Whether its map has the whole slide: for many names, or for several maps of all England."""
    return paper.crowd > _MOST_NAMES or bool(paper.singles)


PICTURE = picture(deck(""))
# More names than these have no room in large letters on a map beside a column of words.
_MOST_NAMES = 26
_MOST_ABREAST = 4
# The least of a flow's letters, in points.
_LEAST = 9.0


def pptx(
    papers: Sequence[Paper],
    pictures: Sequence[bytes | Drawn],
    shapes: Shapes | None = None,
) -> bytes:
    """Write papers as one presentation: a slide with the map, then its table where it is long.

    `pictures` are the maps as PNG or as shapes, of the sizes of `picture_of`: each paper's own,
    then those of its single maps. `shapes` draws charts that no office program has a kind of its
    own for; without it they are pictures.
    """
    new, drawn = deck(property_title(papers[0])), iter(pictures)
    for paper in papers:
        has_room = add_paper(new, paper, drawn)
        if whole_answer(paper):
            continue
        if not has_room:
            add_tables(new, paper)
        add_charts(new, paper, shapes)
    return saved(new, max(paper.day for paper in papers))


def whole_answer(paper: Paper) -> bool:
    """Whether the first slide of a paper is all that is wanted of it, for it holds the answer."""
    return paper.brief and bool(paper.leading)


def saved(presentation: Presentation, day: date) -> bytes:
    """A presentation as a file whose bytes depend on nothing but what is in it and the day."""
    for slide in presentation.slides:
        finish(slide)
    written = io.BytesIO()
    presentation.save(written)
    return settled(written.getvalue(), day)


class Drawn(Protocol):
    """A map or a chart as shapes that a slide can hold."""

    def put(self, slide: Slide, box: Box) -> BaseShape:
        """Add it to a slide where a box is."""


class Shapes(Protocol):
    """What draws a chart as shapes, in so many millimetres."""

    def __call__(self, chart: Chart, wide: float, tall: float) -> Drawn:
        """Draw it."""


def add_paper(new: Presentation, paper: Paper, drawn: Iterator[bytes | Drawn]) -> bool:
    """Add the slides with a paper's maps, and say whether its table had room on the first."""
    has_room = _add_map(new, paper, next(drawn))
    for single in paper.singles:
        _add_map(new, single, next(drawn))
    return has_room


def _add_map(new: Presentation, paper: Paper, picture: bytes | Drawn) -> bool:
    wide = _wide(paper)
    under = paper.subtitle if paper.figures or not wide else paper.summary
    slide = headed(new, MAP, paper, paper.title, under)
    box = _map_box(slide.slide_layout, paper)
    if isinstance(picture, bytes):
        image = claimed(slide, "Map").insert_picture(io.BytesIO(picture))
        image.crop_left = image.crop_right = image.crop_top = image.crop_bottom = 0
        place(image, box)
        describe(image._element, "Map", paper.description)
    else:
        describe_group(picture.put(slide, box)._element, "Map", paper.description)
    if paper.caption:
        kept = room(slide.slide_layout, "Caption")
        write(slide, "Caption", paper.caption, fitted(paper.caption, kept.box, _sizes(kept, 8)))
    if wide:
        return _add_words(new, paper)
    if paper.leading:
        fill_led(slide, paper)
        return not paper.table.rows
    return fill_column(slide, paper, column(slide.slide_layout))


def _add_words(new: Presentation, paper: Paper) -> bool:
    """Add what stands beside other maps on a slide of its own, if it is more than a sentence."""
    if not paper.figures:
        return not paper.table.rows
    slide = headed(new, MAP, paper, f"{paper.title}: key figures", "")
    beside, box = column(slide.slide_layout), _map_box(slide.slide_layout, paper)
    left = room(slide.slide_layout, "Title").box.left
    return fill_column(slide, paper, replace(beside, left=left, width=box.right - left))


def add_charts(new: Presentation, paper: Paper, shapes: Shapes | None = None) -> None:
    """Add slides for chapters with a table, or that lead it, and one for each chart.

    What stands beside the map needs no slide of its own.
    """
    # Where notes would stand under a table, chapters have none.
    on = layout(new, TABLE)
    table, below = (room(on, name).box for name in ("Table", "Notes"))
    body = replace(table, height=max(table.bottom, below.bottom) - table.top)
    for chapters in together([one for one in paper.chapters if _apart(paper, one)], body):
        if len(chapters) == 1:
            _add_chapter(new, paper, chapters[0])
        else:
            _add_chapters(new, paper, chapters, body)
    for chart in paper.charts:
        for part in parted(chart, table.width, table.height, _LEAST):
            _add_chart(new, paper, part, shapes)


def _apart(paper: Paper, chapter: Chapter) -> bool:
    """Whether a chapter has a table, or leads its paper, and stands not beside the map."""
    alone = chapter.leads and chapter not in paper.leading
    return alone or (chapter.table is not None and chapter.table != paper.table)


def _add_chapter(new: Presentation, paper: Paper, chapter: Chapter) -> None:
    """Add a chapter as a table, with its sentences in the notes; without one, the sentences."""
    told = replace(paper.unnoted, title=f"{paper.title}: {chapter.heading}", figures=())
    first = len(new.slides)
    add_tables(new, replace(told, table=table_of(chapter)), begins=True)
    _speak(new.slides[first], [chapter])


def _add_chapters(new: Presentation, paper: Paper, chapters: Sequence[Chapter], body: Box) -> None:
    """Add a slide of several short chapters, with their sentences in the notes."""
    headings = listed(chapter.heading for chapter in chapters)
    told = replace(paper.unnoted, title=f"{paper.title}: {headings}", figures=())
    slide = headed(new, TABLE, told, told.title, "")
    fill(slide, chapters, body)
    _speak(slide, chapters)


def _speak(slide: Slide, chapters: Sequence[Chapter]) -> None:
    """Add to a slide's notes what chapters say beside their tables."""
    said = [one for chapter in chapters if chapter.table for one in chapter.sentences]
    slide.notes_slide.notes_text_frame.text += "".join(f"\n{legal(one)}" for one in said)


def _add_chart(new: Presentation, paper: Paper, chart: Chart, shapes: Shapes | None) -> None:
    """Add a slide with a chart: one that can be edited where there is a kind for it."""
    under = ". ".join(filter(None, (paper.title, chart.lined)))
    slide = headed(new, TABLE, paper, chart.heading, under)
    slide.notes_slide.notes_text_frame.text += f"\n{legal(chart.words)}"
    box = room(slide.slide_layout, "Table").box
    if isinstance(chart, (Dots, Bars, Slope, Strip, Trend)):
        _add_native(slide, native(chart, box.width), chart.words, paper.day, box)
        return
    below = room(slide.slide_layout, "Notes")
    write(slide, "Notes", chart.key, fitted(chart.key, below.box, _sizes(below, 8)))
    if shapes:
        drawn = shapes(chart, box.width, box.height).put(slide, box)
        describe_group(drawn._element, "Chart", chart.words)
    else:
        _add_picture(slide, chart, box)


def _add_native(slide: Slide, told: Native, words: str, day: date, box: Box) -> None:
    frame = slide.shapes.add_chart(told.kind, 0, 0, 0, 0, told.data)
    place(frame, box)
    describe(frame._element, "Chart", words)
    told.dress(frame.chart, box)
    if isinstance(told, NativeBars) and told.lines:
        told.ruled(box).draw(slide, box)
    settle(frame.chart, day)


def _add_picture(slide: Slide, chart: Chart, box: Box) -> None:
    """Add a chart that no office program has a kind of its own for, as high as there is room."""
    row = close_row(chart)
    wide = round(height(chart, row) * box.width / box.height)
    drawn = png(chart, width=wide, scale=3, row=row)
    picture = slide.shapes.add_picture(io.BytesIO(drawn), 0, 0)
    place(picture, box)
    describe(picture._element, "Chart", chart.words)


def headed(new: Presentation, name: str, paper: Paper, title: str, subtitle: str) -> Slide:
    """Add a slide with its title, its subtitle, and all the rest in the speaker's notes."""
    on = layout(new, name)
    slide = new_slide(new, name, paper.dated, _foot(paper, room(on, "Footer")))
    head = room(on, "Title")
    write(slide, "Title", title, fitted(title, head.box, _sizes(head, 10)[::2], bold=True))
    if subtitle:
        write(slide, "Subtitle", subtitle, _subtitle_size(subtitle, room(on, "Subtitle")))
    slide.notes_slide.notes_text_frame.text = "\n".join(map(legal, _spoken(paper)))
    return slide


def _sizes(kept: Room, least: int) -> range:
    return range(kept.points, least - 1, -1)


def _subtitle_size(subtitle: str, kept: Room) -> float:
    """One line if it can be, or smaller letters on as many as there is room for."""
    one_line = replace(kept.box, height=kept.box.height / 2)
    size = fitted(subtitle, one_line, _sizes(kept, kept.points - 3))
    return fitted(subtitle, kept.box, (size, *_sizes(kept, 8)[4:]))


def _foot(paper: Paper, kept: Room) -> str:
    """The source line, where it fits under a slide; the notes always hold it whole."""
    whole = legal(source_line(paper))
    fits = tall(whole, kept.points, kept.box.width) <= kept.box.height
    return whole if fits else f"{ATTRIBUTION} All sources: see the notes of this slide."


def _spoken(paper: Paper) -> tuple[str, ...]:
    figures = tuple(f"{label}: {text}" for label, text in paper.figures)
    link = (f"Open this view: {paper.link}",) if paper.link else ()
    all_words = (paper.subtitle, paper.summary, *figures, *footnotes(paper), source_line(paper))
    return (*(words for words in all_words if words), paper.made, *link)


def add_tables(new: Presentation, paper: Paper, *, begins: bool = False) -> None:
    """Add the slides of a table that has no room beside the map; where it `begins`, from the first.

    Otherwise all of them go on with what stands on the map's slide.
    """
    on = layout(new, TABLE)
    whole = room(on, "Table").box
    half = replace(whole, width=(whole.width - GAP) / 2)
    made, abreast = _cut(paper.table, whole, half)
    slides = range(0, len(made.parts), abreast)
    for count, first in enumerate(slides, start=1):
        which = _which(count, len(slides), begins)
        slide = headed(new, TABLE, paper, f"{paper.title}{which}", paper.table.title)
        left = whole.left
        for number in range(first, min(first + abreast, len(made.parts))):
            add_table(slide, paper.table, made, number, (left, whole.top))
            left += half.width + GAP
        write_notes(slide, paper, room(on, "Notes").box)


def _which(number: int, count: int, begins: bool) -> str:
    """What the title of one of several slides ends with: what it adds, and which it is."""
    adds = "" if begins else ": table"
    return adds if count == 1 else f"{adds} ({number} of {count})"


def _cut(table: Table, whole: Box, half: Box) -> tuple[Cut, int]:
    """The cut with the largest letters that needs one slide, and how many parts stand abreast."""
    rooms = ((whole, 1), (half, 2)) if len(table.columns) <= _MOST_ABREAST else ((whole, 1),)
    for points in (12, 11, 10):
        for space, abreast in rooms:
            made = cut(table, points, space)
            if len(made.parts) <= abreast:
                return made, abreast
    return made, abreast
