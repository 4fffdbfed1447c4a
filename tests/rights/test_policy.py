"""Who may do what: every role, to every kind of option, in every act."""

from itertools import product
from typing import get_args

import pytest

from footprint.rights.person import ROLES, SIGNED_OUT, Person
from footprint.rights.policy import TABLE, Access, Act, Standing, may, refusal, standing

ACTS, STANDINGS = get_args(Act), get_args(Standing)
OPTIONS = {
    "own": Access("ada", "Ada", "private"),
    "shared": Access("ben", "Ben", "team", "planning"),
    "hidden": Access("ben", "Ben", "private"),
    "none": None,
}
# One row for each role and kind of option: see, begin, save, remark, rename, archive, restore,
# share, audit.
EXPECTED = """
    reader own     x........
    reader shared  x........
    reader hidden  .........
    reader none    .........
    editor own     x.xxxxxx.
    editor shared  x.xx.....
    editor hidden  .........
    editor none    .x.......
    admin  own     x.xxxxxx.
    admin  shared  x.xxxxxx.
    admin  hidden  x.xxxxxx.
    admin  none    .x......x
"""
ROWS = [line.split() for line in EXPECTED.strip().splitlines()]


@pytest.mark.parametrize(("role", "kind", "marks"), ROWS)
def test_each_role_may_do_to_each_kind_of_option_what_the_table_says(role, kind, marks) -> None:
    person = Person("ada", "Ada", role, frozenset({"planning"}))
    assert standing(person, OPTIONS[kind]) == kind
    done = "".join("x" if may(person, act, OPTIONS[kind]) else "." for act in ACTS)
    assert done == marks


def test_no_role_and_no_kind_of_option_is_left_out() -> None:
    every = set(product(ROLES, STANDINGS))
    assert {(role, kind) for role, kind, _ in ROWS} == every == set(TABLE)


@pytest.mark.parametrize(
    ("access", "kind"),
    [
        (Access(), "shared"),
        (Access("ben", "Ben", "everybody"), "shared"),
        (Access("ben", "Ben", "team", "finance"), "hidden"),
        (Access("ben", "Ben", "team", ""), "hidden"),
        (Access("ben", "Ben", "private", "planning"), "hidden"),
        (Access("ada", "Ada", "private", intact=False), "hidden"),
    ],
)
def test_what_an_option_is_to_somebody_follows_from_owner_audience_and_teams(access, kind) -> None:
    assert standing(Person("ada", "Ada", "editor", frozenset({"planning"})), access) == kind


@pytest.mark.parametrize("act", ACTS)
def test_the_signed_out_may_do_nothing_to_anything(act) -> None:
    # An option without an owner has the id that nobody has.
    assert not any(may(SIGNED_OUT, act, access) for access in (*OPTIONS.values(), Access()))


@pytest.mark.parametrize("act", ACTS)
def test_where_nobody_signs_in_everybody_may_do_everything_but_read_an_audit(act) -> None:
    assert {may(None, act, access) for access in OPTIONS.values()} == {act != "audit"}


@pytest.mark.parametrize("act", [act for act in ACTS if act != "see"])
def test_each_refusal_is_a_sentence(act) -> None:
    assert refusal(act).endswith(".")
