"""A board's own templates: each thing they lack is said, and nothing else is opened."""

from __future__ import annotations

import io
import json
import zipfile

import docx
import pptx
import pytest
from PIL import Image

from footprint.binding import houses
from footprint.binding.houses import checked, problems
from footprint.export.make import make
from footprint.export.orders import HOUSE, Order
from footprint.office.template_files import DOCUMENT, SLIDES, TemplateError
from footprint.papers.front import House

GOOD = House(SLIDES.read_bytes(), DOCUMENT.read_bytes())


def saved(file) -> bytes:
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def picture(kind: str, *size: int) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size or (4, 4)).save(written, kind)
    return written.getvalue()


def test_templates_with_all_that_papers_need_have_no_fault() -> None:
    assert problems(GOOD) == []
    assert problems(House()) == []
    assert problems(House(logo=picture("PNG"))) == problems(House(logo=picture("JPEG"))) == []


def test_each_missing_placeholder_has_a_sentence_of_its_own() -> None:
    spoilt = pptx.Presentation(str(SLIDES))
    on = spoilt.slide_layouts.get_by_name("Map")
    for shape in on.placeholders:
        if shape.name in ("Summary", "Caption"):
            shape.name = "Other"
    assert problems(House(slides=saved(spoilt))) == [
        f"PowerPoint: The layout “Map” of the template has no placeholder called “{name}”."
        for name in ("Caption", "Summary")
    ]


def test_an_ordinary_word_file_lacks_styles_and_a_day_and_is_told_each() -> None:
    told = problems(House(document=saved(docx.Document())))
    assert "Word: The template has no style called “Table Text”." in told
    assert told[-1] == "Word: The template's footer has no [day] where the day of a paper goes."


@pytest.mark.parametrize(
    ("house", "said"),
    [
        (House(slides=b"no zip"), "PowerPoint template cannot be opened"),
        (House(slides=DOCUMENT.read_bytes()), "PowerPoint template cannot be opened"),
        (House(document=SLIDES.read_bytes()), "Word template cannot be opened"),
        (House(logo=picture("GIF")), "has to be a picture, PNG or JPEG"),
        (House(logo=b"x" * 500_001), "The logo has 500 kB; at most 500 are taken."),
    ],
)
def test_what_is_no_template_is_refused_in_one_sentence(house: House, said: str) -> None:
    (only,) = problems(house)
    assert said in only


def test_a_file_that_unpacks_to_too_much_is_not_opened() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            archive.writestr(f"{number}.xml", b"0" * 10_000_000)
    assert problems(House(slides=written.getvalue())) == [
        "The PowerPoint template cannot be opened. It has to be a .pptx file."
    ]


def test_markup_that_would_take_gigabytes_once_it_is_read_is_not_opened() -> None:
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(GOOD.document)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in old.namelist():
            more = b"<w:p/>" * 1_400_000 if name == "word/document.xml" else b""
            new.writestr(name, old.read(name).replace(b"<w:body>", b"<w:body>" + more))
    assert problems(House(document=written.getvalue())) == [
        "The Word template cannot be opened. It has to be a .docx file."
    ]


@pytest.mark.parametrize(
    ("which", "kind", "said"),
    [
        ("document", "attachedTemplate", ["Word: The template is attached to another."]),
        ("document", "image", ["Word: The template shows what lies elsewhere."]),
        ("slides", "oleObject", ["PowerPoint: The template shows what lies elsewhere."]),
        ("slides", "hyperlink", []),
    ],
)
def test_a_template_that_would_have_its_readers_ask_elsewhere_is_refused(
    which: str, kind: str, said: list[str]
) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rId99" Type="{space}/{kind}" Target="http://else.test/x"'
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(getattr(GOOD, which))) as old,
        zipfile.ZipFile(written, "w") as new,
    ):
        for name in old.namelist():
            more = f'{link} TargetMode="External"/></Relationships>'.encode()
            own = name in ("word/_rels/document.xml.rels", "ppt/_rels/presentation.xml.rels")
            part = old.read(name)
            new.writestr(name, part.replace(b"</Relationships>", more) if own else part)
    found = problems(House(**{which: written.getvalue()}))
    assert [one.partition(". ")[0] + "." for one in found] == said


def test_the_press_tells_the_faults_and_makes_nothing_with_a_faulty_template() -> None:
    bad = House(document=b"no zip")
    told = json.loads(make(Order(HOUSE, (), house=bad), lambda *_: None))
    assert told == problems(bad)
    with pytest.raises(TemplateError):
        make(Order("docx", (), house=bad), lambda *_: None)
    assert checked(GOOD) is GOOD


def test_a_logo_may_have_just_as_many_dots_as_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(houses, "_MOST_PIXELS", 12)
    assert problems(House(logo=picture("PNG", 4, 3))) == []
    assert problems(House(logo=picture("PNG", 13, 1))) == [
        "The logo has too many dots. Save it smaller than 5,000 by 5,000."
    ]


def test_a_template_may_unpack_to_just_as_much_as_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD.slides)) as archive:
        parts = archive.infolist()
    monkeypatch.setattr(houses, "_MOST_PARTS", len(parts))
    monkeypatch.setattr(houses, "_MOST_BYTES", sum(part.file_size for part in parts))
    assert problems(House(slides=GOOD.slides)) == []
    for limit in ("_MOST_PARTS", "_MOST_BYTES"):
        with monkeypatch.context() as less:
            less.setattr(houses, limit, getattr(houses, limit) - 1)
            assert len(problems(House(slides=GOOD.slides))) == 1


def test_files_that_are_too_large_are_not_opened_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(houses, "_looked", None)
    assert problems(House(logo=b"x" * 500_001)) == ["The logo has 500 kB; at most 500 are taken."]
