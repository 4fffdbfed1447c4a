"""Drawings on a sheet: lines, shapes and words lie where the drawing has them."""

from __future__ import annotations

import pytest

from footprint.ink.pages import Page
from footprint.papers.box import Box
from footprint.print import charts
from tests.ink.test_pages import inked

ROOM = Box(10, 5, 20, 20)


def drawn(inside: str) -> Page:
    """A sheet with a drawing of 100 pixels in a box of 20 mm, a fifth of a millimetre each."""
    page = Page(60, 40)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">{inside}</svg>'
    charts.draw(page, svg, ROOM)
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


def test_a_faint_line_is_mixed_with_the_paper() -> None:
    told: list[str] = []
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<line x2="9" stroke="#000000" opacity="0.5"/></svg>'
    )
    charts.draw(Page(60, 40), svg, ROOM, lambda colour: told.append(colour) or colour)
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


def test_lines_of_a_name_stand_under_each_other() -> None:
    one = (
        '<text transform="translate(0,50)" font-size="20px" fill="#000"><tspan>mm</tspan>{}</text>'
    )
    two = one.format('<tspan x="0" dy="30">mm</tspan>')
    assert inked(drawn(two))[3] - inked(drawn(one.format("")))[3] == pytest.approx(6, abs=0.2)
