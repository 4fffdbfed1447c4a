"""Flow cuts: nobody crosses from part to part, and nobody is lost or said twice."""

from dataclasses import replace

import pytest

from footprint.charts.flow import Flow
from footprint.charts.flow_cuts import cut
from footprint.content.flows import flow_of
from tests.shared_workspace import WORK

ENGLAND = flow_of(WORK)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_everybody_is_in_one_part_and_in_the_order_of_the_whole(count: int) -> None:
    parts = cut(ENGLAND, count)
    assert len(parts) == count
    for number, stage in enumerate(ENGLAND.stages):
        held = [node.id for part in parts for node in part.stages[number].nodes]
        assert sorted(held) == sorted(node.id for node in stage.nodes)
    held = [node for part in parts for node in part.stages[0].nodes]
    assert held == list(ENGLAND.stages[0].nodes)
    assert sum(part.share for part in parts) == pytest.approx(1)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_band_has_both_its_ends_in_its_part(count: int) -> None:
    parts = cut(ENGLAND, count)
    assert sum(len(part.bands) for part in parts) == len(ENGLAND.bands)
    for part in parts:
        places = [{node.id for node in stage.nodes} for stage in part.stages]
        for band in part.bands:
            assert band.source in places[band.stage]
            assert band.target in places[band.stage + 1]


def test_england_is_cut_between_regions_and_each_half_says_which_it_is() -> None:
    one, other = cut(ENGLAND, 2)
    assert one.heading.endswith(", 1 of 2: East of England, London and Midlands")
    assert ", 2 of 2: North East and Yorkshire, North West, " in other.heading
    assert [part.stages[0].count for part in (one, other)] == ["22 of 42 ICBs", "20 of 42 ICBs"]


def test_regions_that_are_far_too_long_are_cut_and_a_flow_that_hangs_together_is_not() -> None:
    nodes = [replace(node, region="One") for node in ENGLAND.stages[0].nodes]
    stages = (replace(ENGLAND.stages[0], nodes=tuple(nodes)), *ENGLAND.stages[1:])
    assert len(cut(replace(ENGLAND, stages=stages), 2)) == 2
    (stage,) = (replace(ENGLAND.stages[0], nodes=tuple(nodes[:1])),)
    alone = Flow(title="Then", stages=(stage,), bands=())
    assert cut(alone, 2) == (alone,)
