"""Bound slides: where the cover, the contents, the sources and the codes stand on theirs."""

from __future__ import annotations

import io
from dataclasses import replace

import pptx
import pytest
from PIL import Image
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation
from pptx.slide import Slide

from footprint.binding import slides
from footprint.binding.book import Book
from footprint.binding.book import book as bind
from footprint.content.values import Chapter
from footprint.english import breakable
from footprint.papers.box import Box
from footprint.papers.front import Front
from footprint.slides.decks import deck
from tests.binding.test_office import bound
from tests.paper_samples import envelope

LINK = "https://footprints.example.org/Clusters"
HAIR = 0.05


def picture(wide: int, high: int) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (wide, high), "white").save(written, "PNG")
    return written.getvalue()


def box(shape) -> Box:
    return Box(shape.left.mm, shape.top.mm, shape.width.mm, shape.height.mm)


def named(slide: Slide) -> dict[str, Box]:
    return {shape.name: box(shape) for shape in slide.shapes}


@pytest.fixture
def new() -> Presentation:
    return deck("For the board")


@pytest.fixture(scope="module")
def book() -> Book:
    return bound()


@pytest.mark.parametrize(
    ("size", "shown"),
    [((40, 30), (26 * 4 / 3, 26)), ((30, 60), (13, 26)), ((30, 30), (26, 26))],
)
def test_a_logo_is_26_mm_high_in_the_upper_left_corner_and_keeps_its_shape(
    new, book, size: tuple[int, int], shown: tuple[float, float]
) -> None:
    body = slides._body(new)
    logo = named(slides._cover(new, book, picture(*size)))["Logo"]
    assert (logo.left, logo.top) == pytest.approx((body.left, 8), abs=HAIR)
    assert (logo.width, logo.height) == pytest.approx(shown, abs=HAIR)


def test_the_longest_words_that_are_taken_stay_on_the_cover(new, book) -> None:
    long = "Options for the footprints of boards in England " * 6
    cover = slides._cover(new, replace(book, front=Front(long, long, long, long)), b"")
    assert named(cover)["Made on: words"].bottom <= slides._body(new).bottom + HAIR


def test_a_wide_logo_takes_half_of_the_width(new, book) -> None:
    body = slides._body(new)
    logo = named(slides._cover(new, book, picture(800, 10)))["Logo"]
    assert logo.width == pytest.approx(body.width / 2, abs=HAIR)
    assert logo.height == pytest.approx(body.width / 160, abs=HAIR)


def test_the_details_of_a_cover_stand_below_each_other_with_their_words_beside(new, book) -> None:
    long = replace(book, front=Front("A meeting of the board in public " * 9, "3 December", "7.2"))
    body, cover = slides._body(new), named(slides._cover(new, long, b""))
    labels = ["Meeting", "Date of the meeting", "Agenda item", "Made on"]
    first, *others = (cover[label] for label in labels)
    assert (first.left, first.top) == pytest.approx((body.left, body.top + 58), abs=HAIR)
    for label, below in zip(labels, [*others, None], strict=True):
        here, words = cover[label], cover[f"{label}: words"]
        assert words.top == pytest.approx(here.top, abs=HAIR)
        assert words.left == pytest.approx(here.left + 56, abs=HAIR)
        assert words.right == pytest.approx(body.right, abs=HAIR)
        assert words.height >= 8 - HAIR
        if below:
            assert below.top == pytest.approx(words.bottom + 2, abs=HAIR)
    assert cover["Meeting: words"].height > 16
    assert cover["Agenda item: words"].height == pytest.approx(8, abs=HAIR)


def test_the_title_of_a_cover_stands_above_its_details(new, book) -> None:
    body = slides._body(new)
    title = named(slides._cover(new, book, b""))["Title"]
    assert (title.left, title.top) == pytest.approx((body.left, body.top + 14), abs=HAIR)
    assert (title.width, title.height) == pytest.approx((body.width, 34), abs=HAIR)


def listed(new: Presentation, book: Book, count: int) -> tuple[Slide, list[tuple[str, Slide]]]:
    contents = slides._plain(new, book, "Contents")
    opened = [slides._plain(new, book, f"View {n}") for n in range(min(count, 3))]
    begins = [(f"View {n}", opened[n % 3]) for n in range(count)]
    slides._contents(new, contents, begins)
    return contents, begins


def test_contents_give_the_number_of_the_slide_that_each_line_opens(new, book) -> None:
    slides._plain(new, book, "Cover")
    contents, begins = listed(new, book, 3)
    lines = {one.name: one for one in contents.shapes}
    # A cover and the contents stand before them.
    assert [lines[f"Slide of View {n}"].text_frame.text for n in range(3)] == ["3", "4", "5"]
    for words, opens in begins:
        assert lines[words].click_action.target_slide.slide_id == opens.slide_id
        number = lines[f"Slide of {words}"]
        assert number.text_frame.paragraphs[0].alignment == PP_ALIGN.RIGHT
        assert box(number).left == pytest.approx(box(lines[words]).right, abs=HAIR)
        assert box(number).top == pytest.approx(box(lines[words]).top, abs=HAIR)


@pytest.mark.parametrize(("count", "apart"), [(3, 8.0), (20, None)])
def test_lines_of_contents_are_8_mm_apart_or_closer_so_that_all_have_room(
    new, book, count: int, apart: float | None
) -> None:
    body = slides._body(new)
    contents, begins = listed(new, book, count)
    places = [named(contents)[words] for words, _ in begins]
    apart = apart or body.height / count
    assert apart <= 8
    assert [one.top for one in places] == pytest.approx(
        [body.top + n * apart for n in range(count)], abs=HAIR
    )
    assert {round(one.height, 1) for one in places} == {round(apart, 1)}
    assert places[-1].bottom <= body.bottom + HAIR
    assert places[0].right == pytest.approx(body.right - 20, abs=HAIR)


def test_contents_are_in_letters_of_one_size_and_a_long_line_stands_on_two(new, book) -> None:
    contents = slides._plain(new, book, "Contents")
    long = "Compare: " + "“36 ICBs under 25 teams (October 2026)”, " * 4
    begins = [(words, contents) for words in ("Clusters", long, "Money")]
    slides._contents(new, contents, begins)
    lines = {one.name: one for one in contents.shapes}
    runs = [lines[words].text_frame.paragraphs[0].runs[0] for words, _ in begins]
    assert {run.font.size.pt for run in runs} == {14}
    places = [box(lines[words]) for words, _ in begins]
    high = slides.tall(long, 14, places[1].width)
    assert high > slides.tall("Money", 14, places[1].width)
    assert places[1].height >= high
    for one, below in zip(places, places[1:], strict=False):
        assert below.top == pytest.approx(one.bottom, abs=HAIR)


def test_sources_take_as_many_slides_as_they_need_and_none_runs_over(new, book) -> None:
    many = replace(book, sources=tuple(f"Source {n}: {'long ' * 80}words" for n in range(12)))
    made = list(slides._sources(new, many))
    body = slides._body(new)
    texts = [next(s for s in one.shapes if s.name == "Sources and licence") for one in made]
    said = [line.text for one in texts for line in one.text_frame.paragraphs]
    assert said == [*many.sources, *book.last] and book.last == (f"Made on {book.dated}.",)
    assert len(made) > 1
    for one, more in zip(texts, texts[1:], strict=False):
        lines = [line.text for line in one.text_frame.paragraphs]
        high = sum(slides.tall(line, 11, body.width) + 1.5 for line in lines)
        follows = more.text_frame.paragraphs[0].text
        assert high <= body.height < high + slides.tall(follows, 11, body.width) + 1.5


def test_few_sources_have_one_slide(new, book) -> None:
    assert len(list(slides._sources(new, replace(book, sources=("One", "Two"))))) == 1


def codes_of(new: Presentation) -> list[list[Box]]:
    return [
        [box(shape) for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
        for slide in new.slides
    ]


def test_codes_stand_three_abreast_and_go_on_to_the_next_slide(new, book) -> None:
    body = slides._body(new)
    rows = int(body.height // 32)
    views = tuple((f"View {n}", f"{LINK}/{n}") for n in range(3 * rows + 1))
    private = ("Mine", "http://localhost:8501/Clusters")
    slides._again(new, replace(book, again=(private, *views)))
    first, last = codes_of(new)
    assert (len(first), len(last)) == (3 * rows, 1)
    wide = body.width / 3
    corners = [(body.left + n % 3 * wide, body.top + n // 3 * 32) for n in range(3 * rows)]
    assert [(one.left, one.top) for one in first] == [
        pytest.approx(corner, abs=HAIR) for corner in corners
    ]
    assert (last[0].left, last[0].top) == pytest.approx((body.left, body.top), abs=HAIR)
    assert {(round(one.width), round(one.height)) for one in first} == {(26, 26)}


def test_beside_each_code_stand_its_view_and_a_line_that_opens_it(new, book) -> None:
    slides._again(new, replace(book, again=(("One", f"{LINK}/1"), ("Two", f"{LINK}/2"))))
    (slide,) = new.slides
    shapes = {shape.name: shape for shape in slide.shapes}
    lines = shapes["Two"].text_frame.paragraphs
    assert [line.text for line in lines] == ["Two", "Open this view"]
    assert lines[1].runs[0].hyperlink.address == f"{LINK}/2"
    code = codes_of(new)[0][1]
    beside = box(shapes["Two"])
    assert (beside.left, beside.top) == pytest.approx((code.right + 3, code.top), abs=HAIR)
    assert beside.right < slides._body(new).left + 2 * slides._body(new).width / 3
    assert beside.height == pytest.approx(26, abs=HAIR)


def test_a_pack_whose_views_nobody_else_can_open_has_no_slide_of_codes(new, book) -> None:
    slides._again(new, replace(book, again=(("Mine", "http://localhost:8501/Clusters"),)))
    assert len(new.slides) == 0


def test_a_marking_stands_in_the_middle_of_the_top_and_only_where_there_is_one(new, book) -> None:
    slide = slides._plain(new, book, "Contents")
    slides._mark(new, slide, "")
    assert "Marking" not in named(slide)
    slides._mark(new, slide, "DRAFT")
    place = named(slide)["Marking"]
    assert place.left + place.right == pytest.approx(new.slide_width.mm, abs=HAIR)
    assert (place.top, place.bottom) == pytest.approx((2.9, 7.8), abs=HAIR)
    (line,) = slide.shapes[-1].text_frame.paragraphs
    assert line.alignment == PP_ALIGN.CENTER and line.runs[0].font.bold


def test_without_a_cover_a_pack_begins_with_its_first_view() -> None:
    plain = bound(Front(cover=False, annex=False))
    picked = [picture(4, 3)] * 2
    first = pptx.Presentation(io.BytesIO(slides.pptx(plain, picked))).slides[0]
    assert first.shapes.title.text_frame.text == plain.papers[0].title


def test_a_brief_on_one_slide_has_neither_its_charts_nor_its_table_in_a_pack() -> None:
    told = Chapter("In five lines", (), lines=(("Its people", "400 residents."),))
    own = Chapter("This ICB beside England", (), envelope().table)
    papers = [
        replace(envelope(), chapters=(told, own), scope=(0, 1), brief=one) for one in (False, True)
    ]
    long, short = (
        pptx.Presentation(io.BytesIO(slides.pptx(bind("Board", (one,), Front()), [picture(4, 3)])))
        for one in papers
    )
    words = [shape.text_frame.text for shape in short.slides[2].shapes if shape.has_text_frame]
    assert "400 residents" in " ".join(words)
    # The cover, the contents and the sources are around it.
    assert len(short.slides) == 4 < len(long.slides)


def test_without_an_annex_the_table_of_what_has_no_room_on_a_map_follows() -> None:
    plain = bound(Front(annex=False))
    tabled = [replace(one, tabled=True) for one in plain.papers]
    told = bind("Board", tabled, plain.front)
    titles = [
        [slide.shapes.title.text_frame.text for slide in made.slides]
        for made in (
            pptx.Presentation(io.BytesIO(slides.pptx(one, [picture(4, 3)] * 2)))
            for one in (plain, told)
        )
    ]
    first, second = ([one for one in some if one.startswith("Annex")] for some in titles)
    assert not first and second


def test_tables_of_an_annex_say_which_view_they_are_of(new, book) -> None:
    second = replace(book, annex=book.annex[1:])
    (slide,) = slides._annex(new, second, {})
    title = breakable(slide.shapes.title.text_frame.text)
    assert title.startswith("Annex 2: Running cost allowance 2025/26 (view 2)")


def test_an_annex_begins_on_the_slide_that_the_contents_open(new, book) -> None:
    found = list(slides._annex(new, book, {}))
    for number, slide in enumerate(found, start=1):
        assert slide.shapes.title.text_frame.text.startswith(f"Annex {number}: ")
    assert found[0].slide_id == new.slides[0].slide_id
