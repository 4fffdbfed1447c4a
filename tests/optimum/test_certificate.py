"""The certificate: an answer that was tampered with in any way does not pass."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.answer import Answer
from footprint.optimum.asked import Asked
from footprint.optimum.certificate import check
from footprint.optimum.search import optimum
from footprint.plans.plan import Plan
from tests.optimum.conftest import claimed


def plan_of(owners: str) -> tuple[tuple[str, str], ...]:
    return tuple(zip(("A-1", "A-2", "B-1", "B-3", "C-4", "D-4"), owners, strict=True))


@pytest.fixture
def judged(toy: Atlas, today: Plan) -> Callable[..., tuple[str, ...]]:
    """What the certificate says of a plan that is claimed to be proved with a value."""

    def judge(owners: str, value: int, **asked: object) -> tuple[str, ...]:
        question = Asked(today, **asked)
        return check(toy, question, claimed(question, plan_of(owners), value))

    return judge


@pytest.mark.parametrize(
    ("owners", "value", "asked", "fault"),
    [
        ("WWWMEE", 0, {"whole": ("lad",)}, "The district B is split."),
        ("WWWMEE", 0, {"least": 500}, "M has only 400 people."),
        ("MWWMEE", 100, {}, "M is in 2 pieces."),
        ("WWMMEE", 200, {"locked": frozenset("W")}, "W is locked, and changed."),
        ("WWWMEM", 600, {"inside_regions": True}, "M leaves its NHS region."),
        ("MMMMEE", 600, {"stays": True}, "W lost A-2, where most of its people live."),
        ("MMMMEE", 600, {"footprints": 3}, "There are 2 footprints and not 3."),
        ("MWWMEE", 100, {"unit": "lad"}, "A part that moves whole was cut: A|W."),
        ("WWMMEE", 100, {}, "The aim comes to 200 and not to 100."),
        ("WWWMEE", 0, {"aim": "even", "footprints": 3}, "The aim comes to 700 and not to 0."),
        ("WWWMEE", 0, {"aim": "split", "split": "lad", "stays": True}, "comes to 1 and not to 0."),
        ("WWWMEZ", 600, {}, "The plan asked about has no footprint Z."),
        ("ZXWYEV", 600, {}, "The plan asked about has no footprint V, X, Y, Z."),
    ],
)
def test_a_plan_that_breaks_a_test_is_told_by_it(judged, owners, value, asked, fault) -> None:
    assert any(fault in said for said in judged(owners, value, **asked))


@pytest.mark.parametrize(
    ("owners", "value", "asked"),
    [
        ("WWMMEE", 200, {"whole": ("lad",), "least": 400, "inside_regions": True}),
        ("MMMMEE", 600, {"footprints": 2, "locked": frozenset("E"), "unit": "lad"}),
        ("MWWMEE", 100, {"one_piece": False}),
        ("WWWMEE", 700, {"aim": "even", "stays": True}),
    ],
)
def test_a_plan_that_meets_what_was_asked_passes(judged, owners, value, asked) -> None:
    assert judged(owners, value, **asked) == ()


@pytest.fixture(scope="module")
def proved(toy: Atlas, today: Plan) -> Answer:
    return optimum(toy, Asked(today, whole=("lad",)))


@pytest.mark.parametrize(
    ("tampered", "fault"),
    [
        ({"bound": 199}, "the bound is another"),
        ({"bound": 201}, "better than what is said to be possible"),
        ({"value": 150}, "comes to 200 and not to 150"),
        ({"pairs": plan_of("WWMMEE")[1:]}, "exactly one footprint"),
        ({"pairs": plan_of("WWMMEE") + (("D-4", "E"),)}, "exactly one footprint"),
        ({"state": "impossible"}, "where none is said to be found"),
        ({"parts": ()}, "do not add up"),
    ],
)
def test_an_answer_that_was_tampered_with_is_found_out(toy: Atlas, proved, tampered, fault) -> None:
    assert check(toy, proved.asked, proved) == ()
    assert fault in " ".join(check(toy, proved.asked, replace(proved, **tampered)))


def test_blocks_out_of_their_order_or_named_twice_do_not_pass(toy: Atlas, today: Plan) -> None:
    asked, pairs = Asked(today), plan_of("WWWMEE")
    refused = ("Not every block asked about has exactly one footprint.",)
    assert check(toy, asked, claimed(asked, pairs, 0)) == ()
    assert check(toy, asked, claimed(asked, pairs[::-1], 0)) == refused
    assert check(toy, asked, claimed(asked, (*pairs, pairs[-1]), 0)) == refused
