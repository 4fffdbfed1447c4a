"""Templates: what papers are written on, and a sentence for one that lacks what they need."""

import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from pptx.util import Mm, Pt

from footprint.office import document_parts
from footprint.office.template_files import DOCUMENT, SLIDES, TemplateError
from footprint.papers.box import Box
from footprint.slides import decks

TEMPLATES = (SLIDES, DOCUMENT)


@pytest.fixture
def slides(tmp_path):
    """The house's slides, to be spoilt and saved."""
    return pptx.Presentation(str(SLIDES)), tmp_path / "own.pptx"


@pytest.fixture
def document(tmp_path):
    """The house's document, to be spoilt and saved."""
    return docx.Document(str(DOCUMENT)), tmp_path / "own.docx"


def refused(begin, spoilt, path):
    spoilt.save(path)
    with pytest.raises(TemplateError) as refusal:
        begin("Title", path)
    return str(refusal.value)


def begun(title, path):
    return document_parts.blank(title, "1 May 2026", path)


def placeholder(presentation, layout, name):
    on = decks.layout(presentation, layout)
    return next(shape for shape in on.placeholders if shape.name == name)


def test_a_template_without_a_layout_is_refused(slides):
    presentation, path = slides
    decks.layout(presentation, "Table").name = "Figures"
    said = refused(decks.deck, presentation, path)
    assert said == "The template has no layout called “Table”."


@pytest.mark.parametrize(("layout", "name"), [("Map", "Summary"), ("Table", "Footer")])
def test_a_layout_without_a_placeholder_is_refused(slides, layout, name):
    presentation, path = slides
    placeholder(presentation, layout, name).name = "Something else"
    said = refused(decks.deck, presentation, path)
    assert said == f"The layout “{layout}” of the template has no placeholder called “{name}”."


def test_a_placeholder_of_another_kind_is_refused(slides):
    presentation, path = slides
    placeholder(presentation, "Map", "Map").name = "Caption "
    placeholder(presentation, "Map", "Caption").name = "Map"
    placeholder(presentation, "Map", "Caption ").name = "Caption"
    said = refused(decks.deck, presentation, path)
    assert said.endswith("has a “Map” that is no placeholder for a picture.")


def test_a_template_that_holds_slides_is_refused(slides):
    presentation, path = slides
    presentation.slides.add_slide(presentation.slide_layouts[0])
    assert "Delete them" in refused(decks.deck, presentation, path)


def test_slides_follow_what_a_designer_changed(slides):
    presentation, path = slides
    moved = placeholder(presentation, "Table", "Table")
    moved.left, moved.top, moved.width, moved.height = Mm(20), Mm(50), Mm(200), Mm(90)
    presentation.save(path)
    on = decks.layout(decks.deck("Title", path), "Table")
    assert decks.room(on, "Table").box == Box(20, 50, 200, 90)
    assert decks.room(on, "Title").points == 26


def test_a_template_without_a_style_is_refused(document):
    whole, path = document
    whole.styles["Table Heading"].delete()
    assert refused(begun, whole, path) == "The template has no style called “Table Heading”."


def test_a_footer_that_leaves_no_place_for_the_day_is_refused(document):
    whole, path = document
    for run in whole.sections[0].footer.paragraphs[0].runs:
        run.text = run.text.replace("[day]", "")
    assert "[day]" in refused(begun, whole, path)


def test_the_footer_says_the_day(document):
    whole, path = document
    whole.styles["Normal"].font.size = Pt(12)
    whole.save(path)
    made = begun("Title", path)
    assert made.sections[0].footer.paragraphs[0].text.startswith("1 May 2026\tPage")
    assert made.styles["Normal"].font.size == Pt(12)
    assert made.core_properties.title == "Title"


def test_a_title_longer_than_office_files_keep_is_kept_as_far_as_they_do(document):
    whole, path = document
    whole.save(path)
    assert begun("T" * 255, path).core_properties.title == "T" * 255
    assert begun("T" * 300, path).core_properties.title == "T" * 254 + "…"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_our_templates_name_nobody_and_no_moment(path):
    begin = pptx.Presentation if path.suffix == ".pptx" else docx.Document
    about = begin(str(path)).core_properties
    assert about.author == "ICB Footprints"
    assert not about.last_modified_by
    assert not about.comments
    assert about.created == about.modified
    assert (about.created.hour, about.created.minute) == (0, 0)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_our_templates_are_small_and_hold_no_pictures(path):
    with zipfile.ZipFile(path) as archive:
        pictures = [name for name in archive.namelist() if "media" in name or "thumb" in name]
    assert pictures == []
    assert path.stat().st_size < 50_000


def test_the_readme_names_everything_that_is_needed():
    readme = Path(SLIDES.parent, "README.md").read_text(encoding="utf-8")
    words = " ".join(readme.split())
    for layout, names in decks._NEEDED.items():
        assert f"| {layout} | {', '.join(names)} |" in readme
    assert all(style in words for style in document_parts._STYLES)
