"""Checks: what the page on sources promises of the committed files holds."""

from dataclasses import replace

import pytest

from footprint.facts.atlas import Atlas
from footprint.facts.shapes import Shapes
from footprint.plans.checks import CHECKS, Check, Published, run
from footprint.plans.plan import Plan


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.claim)
def test_it_holds(
    check: Check, england: Atlas, shipped: dict[str, Plan], england_shapes: Shapes
) -> None:
    assert check.found(Published(england, shipped, england_shapes)) == check.expected


def test_running_the_checks_runs_them_all(
    england: Atlas, shipped: dict[str, Plan], england_shapes: Shapes
) -> None:
    assert [check for check, _ in run(Published(england, shipped, england_shapes))] == list(CHECKS)


def test_no_claim_is_made_twice() -> None:
    assert len({check.claim for check in CHECKS}) == len(CHECKS)
    assert all(check.source for check in CHECKS)


def test_a_lost_block_fails_several_checks(
    england: Atlas, shipped: dict[str, Plan], england_shapes: Shapes
) -> None:
    lost = replace(england, blocks=england.blocks.iloc[:-1])
    failed = {
        check.claim.split(":")[0].split(",")[0]
        for check in CHECKS
        if check.expected not in ("36 of 36",)
        and check.found(Published(lost, shipped, england_shapes)) != check.expected
    }
    assert failed >= {
        "Building blocks",
        "Residents of England",
        "Plans for England that give every block to one statutory body and one leadership team",
    }


@pytest.mark.parametrize("layer", ["bodies", "teams"])
def test_a_plan_that_leaves_a_block_without_a_body_or_a_team_is_counted(
    layer: str, england: Atlas, shipped: dict[str, Plan], england_shapes: Shapes
) -> None:
    (check,) = (one for one in CHECKS if one.claim.startswith("Plans for England that give"))
    plan = shipped["agreed-2025-09"]
    held = getattr(plan, layer)
    lacking = replace(plan, **{layer: replace(held, pairs=held.pairs[1:])})
    national = sum(one.national for one in shipped.values())
    found = check.found(Published(england, {**shipped, plan.key: lacking}, england_shapes))
    assert found == f"{national - 1} of {national}"
