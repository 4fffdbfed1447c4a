"""Flow: the same people under one plan after another, as bands as wide as they are many."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.english import listed


@dataclass(frozen=True, kw_only=True)
class Node:
    """One footprint at one stage, with its people as a number and in words, and where it lies."""

    id: str
    name: str
    people: float
    text: str
    traced: bool = False
    region: str = ""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One plan of a flow: when, how many of what, and its footprints in the order they stand.

    `many` is "26" or, of a part, "4 of 26", and `what` is "leadership teams".
    """

    when: str
    many: str
    what: str
    nodes: tuple[Node, ...]

    @property
    def count(self) -> str:
        """How many of what: "4 of 26 leadership teams"."""
        return f"{self.many} {self.what}".strip()

    @property
    def people(self) -> float:
        """How many people it has."""
        return sum(node.people for node in self.nodes)


@dataclass(frozen=True, kw_only=True)
class Band:
    """People who go from a footprint of one stage to one of the next, by their ids.

    `firm` says that it has been decided, `traced` that some of those people are looked for.
    """

    stage: int
    source: str
    target: str
    people: float
    text: str
    firm: bool = True
    traced: bool = False


@dataclass(frozen=True, kw_only=True)
class Flow:
    """Stages from left to right, and the bands between each and the next.

    One of a `part` of England has few footprints, which are named at every stage. One that was cut
    has a `share` of the people of the whole.
    """

    title: str
    stages: tuple[Stage, ...]
    bands: tuple[Band, ...]
    selected: str = ""
    part: bool = False
    share: float = 1.0

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self.title

    @property
    def lined(self) -> str:
        """No lines are drawn across it."""
        return ""

    @property
    def words(self) -> str:
        """What somebody who cannot see it is told."""
        stages = listed(f"{stage.count} in {stage.when}" for stage in self.stages)
        told = [f"{self.title}: {stages}", *self.traced]
        return f"{'. '.join(told)}."

    @property
    def traced(self) -> tuple[str, ...]:
        """Where those who are looked for are at each stage, in words."""
        found = [
            (stage.when, [node.name for node in stage.nodes if node.traced])
            for stage in self.stages
        ]
        return tuple(f"{when}: {listed(names)}" for when, names in found if names)

    @property
    def key(self) -> str:
        """What bands and their edges mean."""
        loose = any(not band.firm for band in self.bands)
        marks = {
            "A band is as wide as its number of people.": True,
            "What is dashed is not decided.": loose,
            "What was chosen is dark.": any(band.traced for band in self.bands),
        }
        return " ".join(words for words, occurs in marks.items() if occurs)
