"""Walks: what people do one after the other, on the app and on the naive page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.load.person import Person
from tests.browser.conftest import ROOT

Step = Callable[[Person, Random], Awaitable[None]]

MEASURE, TIMELINE, GROUND = "What the map shows", "Step through time", "Ground of the map"
_READ = ("", "Clusters", "Money", "Compare", "Criteria", "Local_authorities", "My_ICB")
_PLACES = ("E38000136", "QMJ", "QWE", "QOQ", "")


@dataclass(frozen=True)
class Place:
    """A script to serve, and the steps people take on it, by their kind, with how often.

    A process of one that `ends` does so when nobody has been there for a while.
    """

    name: str
    script: Path
    steps: dict[str, tuple[int, Step]]
    ends: bool = False


async def _turns(person: Person, chance: Random) -> None:
    await person.turns_to(chance.choice(_READ))


async def _measures(person: Person, chance: Random) -> None:
    if not person.sees(MEASURE):
        await person.turns_to("Clusters")
    await person.chooses(MEASURE, chance.randrange(1, 12))


async def _steps(person: Person, chance: Random) -> None:
    if not person.sees(TIMELINE):
        await person.turns_to("")
    await person.chooses(TIMELINE, chance.randrange(3))


async def _stands(person: Person, chance: Random) -> None:
    if not person.sees(GROUND):
        await person.turns_to("")
    await person.chooses(GROUND, chance.randrange(2))


async def _selects(person: Person, chance: Random) -> None:
    await person.asks(area=chance.choice(_PLACES))


async def _finds(person: Person, chance: Random) -> None:
    await person.types("Find your ICB", chance.choice(("Kettering", "BOB", "CV1 2AB", "Hart")))


APP = Place(
    "the app",
    ROOT / "app.py",
    {
        "another page": (3, _turns),
        "another measure": (3, _measures),
        "another date": (2, _steps),
        "an area": (2, _selects),
        "a place found": (1, _finds),
        "land or people": (1, _stands),
    },
    ends=True,
)


async def _plain(person: Person, chance: Random) -> None:
    await person.chooses(MEASURE, chance.randrange(12))


NAIVE = Place(
    "the naive page",
    Path(__file__).parents[1] / "naive.py",
    {"another measure": (1, _plain)},
)
