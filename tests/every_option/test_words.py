"""Words: what was asked and counted, and where a figure stands, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from footprint.every_option import words
from footprint.every_option.measures import measured
from footprint.every_option.question import Question
from footprint.every_option.units import units_of
from footprint.facts.atlas import Atlas
from footprint.measures.said import Said
from footprint.plans.plan import Plan
from footprint.plans.tiers import tiers


def conditions(toy: Atlas, today: Plan, **asked: object) -> tuple[tuple[str, Question], ...]:
    """What is said of each condition of a question on the toy country."""
    shared = today.seen_as("bodies")
    return words.conditions(Question(**asked), units_of(toy, shared), tiers(toy))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"least": 1_500_000}, "at least 1.5 million residents each"),
        ({"least": 1_234_567}, "at least 1,234,567 residents each"),
        ({"least": 500}, "at least 500 residents each"),
        ({"most": 0}, "at most 0 residents each"),
        (
            {"most": 2_000_000, "by": "weighted population"},
            "at most 2 million weighted heads each",
        ),
        ({"inside_regions": True}, "no footprint across NHS regions"),
        ({"together": (("M", "W"),)}, "Middle together with West"),
        ({"apart": (("E", "M", "W"),)}, "no two of East, Middle and West together"),
        ({"apart": (("E", "M"),)}, "East apart from Middle"),
        ({"fixed": (("E",),)}, "East as a footprint of its own"),
        ({"fixed": (("E", "M"),)}, "East and Middle as one footprint"),
    ],
)
def test_a_condition_is_said_as_it_is_asked(
    toy: Atlas, today: Plan, asked: dict[str, object], said: str
) -> None:
    ((told, question),) = conditions(toy, today, **asked)
    assert told == said
    assert question == Question(**asked)


def test_each_condition_is_asked_for_with_those_before_it(toy: Atlas, today: Plan) -> None:
    whole = {"region": "Mainland", "only": ("W", "M"), "by": "weighted population"}
    told = conditions(toy, today, least=5, whole=("lad",), inside_regions=True, **whole)
    assert [question for _, question in told] == [
        Question(least=5, **whole),
        Question(least=5, whole=("lad",), **whole),
        Question(least=5, whole=("lad",), inside_regions=True, **whole),
    ]
    assert told[1][0] == f"no {tiers(toy)['lad'].one} split by more than 1% of its people"
    assert conditions(toy, today) == ()


@pytest.mark.parametrize("several", ["together", "apart", "fixed"])
def test_of_several_groups_each_is_asked_for_with_those_before_it(
    toy: Atlas, today: Plan, several: str
) -> None:
    groups = (("E", "M"), ("M", "W"))
    told = [vars(question)[several] for _, question in conditions(toy, today, **{several: groups})]
    assert told == [groups[:1], groups]


@pytest.mark.parametrize(
    ("tolerance", "said"),
    [
        (0.01, "no district split by more than 1% of its people"),
        (0, "no district split, not even by one person"),
        (0.025, "no district split by more than 2.5% of its people"),
    ],
)
def test_a_tolerance_is_said_where_it_is_not_the_usual_one(
    toy: Atlas, today: Plan, tolerance: float, said: str
) -> None:
    ((told, _),) = conditions(toy, today, whole=("lad",), tolerance=tolerance)
    assert told == said


@pytest.mark.parametrize(
    ("count", "footprints", "asked", "sentence"),
    [
        (
            *(0, 1, ()),
            "1 footprint: none, and that is proved. There is no way to group all into 1 footprint "
            "in one piece.",
        ),
        (1, 2, (), "There is 1 way to group all into 2 footprints in one piece."),
        (2, 1, ("a",), "There are 2 ways to group all into 1 footprint in one piece, with a."),
        (
            3_000_000,
            3,
            ("a", "b"),
            "There are 3 million ways to group all into 3 footprints in one piece, with a and b.",
        ),
        (
            *(0, 2, ("a",)),
            "2 footprints: none, and that is proved. There is no way to group all into 2 "
            "footprints in one piece, with a.",
        ),
    ],
)
def test_how_many_ways_there_are_is_one_sentence(
    count: int, footprints: int, asked: tuple[str, ...], sentence: str
) -> None:
    assert words.ways(count, footprints, "all", asked) == sentence


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ({}, "Every grouping was counted. No other number of footprints is possible either."),
        ({4: 9}, "Every grouping was counted. 4 footprints are possible."),
        ({9: 1, 4: 1, 5: 3}, "Every grouping was counted. From 4 to 9 footprints are possible."),
        ({1: 3}, "Every grouping was counted. 1 footprint is possible."),
    ],
)
def test_where_there_is_none_it_is_said_what_can_be_had(
    sizes: Mapping[int, int], told: str
) -> None:
    assert words.proof(sizes) == told


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (0, 5, "none"),
        (1, 1, "the only one"),
        (5, 5, "all"),
        (1, 2, "50%"),
        (1, 100, "1%"),
        (99, 100, "99%"),
        (199, 200, "more than 99%"),
        (1, 101, "one in 101"),
        (2, 401, "one in 200"),
        (3, 10**12, "one in 333 billion"),
    ],
)
def test_a_share_of_all_options_is_never_rounded_to_none_or_all(
    part: int, whole: int, told: str
) -> None:
    assert words.share(part, whole) == told
    assert isinstance(words.share_of(part, whole), Said) == told.removesuffix("%").isdigit()


@pytest.mark.parametrize(
    ("among", "figure", "told"),
    [
        ({1: 4}, 1, "is 1 split {one}. Every option has as many."),
        ({0: 4}, 0, "are no split {many}. No option has any."),
        ({1_234: 4}, 1_234, "are 1,234 split {many}. Every option has as many."),
        ({2: 3, 3: 1}, 1, "is 1 split {one}. Every option has more."),
        ({2: 3, 3: 1}, 4, "are 4 split {many}. Every option has fewer."),
        (
            {1: 1, 2: 1, 3: 2},
            2,
            "are 2 split {many}. Of the options, 25% have fewer, 25% have as many and 50% have "
            "more.",
        ),
        (
            {1: 1, 2: 299},
            2,
            "are 2 split {many}. Of the options, one in 300 has fewer, more than 99% have as many "
            "and none have more.",
        ),
        (
            {1: 1, 3: 99},
            2,
            "are 2 split {many}. Of the options, 1% have fewer, none have as many and 99% have "
            "more.",
        ),
    ],
)
def test_a_figure_is_held_against_those_of_all_options(
    toy: Atlas, among: Mapping[int, int], figure: int, told: str
) -> None:
    measure = measured("split-lad", tiers(toy))
    one, many = (word.removeprefix("split ") for word in measure.of)
    assert words.standing(among, figure, measure, "A") == (
        "Under “A” there " + told.format(one=one, many=many)
    )
