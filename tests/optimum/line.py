"""Five units in a line, with 10, 20, 30, 40 and 50 people: sums that can be done in the head."""

from __future__ import annotations

from dataclasses import replace

from footprint.optimum.problem import Problem
from footprint.optimum.units import Units

UNITS = Units(
    blocks=(("0",), ("1",), ("2",), ("3",), ("4",)),
    residents=(10, 20, 30, 40, 50),
    adjacent=tuple(frozenset({n - 1, n + 1} & {*range(5)}) for n in range(5)),
)


def problem(owners: str = "PPPQQ", **more: object) -> Problem:
    """Each unit in a footprint now, and free to go to any other."""
    names = sorted(set(owners))
    everything = frozenset(range(len(owners)))
    given = Problem(
        units=UNITS,
        some=everything,
        may=dict.fromkeys(names, everything),
        cost={
            (unit, name): 0 if name == owner else UNITS.residents[unit]
            for unit, owner in enumerate(owners)
            for name in names
        },
        heart={},
        groups=(),
        aim="movers",
        least=0,
        one_piece=True,
        footprints=None,
    )
    return replace(given, **more)
