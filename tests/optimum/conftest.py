"""Small countries at random, and answers that claim something."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas
from footprint.optimum.answer import Answer, Part
from footprint.optimum.asked import Asked
from footprint.plans.assignment import Assignment, Footprint, Pairs
from footprint.plans.plan import Plan, one_footprint

Country = tuple[Atlas, Plan]


@pytest.fixture(scope="session")
def country(toy: Atlas) -> Callable[..., Country]:
    """A function that draws a country of a few blocks, and a plan of it, from a number."""

    def draw(seed: int, count: int = 6) -> Country:
        chance = random.Random(seed)
        names = [f"{n:02}" for n in range(count)]
        blocks = pd.DataFrame(
            {
                "lad": chance.choices("ABCD", k=count),
                "icb": chance.choices("WME", k=count),
                "nhs_region": sorted(chance.choices(["North", "South"], k=count)),
                "residents_2024": [chance.randrange(10, 100) for _ in names],
                "residents_2022": 1,
            },
            index=pd.Index(names, name="block"),
        )
        pairs = [(names[chance.randrange(n)], names[n]) for n in range(1, count)]
        pairs += [tuple(sorted(chance.sample(names, 2))) for _ in range(chance.randrange(4))]
        atlas = replace(
            toy,
            blocks=blocks,
            borders=pd.DataFrame(pairs, columns=["block_a", "block_b"]).assign(length_km=1.0),
            links=toy.links.iloc[:0],
            bodies=toy.bodies.iloc[:0],
        )
        owners = tuple(zip(names, chance.choices("PQR", k=count), strict=True))
        footprints = tuple(Footprint(f, f) for f in sorted({owner for _, owner in owners}))
        given = Assignment(footprints, owners)
        return atlas, replace(one_footprint(atlas, "some", "Some"), bodies=given, teams=given)

    return draw


def claimed(asked: Asked, pairs: Pairs, value: int) -> Answer:
    """An answer that claims a plan is proved."""
    part = Part("", "proved", value, value, 0.0, pairs)
    return Answer(asked, "proved", value, value, 0.0, pairs, (part,))
