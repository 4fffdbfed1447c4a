"""What the one file holds: its front, one plan, a pair and an ICB, of long lists the beginning."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from footprint.one_file import front, icbs, layers, pairs
from footprint.view import View
from tests.agreed import check
from tests.shared_workspace import WORK

EAST = View(plan="east-model-b", other="east-model-a", layer="teams")
HELD: Mapping[str, Callable[[], object]] = {
    "front": lambda: front.front(WORK),
    "layer": lambda: layers.layer(WORK, EAST),
    "pair": lambda: pairs.pair(WORK, EAST),
    "icb": lambda: icbs._icb(WORK, "QWU"),
}
# Of lists that are longer, and of tables by code that are, so many are kept.
LONG, LONGER, KEPT = 6, 20, 2


def beginning(value: object) -> object:
    """A value whose long lists are cut short, with how many more there are."""
    if isinstance(value, Mapping):
        kept = list(value.items())[: KEPT if len(value) > LONGER else None]
        told = {str(key): beginning(one) for key, one in kept}
        return {**told, "in all": len(value)} if len(value) > LONGER else told
    if isinstance(value, (list, tuple)):
        kept = [beginning(one) for one in value[: KEPT if len(value) > LONG else None]]
        return [*kept, f"{len(value)} in all"] if len(value) > LONG else kept
    return value


@pytest.mark.parametrize("name", HELD)
def test_the_one_file_holds_what_was_agreed(name: str) -> None:
    check(__file__, name, beginning(HELD[name]()))
