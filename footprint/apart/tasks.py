"""Tasks: each kind of file that strangers hand in, and what reads it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from footprint.apart.limits import A_FILE, Limits
from footprint.facts.homes import read_homes
from footprint.facts.neighbourhoods import read_neighbourhoods
from footprint.intake import uploads
from footprint.intake.uploads import Upload
from footprint.money import baselines
from footprint.money.baselines import CostsRead
from footprint.money.cost_icbs import cost_icbs, cost_names
from footprint.money.scenario import Scenario
from footprint.options.option import Option, begin
from footprint.outlines import reading, small_areas
from footprint.outlines.reading import Known
from footprint.papers import pack_files
from footprint.papers.pack import Pack, PackError
from footprint.workspace.published import REST
from footprint.workspace.workspace import Workspace

_TABLE = b"lad,footprint\nHart,A\n"
_AREAS = (
    b'{"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "Polygon", '
    b'"coordinates": [[[-2, 51], [-1, 51], [-1, 52], [-2, 52], [-2, 51]]]}}'
)


@cache
def _work() -> Workspace:
    return Workspace()


@cache
def _known() -> Known:
    work = _work()
    return Known(work.atlas, work.icb_names, read_homes(), work.other_names, read_neighbourhoods())


def make_ready() -> None:
    """Read the facts that every task needs, and a small file of either kind of option.

    What the first reading works out, such as the names of all areas, every copy then has.
    """
    begun = begin(_work().plans[REST], REST)
    for content in (_TABLE, _AREAS):
        OptionFile(content, begun).do()


@dataclass(frozen=True)
class OptionFile:
    """A table or areas to read as an option begun from another, and answers about it."""

    content: bytes
    begun: Option
    answers: tuple[str, ...] = ()
    limits: Limits = A_FILE

    def do(self) -> Upload:
        """Read it."""
        if refused := uploads.none_of(self.content):
            return refused
        known = _known()
        if reading.is_drawn(self.content):
            return reading.read(self.content, self.begun, known, self.answers)
        if small_areas.is_of_lsoas(self.content):
            return small_areas.read(self.content, self.begun, known)
        return uploads.read(
            self.content, self.begun, known.atlas, known.icb_names, known.more, self.answers
        )


@dataclass(frozen=True)
class CostFile:
    """A table of an ICB's own costs, and answers about it."""

    content: bytes
    answers: tuple[str, ...] = ()
    limits: Limits = A_FILE

    def do(self) -> CostsRead:
        """Read it."""
        work = _work()
        known = cost_icbs(work.atlas, work.icb_names, work.other_names.icbs)
        return baselines.read(self.content, known, self.answers)


@dataclass(frozen=True)
class ScenarioFile:
    """A saved scenario."""

    content: bytes
    limits: Limits = A_FILE

    def do(self) -> tuple[Scenario | None, list[str]]:
        """Read it."""
        work = _work()
        return baselines.load(self.content, cost_names(work.atlas, work.icb_names))


@dataclass(frozen=True)
class PackFile:
    """A saved pack of papers."""

    content: bytes
    limits: Limits = A_FILE

    def do(self) -> tuple[Pack | None, str]:
        """Read it; a pack, or a sentence for each thing that is wrong with it."""
        try:
            return pack_files.read(self.content), ""
        except PackError as problem:
            return None, str(problem)


Task = OptionFile | CostFile | ScenarioFile | PackFile
