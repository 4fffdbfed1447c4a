"""Views: the address bar is the only memory, and whatever it says, a page is shown."""

import math
from collections.abc import Mapping
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.view import FIELDS, View, from_query, plain

CODES: Mapping[str, tuple[str, ...]] = {
    "icbs": ("icb-2023", "merged-2026-04"),
    "plan": ("icb-2023", "agreed-2025-09", "london-five", "london-four"),
    "base": ("icb-2023", "agreed-2025-09"),
    "measure": ("residents", "density", "imd"),
    "area": ("QT6", "E07000089", "blmkcp"),
    "scheme": ("quantiles", "equal", "natural", "own"),
    "classes": ("2", "3", "4", "5", "6", "7"),
}
CHOICES = {name: {code: f"words for {code}" for code in codes} for name, codes in CODES.items()}
HOSTILE = [
    "",
    " ",
    "nan",
    "inf",
    "-inf,1",
    "1e999",
    "1,,2",
    ",",
    "1;2",
    "0x10",
    "9" * 5_000,
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    '"; drop table plans',
    "x" * 300,
    "🏥" * 50,
    "\u202eאבג",
    "\x00",
    "../../etc/passwd",
    "%00%0a",
    "{{ 7*7 }}",
    "\ud83d",
]
DEFAULTS = View()
CUTS = st.lists(
    st.integers(-(10**12), 10**12) | st.integers(-9_999, 9_999).map(lambda n: n / 100),
    max_size=8,
    unique=True,
)


def as_text(cuts: list[float]) -> str:
    return "_".join(plain(cut) for cut in sorted(cuts))


def with_cuts(view: View, cuts: str) -> View:
    """Cuts are only ever given to be used, so they come with the scheme that uses them."""
    return view.with_(cuts=cuts, scheme="own") if cuts else view


VALID = st.builds(
    with_cuts,
    st.builds(
        View,
        **{name: st.sampled_from((*CHOICES[name], getattr(DEFAULTS, name))) for name in CHOICES},
    ),
    CUTS.map(as_text),
)


@given(view=VALID)
def test_a_view_survives_the_address_bar(view: View) -> None:
    assert from_query(view.to_query(), CHOICES) == (view, [])


@given(view=VALID)
def test_the_address_leaves_out_what_is_as_it_would_be_anyway(view: View) -> None:
    query = view.to_query()
    assert set(query) == {f for f in FIELDS if getattr(view, f) != getattr(DEFAULTS, f)}


def test_the_usual_view_has_an_empty_address() -> None:
    assert DEFAULTS.to_query() == {}
    assert from_query({}, CHOICES) == (DEFAULTS, [])


def test_changing_a_view_leaves_the_old_one_alone() -> None:
    changed = DEFAULTS.with_(plan="london-five", area="QT6")
    assert changed.to_query() == {"plan": "london-five", "area": "QT6"}
    assert DEFAULTS.plan == "agreed-2025-09"


@pytest.mark.parametrize(
    ("name", "wrong", "shown", "sentence"),
    [
        (
            "plan",
            "london-fife",
            "london-five",
            "The link asks for a plan “london-fife” that does not exist. "
            "You see “words for london-five” instead.",
        ),
        (
            "plan",
            "moon",
            "agreed-2025-09",
            "The link asks for a plan “moon” that does not exist. "
            "You see “words for agreed-2025-09” instead.",
        ),
        (
            "area",
            "QT66",
            "QT6",
            "The link asks for an area “QT66” that does not exist. "
            "You see “words for QT6” instead.",
        ),
        (
            "area",
            "nowhere",
            "",
            "The link asks for an area “nowhere” that does not exist. "
            "You see the usual view instead.",
        ),
        (
            "classes",
            "99",
            "5",
            "The link asks for a number of classes “99” that does not exist. "
            "You see “words for 5” instead.",
        ),
        (
            "scheme",
            "quantile",
            "quantiles",
            "The link asks for a way of making classes “quantile” that does not exist. "
            "You see “words for quantiles” instead.",
        ),
    ],
)
def test_a_wrong_value_is_put_right_and_said_in_one_sentence(
    name: str, wrong: str, shown: str, sentence: str
) -> None:
    view, said = from_query({name: wrong}, CHOICES)
    assert view == DEFAULTS.with_(**{name: shown})
    assert said == [sentence]


def test_a_wrong_number_of_classes_is_never_kept() -> None:
    for wrong in ("0", "1", "8", "-5", "5.0", "five"):
        view, said = from_query({"classes": wrong}, CHOICES)
        assert view.classes in CHOICES["classes"]
        assert len(said) == 1


def test_every_wrong_value_is_said_once() -> None:
    _, said = from_query({"plan": "moon", "measure": "cheese", "cuts": "x"}, CHOICES)
    assert len(said) == 3


def test_what_no_page_knows_is_left_out_and_said() -> None:
    view, said = from_query({"colour": "red"}, CHOICES)
    assert view == DEFAULTS
    assert said == ["The link asks for “colour”, which this page does not know. It was left out."]


def test_streamlits_own_words_in_the_address_are_not_ours_to_judge() -> None:
    assert from_query({"embed": "true", "embed_options": "dark"}, CHOICES) == (DEFAULTS, [])


@pytest.mark.parametrize(
    ("cuts", "read", "numbers"),
    [
        ("1_2", "1_2", (1, 2)),
        ("2, 1;1.0", "1_2", (1, 2)),
        ("100_200", "100_200", (100, 200)),
        ("1000000,2500000", "1000000_2500000", (1_000_000, 2_500_000)),
        ("1,000,000, 2,500,000", "1000000_2500000", (1_000_000, 2_500_000)),
        ("1,000,000; 2.5m", "1000000_2500000", (1_000_000, 2_500_000)),
        ("£20;£30", "20_30", (20, 30)),
        ("5% 10%", "5_10", (5, 10)),
        ("1e6", "1000000", (1_000_000,)),
        ("0.5,18.76", "0.5_18.76", (0.5, 18.76)),
        (",,3,", "3", (3,)),
        ("0.12345671_0.12345672", "0.123457", (0.123457,)),
        ("", "", ()),
    ],
)
def test_cuts_are_read_as_people_write_them_and_sorted_once_each(
    cuts: str, read: str, numbers: tuple[float, ...]
) -> None:
    view, said = from_query({"cuts": cuts}, CHOICES)
    assert (view.cuts, view.cut_values, said) == (read, numbers, [])
    assert view.scheme == ("own" if read else "quantiles")


@pytest.mark.parametrize("cuts", ["nan", "1;inf", "-inf", "1e999", "one;two", "$5", "1/2"])
def test_cuts_that_are_not_numbers_are_left_out(cuts: str) -> None:
    view, said = from_query({"cuts": cuts}, CHOICES)
    assert view.cuts == ""
    assert len(said) == 1
    assert said[0].startswith("The link’s cuts were left out. “")


@pytest.mark.parametrize(("name", "most"), [("tolerance", 49), ("cut", 100), ("trusts", 20)])
def test_a_number_outside_its_range_is_told_and_the_usual_one_used(name: str, most: int) -> None:
    for wrong in (str(most + 1), "-1", "nan", "lots", ""):
        view, said = from_query({name: wrong}, CHOICES)
        assert getattr(view, name) == getattr(DEFAULTS, name)
        assert len(said) == 1
    assert from_query({name: str(most)}, CHOICES) == (DEFAULTS.with_(**{name: str(most)}), [])


def test_only_what_the_page_looks_at_is_spoken_of() -> None:
    view, said = from_query({"plan": "moon", "area": "nowhere"}, CHOICES, ("area",))
    assert view == DEFAULTS
    assert len(said) == 1


@pytest.mark.parametrize("name", [*FIELDS, "unknown"])
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_value_never_stops_the_page(name: str, value: str) -> None:
    safe(*from_query({name: value}, CHOICES))


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_never_stops_the_page(name: str) -> None:
    safe(*from_query({name: "x"}, CHOICES))


@given(
    query=st.dictionaries(
        st.sampled_from(FIELDS) | st.text(max_size=60), st.text(max_size=400), max_size=6
    )
)
def test_nothing_in_an_address_stops_the_page(query: dict[str, str]) -> None:
    view, said = from_query(query, CHOICES)
    safe(view, said)
    assert from_query(view.to_query(), CHOICES) == (view, [])


def safe(view: View, said: list[str]) -> None:
    """Every field may be used as it stands, and every sentence is short enough to show."""
    for name, allowed in CHOICES.items():
        assert getattr(view, name) in (*allowed, getattr(DEFAULTS, name))
    assert all(math.isfinite(number) for number in view.cut_values)
    assert list(view.cut_values) == sorted(set(view.cut_values))
    assert all(len(sentence) < 200 and sentence.endswith(".") for sentence in said)


def test_every_field_of_a_view_is_text_with_a_default() -> None:
    assert tuple(field.name for field in fields(View)) == FIELDS
    assert all(isinstance(getattr(DEFAULTS, name), str) for name in FIELDS)
