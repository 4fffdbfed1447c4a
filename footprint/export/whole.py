"""The whole atlas on order: made in a process of its own, and known until the data changes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from footprint.export.press import Press
from footprint.export.turns import Turns
from footprint.export.workers import Workers

# It takes as long as many papers, which do not wait for it.
_TURNS = Turns(1)
_WORKER = (sys.executable, "-m", "footprint.one_file", "-")
# The file of the newest version of the data that was asked for.
_KEPT: dict[str, bytes] = {}


@dataclass(frozen=True)
class WholeAtlas:
    """An order for everything as one web page; `version` is that of the data."""

    version: str
    format: str = "html"
    file_name: str = "icb-footprints-atlas.html"


class WholePress(Press):
    """The whole atlas being made; whoever asks after the first has it at once."""

    longest = 900.0
    order: WholeAtlas

    def __init__(self, order: WholeAtlas, worker: Sequence[str] = _WORKER) -> None:
        super().__init__(order, Workers(worker), turns=_TURNS)

    def _run(self) -> None:
        self._sent = _KEPT.get(self.order.version)
        if self._sent is not None:
            return
        super()._run()
        if self._sent is not None:
            _KEPT.clear()
            _KEPT[self.order.version] = self._sent
