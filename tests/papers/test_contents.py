"""Contents of papers: which part of a page goes on paper, and what is then told anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from footprint.pages import clusters, draw, money
from footprint.papers import contents
from footprint.papers.contents import OWN, SELECTED, WHOLE
from footprint.papers.paper import Paper
from footprint.papers.words import LONG_LINK, NO_ADDRESS
from footprint.view import View
from tests.shared_workspace import WORK

DAY = date(2026, 11, 22)


def picture(**asked: str):
    return clusters.content(WORK, View(**asked)).picture


def paper(part: str, **asked: str):
    return contents.paper(WORK, picture(**asked), part, link="", day=DAY)


def test_the_parts_are_what_is_drawn_england_what_is_chosen_and_each_region() -> None:
    regions = [f"NHS region: {name}" for name in contents.regions(WORK)]
    assert len(regions) == 7
    national = contents.parts(WORK, picture())
    assert list(national.values()) == ["All of England", *regions]
    regional = contents.parts(WORK, picture(plan="east-model-a", area="E07000008"))
    assert list(regional)[:3] == [OWN, WHOLE, SELECTED]
    assert regional[OWN] == "The footprints of this option"


def test_regions_are_every_block_once_in_order() -> None:
    regions = contents.regions(WORK)
    assert list(regions) == sorted(regions)
    assert all(list(places) == sorted(places) for places in regions.values())
    assert sorted(place for places in regions.values() for place in places) == list(range(327))


def test_a_part_frames_its_own_blocks_and_england_none_in_particular() -> None:
    assert paper(WHOLE).scope == ()
    assert paper("London").scope == contents.regions(WORK)["London"]
    own = paper(OWN, plan="east-model-a").scope
    assert len(own) == 52
    assert list(own) == sorted(own)
    # A part of nothing, as an old link may ask for, is all of England.
    assert paper("Atlantis").scope == ()


def test_a_single_map_of_a_part_has_a_legend_that_counts_the_part() -> None:
    whole, own = paper(WHOLE, plan="east-model-a"), paper(OWN, plan="east-model-a")
    counts = {row.words: row.count for row in own.key.legend}
    assert counts.pop("Outside the East of England") == 36
    assert sum(counts.values()) == 3
    assert sum(row.count for row in whole.key.legend) > 3
    assert len(own.table.rows) == 3
    assert len(own.lists) == 3


def test_a_part_is_told_by_its_own_people() -> None:
    london = paper("London", measure="residents")
    blocks = WORK.atlas.blocks
    people = blocks.loc[blocks["nhs_region"] == "London", "residents_2024"].sum()
    assert f"London in all: {people:,}." in london.summary
    assert paper(WHOLE, measure="residents").summary != london.summary


def told(content: Callable[..., Any], part: str, **asked: object) -> Paper:
    return contents.paper(WORK, content(WORK, View(**asked)).picture, part, link="", day=DAY)


def test_a_part_under_assumptions_is_told_by_them_and_says_whose_they_are() -> None:
    london = told(money.content, "London", cap=20.0)
    blocks = WORK.atlas.blocks
    icbs = blocks.loc[blocks["nhs_region"] == "London", "icb"].unique()
    weighted = WORK.atlas.icb_figure("weighted_population", "2025/26")[icbs].sum()
    assert f"London in all: £{20 * weighted / 1e6:,.1f}m." in london.summary
    assert london.subtitle == (
        "3 of the 25 leadership teams cover London. By assumptions somebody typed, not by "
        "published figures."
    )
    assert len(london.table.rows) == 3
    # England's row stands in the table of all alone.
    assert len(told(money.content, WHOLE, cap=20.0).table.rows) == 26


def test_a_part_of_typed_costs_calls_none_published_and_leaves_unknown_what_is() -> None:
    asked = {"measure": "published_cost", "baseline": "QKS:61"}
    south = told(money.content, "South East", **asked)
    assert south.summary == (
        "Only Kent and Medway has a figure: £61.0m. The South East: no figure. "
        "3 of 4 have no figure."
    )
    assert "published cost" not in told(money.content, WHOLE, **asked).summary


def test_a_part_of_what_somebody_drew_is_told_of_that_part() -> None:
    london = told(draw.content, "London")
    assert london.title.endswith("in London")
    assert [row[0] for row in london.table.rows] == [
        "West and North London",
        "South East and South West London",
        "North East London",
    ]
    blocks = WORK.atlas.blocks
    people = blocks.loc[blocks["nhs_region"] == "London", "residents_2024"].sum()
    assert ("Residents: London", f"{people:,}") in london.figures
    assert len(told(draw.content, WHOLE).table.rows) == 25


def test_sources_name_each_file_once_what_is_said_of_a_plan_first_and_the_version_apart() -> None:
    made = paper(WHOLE, measure="imd")
    assert len(set(made.sources)) == len(made.sources)
    assert not any("data version" in source for source in made.sources)
    assert made.made == f"Made on {made.dated} from data version {WORK.manifest.data_version}."
    assert replace(made, data_version="").made == f"Made on {made.dated}."
    assert made.sources[0] == (
        "Office for National Statistics, “Integrated Care Boards (April 2026) EN BSC boundaries”, "
        "April 2026 (copy 19 August 2026)"
    )
    assert (
        "Office for National Statistics; Ministry of Housing, Communities and Local Government, "
        "“The 327 building blocks”, 30 June 2024 (residents), October 2025 (deprivation)"
    ) in made.sources
    assert not any(WORK.manifest["data/trusts.csv"].title in source for source in made.sources)


def test_a_link_to_ones_own_computer_is_left_out_and_the_sheet_says_so() -> None:
    for link in ("http://localhost:8501/Clusters", "http://127.0.0.1/", "http://[::1]:8501/", ""):
        made = contents.paper(WORK, picture(), WHOLE, link=link, day=DAY)
        assert made.link == ""
        assert made.every_note[-1] == NO_ADDRESS
        assert not any("localhost" in words for words in (*made.every_note, *made.sources))
        assert not any("ICB_FOOTPRINTS" in note for note in made.every_note), (
            "a board cannot set it"
        )
    for link in ("https://footprints.example/Clusters", "http://intranet/Clusters"):
        made = contents.paper(WORK, picture(), WHOLE, link=link, day=DAY)
        assert made.link == link
        assert not {NO_ADDRESS, LONG_LINK} & set(made.every_note)
    made = contents.paper(WORK, picture(), WHOLE, link=f"https://a.example/?{'x' * 9_000}", day=DAY)
    assert made.link == "" and made.every_note[-1] == LONG_LINK


def test_the_dots_of_a_part_are_those_of_its_footprints_alone() -> None:
    (whole,), (part,) = (paper(one, measure="imd").charts for one in (WHOLE, "London"))
    assert 0 < len(part.rows) < len(whole.rows)
    assert set(part.rows) < set(whole.rows)
    (chosen,) = paper(SELECTED, measure="imd", area="E09000007").charts
    assert len(chosen.rows) == len(whole.rows)
    assert chosen.place > 0


def test_a_picture_without_values_of_its_own_can_only_be_taken_whole() -> None:
    told = picture()
    bare = replace(told, values=None, within=None, scope=(), alone=None, chapters=())
    assert contents.only_whole(WORK, told) == ""
    assert contents.only_whole(WORK, bare).startswith("This can only be taken whole")


def test_title_and_charts_of_a_part_are_those_of_its_paper() -> None:
    told = picture(plan="merged-2026-04", measure="residents", area="QRL")
    for part in (WHOLE, SELECTED, "London"):
        made = contents.paper(WORK, told, part, link="", day=DAY)
        assert contents.title_of(WORK, told, part) == made.title
        assert contents.charts_of(WORK, told, part) == made.charts
    assert "London" in contents.title_of(WORK, told, "London")
    assert contents.title_of(WORK, told, WHOLE) == told.title


def test_what_is_compared_is_a_part_of_its_own_with_all_that_the_picture_says() -> None:
    told = replace(picture(), scope=frozenset(WORK.atlas.blocks.index[[4, 7]]))
    assert contents.parts(WORK, told)[OWN] == "The part of England that is compared"
    made = contents.paper(WORK, told, OWN, link="", day=DAY)
    assert (made.scope, made.title, made.summary) == ((4, 7), told.title, told.summary)
