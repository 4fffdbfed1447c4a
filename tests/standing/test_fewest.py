"""What a view asks of the search for the fewest people who must move."""

from footprint.standing import fewest
from footprint.view import NO_TIER, View
from tests.paper_samples import WORK


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
