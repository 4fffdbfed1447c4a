"""The finder over the published names, and the ICB that each block is in today."""

from __future__ import annotations

from collections.abc import Mapping

from footprint.facts.gazetteer import read_gazetteer
from footprint.finder.find import Finder
from footprint.view import TODAY
from footprint.workspace.workspace import Workspace, kept


@kept(1)
def finder(work: Workspace) -> Finder:
    """Everything people call a place, ready to be looked through."""
    return Finder(read_gazetteer(work.atlas, work.root))


@kept(1)
def body_of(work: Workspace) -> Mapping[str, str]:
    """The ICB in force today of each block."""
    return dict(work.plans[TODAY].bodies.pairs)
