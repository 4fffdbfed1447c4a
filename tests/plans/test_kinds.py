"""Kinds: what a footprint is follows from who its blocks belong to."""

from footprint.plans import kinds
from footprint.plans.plan import icbs_of_2023


def test_a_body_is_an_icb_of_2023_a_part_of_one_or_a_merger(toy, today, divided):
    earlier = icbs_of_2023(toy)
    assert kinds.kinds_of_bodies(today.bodies, earlier) == dict.fromkeys("WME", "icb")
    # West lost Birch, and took in nobody.
    assert kinds.kinds_of_bodies(divided.bodies, earlier) == {
        "W": "reduced",
        "birch": "merger",
        "E": "icb",
    }


def test_a_team_leads_one_body_several_or_a_part(cluster, make_plan):
    assert cluster.kinds == {"wm": "cluster", "E": "alone"}
    cut = make_plan(*"XXYYZZ", bodies="WWWMEE")
    assert cut.kinds == {"X": "part", "Y": "cluster", "Z": "alone"}
    assert cut.divided == ("W",)


def test_a_merged_body_can_stand_in_a_cluster(make_plan):
    plan = make_plan(*"PPPPPP", bodies="BBBBEE")
    assert plan.kinds == {"P": "cluster"}
    assert plan.seen_as("bodies").kinds == {"B": "merger", "E": "icb"}


def test_parts_are_named_in_the_order_of_blocks(cluster):
    assert kinds.parts(cluster.teams, cluster.bodies.pairs) == {"wm": ("W", "M"), "E": ("E",)}


def test_every_kind_has_its_words():
    assert set(kinds.KIND_WORDS) == set(kinds.KIND_MEANING) == set(kinds.KIND_INLINE)


def test_an_icb_that_goes_on_with_parts_of_others_is_no_merger(toy, make_plan):
    earlier = icbs_of_2023(toy)
    assert kinds.kinds_of_bodies(make_plan(*"WWMMEE", seen="bodies").bodies, earlier) == {
        "W": "reduced",
        "M": "enlarged",
        "E": "icb",
    }
    # All of Middle comes under West, which joins the two.
    assert kinds.kinds_of_bodies(make_plan(*"WWWWEE", seen="bodies").bodies, earlier) == {
        "W": "merger",
        "E": "icb",
    }
    assert kinds.kinds_counted(["enlarged", "icb"]) == (
        "1 ICB with more area and 1 ICB as it was in 2023"
    )
