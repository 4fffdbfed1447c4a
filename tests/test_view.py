"""Views: the address bar is the only memory, and whatever it says, a page is shown."""

import math
from collections.abc import Mapping
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import fields
from footprint import view as views
from footprint.view import FIELDS, MOST_ALSO, View, in_address, range_of

CODES: Mapping[str, tuple[str, ...]] = {
    "layer": ("bodies", "teams"),
    "lines": ("both", "one"),
    "plan": ("icb-2023", "agreed-2025-09", "in-force-2026-10", "london-five", "london-four"),
    "base": ("icb-2023", "agreed-2025-09"),
    "measure": ("residents", "density", "imd"),
    "area": ("QT6", "E07000089", "blmkcp"),
    "scheme": ("quantiles", "equal", "natural", "own"),
    "classes": ("2", "3", "4", "5", "6", "7"),
    "also": ("icb-2023", "agreed-2025-09", "london-five", "london-four"),
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


def from_query(*asked: object, **more: object) -> tuple[View, list[str]]:
    """The view that is read, and what a page says of what was put right."""
    view, put_right = views.from_query(*asked, **more)
    return view, [one.on_page for one in put_right]


KEYS = st.text("abcdefghij-0123456789", min_size=1, max_size=12)
WRITTEN = st.text(st.characters(exclude_categories=()), max_size=60)


def number(least: float, most: float) -> st.SearchStrategy[float]:
    """Numbers of a range as exact as an address holds them."""
    return st.integers(round(least * 1e6), round(most * 1e6)).map(lambda n: n / 1e6)


CUTS = st.lists(
    st.integers(-(10**12), 10**12).map(float) | number(-9_999, 9_999), max_size=8, unique=True
).map(lambda cuts: tuple(sorted(cuts)))


def offered(name: str) -> st.SearchStrategy[object]:
    usual = getattr(DEFAULTS, name)
    return st.sampled_from([*map(type(usual), CODES.get(name, ())), usual])


def with_cuts(view: View, cuts: tuple[float, ...]) -> View:
    """Cuts are only ever given to be used, so they come with the scheme that uses them."""
    return view.with_(cuts=cuts, scheme="own") if cuts else view


OF_THEIR_OWN: Mapping[str, st.SearchStrategy[object]] = {
    "cuts": st.just(()),
    "tolerance": number(*range_of("tolerance")),
    "cap": number(*range_of("cap")),
    "cut": number(*range_of("cut")),
    "saving": number(*range_of("saving")),
    "least": st.integers(*range_of("least")),
    "trusts": st.integers(*range_of("trusts")),
    "baseline": WRITTEN,
    "option": WRITTEN,
    "must": st.lists(KEYS, max_size=5).map(tuple),
    "tags": st.lists(KEYS, max_size=5).map(tuple),
    "also": st.lists(st.sampled_from(CODES["also"]), max_size=MOST_ALSO, unique=True).map(tuple),
}
VALID = st.builds(
    with_cuts,
    st.builds(View, **{name: OF_THEIR_OWN.get(name, offered(name)) for name in FIELDS}),
    CUTS,
)


@given(view=VALID)
def test_a_view_survives_the_address_bar(view: View) -> None:
    assert from_query(view.to_query(), CHOICES) == (view, [])


@given(view=VALID)
def test_the_address_leaves_out_what_is_as_it_would_be_anyway(view: View) -> None:
    query = view.to_query()
    assert set(query) == {f for f in FIELDS if getattr(view, f) != getattr(DEFAULTS, f)}


@given(view=VALID)
def test_every_field_is_read_to_its_type(view: View) -> None:
    read, _ = from_query(view.to_query(), CHOICES)
    for name, kind in get_type_hints(View).items():
        value = getattr(read, name)
        many = getattr(kind, "__args__", ())
        assert type(value) is (tuple if many else kind)
        assert all(type(one) is many[0] for one in (value if many else ()))


@pytest.mark.parametrize(
    ("changes", "query"),
    [
        ({"tolerance": 2.0}, {"tolerance": "2"}),
        ({"cap": 20.5, "cut": 33.0}, {"cap": "20.5", "cut": "33"}),
        ({"saving": 1_500_000.0}, {"saving": "1500000"}),
        ({"least": 1_500_000, "trusts": 3}, {"least": "1500000", "trusts": "3"}),
        ({"classes": 4}, {"classes": "4"}),
        ({"cuts": (0.5, 2_000_000.0), "scheme": "own"}, {"scheme": "own", "cuts": "0.5_2000000"}),
        ({"must": ("people", "region")}, {"must": "people_region"}),
        ({"also": ("london-five", "icb-2023")}, {"also": "london-five_icb-2023"}),
        ({"option": "1.x", "saved": "saved-1"}, {"option": "1.x", "saved": "saved-1"}),
    ],
)
def test_each_kind_of_field_is_written_in_the_words_of_the_address(
    changes: dict[str, object], query: dict[str, str]
) -> None:
    assert DEFAULTS.with_(**changes).to_query() == query


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_as_it_would_be_anyway_is_not_written(name: str) -> None:
    assert in_address(name, getattr(DEFAULTS, name)) is None


def test_shares_are_of_one_where_the_address_has_per_cent() -> None:
    view, _ = from_query({"tolerance": "2.5", "cut": "40"}, CHOICES)
    assert (view.tolerance_share, view.cut_share) == (0.025, 0.4)


def test_counts_of_people_and_trusts_are_whole() -> None:
    view, said = from_query({"least": "1499999.6", "trusts": "3.2"}, CHOICES)
    assert (view.least, view.trusts, said) == (1_500_000, 3, [])


@pytest.mark.parametrize(
    ("also", "kept", "sentence"),
    [
        ("london-five__london-five", ("london-five",), ""),
        (
            "moon_london-five",
            ("london-five",),
            "The link asks for a further plan “moon” that does not exist. It was left out.",
        ),
        (
            "_".join(CODES["also"]),
            CODES["also"][:MOST_ALSO],
            "The link asks for the further plans “words for london-five” and “words for "
            "london-four” as well, and four plans can be compared at once. They were left out.",
        ),
        (
            "gone",
            (),
            "The link asks for a further plan that cannot be shown. It was taken away. It was left "
            "out.",
        ),
    ],
)
def test_further_plans_are_those_offered_once_each_and_not_too_many(
    also: str, kept: tuple[str, ...], sentence: str
) -> None:
    view, said = from_query({"also": also}, CHOICES, refused={"gone": "It was taken away."})
    assert view == DEFAULTS.with_(also=kept)
    assert said == ([sentence] if sentence else [])


def test_a_value_that_is_refused_says_why_and_what_is_shown() -> None:
    view, said = from_query({"plan": "gone"}, CHOICES, refused={"gone": "It was taken away."})
    assert view == DEFAULTS
    assert said == [
        "The link asks for a plan that cannot be shown. It was taken away. "
        "You see “words for in-force-2026-10” instead."
    ]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            {"cap": "1000.5"},
            "The link asks for a cap of “1000.5”, which is not between 0 and 1,000. "
            "18.76 is used instead.",
        ),
        (
            {"least": "all"},
            "The link asks for a least population of “all”, which is not between 0 and "
            "60,000,000. 1000000 is used instead.",
        ),
    ],
)
def test_a_wrong_number_is_told_with_its_range(query: dict[str, str], sentence: str) -> None:
    assert from_query(query, CHOICES) == (DEFAULTS, [sentence])


def test_the_usual_view_has_an_empty_address() -> None:
    assert DEFAULTS.to_query() == {}
    assert from_query({}, CHOICES) == (DEFAULTS, [])


def test_changing_a_view_leaves_the_old_one_alone() -> None:
    changed = DEFAULTS.with_(plan="london-five", area="QT6")
    assert changed.to_query() == {"plan": "london-five", "area": "QT6"}
    assert DEFAULTS.plan == "in-force-2026-10"


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
            "in-force-2026-10",
            "The link asks for a plan “moon” that does not exist. "
            "You see “words for in-force-2026-10” instead.",
        ),
        (
            "area",
            "QT66",
            "",
            "The link asks for an area “QT66” that does not exist. You see the usual view instead.",
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
    assert getattr(view, name) == type(getattr(DEFAULTS, name))(shown)
    assert view.with_(**{name: getattr(DEFAULTS, name)}) == DEFAULTS
    assert said == [sentence]


def test_a_wrong_number_of_classes_is_never_kept() -> None:
    for wrong in ("0", "1", "8", "-5", "5.0", "five"):
        view, said = from_query({"classes": wrong}, CHOICES)
        assert str(view.classes) in CHOICES["classes"]
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
    assert (view.cuts, said) == (numbers, [])
    assert view.to_query().get("cuts", "") == read
    assert view.scheme == ("own" if read else "quantiles")


@pytest.mark.parametrize("cuts", ["nan", "1;inf", "-inf", "1e999", "one;two", "$5", "1/2"])
def test_cuts_that_are_not_numbers_are_left_out(cuts: str) -> None:
    view, said = from_query({"cuts": cuts}, CHOICES)
    assert view.cuts == ()
    assert len(said) == 1
    assert said[0].startswith("The link asks for cuts that cannot be read. “")


@pytest.mark.parametrize(("name", "most"), [("tolerance", 49), ("cut", 100), ("trusts", 20)])
def test_a_number_outside_its_range_is_told_and_the_usual_one_used(name: str, most: int) -> None:
    for wrong in (str(most + 1), "-1", "nan", "lots", ""):
        view, said = from_query({name: wrong}, CHOICES)
        assert getattr(view, name) == getattr(DEFAULTS, name)
        assert len(said) == 1
    assert from_query({name: str(most)}, CHOICES) == (DEFAULTS.with_(**{name: most}), [])


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
        st.sampled_from(list(FIELDS)) | st.text(max_size=60), st.text(max_size=400), max_size=6
    )
)
def test_nothing_in_an_address_stops_the_page(query: dict[str, str]) -> None:
    view, said = from_query(query, CHOICES)
    safe(view, said)
    assert from_query(view.to_query(), CHOICES) == (view, [])


def safe(view: View, said: list[str]) -> None:
    """Every field may be used as it stands, and every sentence is short enough to show."""
    for name in CHOICES.keys() - {"also"}:
        assert getattr(view, name) == getattr(DEFAULTS, name) or (
            str(getattr(view, name)) in CHOICES[name]
        )
    assert set(view.also) <= CHOICES["also"].keys()
    assert all(math.isfinite(number) for number in view.cuts)
    assert list(view.cuts) == sorted(set(view.cuts))
    assert all(len(sentence) < 200 and sentence.endswith(".") for sentence in said)


def test_an_address_of_the_days_of_two_sets_of_icbs_still_opens() -> None:
    view, said = from_query({"icbs": "icb-2023", "measure": "imd"}, CHOICES)
    assert (view.plan, view.layer, view.measure, said) == ("icb-2023", "bodies", "imd", [])


def test_every_plan_in_view_is_seen_by_the_layer_asked_for() -> None:
    view = View(plan="agreed-2025-09", other="icb-2023", also=("london-five",), layer="bodies")
    assert view.plan_key == "agreed-2025-09~bodies"
    assert view.other_key == "icb-2023~bodies"
    assert view.also_keys == ("london-five~bodies",)
    assert view.with_(layer="").plan_key == "agreed-2025-09"


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_a_value_longer_than_anybody_can_mean_is_not_looked_at(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fields, "get_close_matches", _never)
    most = FIELDS[name].kind.longest
    view, said = from_query({name: "x" * (most + 1)}, CHOICES)
    assert getattr(view, name) == FIELDS[name].usual
    assert said == [
        f"The link asks for “{name}” with {most + 1:,} characters, and at most {most:,} are read. "
        "It was left out."
    ]


def test_what_is_too_long_to_be_a_slip_is_compared_with_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []
    monkeypatch.setattr(fields, "get_close_matches", lambda text, *_, **__: compared.append(text))
    _, said = from_query({"plan": "x" * 101}, CHOICES)
    assert compared == [""]
    assert len(said) == 1


def test_of_many_parts_that_no_page_knows_the_first_are_named_and_the_rest_counted() -> None:
    _, said = from_query({f"junk{number}": "x" for number in range(10_000)}, CHOICES)
    assert len(said) == 5
    assert said[-1].endswith("It was left out. So were 9,995 more that it does not know.")


def _never(*_: object, **__: object) -> list[str]:
    raise AssertionError("It was compared.")


def test_five_unknown_words_of_a_link_are_named_and_more_are_counted() -> None:
    def said(count: int) -> list[str]:
        return from_query({f"x{n}": "1" for n in range(count)}, CHOICES)[1]

    assert len(said(5)) == 5
    assert all("which this page does not know" in one for one in said(5))
    assert said(6) == [*said(5)[:4], f"{said(5)[4]} So were 1 more that it does not know."]


@pytest.mark.parametrize(("name", "most"), [("also", 2), ("scope", 42), ("keep", 8)])
def test_of_several_as_many_are_kept_as_the_page_has_room_for(name: str, most: int) -> None:
    offered = {name: {f"k{number}": f"Number {number}" for number in range(50)}}
    keys = [f"k{number}" for number in range(most + 1)]
    view, said = from_query({name: "_".join(keys[:-1])}, offered)
    assert (getattr(view, name), said) == ((*keys[:-1],), [])
    view, (sentence,) = from_query({name: "_".join(keys)}, offered)
    assert getattr(view, name) == (*keys[:-1],)
    assert f"“Number {most}” as well, and " in sentence


def test_four_thousand_characters_of_a_field_are_read_and_a_million_of_a_drawing() -> None:
    for name, most in (("find", 4_000), ("option", 1_000_000), ("steps", 1_000_000)):
        assert getattr(from_query({name: "x" * most}, CHOICES)[0], name) == "x" * most
        assert getattr(from_query({name: "x" * (most + 1)}, CHOICES)[0], name) == ""
