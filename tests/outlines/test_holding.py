"""Holding and its report: who lives in which area, point by point."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely

from footprint.facts.atlas import Atlas
from footprint.facts.homes import Homes
from footprint.outlines.holding import NEAR_M, NOWHERE, SHARED, Held, held
from footprint.outlines.report import notes, problems, refusal

# Two squares of ten kilometres that share a side, and one that lies over half of the second.
WEST, EAST = shapely.box(0, 0, 10_000, 10_000), shapely.box(10_000, 0, 20_000, 10_000)
OVER = shapely.box(15_000, 0, 25_000, 10_000)


def counted(*points: tuple[str, int, int, int], areas: dict[str, shapely.Geometry]) -> Held:
    """Where people live in some areas; a point is its block, where it is, and its people."""
    columns = ["block", "easting_m", "northing_m", "residents_2022"]
    homes = Homes(pd.DataFrame(points, columns=columns))
    return held(homes, np.array(list(areas.values()), dtype=object), list(areas))


def made(**people: dict[str, int]) -> Held:
    """People by block and area as they are given; NOWHERE is the area “nowhere”."""
    table = pd.DataFrame(people).T.fillna(0).astype(int)
    named = {"nowhere": NOWHERE, "several": SHARED}
    return Held(table.rename(columns=named))


def test_a_block_goes_where_most_of_its_people_live() -> None:
    found = counted(
        ("A-1", 1_000, 5_000, 60),
        ("A-1", 11_000, 5_000, 40),
        ("A-2", 11_000, 5_000, 10),
        ("B-1", 90_000, 5_000, 7),
        areas={"west": WEST, "east": EAST},
    )
    assert found.area_of.to_dict() == {"A-1": "west", "A-2": "east", "B-1": NOWHERE}
    assert found.taken.to_dict() == {"A-1": "west", "A-2": "east"}
    assert found.people_taken == 110
    assert found.astray.to_dict() == {"A-1": 40, "A-2": 0, "B-1": 0}
    assert (found.doubt, found.twice) == (40, 0)
    assert found.shares.loc["A-1"].to_dict() == {"west": 0.6, "east": 0.4, NOWHERE: 0}


@pytest.mark.parametrize(
    ("inside", "away", "beyond", "area"),
    [
        (50, NEAR_M - 1, 50, {"west": 100}),
        (50, NEAR_M + 1, 50, {"west": 50, NOWHERE: 50}),
        (49, NEAR_M - 1, 51, {"west": 49, NOWHERE: 51}),
    ],
)
def test_people_just_beyond_the_coast_of_where_half_of_their_block_lives_are_in_it(
    inside: int, away: int, beyond: int, area: dict[str, int]
) -> None:
    found = counted(
        ("A-1", 1_000, 5_000, inside), ("A-1", -away, 5_000, beyond), areas={"west": WEST}
    )
    assert {one: many for one, many in found.people.loc["A-1"].items() if many} == area


def test_people_in_two_areas_speak_for_neither_and_in_two_pieces_of_one_for_it() -> None:
    twice = counted(
        ("A-1", 17_000, 5_000, 60), ("A-1", 11_000, 5_000, 40), areas={"east": EAST, "over": OVER}
    )
    assert twice.twice == 60
    assert twice.area_of["A-1"] == "east"
    assert twice.doubt == 60
    homes = Homes(
        pd.DataFrame(
            [("A-1", 17_000, 5_000, 60)],
            columns=["block", "easting_m", "northing_m", "residents_2022"],
        )
    )
    pieces = held(homes, np.array([EAST, OVER], dtype=object), ["east", "east"])
    assert (pieces.twice, pieces.area_of["A-1"]) == (0, "east")


@pytest.mark.parametrize(("away", "refused"), [(5, False), (6, True)])
def test_one_in_twenty_may_live_on_another_side_of_a_line(away: int, refused: bool) -> None:
    found = made(**{"A-1": {"west": 100 - away, "east": away, "nowhere": 0}})
    said = refusal(found)
    assert bool(said) == refused
    if refused:
        assert "6% of the people in them (6) live on another side" in said


def test_more_people_in_doubt_than_the_blocks_have_are_no_share_of_them() -> None:
    found = made(
        **{"A-1": {"west": 10, "east": 0, "nowhere": 0}, "A-2": {"west": 49, "nowhere": 51}},
        **{"B-1": {"east": 49, "nowhere": 51}},
    )
    assert (
        "98 people live on another side of a line than most of their block, and only 10 live in "
        "the blocks that the areas hold most of, so nothing was changed."
    ) in refusal(found)


def test_areas_that_hold_no_block_or_overlap_are_refused_with_the_reason() -> None:
    nobody = made(**{"A-1": {"west": 0, "nowhere": 100}})
    assert refusal(nobody).startswith("no area holds most of the people of any block of England")
    twice = made(**{"A-1": {"west": 90, "several": 10, "nowhere": 0}})
    assert "10% of the people in them (10, 10 of them in several areas at once)" in refusal(twice)


def test_the_three_areas_that_follow_lines_the_least_are_named_with_their_people() -> None:
    found = made(
        **{
            "A-1": {"west": 60, "east": 40, "nowhere": 0, "few": 0, "far": 0, "some": 0},
            "A-2": {"nowhere": 60, "east": 0, "few": 30, "some": 10},
            "B-1": {"far": 100},
        }
    )
    assert found.doubt_of.to_dict() == {"west": 0, "east": 40, "few": 30, "far": 0, "some": 10}
    assert found.doubt_of.sum() == found.doubt
    assert (
        "Furthest from those lines are “east” (40 people in doubt), “few” (30 people in doubt) "
        "and “some” (10 people in doubt). Draw the areas along"
    ) in refusal(found)


def test_what_is_cut_left_out_and_held_twice_is_told(toy: Atlas) -> None:
    found = made(
        **{
            "A-1": {"west": 99, "east": 1, "nowhere": 0, "nobody": 0, "few": 0},
            "A-2": {"west": 70, "several": 20, "east": 10},
            "B-1": {"nowhere": 60, "east": 30, "few": 10},
            "B-3": {"east": 1_000, "west": 9},
        }
    )
    said = [one.sentence for one in problems(found, toy)]
    assert said[0].startswith("80 people of 1,209 (7%) live on another side of a line")
    assert said[1] == "20 people live where areas overlap, and went with their block."
    assert said[2:5] == [
        "“Birch” is in no area for the most part, but 40% of its people are; it stays as it was.",
        "“Ash” is cut: it went to “west”, where 70% of its people live; 20% live in several areas "
        "at once.",
        "“Ash” is cut: it went to “west”, where 99.0% of its people live; 1.0% live in “east”.",
    ]
    assert said[5] == "Nobody in England lives in “nobody”, so that was left out."
    assert said[6] == "“few” holds most of no block, and so is no footprint."
    # B-1 stays as it was, and so do both blocks beyond.
    (left,) = notes(found, toy)
    assert left == (
        "No area of the file holds most of 3 areas, which stay as in the plan you began from: in "
        "Birch, Cedar, Dune."
    )
