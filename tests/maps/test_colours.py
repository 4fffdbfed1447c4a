"""Colours: neighbours stay apart, footprints keep theirs, and every eye can tell them apart."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.facts.atlas import Atlas
from footprint.maps.colours import first_colours, kept_colours
from footprint.maps.palette import (
    NO_FIGURE_FILL,
    OUT_OF_SCOPE_FILL,
    QUALITATIVE,
    SEQUENTIAL,
    sequential,
)
from footprint.measures.classes import MOST_CLASSES
from footprint.plans.comparison import matched
from footprint.plans.contiguity import neighbours
from footprint.plans.plan import Plan, complete, overlap

MakePlan = Callable[..., Plan]
OWNERS = st.lists(st.sampled_from("pqrstu"), min_size=6, max_size=6)
REFERENCE = "agreed-2025-09"
TEXT = "#0b0c0c"

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear red, green and blue.
SEEN_WITH = {
    "usual sight": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}
# A difference of 2.3 in CIE76 is just noticeable for patches that touch. Footprints of one colour
# may lie far apart with others between, so four such steps are asked for. The nearest pair of the
# palette, pink and green with deuteranopia, has 10.9.
JUST_NOTICEABLE = 2.3
APART = 4 * JUST_NOTICEABLE
_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    white = _TO_XYZ @ np.ones(3)
    t = _TO_XYZ @ np.clip(light, 0, 1) / white
    x, y, z = np.where(t > 216 / 24389, np.cbrt(t), (24389 / 27 * t + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def luminance(colour: str) -> float:
    return float(_TO_XYZ[1] @ linear(colour))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measuring_itself_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert lab(linear("#ffffff")) == pytest.approx([100, 0, 0], abs=0.01)
    # A well-known value: pure red in CIELAB under D65.
    assert lab(linear("#ff0000")) == pytest.approx([53.24, 80.09, 67.20], abs=0.05)
    # White and grey look the same to everybody.
    for seen in SEEN_WITH.values():
        assert lab(seen @ linear("#808080")) == pytest.approx(lab(linear("#808080")), abs=0.1)


@pytest.mark.parametrize("sight", SEEN_WITH)
@pytest.mark.parametrize("pair", list(itertools.combinations(QUALITATIVE, 2)), ids=" and ".join)
def test_two_colours_can_be_told_apart(sight: str, pair: tuple[str, str]) -> None:
    one, other = (lab(SEEN_WITH[sight] @ linear(colour)) for colour in pair)
    assert np.linalg.norm(one - other) > APART


@pytest.mark.parametrize("fill", [*QUALITATIVE, OUT_OF_SCOPE_FILL, NO_FIGURE_FILL])
def test_dark_text_can_be_read_on_a_fill(fill: str) -> None:
    assert contrast(TEXT, fill) >= 4.5


@pytest.mark.parametrize("fill", SEQUENTIAL)
def test_dark_or_white_text_can_be_read_on_every_step_of_blue(fill: str) -> None:
    assert max(contrast(TEXT, fill), contrast("#ffffff", fill)) >= 4.5


def test_no_membership_colour_looks_like_a_footprint_out_of_scope() -> None:
    for colour in QUALITATIVE:
        for seen in SEEN_WITH.values():
            apart = lab(seen @ linear(colour)) - lab(seen @ linear(OUT_OF_SCOPE_FILL))
            assert np.linalg.norm(apart) > APART


@pytest.mark.parametrize("sight", SEEN_WITH)
def test_more_is_darker_for_every_eye(sight: str) -> None:
    steps = [lab(SEEN_WITH[sight] @ linear(colour))[0] for colour in SEQUENTIAL]
    assert all(later < earlier - JUST_NOTICEABLE for earlier, later in itertools.pairwise(steps))


def test_more_is_darker_in_grey() -> None:
    steps = [luminance(colour) for colour in SEQUENTIAL]
    assert steps == sorted(steps, reverse=True)
    assert len(set(steps)) == len(steps)


@pytest.mark.parametrize("count", range(1, MOST_CLASSES + 1))
def test_so_many_blues_are_different_and_in_order(count: int) -> None:
    blues = sequential(count)
    assert len(set(blues)) == count
    assert list(blues) == [colour for colour in SEQUENTIAL if colour in blues]
    if count > 1:
        assert (blues[0], blues[-1]) == (SEQUENTIAL[0], SEQUENTIAL[-1])


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
