"""Fields: each kind reads what an address says, and says what it put right."""

from __future__ import annotations

import pytest

from footprint.fields import (
    Asked,
    CutError,
    Cuts,
    Free,
    Keys,
    Number,
    OneOf,
    Read,
    Several,
    Value,
    plain,
    read_cuts,
    short,
)

PLANS = {"first-plan": "The first", "second-plan": "The second"}


def asked(text: str, usual: object = "first-plan", **refused: str) -> Asked:
    return Asked(text, usual, PLANS, refused)


def told(read: Read) -> tuple[Value, str]:
    """What was read, and what a page says of what was put right."""
    value, put_right = read
    return value, put_right.on_page if put_right else ""


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("second-plan", "second-plan", ""),
        (
            "second-plam",
            "second-plan",
            "The link asks for a plan “second-plam” that does not exist. You see “The second” "
            "instead.",
        ),
        (
            "else",
            "first-plan",
            "The link asks for a plan “else” that does not exist. You see “The first” instead.",
        ),
        (
            "gone",
            "first-plan",
            "The link asks for a plan that cannot be shown. It went. You see “The first” instead.",
        ),
    ],
)
def test_one_of_several_is_the_nearest_to_what_is_asked(text: str, value: str, said: str) -> None:
    assert told(OneOf("a plan").read(asked(text, gone="It went."))) == (value, said)


def test_a_code_is_never_taken_for_one_a_letter_apart() -> None:
    value, said = told(OneOf("a plan", nearest=False).read(asked("second-plam")))
    assert value == "first-plan"
    assert said.endswith("You see “The first” instead.")
    usual, said = told(OneOf("an area", nearest=False).read(asked("X", usual="")))
    assert (usual, said.endswith("You see the usual view instead.")) == ("", True)


def test_the_usual_value_needs_not_be_offered() -> None:
    assert told(OneOf("a number", int).read(asked("5", usual=5))) == (5, "")


@pytest.mark.parametrize(("letters", "near"), [(100, True), (101, False)])
def test_only_what_is_short_enough_is_taken_for_a_slip(letters: int, near: bool) -> None:
    name = "a" * letters
    found, _ = told(OneOf("a plan").read(Asked(f"{name[:-1]}b", "usual", {name: "Long"}, {})))
    assert found == (name if near else "usual")


@pytest.mark.parametrize(
    ("text", "kept", "said"),
    [
        ("first-plan", ("first-plan",), ""),
        ("first-plan_first-plan_", ("first-plan",), ""),
        (
            "else_first-plan",
            ("first-plan",),
            "The link asks for a further plan “else” that does not exist. It was left out.",
        ),
        (
            "second-plan_first-plan",
            ("second-plan",),
            "The link asks for the further plan “The first” as well, and at most 1 can be added. "
            "It was left out.",
        ),
        (
            "gone",
            (),
            "The link asks for a further plan that cannot be shown. It went. It was left out.",
        ),
    ],
)
def test_of_several_the_first_left_out_is_told(text: str, kept: tuple[str, ...], said: str) -> None:
    assert told(Several("further plan", 1).read(asked(text, gone="It went."))) == (kept, said)


@pytest.mark.parametrize(("text", "value"), [("1", 1), ("20", 20), ("2.0000001", 2), ("1e1", 10)])
def test_a_number_at_the_ends_of_its_range_is_within_it(text: str, value: float) -> None:
    assert told(Number("a number", 1, 20, round).read(asked(text, usual=3))) == (value, "")


@pytest.mark.parametrize("text", ["0.9", "20.1", "nan", "inf", "many", ""])
def test_any_other_number_is_told_with_its_range(text: str) -> None:
    wrong = f"The link asks for a number of “{text}”, which is not between 1 and 20."
    assert told(Number("a number", 1, 20, round).read(asked(text, usual=3))) == (
        3,
        f"{wrong} 3 is used instead.",
    )


@pytest.mark.parametrize(
    ("typed", "cuts"),
    [
        ("", ()),
        ("1,000,000; 2m", (1e6, 2e6)),
        ("3 1 2 1", (1, 2, 3)),
        ("1,2,3", (1, 2, 3)),
        ("1,000,20", (20, 1_000)),
        ("£30_5%_2k_1bn", (5, 30, 2_000, 1e9)),
        (".5 -1 1e3", (-1, 0.5, 1_000)),
        ("1e15", (1e15,)),
    ],
)
def test_cuts_are_read_as_they_are_typed(typed: str, cuts: tuple[float, ...]) -> None:
    assert read_cuts(typed) == cuts


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1;x", "“x” is not a number. Write cuts like 1,000,000; 2,000,000."),
        ("1e16", "“1e16” is too large to be a cut."),
        ("-2e15", "“-2e15” is too large to be a cut."),
    ],
)
def test_a_cut_that_cannot_be_is_named(typed: str, said: str) -> None:
    with pytest.raises(CutError, match=f"^{said}$"):
        read_cuts(typed)
    assert told(Cuts().read(asked(typed))) == (
        (),
        f"The link asks for cuts that cannot be read. {said} They were left out.",
    )


def test_what_is_written_is_read_again() -> None:
    assert Cuts().write((0.5, 1_000_000.0)) == "0.5_1000000"
    assert Keys().write(("a", "b")) == "a_b"
    assert told(Keys().read(asked("a__b_"))) == (("a", "b"), "")
    assert told(Free().read(asked(" as it is "))) == (" as it is ", "")
    assert Free().write(" as it is ") == " as it is "


@pytest.mark.parametrize(
    ("number", "digits"),
    [(100.0, "100"), (0.1, "0.1"), (1e15, "1000000000000000"), (0.0000004, "0"), (-2.5, "-2.5")],
)
def test_a_number_is_digits_and_a_point(number: float, digits: str) -> None:
    assert plain(number) == digits


def test_a_sentence_has_room_for_forty_letters() -> None:
    assert short("a" * 40) == "a" * 40
    assert short("a" * 41) == "a" * 39 + "…"
