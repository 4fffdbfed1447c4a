"""Older links: every option drawn before the two layers opens, and says how it was read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from footprint.options import links, older
from footprint.options.links import LinkError

# Written by the app of the days of typed kinds, one from every plan: the first footprint renamed,
# the first three blocks a new merger, and on two plans one kind set by hand.
KEPT = json.loads(Path(__file__).with_name("older_links.json").read_text())


@pytest.mark.parametrize("key", KEPT)
def test_a_link_from_every_plan_opens_as_it_was_drawn(key, completed, england):
    base = completed[key]
    assert links.base_of(KEPT[key]) == (key, "icb-2023")
    option = links.read(KEPT[key], base)
    new = next(one.id for one in option.plan.footprints if one.name == "New one")
    assert option.plan.blocks_of(new) == list(england.blocks.index[:3])
    assert "Renamed" in {one.name for one in option.plan.footprints}
    assert option.plan.seen_as("bodies").kinds[new] == "reduced"
    assert "It is read as a plan of " in links.how_read(KEPT[key], base)


def test_a_plan_of_teams_is_read_as_teams_and_its_mergers_change_bodies(completed):
    option = links.read(KEPT["agreed-2025-09"], completed["agreed-2025-09"])
    assert option.began.seen == "teams"
    assert option.merged == {"bsbc", "o1"}
    assert option.plan.bodies.by_id["bsbc"].name == "Birmingham, Black Country and Solihull"


def test_a_cluster_drawn_on_bodies_is_read_as_teams_that_leave_bodies_alone(completed):
    option = links.read(KEPT["merged-2026-04"], completed["merged-2026-04"])
    assert option.began.seen == "teams"
    assert option.plan.kinds["QJ2"] == "cluster"
    assert option.plan.others["QJ2"] == ("QJ2", "QT1")


def test_an_older_link_is_written_anew_as_a_link_of_today(completed):
    base = completed["agreed-2025-09"]
    option = links.read(KEPT["agreed-2025-09"], base)
    text = links.write(option, base)
    assert links.read(text, base) == option
    assert links.how_read(text, base) == ""


def test_an_older_link_of_a_plan_that_has_changed_since_is_refused(completed):
    base = completed["agreed-2025-09"]
    first, *rest = base.footprints
    renamed = base.with_assigned(
        replace(base.assigned, footprints=(replace(first, name="Another"), *rest))
    )
    assert older.ground(renamed) != older.ground(base)
    with pytest.raises(LinkError, match="drawn on other data"):
        links.read(KEPT["agreed-2025-09"], renamed)
