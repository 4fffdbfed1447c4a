"""English: the small words sentences are made of, at the edges of what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.english import (
    apportioned,
    article,
    breakable,
    capital,
    day,
    everyday_name,
    large,
    listed,
    listed_few,
    month,
    ordinal,
    parted,
    people,
    percent,
    percents,
    plural,
    ranked,
    rounded_share,
    rounded_shares,
    shortened,
    unbroken,
)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0199, "2.0%"),
        (0.02, "2%"),
        (0.5, "50%"),
        (0.98, "98%"),
        (0.9801, "98.0%"),
        (0.0004, "under 0.1%"),
        (0.9996, "over 99.9%"),
        (0.0, "0%"),
        (1.0, "100%"),
    ],
)
def test_a_share_has_a_decimal_under_two_and_over_ninety_eight_per_cent(
    share: float, words: str
) -> None:
    assert rounded_share(share) == words


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


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ([1 / 3, 1 / 3, 1 / 3], ["34%", "33%", "33%"]),
        ([0.555, 0.445], ["56%", "44%"]),
        ([0.654, 0.331, 0.015], ["65.4%", "33.1%", "1.5%"]),
        ([0.9996, 0.0004], ["over 99.9%", "under 0.1%"]),
        ([1.0], ["100%"]),
    ],
)
def test_shares_of_one_whole_add_up_to_it(shares: list[float], words: list[str]) -> None:
    assert rounded_shares(shares) == words


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=8), st.sampled_from([100, 1_000]))
def test_every_unit_is_given_once_and_no_part_is_a_whole_unit_off(
    people: list[int], units: int
) -> None:
    shares = [count / sum(people) for count in people]
    given_ = apportioned(shares, units)
    assert sum(given_) == units
    assert all(abs(count - share * units) < 1 for count, share in zip(given_, shares, strict=True))


def test_percents_add_up_and_keep_their_words_at_the_ends() -> None:
    assert percents([0.445, 0.555]) == ["44%", "56%"]
    assert percents([0.996, 0.004]) == ["over 99%", "under 1%"]
    assert percents([1.0]) == ["100%"]


@pytest.mark.parametrize(
    ("official", "said"),
    [
        ("Herefordshire, County of", "Herefordshire"),
        ("Bristol, City of", "Bristol"),
        ("Kingston upon Hull, City of", "Kingston upon Hull"),
        ("London, City of", "City of London"),
        ("City of London", "City of London"),
        ("Bournemouth, Christchurch and Poole", "Bournemouth, Christchurch and Poole"),
    ],
)
def test_an_authority_has_the_name_people_call_it_by(official: str, said: str) -> None:
    assert everyday_name(official) == said


def test_names_that_hold_and_are_parted_by_commas_and_those_that_hold_commas_by_semicolons() -> (
    None
):
    two = ["Coventry and Warwickshire", "Herefordshire and Worcestershire"]
    assert listed(two) == "Coventry and Warwickshire, and Herefordshire and Worcestershire"
    assert listed([f"“{one}”" for one in two]) == (
        "“Coventry and Warwickshire” and “Herefordshire and Worcestershire”"
    )
    assert listed(["“a, b and c”", "d and e"]) == "“a, b and c”; and d and e"
    assert listed(["Devon", "Bath, Frome and Wells", "Kent"]) == (
        "Devon; Bath, Frome and Wells; and Kent"
    )
    assert listed(["Devon", *two]) == (
        "Devon, Coventry and Warwickshire, and Herefordshire and Worcestershire"
    )
    assert parted(two) == "Coventry and Warwickshire, Herefordshire and Worcestershire"
    assert parted(["Kent", "Bath, Frome and Wells"]) == "Kent; Bath, Frome and Wells"
    assert listed_few("abcdef", 6) == "a, b, c, d, e and f"
    assert listed_few("abcdefg", 6) == "a, b, c, d, e and 2 others"
    assert listed_few([*two, "Kent"], 2, "more") == "Coventry and Warwickshire, and 2 more"


def test_ordinals_and_people_are_counted_as_they_are_read() -> None:
    said = [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 111)]
    ends = ["st", "nd", "rd", "th", "th", "th", "th", "st", "nd", "rd", "th"]
    assert [word.lstrip("0123456789") for word in said] == ends
    assert [people(count) for count in (0, 1, 2_000)] == ["0 people", "1 person", "2,000 people"]


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


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0"),
        (999_999, "999,999"),
        (1_000_000, "1 million"),
        (1_999_878, "2 million"),
        (999_400_000, "999 million"),
        (999_600_000, "1 billion"),
        (38_926_414_261_495, "38.9 trillion"),
        (12_345_678_901_234_567_890, "12.3 quintillion"),
        (10**21, "1 sextillion"),
    ],
)
def test_large_numbers_are_said_in_three_digits_and_a_word(count, said):
    assert large(count) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("over 1.5 million people", "over 1.5\u00a0million people"),
        ("26 of 36 ICBs", "26\u00a0of\u00a036 ICBs"),
        ("4th largest of 36", "4th\u00a0largest\u00a0of\u00a036"),
        ("4 of the 25 teams", "4\u00a0of the 25 teams"),
        ("£18.76 per head", "£18.76\u00a0per\u00a0head"),
        ("Residents, mid-2024, 2025-26", "Residents, mid\u20112024, 2025\u201126"),
        ("Envelope, £ million", "Envelope, £\u00a0million"),
        ("13th highest of 36, with 3 others", "13th\u00a0highest\u00a0of\u00a036, with 3 others"),
        ("on p. 28", "on p.\u00a028"),
        ("12 km² and 2 points", "12\u00a0km² and 2\u00a0points"),
        ("£18.76 a head of 3 people", "£18.76 a head of 3 people"),
    ],
)
def test_no_line_breaks_within_a_figure(words: str, said: str) -> None:
    assert unbroken(words) == said
    assert breakable(said) == words


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (1, "largest of 36"),
        (2, "2nd largest of 36"),
        (3, "3rd largest of 36"),
        (11, "11th largest of 36"),
        (18, "18th largest of 36"),
        (19, "18th smallest of 36"),
        (33, "4th smallest of 36"),
        (35, "2nd smallest of 36"),
        (36, "smallest of 36"),
    ],
)
def test_a_place_is_said_from_the_nearer_end(place: int, said: str) -> None:
    assert ranked(place, 36, "largest", "smallest") == said


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (99, "Our plans compared: from 42 to 25, in the Midlands"),
        (45, "Our plans compared: from 42 to 25"),
        (25, "Our plans compared"),
        (13, "Our plans"),
        (5, "Our"),
        (2, "Ou"),
    ],
)
def test_a_title_is_shortened_at_a_pause_or_a_whole_word_and_without_dots(room: int, words: str):
    title = "Our plans compared: from 42 to 25, in the Midlands"
    assert shortened(title, lambda one: len(one) <= room) == words
    assert shortened("Letters of the board", lambda one: len(one) <= 14) == "Letters"
