"""Parts of a page in one file: what is there, and what is left out where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import pytest

from footprint.maps.layer import LegendRow
from footprint.maps.marks import Mark
from footprint.maps.palette import PAPER
from footprint.papers.paper import Paper
from footprint.web import markup
from footprint.web.page import _bars
from tests import paper_samples


def paper(**changes: object) -> Paper:
    return replace(paper_samples.membership(), **changes)


def test_an_empty_note_is_no_item_and_no_notes_are_no_section() -> None:
    assert '<ul><li dir="auto">A note.</li></ul>' in markup.footer(paper(notes=("", "A note.")))
    assert "Notes" not in markup.footer(paper(notes=("",)))
    assert "Sources" not in markup.footer(paper(sources=()))


def test_figures_and_lists_are_there_where_there_are_any() -> None:
    said = markup.figures(paper(figures=(("Residents", "5 < 6"),)))
    assert '<dt dir="auto">Residents</dt><dd dir="auto">5 &lt; 6</dd>' in said
    assert said.startswith('<section class="figures"><h2>Key figures</h2>')
    listed = markup.lists(paper(lists=(("West", "A & B"),)))
    assert listed.startswith('<section class="lists"><h2>Areas in words</h2>')
    assert "A &amp; B" in listed
    assert markup.figures(paper(figures=())) == ""
    assert markup.lists(paper(lists=())) == ""


@pytest.mark.parametrize("link", ["http://here/?a=1&b=2", "https://here/?a=1&b=2"])
def test_an_address_of_the_web_can_be_followed(link: str) -> None:
    words = link.replace("&", "&amp;")
    assert f'<a href="{words}" rel="noreferrer">{words}</a>' in markup.footer(paper(link=link))


def test_a_paper_without_a_link_offers_none() -> None:
    assert "Open this view again" not in markup.footer(paper(link=""))
    assert "Open this view again" in markup.footer(paper(link="here"))


def test_cells_of_figures_stand_to_the_right_and_those_of_words_do_not() -> None:
    said = markup.table(paper().table)
    first, second, *_ = paper().table.columns
    assert first.unit is None and second.unit is not None
    assert f'<th scope="col">{first.heading}</th><th scope="col" class=n>' in said
    assert said.count("<td class=n>") == 2 * len(paper().table.rows)
    assert '<th scope="row" class=n>' not in said


def test_one_map_has_the_heading_it_was_given_and_several_have_one_each() -> None:
    alone = paper_samples.membership()
    assert _bars(alone) == [""]
    assert _bars(replace(alone, panels=(replace(alone.panels[0], heading="Now"),))) == ["Now"]
    both = (replace(alone.panels[0], heading="Now"), alone.panels[0])
    assert _bars(replace(alone, panels=both)) == ["Now", alone.panels[0].layer.title]


def test_a_chart_is_drawn_for_wide_and_narrow_windows_with_its_very_words() -> None:
    dotted = paper_samples.dotted()
    (dots,) = dotted.charts
    said = markup.charts(dotted)
    assert said.count("<svg") == 2
    assert said.count(f'aria-label="{escape(dots.words)}"') == 2
    for dot in dots.rows:
        assert f">{dot.text}<" in said
    assert "font-family" not in said
    assert "style=" not in said
    assert markup.charts(paper()) == ""


def test_the_legend_draws_every_look_in_its_colour_and_counts_its_areas() -> None:
    marks = (Mark.NONE, Mark.NO_FIGURE, Mark.MERGED, Mark.STILL_IN_FORCE)
    marks += (Mark.CLUSTER_BOUNDARY, Mark.CHANGED)
    rows = tuple(
        LegendRow(fill="#123456", marks=mark, words=f"Row {number}", count=number)
        for number, mark in enumerate(marks)
    )
    paper = paper_samples.membership()
    drawn = markup.legend(replace(paper, key=replace(paper.key, legend=rows))).split("<li>")[1:]
    assert len({one.partition("<span>")[0] for one in drawn}) == len(marks)
    for number, one in enumerate(drawn):
        swatch, _, said = one.partition("</svg><span>")
        assert said.startswith(f"Row {number} <i>({number})</i>")
        assert swatch.startswith('<svg viewBox="0 0 24 16" width="24" height="16" aria-hidden')
        assert swatch.count('fill="#123456"') == 1
        # What says something lies on the colour and below the frame.
        assert swatch.count("<path") == (number > 0)
    hatch, dots = drawn[1], drawn[2]
    # Lines at 45 degrees, six pixels apart, and dots in rows of five and three.
    assert hatch.count("l16 -16") == 6
    assert dots.count("h1.5") == 15


def test_a_legend_of_two_maps_counts_in_words() -> None:
    paper = paper_samples.membership()
    row = LegendRow(fill=None, words="Same", count=3, counted="A 1, B 2")
    said = markup.legend(replace(paper, key=replace(paper.key, legend=(row,))))
    assert "Same <i>(A 1, B 2)</i>" in said
    assert f'fill="{PAPER}"' in said
