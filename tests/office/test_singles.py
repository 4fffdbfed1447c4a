"""Single maps: on slides and in documents each of several maps of England is there alone too."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pptx
import pytest

from footprint.english import breakable
from footprint.ink.vectors import Written
from footprint.office import document_pages, documents
from footprint.papers.paper import Panel, Paper
from footprint.print.sheet import figure
from footprint.slides import slides
from tests.paper_samples import WORK, east, envelope, membership
from tests.slides.test_slides import picture


@pytest.fixture(scope="module")
def pair() -> Paper:
    layers = membership().panels[0].layer, envelope().panels[0].layer
    panels = tuple(
        Panel(layer, f"{letter}: {layer.title}") for letter, layer in zip("AB", layers, strict=True)
    )
    return replace(membership(), panels=panels)


def test_a_map_takes_at_least_half_of_a_slide() -> None:
    whole = slides.deck("")
    share = slides.PICTURE.width * slides.PICTURE.height
    assert share >= 0.5 * whole.slide_width.mm * whole.slide_height.mm


def test_several_maps_of_all_england_or_many_of_a_part_have_single_ones(pair: Paper) -> None:
    assert membership().singles == replace(east(), panels=east().panels[:2]).singles == ()
    assert [one.title for one in east().singles] == [one.heading for one in east().panels]
    assert [one.title for one in pair.singles] == [panel.heading for panel in pair.panels]
    assert [one.key for one in pair.singles] == [panel.layer for panel in pair.panels]
    first, second = pair.panels
    other = replace(pair, panels=(replace(first, alone=second.layer), second), tabled=True)
    assert [one.panels[0].layer for one in other.singles] == [second.layer] * 2
    assert [one.key for one in other.singles] == [second.layer] * 2
    assert not any(one.tabled for one in other.singles)
    # All stand as the one with the most names has to, so that no two are set differently.
    fewer = replace(second.layer, areas=second.layer.areas[:3])
    mixed = replace(pair, panels=(pair.panels[0], replace(second, layer=fewer)))
    assert len({one.crowd for one in mixed.singles}) == 1
    assert mixed.singles[1].crowd == mixed.singles[0].crowd > 3


def test_slides_and_documents_have_each_map_after_those_side_by_side(pair: Paper) -> None:
    one = picture(slides.picture_of(slides.deck(""), pair))
    blank = documents.blank("", "")
    page = picture(document_pages.picture_of(blank, pair.singles[0], alone=True))
    deck = pptx.Presentation(io.BytesIO(slides.pptx([pair], [one] * 3)))
    titles = [breakable(slide.shapes.title.text) for slide in deck.slides]
    words = f"{pair.title}: key figures"
    assert titles[:4] == [pair.title, words, *(panel.heading for panel in pair.panels)]
    document = docx.Document(io.BytesIO(documents.docx([pair], [one, page, page])))
    shown = [shape.height.mm for shape in document.inline_shapes]
    assert shown[0] == pytest.approx(120, abs=0.1)
    assert min(shown[1:]) > 140
    wide = [shape.width.mm for shape in document.inline_shapes]
    assert wide == pytest.approx([170, 273, 273], abs=0.1)
    captions = [
        breakable(line.text) for line in document.paragraphs if line.style.name == "Caption"
    ]
    heads = [breakable(line.text) for line in document.paragraphs if line.style.name == "Heading 2"]
    for panel, head, line in zip(pair.panels, heads, captions[1:3], strict=False):
        assert panel.heading == head
        assert line.endswith(panel.layer.summary)


def test_every_footprint_is_named_on_a_single_map_in_letters_of_nine_points(pair: Paper) -> None:
    single = pair.singles[0]
    size = document_pages.picture_of(documents.blank("", ""), single, alone=True)
    drawn = figure(replace(single, sources=()), size, WORK.shapes, bare=True)
    words = [one for one in drawn.vectors if isinstance(one, Written)]
    said = " ".join(one.words for one in words)
    areas = [area for area in single.key.areas if area.labelled]
    lost = [area.short for area in areas if area.short not in said and area.name not in said]
    broken = [name for name in lost if not all(word in said for word in name.split())]
    assert broken == []
    names = {word for area in areas for word in area.short.split()}
    on_map = [one for one in words if one.side == "center" and set(one.words.split()) <= names]
    assert on_map
    assert min(one.size for one in on_map) >= 9
