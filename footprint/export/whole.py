"""The whole atlas on order: made in a process of its own, and known until the data changes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Self

from footprint.export.press import Press

_WORKER = (sys.executable, "-m", "footprint.one_file", "-")
# The file of the newest data version asked for.
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

    def __init__(self, order: WholeAtlas) -> None:
        super().__init__(order, _WORKER)

    def start(self) -> Self:
        """Begin in the background, unless it has been made."""
        self._sent = _KEPT.get(self.order.version)
        if self._sent is None:
            return super().start()
        self._finished.set()
        return self

    def result(self) -> bytes:
        """Wait for the file; raises PressError saying why there is none."""
        file = super().result()
        if self.order.version not in _KEPT:
            _KEPT.clear()
            _KEPT[self.order.version] = file
        return file
