"""Places: where bars, ticks, lines and words of charts stand, in pixels, and what is told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.charts import vega
from footprint.charts.dots import Dot, Line
from footprint.charts.plot.values import Mark, Point
from footprint.charts.setting import Setting, Spec
from footprint.charts.slope import Slope
from footprint.charts.vega import Chart
from footprint.english import short_name
from footprint.ink import drawings
from footprint.maps.palette import COAST_LINE, HOUSE_BLUE, INK, PAPER, QUIET_INK
from tests.charts.plot.sample import plot
from tests.charts.test_bars import BARS, UNKNOWN
from tests.charts.test_dots import few
from tests.charts.test_slope import SLOPE, leg
from tests.charts.test_strip import NOTHING, STRIP
from tests.charts.test_trend import GAP, TREND, course

ROOMY, CLOSE = Setting(font="x", width=700), Setting(font="x", width=700, row=11)
WHOLE = Setting(font="x", width=700, whole=True)
BATH = "NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board"


def spec(chart: Chart, setting: Setting = ROOMY) -> Spec:
    return vega.spec(chart, setting)


def layers(chart: Chart, kind: str, setting: Setting = ROOMY) -> list[Spec]:
    return [one for one in spec(chart, setting)["layer"] if one["mark"]["type"] == kind]


def rows(layer: Spec, *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in layer["data"]["values"]]


def test_bars_take_32_pixels_each_with_an_axis_below() -> None:
    assert vega.height(BARS) == 3 * 32 + 38
    assert vega.height(UNKNOWN) == 2 * 32 + 38


def test_bars_begin_at_nothing_however_alike_they_are() -> None:
    high = tuple(replace(part, start=60e6, end=61e6) for part in BARS.parts)
    (drawn,) = layers(replace(BARS, parts=high), "bar")
    assert drawn["encoding"]["x"]["scale"]["domain"][0] == 0
    (known,) = layers(UNKNOWN, "bar")
    # Up to the highest end that is known, and not to nobody's.
    assert known["encoding"]["x"]["scale"]["domain"] == [0, 40e6]


def test_bars_stand_in_their_order_with_their_names_beside_them() -> None:
    names = spec(BARS)["encoding"]["y"]
    assert names["scale"]["domain"] == [part.name for part in BARS.parts]
    assert names["sort"] is None
    assert (names["axis"]["domain"], names["axis"]["ticks"]) == (False, False)
    assert names["axis"]["labelLimit"] == 300 and names["axis"]["labelPadding"] == 6
    assert [row["short"] for row in spec(BARS)["data"]["values"]] == ["£61.7m", "£31.5m", "£30.2m"]
    assert [row["goes"] for row in spec(BARS)["data"]["values"]] == [False, True, False]


def named(name: str, setting: Setting) -> Spec:
    chart = replace(few(), rows=(Dot(id="a", name=name, value=1.0, figure="1"),))
    return spec(chart, setting)["encoding"]["y"]["axis"]


def test_a_name_stands_on_two_lines_where_rows_are_roomy_and_on_one_where_they_are_close() -> None:
    two = '["NHS Bath and North East Somerset, Swindon and", "Wiltshire Integrated Care Board"]'
    narrow = '["NHS Bath and North", "East Somerset,\\u2026"]'
    assert named(BATH, ROOMY)["labelExpr"] == (
        f'(false ? {{"a": {narrow}}} : {{"a": {two}}})[datum.value]'
    )
    assert named(BATH, CLOSE)["labelExpr"] == (
        f'(false ? {{"a": ["NHS Bath and North\\u2026"]}} : {{"a": ["{BATH}"]}})[datum.value]'
    )
    # Where names have to be whole, they have as many lines as they need.
    assert "u2026" not in named(BATH, WHOLE)["labelExpr"]
    assert two in named(BATH, WHOLE)["labelExpr"]


def test_names_on_two_lines_are_moved_up_by_half_a_line() -> None:
    moved = named(BATH, ROOMY)["labelOffset"]
    assert moved["condition"]["test"].endswith("[datum.value]) > 1")
    assert (moved["condition"]["value"], moved["value"]) == (-5.5, 0)
    assert named(BATH, ROOMY)["labelLineHeight"] == 11


def test_names_are_cut_at_330_pixels_unless_they_are_whole() -> None:
    assert named("Ash", ROOMY)["labelLimit"] == 330
    assert named("Ash", WHOLE)["labelLimit"] == 0
    assert (named("Ash", ROOMY)["domain"], named("Ash", ROOMY)["ticks"]) == (False, False)


def test_the_line_of_england_is_dotted_and_the_others_dashed() -> None:
    chart = replace(few(), england=Line(700.0, "England 700"))
    ruled = [one for one in layers(chart, "rule") if "data" in one]
    dashes = {one["data"]["values"][0]["value"]: one["mark"]["strokeDash"] for one in ruled}
    assert dashes == {500: (6, 3), 700: (2, 3), 900: (6, 3)}
    tops = {one["data"]["values"][0]["value"]: one["mark"]["y"] for one in ruled}
    assert tops == {900: -9, 700: -24, 500: -39}
    assert {one["mark"]["y2"] for one in ruled} == {"height"}


def test_dots_are_filled_and_what_was_shared_out_is_hollow() -> None:
    (dots,) = layers(few(), "point")
    assert dots["mark"]["filled"] is True
    assert dots["transform"] == [{"filter": "isValid(datum.value)"}]
    fill, stroke = dots["encoding"]["fill"], dots["encoding"]["stroke"]
    assert fill["condition"][0] == {"test": "datum.hollow", "value": PAPER}
    assert fill["condition"][1:] == stroke["condition"]
    assert fill["value"] == stroke["value"] == HOUSE_BLUE
    looks = [one["test"] for one in dots["encoding"]["shape"]["condition"]]
    assert looks == ["datum.look === 'chosen'", "datum.look === 'below'"]
    sizes = dots["encoding"]["size"]
    assert [one["value"] for one in sizes["condition"]] == [150, 90] and sizes["value"] == 80


def test_a_row_is_pressed_from_side_to_side_and_a_second_press_does_not_take_it_back() -> None:
    press = spec(few())["layer"][-1]
    assert press["params"][0]["select"]["toggle"] is False
    assert (press["encoding"]["x"], press["encoding"]["x2"]) == ({"value": 0}, {"value": "width"})
    assert [one["title"] for one in press["encoding"]["tooltip"]] == ["Footprint", "Residents"]


def test_the_words_of_a_scale_stand_at_their_ticks() -> None:
    (dots,) = layers(few(), "point")
    axis = dots["encoding"]["x"]["axis"]
    assert axis["values"] == [0, 250, 500, 750, 1_000, 1_250]
    assert axis["labelExpr"] == (
        '["0", "250", "500", "750", "1,000", "1,250"][round(datum.index * 5)]'
    )
    scale = dots["encoding"]["x"]["scale"]
    assert scale == {"domain": [0, 1_250], "nice": False, "zero": False}
    assert (axis["grid"], axis["labelOverlap"]) == (False, True)


def test_every_plan_of_a_strip_takes_106_pixels_with_its_lines_above() -> None:
    assert vega.height(STRIP) == 2 * 106 + 34 + 15 + 6
    assert vega.height(replace(STRIP, lines=())) == 2 * 106 + 34 + 6
    assert vega.height(replace(STRIP, rows=STRIP.rows[:1])) == 106 + 34 + 15 + 6
    assert spec(STRIP)["encoding"]["y"]["scale"]["domain"] == [212, 0]


def test_ticks_boxes_and_the_middles_of_a_strip_stand_in_the_row_of_their_plan() -> None:
    ticks = spec(STRIP)["data"]["values"]
    assert [(row["top"], row["bottom"]) for row in ticks] == [(42, 66)] * 5 + [(148, 172)] * 2
    assert ticks[0]["told"] == "A 1: 100"
    (boxes,) = layers(STRIP, "rect")
    assert rows(boxes, "first", "third", "top", "bottom") == [
        (200, 400, 42, 66),
        (750, 850, 148, 172),
    ]
    medians = next(one for one in layers(STRIP, "rule") if one["mark"]["strokeWidth"] == 4)
    assert rows(medians, "value", "top", "bottom") == [(300, 38, 70), (800, 144, 176)]
    assert rows(layers(NOTHING, "rect")[0], "top") == [(148,)]


def test_words_of_a_strip_stand_above_and_below_its_marks() -> None:
    names, _, middles, _, least, _, most, _ = [
        one for one in layers(STRIP, "text") if "top" in one["data"]["values"][0]
    ]
    assert rows(names, "top", "said") == [(12, "A: 42 ICBs"), (118, "B: 26 teams")]
    assert rows(middles, "top", "value", "said") == [
        (32, 300, "middle 300"),
        (138, 800, "middle 800"),
    ]
    assert rows(least, "top", "short") == [(71, ["A 1, 100"]), (177, ["B 2, 700"])]
    assert rows(most, "top", "short") == [(71, ["A 0, 500"]), (177, ["B 0, 900"])]
    assert (least["mark"]["align"], least["mark"]["x"]) == ("left", 0)
    assert (most["mark"]["align"], most["mark"]["x"]) == ("right", "width")
    assert (names["mark"]["align"], names["mark"]["x"]) == ("left", 0)
    # Paper lies around the words, below them.
    looks = [one["mark"]["color"] for one in layers(STRIP, "text")[-2:]]
    assert looks == [PAPER, INK]


def test_a_long_name_at_the_end_of_a_strip_is_folded_and_cut_where_there_is_little_room() -> None:
    tick = replace(STRIP.rows[0].ticks[0], name=BATH)
    chart = replace(STRIP, rows=(replace(STRIP.rows[0], ticks=(tick,)),))
    least = layers(chart, "text")[-1]["data"]["values"][0]
    assert least["long"] == [
        "most: NHS Bath and North East Somerset, Swindon and",
        "Wiltshire Integrated Care Board, 500",
    ]
    assert least["short"] == ["NHS Bath and North East", "Somerset, Swindon and…", "500"]
    merged = "Bristol, North Somerset, South Gloucestershire and Gloucestershire"
    tick = replace(tick, name=merged, text="1,986,542")
    chart = replace(STRIP, rows=(replace(STRIP.rows[0], ticks=(tick,)),))
    folded = layers(chart, "text")[-1]["data"]["values"][0]["short"]
    assert folded == [
        "Bristol, North Somerset,",
        "South Gloucestershire and",
        "Gloucestershire, 1,986,542",
    ]


def test_the_first_line_of_a_strip_has_its_words_highest() -> None:
    chart = replace(STRIP, lines=(Line(250, "250"), Line(600, "600")))
    words = [one for one in layers(chart, "text") if isinstance(one["mark"]["text"], str)]
    assert {one["mark"]["text"]: one["mark"]["y"] for one in words} == {"250": -20, "600": -5}


def test_a_trend_leaves_a_sixth_of_its_time_free_before_the_first_date() -> None:
    scale = spec(TREND)["encoding"]["x"]["scale"]
    first, last = 738_367, 739_341
    assert scale["domain"] == pytest.approx([first - 0.16 * 974, last])
    once = replace(
        TREND, dates=TREND.dates[:1], own=course("West", 1.0), england=course("England", 2.0)
    )
    # One date alone still has room before it.
    assert spec(once)["encoding"]["x"]["scale"]["domain"] == pytest.approx([first - 0.16, first])
    assert vega.height(TREND) == 200 + 48


def test_dates_are_written_under_their_places_short_and_the_ends_where_room_is_little() -> None:
    axis = spec(TREND)["encoding"]["x"]["axis"]
    assert axis["labelExpr"] == (
        '(false ? ["Jul 2022", "", "", "Mar 2025"] : ["Jul 2022", "Mar 2023", "Mar 2024",'
        ' "Mar 2025"])[round(datum.index * 3)]'
    )
    assert axis["values"][0] == 738_367 and axis["values"][-1] == 739_341
    assert (axis["grid"], axis["labelFlush"], axis["labelOverlap"]) == (False, False, "greedy")
    up = spec(TREND)["encoding"]["y"]["axis"]
    assert (up["grid"], up["domain"], up["ticks"]) == (True, False, False)
    assert up["labelExpr"].startswith("false ? '' : [")


def test_the_line_of_england_is_thinner_and_greyer_with_smaller_marks_and_quieter_words() -> None:
    (line,), (point,) = layers(TREND, "line"), layers(TREND, "point")

    def both(look: Spec) -> tuple[object, object]:
        assert look["condition"]["test"] == "datum.england"
        return look["condition"]["value"], look["value"]

    assert both(line["encoding"]["color"]) == (COAST_LINE, HOUSE_BLUE)
    assert both(line["encoding"]["strokeDash"]) == ([6, 4], [1, 0])
    assert both(line["encoding"]["strokeWidth"]) == (1.8, 2.8)
    assert both(point["encoding"]["size"]) == (36, 64)
    assert both(point["encoding"]["shape"]) == ("square", "circle")
    assert point["mark"]["filled"] is True
    for words in layers(TREND, "text"):
        assert both(words["encoding"]["color"]) == (QUIET_INK, INK)


def test_rows_of_a_trend_say_whose_they_are_and_which_were_shared_out() -> None:
    found = spec(replace(TREND, estimated=True))["data"]["values"]
    assert [(row["england"], row["hollow"]) for row in found] == [(True, False)] * 4 + [
        (False, True)
    ] * 4
    assert found[0]["told"] == "England, July 2022: 36.9"
    assert not any(row["hollow"] for row in spec(TREND)["data"]["values"])


def test_the_ends_of_a_trend_are_where_there_is_a_figure() -> None:
    first, last = layers(GAP, "text")
    assert rows(first, "figure", "day", "long") == [("36.9", 738_367, ""), ("36.9", 738_610, "")]
    assert rows(last, "figure", "long", "short") == [
        ("38.9", "England", "England"),
        ("35.5", "West", "West"),
    ]
    # Words stand as high as their figure where nothing is in the way.
    far = replace(TREND, own=course("West", 10.0, 20.0, 30.0, 35.5))
    assert [value for (value,) in rows(layers(far, "text")[0], "value")] == pytest.approx(
        [36.9, 10]
    )


def test_a_slope_has_its_letters_above_both_sides_and_a_line_down_each() -> None:
    heads = [one for one in layers(SLOPE, "text") if one["mark"].get("fontWeight") == "bold"]
    assert [(one["mark"]["text"], *rows(one, "side")[0]) for one in heads] == [("A", 0), ("B", 1)]
    assert {one["mark"]["y"] for one in heads} == {-22}
    sides = [one for one in layers(SLOPE, "rule") if one["mark"].get("y2") == "height"]
    assert [rows(one, "side")[0] for one in sides] == [(0,), (1,)]
    assert {one["mark"]["y"] for one in sides} == {0}
    assert spec(SLOPE)["encoding"]["x"]["scale"] == {
        "domain": [0, 1],
        "nice": False,
        "zero": False,
    }


def labels(chart: Chart, side: int) -> Spec:
    return [one for one in layers(chart, "text") if "dx" in one["mark"]][side]


def test_labels_of_a_slope_stand_at_their_figures_a_leader_away() -> None:
    left, right = labels(SLOPE, 0), labels(SLOPE, 1)
    assert (left["mark"]["dx"], right["mark"]["dx"]) == pytest.approx((-26.4, 26.4))
    leaders = [
        one["mark"]["x2Offset"] for one in layers(SLOPE, "rule") if "x2Offset" in one["mark"]
    ]
    assert leaders == [-22, 22]
    assert rows(left, "side", "also", "figure", "far") == [(0, 0, 100, 0), (0, 0, 400, 0)]
    assert [row[:3] for row in rows(right, "side", "also", "figure")] == [(1, 1, 500), (1, 1, 350)]


def test_labels_of_a_slope_that_would_lie_on_each_other_are_moved_a_label_apart() -> None:
    near = replace(SLOPE, legs=(leg(1, 100, 500), leg(2, 101, 400)))
    low, high = spec(near)["encoding"]["y"]["scale"]["domain"]
    stand = [
        (high - figure) / (high - low) * 340 + far
        for figure, far in rows(labels(near, 0), "figure", "far")
    ]
    assert abs(stand[0] - stand[1]) == pytest.approx(15)


def test_a_long_name_of_a_slope_is_whole_on_as_many_lines_as_it_takes() -> None:
    long = replace(SLOPE, legs=(replace(leg(1, 1, 2), names=(BATH, BATH)),))
    ((wide, narrow),) = rows(labels(long, 0), "long", "short")
    assert len(wide) < len(narrow)
    assert " ".join(wide) == f"{short_name(BATH)} 1"
    assert " ".join(narrow) == short_name(BATH)


def test_the_largest_changes_of_a_slope_are_named_by_size_then_by_name() -> None:
    legs = (leg(1, 10, 20), leg(2, 50, 20), leg(3, 10, 0), leg(4, 5, 5))
    assert [one.source for one in replace(SLOPE, legs=legs).named] == ["s2", "s1", "s3"]


def test_a_footprint_that_several_end_in_is_named_once_after() -> None:
    joined = tuple(replace(leg(n, 10, 10 * n), target="t") for n in (2, 3))
    chart = replace(SLOPE, legs=joined)
    assert [one.source for one in chart.labelled(0)] == ["s3", "s2"]
    assert [one.source for one in chart.labelled(1)] == ["s2"]


def test_lines_at_the_very_ends_of_a_slope_are_drawn() -> None:
    chart: Slope = replace(SLOPE, lines=(Line(92, "92"), Line(508, "508"), Line(91, "91")))
    assert chart.ends == pytest.approx((92, 508))
    assert [line.words for line in chart.crossed] == ["92", "508"]


def test_what_is_chosen_is_drawn_thickest_and_what_is_named_next() -> None:
    (line,), (point,) = layers(SLOPE, "line"), layers(SLOPE, "point")

    def looks(look: Spec) -> list[object]:
        return [*(one["value"] for one in look["condition"]), look["value"]]

    assert looks(line["encoding"]["strokeWidth"]) == [3.5, 2, 1.2]
    assert looks(line["encoding"]["color"])[:2] == [INK, HOUSE_BLUE]
    assert looks(point["encoding"]["size"]) == [90, 60, 25]
    assert point["mark"]["filled"] is True


def test_a_plot_is_220_pixels_deep_with_17_above_for_each_plan() -> None:
    marks = (Mark("Ours", 2), Mark("Theirs", 7), Mark("There", 3, 2.0))
    assert vega.height(plot()) == 220 + 56
    assert vega.height(plot(marks=marks)) == 220 + 56 + 3 * 17


def test_numbers_along_a_plot_are_round_and_few() -> None:
    x = spec(plot())["encoding"]["x"]
    assert x["scale"]["domain"] == pytest.approx([0.4, 8.6])
    assert x["axis"]["values"] == [1, 2, 3, 4, 5, 6, 7, 8]
    far = spec(plot(marks=(Mark("Ours", 42),)))["encoding"]["x"]
    assert far["axis"]["values"] == list(range(5, 43, 5))
    assert far["scale"]["domain"] == pytest.approx([1 - 0.015 * 41, 42 + 0.015 * 41])
    assert (x["axis"]["grid"], x["axis"]["labelOverlap"]) == (False, True)
    up = spec(plot())["encoding"]["y"]
    assert up["scale"]["domain"] == [0, 8]
    assert up["axis"]["labelExpr"] == '{"0": "1", "8": "100 million"}[datum.value] || \'\''


def test_people_along_a_plot_and_up_it_are_said_in_round_millions() -> None:
    points = tuple(Point(n, float(n), "x") for n in (0, 13_631_328))
    chart = replace(plot("dots", points=points), ticks=((0.0, "0"), (2_500_000.0, "2.5 million")))
    x = spec(chart)["encoding"]["x"]["axis"]
    assert x["values"] == list(range(0, 13_000_001, 1_000_000))
    assert '"12000000": "12 million"' in x["labelExpr"]
    drawn = drawings.svg(chart, width=900)
    assert all(f">{said}<" in drawn for said in ("0", "12 million", "2.5 million"))


def test_names_of_lines_stand_a_row_each_and_away_from_the_nearer_end() -> None:
    marks = (Mark("Ours", 2), Mark("Theirs", 7))
    words = layers(plot(marks=marks), "text")
    # Each twice: with paper around it, at which other lines end, and in ink.
    assert [(one["mark"]["align"], one["mark"]["y"]) for one in words] == [
        *[("left", -26)] * 2,
        *[("right", -9)] * 2,
    ]
    assert [one["mark"].get("stroke") for one in words] == [PAPER, None] * 2
    drawn = [one["mark"]["type"] for one in spec(plot(marks=marks))["layer"]]
    assert max(n for n, kind in enumerate(drawn) if kind == "rule") < drawn.index("text")
    assert [one["mark"]["y"] for one in layers(plot(marks=marks), "rule")] == [-32, -15]
    long = spec(plot(marks=(Mark(BATH, 2),)))["layer"][-1]["mark"]["text"]["expr"]
    assert long == (
        'false ? "NHS Bath and North East Somerset, Swindon and Wiltshire\\u2026" : '
        '"NHS Bath and North East Somerset, Swindon and Wiltshire Integra\\u2026"'
    )


def named_at(mark: Mark, setting: Setting) -> str:
    return spec(plot(marks=(mark,)), setting)["layer"][-1]["mark"]["x"]["expr"]


def test_a_name_stands_beside_its_line_and_is_moved_where_it_would_leave_the_plot() -> None:
    # Four letters of 12 pixels, and the wider ones of paper.
    assert named_at(Mark("Ours", 2), ROOMY) == (
        "max(-24, min(scale('x', 2) + 4, width - (false ? 22.56 : 22.56)))"
    )
    assert named_at(Mark("Ours", 7), WHOLE) == (
        "min(width, max(scale('x', 7) - 4, (false ? 28.8 : 28.8) - 24))"
    )


def test_a_name_is_cut_at_the_width_of_the_plot_but_not_on_paper() -> None:
    def limit(setting: Setting) -> object:
        return spec(plot(marks=(Mark("Ours", 2),)), setting)["layer"][-1]["mark"].get("limit")

    assert (limit(ROOMY), limit(WHOLE)) == ({"expr": "width"}, None)


def test_the_half_of_a_plot_is_where_names_turn() -> None:
    marks = (Mark("Ours", 4), Mark("Theirs", 5))
    sides = [one["mark"]["align"] for one in layers(plot(marks=marks), "text")]
    assert sides[::2] == sides[1::2] == ["left", "right"]
    middle = plot(marks=(Mark("Ours", 5), Mark("Theirs", 9), Mark("Low", 4)))
    assert [one.name for one in middle.drawn_names] == ["Low", "Ours", "Theirs"]


def test_looks_of_a_plot_differ_by_dash_shape_size_and_colour() -> None:
    def look(name: str) -> tuple[object, ...]:
        chart = plot(name)
        (point,) = layers(chart, "point")
        dashes = [one["mark"]["strokeDash"] for one in layers(chart, "line")]
        return point["mark"]["shape"], point["mark"]["size"], point["mark"]["color"], dashes

    assert look("line") == ("circle", 40, HOUSE_BLUE, [[1, 0]])
    assert look("dashed") == ("square", 40, INK, [[7, 4]])
    assert look("dotted") == ("diamond", 40, QUIET_INK, [[2, 3]])
    assert look("steps") == ("circle", 120, HOUSE_BLUE, [[1, 0]])
    assert look("dots") == ("circle", 70, COAST_LINE, [])
    assert [one["mark"].get("interpolate") for one in layers(plot("steps"), "line")] == [
        "step-after"
    ]


def test_bars_of_a_plot_begin_at_its_lowest_place_and_share_its_width() -> None:
    bar, tick = spec(plot("bars"))["layer"]
    assert bar["encoding"]["y2"] == {"datum": 0}
    assert bar["mark"]["width"]["expr"] == tick["mark"]["width"]["expr"]
    assert bar["mark"]["width"]["expr"] == "max(1, 0.8 * width / 8.2)"
    words = plot("bars", points=(Point(1, 1.0, "x", written="one"), Point(2, 1.0, "y")))
    around, said = layers(words, "text")
    assert rows(said, "across", "written") == [(1, "one")]
    assert (around["mark"]["stroke"], said["mark"]["color"]) == (PAPER, INK)


def test_the_key_of_a_plot_is_what_it_says_and_lines_across_it_have_their_names() -> None:
    assert plot(said="As found.").key == "As found."
    assert plot(marks=(Mark("Ours", 6), Mark("There", 3, 2.0), Mark("Theirs", 7))).lined == (
        "Ours; Theirs"
    )


def test_plans_in_a_plot_are_diamonds_each_under_a_name_of_its_own_row() -> None:
    marks = (Mark("Ours", 3, 2.0), Mark("Theirs", 3, 2.5))
    chart = plot(marks=marks)
    point = spec(chart)["layer"][-1]
    assert (point["mark"]["shape"], point["mark"]["size"]) == ("diamond", 150)
    assert point["mark"]["filled"] is True
    assert rows(point, "across", "up") == [(3, 2.0), (3, 2.5)]
    ends = [(one["mark"]["y"], one["mark"]["y2"]["expr"]) for one in layers(chart, "rule")]
    assert ends == [(-32, "scale('y', 2) - 9"), (-15, "scale('y', 2.5) - 9")]
    assert [one["mark"]["y"] for one in layers(chart, "text")] == [-26, -26, -9, -9]


def test_a_line_to_a_point_passes_dots_above_it_on_one_side() -> None:
    dots = tuple(Point(3, up, "x") for up in (1.0, 2.0, 3.0))
    for across, mark, past in ((3, Mark("Ours", 3, 2.0), 11), (3, Mark("Top", 3, 3.0), 0)):
        chart = plot("dots", (mark,), (*dots, Point(9, 1.0, "x")))
        rules = [one["mark"] for one in layers(chart, "rule")]
        assert [abs(one.get("xOffset", 0)) for one in rules] == ([past, past] if past else [0])
        assert chart.marks[0].across == across
        if past:
            down, level = rules
            assert down["y2"] == level["y"] == {"expr": "scale('y', 2)"}
            # It ends beside the point, on the side it came down.
            assert level["x2Offset"] * level["xOffset"] > 0


def test_what_is_written_over_a_bar_stands_beside_the_line_of_a_plan_in_it() -> None:
    told = tuple(Point(n, 1.0, "x", written="half") for n in (1, 2))
    chart = plot("bars", (Mark("Ours", 2),), told)
    *_, said = (one for one in layers(chart, "text") if "written" in str(one["mark"]["text"]))
    assert rows(said, "across", "aside") == [(1, 0), (2, 9)]


CLASSES = tuple(Point(n, 1.0, "x", written="rare") for n in (0, 1_000, 2_000))
IN_CLASSES = replace(plot("bars", (Mark("Ours", 1_200),), CLASSES), band=1_000)


def test_a_bar_of_a_class_is_as_wide_as_the_class_and_stands_in_its_middle() -> None:
    bar, _ = layers(IN_CLASSES, "bar") + layers(IN_CLASSES, "tick")
    assert [across for (across,) in rows(bar, "across")] == [499.5, 1_499.5, 2_499.5]
    low, high = spec(IN_CLASSES)["encoding"]["x"]["scale"]["domain"]
    assert (low, high) == pytest.approx((-0.015 * 2_999, 2_999 * 1.015))
    assert bar["mark"]["width"]["expr"] == f"max(1, 950.0 * width / {high - low})"
    assert spec(IN_CLASSES)["encoding"]["x"]["axis"]["values"] == list(range(0, 3_001, 200))


def test_what_is_written_over_a_class_stands_beside_the_line_of_a_plan_in_it() -> None:
    _, said = (one for one in layers(IN_CLASSES, "text") if "written" in str(one["mark"]["text"]))
    assert [across for (across,) in rows(said, "across")] == [499.5, (1_200 + 1_999) / 2, 2_499.5]


def test_a_plan_among_classes_stands_at_its_own_figure_and_is_named_with_it() -> None:
    (rule,) = layers(IN_CLASSES, "rule")
    assert rows(rule, "across") == [(1_200,)]
    assert ">Ours: 1,200<" in drawings.svg(IN_CLASSES, width=600)
    assert IN_CLASSES.lined == "Ours: 1,200"
    # A name that is too long is cut, and its figure is not.
    long = replace(IN_CLASSES, marks=(Mark(BATH, 1_200),))
    said = layers(long, "text")[0]["mark"]["text"]["expr"]
    assert said.count('\\u2026: 1,200"') == 2


def test_a_plan_that_is_none_of_what_is_drawn_is_hollow_or_dashed_and_says_why() -> None:
    marks = (Mark("Ours", 3, 2.0), Mark("Theirs", 7, 1.0, "divided"), Mark("Line", 4, None, "cut"))
    drawn = plot(marks=marks)
    layers = spec(drawn)["layer"]
    full, hollow = (one for one in layers if one["mark"].get("shape") == "diamond")
    assert (full["mark"]["color"], rows(full, "told")) == (INK, [("Ours",)])
    assert (hollow["mark"]["color"], hollow["mark"]["stroke"]) == (PAPER, INK)
    assert rows(hollow, "told") == [("Theirs: divided",)]
    dashes = [one["mark"].get("strokeDash") for one in layers if one["mark"]["type"] == "rule"]
    # What leads to a point is whole, for its point is hollow.
    assert dashes == [None, [5, 4], None]
    assert drawn.words.endswith("footprints: 7; options: 1; divided. Line, footprints: 4; cut.")
