"""What a view asks of the search for the fewest people who must move."""

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
