"""Dots: the largest first, and every word that goes with them."""

from dataclasses import replace

from footprint.charts.dots import Dot, Dots, Line, ranked
from footprint.measures.units import PEOPLE

_FEW = (("w", "West", 600.0), ("m", "Middle", 400.0), ("e", "East", 1_100.0))


def dot(code: str, name: str, value: float | None) -> Dot:
    text = "no figure" if value is None else PEOPLE.text(value)
    return Dot(id=code, name=name, value=value, figure=text)


def few(*more: Dot, selected: str = "") -> Dots:
    rows = ranked([*(dot(*one) for one in _FEW), *more])
    lines = (Line(500.0, "500"), Line(900.0, "900"))
    return Dots(title="Residents", unit=PEOPLE, rows=rows, lines=lines, selected=selected)


def test_the_largest_stands_first_and_those_without_a_figure_last() -> None:
    nobody = dot("n", "Nobody", None)
    assert [one.id for one in few(nobody).rows] == ["e", "w", "m", "n"]
    assert [one.id for one in few(nobody).known] == ["e", "w", "m"]


def test_the_alike_stand_by_name() -> None:
    assert [one.id for one in few(dot("a", "Ash", 600.0)).rows] == ["e", "a", "w", "m"]


def test_a_place_is_counted_from_the_largest_down() -> None:
    assert [few(selected=code).place for code in ("e", "w", "m", "")] == [1, 2, 3, 0]
    assert few().ranked(1) == "largest of 3"
    assert few().ranked(2) == "2nd largest of 3"


def test_figures_said_alike_share_a_place() -> None:
    assert few(dot("a", "Ash", 600.4), selected="w").place == 2


def test_one_without_a_figure_has_no_place() -> None:
    told = few(dot("n", "Nobody", None), selected="n")
    assert told.place == 0
    assert "Chosen" not in told.words


def test_the_words_tell_ends_lines_gaps_and_the_one_chosen() -> None:
    told = few(dot("n", "Nobody", None), selected="w")
    assert told.words == (
        "Residents, largest first: 3 dots. Largest: East, 1,100. Smallest: Middle, 400. "
        "Lines mark 500 and 900. 1 has no figure. Chosen: West, 600, 2nd largest of 3."
    )


def test_nothing_known_is_said_so() -> None:
    rows = (dot("n", "Nobody", None),)
    assert Dots(title="Residents", unit=PEOPLE, rows=rows).words == (
        "Residents, largest first. Nothing here has a figure."
    )


def test_the_figure_of_england_stands_among_the_lines() -> None:
    told = replace(few(), england=Line(700.0, "England 700"))
    assert [line.value for line in told.drawn_lines] == [500.0, 700.0, 900.0]


def test_the_key_explains_the_marks_that_occur_and_no_others() -> None:
    assert few().key == ""
    rows = (
        replace(dot("e", "East", 1_100.0), estimated=True),
        replace(dot("m", "Middle", 400.0), below=True),
    )
    marked = replace(few(selected="e"), rows=rows)
    assert marked.key == "◆ the one chosen · ○ worked out by share · ▼ below 500"
