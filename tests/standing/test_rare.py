"""Rare: a few options, each told by what is together in it and not in all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from footprint.every_option.answer import Answer
from footprint.standing.rare import layer_of, rare, table
from tests.shared_workspace import WORK
from tests.standing.conftest import NORTH_WEST

LANCASHIRE, MANCHESTER = "Lancashire and South Cumbria", "Greater Manchester"
CHESHIRE = "Cheshire and Merseyside"


def test_each_of_a_few_is_told_by_the_pair_that_no_other_has(north_west: Answer) -> None:
    found = rare(WORK, NORTH_WEST, north_west)
    assert [one.number for one in found] == [1, 2, 3]
    assert {one.words for one in found} == {
        f"{LANCASHIRE} with {CHESHIRE}",
        f"{LANCASHIRE} with {MANCHESTER}",
        f"{MANCHESTER} with {CHESHIRE}",
    }
    for one in found:
        (joined,) = one.apart
        assert set(one.words.split(" with ")) == {
            WORK.icb_names[icb] for icb in WORK.atlas.blocks["icb"][one.plan.blocks_of(joined)]
        }
        assert one.figures == (0, 0)


def test_a_few_stand_in_a_table_and_none_has_none(north_west: Answer) -> None:
    listed = table(rare(WORK, NORTH_WEST, north_west), north_west)
    assert listed is not None
    assert listed.title == "All 3 options"
    assert [column.heading for column in listed.columns] == [
        "Option",
        "Together here, and not in all of them",
        "Split upper-tier authorities",
        "Footprints that cross NHS regions",
    ]
    assert [row[0] for row in listed.rows] == ["1", "2", "3"]
    assert listed.rows[0][2:] == ("0", "0")
    assert table((), north_west) is None


def test_the_only_option_differs_from_no_other(north_west: Answer) -> None:
    (whole,) = rare(WORK, NORTH_WEST.with_(footprints=1), north_west)
    assert set(whole.words.split(" with ")) == {LANCASHIRE, MANCHESTER, CHESHIRE}
    only = table((whole,), north_west)
    assert only is not None
    assert (only.title, only.columns[1].heading) == ("The only option", "Together")
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
            ("Not in all of them", 1, ""),
            ("In all of them", 40, ""),
        ]
    more = (*found[:2], replace(found[2], apart=frozenset(found[0].apart | {"QKK", "QRV"})))
    assert [(row.count, row.counted) for row in layer_of(found[0], more).legend] == [
        (3, "1 to 3"),
        (40, "38 to 40"),
    ]


def test_of_the_only_option_the_icbs_that_are_together_have_colour(north_west: Answer) -> None:
    (whole,) = rare(WORK, NORTH_WEST.with_(footprints=1), north_west)
    assert [(row.words, row.count) for row in layer_of(whole, (whole,)).legend] == [
        ("Several ICBs together", 1),
        ("One ICB on its own", 39),
    ]
    (parted,) = rare(WORK, NORTH_WEST.with_(footprints=3), north_west)
    assert [row.words for row in layer_of(parted, (parted,)).legend] == ["One ICB on its own"]


@pytest.mark.parametrize(("many", "listed"), [(0, 0), (12, 12), (13, 0)])
def test_a_dozen_is_the_most_that_is_listed(
    north_west: Answer, monkeypatch: pytest.MonkeyPatch, many: int, listed: int
) -> None:
    monkeypatch.setattr(Answer, "total", lambda *_: many)
    monkeypatch.setattr(Answer, "option", lambda *_: (0, 0, 1))
    assert len(rare(WORK, NORTH_WEST, north_west)) == listed
