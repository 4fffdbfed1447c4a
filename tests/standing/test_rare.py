"""Rare: a few options, each told by what is together in it and not in all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.every_option.answer import Answer
from footprint.frontier.counting import Counted
from footprint.measures.said import Said
from footprint.standing.asked import answer_of
from footprint.standing.place import place_of
from footprint.standing.rare import layer_of, named_in, rare, table
from footprint.view import View
from tests.shared_workspace import WORK
from tests.standing.conftest import NORTH_WEST

LANCASHIRE, MANCHESTER = "Lancashire and South Cumbria", "Greater Manchester"
CHESHIRE = "Cheshire and Merseyside"
SIX = View(bodies="icb-2023", footprints=26, keep=("utla",), tolerance=0.0)


def test_each_of_a_few_is_told_by_the_pair_that_no_other_has(north_west: Answer) -> None:
    found = rare(WORK, NORTH_WEST, north_west)
    assert [one.number for one in found] == [1, 2, 3]
    assert {one.words for one in found} == {
        f"{CHESHIRE} + {LANCASHIRE}",
        f"{MANCHESTER} + {LANCASHIRE}",
        f"{MANCHESTER} + {CHESHIRE}",
    }
    for one in found:
        (joined,) = one.apart
        assert set(one.words.split(" + ")) == {
            WORK.icb_names[icb] for icb in WORK.atlas.blocks["icb"][one.plan.blocks_of(joined)]
        }
        assert one.figures == (0, 0)


def test_a_few_stand_in_a_table_and_none_has_none(north_west: Answer) -> None:
    listed = table(rare(WORK, NORTH_WEST, north_west), north_west)
    assert listed is not None
    assert listed.title == "All 3 options"
    assert [column.heading for column in listed.columns] == [
        "Option",
        "Together in one footprint",
        "Split upper-tier authorities",
        "Footprints that cross NHS regions",
    ]
    assert [str(row[0])[:2] for row in listed.rows] == ["1 ", "2 ", "3 "]
    assert listed.texts()[0][2:] == ("0", "0")
    assert table((), north_west) is None


def test_the_table_names_in_full_every_icb_that_shares_a_footprint() -> None:
    answer = answer_of(WORK, SIX)
    found = rare(WORK, SIX, answer)
    listed = table(found, answer)
    assert listed is not None
    *each, common = listed.rows
    assert common[0] == "All 6"
    for one, row in zip(found, each, strict=True):
        owners = one.plan.footprint_of.groupby(WORK.atlas.blocks["icb"]).first()
        shares = {WORK.icb_names[icb] for icb, own in owners.items() if (owners == own).sum() > 1}
        said = "; ".join((str(row[1]), str(common[1])))
        assert {name for group in said.split("; ") for name in group.split(" + ")} == shares
        assert place_of(WORK, SIX, one.plan, answer).number == one.number
    assert named_in(listed, "ICB") == (
        "The table names every ICB that shares a footprint, in the option’s own row or in “All 6”. "
        "Every other ICB is a footprint by itself."
    )


def test_figures_that_differ_are_those_of_all_from_the_least_to_the_most() -> None:
    answer = answer_of(WORK, SIX)
    first, *others = rare(WORK, SIX, answer)
    listed = table((replace(first, figures=(2, 1_000)), *others), answer)
    assert listed is not None
    assert listed.rows[-1][2:] == ("0 to 2", "5 to 1,000")
    assert listed.texts()[0][2:] == ("2", "1,000") and listed.rows[0][2] == Said(2)


def test_where_nothing_is_in_all_of_them_each_row_names_its_own(north_west: Answer) -> None:
    listed = table(rare(WORK, NORTH_WEST, north_west), north_west)
    assert listed is not None
    said = named_in(listed, "authority")
    assert said.startswith(
        "The table names every authority that shares a footprint, in the option’s own row. "
    )


def test_the_only_option_differs_from_no_other(north_west: Answer) -> None:
    (whole,) = rare(WORK, NORTH_WEST.with_(footprints=1), north_west)
    assert set(whole.words.split(" + ")) == {LANCASHIRE, MANCHESTER, CHESHIRE}
    only = table((whole,), north_west)
    assert only is not None
    assert (only.title, only.columns[1].heading) == (
        "The only option",
        "Together in one footprint",
    )
    (parted,) = rare(WORK, NORTH_WEST.with_(footprints=3), north_west)
    assert (parted.words, parted.apart) == ("nothing else", frozenset())


def test_on_a_map_among_others_only_what_differs_has_colour_and_name(north_west: Answer) -> None:
    found = rare(WORK, NORTH_WEST, north_west)
    for one in found:
        layer = layer_of(one, found)
        assert {area.id for area in layer.areas if area.labelled} == one.apart
        fills = {area.labelled: area.fill for area in layer.areas}
        assert [row.fill for row in layer.legend] == [fills[True], fills[False]]
        assert [(row.words, row.count, row.counted) for row in layer.legend] == [
            ("Together, but not in all of them", 1, ""),
            ("In all of them, or by itself", 40, ""),
        ]
    more = (*found[:2], replace(found[2], apart=frozenset(found[0].apart | {"QKK", "QRV"})))
    assert [(row.count, row.counted) for row in layer_of(found[0], more).legend] == [
        (3, "1 to 3"),
        (40, "38 to 40"),
    ]


def test_what_has_colour_is_together_and_not_in_all_of_them() -> None:
    answer, icbs = answer_of(WORK, SIX), WORK.atlas.blocks["icb"]
    found = rare(WORK, SIX, answer)
    made = [
        {own.id: frozenset(one.plan.blocks_of(own.id)) for own in one.plan.assigned.footprints}
        for one in found
    ]
    common = frozenset.intersection(*(frozenset(areas.values()) for areas in made))
    for one, areas in zip(found, made, strict=True):
        for area in layer_of(one, found).areas:
            several = icbs[list(areas[area.id])].nunique() > 1
            assert area.labelled == (several and areas[area.id] not in common)


def test_of_the_only_option_the_icbs_that_are_together_have_colour(north_west: Answer) -> None:
    (whole,) = rare(WORK, NORTH_WEST.with_(footprints=1), north_west)
    assert [(row.words, row.count) for row in layer_of(whole, (whole,)).legend] == [
        ("Several together", 1),
        ("One on its own", 39),
    ]
    (parted,) = rare(WORK, NORTH_WEST.with_(footprints=3), north_west)
    assert [row.words for row in layer_of(parted, (parted,)).legend] == ["One on its own"]


@pytest.mark.parametrize(("many", "listed"), [(0, 0), (12, 12), (13, 0)])
def test_a_dozen_is_the_most_that_is_listed(
    north_west: Answer, monkeypatch: pytest.MonkeyPatch, many: int, listed: int
) -> None:
    monkeypatch.setattr(Answer, "total", lambda *_: many)
    monkeypatch.setattr(Counted, "option", lambda *_: (0, 0, 1))
    assert len(rare(WORK, NORTH_WEST, north_west)) == listed
