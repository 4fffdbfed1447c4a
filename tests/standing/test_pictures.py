"""Pictures: how many options there are, where plans stand among them, and what trades for what."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from footprint.charts.plot.values import Mark, Plot, Point, Series
from footprint.every_option.answer import Answer
from footprint.plans.plan import Plan
from footprint.standing import pictures
from footprint.standing.place import Place
from footprint.view import View
from tests.shared_workspace import WORK
from tests.standing.conftest import NORTH_WEST

TWO = View(footprints=2)


def test_options_are_drawn_by_powers_of_a_thousand(today: Plan) -> None:
    held = [Place(today, None, size, 1, "") for size in (3, 3, 4)]
    held.append(Place(today, None, 2, 0, "It reaches beyond the North West."))
    plot = pictures.ways(WORK, NORTH_WEST, held)
    ((name, look, points),) = [(one.name, one.look, one.points) for one in plot.series]
    assert (name, look) == ("in one piece", "line")
    assert [(point.across, point.told) for point in points] == [
        (1, "1 footprint: 1"),
        (2, "2 footprints: 3"),
        (3, "3 footprints: 1"),
    ]
    assert [point.up for point in points] == [0, pytest.approx(math.log10(3)), 0]
    assert plot.ticks == ((0, "1"), (3, "1,000"))
    assert (plot.across, plot.up) == ("Footprints", "Options")
    # A plan of more footprints than any option has stands nowhere.
    assert plot.marks == (Mark("The plan icb-2023 and 1 more", 3),)
    assert plot.said == (
        "Each line of the scale is 1,000 times the one below. "
        "The plan icb-2023 stands at the same place as The plan icb-2023."
    )


def test_of_many_conditions_the_first_and_the_last_two_are_drawn() -> None:
    asked = NORTH_WEST.with_(least=1_000_000, inside="regions")
    names = [one.name for one in pictures.ways(WORK, asked, ()).series]
    assert names == [
        "in one piece",
        "and at least 1 million residents each",
        "and no footprint across NHS regions",
    ]
    more = pictures.ways(WORK, asked.with_(apart=("QOP", "QYG")), ())
    assert [one.name for one in more.series] == [
        "in one piece",
        "and no footprint across NHS regions",
        "and Greater Manchester apart from Cheshire and Merseyside",
    ]
    assert [one.look for one in more.series] == ["line", "dashed", "dotted"]
    assert more.key == (
        "The line counts all options in one piece. "
        "The dashed line counts those with no footprint across NHS regions. "
        "The dotted line counts those with Greater Manchester apart from Cheshire and Merseyside. "
        "Each line of the scale is 1,000 times the one below."
    )


@pytest.mark.parametrize(("most", "top"), [(1, "1,000"), (1_000, "1,000"), (1_001, "1 million")])
def test_the_scale_ends_at_the_first_power_of_a_thousand_that_holds_all(
    most: int, top: str
) -> None:
    assert pictures._powers(most)[-1][1] == top


def test_the_shares_of_options_are_drawn_by_their_figure(of_toy: Answer, today: Plan) -> None:
    held = [Place(today, (1, 0), 3, 0, ""), Place(today, None, 3, 0, "")]
    plot = pictures.spread(TWO, of_toy, held)
    assert plot is not None
    assert plot.title == "Where plans stand: split districts"
    ((name, look, points),) = [(one.name, one.look, one.points) for one in plot.series]
    assert (name, look) == ("Share of options", "bars")
    assert points == (
        Point(0, 50.0, "0: 50%, 1 option", written="50%"),
        Point(1, 50.0, "1: 50%, 1 option", written="50%"),
    )
    assert plot.ticks == tuple((10.0 * n, f"{10 * n}%") for n in range(6))
    assert plot.marks == (Mark("The plan icb-2023", 1),)
    assert pictures.spread(View(footprints=9), of_toy, held) is None


def test_plans_of_another_number_of_footprints_are_said_to_be_so(
    of_toy: Answer, today: Plan
) -> None:
    held = [Place(today, (1, 0), size, 0, "") for size in (2, 3, 1)]
    told = (
        "The options here have 2 footprints; The plan icb-2023 has 3 footprints and The plan "
        "icb-2023 has 1 footprint."
    )
    for drawn in (pictures.spread, pictures.trade):
        plot = drawn(TWO, of_toy, held)
        assert plot is not None
        assert plot.said.endswith(told)
        alike = drawn(TWO, of_toy, held[:1])
        assert alike is not None
        assert "The options here" not in alike.said


def spread(monkeypatch: pytest.MonkeyPatch, answer: Answer, among: dict[int, int]) -> Plot:
    """Where options stand that have these figures."""
    monkeypatch.setattr(Answer, "distribution", lambda *_: among)
    found = pictures.spread(TWO, answer, ())
    assert found is not None
    return found


def test_each_of_a_few_bars_has_its_share_written_and_of_many_those_too_low_to_be_read(
    of_toy: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((bars),) = spread(monkeypatch, of_toy, {0: 40, 1: 1, 2: 400, 3: 9}).series
    assert [bar.written for bar in bars.points] == ["9%", "one in 450", "89%", "2%"]
    many = {0: 40, 1: 1, 2: 400, 3: 9} | dict.fromkeys(range(4, 13), 40)
    ((bars),) = spread(monkeypatch, of_toy, many).series
    assert [bar.written for bar in bars.points] == ["", "one in 810", "", "1%", *[""] * 9]


def test_figures_too_many_to_draw_stand_in_bands_of_a_power_of_ten(
    of_toy: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((bars),) = spread(monkeypatch, of_toy, {11: 1, 50: 2}).series
    assert [bar.across for bar in bars.points] == [11, 50]
    ((bars),) = spread(monkeypatch, of_toy, {11: 1, 19: 2, 51: 3, 1_030: 4}).series
    assert [(bar.across, bar.up) for bar in bars.points] == [(0, 60.0), (1_000, 40.0)]
    assert [bar.told for bar in bars.points] == [
        "0 to 99: 60%, 6 options",
        "1,000 to 1,099: 40%, 4 options",
    ]


def test_a_plan_is_marked_at_its_own_figure_among_bands(
    of_toy: Answer, today: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answer, "distribution", lambda *_: {0: 1, 3_000: 1})
    plot = pictures.spread(TWO, of_toy, [Place(today, (1_234, 0), 3, 0, "")])
    assert plot is not None
    assert [mark.across for mark in plot.marks] == [1_234]
    assert plot.band == 100
    assert plot.words.endswith("The plan icb-2023, split districts: 1,234.")


def test_what_trades_is_drawn_with_the_fewest_of_both_and_the_rest(
    of_toy: Answer, today: Plan
) -> None:
    held = [Place(today, (1, 3), 3, 0, ""), Place(today, None, 3, 0, "")]
    plot = pictures.trade(TWO, of_toy, held)
    assert plot is not None
    assert plot.title == "Footprints that cross NHS regions against split districts"
    assert (plot.across, plot.up) == ("Split districts", "Footprints that cross NHS regions")
    rest, least = plot.series
    assert (rest.look, least.look) == ("dots", "steps")
    assert rest.points == (
        Point(
            1,
            1.0,
            "1 split district and 1 footprint that crosses NHS regions: 1 option",
            key="1-1",
        ),
    )
    assert [(point.across, point.up, point.key) for point in least.points] == [(0, 0.0, "0-0")]
    assert plot.marks == (Mark("The plan icb-2023", 1, 3.0),)
    # The scale goes one step beyond the highest.
    assert plot.ticks == ((0, "0"), (1, "1"), (2, "2"), (3, "3"), (4, "4"))


def test_without_two_measures_or_options_nothing_trades(of_toy: Answer) -> None:
    assert pictures.trade(View(footprints=9), of_toy, ()) is None
    assert pictures.trade(TWO, replace(of_toy, measures=of_toy.measures[:1]), ()) is None


@pytest.mark.parametrize(
    ("top", "step"),
    [(0.0, 1), (5.0, 1), (5.1, 2), (10.0, 2), (11, 5), (25, 5), (26, 10), (50, 10), (51, 20)],
)
def test_a_tick_is_at_most_a_fifth_of_the_way_and_round(top: float, step: int) -> None:
    assert pictures._step(top) == step


def test_points_to_press_are_listed_by_their_figures_and_not_by_their_letters() -> None:
    points = tuple(Point(0, 0.0, f"at {key}", key=key) for key in ("10-1", "9-12", "9-3", ""))
    chart = Plot(title="", across="", up="", series=(Series("", "dots", points),), ticks=())
    assert list(pictures.points_of([chart])) == ["9-3", "9-12", "10-1"]
    assert pictures.points_of([chart])["9-12"] == "at 9-12"


def test_blue_are_those_of_which_no_option_has_fewer_of_one_without_more_of_the_other(
    of_toy: Answer,
) -> None:
    have = [(0, 2), (0, 3), (1, 1), (2, 1), (3, 0)]
    many = replace(of_toy, counted=replace(of_toy.counted))
    many.__dict__["joint"] = {pair: {2: 1} for pair in have}
    blue = {
        (one, other)
        for one, other in have
        if not any((a < one and b <= other) or (b < other and a <= one) for a, b in have)
    }
    plot = pictures.trade(TWO, many, ())
    assert plot is not None
    assert plot.said.startswith(
        "Each dot is what some options have; for a blue one, no option has "
    )
    assert plot.series[1].name == "No option has fewer of one without more of the other"
    assert (
        {(point.across, point.up) for point in plot.series[1].points}
        == blue
        == {
            (0, 2),
            (1, 1),
            (3, 0),
        }
    )


WHY = "divides an ICB, so it is none of these options"


def test_a_plan_that_is_none_of_the_options_has_a_mark_and_words_of_its_own(
    of_toy: Answer, today: Plan
) -> None:
    out = Place(replace(today, title="Out"), (1, 3), 2, 0, "", WHY)
    for drawn, look in (
        (pictures.spread, "its line is dashed"),
        (pictures.trade, "its mark is hollow"),
    ):
        alone = drawn(TWO, of_toy, [out])
        assert alone is not None
        ((mark),) = alone.marks
        assert (mark.name, mark.outside) == ("Out", WHY)
        assert f"Out {WHY}; {look}." in alone.said
        # Beside one of the options the mark is that of an option, and the words name the other.
        both = drawn(TWO, of_toy, [out, Place(today, (1, 3), 2, 1, "")])
        assert both is not None
        ((mark),) = both.marks
        assert (mark.name, mark.outside) == ("Out and 1 more", "")
        assert f"Out {WHY}." in both.said
        assert look not in both.said
