"""Grounds: what the browser is told of a map that does not stand on land."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.content.grounds import AS_LARGE
from footprint.facts.people import Ground
from footprint.maps.layer import Layer

LONDON_BY_PEOPLE = (-1.36, 50.8, 1.23, 52.5)
"""West, south, east and north of London where a web map shows it by people, with a margin."""


@dataclass(frozen=True)
class Standing:
    """The ground a map stands on, and the address of its arcs, unless the browser has them."""

    ground: Ground = "land"
    arcs: str = ""

    def told(self, layer: Layer) -> dict[str, object]:
        """What a message says of the ground; nothing on land."""
        if self.ground == "land":
            return {}
        return {
            "ground": self.ground,
            "arcs": self.arcs,
            "sizes": AS_LARGE,
            "summary": f"{layer.summary} {AS_LARGE}",
            "london": LONDON_BY_PEOPLE,
        }


ON_LAND = Standing()
