"""The optimum of England as it is committed, asked on the command line."""

import json
import signal

import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum import __main__ as command
from footprint.optimum.__main__ import main
from footprint.optimum.asked import Asked
from footprint.optimum.search import optimum
from footprint.plans.plan import Plan

NEAREST = ("--nearest", "merged-2026-04", "--whole", "utla")
WHOLE = (*NEAREST, "--unit", "utla")


def test_the_plan_nearest_to_todays_with_every_upper_tier_whole_is_proved(capsys) -> None:
    assert main([*WHOLE, "--least", "1000000", "--seconds", "300", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["value"], told["bound"]) == ("proved", 2_928_491, 2_928_491)
    assert len(told["footprint_of_block"]) == 327
    assert len(set(told["footprint_of_block"].values())) == 32


def test_inside_regions_every_region_is_proved_and_england_is_their_sum(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    plan = shipped["merged-2026-04"].seen_as("bodies")
    asked = Asked(plan, unit="lad", whole=("utla",), least=1_000_000, inside_regions=True)
    answer = optimum(england, asked, seconds=300)
    assert {part.name: part.value for part in answer.parts if part.value} == {
        "Midlands": 1_317_909,
        "North East and Yorkshire": 52_581,
        "South West": 1_843_363,
    }
    assert (answer.state, answer.value) == ("proved", 3_213_853)
    assert len(answer.parts) == 7


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("--nearest", "nowhere"), "There is no plan nowhere"),
        ((*WHOLE, "--footprints", "0"), "A plan has at least 1 footprint;"),
        ((*WHOLE, "--least", "-1"), "The fewest people of a footprint cannot be below 0;"),
        ((*WHOLE, "--seconds", "0"), "A search takes more than 0 seconds;"),
    ],
)
def test_what_cannot_be_asked_is_refused_on_the_command_line(
    typed: tuple[str, ...], why: str, capsys
) -> None:
    with pytest.raises(SystemExit):
        main([*typed])
    assert why in capsys.readouterr().err


def test_the_keys_that_interrupt_end_a_search_with_the_best_it_found(
    monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    presses = [signal.SIGINT]
    monkeypatch.setattr(command, "_told", lambda _: presses and signal.raise_signal(presses.pop()))
    before = signal.getsignal(signal.SIGINT)
    assert main([*NEAREST, "--region", "South West", "--unit", "block"]) == 1
    assert "in the best plan found in" in capsys.readouterr().out
    assert signal.getsignal(signal.SIGINT) == before


def test_pressed_again_they_end_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever runs the tests in the background may have it ignored.
    monkeypatch.setattr(signal, "getsignal", lambda _: signal.default_int_handler)
    with command.interrupted() as enough:
        signal.raise_signal(signal.SIGINT)
        assert enough.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_every_footprint_of_today_cannot_stay_with_a_million_people(
    england: Atlas, shipped: dict[str, Plan]
) -> None:
    plan = shipped["merged-2026-04"].seen_as("bodies")
    asked = Asked(plan, unit="lad", least=1_000_000, stays=True, region="South West")
    assert optimum(england, asked, seconds=300).state == "impossible"
