"""Colours: neighbours stay apart, and footprints keep theirs."""

import itertools
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.maps.colours import drawn_colours, first_colours, kept_colours
from footprint.maps.palette import QUALITATIVE
from footprint.plans.comparison import matched
from footprint.plans.contiguity import neighbours
from footprint.plans.plan import Plan, complete, overlap

MakePlan = Callable[..., Plan]
OWNERS = st.lists(st.sampled_from("pqrstu"), min_size=6, max_size=6)
REFERENCE = "agreed-2025-09"


def test_neighbours_share_a_border_and_not_only_a_corner(
    toy: Atlas, today: Plan, make_plan: MakePlan
) -> None:
    assert neighbours(toy, today) == {("M", "W"), ("E", "M")}
    # A-1 and B-3 touch at one corner; the island touches nobody.
    single = make_plan(*"abcdef")
    assert neighbours(toy, single) == {("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e")}


def test_colours_of_the_toy_country_keep_neighbours_apart(toy: Atlas, today: Plan) -> None:
    colours = first_colours(toy, today)
    assert colours["W"] != colours["M"] != colours["E"]


def test_matching_keeps_as_many_residents_as_can_be(
    toy: Atlas, today: Plan, cluster: Plan, divided: Plan
) -> None:
    people = toy.blocks["residents_2024"]
    assert matched(divided, today, people) == {"W": "W", "birch": "M", "E": "E"}
    assert matched(cluster, today, people) == {"wm": "W", "E": "E"}
    assert matched(today, cluster, people) == {"W": "wm", "E": "E"}


def test_an_unmatched_footprint_gets_a_colour_too(toy: Atlas, today: Plan, cluster: Plan) -> None:
    first = first_colours(toy, cluster)
    kept = kept_colours(toy, today, cluster, first)
    assert set(kept) == {"W", "M", "E"}
    assert (kept["W"], kept["E"]) == (first["wm"], first["E"])
    assert kept["M"] not in (kept["W"], kept["E"])


def test_where_two_neighbours_would_have_one_colour_the_smaller_changes(
    toy: Atlas, make_plan: MakePlan
) -> None:
    # A-2 (300 people) and B-3 (400) meet, and both want blue.
    blue, red, *_ = QUALITATIVE
    before = make_plan("x", "a", "b", "c", "y", "z")
    given_colours = {"a": blue, "b": red, "c": blue, "x": red, "y": red, "z": red}
    kept = kept_colours(toy, before, before, given_colours)
    assert kept["c"] == blue
    assert kept["a"] != blue


@given(one=OWNERS, other=OWNERS)
def test_matching_is_one_to_one_for_any_two_plans(
    toy: Atlas, make_plan: MakePlan, one: list[str], other: list[str]
) -> None:
    people = toy.blocks["residents_2024"]
    plan, reference = make_plan(*one), make_plan(*other)
    pairs = matched(plan, reference, people)
    assert set(pairs) <= set(plan.by_id)
    assert set(pairs.values()) <= set(reference.by_id)
    assert len(set(pairs.values())) == len(pairs)
    stay = sum(overlap(plan, reference, people).at[a, b] for a, b in pairs.items())
    assert stay == best_by_trying(plan, reference, people)


def best_by_trying(plan: Plan, reference: Plan, people: object) -> int:
    """The most residents any one-to-one matching keeps, found by trying them all."""
    shared = overlap(plan, reference, people).to_numpy()
    few, many = sorted(shared.shape)
    table = shared if shared.shape[0] == few else shared.T
    choices = itertools.permutations(range(many), few)
    return max(sum(table[row, column] for row, column in enumerate(c)) for c in choices)


@given(one=OWNERS, other=OWNERS)
def test_neighbours_stay_apart_whatever_is_kept(
    toy: Atlas, make_plan: MakePlan, one: list[str], other: list[str]
) -> None:
    plan, reference = make_plan(*one), make_plan(*other)
    colours = kept_colours(toy, plan, reference, first_colours(toy, reference))
    assert set(colours) == set(plan.by_id)
    assert set(colours.values()) <= set(QUALITATIVE)
    assert all(colours[a] != colours[b] for a, b in neighbours(toy, plan))


def test_neighbours_never_share_a_colour_in_any_shipped_plan_on_any_base(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    reference = shipped[REFERENCE]
    first = first_colours(england, reference)
    assert all(first[a] != first[b] for a, b in neighbours(england, reference))
    for plan in shipped.values():
        for base in (base for base in shipped.values() if base.national):
            whole = complete(plan, base)
            kept = kept_colours(england, whole, reference, first)
            assert set(kept) == set(whole.by_id)
            clashes = [
                pair for pair in neighbours(england, whole) if len({*map(kept.get, pair)}) < 2
            ]
            assert clashes == [], (plan.key, base.key)


def test_an_unchanged_footprint_keeps_its_colour_in_every_shipped_plan(
    england: Atlas, completed: dict[str, Plan]
) -> None:
    reference = completed[REFERENCE]
    first = first_colours(england, reference)
    before = {frozenset(reference.blocks_of(f)): f for f in reference.by_id}
    for plan in completed.values():
        kept = kept_colours(england, plan, reference, first)
        for footprint in plan.by_id:
            origin = before.get(frozenset(plan.blocks_of(footprint)))
            assert origin is None or kept[footprint] == first[origin], (plan.key, footprint)


def test_the_reference_plan_keeps_its_own_colours(
    england: Atlas, completed: dict[str, Plan]
) -> None:
    reference = completed[REFERENCE]
    first = first_colours(england, reference)
    assert kept_colours(england, reference, reference, first) == first


def test_a_drawing_has_the_colours_chosen_by_hand_even_where_two_alike_touch(
    toy: Atlas, today: Plan
) -> None:
    first, second, third = QUALITATIVE[:3]
    kept = {"W": first, "M": second, "E": third, "gone": first}
    assert drawn_colours(toy, today, kept, {}) == {"W": first, "M": second, "E": third}
    by_hand = drawn_colours(toy, today, kept, {"W": second, "elsewhere": third})
    # What was chosen stays, and its neighbour gives way.
    assert by_hand.keys() == {"W", "M", "E"}
    assert by_hand["W"] == second != by_hand["M"]
    alike = drawn_colours(toy, today, kept, {"W": third, "M": third})
    assert (alike["W"], alike["M"]) == (third, third)
