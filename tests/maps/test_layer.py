"""Layers: everything on a map agrees with the plan, the values and the classes."""

import math

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas
from footprint.maps import choropleth, membership
from footprint.maps.colours import first_colours, kept_colours
from footprint.maps.layer import (
    Area,
    Layer,
    LegendRow,
    counted_in,
    in_both_layers,
    in_one_layer,
    row_of,
    with_outline,
    with_people,
)
from footprint.maps.marks import Mark
from footprint.maps.palette import NO_FIGURE_FILL, OUT_OF_SCOPE_FILL, QUALITATIVE, SEQUENTIAL
from footprint.maps.stories import make_up
from footprint.measures.catalogue import BY_KEY, MEASURES, estimated
from footprint.measures.classes import classify
from footprint.plans.plan import Plan, complete


def painted(plan: Plan, key: str, values: pd.Series, guessed: frozenset[str]) -> Layer:
    measure = BY_KEY[key]
    classes = classify(values, measure.unit, scheme="equal", count=3)
    return choropleth.choropleth(plan, values, classes, measure, summary="Said.", estimated=guessed)


def test_each_block_is_painted_as_its_footprint(toy: Atlas, divided: Plan) -> None:
    values = BY_KEY["residents"].compute(toy, divided)
    layer = painted(divided, "residents", values, frozenset())
    assert [area.id for area in layer.areas] == ["W", "birch", "E"]
    assert layer.area_of_block == (0, 0, 1, 1, 2, 2)
    assert layer.position("birch") == 1
    assert layer.position("nobody") == layer.position("") == -1


def test_an_area_has_the_fill_of_its_class_and_the_legend_agrees(toy: Atlas, today: Plan) -> None:
    values = BY_KEY["residents"].compute(toy, today)
    layer = painted(today, "residents", values, frozenset())
    fills = {area.id: area.fill for area in layer.areas}
    assert fills == {"W": SEQUENTIAL[0], "M": SEQUENTIAL[0], "E": SEQUENTIAL[-1]}
    assert [(row.fill, row.words, row.count) for row in layer.legend] == [
        (SEQUENTIAL[0], "Under 633", 2),
        (SEQUENTIAL[3], "633 to under 867", 0),
        (SEQUENTIAL[-1], "867 or more", 1),
    ]


def test_an_area_says_its_figure_its_measure_and_its_kind(toy: Atlas, cluster: Plan) -> None:
    values = BY_KEY["density"].compute(toy, cluster)
    area, *_ = painted(cluster, "density", values, frozenset()).areas
    assert (area.name, area.value) == ("West and Middle", "2")
    assert area.tooltip == ("Cluster", "People per km²: 2")
    assert area.marks == Mark.STILL_IN_FORCE


def test_a_layer_says_which_measure_colours_it(toy: Atlas, today: Plan) -> None:
    values = BY_KEY["density"].compute(toy, today)
    assert painted(today, "density", values, frozenset()).measure == "density"
    assert joined(toy, today, today).measure == ""


def test_no_figure_is_marked_on_white_and_counted(today: Plan) -> None:
    values = pd.Series({"W": 1e6, "M": math.nan, "E": 3e6})
    layer = painted(today, "running_cost_allowance", values, frozenset({"M"}))
    middle = layer.areas[1]
    assert (middle.fill, middle.marks, middle.value) == (
        NO_FIGURE_FILL,
        Mark.NO_FIGURE,
        "no figure",
    )
    assert "(worked out by share)" not in middle.tooltip[1]
    assert layer.legend[-1] == LegendRow(
        fill=NO_FIGURE_FILL, marks=Mark.NO_FIGURE, words="No figure", count=1
    )
    assert sum(row.count for row in layer.legend) == 3
    assert not any(area.marks for area in layer.areas if area.id != "M")


def test_a_legend_counts_where_no_figure_is_apart_from_where_one_is(today: Plan) -> None:
    values = pd.Series({"W": 1e6, "M": math.nan, "E": 3e6})
    layer = painted(today, "running_cost_allowance", values, frozenset())
    west_and_middle = counted_in(layer, [0, 1, 2, 3]).legend
    assert [(row.count, row.counted) for row in west_and_middle] == [(1, ""), (1, "")]
    east = counted_in(layer, [4, 5]).legend
    assert [(row.count, row.counted) for row in east] == [(1, ""), (0, "elsewhere")]


def test_a_row_explains_an_area_by_its_colour_or_else_by_its_marks() -> None:
    pale, one = (
        LegendRow(fill=None, words="Own", count=1),
        LegendRow(fill="#111111", words="1", count=1),
    )
    split = LegendRow(fill="#222222", marks=Mark.SPLIT, words="Split", count=1)
    legend = (one, pale, split)

    def explained(fill: str, marks: Mark) -> LegendRow | None:
        return row_of(Area(id="A", name="A", fill=fill, marks=marks), legend)

    assert explained("#111111", Mark.STILL_IN_FORCE) is one
    assert explained("#333333", Mark.NONE) is pale
    assert explained("#333333", Mark.SPLIT) is split
    assert explained("#222222", Mark.NONE) is pale
    assert explained("#333333", Mark.MERGED) is None


def test_no_mark_can_be_given_by_its_place_alone() -> None:
    with pytest.raises(TypeError):
        Area("A", "A", "#111111", Mark.SPLIT)
    with pytest.raises(TypeError):
        LegendRow("#111111", Mark.SPLIT, "Split", 1)


def test_a_shared_figure_is_marked_where_an_icb_is_split(toy: Atlas, divided: Plan) -> None:
    values = BY_KEY["running_cost_allowance"].compute(toy, divided)
    layer = painted(divided, "running_cost_allowance", values, estimated(toy, divided))
    marked = [area.id for area in layer.areas if area.tooltip[1].endswith(" (worked out by share)")]
    assert marked == ["W", "birch"]
    assert "(worked out by share)" in layer.note


def test_a_figure_published_for_blocks_is_never_marked(toy: Atlas, divided: Plan) -> None:
    values = BY_KEY["residents"].compute(toy, divided)
    layer = painted(divided, "residents", values, estimated(toy, divided))
    assert not any("by share" in line for area in layer.areas for line in area.tooltip)
    assert "by share" not in layer.note


def joined(atlas: Atlas, plan: Plan, before: Plan) -> Layer:
    colours = first_colours(atlas, plan)
    return membership.membership(plan, colours, make_up(atlas, plan, before), summary="Said.")


def test_membership_shows_colours_kinds_and_contents(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    layer = joined(toy, cluster, today)
    together, east = layer.areas
    assert together.tooltip == ("Cluster",)  # Its name says already what it is made of.
    assert (together.marks, east.marks) == (Mark.STILL_IN_FORCE, Mark.NONE)
    assert {together.fill, east.fill} <= set(QUALITATIVE)
    assert together.fill != east.fill
    assert [(row.fill, row.marks, row.count) for row in layer.legend] == [
        (None, Mark.NONE, 1),
        (None, Mark.STILL_IN_FORCE, 1),
    ]


def test_footprints_borrowed_from_the_base_are_grey_and_nameless(
    toy: Atlas, today: Plan, island: Plan
) -> None:
    layer = joined(toy, complete(island, today), today)
    shown = {area.id: (area.fill == OUT_OF_SCOPE_FILL, area.labelled) for area in layer.areas}
    assert shown == {
        "E": (False, True),
        "W": (True, False),
        "M": (True, False),
        "E-rest": (True, False),
    }
    assert layer.legend[-1].words == "Outside this option"
    assert [row.count for row in layer.legend] == [1, 3]


@pytest.mark.parametrize("key", [measure.key for measure in MEASURES])
def test_every_shipped_plan_can_be_painted_by_a_measure(
    england: Atlas, completed: dict[str, Plan], key: str
) -> None:
    measure = BY_KEY[key]
    for plan in completed.values():
        values = measure.compute(england, plan)
        classes = classify(values, measure.unit)
        layer = choropleth.choropleth(plan, values, classes, measure, summary="Said.")
        assert len(layer.area_of_block) == 327
        assert sum(row.count for row in layer.legend) == len(layer.areas) == len(plan.by_id)
        for fill, count in {(row.fill, row.count) for row in layer.legend}:
            assert [area.fill for area in layer.areas].count(fill) == count


def test_every_shipped_plan_can_be_painted_by_who_joins_whom(
    england: Atlas, completed: dict[str, Plan]
) -> None:
    reference = completed["agreed-2025-09"]
    first = first_colours(england, reference)
    for plan in completed.values():
        colours = kept_colours(england, plan, reference, first)
        inside = make_up(england, plan, completed["icb-2023"])
        layer = membership.membership(plan, colours, inside, summary="Said.")
        assert sum(row.count for row in layer.legend) == len(plan.by_id)
        assert sum(area.labelled for area in layer.areas) == len(plan.drawn)
        for block, area in zip(england.blocks.index, layer.area_of_block, strict=True):
            assert layer.areas[area].id == plan.footprint_of[block]


def test_teams_have_the_boundaries_of_their_bodies_dashed_inside_clusters(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    layer = in_both_layers(joined(toy, cluster, today), cluster)
    assert layer.bodies_of_block == (0, 0, 0, 1, 2, 2)
    assert not layer.clusters_of_block
    alone = in_one_layer(layer)
    assert [area.marks for area in alone.areas] == [Mark.NONE, Mark.NONE]
    assert [row.marks for row in alone.legend] == [Mark.NONE, Mark.NONE]


def test_bodies_have_a_thick_line_round_each_cluster_with_a_row_of_its_own(
    toy: Atlas, today: Plan, cluster: Plan
) -> None:
    bodies = cluster.seen_as("bodies")
    layer = in_both_layers(joined(toy, bodies, today), bodies)
    assert layer.clusters_of_block == (1, 1, 1, 1, 0, 0)
    assert not layer.bodies_of_block
    row = layer.legend[-1]
    assert (row.marks, row.count, row.fill) == (Mark.CLUSTER_BOUNDARY, 1, None)
    assert counted_in(layer, [0]).legend[-1].count == 1
    assert Mark.CLUSTER_BOUNDARY not in [one.marks for one in counted_in(layer, [5]).legend]


def test_where_no_team_is_a_cluster_bodies_have_no_thick_line(toy: Atlas, today: Plan) -> None:
    layer = joined(toy, today, today)
    assert in_both_layers(layer, today) == layer


def test_the_legend_says_what_is_outlined_where_anything_is(
    toy: Atlas, cluster: Plan, today: Plan
) -> None:
    plain = joined(toy, cluster, today)
    assert with_outline(plain, "Taken", 0) == plain
    *rows, last = with_outline(plain, "Taken", 2).legend
    assert tuple(rows) == plain.legend
    assert (last.fill, last.marks, last.words, last.count) == (None, Mark.CHANGED, "Taken", 2)


def test_every_area_says_its_people_and_a_map_of_residents_says_them_once(
    toy: Atlas, cluster: Plan
) -> None:
    people = toy.blocks["residents_2024"]
    for key in ("density", "residents"):
        values = BY_KEY[key].compute(toy, cluster)
        layer = with_people(painted(cluster, key, values, frozenset()), people)
        said = [[line for line in a.tooltip if "Residents" in line] for a in layer.areas]
        assert said == [["Residents: 1,000"], ["Residents: 1,100"]]
