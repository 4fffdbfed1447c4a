"""Slides: a real title, words for every picture and table, and nothing left empty."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from footprint.charts.vega import height
from footprint.content.values import Chapter, Column, Table
from footprint.english import breakable
from footprint.maps.layer import ATTRIBUTION
from footprint.measures.units import PEOPLE
from footprint.papers.box import Box
from footprint.papers.words import legal
from footprint.slides import decks, slides
from tests.charts.test_strip import STRIP
from tests.office_reading import PAPERS, picture
from tests.paper_samples import envelope

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def made(*papers):
    return slides.pptx(papers, [picture(slides.PICTURE)] * len(papers))


@pytest.fixture(scope="module")
def files():
    return {name: made(make()) for name, make in PAPERS.items()}


def parts(content, folder):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith(f"ppt/{folder}/")]
        names = sorted((name for name in names if name.endswith(".xml")), key=len)
        return [etree.fromstring(archive.read(name)) for name in names]


def text(element):
    """What is written, with ordinary spaces and hyphens: those within a figure keep it together."""
    return breakable("".join(run.text or "" for run in element.iter(f"{A}t")))


def cells(frame):
    return [[text(cell) for cell in row.iter(f"{A}tc")] for row in frame.iter(f"{A}tr")]


def tables(content):
    return [cells(frame) for slide in parts(content, "slides") for frame in slide.iter(f"{A}tbl")]


@pytest.mark.parametrize("name", PAPERS)
def test_the_table_is_native_and_says_every_figure(files, name):
    paper, found = PAPERS[name](), tables(files[name])
    head = [legal(column.heading) for column in paper.table.columns]
    assert all(part[0] == head for part in found)
    body = [row for part in found for row in part[1:]]
    assert body == [[legal(cell) for cell in row] for row in paper.table.texts()]


@pytest.mark.parametrize("name", PAPERS)
def test_every_slide_has_its_title_in_the_title_placeholder(files, name):
    titles = []
    for slide in parts(files[name], "slides"):
        filled = [
            (shape.find(f".//{P}ph").get("type"), text(shape))
            for shape in slide.iter(f"{P}sp")
            if shape.find(f".//{P}ph") is not None
        ]
        kinds = dict(filled)
        assert set(kinds) - {"body"} == {"title", "dt", "ftr", "sldNum"}
        assert all(words for _, words in filled), "an empty placeholder"
        assert ATTRIBUTION in kinds["ftr"]
        titles.append(kinds["title"])
    assert titles[0] == legal(PAPERS[name]().title)
    assert all(title.startswith(f"{titles[0]}: ") for title in titles[1:])
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", PAPERS)
def test_pictures_and_tables_have_words(files, name):
    paper = PAPERS[name]()
    for slide in parts(files[name], "slides"):
        for shape in (*slide.iter(f"{P}pic"), *slide.iter(f"{P}graphicFrame")):
            assert shape.find(f".//{P}cNvPr").get("descr")
        numbers = [kept.get("id") for kept in slide.iter(f"{P}cNvPr")]
        assert len(set(numbers)) == len(numbers)
    shown = parts(files[name], "slides")[0].find(f".//{P}pic//{P}cNvPr")
    assert shown.get("descr") == legal(paper.description)


@pytest.mark.parametrize("name", PAPERS)
def test_the_speaker_has_everything_in_the_notes(files, name):
    paper = PAPERS[name]()
    for notes in parts(files[name], "notesSlides"):
        spoken = text(notes)
        for words in (paper.summary, *paper.every_note, ATTRIBUTION, paper.link, paper.dated):
            assert legal(words) in spoken
        assert all(legal(source).rstrip(".") in spoken for source in paper.sources)


@pytest.mark.parametrize("name", PAPERS)
def test_words_become_smaller_where_a_program_sets_wider_letters(files, name):
    for slide in parts(files[name], "slides"):
        for shape in slide.iter(f"{P}sp"):
            number = shape.find(f".//{A}fld") is not None
            assert number or shape.find(f".//{A}bodyPr/{A}normAutofit") is not None


def test_sources_that_have_no_room_under_a_slide_are_in_its_notes():
    sources = tuple(f"A long title of a table, {number}: a publisher, 2026." for number in range(9))
    content = made(replace(envelope(), sources=sources))
    for slide, notes in zip(parts(content, "slides"), parts(content, "notesSlides"), strict=True):
        assert "All sources: see the notes of this slide." in text(slide)
        assert ATTRIBUTION in text(slide)
        assert all(source.rstrip(".") in text(notes) for source in sources)


def test_letters_of_a_table_are_never_smaller_than_ten_points(files):
    sizes = {
        int(run.get("sz"))
        for content in files.values()
        for slide in parts(content, "slides")
        for table in slide.iter(f"{A}tbl")
        for run in table.iter(f"{A}rPr")
    }
    assert min(sizes) >= 1000


@pytest.mark.parametrize("name", PAPERS)
def test_a_screen_reader_meets_the_title_first_and_the_small_print_last(files, name):
    for slide in parts(files[name], "slides"):
        shapes = list(slide.find(f".//{P}spTree"))[2:]
        kinds = [
            found.get("type") if (found := one.find(f".//{P}ph")) is not None else ""
            for one in shapes
        ]
        assert [kinds[0], *kinds[-3:]] == ["title", "dt", "ftr", "sldNum"]


def test_a_short_table_stands_beside_the_map(files):
    assert len(parts(files["short_table"], "slides")) == 1
    assert len(parts(files["bare"], "slides")) == 1
    assert len(parts(files["envelope"], "slides")) == 2
    assert len(parts(files["long_table"], "slides")) > 3


def test_the_slide_is_wide_and_the_picture_as_large_as_it_was_drawn(files):
    (show,) = _presentation(files["envelope"])
    size = show.find(f"{P}sldSz")
    assert int(size.get("cx")) / int(size.get("cy")) == pytest.approx(16 / 9, rel=1e-3)
    shown = parts(files["envelope"], "slides")[0].find(f".//{P}pic//{A}ext")
    assert int(shown.get("cx")) == slides.PICTURE.width * 36000
    assert int(shown.get("cy")) == slides.PICTURE.height * 36000


def _presentation(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [etree.fromstring(archive.read("ppt/presentation.xml"))]


def test_the_language_is_british_english(files):
    with zipfile.ZipFile(io.BytesIO(files["envelope"])) as archive:
        assert b"<dc:language>en-GB</dc:language>" in archive.read("docProps/core.xml")
        slides_xml = [archive.read(n) for n in archive.namelist() if "/slides/slide" in n]
    assert not [one for one in slides_xml if b"en-US" in one]


def test_words_read_right_to_left_are_set_so(files):
    first = parts(files["awkward"], "slides")[0]
    lines = [line for line in first.iter(f"{A}p") if text(line).startswith("شمال")]
    assert lines
    assert all(line.find(f"{A}pPr").get("rtl") == "1" for line in lines)


def test_a_pack_holds_each_paper_in_turn():
    papers = [PAPERS[name]() for name in ("envelope", "short_table", "east")]
    found = tables(made(*papers))
    rows = sum(len(part) - 1 for part in found)
    assert rows == sum(len(paper.table.rows) for paper in papers)


def test_same_input_same_bytes(files):
    assert made(envelope()) == files["envelope"]


LINES = Chapter(
    "In five lines", (), lines=(("The legal body", "NHS Ash."), ("Its people", "400 residents."))
)


def brief():
    table = Table("Councils", (Column("Council"), Column("Residents", PEOPLE)), (("Ash", 400.0),))
    others = (
        Chapter("Councils", ("It works with one.",), table),
        Chapter("Fire", ("Nothing in a table.",)),
        Chapter("In figures", ("Said before.",), envelope().table),
    )
    return replace(envelope(), chapters=(LINES, *others))


def test_a_brief_of_all_of_england_has_its_five_lines_and_tables_on_a_slide_they_share():
    before, after = (parts(made(one), "slides") for one in (envelope(), brief()))
    assert len(after) == len(before) + 1
    five, councils = ([cells(frame)] for frame in after[-1].iter(f"{P}graphicFrame"))
    assert f"{envelope().title}: In five lines and Councils" in text(after[-1])
    assert "It works with one." in text(parts(made(brief()), "notesSlides")[len(before)])
    assert five[0][1:] == [["The legal body", "NHS Ash."], ["Its people", "400 residents."]]
    assert councils[0][1:] == [["Ash", "400"]]


def test_the_first_slide_of_a_brief_holds_the_whole_answer_and_may_be_the_only_one():
    figures = (("Residents", "400"), ("Residents: rank", "2nd largest of 3"))
    paper = replace(brief(), scope=(0, 1), figures=figures)
    pictures = [picture(slides.picture_of(slides.deck(""), paper))]
    short = parts(slides.pptx((replace(paper, brief=True),), pictures), "slides")
    long = parts(slides.pptx((paper,), pictures), "slides")
    assert len(short) == 1 < len(long)
    assert text(short[0]) == text(long[0])
    for words in (*LINES.said, "400", "Residents: 2nd largest of 3"):
        assert words in text(short[0])
    # Its five lines stand on it, and not once more on a slide of their own.
    assert sum("NHS Ash." in text(one) for one in long) == 1
    sizes = [int(run.get("sz")) for run in short[0].iter(f"{A}rPr") if run.get("sz")]
    assert min(sizes) >= 900


def test_a_paper_that_nothing_leads_has_all_of_its_slides_however_it_is_asked_for():
    pictures = [picture(slides.PICTURE)]
    asked = replace(brief(), brief=True)
    assert slides.pptx((asked,), pictures) == slides.pptx((brief(),), pictures)


def test_a_chart_that_is_a_picture_has_three_dots_to_a_pixel_and_the_shape_of_its_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    dots = picture(slides.PICTURE)

    def png(_: object, **how: float) -> bytes:
        asked.append(how)
        return dots

    monkeypatch.setattr(slides, "png", png)
    slide = decks.new_slide(decks.deck("x"), decks.TABLE, "", "")
    slides._add_picture(slide, STRIP, Box(20, 40, 280, 140))
    # As wide for its height as its room is.
    assert asked == [{"width": 2 * height(STRIP, 14), "scale": 3, "row": 14}]
    put = slide.shapes[-1]
    assert [round(one.mm) for one in (put.left, put.top, put.width, put.height)] == [
        20,
        40,
        280,
        140,
    ]
    assert put.name == "Chart"


@pytest.mark.parametrize(
    ("number", "count", "begins", "ends"),
    [
        (1, 1, True, ""),
        (1, 1, False, ": table"),
        (2, 3, True, " (2 of 3)"),
        (2, 3, False, ": table (2 of 3)"),
    ],
)
def test_a_title_says_which_of_several_slides_it_is(number, count, begins, ends) -> None:
    assert slides._which(number, count, begins) == ends


def test_a_table_is_cut_into_two_abreast_before_its_letters_are_smaller() -> None:
    whole = Box(0, 0, 280, 90)
    half = replace(whole, width=135)

    def made_of(count: int, columns: int = 2) -> tuple[float, int]:
        heads = tuple(Column(f"Column {number}") for number in range(columns))
        rows = tuple(("Ash",) * columns for _ in range(count))
        cut, abreast = slides._cut(Table("In figures", heads, rows), whole, half)
        return cut.points, abreast

    assert made_of(5) == (12, 1)
    assert made_of(20) == (12, 2)
    # More columns than four are too many for half of a slide.
    assert made_of(20, 4) == (12, 2)
    assert made_of(13, 5) == (11, 1)
    assert made_of(200) == (10, 2)


def test_a_subtitle_has_one_line_if_it_can_and_else_smaller_letters() -> None:
    kept = decks.Room(Box(0, 0, 200, 14), 14)
    assert slides._subtitle_size("Short", kept) == 14
    sizes = [slides._subtitle_size("Some words " * count, kept) for count in range(1, 30)]
    assert sizes == sorted(sizes, reverse=True)
    assert {11, 14} <= set(sizes) and min(sizes) >= 8


def test_a_map_of_many_names_has_a_slide_to_itself_and_its_words_the_next() -> None:
    paper, few = envelope(), 26
    areas = paper.panels[0].layer.areas
    assert len(areas) <= few
    many = _named(paper, (*areas, *areas))
    new = slides.deck("")
    wide, usual = (slides.picture_of(new, one) for one in (many, paper))
    assert usual == slides.PICTURE
    assert wide.height == usual.height
    assert wide.width > 0.9 * new.slide_width.mm
    first, second = parts(slides.pptx([many], [picture(wide)]), "slides")[:2]
    assert int(first.find(f".//{P}pic//{A}ext").get("cx")) == pytest.approx(wide.width * 36000)
    assert many.summary not in text(first)
    assert second.find(f".//{P}pic") is None
    assert many.summary in text(second)
    assert all(figure in text(second) for _, figure in many.figures)


def test_a_single_map_of_many_names_says_its_one_sentence_under_its_title() -> None:
    paper = envelope()
    areas = paper.panels[0].layer.areas
    single = replace(_named(paper, (*areas, *areas)), figures=(), table=_emptied(paper.table))
    (only,) = parts(slides.pptx([single], [picture(slides.PICTURE)]), "slides")
    assert single.summary in text(only)


def _emptied(table: Table) -> Table:
    return replace(table, rows=(), codes=())


def _named(paper, areas):
    (panel,) = paper.panels
    return replace(paper, panels=(replace(panel, layer=replace(panel.layer, areas=areas)),))
