"""Drawings on a sheet: lines, shapes and words lie where the drawing has them."""

from __future__ import annotations

import pytest
from lxml import etree

from footprint.ink.pages import Page
from footprint.ink.words import width
from footprint.maps.palette import INK, PAPER
from footprint.papers.box import Box
from footprint.print import charts, redrawn
from footprint.print.traces import traced
from tests.ink.test_pages import inked

ROOM = Box(10, 5, 20, 20)


def drawn(inside: str) -> Page:
    """A sheet with a drawing of 100 pixels in a box of 20 mm, a fifth of a millimetre each."""
    page = Page(60, 40)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">{inside}</svg>'
    redrawn.draw(page, svg, ROOM)
    return page


@pytest.mark.parametrize(
    ("inside", "box"),
    [
        ('<path d="M0,0h50v25h-50Z" fill="#000000"/>', (10, 5, 20, 10)),
        ('<g transform="translate(50,50)"><path d="M0,0L25,0L25,25L0,25Z" fill="#000"/></g>',)
        + ((20, 15, 25, 20),),
        ('<path d="M10,20A10,10,0,1,1,-10,20A10,10,0,1,1,10,20" fill="#000"/>', (8, 7, 12, 11)),
        ('<path d="M0,0C20,0,30,50,50,50V60H0Z" fill="#000"/>', (10, 5, 20, 17)),
        ('<path transform="translate(5,5)" d="M0,0H50V50H0Z" fill="#000"/>', (11, 6, 21, 16)),
    ],
)
def test_shapes_lie_where_the_drawing_has_them(inside: str, box: tuple[float, ...]) -> None:
    assert inked(drawn(inside)) == pytest.approx(box, abs=0.15)


def test_a_line_has_its_length_and_its_weight() -> None:
    line = '<line transform="translate(0,50)" x2="100" y2="0" stroke="#000" stroke-width="10"/>'
    assert inked(drawn(line)) == pytest.approx((10, 14, 30, 16), abs=0.15)


def test_what_has_no_colour_is_not_drawn() -> None:
    page = drawn('<path d="M0,0h50v25h-50Z"/><path class="background" d="M0,0h9v9Z" fill="#000"/>')
    assert page._artists == 0


def test_a_shape_without_a_surface_is_not_filled_and_one_that_crosses_itself_is() -> None:
    assert drawn('<path d="M0,0L50,0L25,0Z" fill="#000"/>')._artists == 0
    crossed = drawn('<path d="M0,0L50,50L50,0L0,50Z" fill="#000"/>')
    assert inked(crossed) == pytest.approx((10, 5, 20, 15), abs=0.15)


def test_a_faint_line_is_mixed_with_the_paper() -> None:
    told: list[str] = []
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<line x2="9" stroke="#000000" opacity="0.5"/></svg>'
    )
    redrawn.draw(Page(60, 40), svg, ROOM, lambda colour: told.append(colour) or colour)
    assert told == ["#808080"]


def test_words_end_begin_or_stand_around_their_place() -> None:
    def text(anchor: str) -> str:
        return (
            f'<text text-anchor="{anchor}" transform="translate(50,50)" font-size="20px" '
            'fill="#000">mmmm</text>'
        )

    spans = [inked(drawn(text(anchor))) for anchor in ("start", "middle", "end")]
    assert spans[0][0] == pytest.approx(20, abs=1)
    assert spans[2][2] == pytest.approx(20, abs=1)
    assert sum(spans[1][::2]) / 2 == pytest.approx(20, abs=1)


def test_lines_end_at_the_paper_around_words_and_words_are_written_once() -> None:
    line = (
        '<line x2="100" y2="0" transform="translate(0,50)" stroke="#000" stroke-dasharray="4,2"/>'
    )
    words = '<text transform="translate(50,54)" text-anchor="middle" font-size="12px"'
    around, ink = f'{words} stroke="{PAPER}" fill="{PAPER}">', f'{words} fill="{INK}">'
    page = drawn(f"{line}{around}1,430,623</text>{ink}1,430,623</text>")
    _, ground, written = page.figure.vectors
    assert (ground.fill, ground.edge) == (PAPER, "none")
    assert written.words == "1,430,623"
    half = width("1,430,623", written.size) / 2
    assert ground.box.left <= written.x - half and ground.box.right >= written.x + half
    assert ground.box.top < 15 < ground.box.bottom
    upright = around.replace("(50,54)", "(50,54) rotate(-90)")
    assert drawn(f"{upright}one in 127</text>").figure.vectors == []


def test_lines_of_a_name_stand_under_each_other() -> None:
    one = (
        '<text transform="translate(0,50)" font-size="20px" fill="#000"><tspan>mm</tspan>{}</text>'
    )
    two = one.format('<tspan x="0" dy="30">mm</tspan>')
    assert inked(drawn(two))[3] - inked(drawn(one.format("")))[3] == pytest.approx(6, abs=0.2)


@pytest.mark.parametrize(
    ("anchor", "box"), [("start", (17.5, 5, 20, 15)), ("end", (17.5, 15, 20, 25))]
)
def test_words_are_turned_about_their_place(anchor: str, box: tuple[float, ...]) -> None:
    words = '<text text-anchor="{}" transform="{}" font-size="20px" fill="#000">mm</text>'
    upright = words.format(anchor, "translate(50,50) rotate(-90)")
    left, top, right, bottom = inked(drawn(upright))
    assert left >= box[0] and right == pytest.approx(box[2], abs=0.3)
    assert top >= box[1] and bottom <= box[3] + 0.3 and bottom - top > 6
    # What comes after a turn goes along it: up the sheet is to the right of the words.
    moved = words.format(anchor, "translate(50,50) rotate(-90) translate(10,-5)")
    assert inked(drawn(moved)) == pytest.approx((left - 1, top - 2, right - 1, bottom - 2), abs=0.2)


def lines(path: str) -> list[list[tuple[float, float]]]:
    return [[(round(x, 2), round(y, 2)) for x, y in line] for line in traced(path)]


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ("M1,2L3,4L5,0", [[(1, 2), (3, 4), (5, 0)]]),
        ("M1,2h3v4h-3Z", [[(1, 2), (4, 2), (4, 6), (1, 6), (1, 2)]]),
        ("M1,2H9V7", [[(1, 2), (9, 2), (9, 7)]]),
        ("M1,2L3,4M5,6L7,8", [[(1, 2), (3, 4)], [(5, 6), (7, 8)]]),
        ("M1,2M5,6L7,8", [[(5, 6), (7, 8)]]),
        ("M1,2", []),
        ("M1e-1,2L3,4", [[(0.1, 2), (3, 4)]]),
        ("", []),
    ],
)
def test_a_path_is_its_lines_point_by_point(path: str, points: list) -> None:
    assert lines(path) == points


def test_half_a_circle_goes_the_way_the_clock_does() -> None:
    (half,) = lines("M10,0A10,10,0,1,1,-10,0")
    assert (half[0], half[12], half[-1]) == ((10, 0), (0, 10), (-10, 0))
    assert {round(x * x + y * y) for x, y in next(traced("M10,0A10,10,0,1,1,-10,0"))} == {100}


def test_a_curve_leaves_and_arrives_along_its_handles() -> None:
    (curve,) = lines("M0,0C0,8,4,8,4,0")
    assert (curve[0], curve[-1]) == ((0, 0), (4, 0))
    assert curve[12] == (2, 6)
    assert curve[6] == (0.62, 4.5)


def test_a_colour_is_as_grey_as_it_is_light_and_ink_stays_ink() -> None:
    assert redrawn.grey("#ff0000") == "#4c4c4c"
    assert redrawn.grey("#00ff00") == "#969696"
    assert redrawn.grey("#0000ff") == "#1d1d1d"
    assert redrawn.grey(INK) == INK


def test_strengths_of_a_mark_and_of_its_fill_are_multiplied() -> None:
    part = etree.fromstring('<path fill="#000000" opacity="0.5" fill-opacity="0.5"/>')
    assert redrawn._ink(part, "fill", str) == "#bfbfbf"
    assert redrawn._ink(part, "stroke", str) == ""
    assert redrawn._ink(etree.fromstring('<path fill="transparent"/>'), "fill", str) == ""


def test_dashes_are_as_long_on_paper_as_in_the_drawing() -> None:
    line = '<line x2="100" stroke="#000" stroke-width="2" stroke-dasharray="4,3"/>'
    (told,) = drawn(line).figure.vectors
    assert told.dashed and told.weight == pytest.approx(0.4 * 72 / 25.4)
    assert told.lines[0].tolist() == [[10, -5], [30, -5]]


class Tall:
    """A chart that is as high as its rows are roomy."""


@pytest.fixture
def _rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "height", lambda _, row: 10 * row)


@pytest.mark.usefixtures("_rows")
@pytest.mark.parametrize(
    ("room", "row", "pixel"),
    [
        # Letters of 12 pixels are at most 10 points.
        (Box(0, 0, 900, 900), 23, 10 / 12),
        (Box(0, 0, 900, 50), 20, 50 / 200 * 72 / 25.4),
        (Box(0, 0, 900, 30), 14, 30 / 140 * 72 / 25.4),
        (Box(0, 0, 150, 900), 23, 150 / 600 * 72 / 25.4),
        (Box(0, 0, 130, 900), 14, 130 / 600 * 72 / 25.4),
    ],
)
def test_rows_are_as_roomy_as_letters_that_can_be_read_allow(
    room: Box, row: int, pixel: float
) -> None:
    found, scale = charts._fitted(Tall(), room)
    assert (found, scale * 72 / 25.4) == (row, pytest.approx(pixel))
