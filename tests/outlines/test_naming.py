"""Naming: which property of a file names the areas, and which codes go with it."""

from __future__ import annotations

import numpy as np
import pytest

from footprint.outlines.drawings import Drawing
from footprint.outlines.naming import Named, NamingError, named

TWO = np.array([None, None], dtype=object)


def of(*answers: str, **texts: tuple[str, str]) -> Named:
    """How two areas are named that have these properties."""
    return named(Drawing("", "", TWO, texts), answers)


@pytest.mark.parametrize(
    "texts",
    [
        # What says its aim goes before any other, and with a code the name before the footprint.
        {"proposal": ("North", "South"), "ICB23NM": ("a", "b")},
        {"name": ("North", "South"), "code": ("n", "s"), "footprint": ("x", "y")},
        # What is called a name goes before what may be one.
        {"ICB23NM": ("North", "South"), "region": ("a", "b")},
        {"title": ("North", "South"), "what": ("a", "b")},
        # Numbers, codes, addresses and colours are no names.
        {"where": ("North", "South"), "population": ("1,000", "2e3")},
        {"where": ("North", "South"), "what": ("E54000001", "E54000002")},
        # One code among its names is enough: people give areas names or codes, and not both.
        {"where": ("North", "South"), "what": ("E54000001", "the rest")},
        # Some numbers are not: an area may be called by one.
        {"what": ("North", "South"), "where": ("1,000", "")},
        {"where": ("North", "South"), "my_url": ("a", "b"), "fill": ("red", "blue")},
        # A Welsh name is another's.
        {"ICB23NM": ("North", "South"), "ICB23NMW": ("Gogledd", "De")},
        {"where": ("North", "South"), "empty": ("", "")},
    ],
    ids=lambda texts: " ".join(texts),
)
def test_the_surest_property_names_the_areas(texts: dict[str, tuple[str, str]]) -> None:
    assert of(**texts).names == ("North", "South")


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        ({"name": ("North", "South"), "code": ("n", "s")}, ("n", "s")),
        ({"name": ("North", "South"), "footprint": ("n", "s"), "code": ("a", "b")}, ("n", "s")),
        ({"ICB23NM": ("North", "South"), "ICB23CD": ("n", "s")}, ("n", "s")),
        ({"icb23nm": ("North", "South"), "icb23cd": ("n", "s")}, ("n", "s")),
        ({"ICB23NM": ("North", "South"), "LAD23CD": ("n", "s")}, ("", "")),
    ],
)
def test_codes_go_with_the_names_that_are_called_alike(
    texts: dict[str, tuple[str, str]], codes: tuple[str, str]
) -> None:
    assert of(**texts).codes == codes


def test_an_area_without_a_name_has_its_code_and_else_its_number() -> None:
    assert of(ICB23NM=("North", ""), ICB23CD=("n", "s")).names == ("North", "s")
    assert of(ICB23NM=("North", ""), ICB23CD=("n", "")).names == ("North", "Area 2")
    nothing = of(where=("", ""))
    assert nothing == Named(
        ("Area 1", "Area 2"), ("", ""), "The areas have no names, so they were numbered."
    )


def test_several_that_may_name_them_are_asked_about_and_the_answer_is_taken() -> None:
    texts = {"first_name": ("North", "North"), "other_name": ("East", "West")}
    with pytest.raises(NamingError) as asked:
        of(**texts)
    question = asked.value.question
    assert question.words == (
        "any of the properties “first_name” and “other_name” may name the footprints"
    )
    assert [one.answer for one in question.readings] == ["names:first_name", "names:other_name"]
    assert [one.words for one in question.readings] == ["By “first_name”", "By “other_name”"]
    assert question.readings[0].rows == (("first_name",), ("North",))
    found = of("names:other_name", **texts)
    assert found.names == ("East", "West")
    assert found.told == "The areas were named by the property “other_name”."
    assert of("names:population", name=("a", "b"), population=("1", "2")).names == ("1", "2")
