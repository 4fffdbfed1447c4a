"""Cost totals: rows at the foot of a table, left out and held against what was read."""

from __future__ import annotations

import pytest

from footprint.money import baselines
from footprint.money.baselines import CostsRead
from footprint.money.cost_parts import Icbs

NAMES = {"QKS": "Kent and Medway", "QNX": "Sussex"}


def read(*lines: str, heading: str = "ICB,Cost (£m)") -> CostsRead:
    """A table of two costs, £110.7 million together, with more rows below."""
    people = {"weighted": {"QKS": 2e6, "QNX": 1.8e6}}
    text = "\n".join([heading, "QKS,60.4", "Sussex,50.3", *lines])
    return baselines.read(text.encode(), Icbs(NAMES, people=people))


@pytest.mark.parametrize("called", ["Total", "England", "TOTAL (all ICBs)", "Grand total", "Sum"])
def test_a_row_that_adds_up_the_others_is_left_out_and_told(called: str) -> None:
    told = read(f"{called},110.7")
    assert told.costs == (("QKS", 60.4e6), ("QNX", 50.3e6))
    assert told.problems == ()
    assert told.taken[-1] == (
        f"Row 4, “{called}”, was left out: it is the sum of the costs that were read."
    )


@pytest.mark.parametrize(("said", "agrees"), [("110.8", True), ("110.5", False), ("110.9", False)])
def test_a_total_may_differ_by_no_more_than_rounding_does(said: str, agrees: bool) -> None:
    sentence = read(f"Total,{said}").taken[-1]
    assert sentence.endswith("it is the sum of the costs that were read.") == agrees
    against = f"It says £{said}m, but the costs that were read come to £110.7m."
    assert sentence.endswith(against) != agrees


@pytest.mark.parametrize(
    ("costs", "said", "agrees"),
    [
        (("£60.4m", "£50.3m"), "£110.8m", True),
        (("£60.4m", "£50.3m"), "£110.9m", False),
        (("£60400k", "£50300k"), "£110701k", True),
        (("£60400k", "£50300k"), "£110702k", False),
        # Thousands beside millions are exact; of the millions each is off by 0.05 at the most.
        (("£60.4m", "£50300k"), "£110.8m", True),
        (("£60.4m", "£50300k"), "£110.9m", False),
    ],
)
@pytest.mark.parametrize("heading", ["ICB,Cost", "ICB,Cost (£)"])
def test_a_total_may_differ_by_the_rounding_of_the_unit_that_figures_say(
    heading: str, costs: tuple[str, str], said: str, agrees: bool
) -> None:
    rows = (heading, f"QKS,{costs[0]}", f"QNX,{costs[1]}", f"Total,{said}")
    told = baselines.read("\n".join(rows).encode(), Icbs(NAMES))
    assert told.costs == (("QKS", 60.4e6), ("QNX", 50.3e6))
    assert told.taken[-1].endswith("it is the sum of the costs that were read.") == agrees


def test_sums_that_look_alike_are_written_until_they_differ() -> None:
    rows = ("ICB,Cost (£)", "QKS,60400000", "QNX,50300000", "England,110700100")
    told = baselines.read("\n".join(rows).encode(), Icbs(NAMES))
    assert told.taken[-1] == (
        "Row 4, “England”, was left out. It says £110.7001m, but the costs that were read come to "
        "£110.7000m."
    )


def test_an_average_a_part_and_a_total_for_each_head_are_held_against_nothing() -> None:
    told = read("Average,55.3", "South total,99")
    assert told.problems == ()
    assert [one.partition(":")[2] for one in told.taken[-2:]] == [" it is of no one ICB."] * 2
    told = read("Total,55", heading="ICB,Cost per weighted head (£)")
    assert told.taken[-1] == "Row 4, “Total”, was left out: it is of no one ICB."


def test_a_row_without_a_name_is_a_total_only_where_it_adds_up() -> None:
    told = read(",110.7")
    assert told.problems == ()
    assert told.taken[-1] == (
        "Row 4, which names no ICB, was left out: it is the sum of the costs that were read."
    )
    assert read(",61").problems == ("Row 4: no ICB is named beside “61”.",)


def test_any_other_name_stays_a_fault() -> None:
    assert read("Wessex,110.7").problems == ("Row 4: “Wessex” names no ICB of 2023.",)


REGIONS = ("South East", "North East and Yorkshire")


@pytest.mark.parametrize(
    "called",
    ["South East", "NHS South East region", "NORTH EAST & YORKSHIRE", "Y59", "E40000005"],
)
def test_a_row_of_an_nhs_region_is_left_out_as_no_fault(called: str) -> None:
    rows = ("ICB,Cost (£m)", "QKS,60.4", f"{called},99", "Sussex,50.3")
    told = baselines.read("\n".join(rows).encode(), Icbs(NAMES, regions=REGIONS))
    assert told.costs == (("QKS", 60.4e6), ("QNX", 50.3e6))
    assert told.problems == ()
    assert told.taken[-1] == (
        f"Row 3, “{called}”, was left out: it is of an NHS region, and of no one ICB."
    )


def test_a_row_that_only_begins_as_a_region_does_is_a_fault() -> None:
    rows = ("ICB,Cost (£m)", "QKS,60.4", "South East of somewhere,99")
    told = baselines.read("\n".join(rows).encode(), Icbs(NAMES, regions=REGIONS))
    assert len(told.problems) == 1
