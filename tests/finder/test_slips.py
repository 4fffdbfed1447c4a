"""Slips: a misspelt name is put right where one name only can have been meant."""

import pytest

from footprint.finder.slips import meant

WORDS = {"boston": "b", "bolton": "o", "harlow": "h", "wychavon": "w", "cedar": "c"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("cedr", "c"), ("ceadr", "c"), ("harlw", "h"), ("wychavn", "w"), ("wichavan", "w")],
)
def test_one_edit_or_two_in_a_long_name_are_a_slip(text: str, code: str) -> None:
    assert meant(text, WORDS) == code


@pytest.mark.parametrize("text", ["bodton", "bristol", "cdr", "tedar", "", "cedar2", "x" * 100])
def test_doubt_another_first_letter_and_digits_are_none(text: str) -> None:
    assert meant(text, WORDS) == ""


def test_two_names_of_one_place_do_not_put_each_other_in_doubt() -> None:
    assert meant("cedarr", {**WORDS, "cedars": "c"}) == "c"
