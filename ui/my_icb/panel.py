"""The parts of the page on one ICB."""

from __future__ import annotations

import html
from collections.abc import Iterable

from footprint.content.values import Chapter
from footprint.pages import my_icb
from footprint.pages.my_icb import MyIcb
from footprint.view import View
from footprint.workspace.finder import body_of
from ui.parts import charts, headings, panels, pickers, tables
from ui.parts.glossary import explained
from ui.parts.map import before_and_after, map_panel
from ui.parts.places import places, take_away
from ui.shell import drawing as st
from ui.shell import words
from ui.shell.address import show
from ui.shell.workspace import workspace

_TAKEN = (
    '<div><button type="button" data-leads="export">'
    "Take this brief away as a PDF, in Word or as slides</button></div>"
)


def own_page(view: View, body: str) -> None:
    """Lead to the page of an ICB, where one is selected."""
    if body:
        asked = view.with_(area=body).to_query()
        st.page_link(my_icb.PAGE.script, label="Everything about this ICB", query_params=asked)


def lines_and_maps(view: View, told: MyIcb) -> None:
    """The sentence to repeat, and the five lines beside two small maps, before and after."""
    if not told.brief:
        return
    # The place that was looked for.
    if told.looked_for:
        panels.caption(told.looked_for)
    panels.sentence(told.sentence)
    left, right = st.columns([1, 1.35], gap="medium")
    with left, st.container(key="five-lines"):
        lines = (
            f"<p><b>{html.escape(label)}</b><br>{explained(said)}</p>"
            for label, said in told.brief.lines
        )
        st.html("".join(lines) + _TAKEN)
    with right, st.container(key="before-after"):
        pickers.pick_ground(view)
        before_and_after(told.on_screen, key="map-my-icb", place_of=_body_at)
        panels.caption(told.marks)


def _body_at(block: str) -> str:
    return body_of(workspace())[block]


def offered(told: MyIcb) -> None:
    """Where none is chosen: the map of today, and every ICB by its region."""
    if told.brief:
        return
    (shown,) = told.picture.maps
    around = places()
    take_away(around, told.sentence)
    with around.map:
        map_panel(shown)
    with around.side:
        charts.lead(told.picture.charts)
        headings.part("All ICBs")
        for number, (region, bodies) in enumerate(told.offered.items()):
            with st.container(key=f"region-{number}", gap="xsmall"):
                headings.under(region)
                _choose(bodies)
    charts.charts(told.picture.charts)
    headings.part("Table")
    tables.figures(told.picture.table)
    tables.download(told.picture.table, my_icb.PAGE.label)


def _choose(bodies: Iterable[tuple[str, str]]) -> None:
    """ICBs to press; a link from a page to itself would leave the address bar as it was."""
    for code, name in bodies:
        st.button(
            name,
            key=f"choose-{code}",
            type="tertiary",
            on_click=show,
            kwargs={"area": code},
        )


def chapters(told: MyIcb) -> None:
    """What stands below, each under a heading of its own."""
    for chapter in my_icb.chapters_of(told):
        _heading(told, chapter)
        drawn = my_icb.charts_of(told, chapter)
        _said(chapter)
        if chapter.table and not drawn:
            tables.figures(chapter.table)
        charts.charts(drawn)
        if drawn:
            charts.behind(chapter.table)
        _sources(chapter)


def _heading(told: MyIcb, chapter: Chapter) -> None:
    if chapter.table:
        name = f"{told.picture.title} {chapter.table.title}"
        tables.headed(chapter.heading, chapter.table, name)
    else:
        headings.part(chapter.heading)


def _said(chapter: Chapter) -> None:
    told = "".join(f"<p>{explained(said)}</p>" for said in chapter.said)
    st.html(f'<div class="chapter">{told}</div>')


def _sources(chapter: Chapter) -> None:
    if chapter.references or chapter.sources:
        count = len(chapter.references) + len(chapter.sources)
        with st.expander(f"Sources ({count})"):
            panels.references(chapter.references)
            for said in chapter.sources:
                st.markdown(words.bullets([said]))
