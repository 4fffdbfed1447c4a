"""Small flow: everybody in a few kilobytes, to scale, with whoever is looked for standing out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from footprint.charts.flow import Flow
from footprint.content.flows import flow_of
from footprint.maps.palette import COAST_LINE, INK, SEQUENTIAL
from footprint.web.small_flow import small_flow
from tests.charts.test_flow import FLOW
from tests.shared_workspace import WORK
from tests.web.test_small import drawn


def bands(chart: Flow) -> dict[str, str]:
    """The look of each band, by its way."""
    return dict(re.findall(r'<path d="(M[^"]*C[^"]*)" ([^>]*)/>', drawn(small_flow(chart))))


def widths(chart: Flow) -> list[float]:
    """How wide bands are drawn, the widest first."""
    said = (re.search(r'stroke-width="([^"]*)"', look) for look in bands(chart).values())
    return sorted((float(one[1]) for one in said if one), reverse=True)


def test_a_band_is_as_wide_as_its_people_are_many() -> None:
    people = sorted((band.people for band in FLOW.bands), reverse=True)
    whole = sum(node.people for node in FLOW.stages[0].nodes)
    # All people are 115 pixels deep.
    assert widths(FLOW) == [pytest.approx(115 * one / whole, abs=0.06) for one in people]


def test_each_column_says_when_and_how_many_of_what() -> None:
    words = re.findall(r"<text[^>]*>([^<]*)</text>", drawn(small_flow(FLOW)))
    told = [said for stage in FLOW.stages for said in (stage.when, stage.count)]
    assert words[: len(told)] == told


def test_who_is_looked_for_stands_out_from_end_to_end() -> None:
    blocks = tuple(WORK.plans["icb-2023"].footprint_of.loc[lambda owners: owners == "QWO"].index)
    plain, traced = flow_of(WORK), flow_of(WORK, blocks)
    dark = f'stroke="{SEQUENTIAL[2]}"'
    assert not any(dark in look for look in bands(plain).values())
    assert sum(dark in look for look in bands(traced).values()) == 4
    assert INK not in drawn(small_flow(plain)).partition("<g ")[2]
    bars = re.findall(rf'd="([^"]*)" stroke="{INK}"', drawn(small_flow(traced)))
    assert [one.count("M") for one in bars] == [5]
    every = re.findall(rf'd="([^"]*)" stroke="{COAST_LINE}"', drawn(small_flow(plain)))
    assert sum(one.count("M") for one in every) == sum(len(one.nodes) for one in plain.stages)


def test_what_is_not_decided_is_broken_and_says_so() -> None:
    firm = replace(FLOW, bands=tuple(replace(one, firm=True) for one in FLOW.bands))
    loose = replace(FLOW, bands=tuple(replace(one, firm=False) for one in FLOW.bands))
    assert "not decided" not in drawn(small_flow(firm))
    assert "broken: not decided" in drawn(small_flow(loose))
    assert all("dasharray" in look for look in bands(loose).values())
    assert not any("dasharray" in look for look in bands(firm).values())


def test_its_words_are_those_of_the_flow_and_it_weighs_little() -> None:
    image = small_flow(flow_of(WORK))
    assert f'alt="{flow_of(WORK).words}"' in image
    assert len(image) < 20_000
