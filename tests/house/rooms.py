"""The house as its imports say it is: floors, rooms, and who builds on whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import grimp
import networkx as nx
from importlinter.api import read_configuration

from tests.house.code import ROOT, files


@dataclass(frozen=True)
class Room:
    """A folder of modules, or a module that stands alone, with its lines of code."""

    name: str
    modules: int
    lines: int


@dataclass(frozen=True)
class Building:
    """A package: its floors from the top, and the arrows from a room to one it builds on.

    An arrow that follows from two others is left out.
    """

    name: str
    floors: tuple[tuple[Room, ...], ...]
    arrows: tuple[tuple[str, str], ...]


def house() -> tuple[Building, ...]:
    """The two buildings that have floors, as they stand today."""
    contracts = read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    floors = {one["containers"][0]: one["layers"] for one in contracts if one["type"] == "layers"}
    graph = grimp.build_graph("footprint", "ui", cache_dir=None)
    return tuple(_building(name, floors[name], graph) for name in ("ui", "footprint"))


def _building(name: str, layers: Iterable[str], graph: grimp.ImportGraph) -> Building:
    floors = tuple(tuple(_room(name, room) for room in layer.split(" | ")) for layer in layers)
    return Building(name, floors, _arrows(name, graph))


def _room(building: str, name: str) -> Room:
    alone = ROOT / building / f"{name}.py"
    modules = [alone] if alone.is_file() else files(f"{building}/{name}/*.py")
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in modules)
    return Room(name, len([one for one in modules if one.stem != "__init__"]), lines)


def _arrows(building: str, graph: grimp.ImportGraph) -> tuple[tuple[str, str], ...]:
    found = nx.DiGraph()
    for module in graph.find_descendants(building):
        for used in graph.find_modules_directly_imported_by(module):
            ends = module.split(".")[1], used.split(".")[1]
            if used.startswith(f"{building}.") and ends[0] != ends[1]:
                found.add_edge(*ends)
    return tuple(sorted(nx.transitive_reduction(found).edges))
