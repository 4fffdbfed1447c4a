"""What a view asks of the search for the fewest people who must move."""

from dataclasses import replace

import pytest

from footprint.optimum.answer import Answer
from footprint.standing import fewest
from footprint.view import NO_TIER, View
from tests.shared_workspace import WORK


def test_a_view_asks_for_what_its_controls_say() -> None:
    view = View(intact="lad", moving="lad", inside="regions", region="South West", least=500_000)
    asked = fewest.sought(WORK, view).asked
    assert (asked.whole, asked.unit, asked.inside_regions) == (("lad",), "lad", True)
    assert (asked.region, asked.least, asked.one_piece) == ("South West", 500_000, True)
    assert len(asked.plan.by_id) == 36
    assert fewest.sought(WORK, View(intact=NO_TIER)).asked.whole == ()
    assert (asked.aim, asked.split, asked.locked, asked.footprints) == (
        *("movers", "", frozenset(), None),
    )
    split = fewest.sought(WORK, View(aim="split-sa", locked=("QKK", "QE1"), into=30)).asked
    assert (split.aim, split.split, split.footprints) == ("split", "sa", 30)
    assert split.locked == {"QKK", "QE1"}


@pytest.mark.parametrize("aim", ["even", "split-lad"])
def test_without_a_number_there_are_to_be_as_many_footprints_as_now(aim: str) -> None:
    assert fewest.sought(WORK, View(aim=aim)).asked.footprints == 36
    assert fewest.sought(WORK, View(aim=aim, region="North West")).asked.footprints == 3


def test_what_is_found_is_said_by_the_aim() -> None:
    assert fewest.heading(WORK, View()) == "The fewest people who must move"
    even, split = View(aim="even", region="London"), View(aim="split-utla-2027")
    assert fewest.heading(WORK, even) == "The most even footprints"
    assert "proves that none is more even; or" in fewest.about(WORK, even)
    assert fewest.about(WORK, even).endswith("In London only, as above.")
    many = "split upper-tier authorities of April 2027"
    assert fewest.heading(WORK, split) == f"The fewest {many}"
    assert f"finds the one that has the fewest {many}, and" in fewest.about(WORK, split)


def test_footprints_of_what_counts_may_stay_as_they_are() -> None:
    assert list(fewest.lockable(WORK, View(region="North West")).items()) == [
        ("QYG", "Cheshire and Merseyside"),
        ("QOP", "Greater Manchester"),
        ("QE1", "Lancashire and South Cumbria"),
    ]
    assert len(fewest.lockable(WORK, View())) == 36
    assert [fewest.more(View(locked=locked, into=into)) for locked, into in COUNTED] == [0, 1, 2]


COUNTED = (((), 0), ((), 3), (("QKK", "QE1"), 3))


def test_people_may_move_from_the_plan_that_is_shown() -> None:
    view = View(begin="shown", plan="in-force-2026-10", layer="teams")
    assert len(fewest.sought(WORK, view).asked.plan.by_id) == 25


def test_who_counts_as_moving_here_and_in_compare_is_told_beside_the_answer() -> None:
    view = View(begin="bodies", plan="merged-2026-04")
    plan = fewest.begun(WORK, view)
    block, home = plan.assignment[0]
    other = next(one for one in plan.by_id if one != home)
    pairs = tuple((one, other if one == block else owner) for one, owner in plan.assignment)
    answer = Answer(
        asked=fewest.sought(WORK, view).asked,
        state="found",
        value=int(WORK.residents[block]),
        bound=0,
        pairs=pairs,
        seconds=1.0,
        parts=(),
    )
    told = fewest.content(WORK, view, answer)
    assert told.compared is not None
    assert "people of a whole ICB join, people of a divided one move" in told.notes[-1]


def test_the_plans_that_people_may_move_from_are_named_and_the_one_shown_by_its_name() -> None:
    named = fewest.begins(WORK, View(plan="east-model-a"))
    assert named["shown"].startswith("The plan shown: ")
    assert named["shown"].endswith(
        fewest.titled(fewest.begun(WORK, View(plan="east-model-a", begin="shown")))
    )
    assert all(
        words and not words.startswith("The plan shown")
        for key, words in named.items()
        if key != "shown"
    )


def test_every_kind_of_authority_or_none_may_be_asked_to_be_kept_whole() -> None:
    kinds = fewest.kept_whole(WORK)
    assert list(kinds)[0] == NO_TIER and kinds[NO_TIER] == "No kind of authority"
    assert all(kinds[key] == WORK.tiers[key].label for key in kinds if key != NO_TIER)
    assert len(kinds) > 4


def test_the_region_that_is_looked_into_is_named() -> None:
    assert fewest.about(WORK, View(region="London")).endswith(" In London only, as above.")
    assert fewest.about(WORK, View(region="Midlands")).endswith(" In the Midlands only, as above.")
    assert fewest.about(WORK, View()).endswith(" is left open after 60 seconds.")


def test_a_plan_with_other_footprints_than_the_one_begun_from_is_no_option_of_it() -> None:
    view = View(begin="bodies", plan="merged-2026-04")
    asked = fewest.sought(WORK, view).asked
    pairs = tuple((block, "elsewhere") for block, _ in fewest.begun(WORK, view).assignment)
    answer = Answer(asked, "found", 7, 0, pairs=pairs, seconds=1.0, parts=())
    assert fewest._text(WORK, view, answer) == ""
    assert fewest._text(WORK, view, replace(answer, pairs=asked.plan.assignment)) != ""


def test_without_a_plan_there_is_nothing_to_show_or_to_go_on_with() -> None:
    view = View(begin="bodies", plan="merged-2026-04")
    asked = fewest.sought(WORK, view).asked
    told = fewest.content(WORK, view, Answer(asked, "found", 7, 0, pairs=(), seconds=1.0, parts=()))
    assert told.table is told.drawn is told.compared is None
