"""Making: which maps an order has drawn, in which size and look, and what each file holds.

Nothing is drawn here: what draws only says what it was asked for.
"""

from __future__ import annotations

import io
import pickle
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest

from footprint.charts.vega import Chart
from footprint.content.values import Chapter, Column, Table
from footprint.export import make as making
from footprint.export.make import make, make_all
from footprint.export.orders import HOUSE, Order, Share
from footprint.ink.vectors import Written
from footprint.office import document_pages, documents
from footprint.office.template_files import TemplateError
from footprint.papers.front import Front, House
from footprint.papers.paper import PICTURES, SHEETS, Paper, Sheet
from footprint.slides import slides
from tests import paper_samples
from tests.charts.test_flow import FLOW
from tests.charts.test_trend import TREND

Asked = list[tuple[str, object, dict[str, object]]]
ONE = replace(paper_samples.membership(), title="One", sources=("A source",), ground="land")
TWO = replace(
    ONE,
    title="Two",
    ground="people",
    panels=tuple(replace(ONE.panels[0], heading=f"Map {letter}") for letter in "AB"),
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What was asked of the print map, call by call."""
    calls: Asked = []

    def drawn(kind: str, answer: object) -> Callable[..., object]:
        def draw(paper: Paper, sheet: object, shapes: object, **how: object) -> object:
            calls.append((paper.title, sheet, {"kind": kind, "shapes": shapes, **how}))
            return answer

        return draw

    monkeypatch.setattr(making, "_shapes", lambda ground: ground)
    monkeypatch.setattr(making.pages, "light_png", lambda *_: b"dots")
    monkeypatch.setattr(making.print_map, "png", drawn("png", b"dots"))
    monkeypatch.setattr(making.print_map, "svg", drawn("svg", b"lines"))
    figure = SimpleNamespace(vectors=())
    monkeypatch.setattr(making.print_map, "figure", drawn("figure", figure))
    laid = SimpleNamespace(count=1, drawn=lambda: iter(["map"]))
    monkeypatch.setattr(making.print_map, "laid", drawn("laid", [laid]))
    return calls


@pytest.fixture
def told() -> list[tuple[int, int]]:
    return []


def tell(told: list[tuple[int, int]]) -> Callable[[int, int], None]:
    return lambda done, count: told.append((done, count))


def nothing(_: int, __: int) -> None:
    """Hear nothing."""


def test_single_maps_have_their_own_size_and_every_map_is_bare_and_without_sources(
    asked: Asked, told
) -> None:
    large, small = SHEETS["a4-landscape"], SHEETS["slide"]
    order = Order("docx", (ONE, TWO), monochrome=True)
    sizes = {False: large, True: small}
    made = making._embedded(order, lambda _, alone: sizes[alone], tell(told))
    assert made == [b"dots"] * 4
    assert [(title, sheet) for title, sheet, _ in asked] == [
        ("One", large),
        ("Two", large),
        ("Map A", small),
        ("Map B", small),
    ]
    assert {(how["monochrome"], how["bare"]) for *_, how in asked} == {(True, True)}
    assert [how["shapes"] for *_, how in asked] == ["land", *["people"] * 3]
    assert told == [(0, 2), (1, 2)]
    papers = [(paper.sources, alone) for paper, alone in making._bare(order, nothing)]
    assert papers == [((), False), ((), False), ((), True), ((), True)]


def test_a_picture_is_of_the_whole_sheet_or_of_the_map_alone(asked: Asked) -> None:
    assert make(Order("png", (ONE,), sheet="slide", monochrome=True), nothing) == b"dots"
    assert make(Order("png", (ONE,), sheet="map-screen"), nothing) == b"dots"
    (_, first, whole), (_, second, alone) = asked
    assert (first, second) == (SHEETS["slide"], PICTURES["map-screen"])
    assert (whole["bare"], whole["monochrome"]) == (False, True)
    assert (alone["bare"], alone["monochrome"]) == (True, False)


def test_only_a_map_alone_leaves_anything_out() -> None:
    left = ("legend",)
    assert making._shown(Order("png", (ONE,), left_out=left)).key.legend
    assert not making._shown(Order("png", (ONE,), "map-screen", left_out=left)).key.legend


def test_a_drawing_is_made_of_outlines_or_to_be_edited(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making.editable, "svg", lambda _, title, said: f"{title}|{said}".encode())
    assert make(Order("svg", (ONE,)), nothing) == b"lines"
    changed = make(Order("svg", (ONE,), sheet="map-screen", editable=True), nothing)
    assert changed == f"One|{ONE.description}".encode()
    assert [(how["kind"], how["bare"]) for *_, how in asked] == [("svg", False), ("figure", True)]


def test_an_order_of_a_chart_draws_that_chart_and_no_map(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []

    def draw(paper: Paper, chart: object, sheet: object, **how: bool) -> bytes:
        drawn.append((paper.title, chart, sheet.key, how))
        return b"chart"

    monkeypatch.setattr(making.charts, "png", draw)
    monkeypatch.setattr(making.charts, "svg", draw)
    paper = replace(ONE, charts=(TREND, FLOW))
    assert make(Order("png", (paper,), "slide", True, chart=2), nothing) == b"chart"
    assert make(Order("svg", (paper,), editable=True, chart=1), nothing) == b"chart"
    assert drawn == [
        ("One", FLOW, "slide", {"monochrome": True}),
        ("One", TREND, "a4-landscape", {"monochrome": False, "live": True}),
    ]
    assert asked == []


def test_maps_of_slides_are_pictures_unless_they_are_to_be_edited(asked: Asked) -> None:
    usual = making.SLIDES
    assert making._maps(Order("pptx", (ONE,)), usual, nothing) == [b"dots"]
    assert [
        one.vectors for one in making._maps(Order("pptx", (TWO,), editable=True), usual, nothing)
    ] == [()] * 3
    assert [(how["kind"], how["bare"]) for *_, how in asked] == [("figure", True)] * 4


@pytest.fixture
def _sheets(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked == []
    for count, name in enumerate(("charts", "chapters"), start=1):
        drawn = lambda *_, name=name, **__: [name]  # noqa: E731
        monkeypatch.setattr(getattr(making, name), "figures", drawn)
        needed = lambda *_, count=count: count  # noqa: E731
        monkeypatch.setattr(getattr(making, name), "sheets_needed", needed)


@pytest.mark.usefixtures("_sheets")
def test_charts_have_sheets_of_their_own_unless_chapters_hold_them() -> None:
    order = Order("pdf", (ONE,))
    found = making._laid(order, ONE)
    assert (found.count, list(found.sheets)) == (2, ["map", "charts"])
    brief = replace(ONE, chapters=(Chapter("Why", ("Because.",), None),))
    found = making._laid(order, brief)
    assert (found.count, list(found.sheets)) == (3, ["map", "chapters"])


@pytest.mark.usefixtures("_sheets")
def test_a_table_that_maps_speak_of_stands_after_them_in_a_pdf() -> None:
    tabled = replace(ONE, table=Table("All of them", (Column("Option"),), (("Only",),)))
    order = Order("pdf", (replace(tabled, tabled=True), tabled))
    first, charted, page, second, charts = making._pages(order, nothing)
    assert (first, charted, second, charts) == ("map", "charts", "map", "charts")
    said = [one.words for one in page.vectors if isinstance(one, Written)]
    assert said[:3] == ["All of them", "One", "Option"]
    assert "Only" in said


@pytest.mark.usefixtures("_sheets")
def test_a_pdf_is_called_after_its_order_and_else_after_its_first_paper(
    told, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[object, ...]] = []

    def pdf(pages: Iterator[object], title: str, day: object) -> bytes:
        made.append((len(list(pages)), title, day))
        return b"pdf"

    monkeypatch.setattr(making.tagged, "pdf", pdf)
    monkeypatch.setattr(making.binding, "counted", lambda sheets: sheets)
    make(Order("pdf", (ONE, TWO)), tell(told))
    make(Order("pdf", (ONE,), title="Board"), nothing)
    assert made == [(4, "One", ONE.day), (2, "Board", ONE.day)]
    assert told == [(0, 2), (1, 2)]


@pytest.mark.usefixtures("_sheets")
def test_a_bound_pdf_tells_of_each_paper_and_has_the_logo(
    told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pdf(bound, sheet, lay, logo: bytes) -> bytes:
        assert (bound.title, sheet) == ("Board", SHEETS["a4-portrait"])
        laid = [lay(paper) for paper in bound.papers]
        assert [list(one.sheets) for one in laid] == [["map", "charts"]] * 2
        return logo

    monkeypatch.setattr(making.binding, "pdf", pdf)
    monkeypatch.setattr(making.houses, "checked", lambda house: house)
    order = Order(
        "pdf", (ONE, TWO), "a4-portrait", title="Board", front=Front(), house=House(logo=b"logo")
    )
    assert make(order, tell(told)) == b"logo"
    assert told == [(0, 2), (0, 2), (1, 2), (1, 2)]


@pytest.mark.parametrize(("count", "listed"), [(1, True), (2, False)])
def test_areas_in_words_are_left_out_of_a_word_file_of_several_papers(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, count: int, listed: bool
) -> None:
    held: list[bool] = []

    def docx(papers, pictures) -> bytes:
        held.extend(bool(paper.lists) for paper in papers)
        return b"".join(pictures)

    monkeypatch.setattr(making.documents, "docx", docx)
    paper = replace(ONE, lists=(("West", "Ash and Birch"),))
    assert make(Order("docx", (paper,) * count), nothing) == b"dots" * count
    assert held == [listed] * count
    size = document_pages.picture_of(documents.blank("", ""), paper, alone=False)
    assert {sheet for _, sheet, _ in asked} == {size}


def test_slides_of_papers_have_the_size_of_the_usual_template(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making.slides, "pptx", lambda _, drawn, __: b"".join(drawn))
    assert make(Order("pptx", (ONE,)), nothing) == b"dots"
    assert asked[0][1] == slides.PICTURE


def test_a_board_s_own_template_is_used_where_it_has_one() -> None:
    usual = making.SLIDES
    assert making._template(b"", usual) == usual
    assert making._template(b"own", usual).read() == b"own"


@pytest.mark.usefixtures("asked")
def test_a_zip_has_for_each_paper_its_map_table_charts_and_areas_by_number(
    told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn(paper: Paper, chart: Chart, sheet: Sheet, *, monochrome: bool) -> bytes:
        return f"{chart.heading} of {paper.title}, {sheet.width} mm, grey: {monochrome}".encode()

    monkeypatch.setattr(making.charts, "png", drawn)
    charted = replace(TWO, charts=(TREND, FLOW))
    order = Order("zip", (ONE, charted), sheet="slide", monochrome=True)
    made = make(order, tell(told))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
        chart = archive.read("02-chart-2-from-then-to-now.png").decode()
        assert archive.read("01-one.png") == b"dots"
        assert archive.read("01-one.csv").startswith(b"\xef\xbb\xbf")
        assert archive.read("01-areas-one.txt") != b""
    assert sorted(names) == [
        "01-areas-one.txt",
        "01-one.csv",
        "01-one.png",
        "02-areas-two.txt",
        "02-chart-1-staff-since-2022-west.png",
        "02-chart-2-from-then-to-now.png",
        "02-two.csv",
        "02-two.png",
    ]
    # With the head and the foot of its paper, so that it says where its figures are from.
    width = SHEETS["slide"].width
    assert chart == f"{FLOW.heading} of {TWO.title}, {width} mm, grey: True"
    assert told == [(0, 2), (1, 2)]


def test_a_faulty_house_is_refused_except_where_it_is_only_looked_through() -> None:
    bad = House(logo=b"no picture")
    with pytest.raises(TemplateError):
        make(Order("csv", (ONE,), house=bad), nothing)
    assert b"logo cannot be opened" in make(Order(HOUSE, (), house=bad), nothing)


def test_a_share_tells_of_each_file_once_it_is_made(told) -> None:
    made = make_all(Share((Order("csv", (ONE,)),) * 2), tell(told))
    assert [one[:3] for one in pickle.loads(made)] == [b"\xef\xbb\xbf"] * 2
    assert told == [(1, 2), (2, 2)]


def test_steps_are_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    making._tell(3, 9)
    assert capsys.readouterr().err == "step 3/9\n"


def test_shapes_of_people_are_not_those_of_land(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "read_shapes", lambda: "land")
    monkeypatch.setattr(making, "read_people", lambda land: f"people of {land}")
    fresh = making._shapes.__wrapped__
    monkeypatch.setattr(making, "_shapes", fresh)
    assert (fresh("land"), fresh("people")) == ("land", "people of land")


def test_a_worker_makes_what_it_is_sent_and_nothing_where_nothing_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(making, "load", lambda: None)
    monkeypatch.setattr(making, "make_all", lambda *_: b"all")
    monkeypatch.setattr(making, "make", lambda *_: b"one")

    def sent(what: bytes) -> bytes:
        streams = SimpleNamespace(buffer=io.BytesIO(what)), SimpleNamespace(buffer=io.BytesIO())
        for name, stream in zip(("stdin", "stdout"), streams, strict=True):
            monkeypatch.setattr(making.sys, name, stream)
        making.main()
        return streams[1].buffer.getvalue()

    try:
        assert sent(b"") == b""
        assert sent(pickle.dumps(Order("csv", ()))) == b"one"
        assert sent(pickle.dumps(Share(()))) == b"all"
    finally:
        monkeypatch.undo()
    assert capsys.readouterr().err.splitlines() == [making.READY] * 3
