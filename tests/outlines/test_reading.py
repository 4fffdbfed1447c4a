"""Reading: which footprint an area becomes, and which file is one of areas."""

from __future__ import annotations

import pytest

from footprint.options.option import Option
from footprint.outlines import reading
from footprint.outlines.naming import Named
from footprint.outlines.packed import SQLITE
from footprint.outlines.reading import Known, is_drawn
from tests.outlines.conftest import Reading, box, geojson, given


def footprints(begun: Option, known: Known, *areas: tuple[str, str]) -> dict[str, tuple[str, str]]:
    """The id and the name of the footprint that each area becomes, by its name."""
    names, codes = (tuple(one) for one in zip(*areas, strict=True))
    named = Named(names, codes, "as told")
    found = reading._footprints(named, begun, known)
    return {key: (one.id, one.name) for key, one in found.items()}


def test_an_area_is_the_footprint_that_its_code_or_its_name_says(
    begun: Option, toy_known: Known
) -> None:
    found = footprints(begun, toy_known, ("Somewhere", "W"), ("Middle", ""), ("Elsewhere", ""))
    assert found["somewhere"] == ("W", "Somewhere")
    assert found["middle"] == ("M", "Middle")
    code, name = found["elsewhere"]
    assert name == "Elsewhere" and code not in begun.plan.by_id


def test_a_name_that_differs_only_in_how_it_is_written_stays_as_it_was(
    begun: Option, toy_known: Known
) -> None:
    assert list(footprints(begun, toy_known, ("NHS MIDDLE ICB", "")).values()) == [("M", "Middle")]


def test_a_code_of_no_list_is_the_footprints_own_whatever_it_is_called(
    begun: Option, toy_known: Known
) -> None:
    (one,) = footprints(begun, toy_known, ("Middle", "ours-1")).values()
    assert one == ("ours-1", "Middle")
    # An official code that is no footprint's leaves the name to say which it is.
    assert list(footprints(begun, toy_known, ("Middle", "E54000099")).values()) == [("M", "Middle")]


def test_two_areas_of_one_name_are_one_footprint_and_no_footprint_is_two(
    begun: Option, toy_known: Known
) -> None:
    assert len(footprints(begun, toy_known, ("West", ""), ("west", ""))) == 1
    found = footprints(begun, toy_known, ("One", "W"), ("Two", "W"))
    assert found["one"] == ("W", "One")
    assert found["two"][1] == "Two" and found["two"][0] != "W"


@pytest.mark.parametrize(
    ("content", "drawn"),
    [
        (b'{"type": "FeatureCollection"}', True),
        (b'\xef\xbb\xbf \n{"type"', True),
        (SQLITE + b"rest", True),
        (b"PK no archive", False),
        (b"Code,Name\n{", False),
        (b"", False),
        (b" " * 300 + b"{", False),
    ],
)
def test_a_file_of_areas_is_told_by_how_it_begins(content: bytes, drawn: bool) -> None:
    assert is_drawn(content) == drawn


def test_a_file_of_five_megabytes_is_read_and_one_byte_more_is_not(
    toy_reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = geojson({"All": box(0, 0, 50, 20)})
    monkeypatch.setattr(reading, "LARGEST", len(content))
    assert set(given(toy_reading(content)).values()) == {"All"}
    refused = toy_reading(content + b" ")
    assert refused.option is None
    assert "larger than 5 MB" in refused.problems[0].sentence


def test_footprints_that_no_block_went_to_are_not_in_the_option(toy_reading: Reading) -> None:
    read = toy_reading(geojson({"All": box(0, 0, 50, 20)}))
    assert [one.name for one in read.option.plan.footprints] == ["All"]
