"""English: the small words sentences are made of, at the edges of what they say."""

import pytest

from footprint.english import (
    article,
    capital,
    day,
    listed,
    month,
    ordinal,
    percent,
    plural,
    rounded_shares,
)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0199, "2.0%"),
        (0.02, "2%"),
        (0.5, "50%"),
        (0.98, "98%"),
        (0.9801, "98.0%"),
        (1.0, "100.0%"),
    ],
)
def test_a_share_has_a_decimal_under_two_and_over_ninety_eight_per_cent(
    share: float, words: str
) -> None:
    assert rounded_shares([share]) == [words]


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0%"),
        (0.005, "under 1%"),
        (0.00501, "1%"),
        (0.99499, "99%"),
        (0.995, "over 99%"),
        (1.0, "100%"),
    ],
)
def test_some_is_never_none_and_most_is_never_all(share: float, words: str) -> None:
    assert percent(share) == words


def test_a_month_is_said_by_name_and_no_date_as_none() -> None:
    assert month("2026-01") == "January 2026"
    assert month("2026-12-31") == "December 2026"
    assert month("") == "no date"
    assert day("2026-09-07") == "7 September 2026"
    assert day("2026-09") == "September 2026"


def test_words_are_joined_counted_and_begun_as_a_sentence_does() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert [plural(count, "team", "teams") for count in (0, 1, 2)] == [
        "0 teams",
        "1 team",
        "2 teams",
    ]
    assert [article(word) for word in ("Option", "plan", "upper tier")] == [
        "an Option",
        "a plan",
        "an upper tier",
    ]
    assert capital("the cap of £5") == "The cap of £5"


def test_places_end_as_they_are_said() -> None:
    said = " ".join(ordinal(place) for place in (1, 2, 3, 4, 11, 12, 13, 21, 22, 111, 123))
    assert said == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 111th 123rd"
